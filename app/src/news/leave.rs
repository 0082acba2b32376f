//! `/news/{token}`: no more news of this campaign, with one button and no question.

use leptos::prelude::*;

use super::LeaveView;
use crate::parts::{Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn leave_head(words: Words, view: &LeaveView) -> Page {
    Page::private(words.0, words.say_with("news-leave-title", &[("title", (&view.title).into())]))
}

/// The page.
pub fn leave(words: Words, view: &LeaveView) -> AnyView {
    let title = [("title", (&view.title).into())];
    let content = if view.done {
        let left = words.say_with("news-left", &title);
        view! { <Notice tone=Tone::Done><p>{left}</p></Notice> }.into_any()
    } else {
        view! {
            <p class="standfirst">{words.say_with("news-leave-lead", &title)}</p>
            <form method="post" action=format!("/news/{}", view.token)>
                <button class="button">{words.say("news-leave-button")}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <div class="column">
            <h1>{words.say("news-leave-heading")}</h1>
            {content}
            <p><a href=view.mine.clone()>{words.say("news-leave-mine")}</a></p>
        </div>
    }
    .into_any()
}
