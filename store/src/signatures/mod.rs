//! Signatures: received by the writer, confirmed once, seen and changed by their signers.
//! It decides no rule of a form and renders no name: it keeps people sealed and counts them.

pub(crate) mod batch;
mod comments;

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use redress_domain::{
    CampaignId, CommentState, EmailAddress, Hold, Locale, PersonName, Recipient, Residency, SignForm,
    SignatureId, SignatureState, VersionId, Visibility, WordingId,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::signature::{Column, Entity, Model};
use crate::tally::{Deltas, day_of};
use crate::{Error, Store, db, instant, millis, seal};
use batch::{Sealed, counted};

pub use comments::Moderation;

const TABLE: &str = "signature";

/// What is sealed of a signature.
#[derive(Clone, Serialize, Deserialize)]
pub struct Signer {
    /// The name, as typed.
    pub name: PersonName,
    /// The mailbox, as typed.
    pub email: EmailAddress,
    /// Street and number.
    pub street: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// State.
    pub state: Option<String>,
    /// The comment.
    pub comment: Option<String>,
}

/// A form that passed its rules, with what the request adds.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The campaign signed.
    pub campaign: CampaignId,
    /// Its time zone, in which days are counted.
    pub zone: TimeZone,
    /// The version of the text signed.
    pub version: VersionId,
    /// The language it was signed in.
    pub locale: Locale,
    /// What was typed.
    pub form: SignForm,
    /// Why it is held, if it is.
    pub hold: Option<Hold>,
    /// The partner's question that was shown and agreed to.
    pub wording: Option<WordingId>,
}

/// What became of a form. The page is the same either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// The new signature, or the one that stands.
    pub signature: SignatureId,
    /// Whether it came in as one of its own.
    pub counted: bool,
}

/// Where signatures come from that nobody typed into our form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The form's own; the demo's people came by it too.
    Web,
    /// A file of another platform.
    Import,
}

impl Method {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Import => "import",
        }
    }
}

/// A signature that was given elsewhere.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// What was given.
    pub incoming: Incoming,
    /// The state it comes in.
    pub state: SignatureState,
    /// When it was given.
    pub at: Timestamp,
}

/// What became of a signature that was given elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// It is in.
    New,
    /// The same person has signed with this mailbox.
    SignedBefore,
    /// The mailbox has signed for two people, or for one with another ZIP code.
    MailboxTaken,
}

/// What became of a confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfirmOutcome {
    /// It counts, now or since before.
    Counted {
        /// The campaign.
        campaign: CampaignId,
        /// Whether this very request did it.
        now: bool,
    },
    /// It cannot: the state it is in.
    Not(SignatureState),
    /// There is no such signature any more.
    Gone,
}

/// A signature with its signer.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row, opened")]
pub struct Signature {
    pub id: SignatureId,
    pub campaign: CampaignId,
    pub state: SignatureState,
    pub hold: Option<Hold>,
    pub visibility: Visibility,
    pub residency: Residency,
    pub zip: String,
    pub share: bool,
    pub news: bool,
    pub comment_state: CommentState,
    /// Why a moderator hid the comment.
    pub comment_reason: Option<String>,
    pub locale: Locale,
    pub version: VersionId,
    /// `web`, or `import`.
    pub method: String,
    /// The partner's question that was shown and agreed to.
    pub wording: Option<WordingId>,
    /// The share link's label.
    pub source: Option<String>,
    pub received_at: Timestamp,
    pub confirmed_at: Option<Timestamp>,
    /// `None` once forgotten.
    pub signer: Option<Signer>,
}

/// A signer as the public may see them.
#[derive(Clone)]
pub struct PublicSigner {
    /// Full or short name; `None` is not shown.
    pub name: Option<String>,
    /// Town, or ZIP code.
    pub place: String,
    /// When it was confirmed.
    pub confirmed_at: Timestamp,
}

impl Signature {
    /// The signer as they chose to appear; nothing once they are forgotten.
    pub fn public(&self) -> Option<PublicSigner> {
        let signer = self.signer.as_ref()?;
        Some(PublicSigner {
            name: match self.visibility {
                Visibility::Full => Some(signer.name.as_str().to_owned()),
                Visibility::Short => Some(signer.name.short()),
                Visibility::Hidden => None,
            },
            place: signer.city.clone().unwrap_or_else(|| self.zip.clone()),
            confirmed_at: self.confirmed_at.unwrap_or(self.received_at),
        })
    }
}

