//! The letter as it is co-signed, set like one: to whom, the text, the signature block; beside it the form.
//! On a telephone the letter comes first, with a way to the form.

use leptos::prelude::*;
use redress_domain::OrganizationKind;

use super::form::form;
use super::model::{CoSignerLine, LetterView, Taking, TextView};
use crate::dates;
use crate::shell::Page;
use crate::testimony::of_language;
use crate::words::Words;

/// What the shell needs to know of it; `base_url` is `https://host`.
pub fn frame(words: Words, view: &LetterView, base_url: &str) -> Page {
    let title = if view.form.errors.is_empty() {
        view.text.title.clone()
    } else {
        words.say_with("error-title", &[("title", (&view.text.title).into())])
    };
    Page {
        locale: words.0,
        title,
        description: words.say_with("letter-description", &[("campaign", (&view.campaign.title).into())]),
        path: format!("/c/{}/letters/{}", view.campaign.slug, view.slug),
        languages: view.campaign.languages.clone(),
        base_url: base_url.to_owned(),
        indexed: true,
        desk: false,
        islands: false,
    }
}

/// The whole page. `private` is an invited organization's own: it has no way back into the public form.
pub fn page(words: Words, view: &LetterView) -> AnyView {
    let open = view.taking == Taking::Open;
    let jump = open.then(|| {
        view! { <p class="to-form"><a class="button" href="#co-sign">{words.say("letter-jump")}</a></p> }
    });
    view! {
        <div class="letter-page">
            <header class="lede">
                <p class="eyebrow">
                    <strong>{standing(words, view)}</strong>
                    <span><a href=view.campaign.path(words.0, "")>{view.campaign.title.clone()}</a></span>
                </p>
                <h1>{view.text.title.clone()}</h1>
                <p class="standfirst">{totals(words, view)}</p>
                {jump}
            </header>
            <aside class="sign" id="co-sign" aria-labelledby="co-sign-heading">
                {match view.form.answered {
                    Some(key) => view! {
                        <h2 id="co-sign-heading">{words.say("letter-invited-heading")}</h2>
                        <p>{words.say(key)}</p>
                    }
                    .into_any(),
                    None if open => form(words, view).into_any(),
                    None => closed(words, view).into_any(),
                }}
            </aside>
            <div class="letter-like">
                <article class="sheet">
                    {head(words, &view.text)}
                    {body(&view.text)}
                    <footer class="sheet-foot">{signed(words, view)}</footer>
                </article>
                {proof(words, &view.text)}
                {earlier(words, view)}
            </div>
        </div>
    }
    .into_any()
}

/// Until when it may be co-signed, or why not.
fn standing(words: Words, view: &LetterView) -> String {
    match (&view.deadline, view.taking) {
        (Some(at), Taking::Open) => {
            let deadline = dates::deadline(words, at, view.today);
            words.say_with("letter-open-until", &[("deadline", deadline.into())])
        }
        (Some(at), Taking::Late) => {
            let deadline = dates::deadline(words, at, view.today);
            words.say_with("letter-was-open-until", &[("deadline", deadline.into())])
        }
        (_, taking) => words.say(&format!("letter-{}", taking.as_str())),
    }
}

/// `47 organizations and 312 individuals have co-signed it.`
fn totals(words: Words, view: &LetterView) -> String {
    count_line(words, view.organization_count, view.person_count, view.individuals)
}

/// How many have co-signed, in a sentence.
pub fn count_line(words: Words, organizations: u64, persons: u64, individuals: bool) -> String {
    let values = [("organizations", organizations.into()), ("persons", persons.into())];
    match (organizations, persons) {
        (0, 0) => words.say("letter-totals-none"),
        (_, 0) if !individuals => words.say_with("letter-totals-organizations", &values),
        _ => words.say_with("letter-totals", &values),
    }
}

/// To whom, and from when.
pub(super) fn head(words: Words, text: &TextView) -> AnyView {
    let to: Vec<_> = text.recipients.iter().map(|line| view! { <p dir="auto">{line.clone()}</p> }).collect();
    view! {
        <div class="sheet-head">
            <p class="sheet-day">{dates::full_day(words, text.published)}</p>
            {to}
        </div>
    }
    .into_any()
}

/// The text, in its own language and direction.
pub(super) fn body(text: &TextView) -> AnyView {
    let (lang, dir) = of_language(text.language.as_ref());
    view! { <div class="sheet-text" lang=lang dir=dir inner_html=text.html.clone()></div> }.into_any()
}

/// The signature block: organizations by kind and name, persons beneath.
fn signed(words: Words, view: &LetterView) -> AnyView {
    let again = (view.asked_again > 0).then(|| {
        view! { <p class="asked-again">{words.say_with("letter-asked-again", &[("count", view.asked_again.into())])}</p> }
    });
    let kinds: Vec<_> = view.organizations.iter().map(|(kind, lines)| of_kind(words, *kind, lines)).collect();
    let persons = (!view.persons.is_empty()).then(|| {
        let lines: Vec<_> = view.persons.iter().map(|line| person(words, line)).collect();
        view! {
            <section class="co-signers">
                <h3>{words.say("letter-persons")}</h3>
                <ul>{lines}</ul>
            </section>
        }
    });
    let only = view.persons.iter().any(|line| !line.affiliation.is_empty());
    let forgotten = view.person_count.saturating_sub(view.persons.len() as u64);
    let forgotten = (forgotten > 0).then(|| {
        view! { <p class="quiet">{words.say_with("letter-persons-forgotten", &[("count", forgotten.into())])}</p> }
    });
    view! {
        <h2>{words.say("letter-signed-heading")}</h2>
        <p class="quiet">{totals(words, view)}</p>
        {again}
        {kinds}
        {persons}
        {only.then(|| view! { <p class="quiet">{words.say("letter-identification-note")}</p> })}
        {forgotten}
    }
    .into_any()
}

