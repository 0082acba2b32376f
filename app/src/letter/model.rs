//! What the pages of a letter show.

use jiff::Zoned;
use jiff::civil::Date;
use redress_domain::{
    CoSignatureId, CoSignatureState, FieldErrors, Language, LetterId, LetterState, Likeness, Locale,
    OrganizationKind, Slug, Standing,
};

use crate::hearing::ClockChange;
use crate::parts::{PictureView, Typed};
pub use crate::testimony::model::{AboutCampaign, Piece};

/// A letter's text, as a version has it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct TextView {
    pub title: String,
    /// Whom it is addressed to, a line each.
    pub recipients: Vec<String>,
    pub language: Option<Language>,
    /// The text as HTML.
    pub html: String,
    /// The text as it was hashed.
    pub text: String,
    pub number: u32,
    pub hash: String,
    pub published: Date,
    pub substance: bool,
    /// What was changed, in the author's words.
    pub note: String,
}

/// Whether a letter may be co-signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// It may.
    Open,
    /// The deadline has passed.
    Late,
    /// It is final.
    Final,
    /// The campaign has ended or rests.
    Closed,
}

impl Taking {
    /// The stable name, for messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Final => "final",
            Self::Closed => "closed",
        }
    }
}

/// An organization or a person under a letter.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct CoSignerLine {
    /// The organization's, or the person's.
    pub name: String,
    pub site: Option<String>,
    /// Who signed for it; of a person, empty.
    pub signatory: String,
    pub title: String,
    /// Of a person: named only to say who they are.
    pub affiliation: String,
}

/// The form to co-sign.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "what is shown")]
pub struct CoSignFormView {
    /// Whether it is the form for a person.
    pub person: bool,
    pub typed: Typed,
    pub errors: FieldErrors,
    pub seen: String,
    /// The version that is co-signed.
    pub version: u32,
    /// Where it posts; empty is the page itself.
    pub action: String,
    /// The organization that was invited: its name and kind are settled.
    pub invited: Option<(String, OrganizationKind)>,
    /// A message key about what was not taken.
    pub notice: Option<&'static str>,
    /// The invitation is answered: a message key instead of the form.
    pub answered: Option<&'static str>,
    /// What changed since the form was shown.
    pub changed: Option<Vec<Piece>>,
}

/// A letter, for everybody.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct LetterView {
    pub campaign: AboutCampaign,
    pub slug: Slug,
    pub text: TextView,
    pub deadline: Option<Zoned>,
    pub today: Date,
    pub taking: Taking,
    pub individuals: bool,
    /// By kind, then by name.
    pub organizations: Vec<(OrganizationKind, Vec<CoSignerLine>)>,
    pub persons: Vec<CoSignerLine>,
    /// Persons that count and are forgotten.
    pub organization_count: u64,
    pub person_count: u64,
    /// How many are being asked again.
    pub asked_again: u64,
    /// The newest first.
    pub earlier: Vec<TextView>,
    pub form: CoSignFormView,
}

impl LetterView {
    /// The letter's path in a language.
    pub fn path(&self, locale: Locale, rest: &str) -> String {
        self.campaign.path(locale, &format!("/letters/{}{rest}", self.slug))
    }
}

/// What the mailed link can still do.
#[derive(Clone, PartialEq, Eq)]
pub enum ConfirmLetterState {
    /// Press the button.
    Ready(Standing),
    /// It counts.
    Counts,
    /// A host has to vouch.
    Waits(Standing),
    /// The organization has co-signed already, by whoever has this title.
    Taken(String),
    /// The text was changed since.
    Stale,
    /// It lapsed: another signatory is needed.
    Lapsed,
    /// It was withdrawn.
    Withdrawn,
    /// It is too late.
    TooLate,
}

/// The page a mail leads to.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct ConfirmLetterView {
    pub campaign: AboutCampaign,
    pub letter: Slug,
    pub text: TextView,
    pub state: ConfirmLetterState,
    pub individual: bool,
    pub organization: String,
    pub name: String,
    pub title: String,
    /// The domain of the signatory's mailbox.
    pub domain: String,
    pub mine: String,
}

/// The signatory's own page.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct OwnView {
    pub campaign: AboutCampaign,
    pub letter: Slug,
    /// The text as it stands.
    pub text: TextView,
    pub state: CoSignatureState,
    /// Signed and confirmed, and a host has to vouch.
    pub waits: bool,
    pub individual: bool,
    pub organization: String,
    pub name: String,
    pub title: String,
    pub authority: String,
    pub granted: Option<Date>,
    pub signed_on: Option<Date>,
    pub version: u32,
    pub hash: String,
    /// Of a stale one: what is different from the text that was signed, and what the author says about it.
    pub changes: Option<(Vec<Piece>, Vec<String>)>,
    /// Whether the letter is final, so that nothing can be stood by any more.
    pub is_final: bool,
    pub quiet: bool,
    pub forgotten: bool,
    /// The logo there is, where one may be given.
    pub logo: Option<Option<PictureView>>,
    /// What was typed into the logo's form.
    pub typed: Typed,
    /// A message key of what was just done, and whether it needs care.
    pub done: Option<(bool, &'static str)>,
    pub errors: FieldErrors,
}

