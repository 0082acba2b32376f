//! Two co-signatures that a host takes for one organization's, or for two.
//! Of one organization's the earlier counts; nothing is deleted, and every decision can be undone.

use std::collections::BTreeMap;

use redress_domain::{AccountId, CampaignId, CoSignatureId, LetterId};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::desk::entry;
use super::{Letter, Letters};
use crate::entity::co_signature_pair::{ActiveModel, Column, Entity};
use crate::{Author, Error, audit, db, millis};

/// What was decided about two.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct PairDecision {
    pub first: CoSignatureId,
    pub second: CoSignatureId,
    pub same: bool,
    pub by: Option<AccountId>,
}

pub(super) async fn same_of_campaign(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
) -> Result<Vec<(CoSignatureId, CoSignatureId)>, Error> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign.0))
        .filter(Column::Same.eq(true))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (CoSignatureId(row.first_id), CoSignatureId(row.second_id))).collect())
}

/// Of those that count, the ones that count with another, and with which: the earliest confirmed of each group.
pub(super) fn merged(
    counting: &[(CoSignatureId, Option<i64>)],
    same: &[(CoSignatureId, CoSignatureId)],
) -> BTreeMap<CoSignatureId, CoSignatureId> {
    let mut group: BTreeMap<CoSignatureId, CoSignatureId> =
        counting.iter().map(|(id, _)| (*id, *id)).collect();
    let when: BTreeMap<CoSignatureId, i64> =
        counting.iter().map(|(id, at)| (*id, at.unwrap_or(i64::MAX))).collect();
    for (first, second) in same {
        let (Some(one), Some(other)) = (group.get(first).copied(), group.get(second).copied()) else {
            continue;
        };
        let rank = |id: CoSignatureId| (when.get(&id).copied().unwrap_or(i64::MAX), id);
        let (kept, gone) = if rank(one) <= rank(other) { (one, other) } else { (other, one) };
        for head in group.values_mut().filter(|head| **head == gone) {
            *head = kept;
        }
    }
    group.retain(|id, head| id != head);
    group
}

impl Letters<'_> {
    /// What was decided about pairs of a letter.
    pub async fn pairs(&self, letter: &Letter) -> Result<Vec<PairDecision>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(letter.campaign.0))
            .filter(Column::LetterId.eq(letter.id.0))
            .all(&self.0.db)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| PairDecision {
                first: CoSignatureId(row.first_id),
                second: CoSignatureId(row.second_id),
                same: row.same,
                by: row.decided_by.map(AccountId),
            })
            .collect())
    }

    /// Decides that two are one, or two; `None` takes the decision back.
    pub async fn decide_pair(
        &self,
        author: Author,
        campaign: CampaignId,
        letter: LetterId,
        pair: (CoSignatureId, CoSignatureId),
        same: Option<bool>,
    ) -> Result<bool, Error> {
        use crate::entity::co_signature;
        let (first, second) = (pair.0.min(pair.1), pair.0.max(pair.1));
        let transaction = db::begin(&self.0.db).await?;
        super::desk::lock(&transaction, letter.0).await?;
        let known = co_signature::Entity::find()
            .filter(co_signature::Column::CampaignId.eq(campaign.0))
            .filter(co_signature::Column::LetterId.eq(letter.0))
            .filter(co_signature::Column::Id.is_in([first.0, second.0]))
            .all(&transaction)
            .await?
            .len();
        if first == second || known != 2 {
            return Ok(false);
        }
        Entity::delete_many()
            .filter(Column::LetterId.eq(letter.0))
            .filter(Column::FirstId.eq(first.0))
            .filter(Column::SecondId.eq(second.0))
            .exec(&transaction)
            .await?;
        if let Some(same) = same {
            let row = ActiveModel {
                campaign_id: Set(campaign.0),
                letter_id: Set(letter.0),
                first_id: Set(first.0),
                second_id: Set(second.0),
                same: Set(same),
                decided_by: Set(author.account().map(|account| account.0)),
                decided_at: Set(millis(self.0.now())),
            };
            Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        let after = match same {
            Some(true) => "same",
            Some(false) => "different",
            None => "open",
        };
        let object = format!("co-signatures {first} {second}");
        let entry = entry(author, campaign, "letter-pair", object, String::new(), after.to_owned());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Those of a letter that count with another, and with which.
    pub async fn merged(
        &self,
        letter: &Letter,
        all: &[super::CoSignature],
    ) -> Result<BTreeMap<CoSignatureId, CoSignatureId>, Error> {
        let same: Vec<_> = self
            .pairs(letter)
            .await?
            .into_iter()
            .filter(|pair| pair.same)
            .map(|pair| (pair.first, pair.second))
            .collect();
        let counting: Vec<_> = all
            .iter()
            .filter(|one| one.state.counts())
            .map(|one| (one.id, one.confirmed_at.map(millis)))
            .collect();
        Ok(merged(&counting, &same))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_of_a_group_counts_and_again_the_next_when_it_is_gone() {
        let id = |number: u128| CoSignatureId(uuid::Uuid::from_u128(number));
        let all = [(id(1), Some(30)), (id(2), Some(10)), (id(3), Some(20)), (id(4), Some(5))];
        let same = [(id(1), id(2)), (id(1), id(3))];
        assert_eq!(merged(&all, &same), BTreeMap::from([(id(1), id(2)), (id(3), id(2))]));
        assert_eq!(merged(&[all[0], all[2]], &same), BTreeMap::from([(id(1), id(3))]));
        assert_eq!(merged(&all[3..], &same), BTreeMap::new());
    }
}
