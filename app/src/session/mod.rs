//! The pages before the desk: logging in, setting up the first account, joining a team.
//! They tell nobody whether an address has an account, and put no password back into a field.

mod frame;
mod invitation;
mod login;
pub mod model;
mod setup;

pub use frame::{gone, gone_head};
pub use invitation::{head as invitation_head, page as invitation};
pub use login::{head as login_head, page as login};
pub use model::*;
pub use setup::{head as setup_head, page as setup};
