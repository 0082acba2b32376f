//! The circulation list at the desk: invitations, vouching, signatories who have left, and likely pairs.

use std::collections::{BTreeMap, HashSet};

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::letter::model::{CircularRow, CircularSum, CircularView, PairRow, Taking};
use redress_app::letter::{self, LONGEST_REASON};
use redress_app::parts::Typed;
use redress_domain::{
    Action, Alike, CoSignatureId, CoSignatureState, FieldErrors, Invited, Likeness, MOST_INVITED, clean_line,
    likenesses, read_invited,
};
use redress_store::{Campaign, CircularDone, CoSignature, Letter, TokenKind};

use super::desk::{Done, Names, found};
use super::{number, taking};
use crate::forms::Fields;
use crate::forms::desk::{WORDS, own, title};
use crate::forms::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

/// What a form left behind.
#[derive(Default)]
struct Left {
    typed: Typed,
    errors: FieldErrors,
    wrong_lines: Vec<(usize, &'static str)>,
    done: Option<(bool, &'static str, u64, u64)>,
}

fn sum(all: &[CoSignature], merged: &BTreeMap<CoSignatureId, CoSignatureId>) -> CircularSum {
    let mut sum = CircularSum::default();
    for one in all {
        let part = match one.state {
            CoSignatureState::Invited => &mut sum.invited,
            CoSignatureState::Pending if one.confirmed_at.is_none() => &mut sum.unconfirmed,
            CoSignatureState::Pending => &mut sum.waiting,
            CoSignatureState::Verified | CoSignatureState::Reaffirmed if merged.contains_key(&one.id) => {
                &mut sum.merged
            }
            CoSignatureState::Verified | CoSignatureState::Reaffirmed => &mut sum.counted,
            CoSignatureState::Stale => &mut sum.stale,
            CoSignatureState::Lapsed => &mut sum.lapsed,
            CoSignatureState::Withdrawn | CoSignatureState::Declined | CoSignatureState::Expired => {
                &mut sum.ended
            }
        };
        *part += 1;
    }
    sum
}

async fn page(
    app: &App,
    at: &AtDesk,
    campaign: &Campaign,
    letter: &Letter,
    status: StatusCode,
    left: Left,
) -> Result<Response, Refusal> {
    let letters = app.store.letters();
    let all = letters.co_signatures(letter).await?;
    let merged = letters.merged(letter, &all).await?;
    let listed: BTreeMap<CoSignatureId, String> =
        all.iter().map(|one| (one.id, one.listed().to_owned())).collect();
    let mut names = Names::default();
    let pairs = pairs(app, letter, &all, &mut names).await?;
    let mut rows = Vec::with_capacity(all.len());
    for one in &all {
        let signatory = one.signatory.clone().unwrap_or_default();
        let waits = one.waits_for_host();
        let vouched = names.of(app, one.vouched_by).await?.map(|name| (name, one.note.reason.clone()));
        let passed_on = one.state == CoSignatureState::Invited;
        rows.push(CircularRow {
            id: one.id,
            state: one.state,
            waits,
            individual: one.individual,
            identification_only: one.identification_only,
            name: one.listed().to_owned(),
            kind: one.kind,
            mail_domain: one.mail_domain.clone(),
            signatory: if one.individual { String::new() } else { signatory.name },
            title: if one.individual && !one.organization.is_empty() {
                let values =
                    [("title", (&signatory.title).into()), ("organization", (&one.organization).into())];
                WORDS.say_with("letter-identification", &values)
            } else {
                signatory.title
            },
            mailbox: signatory.email,
            authority: signatory.authority,
            granted: signatory.granted,
            version: one.version.map(number).unwrap_or_default(),
            standing: one.standing(),
            vouched,
            lapsed: one.note.lapsed.clone(),
            taken: if waits { letters.taken_by(one.id).await? } else { None },
            link: passed_on.then(|| {
                let token = app.store.keys().token(TokenKind::LetterInvitation, one.id);
                app.settings.url(&format!("/letters/{token}"))
            }),
            merged_with: merged.get(&one.id).and_then(|other| listed.get(other)).cloned(),
            quiet: signatory.quiet,
        });
    }
    let view = CircularView {
        slug: campaign.slug.clone(),
        title: title(campaign),
        id: letter.id,
        letter_title: letter.title.clone(),
        state: letter.state,
        sum: sum(&all, &merged),
        rows,
        pairs,
        typed: left.typed,
        errors: left.errors,
        wrong_lines: left.wrong_lines,
        done: left.done,
    };
    let desk = at.desk();
    let page = letter::circulation_head(WORDS, &view);
    Ok(app.private(status, &page, || letter::circulation(WORDS, &desk, &view)))
}

/// Two that may be one, and what was decided; the undecided first.
async fn pairs(
    app: &App,
    letter: &Letter,
    all: &[CoSignature],
    names: &mut Names,
) -> Result<Vec<PairRow>, Refusal> {
    let here: Vec<&CoSignature> = all.iter().filter(|one| !one.individual && !one.state.is_over()).collect();
    let domain = |one: &CoSignature| one.mail_domain.clone().or_else(|| one.site_domain());
    let domains: Vec<_> = here.iter().map(|one| domain(one)).collect();
    let alike: Vec<Alike<'_>> = here
        .iter()
        .zip(&domains)
        .map(|(one, domain)| Alike { name: &one.organization, domain: domain.as_deref() })
        .collect();
    let decisions = app.store.letters().pairs(letter).await?;
    let decided: HashSet<_> = decisions.iter().map(|pair| (pair.first, pair.second)).collect();
    let row = |first: &CoSignature, second: &CoSignature, why: Option<Likeness>| PairRow {
        first: first.id,
        second: second.id,
        first_name: first.organization.clone(),
        second_name: second.organization.clone(),
        first_state: first.state,
        second_state: second.state,
        why,
        domain: domain(first).unwrap_or_default(),
        decided: None,
    };
    let mut rows = Vec::new();
    for (first, second, why) in likenesses(&alike) {
        let (Some(first), Some(second)) = (here.get(first), here.get(second)) else { continue };
        if !decided.contains(&(first.id.min(second.id), first.id.max(second.id))) {
            rows.push(row(first, second, Some(why)));
        }
    }
    for decision in decisions {
        let find = |id| all.iter().find(|one| one.id == id);
        if let (Some(first), Some(second)) = (find(decision.first), find(decision.second)) {
            let by = names.of(app, decision.by).await?;
            rows.push(PairRow { decided: Some((decision.same, by)), ..row(first, second, None) });
        }
    }
    Ok(rows)
}

/// `GET /admin/c/{slug}/letters/{id}/co-signers`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let letter = found(&app, &campaign, &id).await?;
    let told = match done.done.as_str() {
        "invited" => Some((false, "circular-done-invited")),
        "resend" => Some((false, "circular-done-resend")),
        "not-mailed" => Some((true, "circular-done-not-mailed")),
        "take-back" => Some((false, "circular-done-take-back")),
        "gone" => Some((false, "circular-done-gone")),
        "another" => Some((false, "circular-done-another")),
        "vouch" => Some((false, "circular-done-vouch")),
        "taken" => Some((true, "circular-done-taken")),
        "meanwhile" => Some((true, "circular-done-meanwhile")),
        "same" | "different" => Some((false, "circular-done-pair")),
        "undo" => Some((false, "circular-done-undo")),
        _ => None,
    };
    let left = Left { done: told.map(|(care, key)| (care, key, done.count, done.more)), ..Left::default() };
    page(&app, &at, &campaign, &letter, StatusCode::OK, left).await
}

/// `POST /admin/c/{slug}/letters/{id}/co-signers`
pub async fn change(
    State(app): State<App>,
    at: AtDesk,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::EditCampaign)?;
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let letter = found(&app, &campaign, &id).await?;
    let letters = app.store.letters();
    let mut left = Left { typed: fields.typed(), ..Left::default() };
    let verb = fields.get("do");
    let base = format!("/admin/c/{slug}/letters/{id}/co-signers");
    let locale = campaign.first_language();
    let which = |name: &str| fields.get(name).parse::<CoSignatureId>().map_err(|_| Refusal::Form);
    let done = match verb {
        "invite" | "invite-one" => {
            let Some(all) = invited(&fields, verb, &mut left) else {
                return page(&app, &at, &campaign, &letter, StatusCode::UNPROCESSABLE_ENTITY, left).await;
            };
            if taking(&campaign, &letter, app.clock.now()) != Taking::Open || letter.number == 0 {
                left.errors
                    .add(if verb == "invite" { "rows" } else { "organization" }, "error-circular-over");
                return page(&app, &at, &campaign, &letter, StatusCode::UNPROCESSABLE_ENTITY, left).await;
            }
            let outcome = letters.invite(at.author(), &letter, locale, &all).await?;
            app.mail_due.notify_one();
            let (count, more) = (outcome.invited, outcome.known);
            return Ok(see_other(&format!("{base}?done=invited&count={count}&more={more}")));
        }
        "same" | "different" | "undo" => {
            let same = (verb != "undo").then_some(verb == "same");
            let pair = (which("first")?, which("second")?);
            if !letters.decide_pair(at.author(), campaign.id, letter.id, pair, same).await? {
                return Err(Refusal::Form);
            }
            app.cache.refresh();
            return Ok(see_other(&format!("{base}?done={verb}")));
        }
        "resend" => letters.resend(at.author(), &letter, which("co_signature")?).await?,
        "take-back" => letters.take_back(at.author(), &letter, which("co_signature")?).await?,
        "gone" => letters.lapse(at.author(), &letter, which("co_signature")?, "left").await?,
        "vouch" => {
            let reason = clean_line(fields.get("reason"));
            if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
                left.errors.add("reason", "error-circular-reason");
                return page(&app, &at, &campaign, &letter, StatusCode::UNPROCESSABLE_ENTITY, left).await;
            }
            letters.vouch(at.author(), &letter, which("co_signature")?, &reason).await?
        }
        "another" => {
            let id = which("co_signature")?;
            let row = letters.co_signature(id).await?.filter(|row| row.letter == letter.id);
            let row = row.ok_or(Refusal::Form)?;
            let domain = row.mail_domain.clone().unwrap_or_default();
            let site = row.site.clone().unwrap_or_default();
            let kind = row.kind.as_str();
            match Invited::parse(&row.organization, kind, &domain, &site, fields.get("another")) {
                Ok(invited) => letters.ask_another(at.author(), &letter, id, &invited).await?,
                Err(message) => {
                    left.errors.add("another", message);
                    return page(&app, &at, &campaign, &letter, StatusCode::UNPROCESSABLE_ENTITY, left).await;
                }
            }
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    app.mail_due.notify_one();
    let done = match done {
        CircularDone::Done => verb,
        CircularDone::NotMailed => "not-mailed",
        CircularDone::Taken { .. } => "taken",
        CircularDone::Meanwhile => "meanwhile",
    };
    Ok(see_other(&format!("{base}?done={done}")))
}

/// Reads whom to invite; nobody is invited by a paste of which a line cannot be read.
fn invited(fields: &Fields, verb: &str, left: &mut Left) -> Option<Vec<Invited>> {
    if verb == "invite-one" {
        let get = |name| fields.get(name);
        let read =
            Invited::parse(get("organization"), get("kind"), get("mail_domain"), get("site"), get("mailbox"));
        return match read {
            Ok(one) => Some(vec![one]),
            Err(message) => {
                let field = match message {
                    "error-invite-domain" | "error-invite-domain-free" => "mail_domain",
                    "error-invite-site" => "site",
                    "error-invite-mailbox" => "mailbox",
                    _ => "organization",
                };
                left.errors.add(field, message);
                None
            }
        };
    }
    let read = read_invited(fields.get("rows"));
    if read.is_empty() || read.len() > MOST_INVITED {
        left.errors.add("rows", "error-circular-rows");
        return None;
    }
    let mut all = Vec::with_capacity(read.len());
    for (line, row) in read {
        match row {
            Ok(one) => all.push(one),
            Err(message) => left.wrong_lines.push((line, message)),
        }
    }
    left.wrong_lines.is_empty().then_some(all)
}
