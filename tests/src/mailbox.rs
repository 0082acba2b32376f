//! The outgoing mail, as its receivers get it.

/// A mail.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The one receiver.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
}

/// The path of the first link in a mail's text that goes to this place (`/confirm/`, `/mine/` …).
pub fn link(mail: &Mail, place: &str) -> String {
    mail.text
        .split_whitespace()
        .find_map(|word| word.find(place).map(|at| word[at..].to_owned()))
        .unwrap_or_else(|| panic!("no {place} in: {}", mail.text))
}
