//! Partners: invited at the desk, and come by their own link to a page that needs no account.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use redress_app::partner::{PartnerRow, PartnerView, PartnersView, embed, field};
use redress_app::parts::Typed;
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::{
    Action, EmailAddress, FieldErrors, Locale, OrganizationKind, PartnerState, PersonName, Slug,
    WordingState, Wordings, clean_line, clean_text, listed, share_label, wording,
};
use redress_store::{
    Author, Campaign, ListLeft, Partner, PartnerContact, PartnerDraft, PartnerInvited, TokenKind, Wording,
};
use serde::Deserialize;
use uuid::Uuid;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::organization::is_site;
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

const LONGEST_NAME: usize = 120;
const LONGEST_NOTE: usize = 2_000;
/// Further labels that are tried for an organization whose own is taken.
const LABELS: u32 = 20;

/// What was done at the desk, by its name in the address: a message, and whether it needs care.
const DONE_AT_DESK: &[(&str, &str, bool)] = &[
    ("invited", "partners-done-invited", false),
    ("link", "partners-done-link", false),
    ("removed", "partners-done-removed", false),
    ("agreed", "partners-done-agreed", false),
    ("refused", "partners-done-refused", false),
    ("changed", "partners-changed-meanwhile", true),
];

/// What a partner did.
const DONE: &[(&str, &str, bool)] = &[
    ("accepted", "partner-done-accepted", false),
    ("asked", "partner-done-asked", false),
    ("nothing", "partner-done-nothing", false),
    ("list", "partner-done-list", false),
    ("dropped", "partner-done-dropped", false),
];

