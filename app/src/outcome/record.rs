//! The record as it is printed: the verdict in large letters, the vote as a ledger, documents, and what follows.

use leptos::prelude::*;
use redress_domain::{Ballot, Choice};

use super::{RecordView, VoteView};
use crate::campaign::model::CampaignView;
use crate::words::Words;
use crate::{dates, markup};

/// A district of so many letters stands on one line.
const SHORT: usize = 12;

/// The verdict, for the head of the page.
pub fn headline(words: Words, record: &RecordView) -> AnyView {
    let kind = record.kind;
    view! {
        <div class="verdict" data-kind=kind.as_str()>
            <p class="verdict-word">{words.say(&format!("outcome-{kind}"))}</p>
            <p class="verdict-day">
                <time datetime=record.day.to_string()>{dates::full_day(words, record.day)}</time>
            </p>
        </div>
    }
    .into_any()
}

/// Everything that is recorded of the end.
pub fn record(words: Words, record: &RecordView) -> AnyView {
    let text = (!record.text.trim().is_empty())
        .then(|| view! { <div class="prose" inner_html=markup::story(&record.text)></div> });
    let votes: Vec<_> = record.votes.iter().map(|one| vote(words, one)).collect();
    view! {
        <section class="record" aria-labelledby="outcome">
            <h2 id="outcome">{words.say("outcome-heading")}</h2>
            {text}
            {follow_on(words, record)}
            {votes}
            {documents(words, record)}
            {places(words, record)}
        </section>
    }
    .into_any()
}

fn follow_on(words: Words, record: &RecordView) -> Option<AnyView> {
    record.follow_on.as_ref().map(|(title, path)| {
        view! {
            <p class="follow-on">
                <span>{words.say("outcome-follow-on")}</span>
                " "
                <a href=path.clone()>{title.clone()}</a>
            </p>
        }
        .into_any()
    })
}

/// How it was decided, in numbers: `13 to 0`, and who was there and did neither.
pub fn total(words: Words, ballots: &[Ballot]) -> (String, Vec<String>) {
    let counts = redress_domain::count_ballots(ballots);
    let of = |choice| counts.get(&choice).copied().unwrap_or_default();
    let total =
        words.say_with("vote-total", &[("yea", of(Choice::Yea).into()), ("nay", of(Choice::Nay).into())]);
    let rest = [Choice::Present, Choice::Absent, Choice::Recused]
        .into_iter()
        .filter(|choice| of(*choice) > 0)
        .map(|choice| words.say_with(&format!("vote-count-{choice}"), &[("count", of(choice).into())]))
        .collect();
    (total, rest)
}

fn vote(words: Words, vote: &VoteView) -> AnyView {
    let (total, rest) = total(words, &vote.ballots);
    let day = dates::full_day(words, vote.day);
    let values = [("body", (&vote.body).into()), ("day", day.into())];
    let rest: Vec<_> = rest.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let rest = (!rest.is_empty()).then(|| view! { <ul class="vote-rest">{rest}</ul> });
    view! {
        <figure class="vote">
            <figcaption>
                <span class="vote-total numeral">{total}</span>
                <span class="vote-question"><bdi>{vote.question.clone()}</bdi></span>
                <span class="from">{words.say_with("vote-of", &values)}</span>
                {rest}
            </figcaption>
            {table(words, &vote.ballots, words.say_with("vote-caption", &values))}
        </figure>
    }
    .into_any()
}

/// The members and what each did.
pub(super) fn table(words: Words, ballots: &[Ballot], caption: String) -> AnyView {
    let districts = ballots.iter().any(|ballot| !ballot.district.is_empty());
    let rows: Vec<_> = ballots
        .iter()
        .map(|ballot| {
            let short = ballot.district.chars().count() <= SHORT;
            let district = districts.then(|| view! { <td data-short=short>{ballot.district.clone()}</td> });
            view! {
                <tr data-choice=ballot.choice.as_str()>
                    <th scope="row"><bdi class="name">{ballot.name.clone()}</bdi></th>
                    {district}
                    <td class="choice-made">{words.say(&format!("vote-choice-{}", ballot.choice))}</td>
                </tr>
            }
        })
        .collect();
    let district = districts.then(|| view! { <th scope="col">{words.say("vote-column-district")}</th> });
    view! {
        <table class="ballots">
            <caption class="unseen">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say("vote-column-name")}</th>
                    {district}
                    <th scope="col">{words.say("vote-column-choice")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Documents and where it was told.
pub fn documents(words: Words, record: &RecordView) -> Option<AnyView> {
    let links: Vec<_> = record
        .links
        .iter()
        .map(|(title, url)| {
            let host = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
            let host = host.to_owned();
            view! {
                <li>
                    <a href=url.clone() rel="noopener nofollow"><bdi>{title.clone()}</bdi></a>
                    " "
                    <span class="from">{host}</span>
                </li>
            }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <h3>{words.say("outcome-documents")}</h3>
            <ul class="documents">{links}</ul>
        }
        .into_any()
    })
}

fn places(words: Words, record: &RecordView) -> Option<AnyView> {
    let rows: Vec<_> = record
        .places
        .iter()
        .map(|place| {
            let day = place.day.map(|day| {
                view! { <time class="from" datetime=day.to_string()>{dates::full_day(words, day)}</time> }
            });
            let name = place.name.clone();
            let name = match place.url.clone() {
                Some(url) => view! { <a href=url rel="noopener nofollow"><bdi>{name}</bdi></a> }.into_any(),
                None => view! { <bdi>{name}</bdi> }.into_any(),
            };
            let note = (!place.note.is_empty()).then(|| view! { <p>{place.note.clone()}</p> });
            view! { <li><span class="name">{name}</span> {day} {note}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{words.say("outcome-places")}</h3>
            <ul class="related">{rows}</ul>
        }
        .into_any()
    })
}

/// The record of a campaign that has one.
pub(crate) fn of_campaign(words: Words, view: &CampaignView) -> Option<AnyView> {
    view.record.as_ref().map(|one| record(words, one))
}
