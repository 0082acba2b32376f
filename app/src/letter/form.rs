//! The form to co-sign, for an organization or as a person: what is agreed to is said beside it.
//! It presets nothing; what was typed comes back with what is wrong with it.

use leptos::prelude::*;
use redress_domain::{CoSignForm, EmailAddress, OrganizationKind, PersonName};

use super::model::LetterView;
use crate::parts::{Choice, ErrorSummary, Notice, SelectField, TextArea, TextField, TickBox, Tone, Width};
use crate::testimony::pieces;
use crate::words::Words;

/// The longest title of a letter, in characters.
pub const LONGEST_TITLE: usize = 160;
/// The longest list of recipients.
pub const LONGEST_RECIPIENTS: usize = 1_000;
/// The longest text.
pub const LONGEST_TEXT: usize = 30_000;
/// The longest note of what was changed.
pub const LONGEST_NOTE: usize = 400;
/// The longest reason of a host.
pub const LONGEST_REASON: usize = 400;

/// What a letter lists its co-signers by.
pub(super) fn kinds(words: Words) -> Vec<Choice> {
    OrganizationKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), words.say(&format!("letter-kind-{kind}"))))
        .collect()
}

/// The form, with the other one a link away.
pub(super) fn form(words: Words, view: &LetterView) -> AnyView {
    let form = &view.form;
    let heading = if form.person { "letter-form-person" } else { "letter-form-organization" };
    let notice = form.notice.map(|key| {
        let changes = form.changes_shown(view);
        view! {
            <Notice tone=Tone::Care>
                <p>{words.say(key)}</p>
            </Notice>
            {changes}
        }
    });
    let other = (view.individuals && form.invited.is_none()).then(|| {
        let (query, key) = if form.person {
            ("#co-sign", "letter-form-to-organization")
        } else {
            ("?as=person#co-sign", "letter-form-to-person")
        };
        view! { <p><a href=view.path(words.0, query)>{words.say(key)}</a></p> }
    });
    let errors = view! { <ErrorSummary words errors=&form.errors/> };
    let action = (!form.action.is_empty()).then(|| form.action.clone());
    let fields = if form.person { person(words, view) } else { organization(words, view) };
    let agree = if form.person { "letter-agree-person" } else { "letter-agree" };
    view! {
        <h2 id="co-sign-heading">{words.say(heading)}</h2>
        {other}
        {errors}
        {notice}
        <form class="form" method="post" action=action novalidate>
            <input type="hidden" name="who" value=if form.person { "person" } else { "organization" }/>
            <input type="hidden" name="version" value=form.version.to_string()/>
            <input type="hidden" name="seen" value=form.seen.clone()/>
            <input type="hidden" name="source" value=form.typed.get("source").to_owned()/>
            <div class="unseen" aria-hidden="true">
                <label for="website">{words.say("sign-honeypot")}</label>
                <input id="website" name="website" tabindex="-1" autocomplete="off" value=form.typed.get("website").to_owned()/>
            </div>
            {fields}
            <TickBox
                words
                name="news"
                label=words.say("letter-news")
                checked=form.typed.is_on("news")
            />
            <TickBox
                words
                name="agreed"
                label=words.say_with(agree, &[("number", form.version.to_string().into())])
                error=form.errors.of("agreed")
                checked=form.typed.is_on("agreed")
            />
            <button class="button">{words.say("letter-form-button")}</button>
            <div class="small-print">
                <p>{words.say("letter-form-after")}</p>
                <p>{words.say_with("letter-form-promise", &[("days", view.campaign.retention_days.into())])}</p>
            </div>
        </form>
        {decline(words, view)}
    }
    .into_any()
}

impl super::model::CoSignFormView {
    fn changes_shown(&self, view: &LetterView) -> Option<AnyView> {
        self.changed.as_ref().map(|changes| pieces(changes, view.text.language.as_ref()))
    }
}

