//! Testimony: written under a private link, sent once complete, confirmed from its writer's mailbox.
//! It judges no text and changes no letter of one; who wrote it is sealed, and what was not sent is forgotten.

mod desk;
mod shared;
mod speakers;
mod versions;
mod writing;

use std::collections::BTreeMap;

use jiff::Timestamp;
use redress_domain::{
    AccountId, CampaignId, EmailAddress, Flag, HearingId, Locale, MatterId, Recipient, Residency, Speaking,
    Stance, TemplateId, TestimonyId, TestimonyState,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::testimony::{Column, Entity, Model};
use crate::entity::testimony_matter;
use crate::{Error, Store, instant, seal};

pub use desk::{
    Assigned, Decided, First, FormLetters, QueueFilter, QueuePage, QueuePlace, Seen, TestimonyNumbers,
    Verdict,
};
pub use shared::{Suggested, SuggestedText, Suggestion};
pub use speakers::Moved;
pub use versions::{Saved, TextVersion};
pub use writing::{Confirming, Loading, Sending, Sent};

const TABLE: &str = "testimony";
/// What the desk's sealed part is bound to, beside its row.
const DESK: &str = "testimony.desk_sealed";

/// What is sealed of a testimony: who speaks, and what they say. Of a draft it is what was typed so far; from
/// [`TestimonyState::Submitted`] on, name and mailbox are there and valid.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Writer {
    /// The name, as typed.
    pub name: String,
    /// The mailbox, as typed.
    pub email: String,
    /// The organization spoken for, if one is.
    pub organization: Option<String>,
    /// The writer's title there.
    pub title: Option<String>,
    /// What lets the writer speak for it ('the board voted on 3 March').
    pub authority: Option<String>,
    /// The text: limited Markdown, paragraphs parted by an empty line.
    pub text: String,
}

/// What the desk keeps of a testimony, sealed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeskWords {
    /// Why it was sent back; its writer reads it too.
    pub reason: Option<String>,
    /// Coordinators' notes, the oldest first; their writers never see them.
    pub notes: Vec<DeskNote>,
}

/// A coordinator's note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskNote {
    /// Who wrote it.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: String,
}

/// What a text measures; found by the domain's pure functions, kept beside the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// Words.
    pub words: u32,
    /// How much of it is not its template's, in percent; 100 without a template.
    pub own_percent: u8,
    /// The kinds of personal detail in it.
    pub flags: Vec<Flag>,
}

/// What a writer gives: whole when it is sent, in part while it is a draft.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row, opened")]
pub struct Writing {
    pub hearing: Option<HearingId>,
    pub matters: Vec<MatterId>,
    pub stance: Option<Stance>,
    /// Of the text: BCP 47.
    pub language: String,
    pub residency: Option<Residency>,
    pub zip: String,
    pub for_organization: bool,
    pub template: Option<TemplateId>,
    pub speaking: Speaking,
    pub news: bool,
    pub measure: Measure,
    pub writer: Writer,
}

/// A testimony, opened.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row, opened")]
pub struct Testimony {
    pub id: TestimonyId,
    pub campaign: CampaignId,
    pub hearing: Option<HearingId>,
    /// In the campaign's order.
    pub matters: Vec<MatterId>,
    pub state: TestimonyState,
    /// `None` only in a draft.
    pub stance: Option<Stance>,
    /// Of the text: BCP 47.
    pub language: String,
    /// Of the pages and mails its writer reads.
    pub locale: Locale,
    /// `None` only in a draft.
    pub residency: Option<Residency>,
    pub zip: String,
    pub for_organization: bool,
    pub template: Option<TemplateId>,
    pub own_percent: u8,
    pub words: u32,
    pub speaking: Speaking,
    pub speaker_position: Option<i32>,
    /// The kinds of personal detail its writer left in.
    pub flags: Vec<Flag>,
    pub assigned_to: Option<AccountId>,
    /// The number of the text that stands.
    pub text_number: i32,
    /// The share link's label.
    pub source: Option<String>,
    pub news: bool,
    /// Which readers' link opens the draft, if one does.
    pub share: Option<Uuid>,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    pub submitted_at: Option<Timestamp>,
    pub confirmed_at: Option<Timestamp>,
    pub decided_at: Option<Timestamp>,
    pub decided_by: Option<AccountId>,
    pub reminded_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    /// `None` once forgotten.
    pub writer: Option<Writer>,
    /// What the desk keeps; empty if nothing.
    pub desk: DeskWords,
}

impl Writer {
    /// Whom a mail goes to; nobody, while the mailbox is not one.
    pub fn recipient(&self) -> Option<Recipient> {
        let email = EmailAddress::parse(&self.email).ok()?;
        Some(Recipient { email, name: Some(self.name.clone()).filter(|name| !name.is_empty()) })
    }
}

/// The testimonies of a store.
pub struct Testimonies<'a>(pub(crate) &'a Store);

/// Ends what a campaign was sent and has forgotten since: there is no text to deliver, whoever wrote it.
pub(crate) async fn expire_forgotten(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
    now: i64,
) -> Result<(), Error> {
    let ended = [TestimonyState::Withdrawn, TestimonyState::Expired].map(TestimonyState::as_str);
    Entity::update_many()
        .col_expr(Column::State, Expr::value(TestimonyState::Expired.as_str()))
        .col_expr(Column::EndedAt, Expr::value(Some(now)))
        .filter(Column::CampaignId.eq(campaign.0))
        .filter(Column::Sealed.is_null())
        .filter(Column::State.is_not_in(ended))
        .exec(db)
        .await?;
    Ok(())
}

