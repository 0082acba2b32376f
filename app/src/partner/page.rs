//! `/partners/{token}`: the invitation, and after a yes the partner's own page. The mailed link is the key.
//! Of signers it shows numbers; the file it gives has those who agreed, and nobody else.

use leptos::prelude::*;
use redress_domain::{LONGEST_WORDING, Overlap, Wordings};

use super::desk::quoted;
use super::embed;
use super::model::PartnerView;
use crate::dates;
use crate::desk::equation;
use crate::parts::{ErrorSummary, Notice, TextArea, TickBox, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn frame(words: Words, view: &PartnerView) -> Page {
    let key = if view.active { "partner-title" } else { "partner-invited-title" };
    let title = words.say_with(key, &[("title", (&view.title).into())]);
    let title = if view.errors.is_empty() {
        title
    } else {
        words.say_with("error-title", &[("title", title.into())])
    };
    Page::private(words.0, title)
}

/// The page.
pub fn page(words: Words, view: &PartnerView) -> AnyView {
    let done = view.done.map(|(key, care)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        view! { <Notice tone=tone><p>{words.say(key)}</p></Notice> }
    });
    let organization = || (&view.organization).into();
    let key = if view.active { "partner-heading" } else { "partner-invited-heading" };
    let content = if view.active { own(words, view) } else { invited(words, view) };
    view! {
        <div class="column partner">
            <ErrorSummary words errors=&view.errors/>
            {done}
            <header class="lede">
                <p class="eyebrow">
                    <strong>{view.organization.clone()}</strong>
                    <a href=view.campaign_path.clone()>{view.title.clone()}</a>
                </p>
                <h1>{words.say_with(key, &[("organization", organization())])}</h1>
            </header>
            {content}
        </div>
    }
    .into_any()
}

fn agreed(words: Words, view: &PartnerView) -> AnyView {
    let hosts: Vec<_> = view.hosts.iter().map(|host| view! { <li>{host.clone()}</li> }).collect();
    let note = (!view.note.is_empty()).then(|| {
        view! {
            <dt>{words.say("partner-note")}</dt>
            <dd class="typed" dir="auto">{view.note.clone()}</dd>
        }
    });
    view! {
        <dl class="facts">
            <dt>{words.say("partner-hosts")}</dt>
            <dd><ul>{hosts}</ul></dd>
            {note}
        </dl>
    }
    .into_any()
}

fn invited(words: Words, view: &PartnerView) -> AnyView {
    let lead = [("title", (&view.title).into())];
    let points = ["link", "numbers", "hear", "public", "leave"]
        .map(|point| view! { <li>{words.say(&format!("partner-point-{point}"))}</li> });
    view! {
        <p class="standfirst">{words.say_with("partner-invited-lead", &lead)}</p>
        <p class="ask">{view.ask.clone()}</p>
        {agreed(words, view)}
        <section>
            <h2>{words.say("partner-points")}</h2>
            <ul class="plain-list">{points.into_iter().collect::<Vec<_>>()}</ul>
        </section>
        <form class="form" method="post">
            <button class="button" name="action" value="accept">{words.say("partner-accept")}</button>
            <button class="button" data-quiet name="action" value="decline">{words.say("partner-decline")}</button>
        </form>
        <p class="quiet">{words.say("partner-decline-means")}</p>
    }
    .into_any()
}

fn own(words: Words, view: &PartnerView) -> AnyView {
    let numbers = if view.tally.received == 0 {
        view! { <p class="quiet">{words.say("partner-numbers-none")}</p> }.into_any()
    } else {
        equation(words, &view.tally)
    };
    view! {
        {agreed(words, view)}
        <section>
            <h2>{words.say("partner-numbers")}</h2>
            {numbers}
        </section>
        <section>
            <h2>{words.say("partner-share")}</h2>
            <p>{words.say("partner-share-lead")}</p>
            <div class="field">
                <label for="share-url">{words.say("share-link")}</label>
                <input id="share-url" type="url" readonly value=view.share_url.clone()/>
            </div>
            <details class="folded">
                <summary>{words.say("embed-heading")}</summary>
                <div class="group">
                    <p>{words.say("embed-lead")}</p>
                    {embed::code_field(words, &view.embed)}
                </div>
            </details>
        </section>
        {question(words, view)}
        {hearers(words, view)}
        {lists(words, view)}
        {leave(words, view)}
    }
    .into_any()
}

