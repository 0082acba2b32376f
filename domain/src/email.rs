//! The address of a mailbox, and which spellings reach the same one.
//! It sends nothing and asks nobody whether the mailbox exists.

use crate::text::clean_line;

/// An address that mail can be sent to: one `@`, a domain with a dot, at most 254 letters.
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

/// Why a text is not taken as an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEmail {
    /// Nothing was written.
    #[error("the address is empty")]
    Empty,
    /// Not of the form name@example.org.
    #[error("the address is not of the form name@example.org")]
    Malformed,
}

impl InvalidEmail {
    /// The key of the message for whoever typed it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "error-email-empty",
            Self::Malformed => "error-email-form",
        }
    }
}

impl EmailAddress {
    /// The longest address (RFC 5321, 4.5.3.1.3 less the angle brackets).
    pub const LONGEST: usize = 254;

    /// Takes an address kindly: outer spaces, angle brackets and `mailto:` go; case stays as typed.
    pub fn parse(text: &str) -> Result<Self, InvalidEmail> {
        let line = clean_line(text);
        let address = line.trim_start_matches('<').trim_end_matches('>');
        let address = address.strip_prefix("mailto:").unwrap_or(address);
        if address.is_empty() {
            return Err(InvalidEmail::Empty);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(InvalidEmail::Malformed)?;
        // Quoted local parts and literal addresses are legal, unseen in life, and a way into headers.
        let plain = !address.contains(['"', '\\', '[', ']', '(', ')', ',', ';', ':', '<', '>', ' ']);
        let dotted = domain.contains('.') && !domain.ends_with('.') && !domain.contains("..");
        let legal = plain && dotted && local.len() <= 64 && address.len() <= Self::LONGEST;
        if legal && email_address::EmailAddress::is_valid(address) {
            Ok(Self(address.to_owned()))
        } else {
            Err(InvalidEmail::Malformed)
        }
    }

    /// The address as typed, for sending.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain, in lower case.
    pub fn domain(&self) -> String {
        self.0.rsplit_once('@').map(|(_, domain)| domain.to_lowercase()).unwrap_or_default()
    }

    /// The one spelling that all spellings of this mailbox share: lower case, without `+tag`; without dots
    /// where the provider ignores them (Gmail); with the provider's aliases (googlemail.com, me.com, pm.me …)
    /// made one.
    pub fn mailbox(&self) -> String {
        let lower = self.0.to_lowercase();
        let (local, domain) = lower.rsplit_once('@').unwrap_or((&lower, ""));
        let domain = match domain {
            "googlemail.com" => "gmail.com",
            "me.com" | "mac.com" => "icloud.com",
            "pm.me" | "protonmail.com" | "protonmail.ch" => "proton.me",
            other => other,
        };
        let untagged = match local.split_once('+') {
            Some((name, _)) if !name.is_empty() => name,
            _ => local,
        };
        if domain == "gmail.com" {
            format!("{}@{domain}", untagged.replace('.', ""))
        } else {
            format!("{untagged}@{domain}")
        }
    }
}

impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[hidden]")
    }
}

impl std::str::FromStr for EmailAddress {
    type Err = InvalidEmail;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;
    use proptest::prelude::*;

    fn mailbox(text: &str) -> String {
        EmailAddress::parse(text).unwrap().mailbox()
    }

    #[test]
    fn spellings_of_one_mailbox_are_one() {
        for spelling in ["Ana.Diaz+petition@GMAIL.com", "anadiaz@googlemail.com", " a.n.a.d.i.a.z@gmail.com "]
        {
            assert_eq!(mailbox(spelling), "anadiaz@gmail.com");
        }
        assert_eq!(mailbox("ANA+x@example.org"), "ana@example.org");
        assert_eq!(mailbox("ana@me.com"), mailbox("ana@icloud.com"));
    }

    #[test]
    fn dots_elsewhere_are_not_ignored() {
        assert_ne!(mailbox("ana.diaz@example.org"), mailbox("anadiaz@example.org"));
    }

    #[test]
    fn what_cannot_be_mailed_is_refused() {
        for text in [
            "ana",
            "ana@",
            "@example.org",
            "ana@localhost",
            "a na@example.org",
            "ana@example..org",
            "ana@example.org\r\nBcc: eve@example.org",
            "\"a b\"@example.org",
            "ana@[127.0.0.1]",
            "a@b@example.org",
        ] {
            assert_eq!(EmailAddress::parse(text), Err(InvalidEmail::Malformed), "{text}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(InvalidEmail::Empty));
    }

    proptest! {
        #[test]
        fn a_mailbox_is_its_own_mailbox(local in "[a-z.+]{1,12}", domain in "(gmail|googlemail|example)\\.com") {
            if let Ok(address) = EmailAddress::parse(&format!("{local}@{domain}"))
                && let Ok(again) = EmailAddress::parse(&address.mailbox())
            {
                prop_assert_eq!(again.mailbox(), address.mailbox());
            }
        }
    }
}
