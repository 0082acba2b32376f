//! Confirming: `GET /confirm/{token}` shows a button and changes nothing; `POST` counts, once.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use redress_app::petition::model::{ConfirmState, ConfirmView};
use redress_app::testimony::model as testimony;
use redress_app::words::Words;
use redress_domain::{
    CampaignState, CoSignatureId, SignatureId, SignatureState, Speaking, TestimonyId, TestimonyState,
};
use redress_store::{Campaign, Confirming, Signature, TokenKind};

use super::testimony::{Setting, letter_view};
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
    if let Ok(id) = app.store.keys().read_token(TokenKind::ConfirmTestimony, &token) {
        return show_testimony(&app, prefix, id, false).await;
    }
    if let Ok(id) = app.store.keys().read_token::<CoSignatureId>(TokenKind::ConfirmCoSignature, &token) {
        return super::letters::show_confirm(&app, prefix, id).await;
    }
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

/// A testimony as it will go, and whether the button still passes it on.
async fn show_testimony(
    app: &App,
    prefix: Prefix,
    id: TestimonyId,
    delivered: bool,
) -> Result<Response, Refusal> {
    let row = app.store.testimonies().find(id).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(row.campaign).await?.ok_or(Refusal::Gone)?;
    let locale = prefix.locale(row.locale);
    let words = Words(locale);
    let late = is_late(app, &campaign);
    let setting = Setting::load(app, campaign.into(), locale, app.clock.now()).await?;
    let state = match row.state {
        _ if delivered => testimony::ConfirmState::Delivered,
        TestimonyState::Submitted if late => testimony::ConfirmState::Not(TestimonyState::Expired),
        TestimonyState::Submitted => {
            let standing = app.store.testimonies().standing(id).await?;
            testimony::ConfirmState::Ready { replaces: standing.is_some() }
        }
        TestimonyState::Confirmed
        | TestimonyState::Approved
        | TestimonyState::Returned
        | TestimonyState::Included => testimony::ConfirmState::Counted {
            mine: format!("/testimony/{}", app.store.keys().token(TokenKind::MyTestimony, id)),
            speaks: row.speaking != Speaking::No,
        },
        other => testimony::ConfirmState::Not(other),
    };
    let view = testimony::ConfirmView {
        campaign: setting.about(locale),
        name: row.writer.as_ref().map(|writer| writer.name.clone()).unwrap_or_default(),
        letter: letter_view(&setting, &row),
        state,
    };
    let page = redress_app::testimony::confirm_frame(words, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::testimony::confirm(words, &view)))
}

async fn confirm_testimony(
    app: &App,
    prefix: Prefix,
    token: &str,
    id: TestimonyId,
) -> Result<Response, Refusal> {
    let row = app.store.testimonies().find(id).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(row.campaign).await?.ok_or(Refusal::Gone)?;
    if row.state == TestimonyState::Submitted && !is_late(app, &campaign) {
        if app.store.testimonies().confirm(id).await? == Confirming::Delivered {
            return show_testimony(app, prefix, id, true).await;
        }
        app.cache.refresh();
    }
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    Ok(see_other(&format!("{language}/confirm/{token}")))
}

/// `POST /confirm/{token}`
pub async fn confirm(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    if let Ok(id) = app.store.keys().read_token(TokenKind::ConfirmTestimony, &token) {
        return confirm_testimony(&app, prefix, &token, id).await;
    }
    if let Ok(id) = app.store.keys().read_token::<CoSignatureId>(TokenKind::ConfirmCoSignature, &token) {
        return super::letters::confirm(&app, prefix, &token, id).await;
    }
    let (signature, campaign) = load(&app, &token).await?;
    if signature.state == SignatureState::Pending && !is_late(&app, &campaign) {
        app.store.signatures().confirm(signature.id).await?;
        app.cache.refresh();
    }
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    Ok(see_other(&format!("{language}/confirm/{token}")))
}
