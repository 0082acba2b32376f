//! The peer of `cargo xtask bench signing` on SQLite: rows equal to those of a pending signature and of its
//! mail, with the same library and the same settings, one transaction each.
//!
//!     cargo run --release -p redress-store --example one_each -- data/redress.db 15
//!
//! It writes into a database that has the schema, and prints how many transactions a second it committed.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement, no part of the program")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use sea_orm::sea_query::{Alias, Query};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, SqliteTransactionMode, TransactionOptions,
    TransactionTrait as _,
};
use uuid::Uuid;

/// As many as the load generator of the bench has connections.
const WRITERS: u128 = 64;

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().unwrap();
    let span = Duration::from_secs(args.next().map_or(15, |seconds| seconds.parse().unwrap()));
    let mut options = ConnectOptions::new(format!("sqlite://{file}"));
    options.max_connections(16).acquire_timeout(Duration::from_secs(60)).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(60))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("secure_delete", "ON")
            .pragma("wal_autocheckpoint", "8000")
            .pragma("cache_size", "-6144")
    });
    let db = Database::connect(options).await.unwrap();
    let (committed, started) = (Arc::new(AtomicU64::new(0)), Instant::now());
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (db, committed) = (db.clone(), committed.clone());
            tokio::spawn(async move {
                for number in 0_u128.. {
                    if started.elapsed() >= span {
                        return;
                    }
                    one(&db, writer << 64 | number).await;
                    committed.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    println!("{:.1}", committed.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64());
}

async fn one(db: &sea_orm::DatabaseConnection, number: u128) {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = db.begin_with_options(options).await.unwrap();
    // Spread as random ids are, so that the indexes do the same work.
    let id = Uuid::from_u128(number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
    let hash = [id.as_bytes().as_slice(), id.as_bytes()].concat();
    let campaign = Uuid::from_u128(1);
    let mut signature = Query::insert();
    signature.into_table(Alias::new("signature"));
    signature.columns(
        [
            "id",
            "campaign_id",
            "mailbox_hash",
            "slot",
            "name_hash",
            "state",
            "method",
            "visibility",
            "residency",
            "zip",
            "share",
            "news",
            "comment_state",
            "locale",
            "version_id",
            "sealed",
            "received_at",
            "mails",
            "mailed_at",
        ]
        .map(Alias::new),
    );
    signature.values_panic([
        id.into(),
        campaign.into(),
        hash.clone().into(),
        1_i16.into(),
        hash.into(),
        "pending".into(),
        "web".into(),
        "full".into(),
        "lives".into(),
        "02121".into(),
        false.into(),
        false.into(),
        "none".into(),
        "en".into(),
        campaign.into(),
        vec![0x5A_u8; 192].into(),
        1_764_288_000_000_i64.into(),
        1_i16.into(),
        1_764_288_000_000_i64.into(),
    ]);
    transaction.execute(&signature).await.unwrap();
    let mut mail = Query::insert();
    mail.into_table(Alias::new("outbox"));
    mail.columns(
        ["id", "campaign_id", "kind", "locale", "sealed", "state", "attempts", "due_at", "created_at"]
            .map(Alias::new),
    );
    mail.values_panic([
        id.into(),
        campaign.into(),
        "confirm".into(),
        "en".into(),
        vec![0x5A_u8; 256].into(),
        "queued".into(),
        0.into(),
        1_764_288_000_000_i64.into(),
        1_764_288_000_000_i64.into(),
    ]);
    transaction.execute(&mail).await.unwrap();
    transaction.commit().await.unwrap();
}
