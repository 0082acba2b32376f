//! Building packets that were asked for.

use std::time::Duration;

use redress_domain::PacketId;
use redress_store::Job;
use tokio_util::sync::CancellationToken;

use crate::packets::{PacketFailed, build};
use crate::shelf::Shelf;
use crate::web::App;

/// How often a build says that it is alive, whatever its progress: well within the lease.
const ALIVE: Duration = Duration::from_secs(30);
/// How long a build may go on after the server was told to stop; then another process begins it anew.
const FINISH: Duration = Duration::from_secs(15);

/// Builds one packet that is due; tells whether there was one.
pub async fn build_due(app: &App, stop: &CancellationToken) -> bool {
    let job = match app.store.jobs().lease().await {
        Ok(Some(job)) => job,
        Ok(None) => return false,
        Err(error) => {
            tracing::warn!(%error, "no job could be leased");
            return false;
        }
    };
    let late = async {
        stop.cancelled().await;
        tokio::time::sleep(FINISH).await;
    };
    let outcome = tokio::select! {
        outcome = work(app, job) => Some(outcome),
        () = late => None,
    };
    let ended = match outcome {
        None => app.store.jobs().give_back(job).await,
        Some(Ok(())) => app.store.jobs().done(job.id).await,
        Some(Err(error)) => {
            tracing::error!(job = %job.id, %error, "a packet was not built");
            match app.store.jobs().failed(job, &error.to_string()).await {
                Ok(true) => Ok(()),
                Ok(false) => app.store.packets().failed(PacketId(job.subject), &job.id.to_string()).await,
                Err(error) => Err(error),
            }
        }
    };
    if let Err(error) = ended {
        tracing::warn!(job = %job.id, %error, "a job's end was not written; its lease will run out");
    }
    true
}

async fn work(app: &App, job: Job) -> Result<(), PacketFailed> {
    let packet = app.store.packets().find(PacketId(job.subject)).await?.ok_or(PacketFailed::Gone)?;
    let shelf = Shelf::open(&app.settings.storage)?;
    // The builder runs on a thread of its own; how far it is goes into the row from here.
    let (tell, mut told) = tokio::sync::watch::channel(0_u8);
    let progress = async {
        // An error is the builder's end.
        while !matches!(tokio::time::timeout(ALIVE, told.changed()).await, Ok(Err(_))) {
            let percent = *told.borrow_and_update();
            if let Err(error) = app.store.jobs().progress(job.id, percent).await {
                tracing::warn!(%error, "progress was not written");
            }
        }
    };
    let building = build(&app.store, &shelf, &packet, move |percent| {
        tell.send_replace(percent);
    });
    let (built, ()) = tokio::join!(building, progress);
    built
}
