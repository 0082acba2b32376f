//! `/admin/c/{slug}/statements`: what was said, who agreed to it, in which order it is read, and the form for one.

use leptos::prelude::*;
use redress_domain::{LONGEST_STATEMENT, LONGEST_STATEMENT_LINE};

use super::{StatementEditor, StatementRow, StatementsView};
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::markup;
use crate::parts::{ErrorSummary, Notice, PictureField, PictureNames, TextArea, TextField, Tone};
use crate::shell::Page;
use crate::words::Words;

/// How much of a statement the list shows, in characters.
const SHOWN: usize = 140;

/// What the shell needs to know of the list.
pub fn head(words: Words, view: &StatementsView) -> Page {
    campaign_head(words, &words.say("statements-title"), &view.title, false)
}

/// The list.
pub fn page(words: Words, desk: &Desk, view: &StatementsView) -> AnyView {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let new = format!("/admin/c/{}/statements/new", view.slug);
    let content = view! {
        <h1>{words.say("statements-title")}</h1>
        {done}
        <p class="lead">{words.say("statements-lead")}</p>
        <p><a class="button" href=new>{words.say("statements-new")}</a></p>
        {list(words, view)}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn list(words: Words, view: &StatementsView) -> AnyView {
    if view.rows.is_empty() {
        return view! {
            <section class="empty">
                <p class="empty-lead">{words.say("statements-empty")}</p>
                <p>{words.say("statements-empty-next")}</p>
            </section>
        }
        .into_any();
    }
    let last = view.rows.len() - 1;
    let rows: Vec<_> =
        view.rows.iter().enumerate().map(|(at, row)| line(words, view, row, at, last)).collect();
    view! {
        <table class="rows entries">
            <caption class="unseen">{words.say("statements-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say("statements-column-who")}</th>
                    <th scope="col">{words.say("statements-column-what")}</th>
                    <th scope="col">{words.say("statements-column-state")}</th>
                    <th scope="col" class="do">{words.say("statements-column-do")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn line(words: Words, view: &StatementsView, row: &StatementRow, at: usize, last: usize) -> AnyView {
    let StatementRow { shown, statement } = row;
    let base = format!("/admin/c/{}/statements", view.slug);
    let who = if statement.name.is_empty() { &statement.organization } else { &statement.name };
    let beneath = if statement.name.is_empty() { "" } else { statement.organization.as_str() };
    let named = |key: &str| words.say_with(key, &[("who", who.into())]);
    let text = markup::plain(&statement.text);
    let short: String = text.chars().take(SHOWN).collect();
    let short = match short.rsplit_once(char::is_whitespace) {
        Some((words, _)) if short.len() < text.len() => format!("{words} …"),
        _ => short,
    };
    let (verb, label, full) = if *shown {
        ("hide", "statements-hide", "statements-hide-of")
    } else {
        ("show", "statements-show", "statements-show-of")
    };
    let state = words.say(if *shown { "statements-state-shown" } else { "statements-state-draft" });
    let button = |verb: &'static str, label: &str, full: &str| {
        view! { <button class="as-link" name="action" value=verb aria-label=named(full)>{words.say(label)}</button> }
    };
    view! {
        <tr>
            <th scope="row">
                <bdi class="name">{who.clone()}</bdi>
                <span class="from">{beneath.to_owned()}</span>
            </th>
            <td lang=statement.language.tag().to_owned() dir=statement.language.dir()>{short}</td>
            <td>{state} <span class="from">{statement.language.english().to_owned()}</span></td>
            <td class="do">
                <a href=format!("{base}/{}", statement.id) aria-label=named("statements-edit-of")>{words.say("statements-edit")}</a>
                <form class="beside" method="post" action=base.clone()>
                    <input type="hidden" name="statement" value=statement.id.to_string()/>
                    {button(verb, label, full)}
                    {(at > 0).then(|| button("up", "statements-up", "statements-up-of"))}
                    {(at < last).then(|| button("down", "statements-down", "statements-down-of"))}
                </form>
            </td>
        </tr>
    }
    .into_any()
}

/// What the shell needs to know of the form.
pub fn editor_head(words: Words, view: &StatementEditor) -> Page {
    campaign_head(words, &words.say(heading(view)), &view.title, !view.errors.is_empty())
}

const fn heading(view: &StatementEditor) -> &'static str {
    if view.id.is_some() { "statements-edit-title" } else { "statements-new" }
}

/// The form for one.
pub fn editor(words: Words, desk: &Desk, view: &StatementEditor) -> AnyView {
    let list = format!("/admin/c/{}/statements", view.slug);
    let action = match view.id {
        Some(id) => format!("{list}/{id}"),
        None => format!("{list}/new"),
    };
    let line = |name: &'static str, hint: &str, optional: bool| {
        let hint = if hint.is_empty() { String::new() } else { words.say(hint) };
        view! {
            <TextField
                words
                name=name
                label=words.say(&format!("statements-field-{name}"))
                hint=hint
                value=view.typed.get(name)
                error=view.errors.of(name)
                longest=LONGEST_STATEMENT_LINE
                optional=optional
            />
        }
        .into_any()
    };
    let remove = view.id.map(|id| {
        view! {
            <details class="behind">
                <summary>{words.say("statements-remove")}</summary>
                <form class="desk-form" method="post" action=list.clone()>
                    <input type="hidden" name="statement" value=id.to_string()/>
                    <p>{words.say("statements-remove-means")}</p>
                    <button class="button" data-quiet data-final name="action" value="remove">{words.say("statements-remove")}</button>
                </form>
            </details>
        }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say(heading(view))}</h1>
        <form class="desk-form" method="post" action=action enctype="multipart/form-data">
            <TextArea
                words
                name="text"
                label=words.say("statements-field-text")
                hint=words.say("statements-field-text-hint")
                value=view.typed.get("text")
                error=view.errors.of("text")
                longest=LONGEST_STATEMENT
                rows=7
            />
            {line("language", "statements-field-language-hint", false)}
            {line("name", "statements-field-name-hint", true)}
            {line("title", "", true)}
            {line("organization", "", true)}
            {line("permission", "statements-field-permission-hint", false)}
            <PictureField
                words
                names=PictureNames::PORTRAIT
                legend=words.say("statements-portrait")
                current=view.portrait.clone()
                typed=&view.typed
                errors=&view.errors
            />
            <PictureField
                words
                names=PictureNames::LOGO
                legend=words.say("statements-logo")
                current=view.logo.clone()
                typed=&view.typed
                errors=&view.errors
            />
            <button class="button">{words.say("statements-save")}</button>
        </form>
        {remove}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}
