//! A body's usual cut-off: how long before a hearing written testimony must be in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::integer_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let hours = Table::alter().table("body").add_column(integer_null("cutoff_hours")).to_owned();
        manager.alter_table(hours).await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a migration is never undone; restore a backup instead".to_owned()))
    }
}
