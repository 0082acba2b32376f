//! Remarks while the form is filled in: an address or a ZIP code that looks cut short, the letters a comment has left.
//! They are remarks, not rules: nothing is blocked, nothing is sent, and the server judges alone.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The remarks, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckWords {
    /// About an e-mail address that looks incomplete.
    pub email: String,
    /// About a ZIP code that is not five digits.
    pub zip: String,
    /// When one character is left.
    pub left_one: String,
    /// When several are left; `%n` stands for how many.
    pub left_many: String,
}

/// How few characters have to be left before they are counted aloud.
#[cfg(any(feature = "hydrate", test))]
const WORTH_SAYING: usize = 200;

/// Stands beneath the comment and says what is left of it; writes the other remarks beneath their fields.
#[island]
pub fn SignChecks(words: CheckWords, longest: usize) -> impl IntoView {
    let left = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::watch(words.clone(), longest, left));
    #[cfg(not(feature = "hydrate"))]
    let _ = (words, longest);
    let remark = move || {
        let left = left.get();
        (!left.is_empty()).then(|| view! { <span class="check">{left}</span> })
    };
    view! { <p aria-live="polite">{remark}</p> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::time::Duration;

    use leptos::ev;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

    use super::{CheckWords, left, looks_like_email, looks_like_zip};

    /// How long after a field is left, or a press is over, a remark may move what is beneath it.
    const SETTLED: Duration = Duration::from_millis(100);

    /// Listens on the window, so that it does not matter whether the fields or the island came first.
    pub fn watch(words: CheckWords, longest: usize, remark: RwSignal<String>) {
        let said = words.clone();
        // A remark makes room for itself. Between the press and the release of a button that would move the button
        // away and swallow the press, so it waits until nothing is pressed.
        let pressed = StoredValue::new(false);
        let left_behind = StoredValue::new(Vec::<HtmlInputElement>::new());
        let say_soon = move || {
            let said = said.clone();
            let judge = move || {
                if pressed.get_value() {
                    return;
                }
                for field in left_behind.try_update_value(std::mem::take).unwrap_or_default() {
                    let value = field.value();
                    match field.id().as_str() {
                        "email" => say("email", &said.email, value.is_empty() || looks_like_email(&value)),
                        "zip" => {
                            say(
                                "zip",
                                &said.zip,
                                value.is_empty() || from_elsewhere() || looks_like_zip(&value),
                            );
                        }
                        _ => {}
                    }
                }
            };
            set_timeout(judge, SETTLED);
        };
        let released = {
            let say_soon = say_soon.clone();
            move |_| {
                pressed.set_value(false);
                say_soon();
            }
        };
        window_event_listener(ev::pointerdown, move |_| pressed.set_value(true));
        window_event_listener(ev::pointerup, released.clone());
        window_event_listener(ev::pointercancel, released);
        window_event_listener(ev::focusout, move |event| {
            if let Some(field) = input(&event) {
                left_behind.update_value(|fields| fields.push(field));
                say_soon();
            }
        });
        window_event_listener(ev::input, move |event| {
            // A remark goes as soon as its cause is being mended.
            if let Some(field) = input(&event)
                && matches!(field.id().as_str(), "email" | "zip")
            {
                say(&field.id(), "", true);
            }
            if let Some(comment) =
                event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
                && comment.id() == "comment"
            {
                remark.set(left(&words, longest, comment.value().chars().count()));
            }
        });
    }

    fn input(event: &Event) -> Option<HtmlInputElement> {
        event.target()?.dyn_into().ok()
    }

    fn say(field: &str, remark: &str, fine: bool) {
        if let Some(place) = document().get_element_by_id(&format!("{field}-check")) {
            place.set_text_content(Some(if fine { "" } else { remark }));
        }
    }

    /// Other countries have other postal codes.
    fn from_elsewhere() -> bool {
        document()
            .get_element_by_id("residency-elsewhere")
            .and_then(|button| button.dyn_into::<HtmlInputElement>().ok())
            .is_some_and(|button| button.checked())
    }
}

/// What to say of the characters that are left; nothing while there are plenty.
#[cfg(any(feature = "hydrate", test))]
fn left(words: &CheckWords, longest: usize, written: usize) -> String {
    match longest.saturating_sub(written) {
        WORTH_SAYING.. => String::new(),
        1 => words.left_one.clone(),
        left => words.left_many.replace("%n", &left.to_string()),
    }
}

/// Not the grammar of RFC 5322, which the server has: only what a slip of the finger leaves out.
#[cfg(any(feature = "hydrate", test))]
fn looks_like_email(text: &str) -> bool {
    text.trim().rsplit_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.split('.').count() > 1 && !domain.split('.').any(str::is_empty)
    })
}

/// Five digits, or nine with or without a hyphen.
#[cfg(any(feature = "hydrate", test))]
fn looks_like_zip(text: &str) -> bool {
    let digits = text.bytes().filter(|b| !matches!(b, b' ' | b'-'));
    matches!(digits.clone().count(), 5 | 9) && digits.into_iter().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_server_takes_is_not_remarked_upon() {
        for address in ["ana@example.org", " a.b+c@x.y.example ", "\"a@b\"@example.org", "ana@почта.example"]
        {
            assert!(looks_like_email(address), "{address}");
        }
        for address in ["ana", "ana@", "@example.org", "ana@example", "ana@example.", "ana@.org"] {
            assert!(!looks_like_email(address), "{address}");
        }
        assert!(looks_like_zip("02121") && looks_like_zip(" 02121-1234") && !looks_like_zip("2121"));
    }

    #[test]
    fn characters_are_counted_once_they_run_short() {
        let words = CheckWords {
            email: String::new(),
            zip: String::new(),
            left_one: "one".to_owned(),
            left_many: "%n left".to_owned(),
        };
        assert_eq!(left(&words, 1_000, 10), "");
        assert_eq!(left(&words, 1_000, 900), "100 left");
        assert_eq!(left(&words, 1_000, 999), "one");
        assert_eq!(left(&words, 1_000, 1_200), "0 left");
    }
}
