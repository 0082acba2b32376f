//! `/admin/setup/{token}`: the organization and its owner, once.
//! It can't be opened a second time; the server answers with [`super::gone`] then.

use leptos::prelude::*;

use super::SetupView;
use super::frame::{frame, new_password};
use crate::parts::{ErrorSummary, TextField};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &SetupView) -> Page {
    crate::desk::head(words, &words.say("setup-title"), !view.errors.is_empty())
}

/// One form; it posts to its own address, which holds the token.
pub fn page(words: Words, view: &SetupView) -> AnyView {
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("setup-title")}</h1>
        <p class="lead">{words.say("setup-lead")}</p>
        <form method="post">
            <fieldset class="together">
                <legend>{words.say("setup-organization-legend")}</legend>
                <TextField
                    words
                    name="organization"
                    label=words.say("setup-organization")
                    hint=words.say("setup-organization-hint")
                    autocomplete="organization"
                    value=view.typed.get("organization")
                    error=view.errors.of("organization")
                />
            </fieldset>
            <fieldset class="together">
                <legend>{words.say("setup-account-legend")}</legend>
                <TextField
                    words
                    name="name"
                    label=words.say("account-name")
                    hint=words.say("account-name-hint")
                    autocomplete="name"
                    value=view.typed.get("name")
                    error=view.errors.of("name")
                />
                <TextField
                    words
                    name="email"
                    kind="email"
                    label=words.say("account-email")
                    hint=words.say("account-email-hint")
                    autocomplete="username"
                    value=view.typed.get("email")
                    error=view.errors.of("email")
                />
                {new_password(words, view.errors.of("password"))}
            </fieldset>
            <button class="button">{words.say("setup-button")}</button>
        </form>
    };
    frame(words, content).into_any()
}
