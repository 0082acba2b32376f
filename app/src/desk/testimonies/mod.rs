//! Testimony at the desk: the queue, one testimony, form letters.
//! It has no field in which an organizer could change a text: that is its writer's.

pub mod letters;
mod marked;
mod model;
pub mod one;
pub mod queue;

use leptos::prelude::*;
use redress_domain::Slug;

pub use marked::{Piece, pieces};
pub use model::*;

use super::Desk;
use crate::words::Words;

/// The pages of testimony, under the campaign's own navigation.
pub(crate) fn pages(words: Words, desk: &Desk, slug: &Slug) -> impl IntoView + use<> {
    let base = format!("/admin/c/{slug}");
    let links: Vec<_> = [
        ("/testimonies", "testimonies-queue"),
        ("/testimonies/letters", "testimonies-letters"),
        ("/speakers", "testimonies-speakers"),
    ]
    .into_iter()
    .map(|(page, label)| {
        let href = format!("{base}{page}");
        let current = (desk.path == href).then_some("page");
        view! { <li><a href=href aria-current=current>{words.say(label)}</a></li> }
    })
    .collect();
    view! {
        <nav class="contents" aria-label=words.say("testimonies-pages")>
            <ol>{links}</ol>
        </nav>
    }
}

/// `1 min 55 s`
pub(crate) fn length(words: Words, seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (0, _) => words.say_with("speakers-time-seconds", &[("seconds", rest.into())]),
        (_, 0) => words.say_with("speakers-time-minutes", &[("minutes", minutes.into())]),
        _ => words.say_with("speakers-time", &[("minutes", minutes.into()), ("seconds", rest.into())]),
    }
}
