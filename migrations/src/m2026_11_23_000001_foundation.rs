//! The first schema: organizations, campaigns, signatures, packets, mail, jobs and the audit log.
//!
//! Times are UTC milliseconds since 1970. Personal fields of a record are one sealed column; what must be
//! unique or looked up stands beside it as a keyed hash. Every large table carries `campaign_id`, and its
//! unique keys begin with it, so that it can be distributed later.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;
use sea_orm_migration::sea_orm::DbBackend;

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
        make_append_only(manager).await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a migration is never undone; restore a backup instead".to_owned()))
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "organization",
            vec![
                uuid("id"),
                string("slug"),
                string("name"),
                string_null("site"),
                string_null("mail_domain"),
                boolean("two_pairs_of_eyes"),
                big_integer("created_at"),
            ],
            &["id"],
        ),
        table(
            "account",
            vec![
                uuid("id"),
                blob("mailbox_hash"),
                blob("sealed"),
                string_null("password_hash"),
                boolean("disabled"),
                big_integer("created_at"),
            ],
            &["id"],
        ),
        table(
            "member",
            vec![
                uuid("id"),
                uuid("organization_id"),
                uuid("account_id"),
                string("role"),
                string("state"),
                big_integer("created_at"),
            ],
            &["id"],
        ),
        table(
            "invitation",
            vec![
                uuid("id"),
                blob("token_hash"),
                uuid_null("member_id"),
                big_integer("expires_at"),
                big_integer_null("used_at"),
            ],
            &["id"],
        ),
        table(
            "session",
            vec![blob("token_hash"), uuid("account_id"), big_integer("created_at"), big_integer("seen_at")],
            &["token_hash"],
        ),
        table(
            "body",
            vec![uuid("id"), string("slug"), string("name"), string("office"), text("address")],
            &["id"],
        ),
        table(
            "campaign",
            vec![
                uuid("id"),
                string("slug"),
                string("state"),
                string("languages"),
                big_integer_null("goal"),
                big_integer_null("closes_at"),
                string("time_zone"),
                string("street"),
                boolean("elsewhere"),
                boolean("comments"),
                integer("retention_days"),
                uuid_null("sent_for_review_by"),
                big_integer("created_at"),
                big_integer("updated_at"),
                big_integer_null("closed_at"),
                big_integer_null("searched_at"),
                big_integer_null("forgotten_at"),
            ],
            &["id"],
        ),
        table(
            "campaign_host",
            vec![uuid("campaign_id"), uuid("organization_id"), integer("position")],
            &["campaign_id", "organization_id"],
        ),
        table(
            "campaign_text",
            vec![
                uuid("campaign_id"),
                string("locale"),
                text("title"),
                text("standfirst"),
                text("target_line"),
                text("ask"),
                text("story"),
                text("letter"),
            ],
            &["campaign_id", "locale"],
        ),
        table(
            "matter",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("body_id"),
                string("docket"),
                text("title"),
                integer("position"),
            ],
            &["id"],
        ),
        table(
            "petition_version",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                integer("number"),
                text("texts"),
                big_integer("created_at"),
                uuid_null("created_by"),
            ],
            &["id"],
        ),
        table(
            "timeline_entry",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                string("day"),
                string_null("time"),
                boolean("next"),
                text("texts"),
            ],
            &["id"],
        ),
        table(
            "signature",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                blob_null("mailbox_hash"),
                small_integer_null("slot"),
                blob_null("name_hash"),
                string("state"),
                string_null("hold"),
                string("method"),
                string("visibility"),
                string("residency"),
                string("zip"),
                boolean("share"),
                boolean("news"),
                string("comment_state"),
                string("locale"),
                uuid("version_id"),
                string_null("source"),
                blob_null("sealed"),
                big_integer("received_at"),
                big_integer_null("confirmed_at"),
                big_integer_null("ended_at"),
                big_integer_null("reminded_at"),
                small_integer("mails"),
                big_integer_null("mailed_at"),
            ],
            &["id"],
        ),
        table(
            "tally",
            vec![uuid("campaign_id"), string("kind"), string("value"), big_integer("count")],
            &["campaign_id", "kind", "value"],
        ),
        table(
            "exclusion",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                uuid("signature_id"),
                uuid_null("survivor_id"),
                string("rule"),
                string("state"),
                uuid_null("decided_by"),
                big_integer("created_at"),
                big_integer_null("decided_at"),
            ],
            &["id"],
        ),
        table(
            "packet",
            vec![
                uuid("id"),
                uuid("campaign_id"),
                integer("number"),
                string("state"),
                string("locale"),
                string("slice"),
                uuid_null("account_id"),
                big_integer("taken_at"),
                big_integer("signatures"),
                big_integer("bytes"),
                string_null("manifest_sha256"),
                string_null("path"),
                string_null("reference"),
            ],
            &["id"],
        ),
        table(
            "outbox",
            vec![
                uuid("id"),
                uuid_null("campaign_id"),
                string("kind"),
                string("locale"),
                blob_null("sealed"),
                string("state"),
                integer("attempts"),
                big_integer("due_at"),
                big_integer_null("leased_until"),
                big_integer("created_at"),
                big_integer_null("ended_at"),
                string_null("failure"),
            ],
            &["id"],
        ),
        table(
            "job",
            vec![
                uuid("id"),
                string("kind"),
                uuid("subject_id"),
                string("state"),
                integer("attempts"),
                big_integer("due_at"),
                big_integer_null("leased_until"),
                integer("percent"),
                string_null("failure"),
                big_integer("created_at"),
                big_integer_null("ended_at"),
            ],
            &["id"],
        ),
        table(
            "audit_event",
            vec![
                big_integer("seq"),
                big_integer("at"),
                uuid_null("account_id"),
                uuid_null("organization_id"),
                uuid_null("campaign_id"),
                string("verb"),
                string("object"),
                text("before"),
                text("after"),
                blob("previous_hash"),
                blob("hash"),
            ],
            &["seq"],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("organization_slug", "organization", &["slug"], true),
        index("account_mailbox", "account", &["mailbox_hash"], true),
        index("member_once", "member", &["organization_id", "account_id"], true),
        index("member_account", "member", &["account_id"], false),
        index("invitation_token", "invitation", &["token_hash"], true),
        index("session_account", "session", &["account_id"], false),
        index("body_slug", "body", &["slug"], true),
        index("campaign_slug", "campaign", &["slug"], true),
        index("host_organization", "campaign_host", &["organization_id"], false),
        index("matter_campaign", "matter", &["campaign_id"], false),
        index("petition_version_once", "petition_version", &["campaign_id", "number"], true),
        index("timeline_campaign", "timeline_entry", &["campaign_id"], false),
        // One mailbox signs a campaign once; a second person of the household takes slot 2. A signature that
        // was withdrawn, expired or held leaves its slot (null), and nulls are never equal.
        index("signature_mailbox_once", "signature", &["campaign_id", "mailbox_hash", "slot"], true),
        index(
            "signature_state",
            "signature",
            &["campaign_id", "state", "confirmed_at", "received_at"],
            false,
        ),
        index("exclusion_once", "exclusion", &["campaign_id", "signature_id", "rule"], true),
        index("packet_number", "packet", &["campaign_id", "number"], true),
        index("outbox_due", "outbox", &["state", "due_at"], false),
        index("job_due", "job", &["state", "due_at"], false),
        index("job_subject", "job", &["subject_id"], false),
        index("audit_campaign", "audit_event", &["campaign_id", "seq"], false),
    ]
}

/// The database itself refuses to change or remove what the audit log says.
async fn make_append_only(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let statements: &[&str] = match manager.get_database_backend() {
        DbBackend::Sqlite => &[
            "CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event \
             BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
            "CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event \
             BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
        ],
        DbBackend::Postgres => &[
            "CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
            "CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()",
        ],
        _ => return Err(DbErr::Migration("Redress runs on SQLite and Postgres".to_owned())),
    };
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}
