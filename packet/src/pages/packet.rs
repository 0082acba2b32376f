//! The packet itself: cover, letter, ask, numbers, petition text, exclusions, schedule or where it is.
//! It adds nothing up that the snapshot has not: numbers were checked before they got here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::coalition::{Statements, pages as letter_pages, statements, totals as letter_totals};
use super::testimony::Set;
use super::totals::{Totals, totals};
use super::{
    Fact, Paragraphs, Schedule, Sheet, Span, TestimonyPart, dockets, paragraphs, range, schedule, sheet,
};
use redress_domain::FileFormat;

use crate::document::Document;
use crate::fonts::Faces;
use crate::snapshot::{CoalitionLetter, Slice, Snapshot};
use crate::tables::EXCLUSION_COLUMNS;
use crate::words::{Value, Wording};

#[derive(Serialize)]
pub(crate) struct PacketPages<'a> {
    #[serde(flatten)]
    sheet: Sheet,
    cover: Cover,
    letter: Option<Letter>,
    ask: Ask,
    totals: Totals,
    petition: Petition,
    letters: Vec<Set<'a>>,
    statements: Option<Statements<'a>>,
    testimony: Option<TestimonyPart<'a>>,
    exclusions: Exclusions,
    signatures: Signatures,
    files: Listing,
}

#[derive(Serialize)]
struct Cover {
    kicker: String,
    dockets: String,
    title: String,
    target: String,
    count: String,
    count_label: String,
    notes: Vec<String>,
    facts: Vec<Fact>,
    contents_label: String,
}

#[derive(Serialize)]
struct Letter {
    heading: String,
    day: String,
    address: Vec<String>,
    subject: Vec<String>,
    body: Paragraphs,
    closing: String,
    signers: Vec<String>,
}

#[derive(Serialize)]
struct Ask {
    heading: String,
    text: Paragraphs,
    matters_head: Vec<String>,
    matters: Vec<MatterLine>,
}

#[derive(Serialize)]
struct MatterLine {
    docket: String,
    title: String,
}

#[derive(Serialize)]
struct Petition {
    heading: String,
    intro: String,
    versions: Vec<Version>,
}

#[derive(Serialize)]
struct Version {
    heading: String,
    signed: String,
    text: Paragraphs,
    hash_label: String,
    hash: String,
}

#[derive(Serialize)]
struct Exclusions {
    heading: String,
    intro: Vec<String>,
    head: Vec<String>,
    rules: Vec<RuleLine>,
    reading: Listing,
}

#[derive(Serialize)]
struct RuleLine {
    explained: String,
    name: String,
    excluded: String,
    undone: String,
}

#[derive(Serialize)]
struct Signatures {
    heading: String,
    intro: String,
    schedule: Option<Schedule>,
    head: Vec<String>,
    volumes: Vec<VolumeLine>,
}

#[derive(Serialize)]
struct VolumeLine {
    path: String,
    range: String,
    rows: String,
}

/// Names with what each means.
#[derive(Serialize)]
struct Listing {
    heading: String,
    intro: String,
    head: Vec<String>,
    rows: Vec<Meaning>,
}

#[derive(Serialize)]
struct Meaning {
    name: String,
    meaning: String,
}

/// What packet.pdf holds beside what the snapshot says by itself.
pub(crate) struct Parts<'a> {
    /// The coalition's letters, each as a document.
    pub(crate) letters: &'a [Document],
    /// The words of each statement.
    pub(crate) statements: &'a [Document],
    /// The testimony, or where it is.
    pub(crate) testimony: Option<TestimonyPart<'a>>,
}

/// The data of packet.pdf. `volumes` are the files the schedule is in; `inside` says that it is here too.
pub(crate) fn packet<'a>(
    snapshot: &'a Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    volumes: &[(String, Span)],
    inside: bool,
    parts: Parts<'a>,
    formats: &[FileFormat],
) -> PacketPages<'a> {
    let title = words.with("packet-document", &[("title", Value::Text(&snapshot.campaign.title))]);
    PacketPages {
        sheet: sheet(snapshot, words, title),
        cover: cover(snapshot, words),
        letter: letter(snapshot, words),
        ask: ask(snapshot, words),
        totals: totals(snapshot, words),
        petition: petition(snapshot, words),
        letters: letter_pages(words, faces, parts.letters),
        statements: statements(snapshot, words, faces, parts.statements),
        testimony: parts.testimony,
        exclusions: exclusions(snapshot, words),
        signatures: signatures(snapshot, words, faces, volumes, inside),
        files: files(snapshot, words, formats),
    }
}

