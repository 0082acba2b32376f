//! The sections of the editor's form, in the order a campaign is thought of: what people see comes first.
//! Each field has the name that [`super::super::fields`] lists, and no other.

use leptos::prelude::*;
use redress_domain::{Locale, StreetRule};

use super::super::{EditorView, fields};
use super::both::{Both, in_language};
use crate::parts::{Choice, Choices, TextArea, TextField, TickBox, Width};
use crate::words::Words;

/// The sections' names, which are their anchors and the ends of their message keys.
pub const NAMES: [&str; 7] = ["people", "petition", "signing", "target", "timeline", "letter", "language"];

/// Every section.
pub fn all(words: Words, view: &EditorView) -> impl IntoView + use<> {
    let bodies = [
        people(words, view).into_any(),
        petition(words, view).into_any(),
        signing(words, view).into_any(),
        target(words, view).into_any(),
        timeline(words, view).into_any(),
        Both::new("letter", "editor-field-letter", 10)
            .hint("editor-letter-hint")
            .optional()
            .show(words, view)
            .into_any(),
        language(words, view).into_any(),
    ];
    NAMES
        .into_iter()
        .zip(bodies)
        .map(|(name, body)| {
            let id = format!("section-{name}");
            view! {
                <section aria-labelledby=id.clone()>
                    <h2 id=id.clone()>{words.say(&format!("editor-section-{name}"))}</h2>
                    {body}
                </section>
            }
        })
        .collect::<Vec<_>>()
}

fn people(words: Words, view: &EditorView) -> impl IntoView + use<> {
    view! {
        {Both::new("title", "editor-field-title", 2).hint("editor-title-hint").show(words, view)}
        {Both::new("standfirst", "editor-field-standfirst", 3).hint("editor-standfirst-hint").show(words, view)}
        {Both::new("ask", "editor-field-ask", 3).hint("editor-ask-hint").show(words, view)}
        {Both::new("story", "editor-field-story", 14)
            .hint("editor-story-hint")
            .optional()
            .preview()
            .show(words, view)}
    }
}

fn petition(words: Words, view: &EditorView) -> impl IntoView + use<> {
    let version = view.slug.as_ref().map(|_| {
        let values = [("version", view.version.into()), ("next", (view.version + 1).into())];
        let key = if view.has_signatures { "editor-petition-signed" } else { "editor-petition-version" };
        view! { <p class="version">{words.say_with(key, &values)}</p> }
    });
    view! {
        {version}
        {Both::new("petition", "editor-field-petition", 10).hint("editor-petition-hint").show(words, view)}
    }
}

fn signing(words: Words, view: &EditorView) -> impl IntoView + use<> {
    let streets = [
        (StreetRule::No, "editor-street-no"),
        (StreetRule::Optional, "editor-street-optional"),
        (StreetRule::Required, "editor-street-required"),
    ]
    .map(|(rule, label)| Choice::new(rule.as_str(), words.say(label)));
    let day_wrong = view.errors.of("closes_day").is_some();
    let typed = &view.typed;
    view! {
        <TextField
            words
            name="goal"
            label=words.say("editor-goal")
            hint=words.say("editor-goal-hint")
            value=typed.get("goal")
            error=view.errors.of("goal")
            optional=true
            inputmode="numeric"
            width=Width::Short
        />
        <fieldset class="together" data-invalid=day_wrong aria-describedby="closes-hint">
            <legend>{words.say("editor-closes")}</legend>
            <p class="hint" id="closes-hint">{words.say("editor-closes-hint")}</p>
            <div class="pair">
                <TextField
                    words
                    name="closes_day"
                    kind="date"
                    label=words.say("editor-closes-day")
                    value=typed.get("closes_day")
                    error=view.errors.of("closes_day")
                />
                <TextField
                    words
                    name="closes_time"
                    kind="time"
                    label=words.say("editor-closes-time")
                    value=typed.get("closes_time")
                    error=view.errors.of("closes_time")
                />
            </div>
        </fieldset>
        <TextField
            words
            name="time_zone"
            label=words.say("editor-zone")
            hint=words.say("editor-zone-hint")
            value=typed.get("time_zone")
            error=view.errors.of("time_zone")
        />
        <Choices
            words
            name="street"
            legend=words.say("editor-street")
            hint=words.say("editor-street-hint")
            choices=streets.into()
            chosen=typed.get("street")
            error=view.errors.of("street")
        />
        <fieldset class="together">
            <legend>{words.say("editor-who")}</legend>
            <TickBox words name="elsewhere" label=words.say("editor-elsewhere") checked=typed.is_on("elsewhere")/>
            <TickBox words name="comments" label=words.say("editor-comments") checked=typed.is_on("comments")/>
        </fieldset>
        <TickBox
            words
            name="testimony"
            label=words.say("editor-testimony")
            hint=words.say("editor-testimony-hint")
            checked=typed.is_on("testimony")
        />
        <TextField
            words
            name="retention_days"
            label=words.say("editor-retention")
            hint=words.say("editor-retention-hint")
            value=typed.get("retention_days")
            error=view.errors.of("retention_days")
            inputmode="numeric"
            width=Width::Short
        />
    }
}

