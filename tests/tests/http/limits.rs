//! What one mailbox and one network address may do, and whose word about an address is taken.

use jiff::SignedDuration;
use redress_tests::{Answer, Server, each_database, each_database_with};

async fn held(server: &Server) -> i64 {
    let rows = server.database().await;
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM signature WHERE hold = 'many-from-one-address'";
    let count = rows.number(sql).await;
    rows.close().await;
    count
}

/// Signs as so many people, each from the addresses that `forwarded` names.
async fn crowd(server: &Server, slug: &str, people: std::ops::Range<u32>, forwarded: impl Fn(u32) -> String) {
    for n in people {
        let (email, name) = (format!("p{n}@people.example"), format!("Person N{n}"));
        let address = forwarded(n);
        let headers = [("x-forwarded-for", address.as_str())];
        let signed = server.sign_from(&headers, slug, &[("email", &email), ("name", &name)]).await;
        assert_eq!(signed.status, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_signatures_with_one_address_are_one_mail_and_the_same_page_twenty_times() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mut answers: Vec<Answer> = Vec::new();
        for _ in 0..20 {
            answers.push(server.sign(&slug, &[]).await);
        }
        let seen = |answer: &Answer| {
            let headers = answer.headers.iter().filter(|(name, _)| *name != "date");
            let headers: Vec<_> =
                headers.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect();
            (answer.status, headers, answer.bytes.clone())
        };
        assert!(answers.windows(2).all(|pair| seen(&pair[0]) == seen(&pair[1])));
        assert_eq!(server.all_mails().await.len(), 1);
        // The page it leads to says the same to everybody.
        let page = server.get(answers[0].location()).await;
        assert_eq!(page.status, 200);
        assert!(!page.text.contains("ana@people.example") && !page.text.contains("Ana"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_unconfirmed_a_mailbox_gets_the_confirmation_five_times_at_the_most() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for _ in 0..9 {
            assert_eq!(server.sign(&slug, &[]).await.status, 303);
            server.clock.advance(SignedDuration::from_mins(6));
        }
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), 5);
        let first = redress_tests::link(&mails[0], "/confirm/");
        assert!(mails.iter().all(|mail| redress_tests::link(mail, "/confirm/") == first));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_cannot_make_us_write_to_a_mailbox_without_end() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign_and_confirm(&slug, &[]).await;
        // Signed already, and a stranger sends the form every six minutes, under two names.
        for n in 0..24 {
            let name = if n % 2 == 0 { "Ana Díaz" } else { "Other Name" };
            server.sign(&slug, &[("name", name), ("zip", if n % 2 == 0 { "02121" } else { "02139" })]).await;
            server.clock.advance(SignedDuration::from_mins(6));
        }
        let mails = server.all_mails().await;
        assert!(mails.len() <= 6, "{} mails to one mailbox in two hours", mails.len());
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_forwarded_address_changes_nothing_without_a_trusted_proxy() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        crowd(&server, &slug, 0..52, |n| format!("203.0.113.{n}")).await;
        assert_eq!(held(&server).await, 2, "the fifty-first and the fifty-second");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_trusted_proxy_the_last_address_that_is_not_ours_counts() {
    each_database_with(&[("REDRESS_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.7")], async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        // A hall full of people, each at an address of their own.
        crowd(&server, &slug, 0..52, |n| format!("203.0.113.{n}")).await;
        assert_eq!(held(&server).await, 0);
        // One who writes addresses before the one that our proxy appends; two of ours in a row are passed over.
        crowd(&server, &slug, 100..152, |n| format!("198.51.100.{n}, 192.0.2.1, 10.0.0.7")).await;
        assert_eq!(held(&server).await, 2);
        // A household has a /64 to itself, and an address that is none is the proxy's.
        crowd(&server, &slug, 200..252, |n| format!("2001:db8::{n}")).await;
        assert_eq!(held(&server).await, 4);
        crowd(&server, &slug, 300..352, |_| "nonsense".to_owned()).await;
        assert_eq!(held(&server).await, 6);
        // After an hour it begins anew.
        server.clock.advance(SignedDuration::from_mins(61));
        crowd(&server, &slug, 400..402, |_| "192.0.2.1".to_owned()).await;
        assert_eq!(held(&server).await, 6);
        server.stop().await;
    })
    .await;
}
