//! What the kit's pages show.

use redress_domain::{Locale, Slug, TemplateKind};

/// `/c/{slug}/kit`
#[derive(Debug, Clone)]
pub struct KitView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub campaign: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// Its pieces, in order.
    pub pieces: Vec<KitLine>,
}

/// A piece in the list.
#[derive(Debug, Clone)]
pub struct KitLine {
    /// Its name in addresses.
    pub slug: Slug,
    /// What it is for.
    pub kind: TemplateKind,
    /// The language it is in.
    pub locale: Locale,
    /// Its title.
    pub title: String,
    /// Whom it is for.
    pub summary: String,
    /// How many parts are to be filled in.
    pub parts: usize,
}

/// `/c/{slug}/kit/{piece}`. Fields: `part:NAME` for each part; `action` is fill, pdf or docx.
#[derive(Clone)]
pub struct PieceView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub campaign: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// The piece.
    pub line: KitLine,
    /// Its text, in limited Markdown, with its parts in braces.
    pub text: String,
    /// The parts in the order they come, with what was typed.
    pub parts: Vec<Part>,
    /// Whether something was sent: then what is empty is named.
    pub filled: bool,
    /// Whether too many documents are being made to make one more.
    pub busy: bool,
}

/// A part to fill in.
#[derive(Clone)]
pub struct Part {
    /// What stands in the braces.
    pub name: String,
    /// What was typed; empty at first.
    pub value: String,
    /// Whether that is too long.
    pub too_long: bool,
}

/// The longest that is filled into a part, in characters.
pub const LONGEST_PART: usize = 1_000;
/// A part whose name is longer is asked for in several lines.
const LONG_NAME: usize = 34;

impl Part {
    /// The name of its field.
    pub fn field(name: &str) -> String {
        format!("part:{name}")
    }

    /// Whether it asks for a sentence or more.
    pub fn is_long(&self) -> bool {
        self.name.chars().count() > LONG_NAME
    }
}
