//! What an operator does besides serving: the demo, the doctor, backup and restore.

use std::path::Path;

use redress_domain::Clock as _;

use super::{Failed, open, say};
use crate::demo::{self, Loaded};
use crate::password::Passwords;
use crate::ports::SystemClock;
use crate::settings::Settings;

pub(super) async fn demo(signatures: usize) -> Result<(), Failed> {
    let (settings, store) = open().await?;
    let hash = Passwords::new()?.hash(demo::PASSWORD.to_owned()).await?;
    let loaded = demo::load(&store, SystemClock.now(), signatures, hash).await;
    store.close().await;
    match loaded? {
        Loaded::Before => say("the demo is there already; nothing was changed")?,
        Loaded::Now { campaigns, signatures } => {
            say(&format!("{campaigns} campaigns and {signatures} made-up signatures are loaded"))?;
        }
    }
    say(&format!("Log in at {} as {} with: {}", settings.url("/admin"), demo::EMAIL, demo::PASSWORD))
}

pub(super) async fn doctor() -> Result<(), Failed> {
    crate::serving::check_inside()?;
    say("fonts and mails: whole")?;
    let (settings, store) = open().await?;
    say("settings and keys: usable")?;
    store.ping().await?;
    let health = store.outbox().health().await?;
    store.close().await;
    say("database: answers, and its schema is current")?;
    if let Some(url) = &settings.smtp_url {
        crate::mail::Transport::smtp(url)?;
    }
    say(&format!("mail: {} waiting, {} given up", health.waiting, health.dead))
}

pub(super) async fn backup(file: &Path) -> Result<(), Failed> {
    if file.exists() {
        return Err(format!("{} is there already; choose another name", file.display()).into());
    }
    let (_, store) = open().await?;
    let half = file.with_extension("half");
    // A half left by a crash is in the way of nothing else.
    let _ = std::fs::remove_file(&half);
    let copied = redress_store::backup_sqlite(&store, &half).await;
    store.close().await;
    copied?;
    std::fs::rename(&half, file)?;
    say(&format!("{} holds the database; keep the key file apart from it", file.display()))
}

pub(super) async fn restore(file: &Path) -> Result<(), Failed> {
    let settings = Settings::load()?;
    let Some(target) = settings.database_url.strip_prefix("sqlite://") else {
        return Err("this database is Postgres; restore it with pg_restore".into());
    };
    let target = Path::new(target);
    let head = std::fs::read(file)?;
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(format!("{} is no copy made by redress backup", file.display()).into());
    }
    if target.exists() {
        let kept = target.with_extension("before-restore");
        std::fs::rename(target, &kept)?;
        say(&format!("the database so far is kept as {}", kept.display()))?;
    }
    for suffix in ["-wal", "-shm"] {
        let beside = std::path::PathBuf::from(format!("{}{suffix}", target.display()));
        if beside.exists() {
            std::fs::remove_file(beside)?;
        }
    }
    let half = target.with_extension("half");
    std::fs::copy(file, &half)?;
    std::fs::rename(&half, target)?;
    say(&format!("{} is in place", target.display()))
}
