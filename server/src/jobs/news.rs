//! Updates, a step at a time: only so many mails are owed at once, so that who signs meanwhile does not wait behind
//! everybody who asked for news.

use crate::web::App;

/// How many are owed in one step.
const STEP: u64 = 100;
/// How many mails may wait before the next step.
const WAITING: u64 = 100;

/// Goes on with the updates that are being sent, by a step each; tells whether to look again at once.
pub async fn send_due(app: &App) -> bool {
    match step(app).await {
        Ok(more) => more,
        Err(error) => {
            tracing::warn!(%error, "an update waits and is tried again");
            false
        }
    }
}

async fn step(app: &App) -> Result<bool, redress_store::Error> {
    let sending = app.store.news().sending().await?;
    if sending.is_empty() || app.store.outbox().health().await?.waiting > WAITING {
        return Ok(false);
    }
    let mut more = false;
    for id in sending {
        more |= app.store.news().advance(id, STEP).await?;
        app.mail_due.notify_one();
    }
    Ok(more)
}
