//! What one batch of the writer does: receive signatures, confirm signatures.
//! It decides by what the unique key says, never by looking first and inserting later.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress_domain::{CampaignId, Hold, Locale, Message, Random, Recipient, SignatureId, SignatureState};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::{Placed, Received};
use crate::entity::signature::{Column, Entity, Model};
use crate::tally::{Counted, Deltas, day_of};
use crate::{Error, Keys, db, millis, outbox};

/// Mails to one mailbox about one signature while it is pending.
const MOST_MAILS: i16 = 5;
/// The least time between two mails to one mailbox about one signature: twenty forms at once are one mail.
const BETWEEN_MAILS: SignedDuration = SignedDuration::from_mins(5);

/// A signature ready to be written: everything that needs the key is done.
#[derive(Clone)]
pub(crate) struct Sealed {
    pub row: Model,
    pub recipient: Recipient,
    pub locale: Locale,
    pub zone: TimeZone,
    /// The mail that asks its signer, where it will be owed as things are.
    pub confirm: Option<outbox::Ready>,
}

impl Sealed {
    /// The mail about `message` to whoever filled in the form.
    fn owed(&self, message: Message) -> outbox::Owed {
        outbox::Owed {
            campaign: Some(CampaignId(self.row.campaign_id)),
            locale: self.locale,
            recipient: self.recipient.clone(),
            message,
        }
    }

    /// Seals the mail that asks its signer, outside of the batch for which everybody waits.
    pub fn with_confirm_mail(
        mut self,
        keys: &Keys,
        random: &dyn Random,
        now: Timestamp,
    ) -> Result<Self, Error> {
        if self.row.hold.is_none() {
            self.confirm = Some(outbox::ready(keys, random, now, &self.owed(self.asks()))?);
        }
        Ok(self)
    }

    fn asks(&self) -> Message {
        let (campaign, signature) = (CampaignId(self.row.campaign_id), SignatureId(self.row.id));
        Message::Confirm { campaign, signature }
    }
}

/// The mails that a batch owes.
struct Mails<'a> {
    keys: &'a Keys,
    random: &'a dyn Random,
    now: Timestamp,
    ready: Vec<outbox::Ready>,
}

impl Mails<'_> {
    fn push(&mut self, owed: &outbox::Owed) -> Result<(), Error> {
        self.ready.push(outbox::ready(self.keys, self.random, self.now, owed)?);
        Ok(())
    }
}

/// A signature that was just confirmed, or was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConfirmRow {
    pub campaign: CampaignId,
    pub state: SignatureState,
    /// Whether this very request confirmed it.
    pub now: bool,
}

pub(crate) fn counted(row: &Model) -> Counted<'_> {
    Counted {
        campaign: CampaignId(row.campaign_id),
        zip: &row.zip,
        residency: &row.residency,
        source: row.source.as_deref(),
    }
}

pub(crate) async fn receive(
    db: &impl ConnectionTrait,
    keys: &Keys,
    random: &dyn Random,
    now: Timestamp,
    writes: &[Sealed],
    deltas: &mut Deltas,
) -> Result<Vec<Received>, Error> {
    let mut mails = Mails { keys, random, now, ready: Vec::with_capacity(writes.len()) };
    let inserted = insert(db, writes.iter().map(|write| write.row.clone())).await?;
    let mut answers = Vec::with_capacity(writes.len());
    for write in writes {
        let row = &write.row;
        if inserted.contains(&row.id) {
            note_received(write, row, deltas, &mut mails)?;
            answers.push(Received { signature: SignatureId(row.id), counted: true });
        } else {
            answers.push(again(db, now, write, deltas, &mut mails).await?);
        }
    }
    outbox::insert(db, now, mails.ready).await?;
    Ok(answers)
}

fn note_received(
    write: &Sealed,
    row: &Model,
    deltas: &mut Deltas,
    mails: &mut Mails<'_>,
) -> Result<(), Error> {
    let held = row.hold.is_some();
    let state = if held { SignatureState::Quarantined } else { SignatureState::Pending };
    deltas.received(&counted(row), state, &day_of(row.received_at, &write.zone));
    match &write.confirm {
        _ if held => Ok(()),
        Some(ready) => {
            mails.ready.push(ready.clone());
            Ok(())
        }
        None => mails.push(&write.owed(write.asks())),
    }
}

