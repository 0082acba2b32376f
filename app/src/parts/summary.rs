//! Everything wrong with a form at once, on top of the page, with a link to each field in the field's own words.
//! It refuses to appear when nothing is wrong.

use leptos::prelude::*;
use redress_domain::FieldErrors;

use crate::words::Words;

/// The summary of errors; it takes the focus as the page opens, without a script.
#[component]
pub fn ErrorSummary<'a>(words: Words, errors: &'a FieldErrors) -> impl IntoView + use<> {
    let links: Vec<_> = errors
        .iter()
        .map(|error| view! { <li><a href=format!("#{}", error.field)>{words.say(error.message)}</a></li> })
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
