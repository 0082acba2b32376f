//! Telling others: a link to copy and a letter to send.
//! It calls on no other site: what is shared goes where the reader sends it.

use std::fmt::Write;

use leptos::prelude::*;

use crate::words::Words;

/// The page's address in a field to copy from, and a mail begun.
#[component]
pub fn Share(
    words: Words,
    /// What it is about.
    #[prop(into)]
    title: String,
    /// The whole address.
    #[prop(into)]
    url: String,
) -> impl IntoView {
    let letter = format!(
        "mailto:?subject={}&body={}",
        escaped(&title),
        escaped(&words.say_with("share-mail-body", &[("title", (&title).into()), ("url", (&url).into())]))
    );
    view! {
        <div class="share">
            <div class="field">
                <label for="share-url">{words.say("share-link")}</label>
                <input id="share-url" type="url" readonly value=url/>
            </div>
            <p><a href=letter>{words.say("share-mail")}</a></p>
        </div>
    }
}

/// Percent-encoding for the parts of a `mailto:` link (RFC 6068, section 5): all but unreserved characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.replace('\n', "\r\n").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_add_a_header_to_the_letter() {
        assert_eq!(escaped("Sí & no?\nbcc=x"), "S%C3%AD%20%26%20no%3F%0D%0Abcc%3Dx");
    }
}
