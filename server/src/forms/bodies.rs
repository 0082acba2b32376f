//! Bodies at the desk: the list, and the form for one with what it takes and its seats.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use redress_app::body::{BodiesView, BodyEditor, BodyRow};
use redress_app::hearing::{BodyChoice, fields as names};
use redress_app::parts::Typed;
use redress_domain::{
    Action, BodyId, BodyKind, DeliveryProfile, EmailAddress, FieldErrors, FileFormat, clean_line, clean_text,
};
use redress_store::{Body, BodyDraft, BodyRefused, Campaign, SeatDraft};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::organization::is_site;
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// Seats that are read.
const ROWS: usize = 100;
/// Empty rows offered beyond those filled in.
const SPARE: usize = 3;
const LONGEST_LINE: usize = 200;
const LONGEST_TEXT: usize = 5_000;
/// The columns of a seat that are typed.
const COLUMNS: [&str; 6] = ["title", "district", "holder", "email", "phone", "vacant"];

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /admin/c/{slug}/bodies`
pub async fn list(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut rows = Vec::new();
    for body in app.store.bodies().of_campaign(campaign.id).await? {
        rows.push(BodyRow {
            id: body.id,
            slug: body.slug,
            kind: body.kind,
            name: body.name,
            of_above: body.parent.is_some(),
            email: body.email,
            seats: body.seats.len() as u64,
            zips: app.store.contacts().zips(body.id).await?,
            outlines: app.store.contacts().outline_count(body.id).await?,
        });
    }
    let view = BodiesView {
        slug: campaign.slug.clone(),
        title: title(&campaign),
        bodies: rows,
        done: match done.done.as_str() {
            "saved" => Some("bodies-done-saved"),
            "removed" => Some("bodies-done-removed"),
            "in-use" => Some("error-body-in-use"),
            _ => None,
        },
    };
    let desk = at.desk();
    let page = redress_app::body::list::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::body::list::page(WORDS, &desk, &view)))
}

/// `POST /admin/c/{slug}/bodies`
pub async fn remove(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    if fields.get("action") != "remove" {
        return Err(Refusal::Form);
    }
    let id = fields.get("body").parse().map_err(|_| Refusal::Form)?;
    let done = match app.store.bodies().remove(at.author(), campaign.id, id).await {
        // One that is gone already is what was asked for.
        Ok(()) | Err(BodyRefused::NotThere) => "removed",
        Err(BodyRefused::InUse | BodyRefused::Parent) => "in-use",
        Err(BodyRefused::Store(error)) => return Err(error.into()),
    };
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/bodies?done={done}")))
}

async fn editor(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    id: Option<BodyId>,
    status: StatusCode,
    (typed, errors): (Typed, FieldErrors),
) -> Result<Response, Refusal> {
    let bodies = app.store.bodies().of_campaign(campaign.id).await?;
    let filled = |row: &usize| {
        COLUMNS.iter().chain(&["id"]).any(|name| !typed.get(&names::row("seat", *row, name)).is_empty())
    };
    let rows = (0..ROWS).rev().find(filled).map_or(0, |row| row + 1);
    let shared = match id {
        Some(id) => app.store.bodies().is_shared(at.author(), campaign.id, id).await?,
        None => false,
    };
    let view = BodyEditor {
        slug: campaign.slug.clone(),
        title: title(campaign),
        id,
        councils: bodies
            .iter()
            .filter(|body| body.parent.is_none() && Some(body.id) != id)
            .map(|body| BodyChoice { id: body.id.to_string(), name: body.name.clone(), committee: false })
            .collect(),
        seat_rows: (rows + SPARE).min(ROWS),
        shared,
        typed,
        errors,
        done: None,
    };
    let desk = at.desk();
    let page = redress_app::body::editor::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::body::editor::page(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/bodies/new`
pub async fn show_new(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut typed = Typed::default();
    for (name, value) in [("kind", "council"), ("format_pdf", "on"), ("format_docx", "on")] {
        typed.set(name, value);
    }
    editor(&app, &at, &campaign, None, StatusCode::OK, (typed, FieldErrors::default())).await
}

