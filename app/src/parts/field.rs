//! Fields of forms: each a label, a hint, an error and one control, tied together for whoever cannot see them.
//! It judges no value and presets none; errors come in as message keys.

use leptos::prelude::*;

use crate::words::Words;

/// How wide a control is drawn: as wide as what is expected in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Width {
    /// The whole column.
    #[default]
    Full,
    /// A ZIP code, a day, a number.
    Short,
}

/// One of several answers.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// More about it, if that helps; empty if not.
    pub hint: String,
}

impl Choice {
    /// An answer that needs no hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new() }
    }
}

/// One line of text.
///
/// The control's id is its name, unless several forms of a page share it; the summary of errors links there.
#[component]
pub fn TextField(
    words: Words,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    /// A message key, `error-…`.
    #[prop(optional_no_strip)]
    error: Option<&'static str>,
    /// Whether the label says that it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// `text`, `email`, `password`, `date` …
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] inputmode: Option<&'static str>,
    /// The most characters it takes.
    #[prop(optional)]
    longest: Option<usize>,
    #[prop(optional)] width: Width,
    /// Whether an island may write a remark beneath it, into `{id}-check`.
    #[prop(optional)]
    checked_while_typing: bool,
) -> impl IntoView {
    let id = if id.is_empty() { name.clone() } else { id };
    let described = described_by(&id, !hint.is_empty(), error.is_some(), checked_while_typing);
    // Machine words: no capital at the start, no red line beneath.
    let plain = matches!(kind, "email" | "password" | "url");
    view! {
        <div class="field" data-invalid=error.is_some()>
            <FieldLabel words id=id.clone() label optional/>
            <Hint id=id.clone() hint/>
            <FieldError words id=id.clone() error/>
            <input
                id=id.clone()
                name=name
                type=kind
                // Names and streets come in every script.
                dir=(kind == "text").then_some("auto")
                value=(!value.is_empty()).then_some(value)
                autocomplete=autocomplete
                inputmode=inputmode
                maxlength=longest.map(|longest| longest.to_string())
                autocapitalize=plain.then_some("none")
                spellcheck=plain.then_some("false")
                aria-describedby=described
                aria-invalid=error.is_some().then_some("true")
                data-width=(width == Width::Short).then_some("short")
            />
            {checked_while_typing.then(|| view! { <p class="check" id=format!("{id}-check") aria-live="polite"></p> })}
        </div>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    words: Words,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// The name, unless several forms of a page share it.
    #[prop(optional, into)]
    id: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    /// A message key, `error-…`.
    #[prop(optional_no_strip)]
    error: Option<&'static str>,
    #[prop(optional)] optional: bool,
    #[prop(optional)] longest: Option<usize>,
    #[prop(default = 5)] rows: usize,
    /// The language of what is written, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let id = if id.is_empty() { name.clone() } else { id };
    let described = described_by(&id, !hint.is_empty(), error.is_some(), false);
    view! {
        <div class="field" data-invalid=error.is_some()>
            <FieldLabel words id=id.clone() label optional/>
            <Hint id=id.clone() hint/>
            <FieldError words id=id.clone() error/>
            <textarea
                id=id
                name=name
                rows=rows.to_string()
                lang=lang
                dir="auto"
                maxlength=longest.map(|longest| longest.to_string())
                aria-describedby=described
                aria-invalid=error.is_some().then_some("true")
            >
                // A parser drops the first line break inside a textarea, so a text that begins with one needs two.
                {typed_text(&value)}
            </textarea>
        </div>
    }
}

/// One answer of several, as radio buttons.
///
/// The first button's id is the name, so that a link to the field leads to the first answer.
#[component]
pub fn Choices(
    words: Words,
    #[prop(into)] name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    choices: Vec<Choice>,
    /// The value chosen; empty at first.
    #[prop(optional, into)]
    chosen: String,
    #[prop(optional, into)] hint: String,
    /// A message key, `error-…`.
    #[prop(optional_no_strip)]
    error: Option<&'static str>,
    /// The first button's id, where several forms of a page share the name.
    #[prop(optional, into)]
    id: String,
    /// Whether the answers are short enough to stand two in a row.
    #[prop(optional)]
    dense: bool,
) -> impl IntoView {
    let id = if id.is_empty() { name.clone() } else { id };
    let described = described_by(&id, !hint.is_empty(), error.is_some(), false);
    let buttons: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let button = if at == 0 { id.clone() } else { format!("{id}-{}", choice.value) };
            view! {
                <label class="choice" for=button>
                    <input id=button.clone() type="radio" name=name.clone() value=choice.value.clone() checked=chosen == choice.value/>
                    <span>{choice.label} {said(choice.hint)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices" data-dense=dense data-invalid=error.is_some() aria-describedby=described>
            <legend>{legend}</legend>
            <Hint id=id.clone() hint/>
            <FieldError words id error/>
            {buttons}
        </fieldset>
    }
}

/// Something to agree to, or not. It is sent as `on`.
#[component]
pub fn TickBox(
    words: Words,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional_no_strip)] error: Option<&'static str>,
    #[prop(optional)] checked: bool,
) -> impl IntoView {
    let id = if id.is_empty() { name.clone() } else { id };
    let described = described_by(&id, !hint.is_empty(), error.is_some(), false);
    view! {
        <div class="tick" data-invalid=error.is_some()>
            <FieldError words id=id.clone() error/>
            <label class="choice" for=id.clone()>
                <input
                    id=id.clone()
                    type="checkbox"
                    name=name
                    value="on"
                    checked=checked
                    aria-describedby=described
                    aria-invalid=error.is_some().then_some("true")
                />
                <span>{label}</span>
            </label>
            <Hint id hint/>
        </div>
    }
}

