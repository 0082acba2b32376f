//! signatures.xlsx: the signatures on one sheet, the numbers that add up on a second.
//! It computes nothing in the workbook: every text is a string cell, so none can open as a formula.

use std::path::Path;

use jiff::Timestamp;
use redress_domain::Residency;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

use super::SIGNATURE_COLUMNS;
use crate::snapshot::{SignatureLine, Snapshot};
use crate::words::Wording;

/// Widths of the columns of the first sheet, in characters.
const WIDTHS: [f64; 9] = [8.0, 34.0, 11.0, 11.0, 22.0, 9.0, 12.0, 9.0, 60.0];

/// The workbook. Rows pass through an unnamed temporary file in `temp_dir`, so that memory stays constant.
pub(crate) fn signatures_xlsx(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    temp_dir: &Path,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_tempdir(temp_dir)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(snapshot.campaign.title.as_str())
            .set_author(snapshot.campaign.hosts.join(", "))
            .set_creation_datetime(&excel_time(snapshot.taken_at)?),
    );
    let head = Format::new().set_border_bottom(FormatBorder::Medium);

    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("Signatures")?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    for ((column, name), width) in (0..).zip(SIGNATURE_COLUMNS).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &head)?;
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (row, line) in (1..).zip(&snapshot.signatures) {
        signature(sheet, row, line, &day)?;
    }

    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("Totals")?.set_column_width(0, 48.0)?.set_column_width(1, 12.0)?;
    let rows = totals(snapshot, words);
    for (row, (label, count)) in (0..).zip(&rows) {
        sheet.write_string(row, 0, label)?;
        if let Some(count) = count {
            sheet.write_number(row, 1, *count as f64)?;
        }
    }
    book.save_to_buffer()
}

fn signature(sheet: &mut Worksheet, row: u32, line: &SignatureLine, day: &Format) -> Result<(), XlsxError> {
    sheet.write_number(row, 0, f64::from(row))?;
    let texts = [
        (1, line.name.as_deref().unwrap_or_default()),
        (2, line.visibility.as_str()),
        (3, line.residency.as_str()),
        (4, &line.city),
        (5, &line.zip),
    ];
    for (column, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        sheet.write_string(row, column, text)?;
    }
    let civil = line.day;
    match (u16::try_from(civil.year()), u8::try_from(civil.month()), u8::try_from(civil.day())) {
        (Ok(year), Ok(month), Ok(of_month)) => {
            sheet.write_datetime_with_format(row, 6, ExcelDateTime::from_ymd(year, month, of_month)?, day)?;
        }
        _ => {
            sheet.write_string(row, 6, civil.to_string())?;
        }
    }
    sheet.write_number(row, 7, line.version)?;
    if let Some(comment) = line.comment.as_deref().filter(|comment| !comment.is_empty()) {
        sheet.write_string(row, 8, comment)?;
    }
    Ok(())
}

/// The second sheet: the equation, then the signatures of this packet by tie to the place.
fn totals(snapshot: &Snapshot, words: &Wording<'_>) -> Vec<(String, Option<u64>)> {
    let tally = snapshot.tally;
    let term = |key, count| (words.counted(key, count), Some(count));
    let mut rows = vec![
        (snapshot.campaign.title.clone(), None),
        (words.moment(snapshot.taken_at), None),
        term("packet-received", tally.received),
        term("packet-confirmed", tally.confirmed),
        term("packet-pending", tally.pending),
        term("packet-expired", tally.expired),
        term("packet-withdrawn", tally.withdrawn),
        term("packet-excluded", tally.excluded),
        (words.text("packet-in-this-packet"), Some(snapshot.signatures.len() as u64)),
    ];
    rows.extend(Residency::ALL.iter().map(|&residency| {
        (words.text(&format!("packet-residency-{residency}")), Some(snapshot.residency.of(residency)))
    }));
    rows
}

/// UTC, by calendar fields: a workbook knows no time zone.
fn excel_time(at: Timestamp) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_timestamp(at.as_second())
}
