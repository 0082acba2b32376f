//! The campaign editor: one form, parsed whole, every error at once, nothing typed lost.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use redress_app::desk::{EditorView, fields as names};
use redress_app::parts::Typed;
use redress_domain::{
    Action, CampaignState, FieldErrors, InvalidPetition, Locale, PetitionText, SignRules, Slug, StreetRule,
    clean_line, clean_text,
};
use redress_store::{
    BodyRecord, Campaign, CampaignDraft, CampaignText, MatterRecord, SaveRefused, TimelineRecord,
};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// Rows a timeline may have.
const ROWS: usize = 40;
/// Empty rows offered beyond those filled in.
const SPARE: usize = 3;
const LONGEST_LINE: usize = 300;
const LONGEST_TEXT: usize = 20_000;

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

fn page(app: &App, at: &AtDesk, status: StatusCode, view: EditorView) -> Response {
    let desk = at.desk();
    let page = redress_app::desk::editor::head(WORDS, &view);
    app.private(status, &page, || redress_app::desk::editor::page(WORDS, &desk, &view))
}

/// `GET /admin/campaigns/new`
pub async fn show_new(State(app): State<App>, at: AtDesk) -> Result<Response, Refusal> {
    at.may(Action::StartCampaign)?;
    let mut typed = Typed::default();
    for (name, value) in [
        ("lang_en", "on"),
        ("time_zone", "America/New_York"),
        ("street", StreetRule::Optional.as_str()),
        ("retention_days", "90"),
        ("elsewhere", "on"),
    ] {
        typed.set(name, value);
    }
    Ok(page(&app, &at, StatusCode::OK, blank(typed, FieldErrors::default())))
}

fn blank(typed: Typed, errors: FieldErrors) -> EditorView {
    let timeline_rows = rows_of(&typed) + SPARE;
    EditorView {
        slug: None,
        state: CampaignState::Draft,
        typed,
        errors,
        has_signatures: false,
        version: 1,
        timeline_rows,
        done: None,
    }
}

fn rows_of(typed: &Typed) -> usize {
    (0..ROWS).rev().find(|row| !typed.get(&names::timeline(*row, "day")).is_empty()).map_or(0, |row| row + 1)
}

/// `POST /admin/campaigns/new`
pub async fn create(State(app): State<App>, at: AtDesk, fields: Fields) -> Result<Response, Refusal> {
    at.may(Action::StartCampaign)?;
    let typed = fields.typed();
    let refuse = |typed, errors| Ok(page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, blank(typed, errors)));
    let draft = match parse(&typed, None) {
        Ok(draft) => draft,
        Err(errors) => return refuse(typed, errors),
    };
    let hosts = [at.member.organization.id];
    match app.store.campaigns().create(at.author(), &hosts, &draft).await {
        Ok(_) => Ok(see_other(&after(&fields, &draft.slug))),
        Err(SaveRefused::SlugTaken | SaveRefused::SlugFixed) => {
            let mut errors = FieldErrors::default();
            errors.add("slug", "error-slug-taken");
            refuse(typed, errors)
        }
        Err(SaveRefused::Store(error)) => Err(error.into()),
    }
}

fn after(fields: &Fields, slug: &Slug) -> String {
    if fields.get("action") == "preview" {
        format!("/admin/c/{slug}/preview")
    } else {
        format!("/admin/c/{slug}/edit?done=saved")
    }
}

async fn view(
    app: &App,
    campaign: &Campaign,
    typed: Typed,
    errors: FieldErrors,
) -> Result<EditorView, Refusal> {
    Ok(EditorView {
        slug: Some(campaign.slug.clone()),
        state: campaign.state,
        timeline_rows: rows_of(&typed) + SPARE,
        typed,
        errors,
        has_signatures: app.store.campaigns().has_signatures(campaign.id).await?,
        version: campaign.version().number,
        done: None,
    })
}

