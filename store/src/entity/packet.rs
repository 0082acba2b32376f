//! An immutable build.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "packet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub number: i32,
    pub state: String,
    pub locale: String,
    pub slice: String,
    pub account_id: Option<Uuid>,
    pub taken_at: i64,
    pub signatures: i64,
    pub bytes: i64,
    pub manifest_sha256: Option<String>,
    pub path: Option<String>,
    pub reference: Option<String>,
    pub recipient: Option<String>,
    pub testimonies: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
