//! How a campaign ends: the outcome with its votes becomes the page, and the form for signing goes.

use redress_tests::html::{elements, text, value_of};
use redress_tests::{Answer, Server, each_database};

const OUTCOME: &[(&str, &str)] = &[
    ("action", "save"),
    ("kind", "won"),
    ("day", "2026-11-20"),
    ("text_en", "The bid was **withdrawn** before we came."),
    ("text_es", "La licitación se retiró antes de que llegáramos."),
    ("link_0_title", "The bid"),
    ("link_0_url", "https://records.example/bid.pdf"),
    ("place_0_name", "Somerville"),
    ("place_0_day", "2019-06-27"),
    ("place_0_note", "Banned it first."),
    ("place_1_name", "Springfield"),
];

const VOTE: &[(&str, &str)] = &[
    ("body", "City Council"),
    ("question", "Docket 0617"),
    ("vote_day", "2026-11-18"),
    (
        "ballots",
        "Name,District,Vote\nAna Díaz,District 1,Yea\nBo Li,at large,nay\n\"Cy, Jr.\",District 3,absent",
    ),
];

fn with<'a>(fields: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> =
        fields.iter().copied().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name)).collect();
    all.extend_from_slice(changes);
    all
}

async fn post(server: &Server, owner: &str, slug: &str, fields: &[(&str, &str)]) -> Answer {
    server.post_as(owner, &format!("/admin/c/{slug}/outcome"), fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_that_has_ended_is_its_own_record() {
    each_database(async |server| {
        let owner = server.owner().await;
        let next = server.campaign(&owner, &[("slug", "what-follows"), ("title_en", "What follows")]).await;
        let slug = server.campaign(&owner, &[]).await;
        server.sign_and_confirm(&slug, &[]).await;
        let fields = with(OUTCOME, &[("follow_on", &next)]);
        let saved = post(&server, &owner, &slug, &fields).await;
        assert_eq!(saved.status, 303, "{}", text(&saved.text));
        let looked = post(&server, &owner, &slug, &with(VOTE, &[("action", "preview-vote")])).await;
        assert_eq!(looked.status, 200, "{}", text(&looked.text));
        assert!(
            text(&looked.text).contains("1 to 1") && text(&looked.text).contains("Nothing is recorded yet")
        );
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("Bo Li"));
        let recorded = post(&server, &owner, &slug, &with(VOTE, &[("action", "save-vote")])).await;
        assert_eq!(recorded.status, 303, "{}", text(&recorded.text));

        let page = server.get(&format!("/c/{slug}")).await.text;
        let said = text(&page);
        for told in [
            "Won",
            "20 November 2026",
            "before we came.",
            "1 to 1",
            "One member was absent",
            "City Council, 18 November 2026",
            "Cy, Jr.",
            "The bid",
            "records.example",
            "Somerville",
            "27 June 2019",
            "Banned it first.",
            "Springfield",
            "What follows",
        ] {
            assert!(said.contains(told), "{told}: {said}");
        }
        assert!(page.contains("href=\"/c/what-follows\""));
        assert!(page.contains("<strong>withdrawn</strong>"));
        let ballots =
            elements(&page).into_iter().filter(|element| element.name == "tr" && element.has("data-choice"));
        assert_eq!(
            ballots.map(|row| row.get("data-choice").to_owned()).collect::<Vec<_>>(),
            ["yea", "nay", "absent"]
        );
        assert!(!page.contains("name=\"email\""), "nobody signs any more");
        assert_eq!(server.count(&slug).await, 1, "the count stays");
        assert!(server.get(&format!("/c/{slug}.json")).await.text.contains("\"state\":\"won\""));
        let spanish = text(&server.get(&format!("/es/c/{slug}")).await.text);
        assert!(spanish.contains("Ganada") && spanish.contains("1 a 1") && spanish.contains("se retiró"));
        assert!(text(&server.get(&format!("/c/{slug}/press")).await.text).contains("1 to 1"));
        let history = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        assert!(history.contains("The outcome was recorded.") && history.contains("A vote was recorded."));

        // It can be told anew, and taken back.
        post(&server, &owner, &slug, &with(OUTCOME, &[("kind", "answered")])).await;
        assert!(server.get(&format!("/c/{slug}.json")).await.text.contains("\"state\":\"answered\""));
        let desk = server.get_as(&owner, &format!("/admin/c/{slug}/outcome")).await.text;
        assert_eq!(value_of(&desk, "link_0_url").unwrap(), "https://records.example/bid.pdf");
        assert_eq!(value_of(&desk, "place_0_day").unwrap(), "2019-06-27");
        let vote = value_of(&desk, "vote").unwrap();
        post(&server, &owner, &slug, &[("action", "remove-vote"), ("vote", &vote)]).await;
        post(&server, &owner, &slug, &[("action", "take-back")]).await;
        let page = server.get(&format!("/c/{slug}")).await.text;
        assert!(!page.contains("class=\"record\"") && !page.contains("Bo Li"));
        assert!(server.get(&format!("/c/{slug}.json")).await.text.contains("\"state\":\"closed\""));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_that_is_not_whole_is_not_recorded_and_nothing_typed_is_lost() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for (field, value, at) in [
            ("kind", "", "kind"),
            ("kind", "glorious", "kind"),
            ("day", "soon", "day"),
            ("day", "99999-01-01", "day"),
            ("text_es", " ", "text_es"),
            ("link_0_url", "javascript:alert(1)", "links"),
            ("link_0_url", "http://records.example", "links"),
            ("link_0_url", "https://user@records.example/", "links"),
            ("link_0_title", "", "links"),
            ("place_0_name", "", "places"),
            ("place_0_day", "last summer", "places"),
            ("place_0_url", "//evil.example", "places"),
            ("follow_on", "no-such-campaign", "follow_on"),
            ("follow_on", "stop-monitoring", "follow_on"),
        ] {
            let fields = with(OUTCOME, &[(field, value)]);
            let refused = post(&server, &owner, &slug, &fields).await;
            assert_eq!(refused.status, 422, "{field}={value}");
            assert!(refused.text.contains(&format!("href=\"#{at}\"")), "{field}={value}");
            assert!(refused.text.contains(&format!("id=\"{at}\"")), "{field}={value} leads somewhere");
            for (name, typed) in &fields {
                if !["action", "kind", "follow_on"].contains(name) {
                    let kept = value_of(&refused.text, name).unwrap_or_default();
                    assert_eq!(kept.trim(), typed.trim(), "{name} after {field}={value}");
                }
            }
        }
        // A campaign that nobody has seen has no end.
        let fields = redress_tests::campaign_fields(&[("slug", "a-draft")]);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        server.post_as(&owner, "/admin/campaigns/new", &fields).await;
        assert_eq!(post(&server, &owner, "a-draft", OUTCOME).await.status, 422);
        assert!(server.get(&format!("/c/{slug}.json")).await.text.contains("\"state\":\"live\""));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_votes_is_recorded_whole_or_not_at_all() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let path = format!("/admin/c/{slug}/outcome");
        for (list, says) in [
            ("Ana,1,yea\nBo,2,perhaps\n,3,nay\nAna,1,nay", &["Line 2:", "Line 3:", "Line 4:"][..]),
            ("Ana,1,yea\r\nBo,2,perhaps\r\n", &["Line 2:"]),
            ("name,district\nAna,1", &["Line 1:"]),
            ("", &["Line 1:"]),
            ("\"Ana,1,yea", &["quotation mark"]),
        ] {
            for action in ["preview-vote", "save-vote"] {
                let refused =
                    post(&server, &owner, &slug, &with(VOTE, &[("action", action), ("ballots", list)])).await;
                assert_eq!(refused.status, 422, "{list}");
                for line in says {
                    assert!(text(&refused.text).contains(line), "{list}: {}", text(&refused.text));
                }
                assert_eq!(
                    value_of(&refused.text, "ballots").unwrap().replace('\r', ""),
                    list.replace('\r', "")
                );
                assert_eq!(value_of(&refused.text, "question").unwrap(), "Docket 0617");
            }
        }
        for (field, value) in [("body", ""), ("question", " "), ("vote_day", "May")] {
            let refused =
                post(&server, &owner, &slug, &with(VOTE, &[("action", "save-vote"), (field, value)])).await;
            assert_eq!(refused.status, 422);
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        assert!(value_of(&server.get_as(&owner, &path).await.text, "vote").is_none(), "nothing was recorded");
        // The same out of a file, which fills in the field.
        let fields = with(VOTE, &[("action", "preview-vote"), ("ballots", "")]);
        let file = "Ana Díaz,District 1,aye\r\nBo Li,District 2,aye\r\n";
        let read =
            server.post_files(&owner, &path, &fields, &[("ballots_file", "v.csv", file.as_bytes())]).await;
        assert_eq!(read.status, 200, "{}", text(&read.text));
        assert!(text(&read.text).contains("2 to 0"));
        assert!(value_of(&read.text, "ballots").unwrap().contains("Bo Li"));
        let broken =
            server.post_files(&owner, &path, &fields, &[("ballots_file", "v.csv", &[0xff, 0xfe, 0])]).await;
        assert_eq!(broken.status, 422);
        server.stop().await;
    })
    .await;
}
