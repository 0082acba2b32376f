//! Signing, confirming, and leaving again.

use jiff::SignedDuration;
use redress_tests::{each_database, link};

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_counts_once_its_mailbox_confirms_and_only_once() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let answer = server.sign(&slug, &[]).await;
        assert_eq!((answer.status, answer.location()), (303, "/c/stop-monitoring/sign/sent"));
        assert_eq!(answer.header("set-cookie"), "");
        assert_eq!(server.get(answer.location()).await.status, 200);
        assert_eq!(server.count(&slug).await, 0);

        let confirm = link(&server.mail_to("ana@people.example", 1).await, "/confirm/");
        for _ in 0..10 {
            let page = server.get(&confirm).await;
            assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        }
        assert_eq!(server.count(&slug).await, 0);
        for _ in 0..2 {
            assert_eq!(server.post(&confirm, &[]).await.status, 303);
            assert_eq!(server.count(&slug).await, 1);
        }
        assert!(server.get(&confirm).await.text.contains("/mine/"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_spellings_of_one_mailbox_at_once_are_one_signature_and_one_mail() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let spellings: Vec<String> = (0..50)
            .map(|n| match n % 3 {
                0 => format!("ana.diaz+{n}@gmail.com"),
                1 => "AnaDiaz@googlemail.com".to_owned(),
                _ => format!("a.n.a.d.i.a.z+t{n}@Gmail.com"),
            })
            .collect();
        let pages: Vec<(u16, String)> = futures_all(spellings.iter().map(|email| async {
            let answer = server.sign(&slug, &[("email", email)]).await;
            (answer.status, answer.location().to_owned())
        }))
        .await;
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "the same page for everybody");
        server.mails(1).await;
        // Every form was answered, so every mail that is owed is in the outbox: let the worker empty it.
        server.after(SignedDuration::from_secs(1)).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let mails = server.mails(1).await;
        assert_eq!(mails.len(), 1);
        server.post(&link(&mails[0], "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

async fn futures_all<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, slot) in waiting.iter_mut().zip(&mut done) {
            if slot.is_none()
                && let std::task::Poll::Ready(value) = future.as_mut().poll(context)
            {
                *slot = Some(value);
            }
        }
        if done.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_person_of_the_household_counts_and_a_third_does_not() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        server.sign(&slug, &[("name", "Luis Díaz")]).await;
        let mails = server.mails(2).await;
        for mail in &mails {
            server.post(&link(mail, "/confirm/"), &[]).await;
        }
        assert_eq!(server.count(&slug).await, 2);
        server.sign(&slug, &[("name", "Eva Díaz")]).await;
        server.sign(&slug, &[("email", "b@people.example")]).await;
        server.sign(&slug, &[("email", "b@people.example"), ("name", "Bo Lee"), ("zip", "02139")]).await;
        let mails = server.mails(4).await;
        assert!(mails.iter().filter(|mail| mail.text.contains("/confirm/")).count() == 3, "{mails:?}");
        assert_eq!(server.count(&slug).await, 2);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signed_already_is_told_by_mail_alone() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let first = server.sign(&slug, &[]).await;
        server.post(&link(&server.mails(1).await[0], "/confirm/"), &[]).await;
        let second = server.sign(&slug, &[]).await;
        assert_eq!(
            (first.status, first.location(), &first.text),
            (second.status, second.location(), &second.text)
        );
        let note = server.mails(2).await.pop().unwrap();
        assert!(!note.text.contains("/confirm/") && note.text.contains("/mine/"), "{}", note.text);
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_error_is_told_at_once_and_nothing_typed_is_lost() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let comment = "Kept <b>as typed</b>";
        let answer = server
            .sign(
                &slug,
                &[("name", ""), ("email", "nobody"), ("zip", "1"), ("visibility", ""), ("comment", comment)],
            )
            .await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains("<title>Error:"), "the title says so");
        for field in ["name", "email", "zip", "visibility"] {
            assert!(answer.text.contains(&format!("href=\"#{field}\"")), "the summary links to {field}");
        }
        assert!(answer.text.contains("value=\"nobody\""));
        assert!(answer.text.contains("Kept &lt;b") && !answer.text.contains("Kept <b"));
        let spanish = server.post("/es/c/stop-monitoring/sign", &[]).await;
        assert_eq!(spanish.status, 422);
        assert!(spanish.text.contains("lang=\"es\""));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_any_mail_a_signer_changes_withdraws_and_erases() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        let mail = server.mails(1).await.remove(0);
        server.post(&link(&mail, "/confirm/"), &[]).await;
        assert!(server.get(&format!("/c/{slug}")).await.text.contains("Ana Díaz"));
        let mine = link(&mail, "/mine/");
        assert!(server.get(&mine).await.text.contains("Ana Díaz"));
        let hidden = server.post(&mine, &[("action", "visibility"), ("visibility", "hidden")]).await;
        assert_eq!(hidden.status, 303);
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("Ana Díaz"));
        assert_eq!(
            server.post(&format!("{mine}/unsubscribe"), &[("List-Unsubscribe", "One-Click")]).await.status,
            200
        );
        assert_eq!(server.post(&mine, &[("action", "erase")]).await.status, 422, "erasing asks twice");
        assert_eq!(server.post(&mine, &[("action", "withdraw")]).await.status, 303);
        assert_eq!(server.count(&slug).await, 0);
        assert_eq!(server.post(&mine, &[("action", "erase"), ("sure", "on")]).await.status, 303);
        assert!(!server.get(&mine).await.text.contains("Ana Díaz"));
        // Who left may come again.
        server.sign(&slug, &[]).await;
        let again = server.mails(2).await.pop().unwrap();
        server.post(&link(&again, "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unconfirmed_are_reminded_once_and_forgotten_after_thirty_days() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        let confirm = link(&server.mails(1).await[0], "/confirm/");
        server.after(SignedDuration::from_hours(49)).await;
        server.after(SignedDuration::from_hours(24)).await;
        assert_eq!(server.mails(2).await.len(), 2);
        server.after(SignedDuration::from_hours(24 * 30)).await;
        assert_eq!(server.post(&confirm, &[]).await.status, 303);
        assert_eq!(server.count(&slug).await, 0);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_end_there_is_no_form_and_a_day_to_confirm() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("closes_day", "2026-11-03"), ("closes_time", "12:00")]).await;
        server.sign(&slug, &[]).await;
        server.sign(&slug, &[("email", "late@people.example"), ("name", "Lee Late")]).await;
        let mails = server.mails(2).await;
        server.after(SignedDuration::from_hours(30)).await;
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("name=\"email\""));
        assert_eq!(server.sign(&slug, &[("email", "x@people.example")]).await.status, 422);
        server.post(&link(&mails[0], "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.after(SignedDuration::from_hours(24)).await;
        server.post(&link(&mails[1], "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_sees_the_same_page_and_is_held_until_a_person_releases_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let bot = server.sign(&slug, &[("website", "http://spam.example")]).await;
        let person = server.sign(&slug, &[("email", "p@people.example"), ("name", "Pat Lee")]).await;
        assert_eq!((bot.status, bot.location()), (person.status, person.location()));
        assert_eq!(server.mails(1).await.len(), 1);
        let held = server.get_as(&owner, &format!("/admin/c/{slug}/held")).await;
        assert_eq!(held.status, 200);
        assert!(held.text.contains("Ana Díaz"));
        let (_, rest) = held.text.split_once("name=\"signature\"").unwrap();
        let (_, rest) = rest.split_once("value=\"").unwrap();
        let id = rest.split('"').next().unwrap().to_owned();
        let fields = [("signature", id.as_str()), ("action", "release")];
        assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/held"), &fields).await.status, 303);
        let mail = server.mail_to("ana@people.example", 2).await;
        server.post(&link(&mail, "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_survives_a_restart_and_owed_mail_goes_out() {
    let mut server = redress_tests::Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    assert_eq!(server.sign(&slug, &[]).await.status, 303);
    server.restart().await;
    let mail = server.mail_to("ana@people.example", 1).await;
    server.post(&link(&mail, "/confirm/"), &[]).await;
    assert_eq!(server.count(&slug).await, 1);
    server.stop().await;
}
