//! Sending, through a real SMTP server: encrypted or not at all, tried again or given up, once to each mailbox.

use jiff::SignedDuration;
use redress_tests::{Server, Setup};

use crate::binary::{Folder, Process};
use crate::mail_server::{Certificates, MailServer, Security, Taken};
use crate::people::prepared;

const LOGIN: [&str; 2] = ["redress@bay.example", "p@ss/word&more"];
const USER: &str = "redress%40bay.example:p%40ss%2Fword&more@";

/// A server that sends through this address.
async fn sending(url: String) -> (Server, String, String) {
    let settings = vec![
        ("REDRESS_SMTP_URL", url),
        ("REDRESS_MAIL_FROM", "Bay Union <mail@bay.example>".to_owned()),
        ("REDRESS_BASE_URL", "http://petitions.bay.example".to_owned()),
        ("REDRESS_METRICS_LISTEN", "127.0.0.1:0".to_owned()),
    ];
    let server = Server::with(Setup { settings, ..Setup::default() }).await;
    let link = server.first_link().await.unwrap().replace("http://petitions.bay.example", "");
    let owner = server.owner_by(&link).await;
    let slug = server.campaign(&owner, &[]).await;
    (server, owner, slug)
}

async fn signs(server: &Server, slug: &str, local: &str) {
    let email = format!("{local}@people.example");
    assert_eq!(server.sign(slug, &[("email", &email)]).await.status, 303);
}

/// A number that the metrics tell.
async fn metric(server: &Server, name: &str) -> u64 {
    crate::binary::metric(&server.metrics_address().to_string(), name).await
}

/// Waits until the metrics tell this number.
async fn becomes(server: &Server, name: &str, wanted: u64) {
    crate::binary::until(name, async || (metric(server, name).await == wanted).then_some(())).await;
}

/// Waits until so many attempts have failed for now, and the outbox knows it: from here the clock may move.
async fn failed(server: &Server, attempts: usize) {
    becomes(server, "redress_mails_total{outcome=\"later\"}", attempts as u64).await;
}

