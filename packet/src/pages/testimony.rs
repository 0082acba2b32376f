//! The testimony part: each letter as it is set, and the lists that lead to them.
//! The words around a letter are the packet's; the letter keeps its own language and direction.

use redress_domain::{Locale, Residency, Speaking, Stance};
use serde::Serialize;

use super::{Paragraphs, Piece, Sheet, paragraphs, sheet};
use crate::document::{Block, Direction, Document, Letter, Line};
use crate::fonts::Faces;
use crate::snapshot::Snapshot;
use crate::testimony::{Entry, Form, TestimonyCounts, speakers};
use crate::words::{Value, Wording};

/// Where a printed testimony is: a volume and the page in it.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) page: u64,
}

/// The testimony of packet.pdf.
#[derive(Serialize)]
pub(crate) struct TestimonyPart<'a> {
    heading: String,
    intro: Paragraphs,
    totals: Totals,
    groups: Vec<Group>,
    head: Vec<String>,
    speakers: Option<Speakers>,
    letters: Vec<Set<'a>>,
}

/// How many stand where, by matter.
#[derive(Serialize)]
struct Totals {
    head: Vec<String>,
    rows: Vec<[String; 5]>,
    total: [String; 5],
}

/// The testimonies of one matter and stance.
#[derive(Serialize)]
struct Group {
    heading: String,
    rows: Vec<Listed>,
}

/// A line of the contents. `page` is set where it is known; else it is asked of the page the label is on.
#[derive(Serialize)]
struct Listed {
    number: String,
    faces: Option<Vec<String>>,
    name: String,
    note: String,
    label: String,
    page: Option<String>,
}

#[derive(Serialize)]
struct Speakers {
    heading: String,
    intro: String,
    head: Vec<String>,
    rows: Vec<Speaker>,
}

#[derive(Serialize)]
struct Speaker {
    place: String,
    faces: Option<Vec<String>>,
    name: String,
    note: String,
    how: String,
    number: String,
}

/// A letter on pages of its own, and who else sent it.
#[derive(Serialize)]
pub(super) struct Set<'a> {
    pub(super) label: String,
    pub(super) letter: Letter<'a>,
    pub(super) foot: String,
    pub(super) page: Vec<Piece>,
    pub(super) form: Option<FormList>,
}

#[derive(Serialize)]
pub(super) struct FormList {
    label: String,
    heading: String,
    intro: String,
    head: Vec<String>,
    rows: Vec<FormRow>,
}

#[derive(Serialize)]
struct FormRow {
    number: String,
    faces: Option<Vec<String>>,
    name: String,
    place: String,
    own: String,
}

/// One volume of testimony, or letters that are only cut into files.
#[derive(Serialize)]
pub(crate) struct TestimonyVolume<'a> {
    #[serde(flatten)]
    sheet: Sheet,
    volume: Option<Opening>,
    letters: Vec<Set<'a>>,
}

#[derive(Serialize)]
struct Opening {
    kicker: String,
    title: String,
    intro: String,
    groups: Vec<Group>,
    head: Vec<String>,
}

/// The label of a testimony's first page.
pub(crate) fn label(number: u64) -> String {
    format!("t{number}")
}

/// The label of the page that lists who else sent a form letter.
pub(crate) fn form_label(number: u64) -> String {
    format!("f{number}")
}

/// A testimony as a document of its own.
pub(crate) fn document(snapshot: &Snapshot, words: &Wording<'_>, entry: &Entry<'_>) -> Document {
    let line = entry.line;
    let body = Block::parse(&line.text);
    let shown = shown(words, entry);
    let title = match &line.name {
        None => words.text("packet-testimony-withheld-title"),
        Some(_) => words.with("packet-testimony-title", &[("name", Value::Text(&shown))]),
    };
    Document {
        kicker: words.with("packet-testimony-kicker", &[("stance", Value::Text(line.stance.as_str()))]),
        title,
        author: line.name.clone().unwrap_or_default(),
        language: line.language.clone(),
        direction: Direction::of(&line.language),
        frame_language: snapshot.locale.code().to_owned(),
        lines: lines_above(snapshot, words, entry),
        signature: signature(entry, &body),
        body,
        rolls: Vec::new(),
        foot: words.with(
            "packet-testimony-foot",
            &[("title", Value::Text(&snapshot.campaign.title)), ("number", Value::Number(entry.number))],
        ),
    }
}

