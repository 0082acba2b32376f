//! The mails about testimony: to confirm it, and to find it again.

use super::MailView;
use crate::words::Words;

/// What a mail to a writer tells about.
#[derive(Debug, Clone)]
pub struct AboutTestimony {
    /// The writer's name, as typed.
    pub name: Option<String>,
    /// The campaign's title.
    pub title: String,
    /// The hearing's, if it is for one.
    pub hearing: Option<String>,
    /// The writer's own page.
    pub mine_url: String,
    /// How long people are kept after the end.
    pub retention_days: u32,
}

/// A mail about a testimony: `mail-KIND-subject`, `-lead`, `-after` and `-why`.
pub fn mail(words: Words, kind: &str, about: &AboutTestimony, button: Option<(&str, &str)>) -> MailView {
    let what = about.hearing.as_ref().unwrap_or(&about.title);
    let values =
        [("title", (&about.title).into()), ("what", what.into()), ("days", about.retention_days.into())];
    let leave = Some((words.say("mail-testimony-leave"), about.mine_url.clone()));
    MailView { leave, ..MailView::of(words, kind, about.name.as_ref(), &values, button) }
}

/// Press the button, and the testimony goes to the coordinators.
pub fn confirm_testimony(words: Words, about: &AboutTestimony, url: &str) -> MailView {
    mail(words, "confirm-testimony", about, Some(("mail-confirm-testimony-button", url)))
}

/// The one reminder to confirm.
pub fn testimony_reminder(words: Words, about: &AboutTestimony, url: &str) -> MailView {
    mail(words, "testimony-reminder", about, Some(("mail-confirm-testimony-button", url)))
}

/// The writer's own link again.
pub fn testimony_link(words: Words, about: &AboutTestimony) -> MailView {
    mail(words, "testimony-link", about, None)
}
