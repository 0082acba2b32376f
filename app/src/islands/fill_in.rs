//! A text with parts to fill in, filled in as one types.
//! It sends nothing: what is typed stays in the page until its form is sent.

use leptos::prelude::*;

/// Writes what stands in the field `part-3` into every place of the text that is called `text-3-0`, `text-3-1` …;
/// an empty field leaves its blank there. It draws nothing of its own.
#[island]
pub fn FillIn(
    /// What stands where nothing is filled in.
    blank: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::watch(blank.clone()));
    #[cfg(not(feature = "hydrate"))]
    let _ = blank;
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::ev;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use web_sys::{HtmlInputElement, HtmlTextAreaElement};

    pub fn watch(blank: String) {
        window_event_listener(ev::input, move |event| {
            let Some(target) = event.target() else { return };
            let field = match target.dyn_into::<HtmlInputElement>() {
                Ok(input) => Some((input.id(), input.value())),
                Err(other) => {
                    other.dyn_into::<HtmlTextAreaElement>().ok().map(|area| (area.id(), area.value()))
                }
            };
            let Some((id, value)) = field else { return };
            let Some(part) = id.strip_prefix("part-") else { return };
            let empty = value.trim().is_empty();
            let shown = if empty { blank.as_str() } else { value.trim() };
            for place in 0.. {
                let Some(text) = document().get_element_by_id(&format!("text-{part}-{place}")) else { break };
                text.set_text_content(Some(shown));
                let _ = if empty {
                    text.set_attribute("data-empty", "true")
                } else {
                    text.remove_attribute("data-empty")
                };
            }
        });
    }
}
