//! The schema, as steps that only ever get added to: a released step is never edited.
//! It moves no personal data in the clear and drops nothing that a packet was built from.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m2026_11_23_000001_foundation;
mod m2026_11_28_000001_comments_and_recipients;
mod m2026_11_28_000002_testimony;
mod m2026_11_28_000003_form_letters;
mod m2026_11_28_000004_coalition;
mod m2026_11_28_000005_usual_cutoff;
mod shape;

/// Every step, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m2026_11_23_000001_foundation::Migration),
            Box::new(m2026_11_28_000001_comments_and_recipients::Migration),
            Box::new(m2026_11_28_000002_testimony::Migration),
            Box::new(m2026_11_28_000003_form_letters::Migration),
            Box::new(m2026_11_28_000004_coalition::Migration),
            Box::new(m2026_11_28_000005_usual_cutoff::Migration),
        ]
    }
}
