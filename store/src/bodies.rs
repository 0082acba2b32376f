//! Bodies that receive: council, committees, offices, with their seats, and what they take.
//! It refuses to let one organization change what another's campaign shows: it gets a copy of its own instead.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasher;

use jiff::civil::Date;
use redress_domain::{BodyId, BodyKind, CampaignId, DeliveryProfile, FileFormat, SeatId, Slug};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::{
    body, campaign_body, campaign_host, contact_script, contact_tally, district_shape, district_zip, hearing,
    matter, seat, yearly_date,
};
use crate::{Author, BodyRecord, Entry, Error, Store, audit, db};

/// A body, with its seats in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Which.
    pub id: BodyId,
    /// Its name at the command line and in packets.
    pub slug: String,
    /// What kind.
    pub kind: BodyKind,
    /// Of a committee: the council it is of.
    pub parent: Option<BodyId>,
    /// As addressed.
    pub name: String,
    /// The office that receives its mail.
    pub office: String,
    /// Lines of its postal address.
    pub address: String,
    /// Where written testimony is sent: public.
    pub email: Option<String>,
    /// Its site, `https://…`.
    pub site: Option<String>,
    /// What it takes.
    pub profile: DeliveryProfile,
    /// Its published rules, in the organizer's words.
    pub rules: String,
    /// In order.
    pub seats: Vec<Seat>,
}

/// A seat of a body, with who holds it: public record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Which.
    pub id: SeatId,
    /// `City Councilor, District 7`
    pub title: String,
    /// The district's name; `None` is at large.
    pub district: Option<String>,
    /// Who holds it; empty while it is vacant.
    pub holder: String,
    /// Public address.
    pub email: Option<String>,
    /// Public number.
    pub phone: Option<String>,
    /// Nobody has held it since that day.
    pub vacant_since: Option<Date>,
}

/// What an organizer writes about a body.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of a body")]
pub struct BodyDraft {
    pub kind: BodyKind,
    pub parent: Option<BodyId>,
    pub name: String,
    pub office: String,
    pub address: String,
    pub email: Option<String>,
    pub site: Option<String>,
    pub profile: DeliveryProfile,
    pub rules: String,
    pub seats: Vec<SeatDraft>,
}

/// What an organizer writes about a seat.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of a seat")]
pub struct SeatDraft {
    /// The seat it was; `None` is a new one.
    pub id: Option<SeatId>,
    pub title: String,
    pub district: Option<String>,
    pub holder: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub vacant_since: Option<Date>,
}

/// Why a body was not saved or removed.
#[derive(Debug, thiserror::Error)]
pub enum BodyRefused {
    /// The campaign names no such body.
    #[error("the campaign names no such body")]
    NotThere,
    /// A matter, a hearing or a committee still needs it.
    #[error("a matter, a hearing or a committee still names it")]
    InUse,
    /// A committee is of a body that is no committee itself, and not of itself.
    #[error("a committee is of a council")]
    Parent,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Body {
    /// The names of its districts, each once, as they count: `District 2` before `District 10`.
    pub fn districts(&self) -> Vec<String> {
        let names: BTreeSet<_> =
            self.seats.iter().filter_map(|seat| seat.district.as_ref()).map(|name| natural(name)).collect();
        names.into_iter().map(|(_, name)| name).collect()
    }

    /// As a matter names it.
    pub fn record(&self) -> BodyRecord {
        BodyRecord {
            slug: self.slug.clone(),
            name: self.name.clone(),
            office: self.office.clone(),
            address: self.address.clone(),
        }
    }
}

/// A name in the order people count: its runs of digits as numbers.
pub(crate) fn natural(name: &str) -> (Vec<(String, u64)>, String) {
    let mut key: Vec<(String, u64)> = vec![(String::new(), 0)];
    for c in name.to_lowercase().chars() {
        let last = key.last_mut().expect("it has one from the start");
        match c.to_digit(10) {
            Some(digit) => last.1 = last.1.saturating_mul(10).saturating_add(digit.into()),
            None if last.1 > 0 => key.push((c.to_string(), 0)),
            None => last.0.push(c),
        }
    }
    (key, name.to_owned())
}

/// The bodies of a store.
pub struct Bodies<'a>(pub(crate) &'a Store);

