//! The delivery packet: confirmed records in, bytes out (PDF, CSV, XLSX, a manifest, all in one ZIP).
//! It knows no SQL, no web, no clock and no randomness: the same snapshot gives the same bytes.
//!
//! [`build`] writes a packet, [`verify`] checks one, [`check_fonts`] is for the start of the program.
//! No type here has a field for an e-mail address or a street, so neither can slip into a packet.

mod build;
mod coalition;
mod document;
mod fonts;
mod manifest;
mod pages;
mod snapshot;
mod tables;
mod testimony;
mod typeset;
mod verify;
mod words;

pub use build::{BuildError, Built, Options, Progress, Step, build};
pub use coalition::LetterCounts;
pub use document::{Block, Direction, Document, DocumentError, Inline, Line, Picture, Roll};
pub use fonts::{FontError, check_fonts};
pub use manifest::{
    Campaign as ManifestCampaign, Counts, FORMAT, FORMAT_VERSION, FileEntry, MANIFEST, Manifest, VersionEntry,
};
pub use snapshot::{
    Campaign, CoSigner, CoalitionLetter, ExclusionLine, Individual, Matter, Mismatch, PetitionVersion,
    Recipient, ResidencyTally, SignatureLine, Slice, Snapshot, StatementLine, TestimonyLine, TestimonyTally,
};
pub use tables::{EXCLUSION_COLUMNS, SIGNATURE_COLUMNS, TESTIMONY_COLUMNS, guarded};
pub use testimony::{StanceTally, TestimonyCounts};
pub use typeset::TypesetError;
pub use verify::{Difference, Verified, VerifyError, verify};
pub use words::{Value, Words};
