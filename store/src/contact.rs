//! Calling and writing to the members of a body: districts of ZIP codes and their outlines, the texts to say, and
//! how often somebody did, in counts.
//! It knows nobody who called: a count has a seat, a way and a day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use redress_domain::{BodyId, CampaignId, Channel, Locale, Outline, SeatId, simplified};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::bodies::natural;
use crate::entity::{contact_script, contact_tally, district_shape, district_zip};
use crate::{Author, Entry, Error, Store, audit, db};

/// What to write and what to say, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactScript {
    /// The message's subject.
    pub subject: String,
    /// The message.
    pub message: String,
    /// What to say by telephone.
    pub phone: String,
}

/// The contacts of a store.
pub struct Contacts<'a>(pub(crate) &'a Store);

impl Store {
    /// Calling and writing to members of bodies.
    pub const fn contacts(&self) -> Contacts<'_> {
        Contacts(self)
    }
}

impl Contacts<'_> {
    /// The texts of a campaign for a body, by language.
    pub async fn scripts(
        &self,
        campaign: CampaignId,
        body: BodyId,
    ) -> Result<BTreeMap<Locale, ContactScript>, Error> {
        contact_script::Entity::find()
            .filter(contact_script::Column::CampaignId.eq(campaign.0))
            .filter(contact_script::Column::BodyId.eq(body.0))
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| {
                let locale = row.locale.parse().map_err(|_| Error::Row("contact_script"))?;
                Ok((locale, ContactScript { subject: row.subject, message: row.message, phone: row.phone }))
            })
            .collect()
    }

    /// Saves the texts of a campaign for a body; languages left out have none.
    pub async fn save_scripts(
        &self,
        author: Author,
        campaign: CampaignId,
        body: BodyId,
        scripts: &BTreeMap<Locale, ContactScript>,
    ) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        contact_script::Entity::delete_many()
            .filter(contact_script::Column::CampaignId.eq(campaign.0))
            .filter(contact_script::Column::BodyId.eq(body.0))
            .exec(&transaction)
            .await?;
        for (locale, script) in scripts {
            let row = contact_script::ActiveModel {
                campaign_id: Set(campaign.0),
                body_id: Set(body.0),
                locale: Set(locale.code().to_owned()),
                subject: Set(script.subject.clone()),
                message: Set(script.message.clone()),
                phone: Set(script.phone.clone()),
            };
            contact_script::Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb: "script-saved",
            object: body.to_string(),
            before: String::new(),
            after: scripts.keys().map(|locale| locale.code()).collect::<Vec<_>>().join(", "),
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Counts one call or letter to a seat.
    pub async fn count(
        &self,
        campaign: CampaignId,
        seat: SeatId,
        channel: Channel,
        day: Date,
    ) -> Result<(), Error> {
        let row = contact_tally::ActiveModel {
            campaign_id: Set(campaign.0),
            seat_id: Set(seat.0),
            channel: Set(channel.as_str().to_owned()),
            day: Set(day.to_string()),
            count: Set(1),
        };
        let key = [
            contact_tally::Column::CampaignId,
            contact_tally::Column::SeatId,
            contact_tally::Column::Channel,
            contact_tally::Column::Day,
        ];
        let one_more = Expr::col((contact_tally::Entity, contact_tally::Column::Count)).add(1);
        let conflict = OnConflict::columns(key).value(contact_tally::Column::Count, one_more).to_owned();
        contact_tally::Entity::insert(row).on_conflict(conflict).exec_without_returning(&self.0.db).await?;
        Ok(())
    }

    /// How often each seat was called and written to.
    pub async fn counts(&self, campaign: CampaignId) -> Result<BTreeMap<(SeatId, Channel), u64>, Error> {
        let mut counts: BTreeMap<(SeatId, Channel), u64> = BTreeMap::new();
        for row in contact_tally::Entity::find()
            .filter(contact_tally::Column::CampaignId.eq(campaign.0))
            .all(&self.0.db)
            .await?
        {
            let fault = || Error::Row("contact_tally");
            let channel = row.channel.parse().map_err(|_| fault())?;
            *counts.entry((SeatId(row.seat_id), channel)).or_default() +=
                u64::try_from(row.count).map_err(|_| fault())?;
        }
        Ok(counts)
    }

    /// The districts of a body that a ZIP code is in, as they count.
    pub async fn districts_of(&self, body: BodyId, zip: &str) -> Result<Vec<String>, Error> {
        let mut districts: Vec<String> = district_zip::Entity::find()
            .filter(district_zip::Column::BodyId.eq(body.0))
            .filter(district_zip::Column::Zip.eq(zip))
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| row.district)
            .collect();
        districts.sort_by_key(|name| natural(name));
        Ok(districts)
    }

    /// How many ZIP codes of a body are known by their districts.
    pub async fn zips(&self, body: BodyId) -> Result<u64, Error> {
        let zips = district_zip::Entity::find()
            .select_only()
            .column(district_zip::Column::Zip)
            .distinct()
            .filter(district_zip::Column::BodyId.eq(body.0));
        Ok(zips.count(&self.0.db).await?)
    }

    /// How many districts of a body have an outline.
    pub async fn outline_count(&self, body: BodyId) -> Result<u64, Error> {
        let outlines = district_shape::Entity::find().filter(district_shape::Column::BodyId.eq(body.0));
        Ok(outlines.count(&self.0.db).await?)
    }

    /// The outlines of a body's districts, as they count.
    pub async fn outlines(&self, body: BodyId) -> Result<Vec<(String, Outline)>, Error> {
        let mut outlines = district_shape::Entity::find()
            .filter(district_shape::Column::BodyId.eq(body.0))
            .order_by_asc(district_shape::Column::District)
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| {
                let outline = serde_json::from_str(&row.outline).map_err(|_| Error::Row("district_shape"))?;
                Ok((row.district, outline))
            })
            .collect::<Result<Vec<_>, Error>>()?;
        outlines.sort_by_key(|(name, _)| natural(name));
        Ok(outlines)
    }

    /// Puts a crosswalk in the place of the one there was.
    pub async fn import_zips(&self, body: BodyId, rows: &BTreeSet<(String, String)>) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        district_zip::Entity::delete_many()
            .filter(district_zip::Column::BodyId.eq(body.0))
            .exec(&transaction)
            .await?;
        let models: Vec<_> = rows
            .iter()
            .map(|(zip, district)| district_zip::ActiveModel {
                body_id: Set(body.0),
                zip: Set(zip.clone()),
                district: Set(district.clone()),
            })
            .collect();
        for chunk in models.chunks(500) {
            district_zip::Entity::insert_many(chunk.to_vec()).exec_without_returning(&transaction).await?;
        }
        self.imported(&transaction, body, "district-zips", rows.len()).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Puts outlines in the place of those there were.
    pub async fn import_outlines(
        &self,
        body: BodyId,
        outlines: &BTreeMap<String, Outline>,
    ) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        district_shape::Entity::delete_many()
            .filter(district_shape::Column::BodyId.eq(body.0))
            .exec(&transaction)
            .await?;
        for (district, outline) in &simplified(outlines) {
            let row = district_shape::ActiveModel {
                body_id: Set(body.0),
                district: Set(district.clone()),
                outline: Set(serde_json::to_string(outline).map_err(|_| Error::Row("district_shape"))?),
            };
            district_shape::Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        self.imported(&transaction, body, "district-outlines", outlines.len()).await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn imported(
        &self,
        db: &impl ConnectionTrait,
        body: BodyId,
        what: &str,
        count: usize,
    ) -> Result<(), Error> {
        let entry = Entry {
            author: Author::Operator,
            campaign: None,
            verb: "imported",
            object: format!("{what} {body}"),
            before: String::new(),
            after: count.to_string(),
        };
        audit::append(db, self.0.now(), entry).await
    }
}
