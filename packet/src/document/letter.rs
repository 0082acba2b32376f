//! What the letter's page template is given: a document with its face and language as typst takes them.
//! It decides what stands on the page, never how it looks: that is templates/letter.typ.

use std::borrow::Cow;

use serde::Serialize;
use typst::text::{Lang, Locale};

use super::{Block, Direction, Document, Line, Picture, Roll};
use crate::fonts::Faces;

/// One document with a file of its own.
#[derive(Serialize)]
pub(crate) struct LetterPages<'a> {
    foot: &'a str,
    author: &'a str,
    letter: Letter<'a>,
}

/// A document as it is set, alone or among others.
#[derive(Serialize)]
pub(crate) struct Letter<'a> {
    kicker: &'a str,
    title: &'a str,
    #[serde(flatten)]
    text: Tongue,
    frame: Tongue,
    lines: Vec<Above<'a>>,
    body: Cow<'a, [Block]>,
    rolls: Vec<RollPages<'a>>,
    signature: &'a [String],
}

/// Names with a face each, since each may be in a script of its own.
#[derive(Serialize)]
struct RollPages<'a> {
    heading: &'a str,
    level: u8,
    note: &'a str,
    head: &'a [String; 2],
    rows: Vec<(Option<Vec<String>>, &'a str, &'a str)>,
    pictures: &'a [Picture],
}

/// The language words are set in, and their faces where the reading face lacks a letter of them: a text keeps one
/// face from end to end.
#[derive(Serialize)]
struct Tongue {
    lang: String,
    region: Option<String>,
    dir: Direction,
    faces: Option<Vec<String>>,
}

impl Tongue {
    fn new(language: &str, dir: Direction, faces: Option<Vec<String>>) -> Self {
        let (lang, region) = typst_language(language);
        Self { lang, region, dir, faces }
    }
}

#[derive(Serialize)]
struct Above<'a> {
    label: &'a str,
    lines: Vec<&'a str>,
}

impl<'a> LetterPages<'a> {
    pub(crate) fn new(document: &'a Document, faces: &Faces) -> Self {
        Self { foot: &document.foot, author: &document.author, letter: Letter::new(document, faces) }
    }
}

impl<'a> Letter<'a> {
    pub(crate) fn new(document: &'a Document, faces: &Faces) -> Self {
        let mut text: Vec<&str> = document.signature.iter().map(String::as_str).collect();
        texts(&document.body, &mut text);
        let mut frame = vec![document.kicker.as_str(), &document.title];
        frame.extend(document.lines.iter().flat_map(|line| [line.label.as_str(), &line.value]));
        let frame = frame.into_iter().flat_map(str::lines);
        let frame_language = match document.frame_language.as_str() {
            "" => &document.language,
            language => language,
        };
        Self {
            kicker: &document.kicker,
            title: &document.title,
            text: Tongue::new(&document.language, document.direction, faces.beyond_caslon(text.into_iter())),
            frame: Tongue::new(frame_language, document.frame_direction(), faces.beyond_caslon(frame)),
            lines: document.lines.iter().map(above).collect(),
            body: breakable(&document.body),
            rolls: document.rolls.iter().map(|roll| roll_pages(roll, faces)).collect(),
            signature: &document.signature,
        }
    }
}

fn roll_pages<'a>(roll: &'a Roll, faces: &Faces) -> RollPages<'a> {
    let row = |[name, said]: &'a [String; 2]| {
        (faces.beyond_caslon([name.as_str()].into_iter()), name.as_str(), said.as_str())
    };
    RollPages {
        heading: &roll.heading,
        level: roll.level,
        note: &roll.note,
        head: &roll.head,
        rows: roll.rows.iter().map(row).collect(),
        pictures: &roll.pictures,
    }
}

fn above(line: &Line) -> Above<'_> {
    Above { label: &line.label, lines: line.value.lines().filter(|line| !line.trim().is_empty()).collect() }
}

