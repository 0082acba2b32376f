//! `/admin/c/{slug}/testimonies/{id}`: a text as its writer wrote it, what is known of it, and what a coordinator
//! may do: approve it, send it back with a reason, give it to a member, note something.

use leptos::prelude::*;
use redress_domain::TestimonyState;

use super::{OneView, Piece, length};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{ErrorSummary, Notice, TextArea, Tone};
use crate::shell::Page;
use crate::words::Words;

/// The longest reason and the longest note, in characters.
pub const LONGEST: usize = 1_000;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &OneView) -> Page {
    campaign_head(words, &heading(words, view), &view.title, !view.errors.is_empty())
}

fn heading(words: Words, view: &OneView) -> String {
    let name = view.name.clone().unwrap_or_else(|| words.say("testimonies-nameless"));
    words.say_with("testimony-page-title", &[("name", name.into())])
}

/// The text as a letter; beside it the facts, the decision, notes.
pub fn page(words: Words, desk: &Desk, view: &OneView) -> AnyView {
    let back = format!("/admin/c/{}/testimonies", view.slug);
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let meanwhile = view
        .meanwhile
        .clone()
        .map(|said| view! { <div role="alert"><Notice tone=Tone::Care><p>{said}</p></Notice></div> });
    // Erased part by part: the whole type is too deep for the compiler to follow.
    let aside = view! {
        {decision(words, desk, view).into_any()}
        {facts(words, desk, view).into_any()}
        {assign(words, view).into_any()}
        {notes(words, desk, view).into_any()}
    };
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <p class="up"><a href=back>{words.say("testimony-back")}</a></p>
        <h1><bdi>{heading(words, view)}</bdi></h1>
        {done}
        {meanwhile}
        <div class="testimony">
            {letter(words, view)}
            <div class="testimony-aside">{aside}</div>
        </div>
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn letter(words: Words, view: &OneView) -> AnyView {
    if view.name.is_none() {
        return view! { <p class="lead">{words.say("testimony-erased")}</p> }.into_any();
    }
    let own = view.template.as_ref().map(|template| {
        let share = words.say_with("testimony-own", &[("percent", u64::from(view.own_percent).into())]);
        let marked = (view.own_percent < 100)
            .then(|| words.say_with("testimony-own-marked", &[("template", template.into())]));
        view! { <p class="own-share"><strong>{share}</strong> " " {marked}</p> }
    });
    let flags: Vec<_> = view
        .flags
        .iter()
        .map(|(flag, count)| {
            let kind = words.say(&format!("flag-{flag}"));
            let values = [("kind", kind.into()), ("count", (*count).into())];
            view! { <li>{words.say_with("testimony-flags-line", &values)}</li> }
        })
        .collect();
    let flags = (!flags.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Care>
                <p>{words.say("testimony-flags")}</p>
                <ul class="marks">{flags}</ul>
                <p>{words.say("testimony-flags-next")}</p>
            </Notice>
        }
    });
    let changed = (view.text_number > 1).then(|| {
        let number = view.text_number.to_string();
        view! { <p class="quiet">{words.say_with("testimony-changed", &[("number", number.into())])}</p> }
    });
    view! {
        <section class="testimony-text" aria-labelledby="text">
            <h2 id="text">{words.say("desk-testimony-text")}</h2>
            {own}
            {flags}
            {changed}
            {text(words, &view.language, &view.pieces)}
        </section>
    }
    .into_any()
    .into_any()
}

/// A text, letter for letter, in its own language and direction.
pub(super) fn text(words: Words, language: &str, pieces: &[Piece]) -> AnyView {
    let pieces: Vec<_> = pieces
        .iter()
        .map(|piece| {
            let said = piece.text.clone();
            let said = match piece.flag {
                Some(flag) => {
                    let kind = words.say(&format!("flag-{flag}"));
                    view! { <mark title=kind>{said}</mark> }.into_any()
                }
                None => said.into_any(),
            };
            if piece.of_template {
                view! { <span class="of-template">{said}</span> }.into_any()
            } else {
                said
            }
        })
        .collect();
    view! { <div class="as-written" lang=language.to_owned() dir="auto">{pieces}</div> }.into_any()
}

