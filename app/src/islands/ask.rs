//! What islands ask of the server, under `/do`, at endpoints that have names: reads, and one save, a draft's text.
//! A missing or a foreign argument is no fault but an empty answer.

#![expect(clippy::too_many_arguments, reason = "a server function's arguments are the fields of its form")]

use leptos::prelude::*;
use redress_domain::Locale;
use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use std::sync::Arc;

use super::draft::DraftSaved;
use super::live_count::Counted;

/// How far the build of a packet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BuildProgress {
    /// Under way: how many of 100 parts are done.
    Building(u8),
    /// It can be downloaded.
    Ready,
    /// It failed; the page says more.
    Failed,
}

/// What answers the islands. The server puts one into the context of every request to `/do`.
#[cfg(feature = "ssr")]
#[async_trait::async_trait]
pub trait Asks: Send + Sync {
    /// The confirmed signatures of a campaign; `None` if there is no such public campaign.
    async fn count(&self, slug: String) -> Option<u64>;

    /// How far a packet is; `None` for whoever may not know, and where there is no such packet.
    async fn packet_progress(&self, slug: String, packet: String) -> Option<BuildProgress>;

    /// A story's Markdown as the HTML its page will show; empty for whoever may not write one.
    async fn preview(&self, text: String) -> String;

    /// Saves a draft's text on top of version `base`, or begins a draft where the token is empty.
    async fn save_draft(&self, draft: DraftText) -> DraftSaved;
}

/// A draft's text on its way.
#[cfg(feature = "ssr")]
#[expect(missing_docs, reason = "the arguments of `save_draft`")]
pub struct DraftText {
    pub slug: String,
    pub token: String,
    pub base: i32,
    pub text: String,
    pub language: String,
    /// What it was begun from, and the share link it came by: kept when it begins.
    pub template: String,
    pub source: String,
    pub locale: Locale,
}

/// The count of a campaign in the words of its page.
#[server(prefix = "/do", endpoint = "count", input = server_fn::codec::GetUrl)]
pub async fn count(
    #[server(default)] slug: String,
    #[server(default)] goal: Option<u64>,
    #[server(default)] locale: Locale,
) -> Result<Option<Counted>, ServerFnError> {
    let asks = expect_context::<Arc<dyn Asks>>();
    let signed = asks.count(slug).await;
    Ok(signed.map(|signed| Counted::of(crate::words::Words(locale), signed, goal)))
}

/// How far a packet is.
#[server(prefix = "/do", endpoint = "packet-progress", input = server_fn::codec::GetUrl)]
pub async fn packet_progress(
    #[server(default)] slug: String,
    #[server(default)] packet: String,
) -> Result<Option<BuildProgress>, ServerFnError> {
    Ok(expect_context::<Arc<dyn Asks>>().packet_progress(slug, packet).await)
}

/// A story as its page will show it.
#[server(prefix = "/do", endpoint = "preview", input = server_fn::codec::GetUrl)]
pub async fn preview(#[server(default)] text: String) -> Result<String, ServerFnError> {
    Ok(expect_context::<Arc<dyn Asks>>().preview(text).await)
}

/// A testimony's Markdown as it will be shown.
#[server(prefix = "/do", endpoint = "preview-testimony")]
pub async fn preview_testimony(#[server(default)] text: String) -> Result<String, ServerFnError> {
    // What is no letter any more is refused when it is sent; here it is not looked at.
    let letter = text.len() <= redress_domain::TestimonyForm::LONGEST * 4;
    Ok(if letter { crate::markup::testimony(&text) } else { String::new() })
}

/// Saves a draft's text.
#[server(prefix = "/do", endpoint = "save-draft")]
pub async fn save_draft(
    #[server(default)] slug: String,
    #[server(default)] token: String,
    #[server(default)] base: i32,
    #[server(default)] text: String,
    #[server(default)] language: String,
    #[server(default)] template: String,
    #[server(default)] source: String,
    #[server(default)] locale: Locale,
) -> Result<DraftSaved, ServerFnError> {
    let asks = expect_context::<Arc<dyn Asks>>();
    Ok(asks.save_draft(DraftText { slug, token, base, text, language, template, source, locale }).await)
}
