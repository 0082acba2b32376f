//! Testimony and what it stands on: bodies with seats and districts, hearings, templates, drafts, the tracker.
//!
//! As in the first schema: what a person wrote is sealed, what must be looked up stands beside it as a keyed
//! hash, and every large table carries `campaign_id`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{index, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (table, mut column) in additions() {
            let alter = Table::alter().table(Alias::new(table)).add_column(&mut column).to_owned();
            manager.alter_table(alter).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a migration is never undone; restore a backup instead".to_owned()))
    }
}

/// What the tables there are gain; rows that are there take the default.
fn additions() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("body", string("kind").default("council").to_owned()),
        ("body", uuid_null("parent_id")),
        ("body", string_null("email")),
        ("body", string_null("site")),
        ("body", string("formats").default("pdf docx").to_owned()),
        ("body", integer_null("file_mb")),
        ("body", integer_null("words")),
        ("body", integer_null("copies")),
        ("body", integer_null("speak_minutes")),
        ("body", text("required_lines").default("").to_owned()),
        ("body", text("rules").default("").to_owned()),
        ("matter", string("state").default("filed").to_owned()),
        ("matter", uuid_null("committee_id")),
        ("packet", big_integer("testimonies").default(0).to_owned()),
        ("campaign", boolean("testimony").default(false).to_owned()),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "seat",
            vec![
                uuid("id"),
                uuid("body_id"),
                integer("position"),
                string("title"),
                string_null("district"),
                string("holder"),
                string_null("email"),
                string_null("phone"),
                string_null("vacant_since"),
            ],
            &["id"],
        ),
        table(
            "district_zip",
            vec![uuid("body_id"), string("zip"), string("district")],
            &["body_id", "zip", "district"],
        ),
        table(
            "district_shape",
            vec![uuid("body_id"), string("district"), text("outline")],
            &["body_id", "district"],
        ),
        table(
            "hearing",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("body_id"),
                string("title"),
                big_integer("starts_at"),
                big_integer_null("cutoff_at"),
                big_integer_null("honored_until"),
                string("place"),
                string("link"),
                text("note"),
                string("state"),
                integer("sequence"),
                big_integer("changed_at"),
            ],
            &["id"],
        ),
        table("campaign_body", vec![uuid("campaign_id"), uuid("body_id")], &["campaign_id", "body_id"]),
        table("hearing_matter", vec![uuid("hearing_id"), uuid("matter_id")], &["hearing_id", "matter_id"]),
        table(
            "yearly_date",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid_null("body_id"),
                integer("month"),
                integer("day"),
                text("texts"),
            ],
            &["id"],
        ),
        table(
            "template",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("slug"),
                string("kind"),
                string("locale"),
                string_null("stance"),
                string("title"),
                text("summary"),
                text("body_text"),
                integer("position"),
                string("state"),
                big_integer("changed_at"),
            ],
            &["id"],
        ),
        table(
            "testimony",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid_null("hearing_id"),
                blob_null("mailbox_hash"),
                blob_null("once_hash"),
                uuid_null("share_id"),
                string("state"),
                string("stance"),
                string("language"),
                string("locale"),
                string("residency"),
                string("zip"),
                boolean("for_organization"),
                uuid_null("template_id"),
                integer("own_percent"),
                blob_null("form_group"),
                integer("words"),
                string("speaking"),
                integer_null("speaker_position"),
                integer_null("speaker_seconds"),
                string("flags"),
                uuid_null("assigned_to"),
                blob_null("sealed"),
                blob_null("desk_sealed"),
                integer("text_number"),
                string_null("source"),
                boolean("news"),
                big_integer("created_at"),
                big_integer("changed_at"),
                big_integer_null("submitted_at"),
                big_integer_null("confirmed_at"),
                big_integer_null("decided_at"),
                uuid_null("decided_by"),
                big_integer_null("reminded_at"),
                big_integer_null("reminded_for"),
                big_integer_null("ended_at"),
                integer("mails"),
                big_integer_null("mailed_at"),
            ],
            &["id"],
        ),
        table(
            "testimony_matter",
            vec![uuid("campaign_id"), uuid("testimony_id"), uuid("matter_id")],
            &["testimony_id", "matter_id"],
        ),
        table(
            "testimony_version",
            vec![
                uuid("campaign_id"),
                uuid("testimony_id"),
                integer("number"),
                string("saved_by"),
                blob_null("sealed"),
                big_integer("saved_at"),
            ],
            &["campaign_id", "testimony_id", "number"],
        ),
        table(
            "suggestion",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("testimony_id"),
                integer("number"),
                string("state"),
                blob_null("sealed"),
                big_integer("made_at"),
                big_integer_null("decided_at"),
            ],
            &["id"],
        ),
        table(
            "contact_tally",
            vec![
                uuid("campaign_id"),
                uuid("seat_id"),
                string("channel"),
                string("day"),
                big_integer("count"),
            ],
            &["campaign_id", "seat_id", "channel", "day"],
        ),
        table(
            "contact_script",
            vec![
                uuid("campaign_id"),
                uuid("body_id"),
                string("locale"),
                string("subject"),
                text("message"),
                text("phone"),
            ],
            &["campaign_id", "body_id", "locale"],
        ),
        table(
            "place",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("name"),
                string("status"),
                string("day"),
                text("source"),
                text("note"),
                string_null("tile"),
                integer("position"),
                big_integer("changed_at"),
            ],
            &["id"],
        ),
        table(
            "place_status",
            vec![uuid("campaign_id"), string("code"), integer("position"), string("tone"), text("texts")],
            &["campaign_id", "code"],
        ),
        table(
            "place_change",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("place_id"),
                string("name"),
                string_null("before"),
                string_null("after"),
                string("day"),
                text("note"),
                big_integer("changed_at"),
            ],
            &["id"],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("campaign_body_body", "campaign_body", &["body_id"], false),
        index("body_parent", "body", &["parent_id"], false),
        index("seat_body", "seat", &["body_id"], false),
        index("district_zip_zip", "district_zip", &["zip"], false),
        index("hearing_campaign", "hearing", &["campaign_id"], false),
        index("yearly_date_campaign", "yearly_date", &["campaign_id"], false),
        index("template_once", "template", &["campaign_id", "slug", "locale"], true),
        index("testimony_state", "testimony", &["campaign_id", "state", "submitted_at"], false),
        index("testimony_mailbox", "testimony", &["campaign_id", "mailbox_hash"], false),
        index("testimony_once", "testimony", &["campaign_id", "once_hash"], true),
        index("testimony_share", "testimony", &["share_id"], true),
        index("testimony_matter_matter", "testimony_matter", &["campaign_id", "matter_id"], false),
        index("suggestion_testimony", "suggestion", &["campaign_id", "testimony_id"], false),
        index("place_once", "place", &["campaign_id", "name"], true),
        index("place_change_campaign", "place_change", &["campaign_id", "changed_at"], false),
    ]
}
