//! The desk: an organization's campaigns, a campaign's dashboard, its steps, and its preview.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use redress_app::desk::{DashboardView, DeskCampaign, DeskHome, HistoryLine};
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::{Action, Locale, StepRefused};
use redress_store::{Campaign, StepFailed};
use serde::Deserialize;

use super::Fields;
use super::session::AtDesk;
use crate::models;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// The language of the desk: the organizers' own.
pub const WORDS: Words = Words(Locale::En);

/// The campaign that the address names, of the member's own organization. Another's is not there at all.
pub fn own(at: &AtDesk, slug: &str) -> Result<Campaign, Refusal> {
    at.campaign().filter(|campaign| campaign.slug.as_str() == slug).cloned().ok_or(Refusal::NotFound)
}

/// A campaign's title in its first language.
pub fn title(campaign: &Campaign) -> String {
    campaign.text(campaign.first_language()).1.title.clone()
}

/// `GET /admin`
pub async fn home(State(app): State<App>, at: AtDesk) -> Result<Response, Refusal> {
    at.may(Action::SeeDesk)?;
    let mut campaigns = Vec::new();
    for campaign in app.store.campaigns().of_organization(at.member.organization.id).await? {
        campaigns.push(DeskCampaign {
            slug: campaign.slug.clone(),
            title: title(&campaign),
            state: campaign.state,
            tally: app.store.tally(campaign.id).await?,
            closes: campaign.closes_at.map(|at| at.to_zoned(campaign.zone.clone())),
        });
    }
    let (desk, view) = (at.desk(), DeskHome { campaigns });
    let page = redress_app::desk::home::head(WORDS);
    Ok(app.private(StatusCode::OK, &page, || redress_app::desk::home::page(WORDS, &desk, &view)))
}

/// `?refused=…`: why the last step was not taken.
#[derive(Debug, Default, Deserialize)]
pub struct Notice {
    #[serde(default)]
    refused: String,
}

/// `GET /admin/c/{slug}`
pub async fn dashboard(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(notice): Query<Notice>,
) -> Result<Response, Refusal> {
    at.may(Action::SeeDesk)?;
    let campaign = own(&at, &slug)?;
    let breakdown = app.store.breakdown(campaign.id).await?;
    let mut by_zip: Vec<_> = breakdown.by_zip.into_iter().collect();
    by_zip.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut by_source: Vec<_> = breakdown
        .by_source
        .into_iter()
        .map(|(label, count)| ((!label.is_empty()).then_some(label), count))
        .collect();
    by_source.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let may_step = at.can(Action::ChangeState);
    let view = DashboardView {
        title: title(&campaign),
        state: campaign.state,
        tally: app.store.tally(campaign.id).await?,
        held: app.store.held_count(campaign.id).await?,
        goal: campaign.goal,
        by_day: days(&breakdown.by_day),
        by_zip,
        by_residency: breakdown.by_residency.into_iter().collect(),
        by_source,
        steps: campaign.state.steps().filter(|_| may_step).collect(),
        refused: match notice.refused.as_str() {
            "another-member" => Some("step-refused-review"),
            "not-from-here" => Some("step-refused-state"),
            _ => None,
        },
        history: history(&app, &campaign).await?,
        public_url: app.settings.url(&format!("/c/{slug}")),
        slug: campaign.slug,
    };
    let desk = at.desk();
    let page = redress_app::desk::dashboard::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::desk::dashboard::page(WORDS, &desk, &view)))
}

/// Every day from the first to the last, the quiet ones too.
fn days(by_day: &std::collections::BTreeMap<String, (u64, u64)>) -> Vec<(Date, u64, u64)> {
    let parse = |day: &String| day.parse::<Date>().ok();
    let (Some(first), Some(last)) = (by_day.keys().find_map(parse), by_day.keys().rev().find_map(parse))
    else {
        return Vec::new();
    };
    let mut days = Vec::new();
    let mut day = first;
    while day <= last {
        let (received, confirmed) = by_day.get(&day.to_string()).copied().unwrap_or_default();
        days.push((day, received, confirmed));
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    days
}

async fn history(app: &App, campaign: &Campaign) -> Result<Vec<HistoryLine>, Refusal> {
    let mut lines = Vec::new();
    for event in app.store.audit().of_campaign(campaign.id, 50).await? {
        let actor = match (event.account, event.object.parse()) {
            (Some(account), _) => app.store.accounts().name(account).await?,
            // What a partner did by its link is told by the partner's name.
            (None, Ok(partner)) if event.verb.starts_with("partner-") => {
                let partner = app.store.partners().find(campaign.id, partner).await?;
                partner.map(|partner| partner.organization)
            }
            _ => None,
        };
        lines.push(HistoryLine {
            at: event.at.to_zoned(campaign.zone.clone()),
            actor,
            what: format!("history-{}", event.verb),
            detail: event.after,
        });
    }
    Ok(lines)
}

/// `POST /admin/c/{slug}/state`
pub async fn step(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::ChangeState)?;
    let campaign = own(&at, &slug)?;
    let step = fields.get("step").parse().map_err(|_| Refusal::Form)?;
    let back = format!("/admin/c/{slug}");
    match app.store.campaigns().step(at.author(), campaign.id, step).await {
        Ok(_) => {
            app.cache.refresh();
            Ok(see_other(&back))
        }
        Err(StepFailed::Refused(StepRefused::NeedsAnotherMember)) => {
            Ok(see_other(&format!("{back}?refused=another-member")))
        }
        Err(StepFailed::Refused(StepRefused::NotFromHere { .. })) => {
            Ok(see_other(&format!("{back}?refused=not-from-here")))
        }
        Err(StepFailed::Store(error)) => Err(error.into()),
    }
}

/// `?lang=es`
#[derive(Debug, Default, Deserialize)]
pub struct Language {
    #[serde(default)]
    lang: String,
}

/// `GET /admin/c/{slug}/preview`: the page as the public will see it; what is public already is shown itself.
pub async fn preview(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(language): Query<Language>,
) -> Result<Response, Refusal> {
    at.may(Action::SeeDesk)?;
    let campaign = own(&at, &slug)?;
    let locale = language.lang.parse().unwrap_or(campaign.first_language());
    if campaign.state.is_public() {
        return Ok(see_other(&shell::path(locale, campaign.first_language(), &format!("/c/{slug}"))));
    }
    let words = Words(locale);
    let share_url = app.settings.url(&format!("/c/{slug}"));
    let now = app.clock.now();
    let mut view = models::campaign_view(&app.store, now, &campaign, locale, share_url).await?;
    view.hearings = models::public_hearings(&app.store, now, &campaign, locale).await?;
    let form = redress_app::petition::model::SignFormView::default();
    let page = app.page(locale, words.say_with("preview-title", &[("title", (&view.title).into())]));
    Ok(app.private(StatusCode::OK, &page, || {
        redress_app::desk::preview(words, &view, redress_app::campaign::page(words, &view, &form))
    }))
}