/// Every text in blocks, without line breaks, which are no letters.
fn texts<'a>(blocks: &'a [Block], into: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => {
                into.extend(text.iter().map(|piece| piece.text.as_str()).filter(|text| *text != "\n"));
            }
            Block::List { items, .. } => items.iter().for_each(|item| texts(item, into)),
            Block::Quote { blocks } => texts(blocks, into),
        }
    }
}

/// Whether every text has what is asked of it. A line break is no letter.
fn all(blocks: &[Block], is: &dyn Fn(&str) -> bool) -> bool {
    blocks.iter().all(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph { text } => {
            text.iter().all(|piece| piece.text == "\n" || is(&piece.text))
        }
        Block::List { items, .. } => items.iter().all(|item| all(item, is)),
        Block::Quote { blocks } => all(blocks, is),
    })
}

/// A run of letters longer than this has no place on a line, and the PDF standards take no endless one.
const LONGEST_WORD: usize = 60;
/// How many letters of such a word stay together.
const PART: usize = 8;
/// Where a line may break unseen.
const BREAK: char = '\u{200B}';

/// The blocks, with endless words broken.
fn breakable(blocks: &[Block]) -> Cow<'_, [Block]> {
    if all(blocks, &|text| !has_endless_word(text)) {
        return Cow::Borrowed(blocks);
    }
    let mut blocks = blocks.to_vec();
    break_words(&mut blocks);
    Cow::Owned(blocks)
}

fn break_words(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => {
                for piece in text.iter_mut().filter(|piece| has_endless_word(&piece.text)) {
                    piece.text = with_breaks(&piece.text);
                }
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| break_words(item)),
            Block::Quote { blocks } => break_words(blocks),
        }
    }
}

/// Whether a letter goes on a word that only spaces end. Scripts from Thai on break elsewhere too.
fn goes_on(c: char) -> bool {
    !c.is_whitespace() && c != BREAK && u32::from(c) < 0xE00
}

fn has_endless_word(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        run = if goes_on(c) { run + 1 } else { 0 };
        run > LONGEST_WORD
    })
}

fn with_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 11 / 8);
    for word in text.split_inclusive(|c| !goes_on(c)) {
        let long = word.chars().count() > LONGEST_WORD;
        for (number, c) in word.chars().enumerate() {
            if long && number > 0 && number % PART == 0 {
                out.push(BREAK);
            }
            out.push(c);
        }
    }
    out
}

/// The language of a tag, for the properties of a document.
pub(crate) fn typst_locale(tag: &str) -> Locale {
    let (lang, region) = typst_language(tag);
    Locale::new(lang.parse().unwrap_or(Lang::ENGLISH), region.and_then(|region| region.parse().ok()))
}

/// Language and region of a tag, as typst knows them. What is no tag is an undetermined language, since a
/// page must name one.
fn typst_language(tag: &str) -> (String, Option<String>) {
    let mut parts = tag.split(['-', '_']);
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let lang = parts.next().filter(|part| matches!(part.len(), 2 | 3) && letters(part)).unwrap_or("und");
    let region = parts.find(|part| part.len() == 2 && letters(part));
    (lang.to_ascii_lowercase(), region.map(str::to_ascii_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_word_may_break_and_no_other() {
        let text = format!("short {} short 請投反對票", "x".repeat(100));
        assert!(has_endless_word(&text));
        let broken = with_breaks(&text);
        assert!(!has_endless_word(&broken) && broken.starts_with("short xxxxxxxx\u{200B}x"));
        assert_eq!(broken.replace(BREAK, ""), text);
        assert!(!has_endless_word(&"請投反對票".repeat(40)));
    }

    #[test]
    fn any_tag_names_a_language() {
        let of = |tag| {
            let (lang, region) = typst_language(tag);
            format!("{lang} {}", region.unwrap_or_default())
        };
        assert_eq!(of("en"), "en ");
        assert_eq!(of("pt-BR"), "pt br");
        assert_eq!(of("zh-Hant-TW"), "zh tw");
        assert_eq!(of("es-419"), "es ");
        assert_eq!(of("not a tag"), "und ");
        assert_eq!(of(""), "und ");
    }
}
