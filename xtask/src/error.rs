//! What can stop a command, each as a sentence that says what to do about it. It carries no backtrace:
//! the tool that failed has already printed its own words above.

use std::io;
use std::process::ExitStatus;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{doing}: {source}")]
    Io { doing: String, source: io::Error },

    #[error("`{command}` could not be started: {source}")]
    NotStarted { command: String, source: io::Error },

    #[error("`{command}` failed ({status}).")]
    CommandFailed { command: String, status: ExitStatus },

    #[error("{0}")]
    Missing(String),

    #[error("wasm-bindgen: {0}")]
    Bindgen(String),

    #[error("{file}: {wrong}")]
    Asset { file: String, wrong: String },

    #[error("The throwaway Postgres did not start: {0}")]
    Postgres(String),

    /// Said already, in full, by the report.
    #[error("Tests failed.")]
    TestsFailed,

    #[error("Interrupted.")]
    Interrupted,
}

/// Turns an `io::Error` into one that says what was being done.
pub fn while_doing(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Error {
    |source| Error::Io { doing: doing.into(), source }
}
