//! The mail of an update: what organizers wrote, the way to the campaign, and the way out.

use super::MailView;
use crate::words::Words;

/// What an update tells, and to whom.
#[derive(Debug, Clone)]
pub struct AboutNews {
    /// The reader's name, as typed.
    pub name: Option<String>,
    /// The campaign's title.
    pub title: String,
    /// Who writes, one after the other.
    pub hosts: String,
    /// The subject.
    pub subject: String,
    /// Paragraphs parted by an empty line.
    pub text: String,
    /// The campaign's page.
    pub campaign_url: String,
    /// Where the news is stopped; none on a copy for the organizer.
    pub leave_url: Option<String>,
}

/// An update that was asked for.
pub fn news(words: Words, about: &AboutNews) -> MailView {
    let values = [("title", (&about.title).into()), ("hosts", (&about.hosts).into())];
    let subject = match about.leave_url {
        Some(_) => about.subject.clone(),
        None => words.say_with("mail-news-copy-subject", &[("subject", (&about.subject).into())]),
    };
    let why = if about.leave_url.is_some() { "mail-news-why" } else { "mail-news-copy-why" };
    MailView {
        locale: words.0,
        subject,
        greeting: about.name.as_ref().map(|name| words.say_with("mail-greeting", &[("name", name.into())])),
        paragraphs: about.text.split("\n\n").map(str::to_owned).collect(),
        button: Some((words.say("mail-news-button"), about.campaign_url.clone())),
        after: vec![words.say_with("mail-news-after", &values)],
        why: words.say_with(why, &values),
        leave: about.leave_url.clone().map(|url| (words.say("mail-news-leave"), url)),
    }
}