fn of_kind(words: Words, kind: OrganizationKind, lines: &[CoSignerLine]) -> AnyView {
    let lines: Vec<_> = lines.iter().map(|line| organization(words, line)).collect();
    view! {
        <section class="co-signers">
            <h3>{words.say(&format!("letter-kinds-{kind}"))}</h3>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}

fn organization(words: Words, line: &CoSignerLine) -> AnyView {
    let name = match line.site.clone() {
        Some(site) => {
            view! { <a href=site rel="noopener nofollow"><bdi>{line.name.clone()}</bdi></a> }.into_any()
        }
        None => view! { <bdi>{line.name.clone()}</bdi> }.into_any(),
    };
    view! {
        <li>
            <span class="name">{name}</span>
            {(!line.signatory.is_empty()).then(|| view! {
                <span class="from" dir="auto">{by(words, &line.signatory, &line.title)}</span>
            })}
        </li>
    }
    .into_any()
}

/// `Ana Díaz, Director`
pub(super) fn by(words: Words, name: &str, title: &str) -> String {
    if title.is_empty() {
        return name.to_owned();
    }
    words.say_with("letter-by", &[("name", name.into()), ("title", title.into())])
}

fn person(words: Words, line: &CoSignerLine) -> AnyView {
    let affiliation = (!line.affiliation.is_empty()).then(|| {
        let values = [("title", (&line.title).into()), ("organization", (&line.affiliation).into())];
        view! { <span class="from" dir="auto">{words.say_with("letter-identification", &values)}</span> }
    });
    view! {
        <li>
            <span class="name"><bdi>{line.name.clone()}</bdi></span>
            {affiliation}
        </li>
    }
    .into_any()
}

/// Which version it is, with its hash and the text that was hashed.
pub(super) fn proof(words: Words, text: &TextView) -> AnyView {
    let day = dates::full_day(words, text.published);
    let values = [("number", text.number.to_string().into()), ("day", day.into())];
    view! {
        <section class="proof">
            <h2>{words.say("letter-proof-heading")}</h2>
            <p>{words.say_with("letter-version", &values)}</p>
            {note(words, text)}
            <p class="quiet">{words.say("letter-proof")}</p>
            <p><code class="hash">{text.hash.clone()}</code></p>
            <details>
                <summary>{words.say("letter-proof-text")}</summary>
                <pre class="exact" dir="auto">{text.text.clone()}</pre>
            </details>
        </section>
    }
    .into_any()
}

fn note(words: Words, text: &TextView) -> Option<AnyView> {
    (text.number > 1 && !text.note.is_empty()).then(|| {
        let key = if text.substance { "letter-note-substance" } else { "letter-note-correction" };
        view! { <p dir="auto">{words.say_with(key, &[("note", (&text.note).into())])}</p> }.into_any()
    })
}

fn earlier(words: Words, view: &LetterView) -> Option<AnyView> {
    let versions: Vec<_> = view
        .earlier
        .iter()
        .map(|text| {
            let day = dates::full_day(words, text.published);
            let values = [("number", text.number.to_string().into()), ("day", day.into())];
            view! {
                <details>
                    <summary>{words.say_with("letter-earlier-one", &values)}</summary>
                    {note(words, text)}
                    <div class="letter">{body(text)}</div>
                    <p><code class="hash">{text.hash.clone()}</code></p>
                </details>
            }
        })
        .collect();
    (!versions.is_empty())
        .then(|| {
            view! {
                <section class="proof">
                    <h2>{words.say("letter-earlier")}</h2>
                    <p class="quiet">{words.say("letter-earlier-why")}</p>
                    {versions}
                </section>
            }
        })
        .map(IntoAny::into_any)
}

/// Why there is no form; what was typed into one that came too late is given back.
fn closed(words: Words, view: &LetterView) -> AnyView {
    let typed: Vec<_> = ["organization", "name", "title", "email", "authority", "granted", "site"]
        .into_iter()
        .map(|field| (field, view.form.typed.get(field).to_owned()))
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| {
            view! {
                <dt>{words.say(&format!("letter-field-{field}"))}</dt>
                <dd class="typed" dir="auto">{value}</dd>
            }
        })
        .collect();
    let typed = (!typed.is_empty()).then(|| {
        view! {
            <p>{words.say("letter-typed-kept")}</p>
            <dl class="facts">{typed}</dl>
        }
    });
    let notice = view.form.notice.map(|key| view! { <p class="remark">{words.say(key)}</p> });
    let taking = view.taking.as_str();
    view! {
        <h2 id="co-sign-heading">{words.say(&format!("letter-{taking}"))}</h2>
        {notice}
        <p>{words.say(&format!("letter-{taking}-then"))}</p>
        {typed}
    }
    .into_any()
}
