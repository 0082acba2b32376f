//! What is shown instead of a page: what happened in a kind sentence, and what to do.
//! It tells nothing of the fault but a reference, which is in the log as well.

use leptos::prelude::*;
use redress_domain::Locale;

use crate::shell::{self, Page};
use crate::words::Words;

/// What the shell needs to know of a refusal.
pub fn frame(words: Words, status: u16) -> Page {
    Page::private(words.0, words.say(&format!("refusal-{}-title", worded(status))))
}

/// A refusal by its status; one that has no words of its own is told as the nearest that has.
pub fn page(words: Words, status: u16, reference: Option<&str>) -> impl IntoView + use<> {
    let status = worded(status);
    let reference = reference.map(|reference| {
        view! { <p class="quiet">{words.say_with("refusal-reference", &[("reference", reference.into())])}</p> }
    });
    view! {
        <div class="column refusal">
            <h1>{words.say(&format!("refusal-{status}-title"))}</h1>
            <p class="standfirst">{words.say(&format!("refusal-{status}"))}</p>
            <p>{words.say(&format!("refusal-{status}-do"))}</p>
            {reference}
            <p class="back">
                <a href=shell::path(words.0, Locale::default(), "/")>{words.say("refusal-home")}</a>
            </p>
        </div>
    }
}

/// The statuses that have words.
const fn worded(status: u16) -> u16 {
    match status {
        403 | 404 | 405 | 410 | 413 | 422 | 429 | 500 | 503 => status,
        400..=499 => 422,
        _ => 500,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_words_in_every_language() {
        for locale in Locale::ALL {
            for status in (400..=599).map(worded) {
                for key in ["-title", "", "-do"] {
                    let key = format!("refusal-{status}{key}");
                    assert!(Words(*locale).has(&key), "{locale}: {key}");
                }
            }
        }
    }
}
