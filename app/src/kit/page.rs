//! `/c/{slug}/kit`, the list by kind, and `/c/{slug}/kit/{piece}`: the text, and beside it the form that fills it in.

use leptos::prelude::*;
use redress_domain::TemplateKind;

use super::model::{KitLine, KitView, LONGEST_PART, Part, PieceView};
use super::text;
use crate::islands::FillIn;
use crate::parts::{Notice, Tone, summary};
use crate::shell::{Page, path};
use crate::words::Words;

/// What the shell needs to know of the list.
pub fn list_frame(words: Words, view: &KitView, base_url: &str) -> Page {
    Page {
        locale: words.0,
        title: words.say_with("kit-page-title", &[("campaign", (&view.campaign).into())]),
        description: words.say("kit-lead"),
        path: format!("/c/{}/kit", view.slug),
        languages: view.languages.clone(),
        base_url: base_url.to_owned(),
        indexed: true,
        desk: false,
        islands: false,
    }
}

/// What the shell needs to know of a piece.
pub fn frame(words: Words, view: &PieceView, base_url: &str) -> Page {
    let wrong = view.parts.iter().any(|part| part.too_long);
    let title = view.line.title.clone();
    Page {
        locale: words.0,
        title: if wrong { words.say_with("error-title", &[("title", title.into())]) } else { title },
        description: view.line.summary.clone(),
        path: format!("/c/{}/kit/{}", view.slug, view.line.slug),
        languages: view.languages.clone(),
        base_url: base_url.to_owned(),
        indexed: true,
        desk: false,
        islands: true,
    }
}

fn address(words: Words, languages: &[redress_domain::Locale], page: &str) -> String {
    path(words.0, languages.first().copied().unwrap_or(words.0), page)
}

/// The list.
pub fn list(words: Words, view: &KitView) -> AnyView {
    let base = format!("/c/{}", view.slug);
    let kinds: Vec<_> = TemplateKind::ALL
        .iter()
        .filter_map(|kind| {
            let pieces: Vec<_> = view
                .pieces
                .iter()
                .filter(|piece| piece.kind == *kind)
                .map(|piece| card(words, view, piece).into_any())
                .collect();
            (!pieces.is_empty()).then(|| {
                view! {
                    <section class="kit-kind">
                        <h2>{words.say(&format!("kit-kind-{kind}"))}</h2>
                        <ul>{pieces}</ul>
                    </section>
                }
            })
        })
        .collect();
    view! {
        <article class="kit">
            <header class="lede">
                <p class="eyebrow"><a href=address(words, &view.languages, &base)>{view.campaign.clone()}</a></p>
                <h1>{words.say("kit-title")}</h1>
                <p class="standfirst">{words.say("kit-lead")}</p>
            </header>
            {kinds.into_any()}
            <p class="quiet">{words.say("kit-kept")}</p>
        </article>
    }
    .into_any()
}

fn card(words: Words, view: &KitView, piece: &KitLine) -> AnyView {
    let href = address(words, &view.languages, &format!("/c/{}/kit/{}", view.slug, piece.slug));
    let lang = (piece.locale != words.0).then(|| piece.locale.code());
    let parts = words.say_with("kit-parts-count", &[("count", piece.parts.into())]);
    view! {
        <li lang=lang>
            <h3><a href=href>{piece.title.clone()}</a></h3>
            <p>{piece.summary.clone()}</p>
            <p class="quiet" lang=words.0.code()>{parts}</p>
        </li>
    }
    .into_any()
}

/// A piece, with its form.
pub fn piece(words: Words, view: &PieceView) -> AnyView {
    let kit = address(words, &view.languages, &format!("/c/{}/kit", view.slug));
    let errors: Vec<_> = view
        .parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.too_long)
        .map(|(number, part)| (format!("part-{number}"), too_long(words, part)))
        .collect();
    let values: Vec<&str> = view.parts.iter().map(|part| part.value.as_str()).collect();
    let html = text::html(&view.text, &values);
    let other_language = (view.line.locale != words.0).then(|| {
        let language = view.line.locale.endonym();
        view! { <p class="quiet">{words.say_with("kit-only-in", &[("language", language.into())])}</p> }
    });
    let code = view.line.locale.code();
    let busy = view.busy.then(|| {
        view! { <Notice tone=Tone::Care><p>{words.say("error-kit-busy")}</p></Notice> }
    });
    view! {
        <article class="kit piece">
            {summary(words, errors)}
            {busy}
            <header class="lede">
                <p class="eyebrow">
                    <a href=kit>{words.say("kit-title")}</a>
                    <span>{words.say(&format!("kit-one-{}", view.line.kind))}</span>
                </p>
                <h1 lang=code>{view.line.title.clone()}</h1>
                <p class="standfirst" lang=code>{view.line.summary.clone()}</p>
                {other_language}
            </header>
            <div class="fill">
                {form(words, view).into_any()}
                <div class="letter-like">
                    {missing(words, view).into_any()}
                    <section class="prose kit-text" lang=code dir="auto" aria-label=words.say("kit-text-label") inner_html=html></section>
                </div>
            </div>
        </article>
    }
    .into_any()
}

