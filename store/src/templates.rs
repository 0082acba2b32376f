//! Templates: texts to start from, for testimony and for the pieces of the resource kit.
//! A text begun from one does not change when it does; a retired one is offered to nobody and stays readable.

use redress_domain::{CampaignId, Locale, Slug, Stance, TemplateId, TemplateKind};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, SqlErr,
};

use crate::entity::template::{ActiveModel, Column, Entity, Model};
use crate::{Author, Entry, Error, Store, audit, db, millis};

const TABLE: &str = "template";
const OFFERED: &str = "offered";
const RETIRED: &str = "retired";

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Template {
    pub id: TemplateId,
    pub campaign: CampaignId,
    /// Its name in addresses; the same in every language it has.
    pub slug: Slug,
    pub kind: TemplateKind,
    pub locale: Locale,
    /// Of testimony; `None` fits any.
    pub stance: Option<Stance>,
    pub title: String,
    /// Whom it is for.
    pub summary: String,
    /// Limited Markdown, with parts to fill in: `{your neighborhood}`.
    pub body_text: String,
    pub position: i32,
    pub retired: bool,
}

/// What an organizer writes of a template. One campaign has one text a slug and language: saving it again changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of a template")]
pub struct TemplateDraft {
    pub slug: Slug,
    pub kind: TemplateKind,
    pub locale: Locale,
    pub stance: Option<Stance>,
    pub title: String,
    pub summary: String,
    pub body_text: String,
    pub position: i32,
}

/// Why a template was not saved.
#[derive(Debug, thiserror::Error)]
pub enum TemplateRefused {
    /// The campaign has another template of this slug and language.
    #[error("another template has that address")]
    SlugTaken,
    /// The template is not there, or another campaign's.
    #[error("there is no such template")]
    Gone,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// The templates of a store.
pub struct Templates<'a>(pub(crate) &'a Store);

impl Store {
    /// The templates.
    pub const fn templates(&self) -> Templates<'_> {
        Templates(self)
    }
}

