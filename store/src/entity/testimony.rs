//! Written testimony, from draft to hearing record.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "testimony")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub hearing_id: Option<Uuid>,
    pub mailbox_hash: Option<Vec<u8>>,
    pub once_hash: Option<Vec<u8>>,
    pub share_id: Option<Uuid>,
    pub state: String,
    pub stance: String,
    pub language: String,
    pub locale: String,
    pub residency: String,
    pub zip: String,
    pub for_organization: bool,
    pub template_id: Option<Uuid>,
    pub own_percent: i32,
    pub words: i32,
    pub speaking: String,
    pub speaker_position: Option<i32>,
    pub flags: String,
    pub assigned_to: Option<Uuid>,
    pub sealed: Option<Vec<u8>>,
    pub desk_sealed: Option<Vec<u8>>,
    pub text_number: i32,
    pub source: Option<String>,
    pub news: bool,
    pub created_at: i64,
    pub changed_at: i64,
    pub submitted_at: Option<i64>,
    pub confirmed_at: Option<i64>,
    pub decided_at: Option<i64>,
    pub decided_by: Option<Uuid>,
    pub reminded_at: Option<i64>,
    pub reminded_for: Option<i64>,
    pub ended_at: Option<i64>,
    pub mails: i32,
    pub mailed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
