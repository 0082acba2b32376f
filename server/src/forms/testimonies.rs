//! Testimony at the desk: the queue, one testimony, form letters.
//! A role that sees numbers sees the equation and the table of matters; names and texts are for whoever reads.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::testimonies::{
    FilterGroup, FilterLink, Letter, LettersView, MatterNumbers, NoteView, OneView, Queue, QueueRow,
    QueueView, Sender, Term, one, pieces,
};
use redress_app::parts::Typed;
use redress_domain::{
    AccountId, Action, FieldErrors, Flag, Flagged, HearingState, Language, MemberState, ReadAloud, Speaking,
    Stance, TemplateId, TestimonyId, TestimonyState, USUAL_MINUTES, clean_line, clean_text, fixed_parts,
    flags, own_words,
};
use redress_store::{
    Assigned, Campaign, Decided, First, Matter, QueueFilter, QueuePlace, Seen, Template, Testimony,
    TestimonyNumbers, Verdict,
};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

const PAGE: u64 = 50;
/// Letters of a text that the queue shows.
const BEGINNING: usize = 160;
/// Names of one letter on a page.
const NAMES: usize = 200;
/// Form letters on a page.
const LETTERS: usize = 50;

/// `?state=…&matter=…`: what the queue's address may say. What is not understood leaves nothing out.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A state, or `all`; without it, those that wait.
    state: String,
    matter: String,
    stance: String,
    /// `nobody`, `me`, or a member's account.
    assigned: String,
    flagged: String,
    letter: String,
    speaking: String,
    q: String,
    after: String,
}

impl Asked {
    fn filter(&self, at: &AtDesk) -> QueueFilter {
        QueueFilter {
            state: match self.state.as_str() {
                "" => Some(TestimonyState::Confirmed),
                state => state.parse().ok().filter(|state| *state != TestimonyState::Draft),
            },
            matter: self.matter.parse().ok(),
            stance: self.stance.parse().ok(),
            assigned: match self.assigned.as_str() {
                "nobody" => Some(Assigned::Nobody),
                "me" => Some(Assigned::To(at.member.account)),
                account => account.parse().ok().map(Assigned::To),
            },
            flagged: self.flagged == "on",
            form_letter: self.letter == "on",
            speaking: self.speaking == "on",
        }
    }

    fn find(&self) -> String {
        clean_line(&self.q).chars().take(100).collect()
    }

    fn pairs(&self) -> [(&'static str, &str); 8] {
        [
            ("state", &self.state),
            ("matter", &self.matter),
            ("stance", &self.stance),
            ("assigned", &self.assigned),
            ("flagged", &self.flagged),
            ("letter", &self.letter),
            ("speaking", &self.speaking),
            ("q", &self.q),
        ]
    }

    /// The queue's address with one thing said otherwise, from its first page on.
    fn with(&self, campaign: &Campaign, name: &str, value: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let mut any = false;
        for (field, kept) in self.pairs().into_iter().chain([("after", "")]) {
            let said = if field == name { value } else { kept };
            if !said.is_empty() {
                query.append_pair(field, said);
                any = true;
            }
        }
        let base = format!("/admin/c/{}/testimonies", campaign.slug);
        if any { format!("{base}?{}", query.finish()) } else { base }
    }
}

/// `GET /admin/c/{slug}/testimonies`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    at.may(Action::SeeDesk)?;
    let campaign = own(&at, &slug)?;
    let numbers = app.store.testimonies().numbers(campaign.id).await?;
    let matters = app.store.hearings().matters(campaign.id).await?;
    let may_read = at.can(Action::SeePeople);
    let queue = if may_read { Some(queue(&app, &at, &campaign, &matters, &asked).await?) } else { None };
    let stances = |count: &dyn Fn(Stance) -> u64| Stance::ALL.iter().map(|stance| count(*stance)).collect();
    let view = QueueView {
        title: title(&campaign),
        terms: terms(&campaign, &numbers, &asked, may_read),
        matters: matters
            .iter()
            .map(|matter| MatterNumbers {
                matter: named(matter),
                counts: stances(&|stance| {
                    numbers.by_matter.get(&(matter.id, stance)).copied().unwrap_or_default()
                }),
            })
            .collect(),
        stances: stances(&|stance| numbers.by_stance.get(&stance).copied().unwrap_or_default()),
        queue,
        slug: campaign.slug.clone(),
    };
    let desk = at.desk();
    let page = redress_app::desk::testimonies::queue::head(WORDS, &view);
    Ok(app
        .private(StatusCode::OK, &page, || redress_app::desk::testimonies::queue::page(WORDS, &desk, &view)))
}

