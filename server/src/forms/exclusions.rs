//! What was left out, why, what stands for it, and the way back.

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use redress_app::desk::{ExclusionRow, ExclusionsView, LikelyRow, LikelySigner};
use redress_domain::{Action, ExclusionState, SignatureId};
use redress_store::{Campaign, Found, Signature, Waiting};
use serde::Deserialize;

use super::Fields;
use super::desk::{WORDS, own, title};
use super::session::AtDesk;
use crate::web::client::see_other;
use crate::web::{App, Refusal};

const PAGE: usize = 200;
/// Pairs to decide on at a time.
const LIKELY: usize = 50;

/// `?done=found&count=3`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
    #[serde(default)]
    count: u64,
    #[serde(default)]
    likely: u64,
}

/// `GET /admin/c/{slug}/duplicates`
pub async fn show(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    at.may(Action::SeePeople)?;
    let campaign = own(&at, &slug)?;
    let (waiting, total_waiting) = app.store.exclusions().waiting(campaign.id, LIKELY).await?;
    let mut exclusions = app.store.exclusions().of_campaign(campaign.id).await?;
    exclusions.retain(|exclusion| exclusion.state != ExclusionState::Proposed);
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for exclusion in exclusions.iter().filter(|exclusion| exclusion.state == ExclusionState::Upheld) {
        *counts.entry(exclusion.rule.clone()).or_default() += 1;
    }
    let mut by_rule: Vec<_> = counts.into_iter().collect();
    by_rule.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let total = exclusions.len() as u64;
    let mut known: HashMap<SignatureId, Option<Signature>> = HashMap::new();
    let mut rows = Vec::new();
    for exclusion in exclusions.into_iter().rev().take(PAGE) {
        for id in [Some(exclusion.signature), exclusion.survivor].into_iter().flatten() {
            if let std::collections::hash_map::Entry::Vacant(slot) = known.entry(id) {
                slot.insert(app.store.signatures().find(id).await?);
            }
        }
        let find = |id: SignatureId| known.get(&id).and_then(Option::as_ref);
        let name =
            |signature: &Signature| signature.signer.as_ref().map(|signer| signer.name.as_str().to_owned());
        let day = |signature: &Signature| {
            let at = signature.confirmed_at.unwrap_or(signature.received_at);
            at.to_zoned(campaign.zone.clone()).date()
        };
        let Some(left_out) = find(exclusion.signature) else { continue };
        let survivor = exclusion.survivor.and_then(find);
        let reviewer = match exclusion.decided_by {
            Some(account) => app.store.accounts().name(account).await?,
            None => None,
        };
        rows.push(ExclusionRow {
            id: exclusion.id,
            rule: exclusion.rule,
            name: name(left_out).unwrap_or_default(),
            zip: left_out.zip.clone(),
            day: day(left_out),
            survivor: survivor.and_then(name),
            survivor_day: survivor.map(day),
            overturned: exclusion.state == ExclusionState::Overturned,
            reviewer,
        });
    }
    let view = ExclusionsView {
        title: title(&campaign),
        searched_at: campaign.searched_at.map(|at| at.to_zoned(campaign.zone.clone())),
        likely: waiting.into_iter().filter_map(|pair| likely_row(&campaign, pair)).collect(),
        waiting: total_waiting,
        rows,
        total,
        by_rule,
        newly_likely: if done.done == "found" { done.likely } else { 0 },
        done: match done.done.as_str() {
            "found" => Some(("exclusions-found", done.count)),
            "overturned" => Some(("exclusions-undone", done.count)),
            "two" => Some(("likely-done-two", done.count)),
            "same" => Some(("likely-done-same", done.count)),
            "upheld" => Some(("exclusions-left-out-again", done.count)),
            _ => None,
        },
        slug: campaign.slug,
    };
    let desk = at.desk();
    let page = redress_app::desk::exclusions::head(WORDS, &view);
    Ok(app.private(StatusCode::OK, &page, || redress_app::desk::exclusions::page(WORDS, &desk, &view)))
}

fn likely_row(campaign: &Campaign, pair: Waiting) -> Option<LikelyRow> {
    let signer = |signature: Signature| {
        let at = signature.confirmed_at.unwrap_or(signature.received_at);
        let signer = signature.signer?;
        let street = [signer.street, signer.unit].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(LikelySigner {
            name: signer.name.as_str().to_owned(),
            street,
            zip: signature.zip,
            day: at.to_zoned(campaign.zone.clone()).date(),
        })
    };
    Some(LikelyRow {
        id: pair.exclusion.id,
        rule: pair.exclusion.rule,
        first: signer(pair.first)?,
        later: signer(pair.later)?,
    })
}

/// `POST /admin/c/{slug}/duplicates`
pub async fn decide(
    State(app): State<App>,
    at: AtDesk,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Refusal> {
    at.may(Action::Moderate)?;
    let campaign = own(&at, &slug)?;
    let (verb, count) = match fields.get("action") {
        "search" => {
            let found = crate::duplicates::search(&app.store, at.author(), campaign.id).await?;
            app.cache.refresh();
            let Found { excluded, proposed } = found;
            let told = format!("/admin/c/{slug}/duplicates?done=found&count={excluded}&likely={proposed}");
            return Ok(see_other(&told));
        }
        action @ ("overturn" | "uphold") => {
            let id = fields.get("exclusion").parse().map_err(|_| Refusal::Form)?;
            let overturn = action == "overturn";
            let waited = app.store.exclusions().is_waiting(campaign.id, id).await?;
            let changed = app.store.exclusions().decide(at.author(), campaign.id, id, overturn).await?;
            let verb = match (waited, overturn) {
                (true, true) => "two",
                (true, false) => "same",
                (false, true) => "overturned",
                (false, false) => "upheld",
            };
            (verb, u64::from(changed))
        }
        _ => return Err(Refusal::Form),
    };
    app.cache.refresh();
    Ok(see_other(&format!("/admin/c/{slug}/duplicates?done={verb}&count={count}")))
}
