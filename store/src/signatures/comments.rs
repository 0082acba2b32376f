//! Comments that signers left: nothing is public before a moderator has read it.
//! It keeps why one was hidden, and changes no word of any.

use redress_domain::{CampaignId, CommentState, SignatureId, SignatureState};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};

use super::{Signature, Signatures};
use crate::entity::signature::{Column, Entity};
use crate::{Author, Entry, Error, audit, db, seal};

/// What a sealed reason is bound to, beside its row.
pub(super) const REASON: &str = "signature.comment_reason";

/// What a moderator decides of comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moderation {
    /// They are public, and go into the packet.
    Show,
    /// They are not, and this is why.
    Hide {
        /// For the organization's own eyes.
        reason: String,
    },
}

fn of_state(campaign: CampaignId, state: CommentState) -> Select<Entity> {
    Entity::find()
        .filter(Column::CampaignId.eq(campaign.0))
        // Said in the index's own words, or SQLite does not use it.
        .filter(Expr::cust("comment_state <> 'none'"))
        .filter(Column::CommentState.eq(state.as_str()))
        .filter(Column::State.eq(SignatureState::Confirmed.as_str()))
}

impl Signatures<'_> {
    /// Confirmed signatures whose comment is in a state, the newest first.
    pub async fn comments(
        &self,
        campaign: CampaignId,
        state: CommentState,
        most: u64,
    ) -> Result<Vec<Signature>, Error> {
        let rows = of_state(campaign, state)
            .order_by_desc(Column::ConfirmedAt)
            .order_by_asc(Column::Id)
            .limit(most)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(|row| self.open(row)).collect()
    }

    /// How many comments are in a state.
    pub async fn comment_count(&self, campaign: CampaignId, state: CommentState) -> Result<u64, Error> {
        Ok(of_state(campaign, state).count(&self.0.db).await?)
    }

    /// Shows or hides comments; tells how many there were to decide about.
    pub async fn moderate(
        &self,
        author: Author,
        campaign: CampaignId,
        ids: &[SignatureId],
        moderation: &Moderation,
    ) -> Result<u64, Error> {
        let (state, reason, verb) = match moderation {
            Moderation::Show => (CommentState::Shown, None, "comments-shown"),
            Moderation::Hide { reason } => (CommentState::Hidden, Some(reason), "comments-hidden"),
        };
        let transaction = db::begin(&self.0.db).await?;
        let mut decided = 0;
        for id in ids {
            // It may say who wrote it, or of whom.
            let reason = match reason {
                Some(reason) => Some(seal::seal(&self.0.keys, self.0.random.as_ref(), REASON, id.0, reason)?),
                None => None,
            };
            decided += Entity::update_many()
                .col_expr(Column::CommentState, Expr::value(state.as_str()))
                .col_expr(Column::CommentReason, Expr::value(reason))
                .filter(Column::CampaignId.eq(campaign.0))
                .filter(Column::Id.eq(id.0))
                .filter(Column::CommentState.ne(CommentState::None.as_str()))
                .exec(&transaction)
                .await?
                .rows_affected;
        }
        if decided > 0 {
            let entry = Entry {
                author,
                campaign: Some(campaign),
                verb,
                object: "comment".to_owned(),
                before: String::new(),
                after: decided.to_string(),
            };
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(decided)
    }
}
