//! Work that outlives a request: leased by one worker, taken up by another when its worker goes quiet.
//! It knows no work itself; the server does it.

use jiff::{SignedDuration, Timestamp};
use redress_domain::JobId;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _,
};
use uuid::Uuid;

use crate::entity::job::{ActiveModel, Column, Entity};
use crate::{Error, Store, millis};

const LEASE: SignedDuration = SignedDuration::from_mins(2);
const MOST_ATTEMPTS: i32 = 5;
const QUEUED: &str = "queued";
const LEASED: &str = "leased";
const DONE: &str = "done";
const FAILED: &str = "failed";

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// Build the packet named by the subject.
    BuildPacket,
}

/// Work that this worker alone may do, for two minutes at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    /// Which.
    pub id: JobId,
    /// What.
    pub kind: JobKind,
    /// On what.
    pub subject: Uuid,
    /// How often it was begun before.
    pub attempts: u32,
}

impl JobKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::BuildPacket => "build-packet",
        }
    }
}

/// The jobs of a store.
pub struct Jobs<'a>(pub(crate) &'a Store);

impl Store {
    /// The work to be done.
    pub const fn jobs(&self) -> Jobs<'_> {
        Jobs(self)
    }
}

impl Jobs<'_> {
    pub(crate) async fn add(
        &self,
        db: &impl ConnectionTrait,
        kind: JobKind,
        subject: Uuid,
    ) -> Result<(), Error> {
        let now = millis(self.0.now());
        let row = ActiveModel {
            id: Set(JobId::new(self.0.random.as_ref()).0),
            kind: Set(kind.as_str().to_owned()),
            subject_id: Set(subject),
            state: Set(QUEUED.to_owned()),
            attempts: Set(0),
            due_at: Set(now),
            leased_until: Set(None),
            percent: Set(0),
            failure: Set(None),
            created_at: Set(now),
            ended_at: Set(None),
        };
        Entity::insert(row).exec_without_returning(db).await?;
        Ok(())
    }

    /// Takes one job that is due, or whose worker has gone quiet.
    pub async fn lease(&self) -> Result<Option<Job>, Error> {
        let now = self.0.now();
        let free = || {
            Column::State
                .eq(QUEUED)
                .and(Column::DueAt.lte(millis(now)))
                .or(Column::State.eq(LEASED).and(Column::LeasedUntil.lte(millis(now))))
        };
        let due = Query::select().column(Column::Id).from(Entity).and_where(free()).limit(1).to_owned();
        let mut update = Query::update();
        update
            .table(Entity)
            .value(Column::State, LEASED)
            .value(Column::LeasedUntil, millis(now.checked_add(LEASE).unwrap_or(Timestamp::MAX)))
            .value(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .and_where(Column::Id.in_subquery(due))
            .and_where(free())
            .returning_col(Column::Id);
        let Some(row) = self.0.db.query_one(&update).await? else { return Ok(None) };
        let id: Uuid = row.try_get("", "id")?;
        let row = Entity::find_by_id(id).one(&self.0.db).await?.ok_or(Error::Row("job"))?;
        let kind = match row.kind.as_str() {
            "build-packet" => JobKind::BuildPacket,
            _ => return Err(Error::Row("job")),
        };
        Ok(Some(Job {
            id: JobId(row.id),
            kind,
            subject: row.subject_id,
            attempts: u32::try_from(row.attempts - 1).unwrap_or_default(),
        }))
    }

    /// Says that the worker is alive, and how many of 100 parts are done.
    pub async fn progress(&self, id: JobId, percent: u8) -> Result<(), Error> {
        let until = self.0.now().checked_add(LEASE).unwrap_or(Timestamp::MAX);
        Entity::update_many()
            .col_expr(Column::Percent, Expr::value(i32::from(percent)))
            .col_expr(Column::LeasedUntil, Expr::value(Some(millis(until))))
            .filter(Column::Id.eq(id.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// How many of 100 parts of the work on a subject are done.
    pub async fn percent(&self, subject: Uuid) -> Result<Option<u8>, Error> {
        let row = Entity::find().filter(Column::SubjectId.eq(subject)).one(&self.0.db).await?;
        Ok(row.map(|row| u8::try_from(row.percent).unwrap_or(100)))
    }

    /// Was leased and cannot be finished now: it is due again, as if nobody had begun it.
    pub async fn give_back(&self, job: Job) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(QUEUED))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).sub(1))
            .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None))
            .filter(Column::Id.eq(job.id.0))
            .filter(Column::State.eq(LEASED))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// How many wait or are being done.
    pub async fn waiting(&self) -> Result<u64, Error> {
        Ok(Entity::find().filter(Column::State.is_in([QUEUED, LEASED])).count(&self.0.db).await?)
    }

    /// It is done.
    pub async fn done(&self, id: JobId) -> Result<(), Error> {
        self.end(id, DONE, None).await
    }

    /// It failed; it is tried again in a minute, five times at the most. Tells whether it will be.
    pub async fn failed(&self, job: Job, reason: &str) -> Result<bool, Error> {
        if i32::try_from(job.attempts).unwrap_or(i32::MAX) + 1 >= MOST_ATTEMPTS {
            self.end(job.id, FAILED, Some(reason.to_owned())).await?;
            return Ok(false);
        }
        let due = self.0.now().checked_add(SignedDuration::from_mins(1)).unwrap_or(Timestamp::MAX);
        Entity::update_many()
            .col_expr(Column::State, Expr::value(QUEUED))
            .col_expr(Column::DueAt, Expr::value(millis(due)))
            .filter(Column::Id.eq(job.id.0))
            .exec(&self.0.db)
            .await?;
        Ok(true)
    }

    async fn end(&self, id: JobId, state: &str, failure: Option<String>) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::Percent, Expr::value(100))
            .col_expr(Column::Failure, Expr::value(failure))
            .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None))
            .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(id.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }
}
