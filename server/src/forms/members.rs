//! The team: who is in it, as what; inviting by mail; changing and ending at once.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::{MemberRow, MembersView};
use redress_domain::{Action, EmailAddress, FieldErrors, MemberId, Role};
use redress_store::InviteRefused;
use serde::Deserialize;

use super::Fields;
use super::desk::WORDS;
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// `?done=…`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

async fn page(
    app: &App,
    at: &AtDesk,
    status: StatusCode,
    typed: redress_app::parts::Typed,
    errors: FieldErrors,
    done: Option<&'static str>,
) -> Result<Response, Refusal> {
    let team = app.store.accounts().team(at.member.organization.id).await?;
    let view = MembersView {
        rows: team
            .into_iter()
            .map(|member| MemberRow {
                id: member.id,
                name: member.name,
                email: member.email,
                role: member.role,
                state: member.state,
                is_self: member.account == at.member.account,
            })
            .collect(),
        typed,
        errors,
        done,
    };
    let desk = at.desk();
    let page = redress_app::desk::members::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::desk::members::page(WORDS, &desk, &view)))
}

/// `GET /admin/members`
pub async fn show(State(app): State<App>, at: AtDesk, Query(done): Query<Done>) -> Result<Response, Refusal> {
    at.may(Action::ManageMembers)?;
    let done = match done.done.as_str() {
        "invited" => Some("members-done-invited"),
        "revoked" => Some("members-done-revoked"),
        "changed" => Some("members-done-role"),
        "last-owner" => Some("error-last-owner"),
        _ => None,
    };
    page(&app, &at, StatusCode::OK, redress_app::parts::Typed::default(), FieldErrors::default(), done).await
}

/// `POST /admin/members`
pub async fn invite(State(app): State<App>, at: AtDesk, fields: Fields) -> Result<Response, Refusal> {
    at.may(Action::ManageMembers)?;
    let mut errors = FieldErrors::default();
    let email =
        errors.check("email", EmailAddress::parse(fields.get("email")).map_err(|_| "error-email-form"));
    let role = errors.check("role", fields.get("role").parse::<Role>().map_err(|_| "error-role-empty"));
    if let (Some(email), Some(role)) = (email, role) {
        let organization = at.member.organization.id;
        match app.store.accounts().invite(at.author(), organization, &email, role, WORDS.0).await {
            Ok(()) => {
                app.mail_due.notify_one();
                return Ok(see_other("/admin/members?done=invited"));
            }
            Err(InviteRefused::AlreadyMember | InviteRefused::LastOwner) => {
                errors.add("email", "error-member-known");
            }
            Err(InviteRefused::Store(error)) => return Err(error.into()),
        }
    }
    page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, fields.typed(), errors, None).await
}

/// `POST /admin/members/{id}`
pub async fn change(
    State(app): State<App>,
    at: AtDesk,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::ManageMembers)?;
    let id: MemberId = id.parse().map_err(|_| Refusal::NotFound)?;
    let role = match fields.get("action") {
        "role" => Some(fields.get("role").parse().map_err(|_| Refusal::Form)?),
        "revoke" => None,
        _ => return Err(Refusal::Form),
    };
    let organization = at.member.organization.id;
    match app.store.accounts().change_member(at.author(), organization, id, role).await {
        Ok(true) if role.is_none() => Ok(see_other("/admin/members?done=revoked")),
        Ok(true) => Ok(see_other("/admin/members?done=changed")),
        Ok(false) => Err(Refusal::NotFound),
        Err(InviteRefused::Store(error)) => Err(error.into()),
        Err(_) => Ok(see_other("/admin/members?done=last-owner")),
    }
}
