//! The list of places as a table, sorted and filtered by links.

use leptos::prelude::*;

use super::map::Swatch;
use super::model::{PlaceLine, PlacesView, Sort};
use crate::dates;
use crate::shell::path;
use crate::words::Words;

/// The address of the page, in this language, with a filter and an order.
pub fn address(words: Words, view: &PlacesView, only: Option<&str>, sort: Sort) -> String {
    let first = view.languages.first().copied().unwrap_or(words.0);
    let page = path(words.0, first, &format!("/c/{}/places", view.slug));
    // A code may be of any script.
    let escaped = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect()
    };
    let status = only.map(|code| format!("status={}", escaped(code)));
    let sort = Some(sort.as_str()).filter(|sort| !sort.is_empty()).map(|sort| format!("sort={sort}"));
    let query: Vec<_> = [status, sort].into_iter().flatten().collect();
    if query.is_empty() { page } else { format!("{page}?{}", query.join("&")) }
}

/// The numbers by status, each a link to its places.
pub fn statuses(words: Words, view: &PlacesView) -> impl IntoView + use<> {
    let all = view.statuses.iter().map(|status| status.count).sum::<usize>();
    let link = |only: Option<&str>| address(words, view, only, view.sort);
    let current =
        |only: Option<&str>| (view.only.as_ref().map(|code| code.as_str()) == only).then_some("true");
    let items: Vec<_> = view
        .statuses
        .iter()
        .map(|status| {
            let code = Some(status.code.as_str());
            view! {
                <li>
                    <a href=link(code) aria-current=current(code)>
                        <Swatch tone=status.tone letter=status.letter/>
                        <span class="numeral">{words.number(status.count as u64)}</span>
                        " "
                        <span>{status.name.clone()}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <nav class="statuses" aria-label=words.say("places-by-status")>
            <ul>
                <li>
                    <a href=link(None) aria-current=current(None)>
                        <span class="numeral">{words.number(all as u64)}</span>
                        " "
                        <span>{words.say_with("places-all", &[("count", all.into())])}</span>
                    </a>
                </li>
                {items}
            </ul>
        </nav>
    }
}

/// The table; its caption says what it holds.
pub fn table(words: Words, view: &PlacesView) -> impl IntoView + use<> {
    let status = view.only.as_ref().and_then(|only| view.statuses.iter().find(|one| one.code == *only));
    let count = ("count", view.rows.len().into());
    let caption = match status {
        Some(status) => words.say_with("places-caption-only", &[count, ("status", (&status.name).into())]),
        None => words.say_with("places-caption", &[count]),
    };
    let only = view.only.as_ref().map(|code| code.as_str().to_owned());
    let head = |sort: Sort, label: &str, direction: &'static str| {
        let here = view.sort == sort;
        let label = words.say(label);
        let content = if here {
            view! { <span>{label}</span> }.into_any()
        } else {
            let title = words.say_with("places-sort", &[("column", (&label).into())]);
            view! { <a href=address(words, view, only.as_deref(), sort) aria-label=title>{label}</a> }
                .into_any()
        };
        view! { <th scope="col" aria-sort=here.then_some(direction)>{content}</th> }
    };
    let rows: Vec<_> = view.rows.iter().map(|place| row(words, view, place)).collect();
    view! {
        <table class="places-table" id="list">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    {head(Sort::Place, "places-column-place", "ascending")}
                    {head(Sort::Status, "places-column-status", "ascending")}
                    {head(Sort::Day, "places-column-day", "descending")}
                    <th scope="col">{words.say("places-column-note")}</th>
                </tr>
            </thead>
            <tbody>{rows.into_any()}</tbody>
        </table>
    }
}

fn row(words: Words, view: &PlacesView, place: &PlaceLine) -> impl IntoView + use<> {
    let status = view.statuses.get(place.status).map(|status| {
        view! {
            <span class="status">
                <Swatch tone=status.tone letter=status.letter/>
                {status.name.clone()}
            </span>
        }
    });
    let day = place.day.map(|day| {
        view! { <time datetime=day.to_string()>{dates::known_day(words, day)}</time> }
    });
    let note = (!place.note.is_empty()).then(|| view! { <p class="note">{place.note.clone()}</p> });
    let source = (!place.source.is_empty()).then(|| source(words, &place.source));
    view! {
        <tr>
            <th scope="row"><bdi class="name">{place.name.clone()}</bdi></th>
            <td>{status}</td>
            <td class="day">{day}</td>
            <td class="said">{note} {source}</td>
        </tr>
    }
}

/// A source that is an address is a link that says where it leads.
fn source(words: Words, source: &str) -> impl IntoView + use<> {
    let host = source
        .strip_prefix("https://")
        .or_else(|| source.strip_prefix("http://"))
        .filter(|rest| !rest.contains(char::is_whitespace))
        .and_then(|rest| rest.split(['/', '?', '#']).next())
        .filter(|host| !host.is_empty());
    match host {
        Some(host) => {
            let label = words.say_with("places-source-link", &[("host", host.into())]);
            view! { <p class="source"><a href=source.to_owned() rel="noopener nofollow ugc">{label}</a></p> }
                .into_any()
        }
        None => view! { <p class="source">{source.to_owned()}</p> }.into_any(),
    }
}
