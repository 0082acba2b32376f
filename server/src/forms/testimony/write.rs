//! Writing a new testimony: `GET` and `POST /c/{slug}/testimony`, and the page that says where to look next.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::islands::DraftSaved;
use redress_app::islands::ask::DraftText;
use redress_app::shell;
use redress_app::testimony;
use redress_app::words::Words;
use redress_domain::{
    Language, Locale, RawTestimonyForm, SavedBy, Speaking, TestimonyForm, TestimonyId, clean_pasted,
};
use redress_store::{Campaign, Saved, Sending, Sent, Template, TokenKind, Writer, Writing};
use serde::Deserialize;

use super::page::{Beside, write_view};
use super::{Setting, draft_of, filled, fillings, is_hasty, is_within, measure, raw, writing_of};
use crate::forms::Fields;
use crate::forms::campaign::public;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// `?template=slug&from=label`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Begin {
    template: String,
    from: String,
}

/// A campaign the public may see, that asks for testimony.
async fn asking(app: &App, slug: &str) -> Result<Arc<Campaign>, Refusal> {
    let campaign = public(app, slug).await?;
    if campaign.testimony { Ok(campaign) } else { Err(Refusal::NotFound) }
}

/// `GET /c/{slug}/testimony`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    Query(begin): Query<Begin>,
) -> Result<Response, Refusal> {
    let campaign = asking(&app, &slug).await?;
    let locale = prefix.locale(campaign.first_language());
    let setting = Setting::load(&app, campaign, locale, app.clock.now()).await?;
    let template = setting.template(&app, &begin.template, locale).await?.filter(|one| !one.retired);
    let raw = RawTestimonyForm {
        template: template.as_ref().map(|one| one.slug.to_string()).unwrap_or_default(),
        text: template.as_ref().map(|one| one.body_text.trim().to_owned()).unwrap_or_default(),
        language: template.as_ref().map(|one| one.locale.code().to_owned()).unwrap_or_default(),
        source: begin.from,
        ..RawTestimonyForm::default()
    };
    Ok(page(&app, &setting, locale, StatusCode::OK, raw, template.as_ref(), Beside::default()))
}

fn page(
    app: &App,
    setting: &Setting,
    locale: Locale,
    status: StatusCode,
    raw: RawTestimonyForm,
    template: Option<&Template>,
    beside: Beside,
) -> Response {
    let words = Words(locale);
    let action = setting.about(locale).path(locale, "/testimony");
    let view = write_view(app, setting, locale, raw, template, action, beside);
    let page = testimony::write_frame(words, &view, &app.settings.url(""));
    app.private(status, &page, || testimony::write(words, &view))
}

/// `POST /c/{slug}/testimony`
pub async fn submit(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let at = app.clock.now();
    let campaign = asking(&app, &slug).await?;
    let (id, first) = (campaign.id, campaign.first_language());
    let locale = prefix.locale(first);
    let words = Words(locale);
    let setting = Setting::load(&app, campaign, locale, at).await?;
    let mut raw = raw(&fields);
    let template = setting.template(&app, &raw.template, locale).await?;
    let template = template.as_ref();
    let answer = |status, raw, beside| Ok(page(&app, &setting, locale, status, raw, template, beside));
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let chosen = raw.hearing(&setting.rules).map(|hearing| hearing.id);
    if setting.closed(words, chosen).is_some() {
        return answer(refused, raw, Beside::default());
    }
    // Before anything is made of it: what follows costs as much as the text is long.
    if let Some(beside) = too_long(words, &raw) {
        return answer(refused, raw, beside);
    }
    match fields.get("do") {
        "fill" => {
            let fillings = fillings(&fields);
            raw.text = filled(&raw.text, &fillings);
            answer(StatusCode::OK, raw, Beside { fillings, ..Beside::default() })
        }
        "preview" => {
            raw.text = clean_pasted(&raw.text);
            let beside = Beside { preview: true, fillings: fillings(&fields), ..Beside::default() };
            answer(StatusCode::OK, raw, beside)
        }
        "draft" => {
            if !is_within(&app, peer, &headers) {
                return answer(StatusCode::TOO_MANY_REQUESTS, raw, slowly(words));
            }
            let source = redress_domain::share_label(&raw.source);
            let writing = draft_of(&raw, &setting, template);
            let draft = app.store.testimonies().begin(id, locale, source, &writing).await?;
            Ok(see_other(&draft_path(&app, prefix, draft, "?done=draft")))
        }
        _ => {
            let form = match TestimonyForm::parse(&raw, &setting.rules) {
                Ok(form) => form,
                Err(told) => {
                    let beside = Beside { told, fillings: fillings(&fields), ..Beside::default() };
                    return answer(refused, raw, beside);
                }
            };
            if is_hasty(&app, &raw) {
                return answer(refused, RawTestimonyForm { website: String::new(), ..raw }, hasty(words));
            }
            if !is_within(&app, peer, &headers) {
                return answer(StatusCode::TOO_MANY_REQUESTS, raw, slowly(words));
            }
            let source = form.source.clone();
            let writing = writing_of(form, template);
            let sending = Sending { campaign: id, locale, source, at, writing, draft: None, known: false };
            if let Sent::Late = app.store.testimonies().send(&sending).await? {
                // It was on time when the form was read, and the hearing was moved in the same moment.
                return answer(refused, raw, Beside::default());
            }
            app.mail_due.notify_one();
            Ok(see_other(&shell::path(locale, first, &format!("/c/{slug}/testimony/sent"))))
        }
    }
}

