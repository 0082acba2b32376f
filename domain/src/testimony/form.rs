//! The form a testimony comes by, read whole or with everything that is wrong with it at once.
//! A draft needs none of this: it is kept as it was typed.

use serde::Deserialize;

use super::{Flag, Speaking, Stance, clean_pasted, parts};
use crate::flags::{flags, kinds};
use crate::language::Language;
use crate::place::{Residency, Zip};
use crate::signature::source_label;
use crate::text::clean_line;
use crate::word_count::count_words;
use crate::{EmailAddress, FieldErrors, HearingId, MatterId, PersonName};
use crate::{InvalidEmail, InvalidName, InvalidZip};

/// The form as it came, nothing required, nothing judged.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each field is the input of the same name")]
pub struct RawTestimonyForm {
    pub hearing: String,
    /// Every box ticked.
    pub matter: Vec<String>,
    pub stance: String,
    pub language: String,
    /// A language that the list does not have.
    pub language_other: String,
    pub template: String,
    pub text: String,
    pub name: String,
    pub email: String,
    pub zip: String,
    pub residency: String,
    pub organization: String,
    pub title: String,
    pub authority: String,
    pub speaking: String,
    pub news: String,
    pub public: String,
    /// The kinds of detail its writer has seen and leaves in.
    pub leave: String,
    pub source: String,
    pub website: String,
    pub seen: String,
}

/// A hearing, as far as the form needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingRule {
    /// Which.
    pub id: HearingId,
    /// The most words its body takes.
    pub words: Option<u32>,
    /// Whether written testimony is still taken.
    pub open: bool,
    /// What is heard; nothing is everything.
    pub matters: Vec<MatterId>,
}

/// What a campaign asks of testimony.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestimonyRules {
    /// Whether someone with no tie to the place may testify.
    pub elsewhere: bool,
    /// The hearings to choose from; without one the testimony goes to the bodies of its matters.
    pub hearings: Vec<HearingRule>,
    /// The matters to choose from.
    pub matters: Vec<MatterId>,
    /// The most words where no hearing is chosen.
    pub words: Option<u32>,
}

/// An organization that is spoken for.
#[derive(Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// Its name.
    pub organization: String,
    /// The writer's title there.
    pub title: String,
    /// What lets the writer speak for it.
    pub authority: String,
}

/// A testimony that can be sent.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the input of the same name")]
pub struct TestimonyForm {
    pub hearing: Option<HearingId>,
    pub matters: Vec<MatterId>,
    pub stance: Stance,
    pub language: Language,
    /// Clean paragraphs of limited Markdown.
    pub text: String,
    /// Words in it.
    pub words: usize,
    /// The kinds of personal detail that its writer leaves in.
    pub flags: Vec<Flag>,
    pub name: PersonName,
    pub email: EmailAddress,
    pub zip: Zip,
    pub residency: Residency,
    pub affiliation: Option<Affiliation>,
    pub speaking: Speaking,
    pub news: bool,
    pub source: Option<String>,
}

/// Everything that is wrong with a form, with what its messages tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestimonyErrors {
    /// By field.
    pub fields: FieldErrors,
    /// Words in the text.
    pub words: usize,
    /// The most the body takes.
    pub limit: Option<u32>,
    /// The first part of a template that is not filled in.
    pub part: String,
    /// Kinds of personal detail that nobody has agreed to yet.
    pub found: Vec<Flag>,
}

impl RawTestimonyForm {
    /// The language of the text, as far as it can be told.
    pub fn text_language(&self) -> Option<Language> {
        let other = clean_line(&self.language_other);
        Language::parse(if other.is_empty() { &self.language } else { &other }).ok()
    }

    /// The hearing, if one was chosen that there is.
    pub fn hearing<'a>(&self, rules: &'a TestimonyRules) -> Option<&'a HearingRule> {
        match self.hearing.parse::<HearingId>() {
            Ok(id) => rules.hearings.iter().find(|hearing| hearing.id == id),
            // Where there is one, there is nothing to choose.
            Err(_) if rules.hearings.len() == 1 => rules.hearings.first(),
            Err(_) => None,
        }
    }

    /// The matters that were chosen and that there are, in the campaign's order; the only one is always meant.
    pub fn matters(&self, rules: &TestimonyRules) -> Vec<MatterId> {
        if let [only] = rules.matters[..] {
            return vec![only];
        }
        let chosen: Vec<MatterId> = self.matter.iter().filter_map(|id| id.parse().ok()).collect();
        rules.matters.iter().copied().filter(|id| chosen.contains(id)).collect()
    }

    /// The most words that the chosen hearing's body takes.
    pub fn word_limit(&self, rules: &TestimonyRules) -> Option<u32> {
        self.hearing(rules).map_or(rules.words, |hearing| hearing.words)
    }
}

impl TestimonyForm {
    /// The longest text, in characters: twenty times what a body takes, and a form that still is one.
    pub const LONGEST: usize = 100_000;
    /// The longest name of an organization, title and authority, in characters.
    pub const LONGEST_LINE: usize = 200;

