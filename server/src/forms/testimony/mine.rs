//! The writer's own page: `GET` and `POST /testimony/{token}`. A mailed link opens all of it; one that a browser was
//! given opens the draft, and ends when the mailbox has said yes.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::testimony::model::{MineView, SuggestionView, VersionView};
use redress_app::words::Words;
use redress_app::{dates, shell, testimony};
use redress_domain::{
    Locale, RawTestimonyForm, SavedBy, Speaking, SuggestionId, SuggestionState, TestimonyForm, TestimonyId,
    TestimonyState, clean_pasted, fill,
};
use redress_store::{Saved, Sending, Sent, Template, Testimony, TokenKind, Writer, Writing};
use serde::Deserialize;

use super::page::{Beside, difference, write_view};
use super::write::{hasty, slowly, too_long};
use super::{Setting, draft_of, fillings, is_hasty, is_within, letter_view, measure, raw, writing_of};
use crate::forms::Fields;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

const DONE: &[(&str, &str)] = &[
    ("draft", "draft-done-begun"),
    ("saved", "draft-done-saved"),
    ("share", "draft-done-share"),
    ("stop", "draft-done-stop"),
    ("take", "draft-done-take"),
    ("leave", "draft-done-leave"),
    ("restore", "draft-done-restore"),
    ("sent", "testimony-done-sent"),
    ("withdraw", "testimony-done-withdraw"),
    ("erase", "testimony-done-erase"),
    ("link", "testimony-done-link"),
];

/// `?done=…`: what was just done; anything else is passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// What a link names, and whether it was mailed.
pub(super) fn read(app: &App, token: &str) -> Option<(TestimonyId, bool)> {
    let keys = app.store.keys();
    let mailed = keys.read_token(TokenKind::MyTestimony, token).map(|id| (id, true));
    mailed.or_else(|_| keys.read_token(TokenKind::DraftTestimony, token).map(|id| (id, false))).ok()
}

/// A writer's page, loaded.
struct Own {
    token: String,
    known: bool,
    row: Testimony,
    setting: Setting,
    template: Option<Template>,
    locale: Locale,
}

impl Own {
    async fn load(app: &App, prefix: Prefix, token: String) -> Result<Self, Refusal> {
        let (id, known) = read(app, &token).ok_or(Refusal::NotFound)?;
        let row = app.store.testimonies().find(id).await?.ok_or(Refusal::Gone)?;
        let locale = prefix.locale(row.locale);
        let campaign = app.store.campaigns().find(row.campaign).await?.ok_or(Refusal::Gone)?;
        let setting = Setting::load(app, campaign.into(), locale).await?;
        let template = match row.template {
            Some(id) => app.store.templates().find(id).await?,
            None => None,
        };
        Ok(Self { token, known, row, setting, template, locale })
    }

    /// A mailbox has said yes since: a link that a browser was given opens nothing more.
    const fn handed_over(&self) -> bool {
        self.row.confirmed_at.is_some() && !self.known
    }

    fn is_open(&self) -> bool {
        self.row.state.is_open() && self.row.writer.is_some() && !self.handed_over()
    }

    /// What is kept, as the form had it.
    fn raw(&self) -> RawTestimonyForm {
        let row = &self.row;
        let writer = row.writer.clone().unwrap_or_default();
        RawTestimonyForm {
            hearing: row.hearing.map(|id| id.to_string()).unwrap_or_default(),
            matter: row.matters.iter().map(ToString::to_string).collect(),
            stance: row.stance.map(|one| one.as_str().to_owned()).unwrap_or_default(),
            language: row.language.clone(),
            template: self.template.as_ref().map(|one| one.slug.to_string()).unwrap_or_default(),
            text: writer.text,
            name: writer.name,
            email: writer.email,
            zip: row.zip.clone(),
            residency: row.residency.map(|one| one.as_str().to_owned()).unwrap_or_default(),
            organization: writer.organization.unwrap_or_default(),
            title: writer.title.unwrap_or_default(),
            authority: writer.authority.unwrap_or_default(),
            speaking: if row.state == TestimonyState::Draft && row.speaking == Speaking::No {
                String::new()
            } else {
                row.speaking.as_str().to_owned()
            },
            news: if row.news { "on" } else { "" }.to_owned(),
            ..RawTestimonyForm::default()
        }
    }

