//! From what the store knows to what the pages show.
//! It chooses names, days and languages; it decides nothing.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use redress_app::campaign::model::{
    CampaignCard, CampaignView, CommentLine, EarlierVersion, HostView, LetterLine, PetitionView, SignerLine,
    TimelineView,
};
use redress_app::hearing::{HearingCard, MatterLine, PublicHearings, YearlyLine};
use redress_app::outcome::{RecordView, RelatedPlaceView, VoteView};
use redress_app::parts::PictureView;
use redress_app::petition::model::PartnerAsks;
use redress_app::statement::StatementView;
use redress_domain::{
    CampaignId, CommentState, HearingState, LetterState, Locale, MatterState, UploadId, is_on_time,
};
use redress_store::{Body, Campaign, Error, Letter, Matter, PublicSigner, Statement, Store, Upload, Version};
use sha2::{Digest as _, Sha256};

/// SHA-256 of a petition's text, hexadecimal: what is printed beside a version.
pub fn text_hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// How many recent signers a campaign's page shows.
const RECENT: u64 = 8;
/// How many comments.
const COMMENTS: u64 = 5;

/// A campaign's page in a language.
pub async fn campaign_view(
    store: &Store,
    now: Timestamp,
    campaign: &Campaign,
    locale: Locale,
    share_url: String,
) -> Result<CampaignView, Error> {
    let zone = &campaign.zone;
    let (text_locale, text) = campaign.text(locale);
    let tally = store.tally(campaign.id).await?;
    let recent = store.signatures().recent(campaign.id, RECENT).await?;
    let comments = store.signatures().comments(campaign.id, CommentState::Shown, COMMENTS).await?;
    Ok(CampaignView {
        slug: campaign.slug.clone(),
        state: campaign.state,
        languages: campaign.languages.clone(),
        title: text.title.clone(),
        standfirst: text.standfirst.clone(),
        target_line: text.target_line.clone(),
        ask: text.ask.clone(),
        story: text.story.clone(),
        petition: petition_view(campaign, text_locale),
        signed: tally.confirmed,
        goal: campaign.goal,
        closes: campaign.closes_at.map(|at| at.to_zoned(zone.clone())),
        retention_days: campaign.retention_days,
        rules: campaign.rules,
        timeline: campaign
            .timeline
            .iter()
            .filter_map(|entry| {
                let text = entry.texts.get(&text_locale).or_else(|| entry.texts.values().next())?;
                Some(TimelineView { day: entry.day, time: entry.time, text: text.clone(), next: entry.next })
            })
            .collect(),
        recent: recent.into_iter().map(|signer| signer_line(signer, zone)).collect(),
        comments: comments
            .iter()
            .filter_map(|signature| {
                Some(CommentLine {
                    text: signature.signer.as_ref()?.comment.clone()?,
                    locale: signature.locale,
                    signer: signer_line(signature.public()?, zone),
                })
            })
            .collect(),
        testimony: campaign.testimony && campaign.state.is_open(),
        places: store.places().count(campaign.id).await?,
        kit: store.templates().offered(campaign.id, crate::forms::kit::KINDS, locale).await?.len() as u64,
        letters: letter_lines(store, now, campaign).await?,
        hosts: campaign
            .hosts
            .iter()
            .map(|host| HostView { name: host.name.clone(), site: host.site.clone() })
            .collect(),
        partners: campaign
            .partners
            .iter()
            .map(|partner| HostView { name: partner.name.clone(), site: partner.site.clone() })
            .collect(),
        hearings: PublicHearings::default(),
        record: record(store, campaign, locale).await?,
        statements: statements(store, campaign).await?,
        today: now.to_zoned(zone.clone()).date(),
        share_url,
    })
}

/// What the partner of a share link's label asks signers, in the language of the page.
pub fn asked(campaign: &Campaign, label: &str, locale: Locale) -> Option<PartnerAsks> {
    let (_, wording, text) = campaign.asked_by(label, locale)?;
    Some(PartnerAsks { wording, text: text.to_owned() })
}

