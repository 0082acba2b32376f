//! `/admin/c/{slug}/places`: the tracker's statuses, its places one by one, and whole lists.
//! It takes no list that was not shown before: what comes, what changes and what goes is on the page first.

use leptos::prelude::*;
use redress_domain::{
    FieldErrors, LONGEST_NOTE, LONGEST_PLACE, Locale, PlaceColumn, PlaceId, PlaceStatusCode, RowError, Slug,
    Tone,
};

use super::{Desk, campaign_frame, campaign_head};
use crate::dates;
use crate::parts::{
    Choice, Notice, SelectField, TextArea, TextField, TickBox, Tone as NoticeTone, Typed, summary,
};
use crate::places::model::{ChangeLine, PlaceLine, StatusView};
use crate::places::{Patterns, Swatch};
use crate::shell::Page;
use crate::words::Words;

/// As many wrong cells, or changes, as are listed one by one.
const LISTED: usize = 100;

/// The tracker at the desk. Fields: `action` (save, remove, status, remove-status, preview, import); for a place
/// `id`, `place`, `status`, `as_of`, `source`, `note`, `tile`; for a status `code`, `status_L`, `tone`; for a list
/// `csv`, `new_statuses`, `remove_missing`, `shown`.
#[derive(Debug, Clone)]
pub struct PlacesDeskView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// Its statuses, with how many places have each.
    pub statuses: Vec<StatusView>,
    /// Its places, by name.
    pub rows: Vec<(PlaceId, PlaceLine)>,
    /// The place that is being written anew.
    pub place: Option<PlaceId>,
    /// The status that is being written anew.
    pub status: Option<PlaceStatusCode>,
    /// What is stored or was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: FieldErrors,
    /// What is wrong with a list.
    pub wrong: Vec<RowError>,
    /// What a list would change.
    pub plan: Option<PlanView>,
    /// What was just done, as a message key with the number it was done to.
    pub done: Option<(&'static str, u64)>,
    /// Whether the public sees the tracker.
    pub is_public: bool,
}

/// What a list would change.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// How many come, change and go.
    pub counts: (usize, usize, usize),
    /// How many stay as they are.
    pub same: usize,
    /// Each change in a sentence's parts.
    pub changes: Vec<ChangeLine>,
    /// Statuses that are new.
    pub statuses: Vec<String>,
    /// Headings that mean nothing here.
    pub ignored: Vec<String>,
    /// A mark of exactly this, so that nothing else is done.
    pub mark: String,
}

/// What the shell needs to know of it.
pub fn head(words: Words, view: &PlacesDeskView) -> Page {
    let wrong = !view.errors.is_empty() || !view.wrong.is_empty();
    campaign_head(words, &words.say("places-desk-title"), &view.title, wrong)
}

