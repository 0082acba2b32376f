//! The coordinators' side of testimony: the queue, decisions, who looks after what, notes.
//! It changes no letter of a text, and of two coordinators who act at once it tells the later.

use std::collections::BTreeMap;
use std::str::FromStr;

use redress_domain::{
    AccountId, CampaignId, Fingerprint, MatterId, Message, Sheet, Stance, TestimonyId, TestimonyState, fold,
    form_letters,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use super::{DESK, DeskNote, DeskWords, TABLE, Testimonies, Testimony, Writer};
use crate::entity::testimony::{Column, Entity, Model};
use crate::entity::testimony_matter;
use crate::{Author, Entry, Error, audit, db, millis, seal};

/// Rows opened at once while searching.
const CHUNK: u64 = 200;
/// The most texts one search opens before it hands back what it found, with the place to go on from.
const MOST_OPENED: u64 = 2_000;
/// The most texts that form letters are looked for among.
const MOST_COMPARED: u64 = 10_000;
/// The most notes of one testimony; the oldest goes first.
const MOST_NOTES: usize = 100;

/// Whose testimonies are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assigned {
    /// Nobody's.
    Nobody,
    /// A member's.
    To(AccountId),
}

/// What the queue shows: every testimony that was sent, less what a filter leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one filter each; `None` and `false` leave nothing out")]
pub struct QueueFilter {
    pub state: Option<TestimonyState>,
    pub matter: Option<MatterId>,
    pub stance: Option<Stance>,
    pub assigned: Option<Assigned>,
    /// With a personal detail in its text.
    pub flagged: bool,
    /// Nearly all its template's.
    pub form_letter: bool,
    /// Whose writer wishes to speak.
    pub speaking: bool,
}

/// A place in the queue, which runs from the text that was sent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuePlace {
    submitted_at: i64,
    id: Uuid,
}

impl std::fmt::Display for QueuePlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.submitted_at, self.id.simple())
    }
}

impl FromStr for QueuePlace {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (at, id) = text.split_once('.').ok_or(())?;
        Ok(Self { submitted_at: at.parse().map_err(|_| ())?, id: id.parse().map_err(|_| ())? })
    }
}

/// A page of the queue.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// What was found, the earliest first.
    pub rows: Vec<Testimony>,
    /// Where to go on, if there may be more.
    pub next: Option<QueuePlace>,
    /// A search opened so many texts and stopped there.
    pub stopped_after: Option<u64>,
}

/// How many testimonies there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestimonyNumbers {
    /// By state; drafts are nobody's business and not counted.
    pub by_state: BTreeMap<TestimonyState, u64>,
    /// Of those that stand (confirmed, approved, delivered): by matter and stance.
    pub by_matter: BTreeMap<(MatterId, Stance), u64>,
    /// Of those that stand: by stance. One on two matters counts once.
    pub by_stance: BTreeMap<Stance, u64>,
}

impl TestimonyNumbers {
    /// All that were ever sent.
    pub fn received(&self) -> u64 {
        self.by_state.values().sum()
    }
}

/// What a coordinator saw when deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The state.
    pub state: TestimonyState,
    /// The number of the text.
    pub text_number: i32,
}

/// What a coordinator decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It goes into the packet.
    Approve,
    /// Its writer is asked to change it, by mail.
    Return {
        /// Why; its writer reads it.
        reason: String,
    },
    /// It waits again: an approval, or a return that its writer can no longer answer, is taken back.
    TakeBack,
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It is so now.
    Done,
    /// Somebody came first: it is in this state, and the decision was not taken.
    Meanwhile {
        /// The state.
        state: TestimonyState,
        /// Who.
        first: First,
    },
    /// The campaign has no such testimony, or its writer is forgotten.
    Gone,
}

/// Who came first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// Its writer: sent it again, or took it back.
    Writer,
    /// A member.
    Member(AccountId),
    /// Nobody whom the row names.
    Somebody,
}

