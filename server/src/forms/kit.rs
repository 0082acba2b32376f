//! The resource kit: the list, a piece to fill in, and the piece as a file.
//! Nothing that is typed here is kept: it comes by POST, so that it stands in no address and no history, and the
//! answer is stored by nobody.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use redress_app::kit::model::{KitLine, KitView, LONGEST_PART, Part, PieceView};
use redress_app::words::Words;
use redress_domain::{Locale, TemplateKind, clean_text, parts};
use redress_store::{Campaign, Template};

use super::Fields;
use super::campaign::public;
use crate::kit::{self, Format};
use crate::web::client::address;
use crate::web::{App, Prefix, Refusal};

const HTML: &str = "text/html; charset=utf-8";
/// Who waits longer for a place is told to come back.
const PATIENCE: Duration = Duration::from_secs(10);

/// The kinds of the kit, in the order of the page; testimony is offered where it is written.
pub const KINDS: &[TemplateKind] = &[
    TemplateKind::OpEd,
    TemplateKind::FactSheet,
    TemplateKind::Letter,
    TemplateKind::RecordsRequest,
    TemplateKind::OralTestimony,
];

/// `GET /c/{slug}/kit`
pub async fn list(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let key = format!("/{}/c/{slug}/kit", prefix.0.map_or("", Locale::code));
    app.cache
        .get(key, HTML, &headers, async || {
            let campaign = public(&app, &slug).await?;
            let locale = prefix.locale(campaign.first_language());
            let pieces = app.store.templates().offered(campaign.id, KINDS, locale).await?;
            if pieces.is_empty() {
                return Err(Refusal::NotFound);
            }
            let view = KitView {
                slug: campaign.slug.clone(),
                campaign: campaign.text(locale).1.title.clone(),
                languages: campaign.languages.clone(),
                pieces: pieces.iter().map(line).collect(),
            };
            let page = redress_app::kit::list_frame(Words(locale), &view, &app.settings.url(""));
            Ok(app.render(&page, || redress_app::kit::list(Words(locale), &view)))
        })
        .await
}

fn line(template: &Template) -> KitLine {
    KitLine {
        slug: template.slug.clone(),
        kind: template.kind,
        locale: template.locale,
        title: template.title.clone(),
        summary: template.summary.clone(),
        parts: parts(&template.body_text).len(),
    }
}

/// A piece that is offered, with nothing filled in.
async fn piece(app: &App, campaign: &Campaign, slug: &str, locale: Locale) -> Result<PieceView, Refusal> {
    let found = app.store.templates().by_slug(campaign.id, slug, locale).await?;
    let template = found
        .filter(|template| !template.retired && KINDS.contains(&template.kind))
        .ok_or(Refusal::NotFound)?;
    Ok(PieceView {
        slug: campaign.slug.clone(),
        campaign: campaign.text(locale).1.title.clone(),
        languages: campaign.languages.clone(),
        line: line(&template),
        parts: parts(&template.body_text)
            .into_iter()
            .map(|name| Part { name: name.to_owned(), value: String::new(), too_long: false })
            .collect(),
        text: template.body_text,
        filled: false,
        busy: false,
    })
}

/// `GET /c/{slug}/kit/{piece}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path((slug, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let key = format!("/{}/c/{slug}/kit/{name}", prefix.0.map_or("", Locale::code));
    app.cache
        .get(key, HTML, &headers, async || {
            let campaign = public(&app, &slug).await?;
            let locale = prefix.locale(campaign.first_language());
            let view = piece(&app, &campaign, &name, locale).await?;
            let page = redress_app::kit::frame(Words(locale), &view, &app.settings.url(""));
            Ok(app.render(&page, || redress_app::kit::piece(Words(locale), &view)))
        })
        .await
}

fn page(app: &App, status: StatusCode, words: Words, view: &PieceView) -> Response {
    let mut page = redress_app::kit::frame(words, view, &app.settings.url(""));
    page.indexed = false;
    app.private(status, &page, || redress_app::kit::piece(words, view))
}

/// `POST /c/{slug}/kit/{piece}`: the page filled in, or the file.
pub async fn fill(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path((slug, name)): Path<(String, String)>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    let locale = prefix.locale(campaign.first_language());
    let words = Words(locale);
    let mut view = piece(&app, &campaign, &name, locale).await?;
    view.filled = true;
    for part in &mut view.parts {
        let value = clean_text(fields.get(&Part::field(&part.name)));
        part.too_long = value.chars().count() > LONGEST_PART;
        part.value = value;
    }
    let format = match fields.get("action") {
        "pdf" => Some(Format::Pdf),
        "docx" => Some(Format::Docx),
        _ => None,
    };
    if view.parts.iter().any(|part| part.too_long) {
        return Ok(page(&app, StatusCode::UNPROCESSABLE_ENTITY, words, &view));
    }
    let Some(format) = format else { return Ok(page(&app, StatusCode::OK, words, &view)) };
    let now = app.clock.now();
    let who = address(&app.settings, app.store.keys(), peer, &headers);
    let within = app.document_limit.take(&who, now);
    // Setting type takes a core for a moment: a crowd waits in a row, and signing goes on beside it.
    let place = match within {
        true => tokio::time::timeout(PATIENCE, app.documents.clone().acquire_owned()).await.ok(),
        false => None,
    };
    let Some(Ok(place)) = place else {
        view.busy = true;
        return Ok(page(&app, StatusCode::TOO_MANY_REQUESTS, words, &view));
    };
    let document = kit::document(&view);
    let made = tokio::task::spawn_blocking(move || {
        let made = kit::file(&document, format, now);
        drop(place);
        made
    });
    let bytes = match made.await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => return Err(Refusal::broken(&error)),
        Err(error) => return Err(Refusal::broken(&error)),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!("attachment; filename=\"{}.{}\"", view.line.slug, format.ending());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
