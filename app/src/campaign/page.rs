//! The page itself, in the order people read it: title, to whom, the form, what is asked, and everything behind it.
//! On a telephone the form comes right after the title; on a wide screen it stands beside it and stays.

use jiff::civil::Date;
use leptos::prelude::*;

use super::model::{CampaignView, HostView, SignerLine};
use super::{aside, text};
use crate::parts::{Ledger, Row, Share};
use crate::petition::form::{Place, form};
use crate::petition::model::SignFormView;
use crate::shell::{Page, path};
use crate::words::Words;
use crate::{dates, markup};

/// What the shell needs to know of a campaign's page; `base_url` is `https://host`.
pub fn frame(words: Words, view: &CampaignView, base_url: &str) -> Page {
    Page {
        locale: words.0,
        title: view.title.clone(),
        description: view.standfirst.clone(),
        path: format!("/c/{}", view.slug),
        languages: view.languages.clone(),
        base_url: base_url.to_owned(),
        indexed: view.state.is_public(),
        desk: false,
        islands: view.state.is_open(),
    }
}

/// A campaign, with the form to sign it.
pub fn page(words: Words, view: &CampaignView, sign: &SignFormView) -> AnyView {
    view! {
        <div class="campaign">
            {lede(words, view)}
            {beside(words, view, sign)}
            <article class="story">
                {crate::outcome::of_campaign(words, view)}
                {ended_statements(words, view)}
                <p class="ask">{view.ask.clone()}</p>
                <div class="prose" inner_html=markup::story(&view.story)></div>
                {text::petition(words, view)}
                {to_form(words, view)}
                {crate::hearing::public::section(words, view)}
                {testify(words, view)}
                {letters(words, view)}
                {tools(words, view)}
                {times(words, view)}
                {going_statements(words, view)}
                {recent(words, view)}
                {comments(words, view)}
                {hosts(words, &view.hosts)}
                {partners(words, &view.partners)}
                <section>
                    <h2>{words.say("campaign-share-heading")}</h2>
                    <Share words title=view.title.clone() url=view.share_url.clone()/>
                </section>
            </article>
        </div>
    }
    .into_any()
}

/// What is said of the end stands beside the end; until then the petition comes first.
fn ended_statements(words: Words, view: &CampaignView) -> Option<AnyView> {
    view.record.as_ref().and_then(|_| crate::statement::section(words, view))
}

fn going_statements(words: Words, view: &CampaignView) -> Option<AnyView> {
    if view.record.is_some() { None } else { crate::statement::section(words, view) }
}

/// Where it stands, to whom it goes, and what it is.
fn lede(words: Words, view: &CampaignView) -> AnyView {
    view! {
        <header class="lede">
            <p class="eyebrow">
                <strong>{aside::standing(words, view)}</strong>
                <span>{view.target_line.clone()}</span>
            </p>
            <h1>{view.title.clone()}</h1>
            {view.record.as_ref().map(|record| crate::outcome::headline(words, record))}
            <p class="standfirst">{view.standfirst.clone()}</p>
        </header>
    }
    .into_any()
}

/// Where one column holds everything, whoever has read the petition is far below the form.
fn to_form(words: Words, view: &CampaignView) -> Option<AnyView> {
    view.state
        .is_open()
        .then(|| {
            view! {
                <p class="to-form"><a class="button" href="#sign">{words.say("campaign-jump-to-form")}</a></p>
            }
        })
        .map(IntoAny::into_any)
}

fn beside(words: Words, view: &CampaignView, sign: &SignFormView) -> AnyView {
    let below = if view.state.is_open() {
        view! {
            <h2 id="sign-heading">{words.say("campaign-sign-heading")}</h2>
            {form(words, view, sign, Place::Beside)}
        }
        .into_any()
    } else if view.state.is_public() {
        aside::no_form(words, view).into_any()
    } else {
        view! {
            <h2 id="sign-heading">{words.say("campaign-aside-draft-heading")}</h2>
            <p class="quiet">{words.say("campaign-aside-draft")}</p>
            // Shown to the organizer as it will be; nobody can sign a draft.
            <div inert>{form(words, view, sign, Place::Beside)}</div>
        }
        .into_any()
    };
    view! {
        <aside class="sign" id="sign" aria-labelledby="sign-heading">
            {aside::count(words, view)}
            {below}
        </aside>
    }
    .into_any()
}

/// Where to write to the hearing, while testimony is asked for.
fn testify(words: Words, view: &CampaignView) -> Option<AnyView> {
    view.testimony.then(|| {
        view! {
            <section>
                <h2>{words.say("testimony-invite-heading")}</h2>
                <p>{words.say("testimony-invite")}</p>
                <p>
                    <a class="button" data-quiet href=view.path(words.0, "/testimony")>{words.say("testimony-heading")}</a>
                </p>
            </section>
        }
        .into_any()
    })
}

