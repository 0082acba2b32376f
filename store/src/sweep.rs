//! What time brings: one reminder after two days, forgetting after thirty, closing at the deadline, days
//! instead of seconds once a campaign has ended, and forgetting people when retention is over.
//! It is safe to run twice, and in two processes at once.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, CampaignState, Locale, Message, Recipient, SignatureId, SignatureState, TestimonyState,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbBackend, EntityTrait, QueryFilter as _, QuerySelect as _,
    Select,
};

use crate::entity::{
    campaign, co_signature, hearing, outbox as outbox_row, overlap_list, partner, signature, testimony,
    testimony_version,
};
use crate::tally::Deltas;
use crate::{Author, Entry, Error, Signer, Store, audit, db, millis, seal};

const REMIND_AFTER: SignedDuration = SignedDuration::from_hours(2 * 24);
const FORGET_AFTER: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Sent and given-up mails leave no trace after a week.
const MAIL_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
const MOST: u64 = 1_000;

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Signers reminded.
    pub reminded: u64,
    /// Writers of testimony told of a hearing or a cut-off.
    pub told: u64,
    /// Signatures that expired.
    pub expired: u64,
    /// Campaigns that came to their end.
    pub closed: u64,
    /// People forgotten because retention is over.
    pub forgotten: u64,
}

impl Store {
    /// Does what is due now.
    pub async fn sweep(&self) -> Result<Swept, Error> {
        let swept = Swept {
            closed: self.close_campaigns().await?,
            reminded: self.remind().await?,
            told: self.remind_writers().await?,
            expired: self.expire().await?
                + self.expire_testimony().await?
                + self.letters().expire_unconfirmed(self.before(FORGET_AFTER)).await?,
            forgotten: self.forget().await?,
        };
        if swept.expired + swept.forgotten + self.drop_lists().await? > 0 {
            self.leave_no_trace().await?;
        }
        Ok(swept)
    }

