//! What the pages of outcomes show.

use jiff::civil::Date;
use redress_domain::{Ballot, FieldErrors, Locale, OutcomeKind, Slug, VoteId};

use crate::parts::Typed;

/// A campaign's end, as everybody may read it.
#[derive(Debug, Clone)]
pub struct RecordView {
    /// In a word.
    pub kind: OutcomeKind,
    /// The day.
    pub day: Date,
    /// What happened, in limited Markdown.
    pub text: String,
    /// Documents: title and address.
    pub links: Vec<(String, String)>,
    /// Votes, member by member.
    pub votes: Vec<VoteView>,
    /// Places where the like happened.
    pub places: Vec<RelatedPlaceView>,
    /// What follows: title and path of a campaign that is public.
    pub follow_on: Option<(String, String)>,
}

/// A vote, member by member.
#[derive(Debug, Clone)]
pub struct VoteView {
    /// Which.
    pub id: VoteId,
    /// Who voted.
    pub body: String,
    /// On what.
    pub question: String,
    /// When.
    pub day: Date,
    /// Who did what.
    pub ballots: Vec<Ballot>,
}

/// A place where the like happened.
#[derive(Debug, Clone)]
pub struct RelatedPlaceView {
    /// Its name.
    pub name: String,
    /// When, if that is known.
    pub day: Option<Date>,
    /// What; may be empty.
    pub note: String,
    /// Where it is told.
    pub url: Option<String>,
}

/// Something wrong in a list of votes.
#[derive(Debug, Clone, Copy)]
pub struct BallotFault {
    /// As a spreadsheet counts.
    pub row: u64,
    /// A message key.
    pub message: &'static str,
}

/// A list of votes as it would be recorded.
#[derive(Debug, Clone)]
pub struct VotePreview {
    /// Who did what.
    pub ballots: Vec<Ballot>,
}

/// The outcome at the desk. Fields: `action` (save, preview-vote, save-vote, remove-vote, take-back); `kind`, `day`,
/// `text_{locale}`, `link_{n}_title`, `link_{n}_url`, `place_{n}_name`, `_day`, `_note`, `_url`, `follow_on`; of a
/// vote `body`, `question`, `vote_day`, `ballots`, and a file `ballots_file`.
#[derive(Debug, Clone)]
pub struct OutcomeDeskView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// Whether an outcome is recorded.
    pub recorded: bool,
    /// Whether the campaign is public, so that an outcome can be recorded.
    pub public: bool,
    /// Campaigns to choose a follow-on from: slug and title.
    pub campaigns: Vec<(String, String)>,
    /// How many rows of links and of places there are.
    pub rows: (usize, usize),
    /// The votes there are.
    pub votes: Vec<VoteView>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: FieldErrors,
    /// What is wrong in the list of votes.
    pub faults: Vec<BallotFault>,
    /// The list of votes, read and not yet recorded.
    pub preview: Option<VotePreview>,
    /// A message key of what was just done.
    pub done: Option<&'static str>,
}

/// Names of fields that come in rows.
pub mod fields {
    /// `link_0_url`
    pub fn row(what: &str, row: usize, name: &str) -> String {
        format!("{what}_{row}_{name}")
    }
}
