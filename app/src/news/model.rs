//! What the pages of updates show.

use jiff::Zoned;
use redress_domain::{FieldErrors, Locale, NewsId, NewsState, Slug};

use crate::parts::Typed;

/// Updates at the desk. Fields: `action` (save, copy, start, stop, remove), `news`, `sure`, `subject_{locale}`,
/// `text_{locale}`.
#[derive(Debug, Clone)]
pub struct NewsDeskView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// How many mailboxes ask for news.
    pub readers: u64,
    /// Whether its people are forgotten.
    pub forgotten: bool,
    /// Every update, the newest first.
    pub rows: Vec<NewsRow>,
    /// The draft that is being written; `None` is a new one.
    pub draft: Option<NewsId>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: FieldErrors,
    /// A message key of what was just done.
    pub done: Option<&'static str>,
}

/// An update in the list.
#[derive(Debug, Clone)]
pub struct NewsRow {
    /// Which.
    pub id: NewsId,
    /// In the campaign's first language.
    pub subject: String,
    /// Where it stands.
    pub state: NewsState,
    /// How many had asked when it was begun.
    pub wanted: u64,
    /// How many are owed it by now.
    pub sent: u64,
    /// When it was begun, or written.
    pub at: Zoned,
}

/// The page that stops the news.
#[derive(Debug, Clone)]
pub struct LeaveView {
    /// The link's token.
    pub token: String,
    /// The campaign's title.
    pub title: String,
    /// The signer's or writer's own page.
    pub mine: String,
    /// Whether it was just stopped.
    pub done: bool,
}
