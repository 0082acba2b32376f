//! Partners: organizations that bring their people to a campaign, what they may ask signers, and how two of their
//! lists are compared. It knows no mailbox: a list is keyed hashes by the time it is here.

use std::collections::BTreeMap;

use crate::text::clean_text;
use crate::{EmailAddress, Locale, named_enum};

named_enum! {
    /// The state of a partner.
    PartnerState {
        /// Asked by mail.
        Invited = "invited",
        /// It accepted.
        Active = "active",
        /// It said no.
        Declined = "declined",
        /// It left.
        Left = "left",
        /// A host ended it.
        Removed = "removed",
    }
}

impl PartnerState {
    /// Whether it is over: the link opens nothing, and the contact is forgotten.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Declined | Self::Left | Self::Removed)
    }
}

named_enum! {
    /// The state of what a partner asks signers.
    WordingState {
        /// Waiting for a host.
        Proposed = "proposed",
        /// Shown to those who come by the partner's link.
        Agreed = "agreed",
        /// A host said no.
        Refused = "refused",
        /// Another one came after it.
        Retired = "retired",
    }
}

/// The longest question to signers, in characters: a sentence or two that is read before it is ticked.
pub const LONGEST_WORDING: usize = 300;

/// Why a wording is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidWording {
    /// A language of the campaign has none.
    Missing,
    /// It does not say whose letters they will be.
    Unnamed,
    /// It is too long to be read before it is ticked.
    TooLong,
}

impl InvalidWording {
    /// The key of the message.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Missing => "error-wording-missing",
            Self::Unnamed => "error-wording-unnamed",
            Self::TooLong => "error-wording-long",
        }
    }
}

/// Reads one language's wording. It names the organization: who agrees has to see with whom.
pub fn wording(text: &str, organization: &str) -> Result<String, InvalidWording> {
    let text = clean_text(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(InvalidWording::Missing);
    }
    if text.chars().count() > LONGEST_WORDING {
        return Err(InvalidWording::TooLong);
    }
    if !crate::fold(&text).contains(&crate::fold(organization)) {
        return Err(InvalidWording::Unnamed);
    }
    Ok(text)
}

/// What a partner asks signers, by language.
pub type Wordings = BTreeMap<Locale, String>;

/// The fewest mailboxes that a list has: in a smaller one each person could be found by asking.
pub const FEWEST_LISTED: usize = 100;
/// The most.
pub const MOST_LISTED: usize = 200_000;

/// Why a list is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidList {
    /// Fewer than [`FEWEST_LISTED`] mailboxes.
    TooFew,
    /// More than [`MOST_LISTED`].
    TooMany,
    /// It has headings, and none of them is for mailboxes.
    NoColumn,
}

impl InvalidList {
    /// The key of the message.
    pub const fn message(self) -> &'static str {
        match self {
            Self::TooFew => "error-list-few",
            Self::TooMany => "error-list-many",
            Self::NoColumn => "error-list-column",
        }
    }
}

/// The mailboxes of a list, each once, sorted: one in each line, or a CSV with a column of them. What is no address
/// is passed over.
pub fn listed(text: &str) -> Result<Vec<String>, InvalidList> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (column, separator) = if first.contains('@') {
        (None, ',')
    } else {
        let separator = [',', ';', '\t'].into_iter().find(|mark| first.contains(*mark)).unwrap_or(',');
        let heads = cells(first, separator);
        let is_mail = |head: &String| {
            let head = crate::fold(head);
            let head: String = head.chars().filter(|c| c.is_alphanumeric()).collect();
            ["email", "mail", "emailaddress", "correo", "correoelectronico"].contains(&head.as_str())
        };
        let found = heads.iter().position(is_mail);
        if found.is_none() && !first.is_empty() {
            return Err(InvalidList::NoColumn);
        }
        (found, separator)
    };
    let mut mailboxes = Vec::new();
    for line in text.lines() {
        match column {
            Some(column) => {
                let cell = cells(line, separator).into_iter().nth(column).unwrap_or_default();
                mailboxes.extend(EmailAddress::parse(&cell).ok().map(|email| email.mailbox()));
            }
            None => {
                let parts =
                    line.split([',', ';', '\t']).map(|part| part.trim().trim_matches(['"', '<', '>']));
                mailboxes.extend(
                    parts.filter_map(|part| EmailAddress::parse(part).ok()).map(|email| email.mailbox()),
                );
            }
        }
        if mailboxes.len() > MOST_LISTED * 2 {
            return Err(InvalidList::TooMany);
        }
    }
    mailboxes.sort_unstable();
    mailboxes.dedup();
    match mailboxes.len() {
        ..FEWEST_LISTED => Err(InvalidList::TooFew),
        count if count > MOST_LISTED => Err(InvalidList::TooMany),
        _ => Ok(mailboxes),
    }
}

