//! `/admin/c/{slug}/outcome`: how it ended, in every language of the campaign; votes, with everything that is wrong
//! in a list named by its row before any of it is recorded; places and documents; and what follows.

use leptos::prelude::*;
use redress_domain::{LONGEST_OUTCOME, LONGEST_OUTCOME_LINE, OutcomeKind};

use super::record::{table, total};
use super::{OutcomeDeskView, VoteView, fields};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Choice, Choices, ErrorSummary, Notice, SelectField, TextArea, TextField, Tone, Width};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &OutcomeDeskView) -> Page {
    let wrong = !view.errors.is_empty() || !view.faults.is_empty();
    campaign_head(words, &words.say("outcome-title"), &view.title, wrong)
}

/// The page.
pub fn page(words: Words, desk: &Desk, view: &OutcomeDeskView) -> AnyView {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let tell = view.recorded.then(|| {
        let news = format!("/admin/c/{}/news?from=outcome", view.slug);
        view! {
            <p><a class="button" href=news>{words.say("outcome-tell")}</a></p>
        }
    });
    let body = if view.public {
        view! { {form(words, view)} {votes(words, view)} {take_back(words, view)} }.into_any()
    } else {
        view! { <p>{words.say("outcome-not-public")}</p> }.into_any()
    };
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("outcome-title")}</h1>
        {done}
        <p class="lead">{words.say("outcome-lead")}</p>
        {tell}
        {body}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn action(view: &OutcomeDeskView) -> String {
    format!("/admin/c/{}/outcome", view.slug)
}

fn form(words: Words, view: &OutcomeDeskView) -> AnyView {
    let kinds = OutcomeKind::ALL.iter().map(|kind| Choice {
        value: kind.as_str().to_owned(),
        label: words.say(&format!("outcome-{kind}")),
        hint: words.say(&format!("outcome-{kind}-hint")),
    });
    let texts: Vec<_> = view
        .languages
        .iter()
        .map(|locale| {
            let name = format!("text_{locale}");
            let language = words.say(&format!("editor-language-{locale}"));
            view! {
                <TextArea
                    words
                    name=name.clone()
                    label=words.say_with("outcome-text", &[("language", language.into())])
                    value=view.typed.get(&name)
                    error=view.errors.of(&name)
                    longest=LONGEST_OUTCOME
                    lang=locale.code()
                    rows=6
                />
            }
        })
        .collect();
    let mut follow: Vec<Choice> = vec![Choice::new("", words.say("outcome-follow-on-none"))];
    follow.extend(view.campaigns.iter().map(|(slug, title)| Choice::new(slug.clone(), title.clone())));
    view! {
        <form class="desk-form wide" method="post" action=action(view)>
            <Choices
                words
                name="kind"
                legend=words.say("outcome-kind")
                choices=kinds.collect()
                chosen=view.typed.get("kind")
                error=view.errors.of("kind")
            />
            <TextField
                words
                name="day"
                kind="date"
                label=words.say("outcome-day")
                value=view.typed.get("day")
                error=view.errors.of("day")
                width=Width::Short
            />
            {texts}
            <SelectField
                words
                name="follow_on"
                label=words.say("outcome-follow-on-field")
                hint=words.say("outcome-follow-on-hint")
                choices=follow
                chosen=view.typed.get("follow_on")
                error=view.errors.of("follow_on")
            />
            {rows(words, view, "link", view.rows.0, &["title", "url"], "outcome-documents", "links")}
            {rows(words, view, "place", view.rows.1, &["name", "day", "note", "url"], "outcome-places", "places")}
            <button class="button" name="action" value="save">{words.say("outcome-save")}</button>
        </form>
    }
    .into_any()
}

/// A list to type into: a row each, and one more than there are.
fn rows(
    words: Words,
    view: &OutcomeDeskView,
    what: &'static str,
    count: usize,
    columns: &'static [&'static str],
    legend: &str,
    id: &'static str,
) -> AnyView {
    let lines: Vec<_> = (0..count)
        .map(|row| {
            let inputs: Vec<_> = columns
                .iter()
                .map(|column| {
                    let name = fields::row(what, row, column);
                    let id = if row == 0 && *column == columns[0] { id.to_owned() } else { name.clone() };
                    let label = words.say_with(
                        &format!("outcome-{what}-{column}"),
                        &[("number", (row + 1).to_string().into())],
                    );
                    view! {
                        <TextField
                            words
                            name=name.clone()
                            id=id
                            label=label
                            value=view.typed.get(&name)
                            longest=LONGEST_OUTCOME_LINE
                        />
                    }
                })
                .collect();
            view! { <div class="outcome-row">{inputs}</div> }
        })
        .collect();
    let error = view.errors.of(id);
    view! {
        <fieldset class="outcome-rows" data-invalid=error.is_some()>
            <legend>{words.say(legend)}</legend>
            <p class="hint">{words.say(&format!("outcome-{what}-hint"))}</p>
            {error.map(|key| view! { <p class="error" id=format!("{id}-error")>{words.say(key)}</p> })}
            {lines}
        </fieldset>
    }
    .into_any()
}

