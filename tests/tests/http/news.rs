//! Updates: once to each mailbox that asked, whatever happens on the way, and one click ends them.

use redress_domain::{Locale, RawSignForm, SignForm, SignatureState};
use redress_store::{Author, Elsewhere, Incoming, Method};
use redress_tests::html::{text, value_of};
use redress_tests::letters::circulate;
use redress_tests::testimony::Drive;
use redress_tests::{Mail, Server, each_database, link};

const TOLD: &[(&str, &str)] = &[
    ("subject_en", "The bid is off"),
    ("text_en", "It was withdrawn.\n\nRead more at https://records.example/bid."),
    ("subject_es", "Se retiró la licitación"),
    ("text_es", "Se retiró."),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> =
        TOLD.iter().copied().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name)).collect();
    all.extend_from_slice(changes);
    all
}

/// Writes an update and sends it; gives the mails of it, once all have gone.
async fn send(server: &Server, owner: &str, slug: &str, subject: &str) -> Vec<Mail> {
    let path = format!("/admin/c/{slug}/news");
    let saved = server.post_as(owner, &path, &with(&[("action", "save"), ("subject_en", subject)])).await;
    assert_eq!(saved.status, 303, "{}", text(&saved.text));
    let page = server.get_as(owner, saved.location().split('#').next().unwrap()).await.text;
    let id = value_of(&page, "news").unwrap();
    let start = [("action", "start"), ("news", id.as_str()), ("sure", "on"), ("subject_en", subject)];
    let begun = server.post_as(owner, &path, &with(&start)).await;
    assert_eq!(begun.location(), format!("{path}?done=started"), "{}", text(&begun.text));
    sent(server, owner, slug, subject).await
}

