//! A text to start from: testimony, or a piece of the resource kit.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub slug: String,
    pub kind: String,
    pub locale: String,
    pub stance: Option<String>,
    pub title: String,
    pub summary: String,
    pub body_text: String,
    pub position: i32,
    pub state: String,
    pub changed_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
