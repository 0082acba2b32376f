//! Every address of Redress, and what each request passes on its way.
//! A role is asked in the handler's first line, and only there; who may do what is in `domain::Role` and, where
//! several organizations host a campaign, in `domain::HostRights`.

use std::time::Duration;

use axum::extract::{DefaultBodyLimit, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Extension, Router, middleware};
use http::{HeaderValue, StatusCode, header};
use redress_domain::Locale;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::forms::*;
use crate::metrics;
use crate::web::{App, Prefix, form, headers, refusal};

/// What takes longer to answer, once it is read, is not going to be.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);

/// The pages whose forms may hold pictures or other files, whatever their prefix of a language.
const WITH_PICTURES: &[&str] = &[
    "/admin/c/{slug}/statements/new",
    "/admin/c/{slug}/statements/{id}",
    "/admin/c/{slug}/outcome",
    "/letters/{token}",
];

/// Whether a route takes a form with pictures.
pub fn takes_pictures(route: &str) -> bool {
    WITH_PICTURES.contains(&route)
        || Locale::ALL.iter().any(|locale| {
            let rest = route.strip_prefix('/').and_then(|route| route.strip_prefix(locale.code()));
            rest.is_some_and(|rest| WITH_PICTURES.contains(&rest))
        })
}

/// The pages of residents, in the language of their prefix.
fn public(prefix: Prefix) -> Router<App> {
    Router::new()
        .route("/c/{slug}", get(campaign::show))
        .route("/c/{slug}/sign", get(petition::show).post(petition::sign))
        .route("/c/{slug}/sign/sent", get(petition::sent))
        .route("/embed/{slug}", get(embed::show).post(embed::sign))
        .route("/embed/{slug}/sent", get(embed::sent))
        .route("/partners/{token}", get(partners::show).post(partners::act))
        .route("/c/{slug}/testimony", get(testimony::show).post(testimony::submit))
        .route("/c/{slug}/testimony/sent", get(testimony::sent))
        .route("/testimony/{token}", get(testimony::show_mine).post(testimony::change))
        .route("/drafts/{token}", get(testimony::show_shared).post(testimony::suggest))
        .route("/c/{slug}/hearings.ics", get(hearings::calendar))
        .route("/c/{slug}/hearings/{file}", get(hearings::calendar_of_one))
        .route("/c/{slug}/contact", get(contact::show).post(contact::count))
        .route("/c/{slug}/letters/{letter}", get(letters::show).post(letters::co_sign))
        .route("/c/{slug}/letters/{letter}/sent", get(letters::sent))
        .route("/letters/{token}", get(letters::show_own).post(letters::answer))
        .route("/c/{slug}/kit", get(kit::list))
        .route("/c/{slug}/kit/{piece}", get(kit::show).post(kit::fill))
        .route("/c/{slug}/press", get(statement::press))
        .route("/c/{slug}/places", get(places::show))
        .route("/c/{slug}/places.csv", get(places::csv))
        .route("/c/{slug}/places.atom", get(places::feed))
        .route("/confirm/{token}", get(confirm::show).post(confirm::confirm))
        .route("/news/{token}", get(news::show_leave).post(news::leave))
        .route("/mine/{token}", get(mine::show).post(mine::change))
        .route("/mine/{token}/unsubscribe", get(mine::unsubscribe_page).post(mine::unsubscribe))
        .layer(Extension(prefix))
}