/// The partner's question to signers: what is shown, what waits, and the form for another.
fn question(words: Words, view: &PartnerView) -> AnyView {
    let shown = |key: &str, texts: &Wordings| {
        view! {
            <div class="wording">
                <p class="quiet">{words.say(key)}</p>
                {quoted(texts)}
            </div>
        }
    };
    let now = view.asks.as_ref().map(|texts| shown("partner-asks-now", texts));
    let waits = view.proposed.as_ref().map(|texts| shown("partner-asks-waits", texts));
    let refused = view.refused.then(|| {
        view! { <p class="notice" data-tone="care">{words.say("partner-asks-refused")}</p> }
    });
    let fields: Vec<_> = view
        .languages
        .iter()
        .map(|locale| {
            let name = format!("text_{locale}");
            let example = Words(*locale)
                .say_with("partner-ask-example", &[("organization", (&view.organization).into())]);
            view! {
                <TextArea
                    words
                    name=name.clone()
                    label=locale.endonym()
                    hint=words.say_with("partner-ask-like", &[("example", example.into())])
                    value=view.typed.get(&name)
                    error=view.errors.of(field(*locale))
                    longest=LONGEST_WORDING
                    lang=locale.code()
                    rows=2
                />
            }
        })
        .collect();
    let nothing = (view.asks.is_some() || view.proposed.is_some()).then(|| {
        view! {
            <form class="form" method="post">
                <button class="button" data-quiet name="action" value="ask-nothing">{words.say("partner-ask-nothing")}</button>
            </form>
        }
    });
    view! {
        <section>
            <h2>{words.say("partner-ask")}</h2>
            <p>{words.say("partner-ask-lead")}</p>
            {refused}
            {now}
            {waits}
            <form class="form" method="post">
                {fields}
                <button class="button" data-quiet name="action" value="ask">{words.say("partner-ask-button")}</button>
            </form>
            {nothing}
        </section>
    }
    .into_any()
}

/// The field of a wording in a language.
pub fn field(locale: redress_domain::Locale) -> &'static str {
    match locale {
        redress_domain::Locale::En => "text_en",
        redress_domain::Locale::Es => "text_es",
    }
}

fn hearers(words: Words, view: &PartnerView) -> AnyView {
    let button = (view.hearing > 0).then(|| {
        view! {
            <form class="form" method="post">
                <button class="button" data-quiet name="action" value="export">{words.say("partner-export")}</button>
            </form>
            <p class="quiet">{words.say("partner-export-means")}</p>
        }
    });
    view! {
        <section>
            <h2>{words.say("partner-hearing")}</h2>
            <p>{words.say_with("partner-hearing-count", &[("count", view.hearing.into())])}</p>
            {button}
        </section>
    }
    .into_any()
}

fn lists(words: Words, view: &PartnerView) -> AnyView {
    let left = view.list.as_ref().map(|(size, until)| {
        let until = dates::deadline(words, until, view.today);
        let said = words.say_with("partner-list-left", &[("count", (*size).into()), ("until", until.into())]);
        let rows: Vec<_> = view
            .compared
            .iter()
            .map(|(name, overlap)| {
                let about = match overlap {
                    Overlap::FewerThanTen => words.say("partner-overlap-few"),
                    Overlap::About(count) => words.say_with("partner-overlap", &[("count", (*count).into())]),
                };
                view! { <li><bdi class="name">{name.clone()}</bdi> " " <span class="from">{about}</span></li> }
            })
            .collect();
        let rows = if rows.is_empty() {
            view! { <p class="quiet">{words.say("partner-overlap-none")}</p> }.into_any()
        } else {
            view! { <ul class="ledger">{rows}</ul> }.into_any()
        };
        view! {
            <p>{said}</p>
            {rows}
            <form class="form" method="post">
                <button class="button" data-quiet name="action" value="drop-list">{words.say("partner-list-drop")}</button>
            </form>
        }
    });
    view! {
        <section>
            <h2>{words.say("partner-lists")}</h2>
            <p>{words.say("partner-lists-lead")}</p>
            {left}
            <form class="form" method="post">
                <TextArea
                    words
                    name="list"
                    label=words.say("partner-list")
                    hint=words.say("partner-list-hint")
                    error=view.errors.of("list")
                    rows=5
                />
                <button class="button" data-quiet name="action" value="list">{words.say("partner-list-button")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn leave(words: Words, view: &PartnerView) -> AnyView {
    view! {
        <section>
            <h2>{words.say("partner-leave")}</h2>
            <p>{words.say("partner-leave-lead")}</p>
            <form class="form" method="post">
                <TickBox words name="sure" label=words.say("partner-leave-sure") error=view.errors.of("sure")/>
                <button class="button" data-quiet data-final name="action" value="leave">{words.say("partner-leave-button")}</button>
            </form>
        </section>
    }
    .into_any()
}
