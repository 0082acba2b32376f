//! Mail: composed once, sent by SMTP or written to a folder.
//! It decides nothing about who gets what; that is in the outbox. It never logs an address.

pub mod folder;
mod transport;

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use redress_app::mail::MailView;
use redress_domain::Recipient;

pub use transport::{SendError, Transport, TransportRefused};

/// What is on the outside.
pub struct Envelope<'a> {
    /// REDRESS_MAIL_FROM
    pub from: &'a str,
    /// The one receiver.
    pub to: &'a Recipient,
    /// The same at every attempt, so that a receiver's server can tell a repetition.
    pub message_id: String,
    /// When it is sent.
    pub date: Timestamp,
    /// The one-click address of RFC 8058, on mails to signers.
    pub unsubscribe: Option<String>,
}

/// Why a mail cannot be composed.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// An address that lettre does not take.
    #[error("an address is not one that mail can be sent to")]
    Address,
    /// lettre's own refusal.
    #[error("the mail could not be put together: {0}")]
    Message(#[from] lettre::error::Error),
}

macro_rules! text_header {
    ($($type:ident = $name:literal),+) => { $(
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )+ };
}
text_header!(
    ListUnsubscribe = "List-Unsubscribe",
    ListUnsubscribePost = "List-Unsubscribe-Post",
    AutoSubmitted = "Auto-Submitted",
    ContentLanguage = "Content-Language"
);

/// Puts a mail together: multipart/alternative, text first.
pub fn compose(envelope: &Envelope<'_>, mail: &MailView) -> Result<lettre::Message, ComposeError> {
    let from: Mailbox = envelope.from.parse().map_err(|_| ComposeError::Address)?;
    let address = envelope.to.email.as_str().parse().map_err(|_| ComposeError::Address)?;
    // One line each, whatever stands in them: a name or a title never becomes a header.
    // A mail that greets nobody names nobody: a mailbox is not told who else signed with it.
    let name = mail.greeting.as_ref().and(envelope.to.name.as_deref()).map(redress_domain::clean_line);
    let subject = redress_domain::clean_line(&mail.subject);
    let mut builder = lettre::Message::builder()
        .from(from)
        .to(Mailbox::new(name, address))
        .subject(subject)
        .message_id(Some(envelope.message_id.clone()))
        .date(SystemTime::from(envelope.date))
        .header(AutoSubmitted("auto-generated".to_owned()))
        .header(ContentLanguage(mail.locale.code().to_owned()));
    if let Some(url) = &envelope.unsubscribe {
        builder = builder
            .header(ListUnsubscribe(format!("<{url}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    let part = |kind: ContentType, body: String| {
        SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(body)
    };
    Ok(builder.multipart(
        MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, redress_app::mail::text(mail)))
            .singlepart(part(ContentType::TEXT_HTML, redress_app::mail::html(mail))),
    )?)
}

/// Every kind of mail in every language has its messages; a sentence names what is missing.
pub fn check() -> Result<(), String> {
    use redress_app::mail;
    use redress_app::words::Words;
    for locale in redress_domain::Locale::ALL {
        let words = Words(*locale);
        for view in mail::samples(words) {
            let text = mail::text(&view);
            if text.contains("mail-") || text.contains("role-") || view.subject.contains("mail-") {
                return Err(format!("a mail in {locale} lacks a message"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;
    use redress_domain::{EmailAddress, Locale};

    #[test]
    fn a_line_break_never_becomes_a_header() {
        let to = Recipient {
            email: EmailAddress::parse("ana@example.org").unwrap(),
            name: Some("Ana\r\nBcc: eve@example.org".to_owned()),
        };
        let mail = MailView {
            locale: Locale::En,
            subject: "Hello\r\nX-Evil: 1".to_owned(),
            greeting: Some("Dear Ana".to_owned()),
            paragraphs: vec!["Text".to_owned()],
            button: None,
            after: Vec::new(),
            why: "Why".to_owned(),
            leave: None,
        };
        let envelope = Envelope {
            from: "Redress <redress@localhost>",
            to: &to,
            message_id: "<1@localhost>".to_owned(),
            date: Timestamp::UNIX_EPOCH,
            unsubscribe: Some("https://r.example/mine/x/unsubscribe".to_owned()),
        };
        let bytes = compose(&envelope, &mail).unwrap().formatted();
        let text = String::from_utf8(bytes).unwrap();
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc:") || line.starts_with("X-Evil:")), "{head}");
        assert_eq!(head.lines().filter(|line| line.starts_with("To:")).count(), 1);
        assert!(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }
}
