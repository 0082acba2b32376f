//! Passwords, sessions, and what a guesser learns.

use jiff::SignedDuration;
use redress_tests::{OWNER, PASSWORD, Server, each_database, each_database_with, link, password_hash};
use reqwest::Method;

async fn log_in(server: &Server, email: &str, password: &str) -> redress_tests::Answer {
    server.post("/admin/login", &[("email", email), ("password", password)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_install_has_no_account_and_its_link_makes_one_once_even_at_once() {
    each_database(async |server| {
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM account").await, 0);
        assert_eq!(log_in(&server, OWNER, PASSWORD).await.status, 422);
        let older = server.first_link().await.unwrap();
        let link = server.first_link().await.unwrap();
        assert_eq!(server.get(&older).await.status, 410, "a newer link ends an older one");
        for _ in 0..3 {
            assert_eq!(server.get(&link).await.status, 200, "looking does not use it up");
        }
        let fields =
            [("organization", "Bay Union"), ("name", "Robin"), ("email", OWNER), ("password", PASSWORD)];
        let answers = crate::at_once((0..8).map(|_| server.post(&link, &fields))).await;
        let made = answers.iter().filter(|answer| answer.status == 303).count();
        let gone = answers.iter().filter(|answer| answer.status == 410).count();
        assert_eq!((made, gone), (1, 7));
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM account").await, 1);
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM organization").await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_for_the_first_account_ends_with_the_first_account_however_it_came() {
    each_database(async |server| {
        let link = server.first_link().await.unwrap();
        server.member("by-hand", "owner", "hand@bay.example").await;
        assert_eq!(server.get(&link).await.status, 410);
        let fields =
            [("organization", "Eve"), ("name", "Eve"), ("email", "e@e.example"), ("password", PASSWORD)];
        assert_eq!(server.post(&link, &fields).await.status, 410);
        assert_eq!(log_in(&server, "e@e.example", PASSWORD).await.status, 422);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn passwords_are_argon2id_and_long_ones_in_any_script_are_taken_whole() {
    each_database(async |server| {
        let owner = server.owner().await;
        let rows = server.database().await;
        let hash = rows.texts("SELECT password_hash FROM account").await.remove(0);
        // OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, 2 passes, 1 lane at the least.
        let number = |name: &str| -> u32 {
            let (_, rest) = hash.split_once(&format!("{name}=")).unwrap();
            rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
        };
        assert!(hash.starts_with("$argon2id$v=19$"), "{hash}");
        assert!(number("m") >= 19_456 && number("t") >= 2 && number("p") >= 1, "{hash}");

        let long = "ten words and more ".repeat(4);
        let longer = "ab3 ".repeat(32);
        let turkish = "Çok uzun bir parola 🦀 ve ağaç";
        for (n, password) in [long.as_str(), longer.as_str(), turkish, "пароль на кухне"].iter().enumerate()
        {
            let email = format!("m{n}@bay.example");
            server.post_as(&owner, "/admin/members", &[("email", &email), ("role", "viewer")]).await;
            let invitation = link(&server.mail_to(&email, n + 1).await, "/admin/invitation/");
            for bad in
                ["", "short", "password123", "PASSWORD123", "aaaaaaaaaaaaaaaa", "1234567890", "qwertyuiop"]
            {
                let refused = server.post(&invitation, &[("name", "M"), ("password", bad)]).await;
                assert_eq!(refused.status, 422, "{bad}");
                assert!(bad.is_empty() || !refused.text.contains(&format!("\"{bad}\"")), "never sent back");
            }
            let joined = server.post(&invitation, &[("name", "M"), ("password", password)]).await;
            assert_eq!(joined.status, 303, "{password}: {}", joined.text);
            assert_eq!(log_in(&server, &email, password).await.status, 303, "{password}");
            // The whole of it counts, to the last letter and in its case.
            let mut shorter = (*password).to_owned();
            shorter.pop();
            assert_eq!(log_in(&server, &email, &shorter).await.status, 422, "{shorter}");
            assert_eq!(log_in(&server, &email, &password.to_uppercase()).await.status, 422);
        }
        let invite = [("email", "last@bay.example"), ("role", "viewer")];
        server.post_as(&owner, "/admin/members", &invite).await;
        let invitation = link(&server.mail_to("last@bay.example", 5).await, "/admin/invitation/");
        let endless = "a1".repeat(5_000);
        assert_eq!(server.post(&invitation, &[("name", "M"), ("password", &endless)]).await.status, 422);
        assert_eq!(log_in(&server, OWNER, &endless).await.status, 422);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hash_with_older_parameters_is_renewed_at_log_in_and_by_nothing_else() {
    each_database(async |server| {
        server.owner().await;
        let rows = server.database().await;
        let old = password_hash(PASSWORD, 8_192, 1);
        rows.run(&format!("UPDATE account SET password_hash = '{old}'")).await.unwrap();
        assert_eq!(log_in(&server, OWNER, "another password").await.status, 422);
        let hash = "SELECT password_hash FROM account";
        assert_eq!(rows.texts(hash).await, [old.as_str()], "a wrong password renews nothing");
        assert_eq!(log_in(&server, OWNER, PASSWORD).await.status, 303);
        let new = rows.texts(hash).await.remove(0);
        assert!(new.contains("m=19456,t=2,p=1") && new != old, "{new}");
        assert_eq!(log_in(&server, OWNER, PASSWORD).await.status, 303);
        assert_eq!(rows.texts(hash).await, [new]);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_log_in_is_a_new_session_of_which_the_database_has_a_hash() {
    each_database(async |server| {
        let first = server.owner().await;
        let fields = [("email", OWNER), ("password", PASSWORD)];
        // A session that a stranger put into the browser is not the one that is logged in.
        let planted = "__Host-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let second = server.post_as(planted, "/admin/login", &fields).await.cookie();
        assert!(second != planted && second != first && second.len() > 50, "{second}");
        assert_eq!(server.get_as(planted, "/admin").await.status, 303);
        // Logging in again from the same browser ends the session it had.
        let third = server.post_as(&second, "/admin/login", &fields).await.cookie();
        assert_eq!(server.get_as(&second, "/admin").await.status, 303);
        assert_eq!(server.get_as(&third, "/admin").await.status, 200);
        assert_eq!(server.get_as(&first, "/admin").await.status, 200, "another browser stays");
        let rows = server.database().await;
        let dump = rows.dump().await;
        for cookie in [&first, &third] {
            let token = cookie.split_once('=').unwrap().1;
            for cell in &dump {
                let found = redress_tests::database::holds(&cell.bytes, token);
                assert!(!found, "{}.{} holds the token", cell.table, cell.column);
            }
            let hash = <sha2::Sha256 as sha2::Digest>::digest(token.as_bytes());
            assert!(dump.iter().any(|cell| cell.column == "token_hash" && cell.bytes == hash[..]));
        }
        // Logging out ends it for whoever kept the cookie, and takes it out of the browser.
        let out = server.post_as(&third, "/admin/logout", &[]).await;
        assert!(out.header("set-cookie").contains("Max-Age=0"), "{}", out.header("set-cookie"));
        assert_eq!(server.get_as(&third, "/admin").await.status, 303);
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM session").await, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_half_a_day_unused_and_after_two_weeks_in_any_case() {
    each_database(async |server| {
        let idle = server.owner().await;
        let used = log_in(&server, OWNER, PASSWORD).await.cookie();
        server.clock.advance(SignedDuration::from_hours(11));
        assert_eq!(server.get_as(&used, "/admin").await.status, 200);
        server.clock.advance(SignedDuration::from_hours(2));
        assert_eq!(server.get_as(&idle, "/admin").await.status, 303, "thirteen hours unused");
        assert_eq!(server.get_as(&used, "/admin").await.status, 200);
        for _ in 0..29 {
            server.clock.advance(SignedDuration::from_hours(11));
            assert_eq!(server.get_as(&used, "/admin").await.status, 200);
        }
        server.clock.advance(SignedDuration::from_hours(11));
        assert_eq!(server.get_as(&used, "/admin").await.status, 303, "more than fourteen days old");
        let rows = server.database().await;
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM session").await, 0);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn disabling_and_revoking_end_every_session_for_good() {
    each_database(async |server| {
        let owner = server.owner().await;
        let email = "o@bay.example";
        let one = server.member("bay-civil-liberties-union", "organizer", email).await;
        let two = log_in(&server, email, PASSWORD).await.cookie();
        let rows = server.database().await;
        let account = "(SELECT account_id FROM member WHERE role = 'organizer')";
        rows.run(&format!("UPDATE account SET disabled = true WHERE id = {account}")).await.unwrap();
        for cookie in [&one, &two] {
            assert_eq!(server.get_as(cookie, "/admin").await.status, 303, "disabled");
        }
        assert_eq!(log_in(&server, email, PASSWORD).await.status, 422, "disabled");
        rows.run("UPDATE account SET disabled = false").await.unwrap();

        let one = log_in(&server, email, PASSWORD).await.cookie();
        let two = log_in(&server, email, PASSWORD).await.cookie();
        let team = server.get_as(&owner, "/admin/members").await.text;
        let row = team.split(email).nth(1).unwrap();
        let path = row.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(server.post_as(&owner, &path, &[("action", "revoke")]).await.status, 303);
        for cookie in [&one, &two] {
            assert_eq!(server.get_as(cookie, "/admin").await.status, 303, "revoked");
        }
        // Invited again, the old cookies stay dead: they may be in other hands.
        server.post_as(&owner, "/admin/members", &[("email", email), ("role", "viewer")]).await;
        let invitation = link(&server.mail_to(email, 1).await, "/admin/invitation/");
        assert_eq!(server.post(&invitation, &[]).await.location(), "/admin/login");
        for cookie in [&one, &two] {
            assert_eq!(server.get_as(cookie, "/admin").await.status, 303, "revoked before");
        }
        assert_eq!(log_in(&server, email, PASSWORD).await.status, 303);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_eleventh_wrong_password_is_too_many_from_wherever_it_comes() {
    each_database_with(&[("REDRESS_TRUSTED_PROXIES", "127.0.0.1")], async |server| {
        server.owner().await;
        for (email, known) in [(OWNER, true), ("nobody@bay.example", false)] {
            for attempt in 1..=11 {
                let address = format!("203.0.113.{attempt}");
                let headers = [("x-forwarded-for", address.as_str())];
                // Spellings of one mailbox are one mailbox here too.
                let spelled = if attempt % 2 == 0 { email.to_uppercase() } else { email.to_owned() };
                let fields = [("email", spelled.as_str()), ("password", "not the password")];
                let answer = server.request(Method::POST, "/admin/login", &headers, Some(&fields)).await;
                let expected = if attempt <= 10 { 422 } else { 429 };
                assert_eq!(answer.status, expected, "{attempt} {known}");
                assert_eq!(answer.header("retry-after").is_empty(), attempt <= 10, "{attempt}");
            }
            // The right password is not tried either, and another address does not help.
            let fields = [("email", email), ("password", PASSWORD)];
            assert_eq!(server.post("/admin/login", &fields).await.status, 429);
        }
        server.clock.advance(SignedDuration::from_mins(16));
        assert_eq!(log_in(&server, OWNER, PASSWORD).await.status, 303);
        // A right one starts the row anew.
        for _ in 0..9 {
            assert_eq!(log_in(&server, OWNER, "not the password").await.status, 422);
        }
        assert_eq!(log_in(&server, OWNER, PASSWORD).await.status, 303);
        for _ in 0..9 {
            assert_eq!(log_in(&server, OWNER, "not the password").await.status, 422);
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_wrong_passwords_at_once_are_ten_guesses() {
    each_database(async |server| {
        server.owner().await;
        let before = server.passwords_hashed();
        let fields = [("email", OWNER), ("password", "not the password")];
        let answers = crate::at_once((0..40).map(|_| server.post("/admin/login", &fields))).await;
        let wrong = answers.iter().filter(|answer| answer.status == 422).count();
        let refused = answers.iter().filter(|answer| answer.status == 429).count();
        assert_eq!((wrong, refused), (10, 30));
        assert_eq!(server.passwords_hashed() - before, 10);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_network_address_guesses_fifty_times_and_no_more() {
    each_database(async |server| {
        for attempt in 1..=51 {
            let email = format!("m{attempt}@bay.example");
            let status = log_in(&server, &email, "not the password").await.status;
            assert_eq!(status, if attempt <= 50 { 422 } else { 429 }, "{attempt}");
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_and_an_unknown_address_get_the_same_bytes_for_the_same_work() {
    each_database(async |server| {
        server.owner().await;
        server.member("bay-civil-liberties-union", "viewer", "off@bay.example").await;
        let rows = server.database().await;
        rows.run("UPDATE account SET disabled = true WHERE id IN (SELECT account_id FROM member WHERE role = 'viewer')")
            .await
            .unwrap();
        let mut answers = Vec::new();
        for email in [OWNER, "ownez@bay.example", "off@bay.example"] {
            let before = server.passwords_hashed();
            let answer = log_in(&server, email, "not the password").await;
            let work = server.passwords_hashed() - before;
            let headers: Vec<_> = answer
                .headers
                .iter()
                .filter(|(name, _)| *name != "date" && *name != "content-length")
                .map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()))
                .collect();
            answers.push((answer.status, answer.text.replace(email, "EMAIL"), headers, work));
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
        assert_eq!(answers[0].3, 1);
        rows.close().await;
        server.stop().await;
    })
    .await;
}
