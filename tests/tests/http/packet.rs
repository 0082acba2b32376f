//! Duplicates by rule with their way back, and the packet from the desk.

use std::io::Read as _;
use std::time::Duration;

use jiff::SignedDuration;
use redress_tests::writing::Drive;
use redress_tests::{Server, each_database, html, link};

async fn sign_and_confirm(server: &Server, slug: &str, mails: usize, fields: &[(&str, &str)]) {
    assert_eq!(server.sign(slug, fields).await.status, 303);
    let mail = server.mails(mails).await.pop().unwrap();
    server.post(&link(&mail, "/confirm/"), &[]).await;
    server.clock.advance(SignedDuration::from_mins(1));
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

/// What a coordinator's page of a testimony asks to send with a decision.
async fn approve_all(server: &Server, owner: &str, drive: &Drive) {
    let queue = format!("/admin/c/{}/testimonies", drive.slug);
    let page = server.get_as(owner, &queue).await.text;
    let ones =
        html::elements(&page).into_iter().filter(|one| one.name == "a").map(|one| one.get("href").to_owned());
    for one in ones.filter(|href| href.starts_with(&format!("{queue}/")) && href.len() > queue.len() + 30) {
        let approve = [("action", "approve"), ("seen_state", "confirmed"), ("seen_text", "1")];
        assert_eq!(server.post_as(owner, &one, &approve).await.status, 303);
    }
}

async fn manifest(server: &Server, owner: &str, drive: &Drive) -> serde_json::Value {
    let path = server.packet(owner, &drive.slug).await;
    let zip = server.get_as(owner, &path).await.bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut text = String::new();
    archive.by_name("manifest.json").unwrap().read_to_string(&mut text).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn testimony_counts_in_a_packet_as_it_does_at_the_desk() {
    each_database(async |server| {
        let cutoff = server.now() + SignedDuration::from_hours(60 * 24);
        let drive = Drive::until(&server, cutoff).await;
        // Two drafts that were never sent: one is left, and one is erased.
        assert_eq!(drive.send(&server, &[("do", "draft")]).await.status, 303);
        let erased =
            drive.send(&server, &[("do", "draft")]).await.location().split('?').next().unwrap().to_owned();
        assert_eq!(server.post(&erased, &[("do", "erase"), ("sure", "on")]).await.status, 303);
        server.after(SignedDuration::from_hours(31 * 24)).await;
        drive.confirmed(&server, "ana@people.example", &[]).await;
        // A month later everybody has been logged out.
        let owner = server.log_in().await;
        approve_all(&server, &owner, &drive).await;
        let page = server.get_as(&owner, &format!("/admin/c/{}/testimonies", drive.slug)).await.text;
        let line = html::text(&page).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(line.contains("1 received = 0 not confirmed"), "{line}");
        let counts = manifest(&server, &owner, &drive).await["testimony"].clone();
        for (name, wanted) in [("received", 1), ("in_packet", 1), ("withdrawn", 0), ("expired", 0)] {
            assert_eq!(counts[name], wanted, "{name}: {counts}");
        }
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_name_no_template_are_one_form_letter_in_the_packet_too_and_stances_stay_apart() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let copied = "I have lived on this street for thirty years and I ask you to pass the ordinance before you, so \
                      that nobody keeps a list of who comes and goes. Please vote for it.";
        for (email, name, stance) in [
            ("a@people.example", "Ana Díaz", "in-favor"),
            ("b@people.example", "Bo Li", "in-favor"),
            ("c@people.example", "Cy Opposed", "opposed"),
        ] {
            drive.confirmed(&server, email, &[("text", copied), ("name", name), ("stance", stance)]).await;
        }
        approve_all(&server, &drive.owner, &drive).await;
        let letters = server
            .get_as(&drive.owner, &format!("/admin/c/{}/testimonies/letters", drive.slug))
            .await
            .text;
        assert!(html::text(&letters).contains("Bo Li"), "{}", html::text(&letters));
        let counts = manifest(&server, &drive.owner, &drive).await["testimony"].clone();
        // Two in favor are one letter; the one that is opposed stands for itself.
        assert_eq!((&counts["form_letters"], &counts["form_letter_writers"]), (&1.into(), &2.into()), "{counts}");
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn once_its_people_are_forgotten_no_packet_is_begun_and_the_page_says_why() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        drive.confirmed(&server, "ana@people.example", &[]).await;
        approve_all(&server, &drive.owner, &drive).await;
        let state = format!("/admin/c/{}/state", drive.slug);
        assert_eq!(server.post_as(&drive.owner, &state, &[("step", "close")]).await.status, 303);
        server.after(SignedDuration::from_hours(91 * 24)).await;
        let owner = server.log_in().await;
        let page = format!("/admin/c/{}/packet", drive.slug);
        let shown = html::text(&server.get_as(&owner, &page).await.text);
        assert!(shown.contains("Its people are forgotten"), "{shown}");
        let asked = server.post_as(&owner, &page, &[("slice", "all"), ("language", "en")]).await;
        assert_eq!(asked.status, 422);
        assert!(html::text(&asked.text).contains("Its people are forgotten"));
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM packet").await, 0);
        rows.close().await;
        server.stop().await;
    })
    .await;
}
