//! Mail that is kept in a folder because no mail server is set: a reader for trying things out.
//! It is for the machine itself; the server shows it to nobody who comes from elsewhere.

mod list;
mod message;
pub mod model;

pub use list::{head as list_head, page as list};
pub use message::{head as message_head, page as message};
pub use model::*;
