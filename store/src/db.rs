//! Opening the database: one way for SQLite and Postgres, with the schema brought forward.
//! It refuses a database that a newer program has written, and one sealed with other keys.

use std::collections::BTreeSet;
use std::time::Duration;

use redress_migrations::{Migrator, MigratorTrait as _};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait as _,
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
}

/// Postgres holds this while it migrates, so that two processes starting at once do not both do it.
const MIGRATION_LOCK: i64 = 0x5245_4452_4553_5301;

pub(crate) async fn open(connection: &Connection) -> Result<DatabaseConnection, OpenRefused> {
    let db = connect(connection).await.map_err(OpenRefused::Unreachable)?;
    refuse_newer(&db).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        migrate_postgres(&db).await.map_err(OpenRefused::Migration)?;
    } else {
        Migrator::up(&db, None).await.map_err(OpenRefused::Migration)?;
    }
    Ok(db)
}

async fn connect(connection: &Connection) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(connection.url.clone());
    options
        .max_connections(connection.connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        .connect_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                // What is forgotten is overwritten, in the file and not only in the tables.
                .pragma("secure_delete", "ON")
                .pragma("journal_size_limit", "16777216")
                // In pages of 4 KiB. At the default of 1,000, two batches of signatures fill the journal, and most
                // of what is copied into the file is written over by the next.
                .pragma("wal_autocheckpoint", "8000")
                // 6 MiB a connection: the inner pages of every index, and the leaves just used.
                .pragma("cache_size", "-6144")
        });
    Database::connect(options).await
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

/// Cuts rows into powers of two up to 64, the largest first: however many come, there are seven statements to
/// prepare and to keep. 64 rows of 24 columns are far fewer parameters than either database takes.
pub(crate) fn chunks<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = (0..=6).rev().map(|power| 1 << power).find(|size| *size <= rows.len())?;
        let (chunk, rest) = rows.split_at(size);
        rows = rest;
        Some(chunk)
    })
}

/// Every write transaction begins as one: in SQLite, one that reads first and writes later fails when another
/// wrote in between.
pub(crate) async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    db.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    })
    .await
}

/// The first start notes the keys' fingerprint in the tally of no campaign; later ones compare.
pub(crate) async fn check_keys(db: &DatabaseConnection, keys: &Keys) -> Result<(), OpenRefused> {
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
    fn chunks_are_powers_of_two_and_hold_every_row() {
        let rows: Vec<u32> = (0..215).collect();
        let sizes: Vec<_> = chunks(&rows).map(<[u32]>::len).collect();
        assert_eq!(sizes, [64, 64, 64, 16, 4, 2, 1]);
        assert_eq!(chunks(&rows).flatten().copied().collect::<Vec<_>>(), rows);
        assert_eq!(chunks::<u32>(&[]).count(), 0);
    }
}
