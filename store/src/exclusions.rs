//! Exclusions: records left out by a rule or by a person, each with its survivor, and the way back; and those
//! that are likely the same and wait for somebody to look.
//! It finds no duplicates itself; it takes what was found, and never takes again what a person overturned.

use std::collections::HashSet;

use jiff::Timestamp;
use redress_domain::{AccountId, CampaignId, ExclusionId, ExclusionState, SignatureId, SignatureState};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::entity::exclusion::{ActiveModel, Column, Entity, Model};
use crate::entity::{campaign, signature};
use crate::{Author, Entry, Error, Signature, Store, audit, db, instant, millis};

/// A record a rule would leave out, or ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The record.
    pub signature: SignatureId,
    /// The one that stands for it.
    pub survivor: Option<SignatureId>,
    /// The rule's stable name.
    pub rule: String,
    /// Whether it is left out at once; else both count until a person has decided.
    pub certain: bool,
}

/// What a search did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// How many records were left out that counted before.
    pub excluded: u64,
    /// How many pairs wait for a person to look, that did not before.
    pub proposed: u64,
}

/// A record left out, taken back, or waiting for somebody to look.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Exclusion {
    pub id: ExclusionId,
    pub signature: SignatureId,
    pub survivor: Option<SignatureId>,
    pub rule: String,
    pub state: ExclusionState,
    pub decided_by: Option<AccountId>,
    pub created_at: Timestamp,
}

/// Two signatures that are likely one person's, until somebody has looked.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The question.
    pub exclusion: Exclusion,
    /// The one that came first, and would stand.
    pub first: Signature,
    /// The one that came later, and would be left out.
    pub later: Signature,
}

/// The exclusions of a store.
pub struct Exclusions<'a>(pub(crate) &'a Store);

impl Store {
    /// What was left out.
    pub const fn exclusions(&self) -> Exclusions<'_> {
        Exclusions(self)
    }
}

