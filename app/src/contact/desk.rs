//! `/admin/c/{slug}/contact`: how often each member was called and written to, and the texts neighbors start from.
//! It knows counts and nobody.

use leptos::prelude::*;
use redress_domain::Locale;

use super::{ContactBody, ContactDesk};
use crate::desk::{Desk, campaign_frame, campaign_head, fields};
use crate::parts::{ErrorSummary, Notice, TextArea, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &ContactDesk) -> Page {
    campaign_head(words, &words.say("contact-desk-title"), &view.title, !view.errors.is_empty())
}

/// Each body: its members with their counts, and its texts.
pub fn page(words: Words, desk: &Desk, view: &ContactDesk) -> impl IntoView + use<> {
    let done = view.done.map(|key| view! { <Notice tone=Tone::Done><p>{words.say(key)}</p></Notice> });
    let bodies: Vec<_> = view.bodies.iter().enumerate().map(|(at, one)| body(words, view, at, one)).collect();
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("contact-desk-title")}</h1>
        {done}
        <p class="lead">{words.say("contact-desk-lead")}</p>
        {if bodies.is_empty() {
            view! {
                <section class="empty">
                    <p class="empty-lead">{words.say("contact-desk-empty")}</p>
                    <p>{words.say("contact-desk-empty-next")}</p>
                </section>
            }
            .into_any()
        } else {
            bodies.into_any()
        }}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn body(words: Words, view: &ContactDesk, at: usize, body: &ContactBody) -> impl IntoView + use<> {
    let heading = format!("body-{at}");
    let total = |pick: fn(&(String, String, u64, u64)) -> u64| body.seats.iter().map(pick).sum::<u64>();
    let rows: Vec<_> = body
        .seats
        .iter()
        .map(|(holder, title, called, wrote)| {
            view! {
                <tr>
                    <th scope="row">
                        <bdi class="name">{holder.clone()}</bdi>
                        <span class="from">{title.clone()}</span>
                    </th>
                    <td class="number" data-head=words.say("contact-column-called")>{words.number(*called)}</td>
                    <td class="number" data-head=words.say("contact-column-wrote")>{words.number(*wrote)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{body.name.clone()}</h2>
            <table class="rows entries contacts">
                <caption class="unseen">{words.say("contact-desk-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("contact-column-member")}</th>
                        <th scope="col" class="number">{words.say("contact-column-called")}</th>
                        <th scope="col" class="number">{words.say("contact-column-wrote")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.say("contact-total")}</th>
                        <td class="number" data-head=words.say("contact-column-called")>{words.number(total(|seat| seat.2))}</td>
                        <td class="number" data-head=words.say("contact-column-wrote")>{words.number(total(|seat| seat.3))}</td>
                    </tr>
                </tfoot>
            </table>
            {view.may_write.then(|| texts(words, view, at, body))}
        </section>
    }
}

fn texts(words: Words, view: &ContactDesk, at: usize, body: &ContactBody) -> impl IntoView + use<> {
    let own = view.wrong == Some(body.id);
    let both = |name: &'static str, rows: usize| {
        let areas: Vec<_> = Locale::ALL
            .iter()
            .map(|locale| {
                // Several bodies' forms stand on one page, and an id is there once.
                let field = fields::of(name, *locale);
                let wrong = if own { view.errors.of(&field) } else { None };
                view! {
                    <TextArea
                        words
                        id=if at == 0 || own { field.clone() } else { format!("{field}-{at}") }
                        name=field.clone()
                        label=words.say(&format!("editor-language-{locale}"))
                        value=body.typed.get(&field)
                        error=wrong
                        rows
                        lang=locale.code()
                    />
                }
            })
            .collect();
        view! {
            <fieldset class="both">
                <legend>{words.say(&format!("contact-text-{name}"))}</legend>
                <p class="hint">{words.say(&format!("contact-text-{name}-hint"))}</p>
                <div class="languages">{areas}</div>
            </fieldset>
        }
    };
    view! {
        <details class="behind" open=own>
            <summary>{words.say("contact-texts")}</summary>
            <form class="one-form" method="post" action=format!("/admin/c/{}/contact", view.slug)>
                <input type="hidden" name="body" value=body.id.to_string()/>
                {both("subject", 2)} {both("message", 8)} {both("phone", 6)}
                <button class="button" data-quiet>{words.say("contact-texts-save")}</button>
            </form>
        </details>
    }
}
