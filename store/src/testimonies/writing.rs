//! From draft to record: begun, sent, confirmed from its mailbox, taken back, erased.
//! The last one confirmed stands: one a mailbox and hearing. The unique key decides, never a look before an insert.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, CutOff, EmailAddress, HearingId, Locale, Message, SavedBy, TestimonyId, TestimonyState,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, SqlErr, TryInsertResult,
};

use super::{Saved, TABLE, Testimonies, Writer, Writing, flags_text};
use crate::entity::testimony::{Column, Entity, Model};
use crate::entity::{hearing, testimony_matter};
use crate::{Error, db, instant, millis, seal};

/// Mails to one mailbox about one testimony while it waits.
const MOST_MAILS: i32 = 5;
/// The least time between two mails about one testimony: the same form fifty times is one mail.
const BETWEEN_MAILS: SignedDuration = SignedDuration::from_mins(5);
/// Different texts about which one mailbox is asked within a day in one campaign: a stranger sends it no more mails
/// than these. A text beyond them is kept, and any mail's page leads to it.
const MOST_ASKED: u64 = 5;

/// A text that passed its rules, with what the request adds.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The campaign.
    pub campaign: CampaignId,
    /// The language of the pages it was written on.
    pub locale: Locale,
    /// The share link's label.
    pub source: Option<String>,
    /// When the form arrived; the cut-off is held against this.
    pub at: Timestamp,
    /// What was written.
    pub writing: Writing,
    /// The draft it was, and the version its writer saw.
    pub draft: Option<(TestimonyId, i32)>,
    /// Its writer came by a mailed link: the mailbox has said yes before and is not asked again.
    pub known: bool,
}

/// A testimony that is put in as it is, without a mail (the demo).
#[derive(Debug, Clone)]
pub struct Loading {
    /// The campaign.
    pub campaign: CampaignId,
    /// The language its writer reads.
    pub locale: Locale,
    /// When it was sent.
    pub at: Timestamp,
    /// The state it is in.
    pub state: TestimonyState,
    /// What the desk keeps of it.
    pub desk: super::DeskWords,
    /// What was written.
    pub writing: Writing,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It is in, or was before: the page is the same either way.
    Taken(TestimonyId),
    /// The cut-off has passed: nothing was taken.
    Late,
    /// The draft was saved elsewhere meanwhile: that version stands, and this text is kept beside it.
    Behind(i32),
    /// The draft may no longer be sent: the state it is in.
    NotOpen(TestimonyState),
    /// The draft is gone.
    Gone,
}

/// What became of a confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirming {
    /// It is with the coordinators, now or since before.
    Counted {
        /// Whether this very request did it.
        now: bool,
    },
    /// Another testimony of this mailbox for this hearing was delivered already; it cannot be replaced.
    Delivered,
    /// It cannot: the state it is in.
    Not(TestimonyState),
    /// There is no such testimony any more.
    Gone,
}

