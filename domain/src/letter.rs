//! A sign-on letter: its states, the form by which it is co-signed, and whether a mailbox speaks for an organization.
//! It believes nobody by name alone: a mailbox of the organization's own domain says so, or a person of the hosts.

mod alike;
mod invite;

use jiff::civil::Date;

use crate::place::{InvalidZip, Zip};
use crate::signature::source_label;
use crate::text::{clean_line, fold};
use crate::{EmailAddress, FieldErrors, InvalidEmail, InvalidName, OrganizationKind, PersonName, named_enum};

pub use alike::{Alike, Likeness, likenesses};
pub use invite::{Invited, InvitedRow, MOST_INVITED, read_invited};

named_enum! {
    /// The state of a letter: draft → circulating → final.
    LetterState {
        /// Being written; nobody else sees it.
        Draft = "draft",
        /// Public, and may be co-signed.
        Circulating = "circulating",
        /// Public, and done.
        Final = "final",
    }
}

named_enum! {
    /// The state of a co-signature: invited → pending → verified → stale (the text changed) → reaffirmed or withdrawn.
    CoSignatureState {
        /// Asked, and has not answered.
        Invited = "invited",
        /// Signed; its mailbox or a host has not said yes.
        Pending = "pending",
        /// Counts.
        Verified = "verified",
        /// The text was changed in substance since: asked again.
        Stale = "stale",
        /// Counts, for the changed text.
        Reaffirmed = "reaffirmed",
        /// Its signatory has left the organization, or the mailbox is gone: another signatory is needed.
        Lapsed = "lapsed",
        /// Taken back, or the invitation was.
        Withdrawn = "withdrawn",
        /// The organization said no.
        Declined = "declined",
        /// Never confirmed, forgotten.
        Expired = "expired",
    }
}

impl CoSignatureState {
    /// Whether it is counted and printed.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Verified | Self::Reaffirmed)
    }

    /// Whether nothing more comes of it.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Declined | Self::Expired)
    }
}

named_enum! {
    /// What a signatory's mailbox tells about the organization. Only what a host knows proves anything: the site is
    /// typed by whoever fills in the form.
    Standing {
        /// It is of the domain that a host gave as the organization's.
        OfDomain = "of-domain",
        /// It is with a provider where anybody can have one.
        FreeProvider = "free-provider",
        /// It is of another domain than the one that a host gave.
        OtherDomain = "other-domain",
        /// No host gave a domain, and it is of the site that the form names.
        SaidDomain = "said-domain",
        /// No host gave a domain, and the form names no site of the mailbox's domain.
        NoDomain = "no-domain",
    }
}

impl Standing {
    /// What a mailbox's domain tells, beside the domain that a host knows and the one of the site that was typed.
    pub fn of(mailbox: &str, known: Option<&str>, said: Option<&str>) -> Self {
        if is_free_provider(mailbox) {
            return Self::FreeProvider;
        }
        let is_of = |domain: &str| mailbox == domain || mailbox.ends_with(&format!(".{domain}"));
        let [known, said] =
            [known, said].map(|domain| domain.filter(|domain| !is_free_provider(domain)).map(is_of));
        match (known, said) {
            (Some(true), _) => Self::OfDomain,
            (Some(false), _) => Self::OtherDomain,
            (None, Some(true)) => Self::SaidDomain,
            (None, _) => Self::NoDomain,
        }
    }
}

/// Whether anybody can have a mailbox of this domain, so that it tells nothing about an organization.
pub fn is_free_provider(domain: &str) -> bool {
    /// Providers with a domain in many countries.
    const FAMILIES: &[&str] =
        &["gmail", "googlemail", "yahoo", "hotmail", "outlook", "live", "gmx", "yandex"];
    const DOMAINS: &[&str] = &[
        "126.com",
        "163.com",
        "aim.com",
        "aol.com",
        "att.net",
        "bellsouth.net",
        "bol.com.br",
        "charter.net",
        "comcast.net",
        "cox.net",
        "daum.net",
        "earthlink.net",
        "fastmail.com",
        "fastmail.fm",
        "free.fr",
        "hanmail.net",
        "hey.com",
        "icloud.com",
        "inbox.com",
        "laposte.net",
        "libero.it",
        "mac.com",
        "mail.com",
        "mail.ru",
        "mailinator.com",
        "me.com",
        "msn.com",
        "naver.com",
        "optonline.net",
        "orange.fr",
        "pm.me",
        "posteo.de",
        "prodigy.net.mx",
        "proton.me",
        "protonmail.ch",
        "protonmail.com",
        "qq.com",
        "rcn.com",
        "riseup.net",
        "rocketmail.com",
        "sbcglobal.net",
        "t-online.de",
        "terra.com.br",
        "tuta.com",
        "tuta.io",
        "tutanota.com",
        "uol.com.br",
        "verizon.net",
        "wanadoo.fr",
        "web.de",
        "ymail.com",
        "zoho.com",
    ];
    let family = domain.split('.').next().unwrap_or_default();
    let short = domain.matches('.').count() <= 2;
    (short && FAMILIES.contains(&family)) || DOMAINS.contains(&domain)
}

