//! The rows as they are in the database. They leave this crate never: features give records of their own.

pub mod account;
pub mod audit_event;
pub mod body;
pub mod campaign;
pub mod campaign_body;
pub mod campaign_host;
pub mod campaign_text;
pub mod contact_script;
pub mod contact_tally;
pub mod district_shape;
pub mod district_zip;
pub mod exclusion;
pub mod hearing;
pub mod hearing_matter;
pub mod invitation;
pub mod job;
pub mod matter;
pub mod member;
pub mod organization;
pub mod outbox;
pub mod packet;
pub mod petition_version;
pub mod place;
pub mod place_change;
pub mod place_status;
pub mod seat;
pub mod session;
pub mod signature;
#[allow(dead_code)] // until its feature is there
pub mod suggestion;
pub mod tally;
#[allow(dead_code)] // until its feature is there
pub mod template;
#[allow(dead_code)] // until its feature is there
pub mod testimony;
#[allow(dead_code)] // until its feature is there
pub mod testimony_matter;
#[allow(dead_code)] // until its feature is there
pub mod testimony_version;
pub mod timeline_entry;
pub mod yearly_date;
