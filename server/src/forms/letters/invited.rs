//! An invited organization's link: the letter with the form for it, filled in as far as a host knows it.

use axum::response::Response;
use http::StatusCode;
use redress_app::letter::model::CoSignFormView;
use redress_app::shell;
use redress_domain::CoSignatureState;
use redress_store::{Campaign, CoSignature, Letter};

use super::page::{refused, shown, take};
use crate::forms::Fields;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// Whether the invitation can be answered: not yet, or by somebody who has not said yes.
fn is_open(row: &CoSignature) -> bool {
    match row.state {
        CoSignatureState::Invited | CoSignatureState::Declined => true,
        CoSignatureState::Pending => row.confirmed_at.is_none(),
        _ => false,
    }
}

pub(super) async fn show(
    app: &App,
    prefix: Prefix,
    campaign: &Campaign,
    letter: &Letter,
    row: CoSignature,
    declined: bool,
) -> Result<Response, Refusal> {
    let locale = prefix.locale(row.locale);
    let mut form =
        CoSignFormView { invited: Some((row.organization.clone(), row.kind)), ..CoSignFormView::default() };
    if let Some(site) = &row.site {
        form.typed.set("site", site.clone());
    }
    if row.state == CoSignatureState::Invited
        && let Some(signatory) = &row.signatory
    {
        form.typed.set("email", signatory.email.clone());
    }
    if declined {
        form.notice = Some("letter-done-decline");
    } else if !is_open(&row) {
        form.answered = Some(if row.state.is_over() { "letter-invited-over" } else { "letter-invited-used" });
    }
    refused(app, campaign, letter, locale, StatusCode::OK, form).await
}

pub(super) async fn answer(
    app: &App,
    prefix: Prefix,
    campaign: &Campaign,
    letter: &Letter,
    row: CoSignature,
    token: &str,
    fields: &Fields,
) -> Result<Response, Refusal> {
    let locale = prefix.locale(row.locale);
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    if fields.get("do") == "decline" {
        app.store.letters().decline(row.id).await?;
        return Ok(see_other(&format!("{language}/letters/{token}?done=decline")));
    }
    if !is_open(&row) {
        let mut form = shown(fields, Some((row.organization.clone(), row.kind)));
        form.answered = Some(if row.state.is_over() { "letter-invited-over" } else { "letter-invited-used" });
        return refused(app, campaign, letter, locale, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    let invitation = Some((row.id, row.organization.clone(), row.kind));
    match take(app, campaign, letter, locale, fields, invitation).await? {
        Ok(()) => {
            let sent = format!("/c/{}/letters/{}/sent", campaign.slug, letter.slug);
            Ok(see_other(&shell::path(locale, campaign.first_language(), &sent)))
        }
        Err(response) => Ok(response),
    }
}
