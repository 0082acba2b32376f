//! A signature; the person is in `sealed`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signature")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub mailbox_hash: Option<Vec<u8>>,
    pub slot: Option<i16>,
    pub name_hash: Option<Vec<u8>>,
    pub state: String,
    pub hold: Option<String>,
    pub method: String,
    pub visibility: String,
    pub residency: String,
    pub zip: String,
    pub share: bool,
    pub news: bool,
    pub comment_state: String,
    pub locale: String,
    pub version_id: Uuid,
    pub source: Option<String>,
    pub sealed: Option<Vec<u8>>,
    pub received_at: i64,
    pub confirmed_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub reminded_at: Option<i64>,
    pub mails: i16,
    pub mailed_at: Option<i64>,
    pub comment_reason: Option<Vec<u8>>,
    pub wording_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
