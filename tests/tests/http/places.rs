//! The tracker of places: what the public reads and takes along, and how places come onto it.

use atom_syndication::Feed;
use redress_tests::html::{elements, text, value_of};
use redress_tests::{Server, each_database};

/// The list as it stands in public records, with what a file of ours adds.
const LIST: &str = "place,status,as_of,note,source,tile\n\
    Lynn,state grant,2011-10,,Public record,C4\n\
    Salem,bought its own,2011,also using readers before,https://records.example/a?b=c,D4\n\
    Brookline,state grant,2011-09-13,,,\n";

async fn post(server: &Server, owner: &str, slug: &str, fields: &[(&str, &str)]) -> redress_tests::Answer {
    server.post_as(owner, &format!("/admin/c/{slug}/places"), fields).await
}

/// A campaign with the list, taken over as a browser does: shown first, then done.
async fn tracker(server: &Server, owner: &str) -> String {
    let slug = server.campaign(owner, &[]).await;
    let list = [("csv", LIST), ("new_statuses", "on"), ("action", "preview")];
    let shown = post(server, owner, &slug, &list).await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    let mark = value_of(&shown.text, "shown").unwrap();
    let list = [("csv", LIST), ("new_statuses", "on"), ("action", "import"), ("shown", &mark)];
    let taken = post(server, owner, &slug, &list).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    slug
}

