//! `/admin/invitation/{token}`: joining a team.
//! Opening it joins nothing; the button does.

use leptos::prelude::*;

use super::InvitationView;
use super::frame::{frame, new_password};
use crate::parts::{ErrorSummary, TextField};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &InvitationView) -> Page {
    let title = words.say_with("invitation-title", &[("organization", (&view.organization).into())]);
    crate::desk::head(words, &title, !view.errors.is_empty())
}

/// Who invites, as what, and the account to be made, unless there is one.
pub fn page(words: Words, view: &InvitationView) -> AnyView {
    let role = words.say(&format!("role-{}", view.role));
    let organization = || (&view.organization).into();
    let account = if view.has_account {
        let lead = words.say_with("invitation-lead-account", &[("organization", organization())]);
        view! { <p>{lead}</p> }.into_any()
    } else {
        view! {
            <TextField
                words
                name="name"
                label=words.say("account-name")
                hint=words.say("account-name-hint")
                autocomplete="name"
                value=view.typed.get("name")
                error=view.errors.of("name")
            />
            {new_password(words, view.errors.of("password"))}
        }
        .into_any()
    };
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say_with("invitation-title", &[("organization", organization())])}</h1>
        <p class="lead">
            {words.say_with("invitation-lead", &[("organization", organization()), ("role", role.into())])}
        </p>
        <p>{words.say(&format!("invitation-role-{}", view.role))}</p>
        <form method="post">
            {account}
            <button class="button">{words.say("invitation-button")}</button>
        </form>
    };
    frame(words, content).into_any()
}
