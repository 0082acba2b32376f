//! Exclusions: records left out by a rule, each with its survivor, and the way back.
//! It finds no duplicates itself; it takes what was found, and never takes again what a person overturned.

use jiff::Timestamp;
use redress_domain::{AccountId, CampaignId, ExclusionId, SignatureId, SignatureState};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::entity::exclusion::{ActiveModel, Column, Entity, Model};
use crate::entity::{campaign, signature};
use crate::{Author, Entry, Error, Store, audit, db, instant, millis};

const UPHELD: &str = "upheld";
const OVERTURNED: &str = "overturned";

/// A record a rule would leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The record.
    pub signature: SignatureId,
    /// The one that stands for it.
    pub survivor: Option<SignatureId>,
    /// The rule's stable name.
    pub rule: String,
}

/// What a search did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// How many records were left out that counted before.
    pub excluded: u64,
}

/// A record left out, or taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Exclusion {
    pub id: ExclusionId,
    pub signature: SignatureId,
    pub survivor: Option<SignatureId>,
    pub rule: String,
    pub overturned: bool,
    pub decided_by: Option<AccountId>,
    pub created_at: Timestamp,
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
        Ok(rows.into_iter().map(exclusion).collect())
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
        let overturned: std::collections::HashSet<_> = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(OVERTURNED))
            .all(&transaction)
            .await?
            .into_iter()
            .map(|row| row.signature_id)
            .collect();
        let mut excluded = 0;
        for proposal in proposals.iter().filter(|proposal| !overturned.contains(&proposal.signature.0)) {
            let (from, to) = (SignatureState::Confirmed, SignatureState::Excluded);
            let ids = std::slice::from_ref(&proposal.signature);
            if self.0.signatures().move_all(&transaction, ids, from, to).await? == 1 {
                let row = ActiveModel {
                    id: Set(ExclusionId::new(self.0.random.as_ref()).0),
                    campaign_id: Set(campaign.0),
                    signature_id: Set(proposal.signature.0),
                    survivor_id: Set(proposal.survivor.map(|id| id.0)),
                    rule: Set(proposal.rule.clone()),
                    state: Set(UPHELD.to_owned()),
                    decided_by: Set(None),
                    created_at: Set(millis(now)),
                    decided_at: Set(None),
                };
                Entity::insert(row)
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
        Ok(Found { excluded })
    }

    /// Takes a record back among those that count, or leaves it out again. Tells whether anything changed.
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
        let signature = SignatureId(row.signature_id);
        let moved = self.0.signatures().move_all(&transaction, &[signature], from, to).await?;
        if moved == 0 {
            return Ok(false);
        }
        let account = match author {
            Author::Member(account, _) => Some(account.0),
            Author::Operator | Author::Redress => None,
        };
        Entity::update_many()
            .col_expr(Column::State, Expr::value(if overturn { OVERTURNED } else { UPHELD }))
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

pub(crate) fn exclusion(row: Model) -> Exclusion {
    Exclusion {
        id: ExclusionId(row.id),
        signature: SignatureId(row.signature_id),
        survivor: row.survivor_id.map(SignatureId),
        overturned: row.state == OVERTURNED,
        rule: row.rule,
        decided_by: row.decided_by.map(AccountId),
        created_at: instant(row.created_at),
    }
}
