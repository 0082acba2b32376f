//! `/admin/c/{slug}/bodies`: whom the campaign turns to.
//! It removes none that a matter or a hearing is before.

use leptos::prelude::*;

use super::{BodiesView, BodyRow};
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::parts::{Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &BodiesView) -> Page {
    campaign_head(words, &words.say("bodies-title"), &view.title, false)
}

/// The bodies, each with its committees beneath it.
pub fn page(words: Words, desk: &Desk, view: &BodiesView) -> impl IntoView + use<> {
    let base = format!("/admin/c/{}/bodies", view.slug);
    let done = view.done.map(|key| {
        let tone = if key.starts_with("error-") { Tone::Care } else { Tone::Done };
        view! { <Notice tone><p>{words.say(key)}</p></Notice> }
    });
    let rows: Vec<_> = view.bodies.iter().map(|row| body(words, view, row)).collect();
    let content = view! {
        <h1>{words.say("bodies-title")}</h1>
        {done}
        <p class="lead">{words.say("bodies-lead")}</p>
        {if rows.is_empty() {
            view! {
                <section class="empty">
                    <p class="empty-lead">{words.say("bodies-empty")}</p>
                    <p>{words.say("bodies-empty-next")}</p>
                </section>
            }
            .into_any()
        } else {
            view! {
                <table class="rows entries bodies">
                    <caption class="unseen">{words.say("bodies-caption")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.say("bodies-column-name")}</th>
                            <th scope="col">{words.say("bodies-column-email")}</th>
                            <th scope="col">{words.say("bodies-column-seats")}</th>
                            <th scope="col" class="do">{words.say("bodies-column-do")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .into_any()
        }}
        <p><a class="button" data-quiet href=format!("{base}/new")>{words.say("bodies-add")}</a></p>
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn body(words: Words, view: &BodiesView, row: &BodyRow) -> impl IntoView + use<> {
    let base = format!("/admin/c/{}/bodies", view.slug);
    let districts = match (row.zips, row.outlines) {
        (0, 0) => None,
        (zips, outlines) => {
            Some(words.say_with("bodies-districts", &[("zips", zips.into()), ("outlines", outlines.into())]))
        }
    };
    let remove = words.say_with("bodies-remove-for", &[("name", (&row.name).into())]);
    view! {
        <tr data-under=row.of_above>
            <th scope="row">
                <span class="name"><a href=format!("{base}/{}", row.id)>{row.name.clone()}</a></span>
                <span class="from">{words.say(&format!("body-kind-{}", row.kind))} " · " <code>{row.slug.clone()}</code></span>
            </th>
            <td data-head=words.say("bodies-column-email")>
                {row.email.clone().unwrap_or_else(|| words.say("bodies-no-email"))}
            </td>
            <td data-head=words.say("bodies-column-seats")>
                {words.say_with("bodies-seats", &[("count", row.seats.into())])}
                {districts.map(|text| view! { <span class="from">{text}</span> })}
            </td>
            <td class="do">
                <form method="post" action=base>
                    <input type="hidden" name="body" value=row.id.to_string()/>
                    <button class="as-link" name="action" value="remove" aria-label=remove>{words.say("bodies-remove")}</button>
                </form>
            </td>
        </tr>
    }
}
