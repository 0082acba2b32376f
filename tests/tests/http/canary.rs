//! One person walks every way there is: nothing of theirs is in a log, in a row, or in a file of the database.

use base64::Engine as _;
use jiff::SignedDuration;
use redress_tests::database::Needles;
use redress_tests::html::value_of;
use redress_tests::letters::circulate;
use redress_tests::{Server, each_database_with, link, logs};
use reqwest::Method;

const NAME: &str = "Zwitscherine Kanarius";
const EMAIL: &str = "zwitscherine@kanarienvogel.example";
const PASSWORD: &str = "Flattermann im Käfig 77";
const ADDRESS: &str = "198.51.100.177";

/// What is nobody's business, in pieces that nothing else holds.
const SECRETS: &[&str] = &[
    "Zwitscherine",
    "Kanarius",
    "Trillerich",
    "Dachspatz",
    "kanarienvogel",
    "Vogelweide",
    "Nest Neun",
    "Tirilburg",
    "Piepshausen",
    "Tirilierend",
    "Flattermann",
    ADDRESS,
];

const FIELDS: &[(&str, &str)] = &[
    ("name", NAME),
    ("email", EMAIL),
    ("street", "77 Vogelweide"),
    ("unit", "Nest Neun"),
    ("city", "Tirilburg"),
    ("state", "Piepshausen"),
    ("comment", "Tirilierend seit je"),
    ("visibility", "hidden"),
];

fn form(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut form = FIELDS.to_vec();
    form.extend(changes);
    form
}

/// Nothing of theirs in any column of any table, in any encoding; nor the key; nor in the files of SQLite.
async fn the_rows_know_nothing(server: &Server, tokens: &[String], when: &str) {
    let rows = server.database().await;
    let cells = rows.dump().await;
    rows.close().await;
    assert!(cells.iter().any(|cell| cell.table == "signature" && cell.column == "sealed"));
    let needles = needles(Some(server), tokens);
    for cell in &cells {
        let found = needles.find(&cell.bytes);
        assert_eq!(found, None, "{when}: in {}.{}", cell.table, cell.column);
    }
    for (file, bytes) in server.database_files() {
        assert_eq!(needles.find(&bytes), None, "{when}: in {file}");
    }
}

fn needles(server: Option<&Server>, tokens: &[String]) -> Needles {
    let mut needles = Needles::new(SECRETS.iter().copied().chain(tokens.iter().map(String::as_str)));
    if let Some(server) = server {
        let key = server.key();
        needles.add(base64::engine::general_purpose::STANDARD.decode(&key).unwrap(), "the key");
        needles.add(key.into_bytes(), "the key in Base64");
    }
    needles
}

/// A draft with a reader, refused, sent, confirmed, withdrawn and erased; and one that stays. Gives the links' tokens.
async fn testify(server: &Server, slug: &str) -> Vec<String> {
    let page = format!("/c/{slug}/testimony");
    let text = "Tirilierend seit je, in der Vogelweide 77, 617-555-0177.";
    let whole = |action: &'static str, base: &'static str, text: &'static str| {
        [
            ("do", action),
            ("base", base),
            ("stance", "opposed"),
            ("language", "de"),
            ("text", text),
            ("name", NAME),
            ("email", EMAIL),
            ("zip", "02121"),
            ("residency", "lives"),
            ("organization", "Nest Neun"),
            ("title", "Piepshausen"),
            ("authority", "Tirilburg"),
            ("public", "on"),
            ("leave", "phone street"),
        ]
    };
    server.post(&page, &[("do", "send"), ("name", NAME), ("email", EMAIL), ("text", text)]).await;
    server.post(&page, &whole("preview", "0", text)).await;
    let draft = server.post(&page, &whole("draft", "0", text)).await.location().to_owned();
    let draft = draft.split('?').next().unwrap().to_owned();
    let token = draft.rsplit('/').next().unwrap().to_owned();
    let save = [("token", token.as_str()), ("base", "1"), ("text", "Tirilierend und sonst nichts.")];
    server.post("/do/save-draft", &save).await;
    server.post(&draft, &whole("draft", "1", text)).await;
    server.post(&draft, &[("do", "share")]).await;
    let own = server.get(&draft).await.text;
    let shared =
        own.split('"').find_map(|part| part.find("/drafts/").map(|at| part[at..].to_owned())).unwrap();
    let words = [("name", "Trillerich"), ("comment", "Kanarius singt"), ("text", "Dachspatz"), ("base", "1")];
    assert_eq!(server.post(&shared, &words).await.status, 303);
    server.get(&draft).await;
    let sent = server.post(&draft, &whole("send", "2", text)).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let mail = server.all_mails().await.pop().unwrap();
    let (confirm, mine) = (link(&mail, "/confirm/"), link(&mail, "/testimony/"));
    server.post(&confirm, &[]).await;
    assert!(server.get(&mine).await.text.contains("With the coordinators"));
    server.post(&draft, &[("do", "link")]).await;
    for action in ["withdraw", "erase", "erase"] {
        server.post(&mine, &[("do", action), ("sure", "on")]).await;
    }
    server.post(&page, &whole("send", "0", text)).await;
    server.all_mails().await;
    [&draft, &shared, &confirm, &mine].map(|path| path.rsplit('/').next().unwrap().to_owned()).into()
}