    /// SQLite's journal keeps what was overwritten until it is itself overwritten: it is emptied. Postgres clears
    /// dead rows by itself (autovacuum).
    pub(crate) async fn leave_no_trace(&self) -> Result<(), Error> {
        if self.db.get_database_backend() == DbBackend::Sqlite {
            self.db.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    fn before(&self, span: SignedDuration) -> i64 {
        millis(self.now().checked_sub(span).unwrap_or(Timestamp::MIN))
    }

    async fn close_campaigns(&self) -> Result<u64, Error> {
        let due = campaign::Entity::find()
            .filter(
                campaign::Column::State.is_in([CampaignState::Live.as_str(), CampaignState::Paused.as_str()]),
            )
            .filter(campaign::Column::ClosesAt.lte(millis(self.now())))
            .all(&self.db)
            .await?;
        let mut closed = 0;
        for row in due {
            let transaction = db::begin(&self.db).await?;
            let changed = campaign::Entity::update_many()
                .col_expr(campaign::Column::State, Expr::value(CampaignState::Closed.as_str()))
                .col_expr(campaign::Column::ClosedAt, Expr::value(row.closes_at))
                .filter(campaign::Column::Id.eq(row.id))
                .filter(campaign::Column::State.eq(row.state.clone()))
                .exec(&transaction)
                .await?
                .rows_affected;
            if changed == 1 {
                let entry = Entry {
                    author: Author::Redress,
                    campaign: Some(CampaignId(row.id)),
                    verb: "step",
                    object: "campaign".to_owned(),
                    before: row.state,
                    after: CampaignState::Closed.as_str().to_owned(),
                };
                audit::append(&transaction, self.now(), entry).await?;
                closed += 1;
            }
            transaction.commit().await?;
            self.blur_days(CampaignId(row.id)).await?;
        }
        Ok(closed)
    }

    /// Once a campaign has ended, a signature and a testimony keep the day they were given, at noon, and forget the
    /// second.
    pub(crate) async fn blur_days(&self, campaign: CampaignId) -> Result<(), Error> {
        let zones = crate::signatures::zones(&self.db, std::iter::once(campaign.0)).await?;
        let Some(zone) = zones.get(&campaign.0) else { return Ok(()) };
        let of_campaign = signature::Column::CampaignId.eq(campaign.0);
        for column in [
            signature::Column::ReceivedAt,
            signature::Column::ConfirmedAt,
            signature::Column::EndedAt,
            signature::Column::RemindedAt,
            signature::Column::MailedAt,
        ] {
            self.blur::<signature::Entity>(zone, &of_campaign, column, None).await?;
        }
        let of_campaign = testimony::Column::CampaignId.eq(campaign.0);
        for column in [
            testimony::Column::CreatedAt,
            testimony::Column::ChangedAt,
            testimony::Column::ConfirmedAt,
            testimony::Column::DecidedAt,
            testimony::Column::RemindedAt,
            testimony::Column::EndedAt,
            testimony::Column::MailedAt,
        ] {
            self.blur::<testimony::Entity>(zone, &of_campaign, column, None).await?;
        }
        let of_campaign_signed = co_signature::Column::CampaignId.eq(campaign.0);
        for column in [
            co_signature::Column::InvitedAt,
            co_signature::Column::SignedAt,
            co_signature::Column::ConfirmedAt,
            co_signature::Column::VouchedAt,
            co_signature::Column::EndedAt,
            co_signature::Column::MailedAt,
        ] {
            self.blur::<co_signature::Entity>(zone, &of_campaign_signed, column, None).await?;
        }
        // What was on time stays on time, and what was late stays late.
        let hearings =
            hearing::Entity::find().filter(hearing::Column::CampaignId.eq(campaign.0)).all(&self.db);
        let cutoffs = hearings.await?.into_iter().map(|row| {
            let cutoff = crate::hearings::cutoff_of(&row);
            (testimony::Column::HearingId.eq(row.id), cutoff.last_on_time().map(millis))
        });
        let of_none = (testimony::Column::HearingId.is_null(), None);
        for (of_hearing, last) in cutoffs.chain(std::iter::once(of_none)) {
            let sent = of_campaign.clone().and(of_hearing);
            self.blur::<testimony::Entity>(zone, &sent, testimony::Column::SubmittedAt, last).await?;
        }
        let saved = testimony_version::Column::CampaignId.eq(campaign.0);
        self.blur::<testimony_version::Entity>(zone, &saved, testimony_version::Column::SavedAt, None).await
    }

    /// Puts every moment of a column at noon of its day; one until `last` never comes after it by that, and a later
    /// one never before.
    async fn blur<E: EntityTrait>(
        &self,
        zone: &TimeZone,
        of: &Expr,
        column: E::Column,
        last: Option<i64>,
    ) -> Result<(), Error> {
        let ends: Option<(Option<i64>, Option<i64>)> = E::find()
            .filter(of.clone())
            .select_only()
            .column_as(column.min(), "first")
            .column_as(column.max(), "last")
            .into_tuple()
            .one(&self.db)
            .await?;
        let Some((Some(first), Some(newest))) = ends else { return Ok(()) };
        let mut day = crate::instant(first).to_zoned(zone.clone()).date();
        loop {
            let (Ok(start), Ok(noon), Ok(next)) =
                (day.to_zoned(zone.clone()), day.at(12, 0, 0, 0).to_zoned(zone.clone()), day.tomorrow())
            else {
                return Ok(());
            };
            let Ok(end) = next.to_zoned(zone.clone()) else { return Ok(()) };
            let [start, noon, end] = [start, noon, end].map(|at| millis(at.timestamp()));
            if start > newest {
                return Ok(());
            }
            let parts = match last.filter(|last| (start..end).contains(last)) {
                None => vec![(start, end, noon)],
                Some(last) => {
                    vec![(start, last + 1, Ord::min(noon, last)), (last + 1, end, Ord::max(noon, last + 1))]
                }
            };
            for (from, until, to) in parts {
                E::update_many()
                    .col_expr(column, Expr::value(to))
                    .filter(of.clone())
                    .filter(column.gte(from).and(column.lt(until)))
                    .exec(&self.db)
                    .await?;
            }
            day = next;
        }
    }

    /// Pending signatures of a campaign, received so long ago, found by the index: a sweep reads no other row.
    fn pending_since(&self, campaign: uuid::Uuid, span: SignedDuration) -> Select<signature::Entity> {
        signature::Entity::find()
            .filter(signature::Column::CampaignId.eq(campaign))
            .filter(signature::Column::State.eq(SignatureState::Pending.as_str()))
            .filter(signature::Column::ConfirmedAt.is_null())
            .filter(signature::Column::ReceivedAt.lte(self.before(span)))
            .limit(MOST)
    }

    async fn remind(&self) -> Result<u64, Error> {
        let live = campaign::Entity::find()
            .filter(campaign::Column::State.eq(CampaignState::Live.as_str()))
            .all(&self.db)
            .await?;
        let mut reminded = 0;
        for campaign in live {
            reminded += self.remind_of(campaign.id).await?;
        }
        Ok(reminded)
    }

    async fn remind_of(&self, campaign: uuid::Uuid) -> Result<u64, Error> {
        let rows = self
            .pending_since(campaign, REMIND_AFTER)
            .filter(signature::Column::RemindedAt.is_null())
            .all(&self.db)
            .await?;
        let mut reminded = 0;
        for row in rows {
            let transaction = db::begin(&self.db).await?;
            let taken = signature::Entity::update_many()
                .col_expr(signature::Column::RemindedAt, Expr::value(Some(millis(self.now()))))
                .col_expr(signature::Column::MailedAt, Expr::value(Some(millis(self.now()))))
                .filter(signature::Column::Id.eq(row.id))
                .filter(signature::Column::RemindedAt.is_null())
                .exec(&transaction)
                .await?
                .rows_affected;
            if let (1, Some(blob)) = (taken, &row.sealed) {
                let signer: Signer = seal::open(&self.keys, "signature", row.id, blob)?;
                let campaign = CampaignId(row.campaign_id);
                let owed = crate::outbox::Owed {
                    campaign: Some(campaign),
                    locale: row.locale.parse::<Locale>().map_err(|_| Error::Row("signature"))?,
                    recipient: Recipient { email: signer.email, name: Some(signer.name.as_str().to_owned()) },
                    message: Message::Reminder { campaign, signature: SignatureId(row.id) },
                };
                self.outbox().owe(&transaction, &[owed]).await?;
                reminded += 1;
            }
            transaction.commit().await?;
        }
        Ok(reminded)
    }

    async fn expire(&self) -> Result<u64, Error> {
        let kept =
            campaign::Entity::find().filter(campaign::Column::ForgottenAt.is_null()).all(&self.db).await?;
        let mut expired = 0;
        for campaign in kept {
            let rows = self.pending_since(campaign.id, FORGET_AFTER).all(&self.db).await?;
            if !rows.is_empty() {
                expired += self.expire_rows(rows).await?;
            }
        }
        Ok(expired)
    }

    /// Testimony whose mailbox never said yes, and drafts that nobody touched: forgotten after the same time.
    async fn expire_testimony(&self) -> Result<u64, Error> {
        use testimony::Column;
        let before = self.before(FORGET_AFTER);
        let rows = testimony::Entity::find()
            .filter(Column::Sealed.is_not_null())
            .filter(
                (Column::State.eq(TestimonyState::Submitted.as_str()).and(Column::SubmittedAt.lte(before)))
                    .or(Column::State.eq(TestimonyState::Draft.as_str()).and(Column::ChangedAt.lte(before))),
            )
            .limit(MOST)
            .all(&self.db)
            .await?;
        if rows.is_empty() {
            return Ok(0);
        }
        let transaction = db::begin(&self.db).await?;
        let mut gone = Vec::with_capacity(rows.len());
        for row in rows {
            // Whoever confirmed, sent or wrote in this very moment was faster.
            let changed = testimony::Entity::update_many()
                .col_expr(Column::State, Expr::value(TestimonyState::Expired.as_str()))
                .col_expr(Column::EndedAt, Expr::value(Some(millis(self.now()))))
                .filter(Column::Id.eq(row.id))
                .filter(Column::State.eq(row.state))
                .filter(Column::ChangedAt.eq(row.changed_at))
                .exec(&transaction)
                .await?
                .rows_affected;
            if changed == 1 {
                gone.push(row.id);
            }
        }
        self.testimonies().forget_all(&transaction, &gone).await?;
        transaction.commit().await?;
        Ok(gone.len() as u64)
    }

    /// The contacts of partners of a campaign whose retention is over; their links open nothing from now on.
    async fn forget_partners(&self, campaign: uuid::Uuid) -> Result<u64, Error> {
        let forgotten = partner::Entity::update_many()
            .col_expr(partner::Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(partner::Column::MailboxHash, Expr::value(Option::<Vec<u8>>::None))
            .filter(partner::Column::CampaignId.eq(campaign))
            .filter(partner::Column::Sealed.is_not_null())
            .exec(&self.db)
            .await?;
        Ok(forgotten.rows_affected)
    }

    /// Lists that partners left for a day; tells how many.
    async fn drop_lists(&self) -> Result<u64, Error> {
        let dropped = overlap_list::Entity::delete_many()
            .filter(overlap_list::Column::LeftAt.lte(self.before(crate::partners::LIST_KEPT)))
            .exec(&self.db)
            .await?;
        Ok(dropped.rows_affected)
    }

    /// Every writer of a campaign whose retention is over.
    async fn forget_testimony(&self, campaign: uuid::Uuid) -> Result<u64, Error> {
        let transaction = db::begin(&self.db).await?;
        let ids: Vec<uuid::Uuid> = testimony::Entity::find()
            .select_only()
            .column(testimony::Column::Id)
            .filter(testimony::Column::CampaignId.eq(campaign))
            .filter(testimony::Column::Sealed.is_not_null())
            .into_tuple()
            .all(&transaction)
            .await?;
        let forgotten = self.testimonies().forget_all(&transaction, &ids).await?;
        transaction.commit().await?;
        Ok(forgotten)
    }

    async fn expire_rows(&self, rows: Vec<signature::Model>) -> Result<u64, Error> {
        let mut deltas = Deltas::default();
        let mut expired = 0;
        let transaction = db::begin(&self.db).await?;
        for row in rows {
            let changed = forget_person(signature::Entity::update_many())
                .col_expr(signature::Column::State, Expr::value(SignatureState::Expired.as_str()))
                .col_expr(signature::Column::EndedAt, Expr::value(Some(millis(self.now()))))
                .filter(signature::Column::Id.eq(row.id))
                .filter(signature::Column::State.eq(SignatureState::Pending.as_str()))
                .exec(&transaction)
                .await?
                .rows_affected;
            if changed == 1 {
                let what = crate::signatures::batch::counted(&row);
                deltas.moved(&what, SignatureState::Pending, SignatureState::Expired, "");
                expired += 1;
            }
        }
        deltas.apply(&transaction).await?;
        transaction.commit().await?;
        Ok(expired)
    }

    async fn forget(&self) -> Result<u64, Error> {
        outbox_row::Entity::delete_many()
            .filter(outbox_row::Column::EndedAt.lte(self.before(MAIL_KEPT)))
            .exec(&self.db)
            .await?;
        let ended = campaign::Entity::find()
            .filter(campaign::Column::ClosedAt.is_not_null())
            .filter(campaign::Column::ForgottenAt.is_null())
            .all(&self.db)
            .await?;
        let mut forgotten = 0;
        for row in ended {
            let kept = SignedDuration::from_hours(24 * i64::from(row.retention_days));
            if row.closed_at.is_none_or(|closed| closed > self.before(kept)) {
                continue;
            }
            forgotten += forget_person(signature::Entity::update_many())
                .filter(signature::Column::CampaignId.eq(row.id))
                .filter(signature::Column::Sealed.is_not_null())
                .exec(&self.db)
                .await?
                .rows_affected;
            forgotten += self.forget_testimony(row.id).await?;
            crate::news::forget(&self.db, row.id).await?;
            forgotten += self.forget_partners(row.id).await?;
            forgotten += self.letters().forget_campaign(CampaignId(row.id)).await?;
            campaign::Entity::update_many()
                .col_expr(campaign::Column::ForgottenAt, Expr::value(Some(millis(self.now()))))
                .filter(campaign::Column::Id.eq(row.id))
                .exec(&self.db)
                .await?;
        }
        Ok(forgotten)
    }
}

fn forget_person(update: sea_orm::UpdateMany<signature::Entity>) -> sea_orm::UpdateMany<signature::Entity> {
    update
        .col_expr(signature::Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(signature::Column::MailboxHash, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(signature::Column::NameHash, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(signature::Column::Slot, Expr::value(Option::<i16>::None))
        .col_expr(signature::Column::CommentReason, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(signature::Column::WordingId, Expr::value(Option::<uuid::Uuid>::None))
        .col_expr(signature::Column::Zip, Expr::value(""))
}