/// A line of a CSV as its cells (RFC 4180); a mailbox has no line break in it.
fn cells(line: &str, separator: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            _ if letter == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    cells.push(cell);
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// How many of one sorted list are in another, told so that nobody on it is: in tens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// Fewer than ten, perhaps none.
    FewerThanTen,
    /// About so many.
    About(u64),
}

/// Compares two sorted lists without repetitions.
pub fn overlap<T: Ord>(first: &[T], second: &[T]) -> Overlap {
    let (mut a, mut b, mut both) = (0, 0, 0_u64);
    while let (Some(left), Some(right)) = (first.get(a), second.get(b)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                a += 1;
                b += 1;
            }
        }
    }
    if both < 10 { Overlap::FewerThanTen } else { Overlap::About((both + 5) / 10 * 10) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn lines(count: usize) -> String {
        (0..count).map(|n| format!("p{n}@people.example\n")).collect()
    }

    #[test]
    fn a_wording_names_who_will_write() {
        let said = wording("  Tenants  United may\nwrite to me. ", "Tenants United").unwrap();
        assert_eq!(said, "Tenants United may write to me.");
        assert_eq!(wording("You may write to me.", "Tenants United"), Err(InvalidWording::Unnamed));
        assert_eq!(wording(" ", "Tenants United"), Err(InvalidWording::Missing));
        assert_eq!(wording(&"Tenants United ".repeat(30), "Tenants United"), Err(InvalidWording::TooLong));
    }

    #[test]
    fn a_list_is_lines_or_a_column() {
        assert_eq!(listed(&lines(120)).unwrap().len(), 120);
        let csv: String = (0..100).map(|n| format!("\"Díaz, Ana\",p{n}@people.example,02121\r\n")).collect();
        let csv = format!("\u{feff}Name,E-Mail,ZIP\r\n{csv}");
        let read = listed(&csv).unwrap();
        assert_eq!((read.len(), read[0].as_str()), (100, "p0@people.example"));
        assert_eq!(listed("Name,ZIP\nAna,02121"), Err(InvalidList::NoColumn));
        assert_eq!(listed(""), Err(InvalidList::TooFew));
    }

    #[test]
    fn a_mailbox_spelled_twice_is_one() {
        let twice = lines(100).to_uppercase() + &lines(99);
        assert_eq!(listed(&twice).unwrap().len(), 100);
        assert_eq!(listed(&(lines(99) + &lines(99))), Err(InvalidList::TooFew));
    }

    #[test]
    fn an_overlap_tells_tens_and_never_a_person() {
        let first: Vec<u32> = (0..200).collect();
        for (both, told) in [
            (0, Overlap::FewerThanTen),
            (9, Overlap::FewerThanTen),
            (10, Overlap::About(10)),
            (14, Overlap::About(10)),
            (15, Overlap::About(20)),
        ] {
            let second: Vec<u32> = (200 - both..400).collect();
            assert_eq!(overlap(&first, &second), told, "{both}");
        }
    }
}
