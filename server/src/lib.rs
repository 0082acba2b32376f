//! Redress's server: settings, command line, router, handlers, mail and workers.
//! It holds no SQL and no page; it puts together what the other crates do.

pub mod assets;
mod calendar;
pub mod commands;
mod demo;
mod duplicates;
mod forms;
mod jobs;
mod kit;
mod limits;
pub mod mail;
mod metrics;
mod models;
mod packets;
pub mod password;
mod pictures;
mod places;
pub mod ports;
mod router;
mod serving;
pub mod settings;
mod shelf;
mod web;

pub use serving::{Serving, StartRefused, open_store, start};
