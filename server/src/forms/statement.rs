//! Statements at the desk, and the page for the press.
//! What nobody agreed to is not kept, and what is not shown is on no page.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::parts::{PictureNames, Typed};
use redress_app::statement::{PressView, StatementEditor, StatementRow, StatementView, StatementsView};
use redress_app::words::Words;
use redress_domain::{Action, FieldErrors, Locale, RawStatement, StatementDraft, StatementId, UploadKind};
use redress_store::{Campaign, Statement, StatementPictures};
use serde::Deserialize;

use super::campaign::public;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use super::{Fields, upload};
use crate::models;
use crate::web::client::see_other;
use crate::web::form::Files;
use crate::web::{App, Prefix, Refusal};

/// `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// A statement as pages show it.
pub async fn view(app: &App, statement: &Statement) -> Result<StatementView, Refusal> {
    models::statement_view(&app.store, statement).await.map_err(Into::into)
}

/// `GET /admin/c/{slug}/statements`
pub async fn list(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut rows = Vec::new();
    for statement in app.store.statements().all(campaign.id).await? {
        rows.push(StatementRow { shown: statement.shown, statement: view(&app, &statement).await? });
    }
    let view = StatementsView {
        title: title(&campaign),
        rows,
        done: match done.done.as_str() {
            "saved" => Some("statements-saved"),
            "shown" => Some("statements-done-shown"),
            "hidden" => Some("statements-done-hidden"),
            "removed" => Some("statements-removed"),
            _ => None,
        },
        slug: campaign.slug,
    };
    let desk = at.desk();
    let page = redress_app::statement::desk::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::statement::desk::page(WORDS, &desk, &view)))
}

/// `POST /admin/c/{slug}/statements`: `action` (up, down, show, hide, remove) and `statement`.
pub async fn decide(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let id: StatementId = fields.get("statement").parse().map_err(|_| Refusal::Form)?;
    let statements = app.store.statements();
    let done = match fields.get("action") {
        action @ ("up" | "down") => {
            statements.shift(campaign.id, id, action == "up").await?;
            ""
        }
        action @ ("show" | "hide") => {
            statements.show(at.author(), campaign.id, id, action == "show").await?;
            if action == "show" { "?done=shown" } else { "?done=hidden" }
        }
        "remove" => {
            if let Some(gone) = statements.remove(at.author(), campaign.id, id).await? {
                upload::discard(&app, gone.portrait, None).await?;
                upload::discard(&app, gone.logo, None).await?;
            }
            "?done=removed"
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/statements{done}")))
}

/// What the form for one statement is shown with.
#[derive(Default)]
struct Shown {
    typed: Typed,
    errors: FieldErrors,
}

async fn editor(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    statement: Option<&Statement>,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Refusal> {
    let picture =
        async |id| Ok::<_, Refusal>(upload::find(app, id).await?.as_ref().map(models::picture_view));
    let view = StatementEditor {
        slug: campaign.slug.clone(),
        title: title(campaign),
        id: statement.map(|statement| statement.id),
        portrait: picture(statement.and_then(|statement| statement.portrait)).await?,
        logo: picture(statement.and_then(|statement| statement.logo)).await?,
        typed: shown.typed,
        errors: shown.errors,
    };
    let desk = at.desk();
    let page = redress_app::statement::desk::editor_head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::statement::desk::editor(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/statements/new`
pub async fn show_new(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut shown = Shown::default();
    shown.typed.set("language", campaign.first_language().code());
    editor(&app, &at, &campaign, None, StatusCode::OK, shown).await
}

/// `GET /admin/c/{slug}/statements/{id}`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let statement = found(&app, &campaign, &id).await?;
    let mut shown = Shown::default();
    let said = &statement.said;
    for (name, value) in [
        ("text", said.text.as_str()),
        ("language", said.language.tag()),
        ("name", &said.name),
        ("title", &said.title),
        ("organization", &said.organization),
        ("permission", &said.permission),
    ] {
        shown.typed.set(name, value);
    }
    for (names, id) in [(PictureNames::PORTRAIT, statement.portrait), (PictureNames::LOGO, statement.logo)] {
        if let Some(picture) = upload::find(&app, id).await? {
            shown.typed.set(names.alt, picture.alt);
            shown.typed.set(names.permission, picture.permission);
        }
    }
    editor(&app, &at, &campaign, Some(&statement), StatusCode::OK, shown).await
}

async fn found(app: &App, campaign: &Campaign, id: &str) -> Result<Statement, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    app.store.statements().find(campaign.id, id).await?.ok_or(Refusal::NotFound)
}

/// `POST /admin/c/{slug}/statements/new`
pub async fn create(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    files: Files,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    write(&app, &at, &campaign, None, &files, &fields).await
}

/// `POST /admin/c/{slug}/statements/{id}`
pub async fn save(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    files: Files,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let statement = found(&app, &campaign, &id).await?;
    write(&app, &at, &campaign, Some(&statement), &files, &fields).await
}

async fn write(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    statement: Option<&Statement>,
    files: &Files,
    fields: &Fields,
) -> Result<Response, Refusal> {
    let raw = RawStatement {
        text: fields.get("text"),
        language: fields.get("language"),
        name: fields.get("name"),
        title: fields.get("title"),
        organization: fields.get("organization"),
        permission: fields.get("permission"),
    };
    let (draft, mut errors) = match StatementDraft::parse(raw) {
        Ok(draft) => (Some(draft), FieldErrors::default()),
        Err(errors) => (None, errors),
    };
    let was = StatementPictures {
        portrait: statement.and_then(|statement| statement.portrait),
        logo: statement.and_then(|statement| statement.logo),
    };
    let names = PictureNames::PORTRAIT;
    let portrait = upload::read(files, fields, names, UploadKind::Portrait, was.portrait, &mut errors).await;
    let logo = upload::read(files, fields, PictureNames::LOGO, UploadKind::Logo, was.logo, &mut errors).await;
    let draft = match draft {
        Some(draft) if errors.is_empty() => draft,
        _ => {
            let shown = Shown { typed: fields.typed(), errors };
            let status = upload::status(files);
            return editor(app, at, campaign, statement, status, shown).await;
        }
    };
    let by = Some(at.member.account);
    let is = StatementPictures {
        portrait: upload::keep(app, campaign.id, UploadKind::Portrait, by, portrait).await?,
        logo: upload::keep(app, campaign.id, UploadKind::Logo, by, logo).await?,
    };
    match statement {
        Some(statement) => {
            app.store.statements().change(at.author(), campaign.id, statement.id, &draft, is).await?;
        }
        None => {
            app.store.statements().add(at.author(), campaign.id, &draft, is).await?;
        }
    }
    upload::discard(app, was.portrait, is.portrait).await?;
    upload::discard(app, was.logo, is.logo).await?;
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{}/statements?done=saved", campaign.slug)))
}

/// `GET /c/{slug}/press`
pub async fn press(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let key = format!("/{}/c/{slug}/press", prefix.0.map_or("", Locale::code));
    app.cache
        .get(key, "text/html; charset=utf-8", &headers, async || {
            let campaign = public(&app, &slug).await?;
            let locale = prefix.locale(campaign.first_language());
            let now = app.clock.now();
            let share_url = app.settings.url(&format!("/c/{slug}"));
            let campaign_view = models::campaign_view(&app.store, now, &campaign, locale, share_url).await?;
            let view = PressView { campaign: campaign_view };
            let words = Words(locale);
            let page = redress_app::statement::press::frame(words, &view, &app.settings.url(""));
            Ok(app.render(&page, || redress_app::statement::press::page(words, &view)))
        })
        .await
}
