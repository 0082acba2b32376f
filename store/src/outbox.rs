//! Mail that is owed: written in the same transaction as what caused it, leased by one worker at a time.
//! No mail is lost, and none is sent for what was rolled back. Once sent, the recipient is forgotten.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{CampaignId, Locale, Message, MessageId, Random, Recipient};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockBehavior, LockType, Query};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::outbox::{Column, Entity, Model};
use crate::{Error, Keys, Store, db, instant, millis, seal};

const TABLE: &str = "outbox";
const QUEUED: &str = "queued";
const LEASED: &str = "leased";
const SENT: &str = "sent";
const DEAD: &str = "dead";

/// How long a worker may take over one lease before another takes it up.
const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// How many times a mail is tried: with the waits below, for two days.
const MOST_ATTEMPTS: i32 = 15;

/// A mail to be written into the outbox.
#[derive(Debug, Clone)]
pub(crate) struct Owed {
    pub campaign: Option<CampaignId>,
    pub locale: Locale,
    pub recipient: Recipient,
    pub message: Message,
}

#[derive(Serialize, Deserialize)]
struct Contents {
    to: Recipient,
    about: Message,
}

/// A mail that this worker alone may send, for two minutes.
#[derive(Debug, Clone)]
pub struct Leased {
    /// The row; the mail's Message-ID is made of it, and stays the same at every attempt.
    pub id: MessageId,
    /// The language it is written in.
    pub locale: Locale,
    /// Whom it goes to.
    pub recipient: Recipient,
    /// What it is about.
    pub message: Message,
    /// When it was owed.
    pub owed_at: Timestamp,
    /// How often it was tried before.
    pub attempts: u32,
}

/// How the outbox is, without naming anybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutboxHealth {
    /// Mails that wait.
    pub waiting: u64,
    /// Mails that were given up.
    pub dead: u64,
    /// How long the oldest that waits has been owed.
    pub oldest: Option<SignedDuration>,
}

/// The outbox of a store.
pub struct Outbox<'a>(pub(crate) &'a Store);

/// A mail that only has to be written: everything that needs the key is done.
#[derive(Debug, Clone)]
pub(crate) struct Ready {
    id: MessageId,
    campaign: Option<CampaignId>,
    kind: &'static str,
    locale: Locale,
    sealed: Vec<u8>,
}

/// Seals a mail for the outbox.
pub(crate) fn ready(keys: &Keys, random: &dyn Random, now: Timestamp, mail: &Owed) -> Result<Ready, Error> {
    let id = MessageId::at(now, random);
    let contents = Contents { to: mail.recipient.clone(), about: mail.message.clone() };
    let sealed = seal::seal(keys, random, TABLE, id.0, &contents)?;
    Ok(Ready { id, campaign: mail.campaign, kind: mail.message.kind(), locale: mail.locale, sealed })
}

/// Writes mails into the outbox, in the transaction that causes them.
pub(crate) async fn insert(
    db: &impl ConnectionTrait,
    now: Timestamp,
    mut mails: Vec<Ready>,
) -> Result<(), Error> {
    while !mails.is_empty() {
        // Nine parameters each.
        let size = db::chunks(db.get_database_backend(), &mails).next().map_or(0, <[Ready]>::len);
        let rest = mails.split_off(size);
        let mut insert = Query::insert();
        insert.into_table(Entity).columns([
            Column::Id,
            Column::CampaignId,
            Column::Kind,
            Column::Locale,
            Column::Sealed,
            Column::State,
            Column::Attempts,
            Column::DueAt,
            Column::CreatedAt,
        ]);
        for mail in std::mem::replace(&mut mails, rest) {
            insert.values_panic([
                mail.id.0.into(),
                mail.campaign.map(|id| id.0).into(),
                mail.kind.into(),
                mail.locale.code().into(),
                mail.sealed.into(),
                QUEUED.into(),
                0.into(),
                millis(now).into(),
                millis(now).into(),
            ]);
        }
        db.execute(&insert).await?;
    }
    Ok(())
}

/// Mails that are on their way, in the writer's batch.
pub(crate) async fn sent(db: &impl ConnectionTrait, now: Timestamp, ids: &[MessageId]) -> Result<(), Error> {
    if ids.is_empty() { Ok(()) } else { end(db, now, ids, SENT, None).await }
}

async fn end(
    db: &impl ConnectionTrait,
    now: Timestamp,
    ids: &[MessageId],
    state: &str,
    failure: Option<&str>,
) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None))
        .col_expr(Column::EndedAt, Expr::value(millis(now)))
        .col_expr(Column::Failure, Expr::value(failure.map(str::to_owned)))
        .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
        // A worker that comes late, after another took the mail up and ended it, changes nothing.
        .filter(Column::State.eq(LEASED))
        .exec(db)
        .await?;
    Ok(())
}

impl Store {
    /// The mail that is owed.
    pub const fn outbox(&self) -> Outbox<'_> {
        Outbox(self)
    }
}

