//! Co-signing: given, confirmed from the signatory's mailbox, stood by or taken back when the text changes.
//! One organization counts once, by whoever said yes first; the unique key decides, never a look before an insert.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, CoSignForm, CoSignatureId, CoSignatureState, LetterId, LetterState, Locale, Message,
    OrganizationKind, Standing, UploadId, domain_of, fold, is_free_provider, is_on_time,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, SqlErr, TryInsertResult,
};

use super::{Letters, Signatory, TABLE, desk};
use crate::entity::co_signature::{Column, Entity, Model};
use crate::entity::{letter, letter_version};
use crate::{Error, db, instant, millis, seal};

/// Mails to one mailbox about one co-signature while it waits.
const MOST_MAILS: i32 = 5;
/// The least time between two: the same form fifty times is one mail.
const BETWEEN_MAILS: SignedDuration = SignedDuration::from_mins(5);
/// How many different forms one mailbox is asked about within a day in one campaign.
const MOST_ASKED: u64 = 5;
/// Who signed on time has this long to confirm after the deadline.
const GRACE: SignedDuration = SignedDuration::from_hours(24);

/// A form that passed its rules, with what the request adds.
#[derive(Debug, Clone)]
pub struct CoSigning {
    /// The letter.
    pub letter: LetterId,
    /// The language of the pages.
    pub locale: Locale,
    /// When the form arrived; the deadline is held against this.
    pub at: Timestamp,
    /// The version its signatory saw.
    pub version: i32,
    /// The invitation it answers.
    pub invitation: Option<CoSignatureId>,
    /// The form.
    pub form: CoSignForm,
}

/// What became of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoSigned {
    /// It is in, or was before: the page is the same either way.
    Taken,
    /// The deadline has passed, or the letter is final: nothing was taken.
    Late,
    /// The text was changed in substance since it was shown: nothing was taken.
    Changed,
    /// The invitation was used or taken back: the state it is in.
    NotOpen(CoSignatureState),
    /// There is no such letter or invitation.
    Gone,
}

/// What became of a confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmed {
    /// It counts, now or since before.
    Counts,
    /// A host has to vouch for it first.
    Waits(Standing),
    /// The organization has co-signed already, by whoever has this title; nothing was overwritten.
    Taken {
        /// The title of who signed first.
        title: String,
    },
    /// This mailbox has co-signed already: that one stands.
    Own(CoSignatureId),
    /// The text was changed in substance since: its signatory is asked.
    Stale,
    /// It cannot: the state it is in, or the letter's end.
    Not(CoSignatureState),
    /// There is no such co-signature any more.
    Gone,
}

/// What became of standing by a changed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaffirmed {
    /// It counts for the version named, now or since before.
    Done,
    /// The text was changed once more.
    Changed,
    /// It cannot.
    Not(CoSignatureState),
}

/// A co-signature that is put in as it is, without a mail (the demo).
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct LoadedCoSignature {
    pub letter: LetterId,
    pub campaign: CampaignId,
    pub locale: Locale,
    pub at: Timestamp,
    pub state: CoSignatureState,
    pub individual: bool,
    pub organization: String,
    pub kind: OrganizationKind,
    pub site: Option<String>,
    pub identification_only: bool,
    pub version: i32,
    pub signatory: Signatory,
}

pub(super) enum Claim {
    Counts,
    Stale,
    Own(CoSignatureId),
    Taken { title: String },
}

