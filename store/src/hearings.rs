//! Hearings of a campaign's matters, the state of each matter, and dates that come again every year.
//! It refuses to make testimony late that was on time when it was sent, whatever a hearing is moved to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use redress_domain::{
    BodyId, CampaignId, CutOff, HearingId, HearingState, Locale, MatterId, MatterState, YearlyDateId,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::bodies::name_body;
use crate::entity::{hearing, hearing_matter, matter, testimony, testimony_matter, yearly_date};
use crate::{Author, Entry, Error, Store, audit, db, instant, millis};

/// A hearing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row, with its matters")]
pub struct Hearing {
    pub id: HearingId,
    pub campaign: CampaignId,
    pub body: BodyId,
    /// `Hearing on face surveillance`
    pub title: String,
    pub starts_at: Timestamp,
    /// Until when written testimony is taken; ask [`CutOff::takes`].
    pub cutoff: CutOff,
    /// Where; may be empty.
    pub place: String,
    /// Where to join online, `https://…`; may be empty.
    pub link: String,
    pub note: String,
    pub state: HearingState,
    /// How often it was changed, for calendars.
    pub sequence: u32,
    pub changed_at: Timestamp,
    /// In the campaign's order.
    pub matters: Vec<MatterId>,
}

/// What an organizer writes about a hearing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of a hearing")]
pub struct HearingDraft {
    pub body: BodyId,
    pub title: String,
    pub starts_at: Timestamp,
    pub cutoff_at: Option<Timestamp>,
    pub place: String,
    pub link: String,
    pub note: String,
    pub matters: Vec<MatterId>,
}

/// A docket before a body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Matter {
    pub id: MatterId,
    pub docket: String,
    pub title: String,
    pub body: BodyId,
    /// The committee it was referred to.
    pub committee: Option<BodyId>,
    pub state: MatterState,
}

/// What an organizer writes about a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of a matter")]
pub struct MatterDraft {
    /// The matter it was; `None` is a new one.
    pub id: Option<MatterId>,
    pub docket: String,
    pub title: String,
    pub body: BodyId,
    pub committee: Option<BodyId>,
    pub state: MatterState,
}

/// Why matters were not saved.
#[derive(Debug, thiserror::Error)]
pub enum MattersRefused {
    /// Testimony or a hearing names one that would be gone.
    #[error("testimony or a hearing names the matter {0}")]
    InUse(String),
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// A date that comes again every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyDate {
    /// Which; a new one where it is `None`.
    pub id: Option<YearlyDateId>,
    /// Whose date it is, if a body's.
    pub body: Option<BodyId>,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31, and there every year.
    pub day: i8,
    /// What is due, by language.
    pub texts: BTreeMap<Locale, String>,
}

/// The hearings of a store.
pub struct Hearings<'a>(pub(crate) &'a Store);

impl Store {
    /// The hearings.
    pub const fn hearings(&self) -> Hearings<'_> {
        Hearings(self)
    }
}

