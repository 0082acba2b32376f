//! One letter, testimony or paper, as people send it: set as a PDF and written as a Word file.
//! It knows no campaign and no clock: the same document at the same moment gives the same bytes.

mod docx;
mod letter;
mod markup;

use std::io;
use std::sync::Arc;

use jiff::Timestamp;
use redress_domain::Language;
use serde::Serialize;
use sha2::{Digest, Sha256};

use self::letter::LetterPages;
pub(crate) use self::letter::{Letter, typst_locale};
pub use self::markup::{Block, Inline};
use crate::fonts::{FontError, faces};
use crate::typeset::{Template, TypesetError, pdf_with};

/// A document to take away. Empty texts and lists leave their place out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Document {
    /// What it is, over the title: 'Written testimony', 'Letter to the editor'.
    pub kicker: String,
    /// Its title: the one first-level heading, and the title in the file's properties.
    pub title: String,
    /// Who wrote it, for the file's properties alone.
    pub author: String,
    /// The language of its text, as a BCP 47 tag.
    pub language: String,
    /// Which way its script runs; see [`Direction::of`].
    pub direction: Direction,
    /// The language of kicker, title, lines and foot, where it is not the text's.
    pub frame_language: String,
    /// The lines above the text: to whom, about what, from whom, when.
    pub lines: Vec<Line>,
    /// The text; see [`Block::parse`].
    pub body: Vec<Block>,
    /// What is listed under the text, in the frame's language: who else stands behind it.
    pub rolls: Vec<Roll>,
    /// The lines under the text: the name first, then title, organization, place.
    pub signature: Vec<String>,
    /// A small line at the foot of every page. Without it the foot has a page number at most.
    pub foot: String,
}

/// A line above the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it says: 'To', 'Docket', 'Date'; may be empty.
    pub label: String,
    /// The thing itself; an address has a line break between its lines.
    pub value: String,
}

impl Line {
    /// A line of a label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Names under a heading, each with what is said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Roll {
    /// What they are: 'Unions', 'In their own names'.
    pub heading: String,
    /// 1 or 2: whether it stands by itself or within the one before.
    pub level: u8,
    /// A sentence before the names; may be empty.
    pub note: String,
    /// What the two columns hold.
    pub head: [String; 2],
    /// Name, and what is said of it. None leaves heading and sentence.
    pub rows: Vec<[String; 2]>,
    /// The pictures under the names, in PDF alone.
    pub pictures: Vec<Picture>,
}

/// A picture that may be shown: drawn by us, without anything in it but what is seen.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Its bytes: PNG or JPEG.
    #[serde(skip)]
    pub bytes: Arc<[u8]>,
    /// Its name among the pictures of the pages: its SHA-256 and `.png` or `.jpg`.
    pub name: String,
    /// What it shows, in words.
    pub alt: String,
}

impl Picture {
    /// A picture of these bytes; none where they are neither PNG nor JPEG.
    pub fn new(bytes: Vec<u8>, alt: String) -> Option<Self> {
        let ending = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "png",
            [0xFF, 0xD8, 0xFF, ..] => "jpg",
            _ => return None,
        };
        let name = format!("{}.{ending}", hex::encode(Sha256::digest(&bytes)));
        Some(Self { bytes: bytes.into(), name, alt })
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// Which way a script runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// As Latin does.
    #[default]
    #[serde(rename = "ltr")]
    LeftToRight,
    /// As Arabic and Hebrew do.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl Direction {
    /// The direction a language is written in: by its script where the tag names one, else by the language.
    pub fn of(language: &str) -> Self {
        let runs_left = Language::parse(language).is_ok_and(|language| language.dir() == "rtl");
        if runs_left { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// As an attribute has it: `ltr` or `rtl`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// An embedded font is broken.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The pages could not be set.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The Word file could not be put together.
    #[error("the Word file could not be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The Word file could not be written.
    #[error("the Word file could not be written: {0}")]
    Io(#[from] io::Error),
}

impl Document {
    /// Which way the words around the text run.
    fn frame_direction(&self) -> Direction {
        if self.frame_language.is_empty() { self.direction } else { Direction::of(&self.frame_language) }
    }

    /// As PDF (PDF/UA-1 and PDF/A-2a), dated `at`.
    pub fn pdf(&self, at: Timestamp) -> Result<Vec<u8>, DocumentError> {
        let text = serde_json::to_vec(self).map_err(TypesetError::from)?;
        let ident = format!("redress/document/{}", hex::encode(Sha256::digest(&text)));
        let pages = LetterPages::new(self, faces()?);
        Ok(pdf_with(Template::Document, &pages, &self.pictures(), ident, at)?)
    }

    /// The pictures of its rolls.
    pub(crate) fn pictures(&self) -> Vec<&Picture> {
        self.rolls.iter().flat_map(|roll| &roll.pictures).collect()
    }

    /// As Word file (Office Open XML), dated `at`.
    pub fn docx(&self, at: Timestamp) -> Result<Vec<u8>, DocumentError> {
        docx::write(self, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_in_the_tag_goes_before_the_language() {
        for tag in ["ar", "he-IL", "fa", "ur-PK", "yi", "ku-Arab", "pa-Arab-PK", "AR"] {
            assert_eq!(Direction::of(tag), Direction::RightToLeft, "{tag}");
        }
        for tag in ["en", "ht", "zh-Hant", "ar-Latn", "", "vi", "es-419"] {
            assert_eq!(Direction::of(tag), Direction::LeftToRight, "{tag}");
        }
    }
}
