//! The end of the process, at any moment: nothing that was answered is lost, and nothing is half-answered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use redress_tests::{Server, Setup};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::binary::{Folder, Process, each_url, until};
use crate::people::{FROM_A_PROXY, Signing, address, get, outbox, outbox_count, prepared};

/// Everybody who was answered gets a mail, each with one Message-ID, and its link counts the signature once.
pub async fn everybody_gets_a_mail(data: &Folder, database: &str, slug: &str, answered: &[usize]) {
    // What was leased when the process ended is taken up when its lease has run out.
    let now = Timestamp::now().checked_add(SignedDuration::from_mins(5)).ok();
    let server = Server::with(Setup {
        database: database.to_owned(),
        data: Some(data.path().to_owned()),
        now,
        ..Setup::default()
    })
    .await;
    let wanted: BTreeSet<String> = answered.iter().map(|number| address(*number)).collect();
    assert_eq!(wanted.len(), answered.len());
    until("a mail to everybody", async || {
        if outbox_count(data.path()) < wanted.len() {
            return None;
        }
        let got: BTreeSet<String> = outbox(data.path()).into_iter().map(|mail| mail.to).collect();
        wanted.is_subset(&got).then_some(())
    })
    .await;
    let mut mails: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for mail in outbox(data.path()) {
        mails.entry(mail.to).or_default().insert((mail.message_id, mail.confirm));
    }
    for (to, mails) in &mails {
        assert_eq!(mails.len(), 1, "{to} has more than one mail");
        for (_, confirm) in mails {
            assert_eq!(server.post(confirm, &[]).await.status, 303);
        }
    }
    assert_eq!(server.count(slug).await, mails.len() as u64);
    server.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_is_there_after_kill_9_and_gets_its_mail() {
    each_url(async |database| {
        let (data, slug) = prepared(&database).await;
        let settings = [FROM_A_PROXY, ("REDRESS_DATABASE_URL", database.as_str())];
        let numbers = Arc::new(AtomicUsize::new(1));
        let mut answered = Vec::new();
        for round in 1..=3 {
            let process = Process::start(data.path(), &settings).await;
            let signing = Signing::start(64, &[&process.base], &slug, &numbers);
            signing.reaches(round * 70).await;
            process.kill().await;
            answered.extend(signing.end().await.0);
        }
        everybody_gets_a_mail(&data, &database, &slug, &answered).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sigterm_under_load_breaks_no_answer_and_ends_well_in_time() {
    let (data, slug) = prepared("").await;
    let process = Process::start(data.path(), &[FROM_A_PROXY]).await;
    let base = process.base.clone();
    let signing = Signing::start(32, &[&base], &slug, &Arc::new(AtomicUsize::new(1)));
    let client = crate::people::client();
    let reading = tokio::spawn({
        let (client, url) = (client.clone(), format!("{base}/c/{slug}"));
        async move {
            let mut broken = 0;
            loop {
                match get(&client, &url).await {
                    crate::people::Came::Answer(answer) => assert_eq!(answer.status, 200),
                    crate::people::Came::Broken => broken += 1,
                    crate::people::Came::Nothing => return broken,
                }
            }
        }
    });
    signing.reaches(100).await;

    // One has sent half a form when the server is told to stop; it is answered all the same.
    let form = "name=Slow+Sam&email=slow%40people.example&zip=02121&residency=lives&visibility=full";
    let mut slow = TcpStream::connect(base.strip_prefix("http://").unwrap()).await.unwrap();
    let head = format!(
        "POST /c/{slug}/sign HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n",
        form.len()
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    slow.write_all(&form.as_bytes()[..20]).await.unwrap();
    slow.flush().await.unwrap();
    let asked = signing.answered().len();
    signing.reaches(asked + 32).await;
    let ending = tokio::spawn(process.terminate());
    let address = base.strip_prefix("http://").unwrap().to_owned();
    // Stopping has begun once nobody new is let in.
    until("the end of listening", async || TcpStream::connect(&address).await.is_err().then_some(())).await;
    slow.write_all(&form.as_bytes()[20..]).await.unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");

    let (status, took) = ending.await.unwrap();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(30), "{took:?}");
    assert_eq!(reading.await.unwrap(), 0, "a page broke off");
    let (answered, broken) = signing.end().await;
    assert_eq!(broken, 0, "an answer broke off");
    everybody_gets_a_mail(&data, "", &slug, &answered).await;
    assert!(outbox(data.path()).iter().any(|mail| mail.to == "slow@people.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn sigterm_while_a_mail_hangs_still_ends_in_time() {
    // A mail server that takes the connection and says nothing.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let (data, slug) = prepared("").await;
    let process = Process::start(data.path(), &[("REDRESS_SMTP_URL", &url)]).await;
    let client = crate::people::client();
    assert_eq!(crate::people::sign(&client, &process.base, &slug, 1).await.status(), 303);
    let (_held, _) = silent.accept().await.unwrap();
    let (status, took) = process.terminate().await;
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(30), "{took:?}");
    everybody_gets_a_mail(&data, "", &slug, &[1]).await;
}
