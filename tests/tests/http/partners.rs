//! Joint hosts with rights, partners with their links, what they may ask signers, and two lists compared.

use jiff::SignedDuration;
use redress_tests::html::{elements, text, value_of};
use redress_tests::{Answer, Server, each_database, link};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Makes a link for a joint host, and gives its path.
async fn host_link(server: &Server, owner: &str, slug: &str, fields: &[(&str, &str)]) -> String {
    let mut form = vec![("action", "invite")];
    form.extend(fields);
    let made = server.post_as(owner, &format!("/admin/c/{slug}/hosts"), &form).await;
    assert_eq!(made.status, 200, "{}", text(&made.text));
    format!("/admin/hosts/{}", made.text.split("/admin/hosts/").nth(1).unwrap().split('"').next().unwrap())
}

/// A partner that has accepted: its page.
async fn partner(server: &Server, owner: &str, slug: &str, name: &str, label: &str) -> String {
    let email = format!("{label}@partner.example");
    let fields = [
        ("action", "invite"),
        ("organization", name),
        ("kind", "community"),
        ("name", "Tess Tenant"),
        ("email", &email),
        ("locale", "en"),
        ("label", label),
        ("note", "You bring the leaflets."),
    ];
    let invited = server.post_as(owner, &format!("/admin/c/{slug}/partners"), &fields).await;
    assert_eq!(invited.status, 303, "{}", text(&invited.text));
    let mail = server.all_mails().await.into_iter().rev().find(|mail| mail.to == email).unwrap();
    let page = link(&mail, "/partners/");
    assert_eq!(server.post(&page, &[("action", "accept")]).await.status, 303);
    page
}

/// Proposes a wording in both languages, and agrees to it.
async fn asks(server: &Server, owner: &str, slug: &str, page: &str, english: &str) -> Answer {
    let words = [("action", "ask"), ("text_en", english), ("text_es", "Tenants United puede escribirme.")];
    let asked = server.post(page, &words).await;
    assert_eq!(asked.status, 303, "{}", text(&asked.text));
    let desk = format!("/admin/c/{slug}/partners");
    let wording = value_of(&server.get_as(owner, &desk).await.text, "wording").unwrap();
    let agreed = server.post_as(owner, &desk, &[("action", "agree"), ("wording", &wording)]).await;
    server.all_mails().await;
    agreed
}

/// The newest mail to a partner.
async fn told(server: &Server, label: &str) -> redress_tests::Mail {
    let email = format!("{label}@partner.example");
    server.all_mails().await.into_iter().rev().find(|mail| mail.to == email).unwrap()
}

/// What the form of a campaign asks those who come by a label: the id of the wording, if it asks anything.
async fn asked(server: &Server, slug: &str, label: &str) -> Option<String> {
    let page = server.get(&format!("/c/{slug}?from={label}")).await.text;
    let ticked =
        elements(&page).iter().any(|element| element.get("name") == "hear" && element.has("checked"));
    assert!(!ticked, "nothing is preset");
    value_of(&page, "wording")
}

