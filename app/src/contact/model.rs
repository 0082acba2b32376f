//! What the pages of contacting members show.

use jiff::civil::Date;
use redress_domain::{BodyId, Channel, Drawn, FieldErrors, Locale, SeatId, Slug};

use crate::parts::Typed;

/// `/c/{slug}/contact`: whom to call and what to say.
///
/// The search (GET): fields `body` (a slug), `zip`, or `district`. The tally (POST): `seat` (its id), `channel`
/// (called, wrote), and `body` and `district` to come back to.
#[derive(Clone)]
pub struct ContactView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// The bodies that have seats: slug, name, and whether it is the one shown.
    pub bodies: Vec<(String, String, bool)>,
    /// The one shown: its slug and name.
    pub body: (String, String),
    /// Every district of it, as they count.
    pub districts: Vec<String>,
    /// What was typed.
    pub zip: String,
    /// What was found for it.
    pub found: Found,
    /// The members shown.
    pub seats: Vec<SeatCard>,
    /// The outlines, if they were imported.
    pub map: Option<MapView>,
    /// What was just counted.
    pub done: Option<Channel>,
    /// Today.
    pub today: Date,
}

/// What the search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing was asked yet.
    Nothing,
    /// No ZIP code.
    Malformed,
    /// A ZIP code that is in no district known.
    Unknown,
    /// A ZIP code in several districts.
    Several(Vec<String>),
    /// A district.
    District(String),
}

/// A member to call or to write to.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "as on the page")]
pub struct SeatCard {
    pub id: SeatId,
    pub title: String,
    pub district: Option<String>,
    pub holder: String,
    pub vacant_since: Option<Date>,
    pub email: Option<String>,
    /// `mailto:…`, with subject and message.
    pub mailto: Option<String>,
    /// The message, to read before and to copy.
    pub message: String,
    pub phone: Option<String>,
    /// What to say.
    pub script: String,
}

/// Districts drawn together.
#[derive(Debug, Clone)]
pub struct MapView {
    /// Their names, in the order drawn.
    pub names: Vec<String>,
    /// Where their lines are.
    pub drawn: Drawn,
}

/// `/admin/c/{slug}/contact`: how often members were called, and the texts.
///
/// A body's form: `body` (its id), per language L `subject_L`, `message_L`, `phone_L`.
#[derive(Debug, Clone)]
pub struct ContactDesk {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Each body that has seats.
    pub bodies: Vec<ContactBody>,
    /// The body whose texts were refused.
    pub wrong: Option<BodyId>,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// Whether the member may change the texts.
    pub may_write: bool,
    /// What was just done, as a message key.
    pub done: Option<&'static str>,
}

/// A body at the desk.
#[derive(Debug, Clone)]
pub struct ContactBody {
    /// Which.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// Each seat: who, of what, calls and letters.
    pub seats: Vec<(String, String, u64, u64)>,
    /// The texts, stored or typed.
    pub typed: Typed,
}

impl ContactView {
    /// The page's path in a language, with a search.
    pub fn path(&self, locale: Locale, search: &[(&str, &str)]) -> String {
        let first = self.languages.first().copied().unwrap_or(locale);
        let path = crate::shell::path(locale, first, &format!("/c/{}/contact", self.slug));
        let pairs: Vec<_> = search.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if pairs.is_empty() { path } else { format!("{path}?{}", pairs.join("&")) }
    }
}

/// A value for an address: everything but letters and digits of ASCII as `%XX` (RFC 3986; RFC 6068 asks the same of
/// a `mailto:`, where `+` is a plus).
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// `mailto:` with a subject and a message; line breaks are CRLF (RFC 6068, 5).
pub fn mailto(address: &str, subject: &str, message: &str) -> String {
    let address = encoded(address).replace("%40", "@");
    let message = message.replace("\r\n", "\n").replace('\n', "\r\n");
    format!("mailto:{address}?subject={}&body={}", encoded(subject), encoded(&message))
}

/// `tel:` with the digits; an extension is dialed after a pause (RFC 3966).
pub fn tel(phone: &str) -> String {
    let lower = phone.to_lowercase();
    let (number, extension) = match lower.split_once("ext").or_else(|| lower.split_once('x')) {
        Some((number, extension)) => (number, extension),
        None => (lower.as_str(), ""),
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let plus = if number.trim_start().starts_with('+') { "+" } else { "" };
    let extension = match digits(extension) {
        empty if empty.is_empty() => empty,
        some => format!(";ext={some}"),
    };
    format!("tel:{plus}{}{extension}", digits(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prepared_message_survives_the_way_into_a_mail_program() {
        let link = mailto("a+b@city.example", "Docket 0683 & más", "Dear A,\nsí? 50% +1");
        assert_eq!(
            link,
            "mailto:a%2Bb@city.example?subject=Docket%200683%20%26%20m%C3%A1s\
             &body=Dear%20A%2C%0D%0As%C3%AD%3F%2050%25%20%2B1"
        );
    }

    #[test]
    fn a_number_is_dialed_as_digits() {
        assert_eq!(tel("617-635-4205"), "tel:6176354205");
        assert_eq!(tel("+1 (617) 635-3040 ext. 12"), "tel:+16176353040;ext=12");
    }
}
