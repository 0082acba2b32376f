//! Days, times and deadlines as people write them in each language.
//! It knows no clock: today is an argument, in the campaign's time zone.

use jiff::Zoned;
use jiff::civil::{Date, Time};
use redress_domain::KnownDay;

use crate::words::Words;

/// `5 December`, with the year where it is not today's.
pub fn day(words: Words, day: Date, today: Date) -> String {
    dated(words, day, day.year() != today.year(), "month")
}

/// `5 December 2017`
pub fn full_day(words: Words, day: Date) -> String {
    dated(words, day, true, "month")
}

/// `31 May`: a day of every year.
pub fn day_of_year(words: Words, day: Date) -> String {
    dated(words, day, false, "month")
}

/// `5 Dec`, with the year where it is not today's; for columns.
pub fn short_day(words: Words, day: Date, today: Date) -> String {
    dated(words, day, day.year() != today.year(), "month-short")
}

/// A day as exactly as it is known: `13 September 2011`, `October 2011`, `2011`.
pub fn known_day(words: Words, known: KnownDay) -> String {
    let year = known.year.to_string();
    match (known.month, known.day.and_then(|day| Date::new(known.year, known.month?, day).ok())) {
        (_, Some(day)) => full_day(words, day),
        (Some(month), None) => {
            let month = words.say(&format!("month-{month}"));
            words.say_with("date-month-of-year", &[("month", month.into()), ("year", year.into())])
        }
        (None, None) => year,
    }
}

/// `today`, `yesterday`, else `5 Dec`.
pub fn recent_day(words: Words, day: Date, today: Date) -> String {
    if day == today {
        words.say("day-today")
    } else if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        words.say("day-yesterday")
    } else {
        short_day(words, day, today)
    }
}

/// `10 am`, `5:30 pm`, `noon`, `midnight`.
pub fn time(words: Words, time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (hour, minute) {
        (0, 0) => return words.say("time-midnight"),
        (12, 0) => return words.say("time-noon"),
        _ => {}
    }
    let clock = match (hour % 12, minute) {
        (0, minute) => format!("12:{minute:02}"),
        (hour, 0) => hour.to_string(),
        (hour, minute) => format!("{hour}:{minute:02}"),
    };
    words.say_with(if hour < 12 { "time-morning" } else { "time-afternoon" }, &[("clock", clock.into())])
}

/// `5 December, 10:14 am`: for the desk's tables, which name the zone once.
pub fn day_and_time(words: Words, at: &Zoned, today: Date) -> String {
    words.say_with(
        "date-and-time",
        &[("day", day(words, at.date(), today).into()), ("time", time(words, at.time()).into())],
    )
}

/// A deadline with its time zone: `12 December, 5 pm Eastern time`. One at the turn of a day is the end of
/// the day before it, since nobody agrees on which day midnight belongs to.
pub fn deadline(words: Words, at: &Zoned, today: Date) -> String {
    let zone = zone(words, at);
    let turn = at.hour() == 0 && at.minute() == 0;
    let last_minute = at.hour() == 23 && at.minute() == 59;
    let last_day = if turn { at.date().yesterday().unwrap_or_else(|_| at.date()) } else { at.date() };
    let date = day(words, last_day, today);
    if turn || last_minute {
        return words.say_with("deadline-end-of-day", &[("day", date.into()), ("zone", zone.into())]);
    }
    words.say_with(
        "deadline",
        &[("day", date.into()), ("time", time(words, at.time()).into()), ("zone", zone.into())],
    )
}

/// The zone's name as people of the place say it; elsewhere its abbreviation.
fn zone(words: Words, at: &Zoned) -> String {
    let info = at.time_zone().to_offset_info(at.timestamp());
    // The abbreviation alone is not enough: CST is also China's and Cuba's.
    let key = match (info.abbreviation(), info.offset().seconds() / 3600) {
        ("EST", -5) | ("EDT", -4) => "zone-eastern",
        ("CST", -6) | ("CDT", -5) => "zone-central",
        ("MST", -7) | ("MDT", -6) => "zone-mountain",
        ("PST", -8) | ("PDT", -7) => "zone-pacific",
        (abbreviation, _) => return abbreviation.to_owned(),
    };
    words.say(key)
}

fn dated(words: Words, day: Date, with_year: bool, months: &str) -> String {
    let month = words.say(&format!("{months}-{}", day.month()));
    // As text: a year has no thousands separator.
    let number = day.day().to_string();
    if with_year {
        let year = day.year().to_string();
        let key = if months == "month" { "date-with-year" } else { "date-short-with-year" };
        words.say_with(key, &[("day", number.into()), ("month", month.into()), ("year", year.into())])
    } else {
        let key = if months == "month" { "date" } else { "date-short" };
        words.say_with(key, &[("day", number.into()), ("month", month.into())])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use redress_domain::Locale;

    use super::*;

    const EN: Words = Words(Locale::En);
    const ES: Words = Words(Locale::Es);

    fn boston(hour: i8, minute: i8) -> Zoned {
        let zone = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
        date(2017, 12, 12).at(hour, minute, 0, 0).to_zoned(zone).unwrap()
    }

    #[test]
    fn a_deadline_says_its_zone() {
        let today = date(2017, 11, 23);
        assert_eq!(deadline(EN, &boston(17, 0), today), "12 December, 5\u{a0}pm Eastern time");
        assert_eq!(
            deadline(ES, &boston(17, 30), today),
            "12 de diciembre, 5:30\u{a0}p.\u{a0}m., hora del este"
        );
    }

    #[test]
    fn midnight_is_the_end_of_the_day_before() {
        let today = date(2017, 11, 23);
        assert!(deadline(EN, &boston(0, 0), today).contains("11 December"));
        assert!(deadline(EN, &boston(23, 59), today).contains("12 December"));
    }

    #[test]
    fn a_year_is_said_where_it_is_not_this_one() {
        let long_ago = date(2011, 9, 13);
        assert_eq!(short_day(EN, long_ago, date(2017, 1, 1)), "13 Sep 2011");
        assert_eq!(day(ES, long_ago, date(2011, 12, 1)), "13 de septiembre");
        assert_eq!(recent_day(EN, long_ago, date(2011, 9, 14)), "yesterday");
    }

    #[test]
    fn a_day_is_said_as_exactly_as_it_is_known() {
        let said = |words, text| known_day(words, KnownDay::parse(text).unwrap());
        assert_eq!(said(EN, "2011-09-13"), "13 September 2011");
        assert_eq!(said(EN, "2011-10"), "October 2011");
        assert_eq!(said(ES, "2011-10"), "octubre de 2011");
        assert_eq!(said(ES, "2011"), "2011");
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        let said = |hour, minute| time(EN, Time::constant(hour, minute, 0, 0));
        assert_eq!(said(0, 0), "midnight");
        assert_eq!(said(0, 5), "12:05\u{a0}am");
        assert_eq!(said(12, 0), "noon");
        assert_eq!(said(12, 30), "12:30\u{a0}pm");
        assert_eq!(said(18, 0), "6\u{a0}pm");
    }
}
