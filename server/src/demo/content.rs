//! The five campaigns of the demo, as server/demo/campaigns.toml tells them.
//! It refuses what it does not know: an unknown or missing field fails the test that reads the file.

use jiff::civil::{Date, Time, Weekday};
use jiff::{Span, ToSpan};
use redress_domain::{CampaignState, Locale, StreetRule};
use serde::{Deserialize, Deserializer, de};

/// Everything the demo tells, in the order it is shown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoContent {
    /// Made-up hosts.
    #[serde(rename = "organization")]
    pub organizations: Vec<DemoOrganization>,
    /// Recipient offices, under their public addresses.
    #[serde(rename = "body")]
    pub bodies: Vec<DemoBody>,
    /// The campaigns, in the order of the demo's slugs.
    #[serde(rename = "campaign")]
    pub campaigns: Vec<DemoCampaign>,
}

/// An organization that hosts a campaign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoOrganization {
    /// Names it in addresses.
    pub slug: String,
    /// As written on pages and in the packet.
    pub name: String,
    /// On a host reserved for examples (RFC 2606).
    pub site: String,
    /// The domain of its members' mailboxes, reserved as well.
    pub mail_domain: String,
}

/// A council, a committee or an office that can be a target or have a matter before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoBody {
    /// Names it in this file.
    pub slug: String,
    /// As addressed.
    pub name: String,
    /// The office that receives mail for it.
    pub office: String,
    /// The lines of its postal address, without name and office.
    pub address: Vec<String>,
}

/// A campaign, with its texts in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoCampaign {
    /// Names it in addresses.
    pub slug: String,
    /// Slugs of its organizations; the first one owns it.
    pub hosts: Vec<String>,
    /// Where it stands.
    pub state: CampaignState,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// How many signatures it aims for.
    pub goal: u32,
    /// Slugs of the bodies it is addressed to; the first one receives the packet.
    #[cfg_attr(not(test), expect(dead_code, reason = "the content test compares them with the matters"))]
    pub targets: Vec<String>,
    /// Whether the form asks for a street.
    pub street: StreetRule,
    /// Whether someone with no tie to the place may sign.
    pub elsewhere_allowed: bool,
    /// Whether a comment may be left.
    pub comments: bool,
    /// Whether written testimony is asked for.
    #[serde(default)]
    pub testimony: bool,
    /// Days from the end until its people are erased.
    pub retention_days: u16,
    /// First day of signing.
    #[cfg_attr(not(test), expect(dead_code, reason = "the content test compares it with the end"))]
    pub opens: Day,
    /// Last day of signing.
    pub closes: Day,
    /// For a campaign past its retention: how many had confirmed. Who they were is gone.
    pub kept_count: Option<u32>,
    /// What it is about, on the recipients' dockets.
    #[serde(rename = "matter")]
    pub matters: Vec<DemoMatter>,
    /// Its texts.
    pub text: DemoTexts,
    timeline: Vec<DemoEntry>,
}

/// A matter before a body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoMatter {
    /// Its number, where the body numbers its matters.
    pub docket: Option<String>,
    /// Its title, as on the docket.
    pub title: String,
    /// Slug of the body it is before.
    pub body: String,
}

/// A campaign's texts by language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoTexts {
    en: DemoText,
    es: DemoText,
}

impl DemoTexts {
    /// The texts in one language.
    pub const fn of(&self, locale: Locale) -> &DemoText {
        match locale {
            Locale::En => &self.en,
            Locale::Es => &self.es,
        }
    }
}

/// A campaign's texts in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoText {
    /// One line.
    pub title: String,
    /// One to three sentences under the title.
    pub standfirst: String,
    /// To whom.
    pub target_line: String,
    /// What is asked.
    pub ask: String,
    /// The exact text that is signed: paragraphs parted by an empty line.
    pub petition: String,
    /// The story, in limited Markdown.
    pub story: String,
    /// The packet's cover letter, without address, greeting and signature: three paragraphs.
    pub letter: String,
}

/// Something that has happened or is due, on its day.
#[derive(Debug, Clone, Copy)]
pub struct Milestone<'a> {
    /// The day, in the campaign's time zone.
    pub date: Date,
    /// The hour, where one is set.
    pub time: Option<Time>,
    /// Whether this is what is due next.
    pub next: bool,
    entry: &'a DemoEntry,
}