impl Letters<'_> {
    fn once(&self, what: &str, value: &str) -> Vec<u8> {
        self.0.keys.lookup("co-signature", &format!("{what}\n{value}"))
    }

    pub(super) fn invited_hash(&self, organization: &str) -> Vec<u8> {
        self.once("invited", &fold(organization))
    }

    pub(super) fn organization_hash(&self, organization: &str) -> Vec<u8> {
        self.once("organization", &fold(organization))
    }

    pub(super) fn mailbox_hash(&self, signatory: &Signatory) -> Option<Vec<u8>> {
        let email = signatory.recipient()?.email;
        Some(self.0.keys.lookup("mailbox", &email.mailbox()))
    }

    /// The place of an organization, or of a person: one each.
    fn place_hash(&self, row: &Model) -> Vec<u8> {
        match (&row.mailbox_hash, row.individual) {
            (Some(mailbox), true) => self.once("person", &hex::encode(mailbox)),
            _ => self.organization_hash(&row.organization),
        }
    }

    pub(super) fn seal_signatory(&self, id: uuid::Uuid, signatory: &Signatory) -> Result<Vec<u8>, Error> {
        seal::seal(&self.0.keys, self.0.random.as_ref(), TABLE, id, signatory)
    }

    pub(super) fn empty_row(&self, campaign: CampaignId, letter: LetterId, locale: Locale) -> Model {
        Model {
            id: CoSignatureId::new(self.0.random.as_ref()).0,
            campaign_id: campaign.0,
            letter_id: letter.0,
            state: CoSignatureState::Pending.as_str().to_owned(),
            individual: false,
            organization: String::new(),
            organization_kind: OrganizationKind::Other.as_str().to_owned(),
            site: None,
            mail_domain: None,
            once_hash: None,
            mailbox_hash: None,
            sealed: None,
            desk_sealed: None,
            version: None,
            hash: None,
            identification_only: false,
            logo_id: None,
            logo_allowed: false,
            of_domain: false,
            vouched_by: None,
            vouched_at: None,
            locale: locale.code().to_owned(),
            source: None,
            news: false,
            invited_at: None,
            signed_at: None,
            confirmed_at: None,
            asked_for: None,
            ended_at: None,
            mails: 0,
            mailed_at: None,
        }
    }

    /// Takes a form: it waits for its mailbox, which is asked in the same transaction.
    pub async fn co_sign(&self, signing: &CoSigning) -> Result<CoSigned, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let signed = self.co_sign_in(&transaction, signing).await?;
        transaction.commit().await?;
        Ok(signed)
    }

    async fn co_sign_in(&self, db: &impl ConnectionTrait, signing: &CoSigning) -> Result<CoSigned, Error> {
        let Some(letter) = letter::Entity::find_by_id(signing.letter.0).one(db).await? else {
            return Ok(CoSigned::Gone);
        };
        let open = letter.state == LetterState::Circulating.as_str();
        if !open || !is_on_time(signing.at, letter.deadline_at.map(instant)) {
            return Ok(CoSigned::Late);
        }
        let (campaign, id) = (CampaignId(letter.campaign_id), LetterId(letter.id));
        let Some(version) =
            letter_version::Entity::find_by_id((campaign.0, id.0, signing.version)).one(db).await?
        else {
            return Ok(CoSigned::Changed);
        };
        if changed_since(db, &letter, signing.version).await? {
            return Ok(CoSigned::Changed);
        }
        let form = &signing.form;
        let signatory = Signatory {
            name: form.name.as_str().to_owned(),
            email: form.email.as_str().to_owned(),
            title: form.title.clone(),
            authority: form.authority.clone(),
            granted: form.granted,
            zip: form.zip.clone(),
            quiet: false,
        };
        let mut row = match signing.invitation {
            Some(invited) => {
                let Some(row) = lock(db, invited.0).await?.filter(|row| row.letter_id == id.0) else {
                    return Ok(CoSigned::Gone);
                };
                let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
                let waits = state == CoSignatureState::Pending && row.confirmed_at.is_none();
                if !matches!(state, CoSignatureState::Invited | CoSignatureState::Declined) && !waits {
                    return Ok(CoSigned::NotOpen(state));
                }
                row
            }
            None => {
                let mut row = self.empty_row(campaign, id, signing.locale);
                row.organization = form.organization.clone();
                row.organization_kind = form.kind.as_str().to_owned();
                row
            }
        };
        let mailbox = self.mailbox_hash(&signatory).ok_or(Error::Row(TABLE))?;
        let first = row.state != CoSignatureState::Pending.as_str();
        // What a host has said of the organization is not overruled by a form.
        row.site = row.site.or_else(|| form.site.clone());
        if row.mail_domain.is_none() && !form.individual {
            row.mail_domain = self.known_domain(db, campaign, &row.organization).await?;
        }
        let standing = Standing::of(&form.email.domain(), row.mail_domain.as_deref(), None);
        row.of_domain = !form.individual && standing == Standing::OfDomain;
        row.state = CoSignatureState::Pending.as_str().to_owned();
        row.individual = form.individual;
        row.identification_only = form.identification;
        row.logo_allowed = form.logo_allowed;
        row.news = form.news;
        row.source = form.source.clone();
        row.locale = signing.locale.code().to_owned();
        row.version = Some(version.number);
        row.hash = Some(version.hash);
        row.signed_at = Some(millis(signing.at));
        row.ended_at = None;
        row.sealed = Some(self.seal_signatory(row.id, &signatory)?);
        let same_mailbox = row.mailbox_hash.as_ref() == Some(&mailbox);
        row.mailbox_hash = Some(mailbox.clone());
        if signing.invitation.is_some() {
            let may = first || !same_mailbox || row.mailed_at.is_none_or(|at| self.is_past(at));
            let asks = may && row.mails < MOST_MAILS + 1;
            if asks {
                (row.mails, row.mailed_at) = (row.mails + 1, Some(millis(self.0.now())));
            }
            Entity::update(sea_orm::ActiveModelTrait::reset_all(row.clone().into_active_model()))
                .exec(db)
                .await?;
            if asks {
                self.ask(db, &row, &signatory).await?;
            }
            return Ok(CoSigned::Taken);
        }
        let who = if row.individual { String::new() } else { fold(&row.organization) };
        let person = fold(&signatory.name);
        row.once_hash = Some(self.once("pending", &format!("{who}\n{person}\n{}", hex::encode(&mailbox))));
        let asks = self.asked(db, campaign, &mailbox).await? < MOST_ASKED;
        (row.mails, row.mailed_at) = (i32::from(asks), asks.then(|| millis(self.0.now())));
        let inserted = Entity::insert(row.clone().into_active_model())
            .on_conflict_do_nothing_on([Column::CampaignId, Column::LetterId, Column::OnceHash])
            .exec_without_returning(db)
            .await?;
        if matches!(inserted, TryInsertResult::Inserted(1)) {
            if asks {
                self.ask(db, &row, &signatory).await?;
            }
        } else if let Some(waiting) = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::LetterId.eq(id.0))
            .filter(Column::OnceHash.eq(row.once_hash.clone()))
            .one(db)
            .await?
            && waiting.confirmed_at.is_none()
            && self.mail_again(db, &waiting).await?
        {
            // The mailbox may have lost the mail.
            self.ask(db, &waiting, &signatory).await?;
        }
        Ok(CoSigned::Taken)
    }

    /// The domain that a host gave for an organization of this name: on a circulation list of the campaign, as a
    /// partner's site, or as a host itself.
    async fn known_domain(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        organization: &str,
    ) -> Result<Option<String>, Error> {
        let wanted = fold(organization);
        let listed: Vec<(String, Option<String>)> = Entity::find()
            .select_only()
            .columns([Column::Organization, Column::MailDomain])
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::Individual.eq(false))
            .filter(Column::InvitedAt.is_not_null())
            .filter(Column::MailDomain.is_not_null())
            .order_by_desc(Column::InvitedAt)
            .into_tuple()
            .all(db)
            .await?;
        let partners = crate::partners::sites(db, campaign).await?;
        let partners = partners.into_iter().map(|(name, site)| (name, site.as_deref().and_then(domain_of)));
        let hosts = crate::hosts::domains(db, campaign).await?;
        let mut known = listed.into_iter().chain(partners).chain(hosts);
        Ok(known.find_map(|(name, domain)| {
            domain.filter(|domain| fold(&name) == wanted && !is_free_provider(domain))
        }))
    }

    fn is_past(&self, mailed_at: i64) -> bool {
        mailed_at <= millis(self.0.now().checked_sub(BETWEEN_MAILS).unwrap_or(Timestamp::MIN))
    }

    /// About how many of its forms a mailbox was asked within a day.
    async fn asked(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        mailbox: &[u8],
    ) -> Result<u64, Error> {
        let since =
            millis(self.0.now().checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN));
        Ok(Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::MailboxHash.eq(mailbox))
            .filter(Column::State.eq(CoSignatureState::Pending.as_str()))
            .filter(Column::MailedAt.gt(since))
            .count(db)
            .await?)
    }

    /// Takes the right to mail about a co-signature, if nobody took it lately or often enough.
    pub(super) async fn mail_again(&self, db: &impl ConnectionTrait, row: &Model) -> Result<bool, Error> {
        let now = self.0.now();
        let before = millis(now.checked_sub(BETWEEN_MAILS).unwrap_or(Timestamp::MIN));
        let taken = Entity::update_many()
            .col_expr(Column::Mails, Expr::col(Column::Mails).add(1))
            .col_expr(Column::MailedAt, Expr::value(Some(millis(now))))
            .filter(Column::Id.eq(row.id))
            .filter(Column::Mails.lt(4 * MOST_MAILS))
            .filter(Column::MailedAt.is_null().or(Column::MailedAt.lte(before)))
            .exec(db)
            .await?;
        Ok(taken.rows_affected == 1)
    }

    pub(super) async fn ask(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        signatory: &Signatory,
    ) -> Result<(), Error> {
        let (campaign, co_signature) = (CampaignId(row.campaign_id), CoSignatureId(row.id));
        self.owe(db, row, signatory, Message::ConfirmCoSignature { campaign, co_signature }).await
    }

    pub(super) async fn owe(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        signatory: &Signatory,
        message: Message,
    ) -> Result<(), Error> {
        let Some(recipient) = signatory.recipient() else { return Ok(()) };
        let locale = row.locale.parse().map_err(|_| Error::Row(TABLE))?;
        let owed =
            crate::outbox::Owed { campaign: Some(CampaignId(row.campaign_id)), locale, recipient, message };
        self.0.outbox().owe(db, &[owed]).await
    }

    /// Its mailbox says yes, once.
    pub async fn confirm_co_signature(&self, id: CoSignatureId) -> Result<Confirmed, Error> {
        // Of two confirmed in the same moment the unique key lets one through; the other then finds it.
        for last in [false, true] {
            match self.try_confirm(id).await {
                Err(Error::Database(error)) if !last && is_taken(&error) => {}
                other => return other,
            }
        }
        Ok(Confirmed::Gone)
    }

    fn is_after(&self, end: Timestamp) -> bool {
        self.0.now().duration_since(end) > GRACE
    }

    /// Whether nothing more can be confirmed: a day after the deadline, or after the letter became final.
    pub fn is_too_late(&self, letter: &super::Letter) -> bool {
        [letter.deadline, letter.final_at].into_iter().flatten().any(|end| self.is_after(end))
    }

    async fn try_confirm(&self, id: CoSignatureId) -> Result<Confirmed, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some((mut row, letter)) = lock_both(&transaction, id.0).await? else {
            return Ok(Confirmed::Gone);
        };
        let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
        match state {
            CoSignatureState::Pending => {}
            state if state.counts() => return Ok(Confirmed::Counts),
            CoSignatureState::Stale => return Ok(Confirmed::Stale),
            state => return Ok(Confirmed::Not(state)),
        }
        if row.confirmed_at.is_none() {
            let ended = [letter.deadline_at, letter.final_at].into_iter().flatten().min();
            if ended.is_some_and(|at| self.is_after(instant(at))) {
                return Ok(Confirmed::Not(CoSignatureState::Expired));
            }
            row.confirmed_at = Some(millis(self.0.now()));
            Entity::update_many()
                .col_expr(Column::ConfirmedAt, Expr::value(row.confirmed_at))
                .filter(Column::Id.eq(row.id))
                .exec(&transaction)
                .await?;
        }
        let confirmed = if !(row.individual || row.of_domain || row.vouched_by.is_some()) {
            Confirmed::Waits(self.open(row)?.standing())
        } else {
            match self.claim(&transaction, &row, &letter).await? {
                Claim::Counts => Confirmed::Counts,
                Claim::Stale => Confirmed::Stale,
                Claim::Own(other) => Confirmed::Own(other),
                Claim::Taken { title } => Confirmed::Taken { title },
            }
        };
        transaction.commit().await?;
        Ok(confirmed)
    }

    /// Takes the one place of an organization or person, if it is free: then it counts, or is stale at once where the
    /// text was changed in substance while it waited.
    pub(super) async fn claim(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        letter: &letter::Model,
    ) -> Result<Claim, Error> {
        let place = self.place_hash(row);
        let standing = Entity::find()
            .filter(Column::CampaignId.eq(row.campaign_id))
            .filter(Column::LetterId.eq(row.letter_id))
            .filter(Column::OnceHash.eq(place.clone()))
            .filter(Column::Id.ne(row.id))
            .one(db)
            .await?;
        if let Some(other) = standing {
            if other.mailbox_hash == row.mailbox_hash {
                self.end(db, row.id, CoSignatureState::Withdrawn).await?;
                return Ok(Claim::Own(CoSignatureId(other.id)));
            }
            let title = other.sealed.as_ref().map(|blob| {
                seal::open::<Signatory>(&self.0.keys, TABLE, other.id, blob).map(|signatory| signatory.title)
            });
            return Ok(Claim::Taken { title: title.transpose()?.unwrap_or_default() });
        }
        let stale = changed_since(db, letter, row.version.unwrap_or_default()).await?;
        let state = if stale { CoSignatureState::Stale } else { CoSignatureState::Verified };
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state.as_str()))
            .col_expr(Column::OnceHash, Expr::value(Some(place)))
            .col_expr(Column::AskedFor, Expr::value(stale.then_some(letter.number)))
            .filter(Column::Id.eq(row.id))
            .exec(db)
            .await?;
        if !row.individual {
            // It is invited no longer: it is here.
            let invited = Entity::find()
                .filter(Column::CampaignId.eq(row.campaign_id))
                .filter(Column::LetterId.eq(row.letter_id))
                .filter(Column::OnceHash.eq(self.invited_hash(&row.organization)))
                .filter(Column::State.eq(CoSignatureState::Invited.as_str()))
                .filter(Column::Id.ne(row.id))
                .one(db)
                .await?;
            if let Some(invited) = invited {
                self.end(db, invited.id, CoSignatureState::Withdrawn).await?;
            }
        }
        Ok(if stale { Claim::Stale } else { Claim::Counts })
    }

    /// Whose co-signature has the place of one that waits: the title of who signed it, if one has.
    pub async fn taken_by(&self, id: CoSignatureId) -> Result<Option<String>, Error> {
        let Some(row) = Entity::find_by_id(id.0).one(&self.0.db).await? else { return Ok(None) };
        let standing = Entity::find()
            .filter(Column::CampaignId.eq(row.campaign_id))
            .filter(Column::LetterId.eq(row.letter_id))
            .filter(Column::OnceHash.eq(self.place_hash(&row)))
            .filter(Column::Id.ne(row.id))
            .one(&self.0.db)
            .await?;
        let Some(other) = standing else { return Ok(None) };
        let title = other.sealed.as_ref().map(|blob| {
            seal::open::<Signatory>(&self.0.keys, TABLE, other.id, blob).map(|signatory| signatory.title)
        });
        Ok(Some(title.transpose()?.unwrap_or_default()))
    }

    pub(super) async fn end(
        &self,
        db: &impl ConnectionTrait,
        id: uuid::Uuid,
        state: CoSignatureState,
    ) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state.as_str()))
            .col_expr(Column::OnceHash, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(Column::News, Expr::value(false))
            .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(id))
            .exec(db)
            .await?;
        Ok(())
    }

    /// Its signatory stands by the version named.
    pub async fn reaffirm(&self, id: CoSignatureId, seen: i32) -> Result<Reaffirmed, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let gone = Reaffirmed::Not(CoSignatureState::Withdrawn);
        let Some((row, letter)) = lock_both(&transaction, id.0).await? else { return Ok(gone) };
        let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
        if state.counts() && row.version == Some(seen) {
            return Ok(Reaffirmed::Done);
        }
        if state != CoSignatureState::Stale || letter.state != LetterState::Circulating.as_str() {
            return Ok(Reaffirmed::Not(state));
        }
        let version =
            letter_version::Entity::find_by_id((row.campaign_id, row.letter_id, seen)).one(&transaction);
        let Some(version) = version.await? else { return Ok(Reaffirmed::Changed) };
        if changed_since(&transaction, &letter, seen).await? {
            return Ok(Reaffirmed::Changed);
        }
        Entity::update_many()
            .col_expr(Column::State, Expr::value(CoSignatureState::Reaffirmed.as_str()))
            .col_expr(Column::Version, Expr::value(Some(version.number)))
            .col_expr(Column::Hash, Expr::value(Some(version.hash)))
            .filter(Column::Id.eq(row.id))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(Reaffirmed::Done)
    }

    /// Its signatory takes it back.
    pub async fn withdraw_co_signature(&self, id: CoSignatureId) -> Result<(), Error> {
        self.leave(id, CoSignatureState::Withdrawn).await
    }

    /// The organization will not co-sign.
    pub async fn decline(&self, id: CoSignatureId) -> Result<(), Error> {
        self.leave(id, CoSignatureState::Declined).await
    }

    async fn leave(&self, id: CoSignatureId, to: CoSignatureState) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = lock(&transaction, id.0).await? {
            let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
            let may = to == CoSignatureState::Withdrawn || state == CoSignatureState::Invited;
            if !state.is_over() && may {
                self.end(&transaction, row.id, to).await?;
            }
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Another logo, or none; one that is there may be printed.
    pub async fn set_logo(&self, id: CoSignatureId, logo: Option<UploadId>) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::LogoId, Expr::value(logo.map(|logo| logo.0)))
            .col_expr(Column::LogoAllowed, Expr::value(logo.is_some()))
            .filter(Column::Id.eq(id.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// No mail any more: no news, and no question when the text changes.
    pub async fn quiet(&self, id: CoSignatureId) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = lock(&transaction, id.0).await?
            && let Some(blob) = &row.sealed
        {
            let mut signatory: Signatory = seal::open(&self.0.keys, TABLE, row.id, blob)?;
            signatory.quiet = true;
            Entity::update_many()
                .col_expr(Column::Sealed, Expr::value(Some(self.seal_signatory(row.id, &signatory)?)))
                .col_expr(Column::News, Expr::value(false))
                .filter(Column::Id.eq(row.id))
                .exec(&transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Its signatory takes it back and is forgotten.
    pub async fn erase_co_signature(&self, id: CoSignatureId) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = lock(&transaction, id.0).await? {
            let state: CoSignatureState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
            if !state.is_over() {
                self.end(&transaction, row.id, CoSignatureState::Withdrawn).await?;
            }
            if row.individual {
                Entity::update_many()
                    .col_expr(Column::Organization, Expr::value(""))
                    .filter(Column::Id.eq(row.id))
                    .exec(&transaction)
                    .await?;
            }
            forget(&transaction, Column::Id.eq(row.id)).await?;
        }
        transaction.commit().await?;
        self.0.leave_no_trace().await
    }

    /// Gives a version another day (the demo).
    pub async fn backdate(
        &self,
        campaign: CampaignId,
        letter: LetterId,
        number: i32,
        at: Timestamp,
    ) -> Result<(), Error> {
        letter_version::Entity::update_many()
            .col_expr(letter_version::Column::PublishedAt, Expr::value(millis(at)))
            .filter(letter_version::Column::CampaignId.eq(campaign.0))
            .filter(letter_version::Column::LetterId.eq(letter.0))
            .filter(letter_version::Column::Number.eq(number))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// Puts a co-signature in, in any state, and mails nobody.
    pub async fn load_co_signature(&self, loaded: &LoadedCoSignature) -> Result<CoSignatureId, Error> {
        let mut row = self.empty_row(loaded.campaign, loaded.letter, loaded.locale);
        let version =
            letter_version::Entity::find_by_id((loaded.campaign.0, loaded.letter.0, loaded.version));
        let version = version.one(&self.0.db).await?.ok_or(Error::Row("letter_version"))?;
        let at = Some(millis(loaded.at));
        row.state = loaded.state.as_str().to_owned();
        row.individual = loaded.individual;
        row.organization = loaded.organization.clone();
        row.organization_kind = loaded.kind.as_str().to_owned();
        row.site = loaded.site.clone();
        row.mail_domain = loaded.site.as_deref().and_then(domain_of);
        row.identification_only = loaded.identification_only;
        row.sealed = Some(self.seal_signatory(row.id, &loaded.signatory)?);
        row.mailbox_hash = self.mailbox_hash(&loaded.signatory);
        row.invited_at = at.filter(|_| !loaded.individual);
        let domain = loaded.signatory.recipient().map(|to| to.email.domain()).unwrap_or_default();
        row.of_domain = Standing::of(&domain, row.mail_domain.as_deref(), None) == Standing::OfDomain;
        if loaded.state == CoSignatureState::Invited {
            row.once_hash = Some(self.invited_hash(&loaded.organization));
        } else {
            (row.version, row.hash) = (Some(version.number), Some(version.hash));
            (row.signed_at, row.confirmed_at) = (at, at);
            row.once_hash = (loaded.state != CoSignatureState::Pending && !loaded.state.is_over())
                .then(|| self.place_hash(&row));
            row.asked_for = (loaded.state == CoSignatureState::Stale).then_some(version.number);
            row.ended_at = at.filter(|_| loaded.state.is_over());
        }
        let id = CoSignatureId(row.id);
        Entity::insert(row.into_active_model()).exec_without_returning(&self.0.db).await?;
        Ok(id)
    }
}

/// Whether a letter was changed in substance after a version.
async fn changed_since(
    db: &impl ConnectionTrait,
    letter: &letter::Model,
    number: i32,
) -> Result<bool, Error> {
    let later = letter_version::Entity::find()
        .filter(letter_version::Column::CampaignId.eq(letter.campaign_id))
        .filter(letter_version::Column::LetterId.eq(letter.id))
        .filter(letter_version::Column::Number.gt(number))
        .filter(letter_version::Column::Substance.eq(true))
        .count(db)
        .await?;
    Ok(later > 0)
}

/// Forgets who signed, of the rows named.
pub(crate) async fn forget(db: &impl ConnectionTrait, which: Expr) -> Result<u64, Error> {
    let forgotten = Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::DeskSealed, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::MailboxHash, Expr::value(Option::<Vec<u8>>::None))
        .col_expr(Column::OnceHash, Expr::value(Option::<Vec<u8>>::None))
        .filter(which)
        .exec(db)
        .await?;
    Ok(forgotten.rows_affected)
}

pub(super) async fn lock(db: &impl ConnectionTrait, id: uuid::Uuid) -> Result<Option<Model>, DbErr> {
    // Written first, so that in Postgres a second transaction waits here and reads what the first has written.
    Entity::update_many()
        .col_expr(Column::Mails, Expr::col(Column::Mails))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Entity::find_by_id(id).one(db).await
}

/// A row and its letter, the letter first: publishing holds it, too, before it touches any row.
pub(super) async fn lock_both(
    db: &impl ConnectionTrait,
    id: uuid::Uuid,
) -> Result<Option<(Model, letter::Model)>, DbErr> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let Some(letter) = desk::lock(db, row.letter_id).await? else { return Ok(None) };
    Ok(lock(db, id).await?.map(|row| (row, letter)))
}

pub(super) fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
