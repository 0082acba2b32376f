//! A hearing: when it is, and until when written testimony is taken.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use crate::named_enum;

named_enum! {
    /// The state of a hearing.
    HearingState {
        /// It will be.
        Planned = "planned",
        /// It has been.
        Held = "held",
        /// It will not be.
        CalledOff = "called-off",
    }
}

named_enum! {
    /// The state of a matter: filed → referred → heard → voted, or withdrawn.
    MatterState {
        /// Filed with the body.
        Filed = "filed",
        /// Referred to a committee.
        Referred = "referred",
        /// Heard.
        Heard = "heard",
        /// Voted on.
        Voted = "voted",
        /// Withdrawn.
        Withdrawn = "withdrawn",
    }
}

/// Until when written testimony is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CutOff {
    /// The moment that is announced; `None` is no limit.
    pub at: Option<Timestamp>,
    /// A later moment that was in force once: what was sent until then was on time, and stays so.
    pub honored_until: Option<Timestamp>,
}

impl CutOff {
    /// Whether written testimony sent at this moment is on time.
    pub fn takes(self, sent: Timestamp) -> bool {
        is_on_time(sent, self.at) || self.honored_until.is_some_and(|until| is_on_time(sent, Some(until)))
    }

    /// The last moment that is on time; `None` is no limit.
    pub fn last_on_time(self) -> Option<Timestamp> {
        let cutoff = self.honored_until.map_or(self.at?, |until| until.max(self.at.unwrap_or(until)));
        let minute = cutoff.as_second().div_euclid(60);
        Timestamp::from_millisecond(minute * 60_000 + 59_999).ok()
    }

    /// Another moment is announced from now on. What was on time when it was sent stays on time.
    #[must_use]
    pub fn moved_to(self, at: Option<Timestamp>, now: Timestamp) -> Self {
        // Until now the old one was in force, and no longer than it said itself.
        let held = self.at.map_or(now, |old| old.min(now));
        let honored = self.honored_until.map_or(held, |until| until.max(held));
        Self { at, honored_until: at.filter(|at| *at < honored).map(|_| honored) }
    }
}

/// Whether written testimony sent at this moment is on time: the cut-off's own minute still is, whole, and
/// nothing after it.
pub fn is_on_time(sent: Timestamp, cutoff: Option<Timestamp>) -> bool {
    // A clerk who writes '5 p.m.' takes what came at 5:00:59.
    cutoff.is_none_or(|cutoff| sent.as_second().div_euclid(60) <= cutoff.as_second().div_euclid(60))
}

named_enum! {
    /// Which of two moments is meant, where a clock change leaves it open.
    Which {
        /// The first.
        First = "first",
        /// The second.
        Second = "second",
    }
}

/// What a clock on the wall means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalTime {
    /// One moment.
    Once(Timestamp),
    /// Clocks go back, and show this time twice.
    Twice(Timestamp, Timestamp),
    /// Clocks go forward, and never show this time: the last minute before the change, and the first after it.
    Never(Timestamp, Timestamp),
}

