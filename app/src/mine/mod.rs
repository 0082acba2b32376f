//! One's own page, reached from any mail without an account: see, change, withdraw, erase.
//! It asks for no password and tells nothing of anybody else.

pub mod model;
mod page;

pub use page::{frame, page};