/// `GET /admin/c/{slug}/edit`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut view = view(&app, &campaign, stored(&campaign), FieldErrors::default()).await?;
    view.done = match done.done.as_str() {
        "saved" if campaign.state.is_public() => Some("editor-saved-public"),
        "saved" => Some("editor-saved"),
        _ => None,
    };
    Ok(page(&app, &at, StatusCode::OK, view))
}

/// `POST /admin/c/{slug}/edit`
pub async fn save(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let typed = fields.typed();
    let refused = match parse(&typed, Some(&campaign)) {
        Ok(draft) => match app.store.campaigns().save(at.author(), campaign.id, &draft).await {
            Ok(()) => {
                app.cache.refresh();
                return Ok(see_other(&after(&fields, &draft.slug)));
            }
            Err(SaveRefused::SlugTaken) => "error-slug-taken",
            Err(SaveRefused::SlugFixed) => "error-slug-fixed",
            Err(SaveRefused::Store(error)) => return Err(error.into()),
        },
        Err(errors) => {
            let view = view(&app, &campaign, typed, errors).await?;
            return Ok(page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, view));
        }
    };
    let mut errors = FieldErrors::default();
    errors.add("slug", refused);
    let view = view(&app, &campaign, typed, errors).await?;
    Ok(page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, view))
}

/// What is stored, as the form has it.
fn stored(campaign: &Campaign) -> Typed {
    let mut typed = Typed::default();
    let on = |flag: bool| if flag { "on" } else { "" };
    typed.set("slug", campaign.slug.as_str());
    for locale in &campaign.languages {
        typed.set(names::of("lang", *locale), "on");
    }
    typed.set("goal", campaign.goal.map(|goal| goal.to_string()).unwrap_or_default());
    if let Some(closes) = campaign.closes_at {
        let closes = closes.to_zoned(campaign.zone.clone());
        typed.set("closes_day", closes.date().to_string());
        typed.set("closes_time", closes.strftime("%H:%M").to_string());
    }
    typed.set("time_zone", campaign.zone_name.as_str());
    typed.set("street", campaign.rules.street.as_str());
    typed.set("elsewhere", on(campaign.rules.elsewhere));
    typed.set("comments", on(campaign.rules.comments));
    typed.set("testimony", on(campaign.testimony));
    typed.set("retention_days", campaign.retention_days.to_string());
    if let Some(matter) = campaign.matters.first() {
        typed.set("docket", matter.docket.as_str());
        typed.set("matter", matter.title.as_str());
        typed.set("body_name", matter.body.name.as_str());
        typed.set("body_office", matter.body.office.as_str());
        typed.set("body_address", matter.body.address.as_str());
    }
    for (locale, text) in &campaign.texts {
        for (name, value) in [
            ("title", &text.title),
            ("standfirst", &text.standfirst),
            ("target", &text.target_line),
            ("ask", &text.ask),
            ("story", &text.story),
            ("letter", &text.letter),
        ] {
            typed.set(names::of(name, *locale), value.as_str());
        }
    }
    for (locale, text) in &campaign.version().texts {
        typed.set(names::of("petition", *locale), text.as_str());
    }
    for (row, entry) in campaign.timeline.iter().enumerate() {
        typed.set(names::timeline(row, "day"), entry.day.to_string());
        let time = entry.time.map(|time| time.strftime("%H:%M").to_string());
        typed.set(names::timeline(row, "time"), time.unwrap_or_default());
        typed.set(names::timeline(row, "next"), on(entry.next));
        for (locale, text) in &entry.texts {
            typed.set(names::timeline(row, locale.code()), text.as_str());
        }
    }
    typed
}

