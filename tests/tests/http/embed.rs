//! The form on other sites: the one page that may be framed, small, without a cookie, and it signs.

use redress_tests::html::{elements, text, value_of};
use redress_tests::{each_database, link};
use reqwest::Method;

#[tokio::test(flavor = "multi_thread")]
async fn the_embedded_page_alone_may_be_framed() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let framed = async |path: &str| {
            let answer = server.get(path).await;
            let policy = answer.header("content-security-policy").to_owned();
            policy
                .split(';')
                .find_map(|part| part.trim().strip_prefix("frame-ancestors "))
                .unwrap()
                .to_owned()
        };
        for path in [format!("/embed/{slug}"), format!("/es/embed/{slug}"), format!("/embed/{slug}/sent")] {
            assert_eq!(framed(&path).await, "*", "{path}");
        }
        let own = ["", "/sign", "/sign/sent"].map(|rest| format!("/c/{slug}{rest}"));
        let others =
            ["/", "/admin/login", "/embed.js", "/embed/none", "/partners/none", "/mine/none", "/none"];
        for path in own.iter().map(String::as_str).chain(others) {
            assert_eq!(framed(path).await, "'none'", "{path}");
        }
        // An error is shown in the frame as well.
        let wrong = server.post(&format!("/embed/{slug}"), &[("name", "Ana")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.header("content-security-policy").contains("frame-ancestors *"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_one_small_request_without_a_cookie() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("street", "required")]).await;
        let path = format!("/embed/{slug}?from=tenants");
        let plain = server.get(&path).await;
        let packed = server.request(Method::GET, &path, &[("accept-encoding", "br")], None).await;
        assert_eq!(packed.header("content-encoding"), "br");
        for answer in [&plain, &packed] {
            assert_eq!(answer.status, 200);
            assert!(answer.headers.get("set-cookie").is_none());
            let head: usize =
                answer.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
            assert!(answer.bytes.len() + head <= 30 * 1024, "{}", answer.bytes.len());
        }
        assert!(packed.bytes.len() < 12 * 1024, "{}", packed.bytes.len());
        // It asks for nothing: no style, script, font or picture of its own.
        for element in elements(&plain.text) {
            assert!(
                element.name != "link" && element.name != "img" && element.name != "iframe",
                "{element:?}"
            );
            assert!(!element.has("src"), "{element:?}");
        }
        let style = elements(&plain.text).into_iter().find(|element| element.name == "style").unwrap().text;
        assert!(!style.contains("url(") && !style.contains("@import"));
        // What is inside is what the policy vouches for.
        let policy = plain.header("content-security-policy").to_owned();
        for name in ["style", "script"] {
            let inside = elements(&plain.text).into_iter().find(|element| element.name == name).unwrap().text;
            assert!(policy.contains(&hash(&inside)), "{name}: {policy}");
        }
        assert!(!policy.contains("unsafe"));
        // The script beside it is small, readable, and may be loaded by others.
        let script = server.get("/embed.js").await;
        assert!(script.status == 200 && script.bytes.len() < 1_000 && script.text.starts_with("// Redress"));
        assert_eq!(script.header("cross-origin-resource-policy"), "cross-origin");
        assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
        server.stop().await;
    })
    .await;
}

fn hash(text: &str) -> String {
    use base64::Engine as _;
    use sha2::Digest as _;
    format!(
        "sha256-{}",
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text.as_bytes()))
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbor_signs_in_the_frame() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let path = format!("/es/embed/{slug}");
        let page = server.get(&format!("{path}?from=tenants")).await.text;
        let form = elements(&page).into_iter().find(|element| element.name == "form").unwrap();
        assert_eq!((form.get("action"), form.get("method")), (path.as_str(), "post"));
        let seen = value_of(&page, "seen").unwrap();
        assert_eq!(value_of(&page, "source").as_deref(), Some("tenants"));
        server.clock.advance(jiff::SignedDuration::from_secs(30));
        let mut fields = vec![
            ("name", "Ana <b>Díaz</b>"),
            ("email", "ana@"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("visibility", "full"),
            ("source", "tenants"),
            ("seen", seen.as_str()),
        ];
        // The browser calls a form in our own page same-origin, wherever the page is framed.
        let own = [("sec-fetch-site", "same-origin"), ("sec-fetch-dest", "iframe")];
        let wrong = server.request(Method::POST, &path, &own, Some(&fields)).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(value_of(&wrong.text, "name").as_deref(), Some("Ana <b>Díaz</b>"));
        assert!(wrong.text.contains("href=\"#email\""), "{}", text(&wrong.text));
        fields[1].1 = "ana@people.example";
        // What another site sends by itself is refused.
        let foreign = [("sec-fetch-site", "cross-site")];
        assert_eq!(server.request(Method::POST, &path, &foreign, Some(&fields)).await.status, 403);
        let sent = server.request(Method::POST, &path, &own, Some(&fields)).await;
        assert_eq!((sent.status, sent.location()), (303, format!("{path}/sent").as_str()));
        let told = server.get(sent.location()).await;
        assert!(told.status == 200 && text(&told.text).contains("Alto a la compra"), "{}", told.text);
        let mail = server.mail_to("ana@people.example", 1).await;
        assert_eq!(server.post(&link(&mail, "/confirm/"), &[]).await.status, 303);
        assert_eq!(server.count(&slug).await, 1);
        let overview = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        assert!(overview.contains("tenants"));
        // What it links to opens outside the frame, or is framable itself.
        for link in
            elements(&told.text).into_iter().chain(elements(&page)).filter(|element| element.name == "a")
        {
            let href = link.get("href");
            let inside = href.starts_with('#') || href.starts_with(&path);
            assert!(inside || link.get("target") == "_blank", "{link:?}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_that_rests_says_so_in_the_frame() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "pause")]).await;
        let page = server.get(&format!("/embed/{slug}")).await;
        assert_eq!(page.status, 200);
        assert!(!elements(&page.text).iter().any(|element| element.name == "form"));
        let late = server.post(&format!("/embed/{slug}"), &[("name", "Ana")]).await;
        assert_eq!(late.status, 422);
        // A draft is not there.
        let draft = redress_tests::campaign_fields(&[("slug", "draft")]);
        let draft: Vec<_> = draft.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        server.post_as(&owner, "/admin/campaigns/new", &draft).await;
        assert_eq!(server.get("/embed/draft").await.status, 404);
        server.stop().await;
    })
    .await;
}
