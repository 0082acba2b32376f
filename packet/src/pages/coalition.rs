//! The coalition's letters and statements as they are set.
//! The words around a letter are the packet's; the letter and each statement keep their own language.

use redress_domain::OrganizationKind;
use serde::Serialize;

use super::testimony::Set;
use crate::document::{Block, Direction, Document, Letter, Line, Picture, Roll};
use crate::fonts::Faces;
use crate::snapshot::{CoSigner, CoalitionLetter, Snapshot, StatementLine};
use crate::words::{Value, Wording};

/// A letter as a document of its own: whom it is to, the text, and everybody under it.
pub(crate) fn document(snapshot: &Snapshot, words: &Wording<'_>, letter: &CoalitionLetter) -> Document {
    let mut lines = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push(Line::new(words.text(key), value));
        }
    };
    add("packet-line-to", letter.recipients.join("\n"));
    add("packet-line-date", words.day(letter.published));
    add("packet-coalition-signed", totals(words, letter));
    let version = words.with("packet-coalition-version", &[("number", Value::Number(letter.number.into()))]);
    add("packet-coalition-text", format!("{version}\n{}", letter.sha256));
    Document {
        kicker: words.text("packet-coalition-kicker"),
        title: letter.title.clone(),
        author: snapshot.campaign.hosts.join(", "),
        language: letter.language.clone(),
        direction: Direction::of(&letter.language),
        frame_language: snapshot.locale.code().to_owned(),
        lines,
        body: Block::parse(&letter.text),
        rolls: rolls(words, letter),
        signature: Vec::new(),
        foot: words.with("packet-coalition-foot", &[("title", Value::Text(&letter.title))]),
    }
}

/// '47 organizations and 312 individuals'.
pub(crate) fn totals(words: &Wording<'_>, letter: &CoalitionLetter) -> String {
    let count = |count: usize| Value::Number(count as u64);
    let (organizations, individuals) = (letter.organizations.len(), letter.individuals.len());
    let organizations = (organizations > 0 || individuals == 0)
        .then(|| words.with("packet-coalition-organizations", &[("count", count(organizations))]));
    let individuals = (individuals > 0)
        .then(|| words.with("packet-coalition-individuals", &[("count", count(individuals))]));
    match (organizations, individuals) {
        (Some(organizations), Some(individuals)) => words.with(
            "packet-coalition-both",
            &[("organizations", Value::Text(&organizations)), ("individuals", Value::Text(&individuals))],
        ),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}

fn rolls(words: &Wording<'_>, letter: &CoalitionLetter) -> Vec<Roll> {
    let mut notes = Vec::new();
    for (count, key) in
        [(letter.asked_again, "packet-coalition-asked-again"), (letter.waiting, "packet-coalition-waiting")]
    {
        if count > 0 {
            notes.push(words.counted(key, count));
        }
    }
    let only = letter.organizations.iter().any(|one| one.identification_only)
        || letter.individuals.iter().any(|one| one.identification_only);
    if only {
        notes.push(words.text("packet-coalition-identification"));
    }
    let mut rolls = vec![Roll {
        heading: words.with("packet-coalition-heading", &[("totals", Value::Text(&totals(words, letter)))]),
        level: 1,
        note: notes.join(" "),
        ..Roll::default()
    }];
    for kind in OrganizationKind::ALL {
        let of_kind: Vec<&CoSigner> = letter.organizations.iter().filter(|one| one.kind == *kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        rolls.push(Roll {
            heading: words.with("packet-organization-kind", &[("kind", Value::Text(kind.as_str()))]),
            level: 2,
            note: String::new(),
            head: ["organization", "signatory"].map(|name| words.text(&format!("packet-column-{name}"))),
            rows: of_kind.iter().map(|one| [named(one), signatory(one)]).collect(),
            pictures: Vec::new(),
        });
    }
    if !letter.individuals.is_empty() {
        rolls.push(Roll {
            heading: words.text("packet-coalition-persons"),
            level: 2,
            note: String::new(),
            head: ["name", "as"].map(|name| words.text(&format!("packet-column-{name}"))),
            rows: letter.individuals.iter().map(|one| [one.name.clone(), one.place.clone()]).collect(),
            pictures: Vec::new(),
        });
    }
    let logos: Vec<Picture> = letter.organizations.iter().filter_map(|one| one.logo.clone()).collect();
    if !logos.is_empty() {
        rolls.push(Roll { level: 2, pictures: logos, ..Roll::default() });
    }
    rolls
}

fn named(one: &CoSigner) -> String {
    // As petitions mark it: an asterisk, explained above the names.
    if one.identification_only { format!("{}*", one.organization) } else { one.organization.clone() }
}

fn signatory(one: &CoSigner) -> String {
    [one.signatory.as_str(), &one.title]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// A letter on pages of its own in packet.pdf.
pub(super) fn pages<'d>(words: &Wording<'_>, faces: &Faces, documents: &'d [Document]) -> Vec<Set<'d>> {
    (1..)
        .zip(documents)
        .map(|(number, document): (u64, _)| Set {
            label: format!("l{number}"),
            letter: Letter::new(document, faces),
            foot: document.foot.clone(),
            page: super::one_page_pieces(words),
            form: None,
        })
        .collect()
}

/// The statements of packet.pdf.
#[derive(Serialize)]
pub(super) struct Statements<'a> {
    heading: String,
    items: Vec<Quoted<'a>>,
}

/// A quotation: its words set as a letter's are, and who says it.
#[derive(Serialize)]
struct Quoted<'a> {
    letter: Letter<'a>,
    name: &'a str,
    faces: Option<Vec<String>>,
    of: String,
    picture: Option<&'a Picture>,
}

/// The words of each statement, which its pages borrow.
pub(crate) fn statement_documents(snapshot: &Snapshot) -> Vec<Document> {
    let document = |one: &StatementLine| Document {
        language: one.language.clone(),
        direction: Direction::of(&one.language),
        frame_language: snapshot.locale.code().to_owned(),
        body: Block::parse(&one.text),
        ..Document::default()
    };
    snapshot.statements.iter().map(document).collect()
}

pub(super) fn statements<'d>(
    snapshot: &'d Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    documents: &'d [Document],
) -> Option<Statements<'d>> {
    let quoted = |(one, document): (&'d StatementLine, &'d Document)| Quoted {
        letter: Letter::new(document, faces),
        name: &one.name,
        faces: faces.beyond_caslon([one.name.as_str()].into_iter()),
        of: [one.title.as_str(), &one.organization]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        picture: one.picture.as_ref(),
    };
    let items: Vec<_> = snapshot.statements.iter().zip(documents).map(quoted).collect();
    (!items.is_empty()).then(|| Statements { heading: words.text("packet-statements-heading"), items })
}
