//! What a campaign's page tells of hearings: when, where, until when one can write, and what the body takes.
//! It promises nothing for a body: its rules are shown as it published them.

use jiff::civil::Date;
use leptos::prelude::*;
use redress_domain::{DeliveryProfile, FileFormat, HearingState};

use super::{HearingCard, MatterLine, YearlyLine};
use crate::campaign::model::CampaignView;
use crate::dates;
use crate::words::Words;

/// The section; nothing where there is nothing to tell.
pub fn section(words: Words, view: &CampaignView) -> Option<AnyView> {
    let hearings = &view.hearings;
    if hearings.is_empty() && !hearings.contact {
        return None;
    }
    let coming: Vec<_> = hearings.coming.iter().map(|card| hearing(words, view, card)).collect();
    let past: Vec<_> = hearings.past.iter().map(|card| hearing(words, view, card)).collect();
    let past = (!past.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.say("hearings-past")}</summary>
                {past}
            </details>
        }
    });
    let calendar = (hearings.coming.len() + hearings.yearly.len() > 1).then(|| {
        let href = view.path(words.0, "/hearings.ics");
        view! { <p class="quiet"><a href=href>{words.say("hearings-calendar")}</a></p> }
    });
    let matters = (!hearings.matters.is_empty()).then(|| {
        view! { <h3>{words.say("hearing-matters")}</h3> {lines(words, &hearings.matters)} }
    });
    let section = view! {
        <section class="hearings" id="hearings">
            <h2>{words.say(if hearings.is_empty() { "contact-heading" } else { "hearings-heading" })}</h2>
            {coming}
            {matters}
            {yearly(words, view.today, &hearings.yearly)}
            {calendar}
            {hearings.contact.then(|| contact(words, view))}
            {past}
        </section>
    };
    Some(section.into_any())
}

fn contact(words: Words, view: &CampaignView) -> AnyView {
    view! {
        <p>
            <a class="button" data-quiet href=view.path(words.0, "/contact")>{words.say("contact-open")}</a>
        </p>
    }
    .into_any()
}

/// One hearing, set like an announcement: the day first.
fn hearing(words: Words, view: &CampaignView, card: &HearingCard) -> AnyView {
    let off = card.state == HearingState::CalledOff;
    let state = (card.state != HearingState::Planned).then(
        || view! { <strong class="due">{words.say(&format!("hearing-state-{}", card.state))}</strong> " " },
    );
    let when = dates::deadline(words, &card.starts, view.today);
    let calendar = view.path(words.0, &format!("/hearings/{}.ics", card.id));
    let place = (!card.place.is_empty()).then(|| fact(words, "hearing-where", card.place.clone().into_any()));
    let link = (!card.link.is_empty() && !off).then(|| {
        let link = view! { <a href=card.link.clone() rel="noopener nofollow">{short(&card.link)}</a> };
        fact(words, "hearing-join", link.into_any())
    });
    let cutoff = card.cutoff.as_ref().map(|cutoff| {
        let text = dates::deadline(words, cutoff, view.today);
        let time = view! { <time datetime=machine(cutoff)>{text}</time> };
        fact(words, "hearing-until", time.into_any())
    });
    let email = card.email.as_ref().map(|email| {
        let address = view! { <a href=format!("mailto:{email}")>{email.clone()}</a> };
        fact(words, "hearing-send-to", address.into_any())
    });
    let matters = (!card.matters.is_empty())
        .then(|| fact(words, "hearing-matters", lines(words, &card.matters).into_any()));
    let note = (!card.note.is_empty()).then(|| view! { <p class="typed" dir="auto">{card.note.clone()}</p> });
    view! {
        <article class="hearing" data-state=card.state.as_str()>
            <p class="when">{state} <time datetime=machine(&card.starts)>{when}</time></p>
            <h3>{card.title.clone()}</h3>
            <p class="quiet">{card.body.clone()}</p>
            <dl class="facts">{place} {link} {cutoff} {email} {matters}</dl>
            {note}
            {takes(words, card)}
            <p class="quiet"><a href=calendar>{words.say("hearing-calendar")}</a></p>
        </article>
    }
    .into_any()
}

fn fact(words: Words, label: &str, content: AnyView) -> AnyView {
    view! {
        <dt>{words.say(label)}</dt>
        <dd>{content}</dd>
    }
    .into_any()
}

fn lines(words: Words, matters: &[MatterLine]) -> AnyView {
    let lines: Vec<_> = matters
        .iter()
        .map(|matter| {
            let state =
                words.say_with(&format!("matter-is-{}", matter.state), &[("body", (&matter.body).into())]);
            view! {
                <li>
                    <bdi>{matter.called(words)}</bdi>
                    <span class="from">{state}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="matters">{lines}</ul> }.into_any()
}

/// What the body takes, in plain words.
fn takes(words: Words, card: &HearingCard) -> AnyView {
    let rules: Vec<_> =
        profile(words, &card.profile).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let text =
        (!card.rules.is_empty()).then(|| view! { <p class="typed" dir="auto">{card.rules.clone()}</p> });
    let site = card.site.as_ref().map(|site| {
        view! { <p class="quiet"><a href=site.clone() rel="noopener nofollow">{words.say("body-site-link")}</a></p> }
    });
    view! {
        <details>
            <summary>{words.say_with("body-takes", &[("body", (&card.body).into())])}</summary>
            <ul class="plain-list">{rules}</ul>
            {text}
            {site}
        </details>
    }
    .into_any()
}

/// A delivery profile as sentences.
pub fn profile(words: Words, profile: &DeliveryProfile) -> Vec<String> {
    let has = |format| profile.formats.contains(&format);
    let formats = match (has(FileFormat::Pdf), has(FileFormat::Docx)) {
        (true, false) => "body-takes-pdf",
        (false, true) => "body-takes-docx",
        _ => "body-takes-both",
    };
    let number = |key: &str, number: Option<u32>| number.map(|n| words.say_with(key, &[("count", n.into())]));
    let lines = (!profile.required_lines.is_empty())
        .then(|| words.say_with("body-takes-lines", &[("lines", profile.required_lines.join(", ").into())]));
    [
        Some(words.say(formats)),
        number("body-takes-mb", profile.file_mb),
        number("body-takes-words", profile.words),
        number("body-takes-copies", profile.copies),
        number("body-takes-minutes", profile.speak_minutes),
        number("body-takes-until", profile.cutoff_hours),
        lines,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn yearly(words: Words, today: Date, lines: &[YearlyLine]) -> Option<AnyView> {
    let rows: Vec<_> = lines
        .iter()
        .map(|date| {
            let day = dates::day_of_year(words, date.next);
            let next = dates::day(words, date.next, today);
            let body = date.body.as_ref().map(|body| view! { <span class="from">{body.clone()}</span> });
            view! {
                <li>
                    <p class="when"><time datetime=date.next.to_string()>{words.say_with("yearly-when", &[("day", day.into())])}</time></p>
                    <p>
                        {date.text.clone()} " "
                        <span class="from">{words.say_with("yearly-next", &[("day", next.into())])}</span>
                        {body}
                    </p>
                </li>
            }
        })
        .collect();
    (!rows.is_empty())
        .then(|| {
            view! {
                <h3>{words.say("yearly-heading")}</h3>
                <ol class="timeline">{rows}</ol>
            }
        })
        .map(IntoAny::into_any)
}

fn machine(at: &jiff::Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// An address as people read it: without scheme and query.
fn short(link: &str) -> String {
    let text = link.split("://").nth(1).unwrap_or(link);
    text.split(['?', '#']).next().unwrap_or(text).trim_end_matches('/').to_owned()
}
