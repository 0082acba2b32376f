//! Signing a petition: the form, the mailbox page, the button that counts, the thanks.
//! Nothing here tells whether an address is known, and nothing is preset.

mod confirm;
pub(crate) mod form;
pub mod model;
mod page;
mod sent;

pub use confirm::{confirm, confirm_frame};
pub use page::{frame, page};
pub use sent::sent;
