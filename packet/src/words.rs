//! Where the packet's own words come from: message files that pages and mails share.
//! It holds no sentence itself, in any language.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// The messages of one language, by key (`packet-…`), for several threads at once.
pub trait Words: Sync {
    /// The message `key` with its arguments filled in. A missing one is the implementation's to show: as
    /// its key, say, so that a test finds it.
    fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String;
}

/// An argument of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(&'a str),
    /// A whole number, by which the message may choose its plural, shown with the language's separators.
    Number(u64),
}

/// What the pages ask of [`Words`]: numbers, days and moments, in one language and one time zone.
pub(crate) struct Wording<'a> {
    words: &'a dyn Words,
    zone: &'a TimeZone,
}

/// The marks Fluent puts around arguments. The pages set them without: a name that runs from right to left
/// stands in a cell or paragraph of its own, and the marks would come out of the PDF as text nobody typed.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

impl<'a> Wording<'a> {
    pub(crate) const fn new(words: &'a dyn Words, zone: &'a TimeZone) -> Self {
        Self { words, zone }
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    pub(crate) fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.text(key, args).replace(ISOLATES, "")
    }

    pub(crate) fn counted(&self, key: &str, count: u64) -> String {
        self.with(key, &[("count", Value::Number(count))])
    }

    pub(crate) fn number(&self, count: u64) -> String {
        self.counted("packet-number", count)
    }

    /// '28 November 2025'.
    pub(crate) fn day(&self, day: Date) -> String {
        self.date("packet-day", day)
    }

    /// '28 Nov 2025', for a column.
    pub(crate) fn short_day(&self, day: Date) -> String {
        self.date("packet-day-short", day)
    }

    fn date(&self, key: &str, day: Date) -> String {
        self.with(
            key,
            &[
                ("day", Value::Text(&day.day().to_string())),
                ("month", Value::Number(u64::from(day.month().unsigned_abs()))),
                ("year", Value::Text(&day.year().to_string())),
            ],
        )
    }

    pub(crate) fn local_day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// '28 November 2025, 5:00 p.m. EST'.
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        let info = self.zone.to_offset_info(at);
        let time = info.offset().to_datetime(at).time();
        let (hour, minute) = (time.hour(), time.minute());
        let hour12 = match hour % 12 {
            0 => 12,
            hour => hour,
        };
        self.with(
            "packet-moment",
            &[
                ("day", Value::Text(&self.day(self.local_day(at)))),
                ("time24", Value::Text(&format!("{hour}:{minute:02}"))),
                ("time12", Value::Text(&format!("{hour12}:{minute:02}"))),
                ("half", Value::Text(if hour < 12 { "am" } else { "pm" })),
                ("zone", Value::Text(info.abbreviation())),
            ],
        )
    }
}