impl Testimonies<'_> {
    /// Begins a draft.
    pub async fn begin(
        &self,
        campaign: CampaignId,
        locale: Locale,
        source: Option<String>,
        writing: &Writing,
    ) -> Result<TestimonyId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let row = self.row(campaign, locale, source, writing)?;
        let id = TestimonyId(row.id);
        Entity::insert(row.clone().into_active_model()).exec_without_returning(&transaction).await?;
        self.write_matters(&transaction, &row, writing).await?;
        self.add_version(&transaction, &row, SavedBy::Writer, &writing.writer.text).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Puts a testimony in, in any state, and mails nobody, now or later.
    pub async fn load(&self, loading: &Loading) -> Result<TestimonyId, Error> {
        use TestimonyState::{Draft, Expired, Submitted, Withdrawn};
        let transaction = db::begin(&self.0.db).await?;
        let mut row = self.row(loading.campaign, loading.locale, None, &loading.writing)?;
        let at = millis(loading.at);
        let (sent, said_yes) = match loading.state {
            Draft => (None, None),
            Submitted | Expired => (Some(at), None),
            _ => (Some(at), Some(at)),
        };
        row.mailbox_hash = Some(self.mailbox_hash(&loading.writing.writer)?);
        row.once_hash = match loading.state {
            Draft | Withdrawn | Expired => None,
            Submitted => row.mailbox_hash.as_deref().map(|mailbox| self.text_hash(mailbox, &loading.writing)),
            _ => Some(self.place_hash(&row)),
        };
        row.state = loading.state.as_str().to_owned();
        (row.created_at, row.changed_at, row.submitted_at, row.confirmed_at) = (at, at, sent, said_yes);
        row.decided_at =
            loading.state.is_deliverable().then_some(at).or(loading.desk.reason.as_ref().map(|_| at));
        row.ended_at = matches!(loading.state, Withdrawn | Expired).then_some(at);
        row.reminded_at = Some(at);
        if let Some(id) = row.hearing_id
            && let Some(found) = hearing::Entity::find_by_id(id).one(&transaction).await?
        {
            let returned = loading.state == TestimonyState::Returned;
            row.reminded_for = if returned { found.cutoff_at } else { Some(found.starts_at) };
        }
        row.desk_sealed = if loading.desk == super::DeskWords::default() {
            None
        } else {
            let random = self.0.random.as_ref();
            Some(seal::seal(&self.0.keys, random, super::DESK, row.id, &loading.desk)?)
        };
        Entity::insert(row.clone().into_active_model()).exec_without_returning(&transaction).await?;
        self.write_matters(&transaction, &row, &loading.writing).await?;
        self.add_version(&transaction, &row, SavedBy::Writer, &loading.writing.writer.text).await?;
        transaction.commit().await?;
        Ok(TestimonyId(row.id))
    }

    /// Takes a complete text: it waits for its mailbox, which is asked in the same transaction.
    pub async fn send(&self, sending: &Sending) -> Result<Sent, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let sent = self.send_in(&transaction, sending).await?;
        transaction.commit().await?;
        Ok(sent)
    }

    async fn send_in(&self, db: &impl ConnectionTrait, sending: &Sending) -> Result<Sent, Error> {
        if let Some(id) = sending.writing.hearing
            && let Some(found) = hearing::Entity::find_by_id(id.0).one(db).await?
            && !(CutOff { at: found.cutoff_at.map(instant), honored_until: found.honored_until.map(instant) })
                .takes(sending.at)
        {
            return Ok(Sent::Late);
        }
        match sending.draft {
            Some((id, base)) => self.send_draft(db, sending, id, base).await,
            None => self.send_new(db, sending).await,
        }
    }

    async fn send_new(&self, db: &impl ConnectionTrait, sending: &Sending) -> Result<Sent, Error> {
        let mut row = self.row(sending.campaign, sending.locale, sending.source.clone(), &sending.writing)?;
        let id = TestimonyId(row.id);
        let mailbox = self.mailbox_hash(&sending.writing.writer)?;
        let asks = self.asked(db, sending.campaign, &mailbox).await? < MOST_ASKED;
        row.state = TestimonyState::Submitted.as_str().to_owned();
        row.once_hash = Some(self.text_hash(&mailbox, &sending.writing));
        row.mailbox_hash = Some(mailbox.clone());
        row.submitted_at = Some(millis(sending.at));
        row.text_number = 1;
        row.mails = i32::from(asks);
        row.mailed_at = asks.then(|| millis(self.0.now()));
        let inserted = Entity::insert(row.clone().into_active_model())
            .on_conflict_do_nothing_on([Column::CampaignId, Column::OnceHash])
            .exec_without_returning(db)
            .await?;
        if !matches!(inserted, TryInsertResult::Inserted(1)) {
            return self.again(db, sending, &mailbox).await;
        }
        self.write_matters(db, &row, &sending.writing).await?;
        self.add_version(db, &row, SavedBy::Writer, &sending.writing.writer.text).await?;
        if asks {
            self.ask(db, &row, &sending.writing.writer, true).await?;
        }
        Ok(Sent::Taken(id))
    }

    async fn send_draft(
        &self,
        db: &impl ConnectionTrait,
        sending: &Sending,
        id: TestimonyId,
        base: i32,
    ) -> Result<Sent, Error> {
        let number = match self.save_in(db, id, base, &sending.writing, SavedBy::Writer).await? {
            Saved::Now(number) => number,
            Saved::Behind(number) => return Ok(Sent::Behind(number)),
            Saved::NotOpen(state) => return Ok(Sent::NotOpen(state)),
            Saved::Gone => return Ok(Sent::Gone),
        };
        let row = Entity::find_by_id(id.0).one(db).await?.ok_or(Error::Row(TABLE))?;
        let now = self.0.now();
        let sent = Entity::update_many()
            .col_expr(Column::SubmittedAt, Expr::value(Some(millis(sending.at))))
            .col_expr(Column::Locale, Expr::value(sending.locale.code()))
            .col_expr(Column::ShareId, Expr::value(Option::<uuid::Uuid>::None))
            .filter(Column::Id.eq(id.0));
        self.forget_versions(db, id, Some(number)).await?;
        self.forget_suggestions(db, id).await?;
        let returned = row.state == TestimonyState::Returned.as_str();
        if returned && sending.known {
            // It keeps its place: the mailbox said yes, and this link came from it.
            sent.col_expr(Column::State, Expr::value(TestimonyState::Confirmed.as_str())).exec(db).await?;
            return Ok(Sent::Taken(id));
        }
        let mailbox = self.mailbox_hash(&sending.writing.writer)?;
        let standing = self.same_waiting(db, sending, &mailbox).await?.is_some();
        // A copy of one that waits has no place, and asks nothing of its own: the page does not tell what the mailbox
        // has.
        let place = (!standing).then(|| self.text_hash(&mailbox, &sending.writing));
        let asks = !standing && self.asked(db, sending.campaign, &mailbox).await? < MOST_ASKED;
        sent.col_expr(Column::State, Expr::value(TestimonyState::Submitted.as_str()))
            .col_expr(Column::MailboxHash, Expr::value(Some(mailbox.clone())))
            .col_expr(Column::OnceHash, Expr::value(place))
            .col_expr(Column::Mails, Expr::value(i32::from(asks)))
            .col_expr(Column::MailedAt, Expr::value(asks.then(|| millis(now))))
            .exec(db)
            .await?;
        if asks {
            self.ask(db, &row, &sending.writing.writer, true).await?;
        } else if standing {
            self.again(db, sending, &mailbox).await?;
        }
        Ok(Sent::Taken(id))
    }

    /// The same text from the same mailbox for the same hearing: the one that is there stands, and its mailbox may
    /// have lost the mail.
    async fn again(
        &self,
        db: &impl ConnectionTrait,
        sending: &Sending,
        mailbox: &[u8],
    ) -> Result<Sent, Error> {
        let Some(row) = self.same_waiting(db, sending, mailbox).await? else {
            // Its place was freed between the insert and this look: the next form will take it.
            return Ok(Sent::Taken(TestimonyId::new(self.0.random.as_ref())));
        };
        // One that was never asked about is asked about as soon as a new text would be.
        let may = row.mails > 0 || self.asked(db, sending.campaign, mailbox).await? < MOST_ASKED;
        if may && self.mail_again(db, &row).await? {
            self.ask(db, &row, &sending.writing.writer, true).await?;
        }
        Ok(Sent::Taken(TestimonyId(row.id)))
    }

    async fn same_waiting(
        &self,
        db: &impl ConnectionTrait,
        sending: &Sending,
        mailbox: &[u8],
    ) -> Result<Option<Model>, Error> {
        Ok(Entity::find()
            .filter(Column::CampaignId.eq(sending.campaign.0))
            .filter(Column::OnceHash.eq(self.text_hash(mailbox, &sending.writing)))
            .one(db)
            .await?)
    }

    /// About how many of its texts a mailbox was asked within a day.
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
            .filter(Column::State.eq(TestimonyState::Submitted.as_str()))
            .filter(Column::MailedAt.gt(since))
            .count(db)
            .await?)
    }

    /// Takes the right to mail about a testimony, if nobody took it lately or often enough.
    async fn mail_again(&self, db: &impl ConnectionTrait, row: &Model) -> Result<bool, Error> {
        let now = self.0.now();
        let before = millis(now.checked_sub(BETWEEN_MAILS).unwrap_or(Timestamp::MIN));
        let taken = Entity::update_many()
            .col_expr(Column::Mails, Expr::col(Column::Mails).add(1))
            .col_expr(Column::MailedAt, Expr::value(Some(millis(now))))
            .filter(Column::Id.eq(row.id))
            .filter(Column::Mails.lt(MOST_MAILS))
            .filter(Column::MailedAt.is_null().or(Column::MailedAt.lte(before)))
            .exec(db)
            .await?;
        Ok(taken.rows_affected == 1)
    }

    async fn ask(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        writer: &Writer,
        confirm: bool,
    ) -> Result<(), Error> {
        let (campaign, testimony) = (CampaignId(row.campaign_id), TestimonyId(row.id));
        let message = if confirm {
            Message::ConfirmTestimony { campaign, testimony }
        } else {
            Message::TestimonyLink { campaign, testimony }
        };
        let recipient = writer.recipient().ok_or(Error::Row(TABLE))?;
        let locale = row.locale.parse().map_err(|_| Error::Row(TABLE))?;
        let owed = crate::outbox::Owed { campaign: Some(campaign), locale, recipient, message };
        self.0.outbox().owe(db, &[owed]).await
    }

    /// Mails its writer the link that opens everything of the mailbox; not more often than any other mail.
    pub async fn mail_link(&self, id: TestimonyId) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = self.lock(&transaction, id).await?
            && let Some(blob) = &row.sealed
            && row.mailbox_hash.is_some()
            && self.mail_again(&transaction, &row).await?
        {
            let writer: Writer = seal::open(&self.0.keys, TABLE, row.id, blob)?;
            self.ask(&transaction, &row, &writer, row.confirmed_at.is_none()).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Its mailbox says yes, once. What the mailbox gave for the same hearing before is taken back for it, unless
    /// that was delivered.
    pub async fn confirm(&self, id: TestimonyId) -> Result<Confirming, Error> {
        // Of two confirmed in the same moment the unique key lets one through; the other then finds it.
        for last in [false, true] {
            match self.try_confirm(id).await {
                Err(Error::Database(error))
                    if !last && matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {}
                other => return other,
            }
        }
        Ok(Confirming::Gone)
    }

    async fn try_confirm(&self, id: TestimonyId) -> Result<Confirming, Error> {
        use TestimonyState::{Approved, Confirmed, Draft, Expired, Included, Returned, Submitted, Withdrawn};
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = self.lock(&transaction, id).await? else { return Ok(Confirming::Gone) };
        let state: TestimonyState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
        match state {
            Submitted => {}
            Confirmed | Approved | Returned | Included => return Ok(Confirming::Counted { now: false }),
            Draft | Withdrawn | Expired => return Ok(Confirming::Not(state)),
        }
        let place = self.place_hash(&row);
        let standing = Entity::find()
            .filter(Column::CampaignId.eq(row.campaign_id))
            .filter(Column::OnceHash.eq(place.clone()))
            .one(&transaction)
            .await?;
        let now = millis(self.0.now());
        if let Some(standing) = standing {
            if standing.state == Included.as_str() {
                return Ok(Confirming::Delivered);
            }
            self.leave(&transaction, standing.id, &standing.state).await?;
        }
        Entity::update_many()
            .col_expr(Column::State, Expr::value(Confirmed.as_str()))
            .col_expr(Column::ConfirmedAt, Expr::value(Some(now)))
            .col_expr(Column::OnceHash, Expr::value(Some(place)))
            .filter(Column::Id.eq(id.0))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(Confirming::Counted { now: true })
    }

    /// What stands for the mailbox and hearing of a testimony that waits, if another does.
    pub async fn standing(&self, id: TestimonyId) -> Result<Option<super::Testimony>, Error> {
        let Some(row) = Entity::find_by_id(id.0).one(&self.0.db).await? else { return Ok(None) };
        let standing = Entity::find()
            .filter(Column::CampaignId.eq(row.campaign_id))
            .filter(Column::OnceHash.eq(self.place_hash(&row)))
            .filter(Column::Id.ne(id.0))
            .one(&self.0.db)
            .await?;
        Ok(self.open_all(&self.0.db, standing.into_iter().collect()).await?.pop())
    }

    /// Its writer takes it back. What was delivered stays delivered; it only says so.
    pub async fn withdraw(&self, id: TestimonyId) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = self.lock(&transaction, id).await?
            && !is_over(&row.state)
        {
            self.leave(&transaction, row.id, &row.state).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    async fn leave(&self, db: &impl ConnectionTrait, id: uuid::Uuid, from: &str) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(TestimonyState::Withdrawn.as_str()))
            .col_expr(Column::OnceHash, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(Column::ShareId, Expr::value(Option::<uuid::Uuid>::None))
            .col_expr(Column::SpeakerPosition, Expr::value(Option::<i32>::None))
            .col_expr(Column::News, Expr::value(false))
            .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(id))
            .filter(Column::State.eq(from))
            .exec(db)
            .await?;
        Ok(())
    }

    /// Its writer takes it back and is forgotten, with every version and suggestion.
    pub async fn erase(&self, id: TestimonyId) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(row) = self.lock(&transaction, id).await? {
            if !is_over(&row.state) {
                self.leave(&transaction, row.id, &row.state).await?;
            }
            self.forget_all(&transaction, &[row.id]).await?;
        }
        transaction.commit().await?;
        self.0.leave_no_trace().await
    }

    /// Forgets who wrote testimonies, and what: for the writer's wish and for time.
    pub(crate) async fn forget_all(
        &self,
        db: &impl ConnectionTrait,
        ids: &[uuid::Uuid],
    ) -> Result<u64, Error> {
        let mut forgotten = 0;
        for chunk in ids.chunks(1_000) {
            forgotten += Entity::update_many()
                .col_expr(Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
                .col_expr(Column::DeskSealed, Expr::value(Option::<Vec<u8>>::None))
                .col_expr(Column::MailboxHash, Expr::value(Option::<Vec<u8>>::None))
                .col_expr(Column::OnceHash, Expr::value(Option::<Vec<u8>>::None))
                .col_expr(Column::ShareId, Expr::value(Option::<uuid::Uuid>::None))
                .col_expr(Column::Zip, Expr::value(""))
                .filter(Column::Id.is_in(chunk.iter().copied()))
                .exec(db)
                .await?
                .rows_affected;
            for id in chunk {
                self.forget_versions(db, TestimonyId(*id), None).await?;
                self.forget_suggestions(db, TestimonyId(*id)).await?;
            }
        }
        Ok(forgotten)
    }

    /// Takes the row for this transaction, and reads it.
    pub(super) async fn lock(
        &self,
        db: &impl ConnectionTrait,
        id: TestimonyId,
    ) -> Result<Option<Model>, Error> {
        // Written first, so that in Postgres a second transaction waits here and reads what the first has written.
        Entity::update_many()
            .col_expr(Column::Mails, Expr::col(Column::Mails))
            .filter(Column::Id.eq(id.0))
            .exec(db)
            .await?;
        Ok(Entity::find_by_id(id.0).one(db).await?)
    }

    fn mailbox_hash(&self, writer: &Writer) -> Result<Vec<u8>, Error> {
        let email = EmailAddress::parse(&writer.email).map_err(|_| Error::Row(TABLE))?;
        Ok(self.0.keys.lookup("mailbox", &email.mailbox()))
    }

    /// One copy of what waits: the same form sent twice is one, and with anything in it changed it is another.
    fn text_hash(&self, mailbox: &[u8], writing: &Writing) -> Vec<u8> {
        let Writing { writer, .. } = writing;
        let mut matters: Vec<String> = writing.matters.iter().map(ToString::to_string).collect();
        matters.sort_unstable();
        let lines = [
            hex::encode(mailbox),
            hearing_name(writing.hearing),
            matters.join(" "),
            writing.stance.map_or("", |stance| stance.as_str()).to_owned(),
            writing.language.clone(),
            writing.residency.map_or("", |residency| residency.as_str()).to_owned(),
            writing.zip.clone(),
            writing.speaking.as_str().to_owned(),
            writer.name.clone(),
            writer.organization.clone().unwrap_or_default(),
            writer.title.clone().unwrap_or_default(),
            writer.authority.clone().unwrap_or_default(),
            // Last, since it alone has lines of its own.
            writer.text.clone(),
        ];
        self.0.keys.lookup("testimony-text", &lines.join("\n"))
    }

    /// One testimony that stands.
    fn place_hash(&self, row: &Model) -> Vec<u8> {
        let mailbox = hex::encode(row.mailbox_hash.as_deref().unwrap_or_default());
        let value = format!("{mailbox}\n{}", hearing_name(row.hearing_id.map(HearingId)));
        self.0.keys.lookup("testimony-place", &value)
    }

    fn row(
        &self,
        campaign: CampaignId,
        locale: Locale,
        source: Option<String>,
        writing: &Writing,
    ) -> Result<Model, Error> {
        let id = TestimonyId::new(self.0.random.as_ref());
        let now = millis(self.0.now());
        let sealed = seal::seal(&self.0.keys, self.0.random.as_ref(), TABLE, id.0, &writing.writer)?;
        Ok(Model {
            id: id.0,
            campaign_id: campaign.0,
            hearing_id: writing.hearing.map(|id| id.0),
            mailbox_hash: None,
            once_hash: None,
            share_id: None,
            state: TestimonyState::Draft.as_str().to_owned(),
            stance: writing.stance.map_or("", |stance| stance.as_str()).to_owned(),
            language: writing.language.clone(),
            locale: locale.code().to_owned(),
            residency: writing.residency.map_or("", |residency| residency.as_str()).to_owned(),
            zip: writing.zip.clone(),
            for_organization: writing.for_organization,
            template_id: writing.template.map(|id| id.0),
            own_percent: i32::from(writing.measure.own_percent),
            words: i32::try_from(writing.measure.words).unwrap_or(i32::MAX),
            speaking: writing.speaking.as_str().to_owned(),
            speaker_position: None,
            flags: flags_text(&writing.measure.flags),
            assigned_to: None,
            sealed: Some(sealed),
            desk_sealed: None,
            text_number: 1,
            source,
            news: writing.news,
            created_at: now,
            changed_at: now,
            submitted_at: None,
            confirmed_at: None,
            decided_at: None,
            decided_by: None,
            reminded_at: None,
            reminded_for: None,
            ended_at: None,
            mails: 0,
            mailed_at: None,
        })
    }

    /// Writes what a draft says now.
    pub(super) async fn write(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        writing: &Writing,
        number: i32,
    ) -> Result<(), Error> {
        let sealed = seal::seal(&self.0.keys, self.0.random.as_ref(), TABLE, row.id, &writing.writer)?;
        Entity::update_many()
            .col_expr(Column::HearingId, Expr::value(writing.hearing.map(|id| id.0)))
            .col_expr(Column::Stance, Expr::value(writing.stance.map_or("", |stance| stance.as_str())))
            .col_expr(Column::Language, Expr::value(&writing.language))
            .col_expr(Column::Residency, Expr::value(writing.residency.map_or("", |one| one.as_str())))
            .col_expr(Column::Zip, Expr::value(&writing.zip))
            .col_expr(Column::ForOrganization, Expr::value(writing.for_organization))
            .col_expr(Column::TemplateId, Expr::value(writing.template.map(|id| id.0)))
            .col_expr(Column::OwnPercent, Expr::value(i32::from(writing.measure.own_percent)))
            .col_expr(Column::Words, Expr::value(i32::try_from(writing.measure.words).unwrap_or(i32::MAX)))
            .col_expr(Column::Speaking, Expr::value(writing.speaking.as_str()))
            .col_expr(Column::Flags, Expr::value(flags_text(&writing.measure.flags)))
            .col_expr(Column::News, Expr::value(writing.news))
            .col_expr(Column::Sealed, Expr::value(Some(sealed)))
            .col_expr(Column::TextNumber, Expr::value(number))
            .col_expr(Column::ChangedAt, Expr::value(millis(self.0.now())))
            .filter(Column::Id.eq(row.id))
            .exec(db)
            .await?;
        testimony_matter::Entity::delete_many()
            .filter(testimony_matter::Column::TestimonyId.eq(row.id))
            .exec(db)
            .await?;
        self.write_matters(db, row, writing).await
    }

    async fn write_matters(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        writing: &Writing,
    ) -> Result<(), Error> {
        for matter in &writing.matters {
            let row = testimony_matter::ActiveModel {
                campaign_id: Set(row.campaign_id),
                testimony_id: Set(row.id),
                matter_id: Set(matter.0),
            };
            testimony_matter::Entity::insert(row).exec_without_returning(db).await?;
        }
        Ok(())
    }
}

fn hearing_name(hearing: Option<HearingId>) -> String {
    hearing.map_or_else(|| "none".to_owned(), |id| id.to_string())
}

fn is_over(state: &str) -> bool {
    [TestimonyState::Withdrawn, TestimonyState::Expired].iter().any(|over| over.as_str() == state)
}