    /// Reads a form, or tells everything that is wrong with it at once, in the order of the page.
    pub fn parse(raw: &RawTestimonyForm, rules: &TestimonyRules) -> Result<Self, TestimonyErrors> {
        let mut told = TestimonyErrors { limit: raw.word_limit(rules), ..TestimonyErrors::default() };
        let errors = &mut told.fields;

        let hearing = raw.hearing(rules);
        match hearing {
            None if !rules.hearings.is_empty() => errors.add("hearing", "error-testimony-hearing"),
            Some(hearing) if !hearing.open => errors.add("hearing", "error-testimony-late"),
            _ => {}
        }
        let matters = raw.matters(rules);
        if matters.is_empty() && !rules.matters.is_empty() {
            errors.add("matter", "error-testimony-matter");
        } else if hearing.is_some_and(|hearing| {
            !hearing.matters.is_empty() && matters.iter().any(|matter| !hearing.matters.contains(matter))
        }) {
            errors.add("matter", "error-testimony-matter-other");
        }
        let stance = errors.check("stance", raw.stance.parse().map_err(|_| "error-testimony-stance"));

        let text = clean_pasted(&raw.text);
        told.words = count_words(&text);
        let found = kinds(&flags(&text));
        if told.words == 0 {
            errors.add("text", "error-testimony-empty");
        } else if text.chars().count() > Self::LONGEST {
            errors.add("text", "error-testimony-long");
        } else if let Some(part) = parts(&text).first() {
            told.part = (*part).to_owned();
            errors.add("text", "error-testimony-part");
        } else if told.limit.is_some_and(|limit| told.words > limit as usize) {
            errors.add("text", "error-testimony-words");
        }
        let language = match raw.text_language() {
            Some(language) => Some(language),
            None if clean_line(&raw.language_other).is_empty() => {
                errors.add("language", "error-testimony-language");
                None
            }
            None => {
                errors.add("language_other", "error-testimony-language-other");
                None
            }
        };

        let name = errors.check("name", PersonName::parse(&raw.name).map_err(InvalidName::message));
        let email = errors.check("email", EmailAddress::parse(&raw.email).map_err(InvalidEmail::message));
        let residency: Option<Residency> = raw.residency.parse().ok();
        let zip = match residency {
            Some(Residency::Elsewhere) => Zip::parse_abroad(&raw.zip),
            _ => Zip::parse(&raw.zip),
        };
        let zip = errors.check("zip", zip.map_err(InvalidZip::message));
        match residency {
            None => errors.add("residency", "error-residency-empty"),
            Some(Residency::Elsewhere) if !rules.elsewhere => {
                errors.add("residency", "error-residency-elsewhere")
            }
            Some(_) => {}
        }
        let affiliation = affiliation(raw, errors);
        let speaking = match raw.speaking.parse() {
            // Without a hearing there is nowhere to speak.
            _ if rules.hearings.is_empty() => Some(Speaking::No),
            Ok(speaking) => Some(speaking),
            Err(_) => {
                errors.add("speaking", "error-testimony-speaking");
                None
            }
        };
        if raw.public != "on" {
            errors.add("public", "error-testimony-public");
        }
        let agreed: Vec<&str> = raw.leave.split_whitespace().collect();
        if found.iter().any(|flag| !agreed.contains(&flag.as_str())) {
            errors.add("leave", "error-testimony-leave");
            told.found.clone_from(&found);
        }

        match (stance, language, name, email, zip, residency, speaking) {
            (
                Some(stance),
                Some(language),
                Some(name),
                Some(email),
                Some(zip),
                Some(residency),
                Some(speaking),
            ) if told.fields.is_empty() => Ok(Self {
                hearing: hearing.map(|hearing| hearing.id),
                matters,
                stance,
                language,
                words: told.words,
                text,
                flags: found,
                name,
                email,
                zip,
                residency,
                affiliation,
                speaking,
                news: raw.news == "on",
                source: source_label(&raw.source),
            }),
            _ => Err(told),
        }
    }
}

/// Who names an organization speaks for it, and tells as what and by what right.
fn affiliation(raw: &RawTestimonyForm, errors: &mut FieldErrors) -> Option<Affiliation> {
    let [organization, title, authority] =
        [&raw.organization, &raw.title, &raw.authority].map(|line| clean_line(line));
    if organization.is_empty() && title.is_empty() && authority.is_empty() {
        return None;
    }
    for (field, line, empty) in [
        ("organization", &organization, "error-testimony-organization"),
        ("title", &title, "error-testimony-title"),
        ("authority", &authority, "error-testimony-authority"),
    ] {
        if line.is_empty() {
            errors.add(field, empty);
        } else if line.chars().count() > TestimonyForm::LONGEST_LINE {
            errors.add(field, "error-testimony-line");
        }
    }
    Some(Affiliation { organization, title, authority })
}

