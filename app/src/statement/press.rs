//! `/c/{slug}/press`: what a reporter needs, on one page: the ask, the count, how it stands, who hosts it, what
//! happened when, and what was said, to quote. It knows nothing that the campaign's page does not tell.

use leptos::prelude::*;

use super::public::{plain, quotation};
use super::{PressView, StatementView};
use crate::campaign::{standing, timeline};
use crate::dates;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn frame(words: Words, view: &PressView, base_url: &str) -> Page {
    let campaign = &view.campaign;
    Page {
        locale: words.0,
        title: words.say_with("press-title-of", &[("title", (&campaign.title).into())]),
        description: campaign.standfirst.clone(),
        path: format!("/c/{}/press", campaign.slug),
        languages: campaign.languages.clone(),
        base_url: base_url.to_owned(),
        indexed: campaign.state.is_public(),
        desk: false,
        islands: false,
    }
}

/// The page.
pub fn page(words: Words, view: &PressView) -> AnyView {
    let campaign = &view.campaign;
    let statements: Vec<_> = campaign.statements.iter().map(|one| to_quote(words, one)).collect();
    let statements = (!statements.is_empty()).then(|| {
        view! {
            <section class="statements">
                <h2>{words.say("statements-heading")}</h2>
                <p class="quiet">{words.say("press-quote-hint")}</p>
                {statements}
            </section>
        }
    });
    let times = (!campaign.timeline.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.say("campaign-timeline-heading")}</h2>
                {timeline(words, campaign.today, &campaign.timeline.iter().collect::<Vec<_>>())}
            </section>
        }
    });
    view! {
        <article class="press">
            <header class="lede">
                <p class="eyebrow"><a href=campaign.path(words.0, "")>{campaign.title.clone()}</a></p>
                <h1>{words.say("press-title")}</h1>
                <p class="standfirst">{campaign.standfirst.clone()}</p>
            </header>
            {facts(words, view)}
            {crate::outcome::of_campaign(words, &view.campaign)}
            {statements}
            {times}
        </article>
    }
    .into_any()
}

fn facts(words: Words, view: &PressView) -> AnyView {
    let campaign = &view.campaign;
    let day = dates::full_day(words, campaign.today);
    let count = words.say_with("press-count", &[("count", campaign.signed.into()), ("day", day.into())]);
    let hosts: Vec<_> = campaign
        .hosts
        .iter()
        .map(|host| {
            let name = host.name.clone();
            match host.site.clone() {
                Some(site) => view! { <dd><a href=site rel="noopener">{name}</a></dd> }.into_any(),
                None => view! { <dd>{name}</dd> }.into_any(),
            }
        })
        .collect();
    let matters: Vec<_> =
        campaign.hearings.matters.iter().map(|matter| view! { <dd>{matter.called(words)}</dd> }).collect();
    let matters =
        (!matters.is_empty()).then(|| view! { <div><dt>{words.say("press-matters")}</dt>{matters}</div> });
    view! {
        <section aria-labelledby="facts">
            <h2 id="facts">{words.say("press-facts")}</h2>
            <dl class="press-facts">
                <div><dt>{words.say("press-ask")}</dt><dd class="ask-fact">{campaign.ask.clone()}</dd></div>
                <div><dt>{words.say("press-to")}</dt><dd>{campaign.target_line.clone()}</dd></div>
                <div><dt>{words.say("press-standing")}</dt><dd>{standing(words, campaign)}</dd></div>
                <div><dt>{words.say("press-signatures")}</dt><dd>{count}</dd></div>
                {matters}
                <div><dt>{words.say("press-hosts")}</dt>{hosts}</div>
                <div>
                    <dt>{words.say("press-link")}</dt>
                    <dd><a href=campaign.path(words.0, "")>{campaign.share_url.clone()}</a></dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}

fn to_quote(words: Words, statement: &StatementView) -> AnyView {
    let anchor = format!("#statement-{}", statement.id);
    view! {
        <div class="to-quote">
            {quotation(statement)}
            <details>
                <summary>{words.say("press-plain")}</summary>
                <p class="to-copy" lang=statement.language.tag().to_owned() dir=statement.language.dir()>{plain(statement)}</p>
            </details>
            <p class="quiet"><a href=anchor>{words.say("press-anchor")}</a></p>
        </div>
    }
    .into_any()
}
