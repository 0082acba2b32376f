//! What stands around every page of the desk: masthead, the campaign's own navigation, main.
//! It shows no link that the member's role would be refused at.

use leptos::prelude::*;
use redress_domain::{Action, Slug};

use super::Desk;
use crate::campaign::model::CampaignView;
use crate::parts::{Mark, Notice, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of a page that brings its own masthead and uses the desk's style sheet:
/// the desk's pages and those before it (logging in, setting up, an invitation, the outbox).
///
/// With something wrong, the title says so first: a screen reader reads it before the page.
pub fn head(words: Words, title: &str, wrong: bool) -> Page {
    let title =
        if wrong { words.say_with("error-title", &[("title", title.into())]) } else { title.to_owned() };
    Page { desk: true, ..Page::private(words.0, title) }
}

/// The same for a page of a campaign, which names the campaign as well.
pub fn campaign_head(words: Words, page: &str, campaign: &str, wrong: bool) -> Page {
    let title = words.say_with("desk-title", &[("page", page.into()), ("campaign", campaign.into())]);
    head(words, &title, wrong)
}

/// A page of the desk that belongs to no campaign.
pub fn frame<V: IntoView + 'static>(words: Words, desk: &Desk, content: V) -> AnyView {
    // Erased, here and below: the type of a long form is too deep for the compiler to follow.
    let content = content.into_any();
    view! {
        {masthead(words, desk)}
        <main id="main" class="wrap desk">{content}</main>
    }
    .into_any()
}

/// A page of one campaign's desk. The title stays in its place from page to page; on the overview it is the
/// heading, elsewhere the page has a heading of its own.
pub fn campaign_frame<V: IntoView + 'static>(
    words: Words,
    desk: &Desk,
    slug: &Slug,
    title: &str,
    content: V,
) -> AnyView {
    let content = content.into_any();
    let base = format!("/admin/c/{slug}");
    let title = title.to_owned();
    let title = if desk.path == base {
        view! { <h1 class="campaign-title">{title}</h1> }.into_any()
    } else {
        view! { <p class="campaign-title"><a href=base.clone()>{title}</a></p> }.into_any()
    };
    let links: Vec<_> = [
        (Action::SeeDesk, "", "desk-overview"),
        (Action::EditCampaign, "/edit", "desk-edit"),
        (Action::SeeDesk, "/preview", "desk-preview"),
        (Action::EditCampaign, "/places", "desk-places"),
        (Action::EditCampaign, "/templates", "desk-templates"),
        (Action::Moderate, "/held", "desk-held"),
        (Action::Moderate, "/comments", "desk-comments"),
        (Action::Moderate, "/duplicates", "desk-duplicates"),
        (Action::SeeDesk, "/testimonies", "desk-testimonies"),
        (Action::EditCampaign, "/hearings", "desk-hearings"),
        (Action::EditCampaign, "/bodies", "desk-bodies"),
        (Action::EditCampaign, "/letters", "desk-letters"),
        (Action::SeeDesk, "/contact", "desk-contact"),
        (Action::EditCampaign, "/statements", "desk-statements"),
        (Action::ManagePartners, "/partners", "desk-partners"),
        (Action::SeeDesk, "/hosts", "desk-hosts"),
        (Action::MakePacket, "/packet", "desk-packet"),
        (Action::ChangeState, "/outcome", "desk-outcome"),
        (Action::ChangeState, "/news", "desk-news"),
    ]
    .into_iter()
    .filter(|(action, _, _)| desk.may(*action))
    .map(|(_, page, label)| view! { <li>{link(desk, format!("{base}{page}"), words.say(label))}</li> })
    .collect();
    view! {
        {masthead(words, desk)}
        <main id="main" class="wrap desk">
            <header class="campaign-head">
                {title}
                <nav class="tabs" aria-label=words.say("desk-campaign-nav")>
                    <ul>{links}</ul>
                </nav>
            </header>
            {content}
        </main>
    }
    .into_any()
}

/// A campaign as its visitors will see it, under a line that says it is not public and leads back.
/// It is rendered like a public page, without the desk's style sheet.
pub fn preview<V: IntoView + 'static>(words: Words, campaign: &CampaignView, content: V) -> AnyView {
    let desk = format!("/admin/c/{}", campaign.slug);
    let others: Vec<_> = campaign
        .languages
        .iter()
        .filter(|locale| **locale != words.0)
        .map(|locale| {
            let code = locale.code();
            view! { <li><a href=format!("{desk}/preview?lang={code}") lang=code hreflang=code>{locale.endonym()}</a></li> }
        })
        .collect();
    view! {
        <div class="preview-of">
            <Notice tone=Tone::Care>
                <p>{words.say("preview-notice")}</p>
                <ul class="links">
                    <li><a href=format!("{desk}/edit")>{words.say("preview-back")}</a></li>
                    <li><a href=desk>{words.say("preview-desk")}</a></li>
                    {others}
                </ul>
            </Notice>
        </div>
        {content.into_any()}
    }
    .into_any()
}

fn masthead(words: Words, desk: &Desk) -> AnyView {
    view! {
        <header class="masthead">
            <div class="wrap">
                <a class="brand" href="/admin">
                    <Mark/>
                    {desk.organization.clone()}
                </a>
                <nav class="desk-nav" aria-label=words.say("desk-nav")>
                    {link(desk, "/admin".to_owned(), words.say("desk-campaigns"))}
                    {desk
                        .may(Action::ManageMembers)
                        .then(|| link(desk, "/admin/members".to_owned(), words.say("desk-team")))}
                    {desk
                        .may(Action::ManageOrganization)
                        .then(|| link(desk, "/admin/organization".to_owned(), words.say("desk-organization")))}
                </nav>
                <form class="log-out" method="post" action="/admin/logout">
                    <a
                        class="who"
                        href="/admin/account"
                        aria-label=words.say_with("account-open", &[("name", (&desk.member).into())])
                    >
                        {desk.member.clone()}
                    </a>
                    <button class="as-link">{words.say("desk-log-out")}</button>
                </form>
            </div>
        </header>
    }
    .into_any()
}

fn link(desk: &Desk, href: String, label: String) -> AnyView {
    // A page beneath a list belongs to the list.
    let beneath = ["/hearings", "/bodies", "/letters", "/statements"].iter().any(|list| href.ends_with(list))
        && desk.path.starts_with(&format!("{href}/"));
    let current = if desk.path == href { Some("page") } else { beneath.then_some("true") };
    view! { <a href=href aria-current=current>{label}</a> }.into_any()
}
