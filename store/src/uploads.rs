//! Pictures: what they are, whose they are, and who allowed them. The files are in the store of files.
//! A picture belongs to one campaign, and is gone once nothing shows it.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{AccountId, CampaignId, Media, UploadId, UploadKind};
use sea_orm::sea_query::{Condition, Expr, Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::upload::{ActiveModel, Column, Entity, Model};
use crate::entity::{co_signature, organization, partner, statement};
use crate::{Error, Store, instant, millis};

/// How long a picture may be there before something shows it: longer than any form is being saved.
const UNUSED: SignedDuration = SignedDuration::from_hours(1);
/// Removed at a time.
const MOST: u64 = 500;

/// A picture that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Upload {
    pub id: UploadId,
    pub campaign: CampaignId,
    pub kind: UploadKind,
    pub media: Media,
    pub width: u32,
    pub height: u32,
    pub bytes: u64,
    /// Of the file, in hexadecimal digits.
    pub sha256: String,
    /// Its name in the store of files.
    pub path: String,
    /// What it shows, in words.
    pub alt: String,
    /// Who allowed it to be shown.
    pub permission: String,
    pub uploaded_by: Option<AccountId>,
    pub uploaded_at: Timestamp,
}

/// A picture to be kept.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of a picture")]
pub struct NewUpload {
    pub campaign: CampaignId,
    pub kind: UploadKind,
    pub media: Media,
    pub width: u32,
    pub height: u32,
    pub bytes: usize,
    pub sha256: String,
    pub alt: String,
    pub permission: String,
    pub uploaded_by: Option<AccountId>,
}

/// The pictures of a store.
pub struct Uploads<'a>(pub(crate) &'a Store);

impl Store {
    /// The pictures.
    pub const fn uploads(&self) -> Uploads<'_> {
        Uploads(self)
    }
}