/// Inserts rows whose mailbox and slot are free, and tells which.
pub(super) async fn insert(
    db: &impl ConnectionTrait,
    rows: impl Iterator<Item = Model>,
) -> Result<HashSet<Uuid>, Error> {
    let rows: Vec<Model> = rows.collect();
    let mut inserted = HashSet::with_capacity(rows.len());
    for chunk in db::chunks(db.get_database_backend(), &rows) {
        let mut insert = Query::insert();
        insert.into_table(Entity).columns([
            Column::Id,
            Column::CampaignId,
            Column::MailboxHash,
            Column::Slot,
            Column::NameHash,
            Column::State,
            Column::Hold,
            Column::Method,
            Column::Visibility,
            Column::Residency,
            Column::Zip,
            Column::Share,
            Column::News,
            Column::CommentState,
            Column::Locale,
            Column::VersionId,
            Column::Source,
            Column::Sealed,
            Column::ReceivedAt,
            Column::ConfirmedAt,
            Column::EndedAt,
            Column::RemindedAt,
            Column::Mails,
            Column::MailedAt,
            Column::WordingId,
        ]);
        for row in chunk {
            insert.values_panic([
                row.id.into(),
                row.campaign_id.into(),
                row.mailbox_hash.clone().into(),
                row.slot.into(),
                row.name_hash.clone().into(),
                row.state.clone().into(),
                row.hold.clone().into(),
                row.method.clone().into(),
                row.visibility.clone().into(),
                row.residency.clone().into(),
                row.zip.clone().into(),
                row.share.into(),
                row.news.into(),
                row.comment_state.clone().into(),
                row.locale.clone().into(),
                row.version_id.into(),
                row.source.clone().into(),
                row.sealed.clone().into(),
                row.received_at.into(),
                row.confirmed_at.into(),
                row.ended_at.into(),
                row.reminded_at.into(),
                row.mails.into(),
                row.mailed_at.into(),
                row.wording_id.into(),
            ]);
        }
        insert.on_conflict(
            OnConflict::columns([Column::CampaignId, Column::MailboxHash, Column::Slot])
                .do_nothing()
                .to_owned(),
        );
        let ids = chunk.iter().map(|row| row.id);
        // Nearly always all of them are new: then nobody is asked which.
        if db.execute(&insert).await?.rows_affected() == chunk.len() as u64 {
            inserted.extend(ids);
            continue;
        }
        let mut which = Query::select();
        which.column(Column::Id).from(Entity).and_where(Column::Id.is_in(ids));
        for found in db.query_all(&which).await? {
            inserted.insert(found.try_get::<Uuid>("", "id")?);
        }
    }
    Ok(inserted)
}

/// Places signatures that were given elsewhere: a mailbox's first, the second of a household, or neither.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    sealed: &[Sealed],
    deltas: &mut Deltas,
) -> Result<Vec<Placed>, Error> {
    let mut inserted = insert(db, sealed.iter().map(|one| one.row.clone())).await?;
    let mut placed = Vec::with_capacity(sealed.len());
    for one in sealed {
        let row = &one.row;
        let became = if inserted.remove(&row.id) { Placed::New } else { beside(db, row).await? };
        if became == Placed::New {
            let state = row.state.parse().map_err(|_| Error::Row("signature"))?;
            deltas.received(&counted(row), state, &day_of(row.received_at, &one.zone));
        }
        placed.push(became);
    }
    Ok(placed)
}

/// The mailbox has its first signature: this one is of the same person, of a second of the household, or of
/// nobody who may share it.
async fn beside(db: &impl ConnectionTrait, row: &Model) -> Result<Placed, Error> {
    let signed = of_mailbox(db, row).await?;
    if signed.iter().any(|other| other.name_hash == row.name_hash) {
        return Ok(Placed::SignedBefore);
    }
    if signed.len() == 1 && signed[0].zip == row.zip {
        let second = Model { slot: Some(2), ..row.clone() };
        if insert(db, std::iter::once(second)).await?.contains(&row.id) {
            return Ok(Placed::New);
        }
    }
    Ok(Placed::MailboxTaken)
}

/// What stands for a mailbox in a campaign, the first of the household first.
async fn of_mailbox(db: &impl ConnectionTrait, row: &Model) -> Result<Vec<Model>, Error> {
    Ok(Entity::find()
        .filter(Column::CampaignId.eq(row.campaign_id))
        .filter(Column::MailboxHash.eq(row.mailbox_hash.clone()))
        .filter(Column::Slot.is_not_null())
        .order_by_asc(Column::Slot)
        .all(db)
        .await?)
}

/// The mailbox has signed before: the same person again, a second of the household, or one too many.
async fn again(
    db: &impl ConnectionTrait,
    now: Timestamp,
    write: &Sealed,
    deltas: &mut Deltas,
    mails: &mut Mails<'_>,
) -> Result<Received, Error> {
    let row = &write.row;
    let signed = of_mailbox(db, row).await?;
    let Some(first) = signed.first() else {
        // Its slot was freed between the insert and this look: the next form will take it.
        return Ok(Received { signature: SignatureId(row.id), counted: false });
    };
    if let Some(same) = signed.iter().find(|other| other.name_hash == row.name_hash) {
        remind(db, now, write, same, mails).await?;
        return Ok(Received { signature: SignatureId(same.id), counted: false });
    }
    if signed.len() == 1 && first.zip == row.zip {
        let second = Model { slot: Some(2), ..row.clone() };
        if insert(db, std::iter::once(second.clone())).await?.contains(&row.id) {
            note_received(write, &second, deltas, mails)?;
            return Ok(Received { signature: SignatureId(row.id), counted: true });
        }
    }
    if mail_again(db, now, first).await? {
        let (campaign, signature) = (CampaignId(first.campaign_id), SignatureId(first.id));
        mails.push(&write.owed(Message::MailboxTaken { campaign, signature }))?;
    }
    Ok(Received { signature: SignatureId(first.id), counted: false })
}

