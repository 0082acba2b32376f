//! Updates to those who asked for news: the desk where they are written, and the page that stops them.

pub mod desk;
mod leave;
mod model;

pub use leave::{leave, leave_head};
pub use model::{LeaveView, NewsDeskView, NewsRow};
