//! A hearing: when it is, and until when written testimony is taken.

use jiff::Timestamp;

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

/// Whether written testimony sent at this moment is on time: the cut-off's own minute still is, whole, and
/// nothing after it.
pub fn is_on_time(sent: Timestamp, cutoff: Option<Timestamp>) -> bool {
    // A clerk who writes '5 p.m.' takes what came at 5:00:59.
    cutoff.is_none_or(|cutoff| sent.as_second().div_euclid(60) <= cutoff.as_second().div_euclid(60))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn the_minute_of_the_cut_off_is_on_time_and_the_next_is_not() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let cutoff = Some(at("2026-12-01T22:00:00Z"));
        assert!(is_on_time(at("2026-12-01T22:00:59.999Z"), cutoff));
        assert!(!is_on_time(at("2026-12-01T22:01:00Z"), cutoff));
        assert!(is_on_time(at("2026-12-01T22:01:00Z"), None));
    }
}
