//! The word lists of server/demo/people.toml.
//! It knows no rule of how words become a person; [`super::person`] does.

use std::collections::HashMap;
use std::sync::LazyLock;

use redress_domain::fold;
use serde::Deserialize;

/// Everything signers are put together from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) domains: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) fathers: Vec<Word>,
    pub(super) mononyms: Vec<Word>,
    #[serde(rename = "community")]
    pub(super) communities: Vec<Community>,
    #[serde(rename = "place")]
    pub(super) places: Vec<Place>,
    pub(super) outside: Vec<Outside>,
    pub(super) streets: Streets,
    pub(super) comments: Comments,
}

/// People with a way of naming, and where most of them live.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Community {
    pub(super) label: String,
    pub(super) weight: usize,
    pub(super) spanish: usize,
    #[serde(default)]
    pub(super) juniors: bool,
    #[serde(default)]
    pub(super) family_first: bool,
    #[serde(default)]
    pub(super) joined: bool,
    pub(super) zips: Vec<String>,
    pub(super) given: Vec<Word>,
    pub(super) family: Vec<Word>,
}

/// A part of a name: as shown, and in the letters of a mailbox.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "String")]
pub(super) struct Word {
    pub(super) shown: String,
    pub(super) letters: String,
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        match text.split_once('|') {
            Some((shown, letters)) => Self { shown: shown.to_owned(), letters: letters.to_owned() },
            None => Self { letters: fold(&text).replace(' ', ""), shown: text },
        }
    }
}

impl AsRef<Self> for Word {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// A ZIP code of Boston, and what its people call it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub(super) zip: String,
    pub(super) names: Vec<String>,
}

impl AsRef<Self> for Place {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// A town around.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outside {
    pub(super) zip: String,
    pub(super) city: String,
    pub(super) state: String,
}

impl AsRef<Self> for Outside {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// The parts of a street's name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Streets {
    pub(super) names: Vec<String>,
    pub(super) kinds: Vec<String>,
    pub(super) directions: Vec<String>,
    short: Vec<[String; 2]>,
}

impl Streets {
    /// The abbreviation of a kind of street (USPS Publication 28); the kind itself where it has none.
    pub(super) fn abbreviated<'a>(&'a self, kind: &'a str) -> &'a str {
        self.short.iter().find(|[long, _]| long == kind).map_or(kind, |[_, short]| short)
    }
}

/// What signers say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Comments {
    pub(super) english_openings: Vec<String>,
    pub(super) english: Vec<String>,
    pub(super) spanish_openings: Vec<String>,
    pub(super) spanish: Vec<String>,
    /// By label of the community.
    pub(super) others: HashMap<String, Vec<String>>,
}

impl Words {
    /// The place of a ZIP code.
    pub(super) fn place(&self, zip: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.zip == zip)
    }
}

/// The lists, read once.
pub(super) fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        toml::from_str(include_str!("../../../demo/people.toml"))
            .expect("the file is compiled in, and a test reads it with this same function")
    });
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty_and_every_place_is_known() {
        let words = words();
        for community in &words.communities {
            assert!(
                !community.given.is_empty() && !community.family.is_empty() && !community.zips.is_empty()
            );
            assert!(community.zips.iter().all(|zip| words.place(zip).is_some()), "{}", community.label);
        }
        assert_eq!(words.communities.iter().map(|community| community.weight).sum::<usize>(), 1000);
        assert!(words.places.iter().all(|place| !place.names.is_empty()));
        let comments = &words.comments;
        for list in [
            &words.domains,
            &words.sources,
            &words.streets.names,
            &words.streets.kinds,
            &words.streets.directions,
            &comments.english_openings,
            &comments.english,
            &comments.spanish_openings,
            &comments.spanish,
        ] {
            assert!(!list.is_empty());
        }
        assert!(!words.outside.is_empty() && !words.fathers.is_empty() && !words.mononyms.is_empty());
        for (label, sentences) in &comments.others {
            assert!(
                !sentences.is_empty() && words.communities.iter().any(|community| community.label == *label)
            );
        }
    }

    #[test]
    fn every_name_has_letters_for_a_mailbox() {
        let words = words();
        let parts =
            words.communities.iter().flat_map(|community| community.given.iter().chain(&community.family));
        for word in parts.chain(&words.fathers).chain(&words.mononyms) {
            let plain = word.letters.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(plain && !word.letters.is_empty(), "{word:?}");
        }
    }
}