/// A signature held for a person to look at.
pub type Held = Signature;

/// A change a signer makes to what they gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureUpdate {
    /// How the name appears.
    Visibility(Visibility),
    /// Whether news is wanted.
    News(bool),
    /// A partner may no longer write.
    HearNothing,
    /// It no longer counts.
    Withdraw,
    /// It no longer counts, and the person is forgotten.
    Erase,
}

/// The signatures of a store.
pub struct Signatures<'a>(pub(crate) &'a Store);

impl Store {
    /// The signatures.
    pub const fn signatures(&self) -> Signatures<'_> {
        Signatures(self)
    }
}

impl Signatures<'_> {
    /// Takes a form; answers once it is on disk. A mailbox that signed before is told by mail alone.
    pub async fn receive(&self, incoming: Incoming) -> Result<Received, Error> {
        let (keys, random) = (&self.0.keys, self.0.random.as_ref());
        let sealed = self.seal(incoming)?.with_confirm_mail(keys, random, self.0.now())?;
        self.0.writer.receive(sealed).await
    }

    /// Confirms, once; answers once it is on disk.
    pub async fn confirm(&self, id: SignatureId) -> Result<ConfirmOutcome, Error> {
        Ok(match self.0.writer.confirm(id).await? {
            None => ConfirmOutcome::Gone,
            Some(row) if row.now => ConfirmOutcome::Counted { campaign: row.campaign, now: true },
            Some(row) => match row.state {
                // An exclusion is the organizer's knowledge; its signer did confirm.
                SignatureState::Confirmed | SignatureState::Excluded => {
                    ConfirmOutcome::Counted { campaign: row.campaign, now: false }
                }
                other => ConfirmOutcome::Not(other),
            },
        })
    }

    fn seal(&self, incoming: Incoming) -> Result<Sealed, Error> {
        let Incoming { campaign, zone, version, locale, form, hold, wording } = incoming;
        let id = SignatureId::new(self.0.random.as_ref());
        let keys = &self.0.keys;
        let signer = Signer {
            name: form.name,
            email: form.email,
            street: form.street,
            unit: form.unit,
            city: form.city,
            state: form.state,
            comment: form.comment,
        };
        let now = millis(self.0.now());
        let comment = if signer.comment.is_some() { CommentState::Waiting } else { CommentState::None };
        let row = Model {
            id: id.0,
            campaign_id: campaign.0,
            mailbox_hash: Some(keys.lookup("mailbox", &signer.email.mailbox())),
            // A held signature takes no slot: it must not keep the mailbox's owner from signing.
            slot: hold.is_none().then_some(1),
            name_hash: Some(keys.lookup("name", &signer.name.compare_key())),
            state: if hold.is_some() { SignatureState::Quarantined } else { SignatureState::Pending }
                .as_str()
                .to_owned(),
            hold: batch::hold_name(hold),
            method: "web".to_owned(),
            visibility: form.visibility.as_str().to_owned(),
            residency: form.residency.as_str().to_owned(),
            zip: form.zip.as_str().to_owned(),
            share: form.share,
            news: form.news,
            comment_state: comment.as_str().to_owned(),
            locale: locale.code().to_owned(),
            version_id: version.0,
            source: form.source,
            sealed: Some(seal::seal(keys, self.0.random.as_ref(), TABLE, id.0, &signer)?),
            received_at: now,
            confirmed_at: None,
            ended_at: None,
            reminded_at: None,
            mails: 1,
            mailed_at: Some(now),
            comment_reason: None,
            wording_id: wording.map(|id| id.0),
        };
        let recipient =
            Recipient { email: signer.email.clone(), name: Some(signer.name.as_str().to_owned()) };
        Ok(Sealed { row, recipient, locale, zone, confirm: None })
    }

    pub(crate) fn open(&self, row: Model) -> Result<Signature, Error> {
        let fault = || Error::Row(TABLE);
        let signer = match &row.sealed {
            Some(blob) => Some(seal::open(&self.0.keys, TABLE, row.id, blob)?),
            None => None,
        };
        let comment_reason = match &row.comment_reason {
            Some(blob) => Some(seal::open(&self.0.keys, comments::REASON, row.id, blob)?),
            None => None,
        };
        Ok(Signature {
            id: SignatureId(row.id),
            campaign: CampaignId(row.campaign_id),
            state: row.state.parse().map_err(|_| fault())?,
            hold: row.hold.as_deref().map(str::parse).transpose().map_err(|_| fault())?,
            visibility: row.visibility.parse().map_err(|_| fault())?,
            residency: row.residency.parse().map_err(|_| fault())?,
            zip: row.zip,
            share: row.share,
            news: row.news,
            comment_state: row.comment_state.parse().map_err(|_| fault())?,
            comment_reason,
            locale: row.locale.parse().map_err(|_| fault())?,
            version: VersionId(row.version_id),
            method: row.method,
            wording: row.wording_id.map(WordingId),
            source: row.source,
            received_at: instant(row.received_at),
            confirmed_at: row.confirmed_at.map(instant),
            signer,
        })
    }

    /// One signature.
    pub async fn find(&self, id: SignatureId) -> Result<Option<Signature>, Error> {
        let row = Entity::find_by_id(id.0).one(&self.0.db).await?;
        row.map(|row| self.open(row)).transpose()
    }

    /// Everything signed from the mailbox of a signature, that one first, then newest first.
    pub async fn of_same_mailbox(&self, id: SignatureId) -> Result<Vec<Signature>, Error> {
        let Some(row) = Entity::find_by_id(id.0).one(&self.0.db).await? else { return Ok(Vec::new()) };
        let Some(hash) = row.mailbox_hash.clone() else { return Ok(vec![self.open(row)?]) };
        let mut rows = Entity::find()
            .filter(Column::MailboxHash.eq(hash))
            .filter(Column::State.ne(SignatureState::Quarantined.as_str()))
            .order_by_desc(Column::ReceivedAt)
            .all(&self.0.db)
            .await?;
        rows.sort_by_key(|other| other.id != id.0);
        rows.into_iter().map(|row| self.open(row)).collect()
    }

    /// The last confirmed signers, as they chose to appear.
    pub async fn recent(&self, campaign: CampaignId, most: u64) -> Result<Vec<PublicSigner>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(SignatureState::Confirmed.as_str()))
            .order_by_desc(Column::ConfirmedAt)
            .limit(most)
            .all(&self.0.db)
            .await?;
        let mut signers = Vec::with_capacity(rows.len());
        for row in rows {
            signers.extend(self.open(row)?.public());
        }
        Ok(signers)
    }

    /// Signatures in a state, oldest first, after the one given: read by key set, a page at a time.
    pub async fn page(
        &self,
        campaign: CampaignId,
        state: SignatureState,
        after: Option<SignatureId>,
        most: u64,
    ) -> Result<Vec<Signature>, Error> {
        let mut find = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(state.as_str()))
            .order_by_asc(Column::Id)
            .limit(most);
        if let Some(after) = after {
            find = find.filter(Column::Id.gt(after.0));
        }
        find.all(&self.0.db).await?.into_iter().map(|row| self.open(row)).collect()
    }

    /// Changes what a signer gave, as they ask.
    pub async fn change(&self, id: SignatureId, update: SignatureUpdate) -> Result<(), Error> {
        match update {
            SignatureUpdate::Visibility(visibility) => {
                self.set(id, Column::Visibility, Expr::value(visibility.as_str())).await
            }
            SignatureUpdate::News(news) => self.set(id, Column::News, Expr::value(news)).await,
            SignatureUpdate::HearNothing => {
                self.set(id, Column::WordingId, Expr::value(Option::<Uuid>::None)).await
            }
            SignatureUpdate::Withdraw => self.leave(id, false).await,
            SignatureUpdate::Erase => self.leave(id, true).await,
        }
    }

    async fn set(&self, id: SignatureId, column: Column, value: Expr) -> Result<(), Error> {
        Entity::update_many().col_expr(column, value).filter(Column::Id.eq(id.0)).exec(&self.0.db).await?;
        Ok(())
    }

    async fn leave(&self, id: SignatureId, erase: bool) -> Result<(), Error> {
        let mut deltas = Deltas::default();
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = Entity::find_by_id(id.0).one(&transaction).await? {
            let from: SignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
            let gone = matches!(from, SignatureState::Withdrawn | SignatureState::Expired);
            let ended = ended(&transaction, std::iter::once(row.campaign_id)).await?;
            let now = self.0.now();
            let left_at = ended.get(&row.campaign_id).map_or(millis(now), |zone| noon(now, zone));
            let mut update = Entity::update_many().filter(Column::Id.eq(id.0));
            if !gone {
                update = update
                    .filter(Column::State.eq(from.as_str()))
                    .col_expr(Column::State, Expr::value(SignatureState::Withdrawn.as_str()))
                    .col_expr(Column::Slot, Expr::value(Option::<i16>::None))
                    .col_expr(Column::News, Expr::value(false))
                    .col_expr(Column::WordingId, Expr::value(Option::<Uuid>::None))
                    .col_expr(Column::EndedAt, Expr::value(Some(left_at)));
            }
            if erase {
                update = update
                    .col_expr(Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
                    .col_expr(Column::MailboxHash, Expr::value(Option::<Vec<u8>>::None))
                    .col_expr(Column::NameHash, Expr::value(Option::<Vec<u8>>::None))
                    .col_expr(Column::CommentReason, Expr::value(Option::<Vec<u8>>::None))
                    .col_expr(Column::Zip, Expr::value(""));
            }
            let moved = if gone && !erase { 0 } else { update.exec(&transaction).await?.rows_affected };
            if moved == 1 && !gone {
                let zones = zones(&transaction, std::iter::once(row.campaign_id)).await?;
                let day = day_confirmed(&row, &zones);
                deltas.moved(&counted(&row), from, SignatureState::Withdrawn, &day);
            }
        }
        deltas.apply(&transaction).await?;
        transaction.commit().await?;
        if erase {
            self.0.leave_no_trace().await?;
        }
        Ok(())
    }

    /// Moves signatures from one state to another, in one transaction; tells how many moved.
    pub(crate) async fn move_all(
        &self,
        transaction: &impl ConnectionTrait,
        ids: &[SignatureId],
        from: SignatureState,
        to: SignatureState,
    ) -> Result<u64, Error> {
        let mut deltas = Deltas::default();
        let mut moved = 0;
        for chunk in ids.chunks(1_000) {
            let rows = Entity::find()
                .filter(Column::Id.is_in(chunk.iter().map(|id| id.0)))
                .filter(Column::State.eq(from.as_str()))
                .all(transaction)
                .await?;
            let zones = zones(transaction, rows.iter().map(|row| row.campaign_id)).await?;
            for row in &rows {
                let changed = Entity::update_many()
                    .col_expr(Column::State, Expr::value(to.as_str()))
                    .filter(Column::Id.eq(row.id))
                    .filter(Column::State.eq(from.as_str()))
                    .exec(transaction)
                    .await?
                    .rows_affected;
                if changed == 1 {
                    deltas.moved(&counted(row), from, to, &day_confirmed(row, &zones));
                    moved += 1;
                }
            }
        }
        deltas.apply(transaction).await?;
        Ok(moved)
    }

    /// Releases held signatures: each becomes pending and its mailbox is asked, unless it has signed by now.
    pub async fn release(&self, campaign: CampaignId, ids: &[SignatureId]) -> Result<u64, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let mut deltas = Deltas::default();
        let mut mails = Vec::new();
        for id in ids {
            let row = Entity::find_by_id(id.0)
                .filter(Column::CampaignId.eq(campaign.0))
                .filter(Column::State.eq(SignatureState::Quarantined.as_str()))
                .one(&transaction)
                .await?;
            let Some(row) = row else { continue };
            let taken = Entity::find()
                .filter(Column::CampaignId.eq(campaign.0))
                .filter(Column::MailboxHash.eq(row.mailbox_hash.clone()))
                .filter(Column::Slot.eq(1))
                .one(&transaction)
                .await?;
            if taken.is_some() {
                continue;
            }
            Entity::update_many()
                .col_expr(Column::State, Expr::value(SignatureState::Pending.as_str()))
                .col_expr(Column::Slot, Expr::value(1))
                .filter(Column::Id.eq(row.id))
                .exec(&transaction)
                .await?;
            deltas.moved(&counted(&row), SignatureState::Quarantined, SignatureState::Pending, "");
            let locale = row.locale.parse().map_err(|_| Error::Row(TABLE))?;
            if let Some(signer) = self.open(row)?.signer {
                mails.push(crate::outbox::Owed {
                    campaign: Some(campaign),
                    locale,
                    recipient: Recipient { email: signer.email, name: Some(signer.name.as_str().to_owned()) },
                    message: redress_domain::Message::Confirm { campaign, signature: *id },
                });
            }
        }
        self.0.outbox().owe(&transaction, &mails).await?;
        deltas.apply(&transaction).await?;
        transaction.commit().await?;
        Ok(mails.len() as u64)
    }

    /// Leaves held signatures out for good.
    pub async fn leave_out(&self, campaign: CampaignId, ids: &[SignatureId]) -> Result<u64, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let mut own = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(1_000) {
            let rows = Entity::find()
                .filter(Column::CampaignId.eq(campaign.0))
                .filter(Column::Id.is_in(chunk.iter().map(|id| id.0)))
                .all(&transaction)
                .await?;
            own.extend(rows.into_iter().map(|row| SignatureId(row.id)));
        }
        let (held, out) = (SignatureState::Quarantined, SignatureState::Excluded);
        let moved = self.move_all(&transaction, &own, held, out).await?;
        transaction.commit().await?;
        Ok(moved)
    }

    /// Writes signatures that were made elsewhere, with their states and times, all of them or none. Nobody is
    /// mailed. Tells for each, in order, what became of it; after a dry run, what would have.
    pub async fn load(
        &self,
        method: Method,
        elsewhere: Vec<Elsewhere>,
        dry_run: bool,
    ) -> Result<Vec<Placed>, Error> {
        let mut sealed = Vec::with_capacity(elsewhere.len());
        for Elsewhere { incoming, state, at } in elsewhere {
            let mut one = self.seal(incoming)?;
            let row = &mut one.row;
            row.method = method.as_str().to_owned();
            row.state = state.as_str().to_owned();
            row.received_at = millis(at);
            row.mails = 0;
            row.mailed_at = None;
            // Whoever signed elsewhere, or is made up, is not reminded either.
            row.reminded_at = Some(millis(at));
            match state {
                SignatureState::Confirmed => row.confirmed_at = Some(millis(at)),
                SignatureState::Withdrawn | SignatureState::Expired => {
                    row.slot = None;
                    row.ended_at = Some(millis(at));
                }
                _ => {}
            }
            sealed.push(one);
        }
        let transaction = db::begin(&self.0.db).await?;
        let mut deltas = Deltas::default();
        let placed = batch::load(&transaction, &sealed, &mut deltas).await?;
        if dry_run {
            transaction.rollback().await?;
            return Ok(placed);
        }
        deltas.apply(&transaction).await?;
        transaction.commit().await?;
        Ok(placed)
    }
}