impl Exclusions<'_> {
    /// A campaign's exclusions, in the order they were made.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Exclusion>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(exclusion).collect()
    }

    /// The pairs that wait for a person, oldest first: at most so many of them opened, and how many there are. A
    /// pair one of whom counts no longer asks nothing any more.
    pub async fn waiting(&self, campaign: CampaignId, most: usize) -> Result<(Vec<Waiting>, u64), Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(ExclusionState::Proposed.as_str()))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .all(&self.0.db)
            .await?;
        let ids: Vec<_> =
            rows.iter().flat_map(|row| [Some(row.signature_id), row.survivor_id]).flatten().collect();
        let mut counts = HashSet::new();
        for chunk in ids.chunks(1_000) {
            let found = signature::Entity::find()
                .select_only()
                .column(signature::Column::Id)
                .filter(signature::Column::Id.is_in(chunk.iter().copied()))
                .filter(signature::Column::State.eq(SignatureState::Confirmed.as_str()))
                .into_tuple::<uuid::Uuid>()
                .all(&self.0.db)
                .await?;
            counts.extend(found);
        }
        let asks = |row: &Model| {
            counts.contains(&row.signature_id) && row.survivor_id.is_some_and(|id| counts.contains(&id))
        };
        let asking: Vec<Model> = rows.into_iter().filter(asks).collect();
        let total = asking.len() as u64;
        let mut waiting = Vec::new();
        for row in asking.into_iter().take(most) {
            let exclusion = exclusion(row)?;
            let Some(survivor) = exclusion.survivor else { continue };
            let signatures = self.0.signatures();
            let (first, later) =
                (signatures.find(survivor).await?, signatures.find(exclusion.signature).await?);
            if let (Some(first), Some(later)) = (first, later) {
                waiting.push(Waiting { exclusion, first, later });
            }
        }
        Ok((waiting, total))
    }

    /// Whether a pair waits for a person.
    pub async fn is_waiting(&self, campaign: CampaignId, id: ExclusionId) -> Result<bool, Error> {
        let row = Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&self.0.db).await?;
        Ok(row.is_some_and(|row| row.state == ExclusionState::Proposed.as_str()))
    }

    /// Leaves out what a search found, except what a person has taken back under the same rule.
    pub async fn take(
        &self,
        author: Author,
        campaign: CampaignId,
        proposals: &[Proposal],
    ) -> Result<Found, Error> {
        let now = self.0.now();
        let transaction = db::begin(&self.0.db).await?;
        let overturned: HashSet<_> = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(ExclusionState::Overturned.as_str()))
            .all(&transaction)
            .await?
            .into_iter()
            .map(|row| row.signature_id)
            .collect();
        let open = |proposal: &&Proposal| !overturned.contains(&proposal.signature.0);
        let mut excluded = 0;
        for proposal in proposals.iter().filter(|proposal| proposal.certain).filter(open) {
            let (from, to) = (SignatureState::Confirmed, SignatureState::Excluded);
            let ids = std::slice::from_ref(&proposal.signature);
            if self.0.signatures().move_all(&transaction, ids, from, to).await? == 1 {
                Entity::insert(self.row(campaign, proposal, ExclusionState::Upheld, now))
                    .on_conflict(
                        OnConflict::columns([Column::CampaignId, Column::SignatureId, Column::Rule])
                            .update_columns([Column::State, Column::SurvivorId])
                            .to_owned(),
                    )
                    .exec_without_returning(&transaction)
                    .await?;
                excluded += 1;
            }
        }
        let likely: Vec<ActiveModel> = proposals
            .iter()
            .filter(|proposal| !proposal.certain)
            .filter(open)
            .map(|proposal| self.row(campaign, proposal, ExclusionState::Proposed, now))
            .collect();
        let mut proposed = 0;
        // Nine parameters each.
        for chunk in likely.chunks(1_000) {
            proposed += Entity::insert_many(chunk.iter().cloned())
                .on_conflict(
                    OnConflict::columns([Column::CampaignId, Column::SignatureId, Column::Rule])
                        .do_nothing()
                        .to_owned(),
                )
                .exec_without_returning(&transaction)
                .await?;
        }
        campaign::Entity::update_many()
            .col_expr(campaign::Column::SearchedAt, Expr::value(Some(millis(now))))
            .filter(campaign::Column::Id.eq(campaign.0))
            .exec(&transaction)
            .await?;
        if excluded > 0 {
            let entry = Entry {
                author,
                campaign: Some(campaign),
                verb: "exclusions-found",
                object: "signature".to_owned(),
                before: String::new(),
                after: excluded.to_string(),
            };
            audit::append(&transaction, now, entry).await?;
        }
        transaction.commit().await?;
        Ok(Found { excluded, proposed })
    }

    fn row(
        &self,
        campaign: CampaignId,
        proposal: &Proposal,
        state: ExclusionState,
        now: Timestamp,
    ) -> ActiveModel {
        ActiveModel {
            id: Set(ExclusionId::new(self.0.random.as_ref()).0),
            campaign_id: Set(campaign.0),
            signature_id: Set(proposal.signature.0),
            survivor_id: Set(proposal.survivor.map(|id| id.0)),
            rule: Set(proposal.rule.clone()),
            state: Set(state.as_str().to_owned()),
            decided_by: Set(None),
            created_at: Set(millis(now)),
            decided_at: Set(None),
        }
    }

    /// Lets a record count (`overturn`), or leaves it out. Tells whether anything changed.
    pub async fn decide(
        &self,
        author: Author,
        campaign: CampaignId,
        id: ExclusionId,
        overturn: bool,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let row =
            Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&transaction).await?;
        let Some(row) = row else { return Ok(false) };
        let (from, to) = if overturn {
            (SignatureState::Excluded, SignatureState::Confirmed)
        } else {
            (SignatureState::Confirmed, SignatureState::Excluded)
        };
        // Of a pair that waited, both count already: that they are two people moves nobody.
        let waits = row.state == ExclusionState::Proposed.as_str();
        if !(waits && overturn) {
            let signature = SignatureId(row.signature_id);
            if self.0.signatures().move_all(&transaction, &[signature], from, to).await? == 0 {
                return Ok(false);
            }
        }
        let account = author.account().map(|account| account.0);
        let state = if overturn { ExclusionState::Overturned } else { ExclusionState::Upheld };
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state.as_str()))
            .col_expr(Column::DecidedBy, Expr::value(account))
            .col_expr(Column::DecidedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(id.0))
            .exec(&transaction)
            .await?;
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb: if overturn { "exclusion-overturned" } else { "exclusion-upheld" },
            object: id.to_string(),
            before: String::new(),
            after: row.rule,
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// How many confirmed signatures share their mailbox with another of the household.
    pub async fn households(&self, campaign: CampaignId) -> Result<u64, Error> {
        use sea_orm::PaginatorTrait as _;
        Ok(signature::Entity::find()
            .filter(signature::Column::CampaignId.eq(campaign.0))
            .filter(signature::Column::Slot.eq(2))
            .filter(signature::Column::State.eq(SignatureState::Confirmed.as_str()))
            .count(&self.0.db)
            .await?)
    }
}

pub(crate) fn exclusion(row: Model) -> Result<Exclusion, Error> {
    Ok(Exclusion {
        id: ExclusionId(row.id),
        signature: SignatureId(row.signature_id),
        survivor: row.survivor_id.map(SignatureId),
        state: row.state.parse().map_err(|_| Error::Row("exclusion"))?,
        rule: row.rule,
        decided_by: row.decided_by.map(AccountId),
        created_at: instant(row.created_at),
    })
}
