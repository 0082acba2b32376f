//! The text that is signed.
//! It never changes: another text is another version.

use crate::text::clean_text;

/// A petition's text in one language: 20 to 20,000 characters, paragraphs parted by an empty line.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct PetitionText(String);

/// Why a text is not taken as a petition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPetition {
    /// Fewer than 20 characters: nobody would know what they sign.
    #[error("the petition has fewer than 20 characters")]
    TooShort,
    /// More than 20,000 characters.
    #[error("the petition has more than 20,000 characters")]
    TooLong,
}

impl PetitionText {
    /// Takes a text; line ends and spaces are made one kind, so that one text has one hash.
    pub fn parse(text: &str) -> Result<Self, InvalidPetition> {
        let text = clean_text(text);
        match text.chars().count() {
            ..20 => Err(InvalidPetition::TooShort),
            20_001.. => Err(InvalidPetition::TooLong),
            _ => Ok(Self(text)),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
