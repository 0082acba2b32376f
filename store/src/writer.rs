//! The group-commit writer: signatures, confirmations and the ends of mails wait until their batch is on disk.
//! One commit for many requests is what lets a city sign in an evening; nothing is acknowledged before it.
//!
//! It runs on a thread of its own. Everybody waits for its next statement; among the tasks of a busy server, it would
//! wait for its turn after each.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use redress_domain::{Clock, MessageId, Random, SignatureId};
use tokio::runtime;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::signatures::batch::{self, ConfirmRow, Sealed};
use crate::{Error, Keys, Received, db, outbox};

/// How many requests share one commit at the most.
const BATCH: usize = 512;
/// The sizes by which batches are told apart when they are counted: up to so many writes.
pub const BATCH_SIZES: [usize; 6] = [1, 4, 16, 64, 256, BATCH];
/// How many may wait before new ones are refused with 503.
const QUEUE: usize = 4_096;

pub(crate) enum Write {
    Receive(Box<Sealed>, oneshot::Sender<Result<Received, Error>>),
    Confirm(SignatureId, oneshot::Sender<Result<Option<ConfirmRow>, Error>>),
    /// A mail is out. In SQLite one writer waits for the other: this way mail costs signers no commit of its own.
    Sent(MessageId, oneshot::Sender<Result<(), Error>>),
}

/// What the writer of this process has written since it started, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Signatures that came in and were counted.
    pub received: u64,
    /// Signatures that were confirmed.
    pub confirmed: u64,
    /// Writes of any kind.
    pub writes: u64,
    /// Batches, by the sizes of [`BATCH_SIZES`]; each is in the first it fits.
    pub batches: [u64; BATCH_SIZES.len()],
}

impl Written {
    fn add(&mut self, size: usize, received: &[Received], confirmed: &[Option<ConfirmRow>]) {
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        self.received += count(received.iter().filter(|received| received.counted).count());
        self.confirmed += count(confirmed.iter().flatten().filter(|row| row.now).count());
        self.writes += count(size);
        let fits = BATCH_SIZES.iter().position(|most| size <= *most).unwrap_or(BATCH_SIZES.len() - 1);
        self.batches[fits] += 1;
    }
}

/// A handle on the writer; the writer ends when the last handle is gone.
#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Write>,
    task: Arc<tokio::sync::Mutex<Option<JoinHandle<()>>>>,
    stopped: tokio::sync::watch::Sender<bool>,
    written: Arc<Mutex<Written>>,
}

