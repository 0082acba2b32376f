//! How a campaign ended, at the desk: the outcome, votes out of pasted lists or files, places, and what follows.
//! Of a list of votes with anything wrong in it, nothing is recorded.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use redress_app::outcome::{BallotFault, OutcomeDeskView, VotePreview, fields as names};
use redress_app::parts::Typed;
use redress_domain::{
    Action, Ballot, BallotError, CampaignId, FieldErrors, LONGEST_OUTCOME, LONGEST_OUTCOME_LINE, Locale,
    clean_line, clean_text, read_ballots,
};
use redress_store::{Campaign, Outcome, OutcomeLink, OutcomeRefused, RelatedPlace};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::models;
use crate::web::client::see_other;
use crate::web::form::Files;
use crate::web::{App, Refusal};

/// Rows of documents and of places that are read, and empty ones offered beyond those filled in.
const ROWS: usize = 40;
const SPARE: usize = 2;

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// What the page is shown with, beside what is stored.
#[derive(Default)]
struct Shown {
    typed: Typed,
    errors: FieldErrors,
    faults: Vec<BallotFault>,
    preview: Option<Vec<Ballot>>,
    done: Option<&'static str>,
}

/// `GET /admin/c/{slug}/outcome`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::ChangeState)?;
    let campaign = own(&at, &slug)?;
    let shown = Shown {
        typed: stored(&app, &campaign).await?,
        done: match done.done.as_str() {
            "saved" => Some("outcome-saved"),
            "vote" => Some("vote-saved"),
            "vote-removed" => Some("vote-removed"),
            "taken-back" => Some("outcome-taken-back"),
            _ => None,
        },
        ..Shown::default()
    };
    page(&app, &at, &campaign, StatusCode::OK, shown).await
}

/// What is recorded, as the form has it.
async fn stored(app: &App, campaign: &Campaign) -> Result<Typed, Refusal> {
    let mut typed = Typed::default();
    if let Some(outcome) = app.store.outcomes().of(campaign.id).await? {
        typed.set("kind", outcome.kind.as_str());
        typed.set("day", outcome.day.to_string());
        for (locale, text) in outcome.texts {
            typed.set(format!("text_{locale}"), text);
        }
        for (row, link) in outcome.links.into_iter().enumerate() {
            typed.set(names::row("link", row, "title"), link.title);
            typed.set(names::row("link", row, "url"), link.url);
        }
        if let Some(id) = outcome.follow_on
            && let Some(next) = app.store.campaigns().find(id).await?
        {
            typed.set("follow_on", next.slug.to_string());
        }
    }
    for (row, place) in app.store.outcomes().places(campaign.id).await?.into_iter().enumerate() {
        let mut set = |name: &str, value: String| typed.set(names::row("place", row, name), value);
        set("name", place.name);
        set("day", place.day.map(|day| day.to_string()).unwrap_or_default());
        set("note", place.note);
        set("url", place.url.unwrap_or_default());
    }
    Ok(typed)
}

async fn page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Refusal> {
    let filled = |what: &str, name: &str| {
        let last = (0..ROWS).rev().find(|row| !shown.typed.get(&names::row(what, *row, name)).is_empty());
        (last.map_or(0, |row| row + 1) + SPARE).min(ROWS)
    };
    let rows = (filled("link", "url"), filled("place", "name"));
    let mut campaigns = Vec::new();
    for other in app.store.campaigns().of_organization(at.member.organization.id).await? {
        if other.id != campaign.id {
            campaigns.push((other.slug.to_string(), title(&other)));
        }
    }
    let view = OutcomeDeskView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        languages: campaign.languages.clone(),
        recorded: app.store.outcomes().of(campaign.id).await?.is_some(),
        public: campaign.state.is_public(),
        campaigns,
        rows,
        votes: models::votes(&app.store, campaign.id).await?,
        typed: shown.typed,
        errors: shown.errors,
        faults: shown.faults,
        preview: shown.preview.map(|ballots| VotePreview { ballots }),
        done: shown.done,
    };
    let desk = at.desk();
    let page = redress_app::outcome::desk::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::outcome::desk::page(WORDS, &desk, &view)))
}