/// The lines a body asks for, as far as they may stand in a packet: never a mailbox, a street or a telephone.
fn lines_above(snapshot: &Snapshot, words: &Wording<'_>, entry: &Entry<'_>) -> Vec<Line> {
    let line = entry.line;
    let mut lines = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push(Line::new(words.text(key), value));
        }
    };
    let recipient: Vec<_> = [snapshot.recipient.name.as_str(), snapshot.recipient.office.as_str()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    add("packet-line-to", recipient.join("\n"));
    let dockets: Vec<String> = line
        .matters
        .iter()
        .filter_map(|&matter| snapshot.matters.get(matter))
        .map(super::packet::matter_line)
        .collect();
    add("packet-line-docket", dockets.join("\n"));
    add("packet-line-from", line.name.clone().unwrap_or_else(|| words.text("packet-name-withheld")));
    let affiliation: Vec<&str> = [line.title.as_str(), line.organization.as_str(), line.authority.as_str()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    add("packet-line-affiliation", affiliation.join("\n"));
    add("packet-line-place", place(words, line.residency, &line.zip));
    add("packet-line-date", words.day(line.day));
    if language_differs(snapshot.locale, &line.language) {
        add("packet-line-language", language(words, &line.language));
    }
    if line.speaking != Speaking::No {
        let how = words.with("packet-speaking", &[("how", Value::Text(line.speaking.as_str()))]);
        add("packet-line-speaking", how);
    }
    lines
}

/// Name, title and organization under the text, where the text does not end with the name itself.
fn signature(entry: &Entry<'_>, body: &[Block]) -> Vec<String> {
    let line = entry.line;
    let Some(name) = &line.name else { return Vec::new() };
    let plain = Block::plain(body);
    let ends_with_it = plain.lines().rev().take(3).any(|last| last.trim() == name);
    if ends_with_it {
        return Vec::new();
    }
    [name, &line.title, &line.organization].into_iter().filter(|it| !it.is_empty()).cloned().collect()
}

fn language_differs(locale: Locale, tag: &str) -> bool {
    tag.split('-').next() != Some(locale.code())
}

/// The language's name in the packet's words; its tag where they have none.
fn language(words: &Wording<'_>, tag: &str) -> String {
    let whole = words.with("packet-language", &[("tag", Value::Text(tag))]);
    if whole != tag {
        return whole;
    }
    let plain = tag.split('-').next().unwrap_or(tag);
    let name = words.with("packet-language", &[("tag", Value::Text(plain))]);
    if name == plain { tag.to_owned() } else { name }
}

/// 'Lives there, 02121'.
fn place(words: &Wording<'_>, residency: Residency, zip: &str) -> String {
    words.with(
        "packet-testimony-place",
        &[
            ("tie", Value::Text(residency.as_str())),
            ("zip", Value::Text(zip)),
            ("given", Value::Number(u64::from(!zip.is_empty()))),
        ],
    )
}

/// Who it is from: the organization where it speaks for one, else the writer.
fn shown(words: &Wording<'_>, entry: &Entry<'_>) -> String {
    match (&entry.line.name, entry.line.organization.as_str()) {
        (None, _) => words.text("packet-name-withheld"),
        (Some(name), "") => name.clone(),
        (Some(_), organization) => organization.to_owned(),
    }
}

/// What the contents add to a name: the language, and which letter it is the same as.
fn note(snapshot: &Snapshot, words: &Wording<'_>, entry: &Entry<'_>) -> String {
    let mut notes = Vec::new();
    if language_differs(snapshot.locale, &entry.line.language) {
        let language = language(words, &entry.line.language);
        notes.push(words.with("packet-written-in", &[("language", Value::Text(&language))]));
    }
    match &entry.form {
        Form::Own => {}
        Form::First { others } => notes.push(words.counted("packet-form-first", others.len() as u64 + 1)),
        Form::Other { first } => {
            notes.push(words.with("packet-form-other", &[("number", Value::Number(*first))]));
        }
    }
    notes.join(" · ")
}

/// 'Docket 0617, in favor: 34'.
fn group_heading(snapshot: &Snapshot, words: &Wording<'_>, matter: Option<usize>, stance: Stance) -> String {
    let matter = matter.and_then(|matter| snapshot.matters.get(matter));
    let title = matter.map_or_else(|| words.text("packet-testimony-no-matter"), super::packet::matter_line);
    words.with(
        "packet-testimony-group",
        &[("matter", Value::Text(&title)), ("stance", Value::Text(stance.as_str()))],
    )
}

fn groups(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    entries: &[Entry<'_>],
    place: &dyn Fn(&Entry<'_>) -> Option<String>,
) -> Vec<Group> {
    entries
        .chunk_by(|a, b| (a.matter(), a.line.stance) == (b.matter(), b.line.stance))
        .filter_map(|chunk| Some((chunk.first()?, chunk)))
        .map(|(first, chunk)| Group {
            heading: group_heading(snapshot, words, first.matter(), first.line.stance),
            rows: chunk
                .iter()
                .map(|entry| {
                    let name = shown(words, entry);
                    let printed = match entry.form {
                        Form::Other { first } => first,
                        Form::Own | Form::First { .. } => entry.number,
                    };
                    Listed {
                        number: words.number(entry.number),
                        faces: faces.beyond_caslon([name.as_str()].into_iter()),
                        note: note(snapshot, words, entry),
                        name,
                        label: label(printed),
                        page: place(entry),
                    }
                })
                .collect(),
        })
        .collect()
}

/// The letters of entries, each with the document made of it.
fn letters<'d>(
    words: &Wording<'_>,
    faces: &Faces,
    entries: &[&Entry<'_>],
    all: &[Entry<'_>],
    documents: &'d [Document],
    paged: bool,
) -> Vec<Set<'d>> {
    entries
        .iter()
        .zip(documents)
        .map(|(entry, document)| Set {
            label: label(entry.number),
            letter: Letter::new(document, faces),
            foot: document.foot.clone(),
            page: if paged { super::one_page_pieces(words) } else { Vec::new() },
            form: match &entry.form {
                Form::First { others } if paged => Some(form_list(words, faces, entry, others, all)),
                _ => None,
            },
        })
        .collect()
}

fn form_list(
    words: &Wording<'_>,
    faces: &Faces,
    entry: &Entry<'_>,
    others: &[u64],
    all: &[Entry<'_>],
) -> FormList {
    let of = |number: u64| usize::try_from(number).ok().and_then(|number| all.get(number.checked_sub(1)?));
    FormList {
        label: form_label(entry.number),
        heading: words.with("packet-form-heading", &[("number", Value::Number(entry.number))]),
        intro: words.with(
            "packet-form-intro",
            &[("count", Value::Number(others.len() as u64)), ("number", Value::Number(entry.number))],
        ),
        head: ["number", "name", "place", "own"]
            .map(|name| words.text(&format!("packet-column-{name}")))
            .into(),
        rows: others
            .iter()
            .filter_map(|&number| of(number))
            .map(|entry| {
                let name = shown(words, entry);
                FormRow {
                    number: words.number(entry.number),
                    faces: faces.beyond_caslon([name.as_str()].into_iter()),
                    name,
                    place: place(words, entry.line.residency, &entry.line.zip),
                    own: words
                        .with("packet-percent", &[("count", Value::Number(entry.line.own_percent.into()))]),
                }
            })
            .collect(),
    }
}

/// The data of a volume: `entries` are what it prints. Without a number they are only set, to be cut into files.
pub(crate) fn volume<'d>(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    all: &[Entry<'_>],
    entries: &[&Entry<'_>],
    documents: &'d [Document],
    number: Option<(u64, u64)>,
) -> TestimonyVolume<'d> {
    let count = entries.len() as u64;
    let place = |(number, of): (u64, u64)| {
        [
            ("number", Value::Number(number)),
            ("of", Value::Number(of)),
            ("title", Value::Text(&snapshot.campaign.title)),
        ]
    };
    let shown: Vec<Entry<'_>> = entries
        .iter()
        .map(|entry| Entry {
            number: entry.number,
            line: entry.line,
            stem: entry.stem.clone(),
            form: entry.form.clone(),
        })
        .collect();
    let title = words.with("packet-testimony-document", &place(number.unwrap_or((1, 1))));
    TestimonyVolume {
        sheet: sheet(snapshot, words, title),
        volume: number.map(|number| Opening {
            kicker: words.with("packet-testimony-volume-kicker", &place(number)),
            title: snapshot.campaign.title.clone(),
            intro: words.counted("packet-testimony-volume-intro", count),
            groups: groups(snapshot, words, faces, &shown, &|_| None),
            head: contents_head(words),
        }),
        letters: letters(words, faces, entries, all, documents, number.is_some()),
    }
}

fn contents_head(words: &Wording<'_>) -> Vec<String> {
    ["number", "name", "note", "page"].map(|name| words.text(&format!("packet-column-{name}"))).into()
}

/// The data of the testimony part of packet.pdf. `documents` are all printed letters where they stand in it;
/// without them `places` says in which volume each is.
pub(crate) fn part<'d>(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    entries: &[Entry<'_>],
    documents: Option<&'d [Document]>,
    places: &dyn Fn(u64) -> Option<Place>,
) -> Option<TestimonyPart<'d>> {
    let counts = TestimonyCounts::of(snapshot)?;
    let printed: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.is_printed()).collect();
    let place = |entry: &Entry<'_>| {
        let number = match entry.form {
            Form::Other { first } => first,
            Form::Own | Form::First { .. } => entry.number,
        };
        places(number).map(|place| {
            words.with(
                "packet-testimony-page-in",
                &[("file", Value::Text(&place.file)), ("page", Value::Number(place.page))],
            )
        })
    };
    let mut intro = words.counted("packet-testimony-intro", counts.in_packet);
    for (count, key) in [
        (counts.form_letter_writers, "packet-testimony-forms"),
        (u64::from(counts.in_packet > 0 && documents.is_some()), "packet-testimony-here"),
        (u64::from(counts.in_packet > 0 && documents.is_none()), "packet-testimony-elsewhere"),
    ] {
        if count > 0 {
            intro = format!("{intro}\n\n{}", words.counted(key, count));
        }
    }
    Some(TestimonyPart {
        heading: words.text("packet-testimony-heading"),
        intro: paragraphs(&intro),
        totals: totals(snapshot, words, &counts),
        groups: groups(snapshot, words, faces, entries, &|entry| {
            if documents.is_some() { None } else { Some(place(entry).unwrap_or_default()) }
        }),
        head: contents_head(words),
        speakers: speaker_list(snapshot, words, faces, entries),
        letters: documents
            .map(|documents| letters(words, faces, &printed, entries, documents, true))
            .unwrap_or_default(),
    })
}

