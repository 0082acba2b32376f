//! `/admin/c/{slug}/letters`: a campaign's letters, each with its totals; and the beginning of another.

use leptos::prelude::*;
use redress_domain::Action;

use super::form::LONGEST_TITLE;
use super::model::{LetterRow, LettersView};
use super::page::count_line;
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Choice, ErrorSummary, SelectField, TextField};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn letters_head(words: Words, view: &LettersView) -> Page {
    campaign_head(words, &words.say("letters-title"), &view.title, !view.errors.is_empty())
}

/// The letters, then the form for another.
pub fn letters(words: Words, desk: &Desk, view: &LettersView) -> AnyView {
    let base = format!("/admin/c/{}/letters", view.slug);
    let rows: Vec<_> = view.rows.iter().map(|row| letter(words, desk, &base, row)).collect();
    let list = if rows.is_empty() {
        view! {
            <section class="empty">
                <p class="empty-lead">{words.say("letters-empty")}</p>
                <p>{words.say("letters-empty-next")}</p>
            </section>
        }
        .into_any()
    } else {
        view! {
            <table class="rows entries letters-list">
                <caption class="unseen">{words.say("letters-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("letters-column-letter")}</th>
                        <th scope="col">{words.say("letters-column-state")}</th>
                        <th scope="col">{words.say("letters-column-signed")}</th>
                        <th scope="col" class="do">{words.say("letters-column-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    let languages: Vec<_> = view.languages.iter().map(|(tag, name)| Choice::new(tag, name)).collect();
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("letters-title")}</h1>
        <p class="lead">{words.say("letters-lead")}</p>
        {list}
        <section>
            <h2>{words.say("letters-new")}</h2>
            <form class="form one-form still" method="post" action=base novalidate>
                <TextField
                    words
                    name="title"
                    label=words.say("letters-field-title")
                    hint=words.say("letters-field-title-hint")
                    value=view.typed.get("title")
                    error=view.errors.of("title")
                    longest=LONGEST_TITLE
                />
                <SelectField
                    words
                    name="language"
                    label=words.say("letters-field-language")
                    choices=languages
                    chosen=view.typed.get("language")
                    error=view.errors.of("language")
                />
                <div class="actions"><button class="button">{words.say("letters-begin")}</button></div>
            </form>
        </section>
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn letter(words: Words, desk: &Desk, base: &str, row: &LetterRow) -> AnyView {
    let deadline = row.deadline.as_ref().map(|at| {
        let deadline = dates::deadline(words, at, desk.today);
        view! { <span class="from">{words.say_with("letters-until", &[("deadline", deadline.into())])}</span> }
    });
    let state =
        words.say_with(&format!("letters-state-{}", row.state), &[("number", row.number.to_string().into())]);
    view! {
        <tr>
            <th scope="row">
                <span class="name"><a href=format!("{base}/{}", row.id)>{row.title.clone()}</a></span>
            </th>
            <td data-head=words.say("letters-column-state")>{state} {deadline}</td>
            <td data-head=words.say("letters-column-signed")>
                {count_line(words, row.organizations, row.persons, true)}
            </td>
            <td class="do">
                {desk.may(Action::SeePeople).then(|| view! {
                    <a href=format!("{base}/{}/co-signers", row.id)>{words.say("letters-to-list")}</a>
                    {(row.waiting > 0).then(|| {
                        let waiting = words.say_with("letters-waiting", &[("count", row.waiting.into())]);
                        view! { <span class="from">{waiting}</span> }
                    })}
                })}
            </td>
        </tr>
    }
    .into_any()
}
