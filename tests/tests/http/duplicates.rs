//! Who is likely the same person: both count until a member has looked, and the decision holds.

use redress_tests::{Server, each_database, link};

async fn sign_and_confirm(server: &Server, slug: &str, mails: usize, fields: &[(&str, &str)]) {
    assert_eq!(server.sign(slug, fields).await.status, 303);
    let mail = server.mails(mails).await.pop().unwrap();
    server.post(&link(&mail, "/confirm/"), &[]).await;
    server.clock.advance(jiff::SignedDuration::from_mins(1));
}

/// The ids of the pairs that wait, in the order of the page.
fn pairs(page: &str) -> Vec<String> {
    let Some((_, section)) = page.split_once("id=\"likely\"") else { return Vec::new() };
    let section = section.split("</section>").next().unwrap();
    section
        .split("name=\"exclusion\"")
        .skip(1)
        .map(|rest| rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_likely_pair_counts_twice_until_a_member_decides_and_is_asked_about_once() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = format!("/admin/c/{slug}/duplicates");
        // The same name in one ZIP code, a street on one side alone: perhaps one person, perhaps two.
        let at_work = [("email", "ana@work.example"), ("name", "Ana Diaz")];
        sign_and_confirm(&server, &slug, 1, &[("street", "12 Elm Street")]).await;
        sign_and_confirm(&server, &slug, 2, &at_work).await;
        let maria = |email| [("name", "Maria Garcia"), ("email", email), ("zip", "02139")];
        sign_and_confirm(&server, &slug, 3, &maria("m1@people.example")).await;
        sign_and_confirm(&server, &slug, 4, &maria("m2@people.example")).await;

        let found = server.post_as(&owner, &page, &[("action", "search")]).await;
        assert!(found.location().ends_with("count=0&likely=2"), "{}", found.location());
        assert_eq!(server.count(&slug).await, 4);
        let packet = server.get_as(&owner, &format!("/admin/c/{slug}/packet")).await.text;
        assert!(packet.contains("nobody has looked"), "the packet's page warns");

        let text = server.get_as(&owner, &page).await.text;
        assert!(text.contains("12 Elm Street") && !text.contains("@work.example"));
        let waiting = pairs(&text);
        assert_eq!(waiting.len(), 2);
        let ana = if text.find("Ana Díaz") < text.find("Maria Garcia") { 0 } else { 1 };
        let decide = async |action, id: &str| {
            server
                .post_as(&owner, &page, &[("action", action), ("exclusion", id)])
                .await
                .location()
                .to_owned()
        };
        assert!(decide("uphold", &waiting[ana]).await.contains("done=same&count=1"));
        assert_eq!(server.count(&slug).await, 3);
        assert!(decide("overturn", &waiting[1 - ana]).await.contains("done=two&count=1"));
        assert_eq!(server.count(&slug).await, 3);

        let again = server.post_as(&owner, &page, &[("action", "search")]).await;
        assert!(again.location().ends_with("count=0&likely=0"), "{}", again.location());
        let text = server.get_as(&owner, &page).await.text;
        assert!(pairs(&text).is_empty());
        // What a person left out can be taken back like any other.
        let (before, _) = text.split_once("value=\"overturn\"").unwrap();
        let id = before.rsplit("value=\"").next().unwrap().split('"').next().unwrap();
        assert!(decide("overturn", id).await.contains("done=overturned&count=1"));
        assert_eq!(server.count(&slug).await, 4);
        server.stop().await;
    })
    .await;
}
