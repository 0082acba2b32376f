//! The organizer's desk: campaigns, their numbers, what is held or left out, and the team.
//! It offers nothing the member's role may not do, and decides nothing: the server asks the role again.

pub mod account;
mod chart;
pub mod comments;
pub mod dashboard;
pub mod editor;
pub mod exclusions;
mod frame;
pub mod held;
pub mod home;
mod likely;
pub mod members;
pub mod model;
mod numbers;
pub mod organization;
pub mod places;
pub mod speakers;
mod steps;
pub mod templates;
pub mod testimonies;

pub use frame::{campaign_frame, campaign_head, frame, head, preview};
pub use model::*;
pub(crate) use numbers::{equation, sum};
