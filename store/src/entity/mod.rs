//! The rows as they are in the database. They leave this crate never: features give records of their own.

pub mod account;
pub mod audit_event;
pub mod ballot;
pub mod body;
pub mod campaign;
pub mod campaign_body;
pub mod campaign_host;
pub mod campaign_text;
#[allow(dead_code)] // until its feature is there
pub mod co_signature;
#[allow(dead_code)] // until its feature is there
pub mod co_signature_pair;
pub mod contact_script;
pub mod contact_tally;
pub mod district_shape;
pub mod district_zip;
pub mod exclusion;
pub mod hearing;
pub mod hearing_matter;
#[allow(dead_code)] // until its feature is there
pub mod host_invitation;
pub mod invitation;
pub mod job;
#[allow(dead_code)] // until its feature is there
pub mod letter;
#[allow(dead_code)] // until its feature is there
pub mod letter_version;
pub mod matter;
pub mod member;
pub mod news;
pub mod news_mailbox;
pub mod organization;
pub mod outbox;
pub mod outcome;
#[allow(dead_code)] // until its feature is there
pub mod overlap_list;
pub mod packet;
#[allow(dead_code)] // until its feature is there
pub mod partner;
#[allow(dead_code)] // until its feature is there
pub mod partner_wording;
pub mod petition_version;
pub mod place;
pub mod place_change;
pub mod place_status;
pub mod related_place;
pub mod seat;
pub mod session;
pub mod signature;
pub mod statement;
pub mod suggestion;
pub mod tally;
pub mod template;
pub mod testimony;
pub mod testimony_matter;
pub mod testimony_version;
pub mod timeline_entry;
pub mod upload;
pub mod vote;
pub mod yearly_date;