/// Its letters, each with its totals.
fn letters(words: Words, view: &CampaignView) -> Option<AnyView> {
    let lines: Vec<_> = view
        .letters
        .iter()
        .map(|letter| {
            let href = view.path(words.0, &format!("/letters/{}", letter.slug));
            let until = letter.open_until.as_ref().map(|until| match until {
                Some(at) => {
                    let deadline = dates::deadline(words, at, view.today);
                    words.say_with("letter-open-until", &[("deadline", deadline.into())])
                }
                None => words.say("letter-open"),
            });
            let totals = crate::letter::totals(words, letter.organizations, letter.persons, letter.individuals);
            view! {
                <li>
                    <a href=href>{letter.title.clone()}</a>
                    <span class="from">{totals} {until.map(|until| view! { " " <span class="due">{until}</span> })}</span>
                </li>
            }
        })
        .collect();
    let heading = if lines.len() > 1 { "letter-campaign-heading-many" } else { "letter-campaign-heading" };
    (!lines.is_empty())
        .then(|| {
            view! {
                <section>
                    <h2>{words.say(heading)}</h2>
                    <ul class="hosts letters">{lines}</ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}

/// The tracker and the kit, where there are any.
fn tools(words: Words, view: &CampaignView) -> Option<AnyView> {
    let first = view.languages.first().copied().unwrap_or(words.0);
    let link = |page: &str, key: &str, count: u64| {
        let href = path(words.0, first, &format!("/c/{}/{page}", view.slug));
        let label = words.say_with(key, &[("count", count.into())]);
        (count > 0).then(|| view! { <li><a href=href>{label}</a></li> })
    };
    (view.places > 0 || view.kit > 0)
        .then(|| {
            view! {
                <section>
                    <h2>{words.say("campaign-tools-heading")}</h2>
                    <ul class="hosts">
                        {link("places", "campaign-tools-places", view.places)}
                        {link("kit", "campaign-tools-kit", view.kit)}
                    </ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}

fn times(words: Words, view: &CampaignView) -> Option<AnyView> {
    (!view.timeline.is_empty())
        .then(|| {
            view! {
                <section>
                    <h2>{words.say("campaign-timeline-heading")}</h2>
                    {text::timeline(words, view.today, &view.timeline.iter().collect::<Vec<_>>())}
                </section>
            }
        })
        .map(IntoAny::into_any)
}

/// A signer as a row; one who is not shown is a neighbor all the same.
fn row(words: Words, signer: &SignerLine, today: Date) -> Row {
    let day = dates::recent_day(words, signer.day, today);
    Row {
        unnamed: signer.name.is_none(),
        name: signer.name.clone().unwrap_or_else(|| words.say("campaign-recent-unnamed")),
        from: words
            .say_with("campaign-recent-from", &[("place", (&signer.place).into()), ("day", day.into())]),
    }
}

fn recent(words: Words, view: &CampaignView) -> Option<AnyView> {
    let rows: Vec<_> = view.recent.iter().map(|signer| row(words, signer, view.today)).collect();
    // A campaign whose people are forgotten has a count and no names; that is no lack to point out.
    if rows.is_empty() && !view.state.is_open() {
        return None;
    }
    let names = if rows.is_empty() {
        view! { <p class="quiet">{words.say("campaign-recent-none")}</p> }.into_any()
    } else {
        view! { <Ledger rows/> }.into_any()
    };
    Some(view! {
        <section>
            <h2>{words.say("campaign-recent-heading")}</h2>
            {names}
        </section>
    })
    .map(IntoAny::into_any)
}

/// What signers wrote, each in its own language and direction.
fn comments(words: Words, view: &CampaignView) -> Option<AnyView> {
    let quotes: Vec<_> = view
        .comments
        .iter()
        .map(|comment| {
            let Row { name, from, .. } = row(words, &comment.signer, view.today);
            view! {
                <li>
                    <blockquote lang=comment.locale.code() dir="auto">{comment.text.clone()}</blockquote>
                    <p class="by"><bdi class="name">{name}</bdi> " " <span class="from">{from}</span></p>
                </li>
            }
        })
        .collect();
    (!quotes.is_empty())
        .then(|| {
            view! {
                <section>
                    <h2>{words.say("campaign-comments-heading")}</h2>
                    <ul class="comments">{quotes}</ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}

fn names(organizations: &[HostView]) -> Vec<AnyView> {
    organizations
        .iter()
        .map(|organization| {
            let name = organization.name.clone();
            match organization.site.clone() {
                Some(site) => view! { <li><a href=site rel="noopener">{name}</a></li> }.into_any(),
                None => view! { <li>{name}</li> }.into_any(),
            }
        })
        .collect()
}

/// Smaller than the hosts: there may be dozens.
fn partners(words: Words, partners: &[HostView]) -> Option<AnyView> {
    (!partners.is_empty())
        .then(|| {
            view! {
                <section>
                    <h2>{words.say("campaign-partners-heading")}</h2>
                    <ul class="partner-names">{names(partners)}</ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}

fn hosts(words: Words, hosts: &[HostView]) -> Option<AnyView> {
    let names = names(hosts);
    (!names.is_empty())
        .then(|| {
            view! {
                <section>
                    <h2>{words.say("campaign-hosts-heading")}</h2>
                    <ul class="hosts">{names}</ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}
