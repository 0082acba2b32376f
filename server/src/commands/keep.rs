//! What an operator does besides serving: migration, demo, doctor, backup, the audit log.

use std::fmt;
use std::path::Path;

use redress_domain::Clock as _;
use redress_store::Store;
use serde::Serialize;

use super::half::Half;
use super::progress::Percent;
use super::{Failed, open, tell};
use crate::demo::{self, Loaded};
use crate::mail::Transport;
use crate::password::Passwords;
use crate::ports::SystemClock;
use crate::settings::Settings;

#[derive(Serialize)]
struct Migrated {
    current: bool,
}

impl fmt::Display for Migrated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the database is as this version needs it")
    }
}

pub(super) async fn migrate(json: bool) -> Result<(), Failed> {
    open().await?.1.close().await;
    tell(&Migrated { current: true }, json)
}

#[derive(Serialize)]
struct DemoLoaded {
    /// Whether it was there before, and nothing was changed.
    before: bool,
    campaigns: usize,
    signatures: u64,
    admin: String,
    email: &'static str,
    password: &'static str,
}

impl fmt::Display for DemoLoaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.before {
            writeln!(f, "the demo is there already; nothing was changed")?;
        } else {
            let Self { campaigns, signatures, .. } = self;
            writeln!(f, "{campaigns} campaigns and {signatures} made-up signatures are loaded")?;
        }
        write!(f, "Log in at {} as {} with: {}", self.admin, self.email, self.password)
    }
}

pub(super) async fn demo(signatures: usize, json: bool) -> Result<(), Failed> {
    let (settings, store) = open().await?;
    let hash = Passwords::new()?.hash(demo::PASSWORD.to_owned()).await?;
    let percent = Percent::of("loading the demo");
    let loaded =
        demo::load(&store, &settings.storage, SystemClock.now(), signatures, hash, &|now| percent.set(now))
            .await;
    drop(percent);
    store.close().await;
    let (before, campaigns, signatures) = match loaded? {
        Loaded::Before => (true, 0, 0),
        Loaded::Now { campaigns, signatures } => (false, campaigns, signatures),
    };
    let admin = settings.url("/admin");
    let told =
        DemoLoaded { before, campaigns, signatures, admin, email: demo::EMAIL, password: demo::PASSWORD };
    tell(&told, json)
}

#[derive(Serialize)]
struct Check {
    what: &'static str,
    ok: bool,
    says: String,
}

#[derive(Serialize)]
struct Checks {
    ok: bool,
    checks: Vec<Check>,
}

impl fmt::Display for Checks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self
            .checks
            .iter()
            .map(|check| format!("{} {}: {}", if check.ok { "ok  " } else { "FAIL" }, check.what, check.says))
            .collect();
        f.write_str(&lines.join("\n"))
    }
}

impl Checks {
    /// Notes how a check ended, and gives what it found for those that build on it.
    fn note<T>(&mut self, what: &'static str, found: Result<(T, String), Failed>) -> Option<T> {
        let (found, ok, says) = match found {
            Ok((found, says)) => (Some(found), true, says),
            Err(error) => (None, false, error.to_string()),
        };
        self.ok &= ok;
        self.checks.push(Check { what, ok, says });
        found
    }
}

pub(super) async fn doctor(json: bool) -> Result<(), Failed> {
    let mut checks = Checks { ok: true, checks: Vec::new() };
    let whole = |()| ((), "whole".to_owned());
    checks.note("fonts and mails", crate::serving::check_inside().map(whole).map_err(Failed::from));
    let settings =
        checks.note("settings", Settings::load().map(|s| (s, "usable".to_owned())).map_err(Failed::from));
    if let Some(settings) = settings {
        let opened = crate::serving::open_store_of_system(&settings).await;
        let usable = |store| (store, "usable, and the schema is current".to_owned());
        let store = checks.note("keys and database", opened.map(usable).map_err(Failed::from));
        if let Some(store) = store {
            checks.note("outbox", outbox(&store).await.map(|says| ((), says)));
            store.close().await;
        }
        checks.note("mail server", mail_server(&settings).await.map(|says| ((), says)));
    }
    tell(&checks, json)?;
    if checks.ok { Ok(()) } else { Err("mend what failed, and run redress doctor again".into()) }
}

async fn outbox(store: &Store) -> Result<String, Failed> {
    store.ping().await?;
    let health = store.outbox().health().await?;
    Ok(format!("{} waiting, {} given up within the last week", health.waiting, health.dead))
}

async fn mail_server(settings: &Settings) -> Result<String, Failed> {
    match &settings.smtp_url {
        None => Ok(format!("none; mail goes to {}", settings.data.join("outbox").display())),
        Some(url) => {
            Transport::smtp(url, settings.host())?.check().await?;
            Ok("answers, and lets us in".to_owned())
        }
    }
}

#[derive(Serialize)]
struct Copied {
    file: String,
    bytes: u64,
}

impl fmt::Display for Copied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} holds the database; keep the key file apart from it", self.file)
    }
}

pub(super) async fn backup(file: &Path, json: bool) -> Result<(), Failed> {
    if file.exists() {
        return Err(format!("{} is there already; choose another name", file.display()).into());
    }
    let (_, store) = open().await?;
    let half =
        Half::beside(file).map_err(|fault| format!("{} cannot be written: {fault}", file.display()))?;
    let copied = redress_store::backup_sqlite(&store, &half.path()).await;
    store.close().await;
    copied?;
    let bytes = half.path().metadata()?.len();
    half.finish()?;
    tell(&Copied { file: file.display().to_string(), bytes }, json)
}

#[derive(Serialize)]
struct ChainHolds {
    events: u64,
}

impl fmt::Display for ChainHolds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} events, and the chain holds", self.events)
    }
}

pub(super) async fn verify_audit(json: bool) -> Result<(), Failed> {
    let (_, store) = open().await?;
    let verified = store.audit().verify().await;
    store.close().await;
    tell(&ChainHolds { events: verified?? }, json)
}
