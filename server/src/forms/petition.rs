//! Signing: `GET` and `POST /c/{slug}/sign`, and the page that says where to look next.
//! First signature, second signature or bot: the answer is the same page.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use jiff::SignedDuration;
use redress_app::petition::model::SignFormView;
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::{Hold, RawSignForm, SignForm, WordingId};
use redress_store::{Campaign, Incoming};

use super::Fields;
use super::campaign::{From, public};
use crate::models;
use crate::web::client::{address, see_other};
use crate::web::{App, Prefix, Refusal};

/// Nobody reads and fills the form faster.
const READING: SignedDuration = SignedDuration::from_secs(2);

/// `GET /c/{slug}/sign`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    Query(from): Query<From>,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    page(&app, prefix, &campaign, StatusCode::OK, empty(&app, from)).await
}

/// The form with nothing in it, for a visitor who came by this link.
pub fn empty(app: &App, from: From) -> SignFormView {
    SignFormView {
        typed: RawSignForm { source: from.label(), ..RawSignForm::default() },
        seen: app.store.keys().mark(app.clock.now()),
        ..SignFormView::default()
    }
}

async fn page(
    app: &App,
    prefix: Prefix,
    campaign: &Campaign,
    status: StatusCode,
    form: SignFormView,
) -> Result<Response, Refusal> {
    let locale = prefix.locale(campaign.first_language());
    let words = Words(locale);
    let share_url = app.settings.url(&format!("/c/{}", campaign.slug));
    let view = models::campaign_view(&app.store, app.clock.now(), campaign, locale, share_url).await?;
    let form = SignFormView { asks: models::asked(campaign, &form.typed.source, locale), ..form };
    let page = redress_app::petition::frame(words, &view, &form, &app.settings.url(""));
    Ok(app.private(status, &page, || redress_app::petition::page(words, &view, &form)))
}

/// `POST /c/{slug}/sign`
pub async fn sign(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    match take(&app, prefix, &campaign, peer, &headers, &fields).await? {
        Taken::Sent => {
            let locale = prefix.locale(campaign.first_language());
            let sent = format!("/c/{}/sign/sent", campaign.slug);
            Ok(see_other(&shell::path(locale, campaign.first_language(), &sent)))
        }
        Taken::Refused(form) => page(&app, prefix, &campaign, StatusCode::UNPROCESSABLE_ENTITY, *form).await,
    }
}

/// What became of a form.
pub enum Taken {
    /// It is on disk, or stands since before: the answer is the same.
    Sent,
    /// It comes back as it was typed, with everything that is wrong with it. Where signing has ended or rests, the
    /// page says so kindly.
    Refused(Box<SignFormView>),
}

/// Takes a form, wherever it was shown.
pub async fn take(
    app: &App,
    prefix: Prefix,
    campaign: &Campaign,
    peer: SocketAddr,
    headers: &HeaderMap,
    fields: &Fields,
) -> Result<Taken, Refusal> {
    let raw = raw(fields);
    if !campaign.is_open_at(app.clock.now()) {
        let form = SignFormView { typed: raw, ..SignFormView::default() };
        return Ok(Taken::Refused(Box::new(form)));
    }
    let form = match SignForm::parse(&raw, campaign.rules) {
        Ok(form) => form,
        Err(errors) => {
            let form = SignFormView { seen: raw.seen.clone(), typed: raw, errors, asks: None };
            return Ok(Taken::Refused(Box::new(form)));
        }
    };
    let incoming = Incoming {
        campaign: campaign.id,
        zone: campaign.zone.clone(),
        version: campaign.version().id,
        locale: prefix.locale(campaign.first_language()),
        form,
        hold: hold(app, &raw, peer, headers),
        wording: agreed(campaign, &raw),
    };
    app.store.signatures().receive(incoming).await?;
    app.mail_due.notify_one();
    Ok(Taken::Sent)
}

/// The partner's question that was shown and agreed to: one that a host had agreed to, of the partner whose link it
/// was. Anything else is passed over, since no person typed it.
fn agreed(campaign: &Campaign, raw: &RawSignForm) -> Option<WordingId> {
    let shown: WordingId = raw.wording.parse().ok().filter(|_| raw.hear == "on")?;
    let partner = campaign.partner_of(&raw.source)?;
    let now = partner.asks.as_ref().map(|(id, _)| *id);
    // Another may have been agreed to while the form was open: what was ticked is what counts.
    now.into_iter().chain(partner.asked.iter().copied()).find(|id| *id == shown)
}

fn raw(fields: &Fields) -> RawSignForm {
    let get = |name| fields.get(name).to_owned();
    RawSignForm {
        name: get("name"),
        email: get("email"),
        street: get("street"),
        unit: get("unit"),
        city: get("city"),
        state: get("state"),
        zip: get("zip"),
        residency: get("residency"),
        visibility: get("visibility"),
        share: get("share"),
        news: get("news"),
        comment: get("comment"),
        source: get("source"),
        hear: get("hear"),
        wording: get("wording"),
        website: get("website"),
        seen: get("seen"),
    }
}

/// Why a person should look at it before it counts. Who sends no mark is not judged by time.
fn hold(app: &App, raw: &RawSignForm, peer: SocketAddr, headers: &HeaderMap) -> Option<Hold> {
    let now = app.clock.now();
    let key = address(&app.settings, app.store.keys(), peer, headers);
    let within = app.sign_limit.take(&key, now);
    if !raw.website.is_empty() {
        return Some(Hold::HiddenField);
    }
    if let Ok(seen) = app.store.keys().read_mark(&raw.seen)
        && now.duration_since(seen) < READING
    {
        return Some(Hold::TooFast);
    }
    (!within).then_some(Hold::ManyFromOneAddress)
}

/// `GET /c/{slug}/sign/sent`
pub async fn sent(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    let locale = prefix.locale(campaign.first_language());
    let words = Words(locale);
    let share_url = app.settings.url(&format!("/c/{slug}"));
    let view = models::campaign_view(&app.store, app.clock.now(), &campaign, locale, share_url).await?;
    let loopback_mail = app.settings.outbox().is_some() && peer.ip().is_loopback();
    let page = redress_app::parts::sent_frame(words);
    Ok(app.private(StatusCode::OK, &page, || redress_app::petition::sent(words, &view, loopback_mail)))
}
