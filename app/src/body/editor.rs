//! `/admin/c/{slug}/bodies/new` and `…/{id}`: one body, what it takes, and its seats.
//! It loses nothing that was typed.

use leptos::prelude::*;
use redress_domain::BodyKind;

use super::BodyEditor;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::hearing::fields;
use crate::parts::{
    Choice, Choices, ErrorSummary, Notice, SelectField, TextArea, TextField, TickBox, Tone, Width,
};
use crate::shell::Page;
use crate::words::Words;

/// The columns of a seat: the end of a field's name, and the kind of its input.
const COLUMNS: [(&str, &str); 6] = [
    ("title", "text"),
    ("district", "text"),
    ("holder", "text"),
    ("email", "text"),
    ("phone", "tel"),
    ("vacant", "date"),
];

/// What the shell needs to know of it.
pub fn head(words: Words, view: &BodyEditor) -> Page {
    campaign_head(words, &words.say(heading(view)), &view.title, !view.errors.is_empty())
}

const fn heading(view: &BodyEditor) -> &'static str {
    if view.id.is_some() { "body-title" } else { "body-title-new" }
}

/// The form.
pub fn page(words: Words, desk: &Desk, view: &BodyEditor) -> AnyView {
    let list = format!("/admin/c/{}/bodies", view.slug);
    let action = view.id.map_or_else(|| format!("{list}/new"), |id| format!("{list}/{id}"));
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let shared =
        view.shared.then(|| view! { <Notice tone=Tone::Care><p>{words.say("body-shared")}</p></Notice> });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say(heading(view))}</h1>
        {done}
        {shared}
        <form class="one-form" method="post" action=action>
            {about(words, view)}
            {takes(words, view)}
            {seats(words, view)}
            <div class="actions">
                <button class="button">{words.say("body-save")}</button>
                <a href=list>{words.say("body-back")}</a>
            </div>
        </form>
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn about(words: Words, view: &BodyEditor) -> AnyView {
    let typed = &view.typed;
    let kinds = BodyKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), words.say(&format!("body-kind-{kind}"))))
        .collect();
    let councils = std::iter::once(Choice::new("", words.say("body-parent-none")))
        .chain(view.councils.iter().map(|body| Choice::new(&body.id, &body.name)))
        .collect();
    let line = |name: &'static str, kind: &'static str, optional: bool| {
        view! {
            <TextField
                words
                name
                kind
                label=words.say(&format!("body-{name}"))
                hint=words.say(&format!("body-{name}-hint"))
                value=typed.get(name)
                error=view.errors.of(name)
                optional
            />
        }
    };
    view! {
        <section aria-labelledby="about">
            <h2 id="about">{words.say("body-about")}</h2>
            {line("name", "text", false)}
            <Choices
                words
                name="kind"
                legend=words.say("body-kind")
                choices=kinds
                chosen=typed.get("kind")
                error=view.errors.of("kind")
                dense=true
            />
            <SelectField
                words
                name="parent"
                label=words.say("body-parent")
                hint=words.say("body-parent-hint")
                choices=councils
                chosen=typed.get("parent")
                error=view.errors.of("parent")
            />
            {line("office", "text", true)}
            <TextArea
                words
                name="address"
                label=words.say("body-address")
                value=typed.get("address")
                error=view.errors.of("address")
                optional=true
                rows=3
            />
            {line("email", "email", true)}
            {line("site", "url", true)}
        </section>
    }
    .into_any()
}

fn takes(words: Words, view: &BodyEditor) -> AnyView {
    let typed = &view.typed;
    let number = |name: &'static str| {
        view! {
            <TextField
                words
                name
                label=words.say(&format!("body-{}", name.replace('_', "-")))
                value=typed.get(name)
                error=view.errors.of(name)
                optional=true
                inputmode="numeric"
                width=Width::Short
            />
        }
    };
    view! {
        <section aria-labelledby="takes">
            <h2 id="takes">{words.say("body-profile")}</h2>
            <p>{words.say("body-profile-lead")}</p>
            <fieldset class="together">
                <legend>{words.say("body-formats")}</legend>
                <TickBox
                    words
                    name="format_pdf"
                    label=words.say("body-format-pdf")
                    checked=typed.is_on("format_pdf")
                    error=view.errors.of("format_pdf")
                />
                <TickBox words name="format_docx" label=words.say("body-format-docx") checked=typed.is_on("format_docx")/>
            </fieldset>
            <div class="cells">
                {number("file_mb")} {number("words")} {number("copies")} {number("speak_minutes")}
                {number("cutoff_hours")}
            </div>
            <TextArea
                words
                name="required_lines"
                label=words.say("body-required-lines")
                hint=words.say("body-required-lines-hint")
                value=typed.get("required_lines")
                error=view.errors.of("required_lines")
                optional=true
                rows=5
            />
            <TextArea
                words
                name="rules"
                label=words.say("body-rules")
                hint=words.say("body-rules-hint")
                value=typed.get("rules")
                error=view.errors.of("rules")
                optional=true
                rows=5
            />
        </section>
    }
    .into_any()
}

/// The seats as a table to type into: the head of each column names its fields, and so does the row's number.
fn seats(words: Words, view: &BodyEditor) -> AnyView {
    let heads: Vec<_> = COLUMNS
        .iter()
        .map(|(name, _)| {
            view! { <th scope="col" id=format!("seat-{name}")>{words.say(&format!("seat-{name}"))}</th> }
        })
        .collect();
    let rows: Vec<_> = (0..view.seat_rows).map(|row| seat(words, view, row)).collect();
    let wrong = view
        .errors
        .of("seat_0_title")
        .map(|key| view! { <p class="error" id="seats-error">{words.say(key)}</p> });
    view! {
        <section aria-labelledby="seats">
            <h2 id="seats">{words.say("body-seats")}</h2>
            <p>{words.say("body-seats-lead")}</p>
            {wrong}
            <table class="rows entries seats">
                <caption class="unseen">{words.say("body-seats")}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="unseen">{words.say("seat-number")}</span></th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn seat(words: Words, view: &BodyEditor, row: usize) -> AnyView {
    let head = format!("seat-row-{row}");
    let id = fields::row("seat", row, "id");
    let cells: Vec<_> = COLUMNS
        .iter()
        .map(|(column, kind)| {
            let name = fields::row("seat", row, column);
            let value = view.typed.get(&name).to_owned();
            view! {
                <td data-head=words.say(&format!("seat-{column}"))>
                    <input
                        id=name.clone()
                        name=name
                        type=*kind
                        dir=(*kind == "text").then_some("auto")
                        value=value
                        aria-labelledby=format!("seat-{column} {head}")
                    />
                </td>
            }
        })
        .collect();
    view! {
        <tr>
            <th scope="row" id=head.clone()>
                {words.number((row + 1) as u64)}
                <input type="hidden" name=id.clone() value=view.typed.get(&id).to_owned()/>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
