//! Records of people, read from CSV: our own columns, and those that Action Network and EFF export.
//! It refuses a file as a whole, with every error by row and column, sooner than to read a part of it.
//!
//! Texts stay as typed; whether a name or an address can be stored is for the domain's types to say.

mod errors;
mod headings;
mod time;

use std::collections::HashMap;
use std::io::Read;

use jiff::Timestamp;

pub use errors::{ReadError, RowError, RowErrors, RowProblem};
pub use headings::{Field, InvalidMapping, Mapping, UnknownField};

use crate::Record;

/// One person, as typed; an empty text was not given.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of docs/formats.md under their own names")]
pub struct Person {
    /// The row in the file; the headings are row 1, as in a spreadsheet.
    pub row: u64,
    /// The file's own id; where it has no such column, the number of the row.
    pub id: String,
    /// The whole name: from one column, or else given name and family name with a space between.
    pub name: String,
    pub suffix: String,
    pub email: String,
    pub phone: String,
    pub street: String,
    pub unit: String,
    pub city: String,
    pub state: String,
    pub zip: String,
    pub country: String,
    pub residency: String,
    pub visibility: String,
    pub comment: String,
    pub source: String,
    /// A time without an offset is read as UTC.
    pub signed_at: Option<Timestamp>,
}

impl Person {
    /// The person as [`crate::find`] compares them.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            name: &self.name,
            suffix: &self.suffix,
            email: &self.email,
            phone: &self.phone,
            street: &self.street,
            unit: &self.unit,
            city: &self.city,
            state: &self.state,
            zip: &self.zip,
            country: &self.country,
            signed_at: self.signed_at,
        }
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("row", &self.row).field("id", &self.id).finish_non_exhaustive()
    }
}

/// A file of people, read whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Everybody, in the order of the file.
    pub people: Vec<Person>,
    /// The heading each field was read from, as it stands in the file.
    pub headings: Vec<(Field, String)>,
    /// The headings of columns that were not read.
    pub ignored: Vec<String>,
}

impl Sheet {
    /// The heading a field was read from, to name it in an error.
    pub fn heading(&self, field: Field) -> Option<&str> {
        self.headings.iter().find(|(known, _)| *known == field).map(|(_, heading)| heading.as_str())
    }
}

/// Reads people from CSV: UTF-8 (with or without a byte order mark), RFC 4180, headings in the first row,
/// columns in any order. `map` goes before the headings that are recognized. Rows without any text are left
/// out.
///
/// Errors: [`ReadError::Rows`] with everything that is wrong in rows; else what is wrong with the file or
/// its headings.
pub fn read(source: impl Read, map: &[Mapping]) -> Result<Sheet, ReadError> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(source);
    let mut cells = csv::ByteRecord::new();
    if !read_row(&mut reader, &mut cells)? {
        return Err(ReadError::Empty);
    }
    let columns = headings::Columns::read(&cells, map)?;
    let (mut people, mut errors) = (Vec::new(), RowErrors::default());
    let mut rows_of_ids: HashMap<String, u64> = HashMap::new();
    let mut row = 1;
    while read_row(&mut reader, &mut cells)? {
        row += 1;
        if cells.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let Some(person) = person(row, &cells, &columns, &mut errors) else { continue };
        match rows_of_ids.get(&person.id) {
            Some(&first_row) => {
                errors.add(row, columns.heading(Field::Id), RowProblem::SameId { first_row });
            }
            None => {
                rows_of_ids.insert(person.id.clone(), row);
                people.push(person);
            }
        }
    }
    if !errors.is_empty() {
        return Err(ReadError::Rows(errors));
    }
    let (headings, ignored) = columns.into_headings();
    Ok(Sheet { people, headings, ignored })
}

/// The next row, or `false` at the end. Nothing but reading itself can fail here: rows are flexible and
/// bytes are not yet text.
fn read_row<R: Read>(reader: &mut csv::Reader<R>, cells: &mut csv::ByteRecord) -> Result<bool, ReadError> {
    reader.read_byte_record(cells).map_err(|error| ReadError::Unreadable(error.into()))
}

fn person(
    row: u64,
    cells: &csv::ByteRecord,
    columns: &headings::Columns,
    errors: &mut RowErrors,
) -> Option<Person> {
    let before = errors.count();
    if cells.len() != columns.count() {
        errors.add(row, None, RowProblem::Cells { expected: columns.count(), found: cells.len() });
        return None;
    }
    let mut text = |field: Field| -> String {
        let Some(at) = columns.place(field) else { return String::new() };
        match std::str::from_utf8(&cells[at]) {
            Ok(text) => text.trim().to_owned(),
            Err(_) => {
                errors.add(row, columns.heading(field), RowProblem::NotUtf8);
                String::new()
            }
        }
    };
    let name = match text(Field::Name) {
        name if !name.is_empty() => name,
        _ => format!("{} {}", text(Field::GivenName), text(Field::FamilyName)).trim().to_owned(),
    };
    let signed = text(Field::SignedAt);
    let mut person = Person {
        row,
        id: text(Field::Id),
        name,
        suffix: text(Field::Suffix),
        email: text(Field::Email),
        phone: text(Field::Phone),
        street: text(Field::Street),
        unit: text(Field::Unit),
        city: text(Field::City),
        state: text(Field::State),
        zip: text(Field::Zip),
        country: text(Field::Country),
        residency: text(Field::Residency),
        visibility: text(Field::Visibility),
        comment: text(Field::Comment),
        source: text(Field::Source),
        signed_at: time::parse(&signed),
    };
    if person.signed_at.is_none() && !signed.is_empty() {
        errors.add(row, columns.heading(Field::SignedAt), RowProblem::NoTime);
    }
    if person.id.is_empty() {
        match columns.place(Field::Id) {
            Some(_) => errors.add(row, columns.heading(Field::Id), RowProblem::NoId),
            None => person.id = row.to_string(),
        }
    }
    (errors.count() == before).then_some(person)
}

#[cfg(test)]
mod tests;
