//! Mails: one receiver each, a head that nobody's name or title writes into, and a way out of each.

use jiff::SignedDuration;
use redress_tests::{Mail, each_database, html, link};

const HEAD: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Message-ID",
    "Date",
    "Auto-Submitted",
    "Content-Language",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "MIME-Version",
    "Content-Type",
];

/// One receiver, each header once, and none that we do not write.
fn is_sound(mail: &Mail) {
    assert_eq!(mail.receivers.len(), 1, "{mail:?}");
    let mut names: Vec<&str> = mail.head.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "a header twice: {:?}", mail.head);
    for name in names {
        assert!(HEAD.iter().any(|known| known.eq_ignore_ascii_case(name)), "{name} in {:?}", mail.head);
    }
    assert!(!mail.subject.contains(['\r', '\n']) && !mail.to_name.contains(['\r', '\n']));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_or_a_title_with_a_line_break_never_becomes_a_header() {
    each_database(async |server| {
        let owner = server.owner().await;
        let changes = [
            ("title_en", "Stop\r\nBcc: eve@evil.example\r\n\r\n<b>Body</b>"),
            ("title_es", "Alto\nX-Evil: 1"),
            ("target_en", "To\r\nReply-To: eve@evil.example"),
        ];
        let slug = server.campaign(&owner, &changes).await;
        for (n, name) in [
            "Ana\r\nX-Evil: yes",
            "Ana\nSubject: Other",
            "Ana\r\n\r\nA body",
            "Ana\u{2028}X-Evil: yes",
            "Ana\u{85}X-Evil: yes",
            "Ana\u{0}Null",
            "=?utf-8?Q?Ana=0D=0AX-Evil:=20yes?=",
            "\"Ana\" <eve.evil.example>, Eve",
            "Ana, Eve; Undisclosed:;",
            "Ana (comment)",
            "Ana \\\" X",
            "Añaña Ünïcödé 王小明 والي",
        ]
        .into_iter()
        .enumerate()
        {
            let email = format!("p{n}@people.example");
            let signed = server.sign(&slug, &[("name", name), ("email", &email)]).await;
            assert_eq!(signed.status, 303, "{name:?}: {}", html::text(&signed.text));
            let mail = server.mails(n + 1).await.pop().unwrap();
            is_sound(&mail);
            assert_eq!(mail.to, email, "{name:?}");
        }
        for email in [
            "ana@people.example\r\nBcc: eve@evil.example",
            "ana@people.example, eve@evil.example",
            "ana@people.example; eve@evil.example",
            "ana@people.example eve@evil.example",
            "<ana@people.example> <eve@evil.example>",
            "\"x\r\nBcc: y\"@people.example",
            "ana@people.example?bcc=eve@evil.example",
        ] {
            let refused = server.sign(&slug, &[("email", email), ("name", "Refused Person")]).await;
            assert_eq!(refused.status, 422, "{email:?}");
        }
        assert_eq!(server.all_mails().await.len(), 12);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_mail_has_one_receiver_a_way_out_and_links_to_our_own_host() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for (prefix, email) in [("", "en@people.example"), ("/es", "es@people.example")] {
            let path = format!("{prefix}/c/{slug}/sign");
            let fields = |name: &'static str| {
                [
                    ("name", name),
                    ("email", email),
                    ("zip", "02121"),
                    ("residency", "lives"),
                    ("visibility", "full"),
                ]
            };
            let to_them = async || {
                let mails = server.all_mails().await;
                mails.into_iter().filter(|mail| mail.to == email).collect::<Vec<_>>()
            };
            server.post(&path, &fields("Ana Díaz")).await;
            server.after(SignedDuration::from_hours(49)).await;
            let confirm = to_them().await.pop().unwrap();
            server.post(&link(&confirm, "/confirm/"), &[]).await;
            server.post(&path, &fields("Ana Díaz")).await;
            server.post(&path, &fields("Luis Díaz")).await;
            server.clock.advance(SignedDuration::from_mins(30));
            server.post(&path, &fields("Eva Díaz")).await;
            // Confirmation, reminder, already signed, the second of the household, the mailbox is taken.
            let mails = to_them().await;
            assert_eq!(mails.len(), 5, "{mails:?}");
            for mail in &mails {
                is_sound(mail);
                let language = if prefix.is_empty() { "en" } else { "es" };
                assert_eq!(mail.header("content-language"), language, "{}", mail.subject);
                let elements = html::elements(&mail.html);
                assert_eq!(elements[0].get("lang"), language);
                // RFC 8058, and the same page in the text.
                let out = mail.header("list-unsubscribe").trim_matches(['<', '>']).to_owned();
                assert_eq!(mail.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
                assert!(out.ends_with("/unsubscribe") && out.starts_with("http://localhost:3000/mine/"));
                assert_eq!(
                    out.trim_end_matches("/unsubscribe"),
                    format!("http://localhost:3000{}", link(mail, "/mine/"))
                );
                for element in &elements {
                    let href = element.get("href");
                    assert!(href.is_empty() || href.starts_with("http://localhost:3000/"), "{href}");
                    assert!(!element.has("src"), "nothing is loaded from anywhere: {element:?}");
                    assert!(!matches!(&*element.name, "img" | "link" | "script" | "iframe" | "form"));
                }
                assert!(!mail.html.contains("url(") && !mail.html.contains("@import"));
            }
            // Each is a mail of its own; a reminder says the same link again.
            let mut ids: Vec<_> = mails.iter().map(|mail| mail.header("message-id").to_owned()).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), 5);
            assert_eq!(link(&mails[0], "/confirm/"), link(&mails[1], "/confirm/"));
            // One click in the mail program, as RFC 8058 has it: no cookie, no Origin, and it answers 200.
            let out = format!("{}/unsubscribe", link(&mails[0], "/mine/"));
            let clicked = server.post(&out, &[("List-Unsubscribe", "One-Click")]).await;
            assert_eq!(clicked.status, 200);
            assert_eq!(server.get(&out).await.status, 303, "opened, it shows the page and changes nothing");
        }
        let owner = server.log_in().await;
        let invite = [("email", "m@bay.example"), ("role", "viewer")];
        server.post_as(&owner, "/admin/members", &invite).await;
        let mails = server.all_mails().await;
        is_sound(mails.iter().find(|mail| mail.to == "m@bay.example").unwrap());
        server.stop().await;
    })
    .await;
}
