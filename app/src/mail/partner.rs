//! The mails to partners: come, and what the hosts said to the words you would ask in.

use super::MailView;
use crate::words::Words;

/// What a mail to a partner tells about.
#[derive(Debug, Clone)]
pub struct AboutPartner {
    /// The name of the person there.
    pub name: Option<String>,
    /// The organization's.
    pub organization: String,
    /// The host that writes.
    pub host: String,
    /// The campaign's title.
    pub title: String,
    /// The partner's own page.
    pub page_url: String,
}

fn mail(words: Words, kind: &str, about: &AboutPartner) -> MailView {
    let values = [
        ("organization", (&about.organization).into()),
        ("host", (&about.host).into()),
        ("title", (&about.title).into()),
    ];
    let button = Some(("mail-partner-button", about.page_url.as_str()));
    MailView::of(words, kind, about.name.as_ref(), &values, button)
}

/// Bring your people: the link of the partner's page.
pub fn partner_invitation(words: Words, about: &AboutPartner) -> MailView {
    mail(words, "partner-invitation", about)
}

/// A host has agreed to the words, or has not.
pub fn wording_decided(words: Words, about: &AboutPartner, agreed: bool) -> MailView {
    mail(words, if agreed { "wording-agreed" } else { "wording-refused" }, about)
}
