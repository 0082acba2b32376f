//! `/admin/c/{slug}/templates`: the texts people start from, for testimony and for the resource kit.
//! It shows which parts a text asks for before it is saved, and deletes nothing: what is retired stays here.

use leptos::prelude::*;
use redress_domain::{FieldErrors, Locale, Slug, Stance, TemplateId, TemplateKind};

use super::{Desk, campaign_frame, campaign_head};
use crate::kit::text;
use crate::parts::{Choice, ErrorSummary, Notice, SelectField, TextArea, TextField, Tone, Typed};
use crate::shell::Page;
use crate::words::Words;

/// The longest title, summary and text, in characters.
pub const LONGEST_TITLE: usize = 120;
/// The longest summary.
pub const LONGEST_SUMMARY: usize = 400;
/// The longest text.
pub const LONGEST_TEXT: usize = 20_000;

/// The templates at the desk. Fields: `action` (save, preview, retire, offer), `id`, `slug`, `kind`, `locale`,
/// `stance`, `title`, `summary`, `body_text`, `position`.
#[derive(Debug, Clone)]
pub struct TemplatesView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// Every template, in order.
    pub rows: Vec<TemplateRow>,
    /// The template that is being written anew.
    pub template: Option<TemplateId>,
    /// Whether the form is open.
    pub open: bool,
    /// What is stored or was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: FieldErrors,
    /// The parts that were found, once they were asked for.
    pub parts: Option<Vec<String>>,
    /// A message key of what was just done.
    pub done: Option<&'static str>,
}

/// A template in the list.
#[derive(Debug, Clone)]
pub struct TemplateRow {
    /// Which.
    pub id: TemplateId,
    /// Its name in addresses.
    pub slug: Slug,
    /// What it is for.
    pub kind: TemplateKind,
    /// Its language.
    pub locale: Locale,
    /// Its stance, of testimony.
    pub stance: Option<Stance>,
    /// Its title.
    pub title: String,
    /// How many parts it asks for.
    pub parts: usize,
    /// Whether it is offered to nobody any more.
    pub retired: bool,
}

/// What the shell needs to know of it.
pub fn head(words: Words, view: &TemplatesView) -> Page {
    campaign_head(words, &words.say("templates-title"), &view.title, !view.errors.is_empty())
}

/// The list and the form.
pub fn page(words: Words, desk: &Desk, view: &TemplatesView) -> impl IntoView + use<> {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("templates-title")}</h1>
        {done}
        <p class="lead">{words.say("templates-lead")}</p>
        {list(words, view).into_any()}
        {form(words, view).into_any()}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn action(view: &TemplatesView) -> String {
    format!("/admin/c/{}/templates", view.slug)
}

