//! Duplicates by rule with their way back, and the packet from the desk.

use std::time::Duration;

use redress_tests::{Server, each_database, link};

async fn sign_and_confirm(server: &Server, slug: &str, mails: usize, fields: &[(&str, &str)]) {
    assert_eq!(server.sign(slug, fields).await.status, 303);
    let mail = server.mails(mails).await.pop().unwrap();
    server.post(&link(&mail, "/confirm/"), &[]).await;
    server.clock.advance(jiff::SignedDuration::from_mins(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_duplicate_is_left_out_by_rule_and_can_be_taken_back_for_good() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        sign_and_confirm(&server, &slug, 1, &[("street", "12 Elm Street")]).await;
        let other = [("email", "ana@work.example"), ("name", "ANA DIAZ"), ("street", "12 elm st.")];
        sign_and_confirm(&server, &slug, 2, &other).await;
        sign_and_confirm(&server, &slug, 3, &[("email", "n@people.example"), ("street", "9 Oak Road")]).await;
        assert_eq!(server.count(&slug).await, 3);

        let page = format!("/admin/c/{slug}/duplicates");
        let found = server.post_as(&owner, &page, &[("action", "search")]).await;
        assert!(found.location().contains("count=1&"), "{}", found.location());
        assert_eq!(server.count(&slug).await, 2);
        let text = server.get_as(&owner, &page).await.text;
        let id = text.split("name=\"exclusion\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
        let id = id.split('"').next().unwrap();
        server.post_as(&owner, &page, &[("action", "overturn"), ("exclusion", id)]).await;
        assert_eq!(server.count(&slug).await, 3);
        server.post_as(&owner, &page, &[("action", "search")]).await;
        assert_eq!(server.count(&slug).await, 3, "what a person took back stays");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_is_built_and_downloaded_and_the_export_is_logged() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        sign_and_confirm(&server, &slug, 1, &[("name", "=Trần Thị Hoa")]).await;
        let hidden = [("email", "h@people.example"), ("name", "Hanna Hidden"), ("visibility", "hidden")];
        sign_and_confirm(&server, &slug, 2, &hidden).await;
        let page = format!("/admin/c/{slug}/packet");
        let asked = server.post_as(&owner, &page, &[("slice", "all"), ("language", "en")]).await;
        assert_eq!(asked.status, 303);
        let mut download = None;
        for _ in 0..600 {
            let text = server.get_as(&owner, &page).await.text;
            download = text.split('"').find(|part| part.starts_with(&format!("{page}/"))).map(str::to_owned);
            if download.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let zip = server.get_as(&owner, &download.unwrap()).await;
        assert_eq!((zip.status, zip.header("content-type")), (200, "application/zip"));
        assert!(zip.text.starts_with("PK") && zip.text.contains("manifest.json"));
        for secret in ["people.example", "Hanna"] {
            assert!(!zip.text.contains(secret));
        }
        let history = server.get_as(&owner, &format!("/admin/c/{slug}")).await.text;
        assert!(history.contains("Signatures were exported"), "the export is logged");
        server.stop().await;
    })
    .await;
}