/// Form letters among a campaign's testimonies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormLetters {
    /// Groups, the largest first; in each the earliest first, which represents the others.
    pub groups: Vec<Vec<TestimonyId>>,
    /// How many texts were compared.
    pub compared: u64,
    /// Whether there are more than can be compared.
    pub more: bool,
}

/// The states in which a testimony stands: confirmed, and not taken back.
const STANDING: [&str; 3] = [
    TestimonyState::Confirmed.as_str(),
    TestimonyState::Approved.as_str(),
    TestimonyState::Included.as_str(),
];

fn of_campaign(campaign: CampaignId) -> Select<Entity> {
    Entity::find().filter(Column::CampaignId.eq(campaign.0)).filter(Column::SubmittedAt.is_not_null())
}

fn filtered(campaign: CampaignId, filter: &QueueFilter) -> Select<Entity> {
    let mut select = of_campaign(campaign);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.as_str()));
    }
    if let Some(stance) = filter.stance {
        select = select.filter(Column::Stance.eq(stance.as_str()));
    }
    if let Some(matter) = filter.matter {
        let of_matter = testimony_matter::Entity::find()
            .select_only()
            .column(testimony_matter::Column::TestimonyId)
            .filter(testimony_matter::Column::CampaignId.eq(campaign.0))
            .filter(testimony_matter::Column::MatterId.eq(matter.0));
        select = select.filter(Column::Id.in_subquery(sea_orm::QueryTrait::into_query(of_matter)));
    }
    match filter.assigned {
        Some(Assigned::Nobody) => select = select.filter(Column::AssignedTo.is_null()),
        Some(Assigned::To(account)) => select = select.filter(Column::AssignedTo.eq(account.0)),
        None => {}
    }
    if filter.flagged {
        select = select.filter(Column::Flags.ne(""));
    }
    if filter.form_letter {
        select = select
            .filter(Column::TemplateId.is_not_null())
            .filter(Column::OwnPercent.lt(i32::from(redress_domain::FORM_LETTER_BELOW)));
    }
    if filter.speaking {
        select = select.filter(Column::Speaking.ne(redress_domain::Speaking::No.as_str()));
    }
    select
}

fn after(select: Select<Entity>, place: Option<QueuePlace>) -> Select<Entity> {
    let select = select.order_by_asc(Column::SubmittedAt).order_by_asc(Column::Id);
    match place {
        None => select,
        Some(place) => select.filter(
            Column::SubmittedAt
                .gt(place.submitted_at)
                .or(Column::SubmittedAt.eq(place.submitted_at).and(Column::Id.gt(place.id))),
        ),
    }
}

fn place(row: &Model) -> QueuePlace {
    QueuePlace { submitted_at: row.submitted_at.unwrap_or_default(), id: row.id }
}

