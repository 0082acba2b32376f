//! What can go wrong between us and the database, as plumbing: features tell what happened in their own words.

/// The database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It could not be reached, or refused.
    #[error("the database: {0}")]
    Database(#[from] sea_orm::DbErr),
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

pub(crate) fn is_unavailable(error: &sea_orm::DbErr) -> bool {
    use sea_orm::DbErr;
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        other => {
            let text = other.to_string();
            [
                "database is locked",
                "disk is full",
                "disk I/O error",
                "too many clients",
                "Connection refused",
                "readonly database",
                "unable to open",
                "No space left",
                "closed pool",
                "terminating connection",
                "shutting down",
            ]
            .iter()
            .any(|sign| text.contains(sign))
        }
    }
}
