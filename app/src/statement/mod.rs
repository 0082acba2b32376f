//! Statements: set quotations on a campaign's page, the page for the press, and the desk where they are written down.
//! It changes no word of what somebody said.

pub mod desk;
mod model;
pub mod press;
mod public;

pub use model::{PressView, StatementEditor, StatementRow, StatementView, StatementsView};
pub use public::{plain, quotation, section};