fn list(words: Words, view: &TemplatesView) -> impl IntoView + use<> {
    if view.rows.is_empty() {
        return view! {
            <section class="empty">
                <p class="empty-lead">{words.say("templates-empty")}</p>
                <p>{words.say("templates-empty-next")}</p>
            </section>
        }
        .into_any();
    }
    let rows: Vec<_> = view.rows.iter().map(|row| line(words, view, row).into_any()).collect();
    view! {
        <table class="rows entries">
            <caption class="unseen">{words.say("templates-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say("templates-column-title")}</th>
                    <th scope="col">{words.say("templates-column-kind")}</th>
                    <th scope="col">{words.say("templates-column-language")}</th>
                    <th scope="col" class="do">{words.say("templates-column-do")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn line(words: Words, view: &TemplatesView, row: &TemplateRow) -> impl IntoView + use<> {
    let edit = format!("{}?template={}#template-form", action(view), row.id);
    let parts = words.say_with("kit-parts-count", &[("count", row.parts.into())]);
    let (verb, label, full) = if row.retired {
        ("offer", "templates-offer", "templates-offer-for")
    } else {
        ("retire", "templates-retire", "templates-retire-for")
    };
    let named = |key: &str| words.say_with(key, &[("title", (&row.title).into())]);
    let state =
        row.retired.then(|| view! { <strong class="decided">{words.say("templates-retired")}</strong> });
    let stance = row.stance.map(|stance| {
        view! { <span class="from">{words.say(&format!("templates-stance-{stance}"))}</span> }
    });
    view! {
        <tr data-overturned=row.retired>
            <th scope="row">
                <span class="name" lang=row.locale.code()>{row.title.clone()}</span>
                <span class="from">{row.slug.to_string()} ", " {parts}</span>
            </th>
            <td>{words.say(&format!("kit-one-{}", row.kind))} {stance} {state}</td>
            <td>{words.say(&format!("editor-language-{}", row.locale))}</td>
            <td class="do">
                <a href=edit aria-label=named("templates-edit-for")>{words.say("templates-edit")}</a>
                <form class="beside" method="post" action=action(view)>
                    <input type="hidden" name="id" value=row.id.to_string()/>
                    <button class="as-link" name="action" value=verb aria-label=named(full)>{words.say(label)}</button>
                </form>
            </td>
        </tr>
    }
}

fn form(words: Words, view: &TemplatesView) -> impl IntoView + use<> {
    let value = |name: &str| view.typed.get(name).to_owned();
    let kinds = TemplateKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), words.say(&format!("kit-one-{kind}"))))
        .collect();
    let languages = view
        .languages
        .iter()
        .map(|locale| Choice::new(locale.code(), words.say(&format!("editor-language-{locale}"))))
        .collect();
    let stances = std::iter::once(Choice::new("", words.say("templates-stance-any")))
        .chain(
            Stance::ALL
                .iter()
                .map(|stance| Choice::new(stance.as_str(), words.say(&format!("templates-stance-{stance}")))),
        )
        .collect();
    let id = view.template.map(|id| view! { <input type="hidden" name="id" value=id.to_string()/> });
    let legend = if view.template.is_some() { "templates-form-edit" } else { "templates-form-new" };
    view! {
        <details class="behind" open=view.open || view.rows.is_empty() id="template-form">
            <summary>{words.say(legend)}</summary>
            <form class="desk-form wide" method="post" action=format!("{}#template-form", action(view))>
                {id}
                {found(words, view).into_any()}
                <SelectField
                    words
                    name="kind"
                    label=words.say("templates-kind")
                    hint=words.say("templates-kind-hint")
                    choices=kinds
                    chosen=value("kind")
                    error=view.errors.of("kind")
                />
                <SelectField
                    words
                    name="locale"
                    label=words.say("templates-language")
                    choices=languages
                    chosen=value("locale")
                    error=view.errors.of("locale")
                />
                <SelectField
                    words
                    name="stance"
                    label=words.say("templates-stance")
                    hint=words.say("templates-stance-hint")
                    choices=stances
                    chosen=value("stance")
                    error=view.errors.of("stance")
                />
                <TextField
                    words
                    name="title"
                    label=words.say("templates-field-title")
                    hint=words.say("templates-field-title-hint")
                    value=value("title")
                    error=view.errors.of("title")
                    longest=LONGEST_TITLE
                />
                <TextField
                    words
                    name="slug"
                    label=words.say("templates-field-slug")
                    hint=words.say("templates-field-slug-hint")
                    value=value("slug")
                    error=view.errors.of("slug")
                    optional=true
                />
                <TextArea
                    words
                    name="summary"
                    label=words.say("templates-field-summary")
                    hint=words.say("templates-field-summary-hint")
                    value=value("summary")
                    error=view.errors.of("summary")
                    longest=LONGEST_SUMMARY
                    rows=2
                    optional=true
                />
                <TextArea
                    words
                    name="body_text"
                    label=words.say("templates-field-text")
                    hint=words.say("templates-field-text-hint")
                    value=value("body_text")
                    error=view.errors.of("body_text")
                    longest=LONGEST_TEXT
                    rows=18
                />
                <TextField
                    words
                    name="position"
                    label=words.say("templates-field-position")
                    hint=words.say("templates-field-position-hint")
                    value=value("position")
                    error=view.errors.of("position")
                    inputmode="numeric"
                    optional=true
                />
                <div class="inline">
                    <button class="button" name="action" value="save">{words.say("templates-save")}</button>
                    <button class="button" data-quiet name="action" value="preview">{words.say("templates-preview")}</button>
                </div>
            </form>
        </details>
    }
}

/// The parts that a text asks for, and the text as people will read it.
fn found(words: Words, view: &TemplatesView) -> Option<impl IntoView + use<>> {
    let parts = view.parts.as_ref()?;
    let names: Vec<_> = parts.iter().map(|name| view! { <li>{name.clone()}</li> }).collect();
    let html = text::html(view.typed.get("body_text"), &vec![""; parts.len()]);
    Some(view! {
        <div class="preview">
            <p>{words.say_with("templates-found", &[("count", parts.len().into())])}</p>
            <ol class="plain-list">{names}</ol>
            <div class="looks prose kit-text" dir="auto" inner_html=html></div>
        </div>
    })
}
