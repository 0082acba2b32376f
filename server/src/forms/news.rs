//! Updates at the desk, and the link that stops them.
//! Nothing goes to others before it was read as a copy, and the link asks no question.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::{Extension, response::IntoResponse as _};
use http::StatusCode;
use redress_app::markup;
use redress_app::news::{LeaveView, NewsDeskView, NewsRow};
use redress_app::parts::Typed;
use redress_app::words::Words;
use redress_domain::{
    Action, CoSignatureId, EmailAddress, FieldErrors, NewsId, NewsReader, Recipient, SignatureId,
    TestimonyId, read_news,
};
use redress_store::{Campaign, TokenKind};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Prefix, Refusal};

/// `?news=…&from=outcome&done=saved`
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    news: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    done: String,
}

/// What the form is shown with.
#[derive(Default)]
struct Shown {
    draft: Option<NewsId>,
    typed: Typed,
    errors: FieldErrors,
    done: Option<&'static str>,
}

/// `GET /admin/c/{slug}/news`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    at.may(Action::ChangeState)?;
    let campaign = own(&at, &slug)?;
    let mut shown = Shown {
        done: match asked.done.as_str() {
            "saved" => Some("news-saved"),
            "copied" => Some("news-copied"),
            "started" => Some("news-started"),
            "stopped" => Some("news-stopped"),
            "removed" => Some("news-removed"),
            "late" => Some("news-late"),
            _ => None,
        },
        ..Shown::default()
    };
    if let Ok(id) = asked.news.parse::<NewsId>()
        && let Some(news) = app.store.news().find(campaign.id, id).await?
        && news.state == redress_domain::NewsState::Draft
    {
        shown.draft = Some(id);
        for (locale, text) in news.texts {
            shown.typed.set(format!("subject_{locale}"), text.subject);
            shown.typed.set(format!("text_{locale}"), text.text);
        }
    } else if asked.from == "outcome" {
        shown.typed = of_outcome(&app, &campaign).await?;
    }
    page(&app, &at, &campaign, StatusCode::OK, shown).await
}

/// What there is to tell of the outcome, in every language of the campaign.
async fn of_outcome(app: &App, campaign: &Campaign) -> Result<Typed, Refusal> {
    let mut typed = Typed::default();
    let Some(outcome) = app.store.outcomes().of(campaign.id).await? else { return Ok(typed) };
    let follow_on = match outcome.follow_on {
        Some(id) => app.store.campaigns().find(id).await?.filter(|next| next.state.is_public()),
        None => None,
    };
    for locale in &campaign.languages {
        let words = Words(*locale);
        let kind = words.say(&format!("outcome-{}", outcome.kind));
        let values = [("outcome", kind.into()), ("title", (&campaign.text(*locale).1.title).into())];
        typed.set(format!("subject_{locale}"), words.say_with("news-from-outcome", &values));
        let mut text = markup::plain(outcome.texts.get(locale).map_or("", String::as_str));
        if let Some(next) = &follow_on {
            let title = &next.text(*locale).1.title;
            let url = app.settings.url(&redress_app::shell::path(
                *locale,
                next.first_language(),
                &format!("/c/{}", next.slug),
            ));
            text.push_str("\n\n");
            text.push_str(&words.say_with("news-from-follow-on", &[("title", title.into())]));
            text.push('\n');
            text.push_str(&url);
        }
        typed.set(format!("text_{locale}"), text);
    }
    Ok(typed)
}

async fn page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Refusal> {
    let first = campaign.first_language();
    let rows = app.store.news().of_campaign(campaign.id).await?.into_iter().map(|news| NewsRow {
        id: news.id,
        subject: news.texts.get(&first).map(|text| text.subject.clone()).unwrap_or_default(),
        state: news.state,
        wanted: news.wanted,
        sent: news.sent,
        at: news.started_at.unwrap_or(news.created_at).to_zoned(campaign.zone.clone()),
    });
    let view = NewsDeskView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        languages: campaign.languages.clone(),
        readers: app.store.news().readers(campaign.id).await?,
        forgotten: campaign.forgotten,
        rows: rows.collect(),
        draft: shown.draft,
        typed: shown.typed,
        errors: shown.errors,
        done: shown.done,
    };
    let desk = at.desk();
    let page = redress_app::news::desk::head(WORDS, &view);
    Ok(app.private(status, &page, || redress_app::news::desk::page(WORDS, &desk, &view)))
}

