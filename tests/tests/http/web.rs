//! What holds for every answer: policy headers, forms from other sites, methods, sizes, cookies, redirects, faults.

use base64::Engine as _;
use redress_tests::html::{elements, text};
use redress_tests::{Answer, OWNER, PASSWORD, Server, each_database, each_database_with, link, logs};
use reqwest::Method;
use sha2::{Digest as _, Sha256};

use crate::roles::{everything, routes};

/// A path that fits a route.
fn path_of(route: &str, slug: &str) -> String {
    route
        .replace("{slug}", slug)
        .replace("{locale}", "es")
        .replace("{id}", "00000000-0000-0000-0000-000000000000")
        .replace("{*file}", "none.css")
        .replace("{token}", "AAAA")
        .replace("{name}", "count")
}

fn paths(method: &str, slug: &str) -> Vec<String> {
    // The operator's numbers have an address of their own.
    let routes = routes().into_iter().filter(|(other, route)| other == method && route != "/metrics");
    let mut paths: Vec<String> = routes.map(|(_, route)| path_of(&route, slug)).collect();
    let spanish: Vec<_> = paths
        .iter()
        .filter(|path| {
            ["/c/", "/confirm/", "/mine/", "/embed/", "/partners/"]
                .iter()
                .any(|start| path.starts_with(start))
        })
        .map(|path| format!("/es{path}"))
        .collect();
    paths.extend(spanish);
    assert!(paths.len() > 10, "{paths:?}");
    paths
}

/// Answers of every kind there is: what was asked, and what came.
async fn answers(server: &Server) -> Vec<(String, Answer)> {
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    let mail = server.sign_and_confirm(&slug, &[]).await;
    let (confirm, mine) = (link(&mail, "/confirm/"), link(&mail, "/mine/"));
    let packet = server.packet(&owner, &slug).await;
    let mut seen = Vec::new();
    let mut public: Vec<String> = paths("GET", &slug);
    public.extend([
        confirm.clone(),
        mine.clone(),
        format!("/c/{slug}.json"),
        "/nothing".to_owned(),
        "/c/%ff".to_owned(),
        "/c/%00".to_owned(),
        "/c/nothing.json".to_owned(),
        format!("/c/{slug}/sign?from=union"),
        "/assets/assets.json".to_owned(),
        "/assets/..%2f..%2fCargo.toml".to_owned(),
        "/outbox/..%2fkeys".to_owned(),
    ]);
    let outbox = server.get("/outbox").await.text;
    let read = elements(&outbox).into_iter().find(|element| element.get("href").starts_with("/outbox/"));
    let read = read.unwrap().get("href").to_owned();
    public.extend([format!("{read}/html"), read]);
    // The assets that pages name, where they are built.
    let page = server.get(&format!("/c/{slug}")).await.text;
    public.extend(
        elements(&page)
            .iter()
            .map(|element| element.get("href").to_owned())
            .filter(|href| href.starts_with("/assets/")),
    );
    for path in &public {
        seen.push((format!("GET {path}"), server.get(path).await));
        seen.push((format!("HEAD {path}"), server.request(Method::HEAD, path, &[], None).await));
    }
    for path in paths("GET", &slug).iter().filter(|path| path.starts_with("/admin")).chain([&packet]) {
        seen.push((format!("GET {path} as owner"), server.get_as(&owner, path).await));
    }
    let large = "x".repeat(3 * 1024 * 1024);
    let cross = [("sec-fetch-site", "cross-site")];
    for path in paths("POST", &slug).into_iter().filter(|path| path != "/admin/logout") {
        seen.push((format!("POST {path}"), server.post(&path, &[("unknown", "field")]).await));
        seen.push((format!("POST {path} large"), server.post(&path, &[("comment", &large)]).await));
        let refused = server.request(Method::POST, &path, &cross, Some(&[])).await;
        seen.push((format!("POST {path} cross-site"), refused));
        let own = server.post_as(&owner, &path, &[("unknown", "field")]).await;
        seen.push((format!("POST {path} as owner"), own));
        seen.push((format!("DELETE {path}"), server.request(Method::DELETE, &path, &[], None).await));
    }
    seen.push(("POST signed".to_owned(), server.sign(&slug, &[("email", "n@people.example")]).await));
    seen.push(("POST confirmed".to_owned(), server.post(&confirm, &[]).await));
    seen.push(("POST changed".to_owned(), server.post(&mine, &[("action", "news")]).await));
    for _ in 0..11 {
        seen.push(("POST guess".to_owned(), server.post("/admin/login", &[("email", "x@y.example")]).await));
    }
    seen.push(("POST logout".to_owned(), server.post_as(&owner, "/admin/logout", &[]).await));
    let rows = server.database().await;
    rows.run("ALTER TABLE campaign RENAME TO campaign_away").await.unwrap();
    rows.close().await;
    // Another path than before: what was made a moment ago may be answered again.
    seen.push(("GET broken".to_owned(), server.get(&format!("/c/{slug}?from=broken")).await));
    for status in [200, 303, 400, 403, 404, 405, 410, 413, 422, 429, 500] {
        assert!(seen.iter().any(|(_, answer)| answer.status == status), "no answer was {status}");
    }
    seen
}