/// One answer of many, as a list to open.
#[component]
pub fn SelectField(
    words: Words,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] chosen: String,
    #[prop(optional, into)] id: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional_no_strip)] error: Option<&'static str>,
) -> impl IntoView {
    let id = if id.is_empty() { name.clone() } else { id };
    let described = described_by(&id, !hint.is_empty(), error.is_some(), false);
    let options: Vec<_> = choices
        .into_iter()
        .map(|choice| {
            view! { <option value=choice.value.clone() selected=chosen == choice.value>{choice.label}</option> }
        })
        .collect();
    view! {
        <div class="field" data-invalid=error.is_some()>
            <FieldLabel words id=id.clone() label optional=false/>
            <Hint id=id.clone() hint/>
            <FieldError words id=id.clone() error/>
            <select id=id name=name aria-describedby=described aria-invalid=error.is_some().then_some("true")>
                {options}
            </select>
        </div>
    }
}

#[component]
fn FieldLabel(words: Words, id: String, label: String, optional: bool) -> impl IntoView {
    let optional =
        optional.then(|| view! { " " <span class="optional">{words.say("field-optional")}</span> });
    view! { <label for=id>{label} {optional}</label> }
}

#[component]
fn Hint(id: String, hint: String) -> impl IntoView {
    (!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })
}

#[component]
fn FieldError(words: Words, id: String, error: Option<&'static str>) -> impl IntoView {
    error.map(|key| view! { <p class="error" id=format!("{id}-error")>{words.say(key)}</p> })
}

fn said(hint: String) -> Option<impl IntoView> {
    (!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> })
}

/// The ids of everything that is said about a control, the error first.
fn described_by(id: &str, hint: bool, error: bool, check: bool) -> Option<String> {
    let ids: Vec<_> = [(error, "error"), (hint, "hint"), (check, "check")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// What stands in a textarea. Leptos writes a textarea's children as they are, so what people typed is escaped
/// here: a text may hold `</textarea>`.
fn typed_text(value: &str) -> String {
    let text = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if text.starts_with('\n') { format!("\n{text}") } else { text }
}
