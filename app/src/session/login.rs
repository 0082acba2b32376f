//! `/admin/login`.
//! A wrong password and an unknown address read the same.

use leptos::prelude::*;
use redress_domain::{FieldError, FieldErrors};

use super::LoginView;
use super::frame::frame;
use crate::parts::{ErrorSummary, TextField};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &LoginView) -> Page {
    crate::desk::head(words, &words.say("login-title"), view.refused.is_some())
}

/// Two fields and a button.
pub fn page(words: Words, view: &LoginView) -> AnyView {
    // One refusal for the form as a whole; its link leads to where correcting begins.
    let errors = view
        .refused
        .map_or_else(FieldErrors::default, |message| FieldError { field: "email", message }.into());
    let content = view! {
        <ErrorSummary words errors=&errors/>
        <h1>{words.say("login-title")}</h1>
        <p class="lead">{words.say("login-lead")}</p>
        <form method="post" action="/admin/login">
            <input type="hidden" name="next" value=view.next.clone()/>
            <TextField
                words
                name="email"
                kind="email"
                label=words.say("login-email")
                autocomplete="username"
                value=view.typed.get("email")
            />
            <TextField
                words
                name="password"
                kind="password"
                label=words.say("login-password")
                autocomplete="current-password"
            />
            <button class="button">{words.say("login-button")}</button>
        </form>
        <p class="quiet">{words.say("login-no-account")}</p>
    };
    frame(words, content).into_any()
}
