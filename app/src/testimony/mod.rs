//! Testimony: written under its own address, looked over as the clerk will get it, confirmed from a mailbox.
//! It corrects nobody's words; what could be better is said beside them.

mod confirm;
mod form;
mod letter;
pub mod model;
mod own;
mod shared;
mod write;

pub use confirm::{confirm, confirm_frame};
pub(crate) use letter::{of_language, pieces};
pub use own::{mine, mine_frame};
pub use shared::{ended, ended_frame, shared, shared_frame};
pub use write::{sent, write, write_frame};