fn too_long(words: Words, part: &Part) -> String {
    words.say_with("error-kit-long", &[("part", (&part.name).into()), ("most", LONGEST_PART.into())])
}

/// The parts that were left empty, by name, once the form was sent.
fn missing(words: Words, view: &PieceView) -> Option<AnyView> {
    let empty: Vec<_> = view
        .parts
        .iter()
        .filter(|part| part.value.trim().is_empty())
        .map(|part| view! { <li lang=view.line.locale.code()>{part.name.clone()}</li> })
        .collect();
    (view.filled && !empty.is_empty())
        .then(|| {
            let count = empty.len();
            view! {
                <Notice tone=Tone::Care>
                    <p>{words.say_with("kit-missing", &[("count", count.into())])}</p>
                    <ul class="plain-list">{empty}</ul>
                </Notice>
            }
        })
        .map(IntoAny::into_any)
}

fn form(words: Words, view: &PieceView) -> AnyView {
    let action = address(words, &view.languages, &format!("/c/{}/kit/{}", view.slug, view.line.slug));
    let fields: Vec<_> = view
        .parts
        .iter()
        .enumerate()
        .map(|(number, part)| field(words, view, number, part).into_any())
        .collect();
    let fill = (!view.parts.is_empty()).then(|| {
        view! { <button class="button" name="action" value="fill">{words.say("kit-fill")}</button> }
    });
    view! {
        <form class="sign form" method="post" action=action>
            <h2>{words.say(if view.parts.is_empty() { "kit-take" } else { "kit-form" })}</h2>
            {fields}
            {fill}
            <FillIn blank=text::BLANK.to_owned()/>
            <div class="take" role="group" aria-label=words.say("kit-take")>
                <button class="button" data-quiet name="action" value="pdf">{words.say("kit-take-pdf")}</button>
                <button class="button" data-quiet name="action" value="docx">{words.say("kit-take-docx")}</button>
            </div>
            <div class="small-print">
                <p>{words.say("kit-print")}</p>
                <p>{words.say("kit-kept")}</p>
            </div>
        </form>
    }
    .into_any()
}

fn field(words: Words, view: &PieceView, number: usize, part: &Part) -> AnyView {
    let id = format!("part-{number}");
    let error = part.too_long.then(|| too_long(words, part));
    let described = error.as_ref().map(|_| format!("{id}-error"));
    let error = error.map(|text| view! { <p class="error" id=format!("{id}-error")>{text}</p> });
    let invalid = part.too_long.then_some("true");
    let lang = view.line.locale.code();
    // A parser drops the first line break inside a textarea; leptos writes its children as they are.
    let typed = part.value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let control = if part.is_long() {
        view! {
            <textarea
                id=id.clone()
                name=Part::field(&part.name)
                rows="3"
                dir="auto"
                maxlength=LONGEST_PART.to_string()
                aria-describedby=described
                aria-invalid=invalid
            >
                {typed}
            </textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=id.clone()
                name=Part::field(&part.name)
                type="text"
                dir="auto"
                value=part.value.clone()
                maxlength=LONGEST_PART.to_string()
                aria-describedby=described
                aria-invalid=invalid
            />
        }
        .into_any()
    };
    // A part begins in the middle of a sentence, a label does not.
    let mut name = part.name.chars();
    let label: String = name.next().into_iter().flat_map(char::to_uppercase).chain(name).collect();
    view! {
        <div class="field" data-invalid=part.too_long>
            <label for=id lang=lang>{label}</label>
            {error}
            {control}
        </div>
    }
    .into_any()
}