/// A letter that coordinators search for, read, annotate, send back and approve, and that a packet is made of.
async fn coordinate(server: &Server, owner: &str, slug: &str) -> Vec<String> {
    let page = format!("/c/{slug}/testimony");
    let whole = [
        ("do", "send"),
        ("stance", "opposed"),
        ("language", "de"),
        ("text", "Tirilierend seit je, und der Dachspatz singt mit."),
        ("name", NAME),
        ("email", "d@kanarienvogel.example"),
        ("zip", "02121"),
        ("residency", "lives"),
        ("speaking", "in-person"),
        ("public", "on"),
    ];
    assert_eq!(server.post(&page, &whole).await.status, 303);
    let mail = server.all_mails().await.pop().unwrap();
    let (confirm, mine) = (link(&mail, "/confirm/"), link(&mail, "/testimony/"));
    assert_eq!(server.post(&confirm, &[]).await.status, 303);
    let queue = format!("/admin/c/{slug}/testimonies");
    let found = server.get_as(owner, &format!("{queue}?q=Dachspatz")).await.text;
    assert!(found.contains(NAME));
    let start = format!("{queue}/");
    let one = found
        .split('"')
        .find(|part| part.starts_with(&start) && part.len() == start.len() + 36)
        .unwrap()
        .to_owned();
    let decide = async |action: &str, name: &str, value: &str| {
        let text = server.get_as(owner, &one).await.text;
        let seen = |name: &str| value_of(&text, name).unwrap();
        let (state, number) = (seen("seen_state"), seen("seen_text"));
        let fields = [("action", action), (name, value), ("seen_state", &state), ("seen_text", &number)];
        let answer = server.post_as(owner, &one, &fields).await;
        assert_eq!(answer.status, 303, "{action}: {}", answer.text);
    };
    decide("note", "note", "Kanarius rief an, Vogelweide").await;
    decide("return", "reason", "Dachspatz: bitte ohne Nest Neun").await;
    server.all_mails().await;
    let text = server.get(&mine).await.text;
    let base = value_of(&text, "base").unwrap();
    let again = [&whole[..], &[("base", base.as_str())]].concat();
    let sent = server.post(&mine, &again).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    decide("approve", "", "").await;
    server.get_as(owner, &format!("{queue}/letters")).await;
    server.get_as(owner, &format!("/admin/c/{slug}/speakers")).await;
    let packet = server.packet(owner, slug).await;
    assert_eq!(server.get_as(owner, &packet).await.status, 200);
    server.all_mails().await;
    [&confirm, &mine].map(|path| path.rsplit('/').next().unwrap().to_owned()).into()
}