crate::hidden_debug!(RawTestimonyForm, TestimonyForm, Affiliation);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use uuid::Uuid;

    use super::*;

    const MATTER: MatterId = MatterId(Uuid::from_u128(1));
    const OTHER: MatterId = MatterId(Uuid::from_u128(2));
    const HEARING: HearingId = HearingId(Uuid::from_u128(3));

    fn rules() -> TestimonyRules {
        TestimonyRules {
            elsewhere: false,
            hearings: vec![HearingRule { id: HEARING, words: Some(12), open: true, matters: vec![MATTER] }],
            matters: vec![MATTER, OTHER],
            words: None,
        }
    }

    fn raw() -> RawTestimonyForm {
        RawTestimonyForm {
            hearing: HEARING.to_string(),
            matter: vec![MATTER.to_string()],
            stance: "in-favor".into(),
            language: "ES".into(),
            text: "Trabajo en la biblioteca.\r\n\r\nApoyo la ordenanza.".into(),
            name: "Ana Díaz".into(),
            email: "ana@example.org".into(),
            zip: "02121".into(),
            residency: "lives".into(),
            speaking: "no".into(),
            public: "on".into(),
            ..RawTestimonyForm::default()
        }
    }

    #[test]
    fn an_empty_form_tells_everything_at_once() {
        let told = TestimonyForm::parse(
            &RawTestimonyForm::default(),
            &TestimonyRules { hearings: [rules().hearings, rules().hearings].concat(), ..rules() },
        );
        let fields: Vec<_> = told.unwrap_err().fields.iter().map(|error| error.field).collect();
        let expected = [
            "hearing",
            "matter",
            "stance",
            "text",
            "language",
            "name",
            "email",
            "zip",
            "residency",
            "speaking",
            "public",
        ];
        assert_eq!(fields, expected);
    }

    #[test]
    fn a_form_that_is_whole_is_taken() {
        let form = TestimonyForm::parse(&raw(), &rules()).unwrap();
        assert_eq!((form.words, form.language.tag()), (7, "es"));
        assert_eq!(form.text, "Trabajo en la biblioteca.\n\nApoyo la ordenanza.");
        assert!(form.affiliation.is_none() && !form.news);
    }

    #[test]
    fn too_many_words_and_a_part_left_open_are_told_with_their_numbers_and_name() {
        let long = RawTestimonyForm { text: "word ".repeat(13), ..raw() };
        let told = TestimonyForm::parse(&long, &rules()).unwrap_err();
        assert_eq!((told.words, told.limit), (13, Some(12)));
        assert_eq!(told.fields.of("text"), Some("error-testimony-words"));
        let open = RawTestimonyForm { text: "I live in {your neighborhood}.".into(), ..raw() };
        let told = TestimonyForm::parse(&open, &rules()).unwrap_err();
        assert_eq!(
            (told.fields.of("text"), told.part.as_str()),
            (Some("error-testimony-part"), "your neighborhood")
        );
    }

    #[test]
    fn details_are_shown_once_and_may_be_left_in() {
        let text = "Call me at 617-555-0123.".to_owned();
        let told =
            TestimonyForm::parse(&RawTestimonyForm { text: text.clone(), ..raw() }, &rules()).unwrap_err();
        assert_eq!(told.found, [Flag::Phone]);
        let seen = RawTestimonyForm { text: text.clone(), leave: "phone".into(), ..raw() };
        assert_eq!(TestimonyForm::parse(&seen, &rules()).unwrap().flags, [Flag::Phone]);
        // Another kind came in since: it is shown as well.
        let more = RawTestimonyForm { text: format!("{text} Or ana@example.org"), ..seen };
        assert!(TestimonyForm::parse(&more, &rules()).is_err());
    }

    #[test]
    fn an_organization_is_spoken_for_by_somebody_and_by_some_right() {
        let named = RawTestimonyForm { organization: "Grove Hall Readers".into(), ..raw() };
        let told = TestimonyForm::parse(&named, &rules()).unwrap_err();
        assert!(told.fields.of("title").is_some() && told.fields.of("authority").is_some());
        let whole = RawTestimonyForm { title: "Chair".into(), authority: "The board voted".into(), ..named };
        assert!(TestimonyForm::parse(&whole, &rules()).unwrap().affiliation.is_some());
    }

    #[test]
    fn a_matter_that_is_not_heard_and_a_hearing_that_takes_no_more_are_refused() {
        let other = RawTestimonyForm { matter: vec![OTHER.to_string()], ..raw() };
        let told = TestimonyForm::parse(&other, &rules()).unwrap_err();
        assert_eq!(told.fields.of("matter"), Some("error-testimony-matter-other"));
        let mut late = rules();
        late.hearings[0].open = false;
        let told = TestimonyForm::parse(&raw(), &late).unwrap_err();
        assert_eq!(told.fields.of("hearing"), Some("error-testimony-late"));
    }
}
