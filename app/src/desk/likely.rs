//! Who is likely the same person: two signatures side by side, and a person's decision.
//! It shows what a reviewer has to compare, streets included, and never a mailbox.

use leptos::prelude::*;

use super::{Desk, ExclusionsView, LikelyRow, LikelySigner};
use crate::dates;
use crate::words::Words;

/// The pairs that wait, or nothing.
pub fn section(words: Words, desk: &Desk, view: &ExclusionsView) -> Option<impl IntoView + use<>> {
    let shown = view.likely.len() as u64;
    let rest = (shown < view.waiting)
        .then(|| view! { " " {words.say_with("likely-shown", &[("shown", shown.into())])} });
    let rows: Vec<_> = view
        .likely
        .iter()
        .map(|row| pair(words, desk, &format!("/admin/c/{}/duplicates", view.slug), row))
        .collect();
    (shown > 0).then(|| {
        view! {
            <section aria-labelledby="likely">
                <h2 id="likely">{words.say("likely-title")}</h2>
                <p>{words.say("likely-lead")}</p>
                <p>{words.say_with("likely-count", &[("count", view.waiting.into())])} {rest}</p>
                <table class="rows entries exclusions">
                    <caption class="unseen">{words.say("likely-caption")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.say("likely-column-first")}</th>
                            <th scope="col">{words.say("likely-column-later")}</th>
                            <th scope="col">{words.say("exclusions-column-why")}</th>
                            <th scope="col" class="do">{words.say("exclusions-column-do")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

fn pair(words: Words, desk: &Desk, action: &str, row: &LikelyRow) -> AnyView {
    let key = format!("rule-{}", row.rule);
    let rule = words.say(if words.has(&key) { &key } else { "rule-other" });
    let names = || [("first", (&row.first.name).into()), ("later", (&row.later.name).into())];
    let same = words.say_with("likely-same-for", &names());
    let two = words.say_with("likely-two-for", &names());
    view! {
        <tr>
            <th scope="row" data-head=words.say("likely-column-first")>{signer(words, desk, &row.first)}</th>
            <td data-head=words.say("likely-column-later")>{signer(words, desk, &row.later)}</td>
            <td>{rule}</td>
            <td class="do">
                <form method="post" action=action.to_owned()>
                    <input type="hidden" name="exclusion" value=row.id.to_string()/>
                    <button class="as-link" name="action" value="overturn" aria-label=two>{words.say("likely-two")}</button>
                    <button class="as-link" name="action" value="uphold" aria-label=same>{words.say("likely-same")}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}

fn signer(words: Words, desk: &Desk, signer: &LikelySigner) -> AnyView {
    let day = dates::short_day(words, signer.day, desk.today);
    let signed = words.say_with("exclusions-signed", &[("zip", (&signer.zip).into()), ("day", day.into())]);
    let street =
        (!signer.street.is_empty()).then(|| view! { <bdi class="from">{signer.street.clone()}</bdi> });
    view! {
        <bdi class="name">{signer.name.clone()}</bdi>
        {street}
        <span class="from">{signed}</span>
    }
    .into_any()
}
