//! A hearing of matters, with its written cut-off.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hearing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub body_id: Uuid,
    pub title: String,
    pub starts_at: i64,
    pub cutoff_at: Option<i64>,
    pub honored_until: Option<i64>,
    pub place: String,
    pub link: String,
    pub note: String,
    pub state: String,
    pub sequence: i32,
    pub changed_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
