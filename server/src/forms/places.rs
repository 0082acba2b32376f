//! The tracker of places: the public page, its file and its feed; and the desk, where places are written.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use redress_app::desk::places::{PlacesDeskView, PlanView};
use redress_app::parts::Typed;
use redress_app::places::model::Sort;
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::{
    Action, FieldErrors, Locale, Place, PlaceDraft, PlacePlan, PlaceSheet, PlaceStatus, PlaceStatusCode,
    RawPlace, RowError, clean_line, plan_places,
};
use redress_store::{Campaign, PlaceRefused};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::Fields;
use super::campaign::public;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::places;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// The longest name of a status.
const LONGEST_STATUS: usize = 60;

/// `?status=state-grant&sort=day`
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    status: String,
    #[serde(default)]
    sort: String,
}

/// `GET /c/{slug}/places`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let sort = match asked.sort.as_str() {
        "status" => Sort::Status,
        "day" => Sort::Day,
        _ => Sort::Place,
    };
    let only = PlaceStatusCode::parse(&asked.status).ok();
    let code = only.as_ref().map(PlaceStatusCode::to_string).unwrap_or_default();
    let key = format!("/{}/c/{slug}/places?{code}&{}", prefix.0.map_or("", Locale::code), sort.as_str());
    app.cache
        .get(key, "text/html; charset=utf-8", &headers, async || {
            let campaign = public(&app, &slug).await?;
            let locale = prefix.locale(campaign.first_language());
            let today = app.clock.now().to_zoned(campaign.zone.clone()).date();
            let view = places::view(&app.store, &campaign, locale, only, sort, today).await?;
            let view = view.ok_or(Refusal::NotFound)?;
            let page = redress_app::places::frame(Words(locale), &view, &app.settings.url(""));
            Ok(app.render(&page, || redress_app::places::page(Words(locale), &view)))
        })
        .await
}

