//! The numbers page: the equation that adds up, then the signatures of this packet by two of their choices.
//! It takes the sums as they were checked, and shows every term, a zero too.

use redress_domain::{Residency, Visibility};
use serde::Serialize;

use crate::snapshot::{Slice, Snapshot};
use crate::words::{Value, Wording};

#[derive(Serialize)]
pub(super) struct Totals {
    heading: String,
    intro: String,
    equation: Vec<Counted>,
    notes: Vec<String>,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Counted {
    label: String,
    count: String,
}

#[derive(Serialize)]
struct Part {
    heading: String,
    head: Vec<String>,
    rows: Vec<Counted>,
    total: Counted,
}

/// The numbers of a snapshot, worded.
pub(super) fn totals(snapshot: &Snapshot, words: &Wording<'_>) -> Totals {
    let tally = snapshot.tally;
    let term = |key: &str, count| Counted { label: words.counted(key, count), count: words.number(count) };
    let mut notes = Vec::new();
    if let Slice::Part(description) = &snapshot.slice {
        notes.push(words.with(
            "packet-slice-note",
            &[
                ("count", Value::Number(snapshot.signatures.len() as u64)),
                ("confirmed", Value::Number(tally.confirmed)),
                ("slice", Value::Text(description)),
            ],
        ));
    }
    if snapshot.shared_mailboxes > 0 {
        notes.push(words.counted("packet-shared-mailboxes", snapshot.shared_mailboxes));
    }
    Totals {
        heading: words.text("packet-totals-heading"),
        intro: words.text("packet-totals-intro"),
        equation: vec![
            term("packet-received", tally.received),
            term("packet-confirmed", tally.confirmed),
            term("packet-pending", tally.pending),
            term("packet-expired", tally.expired),
            term("packet-withdrawn", tally.withdrawn),
            term("packet-excluded", tally.excluded),
        ],
        notes,
        parts: vec![residency(snapshot, words), visibility(snapshot, words)],
    }
}

fn part(words: &Wording<'_>, key: &str, rows: Vec<(String, u64)>, total: u64) -> Part {
    Part {
        heading: words.text(&format!("packet-{key}-heading")),
        head: vec![words.text(&format!("packet-{key}-column")), words.text("packet-column-signatures")],
        rows: rows.into_iter().map(|(label, count)| Counted { label, count: words.number(count) }).collect(),
        total: Counted { label: words.text("packet-in-this-packet"), count: words.number(total) },
    }
}

fn residency(snapshot: &Snapshot, words: &Wording<'_>) -> Part {
    let rows = Residency::ALL
        .iter()
        .map(|&tie| (words.text(&format!("packet-residency-{tie}")), snapshot.residency.of(tie)))
        .collect();
    part(words, "residency", rows, snapshot.signatures.len() as u64)
}

/// How the names stand in the schedule: what a signer hides from the public they may still share with the
/// recipient, and the recipient should know which is which.
fn visibility(snapshot: &Snapshot, words: &Wording<'_>) -> Part {
    let [mut full, mut short, mut shared, mut withheld] = [0_u64; 4];
    for line in &snapshot.signatures {
        match (line.visibility, &line.name) {
            (Visibility::Full, _) => full += 1,
            (Visibility::Short, _) => short += 1,
            (Visibility::Hidden, Some(_)) => shared += 1,
            (Visibility::Hidden, None) => withheld += 1,
        }
    }
    let rows = [("full", full), ("short", short), ("shared", shared), ("withheld", withheld)]
        .map(|(key, count)| (words.text(&format!("packet-visibility-{key}")), count));
    part(words, "visibility", rows.into(), snapshot.signatures.len() as u64)
}
