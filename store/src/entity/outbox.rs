//! A mail that is owed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Option<Uuid>,
    pub kind: String,
    pub locale: String,
    pub sealed: Option<Vec<u8>>,
    pub state: String,
    pub attempts: i32,
    pub due_at: i64,
    pub leased_until: Option<i64>,
    pub created_at: i64,
    pub ended_at: Option<i64>,
    pub failure: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