async fn sent(server: &Server, owner: &str, slug: &str, subject: &str) -> Vec<Mail> {
    let path = format!("/admin/c/{slug}/news");
    for _ in 0..2_000 {
        let page = server.get_as(owner, &path).await.text;
        if !page.contains("<progress") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let spanish = TOLD[2].1;
    let mails = server.all_mails().await;
    mails.into_iter().filter(|mail| mail.subject == subject || mail.subject == spanish).collect()
}

fn receivers(mails: &[Mail]) -> Vec<&str> {
    let mut to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    to
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_goes_once_to_each_mailbox_that_asked_and_one_click_ends_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let news = ("news", "on");
        server.sign_and_confirm(&slug, &[("email", "ana@people.example"), news]).await;
        // A second person of the household shares the mailbox.
        server.sign_and_confirm(&slug, &[("email", "ana@people.example"), ("name", "Leo Díaz"), news]).await;
        server.sign_and_confirm(&slug, &[("email", "quiet@people.example"), ("name", "Qui Et")]).await;
        server.sign(&slug, &[("email", "pending@people.example"), ("name", "Pen Ding"), news]).await;
        let drive = Drive::of(&server, &slug).await;
        for (name, email) in [("Ana Díaz", "ana@people.example"), ("Wri Ter", "writer@people.example")] {
            let mut writing = drive.writing(name, &format!("I am {name}, and I ask you."), None).await;
            writing.news = true;
            writing.writer.email = email.to_owned();
            drive.confirmed(&server, writing).await;
        }
        // Whoever co-signs a letter may ask as well; one of them has signed the petition, one has not confirmed.
        let letter = circulate(&server, &owner, &slug, &[("individuals", "on")]).await;
        let person = |email| [("who", "person"), ("zip", "02121"), ("email", email), news];
        letter.co_sign(&server, &person("ana@people.example")).await;
        letter.co_sign(&server, &person("cosigner@people.example")).await;
        letter.sign(&server, &person("unconfirmed@people.example")).await;
        server.all_mails().await;
        let page = server.get_as(&owner, &format!("/admin/c/{slug}/news")).await.text;
        assert!(text(&page).contains("3 mailboxes ask for news"), "{}", text(&page));

        let mails = send(&server, &owner, &slug, "First").await;
        let all = ["ana@people.example", "cosigner@people.example", "writer@people.example"];
        assert_eq!(receivers(&mails), all);
        for mail in &mails {
            assert!(mail.text.contains("It was withdrawn."), "{}", mail.text);
            assert!(mail.text.contains("https://records.example/bid."), "{}", mail.text);
            assert!(mail.html.contains("It was withdrawn.</p>"));
            let out = link(mail, "/news/");
            assert!(mail.header("list-unsubscribe").contains(&out));
            assert_eq!(mail.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
        }
        let page = text(&server.get_as(&owner, &format!("/admin/c/{slug}/news")).await.text);
        assert!(page.contains("Sent 3 of 3"), "{page}");

        // A scanner opens the link: nothing changes. One click ends it, for all the mailbox gave.
        let out = |address: &str| link(mails.iter().find(|mail| mail.to == address).unwrap(), "/news/");
        assert!(server.get(&out("ana@people.example")).await.text.contains("<form method=\"post\""));
        assert_eq!(send(&server, &owner, &slug, "Second").await.len(), 3);
        let click = [("List-Unsubscribe", "One-Click")];
        assert_eq!(server.post(&out("ana@people.example"), &click).await.status, 200);
        assert_eq!(receivers(&send(&server, &owner, &slug, "Third").await), &all[1..]);
        server.post(&out("writer@people.example"), &[]).await;
        // The page that ends it leads to what was given.
        let left = server.post(&out("cosigner@people.example"), &[]).await;
        let own = left.text.split("href=\"").find_map(|part| part.strip_prefix("/letters/")).unwrap();
        let own = format!("/letters/{}", own.split('"').next().unwrap());
        assert!(text(&server.get(&own).await.text).contains("Withdraw the bid"));
        let page = server.get_as(&owner, &format!("/admin/c/{slug}/news")).await.text;
        assert!(text(&page).contains("Nobody has asked for news yet"));
        assert_eq!(server.get("/news/none").await.status, 404);
        drive.store.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_is_read_as_a_copy_first_and_halts_when_told() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let path = format!("/admin/c/{slug}/news");
        server.sign_and_confirm(&slug, &[("news", "on")]).await;
        for (field, value) in [("subject_en", ""), ("text_es", " "), ("subject_es", &"a".repeat(121))] {
            let refused = server.post_as(&owner, &path, &with(&[("action", "save"), (field, value)])).await;
            assert_eq!(refused.status, 422, "{field}");
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
            assert!(refused.text.contains("It was withdrawn."), "what was typed stays");
        }
        let before = server.all_mails().await.len();
        let copied = server.post_as(&owner, &path, &with(&[("action", "copy")])).await;
        assert_eq!(copied.status, 303);
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), before + 2, "a copy in each language");
        for mail in &mails[before..] {
            assert_eq!(mail.to, redress_tests::OWNER);
            assert!(
                mail.subject.starts_with("Copy for you: ") || mail.subject.starts_with("Copia para usted: ")
            );
            assert_eq!(mail.header("list-unsubscribe"), "");
        }
        let page = server.get_as(&owner, copied.location().split('#').next().unwrap()).await.text;
        let id = value_of(&page, "news").unwrap();
        let unsure = server.post_as(&owner, &path, &with(&[("action", "start"), ("news", &id)])).await;
        assert_eq!(unsure.status, 422);
        assert!(unsure.text.contains("href=\"#sure\""));

        // Begun and halted in the store, where no worker is quicker.
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&slug).await.unwrap().unwrap().id;
        let news = id.parse().unwrap();
        assert!(!store.news().stop(Author::Operator, campaign, news).await.unwrap(), "it is a draft");
        assert!(store.news().start(Author::Operator, campaign, news).await.unwrap());
        assert!(!store.news().start(Author::Operator, campaign, news).await.unwrap(), "once");
        store.news().stop(Author::Operator, campaign, news).await.unwrap();
        let late = server.post_as(&owner, &path, &with(&[("action", "save"), ("news", &id)])).await;
        assert!(late.location().ends_with("done=late"), "what goes out is not changed");
        let stands = store.news().find(campaign, news).await.unwrap().unwrap();
        if stands.state != redress_domain::NewsState::Sent {
            server.post_as(&owner, &path, &[("action", "go-on"), ("news", &id)]).await;
        }
        assert_eq!(sent(&server, &owner, &slug, TOLD[0].1).await.len(), 1);
        store.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_dies_on_the_way_nobody_gets_it_twice_and_nobody_is_left_out() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&slug).await.unwrap().unwrap();
        let mut signed = Vec::new();
        for number in 0..230 {
            let email = format!("p{number}@people.example");
            let name = format!("Person {}", "abcdefghij".chars().nth(number % 10).unwrap());
            let raw = RawSignForm {
                name,
                email,
                zip: "02121".to_owned(),
                residency: "lives".to_owned(),
                visibility: "full".to_owned(),
                news: if number % 23 == 0 { String::new() } else { "on".to_owned() },
                ..RawSignForm::default()
            };
            let incoming = Incoming {
                campaign: campaign.id,
                zone: campaign.zone.clone(),
                version: campaign.version().id,
                locale: if number % 2 == 0 { Locale::En } else { Locale::Es },
                form: SignForm::parse(&raw, campaign.rules).unwrap(),
                hold: None,
                wording: None,
            };
            signed.push(Elsewhere { incoming, state: SignatureState::Confirmed, at: server.now() });
        }
        store.signatures().load(Method::Import, signed, false).await.unwrap();
        let texts = redress_domain::read_news(&campaign.languages, |name| {
            TOLD.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value)
        });
        let (author, id) = (Author::Operator, campaign.id);
        let news = store.news().write(author, id, None, &texts.unwrap()).await.unwrap().unwrap();
        assert!(store.news().start(author, id, news).await.unwrap());
        // Two steps, while the server's own worker goes on as well; then this one is gone.
        let (one, other) = (store.news(), store.news());
        let _ = tokio::join!(one.advance(news, 7), other.advance(news, 7));
        store.close().await;
        let again = server.store().await;
        while again.news().advance(news, 9).await.unwrap() {}
        again.close().await;
        let mails = sent(&server, &owner, &slug, TOLD[0].1).await;
        let mut wanted: Vec<_> = (0..230)
            .filter(|number| number % 23 != 0)
            .map(|number| format!("p{number}@people.example"))
            .collect();
        wanted.sort_unstable();
        assert_eq!(receivers(&mails), wanted);
        for mail in &mails {
            let number: u32 = mail.to[1..].split('@').next().unwrap().parse().unwrap();
            let spanish = number % 2 == 1;
            assert_eq!(mail.subject == TOLD[2].1, spanish, "each in the language it was signed in");
        }
        let rows = server.database().await;
        let noted = "SELECT CAST(count(*) AS BIGINT) FROM news_mailbox";
        assert_eq!(rows.number(noted).await, 0, "who got it is kept no longer");
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_outcome_is_told_with_what_follows() {
    each_database(async |server| {
        let owner = server.owner().await;
        let next = server.campaign(&owner, &[("slug", "what-follows"), ("title_en", "What follows")]).await;
        let slug = server.campaign(&owner, &[]).await;
        let outcome = [
            ("action", "save"),
            ("kind", "won"),
            ("day", "2026-11-20"),
            ("text_en", "It was *withdrawn*."),
            ("text_es", "Se retiró."),
            ("follow_on", next.as_str()),
        ];
        let saved = server.post_as(&owner, &format!("/admin/c/{slug}/outcome"), &outcome).await;
        assert_eq!(saved.status, 303, "{}", text(&saved.text));
        let desk = server.get_as(&owner, &format!("/admin/c/{slug}/outcome")).await.text;
        assert!(desk.contains(&format!("href=\"/admin/c/{slug}/news?from=outcome\"")));
        let page = server.get_as(&owner, &format!("/admin/c/{slug}/news?from=outcome")).await.text;
        assert_eq!(value_of(&page, "subject_en").unwrap(), "Won: Stop the purchase");
        assert_eq!(value_of(&page, "subject_es").unwrap(), "Ganada: Alto a la compra");
        let told = value_of(&page, "text_en").unwrap();
        assert!(told.starts_with("It was withdrawn.\n\n"), "{told}");
        assert!(told.contains("It goes on here: What follows") && told.contains("/c/what-follows"), "{told}");
        assert!(value_of(&page, "text_es").unwrap().contains("/es/c/what-follows"));
        server.stop().await;
    })
    .await;
}
