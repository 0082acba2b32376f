//! The pages before the desk: logging in, setting up the first account, joining a team.
//! They tell nobody whether an address has an account, and put no password back into a field.

mod frame;
mod invitation;
mod login;
mod model;
mod setup;

pub use frame::gone;
pub use invitation::page as invitation;
pub use login::page as login;
pub use model::*;
pub use setup::page as setup;
