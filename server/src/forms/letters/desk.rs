//! Writing letters at the desk: the list, the editor, versions. What was typed is never lost to a colleague's save.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use redress_app::hearing::ClockChange;
use redress_app::letter::model::{DeskVersion, LetterEditor, LetterRow, LettersView};
use redress_app::letter::{self, LONGEST_NOTE, LONGEST_RECIPIENTS, LONGEST_TEXT, LONGEST_TITLE};
use redress_app::markup;
use redress_app::parts::Typed;
use redress_domain::{
    AccountId, Action, CoSignatureState, FieldErrors, Language, LetterId, LetterState, LocalTime, Slug,
    Which, clean_line, clean_pasted, clean_text,
};
use redress_store::{Campaign, Letter, LetterDraft, LetterRefused};
use serde::Deserialize;

use super::{marked, number};
use crate::forms::Fields;
use crate::forms::desk::{WORDS, own, title};
use crate::forms::hearings::{change_of, moment};
use crate::forms::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// `?done=…&count=…`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    pub done: String,
    pub count: u64,
    pub more: u64,
}

fn languages() -> Vec<(String, String)> {
    Language::named().map(|language| (language.tag().to_owned(), language.endonym().to_owned())).collect()
}

async fn list_page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    status: StatusCode,
    mut typed: Typed,
    errors: FieldErrors,
) -> Result<Response, Refusal> {
    let totals = app.store.letters().totals(campaign.id).await?;
    let waiting = app.store.letters().waiting(campaign.id).await?;
    let rows = app.store.letters().of_campaign(campaign.id).await?;
    if typed.get("language").is_empty() {
        typed.set("language", campaign.first_language().code());
    }
    let view = LettersView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        rows: rows
            .into_iter()
            .map(|letter| {
                let (organizations, persons) = totals.get(&letter.id).copied().unwrap_or_default();
                LetterRow {
                    id: letter.id,
                    state: letter.state,
                    number: number(letter.number),
                    deadline: letter.deadline.map(|at| at.to_zoned(campaign.zone.clone())),
                    organizations,
                    persons,
                    waiting: waiting.get(&letter.id).copied().unwrap_or_default(),
                    title: letter.title,
                }
            })
            .collect(),
        languages: languages(),
        typed,
        errors,
    };
    let desk = at.desk();
    let page = letter::letters_head(WORDS, &view);
    Ok(app.private(status, &page, || letter::letters(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/letters`
pub async fn list(State(app): State<App>, at: AtDesk, Path(slug): Path<String>) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    list_page(&app, &at, &campaign, StatusCode::OK, Typed::default(), FieldErrors::default()).await
}

/// `POST /admin/c/{slug}/letters`
pub async fn begin(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let mut errors = FieldErrors::default();
    let title = title_of(&fields.typed(), &mut errors);
    let language = language_of(&fields.typed(), &mut errors);
    let address = Slug::propose(&title);
    if address.is_err() && errors.is_empty() {
        errors.add("title", "error-letters-address");
    }
    let taken = match address {
        Ok(address) if errors.is_empty() => {
            let draft = LetterDraft {
                title,
                language,
                recipients: campaign.text(campaign.first_language()).1.target_line.clone(),
                deadline: None,
                individuals: false,
                text: String::new(),
            };
            match app.store.letters().begin(at.author(), campaign.id, &address, &draft).await {
                Ok(id) => return Ok(see_other(&format!("/admin/c/{slug}/letters/{id}"))),
                Err(LetterRefused::Store(error)) => return Err(error.into()),
                Err(_) => true,
            }
        }
        _ => false,
    };
    if taken {
        errors.add("title", "error-letters-address");
    }
    list_page(&app, &at, &campaign, StatusCode::UNPROCESSABLE_ENTITY, fields.typed(), errors).await
}

fn title_of(typed: &Typed, errors: &mut FieldErrors) -> String {
    let title = clean_line(typed.get("title"));
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        errors.add("title", "error-letters-title");
    }
    title
}

fn language_of(typed: &Typed, errors: &mut FieldErrors) -> String {
    match typed.get("language").parse::<Language>() {
        Ok(language) => language.tag().to_owned(),
        Err(_) => {
            errors.add("language", "error-letters-language");
            String::new()
        }
    }
}

/// A letter of a campaign that the member may edit.
pub(super) async fn found(app: &App, campaign: &Campaign, id: &str) -> Result<Letter, Refusal> {
    let id: LetterId = id.parse().map_err(|_| Refusal::NotFound)?;
    let letter = app.store.letters().find(id).await?.filter(|letter| letter.campaign == campaign.id);
    letter.ok_or(Refusal::NotFound)
}

/// The members' names, each asked once.
#[derive(Default)]
pub(super) struct Names(BTreeMap<AccountId, Option<String>>);

impl Names {
    pub(super) async fn of(
        &mut self,
        app: &App,
        account: Option<AccountId>,
    ) -> Result<Option<String>, Refusal> {
        let Some(account) = account else { return Ok(None) };
        if let Some(name) = self.0.get(&account) {
            return Ok(name.clone());
        }
        let name = app.store.accounts().name(account).await?;
        self.0.insert(account, name.clone());
        Ok(name)
    }
}

/// What a form left behind.
#[derive(Default)]
struct Left {
    errors: FieldErrors,
    change: Option<ClockChange>,
    preview: bool,
    done: Option<(bool, &'static str, u64)>,
}

async fn page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    letter: &Letter,
    status: StatusCode,
    typed: Typed,
    left: Left,
) -> Result<Response, Refusal> {
    let versions = app.store.letters().versions(letter).await?;
    let all = app.store.letters().co_signatures(letter).await?;
    let signed =
        all.iter().filter(|one| one.state.counts() || one.state == CoSignatureState::Stale).count() as u64;
    let (mut rows, mut names) = (Vec::new(), Names::default());
    for (index, version) in versions.iter().enumerate() {
        let before = versions.get(index + 1);
        rows.push(DeskVersion {
            number: number(version.number),
            hash: version.hash.clone(),
            substance: version.substance,
            note: version.note.clone(),
            by: names.of(app, version.author).await?,
            at: version.published_at.to_zoned(campaign.zone.clone()),
            changes: before.map(|before| marked(&before.text, &version.text)).unwrap_or_default(),
        });
    }
    let text = clean_pasted(typed.get("text"));
    let view = LetterEditor {
        slug: campaign.slug.clone(),
        title: title(campaign),
        id: letter.id,
        letter: letter.slug.clone(),
        state: letter.state,
        number: number(letter.number),
        errors: left.errors,
        zone: campaign.zone_name.clone(),
        deadline_change: left.change,
        languages: languages(),
        preview: left.preview.then(|| markup::testimony(&text)),
        changes: versions.first().map(|newest| marked(&newest.text, &text)).unwrap_or_default(),
        would_ask: signed,
        versions: rows,
        done: left.done,
        public_url: format!("/c/{}/letters/{}", campaign.slug, letter.slug),
        typed,
    };
    let desk = at.desk();
    let page = letter::editor_head(WORDS, &view);
    Ok(app.private(status, &page, || letter::editor(WORDS, &desk, &view)))
}

/// `GET /admin/c/{slug}/letters/{id}`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let letter = found(&app, &campaign, &id).await?;
    let (typed, change) = stored(&campaign, &letter);
    let told = match done.done.as_str() {
        "saved" => Some("letters-done-saved"),
        "published" if done.count > 0 => Some("letters-done-asked"),
        "published" => Some("letters-done-published"),
        "corrected" => Some("letters-done-corrected"),
        "finish" => Some("letters-done-finish"),
        "reopen" => Some("letters-done-reopen"),
        _ => None,
    };
    let left = Left { change, done: told.map(|key| (false, key, done.count)), ..Left::default() };
    page(&app, &at, &campaign, &letter, StatusCode::OK, typed, left).await
}

/// The fields as the letter has them.
fn stored(campaign: &Campaign, letter: &Letter) -> (Typed, Option<ClockChange>) {
    let mut typed = Typed::default();
    typed.set("base", letter.changed_at.as_millisecond().to_string());
    for (name, value) in [
        ("title", &letter.title),
        ("recipients", &letter.recipients),
        ("language", &letter.language),
        ("text", &letter.draft),
    ] {
        typed.set(name, value.clone());
    }
    if letter.individuals {
        typed.set("individuals", "on");
    }
    let mut change = None;
    if let Some(at) = letter.deadline {
        let zoned = at.to_zoned(campaign.zone.clone());
        typed.set("deadline_day", zoned.date().to_string());
        typed.set("deadline_time", zoned.strftime("%H:%M").to_string());
        if let Some(LocalTime::Twice(first, _)) = LocalTime::of(zoned.datetime(), &campaign.zone) {
            let which = if first == at { Which::First } else { Which::Second };
            typed.set("deadline_which", which.as_str());
            change = change_of(LocalTime::of(zoned.datetime(), &campaign.zone), &campaign.zone);
        }
    }
    (typed, change)
}

fn read(campaign: &Campaign, typed: &Typed, left: &mut Left) -> LetterDraft {
    let errors = &mut left.errors;
    let title = title_of(typed, errors);
    let recipients = clean_text(typed.get("recipients"));
    if recipients.is_empty() || recipients.chars().count() > LONGEST_RECIPIENTS {
        errors.add("recipients", "error-letters-recipients");
    }
    let language = language_of(typed, errors);
    let fields = ["deadline_day", "deadline_time", "deadline_which"];
    let (deadline, change) = moment(typed, fields, &campaign.zone, errors);
    left.change = change;
    let text = clean_pasted(typed.get("text"));
    if text.chars().count() > LONGEST_TEXT {
        left.errors.add("text", "error-letters-text-long");
    }
    LetterDraft { title, language, recipients, deadline, individuals: typed.is_on("individuals"), text }
}

/// `POST /admin/c/{slug}/letters/{id}`
pub async fn write(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    let campaign = own(&at, &slug)?;
    let letter = found(&app, &campaign, &id).await?;
    let back = |done: &str, count: u64| {
        app.cache.refresh();
        Ok(see_other(&format!("/admin/c/{slug}/letters/{id}?done={done}&count={count}")))
    };
    let letters = app.store.letters();
    let verb = fields.get("do");
    match verb {
        "finish" | "reopen" => {
            letters.set_final(at.author(), campaign.id, letter.id, verb == "finish").await?;
            return back(verb, 0);
        }
        "save" | "preview" | "publish" => {}
        _ => return Err(Refusal::Form),
    }
    let mut typed = fields.typed();
    let mut left = Left { preview: verb == "preview", ..Left::default() };
    let draft = read(&campaign, &typed, &mut left);
    let change = fields.get("change");
    let note = clean_line(fields.get("note"));
    if verb == "publish" {
        if draft.text.is_empty() {
            left.errors.add("text", "error-letters-text");
        }
        if letter.number > 0 && !matches!(change, "substance" | "correction") {
            left.errors.add("change", "error-letters-change");
        }
        if letter.number > 0 && (note.is_empty() || note.chars().count() > LONGEST_NOTE) {
            left.errors.add("note", "error-letters-note");
        }
    }
    if !left.errors.is_empty() || verb == "preview" {
        let status = if left.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return page(&app, &at, &campaign, &letter, status, typed, left).await;
    }
    let base = fields.get("base").parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    let base = base.unwrap_or(Timestamp::MIN);
    let written = if verb == "publish" {
        let substance = change != "correction";
        letters
            .publish(at.author(), campaign.id, letter.id, base, &draft, (substance, &note))
            .await
            .map(|published| (if substance { "published" } else { "corrected" }, published.asked))
    } else {
        letters.save(at.author(), campaign.id, letter.id, base, &draft).await.map(|()| ("saved", 0))
    };
    let (field, message) = match written {
        Ok((done, asked)) => {
            app.mail_due.notify_one();
            return back(done, asked);
        }
        Err(LetterRefused::Gone) => return Err(Refusal::NotFound),
        Err(LetterRefused::Store(error)) => return Err(error.into()),
        Err(LetterRefused::Unchanged) => ("text", "error-letters-unchanged"),
        Err(LetterRefused::Full) => ("text", "error-letters-full"),
        Err(LetterRefused::Meanwhile | LetterRefused::Final | LetterRefused::SlugTaken) => {
            ("text", "error-letters-meanwhile")
        }
    };
    left.errors.add(field, message);
    let letter = found(&app, &campaign, &id).await?;
    if message == "error-letters-meanwhile" && letter.state != LetterState::Final {
        // Whoever saves once more has been told.
        typed.set("base", letter.changed_at.as_millisecond().to_string());
    }
    page(&app, &at, &campaign, &letter, StatusCode::UNPROCESSABLE_ENTITY, typed, left).await
}
