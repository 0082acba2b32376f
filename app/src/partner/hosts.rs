//! `/admin/c/{slug}/hosts`: who hosts a campaign, with which rights, and what was agreed.
//! Every host sees all of it; who may do everything changes it.

use leptos::prelude::*;
use redress_domain::{Action, FieldErrors, HostRight, HostRights};

use super::model::{HostInvitationRow, HostRow, HostsView};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Choice, Choices, ErrorSummary, Notice, TextArea, TickBox, Tone, Typed};
use crate::shell::Page;
use crate::words::Words;

/// The longest note of what was agreed, in characters.
pub const LONGEST_NOTE: usize = 2_000;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &HostsView) -> Page {
    campaign_head(words, &words.say("hosts-title"), &view.title, !view.errors.is_empty())
}

/// The hosts as a ledger, the invitations that wait, and the form that makes another.
pub fn page(words: Words, desk: &Desk, view: &HostsView) -> AnyView {
    let done = view.done.map(|(key, care)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        view! { <Notice tone=tone><p>{words.say(key)}</p></Notice> }
    });
    let manages = desk.may(Action::ManageHosts);
    let rows: Vec<_> = view.rows.iter().map(|row| host(words, view, row, manages)).collect();
    let leave = desk.may(Action::ManageOrganization).then(|| leave(words));
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <header class="page-head"><h1>{words.say("hosts-title")}</h1></header>
        {done}
        {view.link.as_ref().map(|link| fresh(words, link))}
        <p class="lead">{words.say("hosts-lead")}</p>
        <ul class="agreements">{rows}</ul>
        {manages.then(|| waiting(words, desk, &view.invitations))}
        {manages.then(|| invitation(words, view))}
        {leave}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn fresh(words: Words, link: &str) -> AnyView {
    let link = link.to_owned();
    view! {
        <Notice tone=Tone::Done>
            <div class="field">
                <label for="host-link">{words.say("hosts-link")}</label>
                <p class="hint" id="host-link-hint">{words.say("hosts-link-hint")}</p>
                <input id="host-link" type="url" readonly aria-describedby="host-link-hint" value=link.clone()/>
            </div>
        </Notice>
    }
    .into_any()
}

fn host(words: Words, view: &HostsView, row: &HostRow, manages: bool) -> AnyView {
    let own = row.is_own.then(|| view! { " " <span class="you">{words.say("hosts-own")}</span> });
    let note = (!row.note.is_empty()).then(|| view! { <p class="typed" dir="auto">{row.note.clone()}</p> });
    let editing = view.editing == Some(row.id);
    let change = manages.then(|| {
        let mut stored = Typed::default();
        stored.set("scope", if row.rights == HostRights::All { "all" } else { "some" });
        for right in HostRight::ALL {
            if row.rights != HostRights::All && row.rights.has(*right) {
                stored.set(format!("right_{right}"), "on");
            }
        }
        stored.set("note", row.note.as_str());
        let none = FieldErrors::default();
        let (typed, errors) = if editing { (&view.typed, &view.errors) } else { (&stored, &none) };
        let (name, id) = (&row.name, row.id);
        let remove = (!row.is_own).then(|| {
            let label = words.say_with("hosts-remove-of", &[("name", name.into())]);
            view! {
                <form method="post">
                    <input type="hidden" name="organization" value=id.to_string()/>
                    <button class="button" data-quiet data-final name="action" value="remove">{label}</button>
                </form>
            }
        });
        let suffix = if editing { String::new() } else { format!("-{id}") };
        view! {
            <details class="behind" open=editing>
                <summary>{words.say_with("hosts-change-of", &[("name", name.into())])}</summary>
                <div class="entry-forms">
                    <form method="post">
                        <input type="hidden" name="organization" value=id.to_string()/>
                        {fields(words, typed, errors, &suffix)}
                        <button class="button" data-quiet name="action" value="rights">{words.say("hosts-save")}</button>
                    </form>
                    {remove}
                </div>
            </details>
        }
    });
    view! {
        <li>
            <p class="entry-name"><bdi class="name">{row.name.clone()}</bdi> {own}</p>
            {rights(words, &row.rights)}
            {note}
            {change}
        </li>
    }
    .into_any()
}