fn votes(words: Words, view: &OutcomeDeskView) -> AnyView {
    let there: Vec<_> = view.votes.iter().map(|vote| recorded(words, view, vote)).collect();
    let faults: Vec<_> = view
        .faults
        .iter()
        .map(|fault| {
            let row = words.say_with("vote-row", &[("row", fault.row.to_string().into())]);
            view! { <li>{row} " " {words.say(fault.message)}</li> }
        })
        .collect();
    let faults = (!faults.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Care>
                <p>{words.say("vote-nothing-recorded")}</p>
                <ul class="plain-list">{faults}</ul>
            </Notice>
        }
    });
    let preview = view.preview.as_ref().map(|preview| {
        let (total, rest) = total(words, &preview.ballots);
        let rest: Vec<_> = rest.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        view! {
            <Notice tone=Tone::Care>
                <p>{words.say("vote-preview")}</p>
                <p class="vote-total numeral">{total}</p>
                <ul class="plain-list">{rest}</ul>
            </Notice>
            {table(words, &preview.ballots, words.say("vote-preview-caption"))}
        }
    });
    let line = |name: &'static str, key: &str, kind: &'static str| {
        view! {
            <TextField
                words
                name=name
                kind=kind
                label=words.say(key)
                value=view.typed.get(name)
                error=view.errors.of(name)
                longest=LONGEST_OUTCOME_LINE
            />
        }
    };
    let ready = view.preview.is_some();
    let save = ready.then(|| {
        view! { <button class="button" name="action" value="save-vote">{words.say("vote-save")}</button> }
    });
    view! {
        <section aria-labelledby="votes" id="vote-section">
            <h2 id="votes">{words.say("vote-title")}</h2>
            <p>{words.say("vote-lead")}</p>
            {there}
            {faults}
            {preview}
            <form
                class="desk-form wide"
                method="post"
                action=format!("{}#vote-section", action(view))
                enctype="multipart/form-data"
            >
                {line("body", "vote-body", "text")}
                {line("question", "vote-question", "text")}
                {line("vote_day", "vote-day", "date")}
                <TextArea
                    words
                    name="ballots"
                    label=words.say("vote-ballots")
                    hint=words.say("vote-ballots-hint")
                    value=view.typed.get("ballots")
                    error=view.errors.of("ballots")
                    rows=10
                />
                <div class="field">
                    <label for="ballots_file">{words.say("vote-file")}</label>
                    <input id="ballots_file" name="ballots_file" type="file" accept=".csv,text/csv,text/plain"/>
                </div>
                <div class="inline">
                    {save}
                    <button class="button" data-quiet=ready name="action" value="preview-vote">
                        {words.say("vote-look")}
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn recorded(words: Words, view: &OutcomeDeskView, vote: &VoteView) -> AnyView {
    let (total, _) = total(words, &vote.ballots);
    let day = dates::full_day(words, vote.day);
    let values = [("body", (&vote.body).into()), ("day", day.into())];
    let label = words.say_with("vote-remove-of", &[("question", (&vote.question).into())]);
    view! {
        <form class="beside recorded-vote" method="post" action=action(view)>
            <input type="hidden" name="vote" value=vote.id.to_string()/>
            <p>
                <strong>{total}</strong>
                " "
                <bdi>{vote.question.clone()}</bdi>
                " "
                <span class="from">{words.say_with("vote-of", &values)}</span>
            </p>
            <button class="as-link" name="action" value="remove-vote" aria-label=label>{words.say("vote-remove")}</button>
        </form>
    }
    .into_any()
}

fn take_back(words: Words, view: &OutcomeDeskView) -> Option<AnyView> {
    view.recorded.then(|| {
        view! {
            <details class="behind">
                <summary>{words.say("outcome-take-back")}</summary>
                <form class="desk-form" method="post" action=action(view)>
                    <p>{words.say("outcome-take-back-means")}</p>
                    <button class="button" data-quiet data-final name="action" value="take-back">
                        {words.say("outcome-take-back")}
                    </button>
                </form>
            </details>
        }
        .into_any()
    })
}
