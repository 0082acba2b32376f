//! Calling and writing to the members of a body: the neighbor's page, the map of districts, and the desk's page.
//! It sends nothing: a message opens in the neighbor's own mail program, a call is made on their own telephone.

pub mod desk;
pub mod map;
pub mod model;
pub mod page;

pub use model::*;
