//! What a campaign's page shows.

use jiff::Zoned;
use jiff::civil::{Date, Time};
use redress_domain::{CampaignState, Locale, SignRules, Slug};

/// A campaign in one language, as anybody may see it.
#[derive(Debug, Clone)]
pub struct CampaignView {
    /// Its name in addresses.
    pub slug: Slug,
    /// Whether it is open, rests or has ended.
    pub state: CampaignState,
    /// The languages it is told in, its first one in front.
    pub languages: Vec<Locale>,
    /// The title.
    pub title: String,
    /// One or two sentences beneath the title.
    pub standfirst: String,
    /// Whom it is addressed to: `To Mayor Walsh and the Boston City Council`.
    pub target_line: String,
    /// What is asked.
    pub ask: String,
    /// The story, in limited Markdown.
    pub story: String,
    /// The text that is signed.
    pub petition: PetitionView,
    /// How many signatures count.
    pub signed: u64,
    /// How many are hoped for.
    pub goal: Option<u64>,
    /// When signing ends, in the campaign's time zone.
    pub closes: Option<Zoned>,
    /// How many days after its end people are forgotten.
    pub retention_days: u32,
    /// What the form asks.
    pub rules: SignRules,
    /// What happened and what comes, in order of time.
    pub timeline: Vec<TimelineView>,
    /// The last public signers, newest first.
    pub recent: Vec<SignerLine>,
    /// Comments that were let through, the newest first.
    pub comments: Vec<CommentLine>,
    /// Whether it asks for written testimony now.
    pub testimony: bool,
    /// How many places its tracker has.
    pub places: u64,
    /// How many pieces its resource kit has.
    pub kit: u64,
    /// Its letters that are public.
    pub letters: Vec<LetterLine>,
    /// Who hosts it.
    pub hosts: Vec<HostView>,
    /// Who brings their people, in the order of the alphabet.
    pub partners: Vec<HostView>,
    /// Hearings, matters and yearly dates; empty on pages that tell nothing of them.
    pub hearings: crate::hearing::PublicHearings,
    /// How it ended, once that is recorded.
    pub record: Option<crate::outcome::RecordView>,
    /// Statements, in the campaign's order.
    pub statements: Vec<crate::statement::StatementView>,
    /// Today, in the campaign's time zone.
    pub today: Date,
    /// The page's whole address without language, for sharing.
    pub share_url: String,
}

/// The version of the petition that is signed now.
#[derive(Debug, Clone)]
pub struct PetitionView {
    /// 1 for the first.
    pub number: u32,
    /// Paragraphs parted by an empty line.
    pub text: String,
    /// SHA-256 of the text, hexadecimal.
    pub hash: String,
    /// The day it was first signed or written.
    pub since: Date,
    /// Earlier versions, newest first.
    pub earlier: Vec<EarlierVersion>,
}

/// A version that is no longer signed and stays readable.
#[derive(Debug, Clone)]
pub struct EarlierVersion {
    /// 1 for the first.
    pub number: u32,
    /// The day it was written.
    pub since: Date,
    /// The text.
    pub text: String,
    /// SHA-256 of the text, hexadecimal.
    pub hash: String,
}

/// Something that happened, or will.
#[derive(Debug, Clone)]
pub struct TimelineView {
    /// The day, in the campaign's time zone.
    pub day: Date,
    /// The time of day, where it matters.
    pub time: Option<Time>,
    /// What, in limited Markdown on one line.
    pub text: String,
    /// Whether this is what is due.
    pub next: bool,
}

/// A signer as the public sees them.
#[derive(Clone)]
pub struct SignerLine {
    /// Full or short name; `None` is a neighbor who is not shown.
    pub name: Option<String>,
    /// Town or ZIP code.
    pub place: String,
    /// The day it was confirmed, in the campaign's time zone.
    pub day: Date,
}

/// A comment that a moderator let through.
#[derive(Clone)]
pub struct CommentLine {
    /// What was written.
    pub text: String,
    /// The language of the page it was written on.
    pub locale: Locale,
    /// Whose it is.
    pub signer: SignerLine,
}

/// A letter, as the campaign's page tells of it.
#[derive(Debug, Clone)]
pub struct LetterLine {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// How many organizations have co-signed.
    pub organizations: u64,
    /// How many persons.
    pub persons: u64,
    /// Whether persons may.
    pub individuals: bool,
    /// Until when it may be co-signed, while it may.
    pub open_until: Option<Option<Zoned>>,
}

/// An organization that hosts.
#[derive(Debug, Clone)]
pub struct HostView {
    /// Its name.
    pub name: String,
    /// Its site, `https://…`.
    pub site: Option<String>,
}

/// A campaign in a list.
#[derive(Debug, Clone)]
pub struct CampaignCard {
    /// Its name in addresses.
    pub slug: Slug,
    /// Whether it is open, rests or has ended.
    pub state: CampaignState,
    /// The title.
    pub title: String,
    /// One or two sentences beneath the title.
    pub standfirst: String,
    /// Whom it is addressed to.
    pub target_line: String,
    /// How many signatures count.
    pub signed: u64,
    /// How many are hoped for.
    pub goal: Option<u64>,
    /// When signing ends.
    pub closes: Option<Zoned>,
}

impl std::fmt::Debug for CommentLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CommentLine([hidden])")
    }
}

impl std::fmt::Debug for SignerLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignerLine([hidden])")
    }
}

impl CampaignView {
    /// A path of this campaign in a language: `path(Locale::Es, "/sign")` is `/es/c/{slug}/sign`.
    pub fn path(&self, locale: Locale, rest: &str) -> String {
        let first = self.languages.first().copied().unwrap_or(locale);
        crate::shell::path(locale, first, &format!("/c/{}{rest}", self.slug))
    }

    /// The same for the form in a frame: `/es/embed/{slug}`.
    pub fn embed_path(&self, locale: Locale, rest: &str) -> String {
        let first = self.languages.first().copied().unwrap_or(locale);
        crate::shell::path(locale, first, &format!("/embed/{}{rest}", self.slug))
    }
}
