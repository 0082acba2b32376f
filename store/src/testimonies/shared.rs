//! A draft shared by private link: readers without an account propose, its writer takes or leaves.
//! Readers see the text and never who wrote it; what they propose is forgotten when the draft is sent.

use jiff::Timestamp;
use redress_domain::{SuggestionId, SuggestionState, TestimonyId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Testimonies;
use crate::entity::suggestion::{ActiveModel, Column, Entity};
use crate::entity::testimony;
use crate::{Error, db, instant, millis, seal};

const TABLE: &str = "suggestion";
/// The most suggestions a draft takes while they are open.
const MOST: u64 = 50;
/// The most suggestions kept of a draft, those that were taken or left among them.
const MOST_KEPT: u64 = 200;

/// What a reader proposes: another text, a comment, or both.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedText {
    /// The reader's name.
    pub name: String,
    /// The whole text as the reader would have it.
    pub text: Option<String>,
    /// What the reader has to say.
    pub comment: String,
}

/// A suggestion.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row, opened")]
pub struct Suggestion {
    pub id: SuggestionId,
    /// The version it was made on.
    pub number: i32,
    pub state: SuggestionState,
    pub made_at: Timestamp,
    pub suggested: SuggestedText,
}

/// What became of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggested {
    /// Its writer has it.
    Kept,
    /// Too many are open.
    Full,
    /// The link is stopped, or the draft was sent.
    Stopped,
}

redress_domain::hidden_debug!(SuggestedText, Suggestion);

impl Testimonies<'_> {
    /// Opens a readers' link, or tells the one that is open.
    pub async fn share(&self, id: TestimonyId) -> Result<Option<Uuid>, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = self.lock(&transaction, id).await? else { return Ok(None) };
        let open = row.state.parse().is_ok_and(redress_domain::TestimonyState::is_open);
        let share = match row.share_id {
            Some(share) => Some(share),
            None if open => {
                let mut bytes = [0; 16];
                self.0.random.fill(&mut bytes);
                let share = uuid::Builder::from_random_bytes(bytes).into_uuid();
                self.set_share(&transaction, id, Some(share)).await?;
                Some(share)
            }
            None => None,
        };
        transaction.commit().await?;
        Ok(share)
    }

    /// Stops the readers' link for good; another can be opened.
    pub async fn stop_sharing(&self, id: TestimonyId) -> Result<(), Error> {
        self.set_share(&self.0.db, id, None).await
    }

    async fn set_share(
        &self,
        db: &impl ConnectionTrait,
        id: TestimonyId,
        share: Option<Uuid>,
    ) -> Result<(), Error> {
        testimony::Entity::update_many()
            .col_expr(testimony::Column::ShareId, Expr::value(share))
            .filter(testimony::Column::Id.eq(id.0))
            .exec(db)
            .await?;
        Ok(())
    }

    /// A reader proposes.
    pub async fn suggest(&self, share: Uuid, number: i32, words: &SuggestedText) -> Result<Suggested, Error> {
        let Some(draft) = self.find_shared(share).await? else { return Ok(Suggested::Stopped) };
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = self.lock(&transaction, draft.id).await? else { return Ok(Suggested::Stopped) };
        if row.share_id != Some(share) {
            return Ok(Suggested::Stopped);
        }
        let open = Entity::find()
            .filter(Column::TestimonyId.eq(row.id))
            .filter(Column::State.eq(SuggestionState::Open.as_str()))
            .count(&transaction)
            .await?;
        if open >= MOST {
            return Ok(Suggested::Full);
        }
        self.drop_decided(&transaction, row.id).await?;
        let id = SuggestionId::new(self.0.random.as_ref());
        let suggestion = ActiveModel {
            id: Set(id.0),
            campaign_id: Set(row.campaign_id),
            testimony_id: Set(row.id),
            number: Set(number),
            state: Set(SuggestionState::Open.as_str().to_owned()),
            sealed: Set(Some(seal::seal(&self.0.keys, self.0.random.as_ref(), TABLE, id.0, words)?)),
            made_at: Set(millis(self.0.now())),
            decided_at: Set(None),
        };
        Entity::insert(suggestion).exec_without_returning(&transaction).await?;
        transaction.commit().await?;
        Ok(Suggested::Kept)
    }

    /// Makes room for one more: of what was taken or left, the oldest goes.
    async fn drop_decided(&self, db: &impl ConnectionTrait, testimony: Uuid) -> Result<(), Error> {
        let of_testimony = || Entity::find().filter(Column::TestimonyId.eq(testimony));
        if of_testimony().count(db).await? < MOST_KEPT {
            return Ok(());
        }
        let oldest = of_testimony()
            .filter(Column::State.ne(SuggestionState::Open.as_str()))
            .order_by_asc(Column::MadeAt)
            .order_by_asc(Column::Id)
            .one(db)
            .await?;
        if let Some(oldest) = oldest {
            Entity::delete_by_id(oldest.id).exec(db).await?;
        }
        Ok(())
    }

    /// What readers proposed, the oldest first.
    pub async fn suggestions(&self, id: TestimonyId) -> Result<Vec<Suggestion>, Error> {
        let rows = Entity::find()
            .filter(Column::TestimonyId.eq(id.0))
            .order_by_asc(Column::MadeAt)
            .order_by_asc(Column::Id)
            .all(&self.0.db)
            .await?;
        let mut suggestions = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(blob) = row.sealed else { continue };
            suggestions.push(Suggestion {
                id: SuggestionId(row.id),
                number: row.number,
                state: row.state.parse().map_err(|_| Error::Row(TABLE))?,
                made_at: instant(row.made_at),
                suggested: seal::open(&self.0.keys, TABLE, row.id, &blob)?,
            });
        }
        Ok(suggestions)
    }

    /// Marks a suggestion as taken or left; tells whether it was open.
    pub async fn decide(
        &self,
        draft: TestimonyId,
        id: SuggestionId,
        state: SuggestionState,
    ) -> Result<bool, Error> {
        let decided = Entity::update_many()
            .col_expr(Column::State, Expr::value(state.as_str()))
            .col_expr(Column::DecidedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(id.0))
            .filter(Column::TestimonyId.eq(draft.0))
            .filter(Column::State.eq(SuggestionState::Open.as_str()))
            .exec(&self.0.db)
            .await?;
        Ok(decided.rows_affected == 1)
    }

    pub(super) async fn forget_suggestions(
        &self,
        db: &impl ConnectionTrait,
        id: TestimonyId,
    ) -> Result<(), Error> {
        Entity::delete_many().filter(Column::TestimonyId.eq(id.0)).exec(db).await?;
        Ok(())
    }
}
