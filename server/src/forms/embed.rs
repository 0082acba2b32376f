//! The form on other sites: one page that may be framed, the page after it, and the script that sizes the frame.
//! It is the same form with the same rules as on our own page, and asks for as little.

use std::net::SocketAddr;
use std::sync::LazyLock;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::{Html, IntoResponse as _, Response};
use base64::Engine as _;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use redress_app::partner::embed;
use redress_app::petition::model::SignFormView;
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::RawSignForm;
use redress_store::Campaign;
use sha2::{Digest as _, Sha256};

use super::Fields;
use super::campaign::{From, public};
use super::petition::{Taken, take};
use crate::models;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// Anybody may frame it; it loads nothing, runs the one script that tells its height, and posts to us alone.
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let hash = |text: &str| base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes()));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; form-action 'self'; \
         base-uri 'none'; frame-ancestors *",
        hash(embed::HEIGHT_SCRIPT),
        hash(&embed::STYLE)
    );
    HeaderValue::from_str(&policy).expect("the policy is made of visible ASCII letters")
});

fn framable(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY.clone());
    for_other_sites(headers);
    response
}

fn for_other_sites(headers: &mut HeaderMap) {
    let name = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(name, HeaderValue::from_static("cross-origin"));
}

/// `GET /embed/{slug}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let source = from.label();
    let key = format!("/{}/embed/{slug}?{source}", prefix.0.map_or("", redress_domain::Locale::code));
    let response = app
        .cache
        .get(key, "text/html; charset=utf-8", &headers, async || {
            let campaign = public(&app, &slug).await?;
            let form = SignFormView {
                typed: RawSignForm { source, ..RawSignForm::default() },
                seen: app.store.keys().mark(app.clock.now()),
                ..SignFormView::default()
            };
            page(&app, prefix, &campaign, form).await
        })
        .await?;
    Ok(framable(response))
}

async fn page(app: &App, prefix: Prefix, campaign: &Campaign, form: SignFormView) -> Result<String, Refusal> {
    let locale = prefix.locale(campaign.first_language());
    let share_url = app.settings.url(&format!("/c/{}", campaign.slug));
    let view = models::campaign_view(&app.store, app.clock.now(), campaign, locale, share_url).await?;
    let form = SignFormView { asks: models::asked(campaign, &form.typed.source, locale), ..form };
    Ok(embed::page(Words(locale), &view, &form))
}

fn private(status: StatusCode, page: String) -> Response {
    let mut response = framable((status, Html(page)).into_response());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// `POST /embed/{slug}`: from within the frame, whose page is ours, so that the browser calls it same-origin.
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
            let sent = format!("/embed/{}/sent", campaign.slug);
            Ok(see_other(&shell::path(locale, campaign.first_language(), &sent)))
        }
        Taken::Refused(form) => {
            let page = page(&app, prefix, &campaign, *form).await?;
            Ok(private(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// `GET /embed/{slug}/sent`
pub async fn sent(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    let locale = prefix.locale(campaign.first_language());
    let share_url = app.settings.url(&format!("/c/{slug}"));
    let view = models::campaign_view(&app.store, app.clock.now(), &campaign, locale, share_url).await?;
    Ok(private(StatusCode::OK, embed::sent(Words(locale), &view)))
}

/// `GET /embed.js`
pub async fn script() -> Response {
    let mut response = embed::SIZING.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    for_other_sites(headers);
    response
}
