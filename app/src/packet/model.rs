//! What the packet page shows. `/admin/c/{slug}/packet`: form fields `recipient` (a body), `slice`
//! (all, residents), `language` (en, es).

use jiff::Zoned;
use redress_domain::{Locale, PacketId, Slug};

/// The packet page.
#[derive(Debug, Clone)]
pub struct PacketView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it would hold: confirmed signatures now.
    pub confirmed: u64,
    /// And approved testimonies now.
    pub testimonies: u64,
    /// The languages it can be built in.
    pub languages: Vec<Locale>,
    /// The bodies it can be for: slug and name, the first one first.
    pub recipients: Vec<(String, String)>,
    /// What to know before building: message keys `preflight-…`, with a number.
    pub preflight: Vec<Preflight>,
    /// Newest first.
    pub packets: Vec<PacketRow>,
}

/// Something to look at before building.
#[derive(Debug, Clone)]
pub struct Preflight {
    /// Message key.
    pub message: &'static str,
    /// A number the message may use as `$count`.
    pub count: u64,
    /// What the message may name as `$lines`; empty for most.
    pub lines: String,
    /// Whether it stops the building.
    pub stops: bool,
}

/// One build.
#[derive(Debug, Clone)]
pub struct PacketRow {
    /// Which; download at `/admin/c/{slug}/packet/{id}`.
    pub id: PacketId,
    /// 1 for the campaign's first.
    pub number: u32,
    /// Where it stands.
    pub state: PacketState,
    /// When the snapshot was taken, in the campaign's time zone.
    pub taken_at: Zoned,
    /// Who asked for it.
    pub member: Option<String>,
    /// Signatures in it, once ready.
    pub signatures: u64,
    /// Testimonies in it, once ready.
    pub testimonies: u64,
    /// Size of the ZIP, once ready.
    pub bytes: u64,
    /// SHA-256 of the manifest, hexadecimal, once ready.
    pub sha256: Option<String>,
    /// Whom it is for, where there is more than one to choose from.
    pub recipient: Option<String>,
}

/// The state of a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PacketState {
    /// Under way: how many of 100 parts are done.
    Building(u8),
    /// It can be downloaded; the newest that is ready is the one to deliver.
    Ready,
    /// A newer one stands for it.
    Superseded,
    /// It failed; the reference is in the log.
    Failed(String),
}