impl<'a> Milestone<'a> {
    /// What happens, in one language.
    pub fn text(&self, locale: Locale) -> &'a str {
        match locale {
            Locale::En => &self.entry.en,
            Locale::Es => &self.entry.es,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoEntry {
    day: Day,
    time: Option<Time>,
    en: String,
    es: String,
    #[serde(default)]
    next: bool,
}

impl DemoCampaign {
    /// What has happened and is due, the earliest first.
    pub fn milestones(&self, today: Date) -> Vec<Milestone<'_>> {
        let mut milestones: Vec<_> = self
            .timeline
            .iter()
            .map(|entry| Milestone {
                date: entry.day.when_offices_are_open(today),
                time: entry.time,
                next: entry.next,
                entry,
            })
            .collect();
        milestones.sort_by_key(|milestone| (milestone.date, milestone.time));
        milestones
    }
}

/// A day of the demo: in the file a number, `"2020-06-24"` or `"05-31"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// So many days from the demo's today; negative for the past.
    FromToday(i16),
    /// A day of history.
    On(Date),
    /// The next such day, today included.
    EachYear {
        /// 1 to 12.
        month: i8,
        /// A day the month has in every year: never 29 February.
        day: i8,
    },
}

impl Day {
    /// The day itself.
    pub fn on(self, today: Date) -> Date {
        match self {
            Self::FromToday(days) => today.saturating_add(i64::from(days).days()),
            Self::On(date) => date,
            Self::EachYear { month, day } => {
                let this_year = Date::new(today.year(), month, day).unwrap_or(today);
                if this_year < today { this_year.saturating_add(1.year()) } else { this_year }
            }
        }
    }

    /// The same, but a counted day on a weekend becomes the Friday before (past) or the Monday after (to
    /// come): nobody hears testimony on a Sunday.
    pub fn when_offices_are_open(self, today: Date) -> Date {
        let date = self.on(today);
        let Self::FromToday(days) = self else { return date };
        let shift: Span = match (date.weekday(), days < 0) {
            (Weekday::Saturday, true) => -1.day(),
            (Weekday::Sunday, true) => -2.days(),
            (Weekday::Saturday, false) => 2.days(),
            (Weekday::Sunday, false) => 1.day(),
            _ => return date,
        };
        date.saturating_add(shift)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Days(i16),
            Text(String),
        }
        let text = match Written::deserialize(deserializer)? {
            Written::Days(days) => return Ok(Self::FromToday(days)),
            Written::Text(text) => text,
        };
        if let Ok(date) = text.parse() {
            return Ok(Self::On(date));
        }
        let no_day = || de::Error::custom(format_args!("{text:?} is neither YYYY-MM-DD nor MM-DD"));
        let (month, day) = text.split_once('-').ok_or_else(no_day)?;
        match (month.parse(), day.parse()) {
            // Tried on a year without 29 February, so that the day exists in every year.
            (Ok(month), Ok(day)) if Date::new(2001, month, day).is_ok() => Ok(Self::EachYear { month, day }),
            _ => Err(no_day()),
        }
    }
}

