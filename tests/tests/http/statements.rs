//! Statements: set on the campaign's page and on the page for the press, with pictures that are drawn anew.

use std::path::{Path, PathBuf};

use redress_tests::html::{elements, shape, text, value_of};
use redress_tests::pictures::{photograph, png};
use redress_tests::{Answer, Server, each_database};

use crate::markup::CORPUS;

const SAID: &[(&str, &str)] = &[
    ("text", "We taught them to *look up*."),
    ("language", "en"),
    ("name", "Ana Díaz"),
    ("title", "President"),
    ("organization", "Harbor Teachers’ Union"),
    ("permission", "agreed by mail on 3 June"),
    ("logo_alt", "Logo of the Harbor Teachers’ Union"),
    ("logo_permission", "agreed by mail on 3 June"),
    ("portrait_alt", "Ana Díaz at a lectern"),
    ("portrait_permission", "agreed by mail on 3 June"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<_> =
        SAID.iter().copied().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name)).collect();
    fields.extend_from_slice(changes);
    fields
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The ids of the statements in the list at the desk, in order.
async fn ids(server: &Server, owner: &str, slug: &str) -> Vec<String> {
    let list = server.get_as(owner, &format!("/admin/c/{slug}/statements")).await.text;
    elements(&list)
        .iter()
        .filter(|element| element.name == "input" && element.get("name") == "statement")
        .map(|element| element.get("value").to_owned())
        .collect()
}

fn picture(page: &str, class: &str) -> Option<String> {
    elements(page)
        .iter()
        .find(|element| element.name == "img" && element.get("class") == class)
        .map(|element| element.get("src").to_owned())
}

