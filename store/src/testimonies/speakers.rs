//! Who speaks at a hearing, in which order; and what time brings their writers: a word the day before they speak,
//! and one before the cut-off to whoever has a text to finish. Each is told once, and again only if the hearing
//! is moved.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, CampaignState, HearingId, HearingState, Message, Speaking, TestimonyId, TestimonyState, moved,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::desk::entry;
use super::{TABLE, Testimonies, Testimony, Writer};
use crate::entity::testimony::{Column, Entity, Model};
use crate::entity::{campaign, hearing};
use crate::{Author, Error, Store, audit, db, instant, millis, seal};

/// How long before a hearing its speakers are told.
const BEFORE_SPEAKING: SignedDuration = SignedDuration::from_hours(24);
/// How long a mailbox may take before its owner is reminded, once.
const BEFORE_CONFIRMING: SignedDuration = SignedDuration::from_hours(48);
/// How long before a cut-off the writers of returned texts are told.
const BEFORE_CUTOFF: SignedDuration = SignedDuration::from_hours(48);
/// Whoever was sent the text back within this time knows already.
const JUST_RETURNED: SignedDuration = SignedDuration::from_hours(24);

/// The states in which a writer speaks.
const SPEAK: [&str; 3] = [
    TestimonyState::Confirmed.as_str(),
    TestimonyState::Approved.as_str(),
    TestimonyState::Included.as_str(),
];

/// What became of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// It is so now.
    Done,
    /// The order had changed meanwhile: it is as it was.
    Meanwhile,
}

impl Testimonies<'_> {
    /// Who speaks at a hearing, in their order; who was not placed yet comes last, the earliest first.
    pub async fn speakers(&self, campaign: CampaignId, hearing: HearingId) -> Result<Vec<Testimony>, Error> {
        let rows = self.speaking(&self.0.db, campaign, hearing).await?;
        self.open_all(&self.0.db, rows).await
    }

    async fn speaking(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        hearing: HearingId,
    ) -> Result<Vec<Model>, Error> {
        let mut rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::HearingId.eq(hearing.0))
            .filter(Column::Speaking.ne(Speaking::No.as_str()))
            .filter(Column::State.is_in(SPEAK))
            .order_by_asc(Column::ConfirmedAt)
            .order_by_asc(Column::Id)
            .all(db)
            .await?;
        // Here and not in SQL: the two databases do not agree on where a missing place sorts.
        rows.sort_by_key(|row| row.speaker_position.unwrap_or(i32::MAX));
        Ok(rows)
    }

    /// Moves a speaker by one place, if the speaker still is at the place (from 0) the coordinator saw.
    pub async fn move_speaker(
        &self,
        author: Author,
        campaign: CampaignId,
        hearing: HearingId,
        speaker: TestimonyId,
        seen_at: usize,
        up: bool,
    ) -> Result<Moved, Error> {
        let transaction = db::begin(&self.0.db).await?;
        // Taken first, so that of two who move at once the second sees the first's order.
        hearing::Entity::update_many()
            .col_expr(hearing::Column::Sequence, Expr::col(hearing::Column::Sequence))
            .filter(hearing::Column::Id.eq(hearing.0))
            .filter(hearing::Column::CampaignId.eq(campaign.0))
            .exec(&transaction)
            .await?;
        let order: Vec<_> =
            self.speaking(&transaction, campaign, hearing).await?.into_iter().map(|row| row.id).collect();
        if order.get(seen_at) != Some(&speaker.0) {
            return Ok(Moved::Meanwhile);
        }
        let new = moved(&order, speaker.0, up);
        for (place, id) in new.iter().enumerate() {
            Entity::update_many()
                .col_expr(Column::SpeakerPosition, Expr::value(i32::try_from(place + 1).ok()))
                .filter(Column::Id.eq(*id))
                .exec(&transaction)
                .await?;
        }
        let place = |order: &[uuid::Uuid]| {
            order.iter().position(|id| *id == speaker.0).map_or(0, |at| at + 1).to_string()
        };
        let entry = entry(author, campaign, "speaker-moved", speaker, &place(&order), &place(&new));
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(Moved::Done)
    }
}

