//! The tracker of places: statuses, places with a day as exactly as it is known, tiles, and lists of places as rows.
//! It refuses to guess: a status nobody has named, a day that is none, a place named twice is an error by row and
//! column, and a list with one error changes nothing.

mod plan;
mod rows;
mod tiles;

use std::collections::BTreeMap;

use crate::text::{clean_line, clean_text, fold};
use crate::{FieldErrors, Locale, PlaceId, named_enum};

pub use plan::{PlaceDeed, PlacePlan, plan_places};
pub use rows::{PlaceColumn, PlaceRow, PlaceSheet, RowError, read_rows};
pub use tiles::{lay_out_tiles, short_name};

/// The most places a campaign keeps: every town of a large state.
pub const MOST_PLACES: usize = 2_000;
/// The most statuses: as many as a reader tells apart.
pub const MOST_STATUSES: usize = 12;
/// The longest name of a place or a status, in characters.
pub const LONGEST_PLACE: usize = 120;
/// The longest source or note, in characters.
pub const LONGEST_NOTE: usize = 500;

named_enum! {
    /// How a status is drawn on the map: each a pattern of its own, so that none is told by its color alone.
    Tone {
        /// Filled red: what the campaign is against.
        Filled = "filled",
        /// Red stripes: on its way there.
        Striped = "striped",
        /// Dots: not decided.
        Dotted = "dotted",
        /// Blue lattice: what the campaign asks for.
        Crossed = "crossed",
        /// An empty tile: nothing is known.
        Open = "open",
    }
}

/// A status's name in addresses and files: words of letters and digits, joined by hyphens (`state-grant`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct PlaceStatusCode(String);

/// A text that names no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a status has 1 to 60 letters and digits")]
pub struct InvalidStatus;

impl PlaceStatusCode {
    /// Takes `state-grant`, `State grant` and `state  GRANT` for the same.
    pub fn parse(text: &str) -> Result<Self, InvalidStatus> {
        let code = fold(text).replace(' ', "-");
        if code.is_empty() || code.chars().count() > 60 { Err(InvalidStatus) } else { Ok(Self(code)) }
    }

    /// `state-grant`
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As files have it: `state grant`.
    pub fn in_files(&self) -> String {
        self.0.replace('-', " ")
    }
}

impl std::fmt::Display for PlaceStatusCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A status places may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceStatus {
    /// Its name in addresses and files.
    pub code: PlaceStatusCode,
    /// How it is drawn.
    pub tone: Tone,
    /// What it is called, by language; never empty.
    pub texts: BTreeMap<Locale, String>,
}

impl PlaceStatus {
    /// What it is called in a language, or in the first it has.
    pub fn text(&self, locale: Locale) -> &str {
        self.texts
            .get(&locale)
            .or_else(|| self.texts.values().next())
            .map_or(self.code.as_str(), String::as_str)
    }
}

/// A letter for each status, in order: the first of its name that no earlier one has, else a digit.
pub fn status_letters(names: &[&str]) -> Vec<char> {
    let mut taken: Vec<char> = Vec::new();
    for name in names {
        let own = name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase);
        let letter = own.chain('1'..='9').chain('A'..='Z').find(|letter| !taken.contains(letter));
        taken.push(letter.unwrap_or('?'));
    }
    taken
}

/// A day as exactly as it is known: a year, a month of it, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KnownDay {
    /// 1900 to 2200.
    pub year: i16,
    /// 1 to 12.
    pub month: Option<i8>,
    /// A day of that month; only where the month is known.
    pub day: Option<i8>,
}

/// A text that is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day is written 2011-09-13, a month 2011-09, a year 2011")]
pub struct InvalidDay;

impl KnownDay {
    /// Takes `2011`, `2011-10` and `2011-10-31` (ISO 8601, reduced precision), and nothing else: `10/11/2011` is
    /// two days.
    pub fn parse(text: &str) -> Result<Self, InvalidDay> {
        let line = clean_line(text);
        let parts: Vec<&str> = line.split('-').collect();
        let number = |part: &str, digits: usize| {
            let legal = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if legal { part.parse::<i16>().map_err(|_| InvalidDay) } else { Err(InvalidDay) }
        };
        let small = |part: &str| number(part, 2).and_then(|n| i8::try_from(n).map_err(|_| InvalidDay));
        let year = number(parts.first().copied().unwrap_or_default(), 4)?;
        let month = parts.get(1).copied().map(small).transpose()?;
        let day = parts.get(2).copied().map(small).transpose()?;
        let first = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1));
        if parts.len() > 3 || first.is_err() || !(1900..=2200).contains(&year) {
            return Err(InvalidDay);
        }
        Ok(Self { year, month, day })
    }
}