/// A text that is no letter any more: too long even for a draft.
pub(super) fn too_long(words: Words, raw: &RawTestimonyForm) -> Option<Beside> {
    (raw.text.chars().count() > TestimonyForm::LONGEST)
        .then(|| Beside { notice: Some((false, words.say("error-testimony-long"))), ..Beside::default() })
}

pub(super) fn hasty(words: Words) -> Beside {
    Beside { notice: Some((false, words.say("testimony-hasty"))), preview: true, ..Beside::default() }
}

pub(super) fn slowly(words: Words) -> Beside {
    Beside { notice: Some((false, words.say("testimony-slowly"))), ..Beside::default() }
}

/// The path of a draft, by the link a browser is given.
fn draft_path(app: &App, prefix: Prefix, draft: TestimonyId, rest: &str) -> String {
    let token = app.store.keys().token(TokenKind::DraftTestimony, draft);
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    format!("{language}/testimony/{token}{rest}")
}

/// `GET /c/{slug}/testimony/sent`
pub async fn sent(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(slug): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
) -> Result<Response, Refusal> {
    let campaign = asking(&app, &slug).await?;
    let locale = prefix.locale(campaign.first_language());
    let words = Words(locale);
    let about = super::setting::about(&campaign, locale);
    let loopback_mail = app.settings.outbox().is_some() && peer.ip().is_loopback();
    let page = redress_app::parts::sent_frame(words);
    Ok(app.private(StatusCode::OK, &page, || testimony::sent(words, &about, loopback_mail)))
}

/// A draft's text that saves itself: begun with its first sentences, then version by version.
pub async fn save_draft(
    app: &App,
    from: Option<(SocketAddr, &HeaderMap)>,
    draft: DraftText,
) -> Result<DraftSaved, Refusal> {
    let text = draft.text.replace("\r\n", "\n");
    if text.chars().count() > TestimonyForm::LONGEST {
        return Ok(DraftSaved::Closed);
    }
    let language = Language::parse(&draft.language).map(|one| one.tag().to_owned()).unwrap_or_default();
    let testimonies = app.store.testimonies();
    if draft.token.is_empty() {
        let campaign = asking(app, &draft.slug).await?;
        let (id, first) = (campaign.id, campaign.first_language());
        let setting = Setting::load(app, campaign, first, app.clock.now()).await?;
        let within = from.is_some_and(|(peer, headers)| is_within(app, peer, headers));
        if setting.closed(Words(draft.locale), None).is_some() || !within {
            return Ok(DraftSaved::Closed);
        }
        let template = setting.template(app, &draft.template, draft.locale).await?;
        let writing = only_text(text, language, template.as_ref());
        let words = writing.measure.words as usize;
        let source = redress_domain::share_label(&draft.source);
        let begun = testimonies.begin(id, draft.locale, source, &writing).await?;
        let token = app.store.keys().token(TokenKind::DraftTestimony, begun);
        return Ok(DraftSaved::Now { number: 1, token, words });
    }
    let Some((id, known)) = super::mine::read(app, &draft.token) else { return Ok(DraftSaved::Closed) };
    let Some(row) = testimonies.find(id).await? else { return Ok(DraftSaved::Closed) };
    if (row.confirmed_at.is_some() && !known) || !super::may_save(app, id) {
        return Ok(DraftSaved::Closed);
    }
    let Some(writer) = row.writer else { return Ok(DraftSaved::Closed) };
    let template = match row.template {
        Some(template) => app.store.templates().find(template).await?,
        None => None,
    };
    let writing = Writing {
        hearing: row.hearing,
        matters: row.matters,
        stance: row.stance,
        language: if language.is_empty() { row.language } else { language },
        residency: row.residency,
        zip: row.zip,
        for_organization: row.for_organization,
        template: row.template,
        speaking: row.speaking,
        news: row.news,
        measure: measure(&text, template.as_ref()),
        writer: Writer { text, ..writer },
    };
    Ok(match testimonies.save(id, draft.base, &writing, SavedBy::Autosave).await? {
        Saved::Now(number) => {
            DraftSaved::Now { number, token: String::new(), words: writing.measure.words as usize }
        }
        Saved::Behind(_) => DraftSaved::Behind,
        Saved::NotOpen(_) | Saved::Gone => DraftSaved::Closed,
    })
}

fn only_text(text: String, language: String, template: Option<&Template>) -> Writing {
    Writing {
        hearing: None,
        matters: Vec::new(),
        stance: None,
        language,
        residency: None,
        zip: String::new(),
        for_organization: false,
        template: template.map(|template| template.id),
        speaking: Speaking::No,
        news: false,
        measure: measure(&text, template),
        writer: Writer { text, ..Writer::default() },
    }
}
