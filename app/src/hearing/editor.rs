//! `/admin/c/{slug}/hearings/new` and `…/{id}`: one hearing.
//! It guesses no time that a clock change leaves open, and moves nothing to an earlier day without asking.

use leptos::prelude::*;

use super::{ClockChange, Earlier, HearingEditor};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Choice, ErrorSummary, SelectField, TextArea, TextField, TickBox};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &HearingEditor) -> Page {
    campaign_head(words, &words.say(heading(view)), &view.title, !view.errors.is_empty())
}

const fn heading(view: &HearingEditor) -> &'static str {
    if view.id.is_some() { "hearing-title" } else { "hearing-title-new" }
}

/// The form.
pub fn page(words: Words, desk: &Desk, view: &HearingEditor) -> AnyView {
    let list = format!("/admin/c/{}/hearings", view.slug);
    let action = view.id.map_or_else(|| format!("{list}/new"), |id| format!("{list}/{id}"));
    let bodies = std::iter::once(Choice::new("", words.say("hearing-body-none")))
        .chain(view.bodies.iter().map(|body| Choice::new(&body.id, &body.name)))
        .collect();
    let typed = &view.typed;
    let line = |name: &'static str, hint: &'static str, kind: &'static str, optional: bool| {
        view! {
            <TextField
                words
                name
                kind
                label=words.say(&format!("hearing-{}", if name == "title" { "name" } else { name }))
                hint=if hint.is_empty() { String::new() } else { words.say(hint) }
                value=typed.get(name)
                error=view.errors.of(name)
                optional
            />
        }
    };
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say(heading(view))}</h1>
        <p class="lead">{words.say_with("hearing-zone", &[("zone", (&view.zone).into())])}</p>
        <form class="one-form" method="post" action=action>
            {line("title", "hearing-title-hint", "text", false)}
            <SelectField
                words
                name="body"
                label=words.say("hearing-body")
                hint=words.say("hearing-body-hint")
                choices=bodies
                chosen=typed.get("body")
                error=view.errors.of("body")
            />
            {moment(words, view, ["starts", "starts_day", "starts_time", "starts_which"], view.starts.as_ref())}
            {moment(words, view, ["cutoff", "cutoff_day", "cutoff_time", "cutoff_which"], view.cutoff.as_ref())}
            {line("place", "hearing-place-hint", "text", true)}
            {line("link", "hearing-link-hint", "url", true)}
            {matters(words, view)}
            <TextArea
                words
                name="note"
                label=words.say("hearing-note")
                hint=words.say("hearing-note-hint")
                value=typed.get("note")
                error=view.errors.of("note")
                optional=true
                rows=3
            />
            {view.earlier.as_ref().map(|earlier| confirm(words, desk, view, earlier))}
            <div class="actions">
                <button class="button">{words.say("hearing-save")}</button>
                <a href=list>{words.say("hearing-back")}</a>
            </div>
        </form>
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

/// A day, a time, and which of two moments where clocks change.
fn moment(
    words: Words,
    view: &HearingEditor,
    [what, day, time, which]: [&'static str; 4],
    change: Option<&ClockChange>,
) -> AnyView {
    let field = |name: &'static str, kind: &'static str| {
        view! {
            <TextField
                words
                name
                kind
                label=words.say(if kind == "date" { "hearing-day" } else { "hearing-time" })
                value=view.typed.get(name)
                error=view.errors.of(name)
            />
        }
    };
    let hint = format!("{what}-hint");
    let choice = change.map(|change| {
        let label = words.say(if change.twice { "hearing-which-twice" } else { "hearing-which-never" });
        let choices = vec![
            Choice::new("", words.say("hearing-which-none")),
            Choice::new("first", self::which(words, change, true)),
            Choice::new("second", self::which(words, change, false)),
        ];
        view! {
            <SelectField words name=which label=label choices=choices chosen=view.typed.get(which) error=view.errors.of(which)/>
        }
    });
    view! {
        <fieldset class="together" aria-describedby=hint.clone()>
            <legend>{words.say(&format!("hearing-{what}"))}</legend>
            <p class="hint" id=hint.clone()>{words.say(&format!("hearing-{what}-hint"))}</p>
            <div class="pair">{field(day, "date")} {field(time, "time")}</div>
            {choice}
        </fieldset>
    }
    .into_any()
}

/// `The first 1:30 am, before clocks go back`; or `1:59 am, before clocks go forward`.
pub(crate) fn which(words: Words, change: &ClockChange, first: bool) -> String {
    let at = if first { &change.first } else { &change.second };
    let key = match (change.twice, first) {
        (true, true) => "hearing-which-first",
        (true, false) => "hearing-which-second",
        (false, true) => "hearing-which-before",
        (false, false) => "hearing-which-after",
    };
    words.say_with(key, &[("time", dates::time(words, at.time()).into())])
}

fn matters(words: Words, view: &HearingEditor) -> AnyView {
    let boxes: Vec<_> = view
        .matters
        .iter()
        .map(|(id, label)| {
            let input = format!("matter-{id}");
            let checked = view.ticked.contains(id);
            view! {
                <label class="choice" for=input.clone()>
                    <input type="checkbox" name="matter" id=input.clone() value=id.clone() checked=checked/>
                    <span>{label.clone()}</span>
                </label>
            }
        })
        .collect();
    (!boxes.is_empty())
        .then(|| {
            view! {
                <fieldset class="choices">
                    <legend>{words.say("hearing-matters")}</legend>
                    {boxes}
                </fieldset>
            }
        })
        .into_any()
}

/// What is to be known before something is moved to an earlier time, and the box to tick.
fn confirm(words: Words, desk: &Desk, view: &HearingEditor, earlier: &Earlier) -> AnyView {
    let said = |at: &jiff::Zoned| dates::deadline(words, at, desk.today);
    let starts = earlier.starts.as_ref().map(|(from, to)| {
        let values = [("from", said(from).into()), ("to", said(to).into()), ("sent", earlier.sent.into())];
        view! { <p>{words.say_with("hearing-earlier-starts", &values)}</p> }
    });
    let cutoff = earlier.cutoff.as_ref().map(|(from, to)| {
        let from = from.as_ref().map_or_else(|| words.say("hearings-no-cutoff"), said);
        let values = [("from", from.into()), ("to", said(to).into()), ("after", earlier.after.into())];
        view! { <p>{words.say_with("hearing-earlier-cutoff", &values)}</p> }
    });
    view! {
        <div class="notice" data-tone="care">
            {starts}
            {cutoff}
            <TickBox
                words
                name="confirm"
                label=words.say("hearing-earlier-confirm")
                error=view.errors.of("confirm")
                checked=view.typed.is_on("confirm")
            />
        </div>
    }
    .into_any()
}