/// The statuses, the form, the places, and the list to paste.
pub fn page(words: Words, desk: &Desk, view: &PlacesDeskView) -> impl IntoView + use<> {
    let done = view.done.map(|(key, count)| {
        view! { <Notice tone=NoticeTone::Done><p>{words.say_with(key, &[("count", count.into())])}</p></Notice> }
    });
    let public = (view.is_public && !view.rows.is_empty()).then(|| {
        view! { <p><a href=format!("/c/{}/places", view.slug)>{words.say("places-desk-public")}</a></p> }
    });
    let content = view! {
        <Patterns/>
        {summary(words, errors(words, view))}
        <h1>{words.say("places-desk-title")}</h1>
        {done}
        <p class="lead">{words.say("places-desk-lead")}</p>
        {public}
        {statuses(words, view).into_any()}
        {place_form(words, view).into_any()}
        {list(words, view).into_any()}
        {import(words, view).into_any()}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

/// Everything wrong with the form or the list, each with a link to its field.
fn errors(words: Words, view: &PlacesDeskView) -> Vec<(String, String)> {
    let mut all: Vec<_> =
        view.errors.iter().map(|error| (error.field.to_owned(), words.say(error.message))).collect();
    all.extend(view.wrong.iter().take(LISTED).map(|wrong| ("csv".to_owned(), cell(words, *wrong))));
    if view.wrong.len() > LISTED {
        let more = view.wrong.len() - LISTED;
        all.push(("csv".to_owned(), words.say_with("places-wrong-more", &[("count", more.into())])));
    }
    all
}

/// `Row 4, column status: …`
pub fn cell(words: Words, wrong: RowError) -> String {
    let problem = words.say(wrong.message);
    let row = ("row", wrong.row.to_string().into());
    match wrong.column {
        Some(column) => words.say_with(
            "places-wrong-cell",
            &[row, ("column", column.as_str().into()), ("problem", problem.into())],
        ),
        None => words.say_with("places-wrong-row", &[row, ("problem", problem.into())]),
    }
}

fn action(view: &PlacesDeskView) -> String {
    format!("/admin/c/{}/places", view.slug)
}

fn tones(words: Words) -> Vec<Choice> {
    Tone::ALL.iter().map(|tone| Choice::new(tone.as_str(), words.say(&format!("tone-{tone}")))).collect()
}

fn statuses(words: Words, view: &PlacesDeskView) -> impl IntoView + use<> {
    let rows: Vec<_> = view
        .statuses
        .iter()
        .map(|status| {
            let edit = format!("{}?status={}#status-form", action(view), status.code);
            let name = ("status", (&status.name).into());
            let remove = (status.count == 0).then(|| {
                view! {
                    <form method="post" action=action(view)>
                        <input type="hidden" name="code" value=status.code.to_string()/>
                        <button
                            class="as-link"
                            name="action"
                            value="remove-status"
                            aria-label=words.say_with("places-status-remove-for", &[("status", (&status.name).into())])
                        >
                            {words.say("places-remove")}
                        </button>
                    </form>
                }
            });
            view! {
                <tr>
                    <th scope="row">
                        <span class="status"><Swatch tone=status.tone letter=status.letter/> {status.name.clone()}</span>
                        <span class="from">{words.say_with("places-status-in-files", &[("code", status.code.in_files().into())])}</span>
                    </th>
                    <td>{words.say(&format!("tone-{}", status.tone))}</td>
                    <td class="number">{words.number(status.count as u64)}</td>
                    <td class="do">
                        <a href=edit aria-label=words.say_with("places-status-edit-for", &[name])>{words.say("places-edit")}</a>
                        {remove}
                    </td>
                </tr>
            }
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p>{words.say("places-status-none")}</p> }.into_any()
    } else {
        view! {
            <table class="rows statuses-desk">
                <caption class="unseen">{words.say("places-statuses-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("places-column-status")}</th>
                        <th scope="col">{words.say("places-column-tone")}</th>
                        <th scope="col" class="number">{words.say("places-column-count")}</th>
                        <th scope="col" class="do">{words.say("places-column-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    let names: Vec<_> = view
        .languages
        .iter()
        .map(|locale| {
            let field = format!("status_{locale}");
            let language = words.say(&format!("editor-language-{locale}"));
            view! {
                <TextField
                    words
                    name=field.clone()
                    label=words.say_with("places-status-name", &[("language", language.into())])
                    value=view.typed.get(&field)
                    error=view.errors.of(&field)
                    longest=LONGEST_PLACE
                />
            }
        })
        .collect();
    let (legend, open) = match &view.status {
        Some(_) => ("places-status-edit", true),
        None => ("places-status-add", view.statuses.is_empty() || view.typed.is_on("status-form")),
    };
    let code = view.status.as_ref().map(|code| {
        view! { <input type="hidden" name="code" value=code.to_string()/> }
    });
    view! {
        <section aria-labelledby="statuses">
            <h2 id="statuses">{words.say("places-statuses")}</h2>
            {table}
            <details class="behind" open=open id="status-form">
                <summary>{words.say(legend)}</summary>
                <form class="desk-form" method="post" action=action(view)>
                    {code}
                    {names}
                    <SelectField
                        words
                        name="tone"
                        label=words.say("places-tone")
                        hint=words.say("places-tone-hint")
                        choices=tones(words)
                        chosen=view.typed.get("tone")
                        error=view.errors.of("tone")
                    />
                    <button class="button" name="action" value="status">{words.say("places-status-save")}</button>
                </form>
            </details>
        </section>
    }
}

fn place_form(words: Words, view: &PlacesDeskView) -> Option<impl IntoView + use<>> {
    if view.statuses.is_empty() {
        return None;
    }
    let value = |name: &str| view.typed.get(name).to_owned();
    let chosen = value("status");
    let options: Vec<_> = view
        .statuses
        .iter()
        .map(|status| {
            let code = status.code.to_string();
            view! { <option value=code.clone() selected=code == chosen>{status.name.clone()}</option> }
        })
        .collect();
    let wrong = view.errors.of("status");
    let (legend, open) = match view.place {
        Some(_) => ("places-edit-title", true),
        None => ("places-add-title", view.rows.is_empty() || view.typed.is_on("place-form")),
    };
    let id = view.place.map(|id| view! { <input type="hidden" name="id" value=id.to_string()/> });
    let remove = view.place.map(|_| {
        view! {
            <button class="button" data-quiet data-final name="action" value="remove">
                {words.say("places-remove-this")}
            </button>
        }
    });
    Some(view! {
        <section aria-labelledby="place-heading">
            <h2 id="place-heading">{words.say("places-desk-one")}</h2>
            <details class="behind" open=open id="place-form">
                <summary>{words.say(legend)}</summary>
                <form class="desk-form" method="post" action=action(view)>
                    {id}
                    <TextField
                        words
                        name="place"
                        label=words.say("places-field-place")
                        value=value("place")
                        error=view.errors.of("place")
                        longest=LONGEST_PLACE
                    />
                    <div class="field" data-invalid=wrong.is_some()>
                        <label for="status">{words.say("places-column-status")}</label>
                        {wrong.map(|key| view! { <p class="error" id="status-error">{words.say(key)}</p> })}
                        <select id="status" name="status" aria-describedby=wrong.map(|_| "status-error")>{options}</select>
                    </div>
                    <TextField
                        words
                        name="as_of"
                        label=words.say("places-field-day")
                        hint=words.say("places-field-day-hint")
                        value=value("as_of")
                        error=view.errors.of("as_of")
                        optional=true
                    />
                    <TextField
                        words
                        name="source"
                        label=words.say("places-field-source")
                        hint=words.say("places-field-source-hint")
                        value=value("source")
                        error=view.errors.of("source")
                        longest=LONGEST_NOTE
                        optional=true
                    />
                    <TextArea
                        words
                        name="note"
                        label=words.say("places-field-note")
                        value=value("note")
                        error=view.errors.of("note")
                        longest=LONGEST_NOTE
                        rows=3
                        optional=true
                    />
                    <TextField
                        words
                        name="tile"
                        label=words.say("places-field-tile")
                        hint=words.say("places-field-tile-hint")
                        value=value("tile")
                        error=view.errors.of("tile")
                        optional=true
                    />
                    <div class="inline">
                        <button class="button" name="action" value="save">{words.say("places-save")}</button>
                        {remove}
                    </div>
                </form>
            </details>
        </section>
    })
}

fn list(words: Words, view: &PlacesDeskView) -> Option<impl IntoView + use<>> {
    if view.rows.is_empty() {
        return None;
    }
    let rows: Vec<_> = view
        .rows
        .iter()
        .map(|(id, place)| {
            let status = view.statuses.get(place.status).map(|status| {
                view! { <span class="status"><Swatch tone=status.tone letter=status.letter/> {status.name.clone()}</span> }
            });
            let day = place.day.map(|day| dates::known_day(words, day));
            let edit = format!("{}?place={id}#place-form", action(view));
            let label = words.say_with("places-edit-for", &[("place", (&place.name).into())]);
            view! {
                <tr>
                    <th scope="row"><bdi class="name">{place.name.clone()}</bdi></th>
                    <td>{status}</td>
                    <td>{day} <span class="from">{place.note.clone()}</span></td>
                    <td class="do"><a href=edit aria-label=label>{words.say("places-edit")}</a></td>
                </tr>
            }
        })
        .collect();
    Some(view! {
        <section aria-labelledby="list-heading">
            <h2 id="list-heading">{words.say("places-desk-list")}</h2>
            <table class="rows entries">
                <caption class="unseen">{words.say_with("places-caption", &[("count", view.rows.len().into())])}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("places-column-place")}</th>
                        <th scope="col">{words.say("places-column-status")}</th>
                        <th scope="col">{words.say("places-column-day")}</th>
                        <th scope="col" class="do">{words.say("places-column-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    })
}

fn import(words: Words, view: &PlacesDeskView) -> impl IntoView + use<> {
    let plan = view.plan.as_ref().map(|plan| planned(words, plan));
    let take = view.plan.as_ref().filter(|plan| plan.counts != (0, 0, 0)).map(|plan| {
        let (added, changed, removed) = plan.counts;
        let count = added + changed + removed;
        view! {
            <input type="hidden" name="shown" value=plan.mark.clone()/>
            <button class="button" name="action" value="import">
                {words.say_with("places-import-do", &[("count", count.into())])}
            </button>
        }
    });
    let first = if take.is_some() { "places-import-again" } else { "places-import-preview" };
    let quiet = take.is_some();
    let columns = PlaceColumn::ALL.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
    view! {
        <section aria-labelledby="import-heading" id="import">
            <h2 id="import-heading">{words.say("places-import-title")}</h2>
            <p>{words.say("places-import-lead")}</p>
            <p class="quiet"><code>{columns}</code></p>
            {plan}
            <form class="desk-form wide" method="post" action=format!("{}#import", action(view))>
                {take}
                <TextArea
                    words
                    name="csv"
                    label=words.say("places-import-field")
                    hint=words.say("places-import-hint")
                    value=view.typed.get("csv")
                    error=view.errors.of("csv").or((!view.wrong.is_empty()).then_some("error-places-list"))
                    rows=10
                />
                <TickBox
                    words
                    name="new_statuses"
                    label=words.say("places-import-new-statuses")
                    checked=view.typed.is_on("new_statuses")
                />
                <TickBox
                    words
                    name="remove_missing"
                    label=words.say("places-import-remove")
                    checked=view.typed.is_on("remove_missing")
                />
                <button class="button" data-quiet=quiet name="action" value="preview">{words.say(first)}</button>
            </form>
        </section>
    }
}

/// What a list would change, before it is done.
fn planned(words: Words, plan: &PlanView) -> impl IntoView + use<> {
    let (added, changed, removed) = plan.counts;
    let counts = words.say_with(
        "places-plan-counts",
        &[
            ("added", added.into()),
            ("changed", changed.into()),
            ("removed", removed.into()),
            ("same", plan.same.into()),
        ],
    );
    let lines: Vec<_> =
        plan.changes.iter().take(LISTED).map(|change| view! { <li>{change.said(words)}</li> }).collect();
    let more = plan.changes.len().saturating_sub(LISTED);
    let more = (more > 0)
        .then(|| view! { <li>{words.say_with("places-plan-more", &[("count", more.into())])}</li> });
    let list = |key: &str, items: &[String]| {
        let said = words.say_with(key, &[("list", items.join(", ").into())]);
        (!items.is_empty()).then(|| view! { <p>{said}</p> })
    };
    let statuses = list("places-plan-statuses", &plan.statuses);
    let ignored = list("places-plan-ignored", &plan.ignored);
    view! {
        <Notice tone=NoticeTone::Care>
            <h3>{words.say("places-plan-title")}</h3>
            <p>{counts}</p>
            {statuses}
            {ignored}
            <ul class="plain-list plan">{lines} {more}</ul>
        </Notice>
    }
}
