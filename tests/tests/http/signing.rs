//! Signing, confirming, and leaving again.

use jiff::SignedDuration;
use redress_tests::{each_database, html, link};

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_counts_once_its_mailbox_confirms_and_only_once() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let answer = server.sign(&slug, &[]).await;
        assert_eq!((answer.status, answer.location()), (303, "/c/stop-monitoring/sign/sent"));
        assert_eq!(answer.header("set-cookie"), "");
        assert_eq!(server.get(answer.location()).await.status, 200);
        assert_eq!(server.count(&slug).await, 0);

        let confirm = link(&server.mail_to("ana@people.example", 1).await, "/confirm/");
        for _ in 0..10 {
            let page = server.get(&confirm).await;
            assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        }
        assert_eq!(server.count(&slug).await, 0);
        for _ in 0..2 {
            assert_eq!(server.post(&confirm, &[]).await.status, 303);
            assert_eq!(server.count(&slug).await, 1);
        }
        assert!(server.get(&confirm).await.text.contains("/mine/"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_spellings_of_one_mailbox_at_once_are_one_signature_and_one_mail() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let spellings: Vec<String> = (0..50)
            .map(|n| match n % 3 {
                0 => format!("ana.diaz+{n}@gmail.com"),
                1 => "AnaDiaz@googlemail.com".to_owned(),
                _ => format!("a.n.a.d.i.a.z+t{n}@Gmail.com"),
            })
            .collect();
        let pages: Vec<(u16, String)> = crate::at_once(spellings.iter().map(|email| async {
            let answer = server.sign(&slug, &[("email", email)]).await;
            (answer.status, answer.location().to_owned())
        }))
        .await;
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "the same page for everybody");
        server.mails(1).await;
        // Every form was answered, so every mail that is owed is in the outbox: let the worker empty it.
        server.after(SignedDuration::from_secs(1)).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let mails = server.mails(1).await;
        assert_eq!(mails.len(), 1);
        server.post(&link(&mails[0], "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_person_of_the_household_counts_and_a_third_does_not() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        server.sign(&slug, &[("name", "Luis Díaz")]).await;
        let mails = server.mails(2).await;
        for mail in &mails {
            server.post(&link(mail, "/confirm/"), &[]).await;
        }
        assert_eq!(server.count(&slug).await, 2);
        server.sign(&slug, &[("name", "Eva Díaz")]).await;
        server.sign(&slug, &[("email", "b@people.example")]).await;
        server.sign(&slug, &[("email", "b@people.example"), ("name", "Bo Lee"), ("zip", "02139")]).await;
        let mails = server.mails(4).await;
        assert!(mails.iter().filter(|mail| mail.text.contains("/confirm/")).count() == 3, "{mails:?}");
        assert_eq!(server.count(&slug).await, 2);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signed_already_is_told_by_mail_alone() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let first = server.sign(&slug, &[]).await;
        server.post(&link(&server.mails(1).await[0], "/confirm/"), &[]).await;
        let second = server.sign(&slug, &[]).await;
        assert_eq!(
            (first.status, first.location(), &first.text),
            (second.status, second.location(), &second.text)
        );
        let note = server.mails(2).await.pop().unwrap();
        assert!(!note.text.contains("/confirm/") && note.text.contains("/mine/"), "{}", note.text);
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_error_is_told_at_once_and_nothing_typed_is_lost() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let comment = "Kept <b>as typed</b>";
        let answer = server
            .sign(
                &slug,
                &[("name", ""), ("email", "nobody"), ("zip", "1"), ("visibility", ""), ("comment", comment)],
            )
            .await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains("<title>Error:"), "the title says so");
        for field in ["name", "email", "zip", "visibility"] {
            assert!(answer.text.contains(&format!("href=\"#{field}\"")), "the summary links to {field}");
        }
        assert!(answer.text.contains("value=\"nobody\""));
        assert!(answer.text.contains("Kept &lt;b") && !answer.text.contains("Kept <b"));
        let spanish = server.post("/es/c/stop-monitoring/sign", &[]).await;
        assert_eq!(spanish.status, 422);
        assert!(spanish.text.contains("lang=\"es\""));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_any_mail_a_signer_changes_withdraws_and_erases() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        let mail = server.mails(1).await.remove(0);
        server.post(&link(&mail, "/confirm/"), &[]).await;
        assert!(server.get(&format!("/c/{slug}")).await.text.contains("Ana Díaz"));
        let mine = link(&mail, "/mine/");
        assert!(server.get(&mine).await.text.contains("Ana Díaz"));
        let hidden = server.post(&mine, &[("action", "visibility"), ("visibility", "hidden")]).await;
        assert_eq!(hidden.status, 303);
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("Ana Díaz"));
        assert_eq!(
            server.post(&format!("{mine}/unsubscribe"), &[("List-Unsubscribe", "One-Click")]).await.status,
            200
        );
        assert_eq!(server.post(&mine, &[("action", "erase")]).await.status, 422, "erasing asks twice");
        assert_eq!(server.post(&mine, &[("action", "withdraw")]).await.status, 303);
        assert_eq!(server.count(&slug).await, 0);
        assert_eq!(server.post(&mine, &[("action", "erase"), ("sure", "on")]).await.status, 303);
        assert!(!server.get(&mine).await.text.contains("Ana Díaz"));
        // Who left may come again.
        server.sign(&slug, &[]).await;
        let again = server.mails(2).await.pop().unwrap();
        server.post(&link(&again, "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unconfirmed_are_reminded_once_and_forgotten_after_thirty_days() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[]).await;
        let confirm = link(&server.mails(1).await[0], "/confirm/");
        server.after(SignedDuration::from_hours(49)).await;
        server.after(SignedDuration::from_hours(24)).await;
        assert_eq!(server.mails(2).await.len(), 2);
        server.after(SignedDuration::from_hours(24 * 30)).await;
        assert_eq!(server.post(&confirm, &[]).await.status, 303);
        assert_eq!(server.count(&slug).await, 0);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_end_there_is_no_form_and_a_day_to_confirm() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("closes_day", "2026-11-03"), ("closes_time", "12:00")]).await;
        server.sign(&slug, &[]).await;
        server.sign(&slug, &[("email", "late@people.example"), ("name", "Lee Late")]).await;
        let mails = server.mails(2).await;
        server.after(SignedDuration::from_hours(30)).await;
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("name=\"email\""));
        assert_eq!(server.sign(&slug, &[("email", "x@people.example")]).await.status, 422);
        server.post(&link(&mails[0], "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.after(SignedDuration::from_hours(24)).await;
        server.post(&link(&mails[1], "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_sees_the_same_page_and_is_held_until_a_person_releases_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let bot = server.sign(&slug, &[("website", "http://spam.example")]).await;
        let person = server.sign(&slug, &[("email", "p@people.example"), ("name", "Pat Lee")]).await;
        assert_eq!((bot.status, bot.location()), (person.status, person.location()));
        assert_eq!(server.mails(1).await.len(), 1);
        let held = server.get_as(&owner, &format!("/admin/c/{slug}/held")).await;
        assert_eq!(held.status, 200);
        assert!(held.text.contains("Ana Díaz"));
        let (_, rest) = held.text.split_once("name=\"signature\"").unwrap();
        let (_, rest) = rest.split_once("value=\"").unwrap();
        let id = rest.split('"').next().unwrap().to_owned();
        let fields = [("signature", id.as_str()), ("action", "release")];
        assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/held"), &fields).await.status, 303);
        let mail = server.mail_to("ana@people.example", 2).await;
        server.post(&link(&mail, "/confirm/"), &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_survives_a_restart_and_owed_mail_goes_out() {
    let mut server = redress_tests::Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    assert_eq!(server.sign(&slug, &[]).await.status, 303);
    server.restart().await;
    let mail = server.mail_to("ana@people.example", 1).await;
    server.post(&link(&mail, "/confirm/"), &[]).await;
    assert_eq!(server.count(&slug).await, 1);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_presets_no_choice_and_its_errors_keep_every_field() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for path in [format!("/c/{slug}"), format!("/c/{slug}/sign"), format!("/es/c/{slug}/sign")] {
            let page = server.get(&path).await.text;
            let fields: Vec<_> = html::elements(&page)
                .into_iter()
                .filter(|element| matches!(&*element.name, "input" | "option" | "textarea"))
                .collect();
            assert!(fields.iter().filter(|field| field.get("name") == "visibility").count() == 3, "{path}");
            assert!(fields.iter().filter(|field| field.get("name") == "residency").count() == 4, "{path}");
            for name in ["share", "news"] {
                assert!(fields.iter().any(|field| field.get("name") == name), "{path}: {name}");
            }
            for field in &fields {
                assert!(!field.has("checked") && !field.has("selected"), "{path}: {field:?}");
            }
        }
        let typed = [
            ("name", "Ana"),
            ("email", "nobody"),
            ("street", "12 Elm Street"),
            ("unit", "Apt 3"),
            ("city", "Boston"),
            ("state", "MA"),
            ("zip", "0212"),
            ("residency", "works"),
            ("visibility", "short"),
            ("share", "on"),
            ("news", "on"),
            ("comment", "Line one\nLine two"),
            ("source", "union"),
        ];
        let answer = server.sign(&slug, &typed).await;
        assert_eq!((answer.status, answer.location()), (422, ""));
        let elements = html::elements(&answer.text);
        for (name, value) in typed {
            let kept = elements.iter().any(|element| {
                element.get("name") == name
                    && match (&*element.name, element.get("type")) {
                        ("textarea", _) => element.text.trim() == value,
                        (_, "radio" | "checkbox") => element.get("value") == value && element.has("checked"),
                        _ => element.get("value") == value,
                    }
            });
            assert!(kept, "{name} is kept");
        }
        // Nothing typed is in an address.
        for element in &elements {
            for name in ["href", "action", "src", "content"] {
                let address = element.get(name);
                assert!(!address.contains("Elm") && !address.contains("nobody"), "{element:?}");
            }
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dots_elsewhere_than_at_gmail_are_another_mailbox() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign_and_confirm(&slug, &[("email", "ana.diaz@people.example")]).await;
        server.sign_and_confirm(&slug, &[("email", "anadiaz@people.example"), ("name", "Other Ana")]).await;
        assert_eq!(server.count(&slug).await, 2);
        // Case and +tag are the same mailbox anywhere: a note, and no second signature.
        server.clock.advance(SignedDuration::from_mins(11));
        server.sign(&slug, &[("email", "ANA.DIAZ+petition@People.Example")]).await;
        let note = server.all_mails().await.pop().unwrap();
        assert!(!note.text.contains("/confirm/"), "{}", note.text);
        assert_eq!(server.count(&slug).await, 2);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_shared_mailbox_the_same_name_at_another_zip_is_no_second_person() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign_and_confirm(&slug, &[]).await;
        for changes in [
            &[("zip", "02139")][..],
            &[("name", "ana díaz"), ("zip", "02139")],
            &[("name", "ANA DIAZ")],
            &[("name", "Luis Díaz"), ("zip", "02139")],
        ] {
            server.clock.advance(SignedDuration::from_hours(2));
            assert_eq!(server.sign(&slug, changes).await.status, 303);
            let mail = server.all_mails().await.pop().unwrap();
            assert!(!mail.text.contains("/confirm/"), "{changes:?}: {}", mail.text);
        }
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM signature").await, 1);
        rows.close().await;
        // A second of the household, whatever the case of the ZIP's spelling, is one.
        server.sign_and_confirm(&slug, &[("name", "Luis Díaz"), ("zip", "02121-1234")]).await;
        assert_eq!(server.count(&slug).await, 2);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_taken_as_people_have_them_and_a_link_is_refused_kindly() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let eighty = "Wolfeschlegelsteinhausenbergerdorff".repeat(3)[..80].to_owned();
        let names = [
            "Prince",
            "X",
            "Null",
            "undefined",
            "O'Brien",
            "Siobhán O’Connor-Ní Dhuibhne",
            "王小明",
            "محمد عبد الله",
            "Юлия Ёлкина",
            "Nguyễn Thị Ánh Tuyết",
            "मीरा देवी",
            "Zoë & Sons",
            "J.R. Smith, Ph.D.",
            "Ana  María   Díaz",
            &eighty,
        ];
        for (n, name) in names.iter().enumerate() {
            let email = format!("p{n}@people.example");
            let mail = server.sign_and_confirm(&slug, &[("name", name), ("email", &email)]).await;
            let shown = redress_domain::clean_line(name);
            let page = html::text(&server.get(&format!("/c/{slug}")).await.text);
            assert!(page.contains(&shown), "{name} is on the page");
            assert!(html::text(&mail.html).contains(&shown), "{name} is greeted: {}", mail.text);
        }
        assert_eq!(server.count(&slug).await, names.len() as u64);
        let kept = "Buy at www.spam.example";
        let refused = server.sign(&slug, &[("name", kept), ("email", "s@people.example")]).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.text.contains("href=\"#name\"") && refused.text.contains(kept),
            "kept, and pointed at"
        );
        assert_eq!(server.sign(&slug, &[("name", &"é".repeat(121))]).await.status, 422);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signer_appears_as_chosen_and_nowhere_otherwise() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for (name, visibility) in
            [("Fulvia Ganzname", "full"), ("Kurt Abgekürzt", "short"), ("Hilde Verborgen", "hidden")]
        {
            let email = format!("{visibility}@people.example");
            let comment = format!("A word of {name}");
            let fields = [
                ("name", name),
                ("email", email.as_str()),
                ("visibility", visibility),
                ("comment", &comment),
            ];
            server.sign_and_confirm(&slug, &fields).await;
        }
        for path in [format!("/c/{slug}"), format!("/es/c/{slug}")] {
            let page = html::text(&server.get(&path).await.text);
            assert!(page.contains("Fulvia Ganzname"));
            assert!(page.contains("Kurt A.") && !page.contains("Abgekürzt"));
            assert!(!page.contains("Hilde") && !page.contains("Verborgen"));
            // Nobody has read the comments yet.
            assert!(!page.contains("A word of"), "{page}");
        }
        let json = server.get(&format!("/c/{slug}.json")).await;
        assert_eq!(json.header("access-control-allow-origin"), "*");
        for name in ["Fulvia", "Kurt", "Hilde"] {
            assert!(!json.text.contains(name));
        }
        assert_eq!(server.count(&slug).await, 3);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn someone_from_elsewhere_is_counted_apart_or_told_so_before_the_form() {
    each_database(async |server| {
        let owner = server.owner().await;
        let open = server.campaign(&owner, &[]).await;
        let fields = [("residency", "elsewhere"), ("zip", "SW1A 1AA")];
        server.sign_and_confirm(&open, &fields).await;
        assert_eq!(server.count(&open).await, 1);
        let rows = server.database().await;
        let apart = "SELECT value || ' ' || count FROM tally WHERE kind = 'residency' AND count > 0";
        assert_eq!(rows.texts(apart).await, ["elsewhere 1"]);

        let closed = server.campaign(&owner, &[("slug", "residents"), ("elsewhere", "")]).await;
        for path in [format!("/c/{closed}"), format!("/c/{closed}/sign")] {
            let page = server.get(&path).await.text;
            let elements = html::elements(&page);
            assert!(!elements.iter().any(|element| element.get("value") == "elsewhere"), "{path}");
            // It is said before the first field.
            let said = elements.iter().position(|element| element.get("class") == "remark").unwrap();
            let field = elements.iter().position(|element| element.get("name") == "name").unwrap();
            assert!(said < field, "{path}");
        }
        let refused = server.sign(&closed, &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("href=\"#residency\""), "{}", refused.text);
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM signature").await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_hold_is_told_to_an_organizer_who_releases_or_leaves_out() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let desk = format!("/admin/c/{slug}/held");
        let seen = html::value_of(&server.get(&format!("/c/{slug}")).await.text, "seen").unwrap();
        let person = |n: u32| (format!("p{n}@people.example"), format!("Person N{n}"));
        let sign = async |n: u32, more: &[(&str, &str)]| {
            let (email, name) = person(n);
            let fields = [&[("email", email.as_str()), ("name", name.as_str())][..], more].concat();
            let answer = server.sign(&slug, &fields).await;
            (answer.status, answer.location().to_owned(), answer.bytes.len())
        };
        let hidden = sign(1, &[("website", "http://spam.example")]).await;
        let fast = sign(2, &[("seen", &seen)]).await;
        server.clock.advance(SignedDuration::from_secs(5));
        // Who takes five seconds is a person, and so is whoever sends no mark or one of last week.
        let person_in_time = sign(3, &[("seen", &seen)]).await;
        let forged = sign(4, &[("seen", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]).await;
        for n in 5..=50 {
            sign(n, &[]).await;
        }
        let many = sign(51, &[]).await;
        assert!([&fast, &person_in_time, &forged, &many].iter().all(|answer| **answer == hidden));
        let rows = server.database().await;
        let holds = rows.texts("SELECT hold FROM signature WHERE hold IS NOT NULL ORDER BY hold").await;
        assert_eq!(holds, ["hidden-field", "many-from-one-address", "too-fast"]);
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), 48, "who is held gets no mail");
        assert_eq!(server.count(&slug).await, 0);

        let page = server.get_as(&owner, &desk).await.text;
        let said = html::text(&page);
        for n in [1, 2, 51] {
            assert!(said.contains(&person(n).1), "{n} is listed");
        }
        assert!(!said.contains("people.example"), "no mailbox");
        let ids: Vec<String> = html::elements(&page)
            .into_iter()
            .filter(|element| element.get("name") == "signature")
            .map(|element| element.get("value").to_owned())
            .collect();
        assert_eq!(ids.len(), 3);
        // Two are released at once, one is left out; neither can be done twice.
        let two = [("action", "release"), ("signature", &ids[0]), ("signature", &ids[1])];
        assert!(server.post_as(&owner, &desk, &two).await.location().ends_with("count=2"));
        assert!(server.post_as(&owner, &desk, &two).await.location().ends_with("count=0"));
        let out = [("action", "exclude"), ("signature", &*ids[2])];
        assert!(server.post_as(&owner, &desk, &out).await.location().ends_with("count=1"));
        assert!(server.post_as(&owner, &desk, &out).await.location().ends_with("count=0"));
        let mails = server.all_mails().await.split_off(48);
        assert_eq!(mails.len(), 2);
        for mail in &mails {
            server.post(&link(mail, "/confirm/"), &[]).await;
        }
        assert_eq!(server.count(&slug).await, 2, "released, it still takes the mailbox to count");
        let dashboard = server.get_as(&owner, &format!("/admin/c/{slug}")).await.text;
        assert_eq!(crate::numbers::tally(&dashboard), [51, 2, 48, 0, 0, 1]);
        // Another organization's held signature cannot be released through one's own campaign.
        let other = server.member("other-union", "owner", "o@other.example").await;
        server.campaign(&other, &[("slug", "theirs")]).await;
        server.sign(&slug, &[("website", "x"), ("email", "z@people.example"), ("name", "Z Z")]).await;
        let id = html::value_of(&server.get_as(&owner, &desk).await.text, "signature").unwrap();
        let theirs = [("action", "release"), ("signature", id.as_str())];
        let answer = server.post_as(&other, "/admin/c/theirs/held", &theirs).await;
        assert!(answer.location().ends_with("count=0"), "{}", answer.location());
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pending_ones_have_a_day_after_closing_then_a_kind_refusal_and_pauses_say_so() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let state = format!("/admin/c/{slug}/state");
        let mut links = Vec::new();
        for n in 0..3 {
            let (email, name) = (format!("p{n}@people.example"), format!("Person N{n}"));
            server.sign(&slug, &[("email", &email), ("name", &name)]).await;
            links.push(link(&server.mails(n + 1).await.pop().unwrap(), "/confirm/"));
        }
        server.post_as(&owner, &state, &[("step", "pause")]).await;
        let page = server.get(&format!("/c/{slug}")).await;
        assert!(page.status == 200 && !page.text.contains("name=\"email\""));
        let paused = html::text(&page.text);
        let refused = server.sign(&slug, &[("email", "x@people.example"), ("name", "X X")]).await;
        assert_eq!(refused.status, 422);
        // Who signed before the pause confirms during it.
        server.post(&links[0], &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.post_as(&owner, &state, &[("step", "resume")]).await;
        server.post_as(&owner, &state, &[("step", "close")]).await;
        let closed = html::text(&server.get(&format!("/c/{slug}")).await.text);
        assert!(closed != paused && !closed.contains("name=\"email\""));
        server.after(SignedDuration::from_hours(23)).await;
        server.post(&links[1], &[]).await;
        assert_eq!(server.count(&slug).await, 2);
        server.after(SignedDuration::from_hours(2)).await;
        let answer = server.post(&links[2], &[]).await;
        assert_eq!(answer.status, 303);
        let page = server.get(answer.location()).await;
        assert_eq!(page.status, 200, "a kind refusal");
        assert!(!page.text.contains("<button"), "no button that does nothing");
        assert_eq!(server.count(&slug).await, 2);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unconfirmed_are_forgotten_whole_and_may_come_again() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign(&slug, &[("street", "12 Elm Street")]).await;
        server.after(SignedDuration::from_hours(49)).await;
        for _ in 0..5 {
            server.after(SignedDuration::from_hours(24)).await;
        }
        assert_eq!(server.all_mails().await.len(), 2, "one reminder");
        server.after(SignedDuration::from_hours(24 * 24)).await;
        let rows = server.database().await;
        let left = "SELECT CAST(count(*) AS BIGINT) FROM signature WHERE sealed IS NOT NULL OR mailbox_hash IS \
                    NOT NULL OR name_hash IS NOT NULL OR zip <> '' OR state <> 'expired'";
        assert_eq!(rows.number(left).await, 0);
        rows.close().await;
        server.sign_and_confirm(&slug, &[]).await;
        assert_eq!(server.count(&slug).await, 1);
        server.stop().await;
    })
    .await;
}
