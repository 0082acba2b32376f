//! `/admin/c/{slug}`: where a campaign stands, in numbers that add up, and what can be done now.
//! It names nobody who signed; who changed what is there by name.

use jiff::civil::Date;
use leptos::prelude::*;
use redress_domain::Action;

use super::chart::chart;
use super::numbers::{equation, share};
use super::steps::steps;
use super::{DashboardView, Desk, HistoryLine, campaign_frame, campaign_head};
use crate::dates;
use crate::parts::{Notice, Tally, Tone};
use crate::shell::Page;
use crate::words::Words;

/// More ZIP codes than this wait behind a line that opens.
const ZIPS_AT_FIRST: usize = 12;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &DashboardView) -> Page {
    campaign_head(words, &words.say("dashboard-title"), &view.title, false)
}

/// The overview.
pub fn page(words: Words, desk: &Desk, view: &DashboardView) -> AnyView {
    let refused = view.refused.map(|key| {
        view! { <Notice tone=Tone::Care><p>{words.say(key)}</p></Notice> }
    });
    let held = (view.held > 0).then(|| {
        let link = desk.may(Action::Moderate).then(|| {
            view! { " " <a href=format!("/admin/c/{}/held", view.slug)>{words.say("dashboard-held-link")}</a> }
        });
        view! { <p>{words.say_with("dashboard-held", &[("count", view.held.into())])} {link}</p> }
    });
    let content = view! {
        {refused}
        <p class="where">
            <span class="state" data-state=view.state.as_str()>{words.say(&format!("state-{}", view.state))}</span>
            {whereabouts(words, view)}
        </p>
        <section class="standing" aria-labelledby="numbers">
            <h2 id="numbers" class="unseen">{words.say("dashboard-numbers")}</h2>
            {equation(words, &view.tally)}
            {held}
            {goal(words, view)}
        </section>
        {steps(words, &view.slug, &view.steps)}
        <section aria-labelledby="by-day">
            <h2 id="by-day">{words.say("dashboard-by-day")}</h2>
            {chart(words, &view.by_day)}
            {days_behind(words, &view.by_day)}
        </section>
        <div class="columns">
            {by_zip(words, view)}
            <div class="stack">
                {by_residency(words, view)}
                {by_source(words, view)}
            </div>
        </div>
        {history(words, desk, &view.history)}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn whereabouts(words: Words, view: &DashboardView) -> AnyView {
    if view.state.is_public() {
        let address = view.public_url.trim_start_matches("https://").trim_start_matches("http://").to_owned();
        view! {
            <span>{words.say("dashboard-public")} ": " <a class="address" href=view.public_url.clone()>{address}</a></span>
        }
        .into_any()
    } else {
        view! { <span>{words.say("dashboard-not-public")}</span> }.into_any()
    }
}

fn goal(words: Words, view: &DashboardView) -> Option<AnyView> {
    let (signed, goal) = (view.tally.confirmed, view.goal?);
    let said = if signed >= goal {
        words.say_with("dashboard-goal-met", &[("goal", goal.into())])
    } else {
        words.say_with("dashboard-goal", &[("confirmed", signed.into()), ("goal", goal.into())])
    };
    Some(view! {
        <div class="goal">
            <Tally words signed goal=Some(goal)/>
            <p class="quiet">{said}</p>
        </div>
    })
    .map(IntoAny::into_any)
}

fn days_behind(words: Words, by_day: &[(Date, u64, u64)]) -> Option<AnyView> {
    let last = by_day.last()?.0;
    // The newest day first: it is the one that is asked about.
    let rows: Vec<_> = by_day
        .iter()
        .rev()
        .map(|(day, received, confirmed)| {
            view! {
                <tr>
                    <th scope="row">{dates::day(words, *day, last)}</th>
                    <td class="number">{words.number(*received)}</td>
                    <td class="number">{words.number(*confirmed)}</td>
                </tr>
            }
        })
        .collect();
    Some(view! {
        <details class="behind">
            <summary>{words.say("dashboard-table-behind")}</summary>
            <table class="rows">
                <caption class="unseen">{words.say("dashboard-by-day-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("dashboard-column-day")}</th>
                        <th scope="col" class="number">{words.say("dashboard-column-received")}</th>
                        <th scope="col" class="number">{words.say("dashboard-column-confirmed")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    })
    .map(IntoAny::into_any)
}

/// What a table of counts says of itself: message keys.
struct Counted {
    heading: &'static str,
    caption: &'static str,
    column: &'static str,
    count: &'static str,
}

fn by_zip(words: Words, view: &DashboardView) -> AnyView {
    let about = Counted {
        heading: "dashboard-by-zip",
        caption: "dashboard-by-zip-caption",
        column: "dashboard-column-zip",
        count: "dashboard-column-confirmed",
    };
    let whole = view.tally.confirmed;
    let (first, more) = view.by_zip.split_at(view.by_zip.len().min(ZIPS_AT_FIRST));
    let more = (!more.is_empty()).then(|| {
        let summary = words.say_with("dashboard-by-zip-more", &[("count", more.len().into())]);
        view! {
            <details class="behind">
                <summary>{summary}</summary>
                {counts(words, &about, more.to_vec(), whole)}
            </details>
        }
    });
    let first = counts(words, &about, first.to_vec(), whole);
    section(words, &about, view! { {first} {more} }).into_any()
}

fn by_residency(words: Words, view: &DashboardView) -> AnyView {
    let about = Counted {
        heading: "dashboard-by-residency",
        caption: "dashboard-by-residency-caption",
        column: "dashboard-column-residency",
        count: "dashboard-column-confirmed",
    };
    let rows = view
        .by_residency
        .iter()
        .map(|(residency, count)| (words.say(&format!("residency-{residency}")), *count))
        .collect();
    let table = counts(words, &about, rows, view.tally.confirmed);
    section(words, &about, table).into_any()
}

fn by_source(words: Words, view: &DashboardView) -> AnyView {
    let about = Counted {
        heading: "dashboard-by-source",
        caption: "dashboard-by-source-caption",
        column: "dashboard-column-source",
        count: "dashboard-column-received",
    };
    let rows = view
        .by_source
        .iter()
        .map(|(label, count)| (label.clone().unwrap_or_else(|| words.say("dashboard-source-none")), *count))
        .collect();
    let table = counts(words, &about, rows, view.tally.received);
    let example = format!("{}?from={}", view.public_url, words.say("dashboard-source-example-label"));
    section(
        words,
        &about,
        view! {
            {table}
            <p class="quiet">{words.say("dashboard-source-how")} <br/> <code class="address">{example}</code></p>
        },
    )
    .into_any()
}

fn section<V: IntoView + 'static>(words: Words, about: &Counted, content: V) -> AnyView {
    let (id, heading) = (about.heading, words.say(about.heading));
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn counts(words: Words, about: &Counted, rows: Vec<(String, u64)>, whole: u64) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="quiet">{words.say("dashboard-nothing-yet")}</p> }.into_any();
    }
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(label, count)| {
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td class="number">{words.number(count)}</td>
                    <td class="portion">{share(words, count, whole)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="rows counts">
            <caption class="unseen">{words.say(about.caption)}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say(about.column)}</th>
                    <th scope="col" class="number">{words.say(about.count)}</th>
                    <th scope="col">{words.say("dashboard-column-share")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn history(words: Words, desk: &Desk, lines: &[HistoryLine]) -> AnyView {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| {
            let actor = line.actor.clone().unwrap_or_else(|| words.say("desk-by-redress"));
            view! {
                <tr>
                    <td>{happened(words, line)}</td>
                    <td class="by">{actor}</td>
                    <td class="figures">
                        <time datetime=line.at.timestamp().to_string()>
                            {dates::day_and_time(words, &line.at, desk.today)}
                        </time>
                    </td>
                </tr>
            }
        })
        .collect();
    let table = if lines.is_empty() {
        view! { <p class="quiet">{words.say("dashboard-history-empty")}</p> }.into_any()
    } else {
        view! {
            <table class="rows entries history">
                <caption class="unseen">{words.say("dashboard-history-caption")}</caption>
                <thead class="unseen">
                    <tr>
                        <th scope="col">{words.say("history-column-what")}</th>
                        <th scope="col">{words.say("history-column-who")}</th>
                        <th scope="col">{words.say("history-column-when")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="history">
            <h2 id="history">{words.say("dashboard-history")}</h2>
            {table}
        </section>
    }
    .into_any()
}

/// The sentence of a change. States and roles are stored by their stable names and said in the page's language.
fn happened(words: Words, line: &HistoryLine) -> String {
    // A packet's line in the log holds its number, count and seal; here its number is enough.
    let mut parts = line.detail.split(" · ");
    let number = parts.next().unwrap_or_default();
    if let ("history-exported", Some(Ok(count))) = (line.what.as_str(), parts.next().map(str::parse::<u64>)) {
        let values = [("number", number.into()), ("count", count.into())];
        return words.say_with("history-exported-packet", &values);
    }
    let detail = match line.what.as_str() {
        "history-packet-built" => number.to_owned(),
        "history-step" => named(words, "state", &line.detail),
        "history-member-invited" | "history-member-joined" | "history-member-role" => {
            named(words, "role", &line.detail)
        }
        _ => line.detail.clone(),
    };
    words.say_with(&line.what, &[("detail", detail.into())])
}

fn named(words: Words, kind: &str, name: &str) -> String {
    let key = format!("{kind}-{name}");
    if words.has(&key) { words.say(&key) } else { name.to_owned() }
}
