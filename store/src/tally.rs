//! Counts in their own table, moved in the batch that causes them, so that no page ever counts rows.
//! `recount` checks them against the rows; nothing else does.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use redress_domain::{CampaignId, Residency, SignatureState, Tally};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::tally::{Column, Entity, Model};
use crate::{Error, Store, instant};

/// What is counted beside the states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Day (ISO 8601, in the campaign's time zone) → received, confirmed.
    pub by_day: BTreeMap<String, (u64, u64)>,
    /// Confirmed by ZIP code.
    pub by_zip: BTreeMap<String, u64>,
    /// Confirmed by residency.
    pub by_residency: BTreeMap<Residency, u64>,
    /// Received by the share link's label; empty is none.
    pub by_source: BTreeMap<String, u64>,
}

pub(crate) const STATE: &str = "state";
const RECEIVED: &str = "received";
const DAY_RECEIVED: &str = "day.received";
const DAY_CONFIRMED: &str = "day.confirmed";
const ZIP: &str = "zip";
const RESIDENCY: &str = "residency";
const SOURCE: &str = "source";
const FINGERPRINT: &str = "keys";

/// The facts of a signature that are counted.
pub(crate) struct Counted<'a> {
    pub campaign: CampaignId,
    pub zip: &'a str,
    pub residency: &'a str,
    pub source: Option<&'a str>,
}

/// Changes to be made together; sorted by key, so that two processes take rows in one order.
#[derive(Default)]
pub(crate) struct Deltas(BTreeMap<(Uuid, &'static str, String), i64>);

impl Deltas {
    fn add(&mut self, campaign: CampaignId, kind: &'static str, value: impl Into<String>, by: i64) {
        *self.0.entry((campaign.0, kind, value.into())).or_default() += by;
    }

    /// A signature came in, in this state, on this day.
    pub fn received(&mut self, what: &Counted<'_>, state: SignatureState, day: &str) {
        self.add(what.campaign, STATE, RECEIVED, 1);
        self.add(what.campaign, STATE, state.as_str(), 1);
        self.add(what.campaign, DAY_RECEIVED, day, 1);
        self.add(what.campaign, SOURCE, what.source.unwrap_or_default(), 1);
        if state == SignatureState::Confirmed {
            self.counts(what, day, 1);
        }
    }

    /// A signature went from one state to another; `confirmed_on` is the day it was or is confirmed.
    pub fn moved(
        &mut self,
        what: &Counted<'_>,
        from: SignatureState,
        to: SignatureState,
        confirmed_on: &str,
    ) {
        if from == to {
            return;
        }
        self.add(what.campaign, STATE, from.as_str(), -1);
        self.add(what.campaign, STATE, to.as_str(), 1);
        if from == SignatureState::Confirmed {
            self.counts(what, confirmed_on, -1);
        } else if to == SignatureState::Confirmed {
            self.counts(what, confirmed_on, 1);
        }
    }

    fn counts(&mut self, what: &Counted<'_>, day: &str, by: i64) {
        self.add(what.campaign, DAY_CONFIRMED, day, by);
        self.add(what.campaign, ZIP, what.zip, by);
        self.add(what.campaign, RESIDENCY, what.residency, by);
    }

    pub async fn apply(self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let changes: Vec<_> = self.0.into_iter().filter(|(_, by)| *by != 0).collect();
        // Four parameters each; a thousand rows stay far below what either database takes.
        for chunk in changes.chunks(1_000) {
            let mut insert = Query::insert();
            insert.into_table(Entity).columns([
                Column::CampaignId,
                Column::Kind,
                Column::Value,
                Column::Count,
            ]);
            for ((campaign, kind, value), by) in chunk {
                insert.values_panic([
                    (*campaign).into(),
                    (*kind).into(),
                    value.as_str().into(),
                    (*by).into(),
                ]);
            }
            insert.on_conflict(
                OnConflict::columns([Column::CampaignId, Column::Kind, Column::Value])
                    .value(
                        Column::Count,
                        Expr::col((Entity, Column::Count)).add(Expr::cust("excluded.count")),
                    )
                    .to_owned(),
            );
            db.execute(&insert).await?;
        }
        Ok(())
    }
}

/// The numbers that rows of kind `state` give.
pub(crate) fn of_rows(rows: Vec<Model>) -> Result<Tally, Error> {
    let mut tally = Tally::default();
    for row in rows {
        let count = u64::try_from(row.count).unwrap_or_default();
        if row.value == RECEIVED {
            tally.received += count;
        } else {
            let state: SignatureState = row.value.parse().map_err(|_| Error::Row("tally"))?;
            *tally.part_mut(state) += count;
        }
    }
    Ok(tally)
}

/// The day of an instant in the campaign's time zone, as ISO 8601.
pub(crate) fn day_of(millis: i64, zone: &TimeZone) -> String {
    instant(millis).to_zoned(zone.clone()).date().to_string()
}

impl Store {
    /// A campaign's numbers.
    pub async fn tally(&self, campaign: CampaignId) -> Result<Tally, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::Kind.eq(STATE))
            .all(&self.db)
            .await?;
        of_rows(rows)
    }

    /// How many of the excluded are held for review.
    pub async fn held_count(&self, campaign: CampaignId) -> Result<u64, Error> {
        let row = Entity::find_by_id((
            campaign.0,
            STATE.to_owned(),
            SignatureState::Quarantined.as_str().to_owned(),
        ))
        .one(&self.db)
        .await?;
        Ok(row.map_or(0, |row| u64::try_from(row.count).unwrap_or_default()))
    }

    /// A campaign's numbers by day, ZIP code, residency and share link.
    pub async fn breakdown(&self, campaign: CampaignId) -> Result<Breakdown, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::Kind.ne(STATE))
            .filter(Column::Count.gt(0))
            .order_by_asc(Column::Value)
            .all(&self.db)
            .await?;
        let mut breakdown = Breakdown::default();
        for row in rows {
            let count = u64::try_from(row.count).unwrap_or_default();
            match row.kind.as_str() {
                DAY_RECEIVED => breakdown.by_day.entry(row.value).or_default().0 = count,
                DAY_CONFIRMED => breakdown.by_day.entry(row.value).or_default().1 = count,
                ZIP => drop(breakdown.by_zip.insert(row.value, count)),
                RESIDENCY => {
                    let residency = row.value.parse().map_err(|_| Error::Row("tally"))?;
                    breakdown.by_residency.insert(residency, count);
                }
                SOURCE => drop(breakdown.by_source.insert(row.value, count)),
                _ => return Err(Error::Row("tally")),
            }
        }
        Ok(breakdown)
    }
}

