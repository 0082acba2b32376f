//! What every request passes: the state, the frame of a page, the policy headers, refusals.
//! It knows no feature; those are in `forms`.

pub mod cache;
pub mod client;
pub mod form;
pub mod headers;
pub mod refusal;
pub mod state;

pub use refusal::Refusal;
pub use state::{App, Prefix};
