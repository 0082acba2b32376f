//! What a packet is made of, read at one instant: numbers, signatures and exclusions that belong together.
//! It renders nothing; it only makes sure that nobody signs or leaves between two reads.

use redress_domain::{CampaignId, SignatureState, Tally};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::entity::{exclusion, signature, tally};
use crate::{Error, Exclusion, Signature, Store, db};

/// Everything of a campaign that a packet shows.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The numbers.
    pub tally: Tally,
    /// Those that count, in the order they were confirmed.
    pub confirmed: Vec<Signature>,
    /// Those left out or held.
    pub excluded: Vec<Signature>,
    /// By which rule, as far as a rule did it; with those that wait, and those that were taken back.
    pub exclusions: Vec<Exclusion>,
    /// How many that count share a mailbox with another of the household.
    pub households: u64,
}

impl Store {
    /// Reads a campaign at one instant.
    pub async fn snapshot(&self, campaign: CampaignId) -> Result<Snapshot, Error> {
        let transaction = db::begin_reading(&self.db).await?;
        let rows = |states: [SignatureState; 2]| {
            signature::Entity::find()
                .filter(signature::Column::CampaignId.eq(campaign.0))
                .filter(signature::Column::State.is_in(states.map(SignatureState::as_str)))
                .order_by_asc(signature::Column::ConfirmedAt)
                .order_by_asc(signature::Column::Id)
        };
        let confirmed = rows([SignatureState::Confirmed; 2]).all(&transaction).await?;
        let excluded =
            rows([SignatureState::Excluded, SignatureState::Quarantined]).all(&transaction).await?;
        let exclusions = exclusion::Entity::find()
            .filter(exclusion::Column::CampaignId.eq(campaign.0))
            .order_by_asc(exclusion::Column::CreatedAt)
            .order_by_asc(exclusion::Column::Id)
            .all(&transaction)
            .await?;
        let counts = tally::Entity::find()
            .filter(tally::Column::CampaignId.eq(campaign.0))
            .filter(tally::Column::Kind.eq(crate::tally::STATE))
            .all(&transaction)
            .await?;
        transaction.commit().await?;

        let households = confirmed.iter().filter(|row| row.slot == Some(2)).count() as u64;
        let open = |rows: Vec<signature::Model>| {
            rows.into_iter().map(|row| self.signatures().open(row)).collect::<Result<Vec<_>, _>>()
        };
        Ok(Snapshot {
            tally: crate::tally::of_rows(counts)?,
            confirmed: open(confirmed)?,
            excluded: open(excluded)?,
            exclusions: exclusions.into_iter().map(crate::exclusions::exclusion).collect::<Result<_, _>>()?,
            households,
        })
    }
}
