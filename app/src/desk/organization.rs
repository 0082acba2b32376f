//! `/admin/organization`: what the public reads of the organization, and how its team works.
//! It changes no role and no campaign.

use leptos::prelude::*;

use super::{Desk, OrganizationView, frame};
use crate::parts::{ErrorSummary, Notice, TextField, TickBox, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &OrganizationView) -> Page {
    super::head(words, &words.say("organization-title"), !view.errors.is_empty())
}

/// One form.
pub fn page(words: Words, desk: &Desk, view: &OrganizationView) -> AnyView {
    let done = view.saved.then(|| {
        view! { <Notice tone=Tone::Done><p>{words.say("organization-saved")}</p></Notice> }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <header class="page-head"><h1>{words.say("organization-title")}</h1></header>
        {done}
        <form class="invite" method="post" action="/admin/organization">
            <TextField
                words
                name="name"
                label=words.say("organization-name")
                hint=words.say("organization-name-hint")
                value=view.typed.get("name")
                error=view.errors.of("name")
            />
            <TextField
                words
                name="site"
                label=words.say("organization-site")
                inputmode="url"
                optional=true
                value=view.typed.get("site")
                error=view.errors.of("site")
            />
            <TextField
                words
                name="mail_domain"
                label=words.say("organization-mail-domain")
                hint=words.say("organization-mail-domain-hint")
                optional=true
                value=view.typed.get("mail_domain")
                error=view.errors.of("mail_domain")
            />
            <TickBox
                words
                name="two_pairs_of_eyes"
                label=words.say("organization-two-pairs")
                hint=words.say("organization-two-pairs-hint")
                checked=view.typed.is_on("two_pairs_of_eyes")
            />
            <button class="button">{words.say("organization-save")}</button>
        </form>
    };
    frame(words, desk, content).into_any()
}
