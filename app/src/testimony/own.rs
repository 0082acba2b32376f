//! The writer's own page: the draft with its versions and readers, or the letter that was sent and what became of it.
//! A link that a browser was given opens less than one that was mailed: it never shows what else a mailbox sent.

use leptos::prelude::*;
use redress_domain::{SuggestionState, TestimonyState};

use super::letter::{letter, pieces};
use super::model::{MineView, SuggestionView, VersionView};
use super::write::{body, closed, errors};
use crate::parts::{Notice, TickBox, Tone, summary, typed_text};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn mine_frame(words: Words, view: &MineView) -> Page {
    let title = words.say(if view.write.is_some() { "draft-title" } else { "testimony-mine-title" });
    let wrong =
        view.wrong.is_some() || view.write.as_ref().is_some_and(|write| !write.told.fields.is_empty());
    let title = if wrong { words.say_with("error-title", &[("title", title.into())]) } else { title };
    Page { islands: view.write.is_some(), ..Page::private(words.0, title) }
}

/// The page.
pub fn mine(words: Words, view: &MineView) -> AnyView {
    let wrong = view.wrong.map(|(field, message)| (field.to_owned(), words.say(message)));
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let heading = if view.write.is_some() { "draft-heading" } else { "testimony-mine-heading" };
    view! {
        <div class="column writing">
            {summary(words, wrong.into_iter().collect())}
            {view.write.as_ref().and_then(|write| errors(words, write))}
            {done}
            <header class="lede">
                <p class="eyebrow">
                    <strong>{words.say(&format!("testimony-now-{}", view.state))}</strong>
                    <a href=view.campaign.path(words.0, "")>{view.campaign.title.clone()}</a>
                </p>
                <h1>{words.say(heading)}</h1>
                <p class="standfirst">{words.say(lead(view))}</p>
            </header>
            {unsaved(words, &view.unsaved)}
            {content(words, view)}
        </div>
    }
    .into_any()
}

fn lead(view: &MineView) -> &'static str {
    if view.handed_over {
        return "testimony-handed-over";
    }
    match view.state {
        TestimonyState::Draft => "draft-lead",
        TestimonyState::Submitted => "testimony-lead-submitted",
        TestimonyState::Confirmed => "testimony-lead-confirmed",
        TestimonyState::Approved => "testimony-lead-approved",
        TestimonyState::Returned => "testimony-lead-returned",
        TestimonyState::Included => "testimony-lead-included",
        TestimonyState::Withdrawn => "testimony-lead-withdrawn",
        TestimonyState::Expired => "testimony-lead-expired",
    }
}

fn content(words: Words, view: &MineView) -> AnyView {
    if view.handed_over {
        return action(
            "link",
            view! { <button class="button">{words.say("testimony-mail-link")}</button> }.into_any(),
        )
        .into_any();
    }
    let writing = view.write.as_ref().map(|write| match &write.closed {
        Some(why) => closed(words, write, why).into_any(),
        None => body(words, write).into_any(),
    });
    let letter = view.letter.as_ref().map(|sent| letter(words, sent).into_any());
    let gone = matches!(view.state, TestimonyState::Withdrawn | TestimonyState::Expired);
    let withdraw = (!gone && view.state != TestimonyState::Draft).then(|| withdraw(words).into_any());
    let others: Vec<_> = view
        .others
        .iter()
        .map(|(title, state, path)| {
            view! {
                <li>
                    <a href=path.clone()>{title.clone()}</a> " "
                    <span class="quiet">{words.say(&format!("testimony-now-{state}"))}</span>
                </li>
            }
        })
        .collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.say("testimony-others")}</h2>
                <ul class="plain-list">{others}</ul>
            </section>
        }
    });
    view! {
        {writing}
        {letter}
        {view.write.is_some().then(|| readers(words, view).into_any())}
        {versions(words, view).into_any()}
        <section class="given">
            {withdraw}
            {erase(words, view).into_any()}
        </section>
        {others}
    }
    .into_any()
}

/// A form of this page: it goes to the page's own address and says what it is about.
fn action(name: &'static str, content: AnyView) -> AnyView {
    view! {
        <form class="form" method="post">
            <input type="hidden" name="do" value=name/>
            {content}
        </form>
    }
    .into_any()
}

/// A button beside the text. It sends the form that the text is in, so that nothing typed since is lost; where that
/// form is closed, it has one of its own.
fn beside(words: Words, view: &MineView, ask: String, key: &'static str) -> AnyView {
    let written = view.write.as_ref().is_some_and(|write| write.closed.is_none());
    let button = view! {
        <button class="button" data-quiet form=written.then_some("write") name="do" value=ask>{words.say(key)}</button>
    };
    if written {
        button.into_any()
    } else {
        view! { <form class="form" method="post">{button}</form> }.into_any()
    }
}

/// What was typed into a form that was closed meanwhile, to be taken elsewhere.
pub(super) fn unsaved(words: Words, text: &str) -> Option<AnyView> {
    (!text.is_empty()).then(|| {
        view! {
            <div class="field sheet-edit">
                <label for="unsaved">{words.say("testimony-unsaved")}</label>
                <p class="hint" id="unsaved-hint">{words.say("testimony-unsaved-hint")}</p>
                <textarea id="unsaved" rows="12" readonly dir="auto" aria-describedby="unsaved-hint">
                    {typed_text(text)}
                </textarea>
            </div>
        }
        .into_any()
    })
}

