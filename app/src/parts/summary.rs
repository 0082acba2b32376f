//! Everything wrong with a form at once, on top of the page, with a link to each field in the field's own words.
//! It refuses to appear when nothing is wrong.

use leptos::prelude::*;
use redress_domain::FieldErrors;

use crate::words::Words;

/// The summary of errors; it takes the focus as the page opens, without a script.
#[component]
pub fn ErrorSummary<'a>(words: Words, errors: &'a FieldErrors) -> impl IntoView + use<> {
    let errors: Vec<_> = errors.iter().map(|error| (error.field.to_owned(), error.message)).collect();
    summary(words, errors)
}

/// The same for fields whose ids are made as the page is: each with its message key.
pub(crate) fn summary(words: Words, errors: Vec<(String, &'static str)>) -> Option<impl IntoView> {
    let links: Vec<_> = errors
        .into_iter()
        .map(|(id, message)| view! { <li><a href=format!("#{id}")>{words.say(message)}</a></li> })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <section class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
                <h2 id="summary-title">{words.say("error-summary-title")}</h2>
                <ul>{links}</ul>
            </section>
        }
    })
}
