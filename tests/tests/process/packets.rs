//! The packet from the command line: built, built again to the same bytes, verified, and found out when changed.

use std::path::Path;

use jiff::Timestamp;
use redress_tests::{Server, Setup};
use serde_json::Value;

use crate::binary::{Folder, Process, Said, done, each_url, metric, names, run, until};
use crate::people::{client, send};

const SLUG: &str = "stop-social-media-monitoring";
const TAKEN: &str = "2026-12-02T15:00:00Z";

async fn build(data: &Path, out: &str, more: &[&str]) -> Said {
    let mut arguments = vec!["--json", "packet", "build", SLUG, "--out", out];
    arguments.extend(more);
    run(data, &[], &arguments).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_is_built_the_same_twice_and_a_flipped_byte_is_found() {
    let data = Folder::new("data");
    done(data.path(), &[], &["demo", "--signatures", "300"]).await;
    let one = build(data.path(), "one.zip", &["--taken-at", TAKEN]).await.json();
    let two = build(data.path(), "two.zip", &["--taken-at", TAKEN]).await.json();
    let bytes = std::fs::read(data.join("one.zip")).unwrap();
    assert!(bytes == std::fs::read(data.join("two.zip")).unwrap(), "the same snapshot made other bytes");
    assert_eq!(one["manifest_sha256"], two["manifest_sha256"]);
    assert_eq!(one["bytes"], bytes.len());
    assert_eq!(one["taken_at"], TAKEN);
    let counts = &one["counts"];
    let sum: u64 = ["confirmed", "pending", "expired", "withdrawn", "excluded"]
        .iter()
        .map(|state| counts[*state].as_u64().unwrap())
        .sum();
    assert_eq!((counts["received"].as_u64().unwrap(), sum), (300, 300));
    assert_eq!(counts["in_packet"], one["signatures"]);
    // It is on the operator's record, with the number and the hash.
    let told = done(data.path(), &[], &["--json", "audit", "verify"]).await.json();
    assert!(told["events"].as_u64().unwrap() >= 2);

    let verified = done(data.path(), &[], &["--json", "packet", "verify", "one.zip"]).await.json();
    assert_eq!(verified["manifest_sha256"], one["manifest_sha256"]);
    assert_eq!((&verified["campaign"], &verified["signatures"]), (&Value::from(SLUG), &one["signatures"]));
    let said = done(data.path(), &[], &["packet", "verify", "one.zip"]).await;
    assert!(said.out.contains(one["manifest_sha256"].as_str().unwrap()), "{}", said.out);

    // A byte in the middle of each seventh of it, and its end cut off.
    for part in 1..7 {
        let mut changed = bytes.clone();
        let at = bytes.len() * part / 7;
        changed[at] ^= 0x01;
        std::fs::write(data.join("changed.zip"), &changed).unwrap();
        let said = run(data.path(), &[], &["packet", "verify", "changed.zip"]).await;
        assert_eq!(said.code, 1, "byte {at}: {}", said.out);
        assert!(said.err.contains("changed.zip: "), "{}", said.err);
    }
    std::fs::write(data.join("changed.zip"), &bytes[..bytes.len() - 30]).unwrap();
    let said = run(data.path(), &[], &["--json", "packet", "verify", "changed.zip"]).await;
    assert_eq!(said.code, 1);
    assert!(said.json()["error"].as_str().unwrap().starts_with("changed.zip: "), "{}", said.out);
    for none in ["none.zip", "keys"] {
        assert_eq!(run(data.path(), &[], &["packet", "verify", none]).await.code, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_of_residents_is_a_part_and_what_cannot_be_built_is_refused() {
    let data = Folder::new("data");
    done(data.path(), &[], &["demo", "--signatures", "200"]).await;
    let all = build(data.path(), "all.zip", &[]).await.json();
    let part = build(data.path(), "residents.zip", &["--slice", "residents"]).await.json();
    assert!(part["signatures"].as_u64() < all["signatures"].as_u64());
    assert_eq!(part["counts"]["received"], all["counts"]["received"], "the campaign's numbers stay");
    let spanish = build(data.path(), "es.zip", &["--language", "es"]).await;
    assert_eq!(spanish.code, 0, "{}", spanish.err);
    for file in ["all.zip", "residents.zip", "es.zip"] {
        done(data.path(), &[], &["packet", "verify", file]).await;
    }

    let before = names(data.path());
    for (more, code, says) in [
        (&["--slice", "district=7"][..], 1, "there is no district 7"),
        (&["--slice", "everybody"], 2, "all, residents or district=NAME"),
        (&["--recipient", "the-moon"], 1, "has no matter before the-moon"),
        (&["--language", "tlh"], 2, "--language"),
        (&["--taken-at", "yesterday"], 2, "--taken-at"),
    ] {
        let said = build(data.path(), "refused.zip", more).await;
        assert_eq!(said.code, code, "{more:?}: {}", said.err);
        assert!(said.err.contains(says), "{more:?}: {}", said.err);
    }
    let said = build(data.path(), "all.zip", &[]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("all.zip is there already"), "{}", said.err);
    let said = build(data.path(), "no/such/folder/packet.zip", &[]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("packet.zip cannot be written"), "{}", said.err);
    let said = run(data.path(), &[], &["packet", "build", "no-such-campaign", "--out", "x.zip"]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("there is no campaign no-such-campaign"), "{}", said.err);
    assert_eq!(names(data.path()), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_at_hand_when_a_server_stops_is_there_after_the_next_start_and_once() {
    each_url(async |database| {
        let data = Folder::new("data");
        let setup = Setup {
            database: database.clone(),
            data: Some(data.path().to_owned()),
            // The session is for the real clock of the processes.
            now: Some(Timestamp::now()),
            ..Setup::default()
        };
        let server = Server::with(setup).await;
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.leave().await;
        let settings =
            [("REDRESS_DATABASE_URL", database.as_str()), ("REDRESS_METRICS_LISTEN", "127.0.0.1:0")];
        // Two processes on Postgres: a job is leased by one.
        let stopping = Process::start(data.path(), &settings).await;
        let other = match database.is_empty() {
            true => None,
            false => Some(Process::start(data.path(), &settings).await),
        };
        for _ in 0..3 {
            let ask = client()
                .post(format!("{}/admin/c/{slug}/packet", stopping.base))
                .header("cookie", &owner)
                .header("content-type", "application/x-www-form-urlencoded")
                .body("slice=all");
            assert_eq!(send(ask).await.status(), 303);
        }
        stopping.stop().await;
        if let Some(other) = other {
            other.stop().await;
        }
        let process = Process::start(data.path(), &settings).await;
        // No lease has to run out first: that would take two minutes.
        let listen = process.told["metrics"].as_str().unwrap();
        until("the packets", async || (metric(listen, "redress_jobs_waiting").await == 0).then_some(()))
            .await;
        let packets = data.join("packets");
        let folders = names(&packets);
        assert_eq!(folders.len(), 1, "nothing half-written: {folders:?}");
        let built = names(&packets.join(&folders[0]));
        assert_eq!(built.len(), 3, "each once: {built:?}");
        process.stop().await;
    })
    .await;
}
