//! The rows as they are in the database. They leave this crate never: features give records of their own.

pub mod account;
pub mod audit_event;
pub mod body;
pub mod campaign;
pub mod campaign_host;
pub mod campaign_text;
pub mod exclusion;
pub mod invitation;
pub mod job;
pub mod matter;
pub mod member;
pub mod organization;
pub mod outbox;
pub mod packet;
pub mod petition_version;
pub mod session;
pub mod signature;
pub mod tally;
pub mod timeline_entry;
