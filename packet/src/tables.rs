//! The tables of a packet, as CSV and as a workbook: one row per record, values as they were given.
//! No cell opens as a formula, and no column has an e-mail address or a street.

mod csv;
mod xlsx;

pub use self::csv::guarded;
pub(crate) use self::csv::{exclusions_csv, signatures_csv, testimonies_csv};
pub(crate) use self::xlsx::signatures_xlsx;

/// The columns of signatures.csv and of the workbook's first sheet, in order.
pub const SIGNATURE_COLUMNS: [&str; 9] =
    ["number", "name", "visibility", "residency", "city", "zip", "day", "version", "comment"];
/// The columns of exclusions.csv, in order.
pub const EXCLUSION_COLUMNS: [&str; 6] = ["id", "rule", "survivor", "reason", "reviewer", "undone"];
/// The columns of testimonies.csv, in order.
pub const TESTIMONY_COLUMNS: [&str; 18] = [
    "number",
    "name",
    "title",
    "organization",
    "authority",
    "residency",
    "zip",
    "day",
    "stance",
    "dockets",
    "language",
    "speaking",
    "speaker",
    "same_as",
    "own_percent",
    "words",
    "file",
    "text",
];
