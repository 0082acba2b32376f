//! The map of tiles: one square a place, roughly where the place lies, or in the order of the alphabet.

use std::collections::HashMap;

use super::{PlaceDraft, Tile};

/// The tiles of the places given, in their order, beginning at the first column and row that is used.
///
/// A place without a tile, and a second one on the same tile, comes in rows of its own beneath the others. Where no
/// place has one, all stand in the order given, in rows about twice as many across as down.
pub fn lay_out_tiles<'a>(places: impl IntoIterator<Item = &'a PlaceDraft>) -> Vec<Tile> {
    let places: Vec<_> = places.into_iter().collect();
    let mut taken: HashMap<Tile, usize> = HashMap::new();
    for (at, place) in places.iter().enumerate() {
        if let Some(tile) = place.tile {
            taken.entry(tile).or_insert(at);
        }
    }
    let given = |of: fn(&Tile) -> u8| taken.keys().map(of).min().zip(taken.keys().map(of).max());
    let ((left, right), (top, bottom)) = match (given(|tile| tile.column), given(|tile| tile.row)) {
        (Some(columns), Some(rows)) => (columns, rows),
        _ => ((0, 0), (0, 0)),
    };
    let square = (1_u8..52).find(|across| usize::from(*across).pow(2) >= places.len() * 2).unwrap_or(52);
    let across = if taken.is_empty() { square } else { (right - left + 1).max(8) };
    // An empty row stands between those on the map and those beside it.
    let beneath = if taken.is_empty() { 0 } else { bottom - top + 2 };
    let mut rest = 0_usize;
    places
        .iter()
        .enumerate()
        .map(|(at, place)| match place.tile.filter(|tile| taken.get(tile) == Some(&at)) {
            Some(tile) => Tile { column: tile.column - left, row: tile.row - top },
            None => {
                let (row, column) = (rest / usize::from(across), rest % usize::from(across));
                rest += 1;
                let row = beneath.saturating_add(u8::try_from(row).unwrap_or(u8::MAX));
                Tile { column: u8::try_from(column).unwrap_or_default(), row }
            }
        })
        .collect()
}

/// A name short enough for a tile: `Salem`, `Barns`, `N And`.
pub fn short_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.chars().take(5).collect(),
        [first, .., last] => {
            first.chars().take(1).chain(std::iter::once(' ')).chain(last.chars().take(3)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::PlaceStatusCode;

    fn places(tiles: &[Option<&str>]) -> Vec<PlaceDraft> {
        tiles
            .iter()
            .map(|tile| PlaceDraft {
                name: "x".into(),
                status: PlaceStatusCode::parse("x").unwrap(),
                day: None,
                source: String::new(),
                note: String::new(),
                tile: tile.map(|tile| Tile::parse(tile).unwrap()),
            })
            .collect()
    }

    fn laid(tiles: &[Option<&str>]) -> Vec<String> {
        lay_out_tiles(&places(tiles)).iter().map(Tile::to_string).collect()
    }

    #[test]
    fn a_map_begins_at_its_first_tile_and_what_has_none_stands_beneath() {
        assert_eq!(laid(&[Some("C4"), Some("D5"), None, Some("C4"), None]), ["A1", "B2", "A4", "B4", "C4"]);
        assert_eq!(laid(&[None, None, None]), ["A1", "B1", "C1"]);
        assert_eq!(laid(&[None; 9])[8], "D2");
        assert!(laid(&[]).is_empty());
    }

    #[test]
    fn a_short_name_still_says_which_place() {
        let short = ["Barnstable", "Hull", "North Andover", "MA State Police", ""].map(short_name);
        assert_eq!(short, ["Barns", "Hull", "N And", "M Pol", ""]);
    }

    proptest! {
        #[test]
        fn no_two_places_share_a_tile(tiles in proptest::collection::vec(proptest::option::of((0_u8..52, 0_u8..99)), 0..120)) {
            let mut places = places(&vec![None; tiles.len()]);
            for (place, tile) in places.iter_mut().zip(&tiles) {
                place.tile = tile.map(|(column, row)| Tile { column, row });
            }
            let laid = lay_out_tiles(&places);
            prop_assert_eq!(laid.len(), laid.iter().collect::<HashSet<_>>().len());
        }
    }
}
