//! The language a text is written in, which may be any there is.
//! It translates nothing: it knows how a language is named, and which way its script runs.

use crate::text::clean_line;

/// A language tag (BCP 47) in its usual letter case: a language, and a script and a region where they matter.
/// `es`, `zh-Hant`, `ht`, `pt-BR`, `uz-Arab`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Language(String);

/// Not a language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is no language tag")]
pub struct InvalidLanguage;

/// Tag, name in itself, name in English: those that are offered by name, most read around Boston first.
const NAMED: &[(&str, &str, &str)] = &[
    ("en", "English", "English"),
    ("es", "Español", "Spanish"),
    ("ht", "Kreyòl ayisyen", "Haitian Creole"),
    ("zh-Hans", "简体中文", "Chinese (simplified)"),
    ("zh-Hant", "繁體中文", "Chinese (traditional)"),
    ("vi", "Tiếng Việt", "Vietnamese"),
    ("kea", "Kriolu", "Cabo Verdean Creole"),
    ("pt", "Português", "Portuguese"),
    ("ar", "العربية", "Arabic"),
    ("so", "Soomaali", "Somali"),
    ("fr", "Français", "French"),
    ("ru", "Русский", "Russian"),
    ("am", "አማርኛ", "Amharic"),
    ("bn", "বাংলা", "Bengali"),
    ("de", "Deutsch", "German"),
    ("el", "Ελληνικά", "Greek"),
    ("fa", "فارسی", "Persian"),
    ("he", "עברית", "Hebrew"),
    ("hi", "हिन्दी", "Hindi"),
    ("hy", "Հայերեն", "Armenian"),
    ("it", "Italiano", "Italian"),
    ("ja", "日本語", "Japanese"),
    ("km", "ខ្មែរ", "Khmer"),
    ("ko", "한국어", "Korean"),
    ("ne", "नेपाली", "Nepali"),
    ("pl", "Polski", "Polish"),
    ("sq", "Shqip", "Albanian"),
    ("sw", "Kiswahili", "Swahili"),
    ("th", "ไทย", "Thai"),
    ("ti", "ትግርኛ", "Tigrinya"),
    ("tl", "Tagalog", "Tagalog"),
    ("uk", "Українська", "Ukrainian"),
    ("ur", "اردو", "Urdu"),
    ("yi", "ייִדיש", "Yiddish"),
];

/// Scripts that run from right to left (ISO 15924).
const RTL_SCRIPTS: &[&str] =
    &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"];
/// Languages whose usual script runs from right to left (CLDR, likely subtags).
const RTL_LANGUAGES: &[&str] = &[
    "ar", "arc", "arz", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "luz", "mzn", "nqo",
    "pnb", "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
];

impl Language {
    /// English.
    pub fn english_itself() -> Self {
        Self("en".to_owned())
    }

    /// Those that are offered by name.
    pub fn named() -> impl Iterator<Item = Self> {
        NAMED.iter().map(|(tag, ..)| Self((*tag).to_owned()))
    }

    /// Takes a tag in any letter case: language (2 or 3 letters), then a script (4 letters), a region (2 letters or 3
    /// digits) and variants (RFC 5646, section 2.1, without extensions and private use). A name in its own language
    /// or in English is taken for its tag.
    pub fn parse(text: &str) -> Result<Self, InvalidLanguage> {
        let line = clean_line(text);
        let wanted = line.to_lowercase();
        let by_name = |(_, own, english): &&(&str, &str, &str)| {
            own.to_lowercase() == wanted || english.to_lowercase() == wanted
        };
        if let Some((tag, ..)) = NAMED.iter().find(by_name) {
            return Ok(Self((*tag).to_owned()));
        }
        if line.len() > 35 {
            return Err(InvalidLanguage);
        }
        let mut tag = String::with_capacity(line.len());
        for (place, part) in line.replace('_', "-").split('-').enumerate() {
            let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
            let digits = part.bytes().all(|b| b.is_ascii_digit());
            let both = part.bytes().all(|b| b.is_ascii_alphanumeric());
            match (place, part.len()) {
                (0, 2 | 3) if letters => tag.push_str(&part.to_ascii_lowercase()),
                (0, _) => return Err(InvalidLanguage),
                (_, 4) if letters => {
                    tag.push('-');
                    tag.push_str(&part[..1].to_ascii_uppercase());
                    tag.push_str(&part[1..].to_ascii_lowercase());
                }
                (_, 2) if letters => {
                    tag.push('-');
                    tag.push_str(&part.to_ascii_uppercase());
                }
                (_, 3) if digits => {
                    tag.push('-');
                    tag.push_str(part);
                }
                (_, 4..=8) if both => {
                    tag.push('-');
                    tag.push_str(&part.to_ascii_lowercase());
                }
                _ => return Err(InvalidLanguage),
            }
        }
        Ok(Self(tag))
    }

    /// The tag, for `lang`.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The direction of its script, for `dir`.
    pub fn dir(&self) -> &'static str {
        let mut parts = self.0.split('-');
        let language = parts.next().unwrap_or_default();
        let rtl = match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => RTL_SCRIPTS.contains(&script),
            None => RTL_LANGUAGES.contains(&language),
        };
        if rtl { "rtl" } else { "ltr" }
    }

    /// Its name in itself, or its tag where that is not known.
    pub fn endonym(&self) -> &str {
        self.name().map_or(&self.0, |(_, own, _)| own)
    }

    /// Its name in English, or its tag where that is not known.
    pub fn english(&self) -> &str {
        self.name().map_or(&self.0, |(.., english)| english)
    }

    fn name(&self) -> Option<&'static (&'static str, &'static str, &'static str)> {
        let plain = self.0.split('-').next().unwrap_or_default();
        let whole = NAMED.iter().find(|(tag, ..)| *tag == self.0);
        whole.or_else(|| NAMED.iter().find(|(tag, ..)| *tag == plain))
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Language {
    type Err = InvalidLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn tags_are_taken_in_any_case_and_names_as_well() {
        for (typed, tag) in [
            ("ES", "es"),
            ("zh_hant", "zh-Hant"),
            ("pt-br", "pt-BR"),
            ("es-419", "es-419"),
            ("Kreyòl ayisyen", "ht"),
        ] {
            assert_eq!(Language::parse(typed).unwrap().tag(), tag);
        }
        for typed in ["", "e", "en-", "\"><script>", "x-private", "english language", "en-x"] {
            assert!(Language::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn the_script_decides_the_direction() {
        for (tag, dir) in [
            ("ar", "rtl"),
            ("ur-PK", "rtl"),
            ("uz-Arab", "rtl"),
            ("ks-Deva", "ltr"),
            ("he", "rtl"),
            ("so", "ltr"),
        ] {
            assert_eq!(Language::parse(tag).unwrap().dir(), dir, "{tag}");
        }
    }

    #[test]
    fn every_offered_language_is_a_tag_with_two_names() {
        for language in Language::named() {
            assert_eq!(Language::parse(language.tag()).unwrap(), language);
            assert_ne!(language.english(), language.tag());
        }
    }
}
