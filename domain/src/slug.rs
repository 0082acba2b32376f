//! The name of a campaign or an organization in an address.
//! It makes none up: a slug taken is a slug refused.

use crate::text::fold;

/// 3 to 80 letters a–z, digits and single hyphens, beginning and ending in a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

/// A text that is no slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an address has 3 to 80 letters a to z, digits and single hyphens")]
pub struct InvalidSlug;

impl Slug {
    /// Takes a slug as it is.
    pub fn parse(text: &str) -> Result<Self, InvalidSlug> {
        let legal = (3..=80).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        if legal { Ok(Self(text.to_owned())) } else { Err(InvalidSlug) }
    }

    /// Proposes a slug for a title: `Stop the purchase` → `stop-the-purchase`.
    pub fn propose(title: &str) -> Result<Self, InvalidSlug> {
        let mut slug = String::new();
        for word in fold(title).split(' ') {
            let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
            if !word.is_empty() && slug.len() + word.len() < 60 {
                if !slug.is_empty() {
                    slug.push('-');
                }
                slug.push_str(&word);
            }
        }
        Self::parse(&slug)
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Slug {
    type Err = InvalidSlug;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn a_title_proposes_its_slug() {
        assert_eq!(
            Slug::propose("¡Alto a la compra de ‘monitoreo’!").unwrap().as_str(),
            "alto-a-la-compra-de-monitoreo"
        );
        assert_eq!(Slug::propose("停止"), Err(InvalidSlug));
    }

    #[test]
    fn only_plain_slugs_are_taken() {
        for text in ["ab", "-abc", "abc-", "a--b", "Abc", "a b", "../etc"] {
            assert_eq!(Slug::parse(text), Err(InvalidSlug), "{text}");
        }
    }
}
