//! `/admin/account`: a member's own password. It shows none, and forgets what was typed.

use leptos::prelude::*;

use super::{AccountView, Desk, frame};
use crate::parts::{ErrorSummary, Notice, TextField, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &AccountView) -> Page {
    super::head(words, &words.say("account-title"), !view.errors.is_empty())
}

/// One form: the password now, and the new one.
pub fn page(words: Words, desk: &Desk, view: &AccountView) -> AnyView {
    let done = view.changed.then(|| {
        view! { <Notice tone=Tone::Done><p>{words.say("account-changed")}</p></Notice> }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <header class="page-head"><h1>{words.say("account-title")}</h1></header>
        {done}
        <p class="lead">{words.say("account-lead")}</p>
        <form class="invite" method="post" action="/admin/account">
            <TextField
                words
                name="current"
                label=words.say("account-current")
                kind="password"
                autocomplete="current-password"
                error=view.errors.of("current")
            />
            <TextField
                words
                name="password"
                label=words.say("account-new")
                hint=words.say("account-new-hint")
                kind="password"
                autocomplete="new-password"
                error=view.errors.of("password")
            />
            <button class="button">{words.say("account-change")}</button>
        </form>
    };
    frame(words, desk, content).into_any()
}