/// The host of a site's address, without `www.`; `None` if it is none.
pub fn domain_of(site: &str) -> Option<String> {
    let rest = site.split_once("://").map_or(site, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let legal = host.contains('.')
        && host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        });
    legal.then(|| host.to_owned())
}

/// A site as it is linked to: `https://…`; `None` if it is no address of one.
pub fn site_of(text: &str) -> Option<String> {
    let line = clean_line(text);
    let whole = match line.split_once("://") {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") => {
            line
        }
        Some(_) => return None,
        None => format!("https://{line}"),
    };
    let plain = !whole.contains([' ', '"', '<', '>', '\\', '@']) && whole.len() <= 300;
    (plain && domain_of(&whole).is_some()).then_some(whole)
}

/// A form as it came: nothing required, nothing judged. `website` is the field no person sees.
#[derive(Clone, Default)]
#[expect(missing_docs, reason = "each field is the input of the same name")]
pub struct RawCoSignForm {
    /// `person`, or anything else for an organization.
    pub who: String,
    pub organization: String,
    pub kind: String,
    pub site: String,
    pub name: String,
    pub title: String,
    pub email: String,
    pub zip: String,
    pub authority: String,
    pub granted: String,
    pub identification: String,
    pub logo_allowed: String,
    pub agreed: String,
    pub news: String,
    pub source: String,
    pub website: String,
    pub seen: String,
}

/// What the letter and an invitation settle before anything is typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct CoSignRules {
    /// Whether persons may co-sign for themselves.
    pub individuals: bool,
    /// Whether it is an invited organization's own form: its name and kind are settled.
    pub invited: bool,
    /// Today, in the campaign's time zone.
    pub today: Option<Date>,
}

/// A form that can be stored.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the input of the same name")]
pub struct CoSignForm {
    /// Empty for a person who names none.
    pub organization: String,
    pub kind: OrganizationKind,
    pub site: Option<String>,
    pub name: PersonName,
    pub title: String,
    pub email: EmailAddress,
    pub zip: String,
    pub authority: String,
    pub granted: Option<Date>,
    /// The organization is named only to say who the person is: the person co-signs, and it does not.
    pub identification: bool,
    /// It is a person's own.
    pub individual: bool,
    pub logo_allowed: bool,
    pub news: bool,
    pub source: Option<String>,
}

impl CoSignForm {
    /// The longest name of an organization, title and line, in characters.
    pub const LONGEST_LINE: usize = 160;
    /// The longest account of how authority was granted.
    pub const LONGEST_AUTHORITY: usize = 500;

    /// Reads a form, or tells everything that is wrong with it at once.
    pub fn parse(raw: &RawCoSignForm, rules: CoSignRules) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let person = raw.who == "person" && !rules.invited;
        let identification = raw.identification == "on" && rules.individuals && !person;
        if person && !rules.individuals {
            errors.add("name", "error-letter-no-persons");
        }
        if raw.identification == "on" && !rules.individuals && !person {
            errors.add("identification", "error-letter-no-identification");
        }
        let organization = clean_line(&raw.organization);
        if !person && !rules.invited {
            if fold(&organization).is_empty() {
                errors.add("organization", "error-letter-organization");
            } else if organization.chars().count() > Self::LONGEST_LINE {
                errors.add("organization", "error-letter-line-long");
            }
        }
        let kind = match raw.kind.parse::<OrganizationKind>() {
            Ok(kind) => Some(kind),
            Err(_) if person || rules.invited => Some(OrganizationKind::Other),
            Err(_) => {
                errors.add("kind", "error-letter-kind");
                None
            }
        };
        let typed_site = clean_line(&raw.site);
        let site = site_of(&typed_site);
        if !person && !typed_site.is_empty() && site.is_none() {
            errors.add("site", "error-letter-site");
        }
        let name = errors.check("name", PersonName::parse(&raw.name).map_err(InvalidName::message));
        let title = clean_line(&raw.title);
        if !person && title.is_empty() {
            errors.add("title", "error-letter-title");
        }
        if title.chars().count() > Self::LONGEST_LINE {
            errors.add("title", "error-letter-line-long");
        }
        let email = errors.check("email", EmailAddress::parse(&raw.email).map_err(InvalidEmail::message));
        let zip = if person {
            errors
                .check("zip", Zip::parse(&raw.zip).map_err(InvalidZip::message))
                .map(|zip| zip.as_str().to_owned())
        } else {
            Some(String::new())
        };
        let speaks = !person && !identification;
        let authority = clean_line(&raw.authority);
        if speaks && authority.is_empty() {
            errors.add("authority", "error-letter-authority");
        } else if authority.chars().count() > Self::LONGEST_AUTHORITY {
            errors.add("authority", "error-letter-authority-long");
        }
        let granted = clean_line(&raw.granted);
        let granted = match granted.parse::<Date>() {
            Ok(day) if rules.today.is_some_and(|today| day > today) => {
                errors.add("granted", "error-letter-granted-later");
                None
            }
            Ok(day) => Some(day),
            Err(_) => {
                if speaks {
                    errors.add("granted", "error-letter-granted");
                }
                None
            }
        };
        if raw.agreed != "on" {
            errors.add("agreed", "error-letter-agreed");
        }
        match (kind, name, email, zip) {
            (Some(kind), Some(name), Some(email), Some(zip)) if errors.is_empty() => Ok(Self {
                organization: if person { String::new() } else { organization },
                kind,
                site: site.filter(|_| !person),
                name,
                title: if person { String::new() } else { title },
                email,
                zip,
                authority: if speaks { authority } else { String::new() },
                granted: granted.filter(|_| speaks),
                identification,
                individual: person || identification,
                logo_allowed: raw.logo_allowed == "on" && speaks,
                news: raw.news == "on",
                source: source_label(&raw.source),
            }),
            _ => Err(errors),
        }
    }
}

