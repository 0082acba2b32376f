//! What holds for any records: order does not matter, sets are what auto pairs connect, nobody is in two.
#![allow(clippy::unwrap_used)] // tests may

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::select;
use redress_duplicates::{Findings, Record, Tier, find};

/// A record as generated: from few values, so that all rules meet.
type Cells = [&'static str; 7];

fn cells() -> impl Strategy<Value = Cells> {
    let name = select(vec![
        "Ana Diaz",
        "ANA DÍAZ",
        "Ana Díaz Jr",
        "Ben Diaz",
        "A Diaz",
        "Diaz Ana",
        "Lê Hùng",
        "Lê Hưng",
        "Le Hung",
        "",
    ]);
    let email =
        select(vec!["", "ana@gmail.com", "a.na+x@gmail.com", "ana@gmial.com", "b@b.org", "none@none.com"]);
    let phone = select(vec!["", "", "617 555 0142", "6175550143"]);
    let street = select(vec!["", "12 Main St", "12 Main Street #2", "14 Main St", "Main St"]);
    let unit = select(vec!["", "", "1", "2"]);
    let zip = select(vec!["", "02139", "2139", "02118"]);
    let city = select(vec!["", "Boston", "Cambridge"]);
    (name, email, phone, street, unit, zip, city).prop_map(|(n, e, p, s, u, z, c)| [n, e, p, s, u, z, c])
}

fn people() -> impl Strategy<Value = Vec<(String, Cells)>> {
    prop::collection::vec(cells(), 0..40).prop_map(|people| {
        people.into_iter().enumerate().map(|(id, cells)| (format!("p{id}"), cells)).collect()
    })
}

fn records(people: &[(String, Cells)]) -> Vec<Record<'_>> {
    let record = |(id, [name, email, phone, street, unit, zip, city]): &'_ (String, Cells)| Record {
        id: "",
        name,
        email,
        phone,
        street,
        unit,
        zip,
        city,
        // Three days in all, so that ids decide as well.
        signed_at: format!("2017-10-0{}T00:00:00Z", id.len() % 3 + 1).parse().ok(),
        ..Record::default()
    };
    people.iter().map(|person| Record { id: &person.0, ..record(person) }).collect()
}

/// Findings with ids for indexes, so that two orders can be compared.
fn by_id(findings: &Findings, records: &[Record<'_>]) -> Vec<String> {
    let id = |index: usize| records[index].id;
    let pairs = findings.pairs.iter().map(|p| format!("{} {} {} {}", id(p.a), id(p.b), p.rule(), p.reason));
    let sets = findings.clusters.iter().map(|set| {
        format!("{} {:?}", id(set.survivor), set.members.iter().map(|m| id(*m)).collect::<Vec<_>>())
    });
    let homes = findings.households.iter().map(|home| format!("{} {}", id(home.first), id(home.second)));
    let crowds = findings.crowds.iter().map(|crowd| format!("{crowd:?}"));
    pairs.chain(sets).chain(homes).chain(crowds).collect()
}

/// The sets that auto pairs connect, by plain search.
fn connected(findings: &Findings) -> BTreeSet<BTreeSet<usize>> {
    let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for pair in findings.pairs.iter().filter(|pair| pair.tier() == Tier::Auto) {
        next.entry(pair.a).or_default().push(pair.b);
        next.entry(pair.b).or_default().push(pair.a);
    }
    let mut sets = BTreeSet::new();
    for &start in next.keys() {
        let (mut seen, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(record) = open.pop() {
            if seen.insert(record) {
                open.extend(&next[&record]);
            }
        }
        sets.insert(seen);
    }
    sets
}

proptest! {
    #[test]
    fn the_order_of_records_changes_nothing(
        (people, shuffled) in people().prop_flat_map(|p| (Just(p.clone()), Just(p).prop_shuffle()))
    ) {
        let (one, other) = (records(&people), records(&shuffled));
        prop_assert_eq!(by_id(&find(&one), &one), by_id(&find(&other), &other));
    }

    #[test]
    fn sets_are_what_auto_pairs_connect_and_nobody_is_in_two(people in people()) {
        let records = records(&people);
        let found = find(&records);
        let sets: BTreeSet<BTreeSet<usize>> =
            found.clusters.iter().map(|set| set.members.iter().copied().collect()).collect();
        prop_assert_eq!(&sets, &connected(&found));
        let mut members: Vec<usize> = found.clusters.iter().flat_map(|set| set.members.clone()).collect();
        let all = members.len();
        members.sort_unstable();
        members.dedup();
        prop_assert_eq!(members.len(), all);
        for set in &found.clusters {
            prop_assert!(set.members.is_sorted_by(|&a, &b| records[a].precedence(&records[b]).is_lt()));
            prop_assert_eq!(set.survivor, set.members[0]);
        }
        let removed = found.removals().map(|removal| removal.record).collect::<BTreeSet<_>>();
        prop_assert_eq!(removed.len(), all - found.clusters.len());
        // A question is about two people, and is asked once.
        let root = |record: usize| found.clusters.iter().find(|set| set.members.contains(&record)).map_or(record, |set| set.survivor);
        let mut asked = BTreeSet::new();
        for pair in found.pairs.iter().filter(|pair| pair.tier() == Tier::Review) {
            prop_assert_ne!(root(pair.a), root(pair.b));
            prop_assert!(asked.insert(BTreeSet::from([root(pair.a), root(pair.b)])));
        }
    }

    #[test]
    fn of_those_with_no_other_mailbox_two_at_most_remain(people in people()) {
        let records = records(&people);
        let found = find(&records);
        let removed: BTreeSet<usize> = found.removals().map(|removal| removal.record).collect();
        let mailbox = |at: usize| match records[at].email {
            "a.na+x@gmail.com" => "ana@gmail.com",
            "none@none.com" => "",
            other => other,
        };
        let has_another = |at: usize| {
            let set = found.clusters.iter().find(|set| set.members.contains(&at));
            set.is_some_and(|set| set.members.iter().any(|&member| mailbox(member) != mailbox(at)))
        };
        for shared in ["ana@gmail.com", "ana@gmial.com", "b@b.org"] {
            let left = (0..records.len())
                .filter(|at| mailbox(*at) == shared && !removed.contains(at) && !has_another(*at));
            prop_assert!(left.count() <= 2, "{}", shared);
        }
    }
}
