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
use redress_domain::{FieldErrors, Hold, RawSignForm, SignForm};
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
    let form = SignFormView {
        typed: RawSignForm { source: from.label(), ..RawSignForm::default() },
        errors: FieldErrors::default(),
        seen: app.store.keys().mark(app.clock.now()),
    };
    page(&app, prefix, &campaign, StatusCode::OK, form).await
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
    let raw = raw(&fields);
    if !campaign.is_open_at(app.clock.now()) {
        // The page says kindly that signing has ended or rests.
        let form = SignFormView { typed: raw, ..SignFormView::default() };
        return page(&app, prefix, &campaign, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    let form = match SignForm::parse(&raw, campaign.rules) {
        Ok(form) => form,
        Err(errors) => {
            let form = SignFormView { seen: raw.seen.clone(), typed: raw, errors };
            return page(&app, prefix, &campaign, StatusCode::UNPROCESSABLE_ENTITY, form).await;
        }
    };
    let locale = prefix.locale(campaign.first_language());
    let hold = hold(&app, &raw, peer, &headers);
    let incoming = Incoming {
        campaign: campaign.id,
        zone: campaign.zone.clone(),
        version: campaign.version().id,
        locale,
        form,
        hold,
    };
    app.store.signatures().receive(incoming).await?;
    app.mail_due.notify_one();
    let sent = format!("/c/{}/sign/sent", campaign.slug);
    Ok(see_other(&shell::path(locale, campaign.first_language(), &sent)))
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
    let page = redress_app::petition::sent_frame(words);
    Ok(app.private(StatusCode::OK, &page, || redress_app::petition::sent(words, &view, loopback_mail)))
}
