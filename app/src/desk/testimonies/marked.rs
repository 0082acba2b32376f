//! A text cut where something begins or ends that is shown in it: what is its template's, what looks like a
//! personal detail. The pieces joined are the text, letter for letter.

use std::ops::Range;

use redress_domain::{Flag, Flagged};

/// A piece of a text.
#[derive(Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it is the template's.
    pub of_template: bool,
    /// What it looks like.
    pub flag: Option<Flag>,
}

/// Cuts a text. Ranges that are not on its letter boundaries are passed over.
pub fn pieces(text: &str, template_parts: &[Range<usize>], flags: &[Flagged]) -> Vec<Piece> {
    let fits = |range: &Range<usize>| text.get(range.clone()).is_some();
    let parts: Vec<_> = template_parts.iter().filter(|range| fits(range)).collect();
    let flags: Vec<_> = flags.iter().filter(|flagged| fits(&flagged.range)).collect();
    let mut cuts: Vec<usize> = parts
        .iter()
        .map(|range| (*range).clone())
        .chain(flags.iter().map(|flagged| flagged.range.clone()))
        .flat_map(|range| [range.start, range.end])
        .chain([0, text.len()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    // Both lists are in order and apart: one look at each.
    let (mut part, mut flag) = (0, 0);
    cuts.windows(2)
        .map(|cut| {
            while parts.get(part).is_some_and(|range| range.end <= cut[0]) {
                part += 1;
            }
            while flags.get(flag).is_some_and(|flagged| flagged.range.end <= cut[0]) {
                flag += 1;
            }
            Piece {
                text: text[cut[0]..cut[1]].to_owned(),
                of_template: parts.get(part).is_some_and(|range| range.start <= cut[0]),
                flag: flags.get(flag).filter(|flagged| flagged.range.start <= cut[0]).map(|found| found.flag),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use redress_domain::{flags, own_words};

    use super::*;

    #[test]
    fn the_pieces_joined_are_the_text() {
        let template = "I ask the council to pass the ordinance at once.";
        let text = "Ünï, 617-555-0123. I ask the council to pass the ordinance at 24 Beacon Street, ¡ya!";
        let pieces = pieces(text, &own_words(text, [template]).template_parts, &flags(text));
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        let of = |wanted: &dyn Fn(&Piece) -> bool| -> Vec<&str> {
            pieces.iter().filter(|piece| wanted(piece)).map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!(of(&|piece| piece.flag == Some(Flag::Phone)), ["617-555-0123"]);
        assert_eq!(of(&|piece| piece.flag == Some(Flag::Street)), ["24 Beacon Street"]);
        assert_eq!(of(&|piece| piece.of_template), ["I ask the council to pass the ordinance at"]);
    }

    #[test]
    fn an_empty_text_and_wrong_ranges_are_no_trouble() {
        assert!(pieces("", &[], &[]).is_empty());
        let wrong = [Range { start: 1, end: 99 }, Range { start: 1, end: 2 }];
        assert_eq!(pieces("é", &wrong, &[]).len(), 1);
    }
}
