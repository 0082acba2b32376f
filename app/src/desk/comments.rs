//! `/admin/c/{slug}/comments`: what signers wrote, for a moderator to read before anybody else does.
//! It changes no word: a comment is shown as it is, or hidden with a reason that stays in the organization.

use leptos::prelude::*;
use redress_domain::CommentState;

use super::{CommentRow, CommentsView, Desk, campaign_frame, campaign_head};
use crate::dates;
use crate::parts::{ErrorSummary, Notice, TextField, Tone};
use crate::shell::Page;
use crate::words::Words;

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 200;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &CommentsView) -> Page {
    campaign_head(words, &words.say("comments-title"), &view.title, !view.errors.is_empty())
}

/// Those that wait with their two buttons, then those that were decided.
pub fn page(words: Words, desk: &Desk, view: &CommentsView) -> impl IntoView + use<> {
    let done = view.done.map(|(key, count)| {
        view! { <Notice tone=Tone::Done><p>{words.say_with(key, &[("count", count.into())])}</p></Notice> }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        <h1>{words.say("comments-title")}</h1>
        {done}
        <p class="lead">{words.say("comments-lead")}</p>
        {if view.waiting.is_empty() { nothing_waits(words).into_any() } else { waiting(words, desk, view).into_any() }}
        {(!view.decided.is_empty()).then(|| decided(words, desk, view))}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content)
}

fn nothing_waits(words: Words) -> AnyView {
    view! {
        <section class="empty">
            <p class="empty-lead">{words.say("comments-empty")}</p>
            <p>{words.say("comments-empty-next")}</p>
        </section>
    }
    .into_any()
}

fn waiting(words: Words, desk: &Desk, view: &CommentsView) -> AnyView {
    let shown = view.waiting.len() as u64;
    let rest = (shown < view.total)
        .then(|| view! { " " {words.say_with("comments-shown-newest", &[("shown", shown.into())])} });
    let rows: Vec<_> = view.waiting.iter().map(|comment| pick(words, desk, comment)).collect();
    let reason = view.typed.get("reason").to_owned();
    view! {
        <p><strong>{words.say_with("comments-count", &[("count", view.total.into())])}</strong> {rest}</p>
        <form method="post" action=action(view)>
            <ul class="comments">{rows}</ul>
            <TextField
                words
                name="reason"
                label=words.say("comments-reason")
                hint=words.say("comments-reason-hint")
                value=reason
                error=view.errors.of("reason")
                longest=LONGEST_REASON
                optional=true
            />
            <div class="actions" role="group" aria-labelledby="with-ticked">
                <span id="with-ticked">{words.say("comments-with-ticked")}</span>
                <button class="button" name="action" value="show">{words.say("comments-show")}</button>
                <button class="button" data-quiet name="action" value="hide">{words.say("comments-hide")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn pick(words: Words, desk: &Desk, comment: &CommentRow) -> AnyView {
    let id = comment.id.to_string();
    let label = format!("comment-{id}");
    view! {
        <li>
            <input type="checkbox" name="signature" value=id id=label.clone() checked=comment.ticked/>
            <label for=label>{quote(words, desk, comment)}</label>
        </li>
    }
    .into_any()
}

/// The words in their own language and direction, and whose they are.
fn quote(words: Words, desk: &Desk, comment: &CommentRow) -> AnyView {
    let name = comment.name.clone().unwrap_or_else(|| words.say("campaign-recent-unnamed"));
    let day = dates::short_day(words, comment.day, desk.today);
    let from =
        words.say_with("campaign-recent-from", &[("place", (&comment.place).into()), ("day", day.into())]);
    view! {
        <span class="words" lang=comment.locale.code() dir="auto">{comment.text.clone()}</span>
        <span class="by"><bdi class="name">{name}</bdi> <span class="from">{from}</span></span>
    }
    .into_any()
}

fn decided(words: Words, desk: &Desk, view: &CommentsView) -> AnyView {
    let rows: Vec<_> = view
        .decided
        .iter()
        .map(|comment| {
            let (value, label) = match comment.state {
                CommentState::Shown => ("hide", "comments-hide-again"),
                _ => ("show", "comments-show-again"),
            };
            let state = match (&comment.reason, comment.state) {
                (_, CommentState::Shown) => words.say("comments-is-shown"),
                (Some(reason), _) => words.say_with("comments-is-hidden-for", &[("reason", reason.into())]),
                (None, _) => words.say("comments-is-hidden"),
            };
            view! {
                <li data-state=comment.state.as_str()>
                    {quote(words, desk, comment)}
                    <form method="post" action=action(view)>
                        <span class="decided">{state}</span>
                        <input type="hidden" name="signature" value=comment.id.to_string()/>
                        // Taken back at once; who wants to give another reason hides it from the list above.
                        <input type="hidden" name="reason" value=words.say("comments-changed-mind")/>
                        <button class="as-link" name="action" value=value>{words.say(label)}</button>
                    </form>
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="decided">
            <h2 id="decided">{words.say("comments-decided")}</h2>
            <ul class="comments">{rows}</ul>
        </section>
    }
    .into_any()
}

fn action(view: &CommentsView) -> String {
    format!("/admin/c/{}/comments", view.slug)
}