fn named(matter: &Matter) -> String {
    if matter.docket.is_empty() {
        matter.title.clone()
    } else {
        format!("{} · {}", matter.docket, matter.title)
    }
}

/// The whole, and every state a testimony can be in once it was sent: they add up, for they are counted apart.
fn terms(campaign: &Campaign, numbers: &TestimonyNumbers, asked: &Asked, may_read: bool) -> Vec<Term> {
    let shown = if asked.state.is_empty() { TestimonyState::Confirmed.as_str() } else { &asked.state };
    let term = |part: &'static str, state: &str, count| Term {
        part,
        count,
        href: may_read.then(|| asked.with(campaign, "state", state)),
        current: may_read && shown == state,
    };
    let states = TestimonyState::ALL.iter().filter(|state| **state != TestimonyState::Draft);
    std::iter::once(term("received", "all", numbers.received()))
        .chain(states.map(|state| {
            let count = numbers.by_state.get(state).copied().unwrap_or_default();
            term(state.as_str(), state.as_str(), count)
        }))
        .collect()
}

async fn queue(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    matters: &[Matter],
    asked: &Asked,
) -> Result<Queue, Refusal> {
    let testimonies = app.store.testimonies();
    let (filter, find) = (asked.filter(at), asked.find());
    let from: Option<QueuePlace> = asked.after.parse().ok();
    let searched = (!find.is_empty()).then_some(find.as_str());
    let page = testimonies.queue(campaign.id, &filter, searched, from, PAGE).await?;
    let count = match searched {
        None => Some(testimonies.count(campaign.id, &filter).await?),
        Some(_) => None,
    };
    let team = team(app, at).await?;
    let names: HashMap<AccountId, String> = team.iter().cloned().collect();
    let mut rows = Vec::with_capacity(page.rows.len());
    for testimony in page.rows {
        rows.push(row(app, campaign, matters, &names, testimony).await?);
    }
    Ok(Queue {
        filters: filters(at, campaign, matters, &team, asked),
        kept: asked
            .pairs()
            .into_iter()
            .filter(|(name, value)| *name != "q" && !value.is_empty())
            .map(|(name, value)| (name, value.to_owned()))
            .collect(),
        clear: asked.with(campaign, "q", ""),
        next: page.next.map(|place| asked.with(campaign, "after", &place.to_string())),
        first: from.map(|_| asked.with(campaign, "after", "")),
        stopped_after: page.stopped_after,
        find,
        rows,
        count,
    })
}

