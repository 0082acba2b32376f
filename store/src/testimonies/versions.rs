//! The versions of a text: each save is a new one, made on the one its writer saw.
//! Of two who save at once the later is told, and what both wrote is kept.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{SavedBy, TestimonyId, TestimonyState};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use serde::{Deserialize, Serialize};

use super::{Testimonies, Writing};
use crate::entity::testimony_version::{ActiveModel, Column, Entity};
use crate::{Error, db, instant, millis, seal};

const TABLE: &str = "testimony_version";
/// Autosaves within this time are one version, the newest: what a person looks for later is a sitting's text, not
/// a keystroke's.
const SITTING: SignedDuration = SignedDuration::from_mins(10);
/// The most versions a draft keeps, and the most bytes in them, sealed; the oldest goes first. The first of all and the
/// newest stay.
const MOST: usize = 100;
const MOST_BYTES: i64 = 2_000_000;

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It stands, under this number.
    Now(i32),
    /// Another save came first: that one stands, under its number.
    Behind(i32),
    /// It may no longer be changed: the state it is in.
    NotOpen(TestimonyState),
    /// There is no such testimony any more.
    Gone,
}

/// A version of a text, without the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct TextVersion {
    pub number: i32,
    pub saved_by: SavedBy,
    pub saved_at: Timestamp,
}

redress_domain::hidden_debug!(SealedText);

#[derive(Serialize, Deserialize)]
struct SealedText {
    text: String,
}

