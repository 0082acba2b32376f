//! The organization itself, and what its two pairs of eyes mean for a campaign.

use redress_tests::{PASSWORD, each_database, link};

#[tokio::test(flavor = "multi_thread")]
async fn with_two_pairs_of_eyes_another_member_has_to_publish() {
    each_database(async |server| {
        let owner = server.owner().await;
        let page = "/admin/organization";
        let wrong = [("name", ""), ("site", "javascript:alert(1)"), ("mail_domain", "no domain")];
        let refused = server.post_as(&owner, page, &wrong).await;
        assert_eq!(refused.status, 422);
        for field in ["name", "site", "mail_domain"] {
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        let fields = [
            ("name", "Bay Union"),
            ("site", "https://bay.example"),
            ("mail_domain", "@Bay.example"),
            ("two_pairs_of_eyes", "on"),
        ];
        assert_eq!(server.post_as(&owner, page, &fields).await.status, 303);
        let saved = server.get_as(&owner, page).await.text;
        assert!(saved.contains("value=\"bay.example\"") && saved.contains("value=\"https://bay.example\""));

        let slug = server.campaign(&owner, &[]).await;
        let state = format!("/admin/c/{slug}/state");
        assert_eq!(server.get(&format!("/c/{slug}")).await.status, 404, "one pair did not publish it");
        server.post_as(&owner, &state, &[("step", "send-for-review")]).await;
        server.post_as(&owner, &state, &[("step", "publish")]).await;
        assert_eq!(server.get(&format!("/c/{slug}")).await.status, 404, "nor did the same pair twice");

        let email = "second@bay.example";
        server.post_as(&owner, "/admin/members", &[("email", email), ("role", "organizer")]).await;
        let invitation = link(&server.mail_to(email, 1).await, "/admin/invitation/");
        let joined = server.post(&invitation, &[("name", "Sam"), ("password", PASSWORD)]).await;
        server.post_as(&joined.cookie(), &state, &[("step", "publish")]).await;
        let public = server.get(&format!("/c/{slug}")).await;
        assert_eq!(public.status, 200);
        assert!(public.text.contains("Bay Union") && public.text.contains("https://bay.example"));
        server.stop().await;
    })
    .await;
}
