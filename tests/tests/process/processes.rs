//! Two servers on one database: one signature, one mail, one worker to each piece of work.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use redress_tests::{Server, Setup};

use crate::binary::{Folder, PostgresDatabase, Process, each_url, metric, until};
use crate::people::{
    FROM_A_PROXY, Signing, address, client, get, outbox, outbox_count, post, prepared, sign_as,
};

struct Two {
    database: PostgresDatabase,
    data: Folder,
    slug: String,
    one: Process,
    other: Process,
}

impl Two {
    /// On the throwaway Postgres; none where there is none.
    async fn start() -> Option<Self> {
        let database = PostgresDatabase::new().await?;
        let (data, slug) = prepared(&database.url).await;
        let settings = [
            FROM_A_PROXY,
            ("REDRESS_DATABASE_URL", database.url.as_str()),
            ("REDRESS_METRICS_LISTEN", "127.0.0.1:0"),
        ];
        let one = Process::start(data.path(), &settings).await;
        let other = Process::start(data.path(), &settings).await;
        Some(Self { database, data, slug, one, other })
    }

    /// Waits until no mail is owed any more.
    async fn settled(&self) {
        let listen = self.one.told["metrics"].as_str().unwrap();
        until("an empty outbox", async || {
            (metric(listen, "redress_outbox_waiting").await == 0).then_some(())
        })
        .await;
    }

    async fn stop(self) {
        self.one.stop().await;
        self.other.stop().await;
        self.database.drop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_equal_forms_at_once_through_two_processes_are_one_signature_and_one_mail() {
    let Some(two) = Two::start().await else { return };
    let client = client();
    let spelled = |n: usize| match n % 3 {
        0 => format!("ana.diaz+{n}@gmail.com"),
        1 => "AnaDiaz@googlemail.com".to_owned(),
        _ => format!("a.n.a.d.i.a.z+t{n}@Gmail.com"),
    };
    let equal = |_: usize| "lee@people.example".to_owned();
    let emails: [&dyn Fn(usize) -> String; 2] = [&equal, &spelled];
    for (round, email) in (1..).zip(emails) {
        let forms: Vec<_> = (0..50)
            .map(|n| {
                let (client, slug) = (client.clone(), two.slug.clone());
                let base = if n % 2 == 0 { &two.one.base } else { &two.other.base }.clone();
                let email = email(n);
                tokio::spawn(async move { sign_as(&client, &base, &slug, 7, &email).await.answer() })
            })
            .collect();
        let mut pages = BTreeSet::new();
        for form in forms {
            let answer = form.await.unwrap();
            pages.insert((answer.status, answer.location().to_owned(), answer.text));
        }
        assert_eq!(pages.len(), 1, "everybody gets the same page");
        assert_eq!(pages.first().unwrap().0, 303);
        two.settled().await;
        assert_eq!(outbox_count(two.data.path()), round, "one mail");
    }
    for mail in outbox(two.data.path()) {
        for base in [&two.one.base, &two.other.base] {
            assert_eq!(post(&client, &format!("{base}{}", mail.confirm)).await.status(), 303);
        }
    }
    for base in [&two.one.base, &two.other.base] {
        let numbers = get(&client, &format!("{base}/c/{}.json", two.slug)).await.answer();
        assert!(numbers.text.contains("\"signatures\":2"), "{}", numbers.text);
    }
    two.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_workers_one_sends_each_mail() {
    let Some(two) = Two::start().await else { return };
    let bases = [two.one.base.as_str(), two.other.base.as_str()];
    let signing = Signing::start(32, &bases, &two.slug, &Arc::new(AtomicUsize::new(1)));
    signing.reaches(300).await;
    let (answered, broken) = signing.end().await;
    assert_eq!(broken, 0);
    two.settled().await;
    let mails = outbox(two.data.path());
    let receivers: BTreeSet<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    let wanted: Vec<String> = answered.iter().map(|number| address(*number)).collect();
    assert_eq!(receivers, wanted.iter().map(String::as_str).collect());
    assert_eq!(mails.len(), wanted.len(), "nobody got two");
    two.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lease_that_ran_out_is_taken_up_and_the_worker_that_comes_late_changes_nothing() {
    each_url(async |database| {
        // The first worker hands its mail to a server that says nothing.
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let setup = |at: &str, settings| Setup {
            database: database.clone(),
            settings,
            now: at.parse().ok(),
            ..Setup::default()
        };
        let settings = vec![
            ("REDRESS_SMTP_URL", format!("smtp://{}", silent.local_addr().unwrap())),
            ("REDRESS_METRICS_LISTEN", "127.0.0.1:0".to_owned()),
        ];
        let first = Server::with(setup("2026-11-02T15:00:00Z", settings)).await;
        let owner = first.owner().await;
        let slug = first.campaign(&owner, &[]).await;
        assert_eq!(first.sign(&slug, &[]).await.status, 303);
        let (held, _) = silent.accept().await.unwrap();

        // Two minutes later it is another's.
        let data = Some(first.data().to_owned());
        let second = Server::with(Setup { data, ..setup("2026-11-02T15:01:59Z", Vec::new()) }).await;
        assert_eq!(second.sign(&slug, &[("email", "bo@people.example"), ("name", "Bo")]).await.status, 303);
        assert_eq!(second.mails(1).await[0].to, "bo@people.example", "not before");
        second.after(jiff::SignedDuration::from_secs(1)).await;
        assert_eq!(second.mail_to("ana@people.example", 2).await.to, "ana@people.example");

        // Then the first one hears that its attempt failed.
        drop(held);
        let listen = first.metrics_address().to_string();
        until("the failure", async || {
            (metric(&listen, "redress_mails_total{outcome=\"later\"}").await == 1).then_some(())
        })
        .await;
        assert_eq!(metric(&listen, "redress_outbox_waiting").await, 0, "it is sent, and stays so");
        second.after(jiff::SignedDuration::from_mins(10)).await;
        assert_eq!(second.sign(&slug, &[("email", "eva@people.example"), ("name", "Eva")]).await.status, 303);
        assert_eq!(second.mails(3).await.len(), 3);
        drop(silent);
        first.leave().await;
        second.stop().await;
    })
    .await;
}
