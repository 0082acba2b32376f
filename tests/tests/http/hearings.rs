//! Hearings: times where clocks change, what is on time, what the page and calendars tell.

use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use jiff::SignedDuration;
use redress_tests::html::{elements, text, value_of};
use redress_tests::{Server, campaign_fields, each_database};

async fn matters(server: &Server, owner: &str, slug: &str, body: &str) -> Vec<String> {
    let page = format!("/admin/c/{slug}/hearings");
    let id = value_of(&server.get_as(owner, &page).await.text, "matter_0_id").unwrap();
    let fields = [
        ("action", "matters"),
        ("matter_0_id", id.as_str()),
        ("matter_0_docket", "0683"),
        ("matter_0_title", "A ban, in full"),
        ("matter_0_body", body),
        ("matter_0_state", "referred"),
        ("matter_1_docket", "0684"),
        ("matter_1_title", "Oversight"),
        ("matter_1_body", body),
        ("matter_1_state", "heard"),
    ];
    let saved = server.post_as(owner, &page, &fields).await;
    assert_eq!(saved.status, 303, "{}", text(&saved.text));
    let shown = server.get_as(owner, &page).await.text;
    (0..2).map(|row| value_of(&shown, &format!("matter_{row}_id")).unwrap()).collect()
}

fn read(ics: &str) -> IcalCalendar {
    let mut calendars: Vec<_> = ical::IcalParser::new(ics.as_bytes()).collect();
    assert_eq!(calendars.len(), 1, "{ics}");
    calendars.remove(0).unwrap()
}