fn filters(
    at: &AtDesk,
    campaign: &Campaign,
    matters: &[Matter],
    team: &[(AccountId, String)],
    asked: &Asked,
) -> Vec<FilterGroup> {
    let group = |name: &'static str, field: &'static str, links: Vec<(String, String)>| {
        let now = asked.pairs().into_iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value);
        let any = (String::new(), WORDS.say("testimonies-any"));
        let links = std::iter::once(any)
            .chain(links)
            .map(|(value, label)| FilterLink {
                current: value == now,
                href: asked.with(campaign, field, &value),
                label,
            })
            .collect();
        FilterGroup { name, links }
    };
    let on = |field: &'static str, label: &'static str, value: &str| FilterLink {
        label: WORDS.say(label),
        href: asked.with(campaign, field, if value == "on" { "" } else { "on" }),
        current: value == "on",
    };
    let mut groups = Vec::new();
    if matters.len() > 1 {
        let links = matters.iter().map(|matter| (matter.id.to_string(), docket(matter))).collect();
        groups.push(group("testimonies-filter-matter", "matter", links));
    }
    let stances = Stance::ALL
        .iter()
        .map(|stance| (stance.to_string(), WORDS.say(&format!("testimony-stance-{stance}"))))
        .collect();
    groups.push(group("testimonies-filter-stance", "stance", stances));
    let mut people = vec![
        ("nobody".to_owned(), WORDS.say("testimonies-nobody")),
        ("me".to_owned(), WORDS.say("testimonies-me")),
    ];
    let others = team.iter().filter(|(account, _)| *account != at.member.account);
    people.extend(others.map(|(account, name)| (account.to_string(), name.clone())));
    groups.push(group("testimonies-filter-assigned", "assigned", people));
    groups.push(FilterGroup {
        name: "testimonies-filter-only",
        links: vec![
            on("flagged", "testimonies-flagged", &asked.flagged),
            on("letter", "testimonies-form-letter", &asked.letter),
            on("speaking", "testimonies-speaking", &asked.speaking),
        ],
    });
    groups
}

fn docket(matter: &Matter) -> String {
    if matter.docket.is_empty() { matter.title.clone() } else { matter.docket.clone() }
}

async fn row(
    app: &App,
    campaign: &Campaign,
    matters: &[Matter],
    names: &HashMap<AccountId, String>,
    testimony: Testimony,
) -> Result<QueueRow, Refusal> {
    let assigned = match testimony.assigned_to {
        Some(account) => Some(person(app, names, account).await?),
        None => None,
    };
    let dockets: Vec<String> =
        matters.iter().filter(|matter| testimony.matters.contains(&matter.id)).map(docket).collect();
    let writer = testimony.writer.unwrap_or_default();
    Ok(QueueRow {
        id: testimony.id,
        begins: beginning(&writer.text),
        name: Some(writer.name).filter(|name| !name.is_empty()),
        organization: writer.organization,
        language: testimony.language,
        state: testimony.state,
        stance: testimony.stance,
        dockets: dockets.join(", "),
        own_percent: testimony.template.map(|_| testimony.own_percent),
        flags: testimony.flags,
        speaks: testimony.speaking != Speaking::No,
        assigned,
        sent: testimony.submitted_at.map(|at| at.to_zoned(campaign.zone.clone()).date()),
    })
}

