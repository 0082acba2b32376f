//! Work beside the requests: sending mail, building packets, sweeping.
//! Each worker stops when told to, after what it has in hand.

mod mail;
mod news;
mod packet;

use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::mail::Transport;
use crate::web::App;

/// How often a worker looks when nobody wakes it: for what came due, and for what another process left.
const LOOK: Duration = Duration::from_secs(2);
const SWEEP: Duration = Duration::from_secs(60);

/// Starts the workers.
pub fn start(app: &App, transport: Transport, tasks: &TaskTracker, stop: &CancellationToken) {
    let (mailing, stopping) = (app.clone(), stop.clone());
    tasks.spawn(async move {
        let mut signers_first = mail::SignersFirst::default();
        while !stopping.is_cancelled() {
            signers_first.wait(&mailing, &stopping).await;
            if !mail::send_due(&mailing, &transport, &stopping).await {
                rest(&stopping, &mailing.mail_due, LOOK).await;
            }
        }
    });
    let (building, stopping) = (app.clone(), stop.clone());
    tasks.spawn(async move {
        while !stopping.is_cancelled() {
            if !packet::build_due(&building, &stopping).await {
                rest(&stopping, &building.job_due, LOOK).await;
            }
        }
    });
    let (telling, stopping) = (app.clone(), stop.clone());
    tasks.spawn(async move {
        while !stopping.is_cancelled() {
            if !news::send_due(&telling).await {
                rest(&stopping, &telling.news_due, LOOK).await;
            }
        }
    });
    let (sweeping, stopping) = (app.clone(), stop.clone());
    tasks.spawn(async move {
        while !stopping.is_cancelled() {
            sweep(&sweeping).await;
            rest(&stopping, &Notify::new(), SWEEP).await;
        }
    });
}

/// Between two pieces of work: until woken, until the next look, or until told to stop.
async fn rest(stop: &CancellationToken, wake: &Notify, look: Duration) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = wake.notified() => {}
        () = tokio::time::sleep(look) => {}
    }
}

/// Does what time brings.
pub async fn sweep(app: &App) {
    match app.store.sweep().await {
        Ok(swept) if swept != redress_store::Swept::default() => {
            tracing::info!(?swept, "swept");
            app.cache.refresh();
            app.mail_due.notify_one();
        }
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "the sweep failed and is tried again"),
    }
    if let Err(error) = crate::packets::forget(&app.store, &app.settings.storage).await {
        tracing::warn!(%error, "a packet was not removed and is tried again");
    }
    if let Err(error) = remove_unused_pictures(app).await {
        tracing::warn!(%error, "a picture was not removed and is tried again");
    }
}

/// Pictures that a form sent and no row names: what a crash in the middle of saving leaves.
async fn remove_unused_pictures(app: &App) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    for upload in app.store.uploads().unused().await? {
        crate::shelf::Shelf::open(&app.settings.storage)?.remove(&upload.path).await?;
        app.store.uploads().remove(upload.id).await?;
    }
    Ok(())
}