impl Store {
    /// Tells speakers the day before, writers of returned texts two days before the cut-off, and those whose mailbox
    /// has not said yes after two days, as long as it still can.
    pub(crate) async fn remind_writers(&self) -> Result<u64, Error> {
        let now = self.now();
        let until = |span| millis(now.checked_add(span).unwrap_or(Timestamp::MAX));
        let planned =
            || hearing::Entity::find().filter(hearing::Column::State.eq(HearingState::Planned.as_str()));
        let mut told = self.remind_to_confirm().await?;
        let soon = planned()
            .filter(hearing::Column::StartsAt.gt(millis(now)))
            .filter(hearing::Column::StartsAt.lte(until(BEFORE_SPEAKING)))
            .all(&self.db)
            .await?;
        for hearing in soon {
            let speakers = Entity::find()
                .filter(Column::Speaking.ne(Speaking::No.as_str()))
                .filter(Column::State.is_in(SPEAK));
            told += self.remind_of_hearing(&hearing, hearing.starts_at, speakers, true).await?;
        }
        let closing = planned()
            .filter(hearing::Column::CutoffAt.gt(millis(now)))
            .filter(hearing::Column::CutoffAt.lte(until(BEFORE_CUTOFF)))
            .all(&self.db)
            .await?;
        let known = millis(now.checked_sub(JUST_RETURNED).unwrap_or(Timestamp::MIN));
        for hearing in closing {
            let Some(cutoff) = hearing.cutoff_at else { continue };
            let returned = Entity::find()
                .filter(Column::State.eq(TestimonyState::Returned.as_str()))
                .filter(Column::DecidedAt.lte(known));
            told += self.remind_of_hearing(&hearing, cutoff, returned, false).await?;
        }
        Ok(told)
    }

    async fn remind_of_hearing(
        &self,
        hearing: &hearing::Model,
        moment: i64,
        whom: sea_orm::Select<Entity>,
        speaks: bool,
    ) -> Result<u64, Error> {
        let rows = whom
            .filter(Column::CampaignId.eq(hearing.campaign_id))
            .filter(Column::HearingId.eq(hearing.id))
            .filter(Column::Sealed.is_not_null())
            .filter(Column::RemindedFor.is_null().or(Column::RemindedFor.ne(moment)))
            .all(&self.db)
            .await?;
        let mut told = 0;
        for row in rows {
            let (campaign, testimony) = (CampaignId(row.campaign_id), TestimonyId(row.id));
            let at = instant(moment);
            let message = if speaks {
                Message::SpeakerReminder { campaign, testimony, starts_at: at }
            } else {
                Message::ReturnedReminder { campaign, testimony, cutoff_at: at }
            };
            told += self.remind_once(row, moment, message).await?;
        }
        Ok(told)
    }

    async fn remind_to_confirm(&self) -> Result<u64, Error> {
        let now = self.now();
        let waited = millis(now.checked_sub(BEFORE_CONFIRMING).unwrap_or(Timestamp::MIN));
        let live = campaign::Entity::find()
            .filter(campaign::Column::State.eq(CampaignState::Live.as_str()))
            .all(&self.db)
            .await?;
        let mut told = 0;
        for campaign in live {
            let rows = Entity::find()
                .filter(Column::CampaignId.eq(campaign.id))
                .filter(Column::State.eq(TestimonyState::Submitted.as_str()))
                .filter(Column::SubmittedAt.lte(waited))
                .filter(Column::RemindedFor.is_null())
                .filter(Column::Sealed.is_not_null())
                .all(&self.db)
                .await?;
            if rows.is_empty() {
                continue;
            }
            let hearings = self.hearings().of_campaign(CampaignId(campaign.id)).await?;
            for row in rows {
                let hearing = hearings.iter().find(|hearing| Some(hearing.id.0) == row.hearing_id);
                // It was sent in time; a mailbox that says yes after the hearing says it to nobody.
                if hearing.is_some_and(|hearing| hearing.state != HearingState::Planned) {
                    continue;
                }
                let (campaign, testimony) = (CampaignId(row.campaign_id), TestimonyId(row.id));
                // Of no moment: when it was sent is nobody's to keep.
                told += self.remind_once(row, 0, Message::TestimonyReminder { campaign, testimony }).await?;
            }
        }
        Ok(told)
    }

    /// Owes a writer a reminder of a moment, unless they were reminded of it before; tells how many went out.
    async fn remind_once(&self, row: Model, moment: i64, message: Message) -> Result<u64, Error> {
        let Some(blob) = &row.sealed else { return Ok(0) };
        let transaction = db::begin(&self.db).await?;
        let taken = Entity::update_many()
            .col_expr(Column::RemindedFor, Expr::value(Some(moment)))
            .col_expr(Column::RemindedAt, Expr::value(Some(millis(self.now()))))
            .filter(Column::Id.eq(row.id))
            .filter(Column::State.eq(row.state.as_str()))
            .filter(Column::RemindedFor.is_null().or(Column::RemindedFor.ne(moment)))
            .exec(&transaction)
            .await?
            .rows_affected;
        if taken == 1 {
            let writer: Writer = seal::open(&self.keys, TABLE, row.id, blob)?;
            self.testimonies().owe_writer(&transaction, &row, &writer, message).await?;
        }
        transaction.commit().await?;
        Ok(taken)
    }
}