/// The demo's campaigns, with their hosts and recipients.
pub fn content() -> DemoContent {
    toml::from_str(include_str!("../../demo/campaigns.toml"))
        .expect("the file is compiled in, and a test reads it with this same function")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use std::collections::HashSet;

    use jiff::civil::date;
    use redress_domain::{PetitionText, Slug};

    use super::super::people::OPENED_DAYS_AGO;
    use super::*;

    #[test]
    fn the_five_campaigns_come_in_the_promised_order() {
        let content = content();
        let slugs: Vec<_> = content.campaigns.iter().map(|campaign| campaign.slug.as_str()).collect();
        assert_eq!(
            slugs,
            [
                "stop-social-media-monitoring",
                "ban-face-surveillance",
                "testimony-drive",
                "surveillance-oversight",
                "plate-readers"
            ]
        );
        assert!(content.campaigns[0].state.is_open(), "the first one can be tried");
        let age = i16::try_from(OPENED_DAYS_AGO).unwrap();
        assert_eq!(
            content.campaigns[0].opens,
            Day::FromToday(-age),
            "its first signer came on its first day"
        );
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        for campaign in content().campaigns {
            assert_eq!(campaign.languages, Locale::ALL, "{}", campaign.slug);
            let words: Vec<_> = Locale::ALL
                .iter()
                .map(|locale| {
                    let text = campaign.text.of(*locale);
                    for line in [&text.title, &text.standfirst, &text.target_line, &text.ask] {
                        assert!(!line.trim().is_empty() && !line.contains('\n'), "{}: {line}", campaign.slug);
                    }
                    for long in [&text.petition, &text.story, &text.letter] {
                        let (full, part) = (long.trim(), "\n\n");
                        assert!(full.split(part).count() >= 3 && !full.contains("\n\n\n"), "{full}");
                        assert!(!long.contains('!'), "no hype: {full}");
                    }
                    assert!(PetitionText::parse(&text.petition).is_ok());
                    assert_eq!(text.letter.trim().split("\n\n").count(), 3, "{}", campaign.slug);
                    text.story.split_whitespace().count()
                })
                .collect();
            assert!(words.iter().all(|count| (150..=350).contains(count)), "{}: {words:?}", campaign.slug);
            let (en, es) = (campaign.text.of(Locale::En), campaign.text.of(Locale::Es));
            let shape = |text: &str| text.lines().filter(|line| line.starts_with(['#', '-', '1'])).count();
            assert_eq!(shape(&en.story), shape(&es.story), "{}: headings and lists", campaign.slug);
            assert_eq!(en.petition.matches("\n\n").count(), es.petition.matches("\n\n").count());
            assert_ne!(en.title, es.title);
        }
    }

    #[test]
    fn every_host_target_and_body_exists() {
        let content = content();
        let organizations: HashSet<_> = content.organizations.iter().map(|one| one.slug.as_str()).collect();
        let bodies: HashSet<_> = content.bodies.iter().map(|one| one.slug.as_str()).collect();
        assert_eq!(organizations.len(), content.organizations.len());
        assert_eq!(bodies.len(), content.bodies.len());
        for campaign in &content.campaigns {
            assert!(
                !campaign.hosts.is_empty() && !campaign.targets.is_empty() && !campaign.matters.is_empty()
            );
            for host in &campaign.hosts {
                assert!(organizations.contains(host.as_str()), "{host}");
            }
            for body in campaign.targets.iter().chain(campaign.matters.iter().map(|matter| &matter.body)) {
                assert!(bodies.contains(body.as_str()), "{body}");
            }
        }
        for slug in organizations.iter().chain(&bodies) {
            assert!(Slug::parse(slug).is_ok(), "{slug}");
        }
        for organization in &content.organizations {
            assert!(organization.mail_domain.ends_with(".example.org"), "reserved names only");
            assert_eq!(organization.site, format!("https://{}", organization.mail_domain));
        }
        assert!(content.bodies.iter().all(|body| body.address.len() >= 2));
    }

    #[test]
    fn timelines_run_forward_on_whatever_day_the_demo_is_loaded() {
        let content = content();
        for start in 0..366 {
            let today = date(2026, 1, 1).saturating_add(i64::from(start).days());
            for campaign in &content.campaigns {
                assert!(campaign.opens.on(today) <= campaign.closes.on(today), "{}", campaign.slug);
                assert_eq!(
                    campaign.closes.on(today) < today,
                    campaign.state.has_ended(),
                    "{}",
                    campaign.slug
                );
                let milestones = campaign.milestones(today);
                for (milestone, entry) in milestones.iter().zip(&campaign.timeline) {
                    assert_eq!(milestone.text(Locale::En), entry.en, "{}: order on {today}", campaign.slug);
                    assert!(!milestone.text(Locale::Es).trim().is_empty());
                }
                let due: Vec<_> = milestones.iter().filter(|milestone| milestone.next).collect();
                assert_eq!(due.len(), usize::from(campaign.state.is_open()), "{}", campaign.slug);
                assert!(due.iter().all(|milestone| milestone.date >= today));
            }
        }
    }

    #[test]
    fn counted_days_avoid_the_weekend_and_days_of_history_stay() {
        let friday = date(2026, 11, 20);
        assert_eq!(Day::FromToday(1).when_offices_are_open(friday), date(2026, 11, 23));
        assert_eq!(Day::FromToday(-5).when_offices_are_open(friday), date(2026, 11, 13));
        assert_eq!(Day::On(date(2020, 6, 21)).when_offices_are_open(friday), date(2020, 6, 21));
        let may = Day::EachYear { month: 5, day: 31 };
        assert_eq!(may.on(date(2027, 5, 31)), date(2027, 5, 31));
        assert_eq!(may.on(date(2027, 6, 1)), date(2028, 5, 31));
    }

    #[test]
    fn a_past_campaign_keeps_a_count_and_an_open_one_has_people() {
        for campaign in content().campaigns {
            assert_eq!(campaign.kept_count.is_some(), campaign.state.has_ended(), "{}", campaign.slug);
        }
    }
}
