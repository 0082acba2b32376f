//! What the organizer's desk shows. Every page gets a [`Desk`] beside its own view.

use jiff::Zoned;
use jiff::civil::Date;
use redress_domain::{
    Action, CampaignState, CommentState, ExclusionId, FieldErrors, Hold, HostRights, Locale, MemberId,
    MemberState, Residency, Role, SignatureId, Slug, Step, Tally,
};

use crate::parts::Typed;

/// Who sits at the desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The member's name.
    pub member: String,
    /// The organization whose desk it is.
    pub organization: String,
    /// What they may do; [`Desk::may`] asks it together with the rights.
    pub role: Role,
    /// What their organization may do in the campaign whose page it is.
    pub rights: HostRights,
    /// The secret-free path of the page, for the current mark in the navigation.
    pub path: String,
    /// Today, so that dates of this year can go without it.
    pub today: Date,
}

impl Desk {
    /// Whether the member may do it here: asked before a link or a button is offered.
    pub fn may(&self, action: Action) -> bool {
        self.role.may(action) && self.rights.allow(action)
    }
}

/// `/admin`: the organization's campaigns.
#[derive(Debug, Clone)]
pub struct DeskHome {
    /// Newest first.
    pub campaigns: Vec<DeskCampaign>,
}

/// A campaign in the desk's list.
#[derive(Debug, Clone)]
pub struct DeskCampaign {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title in its first language.
    pub title: String,
    /// Its state.
    pub state: CampaignState,
    /// Its numbers.
    pub tally: Tally,
    /// When signing ends.
    pub closes: Option<Zoned>,
}

/// `/admin/campaigns/new` and `/admin/c/{slug}/edit`: one form; field names are in [`fields`].
#[derive(Debug, Clone)]
pub struct EditorView {
    /// `None` while it is new.
    pub slug: Option<Slug>,
    /// Its state.
    pub state: CampaignState,
    /// What is stored or was typed, by field name.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// Whether signatures exist, so that a changed petition becomes a new version.
    pub has_signatures: bool,
    /// The petition's version now.
    pub version: u32,
    /// Rows of the timeline to offer (those filled in and three more).
    pub timeline_rows: usize,
    /// A message key to show on top (`desk-saved`).
    pub done: Option<&'static str>,
}

/// The names of the editor's fields.
///
/// `slug`, `lang_en`, `lang_es` (on), `goal`, `closes_day` (date), `closes_time` (time), `time_zone`, `street`
/// (no, optional, required), `elsewhere` (on), `comments` (on), `testimony` (on), `retention_days`, `docket`, `matter`, `body_name`,
/// `body_office`, `body_address`; per language L: `title_L`, `standfirst_L`, `target_L`, `ask_L`, `petition_L`,
/// `story_L`, `letter_L`; per timeline row i from 0: `timeline_i_day`, `timeline_i_time`, `timeline_i_next` (on),
/// `timeline_i_L`.
pub mod fields {
    use super::Locale;

    /// `title_en`
    pub fn of(name: &str, locale: Locale) -> String {
        format!("{name}_{locale}")
    }

    /// `timeline_0_day`
    pub fn timeline(row: usize, name: &str) -> String {
        format!("timeline_{row}_{name}")
    }
}

/// `/admin/c/{slug}`: the dashboard.
#[derive(Debug, Clone)]
pub struct DashboardView {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its state.
    pub state: CampaignState,
    /// The equation on top.
    pub tally: Tally,
    /// Of the excluded, how many are held for review.
    pub held: u64,
    /// Of the pending, how many were reminded. And so on: none of it names anybody.
    pub goal: Option<u64>,
    /// Every day from the first to the last: day, received, confirmed.
    pub by_day: Vec<(Date, u64, u64)>,
    /// Confirmed by ZIP code, most first.
    pub by_zip: Vec<(String, u64)>,
    /// Confirmed by residency.
    pub by_residency: Vec<(Residency, u64)>,
    /// Received by the share link's label (`None` is no label).
    pub by_source: Vec<(Option<String>, u64)>,
    /// Steps that lead on from the state, if the member may take them.
    pub steps: Vec<Step>,
    /// Why the last step asked for was not taken, as a message key.
    pub refused: Option<&'static str>,
    /// What happened, newest first.
    pub history: Vec<HistoryLine>,
    /// The page's public address.
    pub public_url: String,
}

/// A change with its author and time.
#[derive(Debug, Clone)]
pub struct HistoryLine {
    /// When, in the campaign's time zone.
    pub at: Zoned,
    /// Who: a member's name, or `None` for Redress itself.
    pub actor: Option<String>,
    /// What, as a message key (`history-…`).
    pub what: String,
    /// A detail in plain text, such as the new state.
    pub detail: String,
}

/// `/admin/c/{slug}/held`: signatures held for a person to look at.
#[derive(Debug, Clone)]
pub struct HeldView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Oldest first, at most 200 on a page.
    pub rows: Vec<HeldRow>,
    /// How many there are in all.
    pub total: u64,
    /// What was just done, as a message key with the number it was done to.
    pub done: Option<(&'static str, u64)>,
}

