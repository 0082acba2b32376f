//! Ctrl-C: whatever a command was doing, nothing half-written is left, and doing it again works.

use std::path::Path;
use std::time::Duration;

use rustix::process::Signal;
use tokio::process::Child;

use crate::binary::{Folder, PATIENCE, Process, Said, command, done, names, signal};
use crate::people::{client, get, prepared};

/// Interrupts a command when `now` says so, or after it ended; tells what it said.
async fn interrupted(data: &Path, arguments: &[&str], mut now: impl FnMut(&mut Child) -> bool) -> Said {
    let mut child = command(data, &[], arguments).spawn().unwrap();
    loop {
        if now(&mut child) && child.id().is_some() {
            signal(&child, Signal::INT);
            break;
        }
        if child.try_wait().unwrap().is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Said::of(tokio::time::timeout(PATIENCE, child.wait_with_output()).await.unwrap().unwrap())
}

fn hidden(folder: &Path) -> Vec<String> {
    names(folder).into_iter().filter(|name| name.starts_with('.')).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_packet_leaves_nothing_and_can_be_built_again() {
    let data = Folder::new("data");
    done(data.path(), &[], &["demo", "--signatures", "600"]).await;
    let before = data.names();
    let build = ["packet", "build", "stop-social-media-monitoring", "--out", "packet.zip"];
    let half = data.join(".packet.zip.half/half");
    let said = interrupted(data.path(), &build, |_| half.exists()).await;
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("interrupted; nothing is left half-written"), "{}", said.err);
    assert_eq!(data.names(), before);
    done(data.path(), &[], &build).await;
    done(data.path(), &[], &["packet", "verify", "packet.zip"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_demo_shows_nothing_half_and_goes_on_when_asked_again() {
    let data = Folder::new("data");
    let demo = ["demo", "--signatures", "2500"];
    // A chunk or more is in the log of the database.
    let log = data.join("redress.db-wal");
    let grown = |_: &mut Child| log.metadata().is_ok_and(|meta| meta.len() > 6_900_000);
    let said = interrupted(data.path(), &demo, grown).await;
    assert_eq!(said.code, 1, "it was over before it was interrupted: {}{}", said.out, said.err);

    let process = Process::start(data.path(), &[]).await;
    let url = |process: &Process| format!("{}/c/stop-social-media-monitoring", process.base);
    let client = client();
    assert_eq!(get(&client, &url(&process)).await.status(), 404, "a draft is shown to nobody");
    process.stop().await;

    let said = done(data.path(), &[], &["--json", "demo", "--signatures", "2500"]).await.json();
    assert_eq!((&said["campaigns"], &said["signatures"]), (&5.into(), &2_500.into()));
    let process = Process::start(data.path(), &[]).await;
    let page = get(&client, &url(&process)).await;
    assert_eq!(page.status(), 200);
    process.stop().await;
    // As many as if nobody had interrupted: a packet is built of numbers that add up.
    let build = ["--json", "packet", "build", "stop-social-media-monitoring", "--out", "packet.zip"];
    let interrupted = done(data.path(), &[], &build).await.json();
    let other = Folder::new("data");
    done(other.path(), &[], &demo).await;
    let whole = done(other.path(), &[], &build).await.json();
    // Between the two runs the server has let the oldest pending ones expire: those are left out.
    for count in ["received", "confirmed", "withdrawn", "excluded", "shared_mailboxes", "residency"] {
        assert_eq!(interrupted["counts"][count], whole["counts"][count], "{count}");
    }
    let again = done(data.path(), &[], &["--json", "demo"]).await.json();
    assert_eq!(again["before"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_backup_is_whole_or_not_there() {
    let (data, _) = prepared("").await;
    for (moment, name) in ["first.db", "second.db", "third.db"].into_iter().enumerate() {
        let mut looks = 0;
        let half = data.join(&format!(".{name}.half"));
        let said = interrupted(data.path(), &["backup", name], |_| {
            looks += usize::from(half.exists());
            looks > moment
        })
        .await;
        // It may have been put in place in the very moment of the interrupt: then it is whole.
        if data.join(name).exists() {
            done(data.path(), &[], &["restore", name]).await;
        } else {
            assert_ne!(said.code, 0, "{}{}", said.out, said.err);
        }
        assert!(hidden(data.path()).is_empty(), "{:?}", data.names());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn interrupted_duplicates_leave_nothing() {
    let data = Folder::new("data");
    let mut people = String::from("id,name,email,street,city,state,zip\n");
    for number in 0..8_000 {
        let name = ["Ana", "Bo", "Eva", "Lee", "Sam"][number % 5];
        let street = format!("{} Main St", number % 900);
        let zip = 2_100 + number % 30;
        people.push_str(&format!(
            "{number},{name} Person{number},p{number}@x.example,{street},Boston,MA,0{zip}\n"
        ));
    }
    std::fs::write(data.join("people.csv"), people).unwrap();
    let find = ["duplicates", "people.csv", "--out", "found"];
    // At the start, and when the results are being written.
    let half = data.join(".found.half");
    let said = interrupted(data.path(), &find, |_| true).await;
    assert_ne!(said.code, 0);
    assert_eq!(data.names(), ["people.csv"]);
    let said = interrupted(data.path(), &find, |_| half.exists()).await;
    if data.join("found").exists() {
        assert_eq!(names(&data.join("found")), ["clusters.csv", "pairs.csv", "report.json"]);
        assert_eq!(data.names(), ["found", "people.csv"]);
    } else {
        assert_ne!(said.code, 0, "{}{}", said.out, said.err);
        assert_eq!(data.names(), ["people.csv"]);
    }
    let told = done(data.path(), &[], &["--json", "duplicates", "people.csv", "--out", "found"]).await.json();
    assert_eq!(told["records"], 8_000);
    assert_eq!(data.names(), ["found", "people.csv"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_for_a_password_can_be_interrupted() {
    let data = Folder::new("data");
    let add = ["member", "add", "--organization", "bay", "--email", "a@bay.example", "--name", "Ana"];
    let mut child = command(data.path(), &[], &add).stdin(std::process::Stdio::piped()).spawn().unwrap();
    let _stdin = child.stdin.take();
    // It reads once its handler of signals is in place; before that, the signal ends it as well.
    tokio::time::sleep(Duration::from_millis(300)).await;
    signal(&child, Signal::INT);
    let said = Said::of(tokio::time::timeout(PATIENCE, child.wait_with_output()).await.unwrap().unwrap());
    assert_ne!(said.code, 0);
    assert!(data.names().is_empty());
}