impl Uploads<'_> {
    /// Writes a picture's row; its file is put where the row says.
    pub async fn add(&self, new: &NewUpload) -> Result<Upload, Error> {
        let id = UploadId::new(self.0.random.as_ref());
        let small = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        let row = Model {
            id: id.0,
            campaign_id: new.campaign.0,
            kind: new.kind.as_str().to_owned(),
            media: new.media.as_str().to_owned(),
            width: small(new.width),
            height: small(new.height),
            bytes: i32::try_from(new.bytes).unwrap_or(i32::MAX),
            sha256: new.sha256.clone(),
            path: format!("pictures/{}/{id}.{}", new.campaign, new.media),
            alt: new.alt.clone(),
            permission: new.permission.clone(),
            uploaded_by: new.uploaded_by.map(|id| id.0),
            uploaded_at: millis(self.0.now()),
        };
        let active = ActiveModel {
            id: Set(row.id),
            campaign_id: Set(row.campaign_id),
            kind: Set(row.kind.clone()),
            media: Set(row.media.clone()),
            width: Set(row.width),
            height: Set(row.height),
            bytes: Set(row.bytes),
            sha256: Set(row.sha256.clone()),
            path: Set(row.path.clone()),
            alt: Set(row.alt.clone()),
            permission: Set(row.permission.clone()),
            uploaded_by: Set(row.uploaded_by),
            uploaded_at: Set(row.uploaded_at),
        };
        Entity::insert(active).exec_without_returning(&self.0.db).await?;
        open(row)
    }

    /// By its id.
    pub async fn find(&self, id: UploadId) -> Result<Option<Upload>, Error> {
        Entity::find_by_id(id.0).one(&self.0.db).await?.map(open).transpose()
    }

    /// Those of a campaign.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Upload>, Error> {
        let rows = Entity::find().filter(Column::CampaignId.eq(campaign.0)).all(&self.0.db).await?;
        rows.into_iter().map(open).collect()
    }

    /// Says anew what a picture shows and who allowed it.
    pub async fn describe(&self, id: UploadId, alt: &str, permission: &str) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::Alt, Expr::value(alt))
            .col_expr(Column::Permission, Expr::value(permission))
            .filter(Column::Id.eq(id.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// Removes a picture's row; its file is gone before.
    pub async fn remove(&self, id: UploadId) -> Result<(), Error> {
        Entity::delete_by_id(id.0).exec(&self.0.db).await?;
        Ok(())
    }

    /// Whether any row names it.
    pub async fn is_used(&self, upload: &Upload) -> Result<bool, Error> {
        let (id, campaign, db) = (upload.id.0, upload.campaign.0, &self.0.db);
        Ok(statements(campaign, id).count(db).await? > 0
            || partner::Entity::find()
                .filter(partner::Column::CampaignId.eq(campaign))
                .filter(partner::Column::LogoId.eq(id))
                .count(db)
                .await?
                > 0
            || co_signature::Entity::find()
                .filter(co_signature::Column::CampaignId.eq(campaign))
                .filter(co_signature::Column::LogoId.eq(id))
                .count(db)
                .await?
                > 0
            || organization::Entity::find().filter(organization::Column::LogoId.eq(id)).count(db).await? > 0)
    }

    /// Whether the public may see it: a statement that is shown has it, a partner that is one, or a co-signature whose
    /// mailbox was confirmed and that allowed it. What somebody only sent is seen by nobody else.
    pub async fn is_shown(&self, upload: &Upload) -> Result<bool, Error> {
        let (id, campaign, db) = (upload.id.0, upload.campaign.0, &self.0.db);
        Ok(statements(campaign, id).filter(statement::Column::State.eq("shown")).count(db).await? > 0
            || partner::Entity::find()
                .filter(partner::Column::CampaignId.eq(campaign))
                .filter(partner::Column::LogoId.eq(id))
                .filter(partner::Column::AcceptedAt.is_not_null())
                .filter(partner::Column::EndedAt.is_null())
                .count(db)
                .await?
                > 0
            || co_signature::Entity::find()
                .filter(co_signature::Column::CampaignId.eq(campaign))
                .filter(co_signature::Column::LogoId.eq(id))
                .filter(co_signature::Column::LogoAllowed.eq(true))
                .filter(co_signature::Column::ConfirmedAt.is_not_null())
                .filter(co_signature::Column::EndedAt.is_null())
                .count(db)
                .await?
                > 0
            || organization::Entity::find().filter(organization::Column::LogoId.eq(id)).count(db).await? > 0)
    }

    /// Pictures that no row names, and that nobody is about to show.
    pub async fn unused(&self) -> Result<Vec<Upload>, Error> {
        let before = self.0.now().checked_sub(UNUSED).unwrap_or(Timestamp::MIN);
        let mut rows = Entity::find().filter(Column::UploadedAt.lte(millis(before)));
        for named in [
            named_by::<statement::Entity>(statement::Column::LogoId),
            named_by::<statement::Entity>(statement::Column::PortraitId),
            named_by::<partner::Entity>(partner::Column::LogoId),
            named_by::<co_signature::Entity>(co_signature::Column::LogoId),
            named_by::<organization::Entity>(organization::Column::LogoId),
        ] {
            rows = rows.filter(Column::Id.not_in_subquery(named));
        }
        rows.limit(MOST).all(&self.0.db).await?.into_iter().map(open).collect()
    }
}

fn named_by<E: EntityTrait + Default>(column: E::Column) -> SelectStatement {
    Query::select().column(column).from(E::default()).and_where(column.is_not_null()).to_owned()
}

fn statements(campaign: Uuid, id: Uuid) -> sea_orm::Select<statement::Entity> {
    let shows =
        Condition::any().add(statement::Column::LogoId.eq(id)).add(statement::Column::PortraitId.eq(id));
    statement::Entity::find().filter(statement::Column::CampaignId.eq(campaign)).filter(shows)
}

fn open(row: Model) -> Result<Upload, Error> {
    let fault = || Error::Row("upload");
    Ok(Upload {
        id: UploadId(row.id),
        campaign: CampaignId(row.campaign_id),
        kind: row.kind.parse().map_err(|_| fault())?,
        media: row.media.parse().map_err(|_| fault())?,
        width: u32::try_from(row.width).map_err(|_| fault())?,
        height: u32::try_from(row.height).map_err(|_| fault())?,
        bytes: u64::try_from(row.bytes).map_err(|_| fault())?,
        sha256: row.sha256,
        path: row.path,
        alt: row.alt,
        permission: row.permission,
        uploaded_by: row.uploaded_by.map(AccountId),
        uploaded_at: instant(row.uploaded_at),
    })
}
