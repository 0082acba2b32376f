//! Moderated comments: why one is hidden, and an index of the signatures that have one. And whom a packet is for.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob_null, string_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reason = Table::alter().table("signature").add_column(blob_null("comment_reason")).to_owned();
        manager.alter_table(reason).await?;
        let recipient = Table::alter().table("packet").add_column(string_null("recipient")).to_owned();
        manager.alter_table(recipient).await?;
        // Most signatures have no comment: they are not in the index, and pay nothing for it.
        let index = "CREATE INDEX signature_comment ON signature (campaign_id, comment_state, confirmed_at) \
                     WHERE comment_state <> 'none'";
        manager.get_connection().execute_unprepared(index).await.map(|_| ())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a migration is never undone; restore a backup instead".to_owned()))
    }
}
