//! The only crate that knows SQL: rows, sealing of personal columns, outbox, jobs, audit.
//! It renders nothing, sends nothing, and never gives an entity away: each feature has records of its own.

mod accounts;
mod audit;
mod backup;
mod bodies;
mod campaigns;
mod contact;
mod db;
mod entity;
mod error;
mod exclusions;
mod hearings;
mod hosts;
mod jobs;
mod keys;
mod letters;
mod news;
mod outbox;
mod outcomes;
mod packets;
mod partners;
mod places;
mod seal;
mod sessions;
mod signatures;
mod snapshot;
mod statements;
mod sweep;
mod tally;
mod templates;
mod testimonies;
mod token;
mod uploads;
mod writer;

use std::sync::Arc;

use jiff::Timestamp;
use redress_domain::{Clock, Random};

pub use accounts::{
    AcceptRefused, Accounts, Invitation, InviteRefused, Login, Member, NewOrganization, Organization,
    OrganizationUpdate, SetupRefused, TeamMember,
};
pub use audit::{Audit, AuditFault, Author, Entry, Event};
pub use backup::{BackupRefused, backup_sqlite};
pub use bodies::{Bodies, Body, BodyDraft, BodyRefused, Seat, SeatDraft};
pub use campaigns::{
    BodyRecord, Campaign, CampaignDraft, CampaignText, Campaigns, HostRecord, MatterRecord, PartnerRecord,
    SaveRefused, StepFailed, TimelineRecord, Version,
};
pub use contact::{ContactScript, Contacts};
pub use db::{Connection, OpenRefused};
pub use error::Error;
pub use exclusions::{Exclusion, Exclusions, Found, Proposal, Waiting};
pub use hearings::{Hearing, HearingDraft, Hearings, Matter, MatterDraft, MattersRefused, YearlyDate};
pub use hosts::{HostChange, HostInvitation, Hosts, Joined};
pub use jobs::{Job, JobKind, Jobs};
pub use keys::{KeyFault, Keys};
pub use letters::{
    CircularDone, CircularNote, CoSignature, CoSigned, CoSigning, Confirmed, InviteOutcome, Letter,
    LetterDraft, LetterRefused, LetterVersion, Letters, LoadedCoSignature, PacketCoSigner, PacketLetter,
    PairDecision, Published, Reaffirmed, Signatory,
};
pub use news::{News, Newsroom};
pub use outbox::{Leased, Outbox, OutboxHealth};
pub use outcomes::{Outcome, OutcomeLink, OutcomeRefused, Outcomes, RelatedPlace, Vote};
pub use packets::{Packet, PacketState, Packets, Slice};
pub use partners::{
    Compared, Hearer, LISTS_A_DAY, ListLeft, Partner, PartnerContact, PartnerDraft, PartnerInvited, Partners,
    Wording,
};
pub use places::{PlaceChange, PlaceRefused, Places};
pub use sessions::{Session, Sessions};
pub use signatures::{
    ConfirmOutcome, Elsewhere, Held, Incoming, Method, Moderation, Placed, PublicSigner, Received, Signature,
    SignatureUpdate, Signatures, Signer,
};
pub use snapshot::Snapshot;
pub use statements::{Statement, StatementPictures, Statements};
pub use sweep::Swept;
pub use tally::Breakdown;
pub use templates::{Template, TemplateDraft, TemplateRefused, Templates};
pub use testimonies::{
    Assigned, Confirming, Decided, DeskNote, DeskWords, First, FormLetters, Loading, Measure, Moved,
    QueueFilter, QueuePage, QueuePlace, Saved, Seen, Sending, Sent, Suggested, SuggestedText, Suggestion,
    Testimonies, Testimony, TestimonyNumbers, TextVersion, Verdict, Writer, Writing,
};
pub use token::{InvalidToken, SecretToken, TokenKind};
pub use uploads::{NewUpload, Upload, Uploads};
pub use writer::{BATCH_SIZES, Written};

/// Everything the rest of Redress can ask of the database.
#[derive(Clone)]
pub struct Store {
    pub(crate) db: db::Db,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) writer: writer::Writer,
}

impl Store {
    /// Opens the database, brings its schema forward, and starts the writer.
    ///
    /// # Errors
    /// [`OpenRefused`] when it cannot be reached, is newer than this program, or cannot be migrated.
    pub async fn open(
        connection: &Connection,
        keys: Keys,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, OpenRefused> {
        let db = db::open(connection).await?;
        let keys = Arc::new(keys);
        db::check_keys(&db, &keys).await?;
        let of_writer = db::of_writer(&db, connection).await?;
        let writer = writer::Writer::start(of_writer, keys.clone(), clock.clone(), random.clone())
            .map_err(OpenRefused::NoThread)?;
        Ok(Self { db, keys, clock, random, writer })
    }

    /// What this process has written since it started, in numbers.
    pub fn written(&self) -> Written {
        self.writer.written()
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Result<(), Error> {
        Ok(self.db.ping().await?)
    }

    /// Waits until what is being written is on disk, and closes.
    pub async fn close(self) {
        self.writer.stop().await;
        self.db.close().await;
    }

    /// The key material, for tokens and marks.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// Milliseconds since 1970, as the rows have them.
pub(crate) fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The instant a row names; one out of range is the end of time, which no row of ours has.
pub(crate) fn instant(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}
