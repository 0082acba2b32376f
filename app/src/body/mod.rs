//! Bodies that receive: the desk's list, and the form for one with its seats.
//! It holds public record alone: no office holder's private number, and no neighbor.

pub mod editor;
pub mod list;
pub mod model;

pub use model::*;