impl Store {
    /// The bodies.
    pub const fn bodies(&self) -> Bodies<'_> {
        Bodies(self)
    }
}

impl Bodies<'_> {
    /// The bodies of a campaign: those its matters and hearings are before, those it names besides, and the
    /// committees of each; a council comes before its committees.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Body>, Error> {
        let named = named_by(&self.0.db, campaign).await?;
        let mut rows = families(&self.0.db, named).await?;
        let roots: HashMap<Uuid, String> = rows.iter().map(|row| (row.id, row.name.clone())).collect();
        rows.sort_by_key(|row| {
            let root = row.parent_id.and_then(|parent| roots.get(&parent)).unwrap_or(&row.name);
            (natural(root), row.parent_id.is_some(), natural(&row.name))
        });
        self.whole(rows).await
    }

    /// One body of a campaign.
    pub async fn find(&self, campaign: CampaignId, id: BodyId) -> Result<Option<Body>, Error> {
        Ok(self.of_campaign(campaign).await?.into_iter().find(|body| body.id == id))
    }

    /// By its name at the command line.
    pub async fn by_slug(&self, slug: &str) -> Result<Option<Body>, Error> {
        let row = body::Entity::find().filter(body::Column::Slug.eq(slug)).one(&self.0.db).await?;
        Ok(self.whole(row.into_iter().collect()).await?.pop())
    }

    /// Whether a campaign of another organization names the body too, so that saving it makes a copy.
    pub async fn is_shared(&self, author: Author, campaign: CampaignId, id: BodyId) -> Result<bool, Error> {
        let family = families(&self.0.db, BTreeSet::from([id.0])).await?;
        let ids = family.into_iter().map(|row| row.id).collect();
        let mut others = campaigns_naming(&self.0.db, &ids).await?;
        others.remove(&campaign.0);
        is_anothers(&self.0.db, author, &others).await
    }

    async fn whole(&self, rows: Vec<body::Model>) -> Result<Vec<Body>, Error> {
        let mut seats: HashMap<Uuid, Vec<Seat>> = HashMap::new();
        for row in seat::Entity::find()
            .filter(seat::Column::BodyId.is_in(rows.iter().map(|row| row.id)))
            .order_by_asc(seat::Column::Position)
            .all(&self.0.db)
            .await?
        {
            seats.entry(row.body_id).or_default().push(seat_of(row)?);
        }
        rows.into_iter().map(|row| body_of(row, &mut seats)).collect()
    }

    /// Saves a body: a new one, or one that the campaign has. Where another organization's campaign names it as
    /// well, this campaign gets a copy, with committees, seats and districts, and the copy is changed.
    ///
    /// # Errors
    /// [`BodyRefused::NotThere`] for a body or a council the campaign does not have, [`BodyRefused::Parent`] for
    /// a committee of a committee.
    pub async fn save(
        &self,
        author: Author,
        campaign: CampaignId,
        id: Option<BodyId>,
        draft: &BodyDraft,
    ) -> Result<BodyId, BodyRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let family = families(&transaction, named_by(&transaction, campaign).await?).await?;
        let has = |id: BodyId| family.iter().find(|row| row.id == id.0);
        let existing = match id {
            Some(id) => Some(has(id).ok_or(BodyRefused::NotThere)?),
            None => None,
        };
        let is_council =
            existing.is_some_and(|row| family.iter().any(|other| other.parent_id == Some(row.id)));
        if let Some(parent) = draft.parent {
            let parent = has(parent).ok_or(BodyRefused::NotThere)?;
            if parent.parent_id.is_some() || Some(BodyId(parent.id)) == id || is_council {
                return Err(BodyRefused::Parent);
            }
        }
        // To give a council a committee changes the council.
        let touched: BTreeSet<Uuid> = [id, draft.parent].into_iter().flatten().map(|id| id.0).collect();
        let mut copies = HashMap::new();
        for touched in touched {
            if !copies.contains_key(&touched) {
                copies.extend(self.own(&transaction, author, campaign, touched).await?);
            }
        }
        let now_is = |id: BodyId| copies.get(&id.0).copied().unwrap_or(id.0);
        let (before, saved) = match (id, existing) {
            (Some(id), Some(existing)) => {
                let mut row = body::ActiveModel { id: Set(now_is(id)), ..Default::default() };
                fill(&mut row, draft, draft.parent.map(now_is));
                row.update(&transaction).await.map_err(Error::from)?;
                (existing.name.clone(), now_is(id))
            }
            _ => {
                let slug = self.free_slug(&transaction, &draft.name).await?;
                let id = BodyId::new(self.0.random.as_ref()).0;
                let mut row = body::ActiveModel { id: Set(id), slug: Set(slug), ..Default::default() };
                fill(&mut row, draft, draft.parent.map(now_is));
                body::Entity::insert(row).exec_without_returning(&transaction).await.map_err(Error::from)?;
                (String::new(), id)
            }
        };
        name_body(&transaction, campaign, saved).await?;
        self.write_seats(&transaction, saved, &draft.seats, &copies).await?;
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb: "body-saved",
            object: saved.to_string(),
            before,
            after: draft.name.clone(),
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(BodyId(saved))
    }

    /// Names a body in a campaign as a matter does: the one there is with this name, office and address, or a new
    /// one.
    pub async fn name(
        &self,
        author: Author,
        campaign: CampaignId,
        record: &BodyRecord,
    ) -> Result<BodyId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let id = self.of_matter(&transaction, author, campaign, record, None).await?;
        name_body(&transaction, campaign, id).await?;
        transaction.commit().await?;
        Ok(BodyId(id))
    }

    /// Takes a body out of a campaign; one that no campaign names any more is gone.
    ///
    /// # Errors
    /// [`BodyRefused::InUse`] while a matter or a hearing of the campaign, or a committee, needs it.
    pub async fn remove(&self, author: Author, campaign: CampaignId, id: BodyId) -> Result<(), BodyRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let family = families(&transaction, named_by(&transaction, campaign).await?).await?;
        let row = family.iter().find(|row| row.id == id.0).ok_or(BodyRefused::NotThere)?;
        if family.iter().any(|other| other.parent_id == Some(id.0)) {
            return Err(BodyRefused::InUse);
        }
        if needed_by(&transaction, campaign).await?.contains(&id.0) {
            return Err(BodyRefused::InUse);
        }
        // A committee is part of its council.
        let copies = self.own(&transaction, author, campaign, id.0).await?;
        let gone = copies.get(&id.0).copied().unwrap_or(id.0);
        campaign_body::Entity::delete_many()
            .filter(campaign_body::Column::CampaignId.eq(campaign.0))
            .filter(campaign_body::Column::BodyId.eq(gone))
            .exec(&transaction)
            .await
            .map_err(Error::from)?;
        contact_script::Entity::delete_many()
            .filter(contact_script::Column::CampaignId.eq(campaign.0))
            .filter(contact_script::Column::BodyId.eq(gone))
            .exec(&transaction)
            .await
            .map_err(Error::from)?;
        yearly_date::Entity::update_many()
            .col_expr(yearly_date::Column::BodyId, Expr::value(Option::<Uuid>::None))
            .filter(yearly_date::Column::CampaignId.eq(campaign.0))
            .filter(yearly_date::Column::BodyId.eq(gone))
            .exec(&transaction)
            .await
            .map_err(Error::from)?;
        let named = campaigns_naming(&transaction, &BTreeSet::from([gone])).await?;
        if named.is_empty() {
            erase(&transaction, gone).await?;
        }
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb: "body-removed",
            object: id.to_string(),
            before: row.name.clone(),
            after: String::new(),
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(())
    }

    /// Seats keep their ids, and with them what was counted for them.
    async fn write_seats<S: BuildHasher + Sync>(
        &self,
        db: &impl ConnectionTrait,
        body: Uuid,
        seats: &[SeatDraft],
        copies: &HashMap<Uuid, Uuid, S>,
    ) -> Result<(), Error> {
        let old: BTreeSet<Uuid> = seat::Entity::find()
            .filter(seat::Column::BodyId.eq(body))
            .all(db)
            .await?
            .into_iter()
            .map(|row| row.id)
            .collect();
        let mut kept = BTreeSet::new();
        for (position, draft) in (0..).zip(seats) {
            let id = draft.id.map(|id| copies.get(&id.0).copied().unwrap_or(id.0));
            let id = id.filter(|id| old.contains(id) && kept.insert(*id));
            let row = seat::ActiveModel {
                id: Set(id.unwrap_or_else(|| SeatId::new(self.0.random.as_ref()).0)),
                body_id: Set(body),
                position: Set(position),
                title: Set(draft.title.clone()),
                district: Set(draft.district.clone()),
                holder: Set(draft.holder.clone()),
                email: Set(draft.email.clone()),
                phone: Set(draft.phone.clone()),
                vacant_since: Set(draft.vacant_since.map(|day| day.to_string())),
            };
            if id.is_some() {
                row.update(db).await?;
            } else {
                seat::Entity::insert(row).exec_without_returning(db).await?;
            }
        }
        let gone = old.difference(&kept).copied().collect::<Vec<_>>();
        contact_tally::Entity::delete_many()
            .filter(contact_tally::Column::SeatId.is_in(gone.clone()))
            .exec(db)
            .await?;
        seat::Entity::delete_many().filter(seat::Column::Id.is_in(gone)).exec(db).await?;
        Ok(())
    }

    /// Makes the family of a body this campaign's own where another organization's campaign names it too: gives
    /// the new id for each old one, of bodies and of seats; nothing where it may be changed as it is.
    async fn own(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        campaign: CampaignId,
        body: Uuid,
    ) -> Result<HashMap<Uuid, Uuid>, Error> {
        let family = families(db, BTreeSet::from([body])).await?;
        let ids: BTreeSet<Uuid> = family.iter().map(|row| row.id).collect();
        let mut others = campaigns_naming(db, &ids).await?;
        others.remove(&campaign.0);
        if !is_anothers(db, author, &others).await? {
            return Ok(HashMap::new());
        }
        let mut copies: HashMap<Uuid, Uuid> =
            ids.iter().map(|id| (*id, BodyId::new(self.0.random.as_ref()).0)).collect();
        let seats = seat::Entity::find().filter(seat::Column::BodyId.is_in(ids.clone())).all(db).await?;
        copies.extend(seats.iter().map(|row| (row.id, SeatId::new(self.0.random.as_ref()).0)));
        for row in family {
            let copy = body::Model {
                id: copies[&row.id],
                slug: self.free_slug(db, &row.name).await?,
                parent_id: row.parent_id.map(|parent| copies[&parent]),
                ..row
            };
            body::Entity::insert(copy.into_active_model()).exec_without_returning(db).await?;
        }
        for row in seats {
            let copy = seat::Model { id: copies[&row.id], body_id: copies[&row.body_id], ..row };
            seat::Entity::insert(copy.into_active_model()).exec_without_returning(db).await?;
        }
        for row in district_zip::Entity::find()
            .filter(district_zip::Column::BodyId.is_in(ids.clone()))
            .all(db)
            .await?
        {
            let copy = district_zip::Model { body_id: copies[&row.body_id], ..row };
            district_zip::Entity::insert(copy.into_active_model()).exec_without_returning(db).await?;
        }
        for row in district_shape::Entity::find()
            .filter(district_shape::Column::BodyId.is_in(ids.clone()))
            .all(db)
            .await?
        {
            let copy = district_shape::Model { body_id: copies[&row.body_id], ..row };
            district_shape::Entity::insert(copy.into_active_model()).exec_without_returning(db).await?;
        }
        for (old, new) in &copies {
            repoint(db, campaign, *old, *new).await?;
        }
        Ok(copies)
    }

    /// A slug that no body has, with a number where the plain one is taken.
    async fn free_slug(&self, db: &impl ConnectionTrait, name: &str) -> Result<String, Error> {
        let plain = Slug::propose(name).map_or_else(|_| "body".to_owned(), |slug| slug.to_string());
        let mut slug = plain.clone();
        for number in 2.. {
            let taken = body::Entity::find().filter(body::Column::Slug.eq(&slug)).one(db).await?;
            if taken.is_none() {
                break;
            }
            slug = format!("{plain}-{number}");
        }
        Ok(slug)
    }

    /// The body of a matter that is written in the campaign editor. With the name it had it is the same body,
    /// changed; with another name it is another. What another organization's campaign names is never changed
    /// from here.
    pub(crate) async fn of_matter(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        campaign: CampaignId,
        record: &BodyRecord,
        current: Option<Uuid>,
    ) -> Result<Uuid, Error> {
        let same = |row: &body::Model| {
            (&row.name, &row.office, &row.address) == (&record.name, &record.office, &record.address)
        };
        if let Some(current) = current
            && let Some(row) = body::Entity::find_by_id(current).one(db).await?
            && row.name == record.name
        {
            if same(&row) {
                return Ok(row.id);
            }
            let copies = self.own(db, author, campaign, row.id).await?;
            let id = copies.get(&row.id).copied().unwrap_or(row.id);
            let row = body::ActiveModel {
                id: Set(id),
                office: Set(record.office.clone()),
                address: Set(record.address.clone()),
                ..Default::default()
            };
            row.update(db).await?;
            return Ok(id);
        }
        // One the campaign has already comes before one of the same name elsewhere.
        let own = families(db, named_by(db, campaign).await?).await?;
        let elsewhere = body::Entity::find()
            .filter(body::Column::Name.eq(&record.name))
            .filter(body::Column::Office.eq(&record.office))
            .filter(body::Column::Address.eq(&record.address))
            .order_by_asc(body::Column::Slug)
            .one(db);
        let found = match own.into_iter().find(same) {
            Some(row) => Some(row),
            None => elsewhere.await?,
        };
        if let Some(row) = found {
            return Ok(row.id);
        }
        let id = BodyId::new(self.0.random.as_ref()).0;
        let row = body::ActiveModel {
            id: Set(id),
            slug: Set(self.free_slug(db, &record.slug).await?),
            name: Set(record.name.clone()),
            office: Set(record.office.clone()),
            address: Set(record.address.clone()),
            ..Default::default()
        };
        body::Entity::insert(row).exec_without_returning(db).await?;
        Ok(id)
    }
}

