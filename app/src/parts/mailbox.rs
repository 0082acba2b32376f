//! What comes after a form that a mailbox confirms: look in your mailbox.
//! It is the same page whatever the mailbox gave before; only the mailbox learns more.

use leptos::prelude::*;

use crate::shell::Page;
use crate::words::Words;

/// What a form says of its own on the page after it.
pub(crate) struct AfterForm {
    /// What was sent, and that a mailbox has to say yes.
    pub lead: String,
    /// How to know the mail.
    pub open: String,
    /// What its button does.
    pub press: String,
    /// What to do where no mail comes.
    pub again: AnyView,
    /// What becomes of it where nobody says yes.
    pub forget: String,
    /// The way back: its words, and where it goes.
    pub back: (String, String),
}

/// What the shell needs to know of the page.
pub fn sent_frame(words: Words) -> Page {
    Page::private(words.0, words.say("sent-title"))
}

/// The page. `loopback_mail` tells of the outbox, on a server that sends no mail yet and is tried out.
pub(crate) fn look_in_mailbox(words: Words, form: AfterForm, loopback_mail: bool) -> AnyView {
    let outbox = loopback_mail.then(|| {
        view! {
            <p class="notice" data-tone="plain">
                {words.say("sent-outbox")} " " <a href="/outbox">{words.say("sent-outbox-link")}</a>
            </p>
        }
    });
    let (back, there) = form.back;
    view! {
        <div class="column">
            <h1>{words.say("sent-heading")}</h1>
            <p class="standfirst">{form.lead}</p>
            <ol class="steps">
                <li>{form.open}</li>
                <li>{words.say("sent-step-follow")}</li>
                <li>{form.press}</li>
            </ol>
            {outbox}
            <section>
                <h2>{words.say("sent-none-heading")}</h2>
                <ul class="plain-list">
                    <li>{words.say("sent-none-spam")}</li>
                    <li>{form.again}</li>
                </ul>
                <p class="quiet">{form.forget}</p>
            </section>
            <p class="back"><a href=there>{back}</a></p>
        </div>
    }
    .into_any()
}