fn line(
    words: Words,
    view: &LetterView,
    name: &'static str,
    autocomplete: &'static str,
    longest: usize,
) -> AnyView {
    let form = &view.form;
    let (kind, inputmode) = match name {
        "email" => ("email", Some("email")),
        "site" => ("text", Some("url")),
        "granted" => ("date", None),
        _ => ("text", None),
    };
    let hint = format!("letter-field-{name}-hint");
    let hint = if words.has(&hint) { words.say(&hint) } else { String::new() };
    view! {
        <TextField
            words
            name
            label=words.say(&format!("letter-field-{name}"))
            hint=hint
            value=form.typed.get(name)
            error=form.errors.of(name)
            optional=name == "site"
            kind=kind
            autocomplete
            inputmode=inputmode.unwrap_or("text")
            longest=longest
            width=if matches!(name, "granted" | "zip") { Width::Short } else { Width::Full }
        />
    }
    .into_any()
}

fn organization(words: Words, view: &LetterView) -> AnyView {
    let form = &view.form;
    let longest = CoSignForm::LONGEST_LINE;
    let name_and_kind = match &form.invited {
        Some((name, kind)) => view! {
            <dl class="facts">
                <dt>{words.say("letter-field-organization")}</dt>
                <dd class="invited-name"><bdi>{name.clone()}</bdi></dd>
                <dt>{words.say("letter-field-kind")}</dt>
                <dd>{words.say(&format!("letter-kind-{kind}"))}</dd>
            </dl>
        }
        .into_any(),
        None => view! {
            {line(words, view, "organization", "organization", longest)}
            <SelectField
                words
                name="kind"
                label=words.say("letter-field-kind")
                choices={[vec![Choice::new("", words.say("letter-field-kind-none"))], kinds(words)].concat()}
                chosen=form.typed.get("kind")
                error=form.errors.of("kind")
            />
        }
        .into_any(),
    };
    let identification = view.individuals.then(|| {
        view! {
            <TickBox
                words
                name="identification"
                label=words.say("letter-field-identification")
                hint=words.say("letter-field-identification-hint")
                error=form.errors.of("identification")
                checked=form.typed.is_on("identification")
            />
        }
    });
    view! {
        {name_and_kind}
        {line(words, view, "site", "url", 300)}
        <fieldset class="group">
            <legend>{words.say("letter-signatory")}</legend>
            {line(words, view, "name", "name", PersonName::LONGEST * 4)}
            {line(words, view, "title", "organization-title", longest)}
            {line(words, view, "email", "email", EmailAddress::LONGEST)}
        </fieldset>
        <fieldset class="group">
            <legend>{words.say("letter-authority")}</legend>
            <TextArea
                words
                name="authority"
                label=words.say("letter-field-authority")
                hint=words.say("letter-field-authority-hint")
                value=form.typed.get("authority")
                error=form.errors.of("authority")
                longest=CoSignForm::LONGEST_AUTHORITY
                rows=2
            />
            {line(words, view, "granted", "off", 10)}
        </fieldset>
        {identification}
        <TickBox
            words
            name="logo_allowed"
            label=words.say("letter-field-logo")
            hint=words.say("letter-field-logo-hint")
            checked=form.typed.is_on("logo_allowed")
        />
    }
    .into_any()
}

fn person(words: Words, view: &LetterView) -> AnyView {
    view! {
        {line(words, view, "name", "name", PersonName::LONGEST * 4)}
        {line(words, view, "email", "email", EmailAddress::LONGEST)}
        {line(words, view, "zip", "postal-code", 10)}
    }
    .into_any()
}

/// An invited organization may say no.
fn decline(words: Words, view: &LetterView) -> Option<AnyView> {
    view.form.invited.is_some().then(|| {
        view! {
            <form method="post" class="form decline">
                <input type="hidden" name="do" value="decline"/>
                <p class="quiet">{words.say("letter-decline")}</p>
                <button class="button" data-quiet>{words.say("letter-decline-button")}</button>
            </form>
        }
        .into_any()
    })
}
