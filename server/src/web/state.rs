//! What handlers share, and the one way they answer with a page.

use std::sync::Arc;

use axum::response::{Html, IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use jiff::SignedDuration;
use leptos::prelude::IntoView;
use redress_app::shell::{self, Assets, Page};
use redress_app::words::Words;
use redress_domain::{Clock, Locale};
use redress_store::Store;

use super::cache::Cache;
use crate::limits::Limit;
use crate::password::Passwords;
use crate::settings::Settings;

/// What handlers share.
pub struct Inner {
    /// The database.
    pub store: Store,
    /// What the operator set.
    pub settings: Settings,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where the style, the font and the scripts are.
    pub assets: Assets,
    /// Public pages, whole, for a second.
    pub cache: Cache,
    /// Argon2id.
    pub passwords: Passwords,
    /// Signatures from one network address: beyond it they are held.
    pub sign_limit: Limit,
    /// Testimony, drafts and suggestions from one network address: beyond it they wait.
    pub testimony_limit: Limit,
    /// Saves of a draft.
    pub draft_limit: Limit,
    /// Wrong passwords in a row, by mailbox.
    pub login_limit: Limit,
    /// Wrong passwords from one network address.
    pub address_limit: Limit,
    /// Calls and letters from one network address that are counted.
    pub contact_limit: Limit,
    /// The same for one seat and one way.
    pub seat_limit: Limit,
    /// The content security policy, with the hash of the one inline script.
    pub policy: HeaderValue,
    /// Counts of requests, where they are asked for.
    pub requests: crate::metrics::Requests,
    /// Counts of mails.
    pub mails: crate::metrics::Mails,
    /// Documents asked for from one network address.
    pub document_limit: Limit,
    /// Places for documents that are being set.
    pub documents: Arc<tokio::sync::Semaphore>,
    /// Wakes the worker that sends mail.
    pub mail_due: tokio::sync::Notify,
    /// Wakes the worker that builds packets.
    pub job_due: tokio::sync::Notify,
    /// Wakes the worker that sends updates.
    pub news_due: tokio::sync::Notify,
}

/// A handle on what handlers share.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Signatures from one address within an hour before further ones are held: a library's or a union hall's
/// evening, not a script's minute.
const SIGNATURES_AN_HOUR: u32 = 50;

/// Calls and letters from one address that count within an hour: a council's members, for a family or two.
const CONTACTS_AN_HOUR: u32 = 60;
/// To one seat, in one way, within a day: what neighbors behind one router do, and no script.
const CONTACTS_A_DAY: u32 = 5;
/// Documents to take along that one address may ask for within an hour: a class's, not a crawler's.
const DOCUMENTS_AN_HOUR: u32 = 120;
/// Documents that are set at the same time; the other core is for signing.
const DOCUMENTS_AT_ONCE: usize = 1;

/// Drafts begun, texts sent and suggestions made from one address within an hour: a library's evening.
const TESTIMONIES_AN_HOUR: u32 = 150;
/// Saves of one draft within an hour: one each three seconds.
const SAVES_AN_HOUR: u32 = 1_200;

impl App {
    /// Puts it together.
    pub fn new(store: Store, settings: Settings, clock: Arc<dyn Clock>, passwords: Passwords) -> Self {
        let assets = crate::assets::load();
        let policy = super::headers::policy(&assets);
        Self(Arc::new(Inner {
            store,
            settings,
            clock,
            policy,
            assets,
            cache: Cache::default(),
            passwords,
            sign_limit: Limit::new(SIGNATURES_AN_HOUR, SignedDuration::from_hours(1)),
            testimony_limit: Limit::new(TESTIMONIES_AN_HOUR, SignedDuration::from_hours(1)),
            draft_limit: Limit::new(SAVES_AN_HOUR, SignedDuration::from_hours(1)),
            login_limit: Limit::new(10, SignedDuration::from_mins(15)),
            address_limit: Limit::new(50, SignedDuration::from_mins(15)),
            contact_limit: Limit::new(CONTACTS_AN_HOUR, SignedDuration::from_hours(1)),
            seat_limit: Limit::new(CONTACTS_A_DAY, SignedDuration::from_hours(24)),
            document_limit: Limit::new(DOCUMENTS_AN_HOUR, SignedDuration::from_hours(1)),
            documents: Arc::new(tokio::sync::Semaphore::new(DOCUMENTS_AT_ONCE)),
            requests: crate::metrics::Requests::default(),
            mails: crate::metrics::Mails::default(),
            mail_due: tokio::sync::Notify::new(),
            job_due: tokio::sync::Notify::new(),
            news_due: tokio::sync::Notify::new(),
        }))
    }

    /// A page's HTML.
    pub fn render<V: IntoView + 'static>(&self, page: &Page, content: impl FnOnce() -> V) -> String {
        shell::render(page, &self.assets, content)
    }

    /// A page that is nobody else's business: not stored by anybody.
    pub fn private<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        page: &Page,
        content: impl FnOnce() -> V,
    ) -> Response {
        let mut response = (status, Html(self.render(page, content))).into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// The frame of a public page.
    pub fn page(&self, locale: Locale, title: String) -> Page {
        Page { base_url: self.settings.url(""), ..Page::private(locale, title) }
    }
}

/// The language of the path: `/es/…`; none is the campaign's first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Prefix(pub Option<Locale>);

impl Prefix {
    /// The language of a page whose first one is known.
    pub fn locale(self, first: Locale) -> Locale {
        self.0.unwrap_or(first)
    }

    /// The words of a page that has no campaign.
    pub fn words(self) -> Words {
        Words(self.0.unwrap_or_default())
    }
}
