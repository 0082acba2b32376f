//! The tracker of places: statuses, places, and what changed, which a feed tells.
//! It refuses two places of one name, a status that is not there, and a list that was not read whole.

use std::collections::BTreeMap;

use jiff::Timestamp;
use redress_domain::{
    CampaignId, KnownDay, Locale, MOST_PLACES, MOST_STATUSES, Place, PlaceDeed, PlaceDraft, PlaceId,
    PlacePlan, PlaceSheet, PlaceStatus, PlaceStatusCode, Tile, fold, plan_places,
};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, SqlErr,
};
use uuid::Uuid;

use crate::entity::{place, place_change, place_status};
use crate::{Author, Entry, Error, Store, audit, db, instant, millis};

/// Something that changed about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct PlaceChange {
    pub id: Uuid,
    pub place: PlaceId,
    pub name: String,
    /// `None` for a place that is new.
    pub before: Option<PlaceStatusCode>,
    /// `None` for a place that was taken off.
    pub after: Option<PlaceStatusCode>,
    pub day: Option<KnownDay>,
    pub note: String,
    pub changed_at: Timestamp,
}

/// Why nothing was saved.
#[derive(Debug, thiserror::Error)]
pub enum PlaceRefused {
    /// Another place is called that.
    #[error("another place has that name")]
    NameTaken,
    /// The campaign has no such status.
    #[error("there is no such status")]
    NoStatus,
    /// Places have the status still.
    #[error("places have that status")]
    StatusInUse,
    /// There are as many as there may be.
    #[error("there are as many as there may be")]
    TooMany,
    /// It is gone already.
    #[error("that place is not there any more")]
    Gone,
    /// The places have changed since the list was shown.
    #[error("the places have changed meanwhile")]
    Changed,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<sea_orm::DbErr> for PlaceRefused {
    fn from(error: sea_orm::DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::NameTaken,
            _ => Self::Store(error.into()),
        }
    }
}

/// The places of a store.
pub struct Places<'a>(pub(crate) &'a Store);

impl Store {
    /// The tracker.
    pub const fn places(&self) -> Places<'_> {
        Places(self)
    }
}

