//! The few parts of a page that go on working after it was sent; they alone are compiled to WASM.
//! No page needs them: each enhances what the server has already written, and none sends a form; a draft's text
//! alone is saved by one.
//!
//! Islands are given their sentences as props, so that the WASM carries no messages. They sit beside each
//! other, never inside one another and never around other markup: `boot.js` counts on that.

pub mod ask;
mod draft;
mod fill_in;
mod live_count;
mod preview;
mod progress;
mod sign_checks;

pub use draft::{DraftDesk, DraftSaved, DraftWords};
pub use fill_in::FillIn;
pub use live_count::{Counted, LiveCount};
pub use preview::Preview;
pub use progress::Progress;
pub use sign_checks::{CheckWords, SignChecks};
