//! The messages of every language, shared by pages, mails and packet.
//! It makes no sentence by joining parts: a sentence is one message with arguments.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use redress_domain::Locale;

/// The message files of one language, by name; one file per feature.
macro_rules! files {
    ($locale:literal) => {
        &[
            ("account.ftl", include_str!(concat!("../locales/", $locale, "/account.ftl"))),
            ("body.ftl", include_str!(concat!("../locales/", $locale, "/body.ftl"))),
            ("campaign.ftl", include_str!(concat!("../locales/", $locale, "/campaign.ftl"))),
            ("comments.ftl", include_str!(concat!("../locales/", $locale, "/comments.ftl"))),
            ("contact.ftl", include_str!(concat!("../locales/", $locale, "/contact.ftl"))),
            ("desk.ftl", include_str!(concat!("../locales/", $locale, "/desk.ftl"))),
            ("draft.ftl", include_str!(concat!("../locales/", $locale, "/draft.ftl"))),
            ("duplicates.ftl", include_str!(concat!("../locales/", $locale, "/duplicates.ftl"))),
            ("hearing.ftl", include_str!(concat!("../locales/", $locale, "/hearing.ftl"))),
            ("kit.ftl", include_str!(concat!("../locales/", $locale, "/kit.ftl"))),
            ("letter.ftl", include_str!(concat!("../locales/", $locale, "/letter.ftl"))),
            ("mail.ftl", include_str!(concat!("../locales/", $locale, "/mail.ftl"))),
            ("news.ftl", include_str!(concat!("../locales/", $locale, "/news.ftl"))),
            ("organization.ftl", include_str!(concat!("../locales/", $locale, "/organization.ftl"))),
            ("outcome.ftl", include_str!(concat!("../locales/", $locale, "/outcome.ftl"))),
            ("packet.ftl", include_str!(concat!("../locales/", $locale, "/packet.ftl"))),
            ("partner.ftl", include_str!(concat!("../locales/", $locale, "/partner.ftl"))),
            ("petition.ftl", include_str!(concat!("../locales/", $locale, "/petition.ftl"))),
            ("session.ftl", include_str!(concat!("../locales/", $locale, "/session.ftl"))),
            ("shell.ftl", include_str!(concat!("../locales/", $locale, "/shell.ftl"))),
            ("speakers.ftl", include_str!(concat!("../locales/", $locale, "/speakers.ftl"))),
            ("statement.ftl", include_str!(concat!("../locales/", $locale, "/statement.ftl"))),
            ("testimonies.ftl", include_str!(concat!("../locales/", $locale, "/testimonies.ftl"))),
            ("templates.ftl", include_str!(concat!("../locales/", $locale, "/templates.ftl"))),
            ("testimony.ftl", include_str!(concat!("../locales/", $locale, "/testimony.ftl"))),
            ("tracker.ftl", include_str!(concat!("../locales/", $locale, "/tracker.ftl"))),
            ("upload.ftl", include_str!(concat!("../locales/", $locale, "/upload.ftl"))),
        ]
    };
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::En));
static SPANISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Es));

/// The files of a language: name and text.
pub const fn files(locale: Locale) -> &'static [(&'static str, &'static str)] {
    match locale {
        Locale::En => files!("en"),
        Locale::Es => files!("es"),
    }
}

/// What a message is given: a number (with plural forms and separators) or a text.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Chooses the plural form, and is printed with the language's separators.
    Number(u64),
    /// Printed as it is.
    Text(Cow<'a, str>),
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// Says messages in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Locale);

impl Words {
    /// A message without arguments. A key that is missing is shown as itself, and found by a test.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with arguments.
    pub fn say_with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(
                (*name).to_owned(),
                match value {
                    Value::Number(number) => FluentValue::from(*number as f64),
                    Value::Text(text) => FluentValue::from(text.to_string()),
                },
            );
        }
        let bundle = match self.0 {
            Locale::En => &*ENGLISH,
            Locale::Es => &*SPANISH,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            // Whoever tests sees it at once; a visitor sees a word too few rather than no page.
            debug_assert!(false, "there is no message {key}");
            return key.to_owned();
        };
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether the language has this message.
    pub fn has(self, key: &str) -> bool {
        match self.0 {
            Locale::En => ENGLISH.has_message(key),
            Locale::Es => SPANISH.has_message(key),
        }
    }

    /// A whole number with the language's separators: `3,087`; in Spanish `3087` and `13 087` (RAE).
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let separator = match self.0 {
            Locale::En => ',',
            Locale::Es if digits.len() < 5 => return digits,
            Locale::Es => '\u{202F}',
        };
        let mut grouped = String::with_capacity(digits.len() * 4 / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

fn bundle(locale: Locale) -> Bundle {
    let language = locale.code().parse().expect("a locale's code is a language tag");
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // The marks Fluent puts around arguments for mixed directions end up in subjects and file names.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::En => |value, _| formatted(value, Locale::En),
        Locale::Es => |value, _| formatted(value, Locale::Es),
    }));
    for (_, text) in files(locale) {
        // A test reads every file strictly; a mistake here leaves the other messages standing.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn formatted(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 && number.value.fract() == 0.0 => {
            Some(Words(locale).number(number.value as u64))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(locale: Locale) -> BTreeSet<String> {
        files(locale)
            .iter()
            .flat_map(|(name, text)| {
                let resource = fluent_syntax::parser::parse(*text)
                    .unwrap_or_else(|(_, errors)| panic!("{locale}/{name}: {errors:?}"));
                resource.body.into_iter().filter_map(|entry| match entry {
                    fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                    _ => None,
                })
            })
            .collect()
    }

    #[test]
    fn every_language_has_every_message() {
        let english = keys(Locale::En);
        assert!(!english.is_empty());
        for locale in Locale::ALL {
            let theirs = keys(*locale);
            let missing: Vec<_> = english.symmetric_difference(&theirs).collect();
            assert!(missing.is_empty(), "{locale}: {missing:?}");
        }
    }

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        assert_eq!(Words(Locale::En).number(3087), "3,087");
        assert_eq!(Words(Locale::Es).number(3087), "3087");
        assert_eq!(Words(Locale::Es).number(13087), "13\u{202F}087");
    }
}
