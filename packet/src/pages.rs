//! What the page templates are given: every word and number, already in the packet's language.
//! It decides what stands on a page, never how it looks: that is templates/.

mod coalition;
mod packet;
mod testimony;
mod totals;
mod volume;

use serde::Serialize;

pub(crate) use self::coalition::{document as letter_document, statement_documents};
pub(crate) use self::packet::{Parts, packet};
pub(crate) use self::testimony::{
    Place, TestimonyPart, TestimonyVolume, document as testimony_document, form_label,
    label as testimony_label, part as testimony_part, volume as testimony_volume,
};
pub(crate) use self::volume::volume;
use crate::fonts::Faces;
use crate::snapshot::{SignatureLine, Snapshot};
use crate::words::{Value, Wording};

/// Signatures that stand together: a volume, or the schedule within packet.pdf.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// The number of its first signature, from 1.
    pub(crate) first: u64,
    /// How many.
    pub(crate) rows: u64,
}

impl Span {
    /// The number of its last signature.
    pub(crate) const fn last(self) -> u64 {
        (self.first + self.rows).saturating_sub(1)
    }

    fn lines(self, snapshot: &Snapshot) -> &[SignatureLine] {
        let first = usize::try_from(self.first.saturating_sub(1)).unwrap_or(usize::MAX);
        let rows = usize::try_from(self.rows).unwrap_or(usize::MAX);
        let rest = snapshot.signatures.get(first..).unwrap_or_default();
        rest.get(..rows).unwrap_or(rest)
    }
}

/// What every document has: title, running head and foot.
#[derive(Serialize)]
struct Sheet {
    lang: &'static str,
    document: Document,
    head: Head,
    foot: Foot,
}

#[derive(Serialize)]
struct Document {
    title: String,
    authors: Vec<String>,
    description: String,
}

#[derive(Serialize)]
struct Head {
    left: String,
    right: String,
}

#[derive(Serialize)]
struct Foot {
    left: String,
    page: Vec<Piece>,
}

/// A piece of 'Page 3 of 12', whose numbers are known only once the pages are set.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece {
    Text { text: String },
    Page,
    Pages,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    lines: Vec<String>,
}

/// A schedule; a row is what templates/style.typ says.
#[derive(Serialize)]
struct Schedule {
    heading: String,
    versions: bool,
    head: Vec<String>,
    rows: Vec<Row>,
}

/// Number, the name's faces where Caslon lacks a letter of it, whether a name is shown, name, place, tie, day, version.
#[derive(Serialize)]
struct Row(String, Option<Vec<String>>, bool, String, String, String, String, String);

/// A text as the templates set it: paragraphs of lines.
type Paragraphs = Vec<Vec<String>>;