/// A campaign's letters that are public, with their totals.
async fn letter_lines(store: &Store, now: Timestamp, campaign: &Campaign) -> Result<Vec<LetterLine>, Error> {
    let mut letters = store.letters().of_campaign(campaign.id).await?;
    letters.retain(|letter| letter.state != LetterState::Draft);
    if letters.is_empty() {
        return Ok(Vec::new());
    }
    let totals = store.letters().totals(campaign.id).await?;
    let open = |letter: &Letter| {
        letter.state == LetterState::Circulating
            && campaign.state.is_open()
            && is_on_time(now, letter.deadline)
    };
    Ok(letters
        .into_iter()
        .map(|letter| {
            let (organizations, persons) = totals.get(&letter.id).copied().unwrap_or_default();
            let zoned = |at: Timestamp| at.to_zoned(campaign.zone.clone());
            LetterLine {
                organizations,
                persons,
                individuals: letter.individuals,
                open_until: open(&letter).then(|| letter.deadline.map(zoned)),
                slug: letter.slug,
                title: letter.title,
            }
        })
        .collect())
}

/// What a campaign's page tells of hearings, matters and yearly dates.
pub async fn public_hearings(
    store: &Store,
    now: Timestamp,
    campaign: &Campaign,
    locale: Locale,
) -> Result<PublicHearings, Error> {
    let bodies = store.bodies().of_campaign(campaign.id).await?;
    let matters = store.hearings().matters(campaign.id).await?;
    let find = |id| bodies.iter().find(|body| body.id == id);
    let zoned = |at: Timestamp| at.to_zoned(campaign.zone.clone());
    let today = zoned(now).date();
    let mut shown =
        PublicHearings { contact: bodies.iter().any(|body| !body.seats.is_empty()), ..Default::default() };
    let mut told = Vec::new();
    for hearing in store.hearings().of_campaign(campaign.id).await? {
        let Some(body) = find(hearing.body) else { continue };
        // On its day it is still to come: who opens the page then wants the link.
        let coming = hearing.state == HearingState::Planned && zoned(hearing.starts_at).date() >= today;
        let off_and_to_come = hearing.state == HearingState::CalledOff && hearing.starts_at > now;
        let about: Vec<&Matter> =
            matters.iter().filter(|matter| hearing.matters.contains(&matter.id)).collect();
        let committee = about.iter().find_map(|matter| matter.committee.and_then(find));
        let taker = [Some(body), committee].into_iter().flatten().find(|body| body.email.is_some());
        let taker = taker.unwrap_or(body);
        let card = HearingCard {
            id: hearing.id,
            title: hearing.title,
            body: body.name.clone(),
            starts: zoned(hearing.starts_at),
            cutoff: hearing.cutoff.at.map(zoned),
            place: hearing.place,
            link: hearing.link,
            note: hearing.note,
            state: hearing.state,
            matters: about.iter().map(|matter| matter_line(matter, &bodies)).collect(),
            email: taker.email.clone(),
            profile: taker.profile.clone(),
            rules: taker.rules.clone(),
            site: taker.site.clone(),
        };
        // One that was called off is told where people look for it.
        if coming || off_and_to_come {
            told.extend(about.iter().map(|matter| matter.id));
            shown.coming.push(card);
        } else {
            shown.past.insert(0, card);
        }
    }
    let rest = matters.iter().filter(|matter| !told.contains(&matter.id));
    // A docket that has not moved is on the petition already.
    shown.matters = rest
        .filter(|matter| matter.state != MatterState::Filed)
        .map(|matter| matter_line(matter, &bodies))
        .collect();
    for date in store.hearings().yearly(campaign.id).await? {
        let this_year = Date::new(today.year(), date.month, date.day).unwrap_or(today);
        let next = if this_year < today { this_year.saturating_add(1.year()) } else { this_year };
        let Some(text) = date.texts.get(&locale).or_else(|| date.texts.values().next()) else { continue };
        let body = date.body.and_then(find).map(|body| body.name.clone());
        shown.yearly.push(YearlyLine { next, text: text.clone(), body });
    }
    shown.yearly.sort_by_key(|line| line.next);
    Ok(shown)
}

/// A matter, with the body where it lies now.
pub fn matter_line(matter: &Matter, bodies: &[Body]) -> MatterLine {
    let lies = matter.committee.unwrap_or(matter.body);
    let body = bodies.iter().find(|body| body.id == lies).map(|body| body.name.clone());
    MatterLine {
        docket: matter.docket.clone(),
        title: matter.title.clone(),
        body: body.unwrap_or_default(),
        state: matter.state,
    }
}

fn signer_line(signer: PublicSigner, zone: &TimeZone) -> SignerLine {
    SignerLine {
        name: signer.name,
        place: signer.place,
        day: signer.confirmed_at.to_zoned(zone.clone()).date(),
    }
}

