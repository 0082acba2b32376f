//! `/admin/c/{slug}/news`: an update in every language of the campaign, a copy to oneself first, then once to each
//! mailbox that asked. How far it is stands on the page; it can be halted and go on.

use leptos::prelude::*;
use redress_domain::{LONGEST_NEWS, LONGEST_SUBJECT, NewsState};

use super::{NewsDeskView, NewsRow};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{ErrorSummary, Notice, TextArea, TextField, TickBox, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &NewsDeskView) -> Page {
    campaign_head(words, &words.say("news-title"), &view.title, !view.errors.is_empty())
}

/// The page.
pub fn page(words: Words, desk: &Desk, view: &NewsDeskView) -> AnyView {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let readers = words.say_with("news-readers", &[("count", view.readers.into())]);
    let body = if view.forgotten {
        view! { <p>{words.say("news-forgotten")}</p> }.into_any()
    } else {
        view! { <p class="news-readers">{readers}</p> {form(words, view)} }.into_any()
    };
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("news-title")}</h1>
        {done}
        <p class="lead">{words.say("news-lead")}</p>
        {list(words, desk, view)}
        {body}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn action(view: &NewsDeskView) -> String {
    format!("/admin/c/{}/news", view.slug)
}

fn list(words: Words, desk: &Desk, view: &NewsDeskView) -> Option<AnyView> {
    let rows: Vec<_> = view.rows.iter().map(|row| line(words, desk, view, row)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="rows entries">
                <caption class="unseen">{words.say("news-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("news-column-subject")}</th>
                        <th scope="col">{words.say("news-column-state")}</th>
                        <th scope="col">{words.say("news-column-when")}</th>
                        <th scope="col" class="do">{words.say("news-column-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

fn line(words: Words, desk: &Desk, view: &NewsDeskView, row: &NewsRow) -> AnyView {
    let named = |key: &str| words.say_with(key, &[("subject", (&row.subject).into())]);
    let button = |verb: &'static str, label: &str| {
        view! {
            <form class="beside" method="post" action=action(view)>
                <input type="hidden" name="news" value=row.id.to_string()/>
                <button class="as-link" name="action" value=verb aria-label=named(&format!("{label}-of"))>{words.say(label)}</button>
            </form>
        }
        .into_any()
    };
    let numbers = [("sent", row.sent.into()), ("wanted", row.wanted.into())];
    let progress = (row.state != NewsState::Draft).then(|| {
        let bar = (row.state == NewsState::Sending).then(|| {
            view! {
                <progress max=row.wanted.max(1).to_string() value=row.sent.to_string() aria-label=words.say("news-progress")></progress>
            }
        });
        view! { <span class="from">{words.say_with("news-sent-of", &numbers)}</span> {bar} }
    });
    let deeds = match row.state {
        NewsState::Draft => {
            let edit = format!("{}?news={}#news-form", action(view), row.id);
            view! {
                <a href=edit aria-label=named("news-edit-of")>{words.say("news-edit")}</a>
                {button("remove", "news-remove")}
            }
            .into_any()
        }
        NewsState::Sending => view! {
            <a href=action(view)>{words.say("news-look-again")}</a>
            {button("stop", "news-stop")}
        }
        .into_any(),
        NewsState::Stopped => button("go-on", "news-go-on"),
        NewsState::Sent => ().into_any(),
    };
    view! {
        <tr>
            <th scope="row"><bdi class="name">{row.subject.clone()}</bdi></th>
            <td>{words.say(&format!("news-state-{}", row.state))} {progress}</td>
            <td>{dates::day_and_time(words, &row.at, desk.today)}</td>
            <td class="do">{deeds}</td>
        </tr>
    }
    .into_any()
}

fn form(words: Words, view: &NewsDeskView) -> AnyView {
    let parts: Vec<_> = view
        .languages
        .iter()
        .map(|locale| {
            let language = words.say(&format!("editor-language-{locale}"));
            let (subject, text) = (format!("subject_{locale}"), format!("text_{locale}"));
            let of = |key: &str| words.say_with(key, &[("language", (&language).into())]);
            view! {
                <TextField
                    words
                    name=subject.clone()
                    label=of("news-subject")
                    value=view.typed.get(&subject)
                    error=view.errors.of(&subject)
                    longest=LONGEST_SUBJECT
                />
                <TextArea
                    words
                    name=text.clone()
                    label=of("news-text")
                    hint=words.say("news-text-hint")
                    value=view.typed.get(&text)
                    error=view.errors.of(&text)
                    longest=LONGEST_NEWS
                    lang=locale.code()
                    rows=8
                />
            }
        })
        .collect();
    let id = view.draft.map(|id| view! { <input type="hidden" name="news" value=id.to_string()/> });
    let send = view.draft.map(|_| {
        let all = words.say_with("news-start", &[("count", view.readers.into())]);
        view! {
            <fieldset class="news-send">
                <legend>{words.say("news-send")}</legend>
                <TickBox
                    words
                    name="sure"
                    label=words.say("news-sure")
                    checked=view.typed.is_on("sure")
                    error=view.errors.of("sure")
                />
                <button class="button" data-final name="action" value="start">{all}</button>
            </fieldset>
        }
    });
    let heading = if view.draft.is_some() { "news-draft" } else { "news-new" };
    view! {
        <section aria-labelledby="news-heading" id="news-form">
            <h2 id="news-heading">{words.say(heading)}</h2>
            <form class="desk-form wide" method="post" action=action(view)>
                {id}
                {parts}
                <div class="inline">
                    <button class="button" data-quiet name="action" value="save">{words.say("news-save")}</button>
                    <button class="button" data-quiet name="action" value="copy">{words.say("news-copy")}</button>
                </div>
                {send}
            </form>
        </section>
    }
    .into_any()
}
