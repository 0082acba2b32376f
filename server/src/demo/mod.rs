//! The demo: five campaigns that happened, told in our own sentences, and people nobody is.
//! It loads once; a database that has it already is left as it is. A campaign stays a draft until it is whole, so
//! that a demo that was interrupted shows nothing half, and goes on where it was when it is asked for again.

mod bodies;
mod content;
mod kit;
mod letters;
mod partners;
mod people;
mod places;
mod record;
mod testimony;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, CampaignState, CommentState, EmailAddress, Locale, OrganizationId, PersonName, PetitionText,
    Role, SignForm, SignRules, SignatureId, SignatureState, Slug,
};
use redress_store::{
    Author, BodyRecord, Campaign, CampaignDraft, CampaignText, Elsewhere, Incoming, MatterRecord, Method,
    Moderation, NewOrganization, Placed, Store, TimelineRecord,
};

use content::{DemoCampaign, DemoContent};
use people::Outcome;

/// The same people every time.
const SEED: u64 = 1765;
/// Comments that nobody has read.
const UNREAD: usize = 12;
const ZONE: &str = "America/New_York";
/// The demo's organizer, for trying out.
pub const EMAIL: &str = "organizer@example.org";
/// And the password; a real installation has none until its owner chooses one.
pub const PASSWORD: &str = "a petition to the mayor";

/// Why the demo was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum DemoFailed {
    /// The database.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
    /// A campaign could not be saved.
    #[error(transparent)]
    Save(#[from] redress_store::SaveRefused),
    /// A body could not be saved.
    #[error(transparent)]
    Body(#[from] redress_store::BodyRefused),
    /// The demo's own files do not hold together; a test finds that first.
    #[error("the demo's own data is wrong: {0}")]
    Content(String),
}

/// What was loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loaded {
    /// Campaigns and signatures.
    Now {
        /// How many campaigns.
        campaigns: usize,
        /// How many signatures.
        signatures: u64,
    },
    /// It was there before.
    Before,
}

fn wrong(what: impl std::fmt::Display) -> DemoFailed {
    DemoFailed::Content(what.to_string())
}

/// Loads the demo with so many signatures under its first campaign; tells how many percent are done.
pub async fn load(
    store: &Store,
    storage: &std::path::Path,
    now: Timestamp,
    signatures: usize,
    password_hash: String,
    progress: &(dyn Fn(u8) + Sync),
) -> Result<Loaded, DemoFailed> {
    let content = content::content();
    let first = content.campaigns.first().ok_or_else(|| wrong("no campaign"))?;
    // It is the last to be whole.
    let whole = |campaign: &Campaign| campaign.state != CampaignState::Draft;
    if store.campaigns().by_slug(&first.slug).await?.as_ref().is_some_and(whole) {
        return Ok(Loaded::Before);
    }
    let zone = TimeZone::get(ZONE).map_err(wrong)?;
    let today = now.to_zoned(zone.clone()).date();
    let organizations = load_organizations(store, &content, &password_hash).await?;
    let author = author(store, &content, &organizations).await?;
    let mut loaded = 0;
    // The newest is listed first: the campaign that can be signed comes last.
    for (index, campaign) in content.campaigns.iter().enumerate().rev() {
        let draft = draft(&content, campaign, today, &zone)?;
        let closes = draft.closes_at;
        let id = match store.campaigns().by_slug(&campaign.slug).await? {
            Some(found) if whole(&found) => continue,
            Some(found) => found.id,
            None => {
                let hosts = hosts(&content, campaign, &organizations);
                store.campaigns().create(Author::Operator, &hosts, &draft).await?
            }
        };
        bodies::load(store, &content, campaign, id, today, &zone).await?;
        if let Some(kept) = campaign.kept_count
            && store.tally(id).await?.received == 0
        {
            store.load_counts(id, u64::from(kept)).await?;
        }
        if index == 0 {
            loaded = load_people(store, id, signatures, now, progress).await?;
        }
        if campaign.slug == "plate-readers" {
            places::load(store, id).await?;
            kit::load(store, id).await?;
        }
        if campaign.slug == "testimony-drive" {
            testimony::load(store, id, now).await?;
        }
        partners::load(store, &campaign.slug, id, &organizations).await?;
        record::load(store, storage, &content, &campaign.slug, id).await?;
        let ended = closes.filter(|_| campaign.state.has_ended());
        letters::load(store, author, &campaign.slug, id, ended, today, &zone).await?;
        store.campaigns().load_state(id, campaign.state, ended).await?;
    }
    Ok(Loaded::Now { campaigns: content.campaigns.len(), signatures: loaded })
}

