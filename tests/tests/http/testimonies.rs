//! Testimony at the desk: the queue, decisions, form letters; what is written stays as it was written.

use jiff::SignedDuration;
use redress_domain::Stance;
use redress_tests::html::{elements, text};
use redress_tests::testimony::Drive;
use redress_tests::{Server, each_database, link};

const OWN: &str = "My mother was stopped at the station by mistake, and she has not taken the train since.";

async fn opened(server: &Server) -> (String, String, Drive) {
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    let drive = Drive::of(server, &slug).await;
    (owner, slug, drive)
}

fn queue(slug: &str) -> String {
    format!("/admin/c/{slug}/testimonies")
}

/// What the forms of a testimony's page send of what they saw.
async fn seen(server: &Server, cookie: &str, page: &str) -> Vec<(String, String)> {
    let html = server.get_as(cookie, page).await.text;
    ["seen_state", "seen_text"]
        .into_iter()
        .map(|name| (name.to_owned(), redress_tests::html::value_of(&html, name).unwrap()))
        .collect()
}

fn with<'a>(seen: &'a [(String, String)], fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    seen.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(fields.iter().copied()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_numbers_add_up_by_state_and_their_terms_lead_to_what_they_count() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let page = queue(&slug);
        assert!(server.get_as(&owner, &page).await.text.contains("No testimony yet."));
        drive.testimony(&server, "Ana Díaz", OWN).await;
        let approved = drive.testimony(&server, "Bo Li", "I teach at the school on the corner.").await;
        let waiting = drive.writing("Cy Waits", "I have not looked into my mail.", None).await;
        drive.send(&server, waiting).await;
        let one = format!("{page}/{approved}");
        let saw = seen(&server, &owner, &one).await;
        let decided = server.post_as(&owner, &one, &with(&saw, &[("action", "approve")])).await;
        assert_eq!((decided.status, decided.location()), (303, format!("{one}?done=approved").as_str()));

        let html = server.get_as(&owner, &page).await.text;
        let line = text(&html);
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let equation = "3 received = 1 not confirmed by mail + 1 waits for you + 1 approved + 0 sent back \
                        + 0 delivered + 0 withdrawn + 0 expired";
        assert!(line.contains(equation), "{line}");
        // The first page is what waits; the others are a link away.
        assert!(html.contains("Ana Díaz") && !html.contains("Bo Li") && !html.contains("Cy Waits"));
        let all = server.get_as(&owner, &format!("{page}?state=all")).await.text;
        assert!(["Ana Díaz", "Bo Li", "Cy Waits"].iter().all(|name| all.contains(name)));
        let links: Vec<String> = elements(&html)
            .into_iter()
            .filter(|element| {
                element.name == "a" && element.get("href").starts_with(&format!("{page}?state="))
            })
            .map(|element| element.get("href").to_owned())
            .collect();
        assert!(links.contains(&format!("{page}?state=approved")), "{links:?}");
        let approved = server.get_as(&owner, &format!("{page}?state=approved")).await.text;
        assert!(approved.contains("Bo Li") && !approved.contains("Ana Díaz"));

        // Numbers alone for whoever sees numbers alone.
        let viewer = server.member("bay-civil-liberties-union", "viewer", "viewer@bay.example").await;
        let seen = server.get_as(&viewer, &page).await;
        assert_eq!(seen.status, 200);
        let line = text(&seen.text).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(line.contains("3 received = 1 not confirmed"), "{line}");
        assert!(!seen.text.contains("Ana Díaz") && !seen.text.contains("stopped at the station"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_leave_out_and_a_search_finds_name_organization_and_text_whatever_the_accents() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let mut opposed = drive.writing("Zoë Ünal", "Keep the cameras where they are.", None).await;
        opposed.stance = Some(Stance::Opposed);
        opposed.writer.organization = Some("Muelle de Pescadores".to_owned());
        opposed.for_organization = true;
        drive.confirmed(&server, opposed).await;
        let phone = drive.testimony(&server, "Ana Ruiz", "Call me at 617-555-0123 about it.").await;
        drive.testimony(&server, "Tomasz Ó", OWN).await;
        let page = queue(&slug);
        let names = ["Zoë Ünal", "Ana Ruiz", "Tomasz Ó"];
        let shown = async |query: &str| -> Vec<&str> {
            let html = server.get_as(&owner, &format!("{page}?{query}")).await;
            assert_eq!(html.status, 200, "{query}");
            names.into_iter().filter(|name| html.text.contains(name)).collect()
        };
        assert_eq!(shown("stance=opposed").await, ["Zoë Ünal"]);
        assert_eq!(shown("flagged=on").await, ["Ana Ruiz"]);
        assert_eq!(shown(&format!("matter={}", drive.matter)).await, names);
        assert_eq!(shown("matter=00000000-0000-0000-0000-000000000000").await, [""; 0]);
        assert_eq!(shown("q=zoe+unal").await, ["Zoë Ünal"]);
        assert_eq!(shown("q=MUELLE+de").await, ["Zoë Ünal"]);
        assert_eq!(shown("q=taken+the+train").await, ["Tomasz Ó"]);
        assert_eq!(shown("q=nowhere").await, [""; 0]);
        // What is not understood leaves nothing out.
        assert_eq!(shown("stance=x&after=%00&state=confirmed&matter=y&assigned=z&flagged=2").await, names);
        assert_eq!(shown("speaking=on").await, [""; 0]);

        assert_eq!(shown("assigned=nobody").await, names);
        let one = format!("{page}/{phone}");
        let html = server.get_as(&owner, &one).await.text;
        let me = elements(&html)
            .into_iter()
            .find(|element| element.name == "option" && !element.get("value").is_empty())
            .unwrap();
        let fields = [("action", "assign"), ("seen_assigned", ""), ("assigned", me.get("value"))];
        assert!(server.post_as(&owner, &one, &fields).await.location().ends_with("done=assigned"));
        assert_eq!(shown("assigned=me").await, ["Ana Ruiz"]);
        assert_eq!(shown("assigned=nobody").await, ["Zoë Ünal", "Tomasz Ó"]);
        // The form still shows nobody to whoever opened it before.
        let late = server
            .post_as(&owner, &one, &[("action", "assign"), ("seen_assigned", ""), ("assigned", "")])
            .await;
        assert_eq!(late.status, 422);
        assert!(late.text.contains("Somebody else has given it to another member"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_goes_on_from_page_to_page_and_shows_each_once() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        for number in 0..53 {
            let mut writing = drive.writing("N", &format!("Text number {number} of many."), None).await;
            writing.writer.name = format!("Neighbor {number:02}.");
            writing.writer.email = format!("n{number}@people.example");
            drive.confirmed(&server, writing).await;
        }
        for start in [queue(&slug), format!("{}?q=number", queue(&slug))] {
            let (mut page, mut seen) = (start, Vec::new());
            loop {
                let html = server.get_as(&owner, &page).await.text;
                seen.extend((0..53).filter(|number| html.contains(&format!("Neighbor {number:02}."))));
                let next = elements(&html).into_iter().find(|element| element.get("rel") == "next");
                match next {
                    Some(next) => page = next.get("href").to_owned(),
                    None => break,
                }
            }
            assert_eq!(seen, (0..53).collect::<Vec<_>>());
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_shown_as_written_with_its_details_and_its_templates_parts_marked() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let template = drive
            .template(
                "support",
                "I ask the council to pass the ordinance without exceptions. I live in {place}.",
            )
            .await;
        let words = "I ask the council to pass the ordinance without exceptions.\n\nCall 617-555-0123 \
                     <script>alert(1)</script> or ask at 24 Beacon Street. عاش العدل";
        let mut writing = drive.writing("Ana Ruiz", words, Some(template)).await;
        writing.language = "ar".to_owned();
        let own = writing.measure.own_percent;
        let id = drive.confirmed(&server, writing).await;
        let html = server.get_as(&owner, &format!("{}/{id}", queue(&slug))).await.text;
        assert!(html.contains("<mark title=\"phone number\">617-555-0123</mark>"), "{html}");
        assert!(html.contains("<mark title=\"street and number\">24 Beacon Street</mark>"));
        assert!(html.contains(
            "<span class=\"of-template\">I ask the council to pass the ordinance without exceptions</span>"
        ));
        assert!(html.contains(&format!("{own}% of it is the writer’s own words.")));
        assert!(html.contains("lang=\"ar\" dir=\"auto\" class=\"as-written\""));
        assert!(!html.contains("<script>alert"));
        // No field of the page holds the text.
        assert!(!elements(&html).iter().any(|element| element.get("value").contains("ordinance")));
        assert_eq!(html.matches("without exceptions").count(), 1);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_needs_a_reason_and_mails_it_with_the_writers_link() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let id = drive.testimony(&server, "Ana Ruiz", OWN).await;
        let page = format!("{}/{id}", queue(&slug));
        let saw = seen(&server, &owner, &page).await;
        for reason in ["", " \n ", &"x".repeat(1_001)] {
            let refused =
                server.post_as(&owner, &page, &with(&saw, &[("action", "return"), ("reason", reason)])).await;
            assert_eq!(refused.status, 422);
            assert!(refused.text.contains("href=\"#reason\""));
            assert!(refused.text.contains(reason.trim()), "what was typed stays");
        }
        let reason = "Please leave out the name of your neighbor.";
        let done =
            server.post_as(&owner, &page, &with(&saw, &[("action", "return"), ("reason", reason)])).await;
        assert_eq!(done.status, 303, "{}", done.text);
        let mails = server.all_mails().await;
        let mail = mails.iter().rev().find(|mail| mail.to == "anaruiz@people.example").unwrap();
        assert!(mail.text.contains(reason), "{}", mail.text);
        assert!(mail.text.contains("send it again by"), "{}", mail.text);
        assert!(!link(mail, "/testimony/").is_empty());
        let html = server.get_as(&owner, &page).await.text;
        assert!(html.contains("Sent back by Robin Okafor") && html.contains(reason));
        assert!(!html.contains("value=\"approve\""), "it is with its writer");

        // Who wrote it is not told who is on the team, nor does the log name anybody or say why.
        assert!(!mail.text.contains("Robin"));
        let rows = server.database().await;
        let events = rows
            .texts(
                "SELECT verb || ' ' || object || ' ' || before || ' ' || after FROM audit_event \
                                 WHERE verb LIKE 'testimony-%'",
            )
            .await;
        assert_eq!(events, [format!("testimony-returned {id} confirmed returned")]);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_coordinators_who_decide_at_once_the_later_is_told() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let id = drive.testimony(&server, "Ana Ruiz", OWN).await;
        let page = format!("{}/{id}", queue(&slug));
        let other = server.member("bay-civil-liberties-union", "moderator", "m@bay.example").await;
        let saw = seen(&server, &owner, &page).await;
        let approve = with(&saw, &[("action", "approve")]);
        let back = with(&saw, &[("action", "return"), ("reason", "Too late, this one.")]);
        let answers = crate::at_once(
            [(&owner, &approve), (&other, &back)]
                .into_iter()
                .map(|(cookie, fields)| server.post_as(cookie, &page, fields)),
        )
        .await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
        let told = answers.iter().find(|answer| answer.status == 422).unwrap();
        assert!(told.text.contains("was quicker"), "{}", told.text);
        let rows = server.database().await;
        let decided = "SELECT CAST(count(*) AS BIGINT) FROM audit_event WHERE verb LIKE 'testimony-%'";
        assert_eq!(rows.number(decided).await, 1);
        rows.close().await;

        // A writer who changed the text came first, too.
        let stale = [("seen_state", "approved"), ("seen_text", "7")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let late = server.post_as(&owner, &page, &with(&stale, &[("action", "take-back")])).await;
        assert_eq!(late.status, 422);
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approval_can_be_taken_back_and_a_note_stays_with_the_team() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let id = drive.testimony(&server, "Ana Ruiz", OWN).await;
        let page = format!("{}/{id}", queue(&slug));
        for (action, state) in [("approve", "Approved"), ("take-back", "Waits for you")] {
            let saw = seen(&server, &owner, &page).await;
            assert_eq!(server.post_as(&owner, &page, &with(&saw, &[("action", action)])).await.status, 303);
            assert!(server.get_as(&owner, &page).await.text.contains(state));
        }
        let refused = server.post_as(&owner, &page, &[("action", "note"), ("note", " ")]).await;
        assert_eq!(refused.status, 422);
        let note = [("action", "note"), ("note", "Asked her about the <i>date</i>.")];
        assert_eq!(server.post_as(&owner, &page, &note).await.status, 303);
        let html = server.get_as(&owner, &page).await.text;
        assert!(html.contains("Asked her about the &lt;i&gt;date&lt;/i&gt;."));
        assert!(html.contains("Robin Okafor, "));
        // Sealed, and gone with the writer.
        let rows = server.database().await;
        assert!(rows.dump().await.iter().all(|cell| !cell.bytes.windows(9).any(|part| part == b"Asked her")));
        drive.store.testimonies().erase(id).await.unwrap();
        let html = server.get_as(&owner, &page).await.text;
        assert!(html.contains("it was erased") && !html.contains("Asked her") && !html.contains("Ana Ruiz"));
        let saw = seen_fields(&[("seen_state", "withdrawn"), ("seen_text", "1")]);
        assert_eq!(server.post_as(&owner, &page, &with(&saw, &[("action", "approve")])).await.status, 404);
        assert_eq!(server.post_as(&owner, &page, &note).await.status, 404);
        rows.close().await;

        // Strange forms get an answer, and nothing is done.
        for fields in [
            vec![],
            vec![("action", "approve")],
            vec![("action", "approve"), ("seen_state", "draft"), ("seen_text", "x")],
            vec![("action", "assign"), ("assigned", "nobody"), ("seen_assigned", "")],
            vec![("action", "erase")],
        ] {
            let answer = server.post_as(&owner, &page, &fields).await;
            assert!((400..500).contains(&answer.status), "{fields:?}: {}", answer.status);
        }
        for id in ["x", "00000000-0000-0000-0000-000000000000"] {
            assert_eq!(server.get_as(&owner, &format!("{}/{id}", queue(&slug))).await.status, 404);
        }
        server.stop().await;
    })
    .await;
}

fn seen_fields(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_that_are_all_template_are_one_letter_with_one_representative_and_a_list() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let words = "I write in support of the ordinance. No neighbor should have to prove to a machine that they are \
                     not someone else. I ask the council to pass it without exceptions, this month.";
        let template = drive.template("support", words).await;
        for (name, more) in [("Ana Ruiz", ""), ("Bo Li", " Thank you."), ("Cy Ek", " My two children agree.")] {
            let writing = drive.writing(name, &format!("{words}{more}"), Some(template)).await;
            drive.confirmed(&server, writing).await;
        }
        // Pasted by hand, naming no template: the same letter.
        drive.testimony(&server, "Di Copy", words).await;
        // Begun from the template, and their own.
        let own = format!("{OWN} I ask the council to pass it without exceptions, this month.");
        let writing = drive.writing("Eli Own", &own, Some(template)).await;
        drive.confirmed(&server, writing).await;

        let html = server.get_as(&owner, &format!("{}/letters", queue(&slug))).await.text;
        assert!(html.contains("5 texts were compared."), "{html}");
        assert_eq!(html.matches("class=\"form-letter\"").count(), 1);
        assert!(html.contains("Sent by 4 people") && html.contains("As Ana Ruiz sent it"));
        assert!(html.contains("From the template “Template support”"));
        assert_eq!(html.matches("prove to a machine").count(), 1, "the letter stands once");
        for name in ["Ana Ruiz", "Bo Li", "Cy Ek", "Di Copy"] {
            assert!(html.contains(name), "{name}");
        }
        assert!(!html.contains("Eli Own"));
        let only = server.get_as(&owner, &format!("{}?letter=on", queue(&slug))).await.text;
        assert!(only.contains("Bo Li") && !only.contains("Eli Own"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_text_to_finish_is_reminded_once_two_days_before_the_cut_off() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let id = drive.testimony(&server, "Ana Ruiz", OWN).await;
        drive.testimony(&server, "Bo Li", "I teach at the school on the corner.").await;
        let page = format!("{}/{id}", queue(&slug));
        let saw = seen(&server, &owner, &page).await;
        let fields = with(&saw, &[("action", "return"), ("reason", "Please shorten it.")]);
        assert_eq!(server.post_as(&owner, &page, &fields).await.status, 303);
        let reminders = async || {
            let mails = server.all_mails().await;
            mails.into_iter().filter(|mail| mail.subject.contains("not sent yet")).collect::<Vec<_>>()
        };
        server.after(SignedDuration::from_hours(24 * 2)).await;
        assert!(reminders().await.is_empty(), "three days before");
        server.after(SignedDuration::from_hours(25)).await;
        let told = reminders().await;
        assert_eq!(told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["anaruiz@people.example"]);
        assert!(!link(&told[0], "/testimony/").is_empty());
        server.after(SignedDuration::from_hours(12)).await;
        server.after(SignedDuration::from_hours(48)).await;
        assert_eq!(reminders().await.len(), 1, "once");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_back_too_late_to_be_sent_again_can_be_taken_back() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let id = drive.testimony(&server, "Ana Ruiz", OWN).await;
        let page = format!("{}/{id}", queue(&slug));
        let on_time = text(&server.get_as(&owner, &page).await.text);
        assert!(!on_time.contains("can no longer send it again"), "{on_time}");
        let saw = seen(&server, &owner, &page).await;
        let back = with(&saw, &[("action", "return"), ("reason", "One page, please.")]);
        assert_eq!(server.post_as(&owner, &page, &back).await.status, 303);
        server.after(SignedDuration::from_hours(6 * 24)).await;
        let owner = server.log_in().await;
        let late = server.get_as(&owner, &page).await.text;
        assert!(text(&late).contains("can no longer send it again"), "{}", text(&late));
        let saw = seen(&server, &owner, &page).await;
        let taken_back = server.post_as(&owner, &page, &with(&saw, &[("action", "take-back")])).await;
        assert_eq!(taken_back.status, 303, "{}", taken_back.text);
        let saw = seen(&server, &owner, &page).await;
        let approved = server.post_as(&owner, &page, &with(&saw, &[("action", "approve")])).await;
        assert_eq!(approved.status, 303, "{}", approved.text);
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_first_is_named_only_if_a_coordinator_did() {
    each_database(async |server| {
        let (owner, slug, drive) = opened(&server).await;
        let id = drive.testimony(&server, "Ana Ruiz", OWN).await;
        let page = format!("{}/{id}", queue(&slug));
        let before = seen(&server, &owner, &page).await;
        let back = with(&before, &[("action", "return"), ("reason", "One page, please.")]);
        assert_eq!(server.post_as(&owner, &page, &back).await.status, 303);
        server.all_mails().await;
        let mail = server.mail_to("anaruiz@people.example", 1).await;
        let mine = link(&mail, "/testimony/");
        let form = server.get(&mine).await.text;
        let base = redress_tests::html::value_of(&form, "base").unwrap();
        let (hearing, matter) = (drive.hearing.to_string(), drive.matter.to_string());
        let again = [
            ("do", "send"),
            ("base", base.as_str()),
            ("hearing", hearing.as_str()),
            ("matter", matter.as_str()),
            ("stance", "in-favor"),
            ("language", "en"),
            ("text", "My mother has not taken the train since, and that is all I want to say."),
            ("name", "Ana Ruiz"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("speaking", "no"),
            ("public", "on"),
        ];
        let sent = server.post(&mine, &again).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        // Its writer was quicker, not the coordinator who had sent it back.
        let late = server.post_as(&owner, &page, &with(&before, &[("action", "approve")])).await;
        assert_eq!(late.status, 422);
        let said = text(&late.text);
        assert!(said.contains("Its writer was quicker"), "{said}");
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}