struct Context {
    written: Arc<Mutex<Written>>,
    db: db::Db,
    keys: Arc<Keys>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

impl Writer {
    /// Starts it; `db` is for it alone, or for all (see [`db::OfWriter`]).
    pub fn start(
        db: db::OfWriter,
        keys: Arc<Keys>,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> io::Result<Self> {
        let thread = runtime::Builder::new_current_thread().enable_all().build()?;
        let (queue, inbox) = mpsc::channel(QUEUE);
        let (stopped, stop) = tokio::sync::watch::channel(false);
        let written = Arc::new(Mutex::new(Written::default()));
        let context = Context { written: written.clone(), db: db.db().clone(), keys, clock, random };
        let task = tokio::task::spawn_blocking(move || {
            thread.block_on(async {
                run(inbox, stop, context).await;
                db.done().await;
            });
        });
        let task = Arc::new(tokio::sync::Mutex::new(Some(task)));
        Ok(Self { queue, task, stopped, written })
    }

    /// What was written so far.
    pub fn written(&self) -> Written {
        *self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what waits, and ends.
    pub async fn stop(&self) {
        self.stopped.send_replace(true);
        if let Some(task) = self.task.lock().await.take() {
            // The task ends by itself; if it panicked, its callers have their error already.
            let _ = task.await;
        }
    }

    pub async fn receive(&self, sealed: Sealed) -> Result<Received, Error> {
        let (reply, answer) = oneshot::channel();
        self.submit(Write::Receive(Box::new(sealed), reply)).await?;
        answer.await.map_err(|_| Error::Stopped)?
    }

    pub async fn confirm(&self, id: SignatureId) -> Result<Option<ConfirmRow>, Error> {
        let (reply, answer) = oneshot::channel();
        self.submit(Write::Confirm(id, reply)).await?;
        answer.await.map_err(|_| Error::Stopped)?
    }

    pub async fn sent(&self, id: MessageId) -> Result<(), Error> {
        let (reply, answer) = oneshot::channel();
        self.submit(Write::Sent(id, reply)).await?;
        answer.await.map_err(|_| Error::Stopped)?
    }

    async fn submit(&self, write: Write) -> Result<(), Error> {
        self.queue.send(write).await.map_err(|_| Error::Stopped)
    }
}

async fn run(
    mut inbox: mpsc::Receiver<Write>,
    mut stop: tokio::sync::watch::Receiver<bool>,
    context: Context,
) {
    let mut batch = Vec::with_capacity(BATCH);
    loop {
        let taken = tokio::select! {
            biased;
            taken = inbox.recv_many(&mut batch, BATCH) => taken,
            // The sender's end lives in every handle; if all are gone, the queue is closed as well.
            _ = stop.changed() => {
                inbox.close();
                continue;
            }
        };
        if taken == 0 {
            return;
        }
        write(&context, std::mem::take(&mut batch)).await;
    }
}

async fn write(context: &Context, writes: Vec<Write>) {
    let (mut receives, mut receive_replies) = (Vec::new(), Vec::new());
    let (mut confirms, mut confirm_replies) = (Vec::new(), Vec::new());
    let (mut sent, mut sent_replies) = (Vec::new(), Vec::new());
    for write in writes {
        match write {
            Write::Receive(sealed, reply) => {
                receives.push(*sealed);
                receive_replies.push(reply);
            }
            Write::Confirm(id, reply) => {
                confirms.push(id);
                confirm_replies.push(reply);
            }
            Write::Sent(id, reply) => {
                sent.push(id);
                sent_replies.push(reply);
            }
        }
    }
    match commit(context, &receives, &confirms, &sent).await {
        Ok((received, confirmed)) => {
            let size = receives.len() + confirms.len() + sent.len();
            let mut written = context.written.lock().unwrap_or_else(PoisonError::into_inner);
            written.add(size, &received, &confirmed);
            drop(written);
            // Who no longer waits has gone away; the row is there all the same.
            for (reply, answer) in receive_replies.into_iter().zip(received) {
                let _ = reply.send(Ok(answer));
            }
            for (reply, answer) in confirm_replies.into_iter().zip(confirmed) {
                let _ = reply.send(Ok(answer));
            }
            for reply in sent_replies {
                let _ = reply.send(Ok(()));
            }
        }
        Err(error) => {
            tracing::error!(%error, writes = receives.len() + confirms.len(), "a batch was not written");
            let text = error.to_string();
            for reply in receive_replies {
                let _ = reply.send(Err(Error::Batch(text.clone())));
            }
            for reply in confirm_replies {
                let _ = reply.send(Err(Error::Batch(text.clone())));
            }
            for reply in sent_replies {
                let _ = reply.send(Err(Error::Batch(text.clone())));
            }
        }
    }
}

async fn commit(
    context: &Context,
    receives: &[Sealed],
    confirms: &[SignatureId],
    sent: &[MessageId],
) -> Result<(Vec<Received>, Vec<Option<ConfirmRow>>), Error> {
    let transaction = db::begin(&context.db).await?;
    let now = context.clock.now();
    let mut deltas = crate::tally::Deltas::default();
    let received =
        batch::receive(&transaction, &context.keys, context.random.as_ref(), now, receives, &mut deltas)
            .await?;
    let confirmed = batch::confirm(&transaction, now, confirms, &mut deltas).await?;
    outbox::sent(&transaction, now, sent).await?;
    deltas.apply(&transaction).await?;
    transaction.commit().await?;
    Ok((received, confirmed))
}
