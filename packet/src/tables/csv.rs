//! signatures.csv, testimonies.csv and exclusions.csv: UTF-8, a header row, RFC 4180.
//! They hold what was typed, but for an apostrophe before what a spreadsheet would take for a formula.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;

use ::csv::{Terminator, Writer, WriterBuilder};

use super::{EXCLUSION_COLUMNS, SIGNATURE_COLUMNS, TESTIMONY_COLUMNS};
use crate::document::Block;
use crate::snapshot::{ExclusionLine, Matter, SignatureLine};
use crate::testimony::{Entry, Form, speakers};

/// Writes signatures.csv: a row per signature, numbered from 1. A name that is not shown is an empty cell.
pub(crate) fn signatures_csv(lines: &[SignatureLine], out: impl Write) -> Result<(), ::csv::Error> {
    let mut table = writer(out);
    table.write_record(SIGNATURE_COLUMNS)?;
    for (number, line) in (1_u64..).zip(lines) {
        table.write_record([
            number.to_string().as_str(),
            &guarded(line.name.as_deref().unwrap_or_default()),
            line.visibility.as_str(),
            line.residency.as_str(),
            &guarded(&line.city),
            &guarded(&line.zip),
            &line.day.to_string(),
            &line.version.to_string(),
            &guarded(line.comment.as_deref().unwrap_or_default()),
        ])?;
    }
    Ok(table.flush()?)
}

/// Writes exclusions.csv. `survivor` is the number of the kept signature in signatures.csv, and empty where
/// it is not in this packet.
pub(crate) fn exclusions_csv(
    lines: &[ExclusionLine],
    signatures: &[SignatureLine],
    out: impl Write,
) -> Result<(), ::csv::Error> {
    let numbers: HashMap<&str, u64> = signatures.iter().map(|line| line.id.as_str()).zip(1..).collect();
    let mut table = writer(out);
    table.write_record(EXCLUSION_COLUMNS)?;
    for line in lines {
        let survivor = line.survivor.as_deref().and_then(|id| numbers.get(id));
        table.write_record([
            &*guarded(&line.id),
            &guarded(&line.rule),
            &survivor.map(u64::to_string).unwrap_or_default(),
            &guarded(&line.reason),
            &guarded(&line.reviewer),
            if line.undone { "yes" } else { "no" },
        ])?;
    }
    Ok(table.flush()?)
}

/// Writes testimonies.csv, in the order of the packet. `file` is the name of its files without their ending.
pub(crate) fn testimonies_csv(
    entries: &[Entry<'_>],
    matters: &[Matter],
    out: impl Write,
) -> Result<(), ::csv::Error> {
    let places: HashMap<u64, u64> = speakers(entries).iter().map(|entry| entry.number).zip(1..).collect();
    let mut table = writer(out);
    table.write_record(TESTIMONY_COLUMNS)?;
    for entry in entries {
        let line = entry.line;
        let dockets: Vec<&str> = line
            .matters
            .iter()
            .filter_map(|&matter| matters.get(matter))
            .map(|matter| if matter.docket.is_empty() { matter.title.as_str() } else { &matter.docket })
            .collect();
        let same_as = match entry.form {
            Form::Other { first } => first.to_string(),
            Form::Own | Form::First { .. } => String::new(),
        };
        let words = Block::plain(&Block::parse(&line.text)).split_whitespace().count();
        table.write_record([
            entry.number.to_string().as_str(),
            &guarded(line.name.as_deref().unwrap_or_default()),
            &guarded(&line.title),
            &guarded(&line.organization),
            &guarded(&line.authority),
            line.residency.as_str(),
            &guarded(&line.zip),
            &line.day.to_string(),
            line.stance.as_str(),
            &guarded(&dockets.join("; ")),
            &guarded(&line.language),
            line.speaking.as_str(),
            &places.get(&entry.number).map(u64::to_string).unwrap_or_default(),
            &same_as,
            &line.own_percent.to_string(),
            &words.to_string(),
            &entry.stem,
            &guarded(&line.text),
        ])?;
    }
    Ok(table.flush()?)
}

fn writer<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out)
}

/// A cell that no spreadsheet opens as a formula: an apostrophe goes before what would (OWASP's list, and the
/// full-width signs that some fold).
pub fn guarded(text: &str) -> Cow<'_, str> {
    let risky = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(risky) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_open_as_a_formula_gets_an_apostrophe() {
        for risky in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(guarded(risky), format!("'{risky}"));
        }
        for plain in ["", "Ana", "a=b", "'quoted'", "02121"] {
            assert_eq!(guarded(plain), plain);
        }
    }
}