/// A text's first words, on one line.
fn beginning(text: &str) -> String {
    let line = clean_line(text);
    match line.char_indices().nth(BEGINNING) {
        None => line,
        Some((end, _)) => {
            let cut = line[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
            format!("{}…", &line[..cut])
        }
    }
}

/// Everybody of the team who may read: account and name.
async fn team(app: &App, at: &AtDesk) -> Result<Vec<(AccountId, String)>, Refusal> {
    let team = app.store.accounts().team(at.member.organization.id).await?;
    Ok(team
        .into_iter()
        .filter(|member| member.state == MemberState::Active && member.role.may(Action::SeePeople))
        .filter_map(|member| Some((member.account, member.name?)))
        .collect())
}

async fn person(
    app: &App,
    names: &HashMap<AccountId, String>,
    account: AccountId,
) -> Result<String, Refusal> {
    if let Some(name) = names.get(&account) {
        return Ok(name.clone());
    }
    let name = app.store.accounts().name(account).await?;
    Ok(name.unwrap_or_else(|| WORDS.say("testimony-somebody")))
}

/// `?done=…`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /admin/c/{slug}/testimonies/{id}`
pub async fn read(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let done = match done.done.as_str() {
        "approved" => Some("testimony-done-approved"),
        "returned" => Some("testimony-done-returned"),
        "taken-back" => Some("testimony-done-taken-back"),
        "assigned" => Some("testimony-done-assigned"),
        "noted" => Some("testimony-done-noted"),
        _ => None,
    };
    let said = Said { done, ..Said::default() };
    one_page(&app, &at, StatusCode::OK, &campaign, id, said).await
}

/// What a page of one testimony says besides.
#[derive(Default)]
struct Said {
    typed: Typed,
    errors: FieldErrors,
    done: Option<&'static str>,
    meanwhile: Option<String>,
}

async fn one_page(
    app: &App,
    at: &AtDesk,
    status: StatusCode,
    campaign: &Campaign,
    id: TestimonyId,
    said: Said,
) -> Result<Response, Refusal> {
    let testimony = app.store.testimonies().at_desk(campaign.id, id).await?.ok_or(Refusal::NotFound)?;
    let view = one_view(app, at, campaign, testimony, said).await?;
    let desk = at.desk();
    let page = one::head(WORDS, &view);
    Ok(app.private(status, &page, || one::page(WORDS, &desk, &view)))
}

async fn one_view(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    testimony: Testimony,
    said: Said,
) -> Result<OneView, Refusal> {
    let team = team(app, at).await?;
    let names: HashMap<AccountId, String> = team.iter().cloned().collect();
    let matters = app.store.hearings().matters(campaign.id).await?;
    let hearing = match testimony.hearing {
        Some(hearing) => app.store.hearings().find(campaign.id, hearing).await?,
        None => None,
    };
    let template = template(app, campaign, testimony.template).await?;
    let now = app.clock.now();
    let heard = hearing.as_ref().is_some_and(|hearing| hearing.state != HearingState::Planned);
    let late = heard || hearing.as_ref().is_some_and(|hearing| !hearing.cutoff.takes(now));
    let zoned = |at: jiff::Timestamp| at.to_zoned(campaign.zone.clone());
    let decided = match (testimony.decided_by, testimony.decided_at) {
        (Some(account), Some(at)) => Some((person(app, &names, account).await?, zoned(at))),
        _ => None,
    };
    let mut notes = Vec::new();
    for note in testimony.desk.notes {
        notes.push(NoteView { by: person(app, &names, note.by).await?, at: zoned(note.at), text: note.text });
    }
    let there = testimony.writer.is_some();
    let writer = testimony.writer.unwrap_or_default();
    let found = flags(&writer.text);
    let time = ReadAloud::of(&writer.text, &testimony.language, USUAL_MINUTES);
    let assigned = testimony.assigned_to;
    // Somebody who left the team since still stands in the list, or saving would silently give it to nobody.
    let mut offered: Vec<(String, String)> =
        team.into_iter().map(|(account, name)| (account.to_string(), name)).collect();
    if let Some(account) = assigned.filter(|account| !names.contains_key(account)) {
        offered.push((account.to_string(), person(app, &names, account).await?));
    }
    Ok(OneView {
        title: title(campaign),
        id: testimony.id,
        state: testimony.state,
        stance: testimony.stance,
        matters: matters.iter().filter(|one| testimony.matters.contains(&one.id)).map(named).collect(),
        hearing: hearing.map(|hearing| (hearing.title, zoned(hearing.starts_at))),
        residency: testimony.residency,
        zip: testimony.zip,
        language_name: language_name(&testimony.language),
        speaking: testimony.speaking,
        sent: testimony.submitted_at.map(zoned),
        words: testimony.words,
        seconds: time.seconds,
        text_number: testimony.text_number,
        own_percent: testimony.own_percent,
        pieces: cut(&writer.text, template.as_ref(), &found),
        template: template.map(|template| template.title),
        flags: counted(&found),
        decided,
        reason: testimony.desk.reason,
        late: late || !campaign.is_open_at(now),
        notes,
        team: offered,
        assigned: assigned.map(|account| account.to_string()).unwrap_or_default(),
        name: there.then_some(writer.name),
        organization: writer.organization,
        writer_title: writer.title,
        authority: writer.authority,
        mailbox: there.then_some(writer.email),
        language: testimony.language,
        typed: said.typed,
        errors: said.errors,
        done: said.done,
        meanwhile: said.meanwhile,
        slug: campaign.slug.clone(),
    })
}

async fn template(
    app: &App,
    campaign: &Campaign,
    id: Option<TemplateId>,
) -> Result<Option<Template>, Refusal> {
    let Some(id) = id else { return Ok(None) };
    let template = app.store.templates().find(id).await?;
    Ok(template.filter(|template| template.campaign == campaign.id))
}

/// A text with its template's parts and its details marked.
fn cut(
    text: &str,
    template: Option<&Template>,
    found: &[Flagged],
) -> Vec<redress_app::desk::testimonies::Piece> {
    let parts = template.map(|template| fixed_parts(&template.body_text)).unwrap_or_default();
    pieces(text, &own_words(text, parts).template_parts, found)
}

fn counted(found: &[Flagged]) -> Vec<(Flag, u64)> {
    redress_domain::kinds(found)
        .into_iter()
        .map(|flag| (flag, found.iter().filter(|flagged| flagged.flag == flag).count() as u64))
        .collect()
}

/// `Español (Spanish)`, or the tag of a language we have no name for.
fn language_name(tag: &str) -> String {
    match Language::parse(tag) {
        Ok(language) if language.endonym() != language.english() => {
            format!("{} ({})", language.endonym(), language.english())
        }
        Ok(language) => language.endonym().to_owned(),
        Err(_) => tag.to_owned(),
    }
}

/// `POST /admin/c/{slug}/testimonies/{id}`
pub async fn change(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::Moderate)?;
    let campaign = own(&at, &slug)?;
    let id: TestimonyId = id.parse().map_err(|_| Refusal::NotFound)?;
    let here = |done: &str| Ok(see_other(&format!("/admin/c/{slug}/testimonies/{id}?done={done}")));
    let refuse = async |errors: FieldErrors, meanwhile: Option<String>| {
        let said = Said { typed: fields.typed(), errors, done: None, meanwhile };
        one_page(&app, &at, StatusCode::UNPROCESSABLE_ENTITY, &campaign, id, said).await
    };
    let testimonies = app.store.testimonies();
    match fields.get("action") {
        "approve" => decide(&app, &at, &campaign, id, &fields, Verdict::Approve, "approved").await,
        "take-back" => decide(&app, &at, &campaign, id, &fields, Verdict::TakeBack, "taken-back").await,
        "return" => {
            let reason = clean_text(fields.get("reason"));
            let error = match reason.chars().count() {
                0 => "error-testimony-reason-empty",
                count if count > one::LONGEST => "error-testimony-reason-long",
                _ => {
                    let verdict = Verdict::Return { reason };
                    return decide(&app, &at, &campaign, id, &fields, verdict, "returned").await;
                }
            };
            refuse(redress_domain::FieldError { field: "reason", message: error }.into(), None).await
        }
        "note" => {
            let note = clean_text(fields.get("note"));
            let error = match note.chars().count() {
                0 => "error-testimony-note-empty",
                count if count > one::LONGEST => "error-testimony-note-long",
                _ if testimonies.note(at.author(), campaign.id, id, &note).await? => return here("noted"),
                _ => return Err(Refusal::NotFound),
            };
            refuse(redress_domain::FieldError { field: "note", message: error }.into(), None).await
        }
        "assign" => {
            let read = |text: &str| match text {
                "" => Ok(None),
                text => text.parse::<AccountId>().map(Some).map_err(|_| Refusal::Form),
            };
            let (seen, to) = (read(fields.get("seen_assigned"))?, read(fields.get("assigned"))?);
            let of_team = async |account: AccountId| {
                Ok::<bool, Refusal>(team(&app, &at).await?.iter().any(|(member, _)| *member == account))
            };
            if let Some(account) = to.filter(|_| to != seen)
                && !of_team(account).await?
            {
                let error =
                    redress_domain::FieldError { field: "assigned", message: "error-testimony-assigned" };
                return refuse(error.into(), None).await;
            }
            if testimonies.at_desk(campaign.id, id).await?.is_none() {
                return Err(Refusal::NotFound);
            }
            if testimonies.assign(at.author(), campaign.id, id, seen, to).await? {
                return here("assigned");
            }
            refuse(FieldErrors::default(), Some(WORDS.say("testimony-meanwhile-assigned"))).await
        }
        _ => Err(Refusal::Form),
    }
}

