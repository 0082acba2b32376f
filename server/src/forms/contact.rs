//! Calling and writing to members of a body: the neighbor's page with its tally, and the desk's numbers and texts.
//! It keeps nothing of a neighbor: not the ZIP code typed, not who called; only counts.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::contact::{
    ContactBody, ContactDesk, ContactView, Found, MapView, SeatCard, encoded, mailto,
};
use redress_app::desk::fields as names;
use redress_app::parts::Typed;
use redress_app::words::Words;
use redress_domain::{
    Action, BodyId, Channel, Drawn, FieldErrors, Locale, SeatId, Zip, clean_line, clean_text,
};
use redress_store::{Body, Campaign, ContactScript, Seat};
use serde::Deserialize;

use super::Fields;
use super::campaign::public;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::{address, see_other};
use crate::web::{App, Prefix, Refusal};

/// Characters of a subject, and of a message: more would not pass through a `mailto:` everywhere.
const LONGEST_SUBJECT: usize = 200;
const LONGEST_MESSAGE: usize = 1_800;
const LONGEST_PHONE: usize = 3_000;

/// `?district=District 7`, `?body=slug`, `?done=called`. A ZIP code is never in an address, which others keep.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    district: Option<String>,
    body: String,
    done: String,
}

/// The bodies of a campaign that have seats.
async fn seated(app: &App, campaign: &Campaign) -> Result<Vec<Body>, Refusal> {
    let mut bodies = app.store.bodies().of_campaign(campaign.id).await?;
    bodies.retain(|body| !body.seats.is_empty());
    Ok(bodies)
}

/// `GET /c/{slug}/contact`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    Query(search): Query<Search>,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    let bodies = seated(&app, &campaign).await?;
    page(&app, prefix, &campaign, &bodies, &search, None).await
}

/// A neighbor's page: of a district, or of what was found by the ZIP code typed.
async fn page(
    app: &App,
    prefix: Prefix,
    campaign: &Campaign,
    bodies: &[Body],
    search: &Search,
    typed: Option<(String, Found)>,
) -> Result<Response, Refusal> {
    let words = Words(prefix.locale(campaign.first_language()));
    let chosen = bodies.iter().position(|body| body.slug == search.body).unwrap_or(0);
    let body = bodies.get(chosen).ok_or(Refusal::NotFound)?;
    let districts = body.districts();
    let district = search.district.as_deref().filter(|district| !district.is_empty());
    let known = |name: &str| districts.iter().find(|district| *district == name).cloned();
    let (zip, found) = typed
        .unwrap_or_else(|| (String::new(), district.and_then(known).map_or(Found::Nothing, Found::District)));
    let scripts = app.store.contacts().scripts(campaign.id, body.id).await?;
    let script = texts(words, campaign, scripts.get(&words.0));
    let shown = |seat: &&Seat| match (&seat.district, &found) {
        (None, _) => true,
        (Some(district), Found::District(found)) => district == found,
        (Some(_), _) => false,
    };
    let seats = body.seats.iter().filter(shown).map(|seat| card(seat, &script)).collect();
    let outlines = app.store.contacts().outlines(body.id).await?;
    let map = (!outlines.is_empty()).then(|| MapView {
        drawn: Drawn::of(&outlines.iter().map(|(_, outline)| outline).collect::<Vec<_>>()),
        names: outlines.iter().map(|(name, _)| name.clone()).collect(),
    });
    let view = ContactView {
        slug: campaign.slug.clone(),
        title: campaign.text(words.0).1.title.clone(),
        languages: campaign.languages.clone(),
        bodies: bodies
            .iter()
            .enumerate()
            .map(|(at, body)| (body.slug.clone(), body.name.clone(), at == chosen))
            .collect(),
        body: (body.slug.clone(), body.name.clone()),
        districts,
        zip,
        found,
        seats,
        map,
        done: search.done.parse().ok(),
        today: app.clock.now().to_zoned(campaign.zone.clone()).date(),
    };
    let status =
        if view.found == Found::Malformed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let frame = redress_app::contact::page::frame(words, &view, &app.settings.url(""));
    Ok(app.private(status, &frame, || redress_app::contact::page::page(words, &view)))
}

