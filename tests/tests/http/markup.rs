//! What people write is text. Pages and mails are read as a browser reads them: whatever is typed into any field,
//! they have the elements, attributes, links and handlers that they have for plain words.

use std::collections::BTreeSet;

use redress_tests::html::{elements, shape, text, value_of};
use redress_tests::{Server, campaign_fields, link};

/// OWASP's and others' ways to make a browser run something; `@` and hosts are left out where a name may not
/// hold them, so that they reach every field.
pub const CORPUS: &[&str] = &[
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script\u{b}>alert(1)</script>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script src=data:,alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<img src=`x` onerror=alert(1)>",
    "<img/src/onerror=alert(1)>",
    "\"><img src=x onerror=alert(1)>",
    "'><img src=x onerror=alert(1)>",
    "><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input onfocus=alert(1) autofocus>",
    "<video><source onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<base href=javascript:alert(1)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=data:,*{x:y}>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<p style=background:red onclick=alert(1)>x</p>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "x\" formaction=\"javascript:alert(1)",
    "<!--><script>alert(1)</script>-->",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=1?><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "＜script＞alert(1)＜/script＞",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "javascript:alert(1)",
    "<x onclick=alert(1)>x",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<leptos-island data-component=X data-props='{\"x\":1}'>",
];

/// Fields that everybody may fill in, but for the mailbox, and those that organizers may.
const SIGNERS: &[&str] = &["name", "street", "unit", "city", "state", "comment", "source"];
const ORGANIZERS: &[&str] = &[
    "title_en",
    "title_es",
    "standfirst_en",
    "standfirst_es",
    "target_en",
    "target_es",
    "ask_en",
    "ask_es",
    "letter_en",
    "letter_es",
    "docket",
    "matter",
    "body_name",
    "body_office",
    "body_address",
];

struct Seen {
    place: String,
    html: String,
}

