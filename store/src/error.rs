//! What can go wrong between us and the database, as plumbing: features tell what happened in their own words.

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// The database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It could not be reached, or refused.
    #[error("the database: {0}")]
    Database(#[from] DbErr),
    /// A sealed value could not be opened: another key, or changed bytes.
    #[error("a sealed value of {0} cannot be opened with the keys at hand")]
    Sealed(&'static str),
    /// A row holds what this program never writes.
    #[error("a row of {0} holds a value this program does not know")]
    Row(&'static str),
    /// The writer has stopped: the server is going down.
    #[error("the writer has stopped")]
    Stopped,
    /// The batch this write was part of failed.
    #[error("the batch was not written: {0}")]
    Batch(String),
}

impl Error {
    /// Whether trying again later may help: the database is full, locked, overloaded or away.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Database(error) => is_unavailable(error),
            Self::Stopped | Self::Batch(_) => true,
            Self::Sealed(_) | Self::Row(_) => false,
        }
    }
}

pub(crate) fn is_unavailable(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
            is_out(error)
        }
        _ => false,
    }
}

fn is_out(error: &SqlxError) -> bool {
    match error {
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::Protocol(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => true,
        SqlxError::Database(told) => told.code().is_some_and(|code| match code.parse::<u32>() {
            // SQLite's numbers; the low byte is the kind: busy, locked, read-only, input or output, full, cannot
            // be opened (https://sqlite.org/rescode.html).
            Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 6 | 8 | 10 | 13 | 14),
            // Postgres' classes: connection, rolled back for another, resources, intervention, system; and
            // 55000, a database that lets nobody in (https://www.postgresql.org/docs/current/errcodes-appendix.html).
            _ => {
                ["08", "40", "53", "57", "58"].iter().any(|class| code.starts_with(class)) || code == "55000"
            }
        }),
        _ => false,
    }
}