/// `POST /admin/c/{slug}/news`
pub async fn write(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::ChangeState)?;
    let campaign = own(&at, &slug)?;
    let id = match fields.get("news") {
        "" => None,
        id => Some(id.parse::<NewsId>().map_err(|_| Refusal::Form)?),
    };
    let to = |done: &str| Ok(see_other(&format!("/admin/c/{slug}/news?done={done}")));
    let action = fields.get("action");
    match (action, id) {
        ("stop", Some(id)) => {
            app.store.news().stop(at.author(), campaign.id, id).await?;
            return to("stopped");
        }
        ("go-on", Some(id)) => {
            let begun = app.store.news().start(at.author(), campaign.id, id).await?;
            app.news_due.notify_one();
            return to(if begun { "started" } else { "late" });
        }
        ("remove", Some(id)) => {
            app.store.news().remove(campaign.id, id).await?;
            return to("removed");
        }
        ("save" | "copy", _) | ("start", Some(_)) => {}
        _ => return Err(Refusal::Form),
    }
    let typed = fields.typed();
    let (texts, mut errors) = match read_news(&campaign.languages, |name| fields.get(name)) {
        Ok(texts) => (Some(texts), FieldErrors::default()),
        Err(errors) => (None, errors),
    };
    if action == "start" {
        if fields.get("sure") != "on" {
            errors.add("sure", "error-news-sure");
        } else if app.store.news().readers(campaign.id).await? == 0 {
            errors.add("sure", "error-news-nobody");
        }
    }
    let texts = match texts {
        Some(texts) if errors.is_empty() => texts,
        _ => {
            let shown = Shown { draft: id, typed, errors, done: None };
            return page(&app, &at, &campaign, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
        }
    };
    // What is sent is what was typed last.
    let Some(id) = app.store.news().write(at.author(), campaign.id, id, &texts).await? else {
        return to("late");
    };
    match action {
        "start" => {
            let begun = app.store.news().start(at.author(), campaign.id, id).await?;
            app.news_due.notify_one();
            to(if begun { "started" } else { "late" })
        }
        "copy" => {
            let recipient = own_mailbox(&app, &at).await?;
            app.store.news().try_on(campaign.id, id, &recipient, &campaign.languages).await?;
            app.mail_due.notify_one();
            Ok(see_other(&format!("/admin/c/{slug}/news?news={id}&done=copied#news-form")))
        }
        _ => Ok(see_other(&format!("/admin/c/{slug}/news?news={id}&done=saved#news-form"))),
    }
}

async fn own_mailbox(app: &App, at: &AtDesk) -> Result<Recipient, Refusal> {
    let team = app.store.accounts().team(at.member.organization.id).await?;
    let own = team.into_iter().find(|member| member.account == at.member.account).ok_or(Refusal::NotFound)?;
    let email = EmailAddress::parse(&own.email).map_err(|_| Refusal::NotFound)?;
    Ok(Recipient { email, name: Some(at.member.name.clone()) })
}

/// Who a link belongs to, and where they see what they gave.
fn reader_of(app: &App, token: &str) -> Result<(NewsReader, String), Refusal> {
    let keys = app.store.keys();
    if let Ok(id) = keys.read_token::<SignatureId>(TokenKind::NewsOfSignature, token) {
        return Ok((NewsReader::Signer(id), format!("/mine/{}", keys.token(TokenKind::Mine, id))));
    }
    if let Ok(id) = keys.read_token::<TestimonyId>(TokenKind::NewsOfTestimony, token) {
        let mine = format!("/testimony/{}", keys.token(TokenKind::MyTestimony, id));
        return Ok((NewsReader::Writer(id), mine));
    }
    let id: CoSignatureId =
        keys.read_token(TokenKind::NewsOfCoSignature, token).map_err(|_| Refusal::NotFound)?;
    Ok((NewsReader::CoSigner(id), format!("/letters/{}", keys.token(TokenKind::CoSignature, id))))
}

/// `GET /news/{token}`: a scanner or a person opened it; nothing changes, the page has the button.
pub async fn show_leave(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    leave_page(&app, prefix, token, false).await
}

/// `POST /news/{token}`: the button, or one click in the mail program (RFC 8058).
pub async fn leave(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let (reader, _) = reader_of(&app, &token)?;
    app.store.news().unsubscribe(reader).await?;
    leave_page(&app, prefix, token, true).await
}

async fn leave_page(app: &App, prefix: Prefix, token: String, done: bool) -> Result<Response, Refusal> {
    let (reader, mine) = reader_of(app, &token)?;
    let (campaign, locale) = app.store.news().reader(reader).await?.ok_or(Refusal::Gone)?;
    let campaign = app.store.campaigns().find(campaign).await?.ok_or(Refusal::Gone)?;
    let words = Words(prefix.locale(locale));
    let view = LeaveView { token, title: campaign.text(words.0).1.title.clone(), mine, done };
    let page = redress_app::news::leave_head(words, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::news::leave(words, &view)).into_response())
}