/// Everything somebody sees after a text was typed into every field there is.
async fn walk(server: &Server, owner: &str, slug: &str, typed: &str, n: usize) -> Vec<Seen> {
    let mut seen = Vec::new();
    let petition = format!("We ask the Mayor to withdraw it. {typed}");
    let mut changes: Vec<(&str, &str)> = ORGANIZERS.iter().map(|field| (*field, typed)).collect();
    changes.extend([("slug", slug), ("petition_en", &petition), ("petition_es", &petition)]);
    changes.extend([
        ("timeline_0_day", "2027-06-01"),
        ("timeline_0_en", "Plain"),
        ("timeline_0_es", "Plain"),
    ]);
    let fields = campaign_fields(&changes);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let saved = server.post_as(owner, &format!("/admin/c/{slug}/edit"), &fields).await;
    assert_eq!(saved.status, 303, "{typed}: {}", text(&saved.text));

    let (email, other) = (format!("p{n}@people.example"), format!("q{n}@people.example"));
    // A name needs a letter.
    let name = format!("{typed} X");
    let mut form: Vec<(&str, &str)> = SIGNERS.iter().map(|field| (*field, typed)).collect();
    form.extend([("name", name.as_str()), ("email", email.as_str())]);
    let signed = server.sign(slug, &form).await;
    assert_eq!(signed.status, 303, "{typed}: {}", text(&signed.text));
    let mail = server.mails(n + 1).await.pop().unwrap();
    let (confirm, mine) = (link(&mail, "/confirm/"), link(&mail, "/mine/"));
    let mut add = |place: &str, html: String| seen.push(Seen { place: place.to_owned(), html });
    add("mail", mail.html.clone());
    add("confirm before", server.get(&confirm).await.text);
    server.post(&confirm, &[]).await;
    add("confirm after", server.get(&confirm).await.text);
    add("mine", server.get(&mine).await.text);
    // The comment, read and shown; hidden ones keep a reason.
    let comments = format!("/admin/c/{slug}/comments");
    let page = server.get_as(owner, &comments).await.text;
    add("comments", page.clone());
    let id = value_of(&page, "signature").unwrap();
    for (action, reason) in [("hide", typed), ("hide", ""), ("show", "")] {
        let decide = [("signature", id.as_str()), ("action", action), ("reason", reason)];
        let decided = server.post_as(owner, &comments, &decide).await;
        add("comment decided", decided.text);
        add("comments after", server.get_as(owner, &comments).await.text);
    }
    let organization = [("name", typed), ("site", "https://bay.example"), ("mail_domain", "bay.example")];
    let saved = server.post_as(owner, "/admin/organization", &organization).await;
    assert_eq!(saved.status, 303, "{typed}: {}", text(&saved.text));
    add("organization", server.get_as(owner, "/admin/organization").await.text);
    let wrong = [("name", typed), ("site", typed), ("mail_domain", typed)];
    add("organization refused", server.post_as(owner, "/admin/organization", &wrong).await.text);
    // One that is held, to be seen at the desk.
    let mut held = form.clone();
    held.extend([("email", other.as_str()), ("website", typed)]);
    server.sign(slug, &held).await;
    for page in ["", "/sign", "/sign/sent"] {
        for prefix in ["", "/es"] {
            let path = format!("{prefix}/c/{slug}{page}");
            add(&path, server.get(&path).await.text);
        }
    }
    add("/", server.get("/").await.text);
    for page in ["", "/preview", "/preview?lang=es", "/edit", "/held", "/duplicates", "/packet"] {
        let path = format!("/admin/c/{slug}{page}");
        add(&path, server.get_as(owner, &path).await.text);
    }
    add("/admin", server.get_as(owner, "/admin").await.text);
    // Every form once more as it was typed, with its errors: here the mailbox and the choices hold it too.
    let mut wrong = form.clone();
    wrong.extend([
        ("email", typed),
        ("zip", typed),
        ("residency", typed),
        ("visibility", typed),
        ("website", typed),
        ("seen", typed),
        ("share", typed),
        ("news", typed),
    ]);
    let refused = server.sign(slug, &wrong).await;
    assert_eq!(refused.status, 422);
    add("sign refused", refused.text);
    for field in ["goal", "time_zone", "retention_days", "slug"] {
        changes.retain(|(name, _)| *name != field);
        changes.push((field, typed));
    }
    let wrong = campaign_fields(&changes);
    let wrong: Vec<_> = wrong.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let refused = server.post_as(owner, &format!("/admin/c/{slug}/edit"), &wrong).await;
    assert_eq!(refused.status, 422);
    add("edit refused", refused.text);
    let login = [("email", typed), ("password", typed), ("next", typed)];
    let refused = server.post("/admin/login", &login).await;
    assert!(matches!(refused.status, 422 | 429));
    add("login refused", refused.text);
    let invite = [("email", typed), ("role", typed)];
    add("invite refused", server.post_as(owner, "/admin/members", &invite).await.text);
    // And in addresses.
    let quoted: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    for path in [
        format!("/c/{quoted}"),
        format!("/c/{slug}/sign?from={quoted}"),
        format!("/confirm/{quoted}"),
        format!("{mine}?done={quoted}"),
        format!("/admin/login?next={quoted}"),
    ] {
        let place = path.replace(&quoted, "TYPED").replace(&mine, "/mine/TOKEN");
        add(&place, server.get(&path).await.text);
    }
    for path in [
        format!("/admin/c/{slug}?refused={quoted}"),
        format!("/admin/c/{slug}/edit?done={quoted}"),
        format!("/admin/members?done={quoted}"),
        format!("/admin/c/{slug}/preview?lang={quoted}"),
        format!("/admin/c/{slug}/packet/{quoted}"),
    ] {
        add(&path.replace(&quoted, "TYPED"), server.get_as(owner, &path).await.text);
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_typed_into_any_field_pages_and_mails_keep_their_shape() {
    assert!(CORPUS.len() >= 40);
    // What a page is made of does not depend on the database.
    let server = Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    // Until the list of recent signers is full, pages grow.
    let mut n = 0;
    while n < 8 {
        let (email, name) = (format!("p{n}@people.example"), format!("Plain Person {n}"));
        server.sign_and_confirm(&slug, &[("email", &email), ("name", &name), ("city", "Boston")]).await;
        n += 1;
    }
    let mut plain = Vec::new();
    // Twice: what was read and what was held before is listed from the second time on.
    for _ in 0..2 {
        plain = walk(&server, &owner, &slug, "Plain words", n).await;
        n += 1;
        server.clock.advance(jiff::SignedDuration::from_mins(61));
    }
    for typed in CORPUS {
        let seen = walk(&server, &owner, &slug, typed, n).await;
        n += 1;
        server.clock.advance(jiff::SignedDuration::from_mins(61));
        assert_eq!(seen.len(), plain.len());
        for (seen, plain) in seen.iter().zip(&plain) {
            assert_eq!(seen.place, plain.place);
            let (mut now, mut then) = (shape(&seen.html), shape(&plain.html));
            // These grow with every walk, by a version, a day, a signer who is held; what a row is made of stays.
            let desk = format!("/admin/c/{slug}");
            let grows = seen.place.starts_with("comments")
                || seen.place.starts_with("comment ")
                || seen.place.contains("/c/")
                    && !seen.place.ends_with("/sent")
                    && (!seen.place.starts_with(&desk)
                        || [&desk, &format!("{desk}/held")].contains(&&seen.place)
                        || seen.place.contains("/preview")
                        || seen.place.contains("refused="));
            if grows {
                now = now.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
                then = then.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            }
            if now != then {
                let first = now.iter().zip(&then).find(|(now, then)| now != then);
                let said = text(&seen.html);
                panic!("{typed} at {}: {first:?} of {} and {}: {said}", seen.place, now.len(), then.len());
            }
        }
        // What was typed is shown as typed, not dropped.
        let mine = seen.iter().find(|seen| seen.place == "mine").unwrap();
        let first = redress_domain::clean_line(typed);
        assert!(text(&mine.html).contains(&first), "{typed} is shown as typed: {}", text(&mine.html));
        // The public numbers are JSON, whatever the title.
        let json = server.get(&format!("/c/{slug}.json")).await;
        assert_eq!(json.header("content-type"), "application/json");
        let value: serde_json::Value = serde_json::from_str(&json.text).unwrap();
        assert_eq!(value["title"], first.as_str());
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_and_a_timeline_have_the_little_markup_allowed_and_no_other() {
    let server = Server::start("").await;
    let owner = server.owner().await;
    let timeline = [("timeline_0_day", "2026-11-03"), ("timeline_0_en", "Plain"), ("timeline_0_es", "Plain")];
    let slug = server.campaign(&owner, &timeline).await;
    let bare: BTreeSet<String> =
        elements(&server.get(&format!("/c/{slug}")).await.text).into_iter().map(|e| e.name).collect();
    let more = [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\nscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "![x](https://evil.example/pixel.png)",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x](https://a.example \"onmouseover=alert(1)\")",
        "[<img src=x onerror=alert(1)>](https://a.example)",
        "```html\n<script>alert(1)</script>\n```",
        "    <script>alert(1)</script>",
        "> <script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>",
        "# <svg onload=alert(1)>",
        "| a | b |\n| - | - |\n| <script>alert(1)</script> | b |",
        "[x](//evil.example)",
    ];
    let allowed = ["p", "h2", "h3", "em", "strong", "ul", "ol", "li", "a", "blockquote"];
    for typed in CORPUS.iter().chain(&more) {
        let line = redress_domain::clean_line(typed);
        let changes = [
            ("slug", slug.as_str()),
            ("story_en", *typed),
            ("timeline_0_day", "2026-11-03"),
            ("timeline_0_en", line.as_str()),
            ("timeline_0_es", line.as_str()),
        ];
        let fields = campaign_fields(&changes);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &fields).await;
        assert_eq!(saved.status, 303, "{typed}: {}", text(&saved.text));
        let island: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let preview = server.get_as(&owner, &format!("/do/preview?text={island}")).await;
        let preview: String = serde_json::from_str(&preview.text).unwrap();
        for element in elements(&preview) {
            assert!(allowed.contains(&element.name.as_str()), "{typed}: {element:?}");
        }
        let page = server.get(&format!("/c/{slug}")).await.text;
        let written = server.get_as(&owner, &format!("/admin/c/{slug}/preview")).await.text;
        for element in elements(&page).into_iter().chain(elements(&written)).chain(elements(&preview)) {
            let known = bare.contains(&element.name) || allowed.contains(&element.name.as_str());
            assert!(known, "{typed}: {element:?}");
            assert!(element.name != "script" || !element.text.contains("alert"), "{typed}");
            for (name, value) in &element.attributes {
                assert!(
                    !name.starts_with("on") && name != "style" && name != "srcdoc",
                    "{typed}: {element:?}"
                );
                if matches!(name.as_str(), "href" | "src" | "action" | "formaction") {
                    let value = value.trim().to_lowercase();
                    let own = value.starts_with('/') && !value.starts_with("//") || value.starts_with('#');
                    let web =
                        ["http://", "https://", "//", "mailto:"].iter().any(|start| value.starts_with(start));
                    assert!(own || web || value.is_empty(), "{typed}: {element:?}");
                }
            }
            // Nothing is loaded from elsewhere.
            let loads = matches!(&*element.name, "img" | "script" | "link" | "iframe" | "source" | "video");
            let from = [element.get("src"), element.get("href")].concat();
            assert!(!loads || from.starts_with('/') || from.is_empty() || element.get("rel") != "stylesheet");
            assert!(element.name != "img", "{typed}");
        }
    }
    server.stop().await;
}