fn admin() -> Router<App> {
    Router::new()
        .route("/admin", get(desk::home))
        .route("/admin/login", get(session::show_login).post(session::log_in))
        .route("/admin/logout", post(session::log_out))
        .route("/admin/setup/{token}", get(session::show_setup).post(session::set_up))
        .route("/admin/invitation/{token}", get(session::show_invitation).post(session::accept))
        .route("/admin/hosts/{token}", get(hosts::invited).post(hosts::accept))
        .route("/admin/members", get(members::show).post(members::invite))
        .route("/admin/members/{id}", post(members::change))
        .route("/admin/account", get(account::show).post(account::change))
        .route("/admin/organization", get(organization::show).post(organization::save))
        .route("/admin/campaigns/new", get(editor::show_new).post(editor::create))
        .route("/admin/c/{slug}", get(desk::dashboard))
        .route("/admin/c/{slug}/edit", get(editor::show).post(editor::save))
        .route("/admin/c/{slug}/state", post(desk::step))
        .route("/admin/c/{slug}/preview", get(desk::preview))
        .route("/admin/c/{slug}/templates", get(templates::show).post(templates::write))
        .route("/admin/c/{slug}/places", get(places::desk).post(places::write))
        .route("/admin/c/{slug}/held", get(held::show).post(held::decide))
        .route("/admin/c/{slug}/comments", get(comments::show).post(comments::decide))
        .route("/admin/c/{slug}/duplicates", get(exclusions::show).post(exclusions::decide))
        .route("/admin/c/{slug}/testimonies", get(testimonies::show))
        .route("/admin/c/{slug}/testimonies/letters", get(testimonies::letters))
        .route("/admin/c/{slug}/testimonies/{id}", get(testimonies::read).post(testimonies::change))
        .route("/admin/c/{slug}/speakers", get(speakers::show).post(speakers::change))
        .route("/admin/c/{slug}/hearings", get(hearings::list).post(hearings::decide))
        .route("/admin/c/{slug}/hearings/new", get(hearings::show_new).post(hearings::create))
        .route("/admin/c/{slug}/hearings/{id}", get(hearings::show).post(hearings::save))
        .route("/admin/c/{slug}/bodies", get(bodies::list).post(bodies::remove))
        .route("/admin/c/{slug}/bodies/new", get(bodies::show_new).post(bodies::create))
        .route("/admin/c/{slug}/bodies/{id}", get(bodies::show).post(bodies::save))
        .route("/admin/c/{slug}/letters", get(letters::list).post(letters::begin))
        .route("/admin/c/{slug}/letters/{id}", get(letters::show_editor).post(letters::write))
        .route(
            "/admin/c/{slug}/letters/{id}/co-signers",
            get(letters::show_circulation).post(letters::circulate),
        )
        .route("/admin/c/{slug}/contact", get(contact::desk).post(contact::save))
        .route("/admin/c/{slug}/statements", get(statement::list).post(statement::decide))
        .route("/admin/c/{slug}/statements/new", get(statement::show_new).post(statement::create))
        .route("/admin/c/{slug}/statements/{id}", get(statement::show).post(statement::save))
        .route("/admin/c/{slug}/outcome", get(outcome::show).post(outcome::write))
        .route("/admin/c/{slug}/news", get(news::show).post(news::write))
        .route("/admin/c/{slug}/partners", get(partners::desk).post(partners::manage))
        .route("/admin/c/{slug}/hosts", get(hosts::show).post(hosts::change))
        .route("/admin/c/{slug}/packet", get(packet::show).post(packet::ask))
        .route("/admin/c/{slug}/packet/{id}", get(packet::download))
        .layer(Extension(Prefix::default()))
}

/// The whole of it.
pub fn router(app: App) -> Router {
    let mut router = Router::new()
        .route("/", get(campaign::home).layer(Extension(Prefix::default())))
        .merge(public(Prefix::default()))
        .merge(admin())
        .route("/media/{file}", get(upload::show))
        .route("/do/{name}", get(islands::answer).post(islands::answer))
        .route("/outbox", get(outbox::list))
        .route("/outbox/{id}", get(outbox::read))
        .route("/outbox/{id}/html", get(outbox::html))
        .route("/assets/{*file}", get(crate::assets::serve))
        .route("/embed.js", get(embed::script))
        .route("/favicon.ico", get(crate::assets::favicon))
        .route("/health/live", get(|| async { "alive\n" }))
        .route("/health/ready", get(ready));
    for locale in Locale::ALL {
        let prefix = Prefix(Some(*locale));
        router = router
            .route(&format!("/{locale}"), get(campaign::home).layer(Extension(prefix)))
            .nest(&format!("/{locale}"), public(prefix));
    }
    let router = router
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::disable())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_REQUEST))
        .layer(middleware::from_fn_with_state(app.clone(), form::read_whole))
        .layer(middleware::from_fn(headers::refuse_other_sites))
        .layer(middleware::from_fn_with_state(app.clone(), refusal::explain))
        .layer(CompressionLayer::new().br(true).gzip(true))
        .layer(middleware::from_fn_with_state(app.clone(), headers::set));
    // Outermost, so that refusals count as well; and only where somebody reads the counts.
    let router = match app.settings.metrics_listen {
        Some(_) => router.layer(middleware::from_fn_with_state(app.clone(), metrics::count)),
        None => router,
    };
    router.with_state(app)
}

/// Ready when the database answers.
async fn ready(State(app): State<App>) -> Response {
    let no_store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    match tokio::time::timeout(Duration::from_secs(3), app.store.ping()).await {
        Ok(Ok(())) => (no_store, "ready\n").into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, no_store, "the database does not answer\n").into_response(),
    }
}