    /// What is kept, with another text.
    fn with_text(&self, text: String) -> Writing {
        let writer = self.row.writer.clone().unwrap_or_default();
        let row = &self.row;
        Writing {
            hearing: row.hearing,
            matters: row.matters.clone(),
            stance: row.stance,
            language: row.language.clone(),
            residency: row.residency,
            zip: row.zip.clone(),
            for_organization: row.for_organization,
            template: row.template,
            speaking: row.speaking,
            news: row.news,
            measure: measure(&text, self.template.as_ref()),
            writer: Writer { text, ..writer },
        }
    }
}

/// `GET /testimony/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let own = Own::load(&app, prefix, token).await?;
    let done = DONE.iter().find(|(name, _)| *name == done.done).map(|(_, message)| *message);
    let raw = own.raw();
    page(&app, &own, StatusCode::OK, raw, Beside::default(), done, None).await
}

async fn page(
    app: &App,
    own: &Own,
    status: StatusCode,
    raw: RawTestimonyForm,
    beside: Beside,
    done: Option<&'static str>,
    wrong: Option<(&'static str, &'static str)>,
) -> Result<Response, Refusal> {
    let (row, locale) = (&own.row, own.locale);
    let words = Words(locale);
    let testimonies = app.store.testimonies();
    let open = own.is_open();
    let kept = !own.handed_over() && row.writer.is_some();
    let zone = &own.setting.campaign.zone;
    let today = app.clock.now().to_zoned(zone.clone()).date();
    let when = |at: jiff::Timestamp| dates::day_and_time(words, &at.to_zoned(zone.clone()), today);
    let stands = row.writer.as_ref().map(|writer| writer.text.clone()).unwrap_or_default();
    let mut versions = Vec::new();
    let mut suggestions = Vec::new();
    if open {
        for one in testimonies.versions(row.id).await? {
            versions.push(VersionView {
                number: one.number,
                saved_by: one.saved_by,
                when: when(one.saved_at),
                stands: one.number == row.text_number,
                text: one.text,
            });
        }
        for one in testimonies.suggestions(row.id).await? {
            suggestions.push(SuggestionView {
                id: one.id,
                name: one.suggested.name,
                comment: one.suggested.comment,
                when: when(one.made_at),
                state: one.state,
                pieces: one.suggested.text.map(|text| difference(&stands, &text)),
            });
        }
    }
    let mut others = Vec::new();
    if own.known {
        for other in testimonies.of_same_mailbox(row.id).await? {
            if other.id == row.id || other.writer.is_none() {
                continue;
            }
            let Some(campaign) = app.store.campaigns().find(other.campaign).await? else { continue };
            let token = app.store.keys().token(TokenKind::MyTestimony, other.id);
            others.push((campaign.text(locale).1.title.clone(), other.state, format!("/testimony/{token}")));
        }
    }
    let write = open.then(|| {
        let beside = Beside {
            base: row.text_number,
            token: own.token.clone(),
            known: own.known && row.state == TestimonyState::Returned,
            returned: row.desk.reason.clone().filter(|_| row.state == TestimonyState::Returned),
            ..beside
        };
        let path = format!("/testimony/{}", own.token);
        let action = if locale == row.locale { path } else { format!("/{locale}{path}") };
        write_view(app, &own.setting, locale, raw, own.template.as_ref(), action, beside)
    });
    let view = MineView {
        campaign: own.setting.about(locale),
        token: own.token.clone(),
        state: row.state,
        letter: (kept && write.is_none()).then(|| letter_view(&own.setting, row)),
        write,
        versions,
        suggestions,
        share_url: row.share.map(|share| {
            let token = app.store.keys().token(TokenKind::SharedDraft, share);
            app.settings.url(&format!("/drafts/{token}"))
        }),
        others,
        known: own.known,
        handed_over: own.handed_over(),
        done,
        wrong,
    };
    let page = testimony::mine_frame(words, &view);
    Ok(app.private(status, &page, || testimony::mine(words, &view)))
}

