//! `/admin/c/{slug}/testimonies`: the numbers as an equation whose terms lead to what they count, filters as
//! links, and the queue as a ledger.

use leptos::prelude::*;
use redress_domain::Stance;

use super::{Queue, QueueRow, QueueView, Term, pages};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head, sum};
use crate::parts::TextField;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &QueueView) -> Page {
    campaign_head(words, &words.say("testimonies-title"), &view.title, false)
}

/// Numbers for everybody; the queue for whoever may read.
pub fn page(words: Words, desk: &Desk, view: &QueueView) -> AnyView {
    let received = view.terms.first().map_or(0, |term| term.count);
    let body = match (&view.queue, received) {
        (_, 0) => empty(words).into_any(),
        (None, _) => view! { <p class="lead">{words.say("testimonies-viewer")}</p> }.into_any(),
        (Some(queue), _) => listed(words, desk, view, queue).into_any(),
    };
    let content = view! {
        <h1>{words.say("testimonies-title")}</h1>
        {view.queue.is_some().then(|| pages(words, desk, &view.slug))}
        <section aria-labelledby="numbers">
            <h2 id="numbers" class="unseen">{words.say("testimonies-numbers")}</h2>
            {equation(words, &view.terms)}
        </section>
        {body}
        {(received > 0).then(|| matters(words, view).into_any())}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn equation(words: Words, terms: &[Term]) -> AnyView {
    let word = |term: &Term| {
        let values = [("count", term.count.into())];
        let word = words.say_with(&format!("testimonies-part-{}", term.part), &values);
        match &term.href {
            Some(href) if term.count > 0 || term.current => {
                let current = term.current.then_some("true");
                view! { <a href=href.clone() aria-current=current>{word}</a> }.into_any()
            }
            _ => word.into_any(),
        }
    };
    sum(words, terms.iter().map(|term| (term.part, term.count, word(term))))
}

fn empty(words: Words) -> AnyView {
    view! {
        <section class="empty">
            <p class="empty-lead">{words.say("testimonies-empty")}</p>
            <p>{words.say("testimonies-empty-next")}</p>
        </section>
    }
    .into_any()
}

fn listed(words: Words, desk: &Desk, view: &QueueView, queue: &Queue) -> AnyView {
    let count = match queue.count {
        Some(count) => words.say_with("testimonies-count", &[("count", count.into())]),
        None => words.say_with("testimonies-found", &[("count", queue.rows.len().into())]),
    };
    let stopped = queue
        .stopped_after
        .map(|count| view! { <p>{words.say_with("testimonies-stopped", &[("count", count.into())])}</p> });
    let on = if queue.stopped_after.is_some() { "testimonies-search-on" } else { "testimonies-more" };
    let next = queue.next.clone().map(|href| view! { <li><a href=href rel="next">{words.say(on)}</a></li> });
    let first =
        queue.first.clone().map(|href| view! { <li><a href=href>{words.say("testimonies-first")}</a></li> });
    let rows: Vec<_> = queue.rows.iter().map(|line| row(words, desk, view, line)).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="rows entries testimonies">
                <caption class="unseen">{words.say("testimonies-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("testimonies-column-name")}</th>
                        <th scope="col">{words.say("testimonies-column-text")}</th>
                        <th scope="col" class="number">{words.say("testimonies-column-own")}</th>
                        <th scope="col">{words.say("testimonies-column-assigned")}</th>
                        <th scope="col">{words.say("testimonies-column-state")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <p class="lead">{words.say("testimonies-lead")}</p>
        {filters(words, queue).into_any()}
        {search(words, view, queue).into_any()}
        <p aria-live="polite"><strong>{count}</strong></p>
        {table}
        {stopped}
        <ul class="links">{first} {next}</ul>
    }
    .into_any()
}

fn filters(words: Words, queue: &Queue) -> AnyView {
    let groups: Vec<_> = queue
        .filters
        .iter()
        .map(|group| {
            let links: Vec<_> = group
                .links
                .iter()
                .map(|link| {
                    let current = link.current.then_some("true");
                    view! { <li><a href=link.href.clone() aria-current=current>{link.label.clone()}</a></li> }
                })
                .collect();
            view! {
                <div>
                    <dt>{words.say(group.name)}</dt>
                    <dd><ul>{links}</ul></dd>
                </div>
            }
        })
        .collect();
    view! {
        <nav class="filters" aria-label=words.say("testimonies-filters")>
            <dl>{groups}</dl>
        </nav>
    }
    .into_any()
}

fn search(words: Words, view: &QueueView, queue: &Queue) -> AnyView {
    let kept: Vec<_> = queue
        .kept
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=*name value=value.clone()/> })
        .collect();
    let clear = (!queue.find.is_empty())
        .then(|| view! { <a href=queue.clear.clone()>{words.say("testimonies-clear")}</a> });
    view! {
        <form class="search" role="search" method="get" action=format!("/admin/c/{}/testimonies", view.slug)>
            {kept}
            <TextField
                words
                name="q"
                label=words.say("testimonies-search")
                hint=words.say("testimonies-search-hint")
                value=queue.find.clone()
                longest=100
            />
            <p class="inline">
                <button class="button" data-quiet>{words.say("testimonies-find")}</button>
                {clear}
            </p>
        </form>
    }
    .into_any()
}

fn row(words: Words, desk: &Desk, view: &QueueView, line: &QueueRow) -> AnyView {
    let href = format!("/admin/c/{}/testimonies/{}", view.slug, line.id);
    let name = line.name.clone().unwrap_or_else(|| words.say("testimonies-nameless"));
    let organization = line.organization.as_ref().map(|organization| {
        let said = words.say_with("testimonies-for", &[("organization", organization.into())]);
        view! { <bdi class="from">{said}</bdi> }
    });
    let mut about: Vec<String> = Vec::new();
    about.extend(line.sent.map(|day| dates::short_day(words, day, desk.today)));
    about.extend((!line.dockets.is_empty()).then(|| line.dockets.clone()));
    about.extend(line.stance.map(|stance| words.say(&format!("testimony-stance-{stance}"))));
    about.extend(line.speaks.then(|| words.say("testimonies-wishes-to-speak")));
    let flags: Vec<_> = line
        .flags
        .iter()
        .map(|flag| view! { <span class="flagged">{words.say(&format!("flag-{flag}"))}</span> " " })
        .collect();
    let own = match line.own_percent {
        Some(percent) => words.say_with("testimonies-own", &[("percent", u64::from(percent).into())]),
        None => "–".to_owned(),
    };
    view! {
        <tr data-state=line.state.as_str()>
            <th scope="row" class="name">
                <a href=href><bdi>{name}</bdi></a>
                {organization}
                <span class="from">{about.join(" · ")}</span>
            </th>
            <td class="begins">
                <span lang=line.language.clone() dir="auto">{line.begins.clone()}</span>
                " "
                {flags}
            </td>
            <td class="number" data-head=words.say("testimonies-column-own")>{own}</td>
            <td data-head=words.say("testimonies-column-assigned")>
                {line.assigned.clone().unwrap_or_else(|| "–".to_owned())}
            </td>
            <td data-head=words.say("testimonies-column-state")>
                <span class="state" data-state=line.state.as_str()>
                    {words.say(&format!("desk-testimony-state-{}", line.state))}
                </span>
            </td>
        </tr>
    }
    .into_any()
}

fn matters(words: Words, view: &QueueView) -> AnyView {
    let heads: Vec<_> = Stance::ALL
        .iter()
        .map(|stance| view! { <th scope="col" class="number">{words.say(&format!("testimony-stance-{stance}"))}</th> })
        .collect();
    let cells = |counts: &[u64]| -> Vec<_> {
        counts
            .iter()
            .zip(Stance::ALL)
            .map(|(count, stance)| {
                let head = words.say(&format!("testimony-stance-{stance}"));
                view! { <td class="number" data-head=head>{words.number(*count)}</td> }
            })
            .collect()
    };
    let rows: Vec<_> = view
        .matters
        .iter()
        .map(|line| {
            view! { <tr><th scope="row">{line.matter.clone()}</th> {cells(&line.counts)}</tr> }
        })
        .collect();
    view! {
        <section aria-labelledby="by-matter">
            <h2 id="by-matter">{words.say("testimonies-by-matter")}</h2>
            <table class="rows entries by-matter">
                <caption class="quiet">{words.say("testimonies-by-matter-caption")}</caption>
                <thead><tr><th scope="col">{words.say("testimonies-column-matter")}</th> {heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row">{words.say("testimonies-all-matters")}</th> {cells(&view.stances)}</tr></tfoot>
            </table>
        </section>
    }
    .into_any()
}