/// `GET /admin/c/{slug}/bodies/{id}`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let body = found(&app, &campaign, &id).await?;
    let filled = (stored(&body), FieldErrors::default());
    editor(&app, &at, &campaign, Some(body.id), StatusCode::OK, filled).await
}

async fn found(app: &App, campaign: &Campaign, id: &str) -> Result<Body, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    app.store.bodies().find(campaign.id, id).await?.ok_or(Refusal::NotFound)
}

/// What is stored, as the form has it.
fn stored(body: &Body) -> Typed {
    let mut typed = Typed::default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let on = |format| if body.profile.formats.contains(&format) { "on" } else { "" };
    for (name, value) in [
        ("kind", body.kind.as_str().to_owned()),
        ("parent", body.parent.map(|id| id.to_string()).unwrap_or_default()),
        ("name", body.name.clone()),
        ("office", body.office.clone()),
        ("address", body.address.clone()),
        ("email", body.email.clone().unwrap_or_default()),
        ("site", body.site.clone().unwrap_or_default()),
        ("format_pdf", on(FileFormat::Pdf).to_owned()),
        ("format_docx", on(FileFormat::Docx).to_owned()),
        ("file_mb", number(body.profile.file_mb)),
        ("words", number(body.profile.words)),
        ("copies", number(body.profile.copies)),
        ("speak_minutes", number(body.profile.speak_minutes)),
        ("cutoff_hours", number(body.profile.cutoff_hours)),
        ("required_lines", body.profile.required_lines.join("\n")),
        ("rules", body.rules.clone()),
    ] {
        typed.set(name, value);
    }
    for (row, seat) in body.seats.iter().enumerate() {
        for (name, value) in [
            ("id", seat.id.to_string()),
            ("title", seat.title.clone()),
            ("district", seat.district.clone().unwrap_or_default()),
            ("holder", seat.holder.clone()),
            ("email", seat.email.clone().unwrap_or_default()),
            ("phone", seat.phone.clone().unwrap_or_default()),
            ("vacant", seat.vacant_since.map(|day| day.to_string()).unwrap_or_default()),
        ] {
            typed.set(names::row("seat", row, name), value);
        }
    }
    typed
}

/// `POST /admin/c/{slug}/bodies/new`
pub async fn create(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    write(&app, &at, &campaign, None, &fields).await
}

/// `POST /admin/c/{slug}/bodies/{id}`
pub async fn save(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let body = found(&app, &campaign, &id).await?;
    write(&app, &at, &campaign, Some(body.id), &fields).await
}

async fn write(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    id: Option<BodyId>,
    fields: &Fields,
) -> Result<Response, Refusal> {
    let typed = fields.typed();
    let bodies = app.store.bodies().of_campaign(campaign.id).await?;
    let errors = match read(&typed, &bodies) {
        Ok(draft) => match app.store.bodies().save(at.author(), campaign.id, id, &draft).await {
            Ok(_) => {
                app.cache.refresh();
                return Ok(see_other(&format!("/admin/c/{}/bodies?done=saved", campaign.slug)));
            }
            Err(BodyRefused::NotThere) => return Err(Refusal::NotFound),
            Err(BodyRefused::InUse | BodyRefused::Parent) => {
                let mut errors = FieldErrors::default();
                errors.add("parent", "error-body-parent");
                errors
            }
            Err(BodyRefused::Store(error)) => return Err(error.into()),
        },
        Err(errors) => errors,
    };
    editor(app, at, campaign, id, StatusCode::UNPROCESSABLE_ENTITY, (typed, errors)).await
}