fn all(snapshot: &Snapshot) -> u64 {
    snapshot.signatures.len() as u64
}

fn cover(snapshot: &Snapshot, words: &Wording<'_>) -> Cover {
    let campaign = &snapshot.campaign;
    let fact = |key, lines| Fact { label: words.text(key), lines };
    let mut facts = vec![fact("packet-to", snapshot.recipient.lines().map(str::to_owned).collect())];
    if !snapshot.matters.is_empty() {
        let key = words.counted("packet-matters", snapshot.matters.len() as u64);
        facts.push(Fact { label: key, lines: matters(snapshot) });
    }
    facts.push(fact("packet-from", campaign.hosts.clone()));
    let coalition = |letter: &CoalitionLetter| letter_totals(words, letter);
    let standing = snapshot.letters.iter().filter(|letter| letter.number > 0);
    let lines: Vec<String> = standing.map(coalition).collect();
    if !lines.is_empty() {
        facts.push(fact("packet-coalition-signed", lines));
    }
    let moment = words.moment(snapshot.taken_at);
    let moment = match snapshot.zone.iana_name() {
        Some(name) => {
            words.with("packet-moment-zone", &[("moment", Value::Text(&moment)), ("zone", Value::Text(name))])
        }
        None => moment,
    };
    facts.push(fact("packet-as-of", vec![moment]));
    let notes = match &snapshot.slice {
        Slice::All => Vec::new(),
        Slice::Part(description) => {
            vec![description.clone(), words.counted("packet-part-of", snapshot.tally.confirmed)]
        }
    };
    // What there is most to say of: a drive for testimony gathers no names.
    let (count, label) = match (all(snapshot), snapshot.testimonies.len() as u64) {
        (0, written) if written > 0 => (written, "packet-count-testimonies"),
        (signed, _) => (signed, "packet-count-label"),
    };
    Cover {
        kicker: words.text("packet-kicker"),
        dockets: dockets(snapshot, words),
        title: campaign.title.clone(),
        target: campaign.target.clone(),
        count: words.number(count),
        count_label: words.counted(label, count),
        notes,
        facts,
        contents_label: words.text("packet-contents"),
    }
}

/// '0617 · Request for bids', a line for each.
fn matters(snapshot: &Snapshot) -> Vec<String> {
    snapshot.matters.iter().map(matter_line).collect()
}

pub(super) fn matter_line(matter: &crate::Matter) -> String {
    match (matter.docket.as_str(), matter.title.as_str()) {
        ("", title) => title.to_owned(),
        (docket, "") => docket.to_owned(),
        (docket, title) => format!("{docket} · {title}"),
    }
}

fn letter(snapshot: &Snapshot, words: &Wording<'_>) -> Option<Letter> {
    let body = paragraphs(&snapshot.letter);
    if body.is_empty() {
        return None;
    }
    let subject = match snapshot.matters.as_slice() {
        [] => vec![snapshot.campaign.title.clone()],
        _ => matters(snapshot),
    };
    let subject = subject
        .iter()
        .map(|line| words.with("packet-letter-subject", &[("subject", Value::Text(line))]))
        .collect();
    Some(Letter {
        heading: words.text("packet-letter-heading"),
        day: words.day(words.local_day(snapshot.taken_at)),
        address: snapshot.recipient.lines().map(str::to_owned).collect(),
        subject,
        body,
        closing: words.text("packet-letter-closing"),
        signers: snapshot.campaign.hosts.clone(),
    })
}

fn ask(snapshot: &Snapshot, words: &Wording<'_>) -> Ask {
    Ask {
        heading: words.text("packet-ask-heading"),
        text: paragraphs(&snapshot.campaign.ask),
        matters_head: vec![words.text("packet-column-docket"), words.text("packet-column-matter")],
        matters: snapshot
            .matters
            .iter()
            .map(|matter| MatterLine { docket: matter.docket.clone(), title: matter.title.clone() })
            .collect(),
    }
}

fn petition(snapshot: &Snapshot, words: &Wording<'_>) -> Petition {
    Petition {
        heading: words.text("packet-petition-heading"),
        intro: words.counted("packet-petition-intro", snapshot.versions.len() as u64),
        versions: snapshot
            .versions
            .iter()
            .map(|version| Version {
                heading: words.with("packet-version", &[("number", Value::Number(version.number.into()))]),
                signed: words.counted("packet-version-signed", version.signed),
                text: paragraphs(&version.text),
                hash_label: words.text("packet-version-hash"),
                hash: version.sha256.to_ascii_lowercase(),
            })
            .collect(),
    }
}

