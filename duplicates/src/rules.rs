//! The rules of this edition: each is exact, has a stable name, and says whether it removes or asks.
//! A rule that could drop a neighbor (a father and son, twins, two people called Maria Garcia) only asks.

use std::fmt;
use std::str::FromStr;

/// What a rule's pairs lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Certain: one of the two is removed.
    Auto,
    /// Likely: a reviewer decides, and until then both count.
    Review,
}

impl Tier {
    /// The stable name: `auto` or `review`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Review => "review",
        }
    }
}

/// Why two records are taken for one signer. The order is that of strength: of several rules that find one
/// pair, the first is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The same mailbox and the same name.
    MailboxName,
    /// The same mailbox and the same words of a name in another order.
    MailboxNameOrder,
    /// The same name, street (unit too, where both have one) and ZIP code.
    NameStreetZip,
    /// The same name and the same phone number.
    NamePhone,
    /// The same mailbox, and one of the two gave no name.
    MailboxNameless,
    /// The same mailbox under another name that the household rule has no room for: a third name, or one
    /// from another street and ZIP code.
    MailboxFull,
    /// The same name and a mailbox that differs by a common slip in its domain (gmial.com).
    NameMailboxTypo,
    /// The same mailbox and a name that may be the same (an initial, a middle name, a suffix once).
    MailboxSimilarName,
    /// The same name, street and ZIP code, but it stays open which of several people there it is.
    NameStreetZipUnclear,
    /// A name that may be the same, at the same street and ZIP code.
    SimilarNameStreetZip,
    /// A name that may be the same, with the same phone number.
    SimilarNamePhone,
    /// The same mailbox under a second name, and no street or ZIP code tells whether it is a household.
    MailboxPlaceUnknown,
    /// The same name and street, while the ZIP code is missing or differs.
    NameStreet,
    /// The same name and ZIP code, while a street is missing.
    NameZip,
}

impl Rule {
    /// Every rule, strongest first.
    pub const ALL: [Self; 14] = [
        Self::MailboxName,
        Self::MailboxNameOrder,
        Self::NameStreetZip,
        Self::NamePhone,
        Self::MailboxNameless,
        Self::MailboxFull,
        Self::NameMailboxTypo,
        Self::MailboxSimilarName,
        Self::NameStreetZipUnclear,
        Self::SimilarNameStreetZip,
        Self::SimilarNamePhone,
        Self::MailboxPlaceUnknown,
        Self::NameStreet,
        Self::NameZip,
    ];

    /// The stable name: in rows, files and message keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MailboxName => "mailbox-name",
            Self::MailboxNameOrder => "mailbox-name-order",
            Self::NameStreetZip => "name-street-zip",
            Self::NamePhone => "name-phone",
            Self::MailboxNameless => "mailbox-nameless",
            Self::MailboxFull => "mailbox-full",
            Self::NameMailboxTypo => "name-mailbox-typo",
            Self::MailboxSimilarName => "mailbox-similar-name",
            Self::NameStreetZipUnclear => "name-street-zip-unclear",
            Self::SimilarNameStreetZip => "similar-name-street-zip",
            Self::SimilarNamePhone => "similar-name-phone",
            Self::MailboxPlaceUnknown => "mailbox-place-unknown",
            Self::NameStreet => "name-street",
            Self::NameZip => "name-zip",
        }
    }

    /// Whether its pairs are removed or put before a reviewer.
    pub const fn tier(self) -> Tier {
        match self {
            Self::MailboxName
            | Self::MailboxNameOrder
            | Self::NameStreetZip
            | Self::NamePhone
            | Self::MailboxNameless
            | Self::MailboxFull => Tier::Auto,
            _ => Tier::Review,
        }
    }

    /// How strong it is: 1.0 where it is certain; below that an order for the reviewer, no probability.
    pub const fn score(self) -> f64 {
        match self.tier() {
            Tier::Auto => 1.0,
            Tier::Review => match self {
                Self::NameMailboxTypo => 0.95,
                Self::MailboxSimilarName | Self::NameStreetZipUnclear => 0.9,
                Self::SimilarNameStreetZip | Self::SimilarNamePhone => 0.8,
                Self::MailboxPlaceUnknown => 0.7,
                Self::NameStreet => 0.6,
                _ => 0.5,
            },
        }
    }

    /// The rule as an English sentence, for files; the app has its own words.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::MailboxName => "The same mailbox and the same name.",
            Self::MailboxNameOrder => "The same mailbox, and the same words of the name in another order.",
            Self::NameStreetZip => "The same name at the same street and ZIP code.",
            Self::NamePhone => "The same name and the same phone number.",
            Self::MailboxNameless => "The same mailbox; one of the two gave no name.",
            Self::MailboxFull => {
                "The same mailbox under another name; at most two people of one household may share a mailbox."
            }
            Self::NameMailboxTypo => {
                "The same name, and mailboxes that differ only by a common slip in the domain."
            }
            Self::MailboxSimilarName => "The same mailbox, and a name that may be the same.",
            Self::NameStreetZipUnclear => {
                "The same name at the same street and ZIP code, where several people have that name."
            }
            Self::SimilarNameStreetZip => "A name that may be the same, at the same street and ZIP code.",
            Self::SimilarNamePhone => "A name that may be the same, with the same phone number.",
            Self::MailboxPlaceUnknown => {
                "The same mailbox under a second name; no street or ZIP code tells whether they share a home."
            }
            Self::NameStreet => "The same name at the same street; the ZIP code is missing or differs.",
            Self::NameZip => "The same name in the same ZIP code; a street is missing.",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that names no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule has that name")]
pub struct UnknownRule;

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == text).ok_or(UnknownRule)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn a_name_leads_back_to_its_rule_and_is_the_one_in_json() {
        for rule in Rule::ALL {
            assert_eq!(rule.as_str().parse(), Ok(rule));
            assert_eq!(serde_json::to_string(&rule).unwrap(), format!("\"{rule}\""));
        }
        assert_eq!("name".parse::<Rule>(), Err(UnknownRule));
    }

    #[test]
    fn only_what_is_certain_scores_one_and_strength_falls() {
        for rule in Rule::ALL {
            assert_eq!(rule.score() == 1.0, rule.tier() == Tier::Auto);
        }
        assert!(Rule::ALL.is_sorted());
        assert!(Rule::ALL.map(Rule::score).is_sorted_by(|a, b| a >= b));
    }
}
