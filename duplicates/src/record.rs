//! One person's record, as far as comparing needs it: borrowed, as typed, nothing required but an id.
//! It judges nothing; an empty text means that the field was not given.

use std::cmp::Ordering;

use jiff::Timestamp;

/// What is known of one signer. Ids must be unique within one call of [`crate::find`].
#[derive(Clone, Copy, Default)]
#[expect(missing_docs, reason = "the columns of docs/formats.md under their own names")]
pub struct Record<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub suffix: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub street: &'a str,
    pub unit: &'a str,
    pub city: &'a str,
    pub state: &'a str,
    pub zip: &'a str,
    pub country: &'a str,
    /// When it was confirmed, or else signed. The earliest record of a set survives.
    pub signed_at: Option<Timestamp>,
}

impl Record<'_> {
    /// Which of two records comes first, and so survives: the one signed earlier; a known time before an
    /// unknown one; then by id, numbers by their value (9 before 10).
    pub fn precedence(&self, other: &Self) -> Ordering {
        let unknown_last = self.signed_at.is_none().cmp(&other.signed_at.is_none());
        unknown_last.then_with(|| self.signed_at.cmp(&other.signed_at)).then_with(|| by_id(self.id, other.id))
    }
}

fn by_id(a: &str, b: &str) -> Ordering {
    let number = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    match (number(a), number(b)) {
        (true, true) => {
            let (short_a, short_b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
            short_a.len().cmp(&short_b.len()).then_with(|| short_a.cmp(short_b)).then_with(|| a.cmp(b))
        }
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => a.cmp(b),
    }
}

impl std::fmt::Debug for Record<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Record").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn the_earlier_one_survives_and_then_the_smaller_number() {
        let at = |id, time: &str| Record { id, signed_at: time.parse().ok(), ..Record::default() };
        let mut records = [
            at("10", ""),
            at("b", ""),
            at("9", ""),
            at("x", "2017-10-02T00:00:00Z"),
            at("y", "2017-10-01T00:00:00Z"),
        ];
        records.sort_by(Record::precedence);
        assert_eq!(records.map(|record| record.id), ["y", "x", "9", "10", "b"]);
    }

    #[test]
    fn debug_tells_the_id_alone() {
        let record = Record { id: "7", name: "Ana Diaz", ..Record::default() };
        assert_eq!(format!("{record:?}"), "Record { id: \"7\", .. }");
    }
}
