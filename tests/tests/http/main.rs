//! What people and their scripts can do, over HTTP and by mail, on SQLite and on Postgres.

#![allow(clippy::unwrap_used)] // tests may

mod comments;
mod duplicates;
mod organization;
mod organizer;
mod packet;
mod privacy;
mod recipient;
mod signing;
mod web;
