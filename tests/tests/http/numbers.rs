//! received = confirmed + pending + expired + withdrawn + excluded: after every move there is, in any order.

use jiff::SignedDuration;
use redress_tests::database::Rows;
use redress_tests::html::elements;
use redress_tests::{Server, each_database, link};

/// The dashboard's equation: received, confirmed, pending, expired, withdrawn, excluded.
pub fn tally(dashboard: &str) -> [u64; 6] {
    let elements = elements(dashboard);
    ["received", "confirmed", "pending", "expired", "withdrawn", "excluded"].map(|part| {
        let at = elements.iter().position(|element| element.get("data-part") == part).unwrap();
        let numeral = elements[at..].iter().find(|element| element.get("class") == "numeral").unwrap();
        numeral.text.trim().replace(',', "").parse().unwrap()
    })
}

/// The rows counted one by one say what the dashboard, the public count and every breakdown say.
async fn numbers_add_up(server: &Server, rows: &Rows, cookie: &str, slug: &str, after: &str) -> [u64; 6] {
    let dashboard = server.get_as(cookie, &format!("/admin/c/{slug}")).await;
    assert_eq!(dashboard.status, 200, "{after}");
    let [received, confirmed, pending, expired, withdrawn, excluded] = tally(&dashboard.text);
    assert_eq!(received, confirmed + pending + expired + withdrawn + excluded, "{after}");
    assert_eq!(server.count(slug).await, confirmed, "{after}");
    let states = rows.texts("SELECT state FROM signature").await;
    let count = |names: &[&str]| states.iter().filter(|state| names.contains(&state.as_str())).count() as u64;
    assert_eq!(received, states.len() as u64, "{after}");
    assert_eq!(confirmed, count(&["confirmed"]), "{after}");
    assert_eq!(pending, count(&["pending"]), "{after}");
    assert_eq!(expired, count(&["expired"]), "{after}");
    assert_eq!(withdrawn, count(&["withdrawn"]), "{after}");
    assert_eq!(excluded, count(&["excluded", "quarantined"]), "{after}");
    for (kind, whole) in [
        ("zip", confirmed),
        ("residency", confirmed),
        ("day.confirmed", confirmed),
        ("day.received", received),
        ("source", received),
    ] {
        let sql = format!("SELECT CAST(COALESCE(sum(count), 0) AS BIGINT) FROM tally WHERE kind = '{kind}'");
        assert_eq!(rows.number(&sql).await, whole as i64, "{after}: {kind}");
    }
    let negative = rows.number("SELECT CAST(count(*) AS BIGINT) FROM tally WHERE count < 0").await;
    assert_eq!(negative, 0, "{after}: less than nothing");
    [received, confirmed, pending, expired, withdrawn, excluded]
}

/// The same walk every time: a linear congruential generator (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % n as u64) as usize
    }
}

const MOVES: usize = 160;