/// The names of fields that carry a language: an error names its field for as long as the program runs.
fn field(name: &str, locale: Locale) -> &'static str {
    match (name, locale) {
        ("title", Locale::En) => "title_en",
        ("title", Locale::Es) => "title_es",
        ("standfirst", Locale::En) => "standfirst_en",
        ("standfirst", Locale::Es) => "standfirst_es",
        ("target", Locale::En) => "target_en",
        ("target", Locale::Es) => "target_es",
        ("ask", Locale::En) => "ask_en",
        ("ask", Locale::Es) => "ask_es",
        ("petition", Locale::En) => "petition_en",
        ("petition", Locale::Es) => "petition_es",
        ("story", Locale::En) => "story_en",
        ("story", Locale::Es) => "story_es",
        (_, Locale::En) => "letter_en",
        (_, Locale::Es) => "letter_es",
    }
}

/// Reads the form; a new campaign without an address gets one from its title.
fn parse(typed: &Typed, existing: Option<&Campaign>) -> Result<CampaignDraft, FieldErrors> {
    let mut errors = FieldErrors::default();
    let languages: Vec<Locale> =
        Locale::ALL.iter().copied().filter(|locale| typed.is_on(&names::of("lang", *locale))).collect();
    if languages.is_empty() {
        errors.add("lang_en", "error-language-none");
    }
    let (texts, petition) = texts(typed, &languages, &mut errors);

    let slug = match (typed.get("slug").trim(), existing) {
        ("", Some(campaign)) => Ok(campaign.slug.clone()),
        ("", None) => {
            let first = languages.first().and_then(|locale| texts.get(locale));
            Slug::propose(first.map_or("", |text| text.title.as_str()))
        }
        (slug, _) => Slug::parse(slug),
    };
    // Without a title there is an error already, and no address to propose.
    let untitled = errors.of("title_en").or(errors.of("title_es")).is_some();
    let slug = match slug {
        Err(_) if untitled && typed.get("slug").trim().is_empty() => None,
        slug => errors.check("slug", slug.map_err(|_| "error-slug-form")),
    };

    let goal = match typed.get("goal").trim().replace(',', "") {
        goal if goal.is_empty() => None,
        goal => match goal.parse::<u64>() {
            Ok(goal @ 1..=100_000_000) => Some(goal),
            _ => {
                errors.add("goal", "error-goal-form");
                None
            }
        },
    };
    let zone_name = clean_line(typed.get("time_zone"));
    let zone = errors.check("time_zone", TimeZone::get(&zone_name).map_err(|_| "error-zone-form"));
    let closes_at = match (typed.get("closes_day").trim(), zone) {
        ("", _) | (_, None) => None,
        (day, Some(zone)) => {
            let time =
                Some(typed.get("closes_time").trim()).filter(|time| !time.is_empty()).unwrap_or("23:59");
            let at = day.parse::<Date>().ok().zip(time.parse::<Time>().ok());
            // An hour that a clock change repeats is meant as its first; one that it skips, as the next.
            match at.and_then(|(day, time)| day.to_datetime(time).to_zoned(zone).ok()) {
                Some(at) => Some(at.timestamp()),
                None => {
                    errors.add("closes_day", "error-closes-form");
                    None
                }
            }
        }
    };
    let retention_days =
        typed.get("retention_days").trim().parse().ok().filter(|days| (1..=3_650).contains(days));
    let retention_days = errors.check("retention_days", retention_days.ok_or("error-retention-form"));
    let street = typed.get("street").parse().unwrap_or(StreetRule::Optional);

    let matters = matters(typed, existing.map_or(&[], |campaign| &campaign.matters));
    let timeline = timeline(typed, &languages, &mut errors);
    match (slug, retention_days) {
        (Some(slug), Some(retention_days)) if errors.is_empty() => Ok(CampaignDraft {
            slug,
            languages,
            goal,
            closes_at,
            zone_name,
            rules: SignRules {
                street,
                elsewhere: typed.is_on("elsewhere"),
                comments: typed.is_on("comments"),
            },
            testimony: typed.is_on("testimony"),
            retention_days,
            texts,
            petition,
            matters,
            timeline,
        }),
        _ => Err(errors),
    }
}

