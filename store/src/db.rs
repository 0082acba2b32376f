//! Opening the database: one way for SQLite and Postgres, with the schema brought forward.
//! It refuses a database that a newer program has written, and one sealed with other keys.

use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use redress_migrations::{Migrator, MigratorTrait as _};
use sea_orm::sqlx::{self, Connection as _, SqliteConnection};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, ExecResult, IsolationLevel, QueryResult, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait as _,
};

use crate::{Error, Keys};

/// Where the database is, and how many connections may be open to it.
#[derive(Clone)]
pub struct Connection {
    /// `sqlite:///path/redress.db` or `postgres://…`.
    pub url: String,
    /// The size of the pool.
    pub connections: u32,
}

impl Connection {
    fn is_postgres(&self) -> bool {
        DbBackend::Postgres.is_prefix_of(&self.url)
    }
}

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenRefused {
    /// It cannot be reached.
    #[error("the database of REDRESS_DATABASE_URL cannot be reached: {0}")]
    Unreachable(DbErr),
    /// A newer Redress has written it.
    #[error(
        "the database was last used by a newer Redress (its step {0} is unknown here); install that version, or restore a backup"
    )]
    Newer(String),
    /// A migration failed.
    #[error("the database could not be brought forward: {0}")]
    Migration(DbErr),
    /// It was sealed with other keys.
    #[error(
        "the keys of REDRESS_KEY_FILE are not those this database was sealed with; put the right key file back"
    )]
    OtherKeys,
    /// The system gives no thread to write from.
    #[error("the writer of the database could not start: {0}")]
    NoThread(io::Error),
}

/// Postgres holds this while it migrates, so that two processes starting at once do not both do it.
const MIGRATION_LOCK: i64 = 0x5245_4452_4553_5301;

/// The database as the store uses it. Reads go to one pool and writes to another; on Postgres they are the same. On
/// SQLite the second has one connection: one may write at a time, and who waits in the pool's queue waits shorter than
/// who asks SQLite again and again whether it may.
#[derive(Clone)]
pub(crate) struct Db {
    reads: DatabaseConnection,
    writes: DatabaseConnection,
}

impl Db {
    /// For what only reads, though its statement is no query.
    pub const fn reads(&self) -> &DatabaseConnection {
        &self.reads
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reads.ping().await
    }

    /// Closes both pools.
    pub async fn close(self) {
        // The pools outlive this handle in its clones; what is owed to the disk is there already.
        let _ = self.writes.close().await;
        let _ = self.reads.close().await;
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Db {
    fn get_database_backend(&self) -> DbBackend {
        self.reads.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.writes.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.writes.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.reads.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.reads.query_all_raw(statement).await
    }
}

pub(crate) async fn open(connection: &Connection) -> Result<Db, OpenRefused> {
    // On Postgres, one of them is the writer's own.
    let most = match connection.is_postgres() {
        true => connection.connections.saturating_sub(1).max(1),
        false => connection.connections,
    };
    let db = connect(connection, Pool { most, lazy: false, cache_kib: 2_048 }).await?;
    refuse_newer(&db).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        migrate_postgres(&db).await.map_err(OpenRefused::Migration)?;
    } else {
        Migrator::up(&db, None).await.map_err(OpenRefused::Migration)?;
    }
    let writes = match db.get_database_backend() {
        DbBackend::Sqlite => connect(connection, Pool { most: 1, lazy: false, cache_kib: 6_144 }).await?,
        _ => db.clone(),
    };
    Ok(Db { reads: db, writes })
}

/// The database as the writer on its own thread uses it.
pub(crate) enum OfWriter {
    /// SQLite's connections have threads of their own and know no other: the one that writes is for all who write.
    Shared(Db),
    /// A connection to Postgres belongs to the thread that opened it, and dies with that: the writer has its own.
    Own(Db),
}

impl OfWriter {
    pub const fn db(&self) -> &Db {
        match self {
            Self::Shared(db) | Self::Own(db) => db,
        }
    }

    /// Closes what is the writer's own.
    pub async fn done(self) {
        if let Self::Own(db) = self {
            db.close().await;
        }
    }
}

pub(crate) async fn of_writer(db: &Db, connection: &Connection) -> Result<OfWriter, OpenRefused> {
    if !connection.is_postgres() {
        return Ok(OfWriter::Shared(db.clone()));
    }
    let own = connect(connection, Pool { most: 1, lazy: true, cache_kib: 0 }).await?;
    Ok(OfWriter::Own(Db { reads: own.clone(), writes: own }))
}

/// How a pool is made.
struct Pool {
    /// How many connections at the most.
    most: u32,
    /// Whether the first is opened by who first needs it.
    lazy: bool,
    /// What each keeps of SQLite's file, in KiB: for one that writes, the inner pages of every index and the leaves
    /// just used. One that reads loses all of it at the next write.
    cache_kib: u32,
}

async fn connect(connection: &Connection, pool: Pool) -> Result<DatabaseConnection, OpenRefused> {
    let mut options = ConnectOptions::new(connection.url.clone());
    options
        .max_connections(pool.most)
        .min_connections(u32::from(!pool.lazy))
        .connect_lazy(pool.lazy)
        .acquire_timeout(Duration::from_secs(5))
        .connect_timeout(Duration::from_secs(5))
        // One that was just used is there; asking it each time would be a turn more for every statement.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(2 * ROWS + 128)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                // What is forgotten is overwritten, in the file and not only in the tables.
                .pragma("secure_delete", "ON")
                .pragma("journal_size_limit", "67108864")
                // In pages of 4 KiB. At the default of 1,000, two batches of signatures fill the journal, and most
                // of what is copied into the file is written over by the next.
                .pragma("wal_autocheckpoint", "16000")
                .pragma("cache_size", format!("-{}", pool.cache_kib))
                // Each insert of many rows keeps what it would undo; in memory, it makes no file for it. Nothing that
                // is sorted or undone is left in a folder for temporary files, either.
                .pragma("temp_store", "MEMORY")
        })
        .map_sqlx_sqlite_pool_opts(|pool| {
            pool.after_release(|connection, _| Box::pin(is_out_of_transactions(connection)))
        });
    Database::connect(options).await.map_err(OpenRefused::Unreachable)
}

