//! `/c/{slug}/contact`: find your members, then write or call, one member at a time.
//! It asks for no name and no address, keeps none, and counts only what a neighbor says they did.

use leptos::prelude::*;
use redress_domain::Channel;

use super::{ContactView, Found, SeatCard, map, tel};
use crate::dates;
use crate::parts::{Notice, TextField, Tone, Width};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn frame(words: Words, view: &ContactView, base_url: &str) -> Page {
    let title = words.say_with("contact-title", &[("body", (&view.body.1).into())]);
    let title = match view.found {
        Found::Malformed => words.say_with("error-title", &[("title", title.into())]),
        _ => title,
    };
    Page {
        path: format!("/c/{}/contact", view.slug),
        languages: view.languages.clone(),
        base_url: base_url.to_owned(),
        ..Page::private(words.0, title)
    }
}

/// The search, what was found, and the members.
pub fn page(words: Words, view: &ContactView) -> AnyView {
    let first = view.languages.first().copied().unwrap_or(words.0);
    let campaign = crate::shell::path(words.0, first, &format!("/c/{}", view.slug));
    let done = view.done.map(|channel| {
        let key = match channel {
            Channel::Called => "contact-done-called",
            Channel::Wrote => "contact-done-wrote",
        };
        view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> }
    });
    let others: Vec<_> = view
        .bodies
        .iter()
        .filter(|(_, _, current)| !current)
        .map(|(slug, name, _)| {
            view! { <li><a href=view.path(words.0, &[("body", slug)])>{name.clone()}</a></li> }
        })
        .collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <nav aria-label=words.say("contact-others")>
                <ul class="back">{others}</ul>
            </nav>
        }
    });
    let cards: Vec<_> = view.seats.iter().map(|seat| card(words, view, seat)).collect();
    let members = (!cards.is_empty()).then(|| {
        let heading = match &view.found {
            Found::District(district) => {
                words.say_with("contact-members-of", &[("district", district.into())])
            }
            _ if view.districts.is_empty() => words.say("contact-members"),
            _ => words.say("contact-members-at-large"),
        };
        view! {
            <section aria-labelledby="members">
                <h2 id="members">{heading}</h2>
                <ul class="members-list">{cards}</ul>
            </section>
        }
        .into_any()
    });
    view! {
        <div class="column contact">
            <header class="lede">
                <p class="eyebrow"><a href=campaign>{view.title.clone()}</a></p>
                <h1>{words.say_with("contact-title", &[("body", (&view.body.1).into())])}</h1>
                <p>{words.say("contact-lead")}</p>
            </header>
            {done}
            {(!view.districts.is_empty()).then(|| chooser(words, view))}
            {members}
            {others}
            <p class="small-print">{words.say("contact-promise")}</p>
        </div>
    }
    .into_any()
}