fn read(typed: &Typed, bodies: &[Body]) -> Result<BodyDraft, FieldErrors> {
    let mut errors = FieldErrors::default();
    let line = |name: &str| clean_line(typed.get(name)).chars().take(LONGEST_LINE).collect::<String>();
    let given = |text: String| Some(text).filter(|text| !text.is_empty());
    let name = line("name");
    if name.is_empty() {
        errors.add("name", "error-body-name");
    }
    let kind: Option<BodyKind> =
        errors.check("kind", typed.get("kind").parse().map_err(|_| "error-body-kind"));
    let parent = match typed.get("parent") {
        "" => None,
        id => {
            let parent = bodies.iter().find(|body| body.id.to_string() == id).map(|body| body.id);
            errors.check("parent", parent.ok_or("error-body-parent"))
        }
    };
    let email = given(line("email"));
    if email.as_deref().is_some_and(|email| EmailAddress::parse(email).is_err()) {
        errors.add("email", "error-body-email");
    }
    let site = given(line("site"));
    if site.as_deref().is_some_and(|site| !is_site(site)) {
        errors.add("site", "error-organization-site");
    }
    let mut formats = Vec::new();
    for (name, format) in [("format_pdf", FileFormat::Pdf), ("format_docx", FileFormat::Docx)] {
        if typed.is_on(name) {
            formats.push(format);
        }
    }
    if formats.is_empty() {
        errors.add("format_pdf", "error-body-formats");
    }
    let mut number = |name: &'static str, most: u32| match line(name).replace(',', "").as_str() {
        "" => None,
        digits => match digits.parse::<u32>() {
            Ok(number) if (1..=most).contains(&number) => Some(number),
            _ => {
                errors.add(name, "error-body-number");
                None
            }
        },
    };
    let (file_mb, words) = (number("file_mb", 10_000), number("words", 1_000_000));
    let (copies, speak_minutes) = (number("copies", 1_000), number("speak_minutes", 600));
    let cutoff_hours = number("cutoff_hours", 24 * 366);
    let required_lines: Vec<String> =
        typed.get("required_lines").lines().map(clean_line).filter(|line| !line.is_empty()).collect();
    if required_lines.len() > 20 || required_lines.iter().any(|line| line.chars().count() > 80) {
        errors.add("required_lines", "error-body-required-lines");
    }
    let rules = clean_text(typed.get("rules"));
    if rules.chars().count() > LONGEST_TEXT {
        errors.add("rules", "error-text-long");
    }
    let seats = read_seats(typed, &mut errors);
    match kind {
        Some(kind) if errors.is_empty() => Ok(BodyDraft {
            kind,
            parent,
            name,
            office: line("office"),
            address: clean_text(typed.get("address")).chars().take(1_000).collect(),
            email,
            site,
            profile: DeliveryProfile {
                formats,
                file_mb,
                words,
                copies,
                speak_minutes,
                cutoff_hours,
                required_lines,
            },
            rules,
            seats,
        }),
        _ => Err(errors),
    }
}

/// The seats; a row that was emptied is none any more. What is wrong is said above the table.
fn read_seats(typed: &Typed, errors: &mut FieldErrors) -> Vec<SeatDraft> {
    let mut seats = Vec::new();
    let mut wrong = None;
    for row in 0..ROWS {
        let get = |name: &str| {
            let name = names::row("seat", row, name);
            clean_line(typed.get(&name)).chars().take(LONGEST_LINE).collect::<String>()
        };
        let given = |name: &str| Some(get(name)).filter(|text| !text.is_empty());
        if COLUMNS.iter().all(|name| get(name).is_empty()) {
            continue;
        }
        let title = get("title");
        if title.is_empty() {
            wrong = wrong.or(Some("error-seat-title"));
        }
        let email = given("email");
        if email.as_deref().is_some_and(|email| EmailAddress::parse(email).is_err()) {
            wrong = wrong.or(Some("error-seat-email"));
        }
        let phone = given("phone");
        if phone.as_deref().is_some_and(|phone| phone.bytes().filter(u8::is_ascii_digit).count() < 3) {
            wrong = wrong.or(Some("error-seat-phone"));
        }
        let vacant_since = match get("vacant").as_str() {
            "" => None,
            day => {
                let day = day.parse::<Date>().ok();
                wrong = if day.is_none() { wrong.or(Some("error-seat-vacant")) } else { wrong };
                day
            }
        };
        seats.push(SeatDraft {
            id: get("id").parse().ok(),
            title,
            district: given("district"),
            holder: get("holder"),
            email,
            phone,
            vacant_since,
        });
    }
    if let Some(message) = wrong {
        errors.add("seat_0_title", message);
    }
    seats
}