/// Whether a connection may be used again. Where writing fails, as on a full disk, SQLite has at times ended the
/// transaction by itself; the ROLLBACK that follows fails, and the driver goes on counting a transaction. Every later one
/// would be a savepoint within it, whose commit commits nothing. Such a connection is closed, and a new one opened.
async fn is_out_of_transactions(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if !connection.is_in_transaction() {
        return Ok(true);
    }
    // A transaction that was dropped is rolled back by the connection's own thread: the ping comes after it.
    connection.ping().await?;
    let out = !connection.is_in_transaction();
    if !out {
        tracing::warn!("a connection was left within a transaction and is closed");
    }
    Ok(out)
}

async fn refuse_newer(db: &DatabaseConnection) -> Result<(), OpenRefused> {
    // The table is not there before the first migration.
    let Ok(applied) = Migrator::get_migration_models(db).await else { return Ok(()) };
    let known: BTreeSet<String> =
        Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    match applied.into_iter().find(|step| !known.contains(&step.version)) {
        Some(step) => Err(OpenRefused::Newer(step.version)),
        None => Ok(()),
    }
}

async fn migrate_postgres(db: &DatabaseConnection) -> Result<(), DbErr> {
    let lock = db.begin().await?;
    lock.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
    Migrator::up(db, None).await?;
    lock.commit().await
}

/// The most rows of one statement.
const ROWS: usize = 64;

/// Cuts rows into statements. Every number of rows is a statement of its own to prepare and to keep.
///
/// SQLite has one connection that writes and keeps all 64: each statement more is another turn between two threads.
/// Postgres has many, and a prepared statement costs its server memory in each: it gets powers of two, seven of them.
pub(crate) fn chunks<T>(backend: DbBackend, mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let most = rows.len().min(ROWS);
        let size = match backend {
            DbBackend::Sqlite => most,
            _ => 1 << most.checked_ilog2()?,
        };
        let (chunk, rest) = rows.split_at(size);
        rows = rest;
        (!chunk.is_empty()).then_some(chunk)
    })
}

/// Every write transaction begins as one: in SQLite, one that reads first and writes later fails when another
/// wrote in between.
pub(crate) async fn begin(db: &Db) -> Result<DatabaseTransaction, DbErr> {
    db.writes
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        })
        .await
}

/// A transaction that sees the database as it is at one instant, and changes nothing.
pub(crate) async fn begin_reading(db: &Db) -> Result<DatabaseTransaction, DbErr> {
    let postgres = db.get_database_backend() == DbBackend::Postgres;
    db.reads
        .begin_with_options(TransactionOptions {
            isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
            access_mode: postgres.then_some(AccessMode::ReadOnly),
            sqlite_transaction_mode: None,
        })
        .await
}

/// The first start notes the keys' fingerprint in the tally of no campaign; later ones compare.
pub(crate) async fn check_keys(db: &Db, keys: &Keys) -> Result<(), OpenRefused> {
    let noted =
        crate::tally::note_fingerprint(db, &hex::encode(keys.fingerprint())).await.map_err(|error| {
            match error {
                Error::Database(error) => OpenRefused::Migration(error),
                other => OpenRefused::Migration(DbErr::Custom(other.to_string())),
            }
        })?;
    if noted { Ok(()) } else { Err(OpenRefused::OtherKeys) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_hold_every_row_and_come_in_few_sizes_on_postgres() {
        let rows: Vec<u32> = (0..215).collect();
        for (backend, wanted) in [
            (DbBackend::Sqlite, &[64, 64, 64, 23][..]),
            (DbBackend::Postgres, &[64, 64, 64, 16, 4, 2, 1][..]),
        ] {
            let sizes: Vec<_> = chunks(backend, &rows).map(<[u32]>::len).collect();
            assert_eq!(sizes, wanted);
            assert_eq!(chunks(backend, &rows).flatten().copied().collect::<Vec<_>>(), rows);
            assert_eq!(chunks::<u32>(backend, &[]).count(), 0);
        }
    }
}
