//! The name of a person, as that person writes it.
//! It refuses only what is no name: nothing at all, an address on the web, a page of text.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean_line, fold};

/// A name: one line, 1 to 120 letters as people count them, in any script.
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct PersonName(String);

/// Why a text is not taken as a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidName {
    /// Nothing was written.
    #[error("the name is empty")]
    Empty,
    /// More than 120 letters.
    #[error("the name is longer than 120 letters")]
    TooLong,
    /// It holds a link or an e-mail address.
    #[error("the name holds a link or an address")]
    Link,
    /// It holds no letter of any script.
    #[error("the name holds no letter")]
    NoLetter,
}

impl InvalidName {
    /// The key of the message for whoever typed it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "error-name-empty",
            Self::TooLong => "error-name-long",
            Self::Link => "error-name-link",
            Self::NoLetter => "error-name-letters",
        }
    }
}

impl PersonName {
    /// The longest name, in letters as people count them.
    pub const LONGEST: usize = 120;

    /// Takes a name kindly: outer and doubled spaces go, everything else stays as typed.
    pub fn parse(text: &str) -> Result<Self, InvalidName> {
        let name = clean_line(text);
        if name.is_empty() {
            return Err(InvalidName::Empty);
        }
        if name.len() > 4 * Self::LONGEST || name.graphemes(true).count() > Self::LONGEST {
            return Err(InvalidName::TooLong);
        }
        if holds_link(&name) {
            return Err(InvalidName::Link);
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(InvalidName::NoLetter);
        }
        Ok(Self(name))
    }

    /// The whole name, as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First name and initial: `Maria G.`; a single word stays.
    ///
    /// A name in Han, Kana or Hangul without spaces is the whole name in one word, family first: of it
    /// the first letter is shown.
    pub fn short(&self) -> String {
        let mut words = self.0.split(' ');
        let first = words.next().unwrap_or_default();
        match words.next_back().and_then(|last| last.graphemes(true).next()) {
            Some(initial) => format!("{first} {initial}."),
            None if first.chars().any(is_east_asian) => {
                let mut letters = first.graphemes(true);
                let shown = letters.next().unwrap_or_default();
                format!("{shown}{}", "○".repeat(letters.count()))
            }
            None => first.to_owned(),
        }
    }

    /// The key two spellings of one name share; see [`fold`].
    pub fn compare_key(&self) -> String {
        fold(&self.0)
    }
}

fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0x20000..=0x3FFFF)
}

fn holds_link(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.contains("://") || lower.contains("www.") || lower.contains('@') || lower.split(' ').any(is_host)
}

/// `example.com` or `t.me/x`, but not `J.R.`, `St.Clair` or `Ph.D.`.
fn is_host(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "com", "org", "net", "info", "biz", "io", "ru", "cn", "xyz", "top", "me", "co", "us", "ly", "site",
        "online", "shop", "app", "dev", "link", "click",
    ];
    let host = word.split('/').next().unwrap_or_default().trim_end_matches(['.', ',']);
    host.rsplit_once('.').is_some_and(|(rest, ending)| rest.chars().count() > 1 && ENDINGS.contains(&ending))
}

impl std::fmt::Debug for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[hidden]")
    }
}

impl std::str::FromStr for PersonName {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn names_are_taken_as_people_have_them() {
        let eighty = "N".repeat(80);
        for name in [
            "Prince",
            "X",
            "Null",
            "Siobhán O’Brien",
            "Jean-Luc",
            "Trần Thị Hoa",
            "王小明",
            "محمد علي",
            "Юлия",
            "J.R. Smith",
            "Anna Ph.D.",
            &eighty,
        ] {
            assert_eq!(PersonName::parse(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        for (text, why) in [
            (" \n ", InvalidName::Empty),
            ("Cheap pills https://example.org", InvalidName::Link),
            ("visit spam.com now", InvalidName::Link),
            ("a@b.c", InvalidName::Link),
            ("12345", InvalidName::NoLetter),
        ] {
            assert_eq!(PersonName::parse(text), Err(why), "{text}");
        }
        assert_eq!(PersonName::parse(&"é".repeat(121)), Err(InvalidName::TooLong));
    }

    #[test]
    fn short_is_first_name_and_initial() {
        for (name, short) in [
            ("Maria Garcia", "Maria G."),
            ("Ana de la Cruz", "Ana C."),
            ("Prince", "Prince"),
            ("王小明", "王○○"),
            ("Émile Ångström", "Émile Å."),
        ] {
            assert_eq!(PersonName::parse(name).unwrap().short(), short);
        }
    }

    #[test]
    fn debug_tells_nothing() {
        assert_eq!(format!("{:?}", PersonName::parse("Ana").unwrap()), "[hidden]");
    }
}
