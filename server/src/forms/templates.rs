//! Templates at the desk: written, shown with the parts they ask for, retired and offered again.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::templates::{
    LONGEST_SUMMARY, LONGEST_TEXT, LONGEST_TITLE, TemplateRow, TemplatesView,
};
use redress_app::parts::Typed;
use redress_domain::{
    Action, FieldErrors, Locale, Slug, TemplateId, TemplateKind, clean_line, clean_text, fixed_parts, parts,
};
use redress_store::{Campaign, TemplateDraft, TemplateRefused};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// `?template=…`, `?done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Open {
    #[serde(default)]
    template: String,
    #[serde(default)]
    done: String,
}

/// What a form left behind.
#[derive(Default)]
struct Left {
    template: Option<TemplateId>,
    open: bool,
    typed: Typed,
    errors: FieldErrors,
    parts: Option<Vec<String>>,
    done: Option<&'static str>,
}

async fn page(
    app: &App,
    at: &AtDesk,
    status: StatusCode,
    campaign: &Campaign,
    left: Left,
) -> Result<Response, Refusal> {
    let rows = app.store.templates().all(campaign.id).await?;
    let view = TemplatesView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        languages: campaign.languages.clone(),
        rows: rows
            .into_iter()
            .map(|template| TemplateRow {
                id: template.id,
                slug: template.slug,
                kind: template.kind,
                locale: template.locale,
                stance: template.stance,
                title: template.title,
                parts: parts(&template.body_text).len(),
                retired: template.retired,
            })
            .collect(),
        template: left.template,
        open: left.open,
        typed: left.typed,
        errors: left.errors,
        parts: left.parts,
        done: left.done,
    };
    let desk = at.desk();
    let page = redress_app::desk::templates::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::desk::templates::page(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/templates`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(open): Query<Open>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut left = Left {
        done: match open.done.as_str() {
            "saved" => Some("templates-done-saved"),
            "retired" => Some("templates-done-retired"),
            "offered" => Some("templates-done-offered"),
            _ => None,
        },
        ..Left::default()
    };
    if let Ok(id) = open.template.parse::<TemplateId>()
        && let Some(template) = app.store.templates().find(id).await?
        && template.campaign == campaign.id
    {
        let typed = &mut left.typed;
        typed.set("slug", template.slug.as_str());
        typed.set("kind", template.kind.as_str());
        typed.set("locale", template.locale.code());
        typed.set("stance", template.stance.map(|stance| stance.as_str()).unwrap_or_default());
        typed.set("title", template.title.as_str());
        typed.set("summary", template.summary.as_str());
        typed.set("position", template.position.to_string());
        left.parts = Some(parts(&template.body_text).into_iter().map(str::to_owned).collect());
        typed.set("body_text", template.body_text);
        (left.template, left.open) = (Some(id), true);
    }
    page(&app, &at, StatusCode::OK, &campaign, left).await
}

/// `POST /admin/c/{slug}/templates`
pub async fn write(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let id = fields.get("id");
    let id = if id.is_empty() { None } else { Some(id.parse().map_err(|_| Refusal::Form)?) };
    let back = |verb: &str| {
        app.cache.refresh();
        Ok(see_other(&format!("/admin/c/{slug}/templates?done={verb}")))
    };
    match (fields.get("action"), id) {
        ("retire", Some(id)) => {
            app.store.templates().retire(at.author(), campaign.id, id, true).await?;
            return back("retired");
        }
        ("offer", Some(id)) => {
            app.store.templates().retire(at.author(), campaign.id, id, false).await?;
            return back("offered");
        }
        ("save" | "preview", _) => {}
        _ => return Err(Refusal::Form),
    }
    let shown = |errors: FieldErrors| Left {
        template: id,
        open: true,
        typed: fields.typed(),
        errors,
        parts: Some(parts(fields.get("body_text")).into_iter().map(str::to_owned).collect()),
        done: None,
    };
    let draft = match draft(&campaign, &fields) {
        Ok(draft) => draft,
        Err(errors) => {
            return page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, &campaign, shown(errors)).await;
        }
    };
    if fields.get("action") == "preview" {
        return page(&app, &at, StatusCode::OK, &campaign, shown(FieldErrors::default())).await;
    }
    let (field, message) = match app.store.templates().save(at.author(), campaign.id, id, &draft).await {
        Ok(_) => return back("saved"),
        Err(TemplateRefused::SlugTaken) => ("slug", "error-template-slug-taken"),
        Err(TemplateRefused::Gone) => ("title", "error-template-gone"),
        Err(TemplateRefused::Store(error)) => return Err(error.into()),
    };
    let mut errors = FieldErrors::default();
    errors.add(field, message);
    page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, &campaign, shown(errors)).await
}

fn draft(campaign: &Campaign, fields: &Fields) -> Result<TemplateDraft, FieldErrors> {
    let mut errors = FieldErrors::default();
    let kind = errors.check("kind", fields.get("kind").parse().map_err(|_| "error-template-kind"));
    let locale: Option<Locale> = fields.get("locale").parse().ok();
    let locale = locale.filter(|locale| campaign.languages.contains(locale));
    if locale.is_none() {
        errors.add("locale", "error-template-locale");
    }
    let title = clean_line(fields.get("title"));
    if title.is_empty() {
        errors.add("title", "error-template-title");
    } else if title.chars().count() > LONGEST_TITLE {
        errors.add("title", "error-template-title-long");
    }
    let slug = clean_line(fields.get("slug"));
    let slug = if slug.is_empty() { Slug::propose(&title) } else { Slug::parse(&slug) };
    let slug = slug.map_err(|_| "error-template-slug");
    // Without a title there is nothing to make an address from, and that is said already.
    let slug = if title.is_empty() { slug.ok() } else { errors.check("slug", slug) };
    let summary = clean_line(fields.get("summary"));
    if summary.chars().count() > LONGEST_SUMMARY {
        errors.add("summary", "error-template-summary-long");
    }
    let body_text = lines_kept(fields.get("body_text"));
    if body_text.is_empty() {
        errors.add("body_text", "error-template-text");
    } else if body_text.chars().count() > LONGEST_TEXT {
        errors.add("body_text", "error-template-text-long");
    } else if fixed_parts(&body_text).iter().any(|text| text.contains(['{', '}'])) {
        errors.add("body_text", "error-template-brace");
    }
    let position = clean_line(fields.get("position"));
    let position = if position.is_empty() { Ok(0) } else { position.parse::<u16>() };
    let position = position.ok().filter(|position| *position < 1_000);
    if position.is_none() {
        errors.add("position", "error-template-position");
    }
    let stance = fields.get("stance").parse().ok().filter(|_| kind == Some(TemplateKind::Testimony));
    match (slug, kind, locale, position) {
        (Some(slug), Some(kind), Some(locale), Some(position)) if errors.is_empty() => Ok(TemplateDraft {
            slug,
            kind,
            locale,
            stance,
            title,
            summary,
            body_text,
            position: i32::from(position),
        }),
        _ => Err(errors),
    }
}

/// As [`clean_text`], but two spaces or a backslash at the end of a line stay: they break it.
fn lines_kept(text: &str) -> String {
    let marked: Vec<String> = text
        .replace("\r\n", "\n")
        .split('\n')
        .map(|line| if line.ends_with("  ") { format!("{}\\", line.trim_end()) } else { line.to_owned() })
        .collect();
    clean_text(&marked.join("\n"))
}