/// The demo's organizer, who wrote its letters.
async fn author(
    store: &Store,
    content: &DemoContent,
    organizations: &BTreeMap<String, OrganizationId>,
) -> Result<Author, DemoFailed> {
    let first = content.organizations.first().and_then(|first| organizations.get(&first.slug));
    let first = *first.ok_or_else(|| wrong("no organization"))?;
    let member = store.accounts().team(first).await?.into_iter().next();
    Ok(member.map_or(Author::Operator, |member| Author::Member(member.account, first)))
}

async fn load_organizations(
    store: &Store,
    content: &DemoContent,
    password_hash: &str,
) -> Result<BTreeMap<String, OrganizationId>, DemoFailed> {
    let mut ids = BTreeMap::new();
    let name = PersonName::parse("Robin Okafor").map_err(wrong)?;
    let email = EmailAddress::parse(EMAIL).map_err(wrong)?;
    for organization in &content.organizations {
        let new = NewOrganization {
            slug: Slug::parse(&organization.slug).map_err(wrong)?,
            name: organization.name.clone(),
            site: Some(organization.site.clone()),
            mail_domain: Some(organization.mail_domain.clone()),
            two_pairs_of_eyes: false,
        };
        let id = store.accounts().ensure_organization(&new).await?;
        if ids.is_empty() {
            store.accounts().add_active(id, &name, &email, Role::Owner, password_hash.to_owned()).await?;
        }
        ids.insert(organization.slug.clone(), id);
    }
    Ok(ids)
}

fn hosts(
    content: &DemoContent,
    campaign: &DemoCampaign,
    organizations: &BTreeMap<String, OrganizationId>,
) -> Vec<OrganizationId> {
    // The first organization's desk shows all five, wherever it was a host.
    let mut hosts: Vec<OrganizationId> =
        campaign.hosts.iter().filter_map(|host| organizations.get(host).copied()).collect();
    if let Some(first) = content.organizations.first().and_then(|first| organizations.get(&first.slug))
        && hosts.is_empty()
    {
        hosts.push(*first);
    }
    hosts
}

fn draft(
    content: &DemoContent,
    campaign: &DemoCampaign,
    today: Date,
    zone: &TimeZone,
) -> Result<CampaignDraft, DemoFailed> {
    let closes = campaign.closes.on(today).at(20, 0, 0, 0).to_zoned(zone.clone()).map_err(wrong)?.timestamp();
    let (mut texts, mut petition) = (BTreeMap::new(), BTreeMap::new());
    for locale in &campaign.languages {
        let text = campaign.text.of(*locale);
        petition.insert(*locale, PetitionText::parse(&text.petition).map_err(wrong)?);
        texts.insert(
            *locale,
            CampaignText {
                title: text.title.clone(),
                standfirst: text.standfirst.clone(),
                target_line: text.target_line.clone(),
                ask: text.ask.clone(),
                story: text.story.clone(),
                letter: text.letter.clone(),
            },
        );
    }
    let body = |slug: &str| {
        content.bodies.iter().find(|body| body.slug == slug).map(|body| BodyRecord {
            slug: body.slug.clone(),
            name: body.name.clone(),
            office: body.office.clone(),
            address: body.address.join("\n"),
        })
    };
    let matters = campaign
        .matters
        .iter()
        .filter_map(|matter| {
            Some(MatterRecord {
                docket: matter.docket.clone().unwrap_or_default(),
                title: matter.title.clone(),
                body: body(&matter.body)?,
            })
        })
        .collect();
    let timeline = campaign
        .milestones(today)
        .into_iter()
        .map(|milestone| TimelineRecord {
            day: milestone.date,
            time: milestone.time,
            next: milestone.next,
            texts: campaign
                .languages
                .iter()
                .map(|locale| (*locale, milestone.text(*locale).to_owned()))
                .collect(),
        })
        .collect();
    Ok(CampaignDraft {
        slug: Slug::parse(&campaign.slug).map_err(wrong)?,
        languages: campaign.languages.clone(),
        goal: Some(u64::from(campaign.goal)),
        closes_at: Some(closes),
        zone_name: ZONE.to_owned(),
        rules: SignRules {
            street: campaign.street,
            elsewhere: campaign.elsewhere_allowed,
            comments: campaign.comments,
        },
        testimony: campaign.testimony,
        retention_days: u32::from(campaign.retention_days),
        texts,
        petition,
        matters,
        timeline,
    })
}

