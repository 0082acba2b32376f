//! Mail as `.eml` files in a folder, for trying Redress out, and the reader of that folder.

use std::io;
use std::path::Path;

use jiff::Timestamp;
use mail_parser::MessageParser;
use redress_domain::MessageId;

/// A mail in the folder.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The file's name without its ending.
    pub id: String,
    /// Whom it goes to.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was sent.
    pub date: Timestamp,
    /// The text part.
    pub text: String,
}

/// Writes a mail: whole or not at all. The same mail written again replaces itself.
pub fn write(folder: &Path, id: MessageId, now: Timestamp, bytes: &[u8]) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let name = format!("{}-{id}", now.strftime("%Y%m%dT%H%M%S%3fZ"));
    let half = folder.join(format!(".{name}"));
    std::fs::write(&half, bytes)?;
    std::fs::rename(half, folder.join(format!("{name}.eml")))
}

/// The newest two hundred, newest first.
pub fn list(folder: &Path) -> io::Result<Vec<Filed>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".eml")?.to_owned()))
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.iter().take(200).map(|name| read(folder, name)).collect()
}

/// The HTML part of a mail.
pub fn html(folder: &Path, id: &str) -> io::Result<String> {
    let bytes = bytes(folder, id)?;
    let mail = MessageParser::default().parse(&bytes).ok_or(io::ErrorKind::InvalidData)?;
    Ok(mail.body_html(0).unwrap_or_default().into_owned())
}

fn bytes(folder: &Path, id: &str) -> io::Result<Vec<u8>> {
    let plain =
        !id.starts_with('.') && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
    if !plain {
        return Err(io::ErrorKind::NotFound.into());
    }
    std::fs::read(folder.join(format!("{id}.eml")))
}

/// One mail.
pub fn read(folder: &Path, id: &str) -> io::Result<Filed> {
    let bytes = bytes(folder, id)?;
    let mail = MessageParser::default().parse(&bytes).ok_or(io::ErrorKind::InvalidData)?;
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default();
    Ok(Filed {
        id: id.to_owned(),
        to: to.to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        date: mail
            .date()
            .and_then(|date| Timestamp::from_second(date.to_timestamp()).ok())
            .unwrap_or(Timestamp::UNIX_EPOCH),
        text: mail.body_text(0).unwrap_or_default().into_owned(),
    })
}
