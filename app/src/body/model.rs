//! What the pages of bodies show.

use redress_domain::{BodyId, BodyKind, FieldErrors, Slug};

use crate::hearing::BodyChoice;
use crate::parts::Typed;

/// `/admin/c/{slug}/bodies`. A button's fields: `body` (its id), `action` = remove.
#[derive(Debug, Clone)]
pub struct BodiesView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// A council before its committees.
    pub bodies: Vec<BodyRow>,
    /// What was just done or refused, as a message key; refused ones begin with `error-`.
    pub done: Option<&'static str>,
}

/// A body in the list.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "as on the page")]
pub struct BodyRow {
    pub id: BodyId,
    /// Its name at the command line.
    pub slug: String,
    pub kind: BodyKind,
    pub name: String,
    /// Whether it is a committee of the one above.
    pub of_above: bool,
    pub email: Option<String>,
    pub seats: u64,
    /// How many ZIP codes the operator has told the districts of.
    pub zips: u64,
    /// How many districts have an outline.
    pub outlines: u64,
}

/// `/admin/c/{slug}/bodies/new` and `…/{id}`.
///
/// Fields: `kind`, `parent` (an id), `name`, `office`, `address`, `email`, `site`, `format_pdf` (on), `format_docx`
/// (on), `file_mb`, `words`, `copies`, `speak_minutes`, `required_lines` (one a line), `rules`; per seat row i from
/// 0 `seat_i_id`, `seat_i_title`, `seat_i_district`, `seat_i_holder`, `seat_i_email`, `seat_i_phone`,
/// `seat_i_vacant` (a day).
#[derive(Debug, Clone)]
pub struct BodyEditor {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// `None` while it is new.
    pub id: Option<BodyId>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// What it may be a committee of.
    pub councils: Vec<BodyChoice>,
    /// Rows of seats to offer.
    pub seat_rows: usize,
    /// Whether another organization's campaign names it, so that saving makes a copy.
    pub shared: bool,
    /// What was just done, as a message key.
    pub done: Option<&'static str>,
}