/// The readers' link and what readers proposed.
fn readers(words: Words, view: &MineView) -> AnyView {
    let share = match &view.share_url {
        None => beside(words, view, "share".to_owned(), "draft-share-button"),
        Some(url) => view! {
            <div class="field">
                <label for="share-url">{words.say("draft-share-link")}</label>
                <input id="share-url" readonly value=url.clone()/>
            </div>
            {beside(words, view, "stop".to_owned(), "draft-share-stop")}
        }
        .into_any(),
    };
    let suggestions: Vec<_> =
        view.suggestions.iter().map(|one| suggestion(words, view, one).into_any()).collect();
    let none = (suggestions.is_empty() && view.share_url.is_some())
        .then(|| view! { <p class="quiet">{words.say("draft-suggestions-none")}</p> });
    view! {
        <section class="readers" aria-labelledby="readers">
            <h2 id="readers">{words.say("draft-readers")}</h2>
            <p>{words.say("draft-readers-hint")}</p>
            {share}
            {none}
            {suggestions}
        </section>
    }
    .into_any()
}

fn suggestion(words: Words, view: &MineView, one: &SuggestionView) -> AnyView {
    let language = view.write.as_ref().and_then(|write| write.typed.text_language());
    let comment =
        (!one.comment.is_empty()).then(|| view! { <p class="typed" dir="auto">{one.comment.clone()}</p> });
    let has_text = one.pieces.is_some();
    let difference = one.pieces.as_ref().map(|difference| pieces(difference, language.as_ref()).into_any());
    let open = one.state == SuggestionState::Open;
    let decide = |name: &str, key: &'static str| beside(words, view, format!("{name}:{}", one.id), key);
    let made_on = one.made_on.filter(|_| open && has_text).map(|number| {
        let values = [("number", number.to_string().into())];
        view! { <p class="hint">{words.say_with("draft-suggestion-made-on", &values)}</p> }
    });
    let buttons = open.then(|| {
        view! {
            <div class="buttons">
                {has_text.then(|| decide("take", "draft-suggestion-take"))}
                {decide("leave", if has_text { "draft-suggestion-leave" } else { "draft-suggestion-read" })}
            </div>
        }
    });
    let state = (!open)
        .then(|| view! { <p class="quiet">{words.say(&format!("draft-suggestion-{}", one.state))}</p> });
    view! {
        <article class="suggestion" data-state=one.state.as_str()>
            <h3><bdi>{one.name.clone()}</bdi></h3>
            <p class="quiet">{one.when.clone()}</p>
            {comment}
            {made_on}
            {difference}
            {state}
            {buttons}
        </article>
    }
    .into_any()
}

fn versions(words: Words, view: &MineView) -> Option<AnyView> {
    if view.versions.len() < 2 {
        return None;
    }
    let rows: Vec<_> = view.versions.iter().map(|one| version(words, view, one)).collect();
    Some(
        view! {
            <section aria-labelledby="versions">
                <h2 id="versions">{words.say("draft-versions")}</h2>
                <p class="quiet">{words.say("draft-versions-hint")}</p>
                <ol class="versions" reversed>{rows}</ol>
            </section>
        }
        .into_any(),
    )
}

fn version(words: Words, view: &MineView, one: &VersionView) -> AnyView {
    let values = [("number", one.number.to_string().into()), ("when", (&one.when).into())];
    let by = words.say_with(&format!("draft-version-{}", one.saved_by), &values);
    let language = view.write.as_ref().and_then(|write| write.typed.text_language());
    let (lang, dir) = super::letter::of_language(language.as_ref());
    let text = one.text.clone().map(|text| {
        view! { <div class="typed sheet-text" lang=lang dir=dir>{text}</div> }
    });
    let read = (text.is_none() && !one.stands)
        .then(|| beside(words, view, format!("version:{}", one.number), "draft-version-read"));
    let restore = (text.is_some() && !one.stands && view.write.is_some())
        .then(|| beside(words, view, format!("restore:{}", one.number), "draft-version-restore"));
    let stands = one.stands.then(|| view! { " " <strong>{words.say("draft-version-stands")}</strong> });
    view! {
        <li id=format!("version-{}", one.number)>
            <p>{by} {stands}</p>
            {text}
            {read}
            {restore}
        </li>
    }
    .into_any()
}

fn withdraw(words: Words) -> AnyView {
    action(
        "withdraw",
        view! {
            <h2>{words.say("mine-withdraw-heading")}</h2>
            <p>{words.say("testimony-withdraw")}</p>
            <button class="button" data-quiet>{words.say("testimony-withdraw-button")}</button>
        }
        .into_any(),
    )
    .into_any()
}

fn erase(words: Words, view: &MineView) -> AnyView {
    let error = view.wrong.filter(|(field, _)| *field == "sure").map(|(_, message)| message);
    action(
        "erase",
        view! {
            <h2>{words.say("mine-erase-heading")}</h2>
            <p>{words.say("testimony-erase")}</p>
            <TickBox words name="sure" label=words.say("testimony-erase-sure") error/>
            <button class="button" data-quiet data-final>{words.say("testimony-erase-button")}</button>
        }
        .into_any(),
    )
    .into_any()
}