/// By ZIP code, by the map, or by name.
fn chooser(words: Words, view: &ContactView) -> AnyView {
    let error = (view.found == Found::Malformed).then_some("error-contact-zip");
    let told = match &view.found {
        Found::Unknown => Some(words.say_with("contact-zip-unknown", &[("zip", (&view.zip).into())])),
        Found::Several(_) => Some(words.say_with("contact-zip-several", &[("zip", (&view.zip).into())])),
        _ => None,
    };
    let told = told.map(|text| view! { <Notice tone=Tone::Care><p>{text}</p></Notice> });
    let offered = match &view.found {
        Found::Several(districts) => districts,
        _ => &view.districts,
    };
    let links: Vec<_> = offered
        .iter()
        .map(|district| {
            let chosen = view.found == Found::District(district.clone());
            let href = view.path(words.0, &[("body", &view.body.0), ("district", district)]);
            view! { <li><a href=href aria-current=chosen.then_some("true")>{district.clone()}</a></li> }
        })
        .collect();
    let found = matches!(view.found, Found::District(_));
    let drawn = view.map.as_ref().map(|drawn| map::map(words, view, drawn));
    let districts = view! {
        <div class="district-choice">
            {drawn}
            <ul class="districts">{links}</ul>
        </div>
    };
    let districts = if found {
        view! {
            <details>
                <summary>{words.say("contact-other-district")}</summary>
                {districts}
            </details>
        }
        .into_any()
    } else {
        view! {
            <h3>{words.say("contact-by-district")}</h3>
            {districts}
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="find">
            <h2 id="find">{words.say("contact-find")}</h2>
            <form class="form zip-search" method="post" action=view.path(words.0, &[])>
                <input type="hidden" name="body" value=view.body.0.clone()/>
                <TextField
                    words
                    name="zip"
                    label=words.say("contact-zip")
                    hint=words.say("contact-zip-hint")
                    value=view.zip.clone()
                    error
                    autocomplete="postal-code"
                    inputmode="numeric"
                    width=Width::Short
                />
                <button class="button" data-quiet>{words.say("contact-zip-find")}</button>
            </form>
            {told}
            {districts}
        </section>
    }
    .into_any()
}

fn card(words: Words, view: &ContactView, seat: &SeatCard) -> AnyView {
    let what = match &seat.district {
        Some(district) if !seat.title.contains(district.as_str()) => words
            .say_with("contact-seat-of", &[("title", (&seat.title).into()), ("district", district.into())]),
        _ => seat.title.clone(),
    };
    if seat.holder.is_empty() || seat.vacant_since.is_some() {
        let since = seat.vacant_since.map_or_else(
            || words.say("contact-vacant"),
            |day| {
                let day = dates::day(words, day, view.today);
                words.say_with("contact-vacant-since", &[("day", day.into())])
            },
        );
        return view! {
            <li data-vacant="true">
                <h3>{what}</h3>
                <p class="quiet">{since}</p>
            </li>
        }
        .into_any();
    }
    let write = match (&seat.mailto, &seat.email) {
        (Some(mailto), Some(email)) => view! {
            <div class="way">
                <p>
                    <a class="button" href=mailto.clone()>{words.say_with("contact-write", &[("name", (&seat.holder).into())])}</a>
                </p>
                <p class="quiet">{words.say("contact-write-opens")}</p>
                <details>
                    <summary>{words.say("contact-message")}</summary>
                    <p class="quiet"><a href=format!("mailto:{email}")>{email.clone()}</a></p>
                    <p class="script typed" dir="auto">{seat.message.clone()}</p>
                </details>
                {did(words, view, seat, Channel::Wrote)}
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    };
    let call = seat.phone.as_ref().map(|phone| {
        view! {
            <div class="way">
                <p>
                    <a class="button" data-quiet href=tel(phone)>
                        {words.say_with("contact-call", &[("name", (&seat.holder).into()), ("phone", phone.replace('-', "\u{2011}").into())])}
                    </a>
                </p>
                <details>
                    <summary>{words.say("contact-script")}</summary>
                    <p class="script typed" dir="auto">{seat.script.clone()}</p>
                </details>
                {did(words, view, seat, Channel::Called)}
            </div>
        }
    });
    let none = (seat.mailto.is_none() && seat.phone.is_none())
        .then(|| view! { <p class="quiet">{words.say("contact-no-way")}</p> });
    view! {
        <li>
            <h3><bdi>{seat.holder.clone()}</bdi></h3>
            <p class="quiet">{what}</p>
            <div class="ways">{write} {call} {none}</div>
        </li>
    }
    .into_any()
    .into_any()
}

/// 'I wrote', 'I called': one count more, and nothing about who says so.
fn did(words: Words, view: &ContactView, seat: &SeatCard, channel: Channel) -> AnyView {
    let (label, full) = match channel {
        Channel::Called => ("contact-i-called", "contact-i-called-for"),
        Channel::Wrote => ("contact-i-wrote", "contact-i-wrote-for"),
    };
    let full = words.say_with(full, &[("name", (&seat.holder).into())]);
    let district = match &view.found {
        Found::District(district) => district.clone(),
        _ => String::new(),
    };
    view! {
        <form class="did" method="post" action=view.path(words.0, &[])>
            <input type="hidden" name="seat" value=seat.id.to_string()/>
            <input type="hidden" name="body" value=view.body.0.clone()/>
            <input type="hidden" name="district" value=district/>
            <button class="button" data-quiet name="channel" value=channel.as_str() aria-label=full>{words.say(label)}</button>
        </form>
    }
    .into_any()
}