/// A held signature. Checkbox field `signature` (its id, repeated); buttons `action` = release, exclude.
#[derive(Clone)]
pub struct HeldRow {
    /// Which.
    pub id: SignatureId,
    /// The name, as typed.
    pub name: String,
    /// ZIP code.
    pub zip: String,
    /// The day it came in.
    pub day: Date,
    /// Why it is held.
    pub hold: Hold,
}

/// `/admin/c/{slug}/duplicates`: what was left out, why, and the way back.
#[derive(Debug, Clone)]
pub struct ExclusionsView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// When the search last ran.
    pub searched_at: Option<Zoned>,
    /// Who is likely the same person and waits for somebody to look, at most 50 on a page.
    pub likely: Vec<LikelyRow>,
    /// How many wait in all.
    pub waiting: u64,
    /// What was left out, newest first, at most 200 on a page.
    pub rows: Vec<ExclusionRow>,
    /// How many there are in all.
    pub total: u64,
    /// Counts by rule, most first.
    pub by_rule: Vec<(String, u64)>,
    /// How many pairs the search that was just made found likely.
    pub newly_likely: u64,
    /// What was just done, as a message key with the number it was done to.
    pub done: Option<(&'static str, u64)>,
}

/// An exclusion. Field `exclusion` (its id); buttons `action` = overturn, uphold.
#[derive(Clone)]
pub struct ExclusionRow {
    /// Which.
    pub id: ExclusionId,
    /// The rule's stable name; message key `rule-{name}`.
    pub rule: String,
    /// The name left out.
    pub name: String,
    /// Its ZIP code.
    pub zip: String,
    /// Its day.
    pub day: Date,
    /// The name that stands for it, if there is one.
    pub survivor: Option<String>,
    /// The survivor's day.
    pub survivor_day: Option<Date>,
    /// `upheld` or `overturned`.
    pub overturned: bool,
    /// Who decided, if a person did.
    pub reviewer: Option<String>,
}

/// Two signatures that are likely one person's. Field `exclusion` (its id); buttons `action` = uphold (the
/// same: the later one is left out), overturn (two people).
#[derive(Clone)]
pub struct LikelyRow {
    /// Which.
    pub id: ExclusionId,
    /// The rule's stable name; message key `rule-{name}`.
    pub rule: String,
    /// The one that came first.
    pub first: LikelySigner,
    /// The one that came later, and would be left out.
    pub later: LikelySigner,
}

/// What a reviewer compares.
#[derive(Clone)]
pub struct LikelySigner {
    /// The name, as typed.
    pub name: String,
    /// Street and unit, as typed; empty where none was given.
    pub street: String,
    /// ZIP code.
    pub zip: String,
    /// The day it was confirmed.
    pub day: Date,
}

/// `/admin/c/{slug}/comments`: comments for a moderator to read before anybody else does.
#[derive(Debug, Clone)]
pub struct CommentsView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Those that wait, newest first, at most 50 on a page.
    pub waiting: Vec<CommentRow>,
    /// How many wait in all.
    pub total: u64,
    /// Those that were decided, newest first, at most 50 of each kind.
    pub decided: Vec<CommentRow>,
    /// What was typed as a reason, where it was refused.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: FieldErrors,
    /// What was just done, as a message key with the number it was done to.
    pub done: Option<(&'static str, u64)>,
}

/// A comment. Checkbox field `signature` (its id, repeated); field `reason`; buttons `action` = show, hide.
#[derive(Clone)]
pub struct CommentRow {
    /// Whose.
    pub id: SignatureId,
    /// The name as the public will see it; `None` where the signer is not shown.
    pub name: Option<String>,
    /// The place, as the public will see it.
    pub place: String,
    /// The day it was confirmed.
    pub day: Date,
    /// The comment, as typed.
    pub text: String,
    /// Its language.
    pub locale: Locale,
    /// Waiting, shown or hidden.
    pub state: CommentState,
    /// Why it is hidden.
    pub reason: Option<String>,
    /// Whether it was ticked in a form that was refused.
    pub ticked: bool,
}

/// `/admin/members`: the team. Invite form: fields `email`, `role`.
/// Row form (posts to `/admin/members/{id}`): `action` = role (with `role`) or revoke.
#[derive(Debug, Clone)]
pub struct MembersView {
    /// Owners first.
    pub rows: Vec<MemberRow>,
    /// What was typed into the invitation.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// What was just done, as a message key.
    pub done: Option<&'static str>,
}

/// `/admin/account`: fields `current`, `password`.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// Everything wrong with what was typed, which is forgotten.
    pub errors: FieldErrors,
    /// Whether the password was just changed.
    pub changed: bool,
}

/// `/admin/organization`: fields `name`, `site`, `mail_domain`, tick box `two_pairs_of_eyes`.
#[derive(Debug, Clone)]
pub struct OrganizationView {
    /// What stands in the form.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// Whether it was just saved.
    pub saved: bool,
}

/// A member of the team.
#[derive(Clone)]
pub struct MemberRow {
    /// Which.
    pub id: MemberId,
    /// The name; an invited member has none yet.
    pub name: Option<String>,
    /// The mailbox.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The state.
    pub state: MemberState,
    /// Whether this is the member who looks.
    pub is_self: bool,
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
hidden_debug!(HeldRow, ExclusionRow, LikelyRow, LikelySigner, CommentRow, MemberRow);
