//! A list of places as rows of cells, with errors by row and column.

use std::collections::HashMap;

use super::{
    MOST_PLACES, MOST_STATUSES, PlaceDraft, PlaceStatus, PlaceStatusCode, RawPlace, Tone, find_status,
};
use crate::text::{clean_line, fold};
use crate::{Locale, named_enum};

named_enum! {
    /// A column of the file, by its heading, in order.
    PlaceColumn {
        /// The name.
        Place = "place",
        /// The status, by its code or what it is called.
        Status = "status",
        /// Since when.
        AsOf = "as_of",
        /// A note.
        Note = "note",
        /// Where it is written.
        Source = "source",
        /// The tile of the map.
        Tile = "tile",
    }
}

/// A row that was read, with its number as a spreadsheet shows it (the headings are row 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// From 2.
    pub row: u64,
    /// What it says.
    pub said: PlaceDraft,
}

/// Something wrong in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowError {
    /// As a spreadsheet counts; 1 is the headings.
    pub row: u64,
    /// The column; `None` is the row as a whole.
    pub column: Option<PlaceColumn>,
    /// The key of the message, `error-…`.
    pub message: &'static str,
}

/// A list that was read whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceSheet {
    /// Its rows, in order.
    pub rows: Vec<PlaceRow>,
    /// Statuses the list has and the campaign did not, where new ones were allowed.
    pub statuses: Vec<PlaceStatus>,
    /// Which columns it has: what a list says nothing of stays as it is.
    pub columns: Vec<PlaceColumn>,
    /// Headings that mean nothing here.
    pub ignored: Vec<String>,
}

impl PlaceColumn {
    /// By its heading, whatever its case; a space or a hyphen counts as `_`.
    pub fn of(heading: &str) -> Option<Self> {
        let heading =
            clean_line(heading.trim_start_matches('\u{FEFF}')).to_lowercase().replace([' ', '-'], "_");
        match heading.as_str() {
            "place" | "town" | "name" => Some(Self::Place),
            "as_of" | "since" | "day" | "date" => Some(Self::AsOf),
            other => other.parse().ok(),
        }
    }
}

/// A cell without the apostrophe that guards a spreadsheet from taking it for a formula.
fn unguarded(cell: &str) -> &str {
    let risky = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(risky)).unwrap_or(cell)
}