/// Invited to co-sign a letter, co-signs, is vouched for, stands by a change; erased; and one that stays. Gives the
/// links' tokens.
async fn co_sign(server: &Server, owner: &str, slug: &str) -> Vec<String> {
    let letter = circulate(server, owner, slug, &[("individuals", "on")]).await;
    let rows = format!("Verein am See,other,see.example,,{EMAIL}");
    server.post_as(owner, &letter.list, &[("do", "invite"), ("rows", &rows)]).await;
    let invitation = link(&server.all_mails().await.pop().unwrap(), "/letters/");
    let given = [
        ("organization", "Verein am See"),
        ("site", "see.example"),
        ("name", NAME),
        ("email", EMAIL),
        ("title", "Piepshausen"),
        ("authority", "Tirilburg"),
        ("news", "on"),
    ];
    server.post(&invitation, &[&given[..], &[("authority", "")]].concat()).await;
    let sent = server.post(&invitation, &letter.form(&given)).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let mail = server.all_mails().await.pop().unwrap();
    let (confirm, own) = (link(&mail, "/confirm/"), link(&mail, "/letters/"));
    server.post(&confirm, &[]).await;
    server.get(&confirm).await;
    let list = server.get_as(owner, &letter.list).await.text;
    let id = value_of(&list, "co_signature").unwrap();
    let vouch = [("do", "vouch"), ("co_signature", id.as_str()), ("reason", "Trillerich kennt sie")];
    assert_eq!(server.post_as(owner, &letter.list, &vouch).await.status, 303);
    let change = [("change", "substance"), ("note", "Shorter"), ("text", "We ask you to end it.")];
    assert_eq!(letter.publish(server, owner, &change).await.status, 303);
    server.get(&own).await;
    server.post(&own, &[("do", "reaffirm"), ("version", "2")]).await;
    assert!(server.get(&letter.page).await.text.contains(NAME), "who co-signs is printed");
    server.get_as(owner, &letter.list).await;
    let person =
        [("who", "person"), ("zip", "02121"), ("version", "2"), ("email", "p@kanarienvogel.example")];
    server.post(&letter.page, &letter.form(&[&given[..], &person].concat())).await;
    server.post(&own, &[("do", "quiet")]).await;
    server.post(&own, &[("do", "erase"), ("sure", "on")]).await;
    server.get(&own).await;
    server.all_mails().await;
    [&invitation, &confirm, &own].map(|path| path.rsplit('/').next().unwrap().to_owned()).into()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_canary_walks_every_way_and_leaves_nothing_in_logs_or_rows() {
    let listening = logs::listen();
    each_database_with(&[("REDRESS_TRUSTED_PROXIES", "127.0.0.1")], async |server| {
        let heard_before = listening.text().len();
        let from = [("x-forwarded-for", ADDRESS)];
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("testimony", "on")]).await;
        let mut tokens: Vec<String> = vec![owner.split_once('=').unwrap().1.to_owned()];
        let token_of = |path: &str| path.split('/').nth(2).unwrap().to_owned();

        // Errors, then a signature.
        server.sign_from(&from, &slug, &form(&[("zip", "x"), ("residency", "")])).await;
        server.sign_from(&from, &slug, &form(&[("email", "zwitscherine@kanarienvogel")])).await;
        server.post(&format!("/es/c/{slug}/sign"), &form(&[("visibility", "")])).await;
        assert_eq!(server.sign_from(&from, &slug, &form(&[])).await.status, 303);
        the_rows_know_nothing(&server, &[], "signed").await;
        let mail = server.all_mails().await.pop().unwrap();
        let (confirm, mine) = (link(&mail, "/confirm/"), link(&mail, "/mine/"));
        tokens.extend([token_of(&confirm), token_of(&mine)]);
        server.get(&confirm).await;
        assert_eq!(server.request(Method::POST, &confirm, &from, Some(&[])).await.status, 303);
        server.get(&confirm).await;
        the_rows_know_nothing(&server, &tokens, "confirmed").await;

        // Again, and two more persons of the mailbox: a note, a second of the household, one too many.
        server.clock.advance(SignedDuration::from_mins(6));
        server.sign_from(&from, &slug, &form(&[])).await;
        server.sign_from(&from, &slug, &form(&[("name", "Trillerich Kanarius")])).await;
        server.clock.advance(SignedDuration::from_mins(11));
        server.sign_from(&from, &slug, &form(&[("name", "Dachspatz Kanarius")])).await;
        assert_eq!(server.all_mails().await.len(), 4);

        // Held for each of its reasons; released and left out.
        let seen = value_of(&server.get(&format!("/c/{slug}/sign")).await.text, "seen").unwrap();
        let held = [("website", "kanarienvogel.example"), ("email", "a@kanarienvogel.example")];
        server.sign_from(&from, &slug, &form(&held)).await;
        let mut fast = form(&[("email", "b@kanarienvogel.example"), ("name", "Trillerich")]);
        fast.push(("seen", &seen));
        server.sign_from(&from, &slug, &fast).await;
        for action in ["release", "exclude"] {
            let page = server.get_as(&owner, &format!("/admin/c/{slug}/held")).await.text;
            let id = value_of(&page, "signature").unwrap();
            let fields = [("action", action), ("signature", id.as_str())];
            assert_eq!(server.post_as(&owner, &format!("/admin/c/{slug}/held"), &fields).await.status, 303);
        }
        let mails = server.all_mails().await;
        let released = mails.last().unwrap();
        server.post(&link(released, "/confirm/"), &[]).await;

        // A duplicate by rule, taken back and left out again; a packet, built and downloaded.
        server.sign_from(&from, &slug, &form(&[("email", "c@kanarienvogel.example")])).await;
        let mail = server.all_mails().await.pop().unwrap();
        server.post(&link(&mail, "/confirm/"), &[]).await;
        let duplicates = format!("/admin/c/{slug}/duplicates");
        let found = server.post_as(&owner, &duplicates, &[("action", "search")]).await;
        assert!(!found.location().ends_with("count=0"), "{}", found.location());
        for action in ["overturn", "uphold"] {
            let page = server.get_as(&owner, &duplicates).await.text;
            let id = value_of(&page, "exclusion").unwrap();
            server.post_as(&owner, &duplicates, &[("action", action), ("exclusion", &id)]).await;
        }
        let packet = server.packet(&owner, &slug).await;
        let zip = server.get_as(&owner, &packet).await;
        assert_eq!(zip.status, 200);
        let comments = format!("/admin/c/{slug}/comments");
        let id = value_of(&server.get_as(&owner, &comments).await.text, "signature").unwrap();
        for (action, reason) in [("hide", "names a neighbor"), ("show", "")] {
            let fields = [("action", action), ("reason", reason), ("signature", id.as_str())];
            assert_eq!(server.post_as(&owner, &comments, &fields).await.status, 303);
        }
        for page in ["", "/edit", "/preview", "/packet", "/held", "/duplicates", "/comments"] {
            server.get_as(&owner, &format!("/admin/c/{slug}{page}")).await;
        }
        the_rows_know_nothing(&server, &tokens, "delivered").await;

        tokens.extend(testify(&server, &slug).await);
        the_rows_know_nothing(&server, &tokens, "testified").await;
        tokens.extend(coordinate(&server, &owner, &slug).await);
        the_rows_know_nothing(&server, &tokens, "coordinated").await;

        tokens.extend(co_sign(&server, &owner, &slug).await);
        the_rows_know_nothing(&server, &tokens, "co-signed").await;

        // Their own page: everything on it, and the end.
        server.get(&mine).await;
        for (action, name, value) in [
            ("visibility", "visibility", "short"),
            ("visibility", "visibility", "hidden"),
            ("news", "news", "on"),
            ("withdraw", "", ""),
            ("erase", "sure", "on"),
            ("nonsense", "", ""),
        ] {
            server.post(&mine, &[("action", action), (name, value)]).await;
        }
        server.post(&format!("{mine}/unsubscribe"), &[("List-Unsubscribe", "One-Click")]).await;
        server.get(&mine).await;
        server.get(&format!("{confirm}x")).await;
        server.get(&format!("{mine}x")).await;
        the_rows_know_nothing(&server, &tokens, "erased").await;

        // As a member: invited, joined, logged in, refused, thrown out.
        server.post_as(&owner, "/admin/members", &[("email", EMAIL), ("role", "viewer")]).await;
        let invitation = link(&server.all_mails().await.pop().unwrap(), "/admin/invitation/");
        tokens.push(invitation.split('/').nth(3).unwrap().to_owned());
        the_rows_know_nothing(&server, &tokens, "invited").await;
        server.post(&invitation, &[("name", NAME), ("password", "Flatter")]).await;
        let joined = server.post(&invitation, &[("name", NAME), ("password", PASSWORD)]).await;
        assert_eq!(joined.status, 303, "{}", joined.text);
        tokens.push(joined.cookie().split_once('=').unwrap().1.to_owned());
        server.post_as(&joined.cookie(), "/admin/logout", &[]).await;
        for password in [PASSWORD, "Flattermann, aber falsch"] {
            let fields = [("email", EMAIL), ("password", password)];
            server.request(Method::POST, "/admin/login", &from, Some(&fields)).await;
        }
        for _ in 0..11 {
            let fields = [("email", "n@kanarienvogel.example"), ("password", "Flattermann!!")];
            server.request(Method::POST, "/admin/login", &from, Some(&fields)).await;
        }
        let team = server.get_as(&owner, "/admin/members").await.text;
        let row = team.split(EMAIL).nth(1).unwrap();
        let path = row.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        server.post_as(&owner, &path, &[("action", "revoke")]).await;
        the_rows_know_nothing(&server, &tokens, "revoked").await;

        // The database breaks under them, while they sign and while they look.
        let rows = server.database().await;
        rows.run("ALTER TABLE signature RENAME TO signature_away").await.unwrap();
        server.sign_from(&from, &slug, &form(&[("email", "d@kanarienvogel.example")])).await;
        server.get(&mine).await;
        server.post(&confirm, &[]).await;
        rows.run("ALTER TABLE account RENAME TO account_away").await.unwrap();
        let fields = [("email", EMAIL), ("password", PASSWORD)];
        server.request(Method::POST, "/admin/login", &from, Some(&fields)).await;
        rows.close().await;

        let heard = listening.text();
        assert!(heard.len() - heard_before > 10_000, "something is heard at all");
        assert!(heard.contains("a request failed") && heard.contains("a batch was not written"));
        if let Some((secret, at)) = needles(Some(&server), &tokens).find(heard.as_bytes()) {
            let line = heard[..at].lines().count().saturating_sub(1);
            panic!("{secret} is in the log: {:?}", heard.lines().nth(line));
        }
        server.stop().await;
    })
    .await;
}
