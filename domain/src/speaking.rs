//! Speaking at a hearing: how long a text takes to read aloud, and who speaks when.
//! It refuses to promise: chairs call whom they like, so every time is an estimate and is shown as one.
//!
//! **The rate.** The International Reading Speed Texts were read *aloud* by 436 people in 17 languages
//! (Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science 53, 2012, 5452): 184 words a
//! minute on average, by young people who were timed. A neighbor at a microphone takes breath, so we count
//! two thirds of their rate; for English that is 152 words a minute. A language they did not measure has the
//! average of theirs.

use jiff::{SignedDuration, Timestamp};

use crate::word_count::count_words;

/// What a body gives a speaker that says nothing else (Boston's council: two minutes by video).
pub const USUAL_MINUTES: u32 = 2;

/// Words a minute of the readers of the study, by language; of Chinese and Japanese, characters.
const READ_ALOUD: &[(&str, u32)] = &[
    ("ar", 138),
    ("de", 179),
    ("en", 228),
    ("es", 218),
    ("fi", 161),
    ("fr", 195),
    ("he", 187),
    ("it", 188),
    ("ja", 357),
    ("nl", 202),
    ("pl", 166),
    ("pt", 181),
    ("ru", 184),
    ("sl", 180),
    ("sv", 199),
    ("tr", 166),
    ("zh", 255),
];

/// The average of all seventeen.
const ANY_LANGUAGE: u32 = 184;

/// Words a minute at a microphone (of Chinese and Japanese, characters), by BCP 47 tag.
pub fn words_per_minute(language: &str) -> u32 {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let read = READ_ALOUD.iter().find(|(tag, _)| *tag == primary).map_or(ANY_LANGUAGE, |(_, rate)| *rate);
    read * 2 / 3
}

/// How long a text takes beside the time there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadAloud {
    /// Words of the text; of Chinese and Japanese, characters.
    pub words: usize,
    /// Seconds to read it, rounded up to five: it is an estimate.
    pub seconds: u32,
    /// How many words too many; 0 when it fits.
    pub words_over: usize,
}

impl ReadAloud {
    /// The estimate for a text in a language, against the minutes a speaker has.
    pub fn of(text: &str, language: &str, minutes: u32) -> Self {
        let (words, rate) = (count_words(text), words_per_minute(language));
        let (rate, minutes) = (rate as usize, minutes as usize);
        let seconds = words.saturating_mul(60).div_ceil(rate).div_ceil(5).saturating_mul(5);
        Self {
            words,
            seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
            words_over: words.saturating_sub(rate.saturating_mul(minutes)),
        }
    }

    /// Whether it can be read in the time there is.
    pub const fn fits(&self) -> bool {
        self.words_over == 0
    }
}

/// When each of `speakers` begins, in their order: the first at the hearing's start, each after the one
/// before, by the clock that runs and not the one on the wall (so a night when the clocks change adds none).
pub fn starts(hearing: Timestamp, minutes: u32, speakers: usize) -> impl Iterator<Item = Timestamp> {
    let turn = SignedDuration::from_mins(i64::from(minutes));
    (0..speakers).map(move |at| {
        let after = turn.checked_mul(i32::try_from(at).unwrap_or(i32::MAX)).unwrap_or(turn);
        hearing.saturating_add(after).unwrap_or(Timestamp::MAX)
    })
}

/// An order with one member moved by one place, up (earlier) or down; the same order at its ends, or when
/// the member is not in it.
pub fn moved<T: Copy + PartialEq>(order: &[T], member: T, up: bool) -> Vec<T> {
    let mut order = order.to_vec();
    let at = order.iter().position(|other| *other == member);
    let to = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
    if let (Some(at), Some(to)) = (at, to)
        && to < order.len()
    {
        order.swap(at, to);
    }
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn two_minutes_are_about_three_hundred_english_words() {
        let text = "word ".repeat(304);
        let exact = ReadAloud::of(&text, "en", USUAL_MINUTES);
        assert_eq!((exact.words, exact.seconds, exact.fits()), (304, 120, true));
        let long = ReadAloud::of(&format!("{text} and more"), "en-US", USUAL_MINUTES);
        assert_eq!((long.words_over, long.fits(), long.seconds), (2, false, 125));
    }

    #[test]
    fn languages_are_read_at_their_own_rate() {
        assert_eq!(words_per_minute("es"), 145);
        assert_eq!(words_per_minute("zh-Hant"), 170);
        assert_eq!(words_per_minute("ht"), words_per_minute(""));
    }

    #[test]
    fn nothing_to_read_takes_no_time() {
        assert_eq!(ReadAloud::of("", "en", 2), ReadAloud { words: 0, seconds: 0, words_over: 0 });
    }

    #[test]
    fn speakers_follow_each_other_from_the_start() {
        let start: Timestamp = "2026-12-01T18:00:00Z".parse().unwrap();
        let times: Vec<String> = starts(start, 2, 3).map(|at| at.to_string()).collect();
        assert_eq!(times, ["2026-12-01T18:00:00Z", "2026-12-01T18:02:00Z", "2026-12-01T18:04:00Z"]);
    }

    #[test]
    fn moving_stops_at_both_ends() {
        assert_eq!(moved(&[1, 2, 3], 3, true), [1, 3, 2]);
        assert_eq!(moved(&[1, 2, 3], 1, false), [2, 1, 3]);
        assert_eq!(moved(&[1, 2, 3], 1, true), [1, 2, 3]);
        assert_eq!(moved(&[1, 2, 3], 3, false), [1, 2, 3]);
        assert_eq!(moved(&[1, 2, 3], 9, false), [1, 2, 3]);
    }
}
