//! Signing, end to end over HTTP: a form is posted, and answered once its row and its mail's row are on disk.
//! On Postgres beside pgbench, on SQLite beside one transaction each; nobody lost, nobody twice.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use super::load::{self, Until};
use super::server::Place;
use super::{Ground, Table};
use crate::command;
use crate::error::{Error, while_doing};
use crate::interrupt;
use crate::postgres::{Durability, Postgres};

const PEOPLE: u64 = 50_000;
const CONNECTIONS: usize = 64;
const PEER_SECONDS: &str = "15";
const SLUG: &str = "stop-social-media-monitoring";
/// Mails leave behind the signing; how long we wait for the last.
const MAILED_WITHIN: Duration = Duration::from_secs(600);

pub fn bench(ground: &Ground) -> Result<Table, Error> {
    let mut table = Table::new("Signing over HTTP, 64 connections, 50,000 different people");
    on_postgres(ground, &mut table)?;
    on_sqlite(ground, &mut table)?;
    Ok(table)
}

fn on_postgres(ground: &Ground, table: &mut Table) -> Result<(), Error> {
    let postgres = Postgres::start(&ground.postgres, &ground.target, Durability::Real)?;
    let url = postgres.url();
    let place = Place::new(&ground.binary, &ground.folder, "signing-postgres", Some(&url))?;
    command::run(&mut place.command(&["demo", "--signatures", "0"]))?;
    psql(ground, &url, "peer-tables.sql")?;
    let row_before = pgbench(ground, &url, "signature-each.sql")?;
    let both_before = pgbench(ground, &url, "signature-and-mail-each.sql")?;
    let ours = sign_everybody(&place, table, "Postgres")?;
    let row = (row_before + pgbench(ground, &url, "signature-each.sql")?) / 2.0;
    let both = (both_before + pgbench(ground, &url, "signature-and-mail-each.sql")?) / 2.0;
    table.row("Postgres: pgbench, 64 clients, the signature's row alone", per_second(row), None, "");
    table.row("Postgres: ours ÷ that", "", Some(ours / row), "at least 0.8");
    table.row("Postgres: pgbench, the row and its mail's in one transaction", per_second(both), None, "");
    table.row("Postgres: ours ÷ that", "", Some(ours / both), "");
    place.remove();
    Ok(())
}

fn on_sqlite(ground: &Ground, table: &mut Table) -> Result<(), Error> {
    let before = one_each(ground)?;
    let place = Place::new(&ground.binary, &ground.folder, "signing-sqlite", None)?;
    command::run(&mut place.command(&["demo", "--signatures", "0"]))?;
    let ours = sign_everybody(&place, table, "SQLite")?;
    place.remove();
    let each = (before + one_each(ground)?) / 2.0;
    table.row("SQLite: one transaction each, same library, synchronous=FULL", per_second(each), None, "");
    table.row("SQLite: ours ÷ that", "", Some(ours / each), "at least 5");
    Ok(())
}

fn one_each(ground: &Ground) -> Result<f64, Error> {
    let place = Place::new(&ground.binary, &ground.folder, "signing-sqlite-peer", None)?;
    command::run(&mut place.command(&["migrate"]))?;
    settle()?;
    let mut peer = Command::new(&ground.one_each);
    let printed = command::output(peer.arg(place.data.join("redress.db")).arg(PEER_SECONDS))?;
    place.remove();
    number(&printed, "the peer on SQLite")
}

/// Waits until the disk has what was written so far: what one measurement left would slow the next one's fsync.
fn settle() -> Result<(), Error> {
    command::output(&mut Command::new("sync")).map(|_| ())
}