fn paragraphs(text: &str) -> Paragraphs {
    text.split("\n\n")
        .map(|paragraph| paragraph.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
        .filter(|lines: &Vec<String>| !lines.is_empty())
        .collect()
}

fn sheet(snapshot: &Snapshot, words: &Wording<'_>, title: String) -> Sheet {
    let campaign = &snapshot.campaign;
    Sheet {
        lang: snapshot.locale.code(),
        document: Document {
            title,
            authors: campaign.hosts.clone(),
            description: words.with(
                "packet-description",
                &[
                    ("recipient", Value::Text(&snapshot.recipient.name)),
                    ("target", Value::Text(&campaign.target)),
                ],
            ),
        },
        head: Head { left: campaign.title.clone(), right: dockets(snapshot, words) },
        foot: Foot {
            left: words
                .with("packet-as-of-line", &[("moment", Value::Text(&words.moment(snapshot.taken_at)))]),
            page: page_pieces(words),
        },
    }
}

/// 'Docket 0617', 'Dockets 0617, 0618'; nothing while there is none.
fn dockets(snapshot: &Snapshot, words: &Wording<'_>) -> String {
    let dockets: Vec<&str> = snapshot
        .matters
        .iter()
        .map(|matter| matter.docket.as_str())
        .filter(|docket| !docket.is_empty())
        .collect();
    if dockets.is_empty() {
        return String::new();
    }
    words.with(
        "packet-dockets",
        &[("count", Value::Number(dockets.len() as u64)), ("dockets", Value::Text(&dockets.join(", ")))],
    )
}

/// 'Page 3', where how many there are is another document's business.
fn one_page_pieces(words: &Wording<'_>) -> Vec<Piece> {
    pieces(&words.with("packet-testimony-page", &[("page", Value::Text("\u{1}"))]))
}

/// Takes the message apart where its two numbers belong; the marks are characters no message has.
fn page_pieces(words: &Wording<'_>) -> Vec<Piece> {
    pieces(&words.with("packet-page", &[("page", Value::Text("\u{1}")), ("pages", Value::Text("\u{2}"))]))
}

fn pieces(line: &str) -> Vec<Piece> {
    const PAGE: char = '\u{1}';
    const PAGES: char = '\u{2}';
    line.split_inclusive([PAGE, PAGES])
        .flat_map(|part| {
            let number = match part.chars().next_back() {
                Some(PAGE) => Some(Piece::Page),
                Some(PAGES) => Some(Piece::Pages),
                _ => None,
            };
            let text = part.trim_end_matches([PAGE, PAGES]).to_owned();
            [Some(Piece::Text { text }), number].into_iter().flatten()
        })
        .collect()
}

fn schedule(snapshot: &Snapshot, words: &Wording<'_>, faces: &Faces, span: Span) -> Schedule {
    let versions = snapshot.versions.len() > 1;
    let mut head: Vec<String> = ["number", "name", "place", "tie", "day"]
        .iter()
        .map(|column| words.text(&format!("packet-column-{column}")))
        .collect();
    if versions {
        head.push(words.text("packet-column-version"));
    }
    let withheld = words.text("packet-name-withheld");
    let rows = (span.first..)
        .zip(span.lines(snapshot))
        .map(|(number, line)| row(words, faces, number, line, &withheld))
        .collect();
    let heading = words.with("packet-schedule-heading", &range(span));
    Schedule { heading, versions, head, rows }
}

fn range(span: Span) -> [(&'static str, Value<'static>); 3] {
    [
        ("first", Value::Number(span.first)),
        ("last", Value::Number(span.last())),
        ("count", Value::Number(span.rows)),
    ]
}

fn row(words: &Wording<'_>, faces: &Faces, number: u64, line: &SignatureLine, withheld: &str) -> Row {
    let name = line.name.as_deref();
    let place = [line.city.as_str(), line.zip.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    Row(
        words.number(number),
        faces.beyond_caslon(name.into_iter()),
        name.is_some(),
        name.unwrap_or(withheld).to_owned(),
        place.join(" "),
        words.text(&format!("packet-tie-{}", line.residency)),
        words.short_day(line.day),
        line.version.to_string(),
    )
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::words::Words;

    struct Backwards;

    impl Words for Backwards {
        fn text(&self, _key: &str, args: &[(&str, Value<'_>)]) -> String {
            match args {
                [(_, Value::Text(page)), (_, Value::Text(pages))] => {
                    format!("\u{2068}{pages}\u{2069} / {page}!")
                }
                _ => String::new(),
            }
        }
    }

    #[test]
    fn a_language_may_name_the_pages_in_any_order() {
        let text = |text: &str| Piece::Text { text: text.to_owned() };
        assert_eq!(
            page_pieces(&Wording::new(&Backwards, &TimeZone::UTC)),
            [text(""), Piece::Pages, text(" / "), Piece::Page, text("!")]
        );
    }

    #[test]
    fn an_empty_line_parts_paragraphs() {
        assert_eq!(paragraphs("a\nb\n\nc\n\n"), [vec!["a", "b"], vec!["c"]]);
        assert!(paragraphs("").is_empty());
    }
}
