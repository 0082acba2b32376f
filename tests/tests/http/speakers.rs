//! Who speaks: in an order with times, moved one place at a time, and told once the day before.

use jiff::SignedDuration;
use redress_domain::{HearingState, Speaking, TestimonyId};
use redress_store::Author;
use redress_tests::html::text;
use redress_tests::testimony::Drive;
use redress_tests::{Mail, Server, each_database, link};

async fn speaker(server: &Server, drive: &Drive, name: &str, how: Speaking) -> TestimonyId {
    let mut writing =
        drive.writing(name, &format!("I am {name}, and I will say it in the room."), None).await;
    writing.speaking = how;
    drive.confirmed(server, writing).await
}

/// A mail's words on one line, however they were wrapped.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn reminders(server: &Server) -> Vec<Mail> {
    let mails = server.all_mails().await;
    mails.into_iter().filter(|mail| mail.subject.contains("You speak soon")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_running_order_has_times_is_moved_without_scripts_and_tells_the_later_of_two() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = format!("/admin/c/{slug}/speakers");
        assert!(server.get_as(&owner, &page).await.text.contains("No hearing yet."));
        let drive = Drive::of(&server, &slug).await;
        assert!(server.get_as(&owner, &page).await.text.contains("Nobody has asked to speak yet."));
        let ana = speaker(&server, &drive, "Ana Ruiz", Speaking::InPerson).await;
        let bo = speaker(&server, &drive, "Bo Li", Speaking::ByVideo).await;
        let mut long = drive.writing("Cy Ek", &"word ".repeat(400), None).await;
        long.speaking = Speaking::InPerson;
        drive.confirmed(&server, long).await;
        drive.testimony(&server, "Di Silent", "I only write.").await;
        let order = async || -> Vec<String> {
            let html = server.get_as(&owner, &page).await.text;
            let line = text(&html).split_whitespace().collect::<Vec<_>>().join(" ");
            let mut names: Vec<(usize, String)> = ["Ana Ruiz", "Bo Li", "Cy Ek", "Di Silent"]
                .iter()
                .filter_map(|name| Some((line.find(name)?, (*name).to_owned())))
                .collect();
            names.sort_unstable();
            names.into_iter().map(|(_, name)| name).collect()
        };
        assert_eq!(order().await, ["Ana Ruiz", "Bo Li", "Cy Ek"]);
        let html = server.get_as(&owner, &page).await.text;
        // The hearing begins at 3 pm UTC, 10 am in the campaign's zone; two minutes each.
        for said in [
            "10\u{a0}am",
            "10:02\u{a0}am",
            "10:04\u{a0}am",
            "done at about 10:06\u{a0}am",
            "96 words too long",
        ] {
            assert!(html.contains(said), "{said}: {html}");
        }
        let mv = async |id: TestimonyId, place: &str, action: &str| {
            let (hearing, id) = (drive.hearing.to_string(), id.to_string());
            let fields =
                [("hearing", hearing.as_str()), ("speaker", &id), ("place", place), ("action", action)];
            server.post_as(&owner, &page, &fields).await
        };
        assert!(mv(bo, "1", "up").await.location().contains("done=moved"));
        assert_eq!(order().await, ["Bo Li", "Ana Ruiz", "Cy Ek"]);
        // Whoever still saw the old order is told, and moves nobody else.
        assert!(mv(ana, "0", "down").await.location().contains("done=meanwhile"));
        assert_eq!(order().await, ["Bo Li", "Ana Ruiz", "Cy Ek"]);
        assert!(mv(bo, "0", "up").await.location().contains("done=moved"), "the first stays the first");
        assert_eq!(order().await, ["Bo Li", "Ana Ruiz", "Cy Ek"]);
        let somebody = "00000000-0000-0000-0000-000000000000".parse().unwrap();
        assert!(mv(somebody, "0", "up").await.location().contains("done=meanwhile"));
        assert!((400..500).contains(&mv(ana, "x", "up").await.status));
        assert!((400..500).contains(&mv(ana, "1", "away").await.status));
        // Who withdraws is out of the order.
        drive.store.testimonies().withdraw(bo).await.unwrap();
        assert_eq!(order().await, ["Ana Ruiz", "Cy Ek"]);
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn speakers_are_told_once_the_day_before_and_again_by_the_new_time_if_it_is_moved() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let drive = Drive::of(&server, &slug).await;
        speaker(&server, &drive, "Ana Ruiz", Speaking::InPerson).await;
        let mut unconfirmed = drive.writing("Bo Li", "I have not confirmed.", None).await;
        unconfirmed.speaking = Speaking::InPerson;
        drive.send(&server, unconfirmed).await;
        drive.testimony(&server, "Di Silent", "I only write.").await;
        let day = SignedDuration::from_hours(24);

        server.after(day * 8).await;
        assert!(reminders(&server).await.is_empty(), "two days before");
        server.after(day + SignedDuration::from_hours(1)).await;
        let told = reminders(&server).await;
        assert_eq!(told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["anaruiz@people.example"]);
        let said = flat(&told[0].text);
        for word in
            ["12 November, 10 am Eastern time", "Iannella Chamber", "https://meet.example/join", "304 words"]
        {
            assert!(said.contains(word), "{word}: {said}");
        }
        assert!(!link(&told[0], "/testimony/").is_empty());
        server.after(SignedDuration::from_hours(2)).await;
        assert_eq!(reminders(&server).await.len(), 1, "once");

        // Moved by a week: told again the day before the new day, with the new time.
        drive.move_hearing(drive.draft.starts_at + day * 7).await;
        server.after(day * 5).await;
        assert_eq!(reminders(&server).await.len(), 1, "not yet");
        server.after(day * 2).await;
        let told = reminders(&server).await;
        assert_eq!(told.len(), 2);
        assert!(flat(&told[1].text).contains("19 November, 10 am"), "{}", told[1].text);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_of_a_hearing_that_is_called_off() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let drive = Drive::of(&server, &slug).await;
        speaker(&server, &drive, "Ana Ruiz", Speaking::InPerson).await;
        let off = HearingState::CalledOff;
        let hearings = drive.store.hearings();
        assert!(hearings.set_state(Author::Operator, drive.campaign, drive.hearing, off).await.unwrap());
        let html = server.get_as(&owner, &format!("/admin/c/{slug}/speakers")).await.text;
        assert!(html.contains("Called off. Nobody is reminded."));
        server.after(SignedDuration::from_hours(24 * 9 + 1)).await;
        assert!(reminders(&server).await.is_empty());
        server.stop().await;
    })
    .await;
}
