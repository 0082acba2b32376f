//! The mails: what each says, as text and as HTML, in the receiver's language.
//! It sends nothing; a mail is one sentence, one button, why you got it, and how to leave.

mod coordination;
mod kinds;
mod letter;
mod news;
mod partner;
mod samples;
mod testimony;

use leptos::prelude::*;
use redress_domain::Locale;

use crate::words::{Value, Words};

pub use coordination::{When, returned_reminder, speaker_reminder, testimony_returned};
pub use kinds::{About, already_signed, confirm, invitation, mailbox_taken, reminder};
pub use letter::{AboutLetter, co_signature_counts, confirm_co_signature, letter_changed, letter_invitation};
pub use news::{AboutNews, news};
pub use partner::{AboutPartner, partner_invitation, wording_decided};
pub use samples::samples;
pub use testimony::{AboutTestimony, confirm_testimony, testimony_link, testimony_reminder};

/// A mail, before it has a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailView {
    /// The language.
    pub locale: Locale,
    /// The subject: one line.
    pub subject: String,
    /// The first line, if a name is known.
    pub greeting: Option<String>,
    /// What it is about.
    pub paragraphs: Vec<String>,
    /// What to do: the button's words, and where it goes.
    pub button: Option<(String, String)>,
    /// What to know besides.
    pub after: Vec<String>,
    /// Why it came.
    pub why: String,
    /// How to leave: the link's words, and where it goes.
    pub leave: Option<(String, String)>,
}

impl MailView {
    /// The mail of the messages `mail-KIND-subject`, `-lead`, `-after` and `-why`, to whoever has this name. `button`
    /// is a message's key and an address.
    fn of(
        words: Words,
        kind: &str,
        name: Option<&String>,
        values: &[(&str, Value<'_>)],
        button: Option<(&str, &str)>,
    ) -> Self {
        let say = |part: &str| words.say_with(&format!("mail-{kind}-{part}"), values);
        Self {
            locale: words.0,
            subject: say("subject"),
            greeting: name.map(|name| words.say_with("mail-greeting", &[("name", name.into())])),
            paragraphs: vec![say("lead")],
            button: button.map(|(label, url)| (words.say(label), url.to_owned())),
            after: vec![say("after")],
            why: say("why"),
            leave: None,
        }
    }
}

/// Lines of plain mail are at most this long, links apart (RFC 3676).
const WIDTH: usize = 72;

/// The text part: complete by itself.
pub fn text(mail: &MailView) -> String {
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(mail.greeting.iter().map(|line| wrap(line)));
    blocks.extend(mail.paragraphs.iter().map(|paragraph| wrap(paragraph)));
    blocks.extend(mail.button.iter().map(|(label, url)| format!("{}:\n{url}", wrap(label))));
    blocks.extend(mail.after.iter().map(|paragraph| wrap(paragraph)));
    blocks.push("--".to_owned());
    blocks.push(wrap(&mail.why));
    blocks.extend(mail.leave.iter().map(|(label, url)| format!("{}:\n{url}", wrap(label))));
    blocks.join("\n\n") + "\n"
}

fn wrap(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

/// The HTML part: no picture, no font, no request to anybody; it follows the reader's dark scheme.
pub fn html(mail: &MailView) -> String {
    const BODY: &str = "margin:0;padding:24px 16px;background:#faf7f0;color:#1c1a15;\
                        font:17px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";
    const BUTTON: &str = "display:inline-block;background:#1d4468;color:#fffdf8;text-decoration:none;\
                          font-weight:600;padding:12px 20px;border-radius:3px";
    const SMALL: &str = "font-size:14px;line-height:1.5;color:#5d574a";
    const SCHEME: &str = ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){\
                          body{background:#15140f!important;color:#ece7db!important}\
                          .small,.small a{color:#aba392!important}\
                          .button{background:#9cc3e8!important;color:#10202f!important}}";
    let mail = mail.clone();
    let paragraph = |text: String| view! { <p style="margin:0 0 16px">{text}</p> };
    let page = view! {
        <!DOCTYPE html>
        <html lang=mail.locale.code() dir=mail.locale.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{mail.subject}</title>
                <style inner_html=SCHEME></style>
            </head>
            <body style=BODY>
                <div style="max-width:34em;margin:0 auto">
                    {mail.greeting.map(paragraph)}
                    {mail.paragraphs.into_iter().map(paragraph).collect_view()}
                    {mail.button.map(|(label, url)| view! {
                        <p style="margin:24px 0"><a class="button" style=BUTTON href=url>{label}</a></p>
                    })}
                    {mail.after.into_iter().map(paragraph).collect_view()}
                    <div class="small" style=SMALL>
                        <hr style="border:0;border-top:1px solid #d9d1bf;margin:24px 0 12px"/>
                        <p style="margin:0 0 8px">{mail.why}</p>
                        {mail.leave.map(|(label, url)| view! {
                            <p style="margin:0"><a style="color:#5d574a" href=url>{label}</a></p>
                        })}
                    </div>
                </div>
            </body>
        </html>
    };
    Owner::new().with(|| page.to_html())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn every() -> Vec<MailView> {
        Locale::ALL.iter().flat_map(|locale| samples(Words(*locale))).collect()
    }

    #[test]
    fn each_link_is_there_once_in_text_and_in_html() {
        for mail in every() {
            let (text, html) = (text(&mail), html(&mail));
            for (_, url) in mail.button.iter().chain(&mail.leave) {
                assert_eq!(text.matches(url.as_str()).count(), 1, "{text}");
                assert_eq!(html.matches(url.as_str()).count(), 1, "{html}");
            }
        }
    }

    #[test]
    fn a_name_is_text_and_no_message_is_missing() {
        for mail in every() {
            let (text, html) = (text(&mail), html(&mail));
            assert!(!html.contains("<b>"), "{html}");
            assert!(!text.contains("mail-") && !text.contains("{ $"), "{text}");
            assert!(text.lines().all(|line| line.chars().count() <= WIDTH || line.contains("://")), "{text}");
        }
    }
}