fn petition_view(campaign: &Campaign, locale: Locale) -> PetitionView {
    let since = |version: &Version| version.created_at.to_zoned(campaign.zone.clone()).date();
    let current = campaign.version();
    let text = current.text(locale).as_str();
    PetitionView {
        number: current.number,
        text: text.to_owned(),
        hash: text_hash(text),
        since: since(current),
        earlier: campaign
            .versions
            .iter()
            .skip(1)
            .map(|version| {
                let text = version.text(locale).as_str();
                EarlierVersion {
                    number: version.number,
                    since: since(version),
                    text: text.to_owned(),
                    hash: text_hash(text),
                }
            })
            .collect(),
    }
}

/// A campaign's votes, as pages show them.
pub async fn votes(store: &Store, campaign: CampaignId) -> Result<Vec<VoteView>, Error> {
    let votes = store.outcomes().votes(campaign).await?;
    Ok(votes
        .into_iter()
        .map(|vote| VoteView {
            id: vote.id,
            body: vote.body,
            question: vote.question,
            day: vote.day,
            ballots: vote.ballots,
        })
        .collect())
}

/// How a campaign ended, once that is recorded.
async fn record(store: &Store, campaign: &Campaign, locale: Locale) -> Result<Option<RecordView>, Error> {
    let Some(outcome) = store.outcomes().of(campaign.id).await? else { return Ok(None) };
    let text = outcome.texts.get(&locale).or_else(|| outcome.texts.get(&campaign.first_language()));
    let follow_on = match outcome.follow_on {
        Some(id) => store.campaigns().find(id).await?.filter(|next| next.state.is_public()),
        None => None,
    };
    Ok(Some(RecordView {
        kind: outcome.kind,
        day: outcome.day,
        text: text.cloned().unwrap_or_default(),
        links: outcome.links.into_iter().map(|link| (link.title, link.url)).collect(),
        votes: votes(store, campaign.id).await?,
        places: store
            .outcomes()
            .places(campaign.id)
            .await?
            .into_iter()
            .map(|place| RelatedPlaceView {
                name: place.name,
                day: place.day,
                note: place.note,
                url: place.url,
            })
            .collect(),
        follow_on: follow_on.map(|next| {
            let first = next.first_language();
            let locale = if next.languages.contains(&locale) { locale } else { first };
            let path = redress_app::shell::path(locale, first, &format!("/c/{}", next.slug));
            (next.text(locale).1.title.clone(), path)
        }),
    }))
}

/// A picture as a page shows it.
pub fn picture_view(upload: &Upload) -> PictureView {
    PictureView {
        src: format!("/media/{}.{}", upload.id, upload.media),
        width: upload.width,
        height: upload.height,
        alt: upload.alt.clone(),
    }
}

/// A statement as pages show it.
pub async fn statement_view(store: &Store, statement: &Statement) -> Result<StatementView, Error> {
    let picture = async |id: Option<UploadId>| match id {
        Some(id) => Ok::<_, Error>(store.uploads().find(id).await?.as_ref().map(picture_view)),
        None => Ok(None),
    };
    Ok(StatementView {
        id: statement.id,
        text: statement.said.text.clone(),
        language: statement.said.language.clone(),
        name: statement.said.name.clone(),
        title: statement.said.title.clone(),
        organization: statement.said.organization.clone(),
        portrait: picture(statement.portrait).await?,
        logo: picture(statement.logo).await?,
    })
}

/// Those that everybody sees, in the campaign's order.
async fn statements(store: &Store, campaign: &Campaign) -> Result<Vec<StatementView>, Error> {
    let mut views = Vec::new();
    for statement in store.statements().shown(campaign.id).await? {
        views.push(statement_view(store, &statement).await?);
    }
    Ok(views)
}

/// A campaign in a list.
pub async fn card(store: &Store, campaign: &Campaign, locale: Locale) -> Result<CampaignCard, Error> {
    let (_, text) = campaign.text(locale);
    Ok(CampaignCard {
        slug: campaign.slug.clone(),
        state: campaign.state,
        title: text.title.clone(),
        standfirst: text.standfirst.clone(),
        target_line: text.target_line.clone(),
        signed: store.tally(campaign.id).await?.confirmed,
        goal: campaign.goal,
        closes: campaign.closes_at.map(|at| at.to_zoned(campaign.zone.clone())),
    })
}
