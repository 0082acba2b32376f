//! Hearings at the desk: the list with matters and yearly dates, and the form for one; and calendars for everybody.
//! A time that a clock change leaves open is asked about, and nothing moves to an earlier day unasked.

use std::collections::{BTreeMap, HashMap};

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress_app::hearing::{
    BodyChoice, ClockChange, Earlier, HearingEditor, HearingRow, HearingsView, fields as names,
};
use redress_app::parts::Typed;
use redress_app::words::Words;
use redress_domain::{
    Action, BodyId, FieldErrors, HearingId, HearingState, LocalTime, Locale, MatterId, MatterState, Which,
    clean_line, clean_text,
};
use redress_store::{Body, Campaign, Hearing, HearingDraft, Matter, MatterDraft, MattersRefused, YearlyDate};
use serde::Deserialize;

use super::Fields;
use super::campaign::public;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::calendar;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// Rows of matters and of yearly dates that are read.
const ROWS: usize = 40;
/// Empty rows offered beyond those filled in.
const SPARE: usize = 1;
const LONGEST_LINE: usize = 300;
const LONGEST_TEXT: usize = 5_000;

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// The bodies to choose from.
pub fn choices(bodies: &[Body]) -> Vec<BodyChoice> {
    bodies
        .iter()
        .map(|body| BodyChoice {
            id: body.id.to_string(),
            name: body.name.clone(),
            committee: body.parent.is_some(),
        })
        .collect()
}

/// `GET /admin/c/{slug}/hearings`
pub async fn list(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let matters = app.store.hearings().matters(campaign.id).await?;
    let yearly = app.store.hearings().yearly(campaign.id).await?;
    let mut typed = Typed::default();
    for (row, matter) in matters.iter().enumerate() {
        let mut set = |name: &str, value: String| typed.set(names::row("matter", row, name), value);
        set("id", matter.id.to_string());
        set("docket", matter.docket.clone());
        set("title", matter.title.clone());
        set("body", matter.body.to_string());
        set("committee", matter.committee.map(|id| id.to_string()).unwrap_or_default());
        set("state", matter.state.as_str().to_owned());
    }
    for (row, date) in yearly.iter().enumerate() {
        let mut set = |name: &str, value: String| typed.set(names::row("yearly", row, name), value);
        set("id", date.id.map(|id| id.to_string()).unwrap_or_default());
        set("day", date.day.to_string());
        set("month", date.month.to_string());
        set("body", date.body.map(|id| id.to_string()).unwrap_or_default());
        for (locale, text) in &date.texts {
            set(locale.code(), text.clone());
        }
    }
    let done = match done.done.as_str() {
        "saved" => Some("hearings-done-saved"),
        "held" => Some("hearings-done-held"),
        "called-off" => Some("hearings-done-called-off"),
        "planned" => Some("hearings-done-planned"),
        "matters" => Some("hearings-done-matters"),
        "yearly" => Some("hearings-done-yearly"),
        _ => None,
    };
    list_page(&app, &at, &campaign, StatusCode::OK, typed, FieldErrors::default(), done).await
}

async fn list_page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    status: StatusCode,
    typed: Typed,
    errors: FieldErrors,
    done: Option<&'static str>,
) -> Result<Response, Refusal> {
    let bodies = app.store.bodies().of_campaign(campaign.id).await?;
    let matters = app.store.hearings().matters(campaign.id).await?;
    let zoned = |at: Timestamp| at.to_zoned(campaign.zone.clone());
    let mut hearings = Vec::new();
    for hearing in app.store.hearings().of_campaign(campaign.id).await? {
        let dockets = matters.iter().filter(|matter| hearing.matters.contains(&matter.id));
        hearings.push(HearingRow {
            id: hearing.id,
            body: name_of(&bodies, hearing.body),
            starts: zoned(hearing.starts_at),
            cutoff: hearing.cutoff.at.map(zoned),
            state: hearing.state,
            dockets: dockets
                .map(|matter| matter.docket.clone())
                .filter(|docket| !docket.is_empty())
                .collect(),
            sent: app.store.hearings().sent(hearing.id, None).await?.0,
            title: hearing.title,
        });
    }
    let used = |kind: &str, any: &[&str]| {
        let filled =
            |row: &usize| any.iter().any(|name| !typed.get(&names::row(kind, *row, name)).is_empty());
        (0..ROWS).rev().find(filled).map_or(0, |row| row + 1)
    };
    let view = HearingsView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        hearings,
        bodies: choices(&bodies),
        matter_rows: used("matter", &["id", "docket", "title", "body"]) + SPARE,
        yearly_rows: used("yearly", &["id", "day", "en", "es"]) + SPARE,
        typed,
        errors,
        done,
    };
    let desk = at.desk();
    let page = redress_app::hearing::list::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::hearing::list::page(WORDS, &desk, &view)))
}

