//! What the outbox reader shows.

use jiff::Zoned;

/// `/outbox`: every mail in the folder.
#[derive(Debug, Clone, Default)]
pub struct OutboxList {
    /// Newest first.
    pub rows: Vec<OutboxRow>,
}

/// A mail in the list.
#[derive(Clone)]
pub struct OutboxRow {
    /// Which; it is read at `/outbox/{id}`.
    pub id: String,
    /// The header, as mail programs show it.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was written.
    pub at: Zoned,
}

/// `/outbox/{id}`: one mail.
#[derive(Clone)]
pub struct OutboxMail {
    /// The header, as mail programs show it.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was written.
    pub at: Zoned,
    /// The text part.
    pub text: String,
    /// Where its HTML part is served, if it has one.
    pub html_path: Option<String>,
}

macro_rules! hidden_debug {
    ($($name:ident),+) => { $(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "([hidden])"))
            }
        }
    )+ };
}
hidden_debug!(OutboxRow, OutboxMail);
