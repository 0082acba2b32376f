//! One text in every language, side by side, so that a translator sees what is being translated.
//! It copies no text from one language to another: what is missing stays visibly missing.

use leptos::prelude::*;
use redress_domain::Locale;

use super::super::{EditorView, fields};
use crate::islands::Preview;
use crate::parts::TextArea;
use crate::words::Words;

/// A text that exists in each language.
pub struct Both {
    /// The field's name before the language: `title` for `title_en`.
    pub name: &'static str,
    /// Message key of the question.
    pub label: &'static str,
    /// Message key of the hint.
    pub hint: Option<&'static str>,
    /// Lines to write on. A title has two: it is long, and a text area can tell a screen reader its language.
    pub rows: usize,
    /// Whether it may be left empty.
    pub optional: bool,
    /// Whether it may hold markup, and so has a preview.
    pub preview: bool,
}

impl Both {
    /// A text of some lines, required.
    pub const fn new(name: &'static str, label: &'static str, rows: usize) -> Self {
        Self { name, label, hint: None, rows, optional: false, preview: false }
    }

    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    pub const fn preview(self) -> Self {
        Self { preview: true, ..self }
    }

    /// The text areas, one per language, under one question.
    pub fn show(self, words: Words, view: &EditorView) -> impl IntoView + use<> {
        let hint_id = self.hint.map(|_| format!("{}-hint", self.name));
        let hint = self.hint.map(|hint| view! { <p class="hint" id=hint_id.clone()>{words.say(hint)}</p> });
        let optional =
            self.optional.then(|| view! { " " <span class="optional">{words.say("field-optional")}</span> });
        let areas: Vec<_> = Locale::ALL.iter().map(|locale| self.area(words, view, *locale)).collect();
        view! {
            <fieldset class="both" aria-describedby=hint_id>
                <legend>{words.say(self.label)} {optional}</legend>
                {hint}
                <div class="languages">{areas}</div>
            </fieldset>
        }
    }

    fn area(&self, words: Words, view: &EditorView, locale: Locale) -> AnyView {
        let name = fields::of(self.name, locale);
        let area = in_language(words, view, &name, locale, self.rows);
        if !self.preview {
            return area.into_any();
        }
        view! {
            <div class="with-preview">
                {area}
                <Preview
                    field=name
                    show=words.say("editor-story-preview")
                    hide=words.say("editor-story-preview-hide")
                    empty=words.say("editor-story-preview-empty")
                    failed=words.say("editor-story-preview-failed")
                />
            </div>
        }
        .into_any()
    }
}

/// One text area, labelled by its language.
pub fn in_language(words: Words, view: &EditorView, name: &str, locale: Locale, rows: usize) -> AnyView {
    view! {
        <TextArea
            words
            name=name
            label=words.say(&format!("editor-language-{locale}"))
            value=view.typed.get(name)
            error=view.errors.of(name)
            rows
            lang=locale.code()
        />
    }
    .into_any()
}
