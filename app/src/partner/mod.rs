//! Joint hosts, partners, and the form on other sites.
//! It tells a partner numbers, and of people those alone who agreed to hear from it.

mod desk;
pub mod embed;
mod hosts;
mod joining;
mod model;
mod page;

pub use desk::{head as desk_head, page as desk};
pub use hosts::{head as hosts_head, page as hosts};
pub use joining::{gone, gone_head, head as joining_head, page as joining};
pub use model::*;
pub use page::{field, frame, page};
