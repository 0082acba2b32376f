//! A signature: the form it comes by, its states, and what its signer chose.
//! It refuses to guess a choice: none is preset, and a missing one is an error.

use serde::Deserialize;

use crate::place::{InvalidZip, Residency, Zip};
use crate::text::{clean_line, clean_text};
use crate::{EmailAddress, FieldErrors, InvalidEmail, InvalidName, PersonName, named_enum};

named_enum! {
    /// How the signer appears on public pages.
    Visibility {
        /// Full name.
        Full = "full",
        /// First name and initial.
        Short = "short",
        /// Not at all.
        Hidden = "hidden",
    }
}

named_enum! {
    /// The state of a signature: pending → confirmed → withdrawn; pending → expired;
    /// any → quarantined → confirmed or excluded.
    SignatureState {
        /// Waiting for the mailbox.
        Pending = "pending",
        /// Counted.
        Confirmed = "confirmed",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Never confirmed, forgotten.
        Expired = "expired",
        /// Held for a person to look at.
        Quarantined = "quarantined",
        /// Left out by a rule.
        Excluded = "excluded",
    }
}

named_enum! {
    /// Why a signature is held for a person to look at.
    Hold {
        /// The field no person sees was filled in.
        HiddenField = "hidden-field",
        /// The form came back faster than anybody reads it.
        TooFast = "too-fast",
        /// Many signatures from one network address within an hour.
        ManyFromOneAddress = "many-from-one-address",
    }
}

named_enum! {
    /// The state of a comment: nothing is public before a moderator has read it.
    CommentState {
        /// No comment was left.
        None = "none",
        /// Waiting for a moderator.
        Waiting = "waiting",
        /// Public.
        Shown = "shown",
        /// Not public, with a reason kept.
        Hidden = "hidden",
    }
}

named_enum! {
    /// Whether a campaign asks for the street.
    StreetRule {
        /// The form has no street.
        No = "no",
        /// The signer may give it.
        Optional = "optional",
        /// The recipient demands it.
        Required = "required",
    }
}

/// What a campaign asks of its signers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignRules {
    /// Street, unit, city and state.
    pub street: StreetRule,
    /// Whether someone with no tie to the place may sign.
    pub elsewhere: bool,
    /// Whether a comment may be left.
    pub comments: bool,
}

/// The form as it came, nothing required, nothing judged. `website` is the field no person sees;
/// `seen` is the server's mark of when the form was made.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each field is the input of the same name")]
pub struct RawSignForm {
    pub name: String,
    pub email: String,
    pub street: String,
    pub unit: String,
    pub city: String,
    pub state: String,
    pub zip: String,
    pub residency: String,
    pub visibility: String,
    pub share: String,
    pub news: String,
    pub comment: String,
    pub source: String,
    /// A partner's question, agreed to; and which one was shown.
    pub hear: String,
    pub wording: String,
    pub website: String,
    pub seen: String,
}

/// A form that can be stored.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the input of the same name")]
pub struct SignForm {
    pub name: PersonName,
    pub email: EmailAddress,
    pub street: Option<String>,
    pub unit: Option<String>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub zip: Zip,
    pub residency: Residency,
    pub visibility: Visibility,
    /// The recipient may see a name that is hidden on public pages.
    pub share: bool,
    pub news: bool,
    pub comment: Option<String>,
    /// The share link it came by: a label of a–z, digits and hyphens.
    pub source: Option<String>,
}

impl SignForm {
    /// The longest comment, in characters.
    pub const LONGEST_COMMENT: usize = 1_000;
    const LONGEST_LINE: usize = 120;

    /// Reads a form, or tells everything that is wrong with it at once.
    pub fn parse(raw: &RawSignForm, rules: SignRules) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.check("name", PersonName::parse(&raw.name).map_err(InvalidName::message));
        let email = errors.check("email", EmailAddress::parse(&raw.email).map_err(InvalidEmail::message));

        let asked = rules.street != StreetRule::No;
        let line = |text: &str| Some(clean_line(text)).filter(|line| asked && !line.is_empty());
        let (street, unit, city, state) =
            (line(&raw.street), line(&raw.unit), line(&raw.city), line(&raw.state));
        if rules.street == StreetRule::Required && street.is_none() {
            errors.add("street", "error-street-empty");
        }
        for (field, value) in [("street", &street), ("unit", &unit), ("city", &city), ("state", &state)] {
            if value.as_ref().is_some_and(|value| value.chars().count() > Self::LONGEST_LINE) {
                errors.add(field, "error-line-long");
            }
        }

        let residency = raw.residency.parse().ok();
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
        let visibility =
            errors.check("visibility", raw.visibility.parse().map_err(|_| "error-visibility-empty"));

        let comment = Some(clean_text(&raw.comment)).filter(|comment| rules.comments && !comment.is_empty());
        if comment.as_ref().is_some_and(|comment| comment.chars().count() > Self::LONGEST_COMMENT) {
            errors.add("comment", "error-comment-long");
        }

        match (name, email, zip, residency, visibility) {
            (Some(name), Some(email), Some(zip), Some(residency), Some(visibility)) if errors.is_empty() => {
                Ok(Self {
                    name,
                    email,
                    street,
                    unit,
                    city,
                    state,
                    zip,
                    residency,
                    visibility,
                    comment,
                    share: raw.share == "on",
                    news: raw.news == "on",
                    source: source_label(&raw.source),
                })
            }
            _ => Err(errors),
        }
    }
}

/// A share link's label; anything else is no label, and no error either: the signer did not type it.
pub fn source_label(text: &str) -> Option<String> {
    let legal = (1..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    legal.then(|| text.to_owned())
}

crate::hidden_debug!(RawSignForm, SignForm);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    const OPEN: SignRules = SignRules { street: StreetRule::Optional, elsewhere: true, comments: true };

    fn raw() -> RawSignForm {
        RawSignForm {
            name: " Ana  Díaz ".into(),
            email: "ana@example.org".into(),
            zip: "02121".into(),
            residency: "lives".into(),
            visibility: "short".into(),
            ..RawSignForm::default()
        }
    }

    #[test]
    fn an_empty_form_tells_everything_at_once() {
        let errors = SignForm::parse(&RawSignForm::default(), OPEN).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        assert_eq!(fields, ["name", "email", "zip", "residency", "visibility"]);
    }

    #[test]
    fn choices_are_never_preset() {
        let form = SignForm::parse(&raw(), OPEN).unwrap();
        assert!(!form.share && !form.news && form.comment.is_none());
        assert_eq!(form.name.as_str(), "Ana Díaz");
    }

    #[test]
    fn elsewhere_signs_only_where_the_campaign_allows_it() {
        let elsewhere = RawSignForm { residency: "elsewhere".into(), zip: "H2X 1Y4".into(), ..raw() };
        assert!(SignForm::parse(&elsewhere, OPEN).is_ok());
        let errors = SignForm::parse(&elsewhere, SignRules { elsewhere: false, ..OPEN }).unwrap_err();
        assert_eq!(errors.of("residency"), Some("error-residency-elsewhere"));
    }

    #[test]
    fn a_street_nobody_asked_for_is_not_kept() {
        let street = RawSignForm { street: "1 Elm St".into(), ..raw() };
        let rules = SignRules { street: StreetRule::No, ..OPEN };
        assert_eq!(SignForm::parse(&street, rules).unwrap().street, None);
        let required = SignRules { street: StreetRule::Required, ..OPEN };
        assert_eq!(SignForm::parse(&raw(), required).unwrap_err().of("street"), Some("error-street-empty"));
    }
}
