//! The first account, the team, the campaign's states, and numbers that add up.

use redress_tests::{OWNER, PASSWORD, each_database, link};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_account_is_made_by_a_link_that_works_once() {
    each_database(async |server| {
        let setup = server.first_link().await.unwrap();
        assert_eq!(server.get("/admin").await.status, 303);
        let short = [("organization", "Bay"), ("name", "Robin"), ("email", OWNER), ("password", "short")];
        let refused = server.post(&setup, &short).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("value=\"Robin\"") && !refused.text.contains("value=\"short\""));
        let fields =
            [("organization", "Bay Union"), ("name", "Robin"), ("email", OWNER), ("password", PASSWORD)];
        let made = server.post(&setup, &fields).await;
        let set = made.header("set-cookie");
        for part in ["__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(set.contains(part), "{set}");
        }
        assert_eq!(server.get_as(&made.cookie(), "/admin").await.status, 200);
        assert_eq!(server.post(&setup, &fields).await.status, 410);
        assert!(server.first_link().await.is_none());
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn log_in_tells_nothing_of_who_has_an_account_and_log_out_ends_the_session() {
    each_database(async |server| {
        server.owner().await;
        let wrong = server.post("/admin/login", &[("email", OWNER), ("password", "not the password")]).await;
        let nobody = server
            .post("/admin/login", &[("email", "x@bay.example"), ("password", "not the password")])
            .await;
        assert_eq!((wrong.status, nobody.status), (422, 422));
        assert_eq!(wrong.text.replace(OWNER, ""), nobody.text.replace("x@bay.example", ""));
        let fields = [("email", OWNER), ("password", PASSWORD), ("next", "https://evil.example")];
        let right = server.post("/admin/login", &fields).await;
        assert_eq!((right.status, right.location()), (303, "/admin"));
        let cookie = right.cookie();
        assert_eq!(server.get_as(&cookie, "/admin").await.status, 200);
        server.post_as(&cookie, "/admin/logout", &[]).await;
        assert_eq!(server.get_as(&cookie, "/admin").await.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_invited_to_by_mail_and_lost_at_once() {
    each_database(async |server| {
        let owner = server.owner().await;
        let mut mails = 0;
        let mut cookies = vec![("owner", owner.clone())];
        for role in ["organizer", "moderator", "viewer"] {
            let email = format!("{role}@bay.example");
            server.post_as(&owner, "/admin/members", &[("email", &email), ("role", role)]).await;
            mails += 1;
            let invitation = link(&server.mail_to(&email, mails).await, "/admin/invitation/");
            let joined = server.post(&invitation, &[("name", role), ("password", PASSWORD)]).await;
            assert_eq!(joined.status, 303, "{}", joined.text);
            cookies.push((role, joined.cookie()));
        }
        let team = server.get_as(&owner, "/admin/members").await.text;
        let id = team.split("/admin/members/").nth(2).unwrap().split('"').next().unwrap().to_owned();
        server.post_as(&owner, &format!("/admin/members/{id}"), &[("action", "revoke")]).await;
        let mut out = 0;
        for (_, cookie) in &cookies {
            out += u32::from(server.get_as(cookie, "/admin").await.status == 303);
        }
        assert_eq!(out, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_petition_is_a_new_version_and_the_old_one_stays_readable() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        let fields = [
            ("lang_en", "on"),
            ("time_zone", "America/New_York"),
            ("retention_days", "90"),
            ("title_en", "Stop the purchase"),
            ("standfirst_en", "One sentence."),
            ("target_en", "To the Mayor"),
            ("ask_en", "Withdraw the bid."),
            ("petition_en", "We ask the Mayor to cancel the bids, and to publish why."),
        ];
        let saved = server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let page = server.get(&format!("/c/{slug}")).await.text;
        assert!(page.contains("publish why") && page.contains("withdraw the request for bids"));
        let broken =
            server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &[("title_en", "Kept title")]).await;
        assert_eq!(broken.status, 422);
        assert!(broken.text.contains("Kept title"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn paused_and_closed_campaigns_say_so_and_drafts_are_not_there() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let state = format!("/admin/c/{slug}/state");
        for (step, open) in [("pause", false), ("resume", true), ("close", false), ("reopen", true)] {
            server.post_as(&owner, &state, &[("step", step)]).await;
            let page = server.get(&format!("/c/{slug}")).await;
            assert_eq!((page.status, page.text.contains("name=\"email\"")), (200, open), "{step}");
        }
        let refused = server.post_as(&owner, &state, &[("step", "publish")]).await;
        assert!(refused.location().contains("refused="));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_says_which_version_each_signer_signed() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign_and_confirm(&slug, &[("email", "a@people.example"), ("name", "First One")]).await;
        let changed = "We ask the Mayor to cancel the bids, and to publish why.";
        let edit = async |petition: &str| {
            let fields = redress_tests::campaign_fields(&[("slug", &slug), ("petition_en", petition)]);
            let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let saved = server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &fields).await;
            assert_eq!(saved.status, 303);
        };
        edit(changed).await;
        edit(changed).await;
        server.sign_and_confirm(&slug, &[("email", "b@people.example"), ("name", "Second Two")]).await;
        let packet = server.packet(&owner, &slug).await;
        let files = crate::exports::unzip(&server.get_as(&owner, &packet).await.bytes);
        let mut table = csv::Reader::from_reader(files["signatures.csv"].as_slice());
        let at = table.headers().unwrap().iter().position(|name| name.contains("version")).unwrap();
        let rows: Vec<_> = table
            .records()
            .map(|row| row.unwrap())
            .map(|row| (row[1].to_owned(), row[at].to_owned()))
            .collect();
        assert_eq!(
            rows,
            [("First One".to_owned(), "1".to_owned()), ("Second Two".to_owned(), "2".to_owned())]
        );
        let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
        let versions = manifest["petition_versions"].as_array().unwrap();
        assert_eq!(versions.len(), 2, "saving the same text again is no version");
        for version in versions {
            assert_eq!(version["signed"], 1);
        }
        server.stop().await;
    })
    .await;
}