async fn load_people(
    store: &Store,
    id: CampaignId,
    count: usize,
    now: Timestamp,
    progress: &(dyn Fn(u8) + Sync),
) -> Result<u64, DemoFailed> {
    let campaign = store.campaigns().find(id).await?.ok_or_else(|| wrong("the campaign is gone"))?;
    let rules = campaign.rules;
    let before = store.tally(id).await?.received;
    let mut mailboxes = Mailboxes::default();
    let (mut loaded, mut number, count) = (0, 0_i64, count as u64);
    // Some of the people sign twice with one mailbox, which the database refuses: a few more make up for them.
    let people = people::people(SEED, usize::try_from(count + count / 50).unwrap_or(usize::MAX));
    let mut rest = people.as_slice();
    // Each chunk is one transaction, there as a whole or not at all.
    while !rest.is_empty() && loaded < count {
        let missing = usize::try_from(count - loaded).unwrap_or(usize::MAX);
        let (chunk, after) = rest.split_at(rest.len().min(missing).min(500));
        rest = after;
        let mut signatures = Vec::with_capacity(chunk.len());
        let mut takes = 0;
        for signer in chunk {
            number += 1;
            let form = SignForm::parse(&signer.form(), rules).map_err(|_| wrong("a signer's form"))?;
            let at = at(now, signer.day_offset, number);
            let state = match signer.outcome {
                Outcome::Confirmed => SignatureState::Confirmed,
                Outcome::Pending => SignatureState::Pending,
                Outcome::Withdrawn => SignatureState::Withdrawn,
                Outcome::Expired => SignatureState::Expired,
            };
            takes += u64::from(mailboxes.takes(&form, state));
            signatures.push(Elsewhere { incoming: incoming(&campaign, form, signer.locale), state, at });
        }
        // What an interrupted run has loaded is told by its number, since the same people come every time.
        loaded += if loaded + takes <= before {
            takes
        } else {
            let placed = store.signatures().load(Method::Web, signatures, false).await?;
            placed.iter().filter(|placed| **placed == Placed::New).count() as u64
        };
        progress(u8::try_from(loaded * 100 / count.max(1)).unwrap_or(100));
    }
    // The newest wait for the desk to read them; the others were read.
    let waiting = store.signatures().comments(id, CommentState::Waiting, u64::from(u32::MAX)).await?;
    let read: Vec<SignatureId> = waiting.iter().skip(UNREAD).map(|signature| signature.id).collect();
    store.signatures().moderate(Author::Operator, id, &read, &Moderation::Show).await?;
    Ok(loaded)
}

/// Who has signed with which mailbox, as the database will find it.
#[derive(Default)]
struct Mailboxes(HashMap<String, Vec<(String, String)>>);

impl Mailboxes {
    /// Whether the database takes one more: a mailbox's first, or a second of the household.
    fn takes(&mut self, form: &SignForm, state: SignatureState) -> bool {
        // Who has left holds no place.
        if matches!(state, SignatureState::Withdrawn | SignatureState::Expired) {
            return true;
        }
        let (name, zip) = (form.name.compare_key(), form.zip.as_str().to_owned());
        let signed = self.0.entry(form.email.mailbox()).or_default();
        let takes = match signed.as_slice() {
            [] => true,
            [(first, place)] => *first != name && *place == zip,
            _ => false,
        };
        if takes {
            signed.push((name, zip));
        }
        takes
    }
}

fn incoming(campaign: &Campaign, form: SignForm, locale: Locale) -> Incoming {
    Incoming {
        campaign: campaign.id,
        zone: campaign.zone.clone(),
        version: campaign.version().id,
        locale,
        form,
        hold: None,
        wording: None,
    }
}

/// Some minute of that day, none of them in the future.
fn at(now: Timestamp, days_before: u16, number: i64) -> Timestamp {
    let minutes = (number * 7_919) % (13 * 60);
    let before = SignedDuration::from_hours(24 * i64::from(days_before)) + SignedDuration::from_mins(minutes);
    now.checked_sub(before).unwrap_or(now)
}