fn body_of<S: BuildHasher>(row: body::Model, seats: &mut HashMap<Uuid, Vec<Seat>, S>) -> Result<Body, Error> {
    let fault = || Error::Row("body");
    let number = |value: Option<i32>| value.map(u32::try_from).transpose().map_err(|_| fault());
    Ok(Body {
        id: BodyId(row.id),
        slug: row.slug,
        kind: row.kind.parse().map_err(|_| fault())?,
        parent: row.parent_id.map(BodyId),
        name: row.name,
        office: row.office,
        address: row.address,
        email: row.email,
        site: row.site,
        profile: DeliveryProfile {
            formats: row
                .formats
                .split(' ')
                .map(str::parse)
                .collect::<Result<Vec<FileFormat>, _>>()
                .map_err(|_| fault())?,
            file_mb: number(row.file_mb)?,
            words: number(row.words)?,
            copies: number(row.copies)?,
            speak_minutes: number(row.speak_minutes)?,
            cutoff_hours: number(row.cutoff_hours)?,
            required_lines: row.required_lines.lines().map(str::to_owned).collect(),
        },
        rules: row.rules,
        seats: seats.remove(&row.id).unwrap_or_default(),
    })
}

fn seat_of(row: seat::Model) -> Result<Seat, Error> {
    Ok(Seat {
        id: SeatId(row.id),
        title: row.title,
        district: row.district,
        holder: row.holder,
        email: row.email,
        phone: row.phone,
        vacant_since: row.vacant_since.map(|day| day.parse()).transpose().map_err(|_| Error::Row("seat"))?,
    })
}