fn day_confirmed(row: &Model, zones: &HashMap<Uuid, TimeZone>) -> String {
    match (row.confirmed_at, zones.get(&row.campaign_id)) {
        (Some(at), Some(zone)) => day_of(at, zone),
        _ => String::new(),
    }
}

/// The time zones of campaigns, in which their days are counted.
pub(crate) async fn zones(
    db: &impl ConnectionTrait,
    campaigns: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, TimeZone>, Error> {
    use crate::entity::campaign;
    let ids: std::collections::BTreeSet<Uuid> = campaigns.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = campaign::Entity::find().filter(campaign::Column::Id.is_in(ids)).all(db).await?;
    rows.into_iter()
        .map(|row| {
            let zone = TimeZone::get(&row.time_zone).map_err(|_| Error::Row("campaign"))?;
            Ok((row.id, zone))
        })
        .collect()
}

/// Of these campaigns those that have ended, with their time zones: their signatures know days and no seconds.
async fn ended(
    db: &impl ConnectionTrait,
    campaigns: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, TimeZone>, Error> {
    use crate::entity::campaign;
    let ids: std::collections::BTreeSet<Uuid> = campaigns.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = campaign::Entity::find()
        .filter(campaign::Column::Id.is_in(ids))
        .filter(campaign::Column::ClosedAt.is_not_null())
        .all(db)
        .await?;
    let zone = |row: &campaign::Model| TimeZone::get(&row.time_zone).map_err(|_| Error::Row("campaign"));
    rows.iter().map(|row| Ok((row.id, zone(row)?))).collect()
}

/// Noon of the day an instant falls on.
fn noon(at: Timestamp, zone: &TimeZone) -> i64 {
    let day = at.to_zoned(zone.clone()).date();
    let noon = day.at(12, 0, 0, 0).to_zoned(zone.clone());
    millis(noon.map_or(at, |noon| noon.timestamp()))
}

redress_domain::hidden_debug!(Signer, Signature, PublicSigner);
