//! What holds for every answer: policy headers, forms from other sites, sizes, methods.

use redress_tests::each_database;
use reqwest::Method;

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_policy() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for path in ["/", &format!("/c/{slug}"), "/nothing", "/admin", "/assets/none.css", "/health/live"] {
            let answer = server.get(path).await;
            let policy = answer.header("content-security-policy");
            assert!(
                policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                "{path}"
            );
            assert!(!policy.contains("unsafe-inline"), "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert!(!answer.header("permissions-policy").is_empty(), "{path}");
        }
        assert_eq!(server.get("/nothing").await.status, 404);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_changes_nothing() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let path = format!("/c/{slug}/sign");
        let fields = [
            ("name", "Ana"),
            ("email", "a@b.example"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("visibility", "full"),
        ];
        for headers in
            [[("sec-fetch-site", "cross-site")], [("sec-fetch-site", "same-site")], [("origin", "null")]]
        {
            assert_eq!(server.request(Method::POST, &path, &headers, Some(&fields)).await.status, 403);
        }
        let dashboard = server.get_as(&owner, &format!("/admin/c/{slug}")).await.text;
        assert!(dashboard.contains("0 received") || dashboard.contains(">0<"), "no row");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_too_large_or_of_another_kind_is_refused_as_such() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let path = format!("/c/{slug}/sign");
        let large = "x".repeat(3 * 1024 * 1024);
        assert_eq!(server.post(&path, &[("comment", &large)]).await.status, 413);
        assert_eq!(server.post(&path, &[("unknown", "field")]).await.status, 422);
        assert_eq!(server.request(Method::POST, &path, &[], None).await.status, 422);
        assert_eq!(server.get("/admin/logout").await.status, 405);
        assert_eq!(server.request(Method::DELETE, "/", &[], None).await.status, 405);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_write_is_never_markup() {
    each_database(async |server| {
        let owner = server.owner().await;
        let story =
            "**bold** <script>alert(1)</script> [a](javascript:alert(1)) <img src=x onerror=alert(1)>";
        let slug = server.campaign(&owner, &[("story_en", story), ("title_en", "<b>Title</b>")]).await;
        let page = server.get(&format!("/c/{slug}")).await.text;
        for bad in ["<script>alert", "href=\"javascript:", "<img src=x", "<b>Title"] {
            assert!(!page.contains(bad), "{bad}");
        }
        assert!(page.contains("<strong>bold</strong>"));
        server.stop().await;
    })
    .await;
}
