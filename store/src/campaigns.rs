//! Campaigns: what the public reads, what organizers write, and the versions of what is signed.
//! It refuses to change a text that was signed: another text is another version.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use redress_domain::{
    BodyId, CampaignId, CampaignState, HostRights, Locale, MatterId, OrganizationId, PartnerId, PetitionText,
    SignRules, Slug, Step, StepRefused, StreetRule, TimelineEntryId, VersionId, WordingId, Wordings,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use crate::bodies::name_body;
use crate::entity::{
    body, campaign, campaign_host, campaign_text, hearing_matter, matter, organization, petition_version,
    signature, timeline_entry,
};
use crate::{Author, Entry, Error, Store, audit, db, instant, millis};

/// A campaign's texts in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as on the page")]
pub struct CampaignText {
    pub title: String,
    pub standfirst: String,
    pub target_line: String,
    pub ask: String,
    /// Limited Markdown.
    pub story: String,
    /// The packet's cover letter.
    pub letter: String,
}

/// A version of the petition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Which.
    pub id: VersionId,
    /// 1 for the first.
    pub number: u32,
    /// The text by language.
    pub texts: BTreeMap<Locale, PetitionText>,
    /// When it was written.
    pub created_at: Timestamp,
}

/// An organization that hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct HostRecord {
    pub id: OrganizationId,
    pub name: String,
    pub site: Option<String>,
    /// What its members may do here, as far as their roles let them.
    pub rights: HostRights,
    /// What was agreed, written down.
    pub note: String,
}

/// An organization that brings its people.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct PartnerRecord {
    pub id: PartnerId,
    pub name: String,
    pub site: Option<String>,
    /// The label of its share link.
    pub label: String,
    /// What it asks signers now, if a host has agreed to it.
    pub asks: Option<(WordingId, Wordings)>,
    /// What it asked before, agreed to as well: a form may still show it.
    pub asked: Vec<WordingId>,
}

/// A body that receives.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct BodyRecord {
    pub slug: String,
    pub name: String,
    pub office: String,
    /// Lines of the address.
    pub address: String,
}

/// A docket before a body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct MatterRecord {
    pub docket: String,
    pub title: String,
    pub body: BodyRecord,
}

/// What happened, or will.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct TimelineRecord {
    pub day: Date,
    pub time: Option<Time>,
    pub next: bool,
    pub texts: BTreeMap<Locale, String>,
}

/// A campaign, whole.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row, with what hangs on it")]
pub struct Campaign {
    pub id: CampaignId,
    pub slug: Slug,
    pub state: CampaignState,
    /// Its first language in front.
    pub languages: Vec<Locale>,
    pub goal: Option<u64>,
    pub closes_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub searched_at: Option<Timestamp>,
    /// Retention is over: counts are left, and no people.
    pub forgotten: bool,
    pub zone: TimeZone,
    pub zone_name: String,
    pub rules: SignRules,
    /// Whether written testimony is asked for.
    pub testimony: bool,
    pub retention_days: u32,
    pub texts: BTreeMap<Locale, CampaignText>,
    /// Newest first; never empty.
    pub versions: Vec<Version>,
    pub matters: Vec<MatterRecord>,
    pub timeline: Vec<TimelineRecord>,
    pub hosts: Vec<HostRecord>,
    /// Those that have accepted and not left, in the order of the alphabet.
    pub partners: Vec<PartnerRecord>,
}

/// What an organizer writes.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of a campaign")]
pub struct CampaignDraft {
    pub slug: Slug,
    pub languages: Vec<Locale>,
    pub goal: Option<u64>,
    pub closes_at: Option<Timestamp>,
    pub zone_name: String,
    pub rules: SignRules,
    /// Whether written testimony is asked for.
    pub testimony: bool,
    pub retention_days: u32,
    pub texts: BTreeMap<Locale, CampaignText>,
    pub petition: BTreeMap<Locale, PetitionText>,
    pub matters: Vec<MatterRecord>,
    pub timeline: Vec<TimelineRecord>,
}

