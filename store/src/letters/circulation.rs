//! The circulation list: who is asked, reminded, vouched for, and whose signatory has left.
//! Every deed of a host is in the audit log; a vouch names who gave it and why.

use redress_domain::{CampaignId, CoSignatureId, CoSignatureState, Invited, LetterId, Locale, Message};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, TryInsertResult,
};

use super::desk::entry;
use super::signing::{Claim, is_taken, lock};
use super::{CircularNote, DESK, Letter, Letters, Signatory, TABLE};
use crate::entity::co_signature::{Column, Entity, Model};
use crate::{Author, Error, audit, db, millis, seal};

/// What inviting did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InviteOutcome {
    /// Asked now.
    pub invited: u64,
    /// On the list before.
    pub known: u64,
    /// Of those asked, without a mailbox: their link is passed on by hand.
    pub by_hand: u64,
}

/// What became of a host's deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CircularDone {
    /// It is so now.
    Done,
    /// It was mailed a moment ago, or has no mailbox.
    NotMailed,
    /// The organization has co-signed already, by whoever has this title.
    Taken {
        /// The title.
        title: String,
    },
    /// It is in another state by now.
    Meanwhile,
}

impl Letters<'_> {
    /// Invites organizations; whoever is on the list is not asked twice.
    pub async fn invite(
        &self,
        author: Author,
        letter: &Letter,
        locale: Locale,
        all: &[Invited],
    ) -> Result<InviteOutcome, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let mut outcome = InviteOutcome::default();
        for invited in all {
            let taken = Entity::find()
                .filter(Column::CampaignId.eq(letter.campaign.0))
                .filter(Column::LetterId.eq(letter.id.0))
                .filter(Column::OnceHash.eq(self.organization_hash(&invited.organization)))
                .count(&transaction)
                .await?;
            let row = self.invited_row(letter, locale, invited)?;
            if taken > 0 || !self.insert_invited(&transaction, &row, invited).await? {
                outcome.known += 1;
                continue;
            }
            outcome.invited += 1;
            outcome.by_hand += u64::from(invited.mailbox.is_none());
        }
        if outcome.invited > 0 {
            let object = format!("letter {}", letter.id);
            let entry = entry(
                author,
                letter.campaign,
                "letter-invited",
                object,
                String::new(),
                outcome.invited.to_string(),
            );
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(outcome)
    }

    fn invited_row(&self, letter: &Letter, locale: Locale, invited: &Invited) -> Result<Model, Error> {
        let mut row = self.empty_row(letter.campaign, letter.id, locale);
        row.state = CoSignatureState::Invited.as_str().to_owned();
        row.organization = invited.organization.clone();
        row.organization_kind = invited.kind.as_str().to_owned();
        row.site = invited.site.clone();
        row.mail_domain = invited.mail_domain.clone();
        row.once_hash = Some(self.invited_hash(&invited.organization));
        row.invited_at = Some(millis(self.0.now()));
        if let Some(mailbox) = &invited.mailbox {
            let signatory = Signatory { email: mailbox.as_str().to_owned(), ..Signatory::default() };
            row.mailbox_hash = self.mailbox_hash(&signatory);
            row.sealed = Some(self.seal_signatory(row.id, &signatory)?);
            (row.mails, row.mailed_at) = (1, Some(millis(self.0.now())));
        }
        Ok(row)
    }

    async fn insert_invited(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        invited: &Invited,
    ) -> Result<bool, Error> {
        let inserted = Entity::insert(row.clone().into_active_model())
            .on_conflict_do_nothing_on([Column::CampaignId, Column::LetterId, Column::OnceHash])
            .exec_without_returning(db)
            .await?;
        if !matches!(inserted, TryInsertResult::Inserted(1)) {
            return Ok(false);
        }
        if let Some(mailbox) = &invited.mailbox {
            let signatory = Signatory { email: mailbox.as_str().to_owned(), ..Signatory::default() };
            let (campaign, co_signature) = (CampaignId(row.campaign_id), CoSignatureId(row.id));
            self.owe(db, row, &signatory, Message::LetterInvitation { campaign, co_signature }).await?;
        }
        Ok(true)
    }

    /// Mails once more: the invitation, the question for a yes, or the question about a changed text.
    pub async fn resend(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
    ) -> Result<CircularDone, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = lock(&transaction, id.0).await?.filter(|row| row.letter_id == letter.id.0) else {
            return Ok(CircularDone::Meanwhile);
        };
        let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
        let campaign = letter.campaign;
        let message = match state {
            CoSignatureState::Invited => Message::LetterInvitation { campaign, co_signature: id },
            CoSignatureState::Pending if row.confirmed_at.is_none() => {
                Message::ConfirmCoSignature { campaign, co_signature: id }
            }
            CoSignatureState::Stale => {
                let version = u32::try_from(row.asked_for.unwrap_or(letter.number)).unwrap_or_default();
                Message::LetterChanged { campaign, co_signature: id, version }
            }
            _ => return Ok(CircularDone::Meanwhile),
        };
        let Some(blob) = &row.sealed else { return Ok(CircularDone::NotMailed) };
        let signatory: Signatory = seal::open(&self.0.keys, TABLE, row.id, blob)?;
        if signatory.quiet || signatory.recipient().is_none() || !self.mail_again(&transaction, &row).await? {
            return Ok(CircularDone::NotMailed);
        }
        self.owe(&transaction, &row, &signatory, message).await?;
        let object = format!("co-signature {id}");
        let entry = entry(author, campaign, "letter-mailed", object, String::new(), state.to_string());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(CircularDone::Done)
    }

    /// Takes an invitation back, or ends what never became a co-signature.
    pub async fn take_back(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
    ) -> Result<CircularDone, Error> {
        use CoSignatureState::{Invited, Lapsed, Pending, Withdrawn};
        let step = ("letter-taken-back", &[Invited, Pending, Lapsed][..], Withdrawn);
        self.deed(author, letter, id, step, None).await
    }

    /// The signatory has left the organization: the co-signature counts no more, and another signatory is needed.
    pub async fn lapse(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
        reason: &str,
    ) -> Result<CircularDone, Error> {
        use CoSignatureState::{Invited, Lapsed, Pending, Reaffirmed, Stale, Verified};
        let from = [Invited, Pending, Verified, Reaffirmed, Stale];
        self.deed(author, letter, id, ("letter-lapsed", &from[..], Lapsed), Some(reason)).await
    }

    async fn deed(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
        (verb, from, to): (&'static str, &[CoSignatureState], CoSignatureState),
        lapsed: Option<&str>,
    ) -> Result<CircularDone, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = lock(&transaction, id.0).await?.filter(|row| row.letter_id == letter.id.0) else {
            return Ok(CircularDone::Meanwhile);
        };
        let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
        if !from.contains(&state) {
            return Ok(CircularDone::Meanwhile);
        }
        self.end(&transaction, row.id, to).await?;
        if let Some(lapsed) = lapsed {
            self.note(&transaction, &row, |note| lapsed.clone_into(&mut note.lapsed)).await?;
        }
        let object = format!("co-signature {id}");
        let entry = entry(author, letter.campaign, verb, object, state.to_string(), to.to_string());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(CircularDone::Done)
    }

    async fn note(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        change: impl FnOnce(&mut CircularNote),
    ) -> Result<(), Error> {
        let kept =
            row.desk_sealed.as_ref().map(|blob| seal::open(&self.0.keys, DESK, row.id, blob)).transpose()?;
        let mut note: CircularNote = kept.unwrap_or_default();
        change(&mut note);
        let sealed = seal::seal(&self.0.keys, self.0.random.as_ref(), DESK, row.id, &note)?;
        Entity::update_many()
            .col_expr(Column::DeskSealed, Expr::value(Some(sealed)))
            .filter(Column::Id.eq(row.id))
            .exec(db)
            .await?;
        Ok(())
    }

    /// A member of a host vouches for a signatory whose mailbox does not: it counts, unless the organization is here.
    pub async fn vouch(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
        reason: &str,
    ) -> Result<CircularDone, Error> {
        for last in [false, true] {
            match self.try_vouch(author, letter, id, reason).await {
                Err(Error::Database(error)) if !last && is_taken(&error) => {}
                other => return other,
            }
        }
        Ok(CircularDone::Meanwhile)
    }

    async fn try_vouch(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
        reason: &str,
    ) -> Result<CircularDone, Error> {
        let Author::Member(account, _) = author else { return Ok(CircularDone::Meanwhile) };
        let transaction = db::begin(&self.0.db).await?;
        let both = super::signing::lock_both(&transaction, id.0).await?;
        let Some((row, held)) = both.filter(|(row, _)| row.letter_id == letter.id.0) else {
            return Ok(CircularDone::Meanwhile);
        };
        if row.state != CoSignatureState::Pending.as_str() || row.confirmed_at.is_none() {
            return Ok(CircularDone::Meanwhile);
        }
        let claim = self.claim(&transaction, &row, &held).await?;
        match claim {
            Claim::Taken { title } => return Ok(CircularDone::Taken { title }),
            Claim::Own(_) => {
                transaction.commit().await?;
                return Ok(CircularDone::Meanwhile);
            }
            Claim::Counts | Claim::Stale => {}
        }
        Entity::update_many()
            .col_expr(Column::VouchedBy, Expr::value(Some(account.0)))
            .col_expr(Column::VouchedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(row.id))
            .exec(&transaction)
            .await?;
        self.note(&transaction, &row, |note| reason.clone_into(&mut note.reason)).await?;
        if let Some(blob) = &row.sealed {
            let signatory: Signatory = seal::open(&self.0.keys, TABLE, row.id, blob)?;
            let campaign = letter.campaign;
            let message = if matches!(claim, Claim::Counts) {
                Message::CoSignatureCounts { campaign, co_signature: id }
            } else {
                let version = u32::try_from(held.number).unwrap_or_default();
                Message::LetterChanged { campaign, co_signature: id, version }
            };
            self.owe(&transaction, &row, &signatory, message).await?;
        }
        let object = format!("co-signature {id}");
        let entry =
            entry(author, letter.campaign, "letter-vouched", object, row.state, "verified".to_owned());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(CircularDone::Done)
    }

    /// Asks an organization whose signatory has left for another one: a new invitation, under a new link.
    pub async fn ask_another(
        &self,
        author: Author,
        letter: &Letter,
        id: CoSignatureId,
        invited: &Invited,
    ) -> Result<CircularDone, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(old) = lock(&transaction, id.0).await?.filter(|row| row.letter_id == letter.id.0) else {
            return Ok(CircularDone::Meanwhile);
        };
        if old.state != CoSignatureState::Lapsed.as_str() {
            return Ok(CircularDone::Meanwhile);
        }
        let locale = old.locale.parse().map_err(|_| Error::Row(TABLE))?;
        let mut row = self.invited_row(letter, locale, invited)?;
        // The site may have been typed by whoever left.
        row.mail_domain = old.mail_domain;
        if !self.insert_invited(&transaction, &row, invited).await? {
            return Ok(CircularDone::Meanwhile);
        }
        self.end(&transaction, old.id, CoSignatureState::Withdrawn).await?;
        let object = format!("co-signature {id}");
        let entry = entry(author, letter.campaign, "letter-another", object, old.state, "invited".to_owned());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(CircularDone::Done)
    }

    /// A mail came back for good, or was given up: the mailbox is gone, and with it who could be asked.
    pub async fn mailbox_gone(&self, id: CoSignatureId) -> Result<(), Error> {
        let Some(one) = self.co_signature(id).await? else { return Ok(()) };
        let Some(letter) = self.find(one.letter).await? else { return Ok(()) };
        // What was only typed into a form expires by itself.
        if one.state == CoSignatureState::Pending && one.confirmed_at.is_none() && one.invited_at.is_none() {
            return Ok(());
        }
        self.lapse(Author::Redress, &letter, id, "").await?;
        Ok(())
    }

    /// Ends co-signatures whose mailbox never said yes, and forgets who gave them; tells how many.
    pub(crate) async fn expire_unconfirmed(&self, before: i64) -> Result<u64, Error> {
        let which = Column::State
            .eq(CoSignatureState::Pending.as_str())
            .and(Column::ConfirmedAt.is_null())
            .and(Column::SignedAt.lte(before));
        let ids: Vec<uuid::Uuid> = Entity::find()
            .filter(which.clone())
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| row.id)
            .collect();
        if ids.is_empty() {
            return Ok(0);
        }
        let transaction = db::begin(&self.0.db).await?;
        let mut expired = 0;
        for id in ids {
            // Whoever confirmed in this very moment was faster.
            let changed = Entity::update_many()
                .col_expr(Column::State, Expr::value(CoSignatureState::Expired.as_str()))
                .col_expr(Column::News, Expr::value(false))
                .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))))
                .filter(Column::Id.eq(id).and(which.clone()))
                .exec(&transaction)
                .await?
                .rows_affected;
            if changed == 1 {
                super::signing::forget(&transaction, Column::Id.eq(id)).await?;
                expired += 1;
            }
        }
        transaction.commit().await?;
        Ok(expired)
    }

    /// Forgets every signatory of a campaign whose retention is over.
    pub(crate) async fn forget_campaign(&self, campaign: CampaignId) -> Result<u64, Error> {
        let which = Column::CampaignId.eq(campaign.0).and(Column::Sealed.is_not_null());
        // A person's affiliation goes with the person.
        Entity::update_many()
            .col_expr(Column::Organization, Expr::value(""))
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::Individual.eq(true))
            .exec(&self.0.db)
            .await?;
        super::signing::forget(&self.0.db, which).await
    }

    /// The letter of a co-signature's link, where both are there.
    pub async fn with_letter(
        &self,
        id: CoSignatureId,
    ) -> Result<Option<(super::CoSignature, Letter)>, Error> {
        let Some(one) = self.co_signature(id).await? else { return Ok(None) };
        let letter: LetterId = one.letter;
        Ok(self.find(letter).await?.map(|letter| (one, letter)))
    }
}
