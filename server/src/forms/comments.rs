//! Comments, read by a moderator before anybody else: shown as they are, or hidden with a reason.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::comments::LONGEST_REASON;
use redress_app::desk::{CommentRow, CommentsView};
use redress_app::parts::Typed;
use redress_domain::{Action, CommentState, FieldErrors, SignatureId, clean_line};
use redress_store::{Campaign, Moderation, Signature};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

const PAGE: u64 = 50;

/// `?done=shown&count=3`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
    #[serde(default)]
    count: u64,
}

/// `GET /admin/c/{slug}/comments`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::Moderate)?;
    let campaign = own(&at, &slug)?;
    let done = match done.done.as_str() {
        "shown" => Some(("comments-done-shown", done.count)),
        "hidden" => Some(("comments-done-hidden", done.count)),
        _ => None,
    };
    page(&app, &at, StatusCode::OK, &campaign, Refused::default(), done).await
}

/// A form that was refused: what was ticked and typed, and what is wrong.
#[derive(Default)]
struct Refused {
    ticked: Vec<SignatureId>,
    typed: Typed,
    errors: FieldErrors,
}

async fn page(
    app: &App,
    at: &AtDesk,
    status: StatusCode,
    campaign: &Campaign,
    refused: Refused,
    done: Option<(&'static str, u64)>,
) -> Result<Response, Refusal> {
    let signatures = app.store.signatures();
    let row = |signature| row(campaign, &refused.ticked, signature);
    let waiting = signatures.comments(campaign.id, CommentState::Waiting, PAGE).await?;
    let mut decided = signatures.comments(campaign.id, CommentState::Shown, PAGE).await?;
    decided.extend(signatures.comments(campaign.id, CommentState::Hidden, PAGE).await?);
    decided.sort_by_key(|signature| std::cmp::Reverse(signature.confirmed_at));
    let view = CommentsView {
        title: title(campaign),
        total: signatures.comment_count(campaign.id, CommentState::Waiting).await?,
        waiting: waiting.into_iter().filter_map(row).collect(),
        decided: decided.into_iter().filter_map(row).collect(),
        typed: refused.typed,
        errors: refused.errors,
        done,
        slug: campaign.slug.clone(),
    };
    let desk = at.desk();
    let page = redress_app::desk::comments::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::desk::comments::page(WORDS, &desk, &view)))
}

fn row(campaign: &Campaign, ticked: &[SignatureId], signature: Signature) -> Option<CommentRow> {
    let public = signature.public()?;
    Some(CommentRow {
        id: signature.id,
        name: public.name,
        place: public.place,
        day: public.confirmed_at.to_zoned(campaign.zone.clone()).date(),
        text: signature.signer?.comment?,
        locale: signature.locale,
        state: signature.comment_state,
        reason: signature.comment_reason,
        ticked: ticked.contains(&signature.id),
    })
}

/// `POST /admin/c/{slug}/comments`
pub async fn decide(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::Moderate)?;
    let campaign = own(&at, &slug)?;
    let ids: Vec<SignatureId> =
        fields.all("signature").map(str::parse).collect::<Result<_, _>>().map_err(|_| Refusal::Form)?;
    let (moderation, verb) = match fields.get("action") {
        "show" => (Moderation::Show, "shown"),
        "hide" => {
            let reason = clean_line(fields.get("reason"));
            let mut errors = FieldErrors::default();
            if reason.is_empty() {
                errors.add("reason", "error-comments-reason-empty");
            } else if reason.chars().count() > LONGEST_REASON {
                errors.add("reason", "error-comments-reason-long");
            }
            if !errors.is_empty() {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let refused = Refused { ticked: ids, typed: fields.typed(), errors };
                return page(&app, &at, status, &campaign, refused, None).await;
            }
            (Moderation::Hide { reason }, "hidden")
        }
        _ => return Err(Refusal::Form),
    };
    let count = app.store.signatures().moderate(at.author(), campaign.id, &ids, &moderation).await?;
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/comments?done={verb}&count={count}")))
}