async fn decide(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    id: TestimonyId,
    fields: &Fields,
    verdict: Verdict,
    done: &str,
) -> Result<Response, Refusal> {
    let seen = Seen {
        state: fields.get("seen_state").parse().map_err(|_| Refusal::Form)?,
        text_number: fields.get("seen_text").parse().map_err(|_| Refusal::Form)?,
    };
    let decided = app.store.testimonies().settle(at.author(), campaign.id, id, seen, &verdict).await?;
    let (state, first) = match decided {
        Decided::Done => {
            app.mail_due.notify_one();
            let slug = &campaign.slug;
            return Ok(see_other(&format!("/admin/c/{slug}/testimonies/{id}?done={done}")));
        }
        Decided::Gone => return Err(Refusal::NotFound),
        Decided::Meanwhile { state, first } => (state, first),
    };
    let state = WORDS.say(&format!("desk-testimony-state-{state}"));
    let meanwhile = match first {
        First::Member(account) => {
            let name = person(app, &HashMap::new(), account).await?;
            let values = [("state", (&state).into()), ("name", name.into())];
            WORDS.say_with("testimony-meanwhile-by", &values)
        }
        First::Writer => WORDS.say_with("testimony-meanwhile-writer", &[("state", (&state).into())]),
        First::Somebody => WORDS.say_with("testimony-meanwhile", &[("state", (&state).into())]),
    };
    let said = Said { typed: fields.typed(), meanwhile: Some(meanwhile), ..Said::default() };
    one_page(app, at, StatusCode::UNPROCESSABLE_ENTITY, campaign, id, said).await
}

