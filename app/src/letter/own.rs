//! The signatory's own page: what was signed, what changed since, and what can be done about it.
//! Each deed is a form of its own, so that none is made by the way.

use leptos::prelude::*;
use redress_domain::CoSignatureState;

use super::model::OwnView;
use super::page::{body, by, head};
use crate::dates;
use crate::parts::{ErrorSummary, Notice, PictureField, PictureNames, TickBox, Tone};
use crate::shell::Page;
use crate::testimony::pieces;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn own_frame(words: Words, view: &OwnView) -> Page {
    let title = words.say("letter-own-title");
    let title = if view.errors.is_empty() {
        title
    } else {
        words.say_with("error-title", &[("title", title.into())])
    };
    Page::private(words.0, title)
}

/// The whole page.
pub fn own(words: Words, view: &OwnView) -> AnyView {
    let done = view.done.map(|(care, key)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        view! { <Notice tone><p>{words.say(key)}</p></Notice> }
    });
    let over = view.state.is_over();
    let state =
        if view.waits { "letter-state-waiting".to_owned() } else { format!("letter-state-{}", view.state) };
    let back = view.campaign.path(words.0, &format!("/letters/{}", view.letter));
    let sheet = (!over).then(|| {
        view! {
            <section>
                <h2>{words.say("letter-own-text")}</h2>
                <article class="sheet">
                    {head(words, &view.text)}
                    {body(&view.text)}
                </article>
            </section>
        }
    });
    view! {
        <div class="column writing">
            <ErrorSummary words errors=&view.errors/>
            {done}
            <h1>{view.text.title.clone()}</h1>
            <p class="standfirst">{words.say(&state)}</p>
            {changed(words, view)}
            {facts(words, view)}
            {sheet}
            {logo(words, view)}
            {(!over).then(|| deeds(words, view))}
            {(!view.forgotten).then(|| erase(words, view))}
            <p class="back"><a href=back>{words.say("letter-back")}</a></p>
        </div>
    }
    .into_any()
}

/// Of a text that was changed in substance: the difference, and two buttons.
fn changed(words: Words, view: &OwnView) -> Option<AnyView> {
    let (changes, notes) = view.changes.as_ref()?;
    let notes: Vec<_> = notes.iter().map(|note| view! { <li dir="auto">{note.clone()}</li> }).collect();
    let notes = (!notes.is_empty()).then(|| view! { <ul class="plain-list">{notes}</ul> });
    let buttons = if view.is_final {
        view! { <p class="remark">{words.say("letter-own-final")}</p> }.into_any()
    } else {
        view! {
            <div class="answers">
                <form method="post">
                    <input type="hidden" name="do" value="reaffirm"/>
                    <input type="hidden" name="version" value=view.text.number.to_string()/>
                    <button class="button">{words.say("letter-reaffirm-button")}</button>
                </form>
                <form method="post">
                    <input type="hidden" name="do" value="withdraw"/>
                    <button class="button" data-quiet>{words.say("letter-withdraw-button")}</button>
                </form>
            </div>
        }
        .into_any()
    };
    let values = [("old", view.version.to_string().into()), ("new", view.text.number.to_string().into())];
    Some(
        view! {
            <section class="changed">
                <h2>{words.say("letter-own-changed")}</h2>
                <p>{words.say_with("letter-own-changed-lead", &values)}</p>
                {notes}
                {pieces(changes, view.text.language.as_ref())}
                {buttons}
            </section>
        }
        .into_any(),
    )
}

fn facts(words: Words, view: &OwnView) -> AnyView {
    let fact = |key: &str, value: String| {
        (!value.is_empty()).then(|| view! { <dt>{words.say(key)}</dt> <dd dir="auto">{value}</dd> })
    };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| dates::full_day(words, day)).unwrap_or_default();
    let signed = (view.version > 0).then(|| {
        let values = [("number", view.version.to_string().into()), ("day", day(view.signed_on).into())];
        view! {
            <dt>{words.say("letter-own-signed")}</dt>
            <dd>{words.say_with("letter-own-version", &values)} <br/> <code class="hash">{view.hash.clone()}</code></dd>
        }
    });
    view! {
        <dl class="facts">
            {fact("letter-field-organization", view.organization.clone())}
            {fact("letter-signatory", by(words, &view.name, &view.title))}
            {fact("letter-authority", view.authority.clone())}
            {fact("letter-field-granted", day(view.granted))}
            {signed}
        </dl>
    }
    .into_any()
}

/// The organization's logo, which only its signatory gives.
fn logo(words: Words, view: &OwnView) -> Option<AnyView> {
    let current = view.logo.clone()?;
    Some(
        view! {
            <form class="form" method="post" enctype="multipart/form-data">
                <input type="hidden" name="do" value="logo"/>
                <PictureField
                    words
                    names=PictureNames::LOGO
                    legend=words.say("letter-logo")
                    hint=words.say("letter-logo-hint")
                    current
                    typed=&view.typed
                    errors=&view.errors
                />
                <button class="button" data-quiet>{words.say("letter-logo-button")}</button>
            </form>
        }
        .into_any(),
    )
}

fn deeds(words: Words, view: &OwnView) -> AnyView {
    let withdraw = (view.state != CoSignatureState::Stale || view.is_final).then(|| {
        view! {
            <form class="form" method="post">
                <input type="hidden" name="do" value="withdraw"/>
                <h3>{words.say("letter-withdraw-heading")}</h3>
                <p>{words.say("letter-withdraw")}</p>
                <button class="button" data-quiet>{words.say("letter-withdraw-button")}</button>
            </form>
        }
    });
    let quiet = if view.quiet {
        view! { <p class="quiet">{words.say("letter-is-quiet")}</p> }.into_any()
    } else {
        view! {
            <form class="form" method="post">
                <input type="hidden" name="do" value="quiet"/>
                <h3>{words.say("letter-quiet-heading")}</h3>
                <p>{words.say("letter-quiet")}</p>
                <button class="button" data-quiet>{words.say("letter-quiet-button")}</button>
            </form>
        }
        .into_any()
    };
    view! { <section class="given">{withdraw} {quiet}</section> }.into_any()
}

fn erase(words: Words, view: &OwnView) -> AnyView {
    view! {
        <section class="given">
            <form class="form" method="post">
                <input type="hidden" name="do" value="erase"/>
                <h3>{words.say("letter-erase-heading")}</h3>
                <p>{words.say("letter-erase")}</p>
                <TickBox words name="sure" label=words.say("mine-erase-sure") error=view.errors.of("sure")/>
                <button class="button" data-quiet data-final>{words.say("letter-erase-button")}</button>
            </form>
        </section>
    }
    .into_any()
}