impl std::fmt::Display for KnownDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for KnownDay {
    type Err = InvalidDay;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// A tile of the map, named like a cell of a sheet: `C4` is the third column of the fourth row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tile {
    /// From 0, at most 51.
    pub column: u8,
    /// From 0, at most 98.
    pub row: u8,
}

/// A text that names no tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a tile is a column and a row, such as C4")]
pub struct InvalidTile;

impl Tile {
    /// Takes `A1` to `AZ99`, in either case.
    pub fn parse(text: &str) -> Result<Self, InvalidTile> {
        let cell = clean_line(text).to_ascii_uppercase();
        let digits = cell.find(|c: char| c.is_ascii_digit()).ok_or(InvalidTile)?;
        let (column, row) = cell.split_at(digits);
        let column = match column.as_bytes() {
            [letter @ b'A'..=b'Z'] => letter - b'A',
            [b'A', letter @ b'A'..=b'Z'] => 26 + letter - b'A',
            _ => return Err(InvalidTile),
        };
        match row.parse::<u8>() {
            Ok(row @ 1..=99) if !cell.contains('+') => Ok(Self { column, row: row - 1 }),
            _ => Err(InvalidTile),
        }
    }
}

impl std::fmt::Display for Tile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.column >= 26 {
            f.write_str("A")?;
        }
        write!(f, "{}{}", char::from(b'A' + self.column % 26), self.row + 1)
    }
}

impl std::str::FromStr for Tile {
    type Err = InvalidTile;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// What is said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceDraft {
    /// A town, an agency.
    pub name: String,
    /// Its status.
    pub status: PlaceStatusCode,
    /// Since when, as exactly as known.
    pub day: Option<KnownDay>,
    /// Where that is written: a document, an address.
    pub source: String,
    /// A note of a sentence or two.
    pub note: String,
    /// Its tile on the map.
    pub tile: Option<Tile>,
}

/// A place of the tracker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub id: PlaceId,
    /// What is said of it.
    pub said: PlaceDraft,
}

/// A place as it was typed, field by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of a place")]
pub struct RawPlace {
    pub name: String,
    pub status: String,
    pub day: String,
    pub source: String,
    pub note: String,
    pub tile: String,
}

impl PlaceDraft {
    /// Reads what was typed, or gives everything wrong with it, under the fields `place`, `status`, `as_of`,
    /// `source`, `note` and `tile`.
    pub fn parse(raw: &RawPlace, statuses: &[PlaceStatus]) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = clean_line(&raw.name);
        if fold(&name).is_empty() {
            errors.add("place", "error-place-empty");
        } else if name.chars().count() > LONGEST_PLACE {
            errors.add("place", "error-place-long");
        }
        let status = find_status(&raw.status, statuses);
        if raw.status.trim().is_empty() {
            errors.add("status", "error-place-status-empty");
        } else if status.is_none() {
            errors.add("status", "error-place-status-unknown");
        }
        let day = optional(&raw.day, KnownDay::parse);
        let day = errors.check("as_of", day.map_err(|_| "error-place-day"));
        let (source, note) = (clean_line(&raw.source), clean_text(&raw.note));
        for (field, text) in [("source", &source), ("note", &note)] {
            if text.chars().count() > LONGEST_NOTE {
                errors.add(field, "error-place-text-long");
            }
        }
        let tile = optional(&raw.tile, Tile::parse);
        let tile = errors.check("tile", tile.map_err(|_| "error-place-tile"));
        match (status, day, tile) {
            (Some(status), Some(day), Some(tile)) if errors.is_empty() => {
                Ok(Self { name, status: status.code.clone(), day, source, note, tile })
            }
            _ => Err(errors),
        }
    }

    /// The key by which a place is the same place, however it is spelled.
    pub fn key(&self) -> String {
        fold(&self.name)
    }
}