/// The members of a ZIP code: the page of its district, or what to choose from.
async fn find(
    app: &App,
    prefix: Prefix,
    campaign: &Campaign,
    bodies: &[Body],
    body: &str,
    zip: &str,
) -> Result<Response, Refusal> {
    let body = bodies.iter().find(|one| one.slug == body).or(bodies.first()).ok_or(Refusal::NotFound)?;
    let zip = clean_line(zip).chars().take(20).collect::<String>();
    let found = by_zip(app, body, &body.districts(), &zip).await?;
    if let Found::District(district) = &found {
        let first = campaign.first_language();
        let path =
            redress_app::shell::path(prefix.locale(first), first, &format!("/c/{}/contact", campaign.slug));
        return Ok(see_other(&format!("{path}?body={}&district={}", body.slug, encoded(district))));
    }
    let search = Search { body: body.slug.clone(), ..Search::default() };
    page(app, prefix, campaign, bodies, &search, Some((zip, found))).await
}

async fn by_zip(app: &App, body: &Body, districts: &[String], zip: &str) -> Result<Found, Refusal> {
    let Ok(zip) = Zip::parse(zip) else { return Ok(Found::Malformed) };
    let mut found = app.store.contacts().districts_of(body.id, zip.as_str()).await?;
    found.retain(|district| districts.contains(district));
    Ok(match found.as_slice() {
        [] => Found::Unknown,
        [district] => Found::District(district.clone()),
        _ => Found::Several(found),
    })
}

/// What the organizers wrote in this language, and our own words where they wrote none.
fn texts(words: Words, campaign: &Campaign, script: Option<&ContactScript>) -> ContactScript {
    let (_, text) = campaign.text(words.0);
    let values = [("title", (&text.title).into()), ("ask", (&text.ask).into())];
    let or = |own: Option<&String>, key: &str| {
        own.filter(|own| !own.is_empty()).cloned().unwrap_or_else(|| words.say_with(key, &values))
    };
    ContactScript {
        subject: or(script.map(|script| &script.subject), "contact-default-subject"),
        message: or(script.map(|script| &script.message), "contact-default-message"),
        phone: or(script.map(|script| &script.phone), "contact-default-phone"),
    }
}

/// A seat with its texts; `{name}` in them is who holds it.
fn card(seat: &Seat, script: &ContactScript) -> SeatCard {
    let named = |text: &str| text.replace("{name}", &seat.holder);
    let (subject, message) = (named(&script.subject), named(&script.message));
    SeatCard {
        id: seat.id,
        title: seat.title.clone(),
        district: seat.district.clone(),
        holder: seat.holder.clone(),
        vacant_since: seat.vacant_since,
        email: seat.email.clone(),
        mailto: seat.email.as_deref().map(|email| mailto(email, &subject, &message)),
        message,
        phone: seat.phone.clone(),
        script: named(&script.phone),
    }
}

