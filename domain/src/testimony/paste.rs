//! A text as it was pasted, from Word or a mail, made into clean paragraphs.
//! It takes away what no reader would see and changes no letter.

use crate::text::clean_line;

/// What Word writes into a text that was not meant to be read. Without one of these, tags are letters like others.
const WORD_MARKS: &[&str] = &["<o:p", "</o:p", "mso-", "msonormal", "<!--[if", "<w:", "<st1:"];
/// The tags that Word and mail programs write; all others stay as they were typed.
const TAGS: &[&str] = &[
    "a", "b", "body", "br", "div", "em", "font", "h1", "h2", "h3", "h4", "head", "html", "i", "li", "link",
    "meta", "ol", "p", "span", "strong", "sub", "sup", "table", "tbody", "td", "tr", "u", "ul", "xml",
];
/// The tags after which a new paragraph begins.
const BLOCKS: &[&str] = &["br", "div", "h1", "h2", "h3", "h4", "li", "p", "tr"];
/// Lines longer than this are paragraphs of their own, where a text has no empty line at all.
const LONG_LINE: usize = 100;

/// Paragraphs parted by an empty line, list items by one `- ` each, no control characters, no soft hyphens.
pub fn clean_pasted(text: &str) -> String {
    let without_word;
    let text = if is_from_word(text) {
        without_word = strip_word(text);
        &without_word
    } else {
        text
    };
    let mut lines: Vec<String> = Vec::new();
    let broken: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}'))
        .map(|c| match c {
            // Word's own line break, and Unicode's.
            '\r' | '\u{B}' | '\u{85}' | '\u{2028}' => '\n',
            c => c,
        })
        .flat_map(|c| {
            let paragraph = matches!(c, '\u{C}' | '\u{2029}');
            [if paragraph { '\n' } else { c }].into_iter().chain(paragraph.then_some('\n'))
        })
        .collect();
    for line in broken.split('\n') {
        lines.push(listed(clean_line(line)));
    }
    let body = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(body, |last| last + 1);
    let lines = &lines[body..end];
    let no_gap = lines.iter().all(|line| !line.is_empty());
    let paragraphs = no_gap && lines.iter().any(|line| line.chars().count() > LONG_LINE);
    let mut clean = String::with_capacity(text.len());
    let mut gap = false;
    let mut last: Option<&str> = None;
    for line in lines {
        if line.is_empty() {
            gap = true;
            continue;
        }
        if let Some(last) = last {
            let both_items = is_item(last) && is_item(line);
            clean.push_str(if gap || (paragraphs && !both_items) { "\n\n" } else { "\n" });
        }
        clean.push_str(line);
        (gap, last) = (false, Some(line.as_str()));
    }
    clean
}

fn is_item(line: &str) -> bool {
    line.starts_with("- ")
}

/// A bullet that a word processor drew is the dash that our lists have.
fn listed(line: String) -> String {
    let mut letters = line.chars();
    let bullet = matches!(letters.next(), Some('•' | '·' | '▪' | '●' | '◦' | '‣' | '\u{F0B7}' | '\u{F0A7}'));
    match (bullet, letters.as_str().strip_prefix(' ')) {
        (true, Some(rest)) => format!("- {rest}"),
        _ => line,
    }
}

fn is_from_word(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    WORD_MARKS.iter().any(|mark| small.contains(mark))
}