#[tokio::test(flavor = "multi_thread")]
async fn numbers_add_up_after_every_kind_of_move_in_any_order() {
    each_database(async |server| {
        let mut owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let rows = server.database().await;
        let mut dice = Dice(20_261_102);
        let (mut people, mut kinds) = (0, std::collections::BTreeMap::<&str, u32>::new());
        let desk = |page: &str| format!("/admin/c/{slug}/{page}");
        let mut last = [0; 6];
        for step in 0..MOVES {
            // Mails are how signers act: a link of any of them, old or new.
            let mails = server.all_mails().await;
            let mails: Vec<_> = mails.into_iter().filter(|mail| mail.text.contains("/mine/")).collect();
            let any = (!mails.is_empty()).then(|| &mails[dice.below(mails.len())]);
            let kind = match dice.below(20) {
                0..=4 => {
                    people += 1;
                    let (email, name) = (format!("p{people}@people.example"), format!("Person N{people}"));
                    let (zip, residency) =
                        [("02121", "lives"), ("02139", "works"), ("H2X 1Y4", "elsewhere")][dice.below(3)];
                    let fields = [
                        ("email", email.as_str()),
                        ("name", name.as_str()),
                        ("zip", zip),
                        ("residency", residency),
                        ("source", ["", "union", "library"][dice.below(3)]),
                    ];
                    server.sign(&slug, &fields).await;
                    "sign"
                }
                5 | 6 if people > 0 => {
                    // Again, or another person of the mailbox, or the same person at another one.
                    let n = 1 + dice.below(people);
                    let (email, name) = (format!("p{n}@people.example"), format!("Person N{n}"));
                    match dice.below(3) {
                        0 => server.sign(&slug, &[("email", &email), ("name", &name)]).await,
                        1 => server.sign(&slug, &[("email", &email), ("name", "Second Person")]).await,
                        _ => {
                            people += 1;
                            let email = format!("p{people}@people.example");
                            let street =
                                [("email", email.as_str()), ("name", "Twice"), ("street", "1 Elm St")];
                            server.sign(&slug, &street).await
                        }
                    };
                    "sign again"
                }
                7 => {
                    people += 1;
                    let email = format!("p{people}@people.example");
                    server.sign(&slug, &[("email", &email), ("name", "Bot"), ("website", "x")]).await;
                    "held"
                }
                8..=11 => {
                    let Some(mail) = mails.iter().rev().find(|mail| mail.text.contains("/confirm/")) else {
                        continue;
                    };
                    let mail = any.filter(|mail| mail.text.contains("/confirm/")).unwrap_or(mail);
                    server.post(&link(mail, "/confirm/"), &[]).await;
                    "confirm"
                }
                12 => {
                    let Some(mail) = any else { continue };
                    server.post(&link(mail, "/mine/"), &[("action", "withdraw")]).await;
                    "withdraw"
                }
                13 => {
                    let Some(mail) = any else { continue };
                    let fields = [("action", "erase"), ("sure", "on")];
                    server.post(&link(mail, "/mine/"), &fields).await;
                    "erase"
                }
                14 | 15 => {
                    let page = server.get_as(&owner, &desk("held")).await.text;
                    let Some(id) = redress_tests::html::value_of(&page, "signature") else { continue };
                    let action = ["release", "exclude"][dice.below(2)];
                    let fields = [("action", action), ("signature", id.as_str())];
                    server.post_as(&owner, &desk("held"), &fields).await;
                    action
                }
                16 => {
                    server.post_as(&owner, &desk("duplicates"), &[("action", "search")]).await;
                    "search"
                }
                17 => {
                    let page = server.get_as(&owner, &desk("duplicates")).await.text;
                    let ids: Vec<_> = elements(&page)
                        .into_iter()
                        .filter(|field| field.get("name") == "exclusion")
                        .collect();
                    if ids.is_empty() {
                        continue;
                    }
                    let id = ids[dice.below(ids.len())].get("value");
                    let action = ["overturn", "uphold"][dice.below(2)];
                    let fields = [("action", action), ("exclusion", id)];
                    server.post_as(&owner, &desk("duplicates"), &fields).await;
                    action
                }
                18 => {
                    server.after(SignedDuration::from_hours([7, 50, 24 * 11][dice.below(3)])).await;
                    owner = server.log_in().await;
                    "time"
                }
                _ => {
                    let step = ["pause", "resume", "close", "reopen"][dice.below(4)];
                    server.post_as(&owner, &desk("state"), &[("step", step)]).await;
                    "step"
                }
            };
            *kinds.entry(kind).or_default() += 1;
            last = numbers_add_up(&server, &rows, &owner, &slug, &format!("move {step}: {kind}")).await;
        }
        assert!(kinds.len() >= 10, "{kinds:?}");
        assert!(last.iter().all(|part| *part > 0), "every part was seen: {last:?} {kinds:?}");
        // The packet of it adds up to the same.
        server.post_as(&owner, &desk("state"), &[("step", "reopen")]).await;
        let packet = server.packet(&owner, &slug).await;
        let [received, confirmed, pending, expired, withdrawn, excluded] =
            numbers_add_up(&server, &rows, &owner, &slug, "the packet").await;
        let zip = server.get_as(&owner, &packet).await;
        let files = crate::exports::unzip(&zip.bytes);
        let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
        let counts = &manifest["counts"];
        for (name, count) in [
            ("received", received),
            ("confirmed", confirmed),
            ("pending", pending),
            ("expired", expired),
            ("withdrawn", withdrawn),
            ("excluded", excluded),
        ] {
            assert_eq!(counts[name], count, "{name}: {counts}");
        }
        // After retention the parts are what they were.
        server.post_as(&owner, &desk("state"), &[("step", "close")]).await;
        server.after(SignedDuration::from_hours(24 * 91)).await;
        server.after(SignedDuration::from_hours(24)).await;
        owner = server.log_in().await;
        let after = numbers_add_up(&server, &rows, &owner, &slug, "retention").await;
        assert_eq!((after[0], after[1]), (received, confirmed));
        for mail in server.all_mails().await.iter().filter(|mail| mail.text.contains("/mine/")) {
            server.post(&link(mail, "/mine/"), &[("action", "withdraw")]).await;
        }
        numbers_add_up(&server, &rows, &owner, &slug, "leaving after retention").await;
        rows.close().await;
        server.stop().await;
    })
    .await;
}
