//! What the pages of statements show.

use redress_domain::{FieldErrors, Language, Slug, StatementId};

use crate::campaign::model::CampaignView;
use crate::parts::{PictureView, Typed};

/// An attributed quotation.
#[derive(Debug, Clone)]
pub struct StatementView {
    /// Which.
    pub id: StatementId,
    /// The words, in limited Markdown.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// Who says it; may be empty.
    pub name: String,
    /// What they are; may be empty.
    pub title: String,
    /// For whom; may be empty.
    pub organization: String,
    /// The speaker.
    pub portrait: Option<PictureView>,
    /// The organization's mark.
    pub logo: Option<PictureView>,
}

/// The page for the press.
#[derive(Debug, Clone)]
pub struct PressView {
    /// The campaign, with its statements.
    pub campaign: CampaignView,
}

/// The statements at the desk. Fields: `action` (up, down, show, hide, remove), `statement`.
#[derive(Debug, Clone)]
pub struct StatementsView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Every statement, in order.
    pub rows: Vec<StatementRow>,
    /// A message key of what was just done.
    pub done: Option<&'static str>,
}

/// A statement in the list.
#[derive(Debug, Clone)]
pub struct StatementRow {
    /// Whether everybody sees it.
    pub shown: bool,
    /// It.
    pub statement: StatementView,
}

/// The form for one statement. Fields: `text`, `language`, `name`, `title`, `organization`, `permission`, and those of
/// a portrait and a logo.
#[derive(Debug, Clone)]
pub struct StatementEditor {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Which; `None` is a new one.
    pub id: Option<StatementId>,
    /// The portrait there is.
    pub portrait: Option<PictureView>,
    /// The logo there is.
    pub logo: Option<PictureView>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: FieldErrors,
}
