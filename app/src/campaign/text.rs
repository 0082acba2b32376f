//! The petition as it is signed, set like a letter, with its versions; and the timeline.
//! It changes no word of either.

use jiff::civil::Date;
use leptos::prelude::*;

use super::model::{CampaignView, PetitionView, TimelineView};
use crate::words::Words;
use crate::{dates, markup};

/// The text in paragraphs; a line break inside one is kept.
pub(crate) fn letter(text: &str) -> AnyView {
    let paragraphs: Vec<_> =
        text.split("\n\n").map(|paragraph| view! { <p>{paragraph.trim().to_owned()}</p> }).collect();
    view! { <div class="letter">{paragraphs}</div> }.into_any()
}

/// The section of the petition: the text, which version it is, its proof, and the versions before it.
pub(super) fn petition(words: Words, view: &CampaignView) -> AnyView {
    let petition = &view.petition;
    view! {
        <section class="petition" id="petition">
            <h2>{words.say("campaign-petition-heading")}</h2>
            <p class="quiet">{version(words, view)}</p>
            {letter(&petition.text)}
            <details>
                <summary>{words.say("campaign-petition-proof")}</summary>
                <p class="quiet">{words.say("campaign-petition-proof-why")}</p>
                <p><code class="hash">{petition.hash.clone()}</code></p>
            </details>
            {earlier(words, petition)}
        </section>
    }
    .into_any()
}

fn version(words: Words, view: &CampaignView) -> String {
    let petition = &view.petition;
    let day = dates::day(words, petition.since, view.today);
    if view.state.has_ended() {
        return words.say("campaign-petition-signed");
    }
    if petition.number == 1 {
        return words.say_with("campaign-petition-only", &[("day", day.into())]);
    }
    words.say_with(
        "campaign-petition-version",
        &[("number", petition.number.to_string().into()), ("day", day.into())],
    )
}

fn earlier(words: Words, petition: &PetitionView) -> Option<impl IntoView + use<>> {
    let versions: Vec<_> = petition
        .earlier
        .iter()
        .map(|version| {
            let day = dates::full_day(words, version.since);
            let title = words.say_with(
                "campaign-petition-earlier-one",
                &[("number", version.number.to_string().into()), ("day", day.into())],
            );
            view! {
                <h3>{title}</h3>
                {letter(&version.text)}
                <p><code class="hash">{version.hash.clone()}</code></p>
            }
        })
        .collect();
    (!versions.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.say("campaign-petition-earlier")}</summary>
                <p class="quiet">{words.say("campaign-petition-earlier-why")}</p>
                {versions}
            </details>
        }
    })
}

/// What happened and what comes, in order of time; what is due is marked, in words as well as in red.
pub(crate) fn timeline(words: Words, today: Date, entries: &[&TimelineView]) -> AnyView {
    let entries: Vec<_> = entries
        .iter()
        .map(|entry| {
            let machine = entry.time.map_or_else(
                || entry.day.to_string(),
                |time| format!("{}T{:02}:{:02}", entry.day, time.hour(), time.minute()),
            );
            let day = dates::short_day(words, entry.day, today);
            let day = match entry.time {
                Some(time) => words.say_with(
                    "campaign-day-time",
                    &[("day", day.into()), ("time", dates::time(words, time).into())],
                ),
                None => day,
            };
            let due = entry.next.then(|| view! { <strong>{words.say("campaign-timeline-next")}</strong> });
            view! {
                <li data-next=entry.next data-past=entry.day < today>
                    <p class="when">{due} <time datetime=machine>{day}</time></p>
                    <p inner_html=markup::line(&entry.text)></p>
                </li>
            }
        })
        .collect();
    view! { <ol class="timeline">{entries}</ol> }.into_any()
}