impl LocalTime {
    /// What a day and a time mean in a zone; `None` beyond the calendar.
    pub fn of(at: DateTime, zone: &TimeZone) -> Option<Self> {
        let ambiguous = zone.to_ambiguous_timestamp(at);
        match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(at).ok().map(Self::Once),
            AmbiguousOffset::Fold { before, after } => {
                Some(Self::Twice(before.to_timestamp(at).ok()?, after.to_timestamp(at).ok()?))
            }
            AmbiguousOffset::Gap { before, .. } => {
                let inside = before.to_timestamp(at).ok()?;
                // The change itself counts as before this moment as well.
                let next = inside.checked_add(SignedDuration::from_nanos(1)).ok()?;
                let change = zone.preceding(next).next()?.timestamp();
                let last = change.checked_sub(SignedDuration::from_mins(1)).ok()?;
                Some(Self::Never(last, change))
            }
        }
    }

    /// The moment, where one is certain or chosen.
    pub const fn choose(self, which: Option<Which>) -> Option<Timestamp> {
        match (self, which) {
            (Self::Once(at), _)
            | (Self::Twice(at, _) | Self::Never(at, _), Some(Which::First))
            | (Self::Twice(_, at) | Self::Never(_, at), Some(Which::Second)) => Some(at),
            (Self::Twice(..) | Self::Never(..), None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_minute_of_the_cut_off_is_on_time_and_the_next_is_not() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let cutoff = Some(at("2026-12-01T22:00:00Z"));
        assert!(is_on_time(at("2026-12-01T22:00:59.999Z"), cutoff));
        assert!(!is_on_time(at("2026-12-01T22:01:00Z"), cutoff));
        assert!(is_on_time(at("2026-12-01T22:01:00Z"), None));
    }

    #[test]
    fn what_was_on_time_when_sent_stays_on_time() {
        let at = |hour: i64| Timestamp::from_second(hour * 3_600).unwrap();
        let first = CutOff { at: Some(at(10)), honored_until: None };
        // At 4 the cut-off becomes 6: nothing was sent after 4 yet, so 6 is what holds.
        let moved = first.moved_to(Some(at(6)), at(4));
        assert!(moved.takes(at(5)) && !moved.takes(at(7)));
        // At 8 the cut-off becomes 6: what came at 7 was on time, what comes at 9 is not.
        let moved = first.moved_to(Some(at(6)), at(8));
        assert!(moved.takes(at(7)) && !moved.takes(at(9)));
        // Nor does moving it back and forth take that away.
        let again = moved.moved_to(Some(at(5)), at(9)).moved_to(Some(at(3)), at(9));
        assert!(again.takes(at(7)) && !again.takes(at(9)));
        // What was late when sent is not made on time by an earlier cut-off, and is by a later one.
        let late = first.moved_to(Some(at(6)), at(12));
        assert!(late.takes(at(10)) && !late.takes(at(11)));
        assert!(first.moved_to(Some(at(20)), at(12)).takes(at(11)));
        assert!(CutOff::default().moved_to(Some(at(6)), at(8)).takes(at(7)));
        assert!(moved.moved_to(None, at(30)).takes(at(40)));
    }

    fn boston() -> TimeZone {
        TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap()
    }

    #[test]
    fn a_time_that_is_shown_twice_is_two_moments_and_one_that_is_skipped_has_two_neighbors() {
        let utc = |text: &str| text.parse::<Timestamp>().unwrap();
        let twice = LocalTime::of(date(2026, 11, 1).at(1, 30, 0, 0), &boston()).unwrap();
        assert_eq!(twice, LocalTime::Twice(utc("2026-11-01T05:30:00Z"), utc("2026-11-01T06:30:00Z")));
        assert_eq!(twice.choose(None), None);
        assert_eq!(twice.choose(Some(Which::Second)), Some(utc("2026-11-01T06:30:00Z")));
        for minute in [0, 30, 59] {
            let never = LocalTime::of(date(2026, 3, 8).at(2, minute, 0, 0), &boston()).unwrap();
            assert_eq!(never, LocalTime::Never(utc("2026-03-08T06:59:00Z"), utc("2026-03-08T07:00:00Z")));
            assert_eq!(never.choose(None), None);
        }
        for (hour, zulu) in [(1, "2026-03-08T06:00:00Z"), (3, "2026-03-08T07:00:00Z")] {
            let once = LocalTime::of(date(2026, 3, 8).at(hour, 0, 0, 0), &boston()).unwrap();
            assert_eq!(once.choose(None), Some(utc(zulu)));
        }
    }

    proptest! {
        #[test]
        fn nothing_that_was_on_time_becomes_late_however_the_cut_off_is_moved(
            moves in proptest::collection::vec((1_i64..100, proptest::option::of(0_i64..200)), 1..8),
            sent in 0_i64..400,
        ) {
            let at = |minutes: i64| Timestamp::from_second(minutes * 60).unwrap();
            let (mut now, mut cutoff, mut was_on_time) = (0, CutOff { at: Some(at(100)), honored_until: None }, false);
            for (pass, to) in moves {
                // What is sent between two moves is judged by the cut-off of that time.
                if (now..now + pass).contains(&sent) {
                    was_on_time = cutoff.takes(at(sent));
                }
                now += pass;
                cutoff = cutoff.moved_to(to.map(at), at(now));
                prop_assert!(!was_on_time || cutoff.takes(at(sent)));
                if let Some(last) = cutoff.last_on_time() {
                    prop_assert!(cutoff.takes(last) && !cutoff.takes(last + SignedDuration::from_millis(1)));
                }
            }
        }
    }
}
