//! Many at once: one form fifty times, fifty spellings, two servers on one database, two workers at one job.

use jiff::SignedDuration;
use redress_tests::{Server, each_database, link, on_postgres};

async fn one_row_and_one_mail(server: &Server, slug: &str) {
    let mails = server.all_mails().await;
    assert_eq!(mails.len(), 1);
    let rows = server.database().await;
    assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM signature").await, 1);
    assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM outbox").await, 1);
    rows.close().await;
    // And fifty confirmations at once are one.
    let confirm = link(&mails[0], "/confirm/");
    let answers = crate::at_once((0..50).map(|_| server.post(&confirm, &[]))).await;
    assert!(answers.iter().all(|answer| answer.status == 303));
    assert_eq!(server.count(slug).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_fifty_times_at_once_is_one_signature_and_one_mail() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let answers = crate::at_once((0..50).map(|_| server.sign(&slug, &[]))).await;
        assert!(answers.iter().all(|answer| answer.status == 303 && answer.text == answers[0].text));
        one_row_and_one_mail(&server, &slug).await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn through_two_servers_at_once_fifty_spellings_are_one_signature_and_one_mail() {
    on_postgres(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let second = server.beside().await;
        let spellings: Vec<String> = (0..50).map(|n| format!("A.na.Diaz+{n}@gmail.com")).collect();
        let answers = crate::at_once(spellings.iter().enumerate().map(|(n, email)| {
            let server = if n % 2 == 0 { &server } else { &second };
            async { server.sign(&slug, &[("email", email)]).await }
        }))
        .await;
        assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
        one_row_and_one_mail(&server, &slug).await;
        second.stop().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn through_two_servers_at_once_everybody_is_counted_once_and_mailed_once() {
    on_postgres(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let second = server.beside().await;
        let people: Vec<(String, String)> =
            (0..40).map(|n| (format!("p{n}@people.example"), format!("Person N{n}"))).collect();
        // Each twice, once through each server.
        let answers = crate::at_once(people.iter().flat_map(|(email, name)| {
            [&server, &second].map(|server| {
                let slug = &slug;
                async move { server.sign(slug, &[("email", email), ("name", name)]).await }
            })
        }))
        .await;
        assert!(answers.iter().all(|answer| answer.status == 303));
        let mails = server.all_mails().await;
        let mut receivers: Vec<_> = mails.iter().map(|mail| mail.to.clone()).collect();
        receivers.sort();
        receivers.dedup();
        assert_eq!((mails.len(), receivers.len()), (40, 40));
        let rows = server.database().await;
        // A mail that two workers had leased would have been tried twice.
        let tries = rows.texts("SELECT DISTINCT CAST(attempts AS TEXT) FROM outbox").await;
        assert_eq!(tries, ["1"]);
        // Half the mailboxes confirm here, half there, all of them both.
        let links: Vec<String> = mails.iter().map(|mail| link(mail, "/confirm/")).collect();
        let answers =
            crate::at_once(links.iter().flat_map(|link| {
                [&server, &second].map(|server| async move { server.post(link, &[]).await })
            }))
            .await;
        assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
        // What the other server changed is seen here a second later at the most.
        tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
        assert_eq!((server.count(&slug).await, second.count(&slug).await), (40, 40));
        // A session holds at both, and ends at both.
        assert_eq!(second.get_as(&owner, "/admin").await.status, 200);
        second.post_as(&owner, "/admin/logout", &[]).await;
        assert_eq!(server.get_as(&owner, "/admin").await.status, 303);
        rows.close().await;
        second.stop().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_servers_one_builds_a_packet_and_a_quiet_ones_job_is_taken_up() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign_and_confirm(&slug, &[]).await;
        let second = server.beside().await;
        let page = format!("/admin/c/{slug}/packet");
        // Asked at both at once: three packets, each built by one.
        let fields = [("slice", "all"), ("language", "en")];
        let answers = crate::at_once(
            [&server, &second, &server].map(|at| at.post_as(&owner, &page, &fields)).into_iter(),
        )
        .await;
        assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
        let rows = server.database().await;
        let built = "SELECT CAST(count(*) AS BIGINT) FROM job WHERE state = 'done'";
        let until = async |count: i64| {
            for _ in 0..1_200 {
                if rows.number(built).await == count {
                    return;
                }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            panic!("{:?}", rows.texts("SELECT state || ' ' || attempts FROM job").await);
        };
        until(3).await;
        assert_eq!(rows.texts("SELECT DISTINCT CAST(attempts AS TEXT) FROM job").await, ["1"]);
        let numbers = rows.texts("SELECT CAST(number AS TEXT) FROM packet ORDER BY number").await;
        assert_eq!(numbers, ["1", "2", "3"]);
        let events = "SELECT CAST(count(*) AS BIGINT) FROM audit_event WHERE verb = 'packet-built'";
        assert_eq!(rows.number(events).await, 3);

        // A server that died in the middle of a build has left its lease behind.
        let until_ms = server.now().as_millisecond() + 120_000;
        let newest = "(SELECT subject_id FROM job ORDER BY created_at DESC LIMIT 1)";
        rows.run(&format!("UPDATE packet SET state = 'building', path = NULL WHERE id = {newest}"))
            .await
            .unwrap();
        rows.run(&format!(
            "UPDATE job SET state = 'leased', leased_until = {until_ms}, ended_at = NULL \
             WHERE subject_id = {newest}"
        ))
        .await
        .unwrap();
        // While it holds nobody takes it: both workers are seen to pass it by for another.
        for at in [&server, &second] {
            at.post_as(&owner, &page, &fields).await;
        }
        until(4).await;
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM job WHERE state = 'leased'").await, 1);
        server.clock.advance(SignedDuration::from_mins(3));
        until(5).await;
        let tries = rows.texts("SELECT CAST(attempts AS TEXT) FROM job ORDER BY attempts").await;
        assert_eq!(tries, ["1", "1", "1", "1", "2"]);
        rows.close().await;
        second.stop().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_sender_went_quiet_is_sent_once_its_lease_has_run_out() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        // Where mail goes is blocked: the mail is tried, and waits.
        let outbox = server.data().join("outbox");
        std::fs::write(&outbox, "in the way").unwrap();
        server.sign(&slug, &[]).await;
        let rows = server.database().await;
        let waiting = "SELECT CAST(count(*) AS BIGINT) FROM outbox WHERE state = 'queued' AND attempts = 1";
        for _ in 0..500 {
            if rows.number(waiting).await == 1 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        // A server took it, and died.
        let until = server.now().as_millisecond() + 120_000;
        rows.run(&format!("UPDATE outbox SET state = 'leased', leased_until = {until}")).await.unwrap();
        std::fs::remove_file(&outbox).unwrap();
        server.clock.advance(SignedDuration::from_secs(90));
        server.sign(&slug, &[("email", "b@people.example"), ("name", "B B")]).await;
        let mails = server.mails(1).await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, "b@people.example"));
        server.after(SignedDuration::from_secs(31)).await;
        let mails = server.all_mails().await;
        let to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, ["b@people.example", "ana@people.example"]);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_workers_ask_at_once_a_job_and_a_mail_are_leased_by_one() {
    each_database(async |mut server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        // Mail cannot leave, so that it waits; then the server stops, and only the test's workers are left.
        let outbox = server.data().join("outbox");
        std::fs::write(&outbox, "in the way").unwrap();
        for n in 0..40 {
            let (email, name) = (format!("p{n}@people.example"), format!("Person N{n}"));
            assert_eq!(server.sign(&slug, &[("email", &email), ("name", &name)]).await.status, 303);
        }
        server.pause().await;
        let rows = server.database().await;
        let now = server.now().as_millisecond();
        for n in 0..40 {
            let id = format!("00000000-0000-4000-8000-0000000000{n:02}");
            let id =
                if rows.is_postgres() { format!("'{id}'") } else { format!("x'{}'", id.replace('-', "")) };
            rows.run(&format!(
                "INSERT INTO job (id, kind, subject_id, state, attempts, due_at, percent, created_at) \
                 VALUES ({id}, 'build-packet', {id}, 'queued', 0, {now}, 0, {now})"
            ))
            .await
            .unwrap();
        }
        // With numbers about its tables Postgres joins them as it does in a table that has been there for a while.
        rows.run("ANALYZE").await.unwrap();
        server.clock.advance(SignedDuration::from_mins(5));
        let stores = [server.store().await, server.store().await];
        let at = &stores;
        // On Postgres all of them are seen to choose while somebody holds the rows, and go on together.
        let hold = async {
            if rows.is_postgres() {
                let both = "SELECT 1 FROM job FOR UPDATE; SELECT 1 FROM outbox FOR UPDATE";
                rows.run(&format!("BEGIN; {both}; SELECT pg_sleep(0.5); COMMIT")).await.unwrap();
            }
        };
        let held = async {
            let sleeps = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' \
                          AND datname = current_database()";
            while rows.is_postgres() && rows.number(sleeps).await == 0 {}
        };
        let lease = async {
            held.await;
            let jobs =
                crate::at_once((0..20).map(|n| async move { at[n % 2].jobs().lease().await.unwrap() }));
            let mails =
                crate::at_once((0..12).map(|n| async move { at[n % 2].outbox().lease(3).await.unwrap() }));
            tokio::join!(jobs, mails)
        };
        let ((), (jobs, mails)) = tokio::join!(hold, lease);
        let jobs: Vec<_> = jobs.into_iter().flatten().map(|job| job.id).collect();
        let mut once = jobs.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(jobs.len(), once.len(), "a job was leased twice");
        let tries = rows.texts("SELECT DISTINCT CAST(attempts AS TEXT) FROM job").await;
        assert!(tries.iter().all(|tries| tries == "0" || tries == "1"), "{tries:?}");
        let mails: Vec<_> = mails.into_iter().flatten().map(|mail| mail.id).collect();
        let mut once = mails.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(mails.len(), once.len(), "a mail was leased twice");
        for store in stores {
            // What nobody else wanted is leased one after the other, to the last.
            while store.jobs().lease().await.unwrap().is_some() {}
            while !store.outbox().lease(3).await.unwrap().is_empty() {}
            store.close().await;
        }
        assert_eq!(rows.texts("SELECT DISTINCT CAST(attempts AS TEXT) FROM job").await, ["1"]);
        let owed = "SELECT CAST(count(*) AS BIGINT) FROM outbox WHERE state = 'leased'";
        assert_eq!(rows.number(owed).await, 40);
        rows.close().await;
        std::fs::remove_file(&outbox).unwrap();
        server.stop().await;
    })
    .await;
}
