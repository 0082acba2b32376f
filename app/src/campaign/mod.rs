//! The page of a campaign: story, petition, timeline, names, and the form beside them.
//! It shows what anybody may see and nothing else; whoever makes the view model has left out the rest.

#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod text;

#[cfg(feature = "ssr")]
pub(crate) use aside::{count, no_form, standing};
#[cfg(feature = "ssr")]
pub use page::{frame, page};
#[cfg(feature = "ssr")]
pub(crate) use text::{letter, timeline};