fn fill(row: &mut body::ActiveModel, draft: &BodyDraft, parent: Option<Uuid>) {
    let number = |value: Option<u32>| value.map(|value| i32::try_from(value).unwrap_or(i32::MAX));
    let profile = &draft.profile;
    let formats: Vec<_> = profile.formats.iter().map(|format| format.as_str()).collect();
    row.kind = Set(draft.kind.as_str().to_owned());
    row.parent_id = Set(parent);
    row.name = Set(draft.name.clone());
    row.office = Set(draft.office.clone());
    row.address = Set(draft.address.clone());
    row.email = Set(draft.email.clone());
    row.site = Set(draft.site.clone());
    row.formats = Set(formats.join(" "));
    row.file_mb = Set(number(profile.file_mb));
    row.words = Set(number(profile.words));
    row.copies = Set(number(profile.copies));
    row.speak_minutes = Set(number(profile.speak_minutes));
    row.cutoff_hours = Set(number(profile.cutoff_hours));
    row.required_lines = Set(profile.required_lines.join("\n"));
    row.rules = Set(draft.rules.clone());
}

/// The bodies that matters and hearings of a campaign are before.
async fn needed_by(db: &impl ConnectionTrait, campaign: CampaignId) -> Result<BTreeSet<Uuid>, Error> {
    let mut ids = BTreeSet::new();
    for row in matter::Entity::find().filter(matter::Column::CampaignId.eq(campaign.0)).all(db).await? {
        ids.insert(row.body_id);
        ids.extend(row.committee_id);
    }
    for row in hearing::Entity::find().filter(hearing::Column::CampaignId.eq(campaign.0)).all(db).await? {
        ids.insert(row.body_id);
    }
    Ok(ids)
}