fn of(event: &IcalEvent, name: &str) -> String {
    let all: Vec<_> = event.properties.iter().filter(|property| property.name == name).collect();
    assert!(all.len() <= 1, "{name} is there once");
    all.first().and_then(|property| property.value.clone()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_campaigns_page_tells_when_where_and_until_when() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, _) = server.seats(&owner, &slug).await;
        let matters = matters(&server, &owner, &slug, &body).await;
        let page = server.get(&format!("/c/{slug}")).await.text;
        assert!(!page.contains("Iannella"));
        let hearing = [("matter", matters[0].as_str()), ("note", "Doors open at 9.\nBring nothing.")];
        server.hearing(&owner, &slug, &body, &hearing).await;
        let page = text(&server.get(&format!("/c/{slug}")).await.text);
        for told in [
            "8 December, 10\u{a0}am Eastern time",
            "7 December, 5\u{a0}pm Eastern time",
            "Iannella Chamber",
            "meet.city.example/0617",
            "Docket 0683: A ban, in full",
            "Referred to Office of the Mayor",
            "Doors open at 9.",
            "Files as PDF",
            // A matter of no hearing to come is told apart.
            "Docket 0684: Oversight",
            "Heard: Office of the Mayor",
        ] {
            assert!(page.contains(told), "{told}: {page}");
        }
        let spanish = text(&server.get(&format!("/es/c/{slug}")).await.text);
        assert!(spanish.contains("8 de diciembre, 10\u{a0}a.\u{a0}m., hora del este"), "{spanish}");
        assert!(spanish.contains("Testimonios por escrito"));
        // Once it is over it is among those before; the day itself it is still to come.
        server.clock.advance(SignedDuration::from_hours(36 * 24 + 20));
        // A page is kept for a second of the real clock, by its address.
        let page = server.get(&format!("/c/{slug}?from=later")).await.text;
        assert!(text(&page).contains("Hearings before"), "{}", text(&page));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_daylight_saving_repeats_is_asked_about_and_one_it_skips_is_refused() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, _) = server.seats(&owner, &slug).await;
        let page = format!("/admin/c/{slug}/hearings/new");
        let plain = [
            ("title", "Night hearing"),
            ("body", body.as_str()),
            ("starts_day", "2027-11-08"),
            ("starts_time", "10:00"),
            ("cutoff_day", "2027-11-07"),
            ("cutoff_time", "01:30"),
            ("place", "Typed and kept"),
        ];
        // The cut-off is in the hour that comes twice.
        let asked = server.post_as(&owner, &page, &plain).await;
        assert_eq!(asked.status, 422);
        let said = text(&asked.text);
        assert!(said.contains("Clocks go back that night and show this time twice."), "{said}");
        assert!(
            said.contains("the first 1:30\u{a0}am") && said.contains("the second 1:30\u{a0}am"),
            "{said}"
        );
        assert!(asked.text.contains("href=\"#cutoff_which\""));
        assert_eq!(value_of(&asked.text, "place").unwrap(), "Typed and kept");
        let fields: Vec<_> = plain.iter().copied().chain([("cutoff_which", "second")]).collect();
        assert_eq!(server.post_as(&owner, &page, &fields).await.status, 303);
        let rows = server.database().await;
        let cutoff = rows.number("SELECT cutoff_at FROM hearing").await;
        let second: jiff::Timestamp = "2027-11-07T06:30:00Z".parse().unwrap();
        assert_eq!(cutoff, second.as_millisecond());
        // Saved once more as it is shown, it stays the second.
        let list = server.get_as(&owner, &format!("/admin/c/{slug}/hearings")).await.text;
        let edit = list.split(&format!("/admin/c/{slug}/hearings/")).nth(1).unwrap();
        let edit = format!("/admin/c/{slug}/hearings/{}", edit.split('"').next().unwrap());
        let shown = server.get_as(&owner, &edit).await.text;
        let chosen = elements(&shown).into_iter().find(|e| e.get("value") == "second").unwrap();
        assert!(chosen.has("selected"));
        // The start is in the hour that never is.
        let fields = [
            ("title", "Night hearing"),
            ("body", body.as_str()),
            ("starts_day", "2027-03-14"),
            ("starts_time", "02:30"),
        ];
        let refused = server.post_as(&owner, &page, &fields).await;
        assert_eq!(refused.status, 422);
        let said = text(&refused.text);
        assert!(said.contains("Clocks go forward that night and skip this time."), "{said}");
        assert!(
            said.contains("1:59\u{a0}am, just before") && said.contains("3\u{a0}am, just after"),
            "{said}"
        );
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM hearing").await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_on_time_stays_on_time_when_a_hearing_is_moved_to_an_earlier_day() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, _) = server.seats(&owner, &slug).await;
        let id = server.hearing(&owner, &slug, &body, &[]).await;
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&slug).await.unwrap().unwrap();
        let hearing = async || {
            store.hearings().find(campaign.id, id.parse().unwrap()).await.unwrap().unwrap()
        };
        let sent = server.now();
        assert!(hearing().await.cutoff.takes(sent));
        // One testimony was sent today; the desk moves the cut-off to yesterday.
        let rows = server.database().await;
        let at = sent.as_millisecond();
        let insert = format!(
            "INSERT INTO testimony (id, campaign_id, hearing_id, state, stance, language, locale, residency, zip, \
             for_organization, own_percent, words, speaking, flags, text_number, news, created_at, changed_at, \
             submitted_at, mails) SELECT id, campaign_id, id, 'confirmed', 'in-favor', 'en', 'en', 'lives', \
             '02121', FALSE, 100, 2, 'no', '', 1, FALSE, {at}, {at}, {at}, 0 FROM hearing"
        );
        rows.run(&insert).await.unwrap();
        server.clock.advance(SignedDuration::from_hours(1));
        let edit = format!("/admin/c/{slug}/hearings/{id}");
        let moved = [
            ("title", "Hearing on docket 0617"),
            ("body", body.as_str()),
            ("starts_day", "2026-12-03"),
            ("starts_time", "10:00"),
            ("cutoff_day", "2026-11-01"),
            ("cutoff_time", "17:00"),
        ];
        let asked = server.post_as(&owner, &edit, &moved).await;
        assert_eq!(asked.status, 422);
        let said = text(&asked.text);
        assert!(said.contains("from 8 December, 10\u{a0}am Eastern time to the earlier 3 December"), "{said}");
        assert!(said.contains("One testimony was sent for it"), "{said}");
        assert!(said.contains("One testimony was sent after that and was on time; it stays on time."), "{said}");
        assert_eq!(hearing().await.starts_at.to_string(), "2026-12-08T15:00:00Z", "nothing moved unasked");
        let fields: Vec<_> = moved.iter().copied().chain([("confirm", "on")]).collect();
        assert_eq!(server.post_as(&owner, &edit, &fields).await.status, 303);
        let now = hearing().await;
        assert_eq!(now.starts_at.to_string(), "2026-12-03T15:00:00Z");
        assert!(now.cutoff.takes(sent), "what was on time when sent stays on time");
        server.clock.advance(SignedDuration::from_mins(2));
        assert!(!now.cutoff.takes(server.now()), "what comes now is late");
        // A later day needs no question.
        let later: Vec<_> = moved
            .iter()
            .map(|(name, value)| (*name, if *name == "starts_day" { "2026-12-20" } else { *value }))
            .collect();
        assert_eq!(server.post_as(&owner, &edit, &later).await.status, 303);
        rows.close().await;
        store.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_reads_a_hearing_a_change_and_its_end() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, _) = server.seats(&owner, &slug).await;
        let matters = matters(&server, &owner, &slug, &body).await;
        let title =
            "Hearing; on two dockets, in full, with a title that is longer than one line of a calendar file";
        let changes = [("title", title), ("matter", matters[0].as_str())];
        let id = server.hearing(&owner, &slug, &body, &changes).await;
        let path = format!("/c/{slug}/hearings/{id}.ics");
        let answer = server.get(&path).await;
        assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
        assert!(answer.text.lines().all(|line| line.len() <= 75), "{}", answer.text);
        assert!(!answer.text.contains("METHOD") && !answer.text.contains("VALARM"));
        let calendar = read(&answer.text);
        assert_eq!(calendar.events.len(), 1);
        let event = &calendar.events[0];
        assert_eq!(of(event, "DTSTART"), "20261208T150000Z");
        assert_eq!((of(event, "SEQUENCE"), of(event, "STATUS")), ("0".into(), "CONFIRMED".into()));
        assert!(of(event, "SUMMARY").replace('\\', "").starts_with(title), "{event:?}");
        assert_eq!(of(event, "LOCATION"), "Iannella Chamber");
        let about = of(event, "DESCRIPTION");
        assert!(about.contains("Docket 0683: A ban\\, in full") && about.contains("7 December"), "{about}");
        let uid = of(event, "UID");
        assert!(uid.starts_with(&format!("hearing-{id}@")), "{uid}");

        // Moved later, called off, planned again: the same event, each time a higher number.
        let edit = format!("/admin/c/{slug}/hearings/{id}");
        let later =
            [("title", title), ("body", &body), ("starts_day", "2026-12-09"), ("starts_time", "18:30")];
        assert_eq!(server.post_as(&owner, &edit, &later).await.status, 303);
        let event = read(&server.get(&path).await.text).events.remove(0);
        assert_eq!((of(&event, "UID"), of(&event, "SEQUENCE")), (uid.clone(), "1".into()));
        assert_eq!(of(&event, "DTSTART"), "20261209T233000Z");
        let off = [("action", "called-off"), ("hearing", id.as_str())];
        server.post_as(&owner, &format!("/admin/c/{slug}/hearings"), &off).await;
        let event = read(&server.get(&path).await.text).events.remove(0);
        assert_eq!((of(&event, "STATUS"), of(&event, "SEQUENCE")), ("CANCELLED".into(), "2".into()));
        assert!(text(&server.get(&format!("/c/{slug}")).await.text).contains("called off"));
        let again = [("action", "planned"), ("hearing", id.as_str())];
        server.post_as(&owner, &format!("/admin/c/{slug}/hearings"), &again).await;
        let event = read(&server.get(&path).await.text).events.remove(0);
        assert_eq!((of(&event, "STATUS"), of(&event, "SEQUENCE")), ("CONFIRMED".into(), "3".into()));

        // Yearly dates come again; one that not every year has is refused.
        let list = format!("/admin/c/{slug}/hearings");
        let wrong =
            [("action", "yearly"), ("yearly_0_day", "29"), ("yearly_0_month", "2"), ("yearly_0_en", "Leap")];
        let refused = server.post_as(&owner, &list, &wrong).await;
        assert_eq!((refused.status, value_of(&refused.text, "yearly_0_day").unwrap()), (422, "29".into()));
        let right = [
            ("action", "yearly"),
            ("yearly_0_day", "31"),
            ("yearly_0_month", "5"),
            ("yearly_0_en", "The council's review is due."),
            ("yearly_0_es", "Vence la revisión del concejo."),
        ];
        assert_eq!(server.post_as(&owner, &list, &right).await.status, 303);
        let all = read(&server.get(&format!("/es/c/{slug}/hearings.ics")).await.text);
        assert_eq!(all.events.len(), 2);
        let yearly = all.events.iter().find(|event| of(event, "UID").starts_with("yearly-")).unwrap();
        assert_eq!(of(yearly, "RRULE"), "FREQ=YEARLY");
        assert_eq!(of(yearly, "DTSTART"), "20260531");
        assert_eq!(of(yearly, "SUMMARY"), "Vence la revisión del concejo.");
        let page = text(&server.get(&format!("/c/{slug}")).await.text);
        assert!(page.contains("by 31 May") && page.contains("Next: 31 May 2027."), "{page}");
        assert_eq!(server.get(&format!("/c/{slug}/hearings/none.ics")).await.status, 404);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_forms_of_hearings_get_they_answer_with_themselves() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, _) = server.seats(&owner, &slug).await;
        let new = format!("/admin/c/{slug}/hearings/new");
        let long = "x".repeat(20_000);
        for (name, value, message) in [
            ("title", " ", "Say what the hearing is called."),
            ("body", "00000000-0000-0000-0000-000000000000", "Choose who holds the hearing."),
            ("starts_day", "", "Enter the day of the hearing."),
            ("starts_day", "2026-02-30", "Enter the day as it is on a calendar"),
            ("starts_day", "9999-12-31", "Enter the day as it is on a calendar"),
            ("starts_time", "25:00", "Enter the time of that day"),
            ("cutoff_day", "soon", "Enter the day as it is on a calendar"),
            ("link", "javascript:alert(1)", "Write the whole address to join"),
            ("link", "meet.example", "Write the whole address to join"),
            ("note", &long, "Shorten this text"),
        ] {
            let mut fields = vec![
                ("title", "Hearing"),
                ("body", body.as_str()),
                ("starts_day", "2026-12-08"),
                ("starts_time", "10:00"),
                ("place", "Kept"),
            ];
            fields.retain(|(other, _)| *other != name);
            fields.push((name, value));
            if name == "cutoff_day" {
                fields.push(("cutoff_time", "10:00"));
            }
            let refused = server.post_as(&owner, &new, &fields).await;
            assert_eq!(refused.status, 422, "{name}: {value:.40}");
            assert!(text(&refused.text).contains(message), "{name}: {}", text(&refused.text));
            assert_eq!(value_of(&refused.text, "place").unwrap(), "Kept");
        }
        // Another campaign's matter or hearing is none of this one's.
        let fields = campaign_fields(&[("slug", "second")]);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(server.post_as(&owner, "/admin/campaigns/new", &fields).await.status, 303);
        let id = server.hearing(&owner, &slug, &body, &[]).await;
        assert_eq!(server.get_as(&owner, &format!("/admin/c/second/hearings/{id}")).await.status, 404);
        assert_eq!(server.get_as(&owner, &format!("/admin/c/{slug}/hearings/none")).await.status, 404);
        let list = format!("/admin/c/{slug}/hearings");
        assert_eq!(server.post_as(&owner, &list, &[("action", "explode")]).await.status, 422);
        // A matter that a hearing names is not removed.
        let matter = value_of(&server.get_as(&owner, &list).await.text, "matter_0_id").unwrap();
        server.hearing(&owner, &slug, &body, &[("matter", &matter)]).await;
        let remove = [
            ("action", "matters"),
            ("matter_0_id", matter.as_str()),
            ("matter_0_body", body.as_str()),
            ("matter_0_remove", "on"),
        ];
        let refused = server.post_as(&owner, &list, &remove).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused.text).contains("A hearing or testimony names a matter"));
        server.stop().await;
    })
    .await;
}
