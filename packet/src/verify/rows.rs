//! Counts the records of a packet's tables from their bytes.
//! It takes no number from the tables themselves: it counts rows.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::tables::{EXCLUSION_COLUMNS, TESTIMONY_COLUMNS};
use crate::testimony::StanceTally;

/// The bytes are no table.
pub(super) struct Unreadable;

/// What the rows of a file say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Found {
    /// How many records it has, where it is a table.
    pub(super) rows: Option<u64>,
    /// How many distinct records are left out, where it is exclusions.csv.
    pub(super) excluded: Option<u64>,
    /// How many stand where, where it is testimonies.csv.
    pub(super) stances: Option<StanceTally>,
}

/// Counts a file's records. PDFs are not counted: their pages were set from the same rows, and their hash holds.
pub(super) fn count(path: &str, bytes: &[u8]) -> Result<Found, Unreadable> {
    let mut found = Found::default();
    match path {
        "exclusions.csv" => {
            let (rows, excluded) = exclusions(bytes).map_err(|_| Unreadable)?;
            (found.rows, found.excluded) = (Some(rows), Some(excluded));
        }
        "testimonies.csv" => {
            let (rows, stances) = testimonies(bytes)?;
            (found.rows, found.stances) = (Some(rows), Some(stances));
        }
        "signatures.xlsx" => found.rows = Some(workbook(bytes)?),
        _ if path.ends_with(".csv") => {
            let mut rows = 0;
            for record in ::csv::Reader::from_reader(bytes).byte_records() {
                record.map_err(|_| Unreadable)?;
                rows += 1;
            }
            found.rows = Some(rows);
        }
        _ => {}
    }
    Ok(found)
}

fn testimonies(bytes: &[u8]) -> Result<(u64, StanceTally), Unreadable> {
    let column = TESTIMONY_COLUMNS.iter().position(|name| *name == "stance").ok_or(Unreadable)?;
    let (mut rows, mut stances) = (0, StanceTally::default());
    for record in ::csv::Reader::from_reader(bytes).into_records() {
        let record = record.map_err(|_| Unreadable)?;
        rows += 1;
        stances.add(record.get(column).and_then(|stance| stance.parse().ok()).ok_or(Unreadable)?);
    }
    Ok((rows, stances))
}

fn exclusions(bytes: &[u8]) -> Result<(u64, u64), ::csv::Error> {
    let undone = EXCLUSION_COLUMNS.len() - 1;
    let (mut rows, mut excluded) = (0, HashSet::new());
    for record in ::csv::Reader::from_reader(bytes).into_records() {
        let record = record?;
        rows += 1;
        if record.get(undone) == Some("no") {
            excluded.insert(record.get(0).unwrap_or_default().to_owned());
        }
    }
    Ok((rows, excluded.len() as u64))
}

/// The rows of the first sheet but its head. Read in pieces, so that a sheet blown up to fill the memory
/// costs time and no room.
fn workbook(bytes: &[u8]) -> Result<u64, Unreadable> {
    const ROW: &[u8] = b"<row ";
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable)?;
    let mut sheet = archive.by_name("xl/worksheets/sheet1.xml").map_err(|_| Unreadable)?;
    let mut window = vec![0; 64 * 1024];
    let (mut kept, mut rows) = (0, 0_u64);
    loop {
        let read = sheet.read(&mut window[kept..]).map_err(|_| Unreadable)?;
        if read == 0 {
            return Ok(rows.saturating_sub(1));
        }
        let filled = kept + read;
        rows += window[..filled].windows(ROW.len()).filter(|part| *part == ROW).count() as u64;
        // A mark may lie across two reads; what is kept is too short to hold one that was counted.
        kept = filled.min(ROW.len() - 1);
        window.copy_within(filled - kept..filled, 0);
    }
}
