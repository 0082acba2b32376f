//! The rows as they are in the database. They leave this crate never: features give records of their own.

pub mod account;
pub mod audit_event;
pub mod body;
pub mod campaign;
pub mod campaign_host;
pub mod campaign_text;
#[allow(dead_code)] // until its feature is there
pub mod contact_script;
#[allow(dead_code)] // until its feature is there
pub mod contact_tally;
#[allow(dead_code)] // until its feature is there
pub mod district_shape;
#[allow(dead_code)] // until its feature is there
pub mod district_zip;
pub mod exclusion;
#[allow(dead_code)] // until its feature is there
pub mod hearing;
#[allow(dead_code)] // until its feature is there
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
#[allow(dead_code)] // until its feature is there
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
#[allow(dead_code)] // until its feature is there
pub mod yearly_date;
