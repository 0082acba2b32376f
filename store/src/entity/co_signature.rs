//! An organization's name under a letter, or a person's own; who signed for it is in `sealed`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "co_signature")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub letter_id: Uuid,
    pub state: String,
    pub individual: bool,
    pub organization: String,
    pub organization_kind: String,
    pub site: Option<String>,
    pub mail_domain: Option<String>,
    pub once_hash: Option<Vec<u8>>,
    pub mailbox_hash: Option<Vec<u8>>,
    pub sealed: Option<Vec<u8>>,
    pub desk_sealed: Option<Vec<u8>>,
    pub version: Option<i32>,
    pub hash: Option<String>,
    pub identification_only: bool,
    pub logo_id: Option<Uuid>,
    pub logo_allowed: bool,
    pub of_domain: bool,
    pub vouched_by: Option<Uuid>,
    pub vouched_at: Option<i64>,
    pub locale: String,
    pub source: Option<String>,
    pub news: bool,
    pub invited_at: Option<i64>,
    pub signed_at: Option<i64>,
    pub confirmed_at: Option<i64>,
    pub asked_for: Option<i32>,
    pub ended_at: Option<i64>,
    pub mails: i32,
    pub mailed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
