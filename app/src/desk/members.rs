//! `/admin/members`: the team, its roles, and the invitation to it.
//! It offers nobody a change of their own place, so that a team cannot lock itself out by one click.

use leptos::prelude::*;
use redress_domain::{MemberState, Role};

use super::{Desk, MemberRow, MembersView, frame};
use crate::parts::{Choice, Choices, ErrorSummary, Notice, TextField, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &MembersView) -> Page {
    super::head(words, &words.say("members-title"), !view.errors.is_empty())
}

/// The team as a table, then the invitation.
pub fn page(words: Words, desk: &Desk, view: &MembersView) -> impl IntoView + use<> {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let rows: Vec<_> = view.rows.iter().map(|member| row(words, member)).collect();
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <header class="page-head"><h1>{words.say("members-title")}</h1></header>
        {done}
        <p class="lead">{words.say("members-lead")}</p>
        <table class="rows entries members">
            <caption class="unseen">{words.say("members-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say("members-column-name")}</th>
                    <th scope="col">{words.say("members-column-state")}</th>
                    <th scope="col">{words.say("members-column-role")}</th>
                    <th scope="col" class="do">{words.say("members-column-do")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {invitation(words, view)}
    };
    frame(words, desk, content)
}

fn row(words: Words, member: &MemberRow) -> impl IntoView + use<> {
    let called = member.name.clone().unwrap_or_else(|| member.email.clone());
    let mailbox = member.name.is_some().then(|| view! { <span class="from">{member.email.clone()}</span> });
    let you = member.is_self.then(|| view! { " " <span class="you">{words.say("members-you")}</span> });
    let state = words.say(match member.state {
        MemberState::Invited => "members-invited",
        MemberState::Active => "members-active",
        MemberState::Revoked => "members-revoked",
    });
    let changes = !member.is_self && member.state != MemberState::Revoked;
    let (role, remove) = if changes {
        (role_form(words, member, &called).into_any(), Some(remove_form(words, member, &called)))
    } else {
        (view! { {words.say(&format!("role-{}", member.role))} }.into_any(), None)
    };
    view! {
        <tr data-state=member.state.as_str()>
            <th scope="row"><bdi class="name">{called.clone()}</bdi> {you} {mailbox}</th>
            <td>{state}</td>
            <td>{role}</td>
            <td class="do">{remove}</td>
        </tr>
    }
}

fn role_form(words: Words, member: &MemberRow, called: &str) -> impl IntoView + use<> {
    let options: Vec<_> = Role::ALL
        .iter()
        .map(|role| {
            view! {
                <option value=role.as_str() selected=*role == member.role>{words.say(&format!("role-{role}"))}</option>
            }
        })
        .collect();
    let name = |key| words.say_with(key, &[("name", called.into())]);
    view! {
        <form class="inline" method="post" action=format!("/admin/members/{}", member.id)>
            <select name="role" aria-label=name("members-role-of")>{options}</select>
            <button class="as-link" name="action" value="role" aria-label=name("members-change-for")>
                {words.say("members-change")}
            </button>
        </form>
    }
}

fn remove_form(words: Words, member: &MemberRow, called: &str) -> impl IntoView + use<> {
    let label = words.say_with("members-revoke-for", &[("name", called.into())]);
    view! {
        <form method="post" action=format!("/admin/members/{}", member.id)>
            <button class="as-link" name="action" value="revoke" aria-label=label>{words.say("members-revoke")}</button>
        </form>
    }
}

fn invitation(words: Words, view: &MembersView) -> impl IntoView + use<> {
    let choices = Role::ALL
        .iter()
        .map(|role| Choice {
            value: role.as_str().to_owned(),
            label: words.say(&format!("role-{role}")),
            hint: words.say(&format!("members-role-{role}-means")),
        })
        .collect();
    view! {
        <section class="invite" aria-labelledby="invite">
            <h2 id="invite">{words.say("members-invite")}</h2>
            <p>{words.say("members-invite-lead")}</p>
            <form method="post" action="/admin/members">
                <TextField
                    words
                    name="email"
                    label=words.say("members-email")
                    kind="email"
                    autocomplete="off"
                    value=view.typed.get("email")
                    error=view.errors.of("email")
                />
                <Choices
                    words
                    name="role"
                    legend=words.say("members-role")
                    choices
                    chosen=view.typed.get("role")
                    error=view.errors.of("role")
                />
                <button class="button">{words.say("members-invite-button")}</button>
            </form>
        </section>
    }
}
