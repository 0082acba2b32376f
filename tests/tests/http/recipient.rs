//! Whom a packet is for: the bodies of a campaign's matters, which no other campaign can rewrite.

use redress_tests::each_database;

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_one_campaign_is_not_rewritten_by_another() {
    each_database(async |server| {
        let owner = server.owner().await;
        let first =
            server.campaign(&owner, &[("slug", "first"), ("body_address", "One City Hall Square")]).await;
        let second = server.campaign(&owner, &[("slug", "second"), ("body_address", "Elsewhere 2")]).await;
        let edit = async |slug: &str| server.get_as(&owner, &format!("/admin/c/{slug}/edit")).await.text;
        assert!(edit(&first).await.contains("One City Hall Square"));
        assert!(edit(&second).await.contains("Elsewhere 2"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_is_for_a_body_of_the_campaign_alone() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = format!("/admin/c/{slug}/packet");
        let nobody = server.post_as(&owner, &page, &[("slice", "all"), ("recipient", "somebody-else")]).await;
        assert_eq!(nobody.status, 422);
        let mayor = [("slice", "all"), ("recipient", "office-of-the-mayor")];
        assert_eq!(server.post_as(&owner, &page, &mayor).await.status, 303);
        server.stop().await;
    })
    .await;
}
