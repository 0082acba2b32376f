//! The page a mail leads to: the letter as it will go, one form with one button, or what became of it.
//! Looking at it changes nothing; only the button does, since scanners open every link.

use leptos::prelude::*;
use redress_domain::TestimonyState;

use super::letter::letter;
use super::model::{ConfirmState, ConfirmView};
use crate::parts::{Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn confirm_frame(words: Words, view: &ConfirmView) -> Page {
    let title = match view.state {
        ConfirmState::Ready { .. } => "testimony-confirm-title",
        ConfirmState::Counted { .. } => "testimony-counted-title",
        ConfirmState::Delivered | ConfirmState::Not(_) => "testimony-over-title",
    };
    Page::private(words.0, words.say(title))
}

/// What the confirmation link can still do.
pub fn confirm(words: Words, view: &ConfirmView) -> AnyView {
    let content = match &view.state {
        ConfirmState::Ready { replaces } => ready(words, view, *replaces).into_any(),
        ConfirmState::Counted { mine, speaks } => counted(words, view, mine, *speaks).into_any(),
        ConfirmState::Delivered => over(words, view, "testimony-over-delivered").into_any(),
        ConfirmState::Not(TestimonyState::Withdrawn) => {
            over(words, view, "testimony-over-withdrawn").into_any()
        }
        ConfirmState::Not(_) => over(words, view, "testimony-over-late").into_any(),
    };
    view! { <div class="column writing">{content}</div> }.into_any()
}

fn ready(words: Words, view: &ConfirmView, replaces: bool) -> AnyView {
    let replaces = replaces.then(|| {
        view! { <Notice tone=Tone::Care><p>{words.say("testimony-confirm-replaces")}</p></Notice> }
    });
    view! {
        <h1>{words.say("testimony-confirm-heading")}</h1>
        <p class="standfirst">{words.say_with("testimony-confirm-lead", &[("name", (&view.name).into())])}</p>
        {replaces}
        // Without an action the form goes to the page's own address, token and language included.
        <form class="form" method="post">
            <button class="button">{words.say("testimony-confirm-button")}</button>
        </form>
        {letter(words, &view.letter).into_any()}
        <p class="quiet">{words.say("testimony-confirm-not-you")}</p>
    }
    .into_any()
}

fn counted(words: Words, view: &ConfirmView, mine: &str, speaks: bool) -> AnyView {
    let speaks = speaks.then(|| view! { <li>{words.say("testimony-next-speak")}</li> });
    view! {
        <h1>{words.say_with("testimony-counted-heading", &[("name", (&view.name).into())])}</h1>
        <p class="standfirst">{words.say("testimony-counted")}</p>
        <section>
            <h2>{words.say("confirm-next-heading")}</h2>
            <ol class="plain-list">
                <li>{words.say("testimony-next-read")}</li>
                <li>{words.say("testimony-next-deliver")}</li>
                {speaks}
            </ol>
        </section>
        <ul class="back">
            <li><a href=mine.to_owned()>{words.say("testimony-counted-mine")}</a></li>
            <li><a href=view.campaign.path(words.0, "")>{words.say("confirm-campaign")}</a></li>
        </ul>
    }
    .into_any()
}

fn over(words: Words, view: &ConfirmView, text: &str) -> AnyView {
    view! {
        <h1>{words.say("testimony-over-title")}</h1>
        <p class="standfirst">{words.say(text)}</p>
        <p class="back"><a href=view.campaign.path(words.0, "")>{words.say("confirm-campaign")}</a></p>
    }
    .into_any()
}
