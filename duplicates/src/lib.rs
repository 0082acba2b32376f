//! Who signed twice: records of people in; pairs, clusters and the reasons for them out.
//! It refuses to guess: what is certain is removed by rule, what is likely is put before a reviewer, and it
//! knows no SQL, no web and no clock.
//!
//! [`find`] works on borrowed [`Record`]s, wherever they come from; [`people::read`] takes them from CSV and
//! [`report::write`] writes what was found as files. Every rule is a [`Rule`]; docs/formats.md lists them.

mod clusters;
mod find;
mod normalize;
pub mod people;
mod reason;
mod record;
pub mod report;
mod rules;

pub use clusters::Cluster;
pub use find::{Crowd, Findings, Household, Pair, Removal, find};
pub use reason::{Agreement, Part, Reason};
pub use record::Record;
pub use rules::{Rule, Tier, UnknownRule};

/// The version of the rules' code, as written into reports.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
