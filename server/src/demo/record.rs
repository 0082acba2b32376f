//! The demo's statements, with logos that are drawn as any other, and the record of its second campaign.
//! What is there already is left as it is.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use redress_domain::{
    Ballot, CampaignId, Choice, Locale, OutcomeKind, RawStatement, StatementDraft, UploadKind,
};
use redress_store::{Author, NewUpload, Outcome, OutcomeLink, RelatedPlace, StatementPictures, Store};
use serde::Deserialize;

use super::content::DemoContent;
use super::{DemoFailed, wrong};
use crate::pictures;
use crate::shelf::Shelf;

const FILE: &str = include_str!("../../demo/record.toml");
const PERMISSION: &str = "made up for the demo";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoRecord {
    statement: Vec<DemoStatement>,
    outcome: DemoOutcome,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoStatement {
    campaign: String,
    organization: String,
    name: String,
    title: String,
    language: String,
    text: String,
    logo: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoOutcome {
    campaign: String,
    kind: OutcomeKind,
    day: Date,
    follow_on: String,
    text: BTreeMap<Locale, String>,
    link: Vec<OutcomeLink>,
    vote: DemoVote,
    place: Vec<DemoRelated>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoVote {
    body: String,
    question: String,
    day: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoRelated {
    name: String,
    day: Option<Date>,
    note: String,
}

/// Loads what is said of a campaign, and how it ended.
pub(super) async fn load(
    store: &Store,
    storage: &Path,
    content: &DemoContent,
    slug: &str,
    id: CampaignId,
) -> Result<(), DemoFailed> {
    let record: DemoRecord = toml::from_str(FILE).map_err(wrong)?;
    if store.statements().all(id).await?.is_empty() {
        for said in record.statement.iter().filter(|said| said.campaign == slug) {
            statement(store, storage, content, id, said).await?;
        }
    }
    if record.outcome.campaign == slug {
        outcome(store, content, id, record.outcome).await?;
    }
    Ok(())
}

async fn statement(
    store: &Store,
    storage: &Path,
    content: &DemoContent,
    id: CampaignId,
    said: &DemoStatement,
) -> Result<(), DemoFailed> {
    let organization = content.organizations.iter().find(|found| found.slug == said.organization);
    let organization = &organization.ok_or_else(|| wrong("a statement of no organization"))?.name;
    let draft = StatementDraft::parse(RawStatement {
        text: &said.text,
        language: &said.language,
        name: &said.name,
        title: &said.title,
        organization,
        permission: PERMISSION,
    });
    let draft = draft.map_err(|_| wrong("a statement"))?;
    let drawn = pictures::draw(logo(&said.logo).as_bytes(), UploadKind::Logo).map_err(wrong)?;
    let new = NewUpload {
        campaign: id,
        kind: UploadKind::Logo,
        media: drawn.media,
        width: drawn.width,
        height: drawn.height,
        bytes: drawn.bytes.len(),
        sha256: drawn.sha256(),
        alt: format!("Logo: {organization}"),
        permission: PERMISSION.to_owned(),
        uploaded_by: None,
    };
    let upload = store.uploads().add(&new).await?;
    Shelf::open(storage).map_err(wrong)?.put(&upload.path, drawn.bytes).await.map_err(wrong)?;
    let pictures = StatementPictures { portrait: None, logo: Some(upload.id) };
    let statement = store.statements().add(Author::Operator, id, &draft, pictures).await?;
    store.statements().show(Author::Operator, id, statement, true).await?;
    Ok(())
}

async fn outcome(
    store: &Store,
    content: &DemoContent,
    id: CampaignId,
    told: DemoOutcome,
) -> Result<(), DemoFailed> {
    let outcome = Outcome {
        kind: told.kind,
        day: told.day,
        texts: told.text.into_iter().map(|(locale, text)| (locale, text.trim().to_owned())).collect(),
        links: told.link,
        follow_on: store.campaigns().by_slug(&told.follow_on).await?.map(|campaign| campaign.id),
    };
    let places: Vec<_> = told
        .place
        .into_iter()
        .map(|place| RelatedPlace { name: place.name, day: place.day, note: place.note, url: None })
        .collect();
    store.outcomes().load(id, &outcome, &places).await?;
    if !store.outcomes().votes(id).await?.is_empty() {
        return Ok(());
    }
    let body = content.bodies.iter().find(|body| body.slug == told.vote.body);
    let body = body.ok_or_else(|| wrong("a vote of no body"))?;
    let ballots: Vec<_> = body
        .seats
        .iter()
        .map(|seat| Ballot {
            name: seat.holder.clone(),
            district: seat.district.clone().unwrap_or_else(|| "At large".to_owned()),
            choice: Choice::Yea,
        })
        .collect();
    let vote = &told.vote;
    store.outcomes().add_vote(Author::Operator, id, &body.name, &vote.question, vote.day, &ballots).await?;
    Ok(())
}

/// A mark of simple shapes.
fn logo(name: &str) -> String {
    let (color, shapes) = match name {
        "bay" => (
            "#1d4468",
            "<path d=\"M6 42c8-10 14-10 22 0s14 10 22 0 14-10 22 0v14H6z\"/><circle cx=\"40\" cy=\"20\" r=\"11\"/>",
        ),
        "net" => (
            "#5b3a86",
            "<path d=\"M10 10h14v14H10zM56 10h14v14H56zM33 46h14v14H33z\"/><path d=\"M20 20l20 30 20-30\" fill=\"none\" stroke=\"#5b3a86\" stroke-width=\"5\"/>",
        ),
        "harbor" => (
            "#7a3b12",
            "<path d=\"M12 14h24c3 0 4 2 4 4 0-2 1-4 4-4h24v42H44c-3 0-4 2-4 4 0-2-1-4-4-4H12z\"/>",
        ),
        "crescent" => ("#0f5c45", "<path d=\"M52 8a28 28 0 1 0 14 46A22 22 0 1 1 52 8z\"/>"),
        _ => ("#952519", "<path d=\"M40 6l10 22 24 3-18 16 5 24-21-12-21 12 5-24L6 31l24-3z\"/>"),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 66\"><g fill=\"{color}\">{shapes}</g></svg>"
    )
}