/// The bodies that a campaign names, without the rest of their families.
async fn named_by(db: &impl ConnectionTrait, campaign: CampaignId) -> Result<BTreeSet<Uuid>, Error> {
    let mut ids = needed_by(db, campaign).await?;
    let more = campaign_body::Entity::find()
        .filter(campaign_body::Column::CampaignId.eq(campaign.0))
        .all(db)
        .await?;
    ids.extend(more.into_iter().map(|row| row.body_id));
    Ok(ids)
}

/// Each body with its council and all committees of that.
async fn families(db: &impl ConnectionTrait, ids: BTreeSet<Uuid>) -> Result<Vec<body::Model>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let named = body::Entity::find().filter(body::Column::Id.is_in(ids)).all(db).await?;
    let roots: BTreeSet<Uuid> = named.iter().map(|row| row.parent_id.unwrap_or(row.id)).collect();
    let found = body::Entity::find()
        .filter(
            Condition::any()
                .add(body::Column::Id.is_in(roots.clone()))
                .add(body::Column::ParentId.is_in(roots)),
        )
        .all(db)
        .await?;
    let whole: BTreeMap<Uuid, body::Model> =
        named.into_iter().chain(found).map(|row| (row.id, row)).collect();
    Ok(whole.into_values().collect())
}

