//! Backup and restore: a copy taken while people sign is whole, and elsewhere it is what it was here.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use crate::binary::{Folder, Process, done, each_url, run, until};
use crate::people::{FROM_A_PROXY, Signing, client, outbox, outbox_count, post, prepared};

const TAKEN: &str = "2026-12-02T15:00:00Z";

/// The packet of a data folder, as bytes.
async fn packet(data: &Path, slug: &str) -> (Vec<u8>, serde_json::Value) {
    let out = data.join("check.zip");
    let built = ["--json", "packet", "build", slug, "--taken-at", TAKEN, "--out", "check.zip"];
    let told = done(data, &[], &built).await.json();
    (std::fs::read(out).unwrap(), told)
}

/// Another machine: its own folder, with the keys put there by hand.
fn elsewhere(data: &Folder) -> Folder {
    let other = Folder::new("elsewhere");
    std::fs::copy(data.join("keys"), other.join("keys")).unwrap();
    other
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_while_people_sign_is_whole_and_restores_elsewhere_as_it_was() {
    let (data, slug) = prepared("").await;
    let process = Process::start(data.path(), &[FROM_A_PROXY]).await;
    let numbers = Arc::new(AtomicUsize::new(1));
    let signing = Signing::start(8, &[&process.base], &slug, &numbers);
    signing.reaches(40).await;
    signing.end().await;
    let first = numbers.load(std::sync::atomic::Ordering::SeqCst) - 1;
    until("mails", async || (outbox_count(data.path()) == first).then_some(())).await;
    for mail in outbox(data.path()) {
        assert_eq!(post(&client(), &format!("{}{}", process.base, mail.confirm)).await.status(), 303);
    }

    let signing = Signing::start(8, &[&process.base], &slug, &numbers);
    signing.reaches(20).await;
    let before = signing.answered().len();
    let told = done(data.path(), &[], &["--json", "backup", "copy.db"]).await.json();
    assert!(told["bytes"].as_u64().unwrap() > 10_000);
    signing.reaches(before + 20).await;
    let (answered, broken) = signing.end().await;
    assert_eq!(broken, 0);

    // The numbers in it add up, or no packet would be built; who was answered before it began is in it.
    let other = elsewhere(&data);
    let copy = data.join("copy.db");
    done(other.path(), &[], &["restore", copy.to_str().unwrap()]).await;
    let (_, told) = packet(other.path(), &slug).await;
    assert_eq!(told["counts"]["confirmed"], first);
    let received = told["counts"]["received"].as_u64().unwrap() as usize;
    assert!((first + before..=first + answered.len()).contains(&received), "{received}");
    let mode = |file: &Path| {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::metadata(file).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode(&other.join("keys")), 0o600);

    // At rest, the copy is the original, byte for byte of what comes out of it.
    process.stop().await;
    done(data.path(), &[], &["backup", "rest.db"]).await;
    let (here, _) = packet(data.path(), &slug).await;
    let third = elsewhere(&data);
    done(third.path(), &[], &["restore", data.join("rest.db").to_str().unwrap()]).await;
    let (there, told) = packet(third.path(), &slug).await;
    assert_eq!(told["counts"]["received"], first + answered.len());
    assert!(here == there, "the packets differ");
    done(third.path(), &[], &["audit", "verify"]).await;

    // It serves, and a link that was mailed before still opens there.
    let process = Process::start(third.path(), &[]).await;
    let mail = outbox(data.path()).remove(0);
    assert_eq!(post(&client(), &format!("{}{}", process.base, mail.confirm)).await.status(), 303);
    process.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn restore_keeps_what_was_there_and_refuses_what_it_cannot_use() {
    let (data, slug) = prepared("").await;
    done(data.path(), &[], &["backup", "copy.db"]).await;
    let again = run(data.path(), &[], &["backup", "copy.db"]).await;
    assert_eq!(again.code, 1);
    assert!(again.err.contains("copy.db is there already"), "{}", again.err);

    // Over a database that is there: it is kept, and could be put back.
    let told = done(data.path(), &[], &["--json", "restore", "copy.db"]).await.json();
    let kept = told["kept"].as_str().unwrap();
    assert!(Path::new(kept).exists());
    std::fs::copy(kept, data.join("kept.db")).unwrap();
    done(data.path(), &[], &["restore", "kept.db"]).await;

    // Something that is no copy, or not there.
    std::fs::write(data.join("note.txt"), "no database").unwrap();
    let files = crate::binary::names(data.path());
    for (file, says) in
        [("note.txt", "is no copy made by redress backup"), ("nothing.db", "cannot be opened")]
    {
        let said = run(data.path(), &[], &["restore", file]).await;
        assert_eq!(said.code, 1);
        assert!(said.err.contains(says), "{}", said.err);
    }
    // Cut short.
    let whole = std::fs::read(data.join("copy.db")).unwrap();
    std::fs::write(data.join("cut.db"), &whole[..whole.len() / 3]).unwrap();
    assert_eq!(run(data.path(), &[], &["restore", "cut.db"]).await.code, 1);
    std::fs::remove_file(data.join("cut.db")).unwrap();
    assert_eq!(crate::binary::names(data.path()), files, "nothing half-written, nothing moved");

    // Where the keys are missing, or are another installation's.
    let copy = data.join("copy.db");
    let other = Folder::new("elsewhere");
    let said = run(other.path(), &[], &["restore", copy.to_str().unwrap()]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("put the key file"), "{}", said.err);
    assert!(other.names().is_empty());
    done(other.path(), &[], &["migrate"]).await;
    let files = other.names();
    let said = run(other.path(), &[], &["restore", copy.to_str().unwrap()]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("REDRESS_KEY_FILE"), "{}", said.err);
    assert_eq!(other.names(), files);

    // While a server runs.
    let process = Process::start(data.path(), &[]).await;
    let listen = process.told["listen"].as_str().unwrap().to_owned();
    let said = run(data.path(), &[("REDRESS_LISTEN", &listen)], &["restore", "copy.db"]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("stop the server first"), "{}", said.err);
    let sign = crate::people::sign(&client(), &process.base, &slug, 1).await;
    assert_eq!(sign.status(), 303);
    process.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_is_backed_up_with_its_own_tools_and_the_sentence_says_which() {
    each_url(async |database| {
        if database.is_empty() {
            return;
        }
        let data = Folder::new("data");
        std::fs::write(data.join("copy.db"), "x").unwrap();
        let settings = [("REDRESS_DATABASE_URL", database.as_str())];
        for (command, tool) in [("backup", "pg_dump"), ("restore", "pg_restore")] {
            let file = if command == "backup" { "new.db" } else { "copy.db" };
            let said = run(data.path(), &settings, &[command, file]).await;
            assert_eq!(said.code, 1);
            assert!(said.err.contains(tool), "{}", said.err);
        }
        assert_eq!(data.names(), ["copy.db", "keys"]);
    })
    .await;
}
