//! `/admin/hosts/{token}`: an organization is asked to host a campaign with others.
//! Opening it joins nothing; the button does.

use leptos::prelude::*;

use super::hosts::rights;
use super::model::JoiningView;
use crate::desk::{Desk, frame};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words) -> Page {
    crate::desk::head(words, &words.say("joining-title"), false)
}

/// The campaign, what is agreed, and the button.
pub fn page(words: Words, desk: &Desk, view: &JoiningView) -> AnyView {
    let organization = || (&view.organization).into();
    let hosts: Vec<_> = view.hosts.iter().map(|name| view! { <li>{name.clone()}</li> }).collect();
    let note = (!view.note.is_empty()).then(|| {
        view! {
            <section aria-labelledby="agreed">
                <h2 id="agreed">{words.say("joining-agreed")}</h2>
                <p class="typed" dir="auto">{view.note.clone()}</p>
            </section>
        }
    });
    let button = if view.already {
        let said = words.say_with("joining-already", &[("organization", organization())]);
        view! { <p class="notice" data-tone="care">{said}</p> }.into_any()
    } else {
        let said = words.say_with("joining-button", &[("organization", organization())]);
        view! {
            <form method="post"><button class="button">{said}</button></form>
            <p class="quiet">{words.say("joining-after")}</p>
        }
        .into_any()
    };
    let content = view! {
        <header class="page-head"><h1>{view.title.clone()}</h1></header>
        <p class="lead">{words.say_with("joining-lead", &[("organization", organization())])}</p>
        <section aria-labelledby="joining-hosts">
            <h2 id="joining-hosts">{words.say("joining-hosts")}</h2>
            <ul class="agreements">{hosts}</ul>
        </section>
        <section aria-labelledby="joining-rights">
            <h2 id="joining-rights">{words.say("joining-rights")}</h2>
            {rights(words, &view.rights)}
        </section>
        {note}
        {button}
    };
    frame(words, desk, content).into_any()
}

/// What the shell needs to know of a link that no longer holds.
pub fn gone_head(words: Words) -> Page {
    crate::desk::head(words, &words.say("joining-gone-title"), false)
}

/// The link was used, has run out, or was taken back.
pub fn gone(words: Words, desk: &Desk) -> AnyView {
    let content = view! {
        <header class="page-head"><h1>{words.say("joining-gone-title")}</h1></header>
        <p class="lead">{words.say("joining-gone")}</p>
    };
    frame(words, desk, content).into_any()
}
