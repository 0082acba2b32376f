//! The writer's own page: `GET` and `POST /testimony/{token}`. A mailed link opens all of it; one that a browser was
//! given opens the draft, and ends when the mailbox has said yes.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Extension;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use redress_app::testimony::model::{MineView, Piece, SuggestionView, VersionView};
use redress_app::words::Words;
use redress_app::{dates, shell, testimony};
use redress_domain::{
    Locale, RawTestimonyForm, SavedBy, Speaking, SuggestionId, SuggestionState, TestimonyForm, TestimonyId,
    TestimonyState, clean_pasted,
};
use redress_store::{Saved, Sending, Sent, Template, Testimony, TokenKind, Writer, Writing};
use serde::Deserialize;

use super::page::{Beside, difference, soon, write_view};
use super::write::{hasty, slowly, too_long};
use super::{
    Setting, draft_of, filled, fillings, is_hasty, is_within, letter_view, may_save, measure, raw, writing_of,
};
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

/// `?done=…`: what was just done; anything else is passed over. `?version=3`: the version to be read.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
    version: Option<i32>,
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
    async fn load(app: &App, prefix: Prefix, token: String, now: Timestamp) -> Result<Self, Refusal> {
        let (id, known) = read(app, &token).ok_or(Refusal::NotFound)?;
        let row = app.store.testimonies().find(id).await?.ok_or(Refusal::Gone)?;
        let locale = prefix.locale(row.locale);
        let campaign = app.store.campaigns().find(row.campaign).await?.ok_or(Refusal::Gone)?;
        let setting = Setting::load(app, campaign.into(), locale, now).await?;
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

    /// As it is now, after something was saved.
    async fn anew(&self, app: &App) -> Result<Self, Refusal> {
        Self::load(app, Prefix(Some(self.locale)), self.token.clone(), self.setting.now).await
    }

    /// It was sent back, and its writer came by a mailed link: mailbox and hearing are settled.
    fn is_returned(&self) -> bool {
        self.known && self.row.state == TestimonyState::Returned
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

    /// What was typed. Of a text that was sent back the mailbox stays, which said yes.
    fn typed(&self, fields: &Fields) -> RawTestimonyForm {
        let mut raw = raw(fields);
        if self.is_returned() {
            let kept = self.raw();
            (raw.email, raw.hearing) = (kept.email, kept.hearing);
        }
        raw
    }

    /// Of a text that was sent back the hearing stays as well: its place there is the mailbox's.
    fn settled(&self, writing: Writing) -> Writing {
        if self.is_returned() { Writing { hearing: self.row.hearing, ..writing } } else { writing }
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

/// What a page adds to what is kept.
#[derive(Default)]
struct Extra {
    beside: Beside,
    done: Option<&'static str>,
    /// The field of a refused action, and why.
    wrong: Option<(&'static str, &'static str)>,
    /// The version to be read.
    version: Option<i32>,
    /// What was typed into a form that is closed.
    unsaved: String,
}

impl From<Beside> for Extra {
    fn from(beside: Beside) -> Self {
        Self { beside, ..Self::default() }
    }
}

/// `GET /testimony/{token}`
pub async fn show(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let own = Own::load(&app, prefix, token, app.clock.now()).await?;
    let message = DONE.iter().find(|(name, _)| *name == done.done).map(|(_, message)| *message);
    let raw = own.raw();
    page(&app, &own, StatusCode::OK, raw, Extra { done: message, version: done.version, ..Extra::default() })
        .await
}

async fn page(
    app: &App,
    own: &Own,
    status: StatusCode,
    raw: RawTestimonyForm,
    extra: Extra,
) -> Result<Response, Refusal> {
    let (row, locale) = (&own.row, own.locale);
    let words = Words(locale);
    let testimonies = app.store.testimonies();
    let open = own.is_open();
    let kept = !own.handed_over() && row.writer.is_some();
    let zone = &own.setting.campaign.zone;
    let today = app.clock.now().to_zoned(zone.clone()).date();
    let when = |at: Timestamp| dates::day_and_time(words, &at.to_zoned(zone.clone()), today);
    let stands = row.writer.as_ref().map(|writer| writer.text.clone()).unwrap_or_default();
    let mut versions = Vec::new();
    let mut suggestions = Vec::new();
    if open {
        for one in testimonies.versions(row.id).await? {
            let read = extra.version == Some(one.number);
            versions.push(VersionView {
                number: one.number,
                saved_by: one.saved_by,
                when: when(one.saved_at),
                stands: one.number == row.text_number,
                text: if read { testimonies.version_text(row.id, one.number).await? } else { None },
            });
        }
        let given = testimonies.suggestions(row.id).await?;
        // What was decided is not compared any more.
        let open = given.iter().filter(|one| one.state == SuggestionState::Open);
        let texts = open.filter_map(|one| Some((one.id, one.suggested.text.clone()?))).collect();
        let mut compared = compared(stands, texts).await?;
        for one in given {
            suggestions.push(SuggestionView {
                id: one.id,
                name: one.suggested.name,
                comment: one.suggested.comment,
                when: when(one.made_at),
                state: one.state,
                made_on: Some(one.number).filter(|number| *number != row.text_number),
                pieces: compared.remove(&one.id),
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
            settled: own.is_returned().then_some(row.hearing),
            returned: row.desk.reason.clone().filter(|_| row.state == TestimonyState::Returned),
            ..extra.beside
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
        done: extra.done,
        wrong: extra.wrong,
        unsaved: extra.unsaved,
    };
    let page = testimony::mine_frame(words, &view);
    Ok(app.private(status, &page, || testimony::mine(words, &view)))
}

/// What readers propose beside what stands, in a second at the most for all of it, and not on a thread that others
/// wait for.
async fn compared(
    stands: String,
    texts: Vec<(SuggestionId, String)>,
) -> Result<HashMap<SuggestionId, Vec<Piece>>, Refusal> {
    let until = Instant::now() + Duration::from_secs(1);
    let all = move || texts.into_iter().map(|(id, text)| (id, difference(&stands, &text, until))).collect();
    tokio::task::spawn_blocking(all).await.map_err(|error| Refusal::broken(&error))
}

/// What a button of the page asks for: a name, and what it is about, as in `take:ID`.
fn asked(fields: &Fields) -> (&str, &str) {
    let action = fields.get("do");
    action.split_once(':').unwrap_or((action, ""))
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
    let own = Own::load(&app, prefix, token, at).await?;
    let language = prefix.0.map_or_else(String::new, |locale| format!("/{locale}"));
    let done = |what: &str| Ok(see_other(&format!("{language}/testimony/{}?done={what}", own.token)));
    let testimonies = app.store.testimonies();
    let id = own.row.id;
    let (action, about) = asked(&fields);
    match action {
        "link" => {
            testimonies.mail_link(id).await?;
            app.mail_due.notify_one();
            return done("link");
        }
        // What a browser's link may do ends with the mailbox's yes; the page below says so.
        _ if own.handed_over() => {}
        "withdraw" => {
            testimonies.withdraw(id).await?;
            return done("withdraw");
        }
        "erase" if fields.get("sure") == "on" => {
            testimonies.erase(id).await?;
            return done("erase");
        }
        "erase" => {
            let (status, raw) = (StatusCode::UNPROCESSABLE_ENTITY, own.raw());
            let wrong = Some(("sure", "testimony-error-sure"));
            return page(&app, &own, status, raw, Extra { wrong, ..Extra::default() }).await;
        }
        _ => {}
    }
    if !own.is_open() {
        return closed(&app, &own, &fields).await;
    }
    if !may_save(&app, id) {
        let (status, raw) = (StatusCode::TOO_MANY_REQUESTS, raw(&fields));
        return page(&app, &own, status, raw, slowly(Words(own.locale)).into()).await;
    }
    if !matches!(action, "share" | "stop" | "version" | "restore" | "leave" | "take") {
        return write(&app, &own, &fields, at, (peer, &headers), &language).await;
    }
    // These buttons stand beside the text, and send it along: what was typed is kept before anything else is done.
    let own = match keep(&app, own, &fields).await? {
        Kept::Now(own) => *own,
        Kept::Answer(answer) => return Ok(answer),
    };
    let done = |what: &str| Ok(see_other(&format!("{language}/testimony/{}?done={what}", own.token)));
    match action {
        "share" => {
            testimonies.share(id).await?;
            done("share")
        }
        "stop" => {
            testimonies.stop_sharing(id).await?;
            done("stop")
        }
        "version" => {
            let number: i32 = about.parse().map_err(|_| Refusal::Form)?;
            let path = format!("{language}/testimony/{}?version={number}#version-{number}", own.token);
            Ok(see_other(&path))
        }
        "restore" => {
            let number: i32 = about.parse().map_err(|_| Refusal::Form)?;
            let text = testimonies.version_text(id, number).await?.ok_or(Refusal::Form)?;
            match testimonies.save(id, own.row.text_number, &own.with_text(text), SavedBy::Writer).await? {
                Saved::Now(_) => done("restore"),
                Saved::Behind(_) => behind(&app, &own, own.raw()).await,
                Saved::NotOpen(_) | Saved::Gone => closed(&app, &own, &fields).await,
            }
        }
        "leave" => {
            let suggestion: SuggestionId = about.parse().map_err(|_| Refusal::Form)?;
            testimonies.decide(id, suggestion, SuggestionState::Left).await?;
            done("leave")
        }
        _ => take(&app, &own, &fields, about, &language).await,
    }
}

/// It was sent or taken back meanwhile, in another tab, or its mailbox has said yes: the page says so, and gives back
/// what was typed into it.
async fn closed(app: &App, own: &Own, fields: &Fields) -> Result<Response, Refusal> {
    let own = own.anew(app).await?;
    let extra = Extra { unsaved: fields.get("text").to_owned(), ..Extra::default() };
    let status = if own.handed_over() { StatusCode::FORBIDDEN } else { StatusCode::CONFLICT };
    page(app, &own, status, own.raw(), extra).await
}

/// What became of a text that came along with a button beside it.
enum Kept {
    /// It is kept: the page as it is now.
    Now(Box<Own>),
    /// It is not, or not here: what to answer.
    Answer(Response),
}

async fn keep(app: &App, own: Own, fields: &Fields) -> Result<Kept, Refusal> {
    if !fields.0.iter().any(|(name, _)| name == "text") {
        return Ok(Kept::Now(Box::new(own)));
    }
    let raw = own.typed(fields);
    if let Some(beside) = too_long(Words(own.locale), &raw) {
        let answer = page(app, &own, StatusCode::UNPROCESSABLE_ENTITY, raw, beside.into()).await?;
        return Ok(Kept::Answer(answer));
    }
    let template = own.setting.template(app, &raw.template, own.locale).await?;
    let writing = own.settled(draft_of(&raw, &own.setting, template.as_ref().or(own.template.as_ref())));
    let base = fields.get("base").parse().unwrap_or(own.row.text_number);
    match app.store.testimonies().save(own.row.id, base, &writing, SavedBy::Writer).await? {
        Saved::Now(_) => Ok(Kept::Now(Box::new(own.anew(app).await?))),
        Saved::Behind(_) => Ok(Kept::Answer(behind(app, &own, raw).await?)),
        Saved::NotOpen(_) | Saved::Gone => Ok(Kept::Answer(closed(app, &own, fields).await?)),
    }
}

/// Takes what a reader proposed, as a version of its own.
async fn take(
    app: &App,
    own: &Own,
    fields: &Fields,
    suggestion: &str,
    language: &str,
) -> Result<Response, Refusal> {
    let testimonies = app.store.testimonies();
    let id = own.row.id;
    let wanted: SuggestionId = suggestion.parse().map_err(|_| Refusal::Form)?;
    let all = testimonies.suggestions(id).await?;
    let found = all.into_iter().find(|one| one.id == wanted && one.state == SuggestionState::Open);
    // Another tab has decided: the page says what.
    let text = found.and_then(|one| one.suggested.text);
    if let Some(text) = text {
        // The difference that was seen was to another text: it is shown anew before it is taken.
        let base = fields.get("base").parse().unwrap_or(own.row.text_number);
        if base != own.row.text_number {
            let notice = Some((false, Words(own.locale).say("draft-take-behind")));
            let beside = Beside { notice, ..Beside::default() };
            return page(app, own, StatusCode::CONFLICT, own.raw(), beside.into()).await;
        }
        match testimonies.save(id, base, &own.with_text(text), SavedBy::Suggestion).await? {
            Saved::Now(_) => {}
            Saved::Behind(_) => return behind(app, own, own.raw()).await,
            Saved::NotOpen(_) | Saved::Gone => return closed(app, own, fields).await,
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
    at: Timestamp,
    from: (SocketAddr, &HeaderMap),
    language: &str,
) -> Result<Response, Refusal> {
    let words = Words(own.locale);
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let mut raw = own.typed(fields);
    let base: i32 = fields.get("base").parse().unwrap_or(own.row.text_number);
    let template = own.setting.template(app, &raw.template, own.locale).await?;
    let template = template.as_ref().or(own.template.as_ref());
    if let Some(beside) = too_long(words, &raw) {
        return page(app, own, refused, raw, beside.into()).await;
    }
    let action = fields.get("do");
    if action == "fill" {
        raw.text = filled(&raw.text, &fillings(fields));
    }
    if action != "draft" {
        raw.text = clean_pasted(&raw.text);
    }
    let testimonies = app.store.testimonies();
    let form = (action == "send").then(|| TestimonyForm::parse(&raw, &own.setting.rules));
    let chosen = raw.hearing(&own.setting.rules).map(|hearing| hearing.id);
    let late = own.setting.closed(words, chosen).is_some();
    let (told, form) = match form {
        Some(Ok(form)) if !late => (None, Some(form)),
        Some(Err(told)) => (Some(told), None),
        _ => (None, None),
    };
    if let Some(form) = form {
        if is_hasty(app, &raw) {
            let raw = RawTestimonyForm { website: String::new(), ..raw };
            return page(app, own, refused, raw, hasty(words).into()).await;
        }
        if !own.known && !is_within(app, from.0, from.1) {
            return page(app, own, StatusCode::TOO_MANY_REQUESTS, raw, slowly(words).into()).await;
        }
        let sending = Sending {
            campaign: own.row.campaign,
            locale: own.locale,
            source: own.row.source.clone(),
            at,
            writing: own.settled(writing_of(form, template)),
            draft: Some((own.row.id, base)),
            known: own.known,
        };
        return match testimonies.send(&sending).await? {
            Sent::Taken(_) if own.is_returned() => {
                Ok(see_other(&format!("{language}/testimony/{}?done=sent", own.token)))
            }
            Sent::Taken(_) => {
                app.mail_due.notify_one();
                let (first, slug) = (own.setting.campaign.first_language(), &own.setting.campaign.slug);
                Ok(see_other(&shell::path(own.locale, first, &format!("/c/{slug}/testimony/sent"))))
            }
            Sent::Behind(_) => behind(app, own, raw).await,
            Sent::Late => page(app, own, refused, raw, Extra::default()).await,
            Sent::NotOpen(_) | Sent::Gone => closed(app, own, fields).await,
        };
    }
    // Whatever is wrong with it or looked at, what was typed is kept.
    let writing = own.settled(draft_of(&raw, &own.setting, template));
    match testimonies.save(own.row.id, base, &writing, SavedBy::Writer).await? {
        Saved::Now(number) => {
            if action == "draft" {
                return Ok(see_other(&format!("{language}/testimony/{}?done=saved", own.token)));
            }
            let mut own = own.anew(app).await?;
            own.row.text_number = number;
            let status = if told.is_some() || late { refused } else { StatusCode::OK };
            let beside = Beside {
                told: told.unwrap_or_default(),
                fillings: fillings(fields),
                preview: action == "preview",
                ..Beside::default()
            };
            page(app, &own, status, raw, beside.into()).await
        }
        Saved::Behind(_) => behind(app, own, raw).await,
        Saved::NotOpen(_) | Saved::Gone => closed(app, own, fields).await,
    }
}

/// Another save came first: both texts, and the difference. Saving again puts this one on top; the other stays a
/// version.
async fn behind(app: &App, own: &Own, raw: RawTestimonyForm) -> Result<Response, Refusal> {
    let own = own.anew(app).await?;
    let stands = own.row.writer.as_ref().map(|writer| writer.text.clone()).unwrap_or_default();
    let beside = Beside { behind: Some(difference(&stands, &raw.text, soon())), ..Beside::default() };
    page(app, &own, StatusCode::CONFLICT, raw, beside.into()).await
}
