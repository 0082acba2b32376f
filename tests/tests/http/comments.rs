//! Comments: nothing is public before a member has read it, and a hidden one keeps its reason.

use redress_tests::{each_database, link};

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_public_once_a_member_has_read_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let words = "My block is <b>watched</b> enough.";
        server.sign(&slug, &[("comment", words)]).await;
        let mail = server.mails(1).await.remove(0);
        server.post(&link(&mail, "/confirm/"), &[]).await;
        let shown = async || server.get(&format!("/c/{slug}")).await.text.contains("My block is");
        assert!(!shown().await, "not before it was read");

        let page = format!("/admin/c/{slug}/comments");
        let text = server.get_as(&owner, &page).await.text;
        assert!(text.contains("My block is &lt;b&gt;watched") && !text.contains("<b>watched"));
        let id = text.split("name=\"signature\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
        let id = id.split('"').next().unwrap().to_owned();
        let decide = async |fields: &[(&str, &str)]| {
            let fields: Vec<_> = fields.iter().copied().chain([("signature", id.as_str())]).collect();
            server.post_as(&owner, &page, &fields).await
        };
        assert!(decide(&[("action", "show")]).await.location().contains("done=shown&count=1"));
        assert!(shown().await);

        let refused = decide(&[("action", "hide"), ("reason", " ")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("href=\"#reason\""));
        assert!(shown().await, "nothing is hidden without a reason");
        let hidden = decide(&[("action", "hide"), ("reason", "Names a neighbor")]).await;
        assert!(hidden.location().contains("done=hidden&count=1"));
        assert!(!shown().await);
        assert!(server.get_as(&owner, &page).await.text.contains("Names a neighbor"));

        // Whoever leaves takes their words along.
        decide(&[("action", "show")]).await;
        server.post(&link(&mail, "/mine/"), &[("action", "withdraw")]).await;
        assert!(!shown().await);
        server.stop().await;
    })
    .await;
}
