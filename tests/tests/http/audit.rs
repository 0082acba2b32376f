//! The audit log: append-only by the database itself, chained, and told of every export.

use redress_tests::{Server, each_database};

/// What `redress audit verify` says of this database.
async fn verdict(server: &Server) -> Result<u64, i64> {
    let store = server.store().await;
    let verdict = store.audit().verify().await.unwrap().map_err(|fault| fault.0);
    store.close().await;
    verdict
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_to_change_the_log_and_a_change_past_it_is_found() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let state = format!("/admin/c/{slug}/state");
        for step in ["pause", "resume", "close", "reopen"] {
            server.post_as(&owner, &state, &[("step", step)]).await;
        }
        let rows = server.database().await;
        let events = rows.number("SELECT CAST(count(*) AS BIGINT) FROM audit_event").await;
        assert!(events >= 7, "{events}");
        assert_eq!(verdict(&server).await, Ok(events as u64));
        for sql in [
            "UPDATE audit_event SET after = 'won'",
            "UPDATE audit_event SET after = after WHERE seq = 2",
            "DELETE FROM audit_event",
            "DELETE FROM audit_event WHERE seq = 3",
        ] {
            let refused = rows.run(sql).await.unwrap_err().to_string();
            assert!(refused.contains("append-only"), "{sql}: {refused}");
        }
        if rows.is_postgres() {
            assert!(rows.run("TRUNCATE audit_event").await.unwrap_err().to_string().contains("append-only"));
        } else {
            // SQLite's REPLACE deletes without its triggers unless recursive ones are on.
            let replace = "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE seq = 3";
            let _ = rows.run(replace).await;
        }
        assert_eq!(verdict(&server).await, Ok(events as u64));

        // Who owns the database can take the guard away; the chain tells where they were.
        let guards: &[&str] = if rows.is_postgres() {
            &["DROP TRIGGER audit_event_append_only ON audit_event"]
        } else {
            &["DROP TRIGGER audit_event_no_update", "DROP TRIGGER audit_event_no_delete"]
        };
        for guard in guards {
            rows.run(guard).await.unwrap();
        }
        let keep = "CREATE TABLE kept AS SELECT * FROM audit_event";
        rows.run(keep).await.unwrap();
        for (change, found) in [
            ("UPDATE audit_event SET after = 'won' WHERE seq = 4", 4),
            ("UPDATE audit_event SET at = at - 86400000 WHERE seq = 3", 3),
            ("UPDATE audit_event SET account_id = NULL WHERE seq = 5", 5),
            ("DELETE FROM audit_event WHERE seq = 2", 3),
            ("DELETE FROM audit_event WHERE seq = 1", 2),
            ("UPDATE audit_event SET verb = object, object = verb WHERE seq = 6", 6),
        ] {
            rows.run(change).await.unwrap();
            assert_eq!(verdict(&server).await, Err(found), "{change}");
            rows.run("DELETE FROM audit_event").await.unwrap();
            rows.run("INSERT INTO audit_event SELECT * FROM kept").await.unwrap();
            assert_eq!(verdict(&server).await, Ok(events as u64));
        }
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_append_one_chain() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let second = server.beside().await;
        let state = format!("/admin/c/{slug}/state");
        let steps = (0..30).map(|n| {
            let (at, state, owner) = (if n % 2 == 0 { &server } else { &second }, &state, &owner);
            let step = ["pause", "resume"][n / 2 % 2];
            async move { at.post_as(owner, state, &[("step", step)]).await }
        });
        let answers = crate::at_once(steps).await;
        assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
        assert!(verdict(&server).await.is_ok());
        second.stop().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_export_says_who_took_what_and_how_many() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for n in 0..3 {
            let (email, name) = (format!("p{n}@people.example"), format!("Person N{n}"));
            server.sign_and_confirm(&slug, &[("email", &email), ("name", &name)]).await;
        }
        let organizer = server.member("bay-civil-liberties-union", "organizer", "o@bay.example").await;
        let packet = server.packet(&owner, &slug).await;
        assert_eq!(server.get_as(&organizer, &packet).await.status, 200);
        assert_eq!(server.get_as(&owner, &packet).await.status, 200);
        let rows = server.database().await;
        let id = packet.rsplit('/').next().unwrap();
        let exports = "SELECT e.object || ' ' || m.role || ' ' || e.after FROM audit_event e JOIN member m ON \
                       m.account_id = e.account_id WHERE e.verb = 'exported' AND e.campaign_id IS NOT NULL \
                       AND e.organization_id IS NOT NULL ORDER BY e.seq";
        assert_eq!(
            rows.texts(exports).await,
            [format!("{id} organizer 1 · 3"), format!("{id} owner 1 · 3")]
        );
        // Refused or not there, it is no export.
        server.get(&packet).await;
        let gone = packet.replace(id, "00000000-0000-0000-0000-000000000000");
        assert_eq!(server.get_as(&owner, &gone).await.status, 404);
        assert_eq!(rows.texts(exports).await.len(), 2);
        let history = server.get_as(&owner, &format!("/admin/c/{slug}")).await.text;
        assert!(history.contains("Mem Ber") && history.contains("Robin Okafor"));
        rows.close().await;
        server.stop().await;
    })
    .await;
}
