//! What a signer gave, one signature after the other, each with what can be done about it.
//! Each change is a form of its own, so that none is made by the way.

use leptos::prelude::*;
use redress_domain::{SignatureState, Visibility};

use super::model::{MineSignature, MineView};
use crate::dates;
use crate::parts::{Choices, Notice, TickBox, Tone, summary};
use crate::petition::form::visibilities;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn frame(words: Words, view: &MineView) -> Page {
    let title = words.say("mine-title");
    let title = match view.wrong {
        Some(_) => words.say_with("error-title", &[("title", title.into())]),
        None => title,
    };
    Page::private(words.0, title)
}

/// Everything signed from one mailbox.
pub fn page(words: Words, view: &MineView) -> AnyView {
    let wrong = view.wrong.map(|(id, field, message)| (format!("{field}-{id}"), words.say(message)));
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let content = if view.signatures.is_empty() {
        view! {
            <p class="standfirst">{words.say("mine-none")}</p>
            <p>{words.say("mine-none-then")}</p>
        }
        .into_any()
    } else {
        let signatures: Vec<_> = view
            .signatures
            .iter()
            .map(|signature| {
                let wrong = view.wrong.filter(|(id, ..)| *id == signature.id);
                given(words, signature, wrong.map(|(_, field, message)| (field, message)))
            })
            .collect();
        view! {
            <p class="standfirst">{words.say("mine-lead")}</p>
            {signatures}
        }
        .into_any()
    };
    view! {
        <div class="column">
            {summary(words, wrong.into_iter().collect())}
            {done}
            <h1>{words.say("mine-title")}</h1>
            {content}
        </div>
    }
    .into_any()
}

/// A field and what is wrong with it.
type Wrong = Option<(&'static str, &'static str)>;

fn error_of(wrong: Wrong, field: &str) -> Option<&'static str> {
    wrong.filter(|(name, _)| *name == field).map(|(_, message)| message)
}

fn given(words: Words, signature: &MineSignature, wrong: Wrong) -> AnyView {
    let counts = matches!(
        signature.state,
        SignatureState::Pending | SignatureState::Confirmed | SignatureState::Quarantined
    );
    let changes = counts.then(|| {
        view! {
            {shown_as(words, signature, error_of(wrong, "visibility"))}
            {news(words, signature)}
            {hears(words, signature)}
            {withdraw(words, signature)}
        }
    });
    let comment = signature.comment.clone().map(|comment| {
        view! {
            <dt>{words.say("mine-comment")}</dt>
            <dd class="typed" dir="auto">{comment}</dd>
        }
    });
    let heading = format!("given-{}", signature.id);
    view! {
        <section class="given" aria-labelledby=heading>
            <h2 id=heading.clone()><a href=signature.path.clone()>{signature.title.clone()}</a></h2>
            <dl class="facts">
                <dt>{words.say("mine-state")}</dt>
                <dd>{words.say(&format!("signature-{}", signature.state))}</dd>
                <dt>{words.say("mine-name")}</dt>
                <dd><bdi>{signature.name.clone()}</bdi></dd>
                <dt>{words.say("mine-signed-on")}</dt>
                <dd>{dates::full_day(words, signature.signed_on)}</dd>
                {comment}
            </dl>
            {changes}
            {erase(words, signature, error_of(wrong, "sure"))}
        </section>
    }
    .into_any()
}

/// A form of this page: it goes to the page's own address and says what it is about.
fn action(signature: &MineSignature, name: &'static str, content: AnyView) -> AnyView {
    view! {
        <form class="form" method="post">
            <input type="hidden" name="signature" value=signature.id.to_string()/>
            <input type="hidden" name="action" value=name/>
            {content}
        </form>
    }
    .into_any()
}

fn shown_as(words: Words, signature: &MineSignature, error: Option<&'static str>) -> AnyView {
    let content = view! {
        <Choices
            words
            name="visibility"
            id=format!("visibility-{}", signature.id)
            legend=words.say("mine-visibility-heading")
            choices=visibilities(words)
            chosen=Visibility::as_str(signature.visibility)
            error
        />
        <button class="button" data-quiet>{words.say("mine-visibility-button")}</button>
    };
    action(signature, "visibility", content.into_any()).into_any()
}

fn news(words: Words, signature: &MineSignature) -> AnyView {
    let (now, button) = if signature.news {
        ("mine-news-on", "mine-news-stop")
    } else {
        ("mine-news-off", "mine-news-start")
    };
    // Absent is no: the button to stop sends nothing but the action.
    let wanted = (!signature.news).then(|| view! { <input type="hidden" name="news" value="on"/> });
    let content = view! {
        <h3>{words.say("mine-news-heading")}</h3>
        <p>{words.say(now)}</p>
        {wanted}
        <button class="button" data-quiet>{words.say(button)}</button>
    };
    action(signature, "news", content.into_any()).into_any()
}

fn hears(words: Words, signature: &MineSignature) -> Option<AnyView> {
    let (organization, text) = signature.hears.clone()?;
    let content = view! {
        <h3>{words.say_with("mine-hear-heading", &[("organization", organization.into())])}</h3>
        <p>{words.say("mine-hear-agreed")}</p>
        <blockquote dir="auto">{text}</blockquote>
        <button class="button" data-quiet>{words.say("mine-hear-stop")}</button>
    };
    Some(action(signature, "hear", content.into_any()))
}

fn withdraw(words: Words, signature: &MineSignature) -> AnyView {
    let content = view! {
        <h3>{words.say("mine-withdraw-heading")}</h3>
        <p>{words.say("mine-withdraw")}</p>
        <button class="button" data-quiet>{words.say("mine-withdraw-button")}</button>
    };
    action(signature, "withdraw", content.into_any()).into_any()
}

fn erase(words: Words, signature: &MineSignature, error: Option<&'static str>) -> AnyView {
    let content = view! {
        <h3>{words.say("mine-erase-heading")}</h3>
        <p>{words.say("mine-erase")}</p>
        <TickBox
            words
            name="sure"
            id=format!("sure-{}", signature.id)
            label=words.say("mine-erase-sure")
            error
        />
        <button class="button" data-quiet data-final>{words.say("mine-erase-button")}</button>
    };
    action(signature, "erase", content.into_any()).into_any()
}
