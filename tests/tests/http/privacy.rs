//! What is kept, and for how long: every column accounted for, days instead of seconds, and forgetting.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use redress_tests::database::{Cell, Needles};
use redress_tests::writing::Drive;
use redress_tests::{each_database, link};

#[tokio::test(flavor = "multi_thread")]
async fn the_live_schema_and_privacy_md_name_the_same_columns() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("PRIVACY.md");
    let text = std::fs::read_to_string(file).unwrap();
    let written: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split('`').next())
        .map(str::to_owned)
        .collect();
    each_database(async |server| {
        let rows = server.database().await;
        let live: BTreeSet<String> =
            rows.columns().await.into_iter().map(|(table, column)| format!("{table}.{column}")).collect();
        rows.close().await;
        assert!(live.len() > 100, "{}", live.len());
        assert_eq!(live.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "not written down");
        assert_eq!(written.difference(&live).collect::<Vec<_>>(), Vec::<&String>::new(), "not there");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn once_a_campaign_has_ended_its_signatures_know_the_day_and_no_time_of_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("closes_day", "2026-11-06"), ("closes_time", "12:00")]).await;
        // One confirmed, one withdrawn, one reminded and pending, one that confirms within the day after.
        server.sign_and_confirm(&slug, &[]).await;
        server.clock.advance(SignedDuration::from_secs(3_723));
        let left = server.sign_and_confirm(&slug, &[("email", "b@people.example"), ("name", "B B")]).await;
        server.clock.advance(SignedDuration::from_secs(1_111));
        server.post(&link(&left, "/mine/"), &[("action", "withdraw")]).await;
        server.sign(&slug, &[("email", "c@people.example"), ("name", "C C")]).await;
        server.sign(&slug, &[("email", "d@people.example"), ("name", "D D")]).await;
        let late = server.mail_to("d@people.example", 4).await;
        server.after(SignedDuration::from_hours(50)).await;
        server.after(SignedDuration::from_hours(48) + SignedDuration::from_secs(1_234)).await;
        server.clock.advance(SignedDuration::from_secs(2_345));
        assert_eq!(server.post(&link(&late, "/confirm/"), &[]).await.status, 303);
        assert_eq!(server.count(&slug).await, 2);
        server.after(SignedDuration::from_secs(61)).await;

        let rows = server.database().await;
        let mut seen = 0;
        for (table, column) in rows.columns().await {
            // Every time that a row about a signature has.
            if table != "signature" || !column.ends_with("_at") {
                continue;
            }
            let sql = format!("SELECT CAST({column} AS TEXT) FROM signature WHERE {column} IS NOT NULL");
            for text in rows.texts(&sql).await {
                let at = Timestamp::from_millisecond(text.parse().unwrap()).unwrap();
                let at = at.in_tz("America/New_York").unwrap();
                assert_eq!(at.time(), jiff::civil::time(12, 0, 0, 0), "{column}");
                seen += 1;
            }
        }
        assert!(seen >= 7, "{seen}");
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn once_a_campaign_has_ended_its_testimony_knows_the_day_and_no_time_of_it() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        server.clock.advance(SignedDuration::from_secs(3_723));
        drive.confirmed(&server, "ana@people.example", &[]).await;
        server.clock.advance(SignedDuration::from_secs(1_111));
        drive.send(&server, &[("email", "b@people.example")]).await;
        drive.send(&server, &[("do", "draft")]).await;
        server.clock.advance(SignedDuration::from_secs(2_345));
        let state = format!("/admin/c/{}/state", drive.slug);
        assert_eq!(server.post_as(&drive.owner, &state, &[("step", "close")]).await.status, 303);
        let rows = server.database().await;
        let mut seen = 0;
        for (table, column) in rows.columns().await {
            // What a testimony is reminded of is a moment of the hearing, and no person's.
            if !matches!(table.as_str(), "testimony" | "testimony_version") || !column.ends_with("_at") {
                continue;
            }
            let sql = format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL");
            for text in rows.texts(&sql).await {
                let at = Timestamp::from_millisecond(text.parse().unwrap()).unwrap();
                let at = at.in_tz("America/New_York").unwrap();
                assert_eq!(at.time(), jiff::civil::time(12, 0, 0, 0), "{table}.{column}");
                seen += 1;
            }
        }
        assert!(seen >= 9, "{seen}");
        rows.close().await;
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

/// What rows hold of people, sealed and hashed.
fn traces(cells: Vec<Cell>) -> Vec<Vec<u8>> {
    let of_people = |cell: &Cell| {
        cell.table == "signature" && matches!(&*cell.column, "sealed" | "mailbox_hash" | "name_hash")
    };
    let cells = cells.into_iter().filter(|cell| of_people(cell) && !cell.bytes.is_empty());
    cells.map(|cell| cell.bytes).collect()
}

