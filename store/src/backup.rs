//! A copy of the embedded database, taken while signing goes on.
//! Postgres has tools of its own for this; the sentence says which.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};

use crate::{Error, Store};

/// Why no copy was made.
#[derive(Debug, thiserror::Error)]
pub enum BackupRefused {
    /// The database is Postgres.
    #[error("this database is Postgres; back it up with pg_dump")]
    Postgres,
    /// The copy failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Copies the database into a new file, consistent at one instant (SQLite's `VACUUM INTO`).
pub async fn backup_sqlite(store: &Store, file: &std::path::Path) -> Result<(), BackupRefused> {
    if store.db.get_database_backend() != DbBackend::Sqlite {
        return Err(BackupRefused::Postgres);
    }
    let path = file.display().to_string();
    let statement = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [path.into()]);
    // It only reads, and takes its time: signers do not wait for it.
    store.db.reads().execute_raw(statement).await.map_err(Error::from)?;
    Ok(())
}