/// `POST /c/{slug}/contact`: a ZIP code to look up, or a call or letter to count.: one call or letter more. Beyond what one network address may count it is thanked for
/// and not counted.
pub async fn count(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let campaign = public(&app, &slug).await?;
    let bodies = seated(&app, &campaign).await?;
    if let Some(zip) = fields.given("zip") {
        return find(&app, prefix, &campaign, &bodies, fields.get("body"), zip).await;
    }
    let channel: Channel = fields.get("channel").parse().map_err(|_| Refusal::Form)?;
    let seat: SeatId = fields.get("seat").parse().map_err(|_| Refusal::Form)?;
    let body = bodies.iter().find(|body| body.seats.iter().any(|one| one.id == seat));
    let body = body.ok_or(Refusal::Form)?;
    let now = app.clock.now();
    let key = address(&app.settings, app.store.keys(), peer, &headers);
    let of_seat = [key.as_slice(), seat.0.as_bytes(), channel.as_str().as_bytes()].concat();
    // Both are asked, so that a refusal of one does not spare the other.
    let within = [app.contact_limit.take(&key, now), app.seat_limit.take(&of_seat, now)];
    if within.iter().all(|within| *within) {
        let day = now.to_zoned(campaign.zone.clone()).date();
        app.store.contacts().count(campaign.id, seat, channel, day).await?;
    }
    let locale = prefix.locale(campaign.first_language());
    let path = redress_app::shell::path(locale, campaign.first_language(), &format!("/c/{slug}/contact"));
    let district = body.districts().into_iter().find(|district| district == fields.get("district"));
    let district = district.map(|district| format!("&district={}", encoded(&district))).unwrap_or_default();
    Ok(see_other(&format!("{path}?done={channel}&body={}{district}", body.slug)))
}

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /admin/c/{slug}/contact`
pub async fn desk(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::SeeDesk)?;
    let campaign = own(&at, &slug)?;
    let done = (done.done == "saved").then_some("contact-texts-saved");
    desk_page(&app, &at, &campaign, StatusCode::OK, None, done).await
}

async fn desk_page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    status: StatusCode,
    refused: Option<(BodyId, Typed, FieldErrors)>,
    done: Option<&'static str>,
) -> Result<Response, Refusal> {
    let counts = app.store.contacts().counts(campaign.id).await?;
    let count = |seat: SeatId, channel| counts.get(&(seat, channel)).copied().unwrap_or(0);
    let mut bodies = Vec::new();
    for body in seated(app, campaign).await? {
        let typed = match &refused {
            Some((id, typed, _)) if *id == body.id => typed.clone(),
            _ => stored(&app.store.contacts().scripts(campaign.id, body.id).await?),
        };
        let seats = body.seats.iter().map(|seat| {
            let (called, wrote) = (count(seat.id, Channel::Called), count(seat.id, Channel::Wrote));
            (seat.holder.clone(), seat.title.clone(), called, wrote)
        });
        bodies.push(ContactBody { id: body.id, seats: seats.collect(), name: body.name, typed });
    }
    let (wrong, errors) =
        refused.map_or((None, FieldErrors::default()), |(id, _, errors)| (Some(id), errors));
    let view = ContactDesk {
        slug: campaign.slug.clone(),
        title: title(campaign),
        bodies,
        wrong,
        errors,
        may_write: at.can(Action::EditCampaign),
        done,
    };
    let desk = at.desk();
    let page = redress_app::contact::desk::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::contact::desk::page(WORDS, &desk, &view)))
}

fn stored(scripts: &BTreeMap<Locale, ContactScript>) -> Typed {
    let mut typed = Typed::default();
    for (locale, script) in scripts {
        for (name, text) in
            [("subject", &script.subject), ("message", &script.message), ("phone", &script.phone)]
        {
            typed.set(names::of(name, *locale), text.as_str());
        }
    }
    typed
}

/// The names of fields that carry a language: an error names its field for as long as the program runs.
const fn field(name: usize, locale: Locale) -> &'static str {
    match (name, locale) {
        (0, Locale::En) => "subject_en",
        (0, Locale::Es) => "subject_es",
        (1, Locale::En) => "message_en",
        (1, Locale::Es) => "message_es",
        (_, Locale::En) => "phone_en",
        (_, Locale::Es) => "phone_es",
    }
}

/// `POST /admin/c/{slug}/contact`
pub async fn save(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let id: BodyId = fields.get("body").parse().map_err(|_| Refusal::Form)?;
    if !seated(&app, &campaign).await?.iter().any(|body| body.id == id) {
        return Err(Refusal::Form);
    }
    let (mut errors, mut scripts) = (FieldErrors::default(), BTreeMap::new());
    for locale in Locale::ALL.iter().copied() {
        let mut text = |name: usize, longest: usize| {
            let typed = fields.get(field(name, locale));
            let text = if name == 0 { clean_line(typed) } else { clean_text(typed) };
            if text.chars().count() > longest {
                errors.add(field(name, locale), "error-contact-long");
            }
            text
        };
        let script = ContactScript {
            subject: text(0, LONGEST_SUBJECT),
            message: text(1, LONGEST_MESSAGE),
            phone: text(2, LONGEST_PHONE),
        };
        if script != ContactScript::default() {
            scripts.insert(locale, script);
        }
    }
    if !errors.is_empty() {
        let refused = Some((id, fields.typed(), errors));
        return desk_page(&app, &at, &campaign, StatusCode::UNPROCESSABLE_ENTITY, refused, None).await;
    }
    app.store.contacts().save_scripts(at.author(), campaign.id, id, &scripts).await?;
    Ok(see_other(&format!("/admin/c/{slug}/contact?done=saved")))
}