fn name_of(bodies: &[Body], id: BodyId) -> String {
    bodies.iter().find(|body| body.id == id).map(|body| body.name.clone()).unwrap_or_default()
}

/// `POST /admin/c/{slug}/hearings`
pub async fn decide(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let typed = fields.typed();
    let action = fields.get("action").to_owned();
    let mut errors = FieldErrors::default();
    match action.as_str() {
        "matters" => {
            let bodies = app.store.bodies().of_campaign(campaign.id).await?;
            let matters = read_matters(&typed, &bodies, &mut errors);
            if errors.is_empty() {
                match app.store.hearings().save_matters(at.author(), campaign.id, &matters).await {
                    Ok(()) => {}
                    Err(MattersRefused::InUse(_)) => errors.add("matter_0_remove", "error-matter-in-use"),
                    Err(MattersRefused::Store(error)) => return Err(error.into()),
                }
            }
        }
        "yearly" => {
            let bodies = app.store.bodies().of_campaign(campaign.id).await?;
            let dates = read_yearly(&typed, &bodies, &mut errors);
            if errors.is_empty() {
                app.store.hearings().save_yearly(at.author(), campaign.id, &dates).await?;
            }
        }
        state => {
            let state: HearingState = state.parse().map_err(|_| Refusal::Form)?;
            let id: HearingId = fields.get("hearing").parse().map_err(|_| Refusal::Form)?;
            app.store.hearings().set_state(at.author(), campaign.id, id, state).await?;
        }
    }
    if !errors.is_empty() {
        return list_page(&app, &at, &campaign, StatusCode::UNPROCESSABLE_ENTITY, typed, errors, None).await;
    }
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/hearings?done={action}")))
}

fn line(typed: &Typed, name: &str) -> String {
    clean_line(typed.get(name)).chars().take(LONGEST_LINE).collect()
}

/// A body that the campaign has.
fn known(bodies: &[Body], id: &str) -> Option<BodyId> {
    bodies.iter().map(|body| body.id).find(|body| body.to_string() == id)
}

fn read_matters(typed: &Typed, bodies: &[Body], errors: &mut FieldErrors) -> Vec<MatterDraft> {
    let mut matters = Vec::new();
    for row in 0..ROWS {
        let get = |name: &str| line(typed, &names::row("matter", row, name));
        let (id, docket, title) = (get("id").parse().ok(), get("docket"), get("title"));
        if get("remove") == "on" || (id.is_none() && docket.is_empty() && title.is_empty()) {
            continue;
        }
        let Some(body) = known(bodies, &get("body")) else {
            errors.add("matter_0_body", "error-matter-body");
            continue;
        };
        let state = get("state").parse().unwrap_or(MatterState::Filed);
        matters.push(MatterDraft {
            id,
            docket,
            title,
            body,
            committee: known(bodies, &get("committee")),
            state,
        });
    }
    matters
}

