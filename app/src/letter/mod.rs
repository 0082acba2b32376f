//! Letters: the page where one is read and co-signed, the signatory's own page, and the desk that writes it.
//! It prints nobody who has not said yes, and changes no word of a text.

mod circulation;
mod confirm;
mod editor;
mod form;
mod list;
pub mod model;
mod own;
mod page;

pub use circulation::{circulation, circulation_head};
pub use confirm::{confirm, confirm_frame, sent};
pub use editor::{editor, editor_head};
pub use form::{LONGEST_NOTE, LONGEST_REASON, LONGEST_RECIPIENTS, LONGEST_TEXT, LONGEST_TITLE};
pub use list::{letters, letters_head};
pub use own::{own, own_frame};
pub use page::{count_line as totals, frame, page};
