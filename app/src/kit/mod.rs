//! The resource kit: texts to fill in and to take along.
//! It keeps nothing of what is filled in: the text is on the page it was asked for, and nowhere else.

pub mod model;
mod page;
pub mod text;

pub use page::{frame, list, list_frame, piece};
