//! Refusals: a status, and a page that says what to do. A fault of ours gets a reference and tells nothing else.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use redress_app::refusal::Why;
use redress_app::words::Words;
use redress_domain::Locale;

use super::App;

/// Why a request is not answered with what it asked for.
#[derive(Debug)]
pub enum Refusal {
    /// There is nothing here, or nothing for this visitor.
    NotFound,
    /// Not from this site.
    Forbidden,
    /// Not with this role.
    Role,
    /// The link no longer holds.
    Gone,
    /// Not the form this page has.
    Form,
    /// Log in first, then go on to this path.
    LogIn(String),
    /// The database is full, locked or away: try again shortly.
    Unavailable,
    /// A fault of ours.
    Broken(String),
}

/// What the log calls a fault, and the page too.
#[derive(Debug, Clone)]
struct Reference(String);

impl Refusal {
    /// A fault of ours: logged with a reference.
    pub fn broken(error: &dyn std::fmt::Display) -> Self {
        let mut bytes = [0; 4];
        redress_domain::Random::fill(&crate::ports::SystemRandom, &mut bytes);
        let reference = hex::encode(bytes);
        tracing::error!(%reference, %error, "a request failed");
        Self::Broken(reference)
    }
}

impl From<redress_store::Error> for Refusal {
    fn from(error: redress_store::Error) -> Self {
        if error.is_unavailable() {
            tracing::warn!(%error, "the database is not available");
            Self::Unavailable
        } else {
            Self::broken(&error)
        }
    }
}

impl From<crate::password::HashFault> for Refusal {
    fn from(error: crate::password::HashFault) -> Self {
        Self::broken(&error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Role => StatusCode::FORBIDDEN,
            Self::Gone => StatusCode::GONE,
            Self::Form => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::LogIn(next) => {
                let query: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
                return super::client::see_other(&format!("/admin/login?next={query}"));
            }
        };
        let mut response = status.into_response();
        match self {
            Self::Broken(reference) => {
                response.extensions_mut().insert(Reference(reference));
            }
            Self::Role => {
                response.extensions_mut().insert(Why::Role);
            }
            _ => {}
        }
        response
    }
}

/// Gives every refusal its page: those of handlers, of the router (404, 405) and of limits (413).
pub async fn explain(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    if status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::TOO_MANY_REQUESTS {
        response.headers_mut().entry(header::RETRY_AFTER).or_insert(HeaderValue::from_static("30"));
    }
    let has_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.as_bytes().starts_with(b"text/html") || kind.as_bytes().starts_with(b"application/")
    });
    if !(status.is_client_error() || status.is_server_error()) || has_page || path.starts_with("/health/") {
        return response;
    }
    let locale = path.split('/').nth(1).and_then(|first| first.parse().ok()).unwrap_or(Locale::default());
    let reference = response.extensions().get::<Reference>().cloned();
    let why = response.extensions().get::<Why>().cloned().unwrap_or(Why::Status(status.as_u16()));
    let page = redress_app::refusal::frame(Words(locale), &why);
    let html = app.render(&page, || {
        redress_app::refusal::page(Words(locale), &why, reference.as_ref().map(|r| r.0.as_str()))
    });
    let mut explained = (status, Html(html)).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            explained.headers_mut().insert(name, value.clone());
        }
    }
    explained.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    explained
}
