//! The form on a page of its own: what a refused form comes back as, and where the telephone's 'Sign' leads.
//! It shows the text that is signed and nothing that distracts from it.

use leptos::prelude::*;

use super::form::{Place, form};
use super::model::SignFormView;
use crate::campaign::model::CampaignView;
use crate::campaign::{count, letter, no_form, standing};
use crate::parts::ErrorSummary;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page; with errors the title begins with `Error:`.
pub fn frame(words: Words, view: &CampaignView, sign: &SignFormView, base_url: &str) -> Page {
    let title = words.say_with("sign-title", &[("title", (&view.title).into())]);
    Page {
        locale: words.0,
        title: if sign.errors.is_empty() {
            title
        } else {
            words.say_with("error-title", &[("title", title.into())])
        },
        description: String::new(),
        path: format!("/c/{}/sign", view.slug),
        languages: view.languages.clone(),
        base_url: base_url.to_owned(),
        // The campaign's page is the one to be found.
        indexed: false,
        desk: false,
        islands: view.state.is_open(),
    }
}

/// The page of signing, empty or with what was typed and everything that is wrong with it.
pub fn page(words: Words, view: &CampaignView, sign: &SignFormView) -> AnyView {
    let body = if view.state.is_open() {
        view! {
            <p class="ask">{view.ask.clone()}</p>
            <details class="folded">
                <summary>{words.say("sign-read")}</summary>
                <p class="quiet">{words.say("sign-text")}</p>
                {letter(&view.petition.text)}
            </details>
            {form(words, view, sign, Place::Own)}
        }
        .into_any()
    } else {
        view! {
            {count(words, view)}
            {no_form(words, view)}
        }
        .into_any()
    };
    view! {
        <div class="column">
            <ErrorSummary words errors=&sign.errors/>
            <header class="lede">
                <p class="eyebrow">
                    <strong>{standing(words, view)}</strong>
                    <span>{view.target_line.clone()}</span>
                </p>
                <h1>{view.title.clone()}</h1>
            </header>
            {body}
            <p class="back"><a href=view.path(words.0, "")>{words.say("sign-back")}</a></p>
        </div>
    }
    .into_any()
}