fn totals(snapshot: &Snapshot, words: &Wording<'_>, counts: &TestimonyCounts) -> Totals {
    let row = |label: String, tally: &crate::testimony::StanceTally| {
        [
            label,
            words.number(tally.in_favor),
            words.number(tally.opposed),
            words.number(tally.neutral),
            words.number(tally.all()),
        ]
    };
    let mut rows: Vec<_> = snapshot
        .matters
        .iter()
        .zip(&counts.by_matter)
        .map(|(matter, tally)| row(super::packet::matter_line(matter), tally))
        .collect();
    if counts.on_no_matter > 0 {
        let mut tally = crate::testimony::StanceTally::default();
        snapshot
            .testimonies
            .iter()
            .filter(|line| line.matters.is_empty())
            .for_each(|line| tally.add(line.stance));
        rows.push(row(words.text("packet-testimony-no-matter"), &tally));
    }
    let stance = |stance: Stance| words.with("packet-stance", &[("stance", Value::Text(stance.as_str()))]);
    Totals {
        head: vec![
            words.text("packet-column-matter"),
            stance(Stance::InFavor),
            stance(Stance::Opposed),
            stance(Stance::Neutral),
            words.text("packet-column-all"),
        ],
        rows,
        total: row(words.text("packet-in-this-packet"), &counts.by_stance),
    }
}