fn target(words: Words, view: &EditorView) -> impl IntoView + use<> {
    let line = |name: &'static str, label: &str, hint: &str| {
        view! {
            <TextField
                words
                name
                label=words.say(label)
                hint=words.say(hint)
                value=view.typed.get(name)
                error=view.errors.of(name)
                optional=true
            />
        }
    };
    view! {
        {Both::new("target", "editor-field-target", 2).hint("editor-target-hint").show(words, view)}
        {line("docket", "editor-docket", "editor-docket-hint")}
        {line("matter", "editor-matter", "editor-matter-hint")}
        {line("body_name", "editor-body-name", "editor-body-name-hint")}
        {line("body_office", "editor-body-office", "editor-body-office-hint")}
        <TextArea
            words
            name="body_address"
            label=words.say("editor-body-address")
            value=view.typed.get("body_address")
            error=view.errors.of("body_address")
            optional=true
            rows=3
        />
    }
}

fn timeline(words: Words, view: &EditorView) -> impl IntoView + use<> {
    let rows: Vec<_> = (0..view.timeline_rows).map(|row| timeline_row(words, view, row)).collect();
    view! {
        <p class="quiet">{words.say("editor-timeline-lead")}</p>
        {rows}
        <p class="quiet">{words.say("editor-timeline-more")}</p>
    }
}

fn timeline_row(words: Words, view: &EditorView, row: usize) -> impl IntoView + use<> {
    let [day, time, next] = ["day", "time", "next"].map(|name| fields::timeline(row, name));
    let texts: Vec<_> = Locale::ALL
        .iter()
        .map(|locale| in_language(words, view, &fields::timeline(row, locale.code()), *locale, 2))
        .collect();
    let (day_typed, time_typed) = (view.typed.get(&day), view.typed.get(&time));
    view! {
        <fieldset class="entry">
            <legend>{words.say_with("editor-timeline-row", &[("number", (row + 1).into())])}</legend>
            <div class="pair">
                <TextField
                    words
                    name=day.clone()
                    kind="date"
                    label=words.say("editor-timeline-day")
                    value=day_typed
                    error=view.errors.of(&day)
                />
                <TextField
                    words
                    name=time.clone()
                    kind="time"
                    label=words.say("editor-timeline-time")
                    value=time_typed
                    error=view.errors.of(&time)
                    optional=true
                />
            </div>
            <fieldset class="both">
                <legend>{words.say("editor-timeline-text")}</legend>
                <div class="languages">{texts}</div>
            </fieldset>
            <TickBox
                words
                name=next.clone()
                label=words.say("editor-timeline-next")
                checked=view.typed.is_on(&next)
            />
        </fieldset>
    }
}

fn language(words: Words, view: &EditorView) -> impl IntoView + use<> {
    let languages: Vec<_> = Locale::ALL
        .iter()
        .map(|locale| {
            let name = fields::of("lang", *locale);
            view! {
                <TickBox
                    words
                    name=name.clone()
                    label=words.say(&format!("editor-language-{locale}"))
                    checked=view.typed.is_on(&name)
                    error=view.errors.of(&name)
                />
            }
        })
        .collect();
    let slug_hint = if view.state.is_public() { "editor-slug-fixed" } else { "editor-slug-hint" };
    view! {
        <fieldset class="together" aria-describedby="languages-hint">
            <legend>{words.say("editor-languages")}</legend>
            <p class="hint" id="languages-hint">{words.say("editor-languages-hint")}</p>
            {languages}
        </fieldset>
        <TextField
            words
            name="slug"
            label=words.say("editor-slug")
            hint=words.say(slug_hint)
            value=view.typed.get("slug")
            error=view.errors.of("slug")
        />
    }
}
