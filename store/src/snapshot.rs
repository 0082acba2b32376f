//! What a packet is made of, read at one instant: numbers, signatures and exclusions that belong together.
//! It renders nothing; it only makes sure that nobody signs or leaves between two reads.

use std::collections::{BTreeMap, HashMap};

use redress_domain::{CampaignId, CutOff, HearingId, SignatureState, Tally, TestimonyState};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use crate::entity::{exclusion, hearing, signature, tally, testimony};
use crate::{Error, Exclusion, Signature, Store, Testimony, db};

/// Everything of a campaign that a packet shows.
#[derive(Clone)]
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
    /// The testimony that may be delivered, in the order it was sent.
    pub testimonies: Vec<Testimony>,
    /// All testimony by where it stands, but what is only a draft.
    pub testimony_states: BTreeMap<TestimonyState, u64>,
    /// Until when each hearing takes testimony.
    pub cutoffs: HashMap<HearingId, CutOff>,
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
        let deliverable = TestimonyState::ALL.iter().filter(|state| state.is_deliverable());
        let written = testimony::Entity::find()
            .filter(testimony::Column::CampaignId.eq(campaign.0))
            .filter(testimony::Column::State.is_in(deliverable.map(|state| state.as_str())))
            .order_by_asc(testimony::Column::SubmittedAt)
            .order_by_asc(testimony::Column::Id)
            .all(&transaction)
            .await?;
        let testimonies = self.testimonies().open_all(&transaction, written).await?;
        let states: Vec<(String, i64)> = testimony::Entity::find()
            .select_only()
            .column(testimony::Column::State)
            .column_as(testimony::Column::Id.count(), "count")
            .filter(testimony::Column::CampaignId.eq(campaign.0))
            // As the desk counts: a draft that was never sent has not come in, whatever became of it.
            .filter(testimony::Column::SubmittedAt.is_not_null())
            .group_by(testimony::Column::State)
            .into_tuple()
            .all(&transaction)
            .await?;
        let hearings = hearing::Entity::find()
            .filter(hearing::Column::CampaignId.eq(campaign.0))
            .all(&transaction)
            .await?;
        transaction.commit().await?;

        let mut testimony_states = BTreeMap::new();
        for (state, count) in states {
            let state = state.parse().map_err(|_| Error::Row("testimony"))?;
            testimony_states.insert(state, u64::try_from(count).unwrap_or_default());
        }
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
            testimonies,
            testimony_states,
            cutoffs: hearings
                .iter()
                .map(|row| (HearingId(row.id), crate::hearings::cutoff_of(row)))
                .collect(),
        })
    }
}
