//! The manifest: what a packet is, and the size and SHA-256 of every file in it.
//! It holds numbers and public facts only, so that it can outlive the names.

use redress_domain::Tally;
use serde::{Deserialize, Serialize};

use crate::coalition::LetterCounts;
use crate::snapshot::{Matter, ResidencyTally, Slice, Snapshot};
use crate::testimony::TestimonyCounts;

/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";
/// What the manifest says it belongs to.
pub const FORMAT: &str = "redress-packet";
/// The version of the format; another one is refused, not guessed at.
pub const FORMAT_VERSION: u32 = 1;

/// The manifest, field by field in the order it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`FORMAT_VERSION`].
    pub version: u32,
    /// Whose petition it is.
    pub campaign: Campaign,
    /// Who receives it: name, office, address lines.
    pub recipient: Vec<String>,
    /// The dockets it belongs to.
    pub matters: Vec<Matter>,
    /// The language of the packet's own words, as a BCP 47 tag.
    pub language: String,
    /// When the snapshot was taken, in UTC (RFC 3339).
    pub taken_at: String,
    /// The time zone that days are in; an IANA name, or an abbreviation where it has none.
    pub time_zone: String,
    /// The sentence that describes a part; absent where the packet holds every confirmed signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slice: Option<String>,
    /// The numbers, which add up.
    pub counts: Counts,
    /// The testimony's numbers; absent where nobody ever wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub testimony: Option<TestimonyCounts>,
    /// The coalition's letters in numbers; absent where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<LetterCounts>,
    /// The texts that were signed.
    pub petition_versions: Vec<VersionEntry>,
    /// Every file but this one, in the order it is in the ZIP.
    pub files: Vec<FileEntry>,
}

/// Whose petition it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its name in an address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its hosts.
    pub hosts: Vec<String>,
}

/// The numbers of a packet. received = confirmed + pending + expired + withdrawn + excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// The whole campaign's.
    #[serde(flatten)]
    pub tally: Tally,
    /// The signatures in this packet: all confirmed ones, or the slice's.
    pub in_packet: u64,
    /// The same, by tie to the place.
    pub residency: ResidencyTally,
    /// Mailboxes shared by two people of a household.
    pub shared_mailboxes: u64,
    /// Exclusions that were undone; their signatures count.
    pub put_back: u64,
}

/// A text that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionEntry {
    /// Its number.
    pub number: u32,
    /// SHA-256 of the text's UTF-8 bytes, in hex.
    pub sha256: String,
    /// How many of this packet's signatures were given to it.
    pub signed: u64,
}

/// One file of the packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Its path in the ZIP.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hex.
    pub sha256: String,
    /// How many records it lists, where it lists records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

impl Counts {
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        Self {
            tally: snapshot.tally,
            in_packet: snapshot.signatures.len() as u64,
            residency: snapshot.residency,
            shared_mailboxes: snapshot.shared_mailboxes,
            put_back: snapshot.exclusions.iter().filter(|line| line.undone).count() as u64,
        }
    }
}

impl Manifest {
    pub(crate) fn of(snapshot: &Snapshot, files: Vec<FileEntry>) -> Self {
        Self {
            format: FORMAT.into(),
            version: FORMAT_VERSION,
            campaign: Campaign {
                slug: snapshot.campaign.slug.to_string(),
                title: snapshot.campaign.title.clone(),
                hosts: snapshot.campaign.hosts.clone(),
            },
            recipient: snapshot.recipient.lines().map(str::to_owned).collect(),
            matters: snapshot.matters.clone(),
            language: snapshot.locale.code().into(),
            taken_at: snapshot.taken_at.to_string(),
            time_zone: snapshot.zone_name(),
            slice: match &snapshot.slice {
                Slice::All => None,
                Slice::Part(description) => Some(description.clone()),
            },
            counts: Counts::of(snapshot),
            testimony: TestimonyCounts::of(snapshot),
            letters: snapshot.letters.iter().map(LetterCounts::of).collect(),
            petition_versions: snapshot
                .versions
                .iter()
                .map(|version| VersionEntry {
                    number: version.number,
                    sha256: version.sha256.to_ascii_lowercase(),
                    signed: version.signed,
                })
                .collect(),
            files,
        }
    }
}