fn names(html: &str) -> Vec<String> {
    let (_, table) = html.split_once("<table").unwrap();
    let named = elements(table).into_iter().filter(|element| element.get("class") == "name");
    named.map(|element| element.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_shown_before_it_is_taken_and_read_by_everybody_after() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = format!("/c/{slug}/places");
        assert_eq!(server.get(&page).await.status, 404, "there is no tracker before there is a place");
        let list = [("csv", LIST), ("new_statuses", "on"), ("action", "preview")];
        let shown = post(&server, &owner, &slug, &list).await;
        let said = text(&shown.text);
        assert!(said.contains("New: 3. Changed: 0. Taken off: 0. As they are: 0."), "{said}");
        assert!(said.contains("New statuses: state grant, bought its own."), "{said}");
        assert_eq!(server.get(&page).await.status, 404, "showing changes nothing");
        let mark = value_of(&shown.text, "shown").unwrap();
        let other = LIST.replace("Lynn", "Lowell");
        let list = [("csv", other.as_str()), ("new_statuses", "on"), ("action", "import"), ("shown", &mark)];
        let refused = post(&server, &owner, &slug, &list).await;
        assert_eq!(refused.status, 422, "nothing else is done than what was shown");
        assert!(value_of(&refused.text, "csv").unwrap().contains("Lowell"), "and nothing typed is lost");
        let list = [("csv", LIST), ("new_statuses", "on"), ("action", "import"), ("shown", &mark)];
        assert_eq!(
            post(&server, &owner, &slug, &list).await.location(),
            format!("/admin/c/{slug}/places?done=imported&count=3")
        );

        let all = server.get(&page).await;
        assert_eq!(all.status, 200);
        assert_eq!(names(&all.text), ["Brookline", "Lynn", "Salem"]);
        let said = text(&all.text);
        for wanted in ["13 September 2011", "October 2011", "Source: records.example", "Public record"] {
            assert!(said.contains(wanted), "{wanted}: {said}");
        }
        // A tile for each, with its letter; and none is told by color alone.
        let tiles = elements(&all.text).into_iter().filter(|e| e.name == "g" && e.get("class") == "tile");
        assert_eq!(tiles.count(), 3);
        assert!(said.contains("Lynn: state grant") && said.contains("Salem: bought its own"));
        assert_eq!(
            names(&server.get(&format!("{page}?status=state-grant")).await.text),
            ["Brookline", "Lynn"]
        );
        assert_eq!(
            names(&server.get(&format!("{page}?sort=day")).await.text),
            ["Lynn", "Brookline", "Salem"]
        );
        assert_eq!(names(&server.get(&format!("{page}?sort=status")).await.text)[2], "Salem");
        assert_eq!(names(&server.get(&format!("{page}?status=none&sort=x")).await.text).len(), 3);
        let spanish = server.get(&format!("/es{page}")).await.text;
        assert!(spanish.contains("octubre de 2011") && spanish.contains("lang=\"es\""));
        assert!(server.get(&format!("/c/{slug}")).await.text.contains(&format!("href=\"{page}\"")));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_along_comes_back_as_it_was() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = tracker(&server, &owner).await;
        let formula = [
            ("place", "=Hull"),
            ("status", "state grant"),
            ("note", "+1\r\nsecond line"),
            ("action", "save"),
        ];
        assert_eq!(post(&server, &owner, &slug, &formula).await.status, 303);
        let file = server.get(&format!("/c/{slug}/places.csv")).await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8; header=present");
        assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"{slug}-places.csv\""));
        assert_eq!(
            file.text,
            "place,status,as_of,note,source,tile\r\n\
             Brookline,state grant,2011-09-13,,,\r\n\
             '=Hull,state grant,,\"'+1\nsecond line\",,\r\n\
             Lynn,state grant,2011-10,,Public record,C4\r\n\
             Salem,bought its own,2011,also using readers before,https://records.example/a?b=c,D4\r\n"
        );
        let list = [("csv", file.text.as_str()), ("remove_missing", "on"), ("action", "preview")];
        let shown = text(&post(&server, &owner, &slug, &list).await.text);
        assert!(shown.contains("New: 0. Changed: 0. Taken off: 0. As they are: 4."), "{shown}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_with_one_wrong_cell_changes_nothing_and_says_where_it_is() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = tracker(&server, &owner).await;
        let before = server.get(&format!("/c/{slug}/places.csv")).await.text;
        let list = "place,status,as_of,tile\nRevere,state grant,2011-10,A1\nHull,sold,soon,here\nRevere,state grant,,\nx\n";
        let places = format!("/admin/c/{slug}/places");
        for action in ["preview", "import"] {
            let refused = post(&server, &owner, &slug, &[("csv", list), ("action", action)]).await;
            assert_eq!(refused.status, 422);
            let said = text(&refused.text);
            for wrong in [
                "Row 3, column status: There is no such status. Add it first, or choose one that is there.",
                "Row 3, column as_of: Write a day as 2011-09-13, a month as 2011-10, a year as 2011.",
                "Row 3, column tile: Write a tile as a column and a row, such as C4.",
                "Row 4, column place: An earlier row has the same place.",
                "Row 5: There are more or fewer cells than headings.",
            ] {
                assert!(said.contains(wrong), "{wrong}: {said}");
            }
            assert_eq!(value_of(&refused.text, "csv").unwrap(), list);
            assert!(refused.text.contains("<title>Error: "));
        }
        for (list, wrong) in [
            ("", "Paste a list with its headings."),
            ("place\nLynn", "Row 1, column status: This heading is missing in the first row."),
            ("place,status\n", "Row 1: There is no place in the list."),
            ("place,status\nLynn,\"state grant\nSalem,state grant\n", "a quotation mark is opened and never closed"),
            ("\u{0}\u{1}\u{FFFD},,,\n\"\"\"", "This heading is missing in the first row."),
        ] {
            let refused = post(&server, &owner, &slug, &[("csv", list), ("action", "preview")]).await;
            assert_eq!(refused.status, 422, "{list}");
            assert!(text(&refused.text).contains(wrong), "{list}: {}", text(&refused.text));
        }
        let many: String = (0..2_001).map(|n| format!("\nTown {n},state grant")).collect();
        let list = format!("place,status{many}");
        let refused = post(&server, &owner, &slug, &[("csv", &list), ("action", "preview")]).await;
        assert!(refused.status == 422 && text(&refused.text).contains("more than 2,000 places"));
        assert_eq!(server.post_as(&owner, &places, &[("action", "nothing")]).await.status, 422);
        assert_eq!(server.get(&format!("/c/{slug}/places.csv")).await.text, before);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_goes_out_in_a_feed_that_a_reader_understands() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = tracker(&server, &owner).await;
        let status = [
            ("status_en", "Refused <after> a vote"),
            ("status_es", "Rechazado"),
            ("tone", "crossed"),
            ("action", "status"),
        ];
        assert_eq!(post(&server, &owner, &slug, &status).await.status, 303);
        let desk = server.get_as(&owner, &format!("/admin/c/{slug}/places")).await.text;
        let id = desk.split("?place=").nth(1).unwrap().split('#').next().unwrap().to_owned();
        let edit = server.get_as(&owner, &format!("/admin/c/{slug}/places?place={id}")).await.text;
        assert_eq!(value_of(&edit, "place").unwrap(), "Brookline");
        server.after(jiff::SignedDuration::from_hours(1)).await;
        let vote = [
            ("id", id.as_str()),
            ("place", "Brookline"),
            ("status", "refused-after-a-vote"),
            ("as_of", "2011-09-13"),
            ("note", "Unanimous & public"),
            ("action", "save"),
        ];
        assert_eq!(post(&server, &owner, &slug, &vote).await.status, 303);
        // A tile is where a place is drawn, and no news.
        let tile = [vote.as_slice(), &[("tile", "A1")]].concat();
        assert_eq!(post(&server, &owner, &slug, &tile).await.status, 303);

        let answer = server.get(&format!("/c/{slug}/places.atom")).await;
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
        let feed: Feed = answer.text.parse().unwrap();
        assert_eq!(feed.entries.len(), 4, "{}", answer.text);
        let newest = &feed.entries[0];
        assert_eq!(newest.title.value, "Brookline: “state grant” became “Refused <after> a vote”.");
        assert_eq!(newest.summary.as_ref().unwrap().value, "As of 13 September 2011.\nUnanimous & public");
        assert_eq!(newest.updated, feed.updated);
        assert!(
            newest.id.starts_with("urn:uuid:")
                && newest.links[0].href.ends_with(&format!("/c/{slug}/places"))
        );
        assert!(feed.entries[1..].iter().all(|entry| entry.updated < newest.updated));
        assert!(
            feed.id.ends_with(&format!("/c/{slug}/places.atom"))
                && feed.authors[0].name == "Bay Civil Liberties Union"
        );
        let spanish: Feed = server.get(&format!("/es/c/{slug}/places.atom")).await.text.parse().unwrap();
        assert_eq!(spanish.entries[0].title.value, "Brookline: «state grant» pasó a «Rechazado».");
        assert_eq!(spanish.entries[0].id, newest.id, "one change is one entry in every language");

        // What is taken off stays in the feed by its name.
        assert_eq!(post(&server, &owner, &slug, &[("id", &id), ("action", "remove")]).await.status, 303);
        let feed: Feed = server.get(&format!("/c/{slug}/places.atom")).await.text.parse().unwrap();
        assert!(feed.entries.iter().any(|entry| entry.title.value == "Brookline is no longer on the list."));
        let history = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        for line in [
            "A list of places was taken over. Added, changed, taken off: 3, 0, 0.",
            "A place was changed.",
            "A place was taken off the list.",
        ] {
            assert!(history.contains(line), "{line}: {history}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_place_or_status_is_refused_and_what_was_typed_stays() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = tracker(&server, &owner).await;
        let wrong = [
            ("place", ""),
            ("status", "none"),
            ("as_of", "soon"),
            ("tile", "?"),
            ("note", "kept"),
            ("action", "save"),
        ];
        let refused = post(&server, &owner, &slug, &wrong).await;
        assert_eq!(refused.status, 422);
        for field in ["place", "status", "as_of", "tile"] {
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        assert_eq!(value_of(&refused.text, "note").unwrap(), "kept");
        let twice = [("place", "  LYNN "), ("status", "state-grant"), ("action", "save")];
        let refused = post(&server, &owner, &slug, &twice).await;
        assert!(
            refused.status == 422 && text(&refused.text).contains("Another place on the list has that name.")
        );
        let gone = [
            ("id", "00000000-0000-4000-8000-000000000000"),
            ("place", "Hull"),
            ("status", "state-grant"),
            ("action", "save"),
        ];
        assert_eq!(post(&server, &owner, &slug, &gone).await.status, 422);
        for (fields, wrong) in [
            ([("status_en", ""), ("status_es", "x"), ("tone", "filled")], "Write what the status is called."),
            ([("status_en", "x"), ("status_es", "y"), ("tone", "")], "Choose how the map draws it."),
            (
                [("status_en", "State Grant"), ("status_es", "y"), ("tone", "open")],
                "Another status is called that.",
            ),
        ] {
            let refused =
                post(&server, &owner, &slug, &[fields.as_slice(), &[("action", "status")]].concat()).await;
            assert_eq!(refused.status, 422);
            assert!(text(&refused.text).contains(wrong), "{wrong}");
        }
        let used =
            post(&server, &owner, &slug, &[("code", "state-grant"), ("action", "remove-status")]).await;
        assert!(used.status == 422 && text(&used.text).contains("Places still have this status."));
        // Another campaign's places are its own.
        let other = server.campaign(&owner, &[("slug", "other")]).await;
        let desk = server.get_as(&owner, &format!("/admin/c/{slug}/places")).await.text;
        let id = desk.split("?place=").nth(1).unwrap().split('#').next().unwrap();
        let status = [("status_en", "Mine"), ("status_es", "Mía"), ("tone", "open"), ("action", "status")];
        assert_eq!(post(&server, &owner, &other, &status).await.status, 303);
        let steal = [("id", id), ("place", "Stolen"), ("status", "mine"), ("action", "save")];
        assert_eq!(post(&server, &owner, &other, &steal).await.status, 422);
        server.stop().await;
    })
    .await;
}