fn lines(from: usize, to: usize) -> String {
    (from..to).map(|n| format!("p{n}@lists.example\n")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_joint_host_may_what_its_rights_say_and_no_more() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("testimony", "on")]).await;
        let pages = [
            ("edit", "/edit"),
            ("edit", "/places"),
            ("edit", "/templates"),
            ("edit", "/hearings"),
            ("edit", "/bodies"),
            ("people", "/held"),
            ("people", "/comments"),
            ("people", "/duplicates"),
            ("people", "/speakers"),
            ("packet", "/packet"),
            ("partners", "/partners"),
        ];
        for (number, right) in ["edit", "state", "people", "packet", "partners"].into_iter().enumerate() {
            let organization = format!("host-{right}");
            let joint = server.member(&organization, "owner", &format!("o{number}@joint.example")).await;
            let on = format!("right_{right}");
            let link = host_link(&server, &owner, &slug, &[("scope", "some"), (&on, "on")]).await;
            assert_eq!(server.get_as(&joint, &format!("/admin/c/{slug}")).await.status, 404);
            let joined = server.post_as(&joint, &link, &[]).await;
            assert_eq!(joined.status, 303, "{}", text(&joined.text));
            let overview = server.get_as(&joint, &format!("/admin/c/{slug}")).await;
            assert_eq!(overview.status, 200);
            for (needs, page) in pages {
                let path = format!("/admin/c/{slug}{page}");
                let status = if needs == right { 200 } else { 403 };
                assert_eq!(server.get_as(&joint, &path).await.status, status, "{right}: {page}");
                // What it may not do is not offered either.
                let offered = overview.text.contains(&format!("href=\"{path}\""));
                assert!(needs == right || !offered, "{right}: {page}");
            }
            // Spelled in another way, the address is the same.
            let spelled = format!("/admin/c/{}/edit", slug.replace('-', "%2D"));
            let status = if right == "edit" { 200 } else { 403 };
            assert_eq!(server.get_as(&joint, &spelled).await.status, status, "{right}");
            let step = server.post_as(&joint, &format!("/admin/c/{slug}/state"), &[("step", "pause")]).await;
            assert_eq!(step.status, if right == "state" { 303 } else { 403 }, "{right}");
            server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "reopen")]).await;
            let hosts = format!("/admin/c/{slug}/hosts");
            assert_eq!(server.get_as(&joint, &hosts).await.status, 200);
            let invite = [("action", "invite"), ("scope", "all")];
            assert_eq!(server.post_as(&joint, &hosts, &invite).await.status, 403, "{right}");
            // What is its own it does as ever.
            assert_eq!(server.get_as(&joint, "/admin/campaigns/new").await.status, 200);
            assert_eq!(server.get_as(&joint, "/admin/members").await.status, 200);
        }
        // A role is no wider for its organization's rights.
        let viewer = server.member("host-edit", "viewer", "viewer@joint.example").await;
        assert_eq!(server.get_as(&viewer, &format!("/admin/c/{slug}/edit")).await.status, 403);
        // All of them stand on the page.
        let page = text(&server.get(&format!("/c/{slug}")).await.text);
        assert!(page.contains("Bay Civil Liberties Union") && page.contains("host-packet"), "{page}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_host_works_once_for_one_other_organization_for_fourteen_days() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let other = server.member("other-union", "owner", "o@other.example").await;
        let third = server.member("third-union", "owner", "o@third.example").await;
        let organizer = server.member("third-union", "organizer", "x@third.example").await;
        let note = [("scope", "some"), ("note", "We print,\n<b>you</b> speak to the press.")];
        let page = host_link(&server, &owner, &slug, &note).await;
        // Looking changes nothing; only an owner looks; one's own organization has nothing to accept.
        assert_eq!(server.get(&page).await.status, 303);
        assert_eq!(server.get_as(&organizer, &page).await.status, 403);
        let own = server.post_as(&owner, &page, &[]).await;
        assert_eq!(own.status, 422);
        assert!(text(&own.text).contains("hosts this campaign already"));
        for _ in 0..3 {
            let shown = server.get_as(&other, &page).await;
            assert_eq!(shown.status, 200);
            assert!(shown.text.contains("&lt;b&gt;you"), "{}", shown.text);
        }
        assert_eq!(server.get_as(&other, &format!("/admin/c/{slug}")).await.status, 404);
        assert_eq!(server.post_as(&other, &page, &[]).await.status, 303);
        assert_eq!(server.post_as(&third, &page, &[]).await.status, 410);
        assert_eq!(server.get_as(&third, &page).await.status, 410);
        // Taken back, or too old.
        let page = host_link(&server, &owner, &slug, &[("scope", "all")]).await;
        let hosts = format!("/admin/c/{slug}/hosts");
        let list = server.get_as(&owner, &hosts).await.text;
        assert!(!list.contains(&page), "the link is shown once");
        let invitation = value_of(&list, "invitation").unwrap();
        let take_back = [("action", "take-back"), ("invitation", invitation.as_str())];
        assert_eq!(server.post_as(&owner, &hosts, &take_back).await.status, 303);
        assert_eq!(server.post_as(&third, &page, &[]).await.status, 410);
        let page = host_link(&server, &owner, &slug, &[("scope", "all")]).await;
        server.after(DAY * 14).await;
        let third = server
            .post("/admin/login", &[("email", "o@third.example"), ("password", redress_tests::PASSWORD)])
            .await
            .cookie();
        assert_eq!(server.post_as(&third, &page, &[]).await.status, 410);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_host_can_always_do_everything() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let hosts = format!("/admin/c/{slug}/hosts");
        let other = server.member("other-union", "owner", "o@other.example").await;
        let page = host_link(&server, &owner, &slug, &[("scope", "some"), ("right_edit", "on")]).await;
        server.post_as(&other, &page, &[]).await;
        let rows = server.database().await;
        let with = |rights| format!("SELECT rights FROM campaign_host WHERE rights = '{rights}'");
        let organizations: Vec<String> = elements(&server.get_as(&owner, &hosts).await.text)
            .into_iter()
            .filter(|element| element.get("name") == "organization")
            .map(|element| element.get("value").to_owned())
            .collect();
        let (first, second) = (organizations[0].clone(), organizations.last().unwrap().clone());
        assert_ne!(first, second);
        assert_eq!(rows.texts(&with("edit")).await.len(), 1);
        // The last with all rights neither leaves, nor is removed, nor gives its rights up.
        for form in [
            vec![("action", "leave")],
            vec![("action", "remove"), ("organization", first.as_str())],
            vec![("action", "rights"), ("organization", first.as_str()), ("scope", "some")],
        ] {
            let refused = server.post_as(&owner, &hosts, &form).await;
            assert_eq!((refused.status, refused.location().ends_with("last")), (303, true), "{form:?}");
        }
        let wrong = [("action", "rights"), ("organization", second.as_str()), ("note", "Kept")];
        let wrong = server.post_as(&owner, &hosts, &wrong).await;
        assert_eq!(wrong.status, 422);
        assert!(
            wrong.text.contains("Kept") && text(&wrong.text).contains("Choose what the organization may do")
        );
        let all = [("action", "rights"), ("organization", second.as_str()), ("scope", "all")];
        assert_eq!(server.post_as(&owner, &hosts, &all).await.status, 303);
        // Two who remove each other at once: one is left.
        let remove = |who: &str| {
            [("action".to_owned(), "remove".to_owned()), ("organization".to_owned(), who.to_owned())]
        };
        let (a, b) = (remove(&second), remove(&first));
        let a: Vec<_> = a.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let b: Vec<_> = b.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let (one, two) = tokio::join!(server.post_as(&owner, &hosts, &a), server.post_as(&other, &hosts, &b));
        assert!(one.status < 500 && two.status < 500);
        assert_eq!(rows.texts(&with("all")).await.len(), 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_leaves_is_out_at_once() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let other = server.member("other-union", "owner", "o@other.example").await;
        let page = host_link(&server, &owner, &slug, &[("scope", "some")]).await;
        server.post_as(&other, &page, &[]).await;
        let hosts = format!("/admin/c/{slug}/hosts");
        assert_eq!(server.get_as(&other, &hosts).await.status, 200);
        let left = server.post_as(&other, &hosts, &[("action", "leave")]).await;
        assert_eq!((left.status, left.location()), (303, "/admin"));
        assert_eq!(server.get_as(&other, &hosts).await.status, 404);
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("other-union"));
        let history = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        for line in ["was invited to host", "became a host", "A host left"] {
            assert!(history.contains(line), "{line}: {history}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_is_invited_by_link_accepts_and_leaves() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let desk = format!("/admin/c/{slug}/partners");
        // Everything wrong is said at once, and nothing typed is lost.
        let wrong = [("action", "invite"), ("email", "nobody"), ("site", "tenants"), ("label", "Ten ants!"), ("note", "Leaflets")];
        let wrong = server.post_as(&owner, &desk, &wrong).await;
        assert_eq!(wrong.status, 422);
        for field in ["organization", "kind", "site", "name", "email", "locale", "label"] {
            assert!(wrong.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        assert!(wrong.text.contains("Leaflets") && wrong.text.contains("ten ants!") | wrong.text.contains("Ten ants!"));
        let page = partner(&server, &owner, &slug, "Tenants United", "tenants").await;
        let shown = server.get(&page).await;
        assert_eq!((shown.status, shown.header("cache-control")), (200, "no-store"));
        assert!(shown.text.contains(&format!("/c/{slug}?from=tenants")));
        assert!(text(&shown.text).contains("You bring the leaflets."));
        assert!(shown.text.contains(&format!("/embed/{slug}?from=tenants")));
        assert!(text(&server.get(&format!("/c/{slug}")).await.text).contains("Tenants United"));
        // One label, one mailbox, one partner.
        let mut again = vec![("action", "invite"), ("organization", "Tenants United"), ("kind", "union"), ("name", "Tom")];
        again.extend([("email", "tom@partner.example"), ("locale", "es"), ("label", "tenants")]);
        let taken = server.post_as(&owner, &desk, &again).await;
        assert!(taken.status == 422 && text(&taken.text).contains("Another partner has that label"));
        again.retain(|(name, _)| *name != "label" && *name != "email");
        again.push(("email", "Tenants@Partner.example"));
        let known = server.post_as(&owner, &desk, &again).await;
        assert!(known.status == 422 && text(&known.text).contains("has that e-mail address"));
        again.retain(|(name, _)| *name != "email");
        again.push(("email", "tom@partner.example"));
        assert_eq!(server.post_as(&owner, &desk, &again).await.status, 303);
        let mail = server.all_mails().await.into_iter().find(|mail| mail.to == "tom@partner.example").unwrap();
        assert!(mail.subject.contains("invita a Tenants United"), "{}", mail.subject);
        let spanish = link(&mail, "/es/partners/");
        let invited = server.get(&spanish).await.text;
        assert!(text(&invited).contains("Alto a la compra") && text(&invited).contains("Sí, seremos socias"));
        // Who is only invited acts as no partner; a no is a no.
        for action in ["ask", "export", "list", "leave"] {
            assert_eq!(server.post(&spanish, &[("action", action)]).await.status, 422, "{action}");
        }
        assert_eq!(server.post(&spanish, &[("action", "decline")]).await.status, 303);
        assert_eq!(server.get(&spanish).await.status, 410);
        assert_eq!(server.get("/partners/none").await.status, 404);
        // A new link ends the old one.
        let id = value_of(&server.get_as(&owner, &desk).await.text, "partner").unwrap();
        assert_eq!(server.post_as(&owner, &desk, &[("action", "link"), ("partner", &id)]).await.status, 303);
        assert_eq!(server.get(&page).await.status, 410);
        let mails = server.all_mails().await;
        let page = link(mails.iter().rev().find(|mail| mail.to == "tenants@partner.example").unwrap(), "/partners/");
        assert_eq!(server.get(&page).await.status, 200);
        // It leaves, and its contact is forgotten.
        assert_eq!(server.post(&page, &[("action", "leave")]).await.status, 422);
        assert_eq!(server.get(&page).await.status, 200);
        assert_eq!(server.post(&page, &[("action", "leave"), ("sure", "on")]).await.status, 303);
        assert_eq!(server.get(&page).await.status, 410);
        assert!(!text(&server.get(&format!("/c/{slug}")).await.text).contains("Tenants United"));
        assert!(!server.get_as(&owner, &desk).await.text.contains("partner.example"));
        let rows = server.database().await;
        let kept = "SELECT CAST(count(*) AS BIGINT) FROM partner WHERE sealed IS NOT NULL OR mailbox_hash IS NOT NULL";
        assert_eq!(rows.number(kept).await, 0);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signers_are_asked_the_agreed_words_and_a_partner_gets_those_who_said_yes() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = partner(&server, &owner, &slug, "Tenants United", "tenants").await;
        assert_eq!(asked(&server, &slug, "tenants").await, None);
        // A wording has to say who will write, in every language.
        let unnamed = [("action", "ask"), ("text_en", "You may write to me."), ("text_es", "")];
        let refused = server.post(&page, &unnamed).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("You may write to me."), "nothing typed is lost");
        let said = text(&refused.text);
        assert!(
            said.contains("Name your organization") && said.contains("in this language as well"),
            "{said}"
        );
        let words = [
            ("action", "ask"),
            ("text_en", "Tenants United may call."),
            ("text_es", "Tenants United puede llamar."),
        ];
        assert_eq!(server.post(&page, &words).await.status, 303);
        // Proposed is not agreed.
        assert_eq!(asked(&server, &slug, "tenants").await, None);
        assert_eq!(
            asks(&server, &owner, &slug, &page, "Tenants United may write to me <3.").await.status,
            303
        );
        let wording = asked(&server, &slug, "tenants").await.unwrap();
        assert!(server.get(&format!("/c/{slug}?from=tenants")).await.text.contains("may write to me &lt;3."));
        assert!(server.get(&format!("/es/c/{slug}?from=tenants")).await.text.contains("puede escribirme"));
        // By no link and by another nothing is asked.
        for label in ["", "others"] {
            assert_eq!(asked(&server, &slug, label).await, None);
        }
        let sign = async |name: &str, email: &str, more: &[(&str, &str)]| {
            let mut fields = vec![("name", name), ("email", email), ("source", "tenants")];
            fields.extend(more.iter().copied());
            server.sign_and_confirm(&slug, &fields).await
        };
        let ana = sign("Ana Díaz", "ana@people.example", &[("hear", "on"), ("wording", &wording)]).await;
        sign("=Bo Li", "bo@people.example", &[("hear", "on"), ("wording", &wording)]).await;
        // Not ticked, not of this partner's link, no wording, one that is none: nobody agreed.
        sign("Cy Ro", "cy@people.example", &[("wording", &wording)]).await;
        sign("Di Ro", "di@people.example", &[("hear", "on"), ("wording", &wording), ("source", "others")])
            .await;
        sign("Ed Ro", "ed@people.example", &[("hear", "on")]).await;
        let none = "00000000-0000-4000-8000-000000000000";
        sign("Fi Ro", "fi@people.example", &[("hear", "on"), ("wording", none)]).await;
        let shown = text(&server.get(&page).await.text);
        assert!(shown.contains("2 people agreed to hear from you."), "{shown}");
        // An error keeps the tick beside the same words.
        let back = server
            .sign(&slug, &[("email", "x"), ("source", "tenants"), ("hear", "on"), ("wording", &wording)])
            .await;
        let tick = elements(&back.text).into_iter().find(|element| element.get("name") == "hear").unwrap();
        assert!(back.status == 422 && tick.has("checked"));
        let back = server
            .sign(&slug, &[("email", "x"), ("source", "tenants"), ("hear", "on"), ("wording", none)])
            .await;
        let tick = elements(&back.text).into_iter().find(|element| element.get("name") == "hear").unwrap();
        assert!(!tick.has("checked"), "ticked beside other words");
        // Exactly those, guarded, and written down.
        let csv = server.post(&page, &[("action", "export")]).await;
        assert_eq!((csv.status, csv.header("content-type")), (200, "text/csv; charset=utf-8"));
        assert_eq!(csv.header("cache-control"), "no-store");
        let lines: Vec<_> = csv.text.lines().collect();
        assert_eq!(lines.len(), 3, "{}", csv.text);
        assert!(
            lines[1].starts_with("Ana Díaz,ana@people.example,2026-11-02,Tenants United may write"),
            "{}",
            csv.text
        );
        assert!(lines[2].starts_with("'=Bo Li,"), "{}", csv.text);
        let overview = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        assert!(overview.contains("agreed to hear from it: 2."), "{overview}");
        // The numbers by the link add up.
        let rows = server.database().await;
        let by_link = "SELECT CAST(count(*) AS BIGINT) FROM signature WHERE source = 'tenants'";
        assert_eq!(rows.number(by_link).await, 5);
        let shown = text(&server.get(&page).await.text);
        let shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains("5 received = 5 confirmed + 0 not confirmed"), "{shown}");
        // Ana takes it back on her own page.
        let mine = link(&ana, "/mine/");
        assert!(text(&server.get(&mine).await.text).contains("Tenants United may write to me <3."));
        assert_eq!(server.post(&mine, &[("action", "hear")]).await.status, 303);
        assert!(!server.get(&mine).await.text.contains("value=\"hear\""));
        let csv = server.post(&page, &[("action", "export")]).await;
        assert!(!csv.text.contains("ana@people.example") && csv.text.contains("bo@people.example"));
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_wording_is_agreed_to_again_and_what_was_ticked_is_what_counts() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = partner(&server, &owner, &slug, "Tenants United", "tenants").await;
        asks(&server, &owner, &slug, &page, "Tenants United may write.").await;
        let first = asked(&server, &slug, "tenants").await.unwrap();
        let mail = told(&server, "tenants").await;
        assert!(mail.subject.starts_with("Your question stands on the form"), "{}", mail.subject);
        assert_eq!(link(&mail, "/partners/"), page);
        let other = [
            ("action", "ask"),
            ("text_en", "Tenants United may call."),
            ("text_es", "Tenants United puede llamar."),
        ];
        server.post(&page, &other).await;
        assert_eq!(asked(&server, &slug, "tenants").await.as_ref(), Some(&first), "a changed one waits");
        let desk = format!("/admin/c/{slug}/partners");
        let proposed = value_of(&server.get_as(&owner, &desk).await.text, "wording").unwrap();
        // The partner thinks again while a host reads: what the host agrees to is what they read, or nothing.
        server.post(&page, &other).await;
        let late = server.post_as(&owner, &desk, &[("action", "agree"), ("wording", &proposed)]).await;
        assert!(late.location().ends_with("changed"), "{}", late.location());
        assert_eq!(asked(&server, &slug, "tenants").await.as_ref(), Some(&first));
        let proposed = value_of(&server.get_as(&owner, &desk).await.text, "wording").unwrap();
        server.post_as(&owner, &desk, &[("action", "agree"), ("wording", &proposed)]).await;
        assert_eq!(asked(&server, &slug, "tenants").await.as_ref(), Some(&proposed));
        server.all_mails().await;
        // A form that was open meanwhile was ticked beside the words before.
        server.sign_and_confirm(&slug, &[("source", "tenants"), ("hear", "on"), ("wording", &first)]).await;
        let csv = server.post(&page, &[("action", "export")]).await.text;
        assert!(csv.contains("Tenants United may write.") && !csv.contains("may call"), "{csv}");
        // A host says no; another campaign's host says nothing at all.
        server
            .post(&page, &[("action", "ask"), ("text_en", "Tenants United!"), ("text_es", "Tenants United")])
            .await;
        let third = value_of(&server.get_as(&owner, &desk).await.text, "wording").unwrap();
        let elsewhere = server.campaign(&owner, &[("slug", "elsewhere")]).await;
        let agree = [("action", "agree"), ("wording", third.as_str())];
        let foreign = server.post_as(&owner, &format!("/admin/c/{elsewhere}/partners"), &agree).await;
        assert!(foreign.location().ends_with("changed"));
        let before = server.all_mails().await.len();
        server.post_as(&owner, &desk, &[("action", "refuse"), ("wording", &third)]).await;
        assert!(told(&server, "tenants").await.subject.starts_with("Not in these words"));
        // Said once, and not again.
        server.post_as(&owner, &desk, &[("action", "refuse"), ("wording", &third)]).await;
        assert_eq!(server.all_mails().await.len(), before + 1);
        assert!(text(&server.get(&page).await.text).contains("A host said no"));
        assert_eq!(asked(&server, &slug, "tenants").await.as_ref(), Some(&proposed));
        // A wording of another campaign, by a partner with the same label.
        let theirs = partner(&server, &owner, &elsewhere, "Other Tenants", "tenants").await;
        server.sign(&elsewhere, &[("source", "tenants"), ("hear", "on"), ("wording", &proposed)]).await;
        let rows = server.database().await;
        let agreed = "SELECT CAST(count(*) AS BIGINT) FROM signature WHERE wording_id IS NOT NULL";
        assert_eq!(rows.number(agreed).await, 1);
        rows.close().await;
        assert!(text(&server.get(&theirs).await.text).contains("Nobody yet."));
        // It asks nothing any more.
        assert_eq!(server.post(&page, &[("action", "ask-nothing")]).await.status, 303);
        assert_eq!(asked(&server, &slug, "tenants").await, None);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_withdraws_erases_or_never_confirms_is_not_in_the_export() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = partner(&server, &owner, &slug, "Tenants United", "tenants").await;
        asks(&server, &owner, &slug, &page, "Tenants United may write.").await;
        let wording = asked(&server, &slug, "tenants").await.unwrap();
        let hear = [("source", "tenants"), ("hear", "on"), ("wording", wording.as_str())];
        let mut mails = Vec::new();
        for name in ["ana", "bo", "cy"] {
            let email = format!("{name}@people.example");
            let mut fields = vec![("name", name), ("email", email.as_str())];
            fields.extend(hear);
            mails.push(server.sign_and_confirm(&slug, &fields).await);
        }
        let mut fields = vec![("name", "di"), ("email", "di@people.example")];
        fields.extend(hear);
        server.sign(&slug, &fields).await;
        let taken = async || {
            let csv = server.post(&page, &[("action", "export")]).await.text;
            csv.lines().skip(1).map(|line| line[..2].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(taken().await, ["an", "bo", "cy"]);
        let (withdraw, erase) = ([("action", "withdraw")], [("action", "erase"), ("sure", "on")]);
        assert_eq!(server.post(&link(&mails[0], "/mine/"), &withdraw).await.status, 303);
        assert_eq!(server.post(&link(&mails[1], "/mine/"), &erase).await.status, 303);
        assert_eq!(taken().await, ["cy"]);
        let rows = server.database().await;
        let agreed = "SELECT CAST(count(*) AS BIGINT) FROM signature WHERE wording_id IS NOT NULL";
        assert_eq!(rows.number(agreed).await, 2);
        server.after(DAY * 31).await;
        assert_eq!(rows.number(agreed).await, 1, "what was never confirmed is forgotten");
        // After retention nobody is left, the partner's contact least of all; numbers stay.
        let owner = server.log_in().await;
        server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "close")]).await;
        server.after(DAY * 91).await;
        assert_eq!(rows.number(agreed).await, 0);
        let kept = "SELECT CAST(count(*) AS BIGINT) FROM partner WHERE sealed IS NOT NULL OR mailbox_hash IS NOT NULL";
        assert_eq!(rows.number(kept).await, 0);
        assert_eq!(server.get(&page).await.status, 410);
        let owner = server.log_in().await;
        let desk = text(&server.get_as(&owner, &format!("/admin/c/{slug}/partners")).await.text);
        let desk: String = desk.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(desk.contains("4 received = 1 confirmed + 0 not confirmed yet + 3 taken back or expired"), "{desk}");
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_lists_are_compared_in_tens_for_a_day_and_never_pooled() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let first = partner(&server, &owner, &slug, "Tenants United", "tenants").await;
        let second = partner(&server, &owner, &slug, "Library Workers", "library").await;
        let elsewhere = server.campaign(&owner, &[("slug", "elsewhere")]).await;
        let stranger = partner(&server, &owner, &elsewhere, "Other Group", "other").await;
        let leave =
            async |page: &str, list: &str| server.post(page, &[("action", "list"), ("list", list)]).await;
        let said = async |page: &str| text(&server.get(page).await.text);
        // Too small a list is refused, with the reason, and not sent back.
        let small = leave(&first, &lines(0, 99)).await;
        assert_eq!(small.status, 422);
        assert!(
            text(&small.text).contains("at least 100 different addresses")
                && !small.text.contains("lists.example")
        );
        let none = leave(&first, "Name,ZIP\nAna,02121").await;
        assert!(none.status == 422 && text(&none.text).contains("no column “email”"));
        assert_eq!(leave(&first, &lines(0, 300)).await.status, 303);
        assert!(said(&first).await.contains("No other partner has a list here now."));
        // A CSV with its own column, spelled in another way: 43 of them are in both.
        let csv: String = (257..400).map(|n| format!("\"Li, Bo\",P{n}@Lists.Example,x\r\n")).collect();
        assert_eq!(leave(&second, &format!("Name,E-mail,Note\r\n{csv}")).await.status, 303);
        for page in [&first, &second] {
            assert!(said(page).await.contains("about 40 on both"), "{}", said(page).await);
        }
        // Another campaign's partner with the very same list sees nothing.
        assert_eq!(leave(&stranger, &lines(0, 300)).await.status, 303);
        let seen = said(&stranger).await;
        assert!(
            seen.contains("No other partner") && !seen.contains("00 on both") && !seen.contains("Library"),
            "{seen}"
        );
        // Nothing that could be opened is kept, and nothing of two campaigns looks alike.
        let rows = server.database().await;
        assert!(
            !rows
                .dump()
                .await
                .iter()
                .any(|cell| String::from_utf8_lossy(&cell.bytes).contains("lists.example"))
        );
        let distinct = "SELECT CAST(count(DISTINCT hashes) AS BIGINT) FROM overlap_list";
        assert_eq!(rows.number(distinct).await, 3);
        // Few in common are not counted.
        assert_eq!(leave(&second, &lines(291, 500)).await.status, 303);
        assert!(said(&first).await.contains("fewer than 10 on both"));
        // Over and over is too often: a fourth within a day is not taken, and the third stays.
        assert_eq!(leave(&second, &lines(0, 300)).await.status, 303);
        let often = leave(&second, &lines(400, 700)).await;
        assert_eq!(often.status, 429);
        assert!(text(&often.text).contains("three lists within a day"));
        assert!(said(&first).await.contains("about 300 on both"));
        // Dropped at once when it is asked, and in any case after a day.
        assert_eq!(server.post(&second, &[("action", "drop-list")]).await.status, 303);
        assert!(said(&first).await.contains("No other partner has a list here now."));
        assert_eq!(leave(&second, &lines(0, 300)).await.status, 429, "dropping does not count it back");
        server.after(DAY).await;
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM overlap_list").await, 0);
        assert!(!said(&first).await.contains("Your list has"));
        assert_eq!(leave(&second, &lines(0, 300)).await.status, 303);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_taken_behind_a_partners_link_alone() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let page = partner(&server, &owner, &slug, "Tenants United", "tenants").await;
        let list = lines(0, 120_000);
        let form = [("action", "list"), ("list", list.as_str())];
        assert_eq!(
            server.post("/partners/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &form).await.status,
            413
        );
        assert_eq!(server.post(&format!("/c/{slug}/sign"), &form).await.status, 413);
        let taken = server.post(&page, &form).await;
        assert_eq!(taken.status, 303, "{}", text(&taken.text));
        assert!(text(&server.get(&page).await.text).contains("120,000 addresses"));
        let many = lines(0, 200_001);
        let many = server.post(&page, &[("action", "list"), ("list", many.as_str())]).await;
        assert_eq!(many.status, 422);
        assert!(text(&many.text).contains("at most 200,000"));
        let endless = "x".repeat(11 * 1024 * 1024);
        assert_eq!(server.post(&page, &[("action", "list"), ("list", endless.as_str())]).await.status, 413);
        server.stop().await;
    })
    .await;
}