fn exclusions(snapshot: &Snapshot, words: &Wording<'_>) -> Exclusions {
    let mut rules: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for line in &snapshot.exclusions {
        let counts = rules.entry(&line.rule).or_default();
        if line.undone { counts.1 += 1 } else { counts.0 += 1 }
    }
    let (excluded, put_back) =
        rules.values().fold((0, 0), |(out, back), counts| (out + counts.0, back + counts.1));
    let mut rules: Vec<_> = rules.into_iter().collect();
    // What left out most comes first; equal ones by name, so that the order is fixed.
    rules.sort_by_key(|&(rule, (excluded, _))| (std::cmp::Reverse(excluded), rule));

    let mut intro = vec![words.counted("packet-exclusions-intro", snapshot.tally.excluded)];
    if !rules.is_empty() {
        intro.push(words.text("packet-exclusions-fairness"));
    }
    if excluded > snapshot.tally.excluded {
        intro.push(words.text("packet-exclusions-several"));
    }
    if put_back > 0 {
        intro.push(words.counted("packet-exclusions-put-back", put_back));
    }
    Exclusions {
        heading: words.text("packet-exclusions-heading"),
        intro,
        head: ["rule", "excluded", "undone"].map(|name| words.text(&format!("packet-column-{name}"))).into(),
        rules: rules
            .into_iter()
            .map(|(rule, (excluded, undone))| RuleLine {
                explained: words.with("packet-rule", &[("rule", Value::Text(rule))]),
                name: rule.to_owned(),
                excluded: words.number(excluded),
                undone: words.number(undone),
            })
            .collect(),
        reading: Listing {
            heading: words.text("packet-reading-heading"),
            intro: words.text("packet-reading-intro"),
            head: vec![words.text("packet-column-column"), words.text("packet-column-meaning")],
            rows: EXCLUSION_COLUMNS
                .iter()
                .map(|&name| Meaning {
                    name: name.to_owned(),
                    meaning: words.text(&format!("packet-exclusions-{name}")),
                })
                .collect(),
        },
    }
}

fn signatures(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    volumes: &[(String, Span)],
    inside: bool,
) -> Signatures {
    let count = all(snapshot);
    let intro = match (count, inside) {
        (0, _) => words.text("packet-signatures-none"),
        (_, true) => words.counted("packet-signatures-here", count),
        (_, false) => words.with(
            "packet-signatures-elsewhere",
            &[("count", Value::Number(count)), ("volumes", Value::Number(volumes.len() as u64))],
        ),
    };
    let here = inside && count > 0;
    Signatures {
        heading: words.text("packet-signatures-heading"),
        intro,
        schedule: here.then(|| schedule(snapshot, words, faces, Span { first: 1, rows: count })),
        head: ["file", "numbers", "signatures"]
            .map(|name| words.text(&format!("packet-column-{name}")))
            .into(),
        volumes: volumes
            .iter()
            .map(|(path, span)| VolumeLine {
                path: path.clone(),
                range: words.with("packet-range", &range(*span)),
                rows: words.number(span.rows),
            })
            .collect(),
    }
}

fn files(snapshot: &Snapshot, words: &Wording<'_>, formats: &[FileFormat]) -> Listing {
    let has = |format| !snapshot.testimonies.is_empty() && formats.contains(&format);
    let testimony = !snapshot.testimonies.is_empty();
    let rows = [
        ("packet.pdf", "packet-file-packet", true),
        ("signatures-001.pdf …", "packet-file-volumes", true),
        ("letters/….pdf", "packet-file-letters-pdf", !snapshot.letters.is_empty()),
        ("letters/….docx", "packet-file-letters-docx", !snapshot.letters.is_empty()),
        ("testimony-001.pdf …", "packet-file-testimony", testimony),
        ("testimony/001-….pdf", "packet-file-testimony-pdf", has(FileFormat::Pdf)),
        ("testimony/001-….docx", "packet-file-testimony-docx", has(FileFormat::Docx)),
        ("signatures.csv", "packet-file-csv", true),
        ("signatures.xlsx", "packet-file-xlsx", true),
        ("testimonies.csv", "packet-file-testimonies", testimony),
        ("exclusions.csv", "packet-file-exclusions", true),
        ("manifest.json", "packet-file-manifest", true),
    ];
    Listing {
        heading: words.text("packet-files-heading"),
        intro: words.text("packet-files-intro"),
        head: vec![words.text("packet-column-file"), words.text("packet-column-holds")],
        rows: rows
            .into_iter()
            .filter(|(.., there)| *there)
            .map(|(name, key, _)| Meaning { name: name.to_owned(), meaning: words.text(key) })
            .collect(),
    }
}
