//! The same mailbox is the same signer, but for a second person of the household.
//! It refuses a third name, and a second one from another home; and to take anybody down with them who also
//! signed from a mailbox of their own.

use super::known::{Key, Known};
use super::{EVERY_PAIR_UP_TO, Household, Search};
use crate::Rule;

/// Joins what shares a mailbox under different names or none, and notes households.
pub(super) fn join(search: &mut Search<'_>) {
    let groups = search.grouped(|known| known.mailbox);
    for group in &groups {
        join_reordered(search, group);
    }
    let homes = homes(search);
    for group in &groups {
        let (named, nameless): (Vec<usize>, Vec<usize>) =
            group.iter().partition(|&&rank| search.known[rank].name.is_some());
        seat(search, &named, &homes);
        let signer = named.first().or(nameless.first()).copied();
        for &rank in &nameless {
            if let Some(signer) = signer.filter(|&signer| signer != rank) {
                search.pair(signer, rank, Rule::MailboxNameless);
            }
        }
    }
}

/// 'Li Wei' and 'Wei Li' at one mailbox.
fn join_reordered(search: &mut Search<'_>, group: &[usize]) {
    let people = search.people(group);
    if people.len() > EVERY_PAIR_UP_TO {
        return;
    }
    for (at, one) in people.iter().enumerate() {
        for other in &people[at + 1..] {
            let (a, b) = (one[0], other[0]);
            let names = (&search.known[a].written, &search.known[b].written);
            if matches!(names, (Some(a), Some(b)) if a.reordered(b)) {
                search.pair(a, b, Rule::MailboxNameOrder);
            }
        }
    }
}

/// By the first record of each set: the one mailbox all of its records came from; `None` where a record has
/// another mailbox, or none.
fn homes(search: &mut Search<'_>) -> Vec<Option<Key>> {
    let mut homes: Vec<Option<Key>> = search.known.iter().map(|known| known.mailbox).collect();
    for (rank, known) in search.known.iter().enumerate() {
        let root = search.sets.root(rank);
        if homes[root] != known.mailbox {
            homes[root] = None;
        }
    }
    homes
}

/// Gives the two seats of a mailbox to those who came first and share a home; whoever finds none is the
/// same signer as the first.
fn seat(search: &mut Search<'_>, named: &[usize], homes: &[Option<Key>]) {
    let mut first: Option<Vec<usize>> = None;
    let mut second_taken = false;
    for person in search.people(named) {
        // Somebody with a mailbox of their own needs no seat here, and must not fall with those who do.
        if homes[search.sets.root(person[0])].is_none() {
            continue;
        }
        let Some(seated) = &first else {
            first = Some(person);
            continue;
        };
        let (a, b) = (seated[0], person[0]);
        match home(search.known, seated, &person) {
            Home::Shared if !second_taken => {
                second_taken = true;
                search.households.push(Household { first: a, second: b });
            }
            Home::Unknown if !second_taken => {
                second_taken = true;
                search.pair(a, b, Rule::MailboxPlaceUnknown);
            }
            _ => search.pair(a, b, Rule::MailboxFull),
        }
    }
}

enum Home {
    Shared,
    Other,
    Unknown,
}

/// Whether two people share a street or a ZIP code, by anything either of them gave.
fn home(known: &[Known], one: &[usize], other: &[usize]) -> Home {
    let of = |person: &[usize], part: fn(&Known) -> Option<Key>| {
        let mut keys: Vec<Key> = person.iter().filter_map(|&rank| part(&known[rank])).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    let mut comparable = false;
    for part in [(|known| known.street) as fn(&Known) -> Option<Key>, |known| known.zip] {
        let (ours, theirs) = (of(one, part), of(other, part));
        if ours.iter().any(|key| theirs.binary_search(key).is_ok()) {
            return Home::Shared;
        }
        comparable |= !ours.is_empty() && !theirs.is_empty();
    }
    if comparable { Home::Other } else { Home::Unknown }
}
