//! The packet's page at the desk: what to know before building, the building, and every packet so far.
//! It builds nothing; the packet itself is made from a snapshot elsewhere.

pub mod model;
mod page;

pub use model::*;
pub use page::{head, page};