impl Templates<'_> {
    /// Those a campaign offers of the kinds given, in its order; each slug once, in the language asked for or in
    /// the one it has.
    pub async fn offered(
        &self,
        campaign: CampaignId,
        kinds: &[TemplateKind],
        locale: Locale,
    ) -> Result<Vec<Template>, Error> {
        let mut all: Vec<Template> = self.all(campaign).await?;
        all.retain(|template| !template.retired && kinds.contains(&template.kind));
        let own: Vec<Slug> =
            all.iter().filter(|one| one.locale == locale).map(|one| one.slug.clone()).collect();
        let mut seen: Vec<Slug> = Vec::new();
        all.retain(|template| {
            let wanted = if own.contains(&template.slug) {
                template.locale == locale
            } else {
                !seen.contains(&template.slug)
            };
            seen.push(template.slug.clone());
            wanted
        });
        Ok(all)
    }

    /// Every template of a campaign in every language, retired ones too, in the campaign's order.
    pub async fn all(&self, campaign: CampaignId) -> Result<Vec<Template>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .order_by_asc(Column::Position)
            .order_by_asc(Column::Slug)
            .order_by_asc(Column::Locale)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(open).collect()
    }

    /// By its slug, in the language asked for or in the one it has; a retired one too.
    pub async fn by_slug(
        &self,
        campaign: CampaignId,
        slug: &str,
        locale: Locale,
    ) -> Result<Option<Template>, Error> {
        if slug.contains('\0') {
            return Ok(None);
        }
        let mut rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::Slug.eq(slug))
            .order_by_asc(Column::Locale)
            .all(&self.0.db)
            .await?;
        rows.sort_by_key(|row| row.locale != locale.code());
        rows.into_iter().next().map(open).transpose()
    }

    /// By its id.
    pub async fn find(&self, id: TemplateId) -> Result<Option<Template>, Error> {
        Entity::find_by_id(id.0).one(&self.0.db).await?.map(open).transpose()
    }

    /// Saves a template: a new one, or `id` with what is written now.
    pub async fn save(
        &self,
        author: Author,
        campaign: CampaignId,
        id: Option<TemplateId>,
        draft: &TemplateDraft,
    ) -> Result<TemplateId, TemplateRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let now = millis(self.0.now());
        let stance = draft.stance.map(|stance| stance.as_str().to_owned());
        let saved = match id {
            Some(id) => {
                let changed = Entity::update_many()
                    .col_expr(Column::Slug, Expr::value(draft.slug.as_str()))
                    .col_expr(Column::Kind, Expr::value(draft.kind.as_str()))
                    .col_expr(Column::Locale, Expr::value(draft.locale.code()))
                    .col_expr(Column::Stance, Expr::value(stance))
                    .col_expr(Column::Title, Expr::value(&draft.title))
                    .col_expr(Column::Summary, Expr::value(&draft.summary))
                    .col_expr(Column::BodyText, Expr::value(&draft.body_text))
                    .col_expr(Column::Position, Expr::value(draft.position))
                    .col_expr(Column::ChangedAt, Expr::value(now))
                    .filter(Column::Id.eq(id.0))
                    .filter(Column::CampaignId.eq(campaign.0))
                    .exec(&transaction)
                    .await
                    .map_err(slug_taken)?;
                if changed.rows_affected == 0 {
                    return Err(TemplateRefused::Gone);
                }
                id
            }
            None => {
                let id = TemplateId::new(self.0.random.as_ref());
                let row = ActiveModel {
                    id: Set(id.0),
                    campaign_id: Set(campaign.0),
                    slug: Set(draft.slug.to_string()),
                    kind: Set(draft.kind.as_str().to_owned()),
                    locale: Set(draft.locale.code().to_owned()),
                    stance: Set(stance),
                    title: Set(draft.title.clone()),
                    summary: Set(draft.summary.clone()),
                    body_text: Set(draft.body_text.clone()),
                    position: Set(draft.position),
                    state: Set(OFFERED.to_owned()),
                    changed_at: Set(now),
                };
                Entity::insert(row).exec_without_returning(&transaction).await.map_err(slug_taken)?;
                id
            }
        };
        let entry = entry(author, campaign, "template-saved", saved, "", draft.kind.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(saved)
    }

    /// Offers a template no more, or again; tells whether the campaign has it.
    pub async fn retire(
        &self,
        author: Author,
        campaign: CampaignId,
        id: TemplateId,
        retired: bool,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let (from, to) = if retired { (OFFERED, RETIRED) } else { (RETIRED, OFFERED) };
        let changed = Entity::update_many()
            .col_expr(Column::State, Expr::value(to))
            .col_expr(Column::ChangedAt, Expr::value(millis(self.0.now())))
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed == 1 {
            let entry = entry(author, campaign, "template-state", id, from, to);
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(changed == 1)
    }
}

fn open(row: Model) -> Result<Template, Error> {
    let fault = || Error::Row(TABLE);
    Ok(Template {
        id: TemplateId(row.id),
        campaign: CampaignId(row.campaign_id),
        slug: Slug::parse(&row.slug).map_err(|_| fault())?,
        kind: row.kind.parse().map_err(|_| fault())?,
        locale: row.locale.parse().map_err(|_| fault())?,
        stance: row.stance.as_deref().map(str::parse).transpose().map_err(|_| fault())?,
        title: row.title,
        summary: row.summary,
        body_text: row.body_text,
        position: row.position,
        retired: row.state != OFFERED,
    })
}

fn entry(
    author: Author,
    campaign: CampaignId,
    verb: &'static str,
    id: TemplateId,
    before: &str,
    after: &str,
) -> Entry {
    Entry {
        author,
        campaign: Some(campaign),
        verb,
        object: format!("template {id}"),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

fn slug_taken(error: sea_orm::DbErr) -> TemplateRefused {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => TemplateRefused::SlugTaken,
        _ => TemplateRefused::Store(error.into()),
    }
}
