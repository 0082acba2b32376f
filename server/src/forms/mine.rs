//! A signer's own page: what they gave, and how to change, withdraw or erase it. The mail's link is the key.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use redress_app::mine::model::{MineSignature, MineView};
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::{Locale, SignatureId, SignatureState, WordingId};
use redress_store::{Campaign, SignatureUpdate, TokenKind};
use serde::Deserialize;

use super::Fields;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

const DONE: &[(&str, &str)] = &[
    ("visibility", "mine-done-visibility"),
    ("news", "mine-done-news"),
    ("hear", "mine-done-hear"),
    ("withdraw", "mine-done-withdraw"),
    ("erase", "mine-done-erase"),
];

/// `?done=…`: what was just done; anything else is passed over.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /mine/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let done = DONE.iter().find(|(name, _)| *name == done.done).map(|(_, message)| *message);
    page(&app, prefix, token, StatusCode::OK, done, None).await
}

async fn page(
    app: &App,
    prefix: Prefix,
    token: String,
    status: StatusCode,
    done: Option<&'static str>,
    wrong: Option<(SignatureId, &'static str, &'static str)>,
) -> Result<Response, Refusal> {
    let id = app.store.keys().read_token(TokenKind::Mine, &token).map_err(|_| Refusal::NotFound)?;
    let signatures = app.store.signatures().of_same_mailbox(id).await?;
    // The link is one of ours; what it led to is forgotten.
    let first = signatures.first().ok_or(Refusal::Gone)?;
    let locale = prefix.locale(first.locale);
    let mut rows = Vec::with_capacity(signatures.len());
    for signature in signatures {
        let Some(campaign) = app.store.campaigns().find(signature.campaign).await? else { continue };
        let Some(signer) = signature.signer else { continue };
        rows.push(MineSignature {
            id: signature.id,
            path: shell::path(locale, campaign.first_language(), &format!("/c/{}", campaign.slug)),
            title: campaign.text(locale).1.title.clone(),
            name: signer.name.as_str().to_owned(),
            // An exclusion is undone or upheld by people; to its signer it is what they gave.
            state: match signature.state {
                SignatureState::Excluded => SignatureState::Confirmed,
                other => other,
            },
            visibility: signature.visibility,
            news: signature.news,
            hears: hears(app, &campaign, signature.wording, signature.locale).await?,
            comment: signer.comment,
            signed_on: signature.received_at.to_zoned(campaign.zone.clone()).date(),
        });
    }
    let words = Words(locale);
    let view = MineView { token, signatures: rows, done, wrong };
    let page = redress_app::mine::frame(words, &view);
    Ok(app.private(status, &page, || redress_app::mine::page(words, &view)))
}

/// Which partner may write to a signer, and the words they agreed to in the language they signed in.
async fn hears(
    app: &App,
    campaign: &Campaign,
    wording: Option<WordingId>,
    locale: Locale,
) -> Result<Option<(String, String)>, Refusal> {
    let Some(wording) = wording else { return Ok(None) };
    let Some(wording) = app.store.partners().wording(wording).await? else { return Ok(None) };
    let Some(partner) = app.store.partners().find(campaign.id, wording.partner).await? else {
        return Ok(None);
    };
    Ok(wording.texts.get(&locale).map(|text| (partner.organization, text.clone())))
}

/// `POST /mine/{token}`
pub async fn change(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    let id = app.store.keys().read_token(TokenKind::Mine, &token).map_err(|_| Refusal::NotFound)?;
    let target = match fields.get("signature") {
        "" => id,
        other => other.parse().map_err(|_| Refusal::Form)?,
    };
    // The link opens what came from its own mailbox, and nothing else.
    let own = app.store.signatures().of_same_mailbox(id).await?;
    let target = own.into_iter().find(|signature| signature.id == target).ok_or(Refusal::NotFound)?;
    let action = fields.get("action");
    let refuse = async |field, message| {
        let wrong = Some((target.id, field, message));
        page(&app, prefix, token.clone(), StatusCode::UNPROCESSABLE_ENTITY, None, wrong).await
    };
    let update = match action {
        "visibility" => match fields.get("visibility").parse() {
            Ok(visibility) => SignatureUpdate::Visibility(visibility),
            Err(_) => return refuse("visibility", "mine-error-visibility").await,
        },
        "hear" => SignatureUpdate::HearNothing,
        "news" => SignatureUpdate::News(fields.get("news") == "on"),
        "withdraw" => SignatureUpdate::Withdraw,
        "erase" if fields.get("sure") == "on" => SignatureUpdate::Erase,
        "erase" => return refuse("sure", "mine-error-sure").await,
        _ => return Err(Refusal::Form),
    };
    // Of whom nothing is kept, nothing is changed: what counted when the person was forgotten goes on counting.
    if target.signer.is_some() {
        app.store.signatures().change(target.id, update).await?;
        app.cache.refresh();
    }
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    Ok(see_other(&format!("{language}/mine/{token}?done={action}")))
}

/// `POST /mine/{token}/unsubscribe`: one click in the mail program (RFC 8058), no page and no question.
pub async fn unsubscribe(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Refusal> {
    let id = app.store.keys().read_token(TokenKind::Mine, &token).map_err(|_| Refusal::NotFound)?;
    app.store.news().unsubscribe(redress_domain::NewsReader::Signer(id)).await?;
    Ok((StatusCode::OK, [(http::header::CACHE_CONTROL, "no-store")], "OK\n").into_response())
}

/// `GET /mine/{token}/unsubscribe`: a scanner or a person opened it; nothing changes, the page has the button.
pub async fn unsubscribe_page(Path(token): Path<String>) -> Response {
    see_other(&format!("/mine/{token}"))
}