/// Mails what the mailbox should know, unless it was told a moment ago or often enough.
async fn remind(
    db: &impl ConnectionTrait,
    now: Timestamp,
    write: &Sealed,
    row: &Model,
    mails: &mut Mails<'_>,
) -> Result<(), Error> {
    let pending = row.state == SignatureState::Pending.as_str();
    if mail_again(db, now, row).await? {
        let (campaign, signature) = (CampaignId(row.campaign_id), SignatureId(row.id));
        mails.push(&write.owed(if pending {
            Message::Confirm { campaign, signature }
        } else {
            Message::AlreadySigned { campaign, signature }
        }))?;
    }
    Ok(())
}

/// Takes the right to mail about a row, if nobody took it lately. The row itself is the referee: of two at once
/// the database lets one through.
async fn mail_again(db: &impl ConnectionTrait, now: Timestamp, row: &Model) -> Result<bool, Error> {
    let pending = row.state == SignatureState::Pending.as_str();
    if pending && row.mails >= MOST_MAILS {
        return Ok(false);
    }
    // A stranger may send the form again and again: each further note waits twice as long, up to a week.
    let doubled = if pending { 0 } else { row.mails.clamp(0, 11) };
    let between = BETWEEN_MAILS * (1 << doubled);
    let before = millis(now.checked_sub(between).unwrap_or(Timestamp::MIN));
    let taken = Entity::update_many()
        .col_expr(Column::Mails, Expr::col(Column::Mails).add(1))
        .col_expr(Column::MailedAt, Expr::value(millis(now)))
        .filter(Column::Id.eq(row.id))
        .filter(Column::MailedAt.is_null().or(Column::MailedAt.lte(before)))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

pub(crate) async fn confirm(
    db: &impl ConnectionTrait,
    now: Timestamp,
    ids: &[SignatureId],
    deltas: &mut Deltas,
) -> Result<Vec<Option<ConfirmRow>>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: HashSet<Uuid> = ids.iter().map(|id| id.0).collect();
    let mut update = Query::update();
    update
        .table(Entity)
        .value(Column::State, SignatureState::Confirmed.as_str())
        .value(Column::ConfirmedAt, millis(now))
        .value(Column::Mails, 0)
        .value(Column::MailedAt, Option::<i64>::None)
        .and_where(Column::Id.is_in(wanted.iter().copied()))
        .and_where(Column::State.eq(SignatureState::Pending.as_str()))
        .returning_col(Column::Id);
    let mut fresh = HashSet::new();
    for row in db.query_all(&update).await? {
        fresh.insert(row.try_get::<Uuid>("", "id")?);
    }
    let rows = Entity::find().filter(Column::Id.is_in(wanted)).all(db).await?;
    let zones = super::zones(db, rows.iter().map(|row| row.campaign_id)).await?;
    blur_late(db, now, &rows, &fresh).await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in &rows {
        let now_confirmed = fresh.contains(&row.id);
        if now_confirmed {
            let day = zones.get(&row.campaign_id).map_or_else(String::new, |zone| day_of(millis(now), zone));
            deltas.moved(&counted(row), SignatureState::Pending, SignatureState::Confirmed, &day);
        }
        let state = row.state.parse().map_err(|_| Error::Row("signature"))?;
        found.insert(row.id, ConfirmRow { campaign: CampaignId(row.campaign_id), state, now: now_confirmed });
    }
    // Of two requests for one signature in one batch, the first is the one that confirmed.
    let mut answers = Vec::with_capacity(ids.len());
    for id in ids {
        let answer = found.get(&id.0).copied();
        if let Some(row) = found.get_mut(&id.0) {
            row.now = false;
        }
        answers.push(answer);
    }
    Ok(answers)
}

/// Who confirms after the end of a campaign leaves a day behind, like everybody else by then.
async fn blur_late(
    db: &impl ConnectionTrait,
    now: Timestamp,
    rows: &[Model],
    fresh: &HashSet<Uuid>,
) -> Result<(), Error> {
    let confirmed = || rows.iter().filter(|row| fresh.contains(&row.id));
    for (campaign, zone) in super::ended(db, confirmed().map(|row| row.campaign_id)).await? {
        let ids = confirmed().filter(|row| row.campaign_id == campaign).map(|row| row.id);
        Entity::update_many()
            .col_expr(Column::ConfirmedAt, Expr::value(Some(super::noon(now, &zone))))
            .filter(Column::Id.is_in(ids))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Why a form is held, as the row has it.
pub(crate) fn hold_name(hold: Option<Hold>) -> Option<String> {
    hold.map(|hold| hold.as_str().to_owned())
}