/// `POST /testimony/{token}`
pub async fn change(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let at = app.clock.now();
    let own = Own::load(&app, prefix, token).await?;
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    let done = |what: &str| Ok(see_other(&format!("{language}/testimony/{}?done={what}", own.token)));
    let testimonies = app.store.testimonies();
    let id = own.row.id;
    match fields.get("do") {
        "link" => {
            testimonies.mail_link(id).await?;
            app.mail_due.notify_one();
            return done("link");
        }
        // What a browser's link may do ends with the mailbox's yes.
        _ if own.handed_over() => return Err(Refusal::Forbidden),
        "withdraw" => {
            testimonies.withdraw(id).await?;
            return done("withdraw");
        }
        "erase" if fields.get("sure") == "on" => {
            testimonies.erase(id).await?;
            return done("erase");
        }
        "erase" => {
            let wrong = Some(("sure", "testimony-error-sure"));
            let (status, raw) = (StatusCode::UNPROCESSABLE_ENTITY, own.raw());
            return page(&app, &own, status, raw, Beside::default(), None, wrong).await;
        }
        _ => {}
    }
    if !own.is_open() {
        // It was sent or taken back meanwhile, in another tab: the page says so, and what was typed is in the form.
        let (status, raw) = (StatusCode::CONFLICT, own.raw());
        return page(&app, &own, status, raw, Beside::default(), None, None).await;
    }
    match fields.get("do") {
        "share" => {
            testimonies.share(id).await?;
            done("share")
        }
        "stop" => {
            testimonies.stop_sharing(id).await?;
            done("stop")
        }
        "restore" => {
            let number: i32 = fields.get("version").parse().map_err(|_| Refusal::Form)?;
            let versions = testimonies.versions(id).await?;
            let version = versions.into_iter().find(|one| one.number == number).ok_or(Refusal::Form)?;
            let writing = own.with_text(version.text);
            testimonies.save(id, own.row.text_number, &writing, SavedBy::Writer).await?;
            done("restore")
        }
        "leave" => {
            let suggestion: SuggestionId = fields.get("suggestion").parse().map_err(|_| Refusal::Form)?;
            testimonies.decide(id, suggestion, SuggestionState::Left).await?;
            done("leave")
        }
        "take" => take(&app, &own, &fields, &language).await,
        _ => write(&app, &own, &fields, at, (peer, &headers), &language).await,
    }
}

/// Takes what a reader proposed, as a version of its own.
async fn take(app: &App, own: &Own, fields: &Fields, language: &str) -> Result<Response, Refusal> {
    let testimonies = app.store.testimonies();
    let id = own.row.id;
    let wanted: SuggestionId = fields.get("suggestion").parse().map_err(|_| Refusal::Form)?;
    let all = testimonies.suggestions(id).await?;
    let found = all.into_iter().find(|one| one.id == wanted && one.state == SuggestionState::Open);
    // Another tab has decided: the page says what.
    let text = found.and_then(|one| one.suggested.text);
    if let Some(text) = text {
        let base = fields.get("base").parse().unwrap_or(own.row.text_number);
        if base != own.row.text_number {
            let notice = Some((false, Words(own.locale).say("draft-take-behind")));
            let (status, beside) = (StatusCode::CONFLICT, Beside { notice, ..Beside::default() });
            return page(app, own, status, own.raw(), beside, None, None).await;
        }
        match testimonies.save(id, base, &own.with_text(text), SavedBy::Suggestion).await? {
            Saved::Now(_) => {}
            Saved::Behind(_) | Saved::NotOpen(_) | Saved::Gone => return Err(Refusal::Form),
        }
        testimonies.decide(id, wanted, SuggestionState::Taken).await?;
    }
    Ok(see_other(&format!("{language}/testimony/{}?done=take", own.token)))
}

