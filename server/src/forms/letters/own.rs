//! A signatory's links: `/confirm/{token}` from the mailed link, and `GET` and `POST /letters/{token}`, which an
//! invitation uses, too. Looking changes nothing.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::letter;
use redress_app::letter::model::{ConfirmLetterState, ConfirmLetterView, OwnView};
use redress_app::parts::{PictureNames, Typed};
use redress_app::words::Words;
use redress_domain::{CoSignatureId, CoSignatureState, FieldErrors, LetterState, UploadKind};
use redress_store::{Campaign, CoSignature, Confirmed, Letter, Reaffirmed, TokenKind};
use serde::Deserialize;

use super::{about, invited, marked, number, text_view};
use crate::forms::{Fields, upload};
use crate::models::picture_view;
use crate::web::client::see_other;
use crate::web::form::Files;
use crate::web::{App, Prefix, Refusal};

const DONE: &[(&str, (bool, &str))] = &[
    ("reaffirm", (false, "letter-done-reaffirm")),
    ("withdraw", (false, "letter-done-withdraw")),
    ("quiet", (false, "letter-done-quiet")),
    ("erase", (false, "letter-done-erase")),
    ("logo", (false, "letter-done-logo")),
    ("own", (false, "letter-done-own")),
    ("changed", (true, "letter-done-changed")),
];

/// `?done=…`: what was just done; anything else is passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

async fn load(app: &App, id: CoSignatureId) -> Result<(Campaign, Letter, CoSignature), Refusal> {
    let (row, letter) = app.store.letters().with_letter(id).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(row.campaign).await?.ok_or(Refusal::Gone)?;
    Ok((campaign, letter, row))
}

/// The page a mail leads to.
pub async fn show_confirm(app: &App, prefix: Prefix, id: CoSignatureId) -> Result<Response, Refusal> {
    let (campaign, letter, row) = load(app, id).await?;
    let locale = prefix.locale(row.locale);
    let words = Words(locale);
    let versions = app.store.letters().versions(&letter).await?;
    let signed = versions.iter().find(|version| Some(version.number) == row.version).or(versions.first());
    let signatory = row.signatory.clone().unwrap_or_default();
    let (domain, standing) = (row.mailbox_domain(), row.standing());
    let state = match row.state {
        state if state.counts() => ConfirmLetterState::Counts,
        CoSignatureState::Pending if row.confirmed_at.is_none() => ConfirmLetterState::Ready(standing),
        CoSignatureState::Pending => match app.store.letters().taken_by(row.id).await? {
            Some(title) => ConfirmLetterState::Taken(title),
            None if row.individual || row.of_domain => ConfirmLetterState::Ready(standing),
            None => ConfirmLetterState::Waits(standing),
        },
        CoSignatureState::Stale => ConfirmLetterState::Stale,
        CoSignatureState::Lapsed => ConfirmLetterState::Lapsed,
        CoSignatureState::Expired => ConfirmLetterState::TooLate,
        _ => ConfirmLetterState::Withdrawn,
    };
    let late = matches!(state, ConfirmLetterState::Ready(_))
        && row.confirmed_at.is_none()
        && app.store.letters().is_too_late(&letter);
    let view = ConfirmLetterView {
        campaign: about(&campaign, locale),
        letter: letter.slug.clone(),
        text: text_view(&campaign, &letter, signed.ok_or(Refusal::Gone)?),
        state: if late { ConfirmLetterState::TooLate } else { state },
        individual: row.individual,
        organization: row.organization.clone(),
        name: signatory.name,
        title: signatory.title,
        domain,
        mine: format!("/letters/{}", app.store.keys().token(TokenKind::CoSignature, id)),
    };
    let page = letter::confirm_frame(words, &view);
    Ok(app.private(StatusCode::OK, &page, || letter::confirm(words, &view)))
}

/// The button on it.
pub async fn confirm(app: &App, prefix: Prefix, token: &str, id: CoSignatureId) -> Result<Response, Refusal> {
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    let confirmed = app.store.letters().confirm_co_signature(id).await?;
    app.cache.refresh();
    match confirmed {
        Confirmed::Gone => Err(Refusal::Gone),
        Confirmed::Own(other) => {
            let mine = app.store.keys().token(TokenKind::CoSignature, other);
            Ok(see_other(&format!("{language}/letters/{mine}?done=own")))
        }
        _ => Ok(see_other(&format!("{language}/confirm/{token}"))),
    }
}

