//! Work beside the requests: sending mail, building packets, sweeping.
//! Each worker stops when told to, after what it has in hand.

mod mail;
mod packet;

use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::mail::Transport;
use crate::web::App;

/// How often a worker looks when nobody wakes it: for what came due, and for what another process left.
const LOOK: Duration = Duration::from_secs(2);
const SWEEP: Duration = Duration::from_secs(60);

/// Starts the workers.
pub fn start(app: &App, transport: Transport, tasks: &TaskTracker, stop: &CancellationToken) {
    tasks.spawn(until(stop.clone(), {
        let app = app.clone();
        async move {
            loop {
                if !mail::send_due(&app, &transport).await {
                    let _ = tokio::time::timeout(LOOK, app.mail_due.notified()).await;
                }
            }
        }
    }));
    tasks.spawn(until(stop.clone(), {
        let app = app.clone();
        async move {
            loop {
                if !packet::build_due(&app).await {
                    let _ = tokio::time::timeout(LOOK, app.job_due.notified()).await;
                }
            }
        }
    }));
    tasks.spawn(until(stop.clone(), {
        let app = app.clone();
        async move {
            loop {
                sweep(&app).await;
                tokio::time::sleep(SWEEP).await;
            }
        }
    }));
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
}

async fn until(stop: CancellationToken, work: impl Future<Output = ()>) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = work => {}
    }
}
