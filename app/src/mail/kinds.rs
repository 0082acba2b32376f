//! One function per kind of mail: which messages it is made of.

use jiff::civil::Date;
use redress_domain::Role;

use super::MailView;
use crate::dates;
use crate::words::Words;

/// What a mail to a signer tells about.
#[derive(Debug, Clone)]
pub struct About {
    /// The signer's name, as typed.
    pub name: Option<String>,
    /// The campaign's title.
    pub title: String,
    /// Whom it is addressed to.
    pub target_line: String,
    /// The campaign's page.
    pub campaign_url: String,
    /// The signer's own page.
    pub mine_url: String,
    /// The day the signature came in.
    pub signed_on: Date,
    /// How long people are kept after the end.
    pub retention_days: u32,
}

fn mail(words: Words, kind: &str, about: &About, button: Option<(&str, &str)>) -> MailView {
    let day = dates::full_day(words, about.signed_on);
    let values = [
        ("title", (&about.title).into()),
        ("target", (&about.target_line).into()),
        ("day", (&day).into()),
        ("days", about.retention_days.into()),
    ];
    let leave = Some((words.say("mail-leave"), about.mine_url.clone()));
    MailView { leave, ..MailView::of(words, kind, about.name.as_ref(), &values, button) }
}

/// Press the button, and the signature counts.
pub fn confirm(words: Words, about: &About, url: &str) -> MailView {
    mail(words, "confirm", about, Some(("mail-confirm-button", url)))
}

/// The one reminder.
pub fn reminder(words: Words, about: &About, url: &str) -> MailView {
    mail(words, "reminder", about, Some(("mail-confirm-button", url)))
}

/// You have signed already: this is when, this is how to withdraw.
pub fn already_signed(words: Words, about: &About) -> MailView {
    mail(words, "already-signed", about, None)
}

/// Somebody else signed with this mailbox, and it was not counted. It never tells who: the greeting goes too.
pub fn mailbox_taken(words: Words, about: &About) -> MailView {
    MailView { greeting: None, ..mail(words, "mailbox-taken", about, None) }
}

/// Come and join the team.
pub fn invitation(words: Words, organization: &str, role: Role, url: &str) -> MailView {
    let role = words.say(&format!("role-{role}"));
    let values = [("organization", organization.into()), ("role", (&role).into())];
    MailView {
        locale: words.0,
        subject: words.say_with("mail-invitation-subject", &values),
        greeting: None,
        paragraphs: vec![words.say_with("mail-invitation-lead", &values)],
        button: Some((words.say("mail-invitation-button"), url.to_owned())),
        after: vec![words.say("mail-invitation-after")],
        why: words.say_with("mail-invitation-why", &values),
        leave: None,
    }
}
