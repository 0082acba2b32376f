//! Drafts: saved version by version, written on in two tabs at once, read by others.

use jiff::SignedDuration;
use redress_tests::writing::Drive;
use redress_tests::{Answer, Server, each_database, html};

/// Saves a draft, and gives its path.
async fn begin(server: &Server, drive: &Drive, text: &str) -> String {
    let answer = drive.send(&server, &[("do", "draft"), ("text", text), ("email", ""), ("public", "")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().split('?').next().unwrap().to_owned()
}

/// What the island does when typing rests.
async fn autosave(server: &Server, path: &str, base: &str, text: &str) -> Answer {
    let token = path.rsplit('/').next().unwrap();
    server.post("/do/save-draft", &[("token", token), ("base", base), ("text", text), ("locale", "en")]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_as_it_was_typed_and_needs_nothing() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "A first word").await;
        let page = server.get(&path).await;
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(page.text.contains("A first word") && page.text.contains("Ana Díaz"));
        assert_eq!(html::value_of(&page.text, "base").as_deref(), Some("1"));
        let saved =
            drive.post_to(&server, &path, &[("do", "draft"), ("base", "1"), ("text", "A second word")]).await;
        assert_eq!(saved.status, 303);
        let sent = drive.post_to(&server, &path, &[("do", "send"), ("base", "2"), ("text", "")]).await;
        assert_eq!(sent.status, 422);
        assert!(html::text(&sent.text).contains("Write your testimony"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_text_saves_itself_from_its_first_sentence_on() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let fields = [("slug", drive.slug.as_str()), ("text", "My first sentence."), ("locale", "en")];
        let begun = server.post("/do/save-draft", &fields).await;
        assert_eq!(begun.status, 200, "{}", begun.text);
        let token = begun.text.split("\"token\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let path = format!("/testimony/{token}");
        let saved = autosave(&server, &path, "1", "My first sentence. And my second.").await;
        assert!(saved.text.contains("\"number\":2") && saved.text.contains("\"words\":6"), "{}", saved.text);
        assert!(server.get(&path).await.text.contains("And my second."));
        // A foreign token, and none at all, save nothing.
        assert!(autosave(&server, "/testimony/none", "1", "x").await.text.contains("Closed"));
        assert!(server.post("/do/save-draft", &[]).await.text.contains("Closed"));
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony").await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_tabs_the_later_sees_the_difference_and_both_texts_are_kept() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        assert_eq!(
            drive
                .post_to(&server, &path, &[("do", "draft"), ("base", "1"), ("text", "The library is calm.")])
                .await
                .status,
            303
        );
        assert!(autosave(&server, &path, "1", "The library is loud.").await.text.contains("Behind"));
        let later = [("do", "draft"), ("base", "1"), ("text", "The library is loud.")];
        let answer = drive.post_to(&server, &path, &later).await;
        assert_eq!(answer.status, 409);
        assert!(
            answer.text.contains("<del>calm.</del>") && answer.text.contains("<ins>loud.</ins>"),
            "{}",
            answer.text
        );
        let area = answer.text.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
        assert!(area.contains("The library is loud."), "{area}");
        // Both are versions, whatever happens next.
        let page = server.get(&path).await.text;
        assert!(page.contains("The library is calm.") && page.contains("kept beside another"), "{page}");
        let base = html::value_of(&answer.text, "base").unwrap();
        let again = drive
            .post_to(&server, &path, &[("do", "draft"), ("base", &base), ("text", "The library is loud.")])
            .await;
        assert_eq!(again.status, 303);
        let page = server.get(&path).await.text;
        assert!(page.contains("The library is loud.") && page.contains("The library is calm."));
        // Sending on top of a version that was not seen is refused the same way.
        let sent = drive
            .post_to(&server, &path, &[("do", "send"), ("base", "1"), ("text", "The library is mine.")])
            .await;
        assert_eq!(sent.status, 409);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_evening_of_autosaves_is_a_handful_of_versions_and_any_of_them_comes_back() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "Version zero").await;
        for n in 1..=30 {
            server.clock.advance(SignedDuration::from_secs(60));
            let saved = autosave(&server, &path, &n.to_string(), &format!("Minute {n}")).await;
            assert!(saved.text.contains(&format!("\"number\":{}", n + 1)), "{}", saved.text);
        }
        let rows = server.database().await;
        let kept = rows.number("SELECT COUNT(*) FROM testimony_version").await;
        rows.close().await;
        assert!((3..=6).contains(&kept), "{kept}");
        let restored = server.post(&path, &[("do", "restore"), ("version", "1")]).await;
        assert_eq!(restored.status, 303);
        let page = server.get(&path).await.text;
        let area = page.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
        assert!(area.contains("Version zero"), "{area}");
        assert!(page.contains("Minute 30"), "the newest is a version still");
        server.stop().await;
    })
    .await;
}

async fn share(server: &Server, path: &str) -> String {
    assert_eq!(server.post(path, &[("do", "share")]).await.status, 303);
    let page = server.get(path).await.text;
    page.split('"').find_map(|part| part.find("/drafts/").map(|at| part[at..].to_owned())).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_without_an_account_propose_and_the_writer_takes_or_leaves_each() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        let shared = share(&server, &path).await;
        let page = server.get(&shared).await;
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(page.text.contains("The library is quiet.") && !page.text.contains("Díaz"), "{}", page.text);
        assert_eq!(
            server.post(&shared, &[("name", "Bo"), ("text", "The library is quiet.")]).await.status,
            422
        );
        for (name, text, comment) in [
            ("Bo", "The library is quiet and ours.", ""),
            ("Cy", "The library is quiet.", "Say which one."),
            ("Di", "The library is closed.", "Is it?"),
        ] {
            server.clock.advance(SignedDuration::from_secs(1));
            let fields = [("name", name), ("text", text), ("comment", comment), ("base", "1")];
            assert_eq!(server.post(&shared, &fields).await.status, 303);
        }
        let page = server.get(&path).await.text;
        assert!(page.contains("<ins>quiet and ours.</ins>") || page.contains("and ours."), "{page}");
        assert!(page.contains("Say which one.") && page.contains("Di"));
        let ids: Vec<String> = page
            .split("name=\"suggestion\" value=\"")
            .skip(1)
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect();
        let take = [("do", "take"), ("suggestion", ids[0].as_str()), ("base", "1")];
        assert_eq!(server.post(&path, &take).await.status, 303);
        let page = server.get(&path).await.text;
        assert!(page.contains("The library is quiet and ours.") && page.contains("Taken"));
        // The next was made on the text before: its difference is shown anew before it is taken.
        let last = ids.last().unwrap().as_str();
        let stale = server.post(&path, &[("do", "take"), ("suggestion", last), ("base", "1")]).await;
        assert_eq!(stale.status, 409);
        assert_eq!(server.post(&path, &[("do", "leave"), ("suggestion", last)]).await.status, 303);
        assert!(server.get(&path).await.text.contains("Left"));

        assert_eq!(server.post(&path, &[("do", "stop")]).await.status, 303);
        assert_eq!(server.get(&shared).await.status, 410);
        assert_eq!(server.post(&shared, &[("name", "Bo"), ("comment", "x")]).await.status, 410);
        assert_ne!(share(&server, &path).await, shared);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_readers_link_is_no_writers_link_and_ends_when_the_draft_is_sent() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        let shared = share(&server, &path).await;
        let token = shared.rsplit('/').next().unwrap();
        assert_eq!(server.get(&format!("/testimony/{token}")).await.status, 404);
        server.post(&shared, &[("name", "Bo"), ("comment", "Good."), ("text", "")]).await;
        assert_eq!(drive.post_to(&server, &path, &[("base", "1")]).await.status, 303);
        assert_eq!(server.get(&shared).await.status, 410);
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM suggestion").await, 0);
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony_version").await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_have_a_size_and_a_number() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        let shared = share(&server, &path).await;
        let long = "a ".repeat(50_001);
        let answer = server.post(&shared, &[("name", "Bo"), ("text", &long)]).await;
        assert_eq!(answer.status, 422);
        for n in 0..51 {
            // Another hour: the connection's own limit is not what is looked at.
            server.clock.advance(SignedDuration::from_mins(5));
            let comment = format!("Remark {n}");
            let fields = [("name", "Bo"), ("comment", comment.as_str()), ("text", "")];
            let answer = server.post(&shared, &fields).await;
            assert_eq!(answer.status, if n < 50 { 303 } else { 422 }, "{n}");
            assert!(n < 50 || answer.text.contains("Remark 50"));
        }
        server.stop().await;
    })
    .await;
}
