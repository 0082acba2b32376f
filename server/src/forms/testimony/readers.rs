//! A shared draft: `GET` and `POST /drafts/{token}`. Its readers have no account; they see the text and not whose
//! it is.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::testimony::model::SharedView;
use redress_app::words::Words;
use redress_app::{markup, testimony};
use redress_domain::{Locale, PersonName, TestimonyForm, clean_pasted, clean_text};
use redress_store::{Campaign, Suggested, SuggestedText, Testimony, TokenKind};
use serde::Deserialize;
use uuid::Uuid;

use super::is_within;
use crate::forms::Fields;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// The longest comment, in characters.
const LONGEST_COMMENT: usize = 5_000;

/// `?done=suggested`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

async fn load(app: &App, token: &str) -> Result<(Uuid, Testimony, Campaign), Refusal> {
    let share: Uuid =
        app.store.keys().read_token(TokenKind::SharedDraft, token).map_err(|_| Refusal::NotFound)?;
    // The link is one of ours; its writer has stopped it or sent the draft.
    let row = app.store.testimonies().find_shared(share).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(row.campaign).await?.ok_or(Refusal::Gone)?;
    Ok((share, row, campaign))
}

fn view(prefix: Prefix, row: &Testimony, campaign: &Campaign) -> (Words, SharedView) {
    let locale = prefix.locale(row.locale);
    let text = row.writer.as_ref().map(|writer| writer.text.clone()).unwrap_or_default();
    let view = SharedView {
        campaign: super::setting::about(campaign, locale),
        language: row.language.parse().ok(),
        html: markup::testimony(&clean_pasted(&text)),
        proposed: text.clone(),
        text,
        number: row.text_number,
        name: String::new(),
        comment: String::new(),
        error: None,
        done: false,
    };
    (Words(locale), view)
}

/// `GET /drafts/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let (_, row, campaign) = load(&app, &token).await?;
    let (words, mut view) = view(prefix, &row, &campaign);
    view.done = done.done == "suggested";
    let page = testimony::shared_frame(words, &view);
    Ok(app.private(StatusCode::OK, &page, || testimony::shared(words, &view)))
}

fn ended(app: &App, prefix: Prefix, fields: &Fields) -> Response {
    let words = Words(prefix.0.unwrap_or(Locale::En));
    let page = testimony::ended_frame(words);
    let (text, comment) = (fields.get("text"), fields.get("comment"));
    app.private(StatusCode::GONE, &page, || testimony::ended(words, text, comment))
}

/// `POST /drafts/{token}`
pub async fn suggest(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let (share, row, campaign) = match load(&app, &token).await {
        // What a reader was still writing comes back.
        Err(Refusal::Gone) => return Ok(ended(&app, prefix, &fields)),
        loaded => loaded?,
    };
    let (words, mut view) = view(prefix, &row, &campaign);
    let typed = fields.get("text").replace("\r\n", "\n");
    let (text, comment) = (clean_pasted(&typed), clean_text(fields.get("comment")));
    let changed = text != clean_pasted(&view.text);
    let name = PersonName::parse(fields.get("name"));
    view.error = match &name {
        Err(problem) => Some(("name", problem.message())),
        Ok(_) if text.chars().count() > TestimonyForm::LONGEST => Some(("text", "error-testimony-long")),
        Ok(_) if comment.chars().count() > LONGEST_COMMENT => Some(("comment", "draft-error-comment")),
        Ok(_) if comment.is_empty() && !changed => Some(("text", "draft-error-nothing")),
        Ok(_) => None,
    };
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let (None, Ok(name)) = (view.error, name) {
        if is_within(&app, peer, &headers) {
            let suggested = SuggestedText {
                name: name.as_str().to_owned(),
                text: changed.then(|| text.clone()),
                comment: comment.clone(),
            };
            let number = fields.get("base").parse().unwrap_or(row.text_number);
            match app.store.testimonies().suggest(share, number, &suggested).await? {
                Suggested::Kept => {
                    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
                    return Ok(see_other(&format!("{language}/drafts/{token}?done=suggested")));
                }
                Suggested::Stopped => return Ok(ended(&app, prefix, &fields)),
                Suggested::Full => view.error = Some(("text", "draft-error-full")),
            }
        } else {
            status = StatusCode::TOO_MANY_REQUESTS;
            view.error = Some(("text", "testimony-slowly"));
        }
    }
    fields.get("name").clone_into(&mut view.name);
    (view.comment, view.proposed) = (fields.get("comment").replace("\r\n", "\n"), typed);
    let page = testimony::shared_frame(words, &view);
    Ok(app.private(status, &page, || testimony::shared(words, &view)))
}
