//! Hearings and yearly dates for calendars (iCalendar, RFC 5545).
//! It reminds nobody and invites nobody: no alarm, no method, no attendee; a program asks again when it wants to.

use std::collections::HashMap;
use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::civil::Date;
use redress_app::dates;
use redress_app::words::Words;
use redress_domain::{HearingState, MatterId};
use redress_store::{Body, Campaign, Hearing, Matter, YearlyDate};

use crate::models;

/// What a calendar is written from.
pub struct Source<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its hearings, all or one.
    pub hearings: &'a [Hearing],
    /// Its yearly dates.
    pub yearly: &'a [YearlyDate],
    /// Its matters.
    pub matters: &'a HashMap<MatterId, Matter>,
    /// Its bodies.
    pub bodies: &'a [Body],
    /// The campaign's page.
    pub page: String,
    /// `https://host`, which the events' names end in.
    pub host: String,
    /// Now, for the years that are said.
    pub now: Timestamp,
}

/// The calendar, as the file is.
pub fn write(source: &Source<'_>) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Redress//Hearings//EN");
    let (_, text) = source.campaign.text(source.words.0);
    lines.text("X-WR-CALNAME", &text.title);
    for hearing in source.hearings {
        event(&mut lines, source, hearing);
    }
    for date in source.yearly {
        yearly(&mut lines, source, date);
    }
    lines.plain("END", "VCALENDAR");
    lines.0
}

fn event(lines: &mut Lines, source: &Source<'_>, hearing: &Hearing) {
    let Source { words, campaign, .. } = source;
    let today = source.now.to_zoned(campaign.zone.clone()).date();
    let mut about = Vec::new();
    for matter in hearing.matters.iter().filter_map(|id| source.matters.get(id)) {
        about.push(models::matter_line(matter, source.bodies).called(*words));
    }
    if let Some(cutoff) = hearing.cutoff.at {
        let cutoff = dates::deadline(*words, &cutoff.to_zoned(campaign.zone.clone()), today);
        about.push(words.say_with("hearing-calendar-cutoff", &[("cutoff", cutoff.into())]));
    }
    if !hearing.link.is_empty() {
        about.push(words.say_with("hearing-calendar-join", &[("link", (&hearing.link).into())]));
    }
    if !hearing.note.is_empty() {
        about.push(hearing.note.clone());
    }
    about.push(source.page.clone());
    let body = source.bodies.iter().find(|body| body.id == hearing.body).map(|body| body.name.as_str());
    let summary = match body {
        Some(body) if !hearing.title.contains(body) => {
            let values = [("title", (&hearing.title).into()), ("body", body.into())];
            words.say_with("hearing-calendar-title", &values)
        }
        _ => hearing.title.clone(),
    };
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &format!("hearing-{}@{}", hearing.id, host(source)));
    lines.plain("DTSTAMP", &utc(hearing.changed_at));
    lines.plain("LAST-MODIFIED", &utc(hearing.changed_at));
    lines.plain("SEQUENCE", &hearing.sequence.to_string());
    lines.plain("DTSTART", &utc(hearing.starts_at));
    lines.text("SUMMARY", &summary);
    lines.text("DESCRIPTION", &about.join("\n"));
    match (hearing.place.as_str(), hearing.link.as_str()) {
        ("", "") => {}
        ("", place) | (place, _) => lines.text("LOCATION", place),
    }
    lines.plain("URL", &source.page);
    let off = hearing.state == HearingState::CalledOff;
    lines.plain("STATUS", if off { "CANCELLED" } else { "CONFIRMED" });
    lines.plain("END", "VEVENT");
}

fn yearly(lines: &mut Lines, source: &Source<'_>, date: &YearlyDate) {
    let Some(text) = date.texts.get(&source.words.0).or_else(|| date.texts.values().next()) else { return };
    let Some(id) = date.id else { return };
    // From the campaign's own first year on: another start each year would be another event.
    let since = source.campaign.versions.last().map_or(source.now, |version| version.created_at);
    let year = since.to_zoned(source.campaign.zone.clone()).date().year();
    let Ok(first) = Date::new(year, date.month, date.day) else { return };
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &format!("yearly-{id}@{}", host(source)));
    lines.plain("DTSTAMP", &utc(since));
    lines.plain("DTSTART;VALUE=DATE", &first.strftime("%Y%m%d").to_string());
    lines.plain("RRULE", "FREQ=YEARLY");
    lines.text("SUMMARY", text);
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("URL", &source.page);
    lines.plain("END", "VEVENT");
}

fn host(source: &Source<'_>) -> String {
    let host = url::Url::parse(&source.host).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| "redress".to_owned())
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Content lines: ended by CRLF, folded to 75 bytes (RFC 5545, 3.1).
#[derive(Default)]
struct Lines(String);

impl Lines {
    const LONGEST: usize = 75;

    /// A value that holds no text of a person.
    fn plain(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{}", value.replace(['\r', '\n'], " "));
        let mut room = Self::LONGEST;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The space counts.
                room = Self::LONGEST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Text, with what has a meaning in it escaped (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut text = String::with_capacity(value.len());
        for c in value.replace("\r\n", "\n").chars() {
            match c {
                '\\' | ';' | ',' => {
                    let _ = write!(text, "\\{c}");
                }
                '\n' => text.push_str("\\n"),
                c if c.is_control() => text.push(' '),
                c => text.push(c),
            }
        }
        self.plain(name, &text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_their_text_is_escaped() {
        let mut lines = Lines::default();
        let long = "Vị ñandú; a, b\\c\nd ".repeat(20);
        lines.text("SUMMARY", &long);
        let folded = lines.0;
        assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
        let whole = folded.replace("\r\n ", "").trim_end_matches("\r\n").to_owned();
        let read = whole.strip_prefix("SUMMARY:").unwrap_or_default();
        let read = read.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        assert_eq!(read, long);
        let mut lines = Lines::default();
        lines.plain("URL", "https://a.example\r\nATTENDEE:b");
        assert_eq!(lines.0.matches("\r\n").count(), 1, "a value ends no line");
    }
}
