//! After the form: look in your mailbox; and the page the mail leads to, with one button or what became of it.
//! Looking changes nothing, and the page after the form tells nobody whether an organization is known.

use leptos::prelude::*;
use redress_domain::{Slug, Standing};

use super::model::{AboutCampaign, ConfirmLetterState, ConfirmLetterView};
use super::page::{body, head};
use crate::parts::{AfterForm, Notice, Tone, look_in_mailbox};
use crate::shell::Page;
use crate::words::Words;

/// Look in your mailbox: the same page whatever the mailbox gave before.
pub fn sent(words: Words, campaign: &AboutCampaign, letter: &Slug, loopback_mail: bool) -> AnyView {
    let form = AfterForm {
        lead: words.say("letter-sent-lead"),
        open: words.say("letter-sent-open"),
        press: words.say("letter-sent-press"),
        again: words.say("letter-sent-again").into_any(),
        forget: words.say("sent-forget"),
        back: (words.say("letter-back"), campaign.path(words.0, &format!("/letters/{letter}"))),
    };
    look_in_mailbox(words, form, loopback_mail)
}

/// What the shell needs to know of the page.
pub fn confirm_frame(words: Words, view: &ConfirmLetterView) -> Page {
    Page::private(words.0, words.say(heading(view)))
}

const fn heading(view: &ConfirmLetterView) -> &'static str {
    match view.state {
        ConfirmLetterState::Ready(_) => "letter-confirm-heading",
        ConfirmLetterState::Counts => "letter-counts-heading",
        ConfirmLetterState::Waits(_) => "letter-waits-heading",
        ConfirmLetterState::Taken(_) => "letter-taken-heading",
        ConfirmLetterState::Stale => "letter-stale-heading",
        ConfirmLetterState::Lapsed => "letter-lapsed-heading",
        ConfirmLetterState::Withdrawn => "letter-withdrawn-heading",
        ConfirmLetterState::TooLate => "letter-too-late-heading",
    }
}

/// Why a mailbox does not speak for an organization, and what to do.
fn why(words: Words, standing: Standing, organization: &str, domain: &str) -> String {
    let values = [("organization", organization.into()), ("domain", domain.into())];
    words.say_with(&format!("letter-standing-{standing}"), &values)
}

/// What the confirmation link can still do.
pub fn confirm(words: Words, view: &ConfirmLetterView) -> AnyView {
    let values = [
        ("organization", (&view.organization).into()),
        ("name", (&view.name).into()),
        ("title", (&view.title).into()),
        ("letter", (&view.text.title).into()),
    ];
    let mine = view! { <li><a href=view.mine.clone()>{words.say("letter-mine-link")}</a></li> };
    let button = |label: &str| {
        let label = words.say(label);
        // Without an action the form goes to the page's own address, token and language included.
        view! { <form class="form" method="post"><button class="button">{label}</button></form> }
    };
    let content = match &view.state {
        ConfirmLetterState::Ready(standing) => {
            let lead = if view.individual { "letter-confirm-lead-person" } else { "letter-confirm-lead" };
            let care = (!view.individual && *standing != Standing::OfDomain).then(|| {
                let why = why(words, *standing, &view.organization, &view.domain);
                view! { <Notice tone=Tone::Care><p>{why}</p></Notice> }
            });
            view! {
                <p class="standfirst">{words.say_with(lead, &values)}</p>
                {care}
                {button("letter-confirm-button")}
                <article class="sheet">{head(words, &view.text)} {body(&view.text)}</article>
                <p class="quiet">{words.say("letter-confirm-not-you")}</p>
            }
            .into_any()
        }
        ConfirmLetterState::Counts => {
            let lead = if view.individual { "letter-counts-person" } else { "letter-counts" };
            view! { <p class="standfirst">{words.say_with(lead, &values)}</p> }.into_any()
        }
        ConfirmLetterState::Waits(standing) => {
            let why = why(words, *standing, &view.organization, &view.domain);
            view! {
                <p class="standfirst">{words.say("letter-waits")}</p>
                <p>{why}</p>
            }
            .into_any()
        }
        ConfirmLetterState::Taken(title) => {
            let values = [("organization", (&view.organization).into()), ("title", title.into())];
            let key = if title.is_empty() { "letter-taken-unknown" } else { "letter-taken" };
            view! {
                <p class="standfirst">{words.say_with(key, &values)}</p>
                <p>{words.say("letter-taken-then")}</p>
                {button("letter-taken-button")}
            }
            .into_any()
        }
        ConfirmLetterState::Stale => view! {
            <p class="standfirst">{words.say("letter-stale")}</p>
            <p><a class="button" href=view.mine.clone()>{words.say("letter-stale-link")}</a></p>
        }
        .into_any(),
        ConfirmLetterState::Lapsed => {
            view! { <p class="standfirst">{words.say("letter-lapsed")}</p> }.into_any()
        }
        ConfirmLetterState::Withdrawn => {
            view! { <p class="standfirst">{words.say("letter-withdrawn")}</p> }.into_any()
        }
        ConfirmLetterState::TooLate => {
            view! { <p class="standfirst">{words.say("letter-too-late")}</p> }.into_any()
        }
    };
    let back = view.campaign.path(words.0, &format!("/letters/{}", view.letter));
    view! {
        <div class="column writing">
            <h1>{words.say(heading(view))}</h1>
            {content}
            <ul class="back">
                {mine}
                <li><a href=back>{words.say("letter-back")}</a></li>
            </ul>
        </div>
    }
    .into_any()
}
