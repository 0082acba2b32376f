//! Statements: attributed quotations, in the campaign's order. One that is not shown is seen at the desk alone.
//! A statement owns its pictures; whoever removes it gives them up.

use jiff::Timestamp;
use redress_domain::{CampaignId, Language, StatementDraft, StatementId, UploadId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use crate::entity::statement::{ActiveModel, Column, Entity, Model};
use crate::{Author, Entry, Error, Store, audit, db, instant, millis};

const TABLE: &str = "statement";
const DRAFT: &str = "draft";
const SHOWN: &str = "shown";

/// An attributed quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Which.
    pub id: StatementId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Whether everybody sees it.
    pub shown: bool,
    /// The words and who says them.
    pub said: StatementDraft,
    /// The speaker.
    pub portrait: Option<UploadId>,
    /// The organization's mark.
    pub logo: Option<UploadId>,
    /// When it was last changed.
    pub changed_at: Timestamp,
}

/// The pictures of a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatementPictures {
    /// The speaker.
    pub portrait: Option<UploadId>,
    /// The organization's mark.
    pub logo: Option<UploadId>,
}

/// The statements of a store.
pub struct Statements<'a>(pub(crate) &'a Store);

impl Store {
    /// The statements.
    pub const fn statements(&self) -> Statements<'_> {
        Statements(self)
    }
}

impl Statements<'_> {
    /// Every statement of a campaign, in its order.
    pub async fn all(&self, campaign: CampaignId) -> Result<Vec<Statement>, Error> {
        rows(&self.0.db, campaign).await?.into_iter().map(open).collect()
    }

    /// Those that everybody sees, in the campaign's order.
    pub async fn shown(&self, campaign: CampaignId) -> Result<Vec<Statement>, Error> {
        let mut all = self.all(campaign).await?;
        all.retain(|statement| statement.shown);
        Ok(all)
    }

    /// One of a campaign.
    pub async fn find(&self, campaign: CampaignId, id: StatementId) -> Result<Option<Statement>, Error> {
        let row = Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&self.0.db).await?;
        row.map(open).transpose()
    }

    /// Adds one at the end; nobody sees it yet.
    pub async fn add(
        &self,
        author: Author,
        campaign: CampaignId,
        said: &StatementDraft,
        pictures: StatementPictures,
    ) -> Result<StatementId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let id = StatementId::new(self.0.random.as_ref());
        let last = rows(&transaction, campaign).await?.last().map_or(0, |row| row.position + 1);
        let now = millis(self.0.now());
        let row = ActiveModel {
            id: Set(id.0),
            campaign_id: Set(campaign.0),
            position: Set(last),
            state: Set(DRAFT.to_owned()),
            language: Set(said.language.tag().to_owned()),
            text: Set(said.text.clone()),
            name: Set(said.name.clone()),
            title: Set(said.title.clone()),
            organization: Set(said.organization.clone()),
            portrait_id: Set(pictures.portrait.map(|id| id.0)),
            logo_id: Set(pictures.logo.map(|id| id.0)),
            permission: Set(said.permission.clone()),
            created_at: Set(now),
            changed_at: Set(now),
        };
        Entity::insert(row).exec_without_returning(&transaction).await?;
        let entry = entry(author, campaign, "statement-added", id, "", DRAFT);
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Writes one anew; tells whether the campaign has it.
    pub async fn change(
        &self,
        author: Author,
        campaign: CampaignId,
        id: StatementId,
        said: &StatementDraft,
        pictures: StatementPictures,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::Language, Expr::value(said.language.tag()))
            .col_expr(Column::Text, Expr::value(&said.text))
            .col_expr(Column::Name, Expr::value(&said.name))
            .col_expr(Column::Title, Expr::value(&said.title))
            .col_expr(Column::Organization, Expr::value(&said.organization))
            .col_expr(Column::Permission, Expr::value(&said.permission))
            .col_expr(Column::PortraitId, Expr::value(pictures.portrait.map(|id| id.0)))
            .col_expr(Column::LogoId, Expr::value(pictures.logo.map(|id| id.0)))
            .col_expr(Column::ChangedAt, Expr::value(millis(self.0.now())))
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed == 1 {
            let entry = entry(author, campaign, "statement-changed", id, "", "");
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(changed == 1)
    }

    /// Shows one to everybody, or no longer; tells whether that changed anything.
    pub async fn show(
        &self,
        author: Author,
        campaign: CampaignId,
        id: StatementId,
        shown: bool,
    ) -> Result<bool, Error> {
        let (from, to) = if shown { (DRAFT, SHOWN) } else { (SHOWN, DRAFT) };
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::State, Expr::value(to))
            .col_expr(Column::ChangedAt, Expr::value(millis(self.0.now())))
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(from))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed == 1 {
            let verb = if shown { "statement-shown" } else { "statement-hidden" };
            audit::append(&transaction, self.0.now(), entry(author, campaign, verb, id, from, to)).await?;
        }
        transaction.commit().await?;
        Ok(changed == 1)
    }

    /// Moves one a place up or down; at the end of the list nothing changes.
    pub async fn shift(&self, campaign: CampaignId, id: StatementId, up: bool) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        let mut order: Vec<_> = rows(&transaction, campaign).await?.iter().map(|row| row.id).collect();
        let Some(at) = order.iter().position(|row| *row == id.0) else { return Ok(()) };
        let to = if up { at.saturating_sub(1) } else { (at + 1).min(order.len() - 1) };
        order.swap(at, to);
        for (position, id) in (0_i32..).zip(order) {
            Entity::update_many()
                .col_expr(Column::Position, Expr::value(position))
                .filter(Column::Id.eq(id))
                .exec(&transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Removes one; gives what it was, if the campaign had it.
    pub async fn remove(
        &self,
        author: Author,
        campaign: CampaignId,
        id: StatementId,
    ) -> Result<Option<Statement>, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let row =
            Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&transaction).await?;
        let Some(row) = row else { return Ok(None) };
        Entity::delete_by_id(id.0).exec(&transaction).await?;
        let entry = entry(author, campaign, "statement-removed", id, &row.state, "");
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        open(row).map(Some)
    }
}

async fn rows(db: &impl ConnectionTrait, campaign: CampaignId) -> Result<Vec<Model>, Error> {
    Ok(Entity::find()
        .filter(Column::CampaignId.eq(campaign.0))
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

fn open(row: Model) -> Result<Statement, Error> {
    Ok(Statement {
        id: StatementId(row.id),
        campaign: CampaignId(row.campaign_id),
        shown: row.state == SHOWN,
        said: StatementDraft {
            text: row.text,
            language: Language::parse(&row.language).map_err(|_| Error::Row(TABLE))?,
            name: row.name,
            title: row.title,
            organization: row.organization,
            permission: row.permission,
        },
        portrait: row.portrait_id.map(UploadId),
        logo: row.logo_id.map(UploadId),
        changed_at: instant(row.changed_at),
    })
}

fn entry(
    author: Author,
    campaign: CampaignId,
    verb: &'static str,
    id: StatementId,
    before: &str,
    after: &str,
) -> Entry {
    Entry {
        author,
        campaign: Some(campaign),
        verb,
        object: format!("statement {id}"),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