fn all_of(traces: &[Vec<u8>]) -> Needles {
    let mut needles = Needles::new([]);
    for trace in traces {
        needles.add(trace.clone(), "a trace of a person");
    }
    needles
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn after_retention_nothing_of_the_person_is_left_and_the_counts_are() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("retention_days", "10")]).await;
        let mail = server.sign_and_confirm(&slug, &[("street", "12 Elm Street"), ("comment", "Mine")]).await;
        let other = [("email", "w@people.example"), ("name", "Wanda With")];
        let left = server.sign_and_confirm(&slug, &other).await;
        server.post(&link(&left, "/mine/"), &[("action", "withdraw")]).await;
        server.sign(&slug, &[("email", "p@people.example"), ("name", "Pia Pending")]).await;
        server.sign(&slug, &[("website", "x"), ("email", "q@people.example"), ("name", "Quentin Q")]).await;
        let packet = server.packet(&owner, &slug).await;
        assert!(!files(server.storage()).is_empty(), "the packet is there");
        server.all_mails().await;
        let rows = server.database().await;
        let traces = traces(rows.dump().await);
        assert_eq!(traces.len(), 12, "four people, three columns each");

        server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "close")]).await;
        server.after(SignedDuration::from_hours(24 * 9)).await;
        assert!(server.get(&link(&mail, "/mine/")).await.text.contains("Ana Díaz"), "not before its time");
        server.after(SignedDuration::from_hours(24 * 2)).await;

        let needles = all_of(&traces);
        for cell in rows.dump().await {
            assert_eq!(needles.find(&cell.bytes), None, "{}.{}", cell.table, cell.column);
            assert!(cell.column != "zip" || cell.bytes.is_empty(), "a ZIP code stays");
        }
        for (file, bytes) in server.database_files() {
            assert_eq!(needles.find(&bytes), None, "{file}");
        }
        rows.close().await;
        let owner = server.log_in().await;
        assert_eq!(files(server.storage()), Vec::<PathBuf>::new(), "the packet store");
        assert_eq!(server.get_as(&owner, &packet).await.status, 404);
        let page = server.get_as(&owner, &format!("/admin/c/{slug}/packet")).await;
        assert_eq!(page.status, 200, "the packet's manifest is still told");

        assert_eq!(server.count(&slug).await, 1);
        let dashboard = server.get_as(&owner, &format!("/admin/c/{slug}")).await;
        assert_eq!(dashboard.status, 200);
        assert_eq!(crate::numbers::tally(&dashboard.text), [4, 1, 1, 0, 1, 1]);
        let page = server.get(&link(&mail, "/mine/")).await;
        assert!(page.status < 500 && !page.text.contains("Ana Díaz"));
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("Ana Díaz"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_that_is_reopened_after_retention_forgets_again() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("retention_days", "10")]).await;
        let state = format!("/admin/c/{slug}/state");
        for (n, email) in ["a@people.example", "b@people.example"].into_iter().enumerate() {
            server.sign_and_confirm(&slug, &[("email", email)]).await;
            let owner = server.log_in().await;
            server.post_as(&owner, &state, &[("step", "close")]).await;
            server.after(SignedDuration::from_hours(24 * 11)).await;
            let rows = server.database().await;
            let people = "SELECT CAST(count(*) AS BIGINT) FROM signature WHERE sealed IS NOT NULL";
            assert_eq!(rows.number(people).await, 0, "{email}");
            rows.close().await;
            assert_eq!(server.count(&slug).await, n as u64 + 1);
            let owner = server.log_in().await;
            server.post_as(&owner, &state, &[("step", "reopen")]).await;
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_erases_is_gone_from_rows_and_files_at_once() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[("comment", "Mine")]).await;
        server.all_mails().await;
        let rows = server.database().await;
        let traces = traces(rows.dump().await);
        assert_eq!(traces.len(), 3);
        let erased = server.post(&link(&mail, "/mine/"), &[("action", "erase"), ("sure", "on")]).await;
        assert_eq!(erased.status, 303);
        let needles = all_of(&traces);
        for cell in rows.dump().await {
            assert_eq!(needles.find(&cell.bytes), None, "{}.{}", cell.table, cell.column);
        }
        for (file, bytes) in server.database_files() {
            assert_eq!(needles.find(&bytes), None, "{file}");
        }
        rows.close().await;
        assert_eq!(server.count(&slug).await, 0);
        server.stop().await;
    })
    .await;
}
