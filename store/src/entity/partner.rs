//! An organization that brings its people to a campaign.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partner")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub organization: String,
    pub organization_kind: String,
    pub site: Option<String>,
    pub state: String,
    pub label: String,
    pub link_id: Uuid,
    pub mailbox_hash: Option<Vec<u8>>,
    pub sealed: Option<Vec<u8>>,
    pub note: String,
    pub logo_id: Option<Uuid>,
    pub invited_by: Option<Uuid>,
    pub invited_at: i64,
    pub accepted_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub mails: i32,
    pub mailed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
