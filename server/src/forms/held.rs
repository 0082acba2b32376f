//! Held signatures: an organizer sees why, and releases them or leaves them out.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::{HeldRow, HeldView};
use redress_domain::{Action, Hold, SignatureId, SignatureState};
use redress_store::Entry;
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

const PAGE: u64 = 200;

/// `?done=released&count=3`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
    #[serde(default)]
    count: u64,
}

/// `GET /admin/c/{slug}/held`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let held = app.store.signatures().page(campaign.id, SignatureState::Quarantined, None, PAGE).await?;
    let rows = held
        .into_iter()
        .filter_map(|signature| {
            Some(HeldRow {
                id: signature.id,
                name: signature.signer?.name.as_str().to_owned(),
                zip: signature.zip,
                day: signature.received_at.to_zoned(campaign.zone.clone()).date(),
                hold: signature.hold.unwrap_or(Hold::ManyFromOneAddress),
            })
        })
        .collect();
    let view = HeldView {
        title: title(&campaign),
        rows,
        total: app.store.held_count(campaign.id).await?,
        done: match done.done.as_str() {
            "released" => Some(("held-released", done.count)),
            "excluded" => Some(("held-excluded", done.count)),
            _ => None,
        },
        slug: campaign.slug,
    };
    let desk = at.desk();
    let page = redress_app::desk::held::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::desk::held::page(WORDS, &desk, &view)))
}

/// `POST /admin/c/{slug}/held`
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
    let (verb, count) = match fields.get("action") {
        "release" => ("released", app.store.signatures().release(campaign.id, &ids).await?),
        "exclude" => ("excluded", app.store.signatures().leave_out(campaign.id, &ids).await?),
        _ => return Err(Refusal::Form),
    };
    if count > 0 {
        app.mail_due.notify_one();
        let entry = Entry {
            author: at.author(),
            campaign: Some(campaign.id),
            verb,
            object: "signature".to_owned(),
            before: String::new(),
            after: count.to_string(),
        };
        app.store.audit().append(entry).await?;
    }
    Ok(see_other(&format!("/admin/c/{slug}/held?done={verb}&count={count}")))
}
