//! The languages Redress speaks.
//! It holds no messages: those live in the app's locale files.

use serde::{Deserialize, Serialize};

/// A language of the interface, the mails and the packet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

/// A language tag Redress has no messages for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Redress has no messages in that language")]
pub struct UnknownLocale;

impl Locale {
    /// Every language, the operator's first one in front.
    pub const ALL: &'static [Self] = &[Self::En, Self::Es];

    /// The BCP 47 tag, which is also the path prefix.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language's name in itself, as a link to it should read.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// The direction of its script, for the `dir` attribute.
    pub const fn dir(self) -> &'static str {
        "ltr"
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|locale| locale.code() == tag).ok_or(UnknownLocale)
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
