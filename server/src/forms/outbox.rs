//! The reader of outgoing mail, for trying Redress out: on loopback alone, while no SMTP server is set.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Path, State};
use axum::response::{Html, IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use http::{HeaderMap, StatusCode};
use redress_app::outbox::{OutboxList, OutboxMail, OutboxRow};

use super::desk::WORDS;
use crate::mail::folder;
use crate::web::{App, Refusal};

/// Refuses everybody but this machine itself, and whatever came through a proxy.
fn loopback(app: &App, peer: SocketAddr, headers: &HeaderMap) -> Result<std::path::PathBuf, Refusal> {
    let direct = peer.ip().is_loopback() && !headers.contains_key("x-forwarded-for");
    let local = headers
        .get(http::header::HOST)
        .and_then(|host| host.to_str().ok())
        .map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name))
        .is_some_and(|name| matches!(name, "localhost" | "127.0.0.1" | "[::1]"));
    app.settings.outbox().filter(|_| direct && local).ok_or(Refusal::NotFound)
}

/// `GET /outbox`
pub async fn list(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let folder = loopback(&app, peer, &headers)?;
    let mails = folder::list(&folder).map_err(|error| Refusal::broken(&error))?;
    let view = OutboxList {
        rows: mails
            .into_iter()
            .map(|mail| OutboxRow { id: mail.id, to: mail.to, subject: mail.subject, at: local(mail.date) })
            .collect(),
    };
    let page = redress_app::outbox::list_head(WORDS);
    Ok(app.private(StatusCode::OK, &page, || redress_app::outbox::list(WORDS, &view)))
}

/// `GET /outbox/{id}`
pub async fn read(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let folder = loopback(&app, peer, &headers)?;
    let mail = folder::read(&folder, &id).map_err(|_| Refusal::NotFound)?;
    let view = OutboxMail {
        to: mail.to,
        subject: mail.subject,
        at: local(mail.date),
        text: mail.text,
        html_path: Some(format!("/outbox/{}/html", mail.id)),
    };
    let page = redress_app::outbox::message_head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::outbox::message(WORDS, &view)))
}

/// `GET /outbox/{id}/html`: the part that mail programs show. Its styles are inline, and nothing in it loads or runs.
pub async fn html(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let folder = loopback(&app, peer, &headers)?;
    let html = folder::html(&folder, &id).map_err(|_| Refusal::NotFound)?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                  frame-ancestors 'none'";
    Ok(([(CONTENT_SECURITY_POLICY, policy), (CACHE_CONTROL, "no-store")], Html(html)).into_response())
}

/// The reader sits at the machine: its own time zone is theirs.
fn local(at: jiff::Timestamp) -> jiff::Zoned {
    at.to_zoned(jiff::tz::TimeZone::system())
}
