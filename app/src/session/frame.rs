//! What stands around the pages before the desk, and what they share: one narrow column, one thing to do.
//! It has no navigation: there is nowhere to go yet.

use leptos::prelude::*;

use crate::desk::head;
use crate::parts::{Mark, TextField};
use crate::shell::Page;
use crate::words::Words;

/// Masthead and one column.
pub(super) fn frame<V: IntoView + 'static>(words: Words, content: V) -> AnyView {
    let content = content.into_any();
    view! {
        <header class="masthead">
            <div class="wrap">
                <a class="brand" href="/">
                    <Mark/>
                    {words.say("product-name")}
                </a>
            </div>
        </header>
        <main id="main" class="wrap gate">{content}</main>
    }
    .into_any()
}

/// What the shell needs to know of it.
pub fn gone_head(words: Words, what: &str) -> Page {
    head(words, &words.say(&format!("{what}-gone-title")), false)
}

/// A single-use link that no longer works. `what` is `setup` or `invitation`.
pub fn gone(words: Words, what: &str) -> impl IntoView + use<> {
    let content = view! {
        <h1>{words.say(&format!("{what}-gone-title"))}</h1>
        <p>{words.say(&format!("{what}-gone"))}</p>
        <p class="back"><a href="/admin/login">{words.say("login-title")}</a></p>
    };
    frame(words, content)
}

/// The field for a password that is being made: pasted ones and long ones are welcome.
pub(super) fn new_password(words: Words, error: Option<&'static str>) -> AnyView {
    view! {
        <TextField
            words
            name="password"
            kind="password"
            label=words.say("account-password")
            hint=words.say("account-password-hint")
            autocomplete="new-password"
            error
        />
    }
    .into_any()
}
