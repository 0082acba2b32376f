//! The frame around every page: head, masthead, main, foot; and the one way a view becomes HTML.
//! It sends nothing to another host and needs no inline script but the one whose hash the policy names.

use leptos::prelude::*;
use redress_domain::Locale;

use crate::words::Words;

/// Where the hashed assets are, as paths on our own host.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// `/assets/main.HASH.css`
    pub main_css: String,
    /// `/assets/desk.HASH.css`
    pub desk_css: String,
    /// `/assets/boot.HASH.js`, a module that hydrates the islands; empty if the pages were built without.
    pub boot_js: String,
    /// `/assets/libre-caslon-text-latin-400.HASH.woff2`
    pub font: String,
    /// `/assets/favicon.HASH.svg`
    pub favicon: String,
}

/// What the frame needs to know of the page in it.
#[derive(Debug, Clone)]
pub struct Page {
    /// The language of the page.
    pub locale: Locale,
    /// `<title>`, without the product's name; an error puts `Error:` before it.
    pub title: String,
    /// For search engines and shared links; empty for pages that are nobody else's business.
    pub description: String,
    /// The path without language prefix, for links to the other languages; empty where there is none.
    pub path: String,
    /// The languages this page exists in.
    pub languages: Vec<Locale>,
    /// `https://host`, for hreflang and canonical links.
    pub base_url: String,
    /// Whether search engines may list it.
    pub indexed: bool,
    /// Whether it is a page of the desk (denser, with its own style sheet).
    pub desk: bool,
    /// Whether it has islands.
    pub islands: bool,
}
