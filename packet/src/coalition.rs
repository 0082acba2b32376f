//! The coalition's letters in a packet: who stands under each, by kind and name, and how many.
//! It prints nobody who has not stood by the text that stands.

use serde::{Deserialize, Serialize};

use crate::snapshot::CoalitionLetter;

/// A letter in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterCounts {
    /// Its name in an address, and of its files in `letters/`.
    pub slug: String,
    /// The number of the version that stands.
    pub version: u32,
    /// SHA-256 of its text, in hex.
    pub sha256: String,
    /// The organizations under it.
    pub organizations: u64,
    /// The persons under it.
    pub individuals: u64,
    /// Who is being asked again, and is not printed.
    pub asked_again: u64,
    /// Who waits for a mailbox or a host, and is not printed.
    pub waiting: u64,
}

impl LetterCounts {
    pub(crate) fn of(letter: &CoalitionLetter) -> Self {
        Self {
            slug: letter.slug.clone(),
            version: letter.number,
            sha256: letter.sha256.to_ascii_lowercase(),
            organizations: letter.organizations.len() as u64,
            individuals: letter.individuals.len() as u64,
            asked_again: letter.asked_again,
            waiting: letter.waiting,
        }
    }
}
