//! The front page, a campaign's page, and its public numbers as JSON.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};
use redress_app::petition::model::SignFormView;
use redress_app::words::Words;
use redress_domain::{Locale, RawSignForm};
use redress_store::Campaign;
use serde::Deserialize;

use crate::models;
use crate::web::{App, Prefix, Refusal};

const HTML: &str = "text/html; charset=utf-8";

/// `?from=label`: the share link a visitor came by.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    #[serde(default)]
    from: String,
}

impl From {
    /// The label, if it is one.
    pub fn label(&self) -> String {
        let legal = self.from.len() <= 40
            && self.from.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if legal { self.from.clone() } else { String::new() }
    }
}

/// `GET /`
pub async fn home(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let locale = prefix.locale(Locale::default());
    app.cache
        .get(format!("/{locale}"), HTML, &headers, async || {
            let mut cards = Vec::new();
            for campaign in app.store.campaigns().public().await? {
                cards.push(models::card(&app.store, &campaign, locale).await?);
            }
            let words = Words(locale);
            let page = redress_app::home::frame(words, &app.settings.url(""));
            Ok(app.render(&page, || redress_app::home::page(words, &cards)))
        })
        .await
}

/// A campaign the public may see.
pub async fn public(app: &App, slug: &str) -> Result<Arc<Campaign>, Refusal> {
    let campaign = app.cache.campaign(&app.store, slug).await?;
    campaign.filter(|campaign| campaign.state.is_public()).ok_or(Refusal::NotFound)
}

/// `GET /c/{slug}` and `GET /c/{slug}.json`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    if let Some(slug) = slug.strip_suffix(".json") {
        return numbers(&app, slug, &headers).await;
    }
    let source = from.label();
    let key = format!("/{}/c/{slug}?{source}", prefix.0.map_or("", Locale::code));
    app.cache
        .get(key, HTML, &headers, async || {
            let campaign = public(&app, &slug).await?;
            let locale = prefix.locale(campaign.first_language());
            let now = app.clock.now();
            let share_url = app.settings.url(&format!("/c/{slug}"));
            let mut view = models::campaign_view(&app.store, now, &campaign, locale, share_url).await?;
            view.hearings = models::public_hearings(&app.store, now, &campaign, locale).await?;
            let form = SignFormView {
                asks: models::asked(&campaign, &source, locale),
                typed: RawSignForm { source, ..RawSignForm::default() },
                seen: app.store.keys().mark(now),
                ..SignFormView::default()
            };
            let page = redress_app::campaign::frame(Words(locale), &view, &app.settings.url(""));
            Ok(app.render(&page, || redress_app::campaign::page(Words(locale), &view, &form)))
        })
        .await
}

/// What is public in numbers; it may be fetched from other sites.
async fn numbers(app: &App, slug: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let key = format!("/c/{slug}.json");
    let mut response = app
        .cache
        .get(key, "application/json", headers, async || {
            let campaign = public(app, slug).await?;
            let (_, text) = campaign.text(campaign.first_language());
            // To the minute: when exactly somebody signed is nobody's business.
            let updated = app.clock.now().round(jiff::Unit::Minute).unwrap_or(app.clock.now());
            let value = serde_json::json!({
                "title": text.title,
                "state": campaign.state.as_str(),
                "signatures": app.store.tally(campaign.id).await?.confirmed,
                "goal": campaign.goal,
                "closes": campaign.closes_at.map(|at| at.to_string()),
                "updated": updated.to_string(),
            });
            Ok(value.to_string())
        })
        .await?;
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}
