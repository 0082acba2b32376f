//! A body that receives.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "body")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub office: String,
    pub address: String,
    pub kind: String,
    pub parent_id: Option<Uuid>,
    pub email: Option<String>,
    pub site: Option<String>,
    pub formats: String,
    pub file_mb: Option<i32>,
    pub words: Option<i32>,
    pub copies: Option<i32>,
    pub speak_minutes: Option<i32>,
    pub cutoff_hours: Option<i32>,
    pub required_lines: String,
    pub rules: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