impl Testimonies<'_> {
    /// A page of the queue, the text that was sent first on top; with `find`, only those whose name, organization
    /// or text has it (without case and accents). Names and texts are sealed, so a search opens them one by one,
    /// and stops after two thousand with the place to go on from.
    pub async fn queue(
        &self,
        campaign: CampaignId,
        filter: &QueueFilter,
        find: Option<&str>,
        from: Option<QueuePlace>,
        most: u64,
    ) -> Result<QueuePage, Error> {
        let find = find.map(fold).filter(|find| !find.is_empty());
        let Some(find) = find else {
            let mut rows = after(filtered(campaign, filter), from).limit(most + 1).all(&self.0.db).await?;
            let more = rows.len() as u64 > most;
            rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
            let next = rows.last().map(place).filter(|_| more);
            return Ok(QueuePage { rows: self.open_all(&self.0.db, rows).await?, next, stopped_after: None });
        };
        let (mut found, mut from, mut opened) = (Vec::new(), from, 0);
        loop {
            let rows = after(filtered(campaign, filter), from).limit(CHUNK).all(&self.0.db).await?;
            let last = (rows.len() as u64) < CHUNK;
            for row in rows {
                from = Some(place(&row));
                opened += 1;
                if let Some(blob) = &row.sealed {
                    let writer: Writer = seal::open(&self.0.keys, TABLE, row.id, blob)?;
                    if has(&writer, &find) {
                        found.push(row);
                    }
                }
                if found.len() as u64 == most {
                    let rows = self.open_all(&self.0.db, found).await?;
                    return Ok(QueuePage { rows, next: from, stopped_after: None });
                }
            }
            if last || opened >= MOST_OPENED {
                let rows = self.open_all(&self.0.db, found).await?;
                let stopped_after = (!last).then_some(opened);
                return Ok(QueuePage { rows, next: from.filter(|_| !last), stopped_after });
            }
        }
    }

    /// How many testimonies a filter leaves; a search is not counted.
    pub async fn count(&self, campaign: CampaignId, filter: &QueueFilter) -> Result<u64, Error> {
        Ok(filtered(campaign, filter).count(&self.0.db).await?)
    }

    /// The numbers of a campaign's testimony.
    pub async fn numbers(&self, campaign: CampaignId) -> Result<TestimonyNumbers, Error> {
        let fault = || Error::Row(TABLE);
        let mut numbers = TestimonyNumbers::default();
        let counts: Vec<(String, String, i64)> = of_campaign(campaign)
            .select_only()
            .column(Column::State)
            .column(Column::Stance)
            .column_as(Column::Id.count(), "count")
            .group_by(Column::State)
            .group_by(Column::Stance)
            .into_tuple()
            .all(&self.0.db)
            .await?;
        for (state, stance, count) in counts {
            let count = u64::try_from(count).map_err(|_| fault())?;
            let parsed: TestimonyState = state.parse().map_err(|_| fault())?;
            *numbers.by_state.entry(parsed).or_default() += count;
            if STANDING.contains(&state.as_str()) {
                *numbers.by_stance.entry(stance.parse().map_err(|_| fault())?).or_default() += count;
            }
        }
        for stance in Stance::ALL {
            let standing = of_campaign(campaign)
                .select_only()
                .column(Column::Id)
                .filter(Column::State.is_in(STANDING))
                .filter(Column::Stance.eq(stance.as_str()));
            let counts: Vec<(Uuid, i64)> = testimony_matter::Entity::find()
                .select_only()
                .column(testimony_matter::Column::MatterId)
                .column_as(testimony_matter::Column::TestimonyId.count(), "count")
                .filter(testimony_matter::Column::CampaignId.eq(campaign.0))
                .filter(
                    testimony_matter::Column::TestimonyId
                        .in_subquery(sea_orm::QueryTrait::into_query(standing)),
                )
                .group_by(testimony_matter::Column::MatterId)
                .into_tuple()
                .all(&self.0.db)
                .await?;
            for (matter, count) in counts {
                let count = u64::try_from(count).map_err(|_| fault())?;
                numbers.by_matter.insert((MatterId(matter), *stance), count);
            }
        }
        Ok(numbers)
    }

    /// A campaign's testimony that was sent: one of another campaign, or a draft, is not there.
    pub async fn at_desk(&self, campaign: CampaignId, id: TestimonyId) -> Result<Option<Testimony>, Error> {
        let row = of_campaign(campaign).filter(Column::Id.eq(id.0)).one(&self.0.db).await?;
        Ok(self.open_all(&self.0.db, row.into_iter().collect()).await?.pop())
    }

    /// Those of these ids that are the campaign's, in the order given.
    pub async fn some(&self, campaign: CampaignId, ids: &[TestimonyId]) -> Result<Vec<Testimony>, Error> {
        let mut found = Vec::new();
        for chunk in ids.chunks(1_000) {
            let rows = of_campaign(campaign)
                .filter(Column::Id.is_in(chunk.iter().map(|id| id.0)))
                .all(&self.0.db)
                .await?;
            found.extend(self.open_all(&self.0.db, rows).await?);
        }
        let order: BTreeMap<TestimonyId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        found.sort_by_key(|testimony| order.get(&testimony.id));
        Ok(found)
    }

    /// Takes a coordinator's decision, if the testimony is still what the coordinator saw. A return owes its
    /// writer a mail, in the same transaction.
    pub async fn settle(
        &self,
        author: Author,
        campaign: CampaignId,
        id: TestimonyId,
        seen: Seen,
        verdict: &Verdict,
    ) -> Result<Decided, Error> {
        use TestimonyState::{Approved, Confirmed, Returned};
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = self.lock_of(&transaction, campaign, id).await? else { return Ok(Decided::Gone) };
        let Some(blob) = &row.sealed else { return Ok(Decided::Gone) };
        let state: TestimonyState = row.state.parse().map_err(|_| Error::Row(TABLE))?;
        let to = match (state, verdict) {
            (Confirmed, Verdict::Approve) => Some(Approved),
            (Confirmed | Approved, Verdict::Return { .. }) => Some(Returned),
            (Approved | Returned, Verdict::TakeBack) => Some(Confirmed),
            _ => None,
        };
        let (Some(to), true) = (to, seen == Seen { state, text_number: row.text_number }) else {
            let by_writer = seen.text_number != row.text_number || state == TestimonyState::Withdrawn;
            let first = match row.decided_by {
                _ if by_writer => First::Writer,
                Some(account) => First::Member(AccountId(account)),
                None => First::Somebody,
            };
            return Ok(Decided::Meanwhile { state, first });
        };
        let now = millis(self.0.now());
        let mut update = Entity::update_many()
            .col_expr(Column::State, Expr::value(to.as_str()))
            .col_expr(Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(Column::DecidedBy, Expr::value(author.account().map(|account| account.0)));
        if let Verdict::Return { reason } = verdict {
            let desk = DeskWords { reason: Some(reason.clone()), ..self.desk_words(&row)? };
            update = update.col_expr(Column::DeskSealed, Expr::value(Some(self.seal_desk(id, &desk)?)));
            let writer: Writer = seal::open(&self.0.keys, TABLE, row.id, blob)?;
            let message = Message::TestimonyReturned { campaign, testimony: id };
            self.owe_writer(&transaction, &row, &writer, message).await?;
        }
        update.filter(Column::Id.eq(id.0)).exec(&transaction).await?;
        let verb = match verdict {
            Verdict::Approve => "testimony-approved",
            Verdict::Return { .. } => "testimony-returned",
            Verdict::TakeBack => "testimony-taken-back",
        };
        let entry = entry(author, campaign, verb, id, state.as_str(), to.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(Decided::Done)
    }

    /// Gives a testimony to a member, or to nobody, if it is still whose the coordinator saw; tells whether it
    /// was.
    pub async fn assign(
        &self,
        author: Author,
        campaign: CampaignId,
        id: TestimonyId,
        seen: Option<AccountId>,
        to: Option<AccountId>,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let row = self.lock_of(&transaction, campaign, id).await?;
        let Some(row) = row.filter(|row| row.assigned_to == seen.map(|account| account.0)) else {
            return Ok(false);
        };
        if seen == to {
            return Ok(true);
        }
        Entity::update_many()
            .col_expr(Column::AssignedTo, Expr::value(to.map(|account| account.0)))
            .filter(Column::Id.eq(row.id))
            .exec(&transaction)
            .await?;
        let name =
            |account: Option<AccountId>| account.map(|account| account.to_string()).unwrap_or_default();
        let entry = entry(author, campaign, "testimony-assigned", id, &name(seen), &name(to));
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Adds a note, which the writer never sees; tells whether the testimony is there to have one.
    pub async fn note(
        &self,
        author: Author,
        campaign: CampaignId,
        id: TestimonyId,
        text: &str,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let row = self.lock_of(&transaction, campaign, id).await?;
        let Some(row) = row.filter(|row| row.sealed.is_some()) else { return Ok(false) };
        let Some(by) = author.account() else { return Ok(false) };
        let mut desk = self.desk_words(&row)?;
        desk.notes.push(DeskNote { by, at: self.0.now(), text: text.to_owned() });
        let count = desk.notes.len();
        desk.notes.drain(..count.saturating_sub(MOST_NOTES));
        Entity::update_many()
            .col_expr(Column::DeskSealed, Expr::value(Some(self.seal_desk(id, &desk)?)))
            .filter(Column::Id.eq(row.id))
            .exec(&transaction)
            .await?;
        audit::append(&transaction, self.0.now(), entry(author, campaign, "testimony-noted", id, "", ""))
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// The form letters among what stands: opened in a stream, of each text only its fingerprint is kept.
    pub async fn form_letters(&self, campaign: CampaignId) -> Result<FormLetters, Error> {
        let standing = of_campaign(campaign).filter(Column::State.is_in(STANDING));
        let (mut kept, mut prints, mut from) = (Vec::new(), Vec::new(), None);
        let more = loop {
            let rows = after(standing.clone(), from).limit(CHUNK).all(&self.0.db).await?;
            let last = (rows.len() as u64) < CHUNK;
            from = rows.last().map(place).or(from);
            for row in rows {
                let Some(blob) = &row.sealed else { continue };
                let writer: Writer = seal::open(&self.0.keys, TABLE, row.id, blob)?;
                prints.push(Fingerprint::of(&writer.text));
                let own_percent = u8::try_from(row.own_percent).map_err(|_| Error::Row(TABLE))?;
                let stance: Option<Stance> = row.stance.parse().ok();
                kept.push((TestimonyId(row.id), row.template_id, stance, own_percent));
            }
            if last || kept.len() as u64 >= MOST_COMPARED {
                break !last;
            }
        };
        let sheets: Vec<Sheet<'_, Uuid>> = kept
            .iter()
            .zip(&prints)
            .map(|((_, template, stance, own_percent), print)| Sheet {
                template: *template,
                stance: *stance,
                own_percent: *own_percent,
                print,
            })
            .collect();
        let mut groups: Vec<Vec<TestimonyId>> = form_letters(&sheets)
            .into_iter()
            .map(|group| group.into_iter().map(|at| kept[at].0).collect())
            .collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        Ok(FormLetters { groups, compared: kept.len() as u64, more })
    }

    /// Takes the row for this transaction, if it was sent in this campaign.
    pub(super) async fn lock_of(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        id: TestimonyId,
    ) -> Result<Option<Model>, Error> {
        let row = self.lock(db, id).await?;
        Ok(row.filter(|row| row.campaign_id == campaign.0 && row.submitted_at.is_some()))
    }

    pub(super) async fn owe_writer(
        &self,
        db: &impl ConnectionTrait,
        row: &Model,
        writer: &Writer,
        message: Message,
    ) -> Result<(), Error> {
        let owed = crate::outbox::Owed {
            campaign: Some(CampaignId(row.campaign_id)),
            locale: row.locale.parse().map_err(|_| Error::Row(TABLE))?,
            recipient: writer.recipient().ok_or(Error::Row(TABLE))?,
            message,
        };
        self.0.outbox().owe(db, &[owed]).await
    }

    fn desk_words(&self, row: &Model) -> Result<DeskWords, Error> {
        let open = |blob| seal::open(&self.0.keys, DESK, row.id, blob);
        Ok(row.desk_sealed.as_deref().map(open).transpose()?.unwrap_or_default())
    }

    fn seal_desk(&self, id: TestimonyId, desk: &DeskWords) -> Result<Vec<u8>, Error> {
        seal::seal(&self.0.keys, self.0.random.as_ref(), DESK, id.0, desk)
    }
}

fn has(writer: &Writer, find: &str) -> bool {
    [Some(&writer.name), writer.organization.as_ref(), Some(&writer.text)]
        .into_iter()
        .flatten()
        .any(|text| fold(text).contains(find))
}

pub(super) fn entry(
    author: Author,
    campaign: CampaignId,
    verb: &'static str,
    id: TestimonyId,
    before: &str,
    after: &str,
) -> Entry {
    Entry {
        author,
        campaign: Some(campaign),
        verb,
        object: id.to_string(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
