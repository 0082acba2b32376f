//! The numbers of a campaign on one line, as an equation, and the small tables beneath it.
//! It rounds nothing away: a part that is nought is shown as nought.

use leptos::prelude::*;
use redress_domain::Tally;

use crate::words::Words;

/// `3,412 received = 3,087 confirmed + 198 not confirmed + …`; on a phone, a sum written beneath one another.
pub fn equation(words: Words, tally: &Tally) -> AnyView {
    let parts = [
        ("received", tally.received),
        ("confirmed", tally.confirmed),
        ("pending", tally.pending),
        ("expired", tally.expired),
        ("withdrawn", tally.withdrawn),
        ("excluded", tally.excluded),
    ];
    // The word is a message of its own because the number is set in another face and size.
    let word = |part, count: u64| words.say_with(&format!("part-{part}"), &[("count", count.into())]);
    sum(words, parts.map(|(part, count)| (part, count, word(part, count).into_any())))
}

/// A whole and its parts, the whole first: a name of ours, how many, and the word beside the number.
pub fn sum(words: Words, parts: impl IntoIterator<Item = (&'static str, u64, AnyView)>) -> AnyView {
    let terms: Vec<_> = parts
        .into_iter()
        .enumerate()
        .map(|(place, (part, count, word))| {
            let operator = ["", "= ", "+ "][place.min(2)];
            view! {
                <span class="term" data-part=part>
                    <span class="operator">{operator}</span>
                    <span class="numeral">{words.number(count)}</span>
                    " "
                    <span class="word">{word}</span>
                </span>
                " "
            }
        })
        .collect();
    // Many stand closer, to keep to one line where there is room for it.
    let many = (terms.len() > 7).then_some("");
    view! { <p class="equation" data-many=many>{terms}</p> }.into_any()
}

/// A part of a whole, drawn and said: `42%`.
pub fn share(words: Words, count: u64, whole: u64) -> AnyView {
    // Rounded to the nearest; a whole of nought has no parts, and 0% of it is true.
    let percent = count.saturating_mul(100).saturating_add(whole / 2).checked_div(whole).unwrap_or(0);
    let said = if count > 0 && percent == 0 {
        words.say("dashboard-share-little")
    } else {
        words.say_with("dashboard-share", &[("percent", percent.into())])
    };
    view! {
        <svg class="bar" width="100%" height="9" aria-hidden="true">
            <rect width=format!("{}%", percent.min(100)) height="9"></rect>
        </svg>
        <span class="percent">{said}</span>
    }
    .into_any()
}