impl Store {
    /// The testimonies.
    pub const fn testimonies(&self) -> Testimonies<'_> {
        Testimonies(self)
    }
}

impl Testimonies<'_> {
    /// One testimony.
    pub async fn find(&self, id: TestimonyId) -> Result<Option<Testimony>, Error> {
        let row = Entity::find_by_id(id.0).one(&self.0.db).await?;
        Ok(self.open_all(&self.0.db, row.into_iter().collect()).await?.pop())
    }

    /// The draft that a readers' link opens; nothing once the link is stopped.
    pub async fn find_shared(&self, share: Uuid) -> Result<Option<Testimony>, Error> {
        let row = Entity::find().filter(Column::ShareId.eq(share)).one(&self.0.db).await?;
        Ok(self.open_all(&self.0.db, row.into_iter().collect()).await?.pop())
    }

    /// Everything sent from the mailbox of a testimony, that one first, then the newest first. Only for who has
    /// shown the mailbox to be theirs: a link that was mailed, never one that a browser was given.
    pub async fn of_same_mailbox(&self, id: TestimonyId) -> Result<Vec<Testimony>, Error> {
        let Some(row) = Entity::find_by_id(id.0).one(&self.0.db).await? else { return Ok(Vec::new()) };
        let rows = match &row.mailbox_hash {
            None => vec![row],
            Some(hash) => {
                let mut rows = Entity::find()
                    .filter(Column::MailboxHash.eq(hash.clone()))
                    .order_by_desc(Column::CreatedAt)
                    .all(&self.0.db)
                    .await?;
                rows.sort_by_key(|other| other.id != id.0);
                rows
            }
        };
        self.open_all(&self.0.db, rows).await
    }

    /// Opens rows, with their matters, in the rows' order.
    pub(crate) async fn open_all(
        &self,
        db: &impl ConnectionTrait,
        rows: Vec<Model>,
    ) -> Result<Vec<Testimony>, Error> {
        let mut matters: BTreeMap<Uuid, Vec<MatterId>> = BTreeMap::new();
        for chunk in rows.chunks(1_000) {
            let found = testimony_matter::Entity::find()
                .filter(testimony_matter::Column::TestimonyId.is_in(chunk.iter().map(|row| row.id)))
                .order_by_asc(testimony_matter::Column::MatterId)
                .all(db)
                .await?;
            for row in found {
                matters.entry(row.testimony_id).or_default().push(MatterId(row.matter_id));
            }
        }
        rows.into_iter()
            .map(|row| {
                let matters = matters.remove(&row.id).unwrap_or_default();
                self.open(row, matters)
            })
            .collect()
    }

    fn open(&self, row: Model, matters: Vec<MatterId>) -> Result<Testimony, Error> {
        let fault = || Error::Row(TABLE);
        let keys = &self.0.keys;
        let writer = row.sealed.as_ref().map(|blob| seal::open(keys, TABLE, row.id, blob)).transpose()?;
        let desk = row.desk_sealed.as_ref().map(|blob| seal::open(keys, DESK, row.id, blob)).transpose()?;
        Ok(Testimony {
            id: TestimonyId(row.id),
            campaign: CampaignId(row.campaign_id),
            hearing: row.hearing_id.map(HearingId),
            matters,
            state: row.state.parse().map_err(|_| fault())?,
            stance: maybe(&row.stance)?,
            language: row.language,
            locale: row.locale.parse().map_err(|_| fault())?,
            residency: maybe(&row.residency)?,
            zip: row.zip,
            for_organization: row.for_organization,
            template: row.template_id.map(TemplateId),
            own_percent: u8::try_from(row.own_percent).map_err(|_| fault())?,
            words: u32::try_from(row.words).map_err(|_| fault())?,
            speaking: row.speaking.parse().map_err(|_| fault())?,
            speaker_position: row.speaker_position,
            flags: flags_of(&row.flags)?,
            assigned_to: row.assigned_to.map(AccountId),
            text_number: row.text_number,
            source: row.source,
            news: row.news,
            share: row.share_id,
            created_at: instant(row.created_at),
            changed_at: instant(row.changed_at),
            submitted_at: row.submitted_at.map(instant),
            confirmed_at: row.confirmed_at.map(instant),
            decided_at: row.decided_at.map(instant),
            decided_by: row.decided_by.map(AccountId),
            reminded_at: row.reminded_at.map(instant),
            ended_at: row.ended_at.map(instant),
            writer,
            desk: desk.unwrap_or_default(),
        })
    }
}

/// A choice that a draft may not have made yet.
fn maybe<T: std::str::FromStr>(text: &str) -> Result<Option<T>, Error> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Error::Row(TABLE)) }
}

fn flags_of(text: &str) -> Result<Vec<Flag>, Error> {
    text.split_whitespace().map(|flag| flag.parse().map_err(|_| Error::Row(TABLE))).collect()
}

fn flags_text(flags: &[Flag]) -> String {
    flags.iter().map(|flag| flag.as_str()).collect::<Vec<_>>().join(" ")
}

redress_domain::hidden_debug!(Writer, DeskWords, DeskNote, Writing, Testimony);