fn told(known: &[(&str, &'static str, bool)], name: &str) -> Option<(&'static str, bool)> {
    known.iter().find(|(done, ..)| *done == name).map(|(_, key, care)| (*key, *care))
}

/// `?done=…`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// A partner's page, whole address: its token names the link and not the partner, so that it can be stopped.
pub fn link(app: &App, partner: &Partner) -> String {
    let locale = partner.contact.as_ref().map(|contact| contact.locale).unwrap_or_default();
    let token = app.store.keys().token(TokenKind::Partner, partner.link);
    app.settings.url(&shell::path(locale, Locale::default(), &format!("/partners/{token}")))
}

/// Whether a path is a partner's page, whose form may hold a list.
pub fn takes_list(app: &App, path: &str) -> bool {
    let mut parts = path.trim_start_matches('/').split('/').skip_while(|part| part.parse::<Locale>().is_ok());
    let token = match (parts.next(), parts.next(), parts.next()) {
        (Some("partners"), Some(token), None) => token,
        _ => return false,
    };
    app.store.keys().read_token::<Uuid>(TokenKind::Partner, token).is_ok()
}

/// The campaign's page by a share link's label.
fn share_url(app: &App, campaign: &Campaign, label: &str) -> String {
    app.settings.url(&format!("/c/{}?from={label}", campaign.slug))
}

/// The code that puts the form on a site, in a language.
fn embed_code(app: &App, campaign: &Campaign, locale: Locale, label: &str) -> String {
    let first = campaign.first_language();
    let locale = if campaign.languages.contains(&locale) { locale } else { first };
    let path = shell::path(locale, first, &format!("/embed/{}", campaign.slug));
    embed::code(&app.settings.url(""), &path, label, &campaign.text(locale).1.title)
}

fn of_state(wordings: &[Wording], state: WordingState) -> Option<&Wording> {
    wordings.iter().find(|wording| wording.state == state)
}

async fn desk_page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    status: StatusCode,
    form: (Typed, FieldErrors),
    done: Option<(&'static str, bool)>,
) -> Result<Response, Refusal> {
    let (mut rows, mut over) = (Vec::new(), Vec::new());
    for partner in app.store.partners().of_campaign(campaign.id).await? {
        let wordings = app.store.partners().wordings(partner.id).await?;
        let since = match partner.state {
            PartnerState::Invited => Some(partner.invited_at),
            PartnerState::Active => partner.accepted_at,
            _ => partner.ended_at,
        };
        let since = since.unwrap_or(partner.invited_at).to_zoned(campaign.zone.clone()).date();
        let row = PartnerRow {
            tally: app.store.partners().numbers(campaign.id, &partner.label).await?,
            hearing: app.store.partners().hearing(&partner).await?,
            asks: of_state(&wordings, WordingState::Agreed).map(|wording| wording.texts.clone()),
            proposed: of_state(&wordings, WordingState::Proposed)
                .map(|wording| (wording.id, wording.texts.clone())),
            id: partner.id,
            organization: partner.organization,
            kind: partner.kind,
            state: partner.state,
            contact: partner
                .contact
                .map(|contact| (contact.name.as_str().to_owned(), contact.email.as_str().to_owned())),
            share_url: share_url(app, campaign, &partner.label),
            note: partner.note,
            since,
        };
        if row.state.is_over() { &mut over } else { &mut rows }.push(row);
    }
    let (typed, errors) = form;
    let view = PartnersView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        languages: campaign.languages.clone(),
        rows,
        over,
        typed,
        errors,
        done,
        embed: embed_code(app, campaign, campaign.first_language(), ""),
    };
    let desk = at.desk();
    let page = redress_app::partner::desk_head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::partner::desk(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/partners`
pub async fn desk(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::ManagePartners)?;
    let campaign = own(&at, &slug)?;
    let none = (Typed::default(), FieldErrors::default());
    desk_page(&app, &at, &campaign, StatusCode::OK, none, told(DONE_AT_DESK, &done.done)).await
}

/// `POST /admin/c/{slug}/partners`
pub async fn manage(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::ManagePartners)?;
    let campaign = own(&at, &slug)?;
    let back = |done: &str| see_other(&format!("/admin/c/{slug}/partners?done={done}"));
    let partners = app.store.partners();
    let done = match fields.get("action") {
        "invite" => {
            let errors = match draft(&campaign, &fields) {
                Ok(draft) => {
                    match invite(&app, &at, &campaign, draft, clean_line(fields.get("label")).is_empty())
                        .await?
                    {
                        None => {
                            app.mail_due.notify_one();
                            return Ok(back("invited"));
                        }
                        Some(errors) => errors,
                    }
                }
                Err(errors) => errors,
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return desk_page(&app, &at, &campaign, status, (fields.typed(), errors), None).await;
        }
        action @ ("agree" | "refuse") => {
            let id = fields.get("wording").parse().map_err(|_| Refusal::Form)?;
            let agree = action == "agree";
            let decided = partners.decide(at.author(), campaign.id, id, agree).await?;
            app.mail_due.notify_one();
            match decided {
                true if agree => "agreed",
                true => "refused",
                false => "changed",
            }
        }
        action @ ("link" | "remove") => {
            let id = fields.get("partner").parse().map_err(|_| Refusal::Form)?;
            let partner = partners.find(campaign.id, id).await?.ok_or(Refusal::NotFound)?;
            let (changed, done) = if action == "link" {
                (partners.renew(at.author(), &partner).await?, "link")
            } else {
                (partners.end(at.author(), &partner, PartnerState::Removed).await?, "removed")
            };
            app.mail_due.notify_one();
            if changed { done } else { "changed" }
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    Ok(back(done))
}

/// The invitation as it was typed; an empty label is one of the organization's name.
fn draft(campaign: &Campaign, fields: &Fields) -> Result<PartnerDraft, FieldErrors> {
    let mut errors = FieldErrors::default();
    let organization = clean_line(fields.get("organization"));
    if organization.is_empty() {
        errors.add("organization", "error-organization-empty");
    } else if organization.chars().count() > LONGEST_NAME {
        errors.add("organization", "error-organization-long");
    }
    let kind = fields.get("kind").parse::<OrganizationKind>();
    let kind = errors.check("kind", kind.map_err(|_| "error-partner-kind"));
    let site = Some(clean_line(fields.get("site"))).filter(|site| !site.is_empty());
    if site.as_deref().is_some_and(|site| !is_site(site)) {
        errors.add("site", "error-organization-site");
    }
    let name = PersonName::parse(fields.get("name")).map_err(redress_domain::InvalidName::message);
    let name = errors.check("name", name);
    let email = EmailAddress::parse(fields.get("email")).map_err(redress_domain::InvalidEmail::message);
    let email = errors.check("email", email);
    let locale = fields.get("locale").parse().ok().filter(|locale| campaign.languages.contains(locale));
    let locale = errors.check("locale", locale.ok_or("error-partner-locale"));
    let typed = clean_line(fields.get("label")).to_lowercase();
    let label = if typed.is_empty() {
        Slug::propose(&organization).map_or_else(|_| "partner".to_owned(), |slug| slug.to_string())
    } else {
        typed.clone()
    };
    let label: String = if typed.is_empty() { label.chars().take(36).collect() } else { label };
    let label = label.trim_end_matches('-').to_owned();
    if share_label(&label).is_none() {
        errors.add("label", "error-partner-label");
    }
    let note = clean_text(fields.get("note"));
    if note.chars().count() > LONGEST_NOTE {
        errors.add("note", "error-note-long");
    }
    match (kind, name, email, locale) {
        (Some(kind), Some(name), Some(email), Some(locale)) if errors.is_empty() => Ok(PartnerDraft {
            organization,
            kind,
            site,
            contact: PartnerContact { name, email, locale },
            label,
            note,
        }),
        _ => Err(errors),
    }
}

/// Invites; a label nobody typed gives way to one that is free.
async fn invite(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    draft: PartnerDraft,
    proposed: bool,
) -> Result<Option<FieldErrors>, Refusal> {
    let mut errors = FieldErrors::default();
    match app.store.partners().invite(at.author(), campaign.id, &draft).await? {
        PartnerInvited::Now(_) => return Ok(None),
        PartnerInvited::Known => errors.add("email", "error-partner-known"),
        PartnerInvited::LabelTaken => {
            for number in (2..=LABELS).filter(|_| proposed) {
                let next = PartnerDraft { label: format!("{}-{number}", draft.label), ..draft.clone() };
                match app.store.partners().invite(at.author(), campaign.id, &next).await? {
                    PartnerInvited::Now(_) => return Ok(None),
                    PartnerInvited::LabelTaken => {}
                    PartnerInvited::Known => break,
                }
            }
            errors.add("label", "error-partner-label-taken");
        }
    }
    Ok(Some(errors))
}

/// The partner whom a link names, with its campaign. A link that was ours and holds no longer says so.
async fn by_token(app: &App, token: &str) -> Result<(Partner, Campaign), Refusal> {
    let link: Uuid = app.store.keys().read_token(TokenKind::Partner, token).map_err(|_| Refusal::NotFound)?;
    let partner = app.store.partners().by_link(link).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(partner.campaign).await?.ok_or(Refusal::Gone)?;
    Ok((partner, campaign))
}

#[derive(Default)]
struct Shown {
    typed: Typed,
    errors: FieldErrors,
    done: Option<(&'static str, bool)>,
}

async fn page(
    app: &App,
    locale: Locale,
    partner: &Partner,
    campaign: &Campaign,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Refusal> {
    let words = Words(locale);
    let store = app.store.partners();
    let wordings = store.wordings(partner.id).await?;
    let today = app.clock.now().to_zoned(campaign.zone.clone()).date();
    let names: std::collections::HashMap<_, _> =
        campaign.partners.iter().map(|other| (other.id, other.name.clone())).collect();
    let compared = store.compare(partner).await?;
    let text = campaign.text(locale).1;
    let Shown { typed, errors, done } = shown;
    let view = PartnerView {
        organization: partner.organization.clone(),
        active: partner.state == PartnerState::Active,
        title: text.title.clone(),
        ask: text.ask.clone(),
        campaign_path: shell::path(locale, campaign.first_language(), &format!("/c/{}", campaign.slug)),
        hosts: campaign.hosts.iter().map(|host| host.name.clone()).collect(),
        note: partner.note.clone(),
        share_url: share_url(app, campaign, &partner.label),
        embed: embed_code(app, campaign, locale, &partner.label),
        tally: store.numbers(campaign.id, &partner.label).await?,
        hearing: store.hearing(partner).await?,
        languages: campaign.languages.clone(),
        asks: of_state(&wordings, WordingState::Agreed).map(|wording| wording.texts.clone()),
        proposed: of_state(&wordings, WordingState::Proposed).map(|wording| wording.texts.clone()),
        refused: wordings.first().is_some_and(|newest| newest.state == WordingState::Refused),
        list: store.list(partner).await?.map(|(size, until)| (size, until.to_zoned(campaign.zone.clone()))),
        compared: compared
            .into_iter()
            .filter_map(|one| Some((names.get(&one.partner)?.clone(), one.overlap)))
            .collect(),
        today,
        typed,
        errors,
        done,
    };
    let page = redress_app::partner::frame(words, &view);
    Ok(app.private(status, &page, || redress_app::partner::page(words, &view)))
}

/// `GET /partners/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let (partner, campaign) = by_token(&app, &token).await?;
    let shown = Shown { done: told(DONE, &done.done), ..Shown::default() };
    page(&app, prefix.locale(Locale::default()), &partner, &campaign, StatusCode::OK, shown).await
}

/// `POST /partners/{token}`
pub async fn act(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    let (partner, campaign) = by_token(&app, &token).await?;
    let locale = prefix.locale(Locale::default());
    let store = app.store.partners();
    let refuse = async |typed: Typed, errors: FieldErrors, status: StatusCode| {
        page(&app, locale, &partner, &campaign, status, Shown { typed, errors, done: None }).await
    };
    let active = partner.state == PartnerState::Active;
    let done = match fields.get("action") {
        "accept" => {
            store.accept(&partner).await?;
            "accepted"
        }
        "decline" if !active => {
            store.end(Author::Partner(partner.id), &partner, PartnerState::Declined).await?;
            return Ok(see_other(&shell::path(locale, Locale::default(), "/")));
        }
        "ask" if active => match texts(&campaign, &partner, &fields) {
            Ok(texts) => {
                store.propose(&partner, &texts).await?;
                "asked"
            }
            Err(errors) => return refuse(fields.typed(), errors, StatusCode::UNPROCESSABLE_ENTITY).await,
        },
        "ask-nothing" if active => {
            store.ask_nothing(&partner).await?;
            "nothing"
        }
        "export" if active => return export(&app, locale, &campaign, &partner).await,
        "list" if active => {
            // What was pasted is not sent back: it is other people's mailboxes.
            let read = tokio::task::spawn_blocking({
                let list = fields.get("list").to_owned();
                move || listed(&list)
            });
            let read = read.await.map_err(|error| Refusal::broken(&error))?;
            let mut errors = FieldErrors::default();
            match read {
                Ok(mailboxes) => match store.leave_list(&partner, &mailboxes).await? {
                    ListLeft::Now => return Ok(back(locale, &token, "list")),
                    ListLeft::TooOften => {
                        errors.add("list", "error-list-often");
                        return refuse(Typed::default(), errors, StatusCode::TOO_MANY_REQUESTS).await;
                    }
                },
                Err(why) => {
                    errors.add("list", why.message());
                    return refuse(Typed::default(), errors, StatusCode::UNPROCESSABLE_ENTITY).await;
                }
            }
        }
        "drop-list" if active => {
            store.drop_list(&partner).await?;
            "dropped"
        }
        "leave" if active && fields.get("sure") == "on" => {
            store.end(Author::Partner(partner.id), &partner, PartnerState::Left).await?;
            app.cache.refresh();
            return Ok(see_other(&shell::path(
                locale,
                campaign.first_language(),
                &format!("/c/{}", campaign.slug),
            )));
        }
        "leave" if active => {
            let mut errors = FieldErrors::default();
            errors.add("sure", "error-partner-sure");
            return refuse(Typed::default(), errors, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    Ok(back(locale, &token, done))
}

fn back(locale: Locale, token: &str, done: &str) -> Response {
    see_other(&shell::path(locale, Locale::default(), &format!("/partners/{token}?done={done}")))
}

/// The wording in each of the campaign's languages, or everything wrong with it.
fn texts(campaign: &Campaign, partner: &Partner, fields: &Fields) -> Result<Wordings, FieldErrors> {
    let (mut texts, mut errors) = (Wordings::new(), FieldErrors::default());
    for locale in &campaign.languages {
        let text = wording(fields.get(field(*locale)), &partner.organization);
        if let Some(text) =
            errors.check(field(*locale), text.map_err(redress_domain::InvalidWording::message))
        {
            texts.insert(*locale, text);
        }
    }
    if errors.is_empty() { Ok(texts) } else { Err(errors) }
}

/// Exactly those who agreed, as CSV: name, mailbox, day, and the words they agreed to.
async fn export(
    app: &App,
    locale: Locale,
    campaign: &Campaign,
    partner: &Partner,
) -> Result<Response, Refusal> {
    let words = Words(locale);
    let store = app.store.partners();
    let wordings = store.wordings(partner.id).await?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let broken = |error: csv::Error| Refusal::broken(&error);
    let heads = ["name", "email", "day", "wording"].map(|head| words.say(&format!("partner-csv-{head}")));
    table.write_record(heads).map_err(broken)?;
    for hearer in store.export(partner).await? {
        let wording = wordings.iter().find(|wording| wording.id == hearer.wording);
        let text = wording.and_then(|wording| wording.texts.get(&hearer.locale));
        let day = hearer.agreed_at.to_zoned(campaign.zone.clone()).date().to_string();
        table
            .write_record([
                &*redress_packet::guarded(hearer.signer.name.as_str()),
                &redress_packet::guarded(hearer.signer.email.as_str()),
                &day,
                &redress_packet::guarded(text.map_or("", String::as_str)),
            ])
            .map_err(broken)?;
    }
    let bytes = table.into_inner().map_err(|error| Refusal::broken(&error))?;
    let name = format!("attachment; filename=\"{}-{}.csv\"", campaign.slug, partner.label);
    let mut response = (StatusCode::OK, bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}
