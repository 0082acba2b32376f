//! The tracker as anybody sees it: the table, the map of tiles, numbers by status, and the feed's sentences.
//! It tells no status by its color alone, and draws no place that the table does not have.

mod map;
pub mod model;
mod page;
mod table;

pub use map::{Patterns, Swatch};
pub use page::{frame, page};
