//! The list of campaigns: what is open first, then what is on record.
//! It ranks nothing by popularity; the server's order stands.

use leptos::prelude::*;
use redress_domain::{CampaignState, Locale};

use crate::campaign::model::CampaignCard;
use crate::dates;
use crate::parts::Tally;
use crate::shell::{self, Page};
use crate::words::Words;

/// What the shell needs to know of the list; `base_url` is `https://host`.
pub fn frame(words: Words, base_url: &str) -> Page {
    Page {
        locale: words.0,
        title: words.say("home-title"),
        description: words.say("home-lead"),
        path: "/".to_owned(),
        languages: Locale::ALL.to_vec(),
        base_url: base_url.to_owned(),
        indexed: true,
        desk: false,
        islands: false,
    }
}

/// Every public campaign.
pub fn page(words: Words, campaigns: &[CampaignCard]) -> AnyView {
    let (ended, open): (Vec<_>, Vec<_>) = campaigns.iter().partition(|card| card.state.has_ended());
    let nothing = open.is_empty().then(|| {
        view! {
            <section class="empty">
                <p>{words.say("home-empty")}</p>
                <p class="quiet">{words.say("home-empty-then")}</p>
            </section>
        }
    });
    view! {
        <div class="home">
            <header class="lede">
                <h1>{words.say("home-title")}</h1>
                <p class="standfirst">{words.say("home-lead")}</p>
            </header>
            {nothing}
            {list(words, "home-open", &open)}
            {list(words, "home-ended", &ended)}
        </div>
    }
    .into_any()
}

fn list(words: Words, heading: &'static str, cards: &[&CampaignCard]) -> Option<impl IntoView + use<>> {
    let cards: Vec<_> = cards.iter().map(|campaign| card(words, campaign)).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section aria-labelledby=heading>
                <h2 id=heading class="label">{words.say(heading)}</h2>
                <ul class="cards">{cards}</ul>
            </section>
        }
    })
}

fn card(words: Words, card: &CampaignCard) -> AnyView {
    // The address of a campaign finds its first language by itself; a prefix asks for this page's.
    let path = shell::path(words.0, Locale::default(), &format!("/c/{}", card.slug));
    let count = match card.goal.filter(|_| !card.state.has_ended()) {
        Some(goal) => {
            words.say_with("home-signed-of", &[("count", card.signed.into()), ("goal", goal.into())])
        }
        None => words.say_with("home-signed", &[("count", card.signed.into())]),
    };
    let standing = match (&card.closes, card.state) {
        (Some(closes), CampaignState::Live) => {
            // A deadline that is still ahead needs no year.
            let deadline = dates::deadline(words, closes, closes.date());
            words.say_with("campaign-open-until", &[("deadline", deadline.into())])
        }
        (None, CampaignState::Live) => words.say("campaign-open"),
        (_, state) => words.say(&format!("campaign-{state}")),
    };
    view! {
        <li class="card">
            <p class="eyebrow">
                <strong data-open=card.state.is_open()>{standing}</strong>
                <span>{card.target_line.clone()}</span>
            </p>
            <h3><a href=path>{card.title.clone()}</a></h3>
            <p class="standfirst">{card.standfirst.clone()}</p>
            <div class="numbers">
                <p class="quiet">{count}</p>
                <Tally words signed=card.signed goal=card.goal/>
            </div>
        </li>
    }
    .into_any()
}
