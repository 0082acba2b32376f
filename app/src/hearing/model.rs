//! What the pages of hearings show.

use jiff::Zoned;
use jiff::civil::Date;
use redress_domain::{DeliveryProfile, FieldErrors, HearingId, HearingState, MatterState, Slug};

use crate::parts::Typed;

/// `/admin/c/{slug}/hearings`: hearings, matters and yearly dates, each with its form.
///
/// A hearing's buttons: field `hearing` (its id), `action` = held, called-off, planned. The matters' form:
/// `action` = matters; per row i from 0 `matter_i_id`, `matter_i_docket`, `matter_i_title`, `matter_i_body`,
/// `matter_i_committee`, `matter_i_state`, `matter_i_remove` (on). The yearly dates' form: `action` = yearly; per
/// row `yearly_i_id`, `yearly_i_day`, `yearly_i_month`, `yearly_i_body`, `yearly_i_en`, `yearly_i_es`.
#[derive(Debug, Clone)]
pub struct HearingsView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The earliest first.
    pub hearings: Vec<HearingRow>,
    /// The bodies there are to choose from: id and name; committees are told apart.
    pub bodies: Vec<BodyChoice>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// Rows of matters to offer.
    pub matter_rows: usize,
    /// Rows of yearly dates to offer.
    pub yearly_rows: usize,
    /// What was just done, as a message key.
    pub done: Option<&'static str>,
}

/// A body to choose.
#[derive(Debug, Clone)]
pub struct BodyChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a committee.
    pub committee: bool,
}

/// A hearing in the desk's list.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "as on the page")]
pub struct HearingRow {
    pub id: HearingId,
    pub title: String,
    pub body: String,
    pub starts: Zoned,
    pub cutoff: Option<Zoned>,
    pub state: HearingState,
    /// Docket numbers.
    pub dockets: Vec<String>,
    /// How much written testimony was sent for it.
    pub sent: u64,
}

/// `/admin/c/{slug}/hearings/new` and `…/{id}`.
///
/// Fields: `title`, `body`, `starts_day`, `starts_time`, `starts_which`, `cutoff_day`, `cutoff_time`,
/// `cutoff_which` (first, second), `place`, `link`, `note`, `matter` (ids, repeated), `confirm` (on).
#[derive(Debug, Clone)]
pub struct HearingEditor {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// `None` while it is new.
    pub id: Option<HearingId>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// The matters ticked, by id.
    pub ticked: Vec<String>,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// The bodies there are.
    pub bodies: Vec<BodyChoice>,
    /// The matters there are: id and what to call it.
    pub matters: Vec<(String, String)>,
    /// Where a clock change leaves the start open.
    pub starts: Option<ClockChange>,
    /// Where a clock change leaves the cut-off open.
    pub cutoff: Option<ClockChange>,
    /// What is to be known before it is moved to an earlier time.
    pub earlier: Option<Earlier>,
    /// The campaign's time zone, by name.
    pub zone: String,
}

/// The two moments a time may mean, where clocks change.
#[derive(Debug, Clone)]
pub struct ClockChange {
    /// Whether clocks show the time twice; else they never do.
    pub twice: bool,
    /// The first of two, or the last minute before the change.
    pub first: Zoned,
    /// The second of two, or the first minute after the change.
    pub second: Zoned,
}

/// A hearing or its cut-off is about to be moved to an earlier time.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// The hearing's days, from and to, where that day is earlier.
    pub starts: Option<(Zoned, Zoned)>,
    /// The cut-offs, from (`None` was no limit) and to, where testimony was sent after the new one.
    pub cutoff: Option<(Option<Zoned>, Zoned)>,
    /// How much written testimony was sent for it.
    pub sent: u64,
    /// How much of it after the new cut-off, and on time.
    pub after: u64,
}

/// What a campaign's page tells of hearings.
#[derive(Debug, Clone, Default)]
pub struct PublicHearings {
    /// Those to come, the earliest first.
    pub coming: Vec<HearingCard>,
    /// Those that have been or will not be, the latest first.
    pub past: Vec<HearingCard>,
    /// Matters of no hearing to come.
    pub matters: Vec<MatterLine>,
    /// In the order of the year.
    pub yearly: Vec<YearlyLine>,
    /// Whether there are members of a body to call or to write to.
    pub contact: bool,
}

/// A hearing, as anybody may see it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "as on the page")]
pub struct HearingCard {
    pub id: HearingId,
    pub title: String,
    pub body: String,
    pub starts: Zoned,
    pub cutoff: Option<Zoned>,
    pub place: String,
    pub link: String,
    pub note: String,
    pub state: HearingState,
    pub matters: Vec<MatterLine>,
    /// Where written testimony is sent: the committee's address, or the body's.
    pub email: Option<String>,
    /// What the body takes.
    pub profile: DeliveryProfile,
    /// The body's published rules, in the organizer's words.
    pub rules: String,
    /// The body's site.
    pub site: Option<String>,
}

/// A matter with its state.
#[derive(Debug, Clone)]
pub struct MatterLine {
    /// Docket number; may be empty.
    pub docket: String,
    /// Title; may be empty.
    pub title: String,
    /// The committee it was referred to, or else the body.
    pub body: String,
    /// Where it stands.
    pub state: MatterState,
}

/// A date that comes again every year.
#[derive(Debug, Clone)]
pub struct YearlyLine {
    /// The next such day.
    pub next: Date,
    /// What is due.
    pub text: String,
    /// Whose date it is, if a body's.
    pub body: Option<String>,
}

impl PublicHearings {
    /// Whether there is nothing to tell.
    pub const fn is_empty(&self) -> bool {
        self.coming.is_empty() && self.past.is_empty() && self.yearly.is_empty() && self.matters.is_empty()
    }
}

impl MatterLine {
    /// `Docket 0683: an ordinance …`, or what there is of it.
    pub fn called(&self, words: crate::words::Words) -> String {
        match (self.docket.as_str(), self.title.as_str()) {
            ("", title) => title.to_owned(),
            (docket, "") => words.say_with("hearing-docket", &[("docket", docket.into())]),
            (docket, title) => {
                words.say_with("hearing-docket-title", &[("docket", docket.into()), ("title", title.into())])
            }
        }
    }
}

/// The names of fields that stand in rows.
pub mod fields {
    /// `matter_0_docket`
    pub fn row(kind: &str, row: usize, name: &str) -> String {
        format!("{kind}_{row}_{name}")
    }
}