impl Places<'_> {
    /// A campaign's places, by name.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Place>, Error> {
        all(&self.0.db, campaign).await
    }

    /// How many there are.
    pub async fn count(&self, campaign: CampaignId) -> Result<u64, Error> {
        let found = place::Entity::find().filter(place::Column::CampaignId.eq(campaign.0));
        Ok(found.count(&self.0.db).await?)
    }

    /// A campaign's statuses, in order.
    pub async fn statuses(&self, campaign: CampaignId) -> Result<Vec<PlaceStatus>, Error> {
        statuses(&self.0.db, campaign).await
    }

    /// What changed, newest first.
    pub async fn changes(&self, campaign: CampaignId, most: u64) -> Result<Vec<PlaceChange>, Error> {
        let rows = place_change::Entity::find()
            .filter(place_change::Column::CampaignId.eq(campaign.0))
            .order_by_desc(place_change::Column::ChangedAt)
            .order_by_asc(place_change::Column::Name)
            .order_by_asc(place_change::Column::Id)
            .limit(most)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(change).collect()
    }

    /// Writes a status: a new one comes last, a known one keeps its place.
    pub async fn save_status(
        &self,
        author: Author,
        campaign: CampaignId,
        status: &PlaceStatus,
    ) -> Result<(), PlaceRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let known = statuses(&transaction, campaign).await?;
        let new = !known.iter().any(|one| one.code == status.code);
        if new && known.len() >= MOST_STATUSES {
            return Err(PlaceRefused::TooMany);
        }
        write_status(&transaction, campaign, known.len(), status).await?;
        let entry = entry(author, campaign, "place-status", status.code.as_str(), status.tone.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        Ok(transaction.commit().await?)
    }

    /// Takes away a status that no place has.
    pub async fn remove_status(
        &self,
        author: Author,
        campaign: CampaignId,
        code: &PlaceStatusCode,
    ) -> Result<(), PlaceRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let used = place::Entity::find()
            .filter(place::Column::CampaignId.eq(campaign.0))
            .filter(place::Column::Status.eq(code.as_str()))
            .one(&transaction)
            .await?;
        if used.is_some() {
            return Err(PlaceRefused::StatusInUse);
        }
        let gone = place_status::Entity::delete_many()
            .filter(place_status::Column::CampaignId.eq(campaign.0))
            .filter(place_status::Column::Code.eq(code.as_str()))
            .exec(&transaction)
            .await?;
        if gone.rows_affected == 0 {
            return Err(PlaceRefused::NoStatus);
        }
        let entry = entry(author, campaign, "place-status-removed", code.as_str(), "");
        audit::append(&transaction, self.0.now(), entry).await?;
        Ok(transaction.commit().await?)
    }

    /// Adds a place, or writes one anew.
    pub async fn save(
        &self,
        author: Author,
        campaign: CampaignId,
        id: Option<PlaceId>,
        said: &PlaceDraft,
    ) -> Result<PlaceId, PlaceRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let places = all(&transaction, campaign).await?;
        let taken = places.iter().any(|other| Some(other.id) != id && other.said.key() == said.key());
        let deed = match id {
            Some(id) => {
                let before = places.iter().find(|place| place.id == id).ok_or(PlaceRefused::Gone)?.clone();
                if before.said == *said {
                    return Ok(id);
                }
                PlaceDeed::Change { before, after: said.clone() }
            }
            None if places.len() >= MOST_PLACES => return Err(PlaceRefused::TooMany),
            None => PlaceDeed::Add(said.clone()),
        };
        if taken {
            return Err(PlaceRefused::NameTaken);
        }
        if !statuses(&transaction, campaign).await?.iter().any(|status| status.code == said.status) {
            return Err(PlaceRefused::NoStatus);
        }
        let id = self.write(&transaction, campaign, &deed, places.len()).await?;
        let verb = if matches!(deed, PlaceDeed::Add(_)) { "place-added" } else { "place-changed" };
        let entry = entry(author, campaign, verb, &id.to_string(), said.status.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Takes a place off.
    pub async fn remove(
        &self,
        author: Author,
        campaign: CampaignId,
        id: PlaceId,
    ) -> Result<(), PlaceRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let places = all(&transaction, campaign).await?;
        let place = places.iter().find(|place| place.id == id).ok_or(PlaceRefused::Gone)?.clone();
        self.write(&transaction, campaign, &PlaceDeed::Remove(place), places.len()).await?;
        let entry = entry(author, campaign, "place-removed", &id.to_string(), "");
        audit::append(&transaction, self.0.now(), entry).await?;
        Ok(transaction.commit().await?)
    }

    /// Takes a list, as a whole or not at all. With `shown`, only if it changes what was shown.
    pub async fn take(
        &self,
        author: Author,
        campaign: CampaignId,
        sheet: &PlaceSheet,
        remove: bool,
        shown: Option<&PlacePlan>,
    ) -> Result<PlacePlan, PlaceRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let places = all(&transaction, campaign).await?;
        let plan = plan_places(&places, sheet, remove);
        if shown.is_some_and(|shown| *shown != plan) {
            return Err(PlaceRefused::Changed);
        }
        let (added, changed, removed) = plan.counts();
        if places.len() + added - removed > MOST_PLACES {
            return Err(PlaceRefused::TooMany);
        }
        let mut known = statuses(&transaction, campaign).await?;
        for status in &sheet.statuses {
            if known.len() >= MOST_STATUSES {
                return Err(PlaceRefused::TooMany);
            }
            write_status(&transaction, campaign, known.len(), status).await?;
            known.push(status.clone());
        }
        let has = |said: &PlaceDraft| known.iter().any(|status| status.code == said.status);
        if !sheet.rows.iter().all(|row| has(&row.said)) {
            return Err(PlaceRefused::NoStatus);
        }
        for (deed, at) in plan.deeds.iter().zip(places.len()..) {
            self.write(&transaction, campaign, deed, at).await?;
        }
        let told = format!("{added}, {changed}, {removed}");
        let entry = entry(author, campaign, "places-imported", "places", &told);
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(plan)
    }

    async fn write(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        deed: &PlaceDeed,
        position: usize,
    ) -> Result<PlaceId, PlaceRefused> {
        let now = millis(self.0.now());
        let fresh = || PlaceId::new(self.0.random.as_ref());
        let (id, said, before, after) = match deed {
            PlaceDeed::Add(said) => {
                let id = fresh();
                place::Entity::insert(place::ActiveModel {
                    id: Set(id.0),
                    campaign_id: Set(campaign.0),
                    name: Set(said.name.clone()),
                    status: Set(said.status.to_string()),
                    day: Set(day(said)),
                    source: Set(said.source.clone()),
                    note: Set(said.note.clone()),
                    tile: Set(said.tile.map(|tile| tile.to_string())),
                    position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
                    changed_at: Set(now),
                })
                .exec_without_returning(db)
                .await?;
                (id, said, None, Some(&said.status))
            }
            PlaceDeed::Change { before, after } => {
                place::Entity::update_many()
                    .col_expr(place::Column::Name, Expr::value(after.name.as_str()))
                    .col_expr(place::Column::Status, Expr::value(after.status.as_str()))
                    .col_expr(place::Column::Day, Expr::value(day(after)))
                    .col_expr(place::Column::Source, Expr::value(after.source.as_str()))
                    .col_expr(place::Column::Note, Expr::value(after.note.as_str()))
                    .col_expr(place::Column::Tile, Expr::value(after.tile.map(|tile| tile.to_string())))
                    .col_expr(place::Column::ChangedAt, Expr::value(now))
                    .filter(place::Column::Id.eq(before.id.0))
                    .exec(db)
                    .await?;
                // Where a tile lies is no news.
                if (PlaceDraft { tile: after.tile, ..before.said.clone() }) == *after {
                    return Ok(before.id);
                }
                (before.id, after, Some(&before.said.status), Some(&after.status))
            }
            PlaceDeed::Remove(place) => {
                place::Entity::delete_by_id(place.id.0).exec(db).await?;
                (place.id, &place.said, Some(&place.said.status), None)
            }
        };
        let row = place_change::ActiveModel {
            id: Set(fresh().0),
            campaign_id: Set(campaign.0),
            place_id: Set(id.0),
            name: Set(said.name.clone()),
            before: Set(before.map(ToString::to_string)),
            after: Set(after.map(ToString::to_string)),
            day: Set(day(said)),
            note: Set(said.note.clone()),
            changed_at: Set(now),
        };
        place_change::Entity::insert(row).exec_without_returning(db).await?;
        Ok(id)
    }
}

