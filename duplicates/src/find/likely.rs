//! Pairs that a person should look at: likely one signer, maybe a neighbor.
//! It refuses to unite anybody, and to flood the reviewer with what is merely a common name.

use super::known::Known;
use super::{Crowd, EVERY_PAIR_UP_TO, Search};
use crate::Rule;

/// Proposes what is likely. The sets must be final: a pair within one needs no reviewer.
pub(super) fn propose(search: &mut Search<'_>) {
    mailbox_typos(search);
    similar_names(search);
    same_street(search);
    same_zip(search);
}

fn mailbox_typos(search: &mut Search<'_>) {
    for group in search.grouped(|known| Some((known.corrected?, known.name?))) {
        let people = search.people(&group);
        ask(search, &people, Rule::NameMailboxTypo, Known::accents_agree);
    }
}

fn similar_names(search: &mut Search<'_>) {
    for group in search.grouped(|known| Some((known.mailbox?, known.rough?))) {
        let people = search.people(&group);
        ask(search, &people, Rule::MailboxSimilarName, Known::resembles);
    }
    for group in search.grouped(|known| Some((known.phone?, known.rough?))) {
        let people = search.people(&group);
        ask(search, &people, Rule::SimilarNamePhone, Known::resembles);
    }
    for group in search.grouped(|known| Some((known.street?, known.zip?, known.rough?))) {
        let people = search.people(&group);
        ask(search, &people, Rule::SimilarNameStreetZip, |a, b| {
            a.name != b.name && a.resembles(b) && !a.other_door(b)
        });
    }
    for group in search.grouped(|known| Some((known.street?, known.zip?, known.name?))) {
        let people = search.people(&group);
        ask(search, &people, Rule::NameStreetZipUnclear, |a, b| a.accents_agree(b) && !a.other_door(b));
    }
}

/// A ZIP code is often mistyped or left out. Streets of one name are in every town, so the city must not
/// contradict, and where no city tells, the ZIP codes must be of one region.
fn same_street(search: &mut Search<'_>) {
    for group in search.grouped(|known| Some((known.street?, known.name?))) {
        let people = search.people(&group);
        ask(search, &people, Rule::NameStreet, |a, b| {
            let cities = match (a.city, b.city) {
                (Some(a), Some(b)) => Some(a == b),
                _ => None,
            };
            let zips = a.zip.is_none() || b.zip.is_none() || a.zip != b.zip;
            let near = a.region.is_none() || b.region.is_none() || a.region == b.region;
            zips && cities.unwrap_or(near) && a.accents_agree(b) && !a.other_door(b)
        });
    }
}

/// One name in one ZIP code says little: two people who both gave a street, and not the same, are two.
fn same_zip(search: &mut Search<'_>) {
    for group in search.grouped(|known| Some((known.zip?, known.name?))) {
        let mut people = search.people(&group);
        for person in &mut people {
            // A person who gave a street once gave it.
            if let Some(at) = person.iter().position(|&rank| search.known[rank].street.is_some()) {
                person.swap(0, at);
            }
        }
        ask(search, &people, Rule::NameZip, |a, b| {
            (a.street.is_none() || b.street.is_none()) && a.accents_agree(b)
        });
    }
}

/// Puts people of one group before a reviewer, two by two, where `likely` holds; each stands there with the
/// first of their records. A group too large for that is noted as a crowd.
fn ask(search: &mut Search<'_>, people: &[Vec<usize>], rule: Rule, likely: impl Fn(&Known, &Known) -> bool) {
    let known = search.known;
    let holds = |a: &[usize], b: &[usize]| likely(&known[a[0]], &known[b[0]]);
    if people.len() > EVERY_PAIR_UP_TO {
        // Only if there is something to ask about, told from neighbors in order to stay linear.
        if people.windows(2).any(|two| holds(&two[0], &two[1])) {
            search.crowds.push(Crowd { rule, people: people.len() });
        }
        return;
    }
    for (at, one) in people.iter().enumerate() {
        for other in &people[at + 1..] {
            if holds(one, other) {
                search.pair(one[0], other[0], rule);
            }
        }
    }
}
