//! Form letters are found when they are shown, at the desk and in a packet alike: what was kept of them goes, and so
//! does a speaker's time, which nobody ever set.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["form_group", "speaker_seconds"] {
            let gone = Table::alter().table("testimony").drop_column(column).to_owned();
            manager.alter_table(gone).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a migration is never undone; restore a backup instead".to_owned()))
    }
}