/// `GET /admin/c/{slug}/testimonies/letters`
pub async fn letters(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let found = app.store.testimonies().form_letters(campaign.id).await?;
    let mut letters = Vec::new();
    for group in found.groups.iter().take(LETTERS) {
        let shown = &group[..group.len().min(NAMES)];
        let senders = app.store.testimonies().some(campaign.id, shown).await?;
        let Some(first) = senders.first() else { continue };
        let named = senders.iter().find_map(|sender| sender.template);
        let template = template(&app, &campaign, named).await?;
        let text = first.writer.as_ref().map_or("", |writer| &writer.text);
        letters.push(Letter {
            pieces: cut(text, template.as_ref(), &[]),
            template: template.map(|template| template.title),
            language: first.language.clone(),
            representative: sender(&campaign, first),
            senders: senders.iter().map(|testimony| sender(&campaign, testimony)).collect(),
            count: group.len() as u64,
        });
    }
    let view = LettersView {
        title: title(&campaign),
        letters,
        compared: found.compared,
        more: found.more,
        slug: campaign.slug.clone(),
    };
    let desk = at.desk();
    let page = redress_app::desk::testimonies::letters::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || {
        redress_app::desk::testimonies::letters::page(WORDS, &desk, &view)
    }))
}

fn sender(campaign: &Campaign, testimony: &Testimony) -> Sender {
    let writer = testimony.writer.as_ref();
    Sender {
        id: testimony.id,
        name: writer.map(|writer| writer.name.clone()),
        organization: writer.and_then(|writer| writer.organization.clone()),
        sent: testimony.submitted_at.map(|at| at.to_zoned(campaign.zone.clone()).date()),
    }
}
