//! `redress serve`: until it is told to stop.

use std::sync::Arc;

use super::{Failed, say};
use crate::ports::{SystemClock, SystemRandom};
use crate::settings::Settings;

pub(super) async fn serve() -> Result<(), Failed> {
    let settings = Settings::load()?;
    let (base, outbox) = (settings.url("/"), settings.outbox());
    let serving = crate::start(settings, Arc::new(SystemClock), Arc::new(SystemRandom)).await?;
    say(&format!("Redress answers at {base} (listening on {})", serving.address))?;
    if let Some(outbox) = outbox {
        say(&format!("Mail is written to {} and can be read at {base}outbox", outbox.display()))?;
    }
    if let Some(link) = serving.first_link().await? {
        say(&format!("There is no account yet. Make the first with this link, which works once:\n  {link}"))?;
    }
    told_to_stop().await;
    say("Stopping: taking no new requests, finishing those at hand")?;
    serving.stop().await;
    Ok(())
}

#[cfg(unix)]
async fn told_to_stop() {
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

#[cfg(not(unix))]
async fn told_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}