/// Without Word's comments, style sheets and tags; what is between tags stays.
fn strip_word(text: &str) -> String {
    let text = without(text, "<!--", "-->");
    let text = without(&text, "<style", "</style>");
    let text = without(&text, "/*", "*/");
    let text = without_rules(&text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tag = &rest[open..];
        match tag.find('>').map(|end| (&tag[1..end], &tag[end + 1..])) {
            Some((inside, after)) if !inside.contains('<') && is_known(inside) => {
                if BLOCKS.contains(&tag_name(inside).as_str()) {
                    out.push_str("\n\n");
                }
                rest = after;
            }
            _ => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    out.replace("&nbsp;", " ").replace("&#160;", " ")
}

fn tag_name(inside: &str) -> String {
    inside
        .trim_start_matches('/')
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == ':')
        .collect::<String>()
        .to_ascii_lowercase()
}

fn is_known(inside: &str) -> bool {
    let name = tag_name(inside);
    let of_word = ["o:", "w:", "v:", "m:", "st1:"].iter().any(|prefix| name.starts_with(prefix));
    of_word || TAGS.contains(&name.as_str()) || inside.starts_with("![")
}

/// Without what stands between two marks, marks included; an open one without its end stays.
fn without(text: &str, from: &str, to: &str) -> String {
    let small = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(start) = small[at..].find(from).map(|found| at + found) {
        let Some(end) = small[start + from.len()..].find(to).map(|found| start + from.len() + found) else {
            break;
        };
        out.push_str(&text[at..start]);
        at = end + to.len();
    }
    out.push_str(&text[at..]);
    out
}

/// Without style rules that came along as text: `p.MsoNormal {mso-style-parent:""; …}`.
fn without_rules(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|found| open + found) else { break };
        let rule = rest[open..close].to_ascii_lowercase();
        if rule.contains("mso-") {
            // The selector is what stands on the same line before the brace.
            let line = rest[..open].rfind('\n').map_or(0, |found| found + 1);
            let selector = rest[line..open].trim_end();
            let before = selector.char_indices().rfind(|(_, c)| c.is_whitespace() || *c == '}');
            let keeps = before.map_or(0, |(found, c)| found + c.len_utf8());
            let is_selector = selector[keeps..].contains(['.', '@', '#']);
            out.push_str(&rest[..if is_selector { line + keeps } else { open }]);
        } else {
            out.push_str(&rest[..=close]);
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    #[test]
    fn a_page_of_word_becomes_paragraphs() {
        let pasted = "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->\
            <style>p.MsoNormal {mso-style-parent:\"\";}</style>\
            <p class=MsoNormal style='mso-margin-top-alt:auto'>Dear Council,<o:p></o:p></p>\r\n\
            <p class=MsoNormal>I teach on Blue\u{A0}Hill Ave, and I\u{2019}m \u{201C}not\u{201D} a\tdata\u{AD}base.<o:p>&nbsp;</o:p></p>";
        assert_eq!(
            clean_pasted(pasted),
            "Dear Council,\n\nI teach on Blue Hill Ave, and I’m “not” a database."
        );
    }

    #[test]
    fn style_rules_that_came_as_text_go_and_the_letter_stays() {
        let pasted = "/* Style Definitions */ table.MsoNormalTable {mso-style-name:\"Table Normal\"; \
            mso-para-margin:0in;}\nDear Council,\nI {really} mean it.";
        assert_eq!(clean_pasted(pasted), "Dear Council,\nI {really} mean it.");
    }

    #[test]
    fn a_rule_may_stand_after_any_kind_of_space() {
        assert_eq!(clean_pasted("\u{2000}!{mso-}"), "!");
        assert_eq!(
            clean_pasted("Dear Council,\u{2003}p.MsoNormal {mso-style-parent:\"\";}"),
            "Dear Council,"
        );
    }

    #[test]
    fn vertical_tabs_are_line_breaks_and_bullets_are_lists() {
        assert_eq!(
            clean_pasted("One\u{B}Two\n\n•\tfirst\n·  second\n\u{F0B7}\tthird"),
            "One\nTwo\n\n- first\n- second\n- third"
        );
    }

    #[test]
    fn long_lines_without_a_gap_are_paragraphs() {
        let long = "word ".repeat(30);
        let clean = clean_pasted(&format!("{long}\n{long}\n• a\n• b\n"));
        assert_eq!(clean.matches("\n\n").count(), 2, "{clean}");
        assert!(clean.ends_with("- a\n- b"), "{clean}");
        assert_eq!(clean_pasted("Ana\n12 verses\nof a poem"), "Ana\n12 verses\nof a poem");
    }

    #[test]
    fn tags_that_nobody_pasted_from_word_are_letters() {
        assert_eq!(clean_pasted("I <b>mean</b> 3 < 4 & <p>"), "I <b>mean</b> 3 < 4 & <p>");
        assert_eq!(clean_pasted("3 < 4 <o:p></o:p> and <blink>x</blink>"), "3 < 4 and <blink>x</blink>");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "[\\PC\n\r\u{B}\u{AD}\u{A0}<>{}]{0,200}") {
            prop_assume!(!is_from_word(&text));
            let letters = |text: &str| text.nfc().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&clean_pasted(&text)), letters(&text));
        }

        #[test]
        fn cleaning_never_fails(text in "\\PC{0,40}(<o:p|mso-|<!--|-->|\\{|\\}|<p |>|</style>|<style|/\\*){0,6}\\PC{0,40}") {
            let _ = clean_pasted(&text);
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in "[a-zé •\n\u{B}-]{0,200}") {
            prop_assert_eq!(clean_pasted(&clean_pasted(&text)), clean_pasted(&text));
        }
    }
}
