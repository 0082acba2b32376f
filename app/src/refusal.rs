//! What is shown instead of a page: what happened in a kind sentence, and what to do.
//! It tells nothing of the fault but a reference, which is in the log as well.

use leptos::prelude::*;
use redress_domain::Locale;

use crate::shell::{self, Page};
use crate::words::Words;

/// What the shell needs to know of a refusal.
pub fn frame(words: Words, why: &Why) -> Page {
    Page::private(words.0, words.say(&format!("refusal-{}-title", worded(why))))
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A status; one that has no words of its own is told as the nearest that has.
    Status(u16),
    /// The member's role does not reach so far.
    Role,
}

/// A refusal: what it is, why, and what to do.
pub fn page(words: Words, why: &Why, reference: Option<&str>) -> AnyView {
    let name = worded(why);
    let home = match why {
        Why::Role => ("/admin".to_owned(), "refusal-desk"),
        Why::Status(_) => (shell::path(words.0, Locale::default(), "/"), "refusal-home"),
    };
    let reference = reference.map(|reference| {
        view! { <p class="quiet">{words.say_with("refusal-reference", &[("reference", reference.into())])}</p> }
    });
    view! {
        <div class="column refusal">
            <h1>{words.say(&format!("refusal-{name}-title"))}</h1>
            <p class="standfirst">{words.say(&format!("refusal-{name}"))}</p>
            <p>{words.say(&format!("refusal-{name}-do"))}</p>
            {reference}
            <p class="back"><a href=home.0>{words.say(home.1)}</a></p>
        </div>
    }
    .into_any()
}

/// The name its words go by.
fn worded(why: &Why) -> String {
    match why {
        Why::Role => "role".to_owned(),
        Why::Status(status @ (403 | 404 | 405 | 410 | 413 | 422 | 429 | 500 | 503)) => status.to_string(),
        Why::Status(400..=499) => "422".to_owned(),
        Why::Status(_) => "500".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_words_in_every_language() {
        for locale in Locale::ALL {
            for why in (400..=599).map(Why::Status).chain([Why::Role]) {
                for key in ["-title", "", "-do"] {
                    let key = format!("refusal-{}{key}", worded(&why));
                    assert!(Words(*locale).has(&key), "{locale}: {key}");
                }
            }
        }
    }
}