/// A letter in the desk's list.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct LetterRow {
    pub id: LetterId,
    pub title: String,
    pub state: LetterState,
    pub number: u32,
    pub deadline: Option<Zoned>,
    pub organizations: u64,
    pub persons: u64,
    /// Co-signers that a host has to vouch for.
    pub waiting: u64,
}

/// `/admin/c/{slug}/letters`. Fields: `title`, `language`.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct LettersView {
    pub slug: Slug,
    pub title: String,
    pub rows: Vec<LetterRow>,
    pub languages: Vec<(String, String)>,
    pub typed: Typed,
    pub errors: FieldErrors,
}

/// A version, at the desk.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct DeskVersion {
    pub number: u32,
    pub hash: String,
    pub substance: bool,
    pub note: String,
    pub by: Option<String>,
    pub at: Zoned,
    /// What is different from the version before it; none of the first.
    pub changes: Vec<Piece>,
}

/// `/admin/c/{slug}/letters/{id}`
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct LetterEditor {
    pub slug: Slug,
    pub title: String,
    pub id: LetterId,
    pub letter: Slug,
    pub state: LetterState,
    pub number: u32,
    pub typed: Typed,
    pub errors: FieldErrors,
    pub zone: String,
    pub deadline_change: Option<ClockChange>,
    pub languages: Vec<(String, String)>,
    /// The draft as it will look.
    pub preview: Option<String>,
    /// What the draft changes against the published version.
    pub changes: Vec<Piece>,
    /// How many would be asked again.
    pub would_ask: u64,
    pub versions: Vec<DeskVersion>,
    /// A message key with a number, and whether it needs care.
    pub done: Option<(bool, &'static str, u64)>,
    pub public_url: String,
}

/// One of the circulation list.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct CircularRow {
    pub id: CoSignatureId,
    pub state: CoSignatureState,
    pub waits: bool,
    pub individual: bool,
    pub identification_only: bool,
    pub name: String,
    pub kind: OrganizationKind,
    pub mail_domain: Option<String>,
    pub signatory: String,
    pub title: String,
    pub mailbox: String,
    pub authority: String,
    pub granted: Option<Date>,
    pub version: u32,
    pub standing: Standing,
    /// Who vouched, and why.
    pub vouched: Option<(String, String)>,
    /// Why it lapsed.
    pub lapsed: String,
    /// The organization has co-signed already, by whoever has this title.
    pub taken: Option<String>,
    /// The link to pass on.
    pub link: Option<String>,
    /// It counts with another.
    pub merged_with: Option<String>,
    pub quiet: bool,
}

/// Two that may be one.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct PairRow {
    pub first: CoSignatureId,
    pub second: CoSignatureId,
    pub first_name: String,
    pub second_name: String,
    pub first_state: CoSignatureState,
    pub second_state: CoSignatureState,
    pub why: Option<Likeness>,
    pub domain: String,
    /// What was decided, and by whom.
    pub decided: Option<(bool, Option<String>)>,
}

/// The numbers of a list: parts that add up to the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the terms of the equation")]
pub struct CircularSum {
    pub invited: u64,
    pub unconfirmed: u64,
    pub waiting: u64,
    pub counted: u64,
    pub merged: u64,
    pub stale: u64,
    pub lapsed: u64,
    pub ended: u64,
}

impl CircularSum {
    /// Everybody on the list.
    pub const fn whole(&self) -> u64 {
        self.invited
            + self.unconfirmed
            + self.waiting
            + self.counted
            + self.merged
            + self.stale
            + self.lapsed
            + self.ended
    }
}

/// `/admin/c/{slug}/letters/{id}/co-signers`
#[derive(Clone)]
#[expect(missing_docs, reason = "what is shown")]
pub struct CircularView {
    pub slug: Slug,
    pub title: String,
    pub id: LetterId,
    pub letter_title: String,
    pub state: LetterState,
    pub sum: CircularSum,
    pub rows: Vec<CircularRow>,
    pub pairs: Vec<PairRow>,
    pub typed: Typed,
    pub errors: FieldErrors,
    /// Lines of a paste that could not be read: number, message key.
    pub wrong_lines: Vec<(usize, &'static str)>,
    /// A message key with numbers, and whether it needs care.
    pub done: Option<(bool, &'static str, u64, u64)>,
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
hidden_debug!(CoSignerLine, ConfirmLetterView, OwnView, CircularRow, PairRow, CircularView);