impl Hearings<'_> {
    /// A campaign's hearings, the earliest first.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Hearing>, Error> {
        let rows = hearing::Entity::find()
            .filter(hearing::Column::CampaignId.eq(campaign.0))
            .order_by_asc(hearing::Column::StartsAt)
            .order_by_asc(hearing::Column::Id)
            .all(&self.0.db)
            .await?;
        self.whole(campaign, rows).await
    }

    /// One of a campaign's hearings.
    pub async fn find(&self, campaign: CampaignId, id: HearingId) -> Result<Option<Hearing>, Error> {
        let row = of(&self.0.db, campaign, id).await?;
        Ok(self.whole(campaign, row.into_iter().collect()).await?.pop())
    }

    async fn whole(&self, campaign: CampaignId, rows: Vec<hearing::Model>) -> Result<Vec<Hearing>, Error> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let order: HashMap<Uuid, i32> = matter::Entity::find()
            .filter(matter::Column::CampaignId.eq(campaign.0))
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| (row.id, row.position))
            .collect();
        let mut matters: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for row in hearing_matter::Entity::find()
            .filter(hearing_matter::Column::HearingId.is_in(rows.iter().map(|row| row.id)))
            .all(&self.0.db)
            .await?
        {
            matters.entry(row.hearing_id).or_default().push(row.matter_id);
        }
        rows.into_iter()
            .map(|row| {
                let mut matters = matters.remove(&row.id).unwrap_or_default();
                matters.sort_by_key(|id| order.get(id));
                hearing_of(row, matters)
            })
            .collect()
    }

    /// How much written testimony was sent for a hearing, and how much of it after a moment.
    pub async fn sent(&self, id: HearingId, after: Option<Timestamp>) -> Result<(u64, u64), Error> {
        let sent = testimony::Entity::find()
            .filter(testimony::Column::HearingId.eq(id.0))
            .filter(testimony::Column::SubmittedAt.is_not_null());
        let all = sent.clone().count(&self.0.db).await?;
        let Some(after) = after else { return Ok((all, 0)) };
        // To the minute, as the cut-off is meant.
        let next_minute = (after.as_second().div_euclid(60) + 1) * 60_000;
        let later = sent.filter(testimony::Column::SubmittedAt.gte(next_minute)).count(&self.0.db).await?;
        Ok((all, later))
    }

    /// Adds a hearing to a campaign.
    pub async fn add(
        &self,
        author: Author,
        campaign: CampaignId,
        draft: &HearingDraft,
    ) -> Result<HearingId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let id = HearingId::new(self.0.random.as_ref());
        let row = hearing::ActiveModel {
            id: Set(id.0),
            campaign_id: Set(campaign.0),
            body_id: Set(draft.body.0),
            title: Set(draft.title.clone()),
            starts_at: Set(millis(draft.starts_at)),
            cutoff_at: Set(draft.cutoff_at.map(millis)),
            honored_until: Set(None),
            place: Set(draft.place.clone()),
            link: Set(draft.link.clone()),
            note: Set(draft.note.clone()),
            state: Set(HearingState::Planned.as_str().to_owned()),
            sequence: Set(0),
            changed_at: Set(millis(self.0.now())),
        };
        hearing::Entity::insert(row).exec_without_returning(&transaction).await?;
        self.write_matters_of(&transaction, campaign, id, &draft.matters).await?;
        name_body(&transaction, campaign, draft.body.0).await?;
        let after = draft.starts_at.to_string();
        audit::append(&transaction, self.0.now(), entry(author, campaign, "hearing-added", id, "", &after))
            .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Changes a hearing; tells whether the campaign has it. Where the cut-off is moved to an earlier moment,
    /// what was on time when it was sent stays on time.
    pub async fn change(
        &self,
        author: Author,
        campaign: CampaignId,
        id: HearingId,
        draft: &HearingDraft,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = of(&transaction, campaign, id).await? else { return Ok(false) };
        let now = self.0.now();
        let old = cutoff_of(&row);
        let cutoff = if old.at == draft.cutoff_at { old } else { old.moved_to(draft.cutoff_at, now) };
        let before = instant(row.starts_at).to_string();
        let change = hearing::ActiveModel {
            id: Set(id.0),
            body_id: Set(draft.body.0),
            title: Set(draft.title.clone()),
            starts_at: Set(millis(draft.starts_at)),
            cutoff_at: Set(cutoff.at.map(millis)),
            honored_until: Set(cutoff.honored_until.map(millis)),
            place: Set(draft.place.clone()),
            link: Set(draft.link.clone()),
            note: Set(draft.note.clone()),
            sequence: Set(row.sequence + 1),
            changed_at: Set(millis(now)),
            ..Default::default()
        };
        change.update(&transaction).await?;
        self.write_matters_of(&transaction, campaign, id, &draft.matters).await?;
        name_body(&transaction, campaign, draft.body.0).await?;
        let after = draft.starts_at.to_string();
        let entry = entry(author, campaign, "hearing-changed", id, &before, &after);
        audit::append(&transaction, now, entry).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Calls a hearing off, notes that it was held, or plans it again; tells whether that changed anything.
    pub async fn set_state(
        &self,
        author: Author,
        campaign: CampaignId,
        id: HearingId,
        state: HearingState,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = of(&transaction, campaign, id).await? else { return Ok(false) };
        if row.state == state.as_str() {
            return Ok(false);
        }
        let change = hearing::ActiveModel {
            id: Set(id.0),
            state: Set(state.as_str().to_owned()),
            sequence: Set(row.sequence + 1),
            changed_at: Set(millis(self.0.now())),
            ..Default::default()
        };
        change.update(&transaction).await?;
        let entry = entry(author, campaign, "hearing-state", id, &row.state, state.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn write_matters_of(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        id: HearingId,
        matters: &[MatterId],
    ) -> Result<(), Error> {
        hearing_matter::Entity::delete_many()
            .filter(hearing_matter::Column::HearingId.eq(id.0))
            .exec(db)
            .await?;
        let wanted: BTreeSet<Uuid> = matters.iter().map(|matter| matter.0).collect();
        // Another campaign's matter is none of this hearing's.
        let own = matter::Entity::find()
            .filter(matter::Column::CampaignId.eq(campaign.0))
            .filter(matter::Column::Id.is_in(wanted))
            .all(db)
            .await?;
        for found in own {
            let row = hearing_matter::ActiveModel { hearing_id: Set(id.0), matter_id: Set(found.id) };
            hearing_matter::Entity::insert(row).exec_without_returning(db).await?;
        }
        Ok(())
    }

    /// A campaign's matters, in order.
    pub async fn matters(&self, campaign: CampaignId) -> Result<Vec<Matter>, Error> {
        matter::Entity::find()
            .filter(matter::Column::CampaignId.eq(campaign.0))
            .order_by_asc(matter::Column::Position)
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| {
                Ok(Matter {
                    id: MatterId(row.id),
                    docket: row.docket,
                    title: row.title,
                    body: BodyId(row.body_id),
                    committee: row.committee_id.map(BodyId),
                    state: row.state.parse().map_err(|_| Error::Row("matter"))?,
                })
            })
            .collect()
    }

    /// Saves a campaign's matters, in the order given; those left out are gone.
    ///
    /// # Errors
    /// [`MattersRefused::InUse`] if testimony or a hearing names one that is left out.
    pub async fn save_matters(
        &self,
        author: Author,
        campaign: CampaignId,
        matters: &[MatterDraft],
    ) -> Result<(), MattersRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        self.write_matters(&transaction, campaign, matters).await?;
        let states: Vec<_> =
            matters.iter().map(|matter| format!("{} {}", matter.docket, matter.state)).collect();
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb: "matters-saved",
            object: "matters".to_owned(),
            before: String::new(),
            after: states.join(", "),
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(())
    }

    async fn write_matters(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        matters: &[MatterDraft],
    ) -> Result<(), MattersRefused> {
        let old: HashMap<Uuid, String> = matter::Entity::find()
            .filter(matter::Column::CampaignId.eq(campaign.0))
            .all(db)
            .await
            .map_err(Error::from)?
            .into_iter()
            .map(|row| (row.id, row.docket))
            .collect();
        let mut kept = BTreeSet::new();
        for (position, draft) in (0..).zip(matters) {
            let id = draft.id.map(|id| id.0).filter(|id| old.contains_key(id) && kept.insert(*id));
            let row = matter::ActiveModel {
                id: Set(id.unwrap_or_else(|| MatterId::new(self.0.random.as_ref()).0)),
                campaign_id: Set(campaign.0),
                body_id: Set(draft.body.0),
                docket: Set(draft.docket.clone()),
                title: Set(draft.title.clone()),
                position: Set(position),
                state: Set(draft.state.as_str().to_owned()),
                committee_id: Set(draft.committee.map(|id| id.0)),
            };
            if id.is_some() {
                row.update(db).await.map_err(Error::from)?;
            } else {
                matter::Entity::insert(row).exec_without_returning(db).await.map_err(Error::from)?;
            }
            name_body(db, campaign, draft.body.0).await?;
        }
        for (id, docket) in old.into_iter().filter(|(id, _)| !kept.contains(id)) {
            let testimony = testimony_matter::Entity::find()
                .filter(testimony_matter::Column::MatterId.eq(id))
                .one(db)
                .await
                .map_err(Error::from)?;
            let hearing = hearing_matter::Entity::find()
                .filter(hearing_matter::Column::MatterId.eq(id))
                .one(db)
                .await
                .map_err(Error::from)?;
            if testimony.is_some() || hearing.is_some() {
                return Err(MattersRefused::InUse(docket));
            }
            matter::Entity::delete_by_id(id).exec(db).await.map_err(Error::from)?;
        }
        Ok(())
    }

    /// A campaign's yearly dates, in the order of the year.
    pub async fn yearly(&self, campaign: CampaignId) -> Result<Vec<YearlyDate>, Error> {
        yearly_date::Entity::find()
            .filter(yearly_date::Column::CampaignId.eq(campaign.0))
            .order_by_asc(yearly_date::Column::Month)
            .order_by_asc(yearly_date::Column::Day)
            .order_by_asc(yearly_date::Column::Id)
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| {
                let fault = || Error::Row("yearly_date");
                Ok(YearlyDate {
                    id: Some(YearlyDateId(row.id)),
                    body: row.body_id.map(BodyId),
                    month: i8::try_from(row.month).map_err(|_| fault())?,
                    day: i8::try_from(row.day).map_err(|_| fault())?,
                    texts: serde_json::from_str(&row.texts).map_err(|_| fault())?,
                })
            })
            .collect()
    }

    /// Saves a campaign's yearly dates; those left out are gone.
    pub async fn save_yearly(
        &self,
        author: Author,
        campaign: CampaignId,
        dates: &[YearlyDate],
    ) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        let old: BTreeSet<Uuid> = yearly_date::Entity::find()
            .filter(yearly_date::Column::CampaignId.eq(campaign.0))
            .all(&transaction)
            .await?
            .into_iter()
            .map(|row| row.id)
            .collect();
        yearly_date::Entity::delete_many()
            .filter(yearly_date::Column::CampaignId.eq(campaign.0))
            .exec(&transaction)
            .await?;
        let mut kept = BTreeSet::new();
        for date in dates {
            // The same date keeps its id: calendars know it by that.
            let id = date.id.map(|id| id.0).filter(|id| old.contains(id) && kept.insert(*id));
            let row = yearly_date::ActiveModel {
                id: Set(id.unwrap_or_else(|| YearlyDateId::new(self.0.random.as_ref()).0)),
                campaign_id: Set(campaign.0),
                body_id: Set(date.body.map(|id| id.0)),
                month: Set(date.month.into()),
                day: Set(date.day.into()),
                texts: Set(serde_json::to_string(&date.texts).map_err(|_| Error::Row("yearly_date"))?),
            };
            yearly_date::Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb: "yearly-saved",
            object: "yearly dates".to_owned(),
            before: old.len().to_string(),
            after: dates.len().to_string(),
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }
}

