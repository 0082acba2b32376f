//! What is wrong with a file of people, in sentences that say where.
//! They name rows and columns, and never repeat what a cell holds.

use std::fmt;
use std::io;

use super::Field;

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The source failed.
    #[error("The file cannot be read: {0}.")]
    Unreadable(#[source] io::Error),
    /// There is no first row.
    #[error("The file is empty. Its first row must hold headings, such as name, email and zip.")]
    Empty,
    /// The headings are not UTF-8.
    #[error("The file is not in UTF-8. Save it again as 'CSV UTF-8'.")]
    NotUtf8,
    /// The headings stand in one cell.
    #[error("The columns are parted by {0}. Save the file again with commas between them.")]
    OtherSeparator(&'static str),
    /// Two columns claim one field.
    #[error("Two columns are headed '{heading}'. Rename one of them.")]
    SameHeading {
        /// The second of the two.
        heading: String,
    },
    /// The map names a column that is not there.
    #[error("No column is headed '{column}' (for {field}). The file has: {headings}.")]
    NoSuchColumn {
        /// The field to be read.
        field: Field,
        /// The heading the map names.
        column: String,
        /// The headings there are.
        headings: String,
    },
    /// The map names a field twice.
    #[error("The field {field} is mapped twice.")]
    MappedTwice {
        /// The field.
        field: Field,
    },
    /// No column tells people from each other.
    #[error(
        "No column holds a name, an e-mail address or a phone number. The file has: {headings}. \
         Say which column is which, for example name=Signer."
    )]
    NobodyNamed {
        /// The headings there are.
        headings: String,
    },
    /// Rows are wrong; all of them are listed.
    #[error("{0}")]
    Rows(RowErrors),
}

/// What is wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The row in the file; the headings are row 1.
    pub row: u64,
    /// The heading of the column; `None` where the row as a whole is wrong.
    pub column: Option<String>,
    /// What it is.
    pub problem: RowProblem,
}

/// What can be wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowProblem {
    /// More or fewer cells than headings.
    #[error("{found} cells where the headings are {expected}")]
    Cells {
        /// As many as there are headings.
        expected: usize,
        /// As many as there are.
        found: usize,
    },
    /// Bytes that are no UTF-8.
    #[error("not in UTF-8")]
    NotUtf8,
    /// No id in a file that has ids.
    #[error("no id")]
    NoId,
    /// An id that an earlier row has.
    #[error("the same id as in row {first_row}")]
    SameId {
        /// The earlier row.
        first_row: u64,
    },
    /// Not a time.
    #[error("no time in ISO 8601, such as 2017-10-13 or 2017-10-13T14:22:11Z")]
    NoTime,
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, "Row {}, column {column}: {}.", self.row, self.problem),
            None => write!(f, "Row {}: {}.", self.row, self.problem),
        }
    }
}

/// Every wrong row, in the order of the file; the first thousand one by one, the rest as a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowErrors {
    listed: Vec<RowError>,
    more: u64,
}

impl RowErrors {
    /// As many as are listed one by one: nobody reads more, and a file can have millions.
    pub const LISTED: usize = 1_000;

    /// Notes one.
    pub fn add(&mut self, row: u64, column: Option<&str>, problem: RowProblem) {
        if self.listed.len() < Self::LISTED {
            self.listed.push(RowError { row, column: column.map(str::to_owned), problem });
        } else {
            self.more += 1;
        }
    }

    /// Those listed one by one.
    pub fn iter(&self) -> impl Iterator<Item = &RowError> {
        self.listed.iter()
    }

    /// All of them.
    pub fn count(&self) -> u64 {
        self.listed.len() as u64 + self.more
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }
}

impl fmt::Display for RowErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nothing was read, because of:")?;
        self.listed.iter().try_for_each(|error| write!(f, "\n{error}"))?;
        if self.more > 0 {
            write!(f, "\nand {} more.", self.more)?;
        }
        Ok(())
    }
}
