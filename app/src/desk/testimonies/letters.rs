//! `/admin/c/{slug}/testimonies/letters`: texts that are one letter, each letter once, with everybody who sent it.

use leptos::prelude::*;

use super::{Letter, LettersView, Sender, one, pages};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &LettersView) -> Page {
    campaign_head(words, &words.say("letters-title"), &view.title, false)
}

/// The letters, the one most sent first.
pub fn page(words: Words, desk: &Desk, view: &LettersView) -> AnyView {
    let compared = if view.more { "letters-more" } else { "letters-compared" };
    let letters: Vec<_> =
        view.letters.iter().enumerate().map(|(at, one)| letter(words, desk, view, at, one)).collect();
    let body = if letters.is_empty() {
        view! {
            <section class="empty">
                <p class="empty-lead">{words.say("letters-empty")}</p>
                <p>{words.say("letters-empty-next")}</p>
            </section>
        }
        .into_any()
    } else {
        letters.into_any()
    };
    let content = view! {
        <h1>{words.say("letters-title")}</h1>
        {pages(words, desk, &view.slug)}
        <p class="lead">{words.say("letters-lead")}</p>
        <p>{words.say_with(compared, &[("count", view.compared.into())])}</p>
        {body}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn letter(words: Words, desk: &Desk, view: &LettersView, at: usize, letter: &Letter) -> AnyView {
    let id = format!("letter-{}", at + 1);
    let named = id.clone();
    let template = match &letter.template {
        Some(template) => words.say_with("letters-of-template", &[("template", template.into())]),
        None => words.say("letters-of-none"),
    };
    let first = letter.representative.name.clone().unwrap_or_else(|| words.say("testimonies-nameless"));
    let rows: Vec<_> = letter.senders.iter().map(|sender| row(words, desk, view, sender)).collect();
    let rest = letter.count.saturating_sub(letter.senders.len() as u64);
    let rest = (rest > 0)
        .then(|| view! { <p>{words.say_with("letters-names-more", &[("count", rest.into())])}</p> });
    view! {
        <article class="form-letter" aria-labelledby=named>
            <h2 id=id>{words.say_with("letters-group", &[("count", letter.count.into())])}</h2>
            <p class="quiet">{template}</p>
            <details class="behind">
                <summary><bdi>{words.say_with("letters-representative", &[("name", first.into())])}</bdi></summary>
                {one::text(words, &letter.language, &letter.pieces)}
            </details>
            <details class="behind" open=letter.senders.len() <= 12>
                <summary>{words.say("letters-names")}</summary>
                <ol class="ledger">{rows}</ol>
                {rest}
            </details>
        </article>
    }
    .into_any()
}

fn row(words: Words, desk: &Desk, view: &LettersView, sender: &Sender) -> AnyView {
    let name = sender.name.clone().unwrap_or_else(|| words.say("testimonies-nameless"));
    let day = sender.sent.map(|day| dates::short_day(words, day, desk.today)).unwrap_or_default();
    let organization = sender.organization.clone().map(|one| view! { <bdi>{one}</bdi> " · " });
    let href = format!("/admin/c/{}/testimonies/{}", view.slug, sender.id);
    view! {
        <li>
            <a class="name" href=href><bdi>{name}</bdi></a>
            <span class="from">{organization} {day}</span>
        </li>
    }
    .into_any()
}