/// `POST /admin/c/{slug}/outcome`
pub async fn write(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    files: Files,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::ChangeState)?;
    let campaign = own(&at, &slug)?;
    let done = match fields.get("action") {
        "save" => return save(&app, &at, &campaign, &fields).await,
        action @ ("preview-vote" | "save-vote") => {
            return vote(&app, &at, &campaign, &files, &fields, action == "save-vote").await;
        }
        "remove-vote" => {
            let id = fields.get("vote").parse().map_err(|_| Refusal::Form)?;
            app.store.outcomes().remove_vote(at.author(), campaign.id, id).await?;
            "vote-removed"
        }
        "take-back" => {
            app.store.outcomes().take_back(at.author(), campaign.id).await?;
            "taken-back"
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/outcome?done={done}")))
}

async fn save(app: &App, at: &AtDesk, campaign: &Campaign, fields: &Fields) -> Result<Response, Refusal> {
    let typed = fields.typed();
    let mut errors = FieldErrors::default();
    let kind = errors.check("kind", typed.get("kind").parse().map_err(|_| "error-outcome-kind"));
    let day = errors.check("day", day(typed.get("day")).ok_or("error-outcome-day"));
    let texts = texts(&typed, &campaign.languages, &mut errors);
    let follow_on = match typed.get("follow_on") {
        "" => None,
        slug => {
            let next = follow_on(app, at, campaign, slug).await?;
            errors.check("follow_on", next.ok_or("error-outcome-follow-on"))
        }
    };
    let links = errors.check("links", links(&typed).ok_or("error-outcome-link")).unwrap_or_default();
    let places = errors.check("places", places(&typed).ok_or("error-outcome-place")).unwrap_or_default();
    if let (Some(kind), Some(day), true) = (kind, day, errors.is_empty()) {
        let outcome = Outcome { kind, day, texts, links, follow_on };
        match app.store.outcomes().record(at.author(), campaign.id, &outcome, &places).await {
            Ok(()) => {
                app.cache.refresh();
                return Ok(see_other(&format!("/admin/c/{}/outcome?done=saved", campaign.slug)));
            }
            Err(OutcomeRefused::NotFromHere(_)) => errors.add("kind", "error-outcome-state"),
            Err(OutcomeRefused::Store(error)) => return Err(error.into()),
        }
    }
    let shown = Shown { typed, errors, ..Shown::default() };
    page(app, at, campaign, StatusCode::UNPROCESSABLE_ENTITY, shown).await
}

/// A day that calendars on paper have.
fn day(text: &str) -> Option<Date> {
    text.trim().parse::<Date>().ok().filter(|day| (1900..=2999).contains(&day.year()))
}

fn texts(typed: &Typed, languages: &[Locale], errors: &mut FieldErrors) -> BTreeMap<Locale, String> {
    let mut texts = BTreeMap::new();
    for locale in languages {
        let field = match locale {
            Locale::En => "text_en",
            Locale::Es => "text_es",
        };
        let text = clean_text(typed.get(field));
        if text.is_empty() {
            errors.add(field, "error-outcome-text");
        } else if text.chars().count() > LONGEST_OUTCOME {
            errors.add(field, "error-outcome-text-long");
        }
        texts.insert(*locale, text);
    }
    texts
}

async fn follow_on(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    slug: &str,
) -> Result<Option<CampaignId>, Refusal> {
    let there = at.in_campaign(app, slug).await?;
    match own(&there, slug) {
        Ok(next) if next.id != campaign.id => Ok(Some(next.id)),
        Ok(_) | Err(Refusal::NotFound) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// One line of a row, if it is not too long.
fn cell(typed: &Typed, what: &str, row: usize, name: &str) -> Option<String> {
    let line = clean_line(typed.get(&names::row(what, row, name)));
    (line.chars().count() <= LONGEST_OUTCOME_LINE).then_some(line)
}

fn is_https(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| {
        url.scheme() == "https"
            && url.username().is_empty()
            && url.host_str().is_some_and(|host| host.contains('.'))
    })
}

fn links(typed: &Typed) -> Option<Vec<OutcomeLink>> {
    let mut links = Vec::new();
    for row in 0..ROWS {
        let title = cell(typed, "link", row, "title")?;
        let url = cell(typed, "link", row, "url")?;
        match (title.is_empty(), url.is_empty()) {
            (true, true) => {}
            (false, false) if is_https(&url) => links.push(OutcomeLink { title, url }),
            _ => return None,
        }
    }
    Some(links)
}

fn places(typed: &Typed) -> Option<Vec<RelatedPlace>> {
    let mut places = Vec::new();
    for row in 0..ROWS {
        let get = |name| cell(typed, "place", row, name);
        let (name, day_typed, note, url) = (get("name")?, get("day")?, get("note")?, get("url")?);
        if [&name, &day_typed, &note, &url].iter().all(|cell| cell.is_empty()) {
            continue;
        }
        let day = if day_typed.is_empty() { None } else { Some(day(&day_typed)?) };
        if name.is_empty() || !(url.is_empty() || is_https(&url)) {
            return None;
        }
        places.push(RelatedPlace { name, day, note, url: Some(url).filter(|url| !url.is_empty()) });
    }
    Some(places)
}

async fn vote(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    files: &Files,
    fields: &Fields,
    record: bool,
) -> Result<Response, Refusal> {
    // The other form of the page stays as it is recorded.
    let mut typed = stored(app, campaign).await?;
    for name in ["body", "question", "vote_day", "ballots"] {
        typed.set(name, fields.get(name));
    }
    let mut errors = FieldErrors::default();
    if let Some(file) = files.of("ballots_file") {
        match std::str::from_utf8(&file.bytes) {
            Ok(text) if !file.too_large && !text.contains('\0') => typed.set("ballots", text),
            _ => errors.add("ballots", "error-vote-file"),
        }
    }
    let line = |name: &str| clean_line(typed.get(name));
    let (body, question) = (line("body"), line("question"));
    for (field, value, message) in
        [("body", &body, "error-vote-body"), ("question", &question, "error-vote-question")]
    {
        if value.is_empty() || value.chars().count() > LONGEST_OUTCOME_LINE {
            errors.add(field, message);
        }
    }
    let day = errors.check("vote_day", day(typed.get("vote_day")).ok_or("error-outcome-day"));
    let (ballots, faults) = match ballots(typed.get("ballots")) {
        Ok(ballots) => (Some(ballots), Vec::new()),
        Err(faults) => (None, faults),
    };
    if !faults.is_empty() && errors.of("ballots").is_none() {
        errors.add("ballots", "error-vote-list");
    }
    if let (true, Some(day), Some(ballots), true) = (record, day, &ballots, errors.is_empty()) {
        app.store.outcomes().add_vote(at.author(), campaign.id, &body, &question, day, ballots).await?;
        app.cache.refresh();
        return Ok(see_other(&format!("/admin/c/{}/outcome?done=vote", campaign.slug)));
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let preview = ballots.filter(|_| errors.is_empty());
    let faults = faults.iter().map(|fault| BallotFault { row: fault.row, message: fault.message }).collect();
    page(app, at, campaign, status, Shown { typed, errors, faults, preview, done: None }).await
}

/// Reads a list of votes (RFC 4180).
fn ballots(text: &str) -> Result<Vec<Ballot>, Vec<BallotError>> {
    // Browsers end a line with two letters, and the reader counts the second to the next line.
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {
                let line = record.position().map_or(0, csv::Position::line);
                rows.push((line, record.iter().map(str::to_owned).collect()));
            }
            Ok(false) => break,
            Err(_) => {
                return Err(vec![BallotError { row: rows.len() as u64 + 1, message: "error-ballot-quotes" }]);
            }
        }
    }
    // A quotation mark that nobody closes would make one cell of all that comes after it.
    if !text.matches('"').count().is_multiple_of(2) {
        let row = rows.last().map_or(1, |(row, _)| *row);
        return Err(vec![BallotError { row, message: "error-ballot-quotes" }]);
    }
    read_ballots(&rows)
}
