//! Testimony from the template to the coordinators: written, looked over, confirmed, taken back.

use jiff::{SignedDuration, Timestamp};
use redress_tests::writing::Drive;
use redress_tests::{each_database, html, link};

#[tokio::test(flavor = "multi_thread")]
async fn a_testimony_is_written_from_a_template_looked_over_sent_and_confirmed_once() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let page = server.get(&drive.path()).await;
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(page.text.contains("Hearing on docket 0617") && page.text.contains("At most 60 words"));
        let begun = server.get(&format!("{}?template=from-a-library", drive.path())).await.text;
        assert!(begun.contains("part-your library") && begun.contains("{your neighborhood}"), "{begun}");
        let template = "I work at {your library} in {your neighborhood}.";
        let filled = drive
            .send(
                &server,
                &[
                    ("do", "fill"),
                    ("text", template),
                    ("part-your library", "the Grove Hall branch"),
                    ("part-your neighborhood", "Roxbury"),
                ],
            )
            .await;
        assert_eq!(filled.status, 200);
        assert!(filled.text.contains("I work at the Grove Hall branch in Roxbury."), "{}", filled.text);

        let preview = drive.send(&server, &[("do", "preview")]).await;
        let text = html::text(&preview.text);
        assert_eq!(preview.status, 200);
        for line in ["As the clerk will get it", "Boston City Council", "Docket 0617", "In favor", "Ana Díaz"]
        {
            assert!(text.contains(line), "{line}: {text}");
        }
        let sent = drive.send(&server, &[]).await;
        assert_eq!(
            (sent.status, sent.location()),
            (303, "/c/stop-monitoring/testimony/sent"),
            "{}",
            sent.text
        );
        assert_eq!(sent.header("set-cookie"), "");
        assert_eq!(server.get(sent.location()).await.status, 200);

        let mail = server.mail_to("ana@people.example", 1).await;
        let (confirm, mine) = (link(&mail, "/confirm/"), link(&mail, "/testimony/"));
        assert!(html::text(&server.get(&mine).await.text).contains("Waits for your mailbox"));
        for _ in 0..3 {
            assert!(server.get(&confirm).await.text.contains("Confirm my testimony"));
        }
        for _ in 0..2 {
            assert_eq!(server.post(&confirm, &[]).await.status, 303);
            assert!(server.get(&confirm).await.text.contains("with the coordinators"));
        }
        assert!(html::text(&server.get(&mine).await.text).contains("With the coordinators"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_words_are_refused_with_both_numbers_and_the_text_is_kept() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let long = "überlang ".repeat(61);
        let answer = drive.send(&server, &[("text", &long)]).await;
        assert_eq!(answer.status, 422);
        let text = html::text(&answer.text);
        assert!(text.contains("it has 61 words, and this body takes at most 60"), "{text}");
        assert_eq!(answer.text.matches("überlang").count(), 61);
        assert!(answer.text.contains("<title>Error:"));
        assert_eq!(drive.send(&server, &[("text", &"word ".repeat(60))]).await.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_a_template_that_is_left_open_is_named() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let answer = drive.send(&server, &[("text", "I live in {your neighborhood} and read.")]).await;
        assert_eq!(answer.status, 422);
        assert!(html::text(&answer.text).contains("Fill in “your neighborhood” in your text"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_writer_sees_how_much_is_their_own() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let borrowed = "At Codman. People come to us to read without being watched. Please \
                        pass this ordinance and keep it that way.";
        let view = |text: String| async move { text };
        let form = [("do", "preview"), ("template", "from-a-library")];
        let copied = drive.send(&server, &[&form[..], &[("text", borrowed)]].concat()).await;
        assert!(view(copied.text).await.contains("Nearly all of this is the text you began from"));
        let own = drive
            .send(&server, &[&form[..], &[("text", "My father was followed for years.")]].concat())
            .await;
        assert!(own.text.contains("Every word of this is your own"));
        let plain = drive.send(&server, &[("do", "preview")]).await;
        assert!(!plain.text.contains("your own.</p>"), "without a template nothing is measured");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_details_are_shown_before_sending_and_stay_only_if_the_writer_says_so() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let text = ("text", "Call me at 617-555-0123, I read to children on Saturdays.");
        let asked = drive.send(&server, &[text]).await;
        assert_eq!(asked.status, 422);
        assert!(asked.text.contains("<mark>617-555-0123</mark>"), "{}", asked.text);
        assert_eq!(html::value_of(&asked.text, "leave").as_deref(), Some("phone"));
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony").await, 0);
        assert_eq!(drive.send(&server, &[text, ("leave", "phone")]).await.status, 303);
        assert_eq!(rows.texts("SELECT flags FROM testimony").await, ["phone"]);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organization_is_shown_with_title_and_authority_and_needs_both() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let organization = ("organization", "Grove Hall Readers");
        let answer = drive.send(&server, &[organization]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains("Write your title there"));
        let whole = [organization, ("title", "Chair"), ("authority", "The board voted on 3 March")];
        let mine = drive.confirmed(&server, "chair@people.example", &whole).await;
        let text = html::text(&server.get(&mine).await.text);
        for line in ["Grove Hall Readers", "Chair", "The board voted on 3 March"] {
            assert!(text.contains(line), "{line}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_stays_in_its_language_and_direction_everywhere_it_is_shown() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let arabic = "أعمل في المكتبة، ولا أريد أن يُراقَب القرّاء.";
        let fields = [("language", "ar"), ("text", arabic)];
        let preview = drive.send(&server, &[&fields[..], &[("do", "preview")]].concat()).await.text;
        let is_rtl = |page: &str| {
            let text = html::elements(page).into_iter().find(|one| one.get("class") == "sheet-text").unwrap();
            assert_eq!((text.get("lang"), text.get("dir")), ("ar", "rtl"));
        };
        is_rtl(&preview);
        let area = html::elements(&preview).into_iter().find(|one| one.get("id") == "text").unwrap();
        assert_eq!((area.get("lang"), area.get("dir")), ("ar", "rtl"));
        let mine = drive.confirmed(&server, "layla@people.example", &fields).await;
        let page = server.get(&mine).await.text;
        is_rtl(&page);
        assert!(page.contains(arabic));
        assert!(html::text(&page).contains("العربية"));
        let other = drive.send(&server, &[("language", ""), ("language_other", "no such language")]).await;
        assert_eq!(other.status, 422);
        let tag = drive.send(&server, &[("language", ""), ("language_other", "wo")]).await;
        assert_eq!(tag.status, 303, "{}", tag.text);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_in_the_cut_offs_own_minute_is_taken_and_the_next_minute_is_not() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let until = |at: Timestamp| at.duration_since(server.now());
        server.clock.advance(until(drive.cutoff) + SignedDuration::from_millis(59_900));
        assert_eq!(drive.send(&server, &[]).await.status, 303);
        let draft = drive.send(&server, &[("do", "draft"), ("email", "late@people.example")]).await;
        assert_eq!(draft.status, 303);
        server.clock.advance(SignedDuration::from_millis(100));
        let late = drive.send(&server, &[("email", "late@people.example")]).await;
        assert_eq!(late.status, 422);
        let text = html::text(&late.text);
        assert!(
            text.contains("Written testimony was taken until") && text.contains("Eastern time"),
            "{text}"
        );
        assert!(late.text.contains("I read to children on Saturdays."), "the text is not lost");
        let path = draft.location().split('?').next().unwrap().to_owned();
        assert_eq!(drive.post_to(&server, &path, &[("base", "1")]).await.status, 422);
        // What was on time may still be confirmed.
        let mail = server.mail_to("ana@people.example", 1).await;
        server.clock.advance(SignedDuration::from_hours(2));
        assert_eq!(server.post(&link(&mail, "/confirm/"), &[]).await.status, 303);
        assert!(server.get(&link(&mail, "/confirm/")).await.text.contains("with the coordinators"));
        let rows = server.database().await;
        let late = "SELECT COUNT(*) FROM testimony WHERE state <> 'draft' AND submitted_at >= ";
        let minute = drive.cutoff.as_millisecond() + 60_000;
        assert_eq!(rows.number(&format!("{late}{minute}")).await, 0);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_off_in_the_hour_that_clocks_show_twice_says_which_and_holds_to_the_minute() {
    each_database(async |server| {
        // Clocks in Boston go back on 7 November 2027: 1:30 comes at 5:30 and at 6:30 UTC.
        let second: Timestamp = "2027-11-07T06:30:00Z".parse().unwrap();
        let before = second.duration_since(server.now()) - SignedDuration::from_hours(48);
        server.clock.advance(before);
        let drive = Drive::until(&server, second).await;
        assert!(html::text(&server.get(&drive.path()).await.text).contains("(EST)"));
        // 1:59 by the first count is on time: the second 1:30 is meant.
        server.clock.advance(SignedDuration::from_hours(48) - SignedDuration::from_mins(31));
        assert_eq!(drive.send(&server, &[]).await.status, 303);
        server.clock.advance(SignedDuration::from_mins(31));
        assert_eq!(drive.send(&server, &[("email", "b@people.example")]).await.status, 303);
        server.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(drive.send(&server, &[("email", "c@people.example")]).await.status, 422);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_word_becomes_clean_paragraphs_without_losing_a_letter() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let pasted = "<!--[if gte mso 9]><xml></xml><![endif]--><p class=MsoNormal style='mso-x:y'>Dear\u{A0}Council,\
                      <o:p></o:p></p>\r\n<p class=MsoNormal>I\u{2019}m a \u{201C}reader\u{201D};\tdata\u{AD}bases \
                      watch.\u{B}Señora Ñandú<o:p>&nbsp;</o:p></p>";
        let mine = drive.confirmed(&server, "w@people.example", &[("text", pasted)]).await;
        let page = server.get(&mine).await.text;
        assert!(page.contains("<p>Dear Council,</p>"), "{page}");
        assert!(page.contains("<p>I’m a “reader”; databases watch.\nSeñora Ñandú</p>"), "{page}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_of_two_megabytes_and_one_far_too_long_are_refused_with_a_sentence() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let answer = drive.send(&server, &[("text", &"a ".repeat(1_000_000))]).await;
        assert_eq!(answer.status, 413);
        assert!(answer.text.contains("<h1"), "{}", answer.text);
        for what in ["send", "draft"] {
            let answer = drive.send(&server, &[("text", &"a ".repeat(50_001)), ("do", what)]).await;
            assert_eq!(answer.status, 422);
            assert!(html::text(&answer.text).contains("far longer than any letter"));
            assert!(answer.text.matches("a a a").count() > 10_000, "the text is kept");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_fifty_times_at_once_is_one_testimony_and_one_mail() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let answers: Vec<(u16, String)> = crate::at_once((0..50).map(|_| async {
            let answer = drive.send(&server, &[]).await;
            (answer.status, answer.location().to_owned())
        }))
        .await;
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
        server.mails(1).await;
        server.after(SignedDuration::from_secs(1)).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(server.mails(1).await.len(), 1);
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony").await, 1);
        rows.close().await;
        // A library's readers share one address; what is more than they would send within an hour waits, and nothing
        // typed is lost.
        crate::at_once((50..150).map(|n| {
            let (drive, server) = (&drive, &server);
            async move {
                let email = format!("n{n}@people.example");
                assert_eq!(drive.send(server, &[("email", &email)]).await.status, 303);
            }
        }))
        .await;
        let more = drive.send(&server, &[("email", "x@people.example")]).await;
        assert_eq!(more.status, 429);
        assert!(more.text.contains("I read to children on Saturdays."));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_the_same_for_a_mailbox_that_has_sent_and_the_last_one_confirmed_stands() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let first = drive.confirmed(&server, "ana@people.example", &[]).await;
        let known = drive.send(&server, &[("text", "I have thought about it again.")]).await;
        let unknown = drive.send(&server, &[("email", "new@people.example")]).await;
        assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
        let mail =
            server.mails(3).await.into_iter().rev().find(|mail| mail.to == "ana@people.example").unwrap();
        let page = server.get(&link(&mail, "/confirm/")).await.text;
        assert!(page.contains("takes the other’s place"), "{page}");
        server.post(&link(&mail, "/confirm/"), &[]).await;
        assert!(html::text(&server.get(&first).await.text).contains("Withdrawn"));
        let mine = html::text(&server.get(&link(&mail, "/testimony/")).await.text);
        assert!(mine.contains("With the coordinators") && mine.contains("More from this mailbox"), "{mine}");
        let rows = server.database().await;
        let standing = "SELECT COUNT(*) FROM testimony WHERE state = 'confirmed'";
        assert_eq!(rows.number(standing).await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strangers_browser_never_opens_what_the_mailbox_confirmed() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        drive.confirmed(&server, "ana@people.example", &[]).await;
        // Somebody else drafts under her address, and sends it; she confirms it by mistake.
        let draft = drive.send(&server, &[("do", "draft"), ("text", "Not by Ana at all.")]).await;
        let path = draft.location().split('?').next().unwrap().to_owned();
        let sent = drive.post_to(&server, &path, &[("base", "1"), ("text", "Not by Ana at all.")]).await;
        assert_eq!(
            (sent.status, sent.location()),
            (303, "/c/stop-monitoring/testimony/sent"),
            "{}",
            sent.text
        );
        assert!(!server.get(&path).await.text.contains("More from this mailbox"));
        let mail = server.mails(2).await.into_iter().next_back().unwrap();
        server.post(&link(&mail, "/confirm/"), &[]).await;
        let page = server.get(&path).await.text;
        assert!(!page.contains("Not by Ana") && !page.contains("More from this mailbox"), "{page}");
        for action in ["withdraw", "erase", "draft", "send"] {
            let answer = server.post(&path, &[("do", action), ("sure", "on"), ("text", "x")]).await;
            assert_eq!(answer.status, 403, "{action}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_like_a_machine_is_kept_nowhere_and_a_person_presses_again() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let seen = html::value_of(&server.get(&drive.path()).await.text, "seen").unwrap();
        for trap in [("website", "https://spam.example"), ("seen", seen.as_str())] {
            let answer = drive.send(&server, &[trap]).await;
            assert_eq!(answer.status, 422);
            assert!(html::text(&answer.text).contains("Look it over once more"));
            assert_eq!(html::value_of(&answer.text, "website").unwrap_or_default(), "");
        }
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony").await, 0);
        rows.close().await;
        server.clock.advance(SignedDuration::from_secs(3));
        assert_eq!(drive.send(&server, &[("seen", &seen)]).await.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_testimony_is_withdrawn_and_erased_by_its_writer() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let mine = drive.confirmed(&server, "ana@people.example", &[]).await;
        assert_eq!(server.post(&mine, &[("do", "withdraw")]).await.status, 303);
        assert!(html::text(&server.get(&mine).await.text).contains("It is not passed on."));
        assert_eq!(server.post(&mine, &[("do", "erase")]).await.status, 422);
        assert_eq!(server.post(&mine, &[("do", "erase"), ("sure", "on")]).await.status, 303);
        let page = server.get(&mine).await;
        assert!(page.status == 200 && !page.text.contains("Saturdays"), "{}", page.text);
        let rows = server.database().await;
        for query in [
            "SELECT COUNT(*) FROM testimony WHERE sealed IS NOT NULL OR mailbox_hash IS NOT NULL OR zip <> ''",
            "SELECT COUNT(*) FROM testimony_version",
        ] {
            assert_eq!(rows.number(query).await, 0, "{query}");
        }
        rows.close().await;
        // The place is free again.
        assert_eq!(drive.send(&server, &[]).await.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_confirms_or_touches_is_forgotten_after_thirty_days_and_all_of_it_with_retention() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let kept = drive.confirmed(&server, "ana@people.example", &[]).await;
        drive.send(&server, &[("email", "b@people.example")]).await;
        drive.send(&server, &[("do", "draft")]).await;
        let rows = server.database().await;
        let sealed = "SELECT COUNT(*) FROM testimony WHERE sealed IS NOT NULL";
        assert_eq!(rows.number(sealed).await, 3);
        server.after(SignedDuration::from_hours(31 * 24)).await;
        assert_eq!(rows.number(sealed).await, 1);
        assert_eq!(server.get(&kept).await.status, 200);
        let path = format!("/admin/c/{}/state", drive.slug);
        let owner = server.log_in().await;
        assert_eq!(server.post_as(&owner, &path, &[("step", "close")]).await.status, 303);
        server.after(SignedDuration::from_hours(91 * 24)).await;
        assert_eq!(rows.number(sealed).await, 0);
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony_version").await, 0);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_in_spanish() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let page = server.get(&format!("/es{}", drive.path())).await.text;
        assert!(page.contains("Escriba su testimonio") && page.contains("60 palabras como máximo"));
        let path = format!("/es{}", drive.path());
        let fields =
            [("language", "es"), ("text", "Leo con niños los sábados."), ("email", "e@people.example")];
        let sent = drive.post_to(&server, &path, &fields).await;
        assert_eq!(
            (sent.status, sent.location()),
            (303, "/es/c/stop-monitoring/testimony/sent"),
            "{}",
            sent.text
        );
        let mail = server.mail_to("e@people.example", 1).await;
        assert!(mail.header("subject").contains("Confirme su testimonio"), "{}", mail.header("subject"));
        let confirm = link(&mail, "/confirm/");
        assert!(server.get(&confirm).await.text.contains("Confirmar mi testimonio"));
        server.post(&confirm, &[]).await;
        assert!(server.get(&confirm).await.text.contains("Gracias, Ana Díaz"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_that_asks_for_none_has_no_such_page() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for path in [format!("/c/{slug}/testimony"), "/testimony/none".into(), "/drafts/none".into()] {
            assert_eq!(server.get(&path).await.status, 404, "{path}");
            assert_eq!(server.post(&path, &[("do", "send")]).await.status, 404, "{path}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_typed_into_testimony_or_a_suggestion_runs() {
    let server = redress_tests::Server::start("").await;
    let drive = Drive::start(&server).await;
    let draft = drive.send(&server, &[("do", "draft")]).await.location().to_owned();
    let draft = draft.split('?').next().unwrap().to_owned();
    server.post(&draft, &[("do", "share")]).await;
    let page = server.get(&draft).await.text;
    let shared =
        page.split('"').find_map(|part| part.find("/drafts/").map(|at| part[at..].to_owned())).unwrap();
    let scripts = |page: &str| html::elements(page).iter().filter(|one| one.name == "script").count();
    let plain = scripts(&page);
    for typed in crate::markup::CORPUS {
        server.clock.advance(SignedDuration::from_mins(10));
        let fields = [
            ("text", *typed),
            ("name", typed),
            ("email", typed),
            ("zip", typed),
            ("organization", typed),
            ("title", typed),
            ("authority", typed),
            ("language_other", typed),
            ("stance", typed),
            ("hearing", typed),
            ("template", typed),
            ("source", typed),
            ("leave", typed),
            ("part-x", typed),
        ];
        let mut pages = Vec::new();
        for action in ["preview", "send", "fill"] {
            pages.push(drive.send(&server, &[&fields[..], &[("do", action)]].concat()).await.text);
        }
        let base = html::value_of(&server.get(&draft).await.text, "base").unwrap();
        drive.post_to(&server, &draft, &[&fields[..], &[("do", "draft"), ("base", &base)]].concat()).await;
        server.post(&shared, &[("name", &format!("{typed} X")), ("comment", typed), ("text", "Other")]).await;
        pages.push(server.post(&shared, &[("name", typed), ("comment", typed), ("text", typed)]).await.text);
        pages.push(server.get(&shared).await.text);
        pages.push(server.get(&draft).await.text);
        for page in pages {
            assert!(scripts(&page) <= plain, "{typed}: {page}");
            for element in html::elements(&page) {
                for (name, value) in &element.attributes {
                    let runs = name.starts_with("on")
                        || (matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "srcdoc")
                            && (value.contains("script:") || value.contains("data:")));
                    assert!(!runs, "{typed}: {name}={value}");
                }
            }
        }
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_text_with_another_stance_is_another_testimony_and_the_last_confirmed_stands() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        assert_eq!(drive.send(&server, &[]).await.status, 303);
        server.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(drive.send(&server, &[("stance", "opposed"), ("name", "Ana M. Díaz")]).await.status, 303);
        let mail = server.mail_to("ana@people.example", 2).await;
        assert_eq!(server.post(&link(&mail, "/confirm/"), &[]).await.status, 303);
        let rows = server.database().await;
        let stands = "SELECT stance FROM testimony WHERE state = 'confirmed'";
        assert_eq!(rows.texts(stands).await, ["opposed"]);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_strangers_have_filled_takes_its_owners_text_and_asks_again_the_next_day() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        for number in 0..5 {
            let text = format!("A stranger's words, number {number}, about Saturdays.");
            assert_eq!(drive.send(&server, &[("text", &text)]).await.status, 303);
        }
        assert_eq!(server.mails(5).await.len(), 5);
        // The page tells nobody what the mailbox has; the text is kept, and no sixth mail goes out.
        let own = [("text", "My own words about Saturdays.")];
        assert_eq!(drive.send(&server, &own).await.status, 303);
        assert_eq!(server.all_mails().await.len(), 5);
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT COUNT(*) FROM testimony WHERE sealed IS NOT NULL").await, 6);
        rows.close().await;
        // Any mail's page leads its owner to it.
        let mail = server.mail_to("ana@people.example", 5).await;
        let page = server.get(&link(&mail, "/testimony/")).await.text;
        let others: Vec<String> = html::elements(&page)
            .into_iter()
            .filter(|one| one.name == "a" && one.get("href").starts_with("/testimony/"))
            .map(|one| one.get("href").to_owned())
            .collect();
        assert_eq!(others.len(), 5);
        server.clock.advance(SignedDuration::from_hours(25));
        assert_eq!(drive.send(&server, &[("text", "My own words, on Sunday.")]).await.status, 303);
        assert_eq!(server.all_mails().await.len(), 6);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_was_sent_back_stays_with_its_hearing() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let mine = drive.confirmed(&server, "ana@people.example", &[]).await;
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&drive.slug).await.unwrap().unwrap().id;
        let first = store.hearings().find(campaign, drive.hearing).await.unwrap().unwrap();
        let other = redress_store::HearingDraft {
            body: first.body,
            title: "Another hearing".to_owned(),
            starts_at: first.starts_at,
            cutoff_at: first.cutoff.at,
            place: String::new(),
            link: String::new(),
            note: String::new(),
            matters: Vec::new(),
        };
        let other = store.hearings().add(redress_store::Author::Operator, campaign, &other).await.unwrap();
        store.close().await;
        let queue = server.get_as(&drive.owner, &format!("/admin/c/{}/testimonies", drive.slug)).await.text;
        let page = queue
            .split('"')
            .find(|part| {
                part.starts_with(&format!("/admin/c/{}/testimonies/", drive.slug)) && part.len() > 60
            })
            .unwrap()
            .to_owned();
        let back = [
            ("seen_state", "confirmed"),
            ("seen_text", "1"),
            ("action", "return"),
            ("reason", "Say where you live."),
        ];
        assert_eq!(server.post_as(&drive.owner, &page, &back).await.status, 303);
        let form = server.get(&mine).await.text;
        assert!(!form.contains("Another hearing"), "the form offers no other");
        let other = other.to_string();
        let moved = [("hearing", other.as_str()), ("base", "1"), ("text", "I live on Elm Street's corner.")];
        assert_eq!(drive.post_to(&server, &mine, &moved).await.status, 303);
        let desk = html::text(&server.get_as(&drive.owner, &page).await.text);
        assert!(desk.contains("Hearing on docket 0617") && !desk.contains("Another hearing"), "{desk}");
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_too_long_for_a_letter_is_refused_before_anything_is_made_of_it() {
    each_database(async |server| {
        let drive = Drive::start(&server).await;
        let long = "a ".repeat(60_000);
        for action in ["preview", "fill", "send", "draft"] {
            let answer = drive.send(&server, &[("do", action), ("text", &long)]).await;
            assert_eq!(answer.status, 422, "{action}");
            assert!(answer.text.contains("far longer than any letter"), "{action}");
        }
        // However many parts a text claims to have, a page asks for a page's worth.
        let many: String = (0..5_000).map(|number| format!("{{part a{number}}} ")).collect();
        let answer = drive.send(&server, &[("do", "preview"), ("text", &many)]).await;
        assert_eq!(answer.status, 200);
        assert!(answer.text.matches("name=\"part-").count() <= 50);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_has_not_said_yes_after_two_days_is_reminded_once() {
    each_database(async |server| {
        let cutoff = server.now() + SignedDuration::from_hours(20 * 24);
        let drive = Drive::until(&server, cutoff).await;
        drive.send(&server, &[]).await;
        server.after(SignedDuration::from_hours(47)).await;
        assert_eq!(server.all_mails().await.len(), 1, "not before two days");
        server.after(SignedDuration::from_hours(2)).await;
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), 2);
        assert!(mails[1].subject.starts_with("Your testimony still waits"));
        server.after(SignedDuration::from_hours(10 * 24)).await;
        assert_eq!(server.all_mails().await.len(), 2, "once");
        assert_eq!(server.post(&link(&mails[1], "/confirm/"), &[]).await.status, 303);
        let mine = html::text(&server.get(&link(&mails[1], "/testimony/")).await.text);
        assert!(mine.contains("With the coordinators"), "{mine}");
        server.stop().await;
    })
    .await;
}
