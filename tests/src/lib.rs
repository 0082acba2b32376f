//! The harness of the HTTP tests: a server with a database, a data folder and a clock of its own.
//! Tests speak to it as a browser and a mailbox do, and never reach inside.

#![allow(clippy::unwrap_used)] // a test that cannot set itself up has failed

mod answer;
pub mod database;
pub mod html;
pub mod letters;
pub mod logs;
mod mailbox;
pub mod pictures;
mod server;
pub mod testimony;
pub mod writing;

pub use answer::Answer;
pub use mailbox::{Mail, link};
pub use server::{
    OWNER, PASSWORD, Server, Setup, campaign_fields, each_database, each_database_with, on_postgres,
    password_hash,
};
