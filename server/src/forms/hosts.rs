//! Joint hosts: the list with rights and what was agreed, the single-use link, and the organization that accepts it.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::partner::{HostInvitationRow, HostRow, HostsView, JoiningView};
use redress_app::parts::Typed;
use redress_domain::{Action, FieldErrors, HostRight, HostRights, OrganizationId, clean_text};
use redress_store::{Campaign, HostChange, Joined, SecretToken};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

const LONGEST_NOTE: usize = 2_000;

/// What was done, by its name in the address: a message, and whether it needs care.
const DONE: &[(&str, &str, bool)] = &[
    ("joined", "hosts-done-joined", false),
    ("rights", "hosts-done-rights", false),
    ("removed", "hosts-done-removed", false),
    ("taken-back", "hosts-done-taken-back", false),
    ("last", "hosts-last", true),
];

/// `?done=…`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// What differs from the page as it stands.
#[derive(Default)]
struct Shown {
    typed: Typed,
    errors: FieldErrors,
    editing: Option<OrganizationId>,
    done: Option<(&'static str, bool)>,
    link: Option<String>,
}

async fn page(
    app: &App,
    at: &AtDesk,
    campaign: Campaign,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Refusal> {
    let until = |at: jiff::Timestamp| at.to_zoned(campaign.zone.clone()).date();
    let invitations = app.store.hosts().invitations(campaign.id).await?;
    let Shown { typed, errors, editing, done, link } = shown;
    let view = HostsView {
        title: title(&campaign),
        rows: campaign
            .hosts
            .iter()
            .map(|host| HostRow {
                id: host.id,
                name: host.name.clone(),
                is_own: host.id == at.member.organization.id,
                rights: host.rights.clone(),
                note: host.note.clone(),
            })
            .collect(),
        invitations: invitations
            .into_iter()
            .map(|row| HostInvitationRow {
                id: row.id,
                rights: row.rights,
                note: row.note,
                until: until(row.expires_at),
            })
            .collect(),
        typed,
        errors,
        editing,
        done,
        link,
        slug: campaign.slug.clone(),
    };
    let desk = at.desk();
    let page = redress_app::partner::hosts_head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::partner::hosts(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/hosts`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::SeeDesk)?;
    let campaign = own(&at, &slug)?;
    let done = DONE.iter().find(|(name, ..)| *name == done.done).map(|(_, key, care)| (*key, *care));
    page(&app, &at, campaign, StatusCode::OK, Shown { done, ..Shown::default() }).await
}

/// `POST /admin/c/{slug}/hosts`
pub async fn change(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    let action = fields.get("action");
    // To leave is the organization's own affair, whatever its rights here.
    at.may(if action == "leave" { Action::ManageOrganization } else { Action::ManageHosts })?;
    let campaign = own(&at, &slug)?;
    let hosts = app.store.hosts();
    let back = |done: &str| see_other(&format!("/admin/c/{slug}/hosts?done={done}"));
    let organization = || fields.get("organization").parse::<OrganizationId>().map_err(|_| Refusal::Form);
    let changed = match action {
        "invite" | "rights" => {
            let editing = if action == "rights" { Some(organization()?) } else { None };
            let (rights, note) = match agreement(&fields) {
                Ok(agreed) => agreed,
                Err(errors) => {
                    let shown = Shown { typed: fields.typed(), errors, editing, ..Shown::default() };
                    return page(&app, &at, campaign, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
                }
            };
            let Some(organization) = editing else {
                let token = hosts.invite(at.author(), campaign.id, &rights, &note).await?;
                let link = app.settings.url(&format!("/admin/hosts/{}", token.reveal()));
                // Shown once, here: the database keeps only its hash.
                let shown = Shown { link: Some(link), ..Shown::default() };
                return page(&app, &at, campaign, StatusCode::OK, shown).await;
            };
            (hosts.set(at.author(), campaign.id, organization, &rights, &note).await?, "rights")
        }
        "remove" => (hosts.remove(at.author(), campaign.id, organization()?).await?, "removed"),
        "take-back" => {
            let id = fields.get("invitation").parse().map_err(|_| Refusal::Form)?;
            hosts.take_back(campaign.id, id).await?;
            return Ok(back("taken-back"));
        }
        "leave" => (hosts.remove(at.author(), campaign.id, at.member.organization.id).await?, "left"),
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    match changed {
        (HostChange::Done, "left") => Ok(see_other("/admin")),
        (HostChange::Done, done) => Ok(back(done)),
        (HostChange::LastHost, _) => Ok(back("last")),
        (HostChange::NotThere, _) => Err(Refusal::NotFound),
    }
}

/// What a host may do and what was agreed, as the form has it.
fn agreement(fields: &Fields) -> Result<(HostRights, String), FieldErrors> {
    let mut errors = FieldErrors::default();
    let rights = match fields.get("scope") {
        "all" => Some(HostRights::All),
        "some" => {
            let on = |right: &&HostRight| fields.get(&format!("right_{right}")) == "on";
            Some(HostRights::only(HostRight::ALL.iter().filter(on).copied()))
        }
        _ => None,
    };
    let rights = errors.check("scope", rights.ok_or("error-host-scope"));
    let note = clean_text(fields.get("note"));
    if note.chars().count() > LONGEST_NOTE {
        errors.add("note", "error-note-long");
    }
    match rights {
        Some(rights) if errors.is_empty() => Ok((rights, note)),
        _ => Err(errors),
    }
}

fn gone(app: &App, at: &AtDesk) -> Response {
    let (page, desk) = (redress_app::partner::gone_head(WORDS), at.desk());
    app.private(StatusCode::GONE, &page, || redress_app::partner::gone(WORDS, &desk))
}

async fn joining(app: &App, at: &AtDesk, token: &str, status: StatusCode) -> Result<Response, Refusal> {
    let held = app.store.hosts().invitation_of(&SecretToken::from_text(token)).await?;
    let Some(invitation) = held else { return Ok(gone(app, at)) };
    let Some(campaign) = app.store.campaigns().find(invitation.campaign).await? else {
        return Ok(gone(app, at));
    };
    let organization = &at.member.organization;
    let view = JoiningView {
        title: title(&campaign),
        hosts: campaign.hosts.iter().map(|host| host.name.clone()).collect(),
        rights: invitation.rights,
        note: invitation.note,
        organization: organization.name.clone(),
        already: campaign.rights_of(organization.id).is_some(),
    };
    let (page, desk) = (redress_app::partner::joining_head(WORDS), at.desk());
    Ok(app.private(status, &page, || redress_app::partner::joining(WORDS, &desk, &view)))
}

/// `GET /admin/hosts/{token}`
pub async fn invited(
    State(app): State<App>,
    at: AtDesk,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    at.may(Action::ManageOrganization)?;
    joining(&app, &at, &token, StatusCode::OK).await
}

/// `POST /admin/hosts/{token}`
pub async fn accept(
    State(app): State<App>,
    at: AtDesk,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    at.may(Action::ManageOrganization)?;
    let secret = SecretToken::from_text(&token);
    match app.store.hosts().accept(at.author(), at.member.organization.id, &secret).await? {
        Joined::Now(campaign) => {
            app.cache.refresh();
            let campaign = app.store.campaigns().find(campaign).await?.ok_or(Refusal::NotFound)?;
            Ok(see_other(&format!("/admin/c/{}/hosts?done=joined", campaign.slug)))
        }
        Joined::Before => joining(&app, &at, &token, StatusCode::UNPROCESSABLE_ENTITY).await,
        Joined::Gone => Ok(gone(&app, &at)),
    }
}