/// The form: filled in, looked over, saved or sent.
async fn write(
    app: &App,
    own: &Own,
    fields: &Fields,
    at: jiff::Timestamp,
    from: (SocketAddr, &HeaderMap),
    language: &str,
) -> Result<Response, Refusal> {
    let words = Words(own.locale);
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let mut raw = raw(fields);
    let base: i32 = fields.get("base").parse().unwrap_or(own.row.text_number);
    if own.known && own.row.state == TestimonyState::Returned {
        // The mailbox that said yes stays: another one would have to be asked first.
        raw.email = own.raw().email;
    }
    let template = own.setting.template(app, &raw.template, own.locale).await?;
    let template = template.as_ref().or(own.template.as_ref());
    if let Some(beside) = too_long(words, &raw) {
        return page(app, own, refused, raw, beside, None, None).await;
    }
    let action = fields.get("do");
    if action == "fill" {
        let filled = fillings(fields);
        raw.text = fill(&raw.text, |part| {
            filled.iter().find(|(name, _)| name == part).map(|(_, value)| value.as_str())
        });
    }
    if action != "draft" {
        raw.text = clean_pasted(&raw.text);
    }
    let testimonies = app.store.testimonies();
    let form = (action == "send").then(|| TestimonyForm::parse(&raw, &own.setting.rules));
    let chosen = raw.hearing(&own.setting.rules).map(|hearing| hearing.id);
    let closed = own.setting.closed(words, chosen).is_some();
    let (told, form) = match form {
        Some(Ok(form)) if !closed => (None, Some(form)),
        Some(Err(told)) => (Some(told), None),
        _ => (None, None),
    };
    if let Some(form) = form {
        if is_hasty(app, &raw) {
            let raw = RawTestimonyForm { website: String::new(), ..raw };
            return page(app, own, refused, raw, hasty(words), None, None).await;
        }
        if !own.known && !is_within(app, from.0, from.1) {
            return page(app, own, StatusCode::TOO_MANY_REQUESTS, raw, slowly(words), None, None).await;
        }
        let sending = Sending {
            campaign: own.row.campaign,
            locale: own.locale,
            source: own.row.source.clone(),
            at,
            writing: writing_of(form, template),
            draft: Some((own.row.id, base)),
            known: own.known,
        };
        let returned = own.row.state == TestimonyState::Returned;
        return match testimonies.send(&sending).await? {
            Sent::Taken(_) if own.known && returned => {
                Ok(see_other(&format!("{language}/testimony/{}?done=sent", own.token)))
            }
            Sent::Taken(_) => {
                app.mail_due.notify_one();
                let (first, slug) = (own.setting.campaign.first_language(), &own.setting.campaign.slug);
                Ok(see_other(&shell::path(own.locale, first, &format!("/c/{slug}/testimony/sent"))))
            }
            Sent::Behind(_) => behind(app, own, raw).await,
            Sent::Late => page(app, own, refused, raw, Beside::default(), None, None).await,
            Sent::NotOpen(_) | Sent::Gone => Ok(see_other(&format!("{language}/testimony/{}", own.token))),
        };
    }
    // Whatever is wrong with it or looked at, what was typed is kept.
    let writing = draft_of(&raw, &own.setting, template);
    match testimonies.save(own.row.id, base, &writing, SavedBy::Writer).await? {
        Saved::Now(number) => {
            if action == "draft" {
                return Ok(see_other(&format!("{language}/testimony/{}?done=saved", own.token)));
            }
            let mut own = Own::load(app, Prefix(Some(own.locale)), own.token.clone()).await?;
            own.row.text_number = number;
            let status = if told.is_some() || closed { refused } else { StatusCode::OK };
            let beside = Beside {
                told: told.unwrap_or_default(),
                fillings: fillings(fields),
                preview: action == "preview",
                ..Beside::default()
            };
            page(app, &own, status, raw, beside, None, None).await
        }
        Saved::Behind(_) => behind(app, own, raw).await,
        Saved::NotOpen(_) | Saved::Gone => Ok(see_other(&format!("{language}/testimony/{}", own.token))),
    }
}

/// Another save came first: both texts, and the difference. Saving again puts this one on top; the other stays a
/// version.
async fn behind(app: &App, own: &Own, raw: RawTestimonyForm) -> Result<Response, Refusal> {
    let own = Own::load(app, Prefix(Some(own.locale)), own.token.clone()).await?;
    let stands = own.row.writer.as_ref().map(|writer| writer.text.clone()).unwrap_or_default();
    let beside = Beside { behind: Some(difference(&stands, &raw.text)), ..Beside::default() };
    page(app, &own, StatusCode::CONFLICT, raw, beside, None, None).await
}
