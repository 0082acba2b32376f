//! Drafts: saved version by version, written on in two tabs at once, read by others.

use jiff::SignedDuration;
use redress_tests::writing::Drive;
use redress_tests::{Answer, Server, each_database, html};

/// Saves a draft, and gives its path.
async fn begin(server: &Server, drive: &Drive, text: &str) -> String {
    let answer = drive.send(server, &[("do", "draft"), ("text", text), ("email", ""), ("public", "")]).await;
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
        assert!(page.contains("The library is loud."));
        let calm = server.get(&format!("{path}?version=2")).await.text;
        assert!(calm.contains("The library is calm."), "{calm}");
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
        let restored = server.post(&path, &[("do", "restore:1")]).await;
        assert_eq!(restored.status, 303);
        let page = server.get(&path).await.text;
        let area = page.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
        assert!(area.contains("Version zero"), "{area}");
        let newest = server.get(&format!("{path}?version=31")).await.text;
        assert!(newest.contains("Minute 30"), "the newest is a version still");
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
            .split("name=\"do\" value=\"take:")
            .skip(1)
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect();
        let take = format!("take:{}", ids[0]);
        assert_eq!(server.post(&path, &[("do", take.as_str()), ("base", "1")]).await.status, 303);
        let page = server.get(&path).await.text;
        assert!(page.contains("The library is quiet and ours.") && page.contains("Taken"));
        // The next was made on the text before: its difference is shown anew before it is taken.
        let last = ids.last().unwrap().as_str();
        let stale = server.post(&path, &[("do", format!("take:{last}").as_str()), ("base", "1")]).await;
        assert_eq!(stale.status, 409);
        assert_eq!(server.post(&path, &[("do", format!("leave:{last}").as_str())]).await.status, 303);
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

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_began_by_itself_knows_what_it_began_from() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let borrowed = "At Codman. People come to us to read without being watched. Please \
                        pass this ordinance and keep it that way.";
        let fields = [
            ("slug", drive.slug.as_str()),
            ("text", borrowed),
            ("locale", "en"),
            ("template", "from-a-library"),
            ("source", "library-table"),
        ];
        let begun = server.post("/do/save-draft", &fields).await;
        let token = begun.text.split("\"token\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = server.get(&format!("/testimony/{token}")).await.text;
        assert!(page.contains("Nearly all of this is the text you began from"), "{}", html::text(&page));
        assert_eq!(html::value_of(&page, "template").as_deref(), Some("from-a-library"));
        let rows = server.database().await;
        assert_eq!(rows.texts("SELECT source FROM testimony").await, ["library-table"]);
        let own = "SELECT CAST(own_percent AS BIGINT) FROM testimony";
        assert!(rows.number(own).await < 30);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_buttons_beside_the_text_keep_what_was_typed_since() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        let page = server.get(&path).await.text;
        // Without scripts a button sends its own form: it has to be the one that the text is in.
        for button in html::elements(&page).into_iter().filter(|one| one.get("value") == "share") {
            assert_eq!((button.name.as_str(), button.get("form")), ("button", "write"));
        }
        let typed = [("do", "share"), ("base", "1"), ("text", "The library is loud."), ("zip", "02119")];
        assert_eq!(drive.post_to(&server, &path, &typed).await.status, 303);
        let page = server.get(&path).await.text;
        assert!(page.contains("The library is loud.") && page.contains("/drafts/"), "{page}");
        assert_eq!(html::value_of(&page, "zip").as_deref(), Some("02119"));

        // Another version comes back on top of what was typed meanwhile, which is a version of its own.
        let typed = [("do", "restore:1"), ("base", "2"), ("text", "The library is somebody else's.")];
        assert_eq!(drive.post_to(&server, &path, &typed).await.status, 303);
        let page = server.get(&path).await.text;
        let area = page.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
        assert!(area.contains("The library is quiet."), "{area}");
        let kept = server.get(&format!("{path}?version=3")).await.text;
        assert!(kept.contains("The library is somebody else") && kept.contains("version"), "{kept}");
        // From a page that is behind, nothing is done and nothing is lost.
        let behind = [("do", "restore:1"), ("base", "1"), ("text", "The library is gone.")];
        let answer = drive.post_to(&server, &path, &behind).await;
        assert_eq!(answer.status, 409);
        assert!(answer.text.contains("The library is gone."));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_on_a_page_that_is_closed_meanwhile_comes_back() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        let shared = share(&server, &path).await;
        assert_eq!(drive.post_to(&server, &path, &[("base", "1")]).await.status, 303);
        // Another tab still has the draft.
        for action in ["draft", "send", "preview", "share"] {
            let typed = [("do", action), ("base", "1"), ("text", "What I thought of on the train.")];
            let answer = drive.post_to(&server, &path, &typed).await;
            assert_eq!(answer.status, 409, "{action}");
            let area = answer.text.split("<textarea").nth(1).unwrap_or_default();
            assert!(area.contains("What I thought of on the train."), "{action}: {}", answer.text);
        }
        // And once the mailbox has said yes, it opens nothing, and still gives back what was typed into it.
        let mail = server.mail_to("ana@people.example", 1).await;
        assert_eq!(server.post(&redress_tests::link(&mail, "/confirm/"), &[]).await.status, 303);
        let answer = drive.post_to(&server, &path, &[("do", "draft"), ("text", "On the way home.")]).await;
        assert_eq!(answer.status, 403);
        assert!(answer.text.contains("On the way home.") && !answer.text.contains("Saturdays"));

        // A reader who was still writing when the draft was sent.
        let words = [("name", "Bo"), ("text", "The library is ours."), ("comment", "Say whose it is.")];
        let gone = server.post(&shared, &words).await;
        assert_eq!(gone.status, 410);
        assert!(gone.text.contains("The library is ours.") && gone.text.contains("Say whose it is."));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suggestion_says_which_version_it_was_made_on() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let path = begin(&server, &drive, "The library is quiet.").await;
        let shared = share(&server, &path).await;
        let fields = [("name", "Bo"), ("text", "The library is ours."), ("base", "1")];
        assert_eq!(server.post(&shared, &fields).await.status, 303);
        assert!(!html::text(&server.get(&path).await.text).contains("made on version"));
        let more = [("do", "draft"), ("base", "1"), ("text", "The library is quiet on Sundays.")];
        assert_eq!(drive.post_to(&server, &path, &more).await.status, 303);
        let page = html::text(&server.get(&path).await.text);
        assert!(page.contains("It was made on version 1"), "{page}");
        server.stop().await;
    })
    .await;
}
