//! A remark on top of what it concerns: something was done, or needs care.
//! It never blocks the page and never closes itself.

use leptos::prelude::*;

/// What a notice is about; said in its words as well, never by color alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Plain,
    /// What was asked for has been done.
    Done,
    /// Something to look at before going on.
    Care,
}

/// A remark of a sentence or two. One that tells what was just done is announced.
#[component]
pub fn Notice(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    let (name, role) = match tone {
        Tone::Plain => ("plain", None),
        Tone::Done => ("done", Some("status")),
        Tone::Care => ("care", None),
    };
    view! { <div class="notice" data-tone=name role=role>{children()}</div> }
}
