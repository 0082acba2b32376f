//! The parts of a template to fill in: a few words in braces, `{your neighborhood}`.
//! It fills nothing by guess: a part nobody filled stays in its braces, and is told.

use std::collections::HashSet;

/// The longest name of a part, in characters; longer ones are text.
const LONGEST: usize = 80;

/// The parts of a text, each once, in the order they come.
pub fn parts(text: &str) -> Vec<&str> {
    let (mut names, mut seen) = (Vec::new(), HashSet::new());
    for piece in pieces(text) {
        if let Piece::Part(name) = piece
            && seen.insert(name)
        {
            names.push(name);
        }
    }
    names
}

/// What stands between the parts, in order: what [`own_words`](crate::own_words) measures against.
pub fn fixed_parts(text: &str) -> Vec<&str> {
    let text_alone = |piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Part(_) => None,
    };
    pieces(text).into_iter().filter_map(text_alone).collect()
}

/// The text with its parts filled in; one for which there is nothing stays in its braces.
pub fn fill<'a>(text: &str, mut filling: impl FnMut(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Part(name) => match filling(name).map(str::trim).filter(|filling| !filling.is_empty()) {
                Some(filling) => out.push_str(filling),
                None => {
                    out.push('{');
                    out.push_str(name);
                    out.push('}');
                }
            },
        }
    }
    out
}

enum Piece<'a> {
    Text(&'a str),
    Part(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(open) = rest[from..].find('{').map(|found| from + found) {
        let inside = &rest[open + 1..];
        let end = inside.find(['{', '}', '\n']);
        match end {
            Some(end) if inside[end..].starts_with('}') && is_name(&inside[..end]) => {
                if open > 0 {
                    pieces.push(Piece::Text(&rest[..open]));
                }
                pieces.push(Piece::Part(&inside[..end]));
                (rest, from) = (&inside[end + 1..], 0);
            }
            _ => from = open + 1,
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= LONGEST && name.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parts_are_found_once_and_filled_everywhere() {
        let text = "I live in {your neighborhood}. In {your neighborhood} we {what you do}.";
        assert_eq!(parts(text), ["your neighborhood", "what you do"]);
        let filled = fill(text, |name| (name == "your neighborhood").then_some(" Grove Hall "));
        assert_eq!(filled, "I live in Grove Hall. In Grove Hall we {what you do}.");
    }

    #[test]
    fn what_stands_between_the_parts_is_the_templates() {
        assert_eq!(fixed_parts("I live in {your neighborhood}, and {why}"), ["I live in ", ", and "]);
        assert_eq!(fixed_parts("nothing {} at all"), ["nothing {} at all"]);
        assert_eq!(fixed_parts("{place} is mine, {name}"), [" is mine, "]);
        assert!(fixed_parts("{one}{two}").is_empty() && fixed_parts("").is_empty());
    }

    #[test]
    fn braces_that_are_no_part_are_text() {
        for text in ["{}", "{ }", "a { b", "a } b", "{a\nb}", "{12}", "{{", "}{"] {
            assert!(parts(text).is_empty(), "{text}");
            assert_eq!(fill(text, |_| Some("x")), text);
        }
        assert_eq!(parts("{{a}"), ["a"]);
    }

    proptest! {
        #[test]
        fn filling_with_nothing_changes_nothing(text in "[a{}\n é]{0,60}") {
            prop_assert_eq!(fill(&text, |_| None), text);
        }
    }
}
