//! What is compared instead of what was typed: one key for all spellings of a mailbox, a phone, a place.
//! It refuses to fill gaps: a number that reaches nobody, or a street without a house, gives no key.

mod name;
mod street;

pub(crate) use name::{Name, Suffix};
pub(crate) use street::Address;

use redress_domain::{EmailAddress, fold};

/// The mailbox an address reaches, in its one spelling; `None` for what is no address, and for what people
/// write in its place, since `none@none.com` is nobody's mailbox and many people's answer.
pub(crate) fn mailbox(email: &str) -> Option<String> {
    let mailbox = EmailAddress::parse(email).ok()?.mailbox();
    let (local, _) = mailbox.rsplit_once('@')?;
    let nobody = ["none", "noemail", "no-email", "no.email", "noreply", "no-reply", "na", "unknown"];
    (!nobody.contains(&local)).then_some(mailbox)
}

/// The mailbox an address reaches once a common slip in its domain is put right (gmial.com → gmail.com);
/// the mailbox itself where there is none.
pub(crate) fn corrected_mailbox(mailbox: &str) -> Option<String> {
    let (local, domain) = mailbox.rsplit_once('@')?;
    let domain = match domain {
        "gmial.com" | "gmai.com" | "gmal.com" | "gamil.com" | "gnail.com" | "gmil.com" | "gmaill.com"
        | "gmail.co" | "gmail.con" | "gmail.cm" | "gmail.om" | "gmail.cmo" => "gmail.com",
        "yaho.com" | "yahooo.com" | "yhoo.com" | "yahoo.con" | "yahoo.cm" | "yahoo.cmo" => "yahoo.com",
        "hotmial.com" | "hotmal.com" | "hotmai.com" | "hotmil.com" | "hotmail.con" | "hotmail.co" => {
            "hotmail.com"
        }
        "outlok.com" | "outloook.com" | "outlook.con" | "outlook.co" => "outlook.com",
        "iclod.com" | "icoud.com" | "iclould.com" | "icloud.con" | "icloud.co" => "icloud.com",
        "comcast.ner" | "comcast.ent" | "comcast.com" | "comcas.net" => "comcast.net",
        "verizon.ner" | "verizon.ent" => "verizon.net",
        "aol.con" | "aol.co" => "aol.com",
        _ => return Some(mailbox.to_owned()),
    };
    EmailAddress::parse(&format!("{local}@{domain}")).ok().map(|address| address.mailbox())
}

/// The digits that are dialed: ten for North America (with or without the leading 1), else all of them;
/// extensions go. `None` where an area code is missing or the number is made up (555 555 5555).
pub(crate) fn phone(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("tel:");
    let abroad = text.starts_with('+') || text.starts_with("00");
    let dialed = text.split(char::is_alphabetic).next().unwrap_or_default();
    let digits: String = dialed.chars().filter(char::is_ascii_digit).collect();
    let digits = if text.starts_with("00") { &digits[2..] } else { &digits };
    let number = match (digits.len(), digits.strip_prefix('1')) {
        (11, Some(national)) => national,
        (10, _) => digits,
        (8..=15, _) if abroad => digits,
        _ => return None,
    };
    let first = number.bytes().next()?;
    // In the North American plan no area code begins with 0 or 1.
    let made_up = number.bytes().all(|digit| digit == first) || (number.len() == 10 && first < b'2');
    (!made_up).then(|| number.to_owned())
}

/// Five digits for the United States (ZIP+4 cut, zeros that a spreadsheet dropped put back); elsewhere the
/// postal code without spaces, after its country. `None` for 00000, 99999 and what is no code.
pub(crate) fn zip(text: &str, country: &str) -> Option<String> {
    let country = fold(country);
    let home = matches!(country.as_str(), "" | "us" | "usa" | "u s" | "u s a" | "united states")
        || country == "united states of america";
    let code: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    let five = match code.len() {
        3..=5 if digits && home => format!("{code:0>5}"),
        7..=9 if digits && home => format!("{code:0>9}")[..5].to_owned(),
        2..=10 if code.is_ascii() && !(digits && home) => {
            return Some(format!("{}{}", if home { "" } else { &country }, code.to_uppercase()));
        }
        _ => return None,
    };
    (five != "00000" && five != "99999").then_some(five)
}

/// A city under one key.
pub(crate) fn city(text: &str) -> Option<String> {
    let key = fold(text);
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_phone_has_one_key() {
        for text in [
            "617-555-0142",
            "(617) 555 0142",
            "+1 617.555.0142",
            "16175550142",
            "617 555-0142 x 12",
            "001 617 555 0142",
        ] {
            assert_eq!(phone(text).as_deref(), Some("6175550142"), "{text}");
        }
        assert_eq!(phone("+55 11 91234-5678").as_deref(), Some("5511912345678"));
        for text in ["", "555-0142", "0000000000", "555 555 5555", "1234567890", "none", "0", "00"] {
            assert_eq!(phone(text), None, "{text}");
        }
    }

    #[test]
    fn one_zip_has_one_key() {
        for text in ["02139", "02139-1234", "021391234", " 2139 ", "2139-1234", "21391234"] {
            assert_eq!(zip(text, "").as_deref(), Some("02139"), "{text}");
        }
        assert_eq!(zip("sw1a 1aa", "gb").as_deref(), Some("gbSW1A1AA"));
        assert_eq!(zip("10115", "DE").as_deref(), Some("de10115"));
        for text in ["", "00000", "99999", "1", "123456", "Boston, Massachusetts"] {
            assert_eq!(zip(text, "US"), None, "{text}");
        }
    }

    #[test]
    fn what_stands_for_no_mailbox_is_none() {
        assert_eq!(mailbox("Ana.Diaz+x@GMAIL.com").as_deref(), Some("anadiaz@gmail.com"));
        for text in ["", "none@none.com", "NoEmail@example.org", "ana", "n/a"] {
            assert_eq!(mailbox(text), None, "{text}");
        }
    }

    #[test]
    fn a_slip_in_the_domain_is_put_right_and_nothing_else() {
        assert_eq!(corrected_mailbox("ana.diaz@gmial.com").as_deref(), Some("anadiaz@gmail.com"));
        assert_eq!(corrected_mailbox("ana@ymail.com").as_deref(), Some("ana@ymail.com"));
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(text in "\\PC{0,24}", digits in "[0-9+ -]{0,16}") {
            for text in [text, digits] {
                if let Some(key) = phone(&text).filter(|key| key.len() == 10) {
                    prop_assert_eq!(phone(&key), Some(key.clone()));
                }
                if let Some(key) = zip(&text, "") {
                    prop_assert_eq!(zip(&key, ""), Some(key.clone()));
                }
                if let Some(key) = mailbox(&text) {
                    prop_assert_eq!(corrected_mailbox(&key).and_then(|k| corrected_mailbox(&k)), corrected_mailbox(&key));
                }
            }
        }
    }
}
