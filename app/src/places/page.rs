//! `/c/{slug}/places`: numbers by status, the table, the map beside it, and what changed last.

use leptos::prelude::*;

use super::map::{Patterns, map};
use super::model::PlacesView;
use super::table::{statuses, table};
use crate::dates;
use crate::shell::{Page, path};
use crate::words::Words;

/// What the shell needs to know of it.
pub fn frame(words: Words, view: &PlacesView, base_url: &str) -> Page {
    Page {
        locale: words.0,
        title: words.say_with("places-page-title", &[("campaign", (&view.campaign).into())]),
        description: words.say_with("places-lead", &[("count", view.tiles.len().into())]),
        path: format!("/c/{}/places", view.slug),
        languages: view.languages.clone(),
        base_url: base_url.to_owned(),
        indexed: true,
        desk: false,
        islands: false,
    }
}

/// The tracker.
pub fn page(words: Words, view: &PlacesView) -> impl IntoView + use<> {
    let first = view.languages.first().copied().unwrap_or(words.0);
    let campaign = path(words.0, first, &format!("/c/{}", view.slug));
    let feed = path(words.0, first, &format!("/c/{}/places.atom", view.slug));
    view! {
        <article class="tracker">
            <Patterns/>
            <header class="lede">
                <p class="eyebrow"><a href=campaign>{view.campaign.clone()}</a></p>
                <h1>{words.say("places-title")}</h1>
                <p class="standfirst">{words.say_with("places-lead", &[("count", view.tiles.len().into())])}</p>
            </header>
            {statuses(words, view).into_any()}
            <p class="to-map"><a href="#map">{words.say("places-to-map")}</a></p>
            <div class="places">
                <div class="places-list">{table(words, view).into_any()}</div>
                {map(words, view).into_any()}
            </div>
            <section>
                <h2>{words.say("places-take")}</h2>
                <ul class="plain-list">
                    <li><a href=format!("/c/{}/places.csv", view.slug)>{words.say("places-take-csv")}</a></li>
                    <li><a href=feed>{words.say("places-take-feed")}</a></li>
                </ul>
            </section>
            {changes(words, view).into_any()}
        </article>
    }
}

fn changes(words: Words, view: &PlacesView) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = view
        .changes
        .iter()
        .map(|change| {
            view! {
                <li>
                    <p class="when">{dates::short_day(words, change.day, view.today)}</p>
                    <p>{change.said(words)}</p>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.say("places-changes")}</h2>
                <ol class="timeline">{lines}</ol>
            </section>
        }
    })
}