/// Reads headings and rows, each with its number, or gives everything that is wrong with them.
///
/// With `new_statuses`, a status that is not among those given becomes one, called as the list calls it in
/// `locale`; each takes the next tone.
pub fn read_rows(
    headings: &[String],
    rows: &[(u64, Vec<String>)],
    statuses: &[PlaceStatus],
    new_statuses: bool,
    locale: Locale,
) -> Result<PlaceSheet, Vec<RowError>> {
    let whole = |row, message| RowError { row, column: None, message };
    let (mut columns, mut ignored, mut wrong) = (HashMap::new(), Vec::new(), Vec::new());
    for (at, heading) in headings.iter().enumerate() {
        match PlaceColumn::of(heading) {
            Some(column) if columns.contains_key(&column) => {
                wrong.push(RowError { row: 1, column: Some(column), message: "error-places-heading-twice" });
            }
            Some(column) => drop(columns.insert(column, at)),
            None => ignored.push(clean_line(heading)),
        }
    }
    for column in [PlaceColumn::Place, PlaceColumn::Status] {
        if !columns.contains_key(&column) {
            wrong.push(RowError { row: 1, column: Some(column), message: "error-places-heading-missing" });
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut known = statuses.to_vec();
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut read = Vec::with_capacity(rows.len());
    for (row, cells) in rows {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if cells.len() != headings.len() {
            wrong.push(whole(*row, "error-places-cells"));
            continue;
        }
        let cell = |column| {
            let at = columns.get(&column).copied();
            at.and_then(|at| cells.get(at)).map_or("", |cell| unguarded(cell)).to_owned()
        };
        let raw = RawPlace {
            name: cell(PlaceColumn::Place),
            status: cell(PlaceColumn::Status),
            day: cell(PlaceColumn::AsOf),
            source: cell(PlaceColumn::Source),
            note: cell(PlaceColumn::Note),
            tile: cell(PlaceColumn::Tile),
        };
        if new_statuses
            && known.len() < MOST_STATUSES
            && find_status(&raw.status, &known).is_none()
            && let Ok(code) = PlaceStatusCode::parse(&raw.status)
        {
            let tone = Tone::ALL[known.len() % Tone::ALL.len()];
            let texts = [(locale, clean_line(&raw.status))].into();
            known.push(PlaceStatus { code, tone, texts });
        }
        match PlaceDraft::parse(&raw, &known) {
            Ok(said) => {
                let first = *seen.entry(fold(&said.name)).or_insert(*row);
                if first != *row {
                    let column = Some(PlaceColumn::Place);
                    wrong.push(RowError { row: *row, column, message: "error-places-twice" });
                }
                read.push(PlaceRow { row: *row, said });
            }
            Err(errors) => wrong.extend(errors.iter().map(|error| RowError {
                row: *row,
                column: error.field.parse().ok(),
                message: error.message,
            })),
        }
    }
    if read.len() > MOST_PLACES {
        wrong.push(whole(1, "error-places-many"));
    }
    if read.is_empty() && wrong.is_empty() {
        wrong.push(whole(1, "error-places-none"));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let columns = PlaceColumn::ALL.iter().copied().filter(|column| columns.contains_key(column)).collect();
    Ok(PlaceSheet { rows: read, statuses: known.split_off(statuses.len()), columns, ignored })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::super::tests::status;
    use super::*;

    fn cells(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    fn read(headings: &str, lines: &[&str], new: bool) -> Result<PlaceSheet, Vec<RowError>> {
        let rows: Vec<_> = (2..).zip(lines.iter().map(|line| cells(line))).collect();
        read_rows(
            &cells(headings),
            &rows,
            &[status("state-grant", "State grant", "Subvención")],
            new,
            Locale::En,
        )
    }

    #[test]
    fn what_is_wrong_is_said_by_row_and_column() {
        let lines =
            ["Lynn,state grant,2011", ",state grant,", "Salem,sold,soon", "", "LYNN,state grant,", "Hull,x"];
        let wrong = read("place,status,as_of", &lines, false).unwrap_err();
        let said: Vec<_> =
            wrong.iter().map(|w| (w.row, w.column.map(PlaceColumn::as_str), w.message)).collect();
        assert_eq!(
            said,
            [
                (3, Some("place"), "error-place-empty"),
                (4, Some("status"), "error-place-status-unknown"),
                (4, Some("as_of"), "error-place-day"),
                (6, Some("place"), "error-places-twice"),
                (7, None, "error-places-cells"),
            ]
        );
    }

    #[test]
    fn headings_come_in_any_order_and_case_and_two_must_be_there() {
        let sheet = read("\u{feff}Status,Mayor,TOWN,As of", &["state grant,X,Lynn,2011-10"], false).unwrap();
        assert_eq!(sheet.ignored, ["Mayor"]);
        assert_eq!(sheet.columns, [PlaceColumn::Place, PlaceColumn::Status, PlaceColumn::AsOf]);
        assert_eq!(sheet.rows[0].said.name, "Lynn");
        let wrong = read("town,date,day", &["a,b,c"], false).unwrap_err();
        let said: Vec<_> = wrong.iter().map(|w| (w.column.unwrap(), w.message)).collect();
        assert_eq!(
            said,
            [
                (PlaceColumn::AsOf, "error-places-heading-twice"),
                (PlaceColumn::Status, "error-places-heading-missing")
            ]
        );
        assert_eq!(read("place,status", &[], false).unwrap_err()[0].message, "error-places-none");
    }

    #[test]
    fn a_new_status_is_taken_where_that_was_asked_for() {
        let lines = ["Lynn,Bought its own", "Salem,bought its own", "Hull,State Grant"];
        assert!(read("place,status", &lines, false).is_err());
        let sheet = read("place,status", &lines, true).unwrap();
        assert_eq!(sheet.statuses.len(), 1);
        assert_eq!(
            (sheet.statuses[0].code.as_str(), sheet.statuses[0].tone),
            ("bought-its-own", Tone::Striped)
        );
        assert_eq!(sheet.statuses[0].text(Locale::Es), "Bought its own");
    }

    #[test]
    fn a_guard_against_formulas_is_taken_off_again() {
        let sheet =
            read("place,status,note", &["Lynn,state grant,'=1+1", "'Hull,state grant,'quoted'"], false)
                .unwrap();
        assert_eq!(sheet.rows[0].said.note, "=1+1");
        assert_eq!(
            (sheet.rows[1].said.name.as_str(), sheet.rows[1].said.note.as_str()),
            ("'Hull", "'quoted'")
        );
    }
}
