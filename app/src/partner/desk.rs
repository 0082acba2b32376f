//! `/admin/c/{slug}/partners`: who brings their people, what came by their links, and what they may ask signers.
//! It shows of signers numbers alone.

use leptos::prelude::*;
use redress_domain::{EmailAddress, Locale, OrganizationKind, PartnerState, PersonName, Wordings};

use super::embed;
use super::hosts::LONGEST_NOTE;
use super::model::{PartnerRow, PartnersView};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Choice, Choices, ErrorSummary, Notice, SelectField, TextArea, TextField, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &PartnersView) -> Page {
    campaign_head(words, &words.say("partners-title"), &view.title, !view.errors.is_empty())
}

/// The partners as a ledger, then the invitation, then the form for other sites.
pub fn page(words: Words, desk: &Desk, view: &PartnersView) -> AnyView {
    let done = view.done.map(|(key, care)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        view! { <Notice tone=tone><p>{words.say(key)}</p></Notice> }
    });
    let list = if view.rows.is_empty() {
        view! {
            <section class="empty">
                <p class="empty-lead">{words.say("partners-empty")}</p>
                <p>{words.say("partners-empty-next")}</p>
            </section>
        }
        .into_any()
    } else {
        let rows: Vec<_> = view.rows.iter().map(|row| partner(words, desk, row)).collect();
        view! { <ul class="agreements">{rows}</ul> }.into_any()
    };
    let over: Vec<_> = view.over.iter().map(|row| ended(words, desk, row)).collect();
    let over = (!over.is_empty()).then(|| {
        view! {
            <details class="behind">
                <summary>{words.say_with("partners-over", &[("count", view.over.len().into())])}</summary>
                <ul class="agreements">{over}</ul>
            </details>
        }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <header class="page-head"><h1>{words.say("partners-title")}</h1></header>
        {done}
        <p class="lead">{words.say("partners-lead")}</p>
        {list}
        {over}
        {invitation(words, view)}
        <section aria-labelledby="embed">
            <h2 id="embed">{words.say("embed-heading")}</h2>
            <p>{words.say("embed-lead")}</p>
            {embed::code_field(words, &view.embed)}
        </section>
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn standing(words: Words, desk: &Desk, row: &PartnerRow) -> AnyView {
    let since = dates::day(words, row.since, desk.today);
    let said = words.say_with(&format!("partner-since-{}", row.state), &[("day", since.into())]);
    let kind = words.say(&format!("partner-kind-{}", row.kind));
    view! {
        <p class="entry-name"><bdi class="name">{row.organization.clone()}</bdi></p>
        <p class="quiet">{kind} " · " <span data-state=row.state.as_str()>{said}</span></p>
    }
    .into_any()
}

fn ended(words: Words, desk: &Desk, row: &PartnerRow) -> AnyView {
    view! { <li>{standing(words, desk, row)} {numbers(words, row)}</li> }.into_any()
}

/// What came by the link, in one sentence whose parts add up; nothing while nothing came.
fn numbers(words: Words, row: &PartnerRow) -> Option<AnyView> {
    let tally = &row.tally;
    (tally.received > 0)
        .then(|| {
            let said = words.say_with(
                "partners-numbers",
                &[
                    ("received", tally.received.into()),
                    ("confirmed", tally.confirmed.into()),
                    ("pending", tally.pending.into()),
                    ("gone", (tally.expired + tally.withdrawn).into()),
                    ("excluded", tally.excluded.into()),
                ],
            );
            let hearing = (row.hearing > 0).then(|| {
                view! { <p>{words.say_with("partners-hearing", &[("count", row.hearing.into())])}</p> }
            });
            view! { <p class="figures">{said}</p> {hearing} }
        })
        .map(IntoAny::into_any)
}

fn partner(words: Words, desk: &Desk, row: &PartnerRow) -> AnyView {
    let contact = row.contact.as_ref().map(|(name, email)| {
        view! { <p><bdi>{name.clone()}</bdi> " " <a href=format!("mailto:{email}")>{email.clone()}</a></p> }
    });
    let note = (!row.note.is_empty()).then(|| view! { <p class="typed" dir="auto">{row.note.clone()}</p> });
    let asks = row.asks.as_ref().map(|texts| {
        view! {
            <div class="wording">
                <p class="quiet">{words.say("partners-asks")}</p>
                {quoted(texts)}
            </div>
        }
    });
    let called = [("name", (&row.organization).into())];
    let proposed = row.proposed.as_ref().map(|(id, texts)| {
        view! {
            <div class="wording" data-proposed>
                <p><strong>{words.say("partners-proposed")}</strong></p>
                {quoted(texts)}
                <form class="inline" method="post">
                    <input type="hidden" name="wording" value=id.to_string()/>
                    <button class="button" data-quiet name="action" value="agree">{words.say("partners-agree")}</button>
                    <button class="as-link" name="action" value="refuse">{words.say("partners-refuse")}</button>
                </form>
            </div>
        }
    });
    let link = (row.state == PartnerState::Active).then(|| {
        view! { <p><code class="address">{row.share_url.clone()}</code></p> }
    });
    view! {
        <li>
            {standing(words, desk, row)}
            {contact}
            {link}
            {numbers(words, row)}
            {proposed}
            {asks}
            {note}
            <form class="inline" method="post">
                <input type="hidden" name="partner" value=row.id.to_string()/>
                <button class="as-link" name="action" value="link" aria-label=words.say_with("partners-new-link-for", &called)>
                    {words.say("partners-new-link")}
                </button>
                <button class="as-link" name="action" value="remove" aria-label=words.say_with("partners-remove-of", &called)>
                    {words.say("partners-remove")}
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// A wording in each of its languages.
pub(super) fn quoted(texts: &Wordings) -> AnyView {
    texts
        .iter()
        .map(|(locale, text)| {
            view! { <blockquote lang=locale.code() dir="auto">{text.clone()}</blockquote> }
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn invitation(words: Words, view: &PartnersView) -> AnyView {
    let kinds = OrganizationKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), words.say(&format!("partner-kind-{kind}"))))
        .collect();
    let languages =
        view.languages.iter().map(|locale| Choice::new(locale.code(), locale.endonym())).collect();
    let first = view.languages.first().copied().map_or("", Locale::code);
    let (typed, errors) = (&view.typed, &view.errors);
    let chosen = if typed.get("locale").is_empty() { first } else { typed.get("locale") };
    view! {
        <section class="invite" aria-labelledby="invite">
            <h2 id="invite">{words.say("partners-invite")}</h2>
            <p>{words.say("partners-invite-lead")}</p>
            <form method="post">
                <TextField
                    words
                    name="organization"
                    label=words.say("partners-organization")
                    hint=words.say("partners-organization-hint")
                    value=typed.get("organization")
                    error=errors.of("organization")
                    longest=120
                />
                <SelectField
                    words
                    name="kind"
                    label=words.say("partners-kind")
                    choices=kinds
                    chosen=typed.get("kind")
                    error=errors.of("kind")
                />
                <TextField
                    words
                    name="site"
                    label=words.say("partners-site")
                    kind="url"
                    inputmode="url"
                    optional=true
                    value=typed.get("site")
                    error=errors.of("site")
                />
                <TextField
                    words
                    name="name"
                    label=words.say("partners-contact")
                    autocomplete="off"
                    value=typed.get("name")
                    error=errors.of("name")
                    longest={PersonName::LONGEST * 4}
                />
                <TextField
                    words
                    name="email"
                    label=words.say("partners-email")
                    hint=words.say("partners-email-hint")
                    kind="email"
                    autocomplete="off"
                    value=typed.get("email")
                    error=errors.of("email")
                    longest=EmailAddress::LONGEST
                />
                <Choices
                    words
                    name="locale"
                    legend=words.say("partners-locale")
                    choices=languages
                    dense=true
                    chosen=chosen
                    error=errors.of("locale")
                />
                <TextField
                    words
                    name="label"
                    label=words.say("partners-label")
                    hint=words.say("partners-label-hint")
                    optional=true
                    value=typed.get("label")
                    error=errors.of("label")
                    longest=40
                />
                <TextArea
                    words
                    name="note"
                    label=words.say("partners-note")
                    hint=words.say("partners-note-hint")
                    optional=true
                    value=typed.get("note")
                    error=errors.of("note")
                    longest=LONGEST_NOTE
                    rows=3
                />
                <button class="button" name="action" value="invite">{words.say("partners-invite-button")}</button>
            </form>
        </section>
    }
    .into_any()
}
