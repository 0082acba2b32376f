//! `/admin/c/{slug}/letters/{id}`: the letter as it is written, and its versions, which nobody changes any more.
//! Before a version is published it says what will become of those who co-signed.

use leptos::prelude::*;
use redress_domain::{Action, LetterState};

use super::form::{LONGEST_NOTE, LONGEST_RECIPIENTS, LONGEST_TEXT, LONGEST_TITLE};
use super::model::{DeskVersion, LetterEditor, Piece};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::hearing::editor::which;
use crate::parts::{Choice, Choices, ErrorSummary, Notice, SelectField, TextArea, TextField, TickBox, Tone};
use crate::shell::Page;
use crate::testimony::pieces;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn editor_head(words: Words, view: &LetterEditor) -> Page {
    let title = if view.typed.get("title").is_empty() {
        words.say("letters-title")
    } else {
        view.typed.get("title").to_owned()
    };
    campaign_head(words, &title, &view.title, !view.errors.is_empty())
}

/// The form, how it will look, and the versions.
pub fn editor(words: Words, desk: &Desk, view: &LetterEditor) -> AnyView {
    let base = format!("/admin/c/{}/letters", view.slug);
    let own = format!("{base}/{}", view.id);
    let done = view.done.map(|(care, key, count)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        view! { <Notice tone><p>{words.say_with(key, &[("count", count.into())])}</p></Notice> }
    });
    let state = words
        .say_with(&format!("letters-state-{}", view.state), &[("number", view.number.to_string().into())]);
    let public = (view.state != LetterState::Draft).then(|| {
        view! { <li><a href=view.public_url.clone()>{words.say("letters-public")}</a></li> }
    });
    let versions: Vec<_> = view.versions.iter().map(|version| self::version(words, desk, version)).collect();
    let versions = (!versions.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.say("letters-versions")}</h2>
                <p class="lead">{words.say("letters-versions-lead")}</p>
                <ol class="letter-versions">{versions}</ol>
            </section>
        }
    });
    let people = desk.may(Action::SeePeople).then(|| {
        view! { <li><a href=format!("{own}/co-signers")>{words.say("letters-to-list")}</a></li> }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{if view.typed.get("title").is_empty() { words.say("letters-title") } else { view.typed.get("title").to_owned() }}</h1>
        <p class="lead">{state}</p>
        <ul class="links">
            {people}
            {public}
            <li><a href=base>{words.say("letters-back")}</a></li>
        </ul>
        {done}
        {if view.state == LetterState::Final {
            finished(words, &own).into_any()
        } else {
            writing(words, view, &own).into_any()
        }}
        {versions}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn finished(words: Words, own: &str) -> AnyView {
    view! {
        <form method="post" action=own.to_owned()>
            <p>{words.say("letters-is-final")}</p>
            <button class="button" data-quiet name="do" value="reopen">{words.say("letters-reopen")}</button>
        </form>
    }
    .into_any()
}

fn writing(words: Words, view: &LetterEditor, own: &str) -> AnyView {
    let typed = &view.typed;
    let languages: Vec<_> = view.languages.iter().map(|(tag, name)| Choice::new(tag, name)).collect();
    let circulating = view.state == LetterState::Circulating;
    let preview = view.preview.clone().map(|html| {
        view! {
            <section>
                <h2>{words.say("letters-preview")}</h2>
                <article class="sheet"><div class="sheet-text" dir="auto" inner_html=html></div></article>
            </section>
        }
    });
    let finish = circulating.then(|| {
        view! {
            <form method="post" action=own.to_owned()>
                <p>{words.say("letters-finish-why")}</p>
                <button class="button" data-quiet name="do" value="finish">{words.say("letters-finish")}</button>
            </form>
        }
    });
    view! {
        <form class="form one-form still" method="post" action=own.to_owned() novalidate>
            <input type="hidden" name="base" value=typed.get("base").to_owned()/>
            <TextField
                words
                name="title"
                label=words.say("letters-field-title")
                hint=words.say("letters-field-title-hint")
                value=typed.get("title")
                error=view.errors.of("title")
                longest=LONGEST_TITLE
            />
            <TextArea
                words
                name="recipients"
                label=words.say("letters-field-recipients")
                hint=words.say("letters-field-recipients-hint")
                value=typed.get("recipients")
                error=view.errors.of("recipients")
                longest=LONGEST_RECIPIENTS
                rows=3
            />
            <SelectField
                words
                name="language"
                label=words.say("letters-field-language")
                choices=languages
                chosen=typed.get("language")
                error=view.errors.of("language")
            />
            {deadline(words, view)}
            <TickBox
                words
                name="individuals"
                label=words.say("letters-field-individuals")
                hint=words.say("letters-field-individuals-hint")
                checked=typed.is_on("individuals")
            />
            <TextArea
                words
                name="text"
                label=words.say("letters-field-text")
                hint=words.say("letters-field-text-hint")
                value=typed.get("text")
                error=view.errors.of("text")
                longest=LONGEST_TEXT
                rows=18
            />
            <div class="actions">
                <button class="button" data-quiet name="do" value="save">{words.say("letters-save")}</button>
                <button class="button" data-quiet name="do" value="preview">{words.say("letters-show")}</button>
            </div>
            {publishing(words, view)}
        </form>
        {preview}
        {finish}
    }
    .into_any()
}

fn publishing(words: Words, view: &LetterEditor) -> AnyView {
    let choice = (view.number > 0).then(|| {
        let mut substance = Choice::new("substance", words.say("letters-substance"));
        substance.hint = words.say_with("letters-substance-hint", &[("count", view.would_ask.into())]);
        let mut correction = Choice::new("correction", words.say("letters-correction"));
        correction.hint = words.say("letters-correction-hint");
        view! {
            <Choices
                words
                name="change"
                legend=words.say("letters-change")
                choices=vec![substance, correction]
                chosen=view.typed.get("change")
                error=view.errors.of("change")
            />
            <TextField
                words
                name="note"
                label=words.say("letters-note")
                hint=words.say("letters-note-hint")
                value=view.typed.get("note")
                error=view.errors.of("note")
                longest=LONGEST_NOTE
            />
        }
    });
    let lead = if view.number == 0 { "letters-publish-first" } else { "letters-publish-next" };
    let changed = view.changes.iter().any(|piece| !matches!(piece, Piece::Same(_)));
    let difference = (view.number > 0 && changed).then(|| {
        view! {
            <details>
                <summary>{words.say("letters-difference")}</summary>
                {pieces(&view.changes, None)}
            </details>
        }
    });
    view! {
        <section>
            <h2>{words.say("letters-publish-heading")}</h2>
            <p>{words.say(lead)}</p>
            {difference}
            {choice}
            <div class="actions">
                <button class="button" name="do" value="publish">
                    {words.say_with("letters-publish", &[("number", (view.number + 1).to_string().into())])}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// The deadline: a day, a time, and which of two moments where clocks change.
fn deadline(words: Words, view: &LetterEditor) -> AnyView {
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
    let choice = view.deadline_change.as_ref().map(|change| {
        let label = words.say(if change.twice { "hearing-which-twice" } else { "hearing-which-never" });
        let choices = vec![
            Choice::new("", words.say("hearing-which-none")),
            Choice::new("first", which(words, change, true)),
            Choice::new("second", which(words, change, false)),
        ];
        let (chosen, error) = (view.typed.get("deadline_which"), view.errors.of("deadline_which"));
        view! { <SelectField words name="deadline_which" label=label choices=choices chosen error/> }
    });
    view! {
        <fieldset class="together" aria-describedby="deadline-hint">
            <legend>{words.say("letters-deadline")}</legend>
            <p class="hint" id="deadline-hint">
                {words.say_with("letters-deadline-hint", &[("zone", (&view.zone).into())])}
            </p>
            <div class="pair">{field("deadline_day", "date")} {field("deadline_time", "time")}</div>
            {choice}
        </fieldset>
    }
    .into_any()
}

fn version(words: Words, desk: &Desk, version: &DeskVersion) -> AnyView {
    let when = dates::day_and_time(words, &version.at, desk.today);
    let values = [
        ("number", version.number.to_string().into()),
        ("when", when.into()),
        ("name", version.by.clone().unwrap_or_else(|| words.say("letters-by-nobody")).into()),
    ];
    let key = match (version.number, version.substance) {
        (1, _) => "letters-version-first",
        (_, true) => "letters-version-substance",
        (_, false) => "letters-version-correction",
    };
    let difference = (!version.changes.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.say("letters-difference-before")}</summary>
                {pieces(&version.changes, None)}
            </details>
        }
    });
    view! {
        <li>
            <p>{words.say_with(key, &values)}</p>
            {(!version.note.is_empty()).then(|| view! { <p dir="auto">{version.note.clone()}</p> })}
            <p><code class="hash">{version.hash.clone()}</code></p>
            {difference}
        </li>
    }
    .into_any()
}
