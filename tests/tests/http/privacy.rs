//! A canary walks through: nothing of theirs is in the database's files, and everybody is forgotten in time.

use jiff::SignedDuration;
use redress_tests::{Server, link};

fn holds(server: &Server, needle: &str) -> bool {
    let needle = needle.as_bytes();
    std::fs::read_dir(server.data())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .any(|path| std::fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_names_nobody() {
    let server = Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[("comments", "on")]).await;
    let fields = [
        ("name", "Kanarienvogel Zwitscher"),
        ("email", "kanarienvogel@zwitscher.example"),
        ("street", "77 Vogelweide"),
        ("comment", "Tirilierend"),
        ("visibility", "hidden"),
    ];
    server.sign(&slug, &fields).await;
    server.post(&link(&server.mails(1).await[0], "/confirm/"), &[]).await;
    assert!(holds(&server, &slug), "the files are read at all");
    for secret in ["Kanarienvogel", "kanarienvogel", "zwitscher", "Vogelweide", "Tirilierend"] {
        assert!(!holds(&server, secret), "{secret}");
    }
    let page = server.get(&format!("/c/{slug}")).await.text;
    assert!(!page.contains("Kanarienvogel"));
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_retention_the_count_stays_and_the_person_does_not() {
    let server = Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[("retention_days", "10")]).await;
    server.sign(&slug, &[]).await;
    let mail = server.mails(1).await.remove(0);
    server.post(&link(&mail, "/confirm/"), &[]).await;
    server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "close")]).await;
    server.after(SignedDuration::from_hours(24 * 11)).await;
    assert_eq!(server.count(&slug).await, 1);
    assert!(!server.get(&link(&mail, "/mine/")).await.text.contains("Ana Díaz"));
    server.stop().await;
}