async fn decide(server: &Server, owner: &str, slug: &str, action: &str, id: &str) -> Answer {
    let path = format!("/admin/c/{slug}/statements");
    server.post_as(owner, &path, &[("action", action), ("statement", id)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_stands_on_the_page_once_it_is_shown_and_its_pictures_with_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let new = format!("/admin/c/{slug}/statements/new");
        let (logo, portrait) = (png(1_600, 400), photograph());
        let sent = [("logo", "logo.png", logo.as_slice()), ("portrait", "ana.jpg", &portrait)];
        let made = server.post_files(&owner, &new, SAID, &sent).await;
        assert_eq!(made.status, 303, "{}", text(&made.text));
        let id = ids(&server, &owner, &slug).await.remove(0);
        let edit = format!("/admin/c/{slug}/statements/{id}");
        let page = server.get_as(&owner, &edit).await.text;
        assert_eq!(value_of(&page, "logo_alt").unwrap(), "Logo of the Harbor Teachers’ Union");
        let kept: Vec<_> = elements(&page)
            .iter()
            .filter(|element| element.name == "img")
            .map(|element| element.get("src").to_owned())
            .collect();
        assert_eq!(kept.len(), 2);

        // Not shown: the desk sees the pictures, nobody else does.
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("look up"));
        for src in &kept {
            assert_eq!(server.get(src).await.status, 404);
            let own = server.get_as(&owner, src).await;
            assert_eq!((own.status, own.header("cache-control")), (200, "private, no-store"));
        }

        decide(&server, &owner, &slug, "show", &id).await;
        let public = server.get(&format!("/c/{slug}")).await.text;
        assert!(public.contains("We taught them to <em>look up</em>."));
        for said in ["Ana Díaz", "President", "Harbor Teachers’ Union"] {
            assert!(text(&public).contains(said), "{said}");
        }
        assert!(!public.contains("3 June"), "who agreed is the hosts' business");
        let logo = picture(&public, "logo").unwrap();
        let answer = server.get(&logo).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, "image/png"));
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("content-disposition"), "inline; filename=\"logo.png\"");
        let drawn = image::load_from_memory(&answer.bytes).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (800, 200));
        let photograph = server.get(&picture(&public, "portrait").unwrap()).await;
        assert_eq!(photograph.header("content-type"), "image/jpeg");
        assert!(portrait.windows(3).any(|part| part == b"GPS"));
        assert!(!photograph.bytes.windows(3).any(|part| part == b"GPS"), "where it was taken is gone");
        assert_eq!(server.get(&logo.replace(".png", ".jpg")).await.status, 404, "it is what it is");

        // Another logo: the old file is gone. Then none.
        assert_eq!(files(server.storage()).len(), 2);
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#123" d="M0 0h4v4z"/></svg>"##;
        let changed = server.post_files(&owner, &edit, SAID, &[("logo", "x", svg)]).await;
        assert_eq!(changed.status, 303, "{}", text(&changed.text));
        assert_eq!(files(server.storage()).len(), 2);
        assert_eq!(server.get(&logo).await.status, 404);
        let without = with(&[("portrait_remove", "on"), ("title", "")]);
        server.post_files(&owner, &edit, &without, &[]).await;
        let public = server.get(&format!("/c/{slug}")).await.text;
        assert!(picture(&public, "portrait").is_none() && picture(&public, "logo").is_some());
        assert_eq!(files(server.storage()).len(), 1);

        decide(&server, &owner, &slug, "hide", &id).await;
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("look up"));
        decide(&server, &owner, &slug, "remove", &id).await;
        assert_eq!((ids(&server, &owner, &slug).await.len(), files(server.storage()).len()), (0, 0));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_sound_picture_is_answered_with_what_to_do_and_nothing_typed_is_lost() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let new = format!("/admin/c/{slug}/statements/new");
        let svg = |inside: &str| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>").into_bytes()
        };
        let laughs = b"<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&b;</title></svg>";
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("logo.png", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &vec![0; 20_000_000]).unwrap();
        let zip = zip.finish().unwrap().into_inner();
        let bomb = {
            // The pixels it says it has, in the header of a small one; the reader checks the header's sum first.
            let mut bomb = png(4, 4);
            bomb[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
            bomb
        };
        let photograph = photograph();
        let large = vec![0xFF; 9 * 1024 * 1024];
        let huge = vec![0xFF; 40 * 1024 * 1024];
        let deep = svg(&format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000)));
        let cases: &[(&str, &[u8], u16, &str)] = &[
            ("a zip", &zip, 422, "no picture that we can use"),
            ("pixels", &bomb, 422, ""),
            ("a page", b"<!doctype html><script>alert(1)</script>", 422, "no picture that we can use"),
            ("a GIF", b"GIF89a\x01\0\x01\0\x80\0\0", 422, "no picture that we can use"),
            ("cut off", &photograph[..photograph.len() / 3], 422, "cut off or damaged"),
            ("a script", &svg("<script>alert(1)</script>"), 422, "Save it as a PNG"),
            ("a link", &svg("<image href=\"http://e.example/x.png\"/>"), 422, "Save it as a PNG"),
            ("entities", laughs, 422, "Save it as a PNG"),
            ("deep", &deep, 422, "Save it as a PNG"),
            ("text", &svg("<text>We</text>"), 422, "into paths"),
            ("9 MB", &large, 413, "too large"),
            ("40 MB", &huge, 413, "too large"),
        ];
        for (what, bytes, status, says) in cases {
            let answer = server.post_files(&owner, &new, SAID, &[("logo", "logo.png", bytes)]).await;
            assert_eq!(answer.status, *status, "{what}: {}", text(&answer.text));
            assert!(text(&answer.text).contains(says), "{what}: {}", text(&answer.text));
            assert!(answer.text.contains("href=\"#logo\"") && answer.text.contains("id=\"logo-error\""), "{what}");
            for (name, value) in SAID {
                assert_eq!(value_of(&answer.text, name).as_deref(), Some(*value), "{what}: {name}");
            }
        }
        // A sound picture that nobody described or allowed, and a statement of nobody.
        let logo = png(40, 40);
        let wrong = with(&[("logo_alt", " "), ("logo_permission", ""), ("name", ""), ("organization", "")]);
        let answer = server.post_files(&owner, &new, &wrong, &[("logo", "l.png", &logo)]).await;
        assert_eq!(answer.status, 422);
        for field in ["logo_alt", "logo_permission", "name"] {
            assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        assert!(text(&answer.text).contains("choose it again"), "the browser lets go of the file");
        assert_eq!((ids(&server, &owner, &slug).await.len(), files(server.storage()).len()), (0, 0));
        // A form that ends in the middle.
        let (kind, body) = redress_tests::pictures::multipart(SAID, &[("logo", "l.png", &logo)]);
        let headers = [("cookie", owner.as_str()), ("content-type", kind.as_str())];
        let cut = server.post_bytes(&new, &headers, body[..body.len() - 40].to_vec()).await;
        assert_eq!(cut.status, 422);
        // No file goes where none is asked for. One far larger would be cut off, and no answer need arrive.
        let file = vec![0xFF; 3 * 1024 * 1024];
        let (kind, body) = redress_tests::pictures::multipart(&[("name", "Ana")], &[("logo", "l.png", &file)]);
        let sign = format!("/c/{slug}/sign");
        assert_eq!(server.post_bytes(&sign, &[("content-type", &kind)], body).await.status, 413);
        let (kind, body) = redress_tests::pictures::multipart(&[("name", "Ana")], &[]);
        assert_eq!(server.post_bytes(&sign, &[("content-type", &kind)], body).await.status, 422);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_nothing_shows_is_removed_by_and_by() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&slug).await.unwrap().unwrap().id;
        // What a crash leaves between the file and the row that would show it.
        let new = redress_store::NewUpload {
            campaign,
            kind: redress_domain::UploadKind::Logo,
            media: redress_domain::Media::Png,
            width: 1,
            height: 1,
            bytes: 3,
            sha256: String::new(),
            alt: "x".to_owned(),
            permission: "x".to_owned(),
            uploaded_by: None,
        };
        let upload = store.uploads().add(&new).await.unwrap();
        let file = server.storage().join(&upload.path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, b"png").unwrap();
        server
            .post_files(
                &owner,
                &format!("/admin/c/{slug}/statements/new"),
                SAID,
                &[("logo", "l", &png(9, 9))],
            )
            .await;
        server.after(jiff::SignedDuration::from_mins(5)).await;
        assert!(file.exists(), "somebody may be about to show it");
        server.after(jiff::SignedDuration::from_hours(2)).await;
        assert!(!file.exists());
        assert!(store.uploads().find(upload.id).await.unwrap().is_none());
        assert_eq!(files(server.storage()).len(), 1, "what a statement has stays, shown or not");
        store.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_are_read_in_their_order_in_their_own_language_and_direction() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let new = format!("/admin/c/{slug}/statements/new");
        for (language, words) in [("en", "First."), ("Spanish", "No somos sospechosos."), ("ar", "نحن جيران")]
        {
            let fields = with(&[("language", language), ("text", words)]);
            let made = server.post_files(&owner, &new, &fields, &[]).await;
            assert_eq!(made.status, 303, "{}", text(&made.text));
        }
        let order = ids(&server, &owner, &slug).await;
        for id in &order {
            decide(&server, &owner, &slug, "show", id).await;
        }
        decide(&server, &owner, &slug, "up", &order[2]).await;
        decide(&server, &owner, &slug, "up", &order[0]).await;
        decide(&server, &owner, &slug, "down", &order[1]).await;
        assert_eq!(ids(&server, &owner, &slug).await, [&*order[0], &order[2], &order[1]]);
        for prefix in ["", "/es"] {
            for path in ["", "/press"] {
                let page = server.get(&format!("{prefix}/c/{slug}{path}")).await.text;
                let quoted: Vec<_> = elements(&page)
                    .iter()
                    .filter(|element| element.name == "blockquote")
                    .map(|element| (element.get("lang").to_owned(), element.get("dir").to_owned()))
                    .collect();
                let wanted = [("en", "ltr"), ("ar", "rtl"), ("es", "ltr")];
                assert_eq!(
                    quoted,
                    wanted.map(|(lang, dir)| (lang.to_owned(), dir.to_owned())),
                    "{prefix}{path}"
                );
            }
        }
        let press = server.get(&format!("/c/{slug}/press")).await.text;
        let said = text(&press);
        for fact in [
            "Withdraw the bid.",
            "To the Mayor",
            "0 confirmed signatures on",
            "Bay Civil Liberties Union",
            "“First.” — Ana Díaz, President, Harbor Teachers’ Union",
            "«No somos sospechosos.» — Ana Díaz, President, Harbor Teachers’ Union",
        ] {
            assert!(said.contains(fact), "{fact}: {said}");
        }
        for id in &order {
            assert!(press.contains(&format!("id=\"statement-{id}\"")));
            assert!(press.contains(&format!("href=\"#statement-{id}\"")));
        }
        assert!(server.get(&format!("/es/c/{slug}/press")).await.text.contains("Para la prensa"));
        assert_eq!(server.get("/c/nothing/press").await.status, 404);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_is_text_and_runs_nothing() {
    let server = Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    let new = format!("/admin/c/{slug}/statements/new");
    let logo = png(9, 9);
    let fields = |typed: &str| -> Vec<(&'static str, String)> {
        SAID.iter()
            .map(|(name, _)| (*name, if *name == "language" { "en".to_owned() } else { typed.to_owned() }))
            .collect()
    };
    let mut plain: Option<Vec<Vec<String>>> = None;
    for typed in std::iter::once(&"A plain word").chain(CORPUS) {
        let fields = fields(typed);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let made = server.post_files(&owner, &new, &fields, &[("logo", "x.png", &logo)]).await;
        assert_eq!(made.status, 303, "{typed}: {}", text(&made.text));
        let id = ids(&server, &owner, &slug).await.remove(0);
        decide(&server, &owner, &slug, "show", &id).await;
        let mut seen = Vec::new();
        let edit = format!("/admin/c/{slug}/statements/{id}");
        for page in [format!("/c/{slug}"), format!("/c/{slug}/press")] {
            seen.push(server.get(&page).await.text);
        }
        for page in [format!("/admin/c/{slug}/statements"), edit.clone()] {
            seen.push(server.get_as(&owner, &page).await.text);
        }
        let mut wrong = fields.clone();
        wrong.push(("language", typed));
        wrong.retain(|(name, value)| *name != "language" || value != &"en");
        seen.push(server.post_files(&owner, &edit, &wrong, &[]).await.text);
        let shapes: Vec<Vec<String>> = seen.iter().map(|page| without_ids(shape(page))).collect();
        match &plain {
            None => plain = Some(shapes),
            Some(plain) => {
                for (at, (one, other)) in plain.iter().zip(&shapes).enumerate() {
                    // What Markdown makes of them may be a paragraph more or less, and nothing else.
                    assert_eq!(handlers(one), handlers(other), "{typed} on page {at}");
                }
            }
        }
        decide(&server, &owner, &slug, "remove", &id).await;
    }
    server.stop().await;
}

/// Shapes without what only names this statement and this picture.
fn without_ids(shape: Vec<String>) -> Vec<String> {
    shape
        .into_iter()
        .map(|element| {
            let hex = |c: char| c.is_ascii_hexdigit() || c == '-';
            element.split(|c: char| !hex(c) && !c.is_alphanumeric()).filter(|part| part.len() < 32).collect()
        })
        .collect()
}

/// The elements of a page but those that limited Markdown makes.
fn handlers(shape: &[String]) -> Vec<&String> {
    let words = ["p", "em", "strong", "ul", "ol", "li", "a"];
    shape
        .iter()
        .filter(|element| {
            let name: String = element.chars().take_while(char::is_ascii_alphanumeric).collect();
            !words.contains(&name.as_str())
        })
        .collect()
}
