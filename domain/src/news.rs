//! Updates to those who asked for news: what one says, and where it stands.
//! It goes once to each mailbox, and to nobody who did not ask.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{FieldErrors, Locale, clean_line, clean_text, named_enum};

/// The longest subject, in characters: what a telephone shows in two lines.
pub const LONGEST_SUBJECT: usize = 120;
/// The longest text.
pub const LONGEST_NEWS: usize = 10_000;

named_enum! {
    /// Where an update stands: draft → sending ⇄ stopped, and from sending → sent.
    NewsState {
        /// Being written.
        Draft = "draft",
        /// On its way to one mailbox after the other.
        Sending = "sending",
        /// Halted in the middle; it can go on.
        Stopped = "stopped",
        /// Every mailbox has it.
        Sent = "sent",
    }
}

/// What an update says in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsText {
    /// One line.
    pub subject: String,
    /// Paragraphs parted by an empty line.
    pub text: String,
}

/// Reads an update in every language of its campaign, or says everything that is wrong with it.
pub fn read_news<'a>(
    languages: &[Locale],
    typed: impl Fn(&str) -> &'a str,
) -> Result<BTreeMap<Locale, NewsText>, FieldErrors> {
    let (mut texts, mut errors) = (BTreeMap::new(), FieldErrors::default());
    for locale in languages {
        let (subject_field, text_field) = match locale {
            Locale::En => ("subject_en", "text_en"),
            Locale::Es => ("subject_es", "text_es"),
        };
        let (subject, text) = (clean_line(typed(subject_field)), clean_text(typed(text_field)));
        if subject.is_empty() {
            errors.add(subject_field, "error-news-subject");
        } else if subject.chars().count() > LONGEST_SUBJECT {
            errors.add(subject_field, "error-news-subject-long");
        }
        if text.is_empty() {
            errors.add(text_field, "error-news-text");
        } else if text.chars().count() > LONGEST_NEWS {
            errors.add(text_field, "error-news-text-long");
        }
        texts.insert(*locale, NewsText { subject, text });
    }
    if errors.is_empty() { Ok(texts) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_says_something_in_every_language() {
        let typed = |name: &str| match name {
            "subject_en" => "  We won ",
            "text_en" => "It is banned.",
            "subject_es" => "Ganamos",
            _ => " ",
        };
        assert!(read_news(&[Locale::En], typed).is_ok_and(|texts| texts[&Locale::En].subject == "We won"));
        let errors = read_news(&[Locale::En, Locale::Es], typed);
        assert!(errors.is_err_and(|errors| errors.of("text_es") == Some("error-news-text")));
    }
}
