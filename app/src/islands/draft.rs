//! Beneath the text of a testimony: how many words there are, that they are saved, how they will look.
//! It saves the text alone, on the server and nowhere in the browser: telephones are shared. It sends no testimony.

use leptos::prelude::*;
use redress_domain::Locale;
use serde::{Deserialize, Serialize};

/// What it says, in the language of the page; `%n`, `%m` and `%t` stand for words, limit and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is what it says")]
pub struct DraftWords {
    pub count: String,
    pub count_of: String,
    pub saved: String,
    pub begun: String,
    pub behind: String,
    pub failed: String,
    pub show: String,
    pub hide: String,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftSaved {
    /// It stands, under this number.
    Now {
        /// The number.
        number: i32,
        /// Of a draft that was just begun: its link's token.
        token: String,
        /// The words in it.
        words: usize,
    },
    /// Somebody saved another version first.
    Behind,
    /// It is no draft any more, or was never one.
    Closed,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "the browser alone writes and reads it"))]
enum Said {
    #[default]
    Nothing,
    Saved,
    Begun,
    Behind,
    Failed,
}

/// The line beneath the text, and the preview. Without scripts there is neither.
#[island]
pub fn DraftDesk(
    words: DraftWords,
    slug: String,
    /// Of the draft's link; empty before there is one.
    token: String,
    locale: Locale,
    limit: Option<u32>,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    let open = RwSignal::new(false);
    let said = RwSignal::new(Said::Nothing);
    let count = RwSignal::new(None::<usize>);
    let html = RwSignal::new(String::new());
    let lang = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        awake.set(true);
        browser::watch(
            slug.clone(),
            token.clone(),
            locale,
            browser::Signals { open, said, count, html, lang },
        );
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (slug, token, locale);
    let DraftWords { count: plain, count_of, saved, begun, behind, failed, show, hide } = words;
    let counted = move || {
        count.get().map(|count| match limit {
            Some(limit) => count_of.replace("%n", &count.to_string()).replace("%m", &limit.to_string()),
            None => plain.replace("%n", &count.to_string()),
        })
    };
    let over = move || count.get().is_some_and(|count| limit.is_some_and(|limit| count > limit as usize));
    let status = move || match said.get() {
        Said::Nothing => String::new(),
        Said::Saved => saved.clone(),
        Said::Begun => begun.clone(),
        Said::Behind => behind.clone(),
        Said::Failed => failed.clone(),
    };
    let care = move || matches!(said.get(), Said::Behind | Said::Failed);
    view! {
        <div class="draft-line" hidden=move || !awake.get()>
            <span class="words live-words" data-over=over>{counted}</span>
            <span class="draft-saved" data-care=care role="status">{status}</span>
            <button
                type="button"
                class="as-link"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="text-preview"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || if open.get() { hide.clone() } else { show.clone() }}
            </button>
        </div>
        <div id="text-preview" class="looks" hidden=move || !open.get()>
            <div class="sheet-text" lang=move || lang.get() dir="auto" inner_html=move || html.get()></div>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::time::Duration;

    use leptos::ev;
    use leptos::leptos_dom::helpers::TimeoutHandle;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use leptos::wasm_bindgen::JsCast;
    use redress_domain::{Locale, count_words};
    use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

    use super::{DraftSaved, Said};
    use crate::islands::ask;

    /// Typing rests this long before the text is saved.
    const REST: Duration = Duration::from_millis(1_500);
    /// What is shorter begins no draft: a slip of the finger leaves nothing on the server.
    const WORTH_SAVING: usize = 20;

    #[derive(Clone, Copy)]
    pub struct Signals {
        pub open: RwSignal<bool>,
        pub said: RwSignal<Said>,
        pub count: RwSignal<Option<usize>>,
        pub html: RwSignal<String>,
        pub lang: RwSignal<String>,
    }

    #[derive(Clone)]
    struct Draft {
        slug: String,
        token: StoredValue<String>,
        locale: Locale,
        /// A save is on its way; the next waits for its answer.
        busy: StoredValue<bool>,
        again: StoredValue<bool>,
        signals: Signals,
    }

    pub fn watch(slug: String, token: String, locale: Locale, signals: Signals) {
        let draft = Draft {
            slug,
            token: StoredValue::new(token),
            locale,
            busy: StoredValue::new(false),
            again: StoredValue::new(false),
            signals,
        };
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let typed = draft.clone();
        window_event_listener(ev::input, move |event| {
            let ours = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
                .is_some_and(|area| area.id() == "text");
            let Some(text) = text().filter(|_| ours) else { return };
            signals.count.set(Some(count_words(&text)));
            if let Some(earlier) = waiting.get_value() {
                earlier.clear();
            }
            let draft = typed.clone();
            waiting.set_value(set_timeout_with_handle(move || draft.save(), REST).ok());
        });
        Effect::new(move || {
            if signals.open.get() {
                preview(signals);
            }
        });
    }

    impl Draft {
        fn save(&self) {
            let Some(text) = text() else { return };
            if self.signals.open.get_untracked() {
                preview(self.signals);
            }
            let token = self.token.get_value();
            if token.is_empty() && text.trim().chars().count() < WORTH_SAVING {
                return;
            }
            if self.busy.get_value() {
                self.again.set_value(true);
                return;
            }
            self.busy.set_value(true);
            let draft = self.clone();
            spawn_local(async move {
                let (slug, locale) = (draft.slug.clone(), draft.locale);
                let base = hidden("base").parse().unwrap_or_default();
                let (language, template, source) = (language(), hidden("template"), hidden("source"));
                let answer =
                    ask::save_draft(slug, token.clone(), base, text, language, template, source, locale)
                        .await;
                draft.busy.set_value(false);
                match answer {
                    Ok(DraftSaved::Now { number, token: begun, words }) => {
                        set_base(number);
                        draft.signals.count.set(Some(words));
                        let new = token.is_empty() && !begun.is_empty();
                        if new {
                            draft.token.set_value(begun.clone());
                            move_to(&begun, draft.locale);
                        }
                        draft.signals.said.set(if new { Said::Begun } else { Said::Saved });
                    }
                    Ok(DraftSaved::Behind) => draft.signals.said.set(Said::Behind),
                    Ok(DraftSaved::Closed) | Err(_) => draft.signals.said.set(Said::Failed),
                }
                if draft.again.get_value() {
                    draft.again.set_value(false);
                    draft.save();
                }
            });
        }
    }

    fn preview(signals: Signals) {
        let Some(text) = text() else { return };
        signals.lang.set(language());
        spawn_local(async move {
            if let Ok(html) = ask::preview_testimony(text).await {
                signals.html.set(html);
            }
        });
    }

    /// From now on the page is the draft's: its address opens it again, and its form goes there.
    fn move_to(token: &str, locale: Locale) {
        let prefix = document()
            .location()
            .and_then(|location| location.pathname().ok())
            .filter(|path| path.starts_with(&format!("/{locale}/")))
            .map_or(String::new(), |_| format!("/{locale}"));
        let path = format!("{prefix}/testimony/{token}");
        if let Ok(history) = window().history() {
            // A browser that refuses leaves the page where it is; the form goes to the draft all the same.
            let _ = history.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&path));
        }
        if let Some(form) = document().get_element_by_id("write") {
            let _ = form.set_attribute("action", &path);
        }
    }

    fn text() -> Option<String> {
        let area: HtmlTextAreaElement = document().get_element_by_id("text")?.dyn_into().ok()?;
        Some(area.value())
    }

    fn language() -> String {
        document()
            .get_element_by_id("language")
            .and_then(|select| select.dyn_into::<HtmlSelectElement>().ok())
            .map(|select| select.value())
            .unwrap_or_default()
    }

    fn field(name: &str) -> Option<HtmlInputElement> {
        document().query_selector(&format!("#write input[name={name}]")).ok()??.dyn_into().ok()
    }

    /// What stands in a field of the form that nobody sees.
    fn hidden(name: &str) -> String {
        field(name).map(|field| field.value()).unwrap_or_default()
    }

    fn set_base(number: i32) {
        if let Some(field) = field("base") {
            field.set_value(&number.to_string());
        }
    }
}
