//! What the pages of testimony show.

use redress_domain::{
    CampaignState, Flag, HearingId, Language, Locale, MatterId, RawTestimonyForm, SavedBy, Slug, Stance,
    SuggestionId, SuggestionState, TestimonyErrors, TestimonyState,
};

/// The campaign a testimony is for, in one language.
#[derive(Debug, Clone)]
pub struct AboutCampaign {
    /// Its name in addresses.
    pub slug: Slug,
    /// Whether it is open, rests or has ended.
    pub state: CampaignState,
    /// The languages it is told in, its first one in front.
    pub languages: Vec<Locale>,
    /// The title.
    pub title: String,
    /// How many days after its end people are forgotten.
    pub retention_days: u32,
}

impl AboutCampaign {
    /// A path of this campaign in a language.
    pub fn path(&self, locale: Locale, rest: &str) -> String {
        let first = self.languages.first().copied().unwrap_or(locale);
        crate::shell::path(locale, first, &format!("/c/{}{rest}", self.slug))
    }
}

/// A hearing one can write to.
#[derive(Debug, Clone)]
pub struct HearingChoice {
    /// Which.
    pub id: HearingId,
    /// Its title.
    pub title: String,
    /// The body that hears.
    pub body: String,
    /// When, with the zone.
    pub when: String,
    /// Where; may be empty.
    pub place: String,
    /// Until when written testimony is taken, with the zone; empty without a limit.
    pub cutoff: String,
    /// Whether it still is.
    pub open: bool,
    /// The most words.
    pub words: Option<u32>,
    /// Minutes a speaker has.
    pub speak_minutes: Option<u32>,
}

/// A matter one can write about.
#[derive(Debug, Clone)]
pub struct MatterChoice {
    /// Which.
    pub id: MatterId,
    /// Its docket number; may be empty.
    pub docket: String,
    /// Its title.
    pub title: String,
}

/// A template one can start from.
#[derive(Debug, Clone)]
pub struct TemplateChoice {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Whom it is for.
    pub summary: String,
    /// Whether the text was begun from it.
    pub chosen: bool,
}

/// How much of a text is its writer's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnShare {
    /// In percent.
    pub percent: u8,
    /// Whether it counts as a form letter.
    pub form_letter: bool,
}

/// A testimony as the clerk will get it.
#[derive(Clone)]
#[expect(missing_docs, reason = "the lines of a letter")]
pub struct LetterView {
    /// To whom: office and body, line by line.
    pub to: Vec<String>,
    pub hearing: String,
    pub matters: Vec<MatterChoice>,
    pub stance: Option<Stance>,
    pub language: Option<Language>,
    /// The text as safe HTML.
    pub html: String,
    pub name: String,
    pub organization: String,
    pub title: String,
    pub authority: String,
    pub residency: String,
    pub zip: String,
}

/// The form, empty or as it was typed, with what is beside it.
#[derive(Clone)]
#[expect(missing_docs, reason = "named as on the page")]
pub struct WriteView {
    pub campaign: AboutCampaign,
    /// Where the form goes.
    pub action: String,
    pub typed: RawTestimonyForm,
    pub told: TestimonyErrors,
    /// What stands in the fields for the template's parts.
    pub fillings: Vec<(String, String)>,
    /// The server's mark of when the form was made.
    pub seen: String,
    pub hearings: Vec<HearingChoice>,
    pub matters: Vec<MatterChoice>,
    pub templates: Vec<TemplateChoice>,
    pub elsewhere: bool,
    /// Words in the text, and the most there may be.
    pub words: usize,
    pub limit: Option<u32>,
    pub own: Option<OwnShare>,
    /// Kinds of personal detail in the text, each with what was found.
    pub found: Vec<(Flag, String)>,
    pub preview: Option<LetterView>,
    /// The version the form was made from; 0 before there is a draft.
    pub base: i32,
    /// Of a draft: its link's token.
    pub token: String,
    /// A message on top: what was done, or what to look at.
    pub notice: Option<(bool, String)>,
    /// Why nothing is taken, if nothing is.
    pub closed: Option<String>,
    /// What was saved elsewhere meanwhile.
    pub behind: Option<Vec<Piece>>,
    /// Why it was sent back.
    pub returned: Option<String>,
    /// The mailbox has said yes before: it stays.
    pub known: bool,
}

/// A piece of a difference.
#[derive(Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the new one.
    Added(String),
    /// Only in the old one.
    Removed(String),
}

/// A version of the text.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the version")]
pub struct VersionView {
    pub number: i32,
    pub saved_by: SavedBy,
    pub when: String,
    /// Of the one version that is read.
    pub text: Option<String>,
    pub stands: bool,
}

/// What a reader proposed.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the suggestion")]
pub struct SuggestionView {
    pub id: SuggestionId,
    pub name: String,
    pub comment: String,
    pub when: String,
    pub state: SuggestionState,
    /// The version it was made on, where another stands now.
    pub made_on: Option<i32>,
    /// The difference to the text that stands; nothing if no text was proposed, or it was decided.
    pub pieces: Option<Vec<Piece>>,
}

/// The writer's own page.
#[derive(Clone)]
#[expect(missing_docs, reason = "named as on the page")]
pub struct MineView {
    pub campaign: AboutCampaign,
    pub token: String,
    pub state: TestimonyState,
    /// The text, where it can be written on.
    pub write: Option<WriteView>,
    /// The text, where it cannot.
    pub letter: Option<LetterView>,
    pub versions: Vec<VersionView>,
    pub suggestions: Vec<SuggestionView>,
    /// The readers' link, whole, if it is open.
    pub share_url: Option<String>,
    /// Other testimonies of the mailbox: title and path; only behind a mailed link.
    pub others: Vec<(String, TestimonyState, String)>,
    /// Whether the link was mailed.
    pub known: bool,
    /// Whether the mailbox has said yes, so that a link a browser was given opens no more than this.
    pub handed_over: bool,
    pub done: Option<&'static str>,
    /// The field of a refused action, and why.
    pub wrong: Option<(&'static str, &'static str)>,
    /// What was typed into a form that was closed meanwhile.
    pub unsaved: String,
}

/// What a reader sees.
#[derive(Clone)]
#[expect(missing_docs, reason = "named as on the page")]
pub struct SharedView {
    pub campaign: AboutCampaign,
    pub language: Option<Language>,
    /// The text as safe HTML.
    pub html: String,
    /// The text as it is.
    pub text: String,
    pub number: i32,
    /// What the reader typed.
    pub name: String,
    pub comment: String,
    pub proposed: String,
    pub error: Option<(&'static str, &'static str)>,
    pub done: bool,
}

/// The page a mail's link opens.
#[derive(Clone)]
#[expect(missing_docs, reason = "named as on the page")]
pub struct ConfirmView {
    pub campaign: AboutCampaign,
    pub name: String,
    pub letter: LetterView,
    pub state: ConfirmState,
}

/// What the link can still do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfirmState {
    /// The button passes it on.
    Ready {
        /// Another testimony of the mailbox stands, and will be taken back.
        replaces: bool,
    },
    /// It is with the coordinators.
    Counted {
        /// The writer's own page.
        mine: String,
        /// It wishes to speak.
        speaks: bool,
    },
    /// Another was delivered for this hearing already.
    Delivered,
    /// It was withdrawn, or came too late.
    Not(TestimonyState),
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
hidden_debug!(LetterView, WriteView, Piece, VersionView, SuggestionView, MineView, SharedView, ConfirmView);
