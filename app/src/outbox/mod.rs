//! Mail that is kept in a folder because no mail server is set: a reader for trying things out.
//! It is for the machine itself; the server shows it to nobody who comes from elsewhere.

mod list;
mod message;
mod model;

pub use list::page as list;
pub use message::page as message;
pub use model::*;
