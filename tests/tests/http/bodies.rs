//! Bodies: what they take, their seats, and whose they are.

use redress_tests::html::{text, value_of};
use redress_tests::{Server, campaign_fields, each_database};

async fn first_body(server: &Server, cookie: &str, slug: &str) -> String {
    let list = server.get_as(cookie, &format!("/admin/c/{slug}/bodies")).await.text;
    value_of(&list, "body").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_keeps_what_it_takes_and_its_seats_keep_their_places() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, seats) = server.seats(&owner, &slug).await;
        let page = format!("/admin/c/{slug}/bodies/{body}");
        let fields = [
            ("name", "Office of the Mayor"),
            ("kind", "council"),
            ("office", "Room 500"),
            ("email", "ccc.go@city.example"),
            ("site", "https://city.example"),
            ("format_docx", "on"),
            ("file_mb", "25"),
            ("words", "1,500"),
            ("copies", "15"),
            ("speak_minutes", "2"),
            ("cutoff_hours", "24"),
            ("required_lines", "Committee\n\nDocket number\nAffiliation"),
            ("rules", "Any language."),
            // The second seat first, the first one gone, a new one after it.
            ("seat_0_id", &seats[1]),
            ("seat_0_title", "Councilor, District 10"),
            ("seat_0_holder", "Bo Ten"),
            ("seat_1_id", &seats[0]),
            ("seat_1_title", ""),
            ("seat_2_title", "Councilor, District 2"),
            ("seat_2_vacant", "2026-10-01"),
        ];
        let saved = server.post_as(&owner, &page, &fields).await;
        assert_eq!(saved.status, 303, "{}", text(&saved.text));
        let shown = server.get_as(&owner, &page).await.text;
        let value = |name: &str| value_of(&shown, name).unwrap();
        assert_eq!(value("email"), "ccc.go@city.example");
        assert_eq!((value("words"), value("copies")), ("1500".into(), "15".into()));
        assert_eq!(value("cutoff_hours"), "24");
        assert_eq!(value("required_lines"), "Committee\nDocket number\nAffiliation");
        assert_eq!(value("seat_0_id"), seats[1]);
        assert_ne!(value("seat_1_id"), seats[0], "a seat that is gone gives its id to nobody");
        assert_eq!(value("seat_1_vacant"), "2026-10-01");
        // The campaign editor knows the same body, and keeps what hangs on it.
        let edited = [("body_office", "Room 501"), ("body_address", "1 City Hall Square")];
        let fields = campaign_fields(&edited);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &fields).await.status, 303);
        let shown = server.get_as(&owner, &page).await.text;
        assert_eq!(value_of(&shown, "office").unwrap(), "Room 501");
        assert_eq!(value_of(&shown, "seat_0_id").unwrap(), seats[1]);
        // A hearing that names no cut-off has the body's: a day before it begins at ten.
        let none = [("cutoff_day", ""), ("cutoff_time", "")];
        server.hearing(&owner, &slug, &body, &none).await;
        let public = text(&server.get(&format!("/c/{slug}")).await.text);
        assert!(public.contains("7 December, 10\u{a0}am Eastern time"), "{public}");
        assert!(public.contains("Written testimony until 24 hours before the hearing"), "{public}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organization_changes_no_body_that_anothers_campaign_turns_to() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let other = server.member("other-union", "owner", "o@other.example").await;
        let theirs = server.campaign(&other, &[("slug", "theirs")]).await;
        // Both turn to one body, until one of them writes about it.
        let shared = first_body(&server, &owner, &slug).await;
        assert_eq!(first_body(&server, &other, &theirs).await, shared);
        let page = server.get_as(&owner, &format!("/admin/c/{slug}/bodies/{shared}")).await.text;
        assert!(text(&page).contains("this campaign gets its own copy"));
        let hearing = server.hearing(&other, &theirs, &shared, &[]).await;
        let (mine, seats) = server.seats(&owner, &slug).await;
        assert_ne!(mine, shared);
        assert_eq!(first_body(&server, &other, &theirs).await, shared);
        let page = server.get_as(&other, &format!("/admin/c/{theirs}/bodies/{shared}")).await.text;
        assert!(!page.contains("Ana Seven"), "their seats are theirs");
        assert_eq!(server.get_as(&other, &format!("/admin/c/{theirs}/bodies/{mine}")).await.status, 404);
        let page = server.get_as(&other, &format!("/admin/c/{theirs}/hearings/{hearing}")).await.text;
        assert!(page.contains(&shared), "their hearing is before their body");
        // Mine is mine now: it is changed in place, and its seats keep their ids.
        let page = format!("/admin/c/{slug}/bodies/{mine}");
        let fields = [
            ("name", "Office of the Mayor"),
            ("kind", "mayor"),
            ("format_pdf", "on"),
            ("seat_0_id", seats[0].as_str()),
            ("seat_0_title", "Mayor"),
        ];
        assert_eq!(server.post_as(&owner, &page, &fields).await.status, 303);
        let shown = server.get_as(&owner, &page).await.text;
        assert!(!text(&shown).contains("its own copy"));
        assert_eq!(value_of(&shown, "seat_0_id").unwrap(), seats[0]);
        // A committee given to a shared council is given to a copy of it.
        let council = [("name", "City Council"), ("kind", "council"), ("format_pdf", "on")];
        for (cookie, slug) in [(&owner, &slug), (&other, &theirs)] {
            let edit = campaign_fields(&[("slug", slug), ("docket", "1"), ("body_name", "City Council")]);
            let edit: Vec<_> = edit.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            assert_eq!(server.post_as(cookie, &format!("/admin/c/{slug}/edit"), &edit).await.status, 303);
        }
        let list = server.get_as(&owner, &format!("/admin/c/{slug}/bodies")).await.text;
        let ids: Vec<&str> = list.split("name=\"body\" value=\"").skip(1).map(|rest| &rest[..36]).collect();
        assert_eq!(ids.len(), 2, "{}", text(&list));
        let council_id = ids.into_iter().find(|id| *id != mine).unwrap();
        let committee = [
            ("name", "Committee on Rules"),
            ("kind", "committee"),
            ("parent", council_id),
            ("format_pdf", "on"),
            ("email", "rules@city.example"),
        ];
        let new = format!("/admin/c/{slug}/bodies/new");
        let made = server.post_as(&owner, &new, &committee).await;
        assert_eq!(made.status, 303, "{}", text(&made.text));
        let list = text(&server.get_as(&owner, &format!("/admin/c/{slug}/bodies")).await.text);
        assert!(list.contains("Committee on Rules"), "{list}");
        let list = text(&server.get_as(&other, &format!("/admin/c/{theirs}/bodies")).await.text);
        assert!(!list.contains("Committee on Rules"), "{list}");
        assert_eq!(
            server.post_as(&other, &format!("/admin/c/{theirs}/bodies/new"), &council).await.status,
            303
        );
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_form_of_a_body_gets_it_answers_with_itself() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let body = first_body(&server, &owner, &slug).await;
        let new = format!("/admin/c/{slug}/bodies/new");
        for (name, value, message) in [
            ("name", "", "Say what the body is called."),
            ("kind", "parliament", "Choose what it is."),
            ("parent", "nobody", "A committee is of a council"),
            ("email", "not an address", "Write the address in the form"),
            ("site", "javascript:alert(1)", "Write the whole address"),
            ("format_pdf", "", "Tick at least one kind of file."),
            ("words", "many", "Write a whole number"),
            ("copies", "-1", "Write a whole number"),
            ("file_mb", "99999999999999", "Write a whole number"),
            ("seat_0_holder", "Somebody", "Give each seat a title"),
        ] {
            let mut fields =
                vec![("name", "Board"), ("kind", "board"), ("format_pdf", "on"), ("office", "Kept")];
            fields.retain(|(other, _)| *other != name);
            fields.push((name, value));
            let refused = server.post_as(&owner, &new, &fields).await;
            assert_eq!(refused.status, 422, "{name}");
            assert!(text(&refused.text).contains(message), "{name}: {}", text(&refused.text));
            assert_eq!(value_of(&refused.text, "office").unwrap(), "Kept");
        }
        // One that a matter is before stays.
        let list = format!("/admin/c/{slug}/bodies");
        let gone = server.post_as(&owner, &list, &[("action", "remove"), ("body", &body)]).await;
        assert!(gone.location().ends_with("done=in-use"));
        assert_eq!(first_body(&server, &owner, &slug).await, body);
        // A committee is not of a committee, nor of itself.
        let itself =
            [("name", "Office of the Mayor"), ("kind", "mayor"), ("format_pdf", "on"), ("parent", &body)];
        let refused = server.post_as(&owner, &format!("{list}/{body}"), &itself).await;
        assert_eq!(refused.status, 422);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_testimony_is_asked_for_is_kept_and_on_the_record() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("testimony", "on")]).await;
        let page = server.get_as(&owner, &format!("/admin/c/{slug}/edit")).await.text;
        let ticked = |page: &str| {
            let all = redress_tests::html::elements(page);
            all.into_iter().find(|element| element.get("name") == "testimony").unwrap().has("checked")
        };
        assert!(ticked(&page));
        let fields = campaign_fields(&[]);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/edit"), &fields).await.status, 303);
        assert!(!ticked(&server.get_as(&owner, &format!("/admin/c/{slug}/edit")).await.text));
        let history = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        assert!(history.contains("Whether testimony is asked for was changed."), "{history}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_about_bodies_and_hearings_is_text_wherever_it_is_shown() {
    // What a page is made of does not depend on the database.
    let server = Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    let body = first_body(&server, &owner, &slug).await;
    for typed in [
        "\"><script>alert(1)</script>",
        "</title></textarea><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "[x](javascript:alert(1))",
        "BEGIN:VALARM\r\nACTION:DISPLAY",
    ] {
        let fields = [
            ("name", typed),
            ("kind", "council"),
            ("office", typed),
            ("address", typed),
            ("format_pdf", "on"),
            ("required_lines", typed),
            ("rules", typed),
            ("seat_0_title", typed),
            ("seat_0_holder", typed),
            ("seat_0_email", "a@city.example"),
            ("seat_0_phone", "617 555 0100"),
            ("seat_1_title", typed),
            ("seat_1_district", typed),
            ("seat_1_holder", typed),
        ];
        let page = format!("/admin/c/{slug}/bodies/{body}");
        let saved = server.post_as(&owner, &page, &fields).await;
        assert_eq!(saved.status, 303, "{typed}: {}", text(&saved.text));
        let texts =
            [("body", body.as_str()), ("subject_en", typed), ("message_en", typed), ("phone_en", typed)];
        assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/contact"), &texts).await.status, 303);
        let hearing = [("title", typed), ("place", typed), ("note", typed)];
        let id = server.hearing(&owner, &slug, &body, &hearing).await;
        let district: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let pages = [
            server.get(&format!("/c/{slug}")).await,
            server.get(&format!("/c/{slug}/contact?district={district}")).await,
            server.get_as(&owner, &page).await,
            server.get_as(&owner, &format!("/admin/c/{slug}/bodies")).await,
            server.get_as(&owner, &format!("/admin/c/{slug}/hearings")).await,
            server.get_as(&owner, &format!("/admin/c/{slug}/hearings/{id}")).await,
            server.get_as(&owner, &format!("/admin/c/{slug}/contact")).await,
        ];
        for page in pages {
            assert_eq!(page.status, 200, "{typed}");
            for element in redress_tests::html::elements(&page.text) {
                assert!(element.name != "script" || !element.text.contains("alert"), "{typed}: {element:?}");
                assert!(element.name != "img", "{typed}: {element:?}");
                for (name, value) in &element.attributes {
                    assert!(!name.starts_with("on"), "{typed}: {element:?}");
                    assert!(name != "href" || !value.starts_with("javascript:"), "{typed}: {element:?}");
                }
            }
        }
        let ics = server.get(&format!("/c/{slug}/hearings/{id}.ics")).await.text;
        assert_eq!(ics.matches("\r\nBEGIN:").count(), 1, "{ics}");
    }
    server.stop().await;
}