async fn invitation_to(server: &Server, email: &str) -> String {
    let mails = server.all_mails().await;
    link(mails.iter().find(|mail| mail.to == email).unwrap(), "/admin/invitation/")
}

/// The HTML part of a mail, shown on this machine alone: its own policy, with nothing but inline styles.
fn is_mail(what: &str) -> bool {
    what.contains("/outbox/") && what.ends_with("/html")
}

/// The form for other sites, which alone may be framed, with its style inside and vouched for by hash. A refusal at
/// its address is a page like any other.
fn is_framed(what: &str, answer: &Answer) -> bool {
    what.contains("/embed/") && matches!(answer.status, 200 | 422)
}

fn policy_holds(what: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    let directive = |name: &str| {
        let found = policy.split(';').map(str::trim).find(|part| part.split(' ').next() == Some(name));
        found.unwrap_or_else(|| panic!("{what}: no {name} in {policy}")).to_owned()
    };
    assert_eq!(directive("default-src"), "default-src 'none'", "{what}");
    let framed = is_framed(what, answer);
    let ancestors = if framed { "frame-ancestors *" } else { "frame-ancestors 'none'" };
    assert_eq!(directive("frame-ancestors"), ancestors, "{what}");
    let policy = policy.strip_suffix("frame-ancestors *").filter(|_| framed).unwrap_or(policy);
    assert_eq!(directive("base-uri"), "base-uri 'none'", "{what}");
    let mail = is_mail(what) && answer.status == 200;
    assert_eq!(
        directive("form-action"),
        if mail { "form-action 'none'" } else { "form-action 'self'" },
        "{what}"
    );
    assert!(!mail || !policy.contains("script-src"), "{what}: default-src 'none' is for scripts too");
    for word in ["unsafe-inline", "unsafe-eval'", "http:", "https:", "data:", "*"] {
        let styles = mail && word == "unsafe-inline";
        assert!(word == "unsafe-eval'" || styles || !policy.contains(word), "{what}: {word} in {policy}");
    }
    assert!(!policy.contains("'unsafe-eval'"), "{what}: {policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
    let permissions = answer.header("permissions-policy");
    for feature in ["camera=()", "geolocation=()", "microphone=()"] {
        assert!(permissions.contains(feature), "{what}: {permissions}");
    }
    for name in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
        assert_eq!(answer.headers.get_all(name).iter().count(), 1, "{what}: {name}");
    }
    assert_eq!(answer.header("server"), "", "{what}");
    assert_eq!(answer.header("x-powered-by"), "", "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_of_every_kind_carries_the_policy() {
    each_database(async |server| {
        for (what, answer) in answers(&server).await {
            policy_holds(&what, &answer);
            assert_eq!(
                answer.header("strict-transport-security"),
                "",
                "{what}: no promise about TLS on http"
            );
        }
        server.stop().await;
    })
    .await;
    // Behind TLS the promise is on every answer.
    let server = Server::start_with("", &[("REDRESS_BASE_URL", "https://petitions.example")]).await;
    for path in ["/", "/nothing", "/admin", "/admin/login", "/assets/none.css", "/health/live", "/c/x.json"] {
        let answer = server.get(path).await;
        policy_holds(path, &answer);
        let age = answer.header("strict-transport-security").strip_prefix("max-age=").unwrap();
        let age: u64 = age.split(';').next().unwrap().parse().unwrap();
        assert!(age >= 31_536_000, "{path}: a year or more, not {age}");
    }
    let large = "x".repeat(3 * 1024 * 1024);
    let answer = server.post("/admin/login", &[("email", &large)]).await;
    assert_eq!(answer.status, 413);
    assert!(!answer.header("strict-transport-security").is_empty());
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_of_a_page_is_the_one_its_policy_names_and_there_is_no_other() {
    // What is in a page does not depend on the database.
    let server = Server::start("").await;
    for (what, answer) in answers(&server).await {
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let mail = is_mail(&what) && answer.status == 200;
        let policy = answer.header("content-security-policy").to_owned();
        for element in elements(&answer.text) {
            for (name, value) in &element.attributes {
                assert!(!name.starts_with("on"), "{what}: a handler: {element:?}");
                assert!(name != "style" || mail, "{what}: an inline style: {element:?}");
                assert!(!value.trim_start().to_lowercase().starts_with("javascript:"), "{what}: {element:?}");
            }
            let framed = is_framed(&what, &answer);
            assert!(element.name != "style" || mail || framed, "{what}: an inline style sheet");
            assert!(element.name != "script" || !mail, "{what}: a script in a mail");
            if element.name == "script" || (element.name == "style" && framed) {
                assert!(!element.has("src"), "{what}: {element:?}");
                let hash = Sha256::digest(element.text.as_bytes());
                let hash = base64::engine::general_purpose::STANDARD.encode(hash);
                assert!(policy.contains(&format!("'sha256-{hash}'")), "{what}: {}", element.text);
            }
        }
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_is_refused_everywhere_and_changes_nothing() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[]).await;
        server.all_mails().await;
        let before = everything(&server).await;
        let mut targets: Vec<(Method, String)> =
            paths("POST", &slug).into_iter().map(|path| (Method::POST, path)).collect();
        targets.push((Method::POST, link(&mail, "/mine/")));
        for name in ["count", "packet-progress", "preview"] {
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                targets.push((method, format!("/do/{name}")));
            }
        }
        // What would be done if it came from our own page.
        let fields = [
            ("name", "Eve"),
            ("email", "eve@evil.example"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("visibility", "full"),
            ("action", "withdraw"),
            ("step", "close"),
            ("role", "owner"),
            ("slice", "all"),
        ];
        let elsewhere: &[&[(&str, &str)]] = &[
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "nonsense")],
            &[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:3000")],
            &[("origin", "null")],
            &[("origin", "https://evil.example")],
            &[("origin", "http://localhost.evil.example")],
            &[("origin", "localhost")],
            &[("origin", "")],
        ];
        for (method, path) in &targets {
            for from in elsewhere {
                let headers = [from, &[("cookie", owner.as_str())][..]].concat();
                let answer = server.request(method.clone(), path, &headers, Some(&fields)).await;
                assert_eq!(answer.status, 403, "{method} {path} {from:?}");
                assert_eq!(answer.header("set-cookie"), "", "{method} {path} {from:?}");
                // text/plain needs no preflight.
                let headers = [&headers[..], &[("content-type", "text/plain")][..]].concat();
                if *method == Method::POST {
                    let answer =
                        server.post_bytes(path, &headers, b"action=withdraw&step=close".to_vec()).await;
                    assert_eq!(answer.status, 403, "{path} {from:?} as text");
                }
            }
        }
        assert!(before == everything(&server).await, "no row");
        assert_eq!(server.get_as(&owner, "/admin").await.status, 200, "nobody was logged out");
        // The same from our own page, from an older browser, and from no browser is done.
        for (n, from) in [
            &[("sec-fetch-site", "same-origin")][..],
            &[("sec-fetch-site", "none")],
            &[("origin", "http://localhost:3000"), ("host", "localhost:3000")],
            &[],
        ]
        .into_iter()
        .enumerate()
        {
            let email = format!("p{n}@people.example");
            let signed = server.sign_from(from, &slug, &[("email", &email)]).await;
            assert_eq!(signed.status, 303, "{from:?}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_changes_nothing_and_what_only_changes_cannot_be_looked_at() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        let mail = server.mails(1).await.pop().unwrap();
        let invite = [("email", "m@bay.example"), ("role", "viewer")];
        server.post_as(&owner, "/admin/members", &invite).await;
        let invitation = link(&server.mails(2).await.pop().unwrap(), "/admin/invitation/");
        server.all_mails().await;
        let before = everything(&server).await;
        let (gets, posts) = (paths("GET", &slug), paths("POST", &slug));
        let tokens = [
            link(&mail, "/confirm/"),
            link(&mail, "/mine/"),
            format!("{}/unsubscribe", link(&mail, "/mine/")),
            invitation,
        ];
        for path in gets.iter().chain(&tokens) {
            for (name, value) in [("", ""), ("cookie", owner.as_str())] {
                let headers = [(name, value)];
                let headers = if name.is_empty() { &headers[..0] } else { &headers[..] };
                for _ in 0..2 {
                    let answer = server.request(Method::GET, path, headers, None).await;
                    assert!(answer.status < 500, "{path}: {}", answer.status);
                }
                server.request(Method::HEAD, path, headers, None).await;
                server.request(Method::OPTIONS, path, headers, None).await;
                // A form in the address is no form.
                let query = "action=withdraw&sure=on&step=close&role=owner&_method=POST";
                let asked = format!("{path}?{query}");
                server.request(Method::GET, &asked, headers, None).await;
            }
        }
        for path in posts.iter().filter(|path| !gets.contains(path)) {
            let answer = server.get_as(&owner, path).await;
            assert_eq!((answer.status, answer.header("allow")), (405, "POST"), "{path}");
        }
        for path in gets.iter().filter(|path| !posts.contains(path)) {
            let answer = server.post_as(&owner, path, &[]).await;
            assert_eq!(answer.status, 405, "{path}");
            assert!(answer.header("allow").contains("GET"), "{path}");
        }
        // A method in a field or a header is no method.
        let headers = [("cookie", owner.as_str()), ("x-http-method-override", "DELETE")];
        for path in posts.iter().filter(|path| !path.contains("unsubscribe") && !path.contains("logout")) {
            server.request(Method::DELETE, path, &headers, Some(&[("_method", "POST")])).await;
        }
        assert!(before == everything(&server).await, "looking changes nothing");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_or_signs_gets_no_cookie_and_who_logs_in_gets_one_that_is_locked() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[]).await;
        let mut answers = Vec::new();
        for path in paths("GET", &slug) {
            answers.push(server.get(&path).await);
        }
        for path in [link(&mail, "/confirm/"), link(&mail, "/mine/")] {
            answers.push(server.get(&path).await);
            answers.push(server.post(&path, &[("action", "news")]).await);
        }
        answers.push(server.sign(&slug, &[("email", "b@people.example"), ("name", "B B")]).await);
        answers.push(server.sign(&slug, &[("zip", "")]).await);
        answers.push(server.post("/admin/login", &[("email", OWNER), ("password", "wrong password")]).await);
        for answer in &answers {
            assert_eq!(answer.header("set-cookie"), "", "{}", text(&answer.text));
        }
        let invite = [("email", "m@bay.example"), ("role", "viewer")];
        server.post_as(&owner, "/admin/members", &invite).await;
        let invitation = invitation_to(&server, "m@bay.example").await;
        let login = server.post("/admin/login", &[("email", OWNER), ("password", PASSWORD)]).await;
        let joined = server.post(&invitation, &[("name", "M"), ("password", PASSWORD)]).await;
        let out = server.post_as(&login.cookie(), "/admin/logout", &[]).await;
        for answer in [&login, &joined, &out] {
            let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
            assert_eq!(cookies.len(), 1);
            let cookie = cookies[0].to_str().unwrap();
            assert!(cookie.starts_with("__Host-"), "{cookie}");
            let parts: Vec<&str> = cookie.split("; ").collect();
            for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
                assert!(parts.contains(&part), "{cookie}");
            }
            assert!(!cookie.contains("Domain"), "{cookie}");
            assert_eq!(answer.header("cache-control"), "no-store");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_go_to_our_own_paths_whatever_referer_host_or_next_say() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[]).await;
        let evil = [
            ("referer", "https://evil.example/c/x"),
            ("x-forwarded-host", "evil.example"),
            ("forwarded", "host=evil.example"),
            ("x-original-url", "//evil.example"),
            ("cookie", owner.as_str()),
        ];
        let mut locations = Vec::new();
        let mut note = |what: &str, answer: &Answer| {
            assert_eq!(answer.status, 303, "{what}: {}", text(&answer.text));
            locations.push(answer.location().to_owned());
        };
        let signed = server.sign_from(&evil, &slug, &[("email", "b@people.example"), ("name", "B B")]).await;
        note("sign", &signed);
        let confirm = link(&mail, "/confirm/");
        note("confirm", &server.request(Method::POST, &confirm, &evil, Some(&[])).await);
        let mine = link(&mail, "/mine/");
        note("mine", &server.request(Method::POST, &mine, &evil, Some(&[("action", "news")])).await);
        note("unsubscribe", &server.request(Method::GET, &format!("{mine}/unsubscribe"), &evil, None).await);
        let state = format!("/admin/c/{slug}/state");
        note("state", &server.request(Method::POST, &state, &evil, Some(&[("step", "pause")])).await);
        note("desk", &server.request(Method::GET, "/admin", &evil[..4], None).await);
        note("elsewhere", &server.request(Method::GET, "/admin/members", &evil[..4], None).await);
        for next in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/admin\\..\\..\\evil.example",
            "/admin/\r\nLocation: https://evil.example",
            "/admin%0d%0aSet-Cookie:x=y",
            "javascript:alert(1)",
            "/%09/evil.example",
            "https:/admin",
            "admin",
            "/admin@evil.example",
            "http://localhost:3000@evil.example/admin",
            "/admin/../..//evil.example",
            "/admin\u{0}",
            "/admin/é",
            "",
        ] {
            let fields = [("email", OWNER), ("password", PASSWORD), ("next", next)];
            let answer = server.request(Method::POST, "/admin/login", &evil[..4], Some(&fields)).await;
            note(next, &answer);
            assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1, "{next:?}");
        }
        note("logout", &server.request(Method::POST, "/admin/logout", &evil, Some(&[])).await);
        for location in locations {
            assert!(location.starts_with('/') && !location.starts_with("//"), "{location:?}");
            assert!(!location.contains(['\\', '\r', '\n', '\t']), "{location:?}");
            // As a browser reads it, from our own page.
            let base = url::Url::parse("http://localhost:3000/c/x").unwrap();
            let read = base.join(&location).unwrap();
            assert_eq!(read.origin(), base.origin(), "{location:?} leads to {read}");
        }
        // A page's own links name no host that a header named.
        let page = server.request(Method::GET, &format!("/c/{slug}?from=evil"), &evil[..4], None).await;
        assert!(!page.text.contains("evil.example"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_form_gets_the_answer_is_never_a_fault_of_ours() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[]).await;
        let mut targets = paths("POST", &slug);
        targets.retain(|path| path != "/admin/logout");
        targets.extend([link(&mail, "/confirm/"), link(&mail, "/mine/")]);
        let form = "application/x-www-form-urlencoded";
        let zip = "%00".repeat(20);
        let fields = "name=N&email=E%40e.example&zip=02121&residency=lives&visibility=full&slug=s&title_en=t";
        let bodies: Vec<(&str, Vec<u8>)> = vec![
            (form, Vec::new()),
            (form, b"&&&===&=&%&%%&a=%zz&b=%".to_vec()),
            (form, b"name=%ff%fe%00&email=%c3%28&zip=%f0%9f&action=%ff&slug=%00&step=%00".to_vec()),
            (form, b"name=\xff\xfe\x00&email=\xc3\x28&slug=\xf0\x9f&title_en=\xed\xa0\x80".to_vec()),
            (form, format!("{fields}{zip}&docket={zip}&goal={zip}&time_zone={zip}").into_bytes()),
            (form, format!("{fields}&name%00=x&%00=%00&body_name=a%00b&matter=%00").into_bytes()),
            (form, "name=a&".repeat(20_000).into_bytes()),
            (form, "signature=x&".repeat(20_000).into_bytes()),
            (form, format!("name{}={}", "[a]".repeat(20_000), "x").into_bytes()),
            (
                form,
                b"goal=99999999999999999999999&retention_days=-1&closes_day=9999-99-99&action=role".to_vec(),
            ),
            (form, b"timeline_0_day=-9999-01-01&timeline_0_en=x&timeline_99999999999_day=1".to_vec()),
            (form, b"closes_day=-009999-01-01&closes_time=25:61&time_zone=../../etc/passwd".to_vec()),
            (
                form,
                b"action=visibility&visibility=everywhere&signature=none&exclusion=none&slice=half".to_vec(),
            ),
            ("application/json", br#"{"name":{"name":[[[[[[]]]]]]}}"#.to_vec()),
            (
                "multipart/form-data; boundary=x",
                b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb".to_vec(),
            ),
            ("text/plain", b"name=a&email=b".to_vec()),
            ("text/xml", b"<!DOCTYPE x [<!ENTITY a \"a\">]><x>&a;</x>".to_vec()),
            ("nonsense", vec![0xff; 1_000]),
            ("", b"name=a".to_vec()),
        ];
        for path in &targets {
            // A form that nobody reads is answered before it has come: what is large goes where it is read.
            let unread = ["/confirm/", "/unsubscribe", "AAAA"].iter().any(|part| path.contains(part));
            for (kind, body) in bodies.iter().filter(|(_, body)| !unread || body.len() < 10_000) {
                for cookie in ["", owner.as_str()] {
                    if cookie.is_empty() && body.len() >= 10_000 && path.starts_with("/admin/") {
                        continue;
                    }
                    let mut headers = Vec::new();
                    if !kind.is_empty() {
                        headers.push(("content-type", *kind));
                    }
                    if !cookie.is_empty() {
                        headers.push(("cookie", cookie));
                    }
                    let answer = server.post_bytes(path, &headers, body.clone()).await;
                    let start = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
                    let known = matches!(answer.status, 200 | 303 | 403 | 404 | 410 | 413 | 422 | 429);
                    assert!(known, "{path} with {kind}: {start}: {}", answer.status);
                    assert!(answer.text.len() < 2_000_000, "{path}: {start}");
                }
            }
        }
        // The same in addresses.
        for path in [
            "/c/%00",
            "/c/%00.json",
            "/c/%ff",
            "/c/%F0%9F",
            "/c/x%0d%0aSet-Cookie:a=b",
            "/es/c/%00/sign",
            "/confirm/%00",
            "/mine/%ff",
            "/admin/setup/%00",
            "/admin/invitation/%00",
            "/admin/c/%00",
            "/admin/c/%00/edit",
            "/admin/c/%ff/held?count=x",
            "/admin/c/stop-monitoring/held?count=-1&done=released",
            "/admin/c/stop-monitoring/held?count=x",
            "/admin/c/stop-monitoring/duplicates?count=99999999999999999999",
            "/admin/c/stop-monitoring/packet/%00",
            "/admin/c/stop-monitoring?refused=%00%ff",
            "/c/stop-monitoring?from=%00",
            "/c/stop-monitoring?from=a&from=b",
            "/c/stop-monitoring?%ff=%ff",
            "/do/count",
            "/do/count?slug=%00",
            "/do/count?slug=%ff&goal=x&locale=xx",
            "/do/count?goal=99999999999999999999999",
            "/do/packet-progress?slug=stop-monitoring&packet=%00",
            "/do/preview",
            "/do/nothing",
            "/do/%00",
            "/outbox/%00",
            "/assets/%00",
            "/assets/../../../etc/passwd",
        ] {
            for cookie in ["", owner.as_str()] {
                let headers = [("cookie", cookie)];
                let headers = if cookie.is_empty() { &headers[..0] } else { &headers[..] };
                let answer = server.request(Method::GET, path, headers, None).await;
                assert!(answer.status < 500, "{path}: {} {}", answer.status, text(&answer.text));
                assert_eq!(answer.header("set-cookie"), "", "{path}");
            }
        }
        let long = format!("/c/{}", "x".repeat(60_000));
        assert!(server.get(&long).await.status < 500);
        let many: String = (0..5_000).map(|n| format!("&from={n}")).collect();
        assert!(server.get(&format!("/c/{slug}?x=y{many}")).await.status < 500);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_too_large_is_refused_as_such_and_an_endless_one_is_cut() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let large = "x".repeat(3 * 1024 * 1024);
        for path in paths("POST", &slug) {
            let answer = server.post(&path, &[("comment", &large)]).await;
            assert_eq!(answer.status, 413, "{path}");
            assert!(answer.text.contains("<h1"), "{path}: it says so in words");
        }
        // Ten texts of 20,000 letters, as an organizer may write them, are no large form.
        let long = "word ".repeat(4_000);
        let fields: Vec<(String, String)> = redress_tests::campaign_fields(&[
            ("slug", &slug),
            ("story_en", long.trim()),
            ("story_es", long.trim()),
            ("letter_en", long.trim()),
            ("letter_es", long.trim()),
        ]);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &fields).await.status, 303);

        // Without a length, in chunks, for as long as it lasts: 400 MB are on offer.
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x1_0000));
        for path in [format!("/c/{slug}/sign"), "/admin/login".to_owned(), "/mine/AAAA".to_owned()] {
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            );
            let (answer, poured) = server.pour(&head, chunk.as_bytes(), 6_400).await;
            assert!(poured < 400, "{path} took {poured} chunks of 64 KiB");
            let said = answer.lines().next().unwrap_or_default().to_owned();
            assert!(said.is_empty() || said.contains(" 413 ") || said.contains(" 404 "), "{path}: {said}");
        }
        assert_eq!(server.get("/health/ready").await.status, 200);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_behind_a_log_in_or_a_link_is_kept_by_nobody() {
    each_database_with(&[("REDRESS_BASE_URL", "https://petitions.example")], async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[]).await;
        let packet = server.packet(&owner, &slug).await;
        let invite = [("email", "m@bay.example"), ("role", "viewer")];
        server.post_as(&owner, "/admin/members", &invite).await;
        let invitation = invitation_to(&server, "m@bay.example").await;
        let mut seen = Vec::new();
        for path in paths("GET", &slug).iter().filter(|path| path.starts_with("/admin")) {
            seen.push((path.clone(), server.get_as(&owner, path).await));
            seen.push((path.clone(), server.get(path).await));
        }
        for path in [packet, link(&mail, "/confirm/"), link(&mail, "/mine/"), invitation, "/outbox".into()] {
            seen.push((path.clone(), server.get_as(&owner, &path).await));
        }
        let outbox = server.get("/outbox").await.text;
        let read = elements(&outbox).into_iter().find(|element| element.get("href").starts_with("/outbox/"));
        let read = read.unwrap().get("href").to_owned();
        seen.push((read.clone(), server.get(&read).await));
        seen.push((read.clone(), server.get(&format!("{read}/html")).await));
        for path in [link(&mail, "/confirm/"), link(&mail, "/mine/")] {
            seen.push((path.clone(), server.post(&path, &[("action", "news")]).await));
        }
        seen.push(("sign".into(), server.sign(&slug, &[("zip", "")]).await));
        let progress = format!("/do/packet-progress?slug={slug}&packet=x");
        seen.push((progress.clone(), server.get_as(&owner, &progress).await));
        seen.push(("preview".into(), server.get_as(&owner, "/do/preview?text=x").await));
        for (path, answer) in seen {
            assert_eq!(answer.header("cache-control"), "no-store", "{path}: {}", answer.status);
        }
        // What everybody sees is asked for again each time, and never for a cookie's sake.
        let page = server.get(&format!("/c/{slug}")).await;
        assert!(page.header("cache-control").contains("must-revalidate"));
        assert!(!page.header("vary").to_lowercase().contains("cookie"));
        let as_owner = server.get_as(&owner, &format!("/c/{slug}")).await;
        assert_eq!(page.text, as_owner.text, "a member sees the public page as the public does");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_database_is_a_reference_on_the_page_and_in_the_log_and_nothing_else() {
    let listening = logs::listen();
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let mail = server.sign_and_confirm(&slug, &[]).await;
        let rows = server.database().await;
        rows.run("ALTER TABLE tally RENAME TO tally_away").await.unwrap();
        rows.run("ALTER TABLE campaign_text RENAME TO campaign_text_away").await.unwrap();
        let mut broken = Vec::new();
        for path in
            [format!("/c/{slug}?from=new"), format!("/es/c/{slug}?from=new"), link(&mail, "/confirm/")]
        {
            broken.push(server.get(&path).await);
        }
        for path in [format!("/admin/c/{slug}"), "/admin".to_owned()] {
            broken.push(server.get_as(&owner, &path).await);
        }
        broken.push(server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "pause")]).await);
        let log = listening.text();
        let mut references = std::collections::BTreeSet::new();
        for answer in &broken {
            assert_eq!(answer.status, 500, "{}", text(&answer.text));
            policy_holds("a fault", answer);
            assert_eq!(answer.header("cache-control"), "no-store");
            let said = text(&answer.text);
            for word in [
                "tally",
                "campaign_text",
                "SELECT",
                "sqlx",
                "sqlite",
                "postgres",
                "no such",
                "relation",
                ".rs",
            ] {
                assert!(!answer.text.contains(word), "{word}: {said}");
            }
            let of = |word: &str| word.len() == 8 && word.bytes().all(|b| b.is_ascii_hexdigit());
            let words = said.split(|c: char| !c.is_ascii_alphanumeric());
            let found: Vec<&str> = words.filter(|word| of(word)).collect();
            assert_eq!(found.len(), 1, "one reference: {said}");
            let line = log.lines().find(|line| line.contains(found[0]));
            assert!(line.unwrap().contains("ERROR"), "{line:?}");
            references.insert(found[0].to_owned());
        }
        assert_eq!(references.len(), broken.len(), "each has its own");
        // A form that could not be kept says so, and that it may be sent again.
        let signed = server.sign(&slug, &[("email", "b@people.example")]).await;
        assert!(matches!(signed.status, 500 | 503), "{}", signed.status);
        assert!(!signed.text.contains("campaign_text"));
        // It is back to work when the database is.
        rows.run("ALTER TABLE tally_away RENAME TO tally").await.unwrap();
        rows.run("ALTER TABLE campaign_text_away RENAME TO campaign_text").await.unwrap();
        assert_eq!(server.sign(&slug, &[("email", "b@people.example"), ("name", "B B")]).await.status, 303);
        assert_eq!(server.count(&slug).await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}
