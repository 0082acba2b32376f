//! What comes after the form: look in your mailbox.
//! It is the same page for a first signature and for an address that signed before; only the mailbox learns more.

use leptos::prelude::*;

use crate::campaign::model::CampaignView;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn sent_frame(words: Words) -> Page {
    Page::private(words.0, words.say("sent-title"))
}

/// The mailbox page. `loopback_mail` tells of the outbox, on a server that sends no mail yet and is tried out.
pub fn sent(words: Words, view: &CampaignView, loopback_mail: bool) -> AnyView {
    let open = words.say_with("sent-step-open", &[("title", (&view.title).into())]);
    let outbox = loopback_mail.then(|| {
        view! {
            <p class="notice" data-tone="plain">
                {words.say("sent-outbox")} " " <a href="/outbox">{words.say("sent-outbox-link")}</a>
            </p>
        }
    });
    view! {
        <div class="column">
            <h1>{words.say("sent-heading")}</h1>
            <p class="standfirst">{words.say("sent-lead")}</p>
            <ol class="steps">
                <li>{open}</li>
                <li>{words.say("sent-step-follow")}</li>
                <li>{words.say("sent-step-press")}</li>
            </ol>
            {outbox}
            <section>
                <h2>{words.say("sent-none-heading")}</h2>
                <ul class="plain-list">
                    <li>{words.say("sent-none-spam")}</li>
                    <li>
                        {words.say("sent-none-again")} " "
                        <a href=view.path(words.0, "/sign")>{words.say("sent-again-link")}</a>
                    </li>
                </ul>
                <p class="quiet">{words.say("sent-forget")}</p>
            </section>
            <p class="back"><a href=view.path(words.0, "")>{words.say("sign-back")}</a></p>
        </div>
    }
    .into_any()
}
