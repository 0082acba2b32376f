//! The count of a campaign, kept fresh while the page is looked at.
//! It asks no more often than every half minute, never from a tab in the background, and is silent on failure.

use leptos::prelude::*;
use redress_domain::Locale;
use serde::{Deserialize, Serialize};

/// A count in the words of its page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// `3,087`; empty while nobody has signed.
    pub number: String,
    /// What follows the number.
    pub signed: String,
    /// How far the goal is; empty without one.
    pub to_go: String,
}

#[cfg(feature = "ssr")]
impl Counted {
    /// The count of a campaign that is open.
    pub fn of(words: crate::words::Words, signed: u64, goal: Option<u64>) -> Self {
        let to_go = match goal {
            Some(goal) if signed == 0 => words.say_with("campaign-goal", &[("goal", goal.into())]),
            Some(goal) if signed < goal => {
                words.say_with("campaign-to-go", &[("left", (goal - signed).into()), ("goal", goal.into())])
            }
            Some(goal) => words.say_with("campaign-goal-reached", &[("goal", goal.into())]),
            None => String::new(),
        };
        let (number, key) = match signed {
            0 => (String::new(), "campaign-signed-none"),
            _ => (words.number(signed), "campaign-signed"),
        };
        Self { number, signed: words.say_with(key, &[("count", signed.into())]), to_go }
    }
}

/// The number of signatures and what is left to the goal.
#[island]
pub fn LiveCount(slug: String, goal: Option<u64>, locale: Locale, counted: Counted) -> impl IntoView {
    let counted = RwSignal::new(counted);
    #[cfg(feature = "hydrate")]
    Effect::new(move || keep_fresh(slug.clone(), goal, locale, counted));
    #[cfg(not(feature = "hydrate"))]
    let _ = (slug, goal, locale);
    view! {
        <p class="count">
            {move || said(counted.get().number, |number| view! { <span class="numeral">{number}</span> " " })}
            <span class="of">{move || counted.get().signed}</span>
        </p>
        {move || said(counted.get().to_go, |to_go| view! { <p class="to-go quiet">{to_go}</p> })}
    }
}

/// A text in its element, or no element.
fn said<V>(text: String, element: impl FnOnce(String) -> V) -> Option<V> {
    (!text.is_empty()).then(|| element(text))
}

#[cfg(feature = "hydrate")]
fn keep_fresh(slug: String, goal: Option<u64>, locale: Locale, counted: RwSignal<Counted>) {
    use leptos::task::spawn_local;
    use std::time::Duration;

    const PAUSE: Duration = Duration::from_secs(30);

    set_interval(
        move || {
            if document().hidden() {
                return;
            }
            let slug = slug.clone();
            spawn_local(async move {
                if let Ok(Some(now)) = super::ask::count(slug, goal, locale).await
                    && now != counted.get_untracked()
                {
                    counted.set(now);
                }
            });
        },
        PAUSE,
    );
}