/// Rights in words: everything, numbers alone, or a list that says what each is.
pub(super) fn rights(words: Words, rights: &HostRights) -> AnyView {
    match rights {
        HostRights::All => view! { <p>{words.say("hosts-rights-all")}</p> }.into_any(),
        HostRights::Only(rights) if rights.is_empty() => {
            view! { <p>{words.say("hosts-rights-none")}</p> }.into_any()
        }
        HostRights::Only(rights) => {
            let rights: Vec<_> = rights
                .iter()
                .map(|right| view! { <li>{words.say(&format!("host-right-{right}"))}</li> })
                .collect();
            view! {
                <div class="rights">
                    <p>{words.say("hosts-rights-some")}</p>
                    <ul class="plain-list">{rights}</ul>
                </div>
            }
            .into_any()
        }
    }
}

/// What a host may do and what was agreed; the ids end in something of their own where several forms stand.
fn fields(words: Words, typed: &Typed, errors: &FieldErrors, suffix: &str) -> AnyView {
    let scope = vec![
        Choice::new("all", words.say("hosts-scope-all")),
        Choice::new("some", words.say("hosts-scope-some")),
    ];
    let ticks: Vec<_> = HostRight::ALL
        .iter()
        .map(|right| {
            let name = format!("right_{right}");
            view! {
                <TickBox
                    words
                    name=name.clone()
                    id=format!("{name}{suffix}")
                    label=words.say(&format!("host-right-{right}"))
                    checked=typed.is_on(&name)
                />
            }
        })
        .collect();
    view! {
        <Choices
            words
            name="scope"
            id=format!("scope{suffix}")
            legend=words.say("hosts-scope")
            choices=scope
            chosen=typed.get("scope")
            error=errors.of("scope")
        />
        <div class="if-some">{ticks}</div>
        <TextArea
            words
            name="note"
            id=format!("note{suffix}")
            label=words.say("hosts-note")
            hint=words.say("hosts-note-hint")
            value=typed.get("note")
            error=errors.of("note")
            optional=true
            longest=LONGEST_NOTE
            rows=3
        />
    }
    .into_any()
}

fn waiting(words: Words, desk: &Desk, invitations: &[HostInvitationRow]) -> Option<AnyView> {
    let rows: Vec<_> = invitations
        .iter()
        .map(|row| {
            let until = dates::day(words, row.until, desk.today);
            let note =
                (!row.note.is_empty()).then(|| view! { <p class="typed" dir="auto">{row.note.clone()}</p> });
            view! {
                <li>
                    <p class="entry-name">{words.say_with("hosts-open-until", &[("day", until.into())])}</p>
                    {rights(words, &row.rights)}
                    {note}
                    <form method="post">
                        <input type="hidden" name="invitation" value=row.id.to_string()/>
                        <button class="as-link" name="action" value="take-back">{words.say("hosts-take-back")}</button>
                    </form>
                </li>
            }
        })
        .collect();
    (!rows.is_empty())
        .then(|| {
            view! {
                <section aria-labelledby="open">
                    <h2 id="open">{words.say("hosts-open")}</h2>
                    <ul class="agreements">{rows}</ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}

fn invitation(words: Words, view: &HostsView) -> AnyView {
    let (blank, none) = (Typed::default(), FieldErrors::default());
    let own = view.editing.is_none();
    let (typed, errors) = if own { (&view.typed, &view.errors) } else { (&blank, &none) };
    let suffix = if own { "" } else { "-new" };
    view! {
        <section class="invite" aria-labelledby="invite">
            <h2 id="invite">{words.say("hosts-invite")}</h2>
            <p>{words.say("hosts-invite-lead")}</p>
            <form method="post">
                {fields(words, typed, errors, suffix)}
                <button class="button" name="action" value="invite">{words.say("hosts-invite-button")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn leave(words: Words) -> AnyView {
    view! {
        <section aria-labelledby="leave">
            <h2 id="leave">{words.say("hosts-leave")}</h2>
            <p>{words.say("hosts-leave-lead")}</p>
            <form method="post">
                <button class="button" data-quiet data-final name="action" value="leave">{words.say("hosts-leave-button")}</button>
            </form>
        </section>
    }
    .into_any()
}