/// A status by its code, or by what it is called in any language.
pub fn find_status<'a>(text: &str, statuses: &'a [PlaceStatus]) -> Option<&'a PlaceStatus> {
    let wanted = PlaceStatusCode::parse(text).ok()?;
    let called = |status: &&PlaceStatus| {
        status.texts.values().any(|text| PlaceStatusCode::parse(text).is_ok_and(|code| code == wanted))
    };
    statuses.iter().find(|status| status.code == wanted).or_else(|| statuses.iter().find(called))
}

fn optional<T, E>(text: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<Option<T>, E> {
    if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use proptest::prelude::*;

    use super::*;

    pub fn status(code: &str, en: &str, es: &str) -> PlaceStatus {
        PlaceStatus {
            code: PlaceStatusCode::parse(code).unwrap(),
            tone: Tone::Filled,
            texts: BTreeMap::from([(Locale::En, en.to_owned()), (Locale::Es, es.to_owned())]),
        }
    }

    #[test]
    fn a_day_is_as_exact_as_it_is_known() {
        for text in ["2011", "2011-10", "2011-09-13"] {
            assert_eq!(KnownDay::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["", "11", "10/2011", "2011-13", "2011-02-30", "2011-1-1", "2011-10-01-01", "Oct 2011", "1066"]
        {
            assert_eq!(KnownDay::parse(text), Err(InvalidDay), "{text}");
        }
        let order = |a: &str, b: &str| KnownDay::parse(a).unwrap() < KnownDay::parse(b).unwrap();
        assert!(order("2010-12", "2011") && order("2011", "2011-01") && order("2011-09-13", "2011-10"));
    }

    #[test]
    fn a_tile_is_named_like_a_cell() {
        assert_eq!(Tile::parse("c4").unwrap(), Tile { column: 2, row: 3 });
        assert_eq!(Tile::parse("AZ99").unwrap().to_string(), "AZ99");
        for text in ["", "4", "C", "C0", "C100", "BA1", "4C", "C-4", "C+4", "C4 D5", "Ç4"] {
            assert_eq!(Tile::parse(text), Err(InvalidTile), "{text}");
        }
    }

    #[test]
    fn a_status_is_found_by_its_code_and_by_its_names() {
        let statuses = [
            status("state-grant", "State grant", "Subvención estatal"),
            status("refused", "Refused", "Rechazado"),
        ];
        for text in ["state-grant", "state grant", "STATE GRANT", "subvencion estatal"] {
            assert_eq!(find_status(text, &statuses).unwrap().code.as_str(), "state-grant", "{text}");
        }
        assert_eq!(find_status("grant", &statuses), None);
        assert_eq!(find_status("", &statuses), None);
        assert_eq!(statuses[0].code.in_files(), "state grant");
    }

    #[test]
    fn no_two_statuses_share_a_letter() {
        assert_eq!(
            status_letters(&["State grant", "Stopped", "Bought its own", "ST", "停"]),
            ['S', 'T', 'B', '1', '停']
        );
    }

    #[test]
    fn everything_wrong_with_a_place_is_said_at_once() {
        let raw = RawPlace {
            name: " ".into(),
            status: "none".into(),
            day: "yesterday".into(),
            source: "x".repeat(LONGEST_NOTE + 1),
            note: String::new(),
            tile: "somewhere".into(),
        };
        let errors = PlaceDraft::parse(&raw, &[]).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        assert_eq!(fields, ["place", "status", "as_of", "source", "tile"]);
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_written_as_it_was(year in 1900_i16..=2200, month in 1_i8..=12, day in 1_i8..=28, tile in 0_u8..52, row in 0_u8..99) {
            for text in [format!("{year}"), format!("{year}-{month:02}"), format!("{year}-{month:02}-{day:02}")] {
                prop_assert_eq!(KnownDay::parse(&text).unwrap().to_string(), text);
            }
            let tile = Tile { column: tile, row };
            prop_assert_eq!(Tile::parse(&tile.to_string()).unwrap(), tile);
        }

        #[test]
        fn any_text_is_a_day_a_tile_a_status_or_refused(text in "\\PC{0,20}") {
            let _ = (KnownDay::parse(&text), Tile::parse(&text), PlaceStatusCode::parse(&text));
        }
    }
}
