//! `/admin/c/{slug}/held`: signatures that looked like a machine's, for a person to look at.
//! It shows a name, a ZIP code and a day, and never a mailbox or a street.

use leptos::prelude::*;

use super::{Desk, HeldRow, HeldView, campaign_frame, campaign_head};
use crate::dates;
use crate::parts::{Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &HeldView) -> Page {
    campaign_head(words, &words.say("held-title"), &view.title, false)
}

/// The list with its two buttons, or the good news that there is none.
pub fn page(words: Words, desk: &Desk, view: &HeldView) -> impl IntoView + use<> {
    let done = view.done.map(|(key, count)| {
        view! { <Notice tone=Tone::Done><p>{words.say_with(key, &[("count", count.into())])}</p></Notice> }
    });
    let content = view! {
        <h1>{words.say("held-title")}</h1>
        {done}
        {if view.rows.is_empty() { empty(words).into_any() } else { list(words, desk, view).into_any() }}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn empty(words: Words) -> AnyView {
    view! {
        <section class="empty">
            <p class="empty-lead">{words.say("held-empty")}</p>
            <p>{words.say("held-empty-next")}</p>
        </section>
    }
    .into_any()
}

fn list(words: Words, desk: &Desk, view: &HeldView) -> AnyView {
    let shown = view.rows.len() as u64;
    let rest = (shown < view.total)
        .then(|| view! { " " {words.say_with("held-shown", &[("shown", shown.into())])} });
    let rows: Vec<_> = view.rows.iter().map(|held| row(words, desk, held)).collect();
    view! {
        <p class="lead">{words.say("held-lead")}</p>
        <p><strong>{words.say_with("held-count", &[("count", view.total.into())])}</strong> {rest}</p>
        <form method="post" action=format!("/admin/c/{}/held", view.slug)>
            <table class="rows entries held">
                <caption class="unseen">{words.say("held-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="unseen">{words.say("held-column-tick")}</span></th>
                        <th scope="col">{words.say("held-column-name")}</th>
                        <th scope="col">{words.say("held-column-from")}</th>
                        <th scope="col">{words.say("held-column-why")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="actions" role="group" aria-labelledby="with-ticked">
                <span id="with-ticked">{words.say("held-with-ticked")}</span>
                <button class="button" name="action" value="release">{words.say("held-release")}</button>
                <button class="button" data-quiet name="action" value="exclude">
                    {words.say("held-exclude")}
                </button>
            </div>
            <p class="quiet">{words.say("held-release-means")}</p>
        </form>
    }
    .into_any()
}

fn row(words: Words, desk: &Desk, held: &HeldRow) -> AnyView {
    let id = held.id.to_string();
    let tick = words.say_with("held-tick", &[("name", (&held.name).into())]);
    let day = dates::short_day(words, held.day, desk.today);
    let from = words.say_with("exclusions-signed", &[("zip", (&held.zip).into()), ("day", day.into())]);
    view! {
        <tr>
            <td class="pick"><input type="checkbox" name="signature" value=id aria-label=tick/></td>
            <th scope="row" class="name"><bdi>{held.name.clone()}</bdi></th>
            <td class="figures">{from}</td>
            <td>{words.say(&format!("hold-{}", held.hold))}</td>
        </tr>
    }
    .into_any()
}
