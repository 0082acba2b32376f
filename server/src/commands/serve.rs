//! `redress serve`: until it is told to stop.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::{Failed, tell};
use crate::ports::{SystemClock, SystemRandom};
use crate::settings::Settings;

/// What is told once it answers, as the only object on the standard output.
#[derive(Serialize)]
struct Answers {
    url: String,
    listen: SocketAddr,
    metrics: Option<SocketAddr>,
    outbox: Option<PathBuf>,
    first_link: Option<String>,
}

impl fmt::Display for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { url, listen, .. } = self;
        write!(f, "Redress answers at {url} (listening on {listen})")?;
        if let Some(metrics) = self.metrics {
            write!(f, "\nMetrics are at http://{metrics}/metrics")?;
        }
        if let Some(outbox) = &self.outbox {
            write!(f, "\nMail is written to {} and can be read at {url}outbox", outbox.display())?;
        }
        if let Some(link) = &self.first_link {
            let what = "There is no account yet. Make the first with this link, which works once:";
            write!(f, "\n{what}\n  {link}")?;
        }
        Ok(())
    }
}

pub(super) async fn serve(json: bool) -> Result<(), Failed> {
    // Listened for from the start: who stops it while it starts means it, too.
    let stop = told_to_stop();
    tokio::pin!(stop);
    let settings = Settings::load()?;
    let (url, outbox) = (settings.url("/"), settings.outbox());
    let serving = tokio::select! {
        biased;
        () = &mut stop => return Ok(()),
        serving = crate::start(settings, Arc::new(SystemClock), Arc::new(SystemRandom)) => serving?,
    };
    let answers = Answers {
        url,
        listen: serving.address,
        metrics: serving.metrics_address,
        outbox,
        first_link: serving.first_link().await?,
    };
    tell(&answers, json)?;
    stop.await;
    tracing::info!("stopping: taking no new requests, finishing those at hand");
    serving.stop().await;
    Ok(())
}

/// Ends at Ctrl-C, or when the system asks the process to end.
#[cfg(unix)]
pub(super) async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// Ends at Ctrl-C.
#[cfg(not(unix))]
pub(super) async fn told_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}
