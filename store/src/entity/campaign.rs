//! A campaign.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub state: String,
    pub languages: String,
    pub goal: Option<i64>,
    pub closes_at: Option<i64>,
    pub time_zone: String,
    pub street: String,
    pub elsewhere: bool,
    pub comments: bool,
    pub retention_days: i32,
    pub sent_for_review_by: Option<Uuid>,
    pub created_at: i64,
    pub updated_at: i64,
    pub closed_at: Option<i64>,
    pub searched_at: Option<i64>,
    pub forgotten_at: Option<i64>,
    pub testimony: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