fn facts(words: Words, desk: &Desk, view: &OneView) -> AnyView {
    let say = |key: &str| words.say(key);
    let stated = |at: &jiff::Zoned| dates::day_and_time(words, at, desk.today);
    let matters = if view.matters.is_empty() { say("testimony-no-matters") } else { view.matters.join("; ") };
    let hearing = match &view.hearing {
        Some((title, at)) => format!("{title} · {}", stated(at)),
        None => say("testimony-no-hearing"),
    };
    let from = view.residency.map(|residency| {
        let residency = say(&format!("residency-{residency}"));
        if view.zip.is_empty() {
            return residency;
        }
        words
            .say_with("testimony-fact-place", &[("residency", residency.into()), ("zip", (&view.zip).into())])
    });
    let organization = view.organization.as_ref().map(|organization| match &view.writer_title {
        Some(title) => words.say_with(
            "testimony-fact-title",
            &[("title", title.into()), ("organization", organization.into())],
        ),
        None => organization.clone(),
    });
    let words_said = {
        let count = words.say_with("desk-testimony-words", &[("count", view.words.into())]);
        let time = words.say_with("testimony-read-aloud", &[("time", length(words, view.seconds).into())]);
        format!("{count}, {time}")
    };
    let speaking = say(&format!("desk-testimony-speaking-{}", view.speaking));
    let rows: Vec<_> = [
        ("stance", view.stance.map(|stance| say(&format!("testimony-stance-{stance}")))),
        ("matters", Some(matters)),
        ("hearing", Some(hearing)),
        ("organization", organization),
        ("authority", view.authority.clone()),
        ("from", from),
        ("mailbox", view.mailbox.clone()),
        ("speaking", Some(speaking)),
        ("language", Some(view.language_name.clone())),
        ("words", Some(words_said)),
        ("template", Some(view.template.clone().unwrap_or_else(|| say("testimony-no-template")))),
        ("sent", view.sent.as_ref().map(stated)),
    ]
    .into_iter()
    .filter_map(|(fact, value)| {
        let value = value?;
        let name = say(&format!("testimony-fact-{fact}"));
        Some(view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> })
    })
    .collect();
    view! {
        <section aria-labelledby="facts">
            <h2 id="facts">{say("testimony-facts")}</h2>
            <dl class="preflight">{rows}</dl>
        </section>
    }
    .into_any()
}

/// What a form saw, so that of two who decide the later is told.
fn seen(view: &OneView) -> AnyView {
    view! {
        <input type="hidden" name="seen_state" value=view.state.as_str()/>
        <input type="hidden" name="seen_text" value=view.text_number.to_string()/>
    }
    .into_any()
}