fn speaker_list(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    entries: &[Entry<'_>],
) -> Option<Speakers> {
    let list = speakers(entries);
    if list.is_empty() {
        return None;
    }
    Some(Speakers {
        heading: words.text("packet-speakers-heading"),
        intro: words.counted("packet-speakers-intro", list.len() as u64),
        head: ["order", "name", "note", "how", "number"]
            .map(|name| words.text(&format!("packet-column-{name}")))
            .into(),
        rows: (1..)
            .zip(list)
            .map(|(place, entry)| {
                // A speaker stands up in person: the name goes before the organization.
                let name = match &entry.line.name {
                    Some(name) => name.clone(),
                    None => words.text("packet-name-withheld"),
                };
                let mut notes = Vec::new();
                if entry.line.name.is_some() && !entry.line.organization.is_empty() {
                    notes.push(entry.line.organization.clone());
                }
                if language_differs(snapshot.locale, &entry.line.language) {
                    notes.push(language(words, &entry.line.language));
                }
                Speaker {
                    place: words.number(place),
                    faces: faces.beyond_caslon([name.as_str()].into_iter()),
                    name,
                    note: notes.join(" · "),
                    how: words.with("packet-speaking", &[("how", Value::Text(entry.line.speaking.as_str()))]),
                    number: words.number(entry.number),
                }
            })
            .collect(),
    })
}
