//! The organization itself: its name, its site, and whether two pairs of eyes have to see a campaign.

use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::OrganizationView;
use redress_app::parts::Typed;
use redress_domain::{Action, EmailAddress, FieldErrors, clean_line};
use redress_store::OrganizationUpdate;
use serde::Deserialize;
use url::Url;

use super::Fields;
use super::desk::WORDS;
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

const LONGEST_NAME: usize = 120;

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

fn page(app: &App, at: &AtDesk, status: StatusCode, view: &OrganizationView) -> Response {
    let desk = at.desk();
    let page = redress_app::desk::organization::head(WORDS, view);
    app.private(status, &page, || redress_app::desk::organization::page(WORDS, &desk, view))
}

/// `GET /admin/organization`
pub async fn show(State(app): State<App>, at: AtDesk, Query(done): Query<Done>) -> Result<Response, Refusal> {
    at.may(Action::ManageOrganization)?;
    let organization = &at.member.organization;
    let mut typed = Typed::default();
    typed.set("name", organization.name.as_str());
    typed.set("site", organization.site.as_deref().unwrap_or_default());
    typed.set("mail_domain", organization.mail_domain.as_deref().unwrap_or_default());
    if organization.two_pairs_of_eyes {
        typed.set("two_pairs_of_eyes", "on");
    }
    let view = OrganizationView { typed, errors: FieldErrors::default(), saved: done.done == "saved" };
    Ok(page(&app, &at, StatusCode::OK, &view))
}

/// `POST /admin/organization`
pub async fn save(State(app): State<App>, at: AtDesk, fields: Fields) -> Result<Response, Refusal> {
    at.may(Action::ManageOrganization)?;
    let mut errors = FieldErrors::default();
    let name = clean_line(fields.get("name"));
    if name.is_empty() {
        errors.add("name", "error-organization-empty");
    } else if name.chars().count() > LONGEST_NAME {
        errors.add("name", "error-organization-long");
    }
    let site = Some(clean_line(fields.get("site"))).filter(|site| !site.is_empty());
    if site.as_deref().is_some_and(|site| !is_site(site)) {
        errors.add("site", "error-organization-site");
    }
    let domain = clean_line(fields.get("mail_domain")).trim_start_matches('@').to_lowercase();
    let domain = Some(domain).filter(|domain| !domain.is_empty());
    if domain.as_deref().is_some_and(|domain| EmailAddress::parse(&format!("x@{domain}")).is_err()) {
        errors.add("mail_domain", "error-organization-mail-domain");
    }
    if !errors.is_empty() {
        let view = OrganizationView { typed: fields.typed(), errors, saved: false };
        return Ok(page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, &view));
    }
    let two_pairs_of_eyes = fields.get("two_pairs_of_eyes") == "on";
    let update = OrganizationUpdate { name, site, mail_domain: domain, two_pairs_of_eyes };
    app.store.accounts().save_organization(at.author(), at.member.organization.id, update).await?;
    app.cache.refresh();
    Ok(see_other("/admin/organization?done=saved"))
}

/// Whether a text is the whole address of a site.
pub fn is_site(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
