//! The running order of a campaign's hearings: by hearing, with times, moved one place at a time.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::speakers::{HearingOrder, Speaker, SpeakersView};
use redress_domain::{Action, HearingId, ReadAloud, TestimonyId, TestimonyState, USUAL_MINUTES, starts};
use redress_store::{Campaign, Hearing, Moved};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// `?done=…`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /admin/c/{slug}/speakers`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let mut hearings = Vec::new();
    for hearing in app.store.hearings().of_campaign(campaign.id).await? {
        hearings.push(order(&app, &campaign, hearing).await?);
    }
    let view = SpeakersView {
        title: title(&campaign),
        hearings,
        done: match done.done.as_str() {
            "moved" => Some(("speakers-done", false)),
            "meanwhile" => Some(("speakers-meanwhile", true)),
            _ => None,
        },
        slug: campaign.slug.clone(),
    };
    let desk = at.desk();
    let page = redress_app::desk::speakers::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::desk::speakers::page(WORDS, &desk, &view)))
}

async fn order(app: &App, campaign: &Campaign, hearing: Hearing) -> Result<HearingOrder, Refusal> {
    let body = app.store.bodies().find(campaign.id, hearing.body).await?;
    let minutes = body.and_then(|body| body.profile.speak_minutes).unwrap_or(USUAL_MINUTES);
    let testimonies = app.store.testimonies().speakers(campaign.id, hearing.id).await?;
    let zoned = |at: jiff::Timestamp| at.to_zoned(campaign.zone.clone());
    let ends = starts(hearing.starts_at, minutes, testimonies.len() + 1).last().unwrap_or(hearing.starts_at);
    let times: Vec<_> = starts(hearing.starts_at, minutes, testimonies.len()).map(zoned).collect();
    let mut speakers = Vec::with_capacity(testimonies.len());
    for (testimony, at) in testimonies.into_iter().zip(times) {
        let writer = testimony.writer.unwrap_or_default();
        speakers.push(Speaker {
            id: testimony.id,
            length: ReadAloud::of(&writer.text, &testimony.language, minutes),
            name: writer.name,
            organization: writer.organization,
            how: testimony.speaking,
            at,
            read: testimony.state != TestimonyState::Confirmed,
        });
    }
    Ok(HearingOrder {
        id: hearing.id,
        title: hearing.title,
        starts: zoned(hearing.starts_at),
        place: hearing.place,
        state: hearing.state,
        minutes,
        speakers,
        ends: zoned(ends),
    })
}

/// `POST /admin/c/{slug}/speakers`
pub async fn change(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::Moderate)?;
    let campaign = own(&at, &slug)?;
    let hearing: HearingId = fields.get("hearing").parse().map_err(|_| Refusal::Form)?;
    let speaker: TestimonyId = fields.get("speaker").parse().map_err(|_| Refusal::Form)?;
    let place: usize = fields.get("place").parse().map_err(|_| Refusal::Form)?;
    let up = match fields.get("action") {
        "up" => true,
        "down" => false,
        _ => return Err(Refusal::Form),
    };
    let testimonies = app.store.testimonies();
    let done = match testimonies.move_speaker(at.author(), campaign.id, hearing, speaker, place, up).await? {
        Moved::Done => "moved",
        Moved::Meanwhile => "meanwhile",
    };
    Ok(see_other(&format!("/admin/c/{slug}/speakers?done={done}#hearing-{hearing}")))
}