/// Lets everybody sign; gives the rate. Fails when anyone is missing or there twice.
fn sign_everybody(place: &Place, table: &mut Table, database: &str) -> Result<f64, Error> {
    let server = place.serve()?;
    settle()?;
    let path = format!("/c/{SLUG}/sign");
    let seen = load::ask(&server.address, CONNECTIONS, Until::Asked(PEOPLE), &|number| {
        let address = format!("10.{}.{}.{}", number >> 16 & 255, number >> 8 & 255, number & 255);
        load::post(&path, &address, &form(number))
    })?;
    let rate = seen.rate(303);
    table.row(
        format!("{database}: signatures taken (303)"),
        format!(
            "{}; half within {:.0} ms, 99 % within {:.0} ms",
            per_second(rate),
            seen.within(0.5),
            seen.within(0.99)
        ),
        None,
        "",
    );
    if seen.statuses.keys().any(|status| *status != 303) {
        return Err(Error::Missing(format!("Not every form was taken: {:?}.", seen.statuses)));
    }
    let mailed = wait_for_mail(&place.data.join("outbox"))?;
    table.row(
        format!("{database}: the last confirmation mail written"),
        format!("{mailed:.0} s after the last signature"),
        None,
        "",
    );
    table.row(
        format!("{database}: server memory at its most"),
        format!("{:.0} MB", server.peak_mb()),
        None,
        "below 150 MB",
    );
    drop(server);
    let (rows, different) = exported(place)?;
    table.row(
        format!("{database}: of {PEOPLE} people, in the database afterwards"),
        format!("{rows} signatures of {different} mailboxes"),
        None,
        "none lost, none double",
    );
    if (rows, different) != (PEOPLE, PEOPLE) {
        return Err(Error::Missing(format!("Of {PEOPLE} people, {rows} rows of {different} are there.")));
    }
    Ok(rate)
}

fn form(number: u64) -> String {
    format!(
        "name=Person+{number}+Neighbor&email=person{number}%40people.example&zip=021{:02}&residency=lives&visibility=full",
        number % 100
    )
}

fn wait_for_mail(outbox: &Path) -> Result<f64, Error> {
    let started = Instant::now();
    while started.elapsed() < MAILED_WITHIN {
        interrupt::check()?;
        let mails = fs::read_dir(outbox).map_or(0, |entries| {
            entries.flatten().filter(|entry| entry.path().extension().is_some_and(|end| end == "eml")).count()
        });
        if mails as u64 >= PEOPLE {
            return Ok(started.elapsed().as_secs_f64());
        }
        thread::sleep(Duration::from_millis(250));
    }
    Err(Error::Missing("Not every confirmation mail was written.".to_owned()))
}

/// How many signatures there are, and of how many mailboxes, in the export of everything.
fn exported(place: &Place) -> Result<(u64, u64), Error> {
    let out = place.data.join("everybody.jsonl");
    let out_name = out.display().to_string();
    command::run(&mut place.command(&["export", SLUG, "--format", "jsonl", "--out", &out_name]))?;
    let text = fs::read_to_string(&out).map_err(while_doing("Could not read the export"))?;
    let (mut rows, mut mailboxes) = (0, HashSet::new());
    for line in text.lines() {
        let person: serde_json::Value = serde_json::from_str(line)
            .map_err(|_| Error::Missing("The export has a line that is no JSON.".to_owned()))?;
        rows += 1;
        mailboxes.insert(person["email"].as_str().unwrap_or_default().to_owned());
    }
    Ok((rows, mailboxes.len() as u64))
}

fn psql(ground: &Ground, url: &str, script: &str) -> Result<(), Error> {
    let mut psql = Command::new(ground.postgres.join("psql"));
    psql.args(["--quiet", "--set", "ON_ERROR_STOP=1", "--file"]).arg(ground.scripts.join(script)).arg(url);
    command::output(&mut psql).map(|_| ())
}

fn pgbench(ground: &Ground, url: &str, script: &str) -> Result<f64, Error> {
    settle()?;
    let mut pgbench = Command::new(ground.postgres.join("pgbench"));
    pgbench.args([
        "--no-vacuum",
        "--client",
        "64",
        "--jobs",
        "2",
        "--protocol",
        "prepared",
        "--time",
        PEER_SECONDS,
    ]);
    let printed = command::output(pgbench.arg("--file").arg(ground.scripts.join(script)).arg(url))?;
    let tps = printed.lines().find_map(|line| line.strip_prefix("tps = ")).unwrap_or_default();
    number(tps.split(' ').next().unwrap_or_default(), "pgbench")
}

fn number(text: &str, who: &str) -> Result<f64, Error> {
    text.trim().parse().map_err(|_| Error::Missing(format!("{who} printed no rate: {text}")))
}

fn per_second(rate: f64) -> String {
    format!("{rate:.0} a second")
}
