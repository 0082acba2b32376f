//! A mailbox that an update was sent to, while it is being sent.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "news_mailbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub news_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub mailbox_hash: Vec<u8>,
    pub campaign_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
