//! The page testimony is written on, the page that says where to look next, and why there is no form.

use leptos::prelude::*;

use super::form::{form, say_error};
use super::letter::{letter, of_language, pieces};
use super::model::{AboutCampaign, WriteView};
use crate::parts::{AfterForm, Notice, Tone, look_in_mailbox, summary, typed_text};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page; with errors the title begins with `Error:`.
pub fn write_frame(words: Words, view: &WriteView, base_url: &str) -> Page {
    let title = words.say_with("testimony-title", &[("title", (&view.campaign.title).into())]);
    Page {
        title: if view.told.fields.is_empty() {
            title
        } else {
            words.say_with("error-title", &[("title", title.into())])
        },
        path: format!("/c/{}/testimony", view.campaign.slug),
        languages: view.campaign.languages.clone(),
        base_url: base_url.to_owned(),
        islands: view.closed.is_none(),
        ..Page::private(words.0, "")
    }
}

/// Writing a new testimony.
pub fn write(words: Words, view: &WriteView) -> AnyView {
    view! {
        <div class="column writing">
            {errors(words, view)}
            <header class="lede">
                <p class="eyebrow">
                    <a href=view.campaign.path(words.0, "")>{view.campaign.title.clone()}</a>
                </p>
                <h1>{words.say("testimony-heading")}</h1>
                <p class="standfirst">{words.say("testimony-lead")}</p>
            </header>
            {match &view.closed {
                Some(why) => closed(words, view, why).into_any(),
                None => body(words, view).into_any(),
            }}
            <p class="back"><a href=view.campaign.path(words.0, "")>{words.say("sign-back")}</a></p>
        </div>
    }
    .into_any()
}

/// Why there is no form; a text that came too late is not lost.
pub(super) fn closed(words: Words, view: &WriteView, why: &str) -> AnyView {
    let text = (!view.typed.text.is_empty()).then(|| {
        let (lang, dir) = of_language(view.typed.text_language().as_ref());
        view! {
            <div class="field sheet-edit">
                <label for="text">{words.say("testimony-closed-text")}</label>
                <textarea id="text" rows="16" readonly lang=lang dir=dir>{typed_text(&view.typed.text)}</textarea>
            </div>
        }
    });
    let why = why.to_owned();
    view! {
        <Notice tone=Tone::Care><p>{why}</p></Notice>
        {text}
    }
    .into_any()
}

/// The summary of errors.
pub(super) fn errors(words: Words, view: &WriteView) -> Option<AnyView> {
    let errors = view
        .told
        .fields
        .iter()
        .map(|error| (error.field.to_owned(), say_error(words, view, error.message)))
        .collect();
    summary(words, errors).map(|view| view.into_any())
}

/// Notices, the preview, the templates, the form.
pub(super) fn body(words: Words, view: &WriteView) -> AnyView {
    let notice = view.notice.clone().map(|(done, text)| {
        let tone = if done { Tone::Done } else { Tone::Care };
        view! { <Notice tone><p>{text}</p></Notice> }
    });
    let returned = view.returned.clone().map(|reason| {
        view! {
            <Notice tone=Tone::Care>
                <p><strong>{words.say("testimony-returned")}</strong></p>
                <p dir="auto" class="typed">{reason}</p>
            </Notice>
        }
    });
    let language = view.typed.text_language();
    let behind = view.behind.as_ref().map(|difference| {
        view! {
            <section class="notice" data-tone="care" aria-labelledby="behind">
                <h2 id="behind">{words.say("draft-behind")}</h2>
                <p>{words.say("draft-behind-why")}</p>
                {pieces(difference, language.as_ref()).into_any()}
            </section>
        }
    });
    let preview = view.preview.as_ref().map(|preview| {
        view! {
            <section class="group" id="preview" aria-labelledby="preview-heading">
                <h2 id="preview-heading">{words.say("testimony-preview")}</h2>
                <p class="quiet">{words.say("testimony-preview-hint")}</p>
                {letter(words, preview).into_any()}
            </section>
        }
    });
    view! {
        {notice}
        {returned}
        {behind}
        {preview}
        {templates(words, view).into_any()}
        {form(words, view).into_any()}
    }
    .into_any()
}

fn templates(words: Words, view: &WriteView) -> Option<AnyView> {
    if view.templates.is_empty() || view.base != 0 {
        return None;
    }
    let links: Vec<_> = view
        .templates
        .iter()
        .map(|template| {
            let path = view.campaign.path(words.0, &format!("/testimony?template={}", template.slug));
            view! {
                <li>
                    <a href=path aria-current=template.chosen.then_some("true")>{template.title.clone()}</a>
                    <span class="hint">{template.summary.clone()}</span>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <nav class="templates" aria-labelledby="templates">
                <h2 id="templates">{words.say("testimony-templates")}</h2>
                <p class="quiet">{words.say("testimony-templates-hint")}</p>
                <ul>{links}</ul>
            </nav>
        }
        .into_any(),
    )
}

/// Look in your mailbox: the same page whatever the mailbox gave before.
pub fn sent(words: Words, campaign: &AboutCampaign, loopback_mail: bool) -> AnyView {
    let form = AfterForm {
        lead: words.say("testimony-sent-lead"),
        open: words.say_with("sent-step-open", &[("title", (&campaign.title).into())]),
        press: words.say("testimony-sent-press"),
        again: words.say("testimony-sent-again").into_any(),
        forget: words.say("testimony-sent-forget"),
        back: (words.say("sign-back"), campaign.path(words.0, "")),
    };
    look_in_mailbox(words, form, loopback_mail)
}
