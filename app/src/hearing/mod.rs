//! Hearings: the desk's list and form, and what the campaign's page and calendars tell of them.
//! It shows times in the campaign's zone, always with the zone's name.

pub mod editor;
pub mod list;
pub mod model;
pub mod public;

pub use model::*;
