//! Calling and writing to members: who speaks for whom, what is prepared, and counts that know nobody.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use redress_domain::Outline;
use redress_tests::html::{elements, text, value_of};
use redress_tests::{Server, each_database};

async fn crosswalk(server: &Server, slug: &str, rows: &[(&str, &str)]) {
    let store = server.store().await;
    let campaign = store.campaigns().by_slug(slug).await.unwrap().unwrap();
    let body = store.bodies().of_campaign(campaign.id).await.unwrap().remove(0);
    let rows: BTreeSet<_> = rows.iter().map(|(zip, name)| ((*zip).to_owned(), (*name).to_owned())).collect();
    store.contacts().import_zips(body.id, &rows).await.unwrap();
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_zip_code_finds_the_members_and_where_it_does_not_a_district_is_chosen() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        assert_eq!(server.get(&format!("/c/{slug}/contact")).await.status, 404, "nobody to call");
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("/contact"));
        server.seats(&owner, &slug).await;
        assert!(server.get(&format!("/c/{slug}")).await.text.contains(&format!("/c/{slug}/contact")));
        let zips =
            [("02121", "District 7"), ("02130", "District 7"), ("02130", "District 10"), ("02199", "Gone")];
        crosswalk(&server, &slug, &zips).await;
        let page = async |search: &str| {
            let answer = server.get(&format!("/c/{slug}/contact{search}")).await;
            assert_eq!(answer.header("cache-control"), "no-store");
            (answer.status, text(&answer.text))
        };
        let (_, first) = page("").await;
        assert!(first.contains("Cy Large") && !first.contains("Ana Seven"), "{first}");
        let find = async |zip: &str| {
            let answer = server.post(&format!("/c/{slug}/contact"), &[("zip", zip)]).await;
            // Its district is a page to keep and pass on; the ZIP code typed is in no address.
            let to = answer.header("location").to_owned();
            assert!(!to.contains("02121"), "{to}");
            (
                answer.status,
                if to.is_empty() { text(&answer.text) } else { text(&server.get(&to).await.text) },
            )
        };
        let (status, seven) = find("02121-1234").await;
        assert_eq!(status, 303);
        assert!(seven.contains("Ana Seven") && seven.contains("Cy Large") && !seven.contains("Bo Ten"));
        let (_, both) = find("02130").await;
        assert!(both.contains("is in several districts") && !both.contains("Ana Seven"), "{both}");
        for zip in ["99999", "02199"] {
            let (status, unknown) = find(zip).await;
            assert_eq!(status, 200);
            assert!(unknown.contains("in no district we know of") && unknown.contains("District 10"));
        }
        for zip in ["", "1", "\0", "abcde", "\u{1F642}"] {
            let (status, wrong) = find(zip).await;
            assert_eq!(status, 422, "{zip}");
            assert!(wrong.contains("Enter a ZIP code of five digits."));
        }
        let (_, ten) = page("?district=District%2010").await;
        assert!(ten.contains("Bo Ten") && !ten.contains("Ana Seven"));
        let (status, made_up) = page("?district=%3Cscript%3E").await;
        assert_eq!(status, 200);
        assert!(!made_up.contains("script>"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prepared_message_opens_in_ones_own_mail_program_and_language() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (body, _) = server.seats(&owner, &slug).await;
        let mail = async |prefix: &str| {
            let page = server.get(&format!("{prefix}/c/{slug}/contact?district=District%207")).await.text;
            let links: Vec<_> = elements(&page).into_iter().filter(|e| e.name == "a").collect();
            let link =
                links.iter().find(|a| a.get("href").starts_with("mailto:seven@city.example?")).unwrap();
            let tel = links.iter().any(|a| a.get("href") == "tel:6175550107");
            assert!(tel, "{page}");
            let url = url::Url::parse(link.get("href")).unwrap();
            // `+` is a plus in a mailto, so spaces are never written as one.
            assert!(!url.query().unwrap().contains('+'));
            url.query_pairs().into_owned().collect::<BTreeMap<_, _>>()
        };
        let own = mail("").await;
        assert_eq!(own["subject"], "Stop the purchase");
        assert!(
            own["body"].starts_with("Dear Ana Seven,\r\n\r\n") && own["body"].contains("Withdraw the bid.")
        );
        let fields = [
            ("body", body.as_str()),
            ("subject_en", "Docket 0617 & more"),
            ("message_en", "Dear {name},\n50% is too much +1."),
            ("phone_en", "Hello, for {name}."),
        ];
        let saved = server.post_as(&owner, &format!("/admin/c/{slug}/contact"), &fields).await;
        assert_eq!(saved.status, 303, "{}", text(&saved.text));
        let written = mail("").await;
        assert_eq!(written["subject"], "Docket 0617 & more");
        assert_eq!(written["body"], "Dear Ana Seven,\r\n50% is too much +1.");
        let spanish = mail("/es").await;
        assert_eq!(spanish["subject"], "Alto a la compra");
        assert!(spanish["body"].contains("Retire la licitación."));
        let long = "x".repeat(1_801);
        let fields = [("body", body.as_str()), ("subject_en", "Kept"), ("message_en", &long)];
        let refused = server.post_as(&owner, &format!("/admin/c/{slug}/contact"), &fields).await;
        assert_eq!(refused.status, 422);
        assert_eq!(value_of(&refused.text, "subject_en").unwrap(), "Kept");
        assert!(refused.text.contains("href=\"#message_en\""));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_and_letters_are_counted_without_a_person_and_a_machine_counts_little() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (_, seats) = server.seats(&owner, &slug).await;
        let page = format!("/c/{slug}/contact");
        let did = async |seat: &str, channel: &str| {
            server.post(&page, &[("seat", seat), ("channel", channel), ("district", "District 7")]).await
        };
        let told = did(&seats[0], "called").await;
        assert_eq!(told.status, 303);
        let back = server.get(told.location()).await.text;
        assert!(
            text(&back).contains("Your call is counted") && back.contains("Ana Seven"),
            "{}",
            told.location()
        );
        did(&seats[0], "wrote").await;
        did(&seats[2], "called").await;
        let rows = server.database().await;
        let counts = async || {
            let all =
                "SELECT channel || ' ' || day || ' ' || count FROM contact_tally ORDER BY channel, count";
            rows.texts(all).await
        };
        assert_eq!(counts().await, ["called 2026-11-02 1", "called 2026-11-02 1", "wrote 2026-11-02 1"]);
        // A machine's hundred calls are thanked for alike, and come to little.
        for _ in 0..100 {
            assert_eq!(did(&seats[0], "called").await.status, 303);
        }
        assert_eq!(counts().await, ["called 2026-11-02 1", "called 2026-11-02 5", "wrote 2026-11-02 1"]);
        // The next day, by the campaign's clock.
        server.clock.advance(SignedDuration::from_hours(25));
        did(&seats[0], "called").await;
        assert_eq!(counts().await.len(), 4);
        let owner = server.log_in().await;
        let desk = text(&server.get_as(&owner, &format!("/admin/c/{slug}/contact")).await.text);
        let row = desk.split("Ana Seven").nth(1).unwrap().split("Bo Ten").next().unwrap();
        let numbers: Vec<_> = row.split_whitespace().filter_map(|word| word.parse::<u64>().ok()).collect();
        assert_eq!(numbers, [7, 6, 1], "District 7: calls, letters: {desk}");
        // What is no seat of this campaign, or no way to reach one, counts nothing.
        for (seat, channel) in
            [("none", "called"), ("00000000-0000-0000-0000-000000000000", "called"), (&seats[0], "shouted")]
        {
            assert_eq!(did(seat, channel).await.status, 422);
        }
        assert_eq!(counts().await.len(), 4);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn districts_with_outlines_are_drawn_as_links() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        server.seats(&owner, &slug).await;
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&slug).await.unwrap().unwrap();
        let body = store.bodies().of_campaign(campaign.id).await.unwrap().remove(0);
        let square = |west: f64| {
            let east = west + 0.1;
            Outline(vec![vec![(west, 42.3), (east, 42.3), (east, 42.4), (west, 42.4), (west, 42.3)]])
        };
        let outlines = [("District 7", square(-71.2)), ("District 10", square(-71.1))];
        let outlines = outlines.into_iter().map(|(name, outline)| (name.to_owned(), outline)).collect();
        store.contacts().import_outlines(body.id, &outlines).await.unwrap();
        store.close().await;
        let page = server.get(&format!("/c/{slug}/contact")).await.text;
        let all = elements(&page);
        assert_eq!(
            all.iter().filter(|element| element.name == "path" && element.get("d").ends_with('Z')).count(),
            2,
            "{page}"
        );
        let links: Vec<_> = all.iter().filter(|a| a.get("href").contains("district=District%2010")).collect();
        assert_eq!(links.len(), 2, "on the map and in the list");
        let order = page.find("District 7").unwrap() < page.find("District 10").unwrap();
        assert!(order, "as people count");
        server.stop().await;
    })
    .await;
}
