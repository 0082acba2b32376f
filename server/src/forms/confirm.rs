//! Confirming: `GET /confirm/{token}` shows a button and changes nothing; `POST` counts, once.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use redress_app::petition::model::{ConfirmState, ConfirmView};
use redress_app::words::Words;
use redress_domain::{CampaignState, SignatureId, SignatureState};
use redress_store::{Campaign, Signature, TokenKind};

use crate::models;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// Who signed before the end has this long to confirm after it.
const GRACE: SignedDuration = SignedDuration::from_hours(24);

async fn load(app: &App, token: &str) -> Result<(Signature, Campaign), Refusal> {
    let id: SignatureId =
        app.store.keys().read_token(TokenKind::Confirm, token).map_err(|_| Refusal::NotFound)?;
    let signature = app.store.signatures().find(id).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(signature.campaign).await?.ok_or(Refusal::NotFound)?;
    Ok((signature, campaign))
}

/// Whether the campaign still takes confirmations.
fn is_late(app: &App, campaign: &Campaign) -> bool {
    let ended = match campaign.state {
        CampaignState::Live | CampaignState::Paused => campaign.closes_at,
        _ => campaign.closed_at.or(campaign.closes_at),
    };
    ended.is_some_and(|at| app.clock.now().duration_since(at) > GRACE)
}

/// `GET /confirm/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let (signature, campaign) = load(&app, &token).await?;
    let state = match signature.state {
        SignatureState::Confirmed | SignatureState::Excluded => {
            ConfirmState::Counted { mine: app.store.keys().token(TokenKind::Mine, signature.id) }
        }
        SignatureState::Withdrawn => ConfirmState::Withdrawn,
        SignatureState::Expired => ConfirmState::TooLate,
        SignatureState::Pending | SignatureState::Quarantined if is_late(&app, &campaign) => {
            ConfirmState::TooLate
        }
        SignatureState::Pending | SignatureState::Quarantined => ConfirmState::Ready,
    };
    let locale = prefix.locale(signature.locale);
    let words = Words(locale);
    let share_url = app.settings.url(&format!("/c/{}", campaign.slug));
    let view = ConfirmView {
        token,
        campaign: models::campaign_view(&app.store, app.clock.now(), &campaign, locale, share_url).await?,
        name: signature.signer.map(|signer| signer.name.as_str().to_owned()).unwrap_or_default(),
        state: match state {
            ConfirmState::Counted { mine } => ConfirmState::Counted { mine: format!("/mine/{mine}") },
            other => other,
        },
    };
    let page = redress_app::petition::confirm_frame(words, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::petition::confirm(words, &view)))
}

/// `POST /confirm/{token}`
pub async fn confirm(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let (signature, campaign) = load(&app, &token).await?;
    if signature.state == SignatureState::Pending && !is_late(&app, &campaign) {
        app.store.signatures().confirm(signature.id).await?;
        app.cache.refresh();
    }
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    Ok(see_other(&format!("{language}/confirm/{token}")))
}
