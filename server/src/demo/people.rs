//! Made-up signers for the demo, with the duplicates and look-alikes that a real petition has.
//! It refuses to make up a mailbox that could exist: every domain is reserved for examples and tests.

mod draw;
mod likeness;
mod person;
mod words;

use redress_domain::{Locale, RawSignForm, Residency, Visibility};

use draw::Draw;
use likeness::add_likenesses;
use person::Author;
#[cfg(test)]
use person::DAYS;

/// How many days before the demo's today the first signature came. The first campaign opens on that day.
#[cfg(test)]
pub const OPENED_DAYS_AGO: u16 = DAYS;

/// A made-up signer, with what became of the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoSigner {
    /// As typed.
    pub name: String,
    /// As typed; on a domain reserved by RFC 2606.
    pub email: String,
    /// Number and street, as typed; city and state are there when this is.
    pub street: Option<String>,
    /// Apartment or floor, as typed.
    pub unit: Option<String>,
    /// City or neighborhood, as typed.
    pub city: Option<String>,
    /// Two letters.
    pub state: Option<String>,
    /// Five digits.
    pub zip: String,
    /// The tie to Boston.
    pub residency: Residency,
    /// How the name is shown.
    pub visibility: Visibility,
    /// Whether the recipient may see a hidden name.
    pub share: bool,
    /// Whether news is asked for.
    pub news: bool,
    /// A sentence or two, from about one in eight, in the signer's language.
    pub comment: Option<String>,
    /// The language of the page.
    pub locale: Locale,
    /// Days before the demo's today, 0 to [`OPENED_DAYS_AGO`].
    pub day_offset: u16,
    /// Label of the share link.
    pub source: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// What it has in common with an earlier signature, by intent.
    pub likeness: Likeness,
}

/// What became of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The mailbox confirmed.
    Confirmed,
    /// The mailbox has not answered yet.
    Pending,
    /// Confirmed, then taken back.
    Withdrawn,
    /// Never confirmed within thirty days.
    Expired,
}

/// What a signature has in common with an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// Nothing, but for chance.
    None,
    /// The same person from another mailbox; name, street and ZIP as before. A duplicate.
    AnotherMailbox,
    /// The same person from another mailbox; name and street written differently. A duplicate.
    Rewritten,
    /// The same person, the same mailbox with a `+tag`. A duplicate the database itself refuses.
    PlusTag,
    /// Another person of the household, through the same mailbox. No duplicate.
    Household,
    /// A son with his father's name, at one address. No duplicate.
    Junior,
    /// Another person of the same name in the same ZIP code. No duplicate.
    Namesake,
}

impl Likeness {
    /// Whether one person signed twice.
    #[cfg(test)]
    pub const fn is_duplicate(self) -> bool {
        matches!(self, Self::AnotherMailbox | Self::Rewritten | Self::PlusTag)
    }
}

impl DemoSigner {
    /// The form as this signer sends it, so that the demo enters by the door that everybody uses.
    pub fn form(&self) -> RawSignForm {
        let on = |yes: bool| if yes { "on".to_owned() } else { String::new() };
        RawSignForm {
            name: self.name.clone(),
            email: self.email.clone(),
            street: self.street.clone().unwrap_or_default(),
            unit: self.unit.clone().unwrap_or_default(),
            city: self.city.clone().unwrap_or_default(),
            state: self.state.clone().unwrap_or_default(),
            zip: self.zip.clone(),
            residency: self.residency.to_string(),
            visibility: self.visibility.to_string(),
            share: on(self.share),
            news: on(self.news),
            comment: self.comment.clone().unwrap_or_default(),
            source: self.source.clone().unwrap_or_default(),
            ..RawSignForm::default()
        }
    }
}