fn to(taken: &[Taken]) -> Vec<&str> {
    taken.iter().flat_map(|mail| mail.to.iter().map(String::as_str)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn with_starttls_and_a_login_a_mail_arrives_as_it_should_be() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    let mail_server = MailServer::start(Security::StartTls, Some(&certificates), Some(LOGIN)).await;
    let ca = format!("?ca={}", certificates.authority.display());
    let (server, _, slug) = sending(mail_server.url("smtp", USER, "localhost", &ca)).await;
    assert_eq!(server.sign(&slug, &[("name", "Ana Díaz")]).await.status, 303);
    server.post(&format!("/es/c/{slug}/sign"), &[]).await;
    let mails = mail_server.mails(1).await;
    let mail = &mails[0];
    assert!(mail.secure);
    assert_eq!(mail.user.as_deref(), Some(LOGIN[0]));
    assert_eq!(mail.hello, "petitions.bay.example");
    assert_eq!(mail.to, ["ana@people.example"]);
    assert_eq!(mail.header("From"), "\"Bay Union\" <mail@bay.example>");
    assert_eq!(mail.header("Auto-Submitted"), "auto-generated");
    assert_eq!(mail.header("Content-Language"), "en");
    assert!(mail.header("Message-ID").ends_with("@petitions.bay.example>"), "{}", mail.data);
    assert!(mail.header("Cc").is_empty() && mail.header("Bcc").is_empty());
    let parsed = mail.parsed();
    assert_eq!(parsed.to().unwrap().first().unwrap().name(), Some("Ana Díaz"));
    assert_eq!((parsed.text_body_count(), parsed.html_body_count()), (1, 1));
    assert!(mail.header("Content-Type").starts_with("multipart/alternative"));
    let (text, html) = (parsed.body_text(0).unwrap(), parsed.body_html(0).unwrap());
    let confirm = mail.link("/confirm/");
    assert_eq!((text.matches(&*confirm).count(), html.matches(&*confirm).count()), (1, 1));
    server.post(&confirm, &[]).await;
    assert_eq!(server.count(&slug).await, 1);

    // One click in the mail program, as RFC 8058 has it: no cookie, no page, no question.
    assert_eq!(mail.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let one_click = mail.header("List-Unsubscribe");
    let one_click = one_click.trim_matches(['<', '>']).strip_prefix("http://petitions.bay.example").unwrap();
    assert_eq!(server.get(one_click).await.status, 303, "opening the link leads to the page with the button");
    let left = server.post(one_click, &[("List-Unsubscribe", "One-Click")]).await;
    assert_eq!((left.status, left.header("set-cookie")), (200, ""));
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn within_tls_from_the_first_byte_it_arrives_too() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::self_made(folder.path());
    let mail_server = MailServer::start(Security::Implicit, Some(&certificates), Some(LOGIN)).await;
    let ca = format!("?ca={}", certificates.authority.display());
    let (server, _, slug) = sending(mail_server.url("smtps", USER, "localhost", &ca)).await;
    signs(&server, &slug, "ana").await;
    let mails = mail_server.mails(1).await;
    assert!(mails[0].secure && mails[0].user.is_some());
    server.stop().await;
}

/// Nothing arrives, and yet it stays owed.
async fn nothing_is_sent(mail_server: &MailServer, url: String) {
    let (server, _, slug) = sending(url).await;
    signs(&server, &slug, "ana").await;
    failed(&server, 1).await;
    for (attempts, minutes) in (2..).zip([1, 2, 4]) {
        server.after(SignedDuration::from_mins(minutes)).await;
        failed(&server, attempts).await;
    }
    assert_eq!(metric(&server, "redress_outbox_waiting").await, 1);
    let data = server.leave().await;
    assert!(mail_server.taken().is_empty());
    let settings = Vec::new();
    let later = "2026-11-03T15:00:00Z".parse().ok();
    let server = Server::with(Setup { data: Some(data), now: later, settings, ..Setup::default() }).await;
    assert_eq!(server.mails(1).await.len(), 1, "the mail is still owed");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn to_a_server_whose_certificate_nobody_vouches_for_nothing_is_sent() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    for (security, scheme) in [(Security::StartTls, "smtp"), (Security::Implicit, "smtps")] {
        let mail_server = MailServer::start(security, Some(&certificates), None).await;
        nothing_is_sent(&mail_server, mail_server.url(scheme, "", "localhost", "")).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn to_a_name_that_the_certificate_is_not_for_nothing_is_sent() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    let mail_server = MailServer::start(Security::StartTls, Some(&certificates), None).await;
    let ca = format!("?ca={}", certificates.authority.display());
    // Another spelling of the loopback address, to which Redress gives no special trust: a host like any other.
    nothing_is_sent(&mail_server, mail_server.url("smtp", "", "127.1", &ca)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_starttls_nothing_is_sent_to_another_host() {
    let mail_server = MailServer::start(Security::None, None, None).await;
    nothing_is_sent(&mail_server, mail_server.url("smtp", "", "127.1", "")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_starttls_nothing_is_sent_where_a_certificate_is_asked_for() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    let mail_server = MailServer::start(Security::None, None, None).await;
    let ca = format!("?ca={}", certificates.authority.display());
    nothing_is_sent(&mail_server, mail_server.url("smtp", "", "localhost", &ca)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_on_this_machine_may_do_without_starttls() {
    let mail_server = MailServer::start(Security::None, None, None).await;
    for host in ["localhost", "127.0.0.1"] {
        let (server, _, slug) = sending(mail_server.url("smtp", "", host, "")).await;
        let before = mail_server.taken().len();
        signs(&server, &slug, "ana").await;
        assert!(!mail_server.mails(before + 1).await[before].secure);
        server.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_for_now_is_tried_again_later_and_later_with_one_message_id() {
    let mail_server = MailServer::start(Security::None, None, None).await;
    let (server, _, slug) = sending(mail_server.url("smtp", "", "localhost", "")).await;
    signs(&server, &slug, "later").await;
    failed(&server, 1).await;
    assert_eq!(mail_server.refusals(1).await[0].code, 451);
    server.after(SignedDuration::from_mins(1)).await;
    assert_eq!(to(&mail_server.mails(1).await), ["later@people.example"]);

    // Refused once the server has read it: the second time it is the same mail.
    signs(&server, &slug, "again").await;
    failed(&server, 2).await;
    let refused = mail_server.refusals(2).await[1].clone();
    server.after(SignedDuration::from_mins(1)).await;
    let taken = mail_server.mails(2).await;
    assert_eq!(to(&taken)[1], "again@people.example");
    assert_eq!(refused.message_id.as_deref(), Some(&*taken[1].header("Message-ID")));

    // 1, 2, 4 … minutes after the one before, and not a second earlier.
    signs(&server, &slug, "busy").await;
    failed(&server, 3).await;
    for (attempt, minutes) in (1..).zip([1, 2, 4, 8]) {
        server.after(SignedDuration::from_secs(minutes * 60 - 1)).await;
        // The worker has looked when this mail is there.
        signs(&server, &slug, &format!("other{attempt}")).await;
        mail_server.mails(2 + attempt).await;
        assert_eq!(mail_server.refusals(0).await.len(), 2 + attempt);
        server.after(SignedDuration::from_secs(1)).await;
        failed(&server, 3 + attempt).await;
        mail_server.refusals(3 + attempt).await;
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_two_days_of_refusals_a_mail_is_given_up() {
    let mail_server = MailServer::start(Security::None, None, None).await;
    let (server, _, slug) = sending(mail_server.url("smtp", "", "localhost", "")).await;
    signs(&server, &slug, "busy").await;
    let mut minutes = 0;
    for attempt in 1..15 {
        failed(&server, attempt).await;
        assert_eq!(metric(&server, "redress_outbox_dead").await, 0);
        let wait = std::cmp::min(1 << (attempt - 1), 480);
        minutes += wait;
        server.after(SignedDuration::from_mins(wait)).await;
    }
    becomes(&server, "redress_outbox_dead", 1).await;
    assert_eq!(minutes, 511 + 5 * 480, "about two days");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_is_not_there_is_given_up_and_a_refused_sender_is_not() {
    let mail_server = MailServer::start(Security::None, None, None).await;
    let (server, _, slug) = sending(mail_server.url("smtp", "", "localhost", "")).await;
    for local in ["nobody", "heavy"] {
        signs(&server, &slug, local).await;
    }
    mail_server.refusals(2).await;
    becomes(&server, "redress_outbox_dead", 2).await;
    assert_eq!(metric(&server, "redress_outbox_waiting").await, 0);
    server.after(SignedDuration::from_hours(9)).await;
    signs(&server, &slug, "ana").await;
    mail_server.mails(1).await;
    assert_eq!(mail_server.refusals(0).await.len(), 2);
    server.stop().await;

    let settings = vec![
        ("REDRESS_SMTP_URL", mail_server.url("smtp", "", "localhost", "")),
        ("REDRESS_MAIL_FROM", "stray@bay.example".to_owned()),
        ("REDRESS_METRICS_LISTEN", "127.0.0.1:0".to_owned()),
    ];
    let server = Server::with(Setup { settings, ..Setup::default() }).await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    signs(&server, &slug, "eva").await;
    failed(&server, 1).await;
    assert_eq!(mail_server.refusals(3).await[2].code, 553);
    assert_eq!(metric(&server, "redress_outbox_waiting").await, 1);
    server.after(SignedDuration::from_mins(1)).await;
    assert_eq!(mail_server.refusals(4).await[3].code, 553);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_login_loses_nothing_and_a_mended_one_sends_it() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    let mail_server = MailServer::start(Security::StartTls, Some(&certificates), Some(LOGIN)).await;
    let ca = format!("?ca={}", certificates.authority.display());
    let (server, _, slug) = sending(mail_server.url("smtp", "redress:wrong@", "localhost", &ca)).await;
    signs(&server, &slug, "ana").await;
    failed(&server, 1).await;
    assert_eq!(mail_server.refusals(1).await[0].code, 535);
    server.after(SignedDuration::from_mins(1)).await;
    failed(&server, 2).await;
    let data = Some(server.leave().await);
    let settings = vec![("REDRESS_SMTP_URL", mail_server.url("smtp", USER, "localhost", &ca))];
    let now = "2026-11-02T16:00:00Z".parse().ok();
    let server = Server::with(Setup { data, now, settings, ..Setup::default() }).await;
    assert_eq!(to(&mail_server.mails(1).await), ["ana@people.example"]);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_server_is_away_for_an_hour_nothing_is_lost_and_each_mail_comes_once() {
    let mut mail_server = MailServer::start(Security::None, None, None).await;
    let (server, _, slug) = sending(mail_server.url("smtp", "", "localhost", "")).await;
    mail_server.down().await;
    for minute in 0..60 {
        if minute % 3 == 0 {
            signs(&server, &slug, &format!("person{minute}")).await;
        }
        server.after(SignedDuration::from_mins(1)).await;
    }
    assert_eq!(metric(&server, "redress_outbox_waiting").await, 20);
    assert_eq!(metric(&server, "redress_outbox_dead").await, 0);
    assert_eq!(metric(&server, "redress_outbox_oldest_seconds").await, 3_600);
    mail_server.up().await;
    // The longest wait of an hour's failures is 64 minutes; an attempt that was at hand just now waits once more.
    for _ in 0..3 {
        server.after(SignedDuration::from_mins(64)).await;
        for _ in 0..200 {
            if mail_server.taken().len() < 20 {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        }
    }
    let mails = mail_server.mails(20).await;
    let mut ids: Vec<String> = mails.iter().map(|mail| mail.header("Message-ID")).collect();
    let mut receivers = to(&mails);
    ids.sort();
    ids.dedup();
    receivers.sort_unstable();
    receivers.dedup();
    assert_eq!((mails.len(), ids.len(), receivers.len()), (20, 20, 20));
    assert!(mails.iter().all(|mail| mail.to.len() == 1), "each has one receiver");
    let connections = mails.iter().map(|mail| mail.connections).max().unwrap();
    assert!((2..=8).contains(&connections), "several at a time, and not one for each: {connections}");
    becomes(&server, "redress_outbox_waiting", 0).await;
    server.after(SignedDuration::from_hours(9)).await;
    assert_eq!(metric(&server, "redress_outbox_waiting").await, 0);
    assert_eq!(mail_server.taken().len(), 20);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reminders_notes_and_invitations_go_the_same_way() {
    let mail_server = MailServer::start(Security::None, None, None).await;
    let (server, owner, slug) = sending(mail_server.url("smtp", "", "localhost", "")).await;
    let fields = [("email", "lee@bay.example"), ("role", "organizer")];
    assert_eq!(server.post_as(&owner, "/admin/members", &fields).await.status, 303);
    let mails = mail_server.mails(1).await;
    let invitation = &mails[0];
    assert_eq!(invitation.to, ["lee@bay.example"]);
    assert!(invitation.header("List-Unsubscribe").is_empty(), "there is nothing to leave");
    assert_eq!(server.get(&invitation.link("/admin/invitation/")).await.status, 200);

    let fields = [
        ("name", "Ana Díaz"),
        ("email", "ana@people.example"),
        ("zip", "02121"),
        ("residency", "lives"),
        ("visibility", "full"),
    ];
    assert_eq!(server.post(&format!("/es/c/{slug}/sign"), &fields).await.status, 303);
    mail_server.mails(2).await;
    server.after(SignedDuration::from_hours(49)).await;
    let mails = mail_server.mails(3).await;
    let (confirm, reminder) = (&mails[1], &mails[2]);
    assert_eq!(reminder.header("Content-Language"), "es");
    assert!(!reminder.header("List-Unsubscribe").is_empty());
    assert_eq!(confirm.link("/confirm/"), reminder.link("/confirm/"));
    assert_ne!(confirm.header("Message-ID"), reminder.header("Message-ID"));
    server.post(&reminder.link("/confirm/"), &[]).await;
    assert_eq!(server.count(&slug).await, 1);

    // Who has signed already is told so, by mail alone.
    server.after(SignedDuration::from_mins(6)).await;
    assert_eq!(server.post(&format!("/es/c/{slug}/sign"), &fields).await.status, 303);
    assert!(mail_server.mails(4).await[3].link("/mine/").len() > 20);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_log_names_a_receiver_whatever_the_server_says() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    let mail_server = MailServer::start(Security::StartTls, Some(&certificates), Some(LOGIN)).await;
    let (data, slug) = prepared("").await;
    let ca = format!("?ca={}", certificates.authority.display());
    let client = crate::people::client();
    let locals = ["ana", "nobody", "heavy", "later", "again", "busy", "closing"];
    for (user, taken) in [(USER, 1), ("redress%40bay.example:wrong@", 1)] {
        let url = mail_server.url("smtp", user, "localhost", &ca);
        let settings = [("REDRESS_SMTP_URL", url.as_str()), ("REDRESS_LOG", "trace")];
        let process = Process::start(data.path(), &settings).await;
        let before = mail_server.refusals(0).await.len();
        for (number, local) in locals.iter().enumerate() {
            let email = format!("{local}@people.example");
            let email = if taken == 1 && before > 0 { email.replace("@p", "@other-p") } else { email };
            let came = crate::people::sign_as(&client, &process.base, &slug, number, &email).await;
            assert_eq!(came.status(), 303);
        }
        mail_server.mails(taken).await;
        mail_server.refusals(before + 6).await;
        let log = process.log();
        process.stop().await;
        assert!(log.contains("a mail waits for another try"), "{log}");
        for secret in ["people.example", "Person ", "p@ss", "p%40ss", "bay.example:", "/confirm/"] {
            assert!(!log.contains(secret), "the log has {secret}: {log}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_in_the_folder_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = Server::start("").await;
    let outbox = server.data().join("outbox");
    // Made before by somebody with an open hand.
    std::fs::create_dir_all(&outbox).unwrap();
    std::fs::set_permissions(&outbox, std::fs::Permissions::from_mode(0o755)).unwrap();
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    signs(&server, &slug, "ana").await;
    server.mails(1).await;
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&outbox), 0o700);
    for entry in std::fs::read_dir(&outbox).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_logs_in_and_sends_nothing() {
    let folder = Folder::new("certificates");
    let certificates = Certificates::make(folder.path());
    let mail_server = MailServer::start(Security::StartTls, Some(&certificates), Some(LOGIN)).await;
    let (data, _) = prepared("").await;
    let ca = format!("?ca={}", certificates.authority.display());
    let check =
        async |url: String| crate::binary::run(data.path(), &[("REDRESS_SMTP_URL", &url)], &["doctor"]).await;
    let well = check(mail_server.url("smtp", USER, "localhost", &ca)).await;
    assert_eq!(well.code, 0, "{}", well.out);
    assert!(well.out.contains("ok   mail server: answers, and lets us in"), "{}", well.out);
    for url in [
        mail_server.url("smtp", "redress:wrong@", "localhost", &ca),
        mail_server.url("smtp", USER, "localhost", ""),
        mail_server.url("smtps", USER, "localhost", &ca),
    ] {
        let ill = check(url).await;
        assert_eq!(ill.code, 1, "{}", ill.out);
        assert!(ill.out.contains("FAIL mail server: "), "{}", ill.out);
        assert!(!ill.out.contains("wrong") && !ill.out.contains("p@ss"), "{}", ill.out);
    }
    assert!(mail_server.taken().is_empty());
}