impl Outbox<'_> {
    /// Takes up to `most` mails that are due, or whose worker has gone quiet.
    pub async fn lease(&self, most: u64) -> Result<Vec<Leased>, Error> {
        // Two questions, each of which the index answers in order; one with 'or' would sort all that waits.
        let transaction = db::begin(&self.0.db).await?;
        let mut ids = self.take(&transaction, QUEUED, Column::DueAt, most).await?;
        if (ids.len() as u64) < most {
            let left = most - ids.len() as u64;
            ids.extend(self.take(&transaction, LEASED, Column::LeasedUntil, left).await?);
        }
        transaction.commit().await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows =
            Entity::find().filter(Column::Id.is_in(ids)).order_by_asc(Column::DueAt).all(&self.0.db).await?;
        let mut leased = Vec::with_capacity(rows.len());
        for row in rows {
            let id = MessageId(row.id);
            match self.open(row) {
                Ok(mail) => leased.push(mail),
                // One that cannot be read must not hold up the others, now and at every later look.
                Err(error) => {
                    tracing::error!(message = %id, %error, "a mail cannot be read, and is given up");
                    self.give_up(id, "unreadable").await?;
                }
            }
        }
        Ok(leased)
    }

    /// Leases what is in a state since the moment in `since`, the longest owed first.
    async fn take(
        &self,
        db: &impl ConnectionTrait,
        state: &str,
        since: Column,
        most: u64,
    ) -> Result<Vec<Uuid>, Error> {
        let now = self.0.now();
        let mut due = Query::select();
        due.column(Column::Id)
            .from(Entity)
            .and_where(Column::State.eq(state))
            .and_where(since.lte(millis(now)))
            .order_by(Column::DueAt, sea_orm::Order::Asc)
            .limit(most)
            // Of several processes on one Postgres, none waits for the other's mails.
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        let mut update = Query::update();
        update
            .table(Entity)
            .value(Column::State, LEASED)
            .value(Column::LeasedUntil, millis(now.checked_add(LEASE).unwrap_or(Timestamp::MAX)))
            .value(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .and_where(Column::Id.in_subquery(due))
            // Said again, so that of two workers who chose the same row the second finds it taken.
            .and_where(Column::State.eq(state))
            .and_where(since.lte(millis(now)))
            .returning_col(Column::Id);
        let rows = db.query_all(&update).await?;
        Ok(rows.iter().map(|row| row.try_get::<Uuid>("", "id")).collect::<Result<_, _>>()?)
    }

    fn open(&self, row: Model) -> Result<Leased, Error> {
        let blob = row.sealed.ok_or(Error::Sealed(TABLE))?;
        let contents: Contents = seal::open(&self.0.keys, TABLE, row.id, &blob)?;
        Ok(Leased {
            id: MessageId(row.id),
            locale: row.locale.parse().map_err(|_| Error::Row(TABLE))?,
            recipient: contents.to,
            message: contents.about,
            owed_at: instant(row.created_at),
            attempts: u32::try_from(row.attempts - 1).unwrap_or_default(),
        })
    }

    /// Was leased and not tried: it is due again, as if nobody had looked.
    pub async fn give_back(&self, id: MessageId) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(QUEUED))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).sub(1))
            .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None))
            .filter(Column::Id.eq(id.0))
            .filter(Column::State.eq(LEASED))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// It is on its way: the recipient is forgotten.
    pub async fn sent(&self, id: MessageId) -> Result<(), Error> {
        self.0.writer.sent(id).await
    }

    /// Nobody will get it: the signature is gone, or the mailbox does not exist.
    pub async fn give_up(&self, id: MessageId, reason: &'static str) -> Result<(), Error> {
        end(&self.0.db, self.0.now(), &[id], DEAD, Some(reason)).await
    }

    /// It could not be sent now: it is tried again later, each time later (1, 2, 4 … minutes, 8 hours at the
    /// most), and given up after fifteen attempts; tells whether it was.
    pub async fn postpone(
        &self,
        id: MessageId,
        attempts_before: u32,
        reason: &'static str,
    ) -> Result<bool, Error> {
        if i32::try_from(attempts_before).unwrap_or(i32::MAX) + 1 >= MOST_ATTEMPTS {
            self.give_up(id, reason).await?;
            return Ok(true);
        }
        let minutes = std::cmp::min(1_i64 << std::cmp::min(attempts_before, 16), 8 * 60);
        let due = self.0.now().checked_add(SignedDuration::from_mins(minutes)).unwrap_or(Timestamp::MAX);
        Entity::update_many()
            .col_expr(Column::State, Expr::value(QUEUED))
            .col_expr(Column::DueAt, Expr::value(millis(due)))
            .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None))
            .col_expr(Column::Failure, Expr::value(Some(reason.to_owned())))
            .filter(Column::Id.eq(id.0))
            .filter(Column::State.eq(LEASED))
            .exec(&self.0.db)
            .await?;
        Ok(false)
    }

    /// How many wait, how many were given up, and how old the oldest is.
    pub async fn health(&self) -> Result<OutboxHealth, Error> {
        let waiting = || Entity::find().filter(Column::State.is_in([QUEUED, LEASED]));
        let oldest = waiting().order_by_asc(Column::CreatedAt).one(&self.0.db).await?;
        Ok(OutboxHealth {
            waiting: waiting().count(&self.0.db).await?,
            dead: Entity::find().filter(Column::State.eq(DEAD)).count(&self.0.db).await?,
            oldest: oldest.map(|row| self.0.now().duration_since(instant(row.created_at))),
        })
    }

    pub(crate) async fn owe(&self, db: &impl ConnectionTrait, mails: &[Owed]) -> Result<(), Error> {
        let now = self.0.now();
        let seal = |mail| ready(&self.0.keys, self.0.random.as_ref(), now, mail);
        insert(db, now, mails.iter().map(seal).collect::<Result<_, _>>()?).await
    }
}
