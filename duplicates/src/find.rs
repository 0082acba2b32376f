//! Finding who signed twice: certain pairs first, then the sets they make, then what a person should look at.
//! It refuses to depend on the order records come in, and to compare everybody with everybody.
//!
//! Records are grouped by sorting on keys, so that the work grows with their number and not with its square,
//! and the same records give the same findings. A group larger than [`EVERY_PAIR_UP_TO`] is joined through
//! its earliest record instead of by every pair (the set it makes is the same); a name that more people share
//! is not put before a reviewer at all, but counted as a [`Crowd`].

mod known;
mod likely;
mod mailboxes;
mod same_name;

use known::Known;

use crate::clusters::{Cluster, Sets};
use crate::reason::{Part, Reason, compare, typed};
use crate::{Record, Rule, Tier};

/// The largest group of which every pair is written out.
pub(crate) const EVERY_PAIR_UP_TO: usize = 12;

/// Two records that a rule takes for one signer: indexes into the records given, the earlier first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The record that came first.
    pub a: usize,
    /// The record that came later.
    pub b: usize,
    /// The rule and its evidence.
    pub reason: Reason,
}

impl Pair {
    /// The rule that found it: the strongest, where there are several.
    pub const fn rule(&self) -> Rule {
        self.reason.rule
    }

    /// Whether it removes or asks.
    pub const fn tier(&self) -> Tier {
        self.reason.rule.tier()
    }
}

/// Two people of one household who share a mailbox and are both counted: their first records, the earlier
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Household {
    /// Who came first.
    pub first: usize,
    /// Who came second.
    pub second: usize,
}

/// A group too large to put before a reviewer: it says that a name is common, not that a signer is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crowd {
    /// The rule that would have asked.
    pub rule: Rule,
    /// How many people are in the group.
    pub people: usize,
}

/// A record to leave out, the record that stays for it, and the pair that says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removal<'a> {
    /// The record to leave out.
    pub record: usize,
    /// The record that stays.
    pub survivor: usize,
    /// With the survivor itself where a rule joins the two, else with another record of the set.
    pub pair: &'a Pair,
}

/// What was found. Everything is in the order of precedence of the records ([`Record::precedence`]).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Every pair once, under its strongest rule.
    pub pairs: Vec<Pair>,
    /// What the auto pairs connect.
    pub clusters: Vec<Cluster>,
    /// Who shares a mailbox by the household rule.
    pub households: Vec<Household>,
    /// What was too common to ask about.
    pub crowds: Vec<Crowd>,
}

impl Findings {
    /// Every record to leave out, with its survivor and its reason.
    pub fn removals(&self) -> impl Iterator<Item = Removal<'_>> {
        let mut by_record: Vec<(usize, &Pair)> = self
            .pairs
            .iter()
            .filter(|pair| pair.tier() == Tier::Auto)
            .flat_map(|pair| [(pair.a, pair), (pair.b, pair)])
            .collect();
        by_record.sort_by_key(|(record, pair)| (*record, pair.rule()));
        self.clusters.iter().flat_map(move |cluster| {
            let survivor = cluster.survivor;
            let removed: Vec<Removal<'_>> = cluster
                .members
                .iter()
                .filter(|record| **record != survivor)
                .filter_map(|&record| {
                    let from = by_record.partition_point(|(other, _)| *other < record);
                    let of_record = || by_record[from..].iter().take_while(|(other, _)| *other == record);
                    let direct = of_record().find(|(_, pair)| pair.a == survivor || pair.b == survivor);
                    let (_, pair) = direct.or_else(|| of_record().next())?;
                    Some(Removal { record, survivor, pair })
                })
                .collect();
            removed
        })
    }
}

/// Finds who signed twice, by the exact rules of [`Rule`].
///
/// The findings are independent of the order of `records` as far as their ids are unique. Pairs of one set
/// are all there up to twelve records that agree; of more, each with the earliest.
pub fn find(records: &[Record<'_>]) -> Findings {
    // From here to the end a record is known by its rank, so that a smaller number is the one that stays.
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by(|&a, &b| records[a].precedence(&records[b]));
    let known = known::read(order.iter().map(|&index| &records[index]));

    let mut search = Search::new(&known);
    same_name::join(&mut search);
    mailboxes::join(&mut search);
    likely::propose(&mut search);
    search.findings(records, &order)
}

/// What a rule found, by rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    a: usize,
    b: usize,
    rule: Rule,
}

/// The state of one search: what the rules read, and what they found so far.
struct Search<'k> {
    known: &'k [Known],
    sets: Sets,
    found: Vec<Found>,
    households: Vec<Household>,
    crowds: Vec<Crowd>,
}

impl<'k> Search<'k> {
    fn new(known: &'k [Known]) -> Self {
        Self {
            known,
            sets: Sets::new(known.len()),
            found: Vec::new(),
            households: Vec::new(),
            crowds: Vec::new(),
        }
    }

