//! The pages' assets: style, font, scripts and WASM under hashed names, compressed beforehand.
//! In a release binary they are inside; a development build reads them from target/site.

use std::borrow::Cow;
use std::collections::HashMap;

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use redress_app::shell::Assets;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/site"]
#[allow_missing = true]
struct Site;

/// What the pages refer to; empty paths where an asset was not built.
pub fn load() -> Assets {
    let names: HashMap<String, serde_json::Value> =
        Site::get("assets.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default();
    let path = |logical: &str| {
        names
            .get(logical)
            .and_then(|asset| asset.get("file"))
            .and_then(serde_json::Value::as_str)
            .map_or_else(String::new, |file| format!("/assets/{file}"))
    };
    Assets {
        main_css: path("main.css"),
        desk_css: path("desk.css"),
        boot_js: path("boot.js"),
        font: path("fonts/libre-caslon-text-latin-400.woff2"),
        favicon: path("favicon.svg"),
    }
}

/// `GET /assets/{*file}`: for a year, since another content has another name.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let accepts =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let compressed = [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(|(encoding, suffix)| {
        let found = accepts.contains(encoding).then(|| Site::get(&format!("{file}{suffix}"))).flatten()?;
        Some((found, encoding))
    });
    let (found, encoding) = match compressed {
        Some((found, encoding)) => (found, Some(encoding)),
        None => match Site::get(&file).filter(|_| file != "assets.json") {
            Some(found) => (found, None),
            None => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let mut response = match found.data {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    }
    .into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&file)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// `GET /favicon.ico`: what browsers ask for where a page names no icon.
pub async fn favicon(axum::extract::State(app): axum::extract::State<crate::web::App>) -> Response {
    if app.assets.favicon.is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    crate::web::client::see_other(&app.assets.favicon)
}
