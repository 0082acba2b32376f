//! `/admin/campaigns/new` and `/admin/c/{slug}/edit`: everything about a campaign on one long form.
//! It loses nothing that was typed, and changes no text that has been signed: it says when a new version will be made.

mod both;
mod sections;

use leptos::prelude::*;
use redress_domain::Locale;

use super::{Desk, EditorView, campaign_frame, campaign_head, fields, frame};
use crate::parts::{Notice, Tone, summary};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &EditorView) -> Page {
    let wrong = !view.errors.is_empty();
    let page = if view.slug.is_none() {
        super::head(words, &words.say("editor-title-new"), wrong)
    } else {
        campaign_head(words, &words.say("editor-title"), &title(words, view), wrong)
    };
    // The preview beneath a story.
    Page { islands: true, ..page }
}

/// The form, with a list of its sections beside it.
pub fn page(words: Words, desk: &Desk, view: &EditorView) -> impl IntoView + use<> {
    let (heading, lead, action) = match &view.slug {
        None => ("editor-title-new", "editor-lead-new", "/admin/campaigns/new".to_owned()),
        Some(slug) => {
            let lead = if view.state.is_public() { "editor-lead-public" } else { "editor-lead-draft" };
            ("editor-title", lead, format!("/admin/c/{slug}/edit"))
        }
    };
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let content = view! {
        {summary(words, errors(words, view))}
        <h1>{words.say(heading)}</h1>
        {done}
        <p class="lead">{words.say(lead)}</p>
        <div class="editor">
            {contents(words)}
            <form method="post" action=action>
                {sections::all(words, view)}
                <div class="actions">
                    <button class="button" name="action" value="save">{words.say("editor-save")}</button>
                    <button class="button" data-quiet name="action" value="preview">
                        {words.say("editor-save-preview")}
                    </button>
                </div>
            </form>
        </div>
    };
    match &view.slug {
        Some(slug) => campaign_frame(words, desk, slug, &title(words, view), content),
        None => frame(words, desk, content),
    }
}

/// Everything wrong, by the field's id. A text that is asked for in each language says which one.
fn errors(words: Words, view: &EditorView) -> Vec<(String, String)> {
    let said = |field: &str, message| {
        let error = words.say(message);
        let in_one = |locale: &&Locale| !field.starts_with("lang") && field.ends_with(&format!("_{locale}"));
        match Locale::ALL.iter().find(in_one) {
            Some(locale) => {
                let language = words.say(&format!("editor-language-{locale}"));
                words.say_with("editor-error-in", &[("language", language.into()), ("error", error.into())])
            }
            None => error,
        }
    };
    view.errors.iter().map(|error| (error.field.to_owned(), said(error.field, error.message))).collect()
}

/// The campaign's title in the first language that has one.
fn title(words: Words, view: &EditorView) -> String {
    Locale::ALL
        .iter()
        .map(|locale| view.typed.get(&fields::of("title", *locale)).to_owned())
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| words.say("editor-title"))
}

fn contents(words: Words) -> AnyView {
    let links: Vec<_> = sections::NAMES
        .iter()
        .map(|name| {
            view! { <li><a href=format!("#section-{name}")>{words.say(&format!("editor-section-{name}"))}</a></li> }
        })
        .collect();
    view! {
        <nav class="contents" aria-label=words.say("editor-contents")>
            <ol>{links}</ol>
        </nav>
    }
    .into_any()
}
