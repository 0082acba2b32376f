//! Certain pairs of one name: with one mailbox, one phone number, or one street and ZIP code.
//! It refuses to join through a record that could be either of two people: Maria Garcia without a unit does
//! not make one person of the Maria Garcias in units 1 and 2.

use super::Search;
use super::known::Known;
use crate::Rule;

/// More spellings of one name than this, in one place, are joined only where they are the same spelling.
const SPELLINGS: usize = 64;

/// Joins records of the same name.
pub(super) fn join(search: &mut Search<'_>) {
    for group in search.grouped(|known| Some((known.mailbox?, known.name?))) {
        join_agreeing(search, &group, Rule::MailboxName);
    }
    for group in search.grouped(|known| Some((known.phone?, known.name?))) {
        join_agreeing(search, &group, Rule::NamePhone);
    }
    for group in search.grouped(|known| Some((known.street?, known.zip?, known.name?))) {
        for door in behind_one_door(search.known, group) {
            join_agreeing(search, &door, Rule::NameStreetZip);
        }
    }
}

/// People at one street, by their door. Where several doors are named, a record that names none could
/// belong to any of them and is left to a reviewer.
fn behind_one_door(known: &[Known], mut group: Vec<usize>) -> Vec<Vec<usize>> {
    group.sort_by_key(|&rank| (known[rank].unit, rank));
    let doors: Vec<Vec<usize>> = group
        .chunk_by(|&a, &b| known[a].unit == known[b].unit)
        .filter(|door| known[door[0]].unit.is_some())
        .map(<[usize]>::to_vec)
        .collect();
    if doors.len() > 1 {
        return doors;
    }
    group.sort_unstable();
    vec![group]
}

/// Joins records whose names agree in their accents. A spelling that agrees with two that contradict each
/// other (Hung with Hùng and Hưng) could be either, and joins neither.
fn join_agreeing(search: &mut Search<'_>, group: &[usize], rule: Rule) {
    let known = search.known;
    let marks = |rank: usize| known[rank].written.as_ref().map(|name| &name.marks);
    let mut by_spelling = group.to_vec();
    by_spelling.sort_by_key(|&rank| (marks(rank), rank));
    let mut spellings: Vec<Vec<usize>> =
        by_spelling.chunk_by(|&a, &b| marks(a) == marks(b)).map(<[usize]>::to_vec).collect();
    spellings.sort_unstable();
    if spellings.len() > SPELLINGS {
        spellings.iter().for_each(|spelling| search.join_all(spelling, rule));
        return;
    }
    let agree = |a: usize, b: usize| known[spellings[a][0]].accents_agree(&known[spellings[b][0]]);
    let agreeing: Vec<Vec<usize>> = (0..spellings.len())
        .map(|one| (0..spellings.len()).filter(|&other| agree(one, other)).collect())
        .collect();
    // Among spellings of which all that agree with one agree with each other, agreeing is transitive.
    let clear: Vec<bool> =
        agreeing.iter().map(|others| others.iter().all(|&a| others.iter().all(|&b| agree(a, b)))).collect();
    for (one, others) in agreeing.iter().enumerate() {
        let joined: Vec<usize> = others.iter().copied().filter(|&other| clear[other]).collect();
        // Each set is joined once: from its first spelling.
        if clear[one] && joined.first() == Some(&one) {
            let mut together: Vec<usize> =
                joined.iter().flat_map(|&at| spellings[at].iter().copied()).collect();
            together.sort_unstable();
            search.join_all(&together, rule);
        }
    }
}