/// Why a campaign was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveRefused {
    /// Another campaign has that slug.
    #[error("another campaign has that address")]
    SlugTaken,
    /// The campaign is public, and its address is known: it does not change.
    #[error("the address of a public campaign does not change")]
    SlugFixed,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Why a step was not taken.
#[derive(Debug, thiserror::Error)]
pub enum StepFailed {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Campaign {
    /// The text in a language, or in the campaign's first one.
    pub fn text(&self, locale: Locale) -> (Locale, &CampaignText) {
        let own = self.texts.get_key_value(&locale);
        let first = self.languages.first().and_then(|first| self.texts.get_key_value(first));
        let (locale, text) =
            own.or(first).or_else(|| self.texts.first_key_value()).expect("a campaign is saved with a text");
        (*locale, text)
    }

    /// The version signed now.
    pub fn version(&self) -> &Version {
        self.versions.first().expect("a campaign is saved with a version")
    }

    /// What an organization may do here; nothing if it is no host.
    pub fn rights_of(&self, organization: OrganizationId) -> Option<&HostRights> {
        self.hosts.iter().find(|host| host.id == organization).map(|host| &host.rights)
    }

    /// The partner whose people come by a share link's label.
    pub fn partner_of(&self, label: &str) -> Option<&PartnerRecord> {
        self.partners.iter().find(|partner| !label.is_empty() && partner.label == label)
    }

    /// What the partner of a label asks in a language; nothing in a language it has no words for.
    pub fn asked_by(&self, label: &str, locale: Locale) -> Option<(&PartnerRecord, WordingId, &str)> {
        let partner = self.partner_of(label)?;
        let (id, texts) = partner.asks.as_ref()?;
        Some((partner, *id, texts.get(&locale)?))
    }

    /// Whether it takes signatures and testimony at this very moment: the sweep may not have closed it yet.
    pub fn is_open_at(&self, now: Timestamp) -> bool {
        self.state.is_open() && self.closes_at.is_none_or(|at| now < at)
    }

    /// Its first language.
    pub fn first_language(&self) -> Locale {
        self.languages.first().copied().unwrap_or_default()
    }
}

impl Version {
    /// The text in a language, or in the first it has.
    pub fn text(&self, locale: Locale) -> &PetitionText {
        self.texts
            .get(&locale)
            .or_else(|| self.texts.values().next())
            .expect("a version is saved with a text")
    }
}

/// The campaigns of a store.
pub struct Campaigns<'a>(pub(crate) &'a Store);

impl Store {
    /// The campaigns.
    pub const fn campaigns(&self) -> Campaigns<'_> {
        Campaigns(self)
    }
}