async fn all(db: &impl ConnectionTrait, campaign: CampaignId) -> Result<Vec<Place>, Error> {
    let rows = place::Entity::find().filter(place::Column::CampaignId.eq(campaign.0)).all(db).await?;
    let mut places = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    // Two databases sort by two alphabetical orders.
    places.sort_by_cached_key(|place| (fold(&place.said.name), place.id));
    Ok(places)
}

async fn statuses(db: &impl ConnectionTrait, campaign: CampaignId) -> Result<Vec<PlaceStatus>, Error> {
    let fault = || Error::Row("place_status");
    place_status::Entity::find()
        .filter(place_status::Column::CampaignId.eq(campaign.0))
        .order_by_asc(place_status::Column::Position)
        .order_by_asc(place_status::Column::Code)
        .all(db)
        .await?
        .into_iter()
        .map(|row| {
            let texts: BTreeMap<Locale, String> = serde_json::from_str(&row.texts).map_err(|_| fault())?;
            Ok(PlaceStatus {
                code: PlaceStatusCode::parse(&row.code).map_err(|_| fault())?,
                tone: row.tone.parse().map_err(|_| fault())?,
                texts,
            })
        })
        .collect()
}

async fn write_status(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
    position: usize,
    status: &PlaceStatus,
) -> Result<(), Error> {
    let row = place_status::ActiveModel {
        campaign_id: Set(campaign.0),
        code: Set(status.code.to_string()),
        position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
        tone: Set(status.tone.as_str().to_owned()),
        texts: Set(serde_json::to_string(&status.texts).map_err(|_| Error::Row("place_status"))?),
    };
    place_status::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([place_status::Column::CampaignId, place_status::Column::Code])
                .update_columns([place_status::Column::Tone, place_status::Column::Texts])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn day(said: &PlaceDraft) -> String {
    said.day.map(|day| day.to_string()).unwrap_or_default()
}

fn known_day(text: &str) -> Result<Option<KnownDay>, Error> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Error::Row("place")) }
}

fn read(row: place::Model) -> Result<Place, Error> {
    let fault = || Error::Row("place");
    Ok(Place {
        id: PlaceId(row.id),
        said: PlaceDraft {
            status: PlaceStatusCode::parse(&row.status).map_err(|_| fault())?,
            day: known_day(&row.day)?,
            tile: row.tile.as_deref().map(Tile::parse).transpose().map_err(|_| fault())?,
            name: row.name,
            source: row.source,
            note: row.note,
        },
    })
}

fn change(row: place_change::Model) -> Result<PlaceChange, Error> {
    let code = |text: Option<String>| {
        text.map(|text| PlaceStatusCode::parse(&text)).transpose().map_err(|_| Error::Row("place_change"))
    };
    Ok(PlaceChange {
        id: row.id,
        place: PlaceId(row.place_id),
        name: row.name,
        before: code(row.before)?,
        after: code(row.after)?,
        day: known_day(&row.day)?,
        note: row.note,
        changed_at: instant(row.changed_at),
    })
}

fn entry(author: Author, campaign: CampaignId, verb: &'static str, object: &str, after: &str) -> Entry {
    Entry {
        author,
        campaign: Some(campaign),
        verb,
        object: object.to_owned(),
        before: String::new(),
        after: after.to_owned(),
    }
}
