//! The coalition: joint hosts, partners, letters and their co-signatures, statements, outcomes, news, and pictures.

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
        for index in indexes() {
            manager.create_index(index).await?;
        }
        // Whoever hosts alone may do everything; an organization that is on this server was let on by its operator.
        for (table, mut column) in [
            ("campaign_host", string("rights").default("all").to_owned()),
            ("campaign_host", text("note").default("").to_owned()),
            ("organization", uuid_null("logo_id")),
            ("signature", uuid_null("wording_id")),
        ] {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a migration is never undone; restore a backup instead".to_owned()))
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "upload",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("kind"),
                string("media"),
                integer("width"),
                integer("height"),
                integer("bytes"),
                string("sha256"),
                string("path"),
                text("alt"),
                text("permission"),
                uuid_null("uploaded_by"),
                big_integer("uploaded_at"),
            ],
            &["id"],
        ),
        table(
            "host_invitation",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                blob("token_hash"),
                string("rights"),
                text("note"),
                uuid_null("invited_by"),
                big_integer("expires_at"),
                big_integer_null("used_at"),
            ],
            &["id"],
        ),
        table(
            "partner",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("organization"),
                string("organization_kind"),
                string_null("site"),
                string("state"),
                string("label"),
                uuid("link_id"),
                blob_null("mailbox_hash"),
                blob_null("sealed"),
                text("note"),
                uuid_null("logo_id"),
                uuid_null("invited_by"),
                big_integer("invited_at"),
                big_integer_null("accepted_at"),
                big_integer_null("ended_at"),
                integer("mails"),
                big_integer_null("mailed_at"),
            ],
            &["id"],
        ),
        table(
            "partner_wording",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("partner_id"),
                text("texts"),
                string("state"),
                big_integer("proposed_at"),
                big_integer_null("agreed_at"),
                uuid_null("agreed_by"),
            ],
            &["id"],
        ),
        table(
            "overlap_list",
            vec![
                uuid("campaign_id"),
                uuid("partner_id"),
                blob("hashes"),
                integer("size"),
                big_integer("left_at"),
            ],
            &["campaign_id", "partner_id"],
        ),
        table(
            "letter",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("slug"),
                string("title"),
                string("language"),
                string("state"),
                text("recipients"),
                uuid_null("body_id"),
                big_integer_null("deadline_at"),
                boolean("individuals"),
                text("draft"),
                integer("number"),
                integer("position"),
                big_integer("created_at"),
                big_integer("changed_at"),
                big_integer_null("final_at"),
            ],
            &["id"],
        ),
        table(
            "letter_version",
            vec![
                uuid("campaign_id"),
                uuid("letter_id"),
                integer("number"),
                text("text"),
                string("hash"),
                boolean("substance"),
                text("note"),
                uuid_null("author_id"),
                big_integer("published_at"),
            ],
            &["campaign_id", "letter_id", "number"],
        ),
        table(
            "co_signature",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("letter_id"),
                string("state"),
                boolean("individual"),
                string("organization"),
                string("organization_kind"),
                string_null("site"),
                string_null("mail_domain"),
                blob_null("once_hash"),
                blob_null("mailbox_hash"),
                blob_null("sealed"),
                blob_null("desk_sealed"),
                integer_null("version"),
                string_null("hash"),
                boolean("identification_only"),
                uuid_null("logo_id"),
                boolean("logo_allowed"),
                boolean("of_domain"),
                uuid_null("vouched_by"),
                big_integer_null("vouched_at"),
                string("locale"),
                string_null("source"),
                boolean("news"),
                big_integer_null("invited_at"),
                big_integer_null("signed_at"),
                big_integer_null("confirmed_at"),
                integer_null("asked_for"),
                big_integer_null("ended_at"),
                integer("mails"),
                big_integer_null("mailed_at"),
            ],
            &["id"],
        ),
        table(
            "co_signature_pair",
            vec![
                uuid("campaign_id"),
                uuid("letter_id"),
                uuid("first_id"),
                uuid("second_id"),
                boolean("same"),
                uuid_null("decided_by"),
                big_integer("decided_at"),
            ],
            &["letter_id", "first_id", "second_id"],
        ),
        table(
            "statement",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                integer("position"),
                string("state"),
                string("language"),
                text("text"),
                string("name"),
                string("title"),
                string("organization"),
                uuid_null("portrait_id"),
                uuid_null("logo_id"),
                text("permission"),
                big_integer("created_at"),
                big_integer("changed_at"),
            ],
            &["id"],
        ),
        table(
            "outcome",
            vec![
                uuid("campaign_id"),
                string("kind"),
                string("day"),
                text("texts"),
                text("links"),
                uuid_null("follow_on_id"),
                big_integer("created_at"),
                big_integer("changed_at"),
            ],
            &["campaign_id"],
        ),
        table(
            "vote",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("body"),
                string("question"),
                string("day"),
                integer("position"),
            ],
            &["id"],
        ),
        table(
            "ballot",
            vec![
                uuid("vote_id"),
                uuid("campaign_id"),
                integer("position"),
                string("name"),
                string("district"),
                string("choice"),
            ],
            &["vote_id", "position"],
        ),
        table(
            "related_place",
            vec![
                uuid("campaign_id"),
                integer("position"),
                string("name"),
                string_null("day"),
                text("note"),
                string_null("url"),
            ],
            &["campaign_id", "position"],
        ),
        table(
            "news",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                text("texts"),
                string("state"),
                uuid_null("after_id"),
                integer("wanted"),
                integer("sent"),
                uuid_null("started_by"),
                big_integer("created_at"),
                big_integer_null("started_at"),
                big_integer_null("ended_at"),
            ],
            &["id"],
        ),
        table(
            "news_mailbox",
            vec![uuid("news_id"), blob("mailbox_hash"), uuid("campaign_id")],
            &["news_id", "mailbox_hash"],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("upload_campaign", "upload", &["campaign_id"], false),
        index("host_invitation_token", "host_invitation", &["token_hash"], true),
        index("host_invitation_campaign", "host_invitation", &["campaign_id"], false),
        index("partner_label", "partner", &["campaign_id", "label"], true),
        index("partner_link", "partner", &["link_id"], true),
        index("partner_wording_partner", "partner_wording", &["campaign_id", "partner_id"], false),
        index("letter_slug", "letter", &["campaign_id", "slug"], true),
        index("co_signature_once", "co_signature", &["campaign_id", "letter_id", "once_hash"], true),
        index("co_signature_state", "co_signature", &["campaign_id", "letter_id", "state"], false),
        index("co_signature_mailbox", "co_signature", &["campaign_id", "mailbox_hash"], false),
        index("statement_campaign", "statement", &["campaign_id"], false),
        index("vote_campaign", "vote", &["campaign_id"], false),
        index("news_mailbox_campaign", "news_mailbox", &["campaign_id"], false),
        index("news_campaign", "news", &["campaign_id"], false),
    ]
}