crate::hidden_debug!(RawCoSignForm, CoSignForm);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn raw() -> RawCoSignForm {
        RawCoSignForm {
            organization: " Bay  Tenants Union ".into(),
            kind: "community".into(),
            site: "www.baytenants.example/about".into(),
            name: "Ana Díaz".into(),
            title: "Director".into(),
            email: "ana@baytenants.example".into(),
            authority: "The board voted".into(),
            granted: "2026-10-12".into(),
            agreed: "on".into(),
            ..RawCoSignForm::default()
        }
    }

    #[test]
    fn an_empty_form_tells_everything_at_once() {
        let errors = CoSignForm::parse(&RawCoSignForm::default(), CoSignRules::default()).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        let all = ["organization", "kind", "name", "title", "email", "authority", "granted", "agreed"];
        assert_eq!(fields, all);
    }

    #[test]
    fn an_organization_is_taken_as_typed_and_nothing_is_agreed_to_by_default() {
        let form = CoSignForm::parse(&raw(), CoSignRules::default()).unwrap();
        assert_eq!(form.organization, "Bay Tenants Union");
        assert_eq!(form.site.as_deref(), Some("https://www.baytenants.example/about"));
        assert!(!form.individual && !form.logo_allowed && !form.news);
    }

    #[test]
    fn named_for_identification_it_is_the_person_who_signs() {
        let only = RawCoSignForm {
            identification: "on".into(),
            authority: String::new(),
            granted: String::new(),
            ..raw()
        };
        let rules = CoSignRules { individuals: true, ..CoSignRules::default() };
        let form = CoSignForm::parse(&only, rules).unwrap();
        assert!(form.individual && form.identification);
        let errors = CoSignForm::parse(&only, CoSignRules::default()).unwrap_err();
        assert_eq!(errors.of("identification"), Some("error-letter-no-identification"));
    }

    #[test]
    fn authority_is_not_granted_in_the_future() {
        let rules = CoSignRules { today: Some(jiff::civil::date(2026, 10, 11)), ..CoSignRules::default() };
        assert_eq!(
            CoSignForm::parse(&raw(), rules).unwrap_err().of("granted"),
            Some("error-letter-granted-later")
        );
    }

    #[test]
    fn a_mailbox_speaks_for_its_own_domain_and_for_what_is_above_it() {
        let of = |mailbox, domain| Standing::of(mailbox, domain, None);
        assert_eq!(of("bclu.example", Some("bclu.example")), Standing::OfDomain);
        assert_eq!(of("mail.bclu.example", Some("bclu.example")), Standing::OfDomain);
        assert_eq!(of("notbclu.example", Some("bclu.example")), Standing::OtherDomain);
        assert_eq!(of("example", Some("bclu.example")), Standing::OtherDomain);
        assert_eq!(of("gmail.com", Some("gmail.com")), Standing::FreeProvider);
        assert_eq!(of("yahoo.com.br", Some("bclu.example")), Standing::FreeProvider);
        assert_eq!(of("bclu.example", None), Standing::NoDomain);
        assert_eq!(of("bclu.example", Some("gmail.com")), Standing::NoDomain);
        // What the form says never proves anything, and never overrules a host.
        let said = |known| Standing::of("mail.bclu.example", known, Some("bclu.example"));
        assert_eq!(said(None), Standing::SaidDomain);
        assert_eq!(said(Some("other.example")), Standing::OtherDomain);
        assert_eq!(said(Some("bclu.example")), Standing::OfDomain);
        assert_eq!(Standing::of("bclu.example", None, Some("other.example")), Standing::NoDomain);
    }

    #[test]
    fn a_site_is_an_address_on_the_web() {
        assert_eq!(site_of("Example.org").as_deref(), Some("https://Example.org"));
        assert_eq!(domain_of("https://WWW.Example.org:8080/x?y").as_deref(), Some("example.org"));
        for text in [
            "javascript:alert(1)",
            "javascript://x.example/%0a",
            "nonsense",
            "a b.example",
            "https://",
            "x@y.example",
        ] {
            assert_eq!(site_of(text), None, "{text}");
        }
    }
}
