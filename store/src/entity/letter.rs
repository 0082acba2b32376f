//! A sign-on letter.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub slug: String,
    pub title: String,
    pub language: String,
    pub state: String,
    pub recipients: String,
    pub body_id: Option<Uuid>,
    pub deadline_at: Option<i64>,
    pub individuals: bool,
    pub draft: String,
    pub number: i32,
    pub position: i32,
    pub created_at: i64,
    pub changed_at: i64,
    pub final_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
