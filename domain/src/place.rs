//! Where a signer is, as far as a petition needs to know.
//! It looks up no address and knows no map.

use crate::named_enum;
use crate::text::clean_line;

named_enum! {
    /// How a signer is tied to the place.
    Residency {
        /// Lives there.
        Lives = "lives",
        /// Works there.
        Works = "works",
        /// Studies there.
        Studies = "studies",
        /// None of these.
        Elsewhere = "elsewhere",
    }
}

/// A ZIP code of five digits; for signers from elsewhere, any postal code of 2 to 10 letters and digits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Zip(String);

/// Why a text is not taken as a ZIP code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidZip {
    /// Nothing was written.
    #[error("the ZIP code is empty")]
    Empty,
    /// Not five digits (or five and four).
    #[error("the ZIP code is not five digits")]
    Malformed,
}

impl InvalidZip {
    /// The key of the message for whoever typed it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "error-zip-empty",
            Self::Malformed => "error-zip-form",
        }
    }
}

impl Zip {
    /// Takes `02121`, `02121-1234` and `021211234`; the last four digits are not kept: they name a doorstep.
    pub fn parse(text: &str) -> Result<Self, InvalidZip> {
        let line = clean_line(text);
        if line.is_empty() {
            return Err(InvalidZip::Empty);
        }
        let digits: String = line.chars().filter(|c| !matches!(c, ' ' | '-' | '–')).collect();
        if matches!(digits.len(), 5 | 9) && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(digits[..5].to_owned()))
        } else {
            Err(InvalidZip::Malformed)
        }
    }

    /// Takes a postal code of any country, upper case, spaces made one.
    pub fn parse_abroad(text: &str) -> Result<Self, InvalidZip> {
        Self::parse(text).or_else(|problem| {
            let code = clean_line(text).to_uppercase();
            let legal = (2..=10).contains(&code.len())
                && code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-'));
            if legal { Ok(Self(code)) } else { Err(problem) }
        })
    }

    /// The code as stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Zip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[hidden]")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn five_digits_are_kept_and_four_more_forgotten() {
        for text in ["02121", " 02121-1234", "02121 1234", "021211234"] {
            assert_eq!(Zip::parse(text).unwrap().as_str(), "02121");
        }
        for text in ["2121", "O2121", "021212", "H2X 1Y4"] {
            assert_eq!(Zip::parse(text), Err(InvalidZip::Malformed));
        }
    }

    #[test]
    fn elsewhere_has_other_postal_codes() {
        assert_eq!(Zip::parse_abroad("h2x 1y4").unwrap().as_str(), "H2X 1Y4");
        assert_eq!(Zip::parse_abroad(""), Err(InvalidZip::Empty));
        assert_eq!(Zip::parse_abroad("<script>"), Err(InvalidZip::Malformed));
    }
}
