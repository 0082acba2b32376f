//! The public page: `GET` and `POST /c/{slug}/letters/{letter}`, and the page that says where to look next.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::letter;
use redress_app::letter::model::{CoSignFormView, CoSignerLine, LetterView, Taking};
use redress_app::shell;
use redress_app::words::Words;
use redress_domain::{
    CoSignForm, CoSignRules, CoSignatureId, CoSignatureState, LetterState, Locale, OrganizationKind,
};
use redress_store::{Campaign, CoSigned, CoSigning, Letter};
use serde::Deserialize;

use super::{about, is_hasty, is_within, marked, number, raw, taking, text_view};
use crate::forms::Fields;
use crate::forms::campaign::public;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

const HTML: &str = "text/html; charset=utf-8";

/// `?as=person&from=label`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct As {
    r#as: String,
    from: String,
}

/// A letter the public may see.
async fn load(app: &App, slug: &str, letter: &str) -> Result<(Arc<Campaign>, Letter), Refusal> {
    let campaign = public(app, slug).await?;
    let letter = app.store.letters().by_slug(campaign.id, letter).await?;
    let letter = letter.filter(|letter| letter.state != LetterState::Draft && letter.number > 0);
    Ok((campaign, letter.ok_or(Refusal::NotFound)?))
}

/// The whole page, with a form.
pub(super) async fn view(
    app: &App,
    campaign: &Campaign,
    letter: &Letter,
    locale: Locale,
    form: CoSignFormView,
) -> Result<LetterView, Refusal> {
    let letters = app.store.letters();
    let versions = letters.versions(letter).await?;
    let mut texts = versions.iter().map(|version| text_view(campaign, letter, version));
    let text = texts.next().ok_or(Refusal::NotFound)?;
    let earlier = texts.collect();
    let all = letters.co_signatures(letter).await?;
    let merged = letters.merged(letter, &all).await?;
    let asked_again = all.iter().filter(|one| one.state == CoSignatureState::Stale).count() as u64;
    let mut organizations: Vec<(OrganizationKind, Vec<CoSignerLine>)> =
        OrganizationKind::ALL.iter().map(|kind| (*kind, Vec::new())).collect();
    let (mut persons, mut organization_count, mut person_count) = (Vec::new(), 0, 0);
    for one in all.into_iter().filter(|one| one.state.counts() && !merged.contains_key(&one.id)) {
        let signatory = one.signatory.unwrap_or_default();
        if one.individual {
            person_count += 1;
            if !signatory.name.is_empty() {
                persons.push(CoSignerLine {
                    name: signatory.name,
                    site: None,
                    signatory: String::new(),
                    title: signatory.title,
                    affiliation: one.organization,
                });
            }
        } else {
            organization_count += 1;
            let line = CoSignerLine {
                name: one.organization,
                site: one.site,
                signatory: signatory.name,
                title: signatory.title,
                affiliation: String::new(),
            };
            if let Some((_, lines)) = organizations.iter_mut().find(|(kind, _)| *kind == one.kind) {
                lines.push(line);
            }
        }
    }
    organizations.retain(|(_, lines)| !lines.is_empty());
    let now = app.clock.now();
    let form = CoSignFormView {
        seen: if form.seen.is_empty() { app.store.keys().mark(now) } else { form.seen },
        version: text.number,
        person: form.person && letter.individuals,
        ..form
    };
    Ok(LetterView {
        campaign: about(campaign, locale),
        slug: letter.slug.clone(),
        text,
        deadline: letter.deadline.map(|at| at.to_zoned(campaign.zone.clone())),
        today: now.to_zoned(campaign.zone.clone()).date(),
        taking: taking(campaign, letter, now),
        individuals: letter.individuals,
        organizations,
        persons,
        organization_count,
        person_count,
        asked_again,
        earlier,
        form,
    })
}

/// `GET /c/{slug}/letters/{letter}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path((slug, letter)): Path<(String, String)>,
    Query(query): Query<As>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let person = query.r#as == "person";
    let source = redress_domain::share_label(&query.from).unwrap_or_default();
    let key = format!("/{}/c/{slug}/letters/{letter}?{person}&{source}", prefix.0.map_or("", Locale::code));
    app.cache
        .get(key, HTML, &headers, async || {
            let (campaign, letter) = load(&app, &slug, &letter).await?;
            let locale = prefix.locale(campaign.first_language());
            let mut form = CoSignFormView { person, ..CoSignFormView::default() };
            form.typed.set("source", source.clone());
            let view = view(&app, &campaign, &letter, locale, form).await?;
            let words = Words(locale);
            let page = letter::frame(words, &view, &app.settings.url(""));
            Ok(app.render(&page, || letter::page(words, &view)))
        })
        .await
}

