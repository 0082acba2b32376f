//! The mails that coordinators and time send to writers of testimony: sent back with a reason, a cut-off that is
//! near, a hearing to speak at tomorrow.

use super::{AboutTestimony, MailView};
use crate::words::Words;

/// When and where a hearing is; each said only where it is known.
#[derive(Debug, Clone)]
pub struct When {
    /// Day, time and zone, in the receiver's language.
    pub moment: String,
    /// Where; may be empty.
    pub place: String,
    /// The address to join online; may be empty.
    pub link: String,
    /// Minutes a speaker has.
    pub minutes: u32,
    /// About how many words that is in the language of the text.
    pub words: u32,
}

fn mail(
    words: Words,
    kind: &str,
    about: &AboutTestimony,
    moment: &str,
    paragraphs: Vec<String>,
    button: &str,
) -> MailView {
    let what = about.hearing.as_ref().unwrap_or(&about.title);
    let values = [("title", (&about.title).into()), ("what", what.into()), ("when", moment.into())];
    let say = |part: &str| words.say_with(&format!("mail-{kind}-{part}"), &values);
    MailView {
        locale: words.0,
        subject: say("subject"),
        greeting: about.name.as_ref().map(|name| words.say_with("mail-greeting", &[("name", name.into())])),
        paragraphs: std::iter::once(say("lead")).chain(paragraphs).collect(),
        button: Some((words.say(button), about.mine_url.clone())),
        after: vec![say("after")],
        why: say("why"),
        leave: None,
    }
}

/// A coordinator sent it back: why, and until when it can be sent again.
pub fn testimony_returned(
    words: Words,
    about: &AboutTestimony,
    reason: &str,
    cutoff: Option<&str>,
) -> MailView {
    let mut paragraphs: Vec<String> = reason.split("\n\n").map(str::to_owned).collect();
    paragraphs
        .extend(cutoff.map(|when| words.say_with("mail-testimony-returned-until", &[("when", when.into())])));
    mail(words, "testimony-returned", about, "", paragraphs, "mail-testimony-returned-button")
}

/// It was sent back, is not sent again, and the cut-off is near.
pub fn returned_reminder(words: Words, about: &AboutTestimony, cutoff: &str) -> MailView {
    mail(words, "returned-reminder", about, cutoff, Vec::new(), "mail-testimony-returned-button")
}

/// You speak: when and where, or the link to join.
pub fn speaker_reminder(words: Words, about: &AboutTestimony, when: &When) -> MailView {
    let known = |key: &str, value: &String| {
        (!value.is_empty()).then(|| words.say_with(key, &[("value", value.into())]))
    };
    let time = [("minutes", when.minutes.into()), ("words", when.words.into())];
    let paragraphs = [
        known("mail-speaker-reminder-place", &when.place),
        known("mail-speaker-reminder-join", &when.link),
        Some(words.say_with("mail-speaker-reminder-minutes", &time)),
    ];
    let paragraphs = paragraphs.into_iter().flatten().collect();
    mail(words, "speaker-reminder", about, &when.moment, paragraphs, "mail-speaker-reminder-button")
}