/// The campaigns that name any of these bodies.
async fn campaigns_naming(
    db: &impl ConnectionTrait,
    bodies: &BTreeSet<Uuid>,
) -> Result<BTreeSet<Uuid>, Error> {
    let ids = || bodies.iter().copied();
    let mut campaigns = BTreeSet::new();
    let before = Condition::any()
        .add(matter::Column::BodyId.is_in(ids()))
        .add(matter::Column::CommitteeId.is_in(ids()));
    let matters = matter::Entity::find().filter(before).all(db).await?;
    campaigns.extend(matters.into_iter().map(|row| row.campaign_id));
    let hearings = hearing::Entity::find().filter(hearing::Column::BodyId.is_in(ids())).all(db).await?;
    campaigns.extend(hearings.into_iter().map(|row| row.campaign_id));
    let named =
        campaign_body::Entity::find().filter(campaign_body::Column::BodyId.is_in(ids())).all(db).await?;
    campaigns.extend(named.into_iter().map(|row| row.campaign_id));
    Ok(campaigns)
}

/// Whether one of the campaigns is not hosted by the author's organization. All are the operator's.
async fn is_anothers(
    db: &impl ConnectionTrait,
    author: Author,
    campaigns: &BTreeSet<Uuid>,
) -> Result<bool, Error> {
    let Author::Member(_, organization) = author else { return Ok(false) };
    if campaigns.is_empty() {
        return Ok(false);
    }
    let own: BTreeSet<Uuid> = campaign_host::Entity::find()
        .filter(campaign_host::Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(campaign_host::Column::OrganizationId.eq(organization.0))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.campaign_id)
        .collect();
    Ok(campaigns.iter().any(|campaign| !own.contains(campaign)))
}

