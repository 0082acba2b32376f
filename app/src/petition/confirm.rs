//! The page a mail leads to: one form with one button, or the thanks after it, or why it can't be done.
//! Looking at it changes nothing; only the button does, since scanners open every link.

use leptos::prelude::*;

use super::model::{ConfirmState, ConfirmView};
use crate::campaign::{letter, timeline};
use crate::parts::{OwnStroke, Share, Tally};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn confirm_frame(words: Words, view: &ConfirmView) -> Page {
    let title = match view.state {
        ConfirmState::Ready => "confirm-title",
        ConfirmState::Counted { .. } => "confirm-counted-title",
        ConfirmState::TooLate => "confirm-late-title",
        ConfirmState::Withdrawn => "confirm-withdrawn-title",
    };
    Page::private(words.0, words.say(title))
}

/// What the confirmation link can still do.
pub fn confirm(words: Words, view: &ConfirmView) -> AnyView {
    let content = match &view.state {
        ConfirmState::Ready => ready(words, view).into_any(),
        ConfirmState::Counted { mine } => counted(words, view, mine).into_any(),
        ConfirmState::TooLate => {
            ended(words, view, "confirm-late-heading", "confirm-late", view.campaign.state.is_open())
                .into_any()
        }
        ConfirmState::Withdrawn => {
            ended(words, view, "confirm-withdrawn-heading", "confirm-withdrawn", false).into_any()
        }
    };
    view! { <div class="column">{content}</div> }.into_any()
}

fn ready(words: Words, view: &ConfirmView) -> AnyView {
    let campaign = &view.campaign;
    view! {
        <h1>{words.say("confirm-heading")}</h1>
        <p class="standfirst">{words.say_with("confirm-lead", &[("name", (&view.name).into())])}</p>
        <p class="ask">{campaign.ask.clone()}</p>
        // Without an action the form goes to the page's own address, token and language included.
        <form class="form" method="post">
            <button class="button">{words.say("confirm-button")}</button>
        </form>
        <details class="folded">
            <summary>{words.say("sign-read")}</summary>
            <p class="quiet">{campaign.title.clone()}</p>
            {letter(&campaign.petition.text)}
        </details>
        <p class="quiet">{words.say("confirm-not-you")}</p>
    }
    .into_any()
}

fn counted(words: Words, view: &ConfirmView, mine: &str) -> AnyView {
    let campaign = &view.campaign;
    let (signed, goal) = (campaign.signed, campaign.goal);
    let to_come: Vec<_> =
        campaign.timeline.iter().filter(|entry| entry.next || entry.day >= campaign.today).collect();
    let next = if to_come.is_empty() {
        view! { <p>{words.say("confirm-next-none")}</p> }.into_any()
    } else {
        timeline(words, campaign.today, &to_come).into_any()
    };
    let sentence = match signed {
        0 => words.say("confirm-counted-over"),
        count => words.say_with("confirm-counted", &[("count", count.into())]),
    };
    view! {
        <div class="thanks">
            <OwnStroke signed/>
            <h1>{words.say_with("confirm-counted-heading", &[("name", (&view.name).into())])}</h1>
            <p class="standfirst">{sentence}</p>
            <Tally words signed goal/>
        </div>
        <section>
            <h2>{words.say("confirm-next-heading")}</h2>
            {next}
        </section>
        <section>
            <h2>{words.say("confirm-share-heading")}</h2>
            <p>{words.say("confirm-share-lead")}</p>
            <Share words title=campaign.title.clone() url=campaign.share_url.clone()/>
        </section>
        <ul class="back">
            <li><a href=mine.to_owned()>{words.say("confirm-mine")}</a></li>
            <li><a href=campaign.path(words.0, "")>{words.say("confirm-campaign")}</a></li>
        </ul>
    }
    .into_any()
}

fn ended(words: Words, view: &ConfirmView, heading: &str, text: &str, again: bool) -> AnyView {
    let campaign = &view.campaign;
    let again = again.then(|| {
        view! {
            <p>
                {words.say("confirm-late-open")} " "
                <a href=campaign.path(words.0, "/sign")>{words.say("sent-again-link")}</a>
            </p>
        }
    });
    view! {
        <h1>{words.say(heading)}</h1>
        <p class="standfirst">{words.say(text)}</p>
        {again}
        <p class="back"><a href=campaign.path(words.0, "")>{words.say("confirm-campaign")}</a></p>
    }
    .into_any()
}
