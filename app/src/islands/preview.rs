//! A story as it will look, beneath the field it is written in.
//! It shows only what the server has made safe, and never touches what is in the field.

use leptos::prelude::*;

/// A button that opens the preview of a text area, and the preview. Without scripts there is neither.
#[island]
pub fn Preview(
    /// The id of the text area.
    field: String,
    show: String,
    hide: String,
    empty: String,
    failed: String,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    let open = RwSignal::new(false);
    let story = RwSignal::new(Shown::Nothing);
    let panel = format!("{field}-preview");
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        awake.set(true);
        browser::watch(field.clone(), open, story);
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = field;
    view! {
        <div class="preview" hidden=move || !awake.get()>
            <button
                type="button"
                class="as-link"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=panel.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || if open.get() { hide.clone() } else { show.clone() }}
            </button>
            <div id=panel class="looks" hidden=move || !open.get()>
                <p class="quiet">
                    {move || match story.get() {
                        Shown::Nothing => empty.clone(),
                        Shown::Failed => failed.clone(),
                        Shown::Story(_) => String::new(),
                    }}
                </p>
                <div class="prose" inner_html=move || match story.get() {
                    Shown::Story(html) => html,
                    Shown::Nothing | Shown::Failed => String::new(),
                }></div>
            </div>
        </div>
    }
}

/// What stands in the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "the browser alone fills it"))]
enum Shown {
    Nothing,
    Failed,
    Story(String),
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::time::Duration;

    use leptos::ev;
    use leptos::leptos_dom::helpers::TimeoutHandle;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use leptos::wasm_bindgen::JsCast;
    use web_sys::HtmlTextAreaElement;

    use super::Shown;
    use crate::islands::ask;

    /// Typing rests this long before the server is asked.
    const REST: Duration = Duration::from_millis(400);

    /// Asks when the preview opens, and again whenever typing rests while it is open.
    pub fn watch(field: String, open: RwSignal<bool>, story: RwSignal<Shown>) {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let typed_in = field.clone();
        window_event_listener(ev::input, move |event| {
            let ours = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
                .is_some_and(|area| area.id() == typed_in);
            if !ours || !open.get_untracked() {
                return;
            }
            if let Some(earlier) = waiting.get_value() {
                earlier.clear();
            }
            let field = typed_in.clone();
            waiting.set_value(set_timeout_with_handle(move || ask(&field, story), REST).ok());
        });
        Effect::new(move || {
            if open.get() {
                ask(&field, story);
            }
        });
    }

    fn ask(field: &str, story: RwSignal<Shown>) {
        let Some(area) = area(field) else { return };
        let (field, text) = (field.to_owned(), area.value());
        if text.trim().is_empty() {
            story.set(Shown::Nothing);
            return;
        }
        spawn_local(async move {
            let answer = ask::preview(text.clone()).await;
            // An answer to what has been written over meanwhile is no longer wanted; the next one is on its way.
            if area_holds(&field, &text) {
                story.set(match answer {
                    Ok(html) if !html.is_empty() => Shown::Story(html),
                    _ => Shown::Failed,
                });
            }
        });
    }

    fn area(field: &str) -> Option<HtmlTextAreaElement> {
        document().get_element_by_id(field)?.dyn_into().ok()
    }

    fn area_holds(field: &str, text: &str) -> bool {
        area(field).is_some_and(|area| area.value() == text)
    }
}