/// Notes that the campaign names the body.
pub(crate) async fn name_body(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
    body: Uuid,
) -> Result<(), Error> {
    let there = campaign_body::Entity::find_by_id((campaign.0, body)).one(db).await?;
    if there.is_none() {
        let row = campaign_body::ActiveModel { campaign_id: Set(campaign.0), body_id: Set(body) };
        campaign_body::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// A campaign's rows name the new body, or the new seat, instead of the old.
async fn repoint(db: &impl ConnectionTrait, campaign: CampaignId, old: Uuid, new: Uuid) -> Result<(), Error> {
    macro_rules! repoint {
        ($($table:ident . $column:ident),+) => { $(
            $table::Entity::update_many()
                .col_expr($table::Column::$column, Expr::value(new))
                .filter($table::Column::CampaignId.eq(campaign.0))
                .filter($table::Column::$column.eq(old))
                .exec(db)
                .await?;
        )+ };
    }
    repoint!(
        matter.BodyId,
        matter.CommitteeId,
        hearing.BodyId,
        yearly_date.BodyId,
        campaign_body.BodyId,
        contact_script.BodyId,
        contact_tally.SeatId
    );
    Ok(())
}

/// A body that nobody names, with everything that hangs on it.
async fn erase(db: &impl ConnectionTrait, id: Uuid) -> Result<(), Error> {
    let seats: Vec<Uuid> = seat::Entity::find()
        .filter(seat::Column::BodyId.eq(id))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    contact_tally::Entity::delete_many().filter(contact_tally::Column::SeatId.is_in(seats)).exec(db).await?;
    seat::Entity::delete_many().filter(seat::Column::BodyId.eq(id)).exec(db).await?;
    district_zip::Entity::delete_many().filter(district_zip::Column::BodyId.eq(id)).exec(db).await?;
    district_shape::Entity::delete_many().filter(district_shape::Column::BodyId.eq(id)).exec(db).await?;
    body::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_are_in_the_order_people_count() {
        let mut names = ["District 10", "Ward B", "District 2", "district 1", "7"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["7", "district 1", "District 2", "District 10", "Ward B"]);
    }
}