fn texts(
    typed: &Typed,
    languages: &[Locale],
    errors: &mut FieldErrors,
) -> (BTreeMap<Locale, CampaignText>, BTreeMap<Locale, PetitionText>) {
    let (mut texts, mut petition) = (BTreeMap::new(), BTreeMap::new());
    for locale in languages.iter().copied() {
        let mut line = |name: &str, empty: &'static str| {
            let text = clean_line(typed.get(field(name, locale)));
            if text.is_empty() {
                errors.add(field(name, locale), empty);
            } else if text.chars().count() > LONGEST_LINE {
                errors.add(field(name, locale), "error-text-long");
            }
            text
        };
        let text = CampaignText {
            title: line("title", "error-title-empty"),
            standfirst: line("standfirst", "error-standfirst-empty"),
            target_line: line("target", "error-target-empty"),
            ask: {
                let text = clean_text(typed.get(field("ask", locale)));
                if text.is_empty() {
                    errors.add(field("ask", locale), "error-ask-empty");
                }
                text
            },
            story: clean_text(typed.get(field("story", locale))),
            letter: clean_text(typed.get(field("letter", locale))),
        };
        for (name, value) in [("ask", &text.ask), ("story", &text.story), ("letter", &text.letter)] {
            if value.chars().count() > LONGEST_TEXT {
                errors.add(field(name, locale), "error-text-long");
            }
        }
        let parsed =
            PetitionText::parse(typed.get(field("petition", locale))).map_err(|problem| match problem {
                InvalidPetition::TooShort => "error-petition-short",
                InvalidPetition::TooLong => "error-petition-long",
            });
        if let Some(parsed) = errors.check(field("petition", locale), parsed) {
            petition.insert(locale, parsed);
        }
        texts.insert(locale, text);
    }
    (texts, petition)
}

/// The first matter as typed; the form has one, and leaves the campaign's others as they are. Where they are
/// before the same body, they go along when its office or address changes.
fn matters(typed: &Typed, existing: &[MatterRecord]) -> Vec<MatterRecord> {
    let (old, others) = existing.split_first().map_or((None, existing), |(old, others)| (Some(old), others));
    let line = |name| clean_line(typed.get(name)).chars().take(LONGEST_LINE).collect::<String>();
    let body = BodyRecord {
        slug: Slug::propose(&line("body_name")).map_or_else(|_| "body".to_owned(), |slug| slug.to_string()),
        name: line("body_name"),
        office: line("body_office"),
        address: clean_text(typed.get("body_address")).chars().take(1_000).collect(),
    };
    if body.name.is_empty() && line("docket").is_empty() && line("matter").is_empty() {
        return others.to_vec();
    }
    let mut others = others.to_vec();
    for other in &mut others {
        if old.is_some_and(|old| old.body.slug == other.body.slug && old.body.name == body.name) {
            other.body.clone_from(&body);
        }
    }
    let first = MatterRecord { docket: line("docket"), title: line("matter"), body };
    std::iter::once(first).chain(others).collect()
}

fn timeline(typed: &Typed, languages: &[Locale], errors: &mut FieldErrors) -> Vec<TimelineRecord> {
    let mut timeline = Vec::new();
    for row in 0..ROWS {
        let texts: BTreeMap<Locale, String> = languages
            .iter()
            .map(|locale| (*locale, clean_line(typed.get(&names::timeline(row, locale.code())))))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let day = typed.get(&names::timeline(row, "day")).trim();
        if texts.is_empty() && day.is_empty() {
            continue;
        }
        let time = typed.get(&names::timeline(row, "time")).trim();
        let time = if time.is_empty() { Ok(None) } else { time.parse::<Time>().map(Some) };
        match (day.parse::<Date>(), time) {
            (Ok(day), Ok(time)) if !texts.is_empty() => {
                let next = typed.is_on(&names::timeline(row, "next"));
                timeline.push(TimelineRecord { day, time, next, texts });
            }
            _ => errors.add("timeline_0_day", "error-timeline-day"),
        }
    }
    timeline
}