fn read_yearly(typed: &Typed, bodies: &[Body], errors: &mut FieldErrors) -> Vec<YearlyDate> {
    let mut dates = Vec::new();
    for row in 0..ROWS {
        let get = |name: &str| line(typed, &names::row("yearly", row, name));
        let texts: BTreeMap<Locale, String> = Locale::ALL
            .iter()
            .map(|locale| (*locale, get(locale.code())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        // Without a text it is no date any more.
        if texts.is_empty() && (get("day").is_empty() || !get("id").is_empty()) {
            continue;
        }
        if texts.is_empty() {
            errors.add("yearly_0_en", "error-yearly-text");
            continue;
        }
        let (month, day) = (get("month").parse().unwrap_or(0), get("day").parse().unwrap_or(0));
        // Tried on a year without 29 February, so that the day exists in every year.
        if Date::new(2001, month, day).is_err() {
            errors.add("yearly_0_day", "error-yearly-day");
            continue;
        }
        dates.push(YearlyDate {
            id: get("id").parse().ok(),
            body: known(bodies, &get("body")),
            month,
            day,
            texts,
        });
    }
    dates
}

/// What a form for one hearing is shown with.
#[derive(Default)]
struct Shown {
    typed: Typed,
    ticked: Vec<String>,
    errors: FieldErrors,
    starts: Option<ClockChange>,
    cutoff: Option<ClockChange>,
    earlier: Option<Earlier>,
}

async fn editor(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    id: Option<HearingId>,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Refusal> {
    let bodies = app.store.bodies().of_campaign(campaign.id).await?;
    let matters = app.store.hearings().matters(campaign.id).await?;
    let view = HearingEditor {
        slug: campaign.slug.clone(),
        title: title(campaign),
        id,
        typed: shown.typed,
        ticked: shown.ticked,
        errors: shown.errors,
        bodies: choices(&bodies),
        matters: matters
            .iter()
            .map(|matter| (matter.id.to_string(), crate::models::matter_line(matter, &bodies).called(WORDS)))
            .collect(),
        starts: shown.starts,
        cutoff: shown.cutoff,
        earlier: shown.earlier,
        zone: campaign.zone_name.clone(),
    };
    let desk = at.desk();
    let page = redress_app::hearing::editor::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::hearing::editor::page(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/hearings/new`
pub async fn show_new(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut shown = Shown::default();
    let matters = app.store.hearings().matters(campaign.id).await?;
    // What is most often meant: all matters, before the committee they were referred to.
    shown.ticked = matters.iter().map(|matter| matter.id.to_string()).collect();
    if let Some(matter) = matters.first() {
        shown.typed.set("body", matter.committee.unwrap_or(matter.body).to_string());
    }
    editor(&app, &at, &campaign, None, StatusCode::OK, shown).await
}

/// `GET /admin/c/{slug}/hearings/{id}`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let hearing = found(&app, &campaign, &id).await?;
    let mut typed = Typed::default();
    let mut moment = |what: &str, at: Timestamp| {
        let zoned = at.to_zoned(campaign.zone.clone());
        typed.set(format!("{what}_day"), zoned.date().to_string());
        typed.set(format!("{what}_time"), zoned.strftime("%H:%M").to_string());
        // So that saving without a change changes nothing.
        if let Some(LocalTime::Twice(first, _)) = LocalTime::of(zoned.datetime(), &campaign.zone) {
            let which = if first == at { Which::First } else { Which::Second };
            typed.set(format!("{what}_which"), which.as_str());
            return change_of(LocalTime::of(zoned.datetime(), &campaign.zone), &campaign.zone);
        }
        None
    };
    let starts = moment("starts", hearing.starts_at);
    let cutoff = hearing.cutoff.at.and_then(|at| moment("cutoff", at));
    for (name, value) in [
        ("title", hearing.title),
        ("body", hearing.body.to_string()),
        ("place", hearing.place),
        ("link", hearing.link),
        ("note", hearing.note),
    ] {
        typed.set(name, value);
    }
    let ticked = hearing.matters.iter().map(ToString::to_string).collect();
    let shown = Shown { typed, ticked, starts, cutoff, ..Shown::default() };
    editor(&app, &at, &campaign, Some(hearing.id), StatusCode::OK, shown).await
}

async fn found(app: &App, campaign: &Campaign, id: &str) -> Result<Hearing, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    app.store.hearings().find(campaign.id, id).await?.ok_or(Refusal::NotFound)
}

/// `POST /admin/c/{slug}/hearings/new`
pub async fn create(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut shown = Shown {
        typed: fields.typed(),
        ticked: fields.all("matter").map(str::to_owned).collect(),
        ..Shown::default()
    };
    let Some(draft) = read(&app, &campaign, &mut shown).await? else {
        return editor(&app, &at, &campaign, None, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    };
    app.store.hearings().add(at.author(), campaign.id, &draft).await?;
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/hearings?done=saved")))
}

/// `POST /admin/c/{slug}/hearings/{id}`
pub async fn save(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let hearing = found(&app, &campaign, &id).await?;
    let mut shown = Shown {
        typed: fields.typed(),
        ticked: fields.all("matter").map(str::to_owned).collect(),
        ..Shown::default()
    };
    let draft = read(&app, &campaign, &mut shown).await?;
    let draft = match draft {
        Some(draft) => {
            shown.earlier = earlier(&app, &campaign, &hearing, &draft).await?;
            if shown.earlier.is_some() && !shown.typed.is_on("confirm") {
                shown.errors.add("confirm", "error-hearing-earlier");
                None
            } else {
                Some(draft)
            }
        }
        None => None,
    };
    let Some(draft) = draft else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return editor(&app, &at, &campaign, Some(hearing.id), status, shown).await;
    };
    app.store.hearings().change(at.author(), campaign.id, hearing.id, &draft).await?;
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/hearings?done=saved")))
}

/// What is to be known before a hearing is moved to an earlier day, or its cut-off to before what was sent.
async fn earlier(
    app: &App,
    campaign: &Campaign,
    old: &Hearing,
    new: &HearingDraft,
) -> Result<Option<Earlier>, Refusal> {
    let zoned = |at: Timestamp| at.to_zoned(campaign.zone.clone());
    let (from, to) = (zoned(old.starts_at), zoned(new.starts_at));
    let starts = (to.date() < from.date()).then_some((from, to));
    let sooner = new.cutoff_at.filter(|new| old.cutoff.at.is_none_or(|old| *new < old));
    let (sent, after) = app.store.hearings().sent(old.id, sooner).await?;
    let cutoff = sooner.filter(|_| after > 0).map(|cutoff| (old.cutoff.at.map(zoned), zoned(cutoff)));
    let asks = starts.is_some() || cutoff.is_some();
    Ok(asks.then_some(Earlier { starts, cutoff, sent, after }))
}

/// Reads the form; what is wrong with it, and what a clock change leaves open, is put into what is shown.
async fn read(app: &App, campaign: &Campaign, shown: &mut Shown) -> Result<Option<HearingDraft>, Refusal> {
    let bodies = app.store.bodies().of_campaign(campaign.id).await?;
    let matters = app.store.hearings().matters(campaign.id).await?;
    let (typed, errors) = (&shown.typed, &mut shown.errors);
    let title = line(typed, "title");
    if title.is_empty() {
        errors.add("title", "error-hearing-title");
    }
    let body = errors.check("body", known(&bodies, typed.get("body")).ok_or("error-hearing-body"));
    let zone = &campaign.zone;
    let fields = ["starts_day", "starts_time", "starts_which"];
    let (starts, starts_change) = moment(typed, fields, zone, errors);
    if starts.is_none() && typed.get("starts_day").trim().is_empty() {
        errors.add("starts_day", "error-hearing-day-none");
    }
    let fields = ["cutoff_day", "cutoff_time", "cutoff_which"];
    let (cutoff_at, cutoff_change) = moment(typed, fields, zone, errors);
    let link = typed.get("link").trim().to_owned();
    let sound = url::Url::parse(&link).is_ok_and(|url| {
        matches!(url.scheme(), "https" | "http") && url.host_str().is_some_and(|host| host.contains('.'))
    });
    if !link.is_empty() && (!sound || link.chars().count() > 1_000) {
        errors.add("link", "error-hearing-link");
    }
    let note = clean_text(typed.get("note"));
    if note.chars().count() > LONGEST_TEXT {
        errors.add("note", "error-text-long");
    }
    let place = line(typed, "place");
    (shown.starts, shown.cutoff) = (starts_change, cutoff_change);
    let (Some(body), Some(starts_at), true) = (body, starts, shown.errors.is_empty()) else {
        return Ok(None);
    };
    // A hearing that names no cut-off has its body's.
    let usual = || {
        let of_body = bodies.iter().find(|one| one.id == body)?;
        let hours = of_body.profile.cutoff_hours?;
        starts_at.checked_sub(SignedDuration::from_hours(hours.into())).ok()
    };
    let cutoff_at = cutoff_at.or_else(usual);
    let ticked: Vec<MatterId> = shown.ticked.iter().filter_map(|id| id.parse().ok()).collect();
    let matters = matters.iter().map(|matter| matter.id).filter(|id| ticked.contains(id)).collect();
    Ok(Some(HearingDraft { body, title, starts_at, cutoff_at, place, link, note, matters }))
}

/// A day and a time in the campaign's zone. Where clocks change, the two moments it may mean are given along.
pub(super) fn moment(
    typed: &Typed,
    [day, time, which]: [&'static str; 3],
    zone: &TimeZone,
    errors: &mut FieldErrors,
) -> (Option<Timestamp>, Option<ClockChange>) {
    let (day_typed, time_typed) = (typed.get(day).trim(), typed.get(time).trim());
    if day_typed.is_empty() {
        if !time_typed.is_empty() {
            errors.add(day, "error-hearing-day");
        }
        return (None, None);
    }
    let Ok(date) = day_typed.parse::<Date>() else {
        errors.add(day, "error-hearing-day");
        return (None, None);
    };
    let Ok(clock) = time_typed.parse::<jiff::civil::Time>() else {
        errors.add(time, "error-hearing-time");
        return (None, None);
    };
    // A year that calendars on paper have.
    let local = LocalTime::of(date.to_datetime(clock), zone).filter(|_| (1900..=2999).contains(&date.year()));
    let Some(local) = local else {
        errors.add(day, "error-hearing-day");
        return (None, None);
    };
    let chosen = local.choose(typed.get(which).parse::<Which>().ok());
    if chosen.is_none() {
        let message = match local {
            LocalTime::Twice(..) => "error-hearing-time-twice",
            _ => "error-hearing-time-never",
        };
        errors.add(which, message);
    }
    (chosen, change_of(Some(local), zone))
}

pub(super) fn change_of(local: Option<LocalTime>, zone: &TimeZone) -> Option<ClockChange> {
    let (twice, first, second) = match local? {
        LocalTime::Once(_) => return None,
        LocalTime::Twice(first, second) => (true, first, second),
        LocalTime::Never(first, second) => (false, first, second),
    };
    let zoned = |at: Timestamp| at.to_zoned(zone.clone());
    Some(ClockChange { twice, first: zoned(first), second: zoned(second) })
}

/// `GET /c/{slug}/hearings.ics`: every hearing and yearly date.
pub async fn calendar(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    ics(&app, prefix, &slug, None, &headers).await
}

/// `GET /c/{slug}/hearings/{id}.ics`: one hearing.
pub async fn calendar_of_one(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path((slug, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let id = file.strip_suffix(".ics").and_then(|id| id.parse().ok()).ok_or(Refusal::NotFound)?;
    ics(&app, prefix, &slug, Some(id), &headers).await
}

async fn ics(
    app: &App,
    prefix: Prefix,
    slug: &str,
    one: Option<HearingId>,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let language = prefix.0.map_or("", Locale::code);
    let key =
        format!("/{language}/c/{slug}/hearings/{}.ics", one.map(|id| id.to_string()).unwrap_or_default());
    let mut response = app
        .cache
        .get(key, "text/calendar; charset=utf-8", headers, async || {
            let campaign = public(app, slug).await?;
            let words = Words(prefix.locale(campaign.first_language()));
            let hearings = app.store.hearings().of_campaign(campaign.id).await?;
            let hearings: Vec<Hearing> =
                hearings.into_iter().filter(|hearing| one.is_none_or(|id| hearing.id == id)).collect();
            if one.is_some() && hearings.is_empty() {
                return Err(Refusal::NotFound);
            }
            let yearly =
                if one.is_some() { Vec::new() } else { app.store.hearings().yearly(campaign.id).await? };
            let matters: HashMap<MatterId, Matter> =
                app.store.hearings().matters(campaign.id).await?.into_iter().map(|m| (m.id, m)).collect();
            let bodies = app.store.bodies().of_campaign(campaign.id).await?;
            let source = calendar::Source {
                words,
                campaign: &campaign,
                hearings: &hearings,
                yearly: &yearly,
                matters: &matters,
                bodies: &bodies,
                page: app.settings.url(&format!("/c/{slug}")),
                host: app.settings.url(""),
                now: app.clock.now(),
            };
            Ok(calendar::write(&source))
        })
        .await?;
    let name = if one.is_some() { "hearing" } else { "hearings" };
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}.ics\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
