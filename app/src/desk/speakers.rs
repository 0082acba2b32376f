//! `/admin/c/{slug}/speakers`: who speaks at each hearing, in order, at about which time; to move and to print.
//! It promises no time: the chair calls whom they like, and the page says so.

use jiff::Zoned;
use leptos::prelude::*;
use redress_domain::{HearingId, HearingState, ReadAloud, Slug, Speaking, TestimonyId};

use super::testimonies::{length, pages};
use super::{Desk, campaign_frame, campaign_head};
use crate::dates;
use crate::parts::{Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// `/admin/c/{slug}/speakers`
#[derive(Debug, Clone)]
pub struct SpeakersView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The hearings, the earliest first.
    pub hearings: Vec<HearingOrder>,
    /// What was just done, as a message key; and whether it needs care.
    pub done: Option<(&'static str, bool)>,
}

/// A hearing's running order.
#[derive(Debug, Clone)]
pub struct HearingOrder {
    /// Which.
    pub id: HearingId,
    /// Its title.
    pub title: String,
    /// When it begins, in the campaign's time zone.
    pub starts: Zoned,
    /// Where.
    pub place: String,
    /// Whether it will be.
    pub state: HearingState,
    /// Minutes each.
    pub minutes: u32,
    /// In order.
    pub speakers: Vec<Speaker>,
    /// When the last one would be done.
    pub ends: Zoned,
}

/// A speaker. Form: `hearing`, `speaker`, `place` (from 0, as it was seen), `action` = up, down.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of a speaker")]
pub struct Speaker {
    pub id: TestimonyId,
    pub name: String,
    pub organization: Option<String>,
    pub how: Speaking,
    /// When they begin, about.
    pub at: Zoned,
    /// How long the written text takes.
    pub length: ReadAloud,
    /// Whether a coordinator has approved the text.
    pub read: bool,
}

impl std::fmt::Debug for Speaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Speaker([hidden])")
    }
}

/// What the shell needs to know of it.
pub fn head(words: Words, view: &SpeakersView) -> Page {
    campaign_head(words, &words.say("speakers-title"), &view.title, false)
}

/// A list for each hearing.
pub fn page(words: Words, desk: &Desk, view: &SpeakersView) -> AnyView {
    let done = view.done.map(|(key, care)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        view! { <Notice tone=tone><p>{words.say(key)}</p></Notice> }
    });
    let any = view.hearings.iter().any(|hearing| !hearing.speakers.is_empty());
    let body = if view.hearings.is_empty() {
        empty(words, "speakers-none").into_any()
    } else {
        let orders: Vec<_> =
            view.hearings.iter().map(|hearing| order(words, desk, view, hearing).into_any()).collect();
        orders.into_any()
    };
    let content = view! {
        <h1>{words.say("speakers-title")}</h1>
        {pages(words, desk, &view.slug)}
        {done}
        <p class="lead">{words.say("speakers-lead")}</p>
        {any.then(|| view! { <p class="screen-only">{words.say("speakers-remind")} " " {words.say("speakers-print")}</p> })}
        {body}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn empty(words: Words, key: &str) -> AnyView {
    view! {
        <div class="empty">
            <p class="empty-lead">{words.say(key)}</p>
            <p>{words.say(&format!("{key}-next"))}</p>
        </div>
    }
    .into_any()
}

fn order(words: Words, desk: &Desk, view: &SpeakersView, hearing: &HearingOrder) -> AnyView {
    let id = format!("hearing-{}", hearing.id);
    let named = id.clone();
    let state = match hearing.state {
        HearingState::Planned => None,
        HearingState::Held => Some("speakers-held"),
        HearingState::CalledOff => Some("speakers-called-off"),
    };
    let state = state.map(|key| view! { <p class="state" data-state="closed">{words.say(key)}</p> });
    let mut facts = vec![dates::deadline(words, &hearing.starts, desk.today)];
    facts.extend((!hearing.place.is_empty()).then(|| hearing.place.clone()));
    facts.push(words.say_with("speakers-count", &[("count", hearing.speakers.len().into())]));
    facts.push(words.say_with("speakers-minutes", &[("count", hearing.minutes.into())]));
    let last = hearing.speakers.len().saturating_sub(1);
    let rows: Vec<_> = hearing
        .speakers
        .iter()
        .enumerate()
        .map(|(place, speaker)| row(words, view, hearing, place, last, speaker))
        .collect();
    let table = if rows.is_empty() {
        empty(words, "speakers-empty").into_any()
    } else {
        let ends = dates::time(words, hearing.ends.time());
        view! {
            <table class="rows entries speakers">
                <caption class="unseen">
                    {words.say_with("speakers-caption", &[("title", (&hearing.title).into())])}
                </caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{words.say("speakers-column-number")}</th>
                        <th scope="col">{words.say("speakers-column-time")}</th>
                        <th scope="col">{words.say("speakers-column-name")}</th>
                        <th scope="col">{words.say("speakers-column-how")}</th>
                        <th scope="col">{words.say("speakers-column-length")}</th>
                        <th scope="col" class="do">{words.say("speakers-column-move")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="quiet">{words.say_with("speakers-ends", &[("time", ends.into())])}</p>
        }
        .into_any()
    };
    view! {
        <section class="running-order" aria-labelledby=named>
            <h2 id=id><bdi>{hearing.title.clone()}</bdi></h2>
            {state}
            <p class="quiet">{facts.join(" · ")}</p>
            {table}
        </section>
    }
    .into_any()
}

fn row(
    words: Words,
    view: &SpeakersView,
    hearing: &HearingOrder,
    place: usize,
    last: usize,
    speaker: &Speaker,
) -> AnyView {
    let href = format!("/admin/c/{}/testimonies/{}", view.slug, speaker.id);
    let fits = if speaker.length.fits() {
        words.say("speakers-fits")
    } else {
        words.say_with("speakers-over", &[("count", speaker.length.words_over.into())])
    };
    let time = length(words, speaker.length.seconds);
    let button = |way: &'static str, label: &str| {
        let name = words.say_with(&format!("{label}-name"), &[("name", (&speaker.name).into())]);
        view! {
            <button class="as-link" name="action" value=way aria-label=name>{words.say(label)}</button>
            " "
        }
    };
    let organization = speaker.organization.clone().map(|one| view! { <bdi class="from">{one}</bdi> });
    let unread =
        (!speaker.read).then(|| view! { <span class="from">{words.say("speakers-not-read")}</span> });
    view! {
        <tr>
            <td class="number">{words.number(place as u64 + 1)}</td>
            <td class="time">{dates::time(words, speaker.at.time())}</td>
            <th scope="row" class="name">
                <a href=href><bdi>{speaker.name.clone()}</bdi></a>
                {organization}
                {unread}
            </th>
            <td>{words.say(&format!("desk-testimony-speaking-{}", speaker.how))}</td>
            <td data-over=!speaker.length.fits()>
                {words.say_with("speakers-length", &[("time", time.into())])}
                <span class="from">{fits}</span>
            </td>
            <td class="do">
                <form method="post" action=format!("/admin/c/{}/speakers", view.slug)>
                    <input type="hidden" name="hearing" value=hearing.id.to_string()/>
                    <input type="hidden" name="speaker" value=speaker.id.to_string()/>
                    <input type="hidden" name="place" value=place.to_string()/>
                    {(place > 0).then(|| button("up", "speakers-up"))}
                    {(place < last).then(|| button("down", "speakers-down"))}
                </form>
            </td>
        </tr>
    }
    .into_any()
}
