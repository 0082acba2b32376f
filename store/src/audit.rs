//! The audit log: who did what to which object, append-only, each event chained to the one before by hash.
//! It names no signer: objects are ids, states and numbers.

use jiff::Timestamp;
use redress_domain::{AccountId, CampaignId, OrganizationId, PartnerId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbBackend, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use sha2::{Digest as _, Sha256};

use crate::entity::audit_event::{ActiveModel, Column, Entity, Model};
use crate::{Error, Store, db, instant, millis};

/// Postgres holds this while it appends, so that the chain has no forks.
const CHAIN_LOCK: i64 = 0x5245_4452_4553_5302;

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A member, for an organization.
    Member(AccountId, OrganizationId),
    /// The operator, at the command line.
    Operator,
    /// Redress itself, on schedule.
    Redress,
    /// A partner, by its link; the object names it.
    Partner(PartnerId),
}

impl Author {
    /// Whose account it is, if it is somebody's.
    pub const fn account(self) -> Option<AccountId> {
        match self {
            Self::Member(account, _) => Some(account),
            Self::Operator | Self::Redress | Self::Partner(_) => None,
        }
    }
}

/// What was done.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Who.
    pub author: Author,
    /// To which campaign, if to one.
    pub campaign: Option<CampaignId>,
    /// `campaign.step`, `packet.built` …
    pub verb: &'static str,
    /// What it was done to: an id or a kind.
    pub object: String,
    /// How it was before; empty if new.
    pub before: String,
    /// How it is now: a state, a number, never a person.
    pub after: String,
}

/// An event as it stands in the log.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of an entry, with its place and time")]
pub struct Event {
    pub seq: i64,
    pub at: Timestamp,
    pub account: Option<AccountId>,
    pub verb: String,
    pub object: String,
    pub before: String,
    pub after: String,
}

/// Where the chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the audit log does not hold from event {0} on: it was changed outside Redress")]
pub struct AuditFault(pub i64);

/// The audit log of a store.
pub struct Audit<'a>(pub(crate) &'a Store);

impl Store {
    /// The audit log.
    pub const fn audit(&self) -> Audit<'_> {
        Audit(self)
    }
}

impl Audit<'_> {
    /// Appends one event in a transaction of its own.
    pub async fn append(&self, entry: Entry) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// A campaign's events, newest first.
    pub async fn of_campaign(&self, campaign: CampaignId, most: u64) -> Result<Vec<Event>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .order_by_desc(Column::Seq)
            .limit(most)
            .all(&self.0.db)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Event {
                seq: row.seq,
                at: instant(row.at),
                account: row.account_id.map(AccountId),
                verb: row.verb,
                object: row.object,
                before: row.before,
                after: row.after,
            })
            .collect())
    }

    /// Reads the whole chain; tells how many events hold, or where it breaks.
    pub async fn verify(&self) -> Result<Result<u64, AuditFault>, Error> {
        let (mut last, mut previous, mut count) = (0, Vec::new(), 0);
        loop {
            let rows = Entity::find()
                .filter(Column::Seq.gt(last))
                .order_by_asc(Column::Seq)
                .limit(5_000)
                .all(&self.0.db)
                .await?;
            if rows.is_empty() {
                return Ok(Ok(count));
            }
            for row in rows {
                if row.seq != last + 1 || row.previous_hash != previous || hash(&row) != row.hash {
                    return Ok(Err(AuditFault(row.seq)));
                }
                (last, previous, count) = (row.seq, row.hash, count + 1);
            }
        }
    }
}

/// Appends within the transaction of what is logged, so that neither is there without the other.
pub(crate) async fn append(db: &impl ConnectionTrait, now: Timestamp, entry: Entry) -> Result<(), Error> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({CHAIN_LOCK})")).await?;
    }
    let last = Entity::find().order_by_desc(Column::Seq).one(db).await?;
    let (account, organization) = match entry.author {
        Author::Member(account, organization) => (Some(account.0), Some(organization.0)),
        Author::Operator | Author::Redress | Author::Partner(_) => (None, None),
    };
    let mut row = Model {
        seq: last.as_ref().map_or(0, |last| last.seq) + 1,
        at: millis(now),
        account_id: account,
        organization_id: organization,
        campaign_id: entry.campaign.map(|id| id.0),
        verb: entry.verb.to_owned(),
        object: entry.object,
        before: entry.before,
        after: entry.after,
        previous_hash: last.map(|last| last.hash).unwrap_or_default(),
        hash: Vec::new(),
    };
    row.hash = hash(&row);
    let active = ActiveModel {
        seq: Set(row.seq),
        at: Set(row.at),
        account_id: Set(row.account_id),
        organization_id: Set(row.organization_id),
        campaign_id: Set(row.campaign_id),
        verb: Set(row.verb),
        object: Set(row.object),
        before: Set(row.before),
        after: Set(row.after),
        previous_hash: Set(row.previous_hash),
        hash: Set(row.hash),
    };
    Entity::insert(active).exec_without_returning(db).await?;
    Ok(())
}

/// SHA-256 over the event before and every field of this one, each with its length.
fn hash(row: &Model) -> Vec<u8> {
    let id = |id: Option<uuid::Uuid>| id.map(|id| id.as_bytes().to_vec()).unwrap_or_default();
    let mut digest = Sha256::new();
    for part in [
        row.previous_hash.as_slice(),
        &row.seq.to_be_bytes(),
        &row.at.to_be_bytes(),
        &id(row.account_id),
        &id(row.organization_id),
        &id(row.campaign_id),
        row.verb.as_bytes(),
        row.object.as_bytes(),
        row.before.as_bytes(),
        row.after.as_bytes(),
    ] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().to_vec()
}