async fn page(
    app: &App,
    prefix: Prefix,
    status: StatusCode,
    (campaign, letter, row): (&Campaign, &Letter, CoSignature),
    done: Option<(bool, &'static str)>,
    (mut typed, errors): (Typed, FieldErrors),
) -> Result<Response, Refusal> {
    let locale = prefix.locale(row.locale);
    let words = Words(locale);
    let versions = app.store.letters().versions(letter).await?;
    let newest = versions.first().ok_or(Refusal::Gone)?;
    let signed = row.version.and_then(|number| versions.iter().find(|version| version.number == number));
    let changes = signed.filter(|_| row.state == CoSignatureState::Stale).map(|signed| {
        let later = versions.iter().filter(|version| version.number > signed.number);
        let notes =
            later.filter(|version| !version.note.is_empty()).map(|version| version.note.clone()).collect();
        (marked(&signed.text, &newest.text), notes)
    });
    let signatory = row.signatory.clone().unwrap_or_default();
    let logo = upload::find(app, row.logo).await?;
    if let Some(logo) = logo.as_ref().filter(|_| errors.is_empty()) {
        typed.set(PictureNames::LOGO.alt, logo.alt.clone());
        typed.set(PictureNames::LOGO.permission, logo.permission.clone());
    }
    let view = OwnView {
        logo: may_have_logo(&row).then(|| logo.as_ref().map(picture_view)),
        typed,
        campaign: about(campaign, locale),
        letter: letter.slug.clone(),
        text: text_view(campaign, letter, newest),
        state: row.state,
        waits: row.waits_for_host(),
        individual: row.individual,
        organization: row.organization.clone(),
        name: signatory.name,
        title: signatory.title,
        authority: signatory.authority,
        granted: signatory.granted,
        signed_on: row.signed_at.map(|at| at.to_zoned(campaign.zone.clone()).date()),
        version: row.version.map(number).unwrap_or_default(),
        hash: row.hash.clone().unwrap_or_default(),
        changes,
        is_final: letter.state == LetterState::Final,
        quiet: signatory.quiet,
        forgotten: row.signatory.is_none(),
        done,
        errors,
    };
    let page = letter::own_frame(words, &view);
    Ok(app.private(status, &page, || letter::own(words, &view)))
}

/// Whoever's mailbox has said yes may give a picture; what a stranger sends is kept nowhere.
fn may_have_logo(row: &CoSignature) -> bool {
    !row.individual && row.confirmed_at.is_some() && !row.state.is_over() && row.signatory.is_some()
}

/// `GET /letters/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let keys = app.store.keys();
    if let Ok(id) = keys.read_token(TokenKind::LetterInvitation, &token) {
        let (campaign, letter, row) = load(&app, id).await?;
        if !campaign.state.is_public() {
            return Err(Refusal::Gone);
        }
        return invited::show(&app, prefix, &campaign, &letter, row, done.done == "decline").await;
    }
    let id = keys.read_token(TokenKind::CoSignature, &token).map_err(|_| Refusal::NotFound)?;
    let (campaign, letter, row) = load(&app, id).await?;
    let told = DONE.iter().find(|(name, _)| *name == done.done).map(|(_, told)| *told);
    page(&app, prefix, StatusCode::OK, (&campaign, &letter, row), told, Default::default()).await
}

/// `POST /letters/{token}`
pub async fn answer(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    files: Files,
    fields: Fields,
) -> Result<Response, Refusal> {
    let keys = app.store.keys();
    if let Ok(id) = keys.read_token(TokenKind::LetterInvitation, &token) {
        let (campaign, letter, row) = load(&app, id).await?;
        if !campaign.state.is_public() {
            return Err(Refusal::Gone);
        }
        return invited::answer(&app, prefix, &campaign, &letter, row, &token, &fields).await;
    }
    let id: CoSignatureId = keys.read_token(TokenKind::CoSignature, &token).map_err(|_| Refusal::NotFound)?;
    let (campaign, letter, row) = load(&app, id).await?;
    let letters = app.store.letters();
    let done = match fields.get("do") {
        "reaffirm" => {
            let seen = fields.get("version").parse().map_err(|_| Refusal::Form)?;
            match letters.reaffirm(id, seen).await? {
                Reaffirmed::Done => "reaffirm",
                Reaffirmed::Changed => "changed",
                Reaffirmed::Not(_) => "",
            }
        }
        "logo" if may_have_logo(&row) => {
            let (names, kind, mut errors) = (PictureNames::LOGO, UploadKind::Logo, FieldErrors::default());
            let change = upload::read(&files, &fields, names, kind, row.logo, &mut errors).await;
            if !errors.is_empty() {
                let shown = (fields.typed(), errors);
                let status = upload::status(&files);
                return page(&app, prefix, status, (&campaign, &letter, row), None, shown).await;
            }
            let logo = upload::keep(&app, campaign.id, kind, None, change).await?;
            letters.set_logo(id, logo).await?;
            upload::discard(&app, row.logo, logo).await?;
            "logo"
        }
        "withdraw" => {
            letters.withdraw_co_signature(id).await?;
            letters.set_logo(id, None).await?;
            upload::discard(&app, row.logo, None).await?;
            "withdraw"
        }
        "quiet" => {
            letters.quiet(id).await?;
            "quiet"
        }
        "erase" if fields.get("sure") != "on" => {
            let mut errors = FieldErrors::default();
            errors.add("sure", "mine-error-sure");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(&app, prefix, status, (&campaign, &letter, row), None, (Typed::default(), errors))
                .await;
        }
        "erase" => {
            letters.erase_co_signature(id).await?;
            letters.set_logo(id, None).await?;
            upload::discard(&app, row.logo, None).await?;
            "erase"
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    Ok(see_other(&format!("{language}/letters/{token}?done={done}")))
}
