//! The outgoing mail, as its receivers get it.

use std::path::Path;

use mail_parser::{MessageParser, MimeHeaders as _};

/// A mail.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The one receiver.
    pub to: String,
    /// Every receiver there is: To, Cc and Bcc.
    pub receivers: Vec<String>,
    /// The name it greets on the outside, if it has one.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The head, as it stands: names and values, folded lines made one.
    pub head: Vec<(String, String)>,
}

impl Mail {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.head.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}

/// The path of the first link in a mail's text that goes to this place (`/confirm/`, `/mine/` …).
pub fn link(mail: &Mail, place: &str) -> String {
    mail.text
        .split_whitespace()
        .find_map(|word| word.find(place).map(|at| word[at..].to_owned()))
        .unwrap_or_else(|| panic!("no {place} in: {}", mail.text))
}

/// Every mail in the folder, oldest first.
pub(crate) fn read_all(folder: &Path) -> Vec<Mail> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.ends_with(".eml") && !name.starts_with('.')
        })
        .collect();
    files.sort();
    files.iter().map(|file| read(&std::fs::read(file).unwrap())).collect()
}

/// How many are in the folder.
pub(crate) fn count(folder: &Path) -> usize {
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            let name = name.to_string_lossy();
            name.ends_with(".eml") && !name.starts_with('.')
        })
        .count()
}

fn read(bytes: &[u8]) -> Mail {
    let mail = MessageParser::default().parse(bytes).unwrap();
    let addresses = |list: Option<&mail_parser::Address<'_>>| -> Vec<String> {
        list.into_iter()
            .flat_map(mail_parser::Address::iter)
            .filter_map(|address| address.address().map(str::to_owned))
            .collect()
    };
    let to = addresses(mail.to());
    let receivers = [to.clone(), addresses(mail.cc()), addresses(mail.bcc())].concat();
    let part = |kind: &str| {
        let found = mail.parts.iter().find(|part| {
            part.content_type().and_then(|found| found.subtype()).is_some_and(|found| found == kind)
        });
        found.and_then(|part| part.text_contents()).unwrap_or_default().to_owned()
    };
    let (text, html) = (part("plain"), part("html"));
    let raw = String::from_utf8_lossy(bytes);
    let head = raw.split_once("\r\n\r\n").unwrap().0.replace("\r\n ", " ").replace("\r\n\t", " ");
    Mail {
        to: to.first().cloned().unwrap_or_default(),
        receivers,
        to_name: mail.to().and_then(|to| to.first()).and_then(|to| to.name()).unwrap_or_default().to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        text,
        html,
        head: head
            .split("\r\n")
            .map(|line| {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                (name.to_owned(), value.trim().to_owned())
            })
            .collect(),
    }
}
