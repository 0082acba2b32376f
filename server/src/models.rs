//! From what the store knows to what the pages show.
//! It chooses names, days and languages; it decides nothing.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use redress_app::campaign::model::{
    CampaignCard, CampaignView, CommentLine, EarlierVersion, HostView, PetitionView, SignerLine, TimelineView,
};
use redress_domain::{CommentState, Locale};
use redress_store::{Campaign, Error, PublicSigner, Store, Version};
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
        places: store.places().count(campaign.id).await?,
        kit: store.templates().offered(campaign.id, crate::forms::kit::KINDS, locale).await?.len() as u64,
        hosts: campaign
            .hosts
            .iter()
            .map(|host| HostView { name: host.name.clone(), site: host.site.clone() })
            .collect(),
        today: now.to_zoned(zone.clone()).date(),
        share_url,
    })
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
