//! What stands beside the story: the count, the tally, and the form, or why there is none.
//! It takes no signature itself; the form posts to the page of signing.

use leptos::prelude::*;
use redress_domain::CampaignState;

use super::model::CampaignView;
use crate::dates;
use crate::islands::{Counted, LiveCount};
use crate::parts::Tally;
use crate::words::Words;

/// Where the campaign stands, in a few words: `Open until 12 December, 5 pm Eastern time`.
pub(crate) fn standing(words: Words, view: &CampaignView) -> String {
    match (&view.closes, view.state) {
        (Some(closes), CampaignState::Live) => {
            let deadline = dates::deadline(words, closes, view.today);
            words.say_with("campaign-open-until", &[("deadline", deadline.into())])
        }
        (None, CampaignState::Live) => words.say("campaign-open"),
        (_, state) => words.say(&format!("campaign-{state}")),
    }
}

/// The count and the tally. While signing is open an island keeps the number fresh.
pub(crate) fn count(words: Words, view: &CampaignView) -> AnyView {
    let (signed, goal) = (view.signed, view.goal);
    let numbers = if view.state.is_open() {
        let counted = Counted::of(words, signed, goal);
        view! { <LiveCount slug=view.slug.to_string() goal locale=words.0 counted/> }.into_any()
    } else if view.state.has_ended() {
        settled_count(words, signed, goal).into_any()
    } else {
        resting_count(Counted::of(words, signed, goal)).into_any()
    };
    view! {
        <div class="numbers">
            {numbers}
            <Tally words signed goal/>
        </div>
    }
    .into_any()
}

/// A count that does not move for now: of a draft, or while signing rests.
fn resting_count(counted: Counted) -> AnyView {
    let Counted { number, signed, to_go } = counted;
    let number = (!number.is_empty()).then(|| view! { <span class="numeral">{number}</span> " " });
    let to_go = (!to_go.is_empty()).then(|| view! { <p class="to-go quiet">{to_go}</p> });
    view! {
        <p class="count">{number} <span class="of">{signed}</span></p>
        {to_go}
    }
    .into_any()
}

/// A count that no longer moves; what was hoped for stays beside it, reached or not.
fn settled_count(words: Words, signed: u64, goal: Option<u64>) -> AnyView {
    let goal = goal.map(|goal| {
        let key = if signed < goal { "campaign-goal-missed" } else { "campaign-goal-met" };
        view! { <p class="to-go quiet">{words.say_with(key, &[("goal", goal.into())])}</p> }
    });
    view! {
        <p class="count">
            <span class="numeral">{words.number(signed)}</span>
            " "
            <span class="of">{words.say_with("campaign-signed", &[("count", signed.into())])}</span>
        </p>
        {goal}
    }
    .into_any()
}

/// Why there is no form, kindly.
pub(crate) fn no_form(words: Words, view: &CampaignView) -> AnyView {
    let state = view.state;
    view! {
        <h2 id="sign-heading">{words.say(&format!("campaign-aside-{state}-heading"))}</h2>
        <p>{words.say(&format!("campaign-aside-{state}"))}</p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use redress_domain::Locale;

    use super::*;

    #[test]
    fn every_state_has_its_words_in_every_language() {
        for words in Locale::ALL.iter().copied().map(Words) {
            for state in CampaignState::ALL.iter().filter(|state| !state.is_open()) {
                assert!(words.has(&format!("campaign-{state}")), "{words:?}: {state}");
            }
            let without_form =
                CampaignState::ALL.iter().filter(|state| state.is_public() && !state.is_open());
            for state in without_form {
                assert!(words.has(&format!("campaign-aside-{state}-heading")), "{words:?}: {state}");
                assert!(words.has(&format!("campaign-aside-{state}")), "{words:?}: {state}");
            }
        }
    }
}
