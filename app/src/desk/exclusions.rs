//! `/admin/c/{slug}/duplicates`: every signature left out, beside the one that stands for it, and the way back.
//! It hides no rule and no case: what is left out here is listed in the packet too.

use leptos::prelude::*;

use super::{Desk, ExclusionRow, ExclusionsView, campaign_frame, campaign_head, likely};
use crate::dates;
use crate::parts::{Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &ExclusionsView) -> Page {
    campaign_head(words, &words.say("exclusions-title"), &view.title, false)
}

/// The search, the rules with their counts, and each case.
pub fn page(words: Words, desk: &Desk, view: &ExclusionsView) -> impl IntoView + use<> {
    let done = view.done.map(|(key, count)| {
        let likely = (view.newly_likely > 0).then(|| {
            let count = view.newly_likely;
            view! { " " {words.say_with("exclusions-found-likely", &[("count", count.into())])} }
        });
        view! {
            <Notice tone=Tone::Done>
                <p>{words.say_with(key, &[("count", count.into())])} {likely}</p>
            </Notice>
        }
    });
    let content = view! {
        <h1>{words.say("exclusions-title")}</h1>
        {done}
        <p class="lead">{words.say("exclusions-lead")}</p>
        {search(words, desk, view)}
        {likely::section(words, desk, view)}
        {if view.rows.is_empty() {
            view.likely.is_empty().then(|| empty(words, view)).into_any()
        } else {
            view! { {by_rule(words, view)} {cases(words, desk, view)} }.into_any()
        }}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn search(words: Words, desk: &Desk, view: &ExclusionsView) -> AnyView {
    let (button, when) = match &view.searched_at {
        Some(at) => {
            let at = dates::day_and_time(words, at, desk.today);
            ("exclusions-search-again", words.say_with("exclusions-searched", &[("at", at.into())]))
        }
        None => ("exclusions-search", words.say("exclusions-never")),
    };
    view! {
        <form class="step" method="post" action=action(view)>
            <button class="button" name="action" value="search" aria-describedby="searched">{words.say(button)}</button>
            <p id="searched">{when}</p>
        </form>
    }
    .into_any()
}

fn empty(words: Words, view: &ExclusionsView) -> AnyView {
    let next = if view.searched_at.is_some() { "exclusions-empty-clean" } else { "exclusions-empty-next" };
    view! {
        <section class="empty">
            <p class="empty-lead">{words.say("exclusions-empty")}</p>
            <p>{words.say(next)}</p>
        </section>
    }
    .into_any()
}

fn by_rule(words: Words, view: &ExclusionsView) -> AnyView {
    let rows: Vec<_> = view
        .by_rule
        .iter()
        .map(|(name, count)| {
            view! {
                <tr>
                    <th scope="row">{rule(words, name)}</th>
                    <td class="number">{words.number(*count)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="by-rule">
            <h2 id="by-rule">{words.say("exclusions-by-rule")}</h2>
            <table class="rows rules">
                <caption class="unseen">{words.say("exclusions-by-rule-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("exclusions-column-rule")}</th>
                        <th scope="col" class="number">{words.say("exclusions-column-count")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn cases(words: Words, desk: &Desk, view: &ExclusionsView) -> AnyView {
    let shown = view.rows.len() as u64;
    let rest = (shown < view.total)
        .then(|| view! { " " {words.say_with("exclusions-shown", &[("shown", shown.into())])} });
    let rows: Vec<_> = view.rows.iter().map(|exclusion| case(words, desk, view, exclusion)).collect();
    view! {
        <section aria-labelledby="cases">
            <h2 id="cases">{words.say("exclusions-list")}</h2>
            <p>{words.say_with("exclusions-count", &[("count", view.total.into())])} {rest}</p>
            <table class="rows entries exclusions">
                <caption class="unseen">{words.say("exclusions-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("exclusions-column-left")}</th>
                        <th scope="col">{words.say("exclusions-column-stands")}</th>
                        <th scope="col">{words.say("exclusions-column-why")}</th>
                        <th scope="col" class="do">{words.say("exclusions-column-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn case(words: Words, desk: &Desk, view: &ExclusionsView, row: &ExclusionRow) -> AnyView {
    let short = |day| dates::short_day(words, day, desk.today);
    let signed =
        words.say_with("exclusions-signed", &[("zip", (&row.zip).into()), ("day", short(row.day).into())]);
    let stands = match &row.survivor {
        Some(name) => view! {
            <bdi class="name">{name.clone()}</bdi>
            <span class="from">{row.survivor_day.map(short)}</span>
        }
        .into_any(),
        None => view! { <span class="from">{words.say("exclusions-stands-none")}</span> }.into_any(),
    };
    let (value, label, full) = if row.overturned {
        ("uphold", "exclusions-again", "exclusions-again-for")
    } else {
        ("overturn", "exclusions-undo", "exclusions-undo-for")
    };
    let full = words.say_with(full, &[("name", (&row.name).into())]);
    // The columns' heads are out of sight on a phone; each cell carries its own there.
    let heads = [words.say("exclusions-column-left"), words.say("exclusions-column-stands")];
    let [left, beside] = heads;
    view! {
        <tr data-overturned=row.overturned>
            <th scope="row" data-head=left>
                <bdi class="name">{row.name.clone()}</bdi>
                <span class="from">{signed}</span>
            </th>
            <td data-head=beside>{stands}</td>
            <td>{rule(words, &row.rule)} {looked_at(words, row)}</td>
            <td class="do">
                <form method="post" action=action(view)>
                    <input type="hidden" name="exclusion" value=row.id.to_string()/>
                    <button class="as-link" name="action" value=value aria-label=full>{words.say(label)}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}

/// What a person decided, if one did.
fn looked_at(words: Words, row: &ExclusionRow) -> Option<impl IntoView + use<>> {
    let said = match (&row.reviewer, row.overturned) {
        (Some(reviewer), true) => {
            words.say_with("exclusions-overturned-by", &[("reviewer", reviewer.into())])
        }
        (None, true) => words.say("exclusions-overturned"),
        (Some(reviewer), false) => words.say_with("exclusions-upheld-by", &[("reviewer", reviewer.into())]),
        (None, false) => return None,
    };
    Some(view! { <strong class="decided">{said}</strong> })
}

/// A rule's sentence. A packet may outlive a rule, so one that is unknown is said to be.
fn rule(words: Words, name: &str) -> String {
    let key = format!("rule-{name}");
    words.say(if words.has(&key) { &key } else { "rule-other" })
}

fn action(view: &ExclusionsView) -> String {
    format!("/admin/c/{}/duplicates", view.slug)
}
