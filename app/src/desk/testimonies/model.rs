//! What the pages of testimony show.

use jiff::Zoned;
use jiff::civil::Date;
use redress_domain::{FieldErrors, Flag, Residency, Slug, Speaking, Stance, TestimonyId, TestimonyState};

use super::Piece;
use crate::parts::Typed;

/// A link that leaves some of the queue out, or nothing.
#[derive(Debug, Clone)]
pub struct FilterLink {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is what is shown.
    pub current: bool,
}

/// Links of which one is current.
#[derive(Debug, Clone)]
pub struct FilterGroup {
    /// A message key: what they tell apart.
    pub name: &'static str,
    /// The first leaves nothing out.
    pub links: Vec<FilterLink>,
}

/// A term of the equation on top.
#[derive(Debug, Clone)]
pub struct Term {
    /// `received`, or a state's name.
    pub part: &'static str,
    /// How many.
    pub count: u64,
    /// Shows them, for whoever may read.
    pub href: Option<String>,
    /// Whether they are shown.
    pub current: bool,
}

/// A row of the table of matters: how many in favor, opposed, neutral.
#[derive(Debug, Clone)]
pub struct MatterNumbers {
    /// Docket and title.
    pub matter: String,
    /// In the order of [`Stance::ALL`].
    pub counts: Vec<u64>,
}

/// `/admin/c/{slug}/testimonies`
#[derive(Clone)]
pub struct QueueView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The whole first, then its parts, which add up.
    pub terms: Vec<Term>,
    /// By matter and stance; empty where there is none.
    pub matters: Vec<MatterNumbers>,
    /// By stance, each testimony once.
    pub stances: Vec<u64>,
    /// Names and texts; `None` for whoever sees numbers alone.
    pub queue: Option<Queue>,
}

/// The queue, less what is filtered out.
#[derive(Clone)]
pub struct Queue {
    /// The filters.
    pub filters: Vec<FilterGroup>,
    /// What is looked for.
    pub find: String,
    /// The filters again, for the search form: name and value.
    pub kept: Vec<(&'static str, String)>,
    /// The same without the search.
    pub clear: String,
    /// The earliest first.
    pub rows: Vec<QueueRow>,
    /// How many fit; not known of a search.
    pub count: Option<u64>,
    /// How many texts a search opened before it stopped.
    pub stopped_after: Option<u64>,
    /// The next page.
    pub next: Option<String>,
    /// The first page, from a later one.
    pub first: Option<String>,
}

/// A testimony in the queue.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct QueueRow {
    pub id: TestimonyId,
    /// `None` once erased.
    pub name: Option<String>,
    pub organization: Option<String>,
    /// The text's first words, and their language.
    pub begins: String,
    pub language: String,
    pub state: TestimonyState,
    pub stance: Option<Stance>,
    pub dockets: String,
    /// `None` without a template.
    pub own_percent: Option<u8>,
    pub flags: Vec<Flag>,
    pub speaks: bool,
    pub assigned: Option<String>,
    pub sent: Option<Date>,
}

/// `/admin/c/{slug}/testimonies/{id}`. Every form has `action` and what was seen of what it changes (`seen_state`,
/// `seen_text`, `seen_assigned`); `reason`, `note`, `assigned` (a member's account, or empty).
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of a testimony")]
pub struct OneView {
    pub slug: Slug,
    pub title: String,
    pub id: TestimonyId,
    pub name: Option<String>,
    pub organization: Option<String>,
    pub writer_title: Option<String>,
    pub authority: Option<String>,
    pub mailbox: Option<String>,
    pub state: TestimonyState,
    pub stance: Option<Stance>,
    pub matters: Vec<String>,
    pub hearing: Option<(String, Zoned)>,
    pub residency: Option<Residency>,
    pub zip: String,
    /// BCP 47.
    pub language: String,
    /// The language's name in itself, where we know it.
    pub language_name: String,
    pub speaking: Speaking,
    pub sent: Option<Zoned>,
    pub words: u32,
    pub seconds: u32,
    pub text_number: i32,
    pub own_percent: u8,
    pub template: Option<String>,
    pub pieces: Vec<Piece>,
    pub flags: Vec<(Flag, u64)>,
    pub decided: Option<(String, Zoned)>,
    pub reason: Option<String>,
    pub notes: Vec<NoteView>,
    /// Account and name of everybody of the team who may read.
    pub team: Vec<(String, String)>,
    /// The account that looks after it; empty for nobody.
    pub assigned: String,
    pub typed: Typed,
    pub errors: FieldErrors,
    /// Its writer could no longer send it again: the time for it is over.
    pub late: bool,
    /// A message key: what was just done.
    pub done: Option<&'static str>,
    /// What somebody else did first, said.
    pub meanwhile: Option<String>,
}

/// A note.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of a note")]
pub struct NoteView {
    pub by: String,
    pub at: Zoned,
    pub text: String,
}

/// `/admin/c/{slug}/testimonies/letters`
#[derive(Clone)]
pub struct LettersView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The largest first.
    pub letters: Vec<Letter>,
    /// How many texts were compared.
    pub compared: u64,
    /// Whether there are more than can be.
    pub more: bool,
}

/// A form letter.
#[derive(Clone)]
pub struct Letter {
    /// The template most of it comes from.
    pub template: Option<String>,
    /// Who sent it first.
    pub representative: Sender,
    /// The first's text.
    pub pieces: Vec<Piece>,
    /// Its language.
    pub language: String,
    /// Everybody who sent it, the first too; not more than a page holds.
    pub senders: Vec<Sender>,
    /// How many there are.
    pub count: u64,
}

/// Whoever sent a form letter.
#[derive(Clone)]
pub struct Sender {
    /// Which testimony.
    pub id: TestimonyId,
    /// The name; `None` once erased.
    pub name: Option<String>,
    /// The organization.
    pub organization: Option<String>,
    /// When.
    pub sent: Option<Date>,
}

macro_rules! hidden_debug {
    ($($name:ident),+) => { $(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "([hidden])"))
            }
        }
    )+ };
}
hidden_debug!(QueueView, Queue, QueueRow, OneView, NoteView, LettersView, Letter, Sender, Piece);
