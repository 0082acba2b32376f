//! `/admin/c/{slug}/hearings`: when matters are heard, where each of them stands, and what comes every year.
//! It deletes no hearing: one that will not be is called off, and calendars learn of it.

use leptos::prelude::*;
use redress_domain::{HearingState, Locale, MatterState};

use super::{BodyChoice, HearingRow, HearingsView, fields};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Choice, ErrorSummary, Notice, SelectField, TextArea, TextField, TickBox, Tone, Width};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &HearingsView) -> Page {
    campaign_head(words, &words.say("hearings-title"), &view.title, !view.errors.is_empty())
}

/// The hearings, then the matters, then the yearly dates.
pub fn page(words: Words, desk: &Desk, view: &HearingsView) -> impl IntoView + use<> {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let base = format!("/admin/c/{}/hearings", view.slug);
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("hearings-title")}</h1>
        {done}
        <p class="lead">{words.say("hearings-lead")}</p>
        {if view.bodies.is_empty() {
            let bodies = format!("/admin/c/{}/bodies/new", view.slug);
            view! {
                <section class="empty">
                    <p class="empty-lead">{words.say("hearings-no-body")}</p>
                    <p>{words.say("hearings-no-body-next")}</p>
                    <a class="button" href=bodies>{words.say("bodies-add")}</a>
                </section>
            }
            .into_any()
        } else {
            view! {
                {hearings(words, desk, view)}
                <p><a class="button" data-quiet href=format!("{base}/new")>{words.say("hearings-add")}</a></p>
                {matters(words, view)}
                {yearly(words, view)}
            }
            .into_any()
        }}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn hearings(words: Words, desk: &Desk, view: &HearingsView) -> AnyView {
    if view.hearings.is_empty() {
        return view! {
            <section class="empty">
                <p class="empty-lead">{words.say("hearings-empty")}</p>
                <p>{words.say("hearings-empty-next")}</p>
            </section>
        }
        .into_any();
    }
    let rows: Vec<_> = view.hearings.iter().map(|row| hearing(words, desk, view, row)).collect();
    view! {
        <table class="rows entries hearings-list">
            <caption class="unseen">{words.say("hearings-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say("hearings-column-hearing")}</th>
                    <th scope="col">{words.say("hearings-column-when")}</th>
                    <th scope="col">{words.say("hearings-column-cutoff")}</th>
                    <th scope="col" class="number">{words.say("hearings-column-sent")}</th>
                    <th scope="col" class="do">{words.say("hearings-column-do")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn hearing(words: Words, desk: &Desk, view: &HearingsView, row: &HearingRow) -> impl IntoView + use<> {
    let base = format!("/admin/c/{}/hearings", view.slug);
    let when = dates::deadline(words, &row.starts, desk.today);
    let cutoff = row
        .cutoff
        .as_ref()
        .map_or_else(|| words.say("hearings-no-cutoff"), |cutoff| dates::deadline(words, cutoff, desk.today));
    let state = row.state;
    let about = if row.dockets.is_empty() {
        row.body.clone()
    } else {
        let values = [("body", (&row.body).into()), ("dockets", row.dockets.join(", ").into())];
        words.say_with("hearings-of", &values)
    };
    let buttons: Vec<_> = HearingState::ALL
        .iter()
        .filter(|other| **other != state)
        .map(|other| {
            let label = words.say(&format!("hearings-do-{other}"));
            let full = words.say_with(&format!("hearings-do-{other}-for"), &[("title", (&row.title).into())]);
            view! { <button class="as-link" name="action" value=other.as_str() aria-label=full>{label}</button> }
        })
        .collect();
    view! {
        <tr data-state=state.as_str()>
            <th scope="row">
                <span class="name"><a href=format!("{base}/{}", row.id)>{row.title.clone()}</a></span>
                <span class="from">{about}</span>
            </th>
            <td data-head=words.say("hearings-column-when")>
                {when}
                <span class="from">{words.say(&format!("hearing-state-{state}"))}</span>
            </td>
            <td data-head=words.say("hearings-column-cutoff")>{cutoff}</td>
            <td class="number" data-head=words.say("hearings-column-sent")>{words.number(row.sent)}</td>
            <td class="do">
                <form class="inline" method="post" action=base>
                    <input type="hidden" name="hearing" value=row.id.to_string()/>
                    {buttons}
                </form>
            </td>
        </tr>
    }
}

fn matters(words: Words, view: &HearingsView) -> impl IntoView + use<> {
    let rows: Vec<_> = (0..view.matter_rows).map(|row| matter(words, view, row)).collect();
    view! {
        <section aria-labelledby="matters">
            <h2 id="matters">{words.say("matters-title")}</h2>
            <p>{words.say("matters-lead")}</p>
            <form class="sheet-rows" method="post" action=format!("/admin/c/{}/hearings", view.slug)>
                {rows}
                <button class="button" data-quiet name="action" value="matters">{words.say("matters-save")}</button>
            </form>
        </section>
    }
}

fn matter(words: Words, view: &HearingsView, row: usize) -> impl IntoView + use<> {
    let name = |field: &str| fields::row("matter", row, field);
    let typed = |field: &str| view.typed.get(&name(field)).to_owned();
    let id = typed("id");
    let line = |field: &str, label: &str, width| {
        view! {
            <TextField
                words
                name=name(field)
                label=words.say(label)
                value=typed(field)
                error=view.errors.of(&name(field))
                width
            />
        }
    };
    let states: Vec<_> = MatterState::ALL
        .iter()
        .map(|state| Choice::new(state.as_str(), words.say(&format!("matter-state-{state}"))))
        .collect();
    let remove = (!id.is_empty()).then(|| {
        view! {
            <TickBox words name=name("remove") label=words.say("matters-remove") checked=typed("remove") == "on"/>
        }
    });
    view! {
        <fieldset class="entry">
            <legend>{words.say_with("matters-row", &[("number", (row + 1).into())])}</legend>
            <input type="hidden" name=name("id") value=id/>
            <div class="cells">
                {line("docket", "matters-docket", Width::Short)}
                {line("title", "matters-name", Width::Full)}
                {body_select(words, view, &name("body"), "matters-body", Some("matters-body-none"), |_| true)}
                {body_select(
                    words,
                    view,
                    &name("committee"),
                    "matters-committee",
                    Some("matters-committee-none"),
                    |body| body.committee,
                )}
                <SelectField
                    words
                    name=name("state")
                    label=words.say("matters-state")
                    choices=states
                    chosen=typed("state")
                />
            </div>
            {remove}
        </fieldset>
    }
}

fn body_select(
    words: Words,
    view: &HearingsView,
    name: &str,
    label: &str,
    none: Option<&str>,
    offered: fn(&BodyChoice) -> bool,
) -> impl IntoView + use<> {
    let none = none.map(|none| Choice::new("", words.say(none)));
    let bodies =
        view.bodies.iter().filter(|body| offered(body)).map(|body| Choice::new(&body.id, &body.name));
    view! {
        <SelectField
            words
            name=name.to_owned()
            label=words.say(label)
            choices=none.into_iter().chain(bodies).collect()
            chosen=view.typed.get(name)
            error=view.errors.of(name)
        />
    }
}

fn yearly(words: Words, view: &HearingsView) -> impl IntoView + use<> {
    let rows: Vec<_> = (0..view.yearly_rows).map(|row| yearly_row(words, view, row)).collect();
    view! {
        <section aria-labelledby="yearly">
            <h2 id="yearly">{words.say("yearly-title")}</h2>
            <p>{words.say("yearly-lead")}</p>
            <form class="sheet-rows" method="post" action=format!("/admin/c/{}/hearings", view.slug)>
                {rows}
                <button class="button" data-quiet name="action" value="yearly">{words.say("yearly-save")}</button>
            </form>
        </section>
    }
}

fn yearly_row(words: Words, view: &HearingsView, row: usize) -> impl IntoView + use<> {
    let name = |field: &str| fields::row("yearly", row, field);
    let typed = |field: &str| view.typed.get(&name(field)).to_owned();
    let months: Vec<_> = std::iter::once(Choice::new("", words.say("yearly-month-none")))
        .chain((1..=12).map(|month| Choice::new(month.to_string(), words.say(&format!("month-{month}")))))
        .collect();
    let texts: Vec<_> = Locale::ALL
        .iter()
        .map(|locale| {
            view! {
                <TextArea
                    words
                    name=name(locale.code())
                    label=words.say(&format!("editor-language-{locale}"))
                    value=typed(locale.code())
                    error=view.errors.of(&name(locale.code()))
                    rows=2
                    lang=locale.code()
                />
            }
        })
        .collect();
    view! {
        <fieldset class="entry">
            <legend>{words.say_with("yearly-row", &[("number", (row + 1).into())])}</legend>
            <input type="hidden" name=name("id") value=typed("id")/>
            <div class="cells">
                <TextField
                    words
                    name=name("day")
                    label=words.say("yearly-day")
                    value=typed("day")
                    error=view.errors.of(&name("day"))
                    inputmode="numeric"
                    width=Width::Short
                />
                <SelectField words name=name("month") label=words.say("yearly-month") choices=months chosen=typed("month")/>
                {body_select(words, view, &name("body"), "yearly-body", Some("yearly-body-none"), |_| true)}
            </div>
            <fieldset class="both">
                <legend>{words.say("yearly-text")}</legend>
                <div class="languages">{texts}</div>
            </fieldset>
        </fieldset>
    }
}