impl Testimonies<'_> {
    /// The versions of a text, the newest first.
    pub async fn versions(&self, id: TestimonyId) -> Result<Vec<TextVersion>, Error> {
        let rows: Vec<(i32, String, i64)> = Entity::find()
            .select_only()
            .columns([Column::Number, Column::SavedBy, Column::SavedAt])
            .filter(Column::TestimonyId.eq(id.0))
            .filter(Column::Sealed.is_not_null())
            .order_by_desc(Column::Number)
            .into_tuple()
            .all(&self.0.db)
            .await?;
        let version = |(number, saved_by, saved_at): (i32, String, i64)| {
            let saved_by = saved_by.parse().map_err(|_| Error::Row(TABLE))?;
            Ok(TextVersion { number, saved_by, saved_at: instant(saved_at) })
        };
        rows.into_iter().map(version).collect()
    }

    /// The text of one version.
    pub async fn version_text(&self, id: TestimonyId, number: i32) -> Result<Option<String>, Error> {
        let row = Entity::find()
            .filter(Column::TestimonyId.eq(id.0))
            .filter(Column::Number.eq(number))
            .one(&self.0.db)
            .await?;
        let Some(blob) = row.and_then(|row| row.sealed) else { return Ok(None) };
        let sealed: SealedText = seal::open(&self.0.keys, TABLE, id.0, &blob)?;
        Ok(Some(sealed.text))
    }

    /// Saves what was written on top of version `base`. Nothing is saved over a version its writer has not seen:
    /// then the text is kept beside it, unless it saved itself and is still in front of its writer.
    pub async fn save(
        &self,
        id: TestimonyId,
        base: i32,
        writing: &Writing,
        by: SavedBy,
    ) -> Result<Saved, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let saved = self.save_in(&transaction, id, base, writing, by).await?;
        transaction.commit().await?;
        Ok(saved)
    }

    pub(super) async fn save_in(
        &self,
        db: &impl ConnectionTrait,
        id: TestimonyId,
        base: i32,
        writing: &Writing,
        by: SavedBy,
    ) -> Result<Saved, Error> {
        let Some(row) = self.lock(db, id).await? else { return Ok(Saved::Gone) };
        let state: TestimonyState = row.state.parse().map_err(|_| Error::Row("testimony"))?;
        if !state.is_open() || row.sealed.is_none() {
            return Ok(Saved::NotOpen(state));
        }
        let stands: super::Writer = match &row.sealed {
            Some(blob) => seal::open(&self.0.keys, super::TABLE, row.id, blob)?,
            None => super::Writer::default(),
        };
        let same = stands.text == writing.writer.text;
        if base != row.text_number && !same {
            if by != SavedBy::Autosave {
                self.add_version(db, &row, SavedBy::Beside, &writing.writer.text).await?;
            }
            return Ok(Saved::Behind(row.text_number));
        }
        // An unchanged text is no new version; the rest of the form is kept all the same.
        let number = if same && row.text_number > 0 {
            row.text_number
        } else {
            self.add_version(db, &row, by, &writing.writer.text).await?
        };
        self.write(db, &row, writing, number).await?;
        Ok(Saved::Now(number))
    }

    /// Adds a version under the next number.
    pub(super) async fn add_version(
        &self,
        db: &impl ConnectionTrait,
        row: &crate::entity::testimony::Model,
        by: SavedBy,
        text: &str,
    ) -> Result<i32, Error> {
        let of_row = || Entity::find().filter(Column::TestimonyId.eq(row.id));
        let newest = of_row().order_by_desc(Column::Number).one(db).await?;
        let number = newest.as_ref().map_or(0, |newest| newest.number) + 1;
        let now = self.0.now();
        if let Some(newest) = newest
            && by == SavedBy::Autosave
            && newest.saved_by == SavedBy::Autosave.as_str()
            && now.duration_since(instant(newest.saved_at)) < SITTING
            && number > 2
        {
            // The sitting's time runs from its first autosave, or one of a whole evening would be one version.
            let begun = newest.saved_at;
            Entity::delete_many()
                .filter(Column::TestimonyId.eq(row.id))
                .filter(Column::Number.eq(newest.number))
                .exec(db)
                .await?;
            self.insert_version(db, row, by, text, number, begun).await?;
            return Ok(number);
        }
        self.insert_version(db, row, by, text, number, millis(now)).await?;
        self.forget_old(db, TestimonyId(row.id)).await?;
        Ok(number)
    }

    /// Drops the oldest beyond what a draft may keep.
    async fn forget_old(&self, db: &impl ConnectionTrait, id: TestimonyId) -> Result<(), Error> {
        let sizes: Vec<(i32, Option<i64>)> = Entity::find()
            .select_only()
            .column(Column::Number)
            .column_as(Expr::cust("CAST(length(sealed) AS BIGINT)"), "size")
            .filter(Column::TestimonyId.eq(id.0))
            .order_by_desc(Column::Number)
            .into_tuple()
            .all(db)
            .await?;
        let mut bytes = 0;
        let kept = sizes.iter().take(MOST).take_while(|(_, size)| {
            bytes += size.unwrap_or_default();
            bytes <= MOST_BYTES
        });
        let too_old = sizes.get(kept.count().max(1)).filter(|(number, _)| *number > 1);
        if let Some((newest, _)) = too_old {
            Entity::delete_many()
                .filter(Column::TestimonyId.eq(id.0))
                .filter(Column::Number.lte(*newest))
                .filter(Column::Number.gt(1))
                .exec(db)
                .await?;
        }
        Ok(())
    }

    async fn insert_version(
        &self,
        db: &impl ConnectionTrait,
        row: &crate::entity::testimony::Model,
        by: SavedBy,
        text: &str,
        number: i32,
        saved_at: i64,
    ) -> Result<(), Error> {
        let sealed = SealedText { text: text.to_owned() };
        let version = ActiveModel {
            campaign_id: Set(row.campaign_id),
            testimony_id: Set(row.id),
            number: Set(number),
            saved_by: Set(by.as_str().to_owned()),
            sealed: Set(Some(seal::seal(&self.0.keys, self.0.random.as_ref(), TABLE, row.id, &sealed)?)),
            saved_at: Set(saved_at),
        };
        Entity::insert(version).exec_without_returning(db).await?;
        Ok(())
    }

    /// Forgets every version but one; none, if it is to forget all.
    pub(super) async fn forget_versions(
        &self,
        db: &impl ConnectionTrait,
        id: TestimonyId,
        but: Option<i32>,
    ) -> Result<(), Error> {
        let mut delete = Entity::delete_many().filter(Column::TestimonyId.eq(id.0));
        if let Some(number) = but {
            delete = delete.filter(Column::Number.ne(number));
        }
        delete.exec(db).await?;
        Ok(())
    }
}