async fn of(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
    id: HearingId,
) -> Result<Option<hearing::Model>, Error> {
    Ok(hearing::Entity::find_by_id(id.0).filter(hearing::Column::CampaignId.eq(campaign.0)).one(db).await?)
}

pub(crate) fn cutoff_of(row: &hearing::Model) -> CutOff {
    CutOff { at: row.cutoff_at.map(instant), honored_until: row.honored_until.map(instant) }
}

fn hearing_of(row: hearing::Model, matters: Vec<Uuid>) -> Result<Hearing, Error> {
    let fault = || Error::Row("hearing");
    Ok(Hearing {
        id: HearingId(row.id),
        campaign: CampaignId(row.campaign_id),
        body: BodyId(row.body_id),
        cutoff: cutoff_of(&row),
        title: row.title,
        starts_at: instant(row.starts_at),
        place: row.place,
        link: row.link,
        note: row.note,
        state: row.state.parse().map_err(|_| fault())?,
        sequence: u32::try_from(row.sequence).map_err(|_| fault())?,
        changed_at: instant(row.changed_at),
        matters: matters.into_iter().map(MatterId).collect(),
    })
}

fn entry(
    author: Author,
    campaign: CampaignId,
    verb: &'static str,
    id: HearingId,
    before: &str,
    after: &str,
) -> Entry {
    Entry {
        author,
        campaign: Some(campaign),
        verb,
        object: id.to_string(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
