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

/// Writes a mail: whole or not at all, and for this user alone, since it holds an address and its links.
pub fn write(folder: &Path, id: MessageId, now: Timestamp, bytes: &[u8]) -> io::Result<()> {
    make_private(folder)?;
    let name = format!("{}-{id}", now.strftime("%Y%m%dT%H%M%S%3fZ"));
    let half = folder.join(format!(".{name}"));
    write_private(&half, bytes)
        .and_then(|()| std::fs::rename(&half, folder.join(format!("{name}.eml"))))
        .inspect_err(|_| {
            // On a full disk, say: what is not whole makes room again.
            let _ = std::fs::remove_file(&half);
        })
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let meta = std::fs::metadata(folder)?;
    if meta.permissions().mode() & 0o077 != 0 {
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

#[cfg(unix)]
fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    file.write_all(bytes)
}

#[cfg(not(unix))]
fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    std::fs::write(file, bytes)
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
