//! `/outbox`: the mails, newest first.
//! It deletes none: the folder belongs to the operator.

use leptos::prelude::*;

use super::{OutboxList, OutboxRow};
use crate::dates;
use crate::parts::Mark;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words) -> Page {
    crate::desk::head(words, &words.say("outbox-title"), false)
}

/// The table, or what to do to get a first mail.
pub fn page(words: Words, view: &OutboxList) -> impl IntoView + use<> {
    let list = if view.rows.is_empty() {
        view! {
            <section class="empty">
                <p class="empty-lead">{words.say("outbox-empty")}</p>
                <p>{words.say("outbox-empty-next")}</p>
            </section>
        }
        .into_any()
    } else {
        let rows: Vec<_> = view.rows.iter().map(|mail| row(words, mail)).collect();
        view! {
            <table class="rows entries outbox">
                <caption class="unseen">{words.say("outbox-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("outbox-column-subject")}</th>
                        <th scope="col">{words.say("outbox-column-to")}</th>
                        <th scope="col">{words.say("outbox-column-at")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    frame(
        words,
        view! {
            <header class="page-head"><h1>{words.say("outbox-title")}</h1></header>
            <p class="lead">{words.say("outbox-lead")}</p>
            {list}
        },
    )
}

/// The masthead without a desk: nobody is logged in here.
pub(super) fn frame<V: IntoView + 'static>(words: Words, content: V) -> AnyView {
    let content = content.into_any();
    view! {
        <header class="masthead">
            <div class="wrap">
                <a class="brand" href="/">
                    <Mark/>
                    {words.say("product-name")}
                </a>
                <nav class="desk-nav" aria-label=words.say("outbox-title")>
                    <a href="/outbox">{words.say("outbox-back")}</a>
                </nav>
            </div>
        </header>
        <main id="main" class="wrap desk">{content}</main>
    }
    .into_any()
}

/// The subject, or words for its absence, so that there is something to press.
pub(super) fn subject(words: Words, subject: &str) -> String {
    if subject.trim().is_empty() { words.say("outbox-no-subject") } else { subject.to_owned() }
}

fn row(words: Words, mail: &OutboxRow) -> AnyView {
    view! {
        <tr>
            <th scope="row" class="name">
                <a href=format!("/outbox/{}", mail.id)>{subject(words, &mail.subject)}</a>
            </th>
            <td class="mailbox">{mail.to.clone()}</td>
            <td class="figures">{dates::day_and_time(words, &mail.at, mail.at.date())}</td>
        </tr>
    }
    .into_any()
}