/// `count` signers, the earliest day first. One seed gives the same people on every machine.
///
/// About 4 in 100 are duplicates of an earlier signer, 2 in 100 only look like one, 9 in 10 have confirmed.
pub fn people(seed: u64, count: usize) -> Vec<DemoSigner> {
    let mut author = Author::new(Draw::new(seed));
    let plan = likeness::plan(count);
    let mut drafts: Vec<_> = (plan.len()..count).map(|_| author.person()).collect();
    add_likenesses(&mut author, &mut drafts, plan);
    // Few signers may leave too few to be like; ordinary people fill the number up.
    while drafts.len() < count {
        drafts.push(author.person());
    }
    let mut signers: Vec<_> = drafts.into_iter().map(|draft| draft.signer).collect();
    // The sort is stable: a likeness, added last, stays behind its original on a common day.
    signers.sort_by_key(|signer| std::cmp::Reverse(signer.day_offset));
    signers
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use std::collections::{HashMap, HashSet};

    use redress_domain::{EmailAddress, SignForm, SignRules, StreetRule, fold};

    use super::*;

    const SEED: u64 = 1765;

    fn share(people: &[DemoSigner], holds: impl Fn(&DemoSigner) -> bool) -> f64 {
        100.0 * people.iter().filter(|signer| holds(signer)).count() as f64 / people.len() as f64
    }

    #[test]
    fn as_many_come_as_are_asked_for_and_always_the_same() {
        for count in [0, 1, 2, 7, 40, 3200] {
            assert_eq!(people(SEED, count).len(), count);
        }
        assert_eq!(people(SEED, 3200), people(SEED, 3200));
        assert_ne!(people(SEED, 100), people(SEED + 1, 100));
    }

    #[test]
    fn every_form_is_one_the_site_takes() {
        let rules = SignRules { street: StreetRule::Optional, elsewhere: true, comments: true };
        for signer in people(SEED, 3200) {
            let form = SignForm::parse(&signer.form(), rules).unwrap_or_else(|_| panic!("{signer:?}"));
            assert_eq!(form.name.as_str(), signer.name);
            assert_eq!(form.source, signer.source);
            assert_eq!(form.comment, signer.comment);
        }
    }

    #[test]
    fn no_mailbox_could_exist() {
        for signer in people(SEED, 3200) {
            let domain = signer.email.rsplit_once('@').unwrap().1.to_lowercase();
            let reserved = ["example.org", "example.com", "example.net"]
                .iter()
                .any(|reserved| domain == *reserved || domain.ends_with(&format!(".{reserved}")));
            assert!(reserved || domain.ends_with(".example") || domain.ends_with(".test"), "{domain}");
        }
    }

    #[test]
    fn four_in_a_hundred_are_duplicates_and_each_has_its_original() {
        let people = people(SEED, 3200);
        let duplicates = share(&people, |signer| signer.likeness.is_duplicate());
        assert!((3.5..4.5).contains(&duplicates), "{duplicates}");
        let mut seen = HashSet::new();
        for signer in &people {
            let person = (fold(&signer.name), signer.zip.clone());
            if signer.likeness.is_duplicate() || signer.likeness == Likeness::Namesake {
                assert!(seen.contains(&person), "{signer:?}");
            }
            seen.insert(person);
        }
        for likeness in [
            Likeness::AnotherMailbox,
            Likeness::Rewritten,
            Likeness::PlusTag,
            Likeness::Household,
            Likeness::Junior,
            Likeness::Namesake,
        ] {
            assert!(people.iter().any(|signer| signer.likeness == likeness), "{likeness:?}");
        }
    }

    #[test]
    fn nobody_is_a_duplicate_by_accident() {
        let mut doors = HashSet::new();
        let mut mailboxes: HashMap<String, usize> = HashMap::new();
        for signer in people(SEED, 3200) {
            let mailbox = EmailAddress::parse(&signer.email).unwrap().mailbox();
            let people_of_mailbox = mailboxes.entry(mailbox).or_default();
            *people_of_mailbox += 1;
            match signer.likeness {
                Likeness::PlusTag | Likeness::Household => assert_eq!(*people_of_mailbox, 2, "{signer:?}"),
                _ => assert_eq!(*people_of_mailbox, 1, "{signer:?}"),
            }
            if let (Some(street), false) = (&signer.street, signer.likeness.is_duplicate()) {
                assert!(doors.insert((fold(&signer.name), fold(street), signer.zip.clone())), "{signer:?}");
            }
        }
    }

    #[test]
    fn the_shares_are_those_of_a_petition() {
        let people = people(SEED, 3200);
        for (what, found, expected) in [
            ("confirmed", share(&people, |signer| signer.outcome == Outcome::Confirmed), 88.0..93.0),
            ("comment", share(&people, |signer| signer.comment.is_some()), 10.0..15.0),
            ("street", share(&people, |signer| signer.street.is_some()), 74.0..84.0),
            ("Spanish", share(&people, |signer| signer.locale == Locale::Es), 7.0..14.0),
            ("resident", share(&people, |signer| signer.residency == Residency::Lives), 80.0..88.0),
            ("hidden", share(&people, |signer| signer.visibility == Visibility::Hidden), 9.0..15.0),
            ("by link", share(&people, |signer| signer.source.is_some()), 45.0..80.0),
        ] {
            assert!(expected.contains(&found), "{what}: {found}");
        }
        for outcome in [Outcome::Pending, Outcome::Withdrawn, Outcome::Expired] {
            assert!(share(&people, |signer| signer.outcome == outcome) > 0.5, "{outcome:?}");
        }
    }

    #[test]
    fn what_was_never_confirmed_expires_after_thirty_days() {
        for signer in people(SEED, 3200) {
            match signer.outcome {
                Outcome::Expired => assert!(signer.day_offset > 30),
                Outcome::Pending => assert!(signer.day_offset <= 30),
                Outcome::Confirmed | Outcome::Withdrawn => {}
            }
        }
    }

    #[test]
    fn signatures_come_in_a_burst_then_quietly_then_after_the_press() {
        let people = people(SEED, 3200);
        assert!(people.is_sorted_by_key(|signer| std::cmp::Reverse(signer.day_offset)));
        let on = |day| people.iter().filter(|signer| signer.day_offset == day).count();
        assert!((0..=OPENED_DAYS_AGO).all(|day| on(day) > 0));
        assert!(on(OPENED_DAYS_AGO) > 4 * on(20));
        assert!(on(9) > 3 * on(11));
        assert!(on(20) > on(19), "a weekend is quieter than the day before it");
    }

    #[test]
    fn few_sentences_are_said_by_many() {
        let people = people(SEED, 3200);
        let mut said: HashMap<&str, usize> = HashMap::new();
        for comment in people.iter().filter_map(|signer| signer.comment.as_deref()) {
            assert!(!comment.contains(['{', '!']) && comment.ends_with(['.', '?', '。']), "{comment}");
            *said.entry(comment).or_default() += 1;
        }
        assert!(said.len() > 200, "{}", said.len());
        assert!(said.values().all(|times| *times <= 12));
    }
}