impl Campaigns<'_> {
    /// By its name in addresses.
    pub async fn by_slug(&self, slug: &str) -> Result<Option<Campaign>, Error> {
        // An address may hold anything, and Postgres takes no NUL in a text.
        if slug.contains('\0') {
            return Ok(None);
        }
        let row = campaign::Entity::find().filter(campaign::Column::Slug.eq(slug)).one(&self.0.db).await?;
        match row {
            Some(row) => Ok(Some(self.whole(row).await?)),
            None => Ok(None),
        }
    }

    /// By its id.
    pub async fn find(&self, id: CampaignId) -> Result<Option<Campaign>, Error> {
        match campaign::Entity::find_by_id(id.0).one(&self.0.db).await? {
            Some(row) => Ok(Some(self.whole(row).await?)),
            None => Ok(None),
        }
    }

    /// Those the public may see, newest first.
    pub async fn public(&self) -> Result<Vec<Campaign>, Error> {
        let hidden = [CampaignState::Draft.as_str(), CampaignState::Review.as_str()];
        let rows = campaign::Entity::find()
            .filter(campaign::Column::State.is_not_in(hidden))
            .order_by_desc(campaign::Column::CreatedAt)
            .all(&self.0.db)
            .await?;
        self.all(rows).await
    }

    /// Those an organization hosts, newest first.
    pub async fn of_organization(&self, organization: OrganizationId) -> Result<Vec<Campaign>, Error> {
        let hosted: Vec<_> = campaign_host::Entity::find()
            .filter(campaign_host::Column::OrganizationId.eq(organization.0))
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| row.campaign_id)
            .collect();
        let rows = campaign::Entity::find()
            .filter(campaign::Column::Id.is_in(hosted))
            .order_by_desc(campaign::Column::CreatedAt)
            .all(&self.0.db)
            .await?;
        self.all(rows).await
    }

    async fn all(&self, rows: Vec<campaign::Model>) -> Result<Vec<Campaign>, Error> {
        let mut campaigns = Vec::with_capacity(rows.len());
        for row in rows {
            campaigns.push(self.whole(row).await?);
        }
        Ok(campaigns)
    }

    async fn whole(&self, row: campaign::Model) -> Result<Campaign, Error> {
        let db = &self.0.db;
        let fault = || Error::Row("campaign");
        let texts = campaign_text::Entity::find()
            .filter(campaign_text::Column::CampaignId.eq(row.id))
            .all(db)
            .await?
            .into_iter()
            .map(|text| {
                let locale: Locale = text.locale.parse().map_err(|_| fault())?;
                let text = CampaignText {
                    title: text.title,
                    standfirst: text.standfirst,
                    target_line: text.target_line,
                    ask: text.ask,
                    story: text.story,
                    letter: text.letter,
                };
                Ok((locale, text))
            })
            .collect::<Result<_, Error>>()?;
        let versions = petition_version::Entity::find()
            .filter(petition_version::Column::CampaignId.eq(row.id))
            .order_by_desc(petition_version::Column::Number)
            .all(db)
            .await?
            .into_iter()
            .map(version)
            .collect::<Result<_, _>>()?;
        let matters = self.matters(row.id).await?;
        let mut timeline = timeline_entry::Entity::find()
            .filter(timeline_entry::Column::CampaignId.eq(row.id))
            .all(db)
            .await?
            .into_iter()
            .map(|entry| {
                Ok(TimelineRecord {
                    day: entry.day.parse().map_err(|_| fault())?,
                    time: entry.time.as_deref().map(str::parse).transpose().map_err(|_| fault())?,
                    next: entry.next,
                    texts: serde_json::from_str(&entry.texts).map_err(|_| fault())?,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        timeline.sort_by_key(|entry| (entry.day, entry.time));
        let mut hosts = Vec::new();
        for host in campaign_host::Entity::find()
            .filter(campaign_host::Column::CampaignId.eq(row.id))
            .order_by_asc(campaign_host::Column::Position)
            .all(db)
            .await?
        {
            let found = organization::Entity::find_by_id(host.organization_id).one(db).await?;
            let found = found.ok_or(Error::Row("campaign_host"))?;
            hosts.push(HostRecord {
                id: OrganizationId(found.id),
                name: found.name,
                site: found.site,
                rights: HostRights::parse(&host.rights).map_err(|_| Error::Row("campaign_host"))?,
                note: host.note,
            });
        }
        let partners = crate::partners::active(db, row.id).await?;
        Ok(Campaign {
            id: CampaignId(row.id),
            slug: Slug::parse(&row.slug).map_err(|_| fault())?,
            state: row.state.parse().map_err(|_| fault())?,
            languages: row
                .languages
                .split(',')
                .map(str::parse)
                .collect::<Result<_, _>>()
                .map_err(|_| fault())?,
            goal: row.goal.and_then(|goal| u64::try_from(goal).ok()),
            closes_at: row.closes_at.map(instant),
            closed_at: row.closed_at.map(instant),
            searched_at: row.searched_at.map(instant),
            forgotten: row.forgotten_at.is_some(),
            zone: TimeZone::get(&row.time_zone).map_err(|_| fault())?,
            zone_name: row.time_zone,
            rules: SignRules {
                street: row.street.parse::<StreetRule>().map_err(|_| fault())?,
                elsewhere: row.elsewhere,
                comments: row.comments,
            },
            testimony: row.testimony,
            retention_days: u32::try_from(row.retention_days).map_err(|_| fault())?,
            texts,
            versions,
            matters,
            timeline,
            hosts,
            partners,
        })
    }

    async fn matters(&self, campaign: uuid::Uuid) -> Result<Vec<MatterRecord>, Error> {
        let rows = matter::Entity::find()
            .filter(matter::Column::CampaignId.eq(campaign))
            .order_by_asc(matter::Column::Position)
            .all(&self.0.db)
            .await?;
        let mut matters = Vec::with_capacity(rows.len());
        for found in rows {
            let body = body::Entity::find_by_id(found.body_id).one(&self.0.db).await?;
            let body = body.ok_or(Error::Row("matter"))?;
            let body =
                BodyRecord { slug: body.slug, name: body.name, office: body.office, address: body.address };
            matters.push(MatterRecord { docket: found.docket, title: found.title, body });
        }
        Ok(matters)
    }

    /// Starts a campaign as a draft, hosted by the organizations given.
    pub async fn create(
        &self,
        author: Author,
        hosts: &[OrganizationId],
        draft: &CampaignDraft,
    ) -> Result<CampaignId, SaveRefused> {
        let now = millis(self.0.now());
        let id = CampaignId::new(self.0.random.as_ref());
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let taken = campaign::Entity::find()
            .filter(campaign::Column::Slug.eq(draft.slug.as_str()))
            .one(&transaction)
            .await
            .map_err(Error::from)?;
        if taken.is_some() {
            return Err(SaveRefused::SlugTaken);
        }
        let row = campaign::ActiveModel {
            id: Set(id.0),
            slug: Set(draft.slug.to_string()),
            state: Set(CampaignState::Draft.as_str().to_owned()),
            languages: Set(languages(draft)),
            goal: Set(goal(draft)),
            closes_at: Set(draft.closes_at.map(millis)),
            time_zone: Set(draft.zone_name.clone()),
            street: Set(draft.rules.street.as_str().to_owned()),
            elsewhere: Set(draft.rules.elsewhere),
            comments: Set(draft.rules.comments),
            retention_days: Set(i32::try_from(draft.retention_days).unwrap_or(i32::MAX)),
            sent_for_review_by: Set(None),
            created_at: Set(now),
            updated_at: Set(now),
            closed_at: Set(None),
            searched_at: Set(None),
            forgotten_at: Set(None),
            testimony: Set(draft.testimony),
        };
        campaign::Entity::insert(row).exec_without_returning(&transaction).await.map_err(slug_taken)?;
        for (position, host) in hosts.iter().enumerate() {
            let row = campaign_host::ActiveModel {
                campaign_id: Set(id.0),
                organization_id: Set(host.0),
                position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
                rights: Set("all".to_owned()),
                note: Set(String::new()),
            };
            campaign_host::Entity::insert(row)
                .exec_without_returning(&transaction)
                .await
                .map_err(Error::from)?;
        }
        self.write_parts(&transaction, author, id, draft).await?;
        self.add_version(&transaction, author, id, 1, draft).await?;
        let entry = entry(author, id, "campaign-created", "", draft.slug.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(id)
    }

    /// Saves what an organizer wrote. A changed petition becomes a new version once the first was signed.
    pub async fn save(
        &self,
        author: Author,
        id: CampaignId,
        draft: &CampaignDraft,
    ) -> Result<(), SaveRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let row = campaign::Entity::find_by_id(id.0)
            .one(&transaction)
            .await
            .map_err(Error::from)?
            .ok_or(Error::Row("campaign"))?;
        let state: CampaignState = row.state.parse().map_err(|_| Error::Row("campaign"))?;
        if state.is_public() && row.slug != draft.slug.as_str() {
            return Err(SaveRefused::SlugFixed);
        }
        campaign::Entity::update_many()
            .col_expr(campaign::Column::Slug, Expr::value(draft.slug.as_str()))
            .col_expr(campaign::Column::Languages, Expr::value(languages(draft)))
            .col_expr(campaign::Column::Goal, Expr::value(goal(draft)))
            .col_expr(campaign::Column::ClosesAt, Expr::value(draft.closes_at.map(millis)))
            .col_expr(campaign::Column::TimeZone, Expr::value(draft.zone_name.as_str()))
            .col_expr(campaign::Column::Street, Expr::value(draft.rules.street.as_str()))
            .col_expr(campaign::Column::Elsewhere, Expr::value(draft.rules.elsewhere))
            .col_expr(campaign::Column::Comments, Expr::value(draft.rules.comments))
            .col_expr(campaign::Column::Testimony, Expr::value(draft.testimony))
            .col_expr(
                campaign::Column::RetentionDays,
                Expr::value(i32::try_from(draft.retention_days).unwrap_or(i32::MAX)),
            )
            .col_expr(campaign::Column::UpdatedAt, Expr::value(millis(self.0.now())))
            .filter(campaign::Column::Id.eq(id.0))
            .exec(&transaction)
            .await
            .map_err(slug_taken)?;
        self.write_parts(&transaction, author, id, draft).await?;
        self.write_petition(&transaction, author, id, draft).await?;
        let edited = entry(author, id, "edited", "", "");
        audit::append(&transaction, self.0.now(), edited).await?;
        if row.testimony != draft.testimony {
            let [before, after] =
                [row.testimony, draft.testimony].map(|asked| if asked { "asked" } else { "" });
            let entry = entry(author, id, "testimony", before, after);
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await.map_err(Error::from)?;
        Ok(())
    }

    async fn write_petition(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        id: CampaignId,
        draft: &CampaignDraft,
    ) -> Result<(), Error> {
        let current = petition_version::Entity::find()
            .filter(petition_version::Column::CampaignId.eq(id.0))
            .order_by_desc(petition_version::Column::Number)
            .one(db)
            .await?
            .ok_or(Error::Row("petition_version"))?;
        if version(current.clone())?.texts == draft.petition {
            return Ok(());
        }
        let signed = signature::Entity::find()
            .filter(signature::Column::CampaignId.eq(id.0))
            .filter(signature::Column::VersionId.eq(current.id))
            .one(db)
            .await?
            .is_some();
        if signed {
            return self.add_version(db, author, id, current.number + 1, draft).await;
        }
        petition_version::Entity::update_many()
            .col_expr(petition_version::Column::Texts, Expr::value(json(&draft.petition)?))
            .filter(petition_version::Column::Id.eq(current.id))
            .exec(db)
            .await?;
        Ok(())
    }

    async fn add_version(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        id: CampaignId,
        number: i32,
        draft: &CampaignDraft,
    ) -> Result<(), Error> {
        let row = petition_version::ActiveModel {
            id: Set(VersionId::new(self.0.random.as_ref()).0),
            campaign_id: Set(id.0),
            number: Set(number),
            texts: Set(json(&draft.petition)?),
            created_at: Set(millis(self.0.now())),
            created_by: Set(author.account().map(|id| id.0)),
        };
        petition_version::Entity::insert(row).exec_without_returning(db).await?;
        if number > 1 {
            let entry = entry(author, id, "version", &(number - 1).to_string(), &number.to_string());
            audit::append(db, self.0.now(), entry).await?;
        }
        Ok(())
    }

    async fn write_parts(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        id: CampaignId,
        draft: &CampaignDraft,
    ) -> Result<(), Error> {
        campaign_text::Entity::delete_many()
            .filter(campaign_text::Column::CampaignId.eq(id.0))
            .exec(db)
            .await?;
        for (locale, text) in &draft.texts {
            let row = campaign_text::ActiveModel {
                campaign_id: Set(id.0),
                locale: Set(locale.code().to_owned()),
                title: Set(text.title.clone()),
                standfirst: Set(text.standfirst.clone()),
                target_line: Set(text.target_line.clone()),
                ask: Set(text.ask.clone()),
                story: Set(text.story.clone()),
                letter: Set(text.letter.clone()),
            };
            campaign_text::Entity::insert(row).exec_without_returning(db).await?;
        }
        timeline_entry::Entity::delete_many()
            .filter(timeline_entry::Column::CampaignId.eq(id.0))
            .exec(db)
            .await?;
        for entry in &draft.timeline {
            let row = timeline_entry::ActiveModel {
                id: Set(TimelineEntryId::new(self.0.random.as_ref()).0),
                campaign_id: Set(id.0),
                day: Set(entry.day.to_string()),
                time: Set(entry.time.map(|time| time.to_string())),
                next: Set(entry.next),
                texts: Set(json(&entry.texts)?),
            };
            timeline_entry::Entity::insert(row).exec_without_returning(db).await?;
        }
        self.write_matters(db, author, id, &draft.matters).await
    }

    /// Matters keep their ids as long as their docket stays: testimony names them. With another docket, the one
    /// in the same place of the list is taken to be the same.
    async fn write_matters(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        campaign: CampaignId,
        matters: &[MatterRecord],
    ) -> Result<(), Error> {
        let mut old = matter::Entity::find()
            .filter(matter::Column::CampaignId.eq(campaign.0))
            .order_by_asc(matter::Column::Position)
            .all(db)
            .await?;
        let kept = |row: &matter::Model| matters.iter().any(|found| found.docket == row.docket);
        for (position, found) in (0..).zip(matters) {
            let same = old
                .iter()
                .position(|row| row.docket == found.docket)
                .or_else(|| old.iter().position(|row| row.position == position && !kept(row)));
            // Read anew: the one before may have given the campaign a copy of its body.
            let current = match same.and_then(|same| old.get(same)) {
                Some(row) => matter::Entity::find_by_id(row.id).one(db).await?.map(|row| row.body_id),
                None => None,
            };
            let body = BodyId(self.0.bodies().of_matter(db, author, campaign, &found.body, current).await?);
            name_body(db, campaign, body.0).await?;
            if let Some(same) = same {
                let row = old.swap_remove(same);
                matter::Entity::update_many()
                    .col_expr(matter::Column::BodyId, Expr::value(body.0))
                    .col_expr(matter::Column::Docket, Expr::value(&found.docket))
                    .col_expr(matter::Column::Title, Expr::value(&found.title))
                    .col_expr(matter::Column::Position, Expr::value(position))
                    .filter(matter::Column::Id.eq(row.id))
                    .exec(db)
                    .await?;
                continue;
            }
            let row = matter::ActiveModel {
                id: Set(MatterId::new(self.0.random.as_ref()).0),
                campaign_id: Set(campaign.0),
                body_id: Set(body.0),
                docket: Set(found.docket.clone()),
                title: Set(found.title.clone()),
                position: Set(position),
                ..Default::default()
            };
            matter::Entity::insert(row).exec_without_returning(db).await?;
        }
        let gone: Vec<_> = old.iter().map(|row| row.id).collect();
        hearing_matter::Entity::delete_many()
            .filter(hearing_matter::Column::MatterId.is_in(gone.clone()))
            .exec(db)
            .await?;
        matter::Entity::delete_many().filter(matter::Column::Id.is_in(gone)).exec(db).await?;
        Ok(())
    }

    /// Takes a step. Where an organization wants two pairs of eyes, who sent a campaign for review does not
    /// publish it, and a draft is not published unseen.
    pub async fn step(
        &self,
        author: Author,
        id: CampaignId,
        step: Step,
    ) -> Result<CampaignState, StepFailed> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let row = campaign::Entity::find_by_id(id.0)
            .one(&transaction)
            .await
            .map_err(Error::from)?
            .ok_or(Error::Row("campaign"))?;
        let from: CampaignState = row.state.parse().map_err(|_| Error::Row("campaign"))?;
        let to = from.take(step)?;
        if step == Step::Publish && self.wants_two_pairs(&transaction, id).await? {
            let reviewed_by_another =
                from == CampaignState::Review && row.sent_for_review_by != author.account().map(|id| id.0);
            if !reviewed_by_another {
                return Err(StepRefused::NeedsAnotherMember.into());
            }
        }
        let now = millis(self.0.now());
        let mut update = campaign::Entity::update_many()
            .col_expr(campaign::Column::State, Expr::value(to.as_str()))
            .col_expr(campaign::Column::UpdatedAt, Expr::value(now))
            .filter(campaign::Column::Id.eq(id.0))
            .filter(campaign::Column::State.eq(from.as_str()));
        match step {
            Step::SendForReview => {
                let by = author.account().map(|id| id.0);
                update = update.col_expr(campaign::Column::SentForReviewBy, Expr::value(by));
            }
            Step::Close => update = update.col_expr(campaign::Column::ClosedAt, Expr::value(Some(now))),
            Step::Reopen => {
                // It may have forgotten its people; of those who sign from now on it forgets when it ends again.
                update = update
                    .col_expr(campaign::Column::ClosedAt, Expr::value(Option::<i64>::None))
                    .col_expr(campaign::Column::ForgottenAt, Expr::value(Option::<i64>::None));
                // What has no text any more is not delivered again.
                crate::testimonies::expire_forgotten(&transaction, id, now).await?;
                // A deadline that has passed would close it again at once.
                if row.closes_at.is_some_and(|at| at <= now) {
                    update = update.col_expr(campaign::Column::ClosesAt, Expr::value(Option::<i64>::None));
                }
            }
            _ => {}
        }
        update.exec(&transaction).await.map_err(Error::from)?;
        let entry = entry(author, id, "step", from.as_str(), to.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        if step == Step::Close {
            self.0.blur_days(id).await?;
        }
        Ok(to)
    }

    async fn wants_two_pairs(&self, db: &impl ConnectionTrait, id: CampaignId) -> Result<bool, Error> {
        let hosts = campaign_host::Entity::find()
            .filter(campaign_host::Column::CampaignId.eq(id.0))
            .all(db)
            .await?
            .into_iter()
            .map(|host| host.organization_id);
        let strict = organization::Entity::find()
            .filter(organization::Column::Id.is_in(hosts))
            .filter(organization::Column::TwoPairsOfEyes.eq(true))
            .one(db)
            .await?;
        Ok(strict.is_some())
    }

    /// Sets a state a loaded campaign had elsewhere (the demo).
    pub async fn load_state(
        &self,
        id: CampaignId,
        state: CampaignState,
        closed_at: Option<Timestamp>,
    ) -> Result<(), Error> {
        campaign::Entity::update_many()
            .col_expr(campaign::Column::State, Expr::value(state.as_str()))
            .col_expr(campaign::Column::ClosedAt, Expr::value(closed_at.map(millis)))
            .filter(campaign::Column::Id.eq(id.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// Whether anybody has signed it.
    pub async fn has_signatures(&self, id: CampaignId) -> Result<bool, Error> {
        let found =
            signature::Entity::find().filter(signature::Column::CampaignId.eq(id.0)).one(&self.0.db).await?;
        Ok(found.is_some())
    }
}

fn version(row: petition_version::Model) -> Result<Version, Error> {
    let fault = || Error::Row("petition_version");
    let texts: BTreeMap<Locale, String> = serde_json::from_str(&row.texts).map_err(|_| fault())?;
    let texts = texts
        .into_iter()
        .map(|(locale, text)| Ok((locale, PetitionText::parse(&text).map_err(|_| fault())?)))
        .collect::<Result<_, Error>>()?;
    Ok(Version {
        id: VersionId(row.id),
        number: u32::try_from(row.number).map_err(|_| fault())?,
        texts,
        created_at: instant(row.created_at),
    })
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::Row("campaign"))
}

fn languages(draft: &CampaignDraft) -> String {
    draft.languages.iter().map(|locale| locale.code()).collect::<Vec<_>>().join(",")
}

fn goal(draft: &CampaignDraft) -> Option<i64> {
    draft.goal.and_then(|goal| i64::try_from(goal).ok())
}

fn entry(author: Author, id: CampaignId, verb: &'static str, before: &str, after: &str) -> Entry {
    Entry {
        author,
        campaign: Some(id),
        verb,
        object: "campaign".to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

/// Two organizers may choose one address in the same second; the unique key is the referee.
fn slug_taken(error: sea_orm::DbErr) -> SaveRefused {
    match error.sql_err() {
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => SaveRefused::SlugTaken,
        _ => SaveRefused::Store(error.into()),
    }
}