/// What a form is answered with, where nothing was taken.
pub(super) async fn refused(
    app: &App,
    campaign: &Campaign,
    letter: &Letter,
    locale: Locale,
    status: StatusCode,
    form: CoSignFormView,
) -> Result<Response, Refusal> {
    let invited = form.invited.is_some();
    let view = view(app, campaign, letter, locale, form).await?;
    let words = Words(locale);
    let mut page = letter::frame(words, &view, &app.settings.url(""));
    page.indexed = false;
    if invited {
        (page.path, page.description) = (String::new(), String::new());
    }
    Ok(app.private(status, &page, || letter::page(words, &view)))
}

/// A form as it came, to be shown again.
pub(super) fn shown(fields: &Fields, invited: Option<(String, OrganizationKind)>) -> CoSignFormView {
    CoSignFormView {
        person: fields.get("who") == "person",
        typed: fields.typed(),
        seen: fields.get("seen").to_owned(),
        invited,
        ..CoSignFormView::default()
    }
}

/// What the public form and an invitation's have in common: reads it, and stores it.
pub(super) async fn take(
    app: &App,
    campaign: &Campaign,
    letter: &Letter,
    locale: Locale,
    fields: &Fields,
    invitation: Option<(CoSignatureId, String, OrganizationKind)>,
) -> Result<Result<(), Response>, Refusal> {
    let at = app.clock.now();
    let settled = invitation.as_ref().map(|(_, name, kind)| (name.clone(), *kind));
    let mut form = shown(fields, settled);
    let refuse = async |status, form| refused(app, campaign, letter, locale, status, form).await.map(Err);
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if taking(campaign, letter, at) != Taking::Open {
        form.notice = (taking(campaign, letter, at) == Taking::Late).then_some("letter-too-late");
        return refuse(unprocessable, form).await;
    }
    let raw = raw(fields);
    let rules = CoSignRules {
        individuals: letter.individuals,
        invited: invitation.is_some(),
        today: Some(at.to_zoned(campaign.zone.clone()).date()),
    };
    let parsed = match CoSignForm::parse(&raw, rules) {
        Ok(parsed) => parsed,
        Err(errors) => {
            form.errors = errors;
            return refuse(unprocessable, form).await;
        }
    };
    if is_hasty(app, &raw) {
        form.notice = Some("letter-hasty");
        form.typed.forget("website");
        return refuse(unprocessable, form).await;
    }
    let seen: i32 = fields.get("version").parse().unwrap_or_default();
    let signing = CoSigning {
        letter: letter.id,
        locale,
        at,
        version: seen,
        invitation: invitation.as_ref().map(|(id, _, _)| *id),
        form: parsed,
    };
    match app.store.letters().co_sign(&signing).await? {
        CoSigned::Taken => {
            app.mail_due.notify_one();
            Ok(Ok(()))
        }
        CoSigned::Late => {
            form.notice = Some("letter-too-late");
            refuse(unprocessable, form).await
        }
        CoSigned::Changed => {
            let versions = app.store.letters().versions(letter).await?;
            let old = versions.iter().find(|version| version.number == seen);
            if let (Some(old), Some(new)) = (old, versions.first()) {
                form.changed = Some(marked(&old.text, &new.text));
            }
            form.notice = Some("letter-changed-meanwhile");
            form.typed.forget("agreed");
            form.version = versions.first().map(|version| number(version.number)).unwrap_or_default();
            refuse(unprocessable, form).await
        }
        CoSigned::NotOpen(_) | CoSigned::Gone => Err(Refusal::Gone),
    }
}

/// `POST /c/{slug}/letters/{letter}`
pub async fn co_sign(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path((slug, letter)): Path<(String, String)>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let (campaign, letter) = load(&app, &slug, &letter).await?;
    let locale = prefix.locale(campaign.first_language());
    if !is_within(&app, peer, &headers) {
        let form = CoSignFormView { notice: Some("letter-slowly"), ..shown(&fields, None) };
        return refused(&app, &campaign, &letter, locale, StatusCode::TOO_MANY_REQUESTS, form).await;
    }
    match take(&app, &campaign, &letter, locale, &fields, None).await? {
        Ok(()) => {
            let sent = format!("/c/{slug}/letters/{}/sent", letter.slug);
            Ok(see_other(&shell::path(locale, campaign.first_language(), &sent)))
        }
        Err(response) => Ok(response),
    }
}

/// `GET /c/{slug}/letters/{letter}/sent`
pub async fn sent(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path((slug, letter)): Path<(String, String)>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
) -> Result<Response, Refusal> {
    let (campaign, letter) = load(&app, &slug, &letter).await?;
    let locale = prefix.locale(campaign.first_language());
    let words = Words(locale);
    let loopback_mail = app.settings.outbox().is_some() && peer.ip().is_loopback();
    let about = about(&campaign, locale);
    let page = redress_app::parts::sent_frame(words);
    Ok(app.private(StatusCode::OK, &page, || letter::sent(words, &about, &letter.slug, loopback_mail)))
}
