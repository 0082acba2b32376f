//! `/admin`: the organization's campaigns, each with its numbers in short.
//! It names nobody who signed.

use leptos::prelude::*;
use redress_domain::Action;

use super::{Desk, DeskCampaign, DeskHome, frame};
use crate::dates;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words) -> Page {
    super::head(words, &words.say("campaigns-title"), false)
}

/// The list, or what to do first.
pub fn page(words: Words, desk: &Desk, view: &DeskHome) -> AnyView {
    let may_start = desk.may(Action::StartCampaign);
    let start = may_start
        .then(|| view! { <a class="button" href="/admin/campaigns/new">{words.say("campaigns-start")}</a> });
    let content = if view.campaigns.is_empty() {
        let next = if may_start { "campaigns-empty-next" } else { "campaigns-empty-viewer" };
        view! {
            <header class="page-head"><h1>{words.say("campaigns-title")}</h1></header>
            <section class="empty">
                <p class="empty-lead">{words.say("campaigns-empty")}</p>
                <p>{words.say(next)}</p>
                {start}
            </section>
        }
        .into_any()
    } else {
        let rows: Vec<_> = view.campaigns.iter().map(|campaign| row(words, desk, campaign)).collect();
        view! {
            <header class="page-head">
                <h1>{words.say("campaigns-title")}</h1>
                {start}
            </header>
            <table class="rows entries campaigns">
                <caption class="unseen">{words.say("campaigns-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("campaigns-column-campaign")}</th>
                        <th scope="col">{words.say("campaigns-column-state")}</th>
                        <th scope="col">{words.say("campaigns-column-numbers")}</th>
                        <th scope="col">{words.say("campaigns-column-closes")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    frame(words, desk, content).into_any()
}

fn row(words: Words, desk: &Desk, campaign: &DeskCampaign) -> AnyView {
    let closes = campaign
        .closes
        .as_ref()
        .map_or_else(|| words.say("desk-no-day"), |closes| dates::deadline(words, closes, desk.today));
    let numbers = words.say_with(
        "part-of",
        &[("confirmed", campaign.tally.confirmed.into()), ("received", campaign.tally.received.into())],
    );
    view! {
        <tr>
            <th scope="row" class="name">
                <a href=format!("/admin/c/{}", campaign.slug)>{campaign.title.clone()}</a>
            </th>
            <td><span class="state" data-state=campaign.state.as_str()>{words.say(&format!("state-{}", campaign.state))}</span></td>
            <td class="figures">{numbers}</td>
            <td class="figures" data-head=words.say("campaigns-column-closes")>{closes}</td>
        </tr>
    }
    .into_any()
}
