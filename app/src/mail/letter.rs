//! The mails about letters: would you co-sign, press the button, it counts, the text has changed.

use redress_domain::Standing;

use super::MailView;
use crate::words::Words;

/// What a mail about a letter tells.
#[derive(Debug, Clone)]
pub struct AboutLetter {
    /// The signatory's name, if it is known.
    pub name: Option<String>,
    /// The organization; empty of a person's own.
    pub organization: String,
    /// The letter's title.
    pub letter: String,
    /// The campaign's.
    pub campaign: String,
    /// Who hosts it.
    pub hosts: String,
    /// Until when, with the zone.
    pub deadline: Option<String>,
    /// The signatory's own page.
    pub mine_url: String,
    /// How long people are kept after the end.
    pub retention_days: u32,
}

fn mail(
    words: Words,
    kind: &str,
    about: &AboutLetter,
    button: Option<(&str, &str)>,
    leave: bool,
) -> MailView {
    let values = [
        ("organization", (&about.organization).into()),
        ("letter", (&about.letter).into()),
        ("campaign", (&about.campaign).into()),
        ("hosts", (&about.hosts).into()),
        ("deadline", about.deadline.clone().unwrap_or_default().into()),
        ("days", about.retention_days.into()),
    ];
    let say = |part: &str| words.say_with(&format!("mail-{kind}-{part}"), &values);
    let lead = if about.organization.is_empty() { "lead-person" } else { "lead" };
    let mut paragraphs = vec![say(lead)];
    if about.deadline.is_some() && kind == "letter-invitation" {
        paragraphs.push(say("deadline"));
    }
    let leave = leave.then(|| (words.say("mail-letter-leave"), about.mine_url.clone()));
    MailView { paragraphs, leave, ..MailView::of(words, kind, about.name.as_ref(), &values, button) }
}

/// Would your organization co-sign.
pub fn letter_invitation(words: Words, about: &AboutLetter, url: &str) -> MailView {
    mail(words, "letter-invitation", about, Some(("mail-letter-invitation-button", url)), false)
}

/// Press the button. Where the mailbox does not speak for the organization, it says so, and what to do.
pub fn confirm_co_signature(
    words: Words,
    about: &AboutLetter,
    url: &str,
    standing: Standing,
    domain: &str,
) -> MailView {
    let mut view =
        mail(words, "confirm-co-signature", about, Some(("mail-confirm-co-signature-button", url)), true);
    if !about.organization.is_empty() && standing != Standing::OfDomain {
        let values = [("organization", (&about.organization).into()), ("domain", domain.into())];
        view.after.insert(0, words.say_with(&format!("letter-standing-{standing}"), &values));
    }
    view
}

/// A host has vouched.
pub fn co_signature_counts(words: Words, about: &AboutLetter) -> MailView {
    mail(words, "co-signature-counts", about, None, true)
}

/// The text was changed in substance.
pub fn letter_changed(words: Words, about: &AboutLetter, note: &str) -> MailView {
    let url = about.mine_url.clone();
    let mut view = mail(words, "letter-changed", about, Some(("mail-letter-changed-button", &url)), false);
    if !note.is_empty() {
        view.paragraphs.push(words.say_with("mail-letter-changed-note", &[("note", note.into())]));
    }
    view
}
