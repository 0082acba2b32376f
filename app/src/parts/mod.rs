//! What several pages are made of: fields, the error summary, the tally, the ledger, a notice.
//! It knows no feature and no form; a part is given everything it shows.

mod field;
mod ledger;
mod mailbox;
mod notice;
mod picture;
mod share;
mod summary;
mod tally;
mod typed;

pub(crate) use field::typed_text;
pub use field::{Choice, Choices, SelectField, TextArea, TextField, TickBox, Width};
pub use ledger::{Ledger, Row};
pub use mailbox::sent_frame;
pub(crate) use mailbox::{AfterForm, look_in_mailbox};
pub use notice::{Notice, Tone};
pub use picture::{PictureField, PictureNames, PictureView};
pub use share::Share;
pub use summary::ErrorSummary;
pub(crate) use summary::summary;
pub use tally::{Mark, OwnStroke, Tally};
pub use typed::Typed;
