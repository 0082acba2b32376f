//! Everything wrong with a form at once, on top of the page, with a link to each field in the field's own words.
//! It refuses to appear when nothing is wrong.

use leptos::prelude::*;
use redress_domain::FieldErrors;

use crate::words::Words;

/// The summary of errors; it takes the focus as the page opens, without a script. In a frame on another site a
/// browser gives no focus unasked: there the form's address leads to the summary's title.
#[component]
pub fn ErrorSummary<'a>(
    words: Words,
    errors: &'a FieldErrors,
    #[prop(optional)] framed: bool,
) -> impl IntoView + use<> {
    let errors = errors.iter().map(|error| (error.field.to_owned(), words.say(error.message))).collect();
    listed(words, errors, !framed)
}

/// The same for errors that a page words itself: each with the id of its field.
pub(crate) fn summary(words: Words, errors: Vec<(String, String)>) -> Option<AnyView> {
    listed(words, errors, true)
}

fn listed(words: Words, errors: Vec<(String, String)>, focus: bool) -> Option<AnyView> {
    let links: Vec<_> = errors
        .into_iter()
        .map(|(id, error)| view! { <li><a href=format!("#{id}")>{error}</a></li> })
        .collect();
    (!links.is_empty())
        .then(|| {
            view! {
                <section class="summary" role="alert" tabindex="-1" autofocus=focus aria-labelledby="summary-title">
                    <h2 id="summary-title">{words.say("error-summary-title")}</h2>
                    <ul>{links}</ul>
                </section>
            }
        })
        .map(IntoAny::into_any)
}
