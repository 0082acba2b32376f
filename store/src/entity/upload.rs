//! A picture that somebody allowed to be shown: a logo or a portrait, redrawn by us.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub kind: String,
    pub media: String,
    pub width: i32,
    pub height: i32,
    pub bytes: i32,
    pub sha256: String,
    pub path: String,
    pub alt: String,
    pub permission: String,
    pub uploaded_by: Option<Uuid>,
    pub uploaded_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