fn decision(words: Words, desk: &Desk, view: &OneView) -> AnyView {
    let state = words.say(&format!("desk-testimony-state-{}", view.state));
    let now = match &view.decided {
        Some((name, at)) if !matches!(view.state, TestimonyState::Confirmed | TestimonyState::Submitted) => {
            let day = dates::day_and_time(words, at, desk.today);
            words.say_with(
                "testimony-decided-by",
                &[("state", (&state).into()), ("name", name.into()), ("day", day.into())],
            )
        }
        _ => state,
    };
    let reason = view.reason.as_ref().map(|reason| {
        let key = match (view.state, &view.decided) {
            (TestimonyState::Returned, Some((_, at))) => {
                let day = dates::day(words, at.date(), desk.today);
                words.say_with("testimony-writer-has-it", &[("day", day.into())])
            }
            _ => words.say("testimony-returned-before"),
        };
        view! { <p>{key}</p><blockquote dir="auto">{reason.clone()}</blockquote> }
    });
    let action = format!("/admin/c/{}/testimonies/{}", view.slug, view.id);
    let there = view.name.is_some();
    let take_back = |key: &str| {
        view! {
            <form method="post" action=action.clone()>
                {seen(view)}
                <button class="as-link" name="action" value="take-back">{words.say(key)}</button>
            </form>
        }
    };
    let forms = match view.state {
        TestimonyState::Confirmed if there => view! {
            <form method="post" action=action.clone()>
                {seen(view)}
                <button class="button" name="action" value="approve">{words.say("testimony-approve")}</button>
            </form>
            {send_back(words, view, &action)}
        }
        .into_any(),
        TestimonyState::Approved if there => view! {
            {take_back("testimony-take-back")}
            {send_back(words, view, &action)}
        }
        .into_any(),
        TestimonyState::Returned if there => view! {
            {view.late.then(|| view! { <p>{words.say("testimony-late-returned")}</p> })}
            {take_back("testimony-take-back-returned")}
        }
        .into_any(),
        TestimonyState::Submitted => view! { <p>{words.say("testimony-not-confirmed")}</p> }.into_any(),
        TestimonyState::Included => view! { <p>{words.say("testimony-delivered")}</p> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <section class="decide" aria-labelledby="decide">
            <h2 id="decide">{words.say("testimony-decide")}</h2>
            <p class="state" data-state=view.state.as_str()>{now}</p>
            {reason}
            {forms}
        </section>
    }
    .into_any()
}

/// Folded away until it is wanted; open where it was refused.
fn send_back(words: Words, view: &OneView, action: &str) -> AnyView {
    let open = view.errors.of("reason").is_some() || !view.typed.get("reason").is_empty();
    view! {
        <details class="behind" open=open>
            <summary>{words.say("testimony-return-open")}</summary>
            {view.late.then(|| view! { <p>{words.say("testimony-late")}</p> })}
            <form method="post" action=action.to_owned()>
                {seen(view)}
                <TextArea
                    words
                    name="reason"
                    label=words.say("testimony-reason")
                    hint=words.say("testimony-reason-hint")
                    value=view.typed.get("reason").to_owned()
                    error=view.errors.of("reason")
                    longest=LONGEST
                    rows=4
                />
                <button class="button" data-quiet name="action" value="return">{words.say("testimony-return")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn assign(words: Words, view: &OneView) -> AnyView {
    let error = view
        .errors
        .of("assigned")
        .map(|key| view! { <p class="error" id="assigned-error">{words.say(key)}</p> });
    let described = if error.is_some() { "assigned-error assigned-hint" } else { "assigned-hint" };
    let options: Vec<_> = std::iter::once((String::new(), words.say("testimonies-nobody")))
        .chain(view.team.iter().cloned())
        .map(|(account, name)| {
            let selected = account == view.assigned;
            view! { <option value=account selected=selected>{name}</option> }
        })
        .collect();
    view! {
        <form class="assign" method="post" action=format!("/admin/c/{}/testimonies/{}", view.slug, view.id)>
            <input type="hidden" name="seen_assigned" value=view.assigned.clone()/>
            <div class="field">
                <label for="assigned">{words.say("testimony-assign")}</label>
                <p class="hint" id="assigned-hint">{words.say("testimony-assign-hint")}</p>
                {error}
                <p class="inline">
                    <select id="assigned" name="assigned" aria-describedby=described>{options}</select>
                    <button class="as-link" name="action" value="assign">{words.say("testimony-assign-do")}</button>
                </p>
            </div>
        </form>
    }
    .into_any()
}

fn notes(words: Words, desk: &Desk, view: &OneView) -> AnyView {
    let notes: Vec<_> = view
        .notes
        .iter()
        .map(|note| {
            let day = dates::day_and_time(words, &note.at, desk.today);
            let by = words.say_with("testimony-note-by", &[("name", (&note.by).into()), ("day", day.into())]);
            view! { <li><span class="words" dir="auto">{note.text.clone()}</span> <span class="from">{by}</span></li> }
        })
        .collect();
    let notes = (!notes.is_empty()).then(|| view! { <ul class="notes">{notes}</ul> });
    view! {
        <section aria-labelledby="notes">
            <h2 id="notes">{words.say("testimony-notes")}</h2>
            {notes}
            <form method="post" action=format!("/admin/c/{}/testimonies/{}", view.slug, view.id)>
                <TextArea
                    words
                    name="note"
                    label=words.say("testimony-note")
                    hint=words.say("testimony-notes-hint")
                    value=view.typed.get("note").to_owned()
                    error=view.errors.of("note")
                    longest=LONGEST
                    rows=3
                />
                <button class="button" data-quiet name="action" value="note">{words.say("testimony-note-do")}</button>
            </form>
        </section>
    }
    .into_any()
}
