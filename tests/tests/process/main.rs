//! What needs processes of its own: the binary as an operator runs it, killed, crowded and cut off from its
//! database; and mail through a real SMTP server.

#![allow(clippy::unwrap_used)] // tests may

mod binary;
mod commands;
mod crash;
mod crowd;
mod districts;
mod elsewhere;
mod interrupt;
mod keep;
mod kit;
mod mail_server;
mod metrics;
mod outage;
mod packets;
mod people;
mod processes;
mod settings;
mod smtp;