    /// Notes a pair; an auto rule joins the two.
    fn pair(&mut self, a: usize, b: usize, rule: Rule) {
        self.found.push(Found { a: a.min(b), b: a.max(b), rule });
        if rule.tier() == Tier::Auto {
            self.sets.unite(a, b);
        }
    }

    /// Notes that all of these, in order of rank, are one.
    fn join_all(&mut self, records: &[usize], rule: Rule) {
        let heads = if records.len() <= EVERY_PAIR_UP_TO { records.len() } else { 1 };
        for (at, &head) in records.iter().enumerate().take(heads) {
            for &other in &records[at + 1..] {
                self.pair(head, other, rule);
            }
        }
    }

    /// The records in groups by key, those without one left out; in order of key, then of rank. Groups of
    /// one are left out too.
    fn grouped<K: Ord>(&self, key: impl Fn(&'k Known) -> Option<K>) -> Vec<Vec<usize>> {
        let mut keyed: Vec<(K, usize)> = self
            .known
            .iter()
            .enumerate()
            .filter_map(|(rank, known)| key(known).map(|key| (key, rank)))
            .collect();
        keyed.sort_unstable();
        keyed
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
            .map(|group| group.iter().map(|(_, rank)| *rank).collect())
            .collect()
    }

    /// The people of a group: its records by the sets found so far, in order of their first record here.
    fn people(&mut self, group: &[usize]) -> Vec<Vec<usize>> {
        let mut by_set: Vec<(usize, usize)> = group.iter().map(|&r| (self.sets.root(r), r)).collect();
        by_set.sort_unstable();
        let mut people: Vec<Vec<usize>> = by_set
            .chunk_by(|a, b| a.0 == b.0)
            .map(|person| person.iter().map(|(_, rank)| *rank).collect())
            .collect();
        people.sort_unstable();
        people
    }

    /// Keeps of each auto pair the strongest rule; and of all that asks about the same two people, the
    /// strongest question.
    fn keep_strongest(&mut self) {
        self.found.sort_unstable();
        let (mut certain, likely): (Vec<Found>, Vec<Found>) =
            self.found.drain(..).partition(|found| found.rule.tier() == Tier::Auto);
        certain.dedup_by_key(|found| (found.a, found.b));
        let mut likely: Vec<([usize; 2], Rule, Found)> = likely
            .into_iter()
            .map(|found| {
                let mut people = [self.sets.root(found.a), self.sets.root(found.b)];
                people.sort_unstable();
                (people, found.rule, found)
            })
            .filter(|(people, ..)| people[0] != people[1])
            .collect();
        likely.sort_unstable();
        likely.dedup_by_key(|(people, ..)| *people);
        self.found = certain;
        self.found.extend(likely.into_iter().map(|(.., found)| found));
        self.found.sort_unstable();
    }

    fn findings(mut self, records: &[Record<'_>], order: &[usize]) -> Findings {
        self.keep_strongest();
        let known = self.known;
        let pairs = self.found.iter().map(|found| Pair {
            a: order[found.a],
            b: order[found.b],
            reason: reason(found, known, &records[order[found.a]], &records[order[found.b]]),
        });
        let clusters = self.sets.groups().into_iter().map(|ranks| {
            let members: Vec<usize> = ranks.into_iter().map(|rank| order[rank]).collect();
            Cluster { survivor: members[0], members }
        });
        self.households.sort_unstable_by_key(|household| (household.first, household.second));
        self.crowds.sort_unstable_by_key(|crowd| (crowd.rule, crowd.people));
        Findings {
            pairs: pairs.collect(),
            clusters: clusters.collect(),
            households: (self.households.iter())
                .map(|h| Household { first: order[h.first], second: order[h.second] })
                .collect(),
            crowds: self.crowds,
        }
    }
}

fn reason(found: &Found, known: &[Known], a: &Record<'_>, b: &Record<'_>) -> Reason {
    let (left, right) = (&known[found.a], &known[found.b]);
    let words = |known: &Known| known.name.map(|name| name.words);
    let suffix = |known: &Known| known.name.and_then(|name| name.suffix);
    let agreement = |part: Part| {
        let typed = typed(part, a, b);
        match part {
            Part::Name => compare(typed, (words(left), words(right))),
            Part::Suffix => compare(typed, (suffix(left), suffix(right))),
            Part::Mailbox => compare(typed, (left.mailbox, right.mailbox)),
            Part::Phone => compare(typed, (left.phone, right.phone)),
            Part::Street => compare(typed, (left.street, right.street)),
            Part::Unit => compare(typed, (left.unit, right.unit)),
            Part::Zip => compare(typed, (left.zip, right.zip)),
        }
    };
    let parts = [Part::Name, Part::Suffix, Part::Mailbox, Part::Phone, Part::Street, Part::Unit, Part::Zip];
    let evidence = parts.into_iter().filter_map(|part| agreement(part).map(|found| (part, found))).collect();
    Reason { rule: found.rule, evidence }
}