/// Notes the keys' fingerprint on first use; later, tells whether it is the one noted.
pub(crate) async fn note_fingerprint(db: &impl ConnectionTrait, fingerprint: &str) -> Result<bool, Error> {
    let mut insert = Query::insert();
    insert
        .into_table(Entity)
        .columns([Column::CampaignId, Column::Kind, Column::Value, Column::Count])
        .values_panic([Uuid::nil().into(), FINGERPRINT.into(), fingerprint.into(), 1_i64.into()]);
    let noted = Entity::find()
        .filter(Column::CampaignId.eq(Uuid::nil()))
        .filter(Column::Kind.eq(FINGERPRINT))
        .one(db)
        .await?;
    match noted {
        Some(row) => Ok(row.value == fingerprint),
        None => {
            insert.on_conflict(OnConflict::new().do_nothing().to_owned());
            db.execute(&insert).await?;
            Ok(true)
        }
    }
}

impl Store {
    /// Keeps the counts of a campaign whose people were forgotten before it was loaded (the demo).
    pub async fn load_counts(&self, campaign: CampaignId, confirmed: u64) -> Result<(), Error> {
        let mut deltas = Deltas::default();
        let count = i64::try_from(confirmed).unwrap_or(i64::MAX);
        deltas.add(campaign, STATE, RECEIVED, count);
        deltas.add(campaign, STATE, SignatureState::Confirmed.as_str(), count);
        Ok(deltas.apply(&self.db).await?)
    }
}
