//! The packet page: what to know before, building with progress, and the download.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use redress_app::packet::{PacketRow, PacketState as Shown, PacketView, Preflight};
use redress_domain::{Action, CommentState, PacketId, TestimonyState};
use redress_store::{BodyRecord, Campaign, Entry, PacketState};

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::packets::profile_of;
use crate::shelf::Shelf;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// `GET /admin/c/{slug}/packet`
pub async fn show(State(app): State<App>, at: AtDesk, Path(slug): Path<String>) -> Result<Response, Refusal> {
    at.may(Action::MakePacket)?;
    let campaign = own(&at, &slug)?;
    page(&app, &at, campaign, StatusCode::OK).await
}

async fn page(app: &App, at: &AtDesk, campaign: Campaign, status: StatusCode) -> Result<Response, Refusal> {
    let tally = app.store.tally(campaign.id).await?;
    let mut preflight = Vec::new();
    if campaign.forgotten {
        let (message, lines) = ("preflight-forgotten", String::new());
        preflight.push(Preflight { message, count: 0, lines, stops: true });
    }
    if let Some(lines) = required_lines(app, &campaign).await? {
        preflight.push(Preflight { message: "preflight-required", count: 0, lines, stops: false });
    }
    let mut note =
        |message, count| preflight.push(Preflight { message, count, lines: String::new(), stops: false });
    let testimony = app.store.testimonies().numbers(campaign.id).await?;
    let testimonies = [TestimonyState::Approved, TestimonyState::Included]
        .iter()
        .filter_map(|state| testimony.by_state.get(state))
        .sum::<u64>();
    if tally.confirmed == 0 {
        note("preflight-no-signatures", 0);
    }
    if let Some(waiting) = testimony.by_state.get(&TestimonyState::Confirmed).filter(|count| **count > 0) {
        note("preflight-testimonies", *waiting);
    }
    if campaign.state.is_open() {
        note("preflight-still-open", 0);
    }
    if campaign.matters.iter().all(|matter| matter.body.name.is_empty()) {
        note("preflight-no-body", 0);
    }
    if campaign.matters.iter().all(|matter| matter.docket.is_empty()) {
        note("preflight-no-docket", 0);
    }
    if campaign.text(campaign.first_language()).1.letter.is_empty() {
        note("preflight-no-letter", 0);
    }
    if campaign.searched_at.is_none() {
        note("preflight-never-searched", 0);
    }
    let held = app.store.held_count(campaign.id).await?;
    if held > 0 {
        note("preflight-held", held);
    }
    let waiting = app.store.exclusions().waiting(campaign.id, 0).await?.1;
    if waiting > 0 {
        note("preflight-likely", waiting);
    }
    let unread = app.store.signatures().comment_count(campaign.id, CommentState::Waiting).await?;
    if unread > 0 {
        note("preflight-comments", unread);
    }
    if tally.pending > 0 {
        note("preflight-pending", tally.pending);
    }
    let bodies = bodies(&campaign);
    let mut packets = Vec::new();
    for packet in app.store.packets().of_campaign(campaign.id).await? {
        let state = match packet.state {
            PacketState::Building => {
                Shown::Building(app.store.jobs().percent(packet.id.0).await?.unwrap_or(0))
            }
            PacketState::Ready => Shown::Ready,
            PacketState::Superseded => Shown::Superseded,
            PacketState::Failed => Shown::Failed(packet.reference.clone().unwrap_or_default()),
        };
        let member = match packet.account {
            Some(account) => app.store.accounts().name(account).await?,
            None => None,
        };
        packets.push(PacketRow {
            id: packet.id,
            number: packet.number,
            state,
            taken_at: packet.taken_at.to_zoned(campaign.zone.clone()),
            member,
            signatures: packet.signatures,
            testimonies: packet.testimonies,
            bytes: packet.bytes,
            sha256: packet.manifest_sha256,
            recipient: bodies
                .iter()
                .find(|body| packet.recipient.as_deref().is_none_or(|slug| slug == body.slug))
                .filter(|_| bodies.len() > 1)
                .map(|body| body.name.clone()),
        });
    }
    let view = PacketView {
        title: title(&campaign),
        confirmed: tally.confirmed,
        testimonies,
        languages: campaign.languages.clone(),
        recipients: bodies.iter().map(|body| (body.slug.clone(), body.name.clone())).collect(),
        preflight,
        packets,
        slug: campaign.slug,
    };
    let desk = at.desk();
    let page = redress_app::packet::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::packet::page(WORDS, &desk, &view)))
}

/// What the body asks each testimony to name, where there is testimony for it.
async fn required_lines(app: &App, campaign: &Campaign) -> Result<Option<String>, Refusal> {
    let profile = profile_of(&app.store, campaign).await.map_err(|error| Refusal::broken(&error))?;
    let any = !app.store.testimonies().numbers(campaign.id).await?.by_state.is_empty();
    Ok(Some(profile.required_lines.join(", ")).filter(|lines| any && !lines.is_empty()))
}

/// The bodies a campaign's matters are before, each once.
fn bodies(campaign: &Campaign) -> Vec<&BodyRecord> {
    let mut bodies: Vec<&BodyRecord> = Vec::new();
    for matter in &campaign.matters {
        if !bodies.iter().any(|body| body.slug == matter.body.slug) {
            bodies.push(&matter.body);
        }
    }
    bodies
}

/// `POST /admin/c/{slug}/packet`
pub async fn ask(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::MakePacket)?;
    let campaign = own(&at, &slug)?;
    let slice = match fields.get("slice") {
        "" => redress_store::Slice::All,
        other => other.parse().map_err(|_| Refusal::Form)?,
    };
    let locale = match fields.get("language") {
        "" => campaign.first_language(),
        other => other.parse().map_err(|_| Refusal::Form)?,
    };
    let recipient = match fields.get("recipient") {
        "" => None,
        slug if bodies(&campaign).iter().any(|body| body.slug == slug) => Some(slug.to_owned()),
        _ => return Err(Refusal::Form),
    };
    if campaign.forgotten {
        return page(&app, &at, campaign, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    // What is certain is removed before every packet, so that none goes out unchecked.
    crate::duplicates::search(&app.store, at.author(), campaign.id).await?;
    app.store.packets().ask(at.author(), campaign.id, locale, slice, recipient).await?;
    app.cache.refresh();
    app.job_due.notify_one();
    Ok(see_other(&format!("/admin/c/{slug}/packet")))
}

/// `GET /admin/c/{slug}/packet/{id}`
pub async fn download(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    at.may(Action::MakePacket)?;
    let campaign = own(&at, &slug)?;
    let id: PacketId = id.parse().map_err(|_| Refusal::NotFound)?;
    let packet = app.store.packets().find(id).await?.filter(|packet| packet.campaign == campaign.id);
    let packet = packet.ok_or(Refusal::NotFound)?;
    let path = packet.path.ok_or(Refusal::NotFound)?;
    let shelf = Shelf::open(&app.settings.storage).map_err(|error| Refusal::broken(&error))?;
    let bytes = shelf.get(&path).await.map_err(|error| Refusal::broken(&error))?;
    let entry = Entry {
        author: at.author(),
        campaign: Some(campaign.id),
        verb: "exported",
        object: packet.id.to_string(),
        before: String::new(),
        after: format!("{} · {}", packet.number, packet.signatures),
    };
    app.store.audit().append(entry).await?;
    let mut response = Body::from(bytes).into_response();
    let name = format!("attachment; filename=\"{slug}-packet-{}.zip\"", packet.number);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
