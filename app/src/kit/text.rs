//! Filling in: each part is a mark while the text is read as Markdown, and becomes what was typed only then.
//! So nothing that is typed into a part is ever read as markup.

use redress_domain::{fill, parts};

use crate::markup;

/// What stands where nothing was filled in.
pub const BLANK: &str = "________";
/// Of the private use area: no text has them, and no reader of Markdown means anything by them.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// The text with a mark for each part, numbered in the order they first come.
pub fn marked(text: &str) -> String {
    let text = text.replace([OPEN, CLOSE], "");
    let names = parts(&text);
    let marks: Vec<String> = (0..names.len()).map(|number| format!("{OPEN}{number}{CLOSE}")).collect();
    fill(&text, |name| names.iter().position(|other| *other == name).map(|at| marks[at].as_str()))
}

/// A marked text with something for each mark, by its number.
pub fn unmarked(marked: &str, mut filling: impl FnMut(usize) -> String) -> String {
    let mut out = String::with_capacity(marked.len());
    let mut rest = marked;
    while let Some(at) = rest.find(OPEN) {
        out.push_str(&rest[..at]);
        let inside = &rest[at + OPEN.len_utf8()..];
        let end = inside.find(CLOSE).unwrap_or(inside.len());
        if let Ok(number) = inside[..end].parse() {
            out.push_str(&filling(number));
        }
        rest = inside.get(end + CLOSE.len_utf8()..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The text as HTML that is safe to put into a page: every part in an element of its own, `text-{part}-{place}`.
pub fn html(text: &str, values: &[&str]) -> String {
    let mut places = vec![0_usize; values.len()];
    unmarked(&markup::story(&marked(text)), |number| {
        let value = values.get(number).map_or("", |value| value.trim());
        let place = places.get_mut(number).map_or(0, |place| {
            *place += 1;
            *place - 1
        });
        let (shown, empty) = if value.is_empty() { (BLANK, " data-empty=\"true\"") } else { (value, "") };
        let shown = shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!("<bdi class=\"part\" id=\"text-{number}-{place}\"{empty}>{shown}</bdi>")
    })
}

/// The text without markup, with its parts filled in; as it is copied from the page.
pub fn filled(piece: &str, values: &[&str]) -> String {
    unmarked(piece, |number| {
        let value = values.get(number).map_or("", |value| value.trim());
        if value.is_empty() { BLANK.to_owned() } else { value.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_into_a_part_is_no_markup() {
        let html = html("Dear **{name}**, of {town}:\n\n{name}", &["<b>*x*</b> [a](https://b)", ""]);
        let typed = "&lt;b&gt;*x*&lt;/b&gt; [a](https://b)";
        assert_eq!(
            html.trim(),
            format!(
                "<p>Dear <strong><bdi class=\"part\" id=\"text-0-0\">{typed}</bdi></strong>, of \
                 <bdi class=\"part\" id=\"text-1-0\" data-empty=\"true\">________</bdi>:</p>\n\
                 <p><bdi class=\"part\" id=\"text-0-1\">{typed}</bdi></p>"
            )
        );
    }

    #[test]
    fn a_part_left_empty_is_a_ruled_blank() {
        assert_eq!(filled(&marked("{a} and {b}"), &["x", " "]), "x and ________");
    }

    #[test]
    fn a_text_without_parts_stays_as_it_is() {
        for text in ["", "plain", "{}", "a { b", "*a*\n\n- {", "\u{E000}1\u{E001}", "\u{E000}"] {
            let clean = text.replace([OPEN, CLOSE], "");
            assert_eq!(filled(&marked(text), &[]), clean, "{text:?}");
        }
    }
}