/// `GET /c/{slug}/places.csv`
pub async fn csv(
    State(app): State<App>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let mut response = app
        .cache
        .get(
            format!("/c/{slug}/places.csv"),
            "text/csv; charset=utf-8; header=present",
            &headers,
            async || {
                let campaign = public(&app, &slug).await?;
                let places = app.store.places().of_campaign(campaign.id).await?;
                if places.is_empty() {
                    return Err(Refusal::NotFound);
                }
                places::write_csv(&places).map_err(|error| Refusal::broken(&error))
            },
        )
        .await?;
    // The slug names a campaign here, so it has nothing in it that a header may not have.
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{slug}-places.csv\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// `GET /c/{slug}/places.atom`
pub async fn feed(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let key = format!("/{}/c/{slug}/places.atom", prefix.0.map_or("", Locale::code));
    app.cache
        .get(key, "application/atom+xml; charset=utf-8", &headers, async || {
            let campaign = public(&app, &slug).await?;
            let first = campaign.first_language();
            let locale = prefix.locale(first);
            let address = |page: &str| shell::path(locale, first, &format!("/c/{slug}/{page}"));
            let (page, own) = (address("places"), address("places.atom"));
            let feed =
                places::feed(&app.store, &campaign, locale, &app.settings.url(""), &page, &own).await?;
            feed.ok_or(Refusal::NotFound)
        })
        .await
}

/// `?place=…`, `?status=…`, `?done=saved&count=1`
#[derive(Debug, Default, Deserialize)]
pub struct Open {
    #[serde(default)]
    place: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    done: String,
    #[serde(default)]
    count: u64,
}

/// What a form left behind: what was typed, what is wrong, what a list would do.
#[derive(Default)]
struct Left {
    typed: Typed,
    errors: FieldErrors,
    wrong: Vec<RowError>,
    plan: Option<PlanView>,
    place: Option<redress_domain::PlaceId>,
    status: Option<PlaceStatusCode>,
    done: Option<(&'static str, u64)>,
}

async fn page(
    app: &App,
    at: &AtDesk,
    status: StatusCode,
    campaign: &Campaign,
    left: Left,
) -> Result<Response, Refusal> {
    let statuses = app.store.places().statuses(campaign.id).await?;
    let rows = app.store.places().of_campaign(campaign.id).await?;
    let view = PlacesDeskView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        languages: campaign.languages.clone(),
        statuses: places::status_views(&statuses, &rows, WORDS.0),
        rows: rows.iter().map(|place| (place.id, places::line(&statuses, &place.said))).collect(),
        place: left.place,
        status: left.status,
        typed: left.typed,
        errors: left.errors,
        wrong: left.wrong,
        plan: left.plan,
        done: left.done,
        is_public: campaign.state.is_public(),
    };
    let desk = at.desk();
    let page = redress_app::desk::places::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::desk::places::page(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/places`
pub async fn desk(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(open): Query<Open>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut left = Left {
        done: match open.done.as_str() {
            "saved" => Some(("places-done-saved", 1)),
            "removed" => Some(("places-done-removed", 1)),
            "status" => Some(("places-done-status", 1)),
            "status-removed" => Some(("places-done-status-removed", 1)),
            "imported" => Some(("places-done-imported", open.count)),
            _ => None,
        },
        ..Left::default()
    };
    if let Ok(id) = open.place.parse() {
        let rows = app.store.places().of_campaign(campaign.id).await?;
        if let Some(place) = rows.into_iter().find(|place| place.id == id) {
            left.place = Some(id);
            left.typed = typed_place(&place);
        }
    }
    if let Ok(code) = PlaceStatusCode::parse(&open.status) {
        let statuses = app.store.places().statuses(campaign.id).await?;
        if let Some(status) = statuses.into_iter().find(|status| status.code == code) {
            left.typed.set("tone", status.tone.as_str());
            for (locale, text) in &status.texts {
                left.typed.set(format!("status_{locale}"), text.as_str());
            }
            left.status = Some(code);
        }
    }
    page(&app, &at, StatusCode::OK, &campaign, left).await
}

fn typed_place(place: &Place) -> Typed {
    let mut typed = Typed::default();
    let said = &place.said;
    typed.set("place", said.name.as_str());
    typed.set("status", said.status.as_str());
    typed.set("as_of", said.day.map(|day| day.to_string()).unwrap_or_default());
    typed.set("source", said.source.as_str());
    typed.set("note", said.note.as_str());
    typed.set("tile", said.tile.map(|tile| tile.to_string()).unwrap_or_default());
    typed
}

/// `POST /admin/c/{slug}/places`
pub async fn write(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let outcome = match fields.get("action") {
        "save" => save(&app, &at, &campaign, &fields).await?,
        "remove" => remove(&app, &at, &campaign, &fields).await?,
        "status" => save_status(&app, &at, &campaign, &fields).await?,
        "remove-status" => remove_status(&app, &at, &campaign, &fields).await?,
        "preview" => list(&app, &at, &campaign, &fields, false).await?,
        "import" => list(&app, &at, &campaign, &fields, true).await?,
        _ => return Err(Refusal::Form),
    };
    match outcome {
        Outcome::Done(verb, count) => {
            app.cache.refresh();
            Ok(see_other(&format!("/admin/c/{slug}/places?done={verb}&count={count}")))
        }
        Outcome::Shown(left) => page(&app, &at, StatusCode::OK, &campaign, *left).await,
        Outcome::Refused(left) => page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, &campaign, *left).await,
    }
}

enum Outcome {
    Done(&'static str, usize),
    Shown(Box<Left>),
    Refused(Box<Left>),
}

/// What a refusal of the store is to a form: an error of a field, or a fault.
fn field_of(refused: PlaceRefused, place: &'static str) -> Result<FieldErrors, Refusal> {
    let (field, message) = match refused {
        PlaceRefused::NameTaken => (place, "error-place-taken"),
        PlaceRefused::NoStatus => ("status", "error-place-status-unknown"),
        PlaceRefused::StatusInUse => (place, "error-place-status-used"),
        PlaceRefused::TooMany if place.starts_with("status") => (place, "error-place-status-many"),
        PlaceRefused::TooMany => (place, "error-place-many"),
        PlaceRefused::Gone => (place, "error-place-gone"),
        PlaceRefused::Changed => (place, "error-places-changed"),
        PlaceRefused::Store(error) => return Err(error.into()),
    };
    let mut errors = FieldErrors::default();
    errors.add(field, message);
    Ok(errors)
}

async fn save(app: &App, at: &AtDesk, campaign: &Campaign, fields: &Fields) -> Result<Outcome, Refusal> {
    let id = fields.get("id");
    let place = if id.is_empty() { None } else { Some(id.parse().map_err(|_| Refusal::Form)?) };
    let refused = |errors| {
        let mut typed = fields.typed();
        typed.set("place-form", "on");
        Ok(Outcome::Refused(Box::new(Left { typed, errors, place, ..Left::default() })))
    };
    let raw = RawPlace {
        name: fields.get("place").to_owned(),
        status: fields.get("status").to_owned(),
        day: fields.get("as_of").to_owned(),
        source: fields.get("source").to_owned(),
        note: fields.get("note").to_owned(),
        tile: fields.get("tile").to_owned(),
    };
    let statuses = app.store.places().statuses(campaign.id).await?;
    let said = match PlaceDraft::parse(&raw, &statuses) {
        Ok(said) => said,
        Err(errors) => return refused(errors),
    };
    match app.store.places().save(at.author(), campaign.id, place, &said).await {
        Ok(_) => Ok(Outcome::Done("saved", 1)),
        Err(error) => refused(field_of(error, "place")?),
    }
}

async fn remove(app: &App, at: &AtDesk, campaign: &Campaign, fields: &Fields) -> Result<Outcome, Refusal> {
    let id = fields.get("id").parse().map_err(|_| Refusal::Form)?;
    match app.store.places().remove(at.author(), campaign.id, id).await {
        // Gone is what was asked for.
        Ok(()) | Err(PlaceRefused::Gone) => Ok(Outcome::Done("removed", 1)),
        Err(error) => {
            let errors = field_of(error, "place")?;
            Ok(Outcome::Refused(Box::new(Left { typed: fields.typed(), errors, ..Left::default() })))
        }
    }
}

async fn save_status(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    fields: &Fields,
) -> Result<Outcome, Refusal> {
    let (mut errors, mut texts) = (FieldErrors::default(), std::collections::BTreeMap::new());
    for locale in &campaign.languages {
        let field = match locale {
            Locale::En => "status_en",
            Locale::Es => "status_es",
        };
        let text = clean_line(fields.get(field));
        if PlaceStatusCode::parse(&text).is_err() && text.chars().count() <= LONGEST_STATUS {
            errors.add(field, "error-place-status-name");
        } else if text.chars().count() > LONGEST_STATUS {
            errors.add(field, "error-place-status-name-long");
        }
        texts.insert(*locale, text);
    }
    let first = match campaign.first_language() {
        Locale::En => "status_en",
        Locale::Es => "status_es",
    };
    let tone = errors.check("tone", fields.get("tone").parse().map_err(|_| "error-place-tone"));
    let editing = PlaceStatusCode::parse(fields.get("code")).ok();
    let statuses = app.store.places().statuses(campaign.id).await?;
    let code = match &editing {
        Some(code) => Some(code.clone()),
        None => texts.get(&campaign.first_language()).and_then(|text| PlaceStatusCode::parse(text).ok()),
    };
    // Whatever a list calls it, it has to be clear which one is meant.
    let taken = statuses.iter().filter(|status| Some(&status.code) != editing.as_ref()).any(|status| {
        Some(&status.code) == code.as_ref()
            || texts
                .values()
                .any(|text| redress_domain::find_status(text, std::slice::from_ref(status)).is_some())
    });
    if taken && errors.is_empty() {
        errors.add(first, "error-place-status-taken");
    }
    let saved = match (code, tone) {
        (Some(code), Some(tone)) if errors.is_empty() => {
            let status = PlaceStatus { code, tone, texts };
            match app.store.places().save_status(at.author(), campaign.id, &status).await {
                Ok(()) => true,
                Err(error) => {
                    errors = field_of(error, first)?;
                    false
                }
            }
        }
        _ => false,
    };
    if saved {
        return Ok(Outcome::Done("status", 1));
    }
    let mut typed = fields.typed();
    typed.set("status-form", "on");
    Ok(Outcome::Refused(Box::new(Left { typed, errors, status: editing, ..Left::default() })))
}

async fn remove_status(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    fields: &Fields,
) -> Result<Outcome, Refusal> {
    let code = PlaceStatusCode::parse(fields.get("code")).map_err(|_| Refusal::Form)?;
    match app.store.places().remove_status(at.author(), campaign.id, &code).await {
        Ok(()) | Err(PlaceRefused::NoStatus) => Ok(Outcome::Done("status-removed", 1)),
        Err(error) => {
            let errors = field_of(error, "statuses")?;
            Ok(Outcome::Refused(Box::new(Left { errors, ..Left::default() })))
        }
    }
}

/// Shows what a list would change, or does what was shown.
async fn list(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    fields: &Fields,
    take: bool,
) -> Result<Outcome, Refusal> {
    let refused = |errors, wrong, plan| {
        let left = Left { typed: fields.typed(), errors, wrong, plan, ..Left::default() };
        Ok(Outcome::Refused(Box::new(left)))
    };
    let csv = fields.get("csv");
    if csv.trim().is_empty() {
        let mut errors = FieldErrors::default();
        errors.add("csv", "error-places-empty");
        return refused(errors, Vec::new(), None);
    }
    let statuses = app.store.places().statuses(campaign.id).await?;
    let new_statuses = fields.get("new_statuses") == "on";
    let remove = fields.get("remove_missing") == "on";
    let sheet = match places::read_csv(csv, &statuses, new_statuses, campaign.first_language()) {
        Ok(sheet) => sheet,
        Err(wrong) => return refused(FieldErrors::default(), wrong, None),
    };
    let rows = app.store.places().of_campaign(campaign.id).await?;
    let shown = plan_places(&rows, &sheet, remove);
    let view = plan_view(app, campaign, &statuses, &sheet, &shown);
    if !take {
        let left = Left { typed: fields.typed(), plan: Some(view), ..Left::default() };
        return Ok(Outcome::Shown(Box::new(left)));
    }
    let mut errors = FieldErrors::default();
    if view.mark != fields.get("shown") {
        errors.add("csv", "error-places-changed");
        return refused(errors, Vec::new(), Some(view));
    }
    match app.store.places().take(at.author(), campaign.id, &sheet, remove, Some(&shown)).await {
        Ok(plan) => Ok(Outcome::Done("imported", plan.deeds.len())),
        Err(error) => refused(field_of(error, "csv")?, Vec::new(), Some(view)),
    }
}

fn plan_view(
    app: &App,
    campaign: &Campaign,
    statuses: &[PlaceStatus],
    sheet: &PlaceSheet,
    plan: &PlacePlan,
) -> PlanView {
    let today = app.clock.now().to_zoned(campaign.zone.clone()).date();
    let all: Vec<PlaceStatus> = statuses.iter().chain(&sheet.statuses).cloned().collect();
    PlanView {
        counts: plan.counts(),
        same: plan.same,
        changes: plan.deeds.iter().map(|deed| places::planned(&all, deed, WORDS.0, today)).collect(),
        statuses: sheet.statuses.iter().map(|status| status.text(WORDS.0).to_owned()).collect(),
        ignored: sheet.ignored.clone(),
        mark: hex::encode(Sha256::digest(format!("{plan:?} {:?}", sheet.statuses))),
    }
}
