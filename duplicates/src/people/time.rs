//! When somebody signed, as files write it.
//! It refuses dates that two countries read in two ways (10/11/2017).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Reads ISO 8601 (a day alone, or with a time, with or without an offset), and the two ways databases write
/// it: `2017-10-13 14:22:11 UTC` and `2017-10-13 14:22:11 -0400`. Without an offset it is UTC.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let text = text.strip_suffix(" UTC").unwrap_or(text);
    let joined = match text.rsplit_once(' ') {
        Some((time, offset)) if offset.starts_with(['+', '-']) => format!("{time}{offset}"),
        _ => text.to_owned(),
    };
    if let Ok(instant) = joined.parse::<Timestamp>() {
        return Some(instant);
    }
    let local: DateTime = joined.parse().ok()?;
    TimeZone::UTC.to_timestamp(local).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_files_write_them() {
        for text in [
            "2017-10-13T14:22:11Z",
            "2017-10-13T10:22:11-04:00",
            "2017-10-13 14:22:11",
            "2017-10-13 14:22:11 UTC",
            "2017-10-13 10:22:11 -0400",
        ] {
            assert_eq!(parse(text), "2017-10-13T14:22:11Z".parse().ok(), "{text}");
        }
        assert_eq!(parse("2017-10-13"), "2017-10-13T00:00:00Z".parse().ok());
        for text in ["", "10/13/2017", "yesterday", "2017-13-01"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
