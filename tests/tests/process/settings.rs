//! Wrong settings, through the binary: the start stops with a sentence that names the setting.

use sea_orm::{ConnectionTrait as _, Database};

use crate::binary::{Folder, Process, done, each_url, run};

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_setting_stops_the_start_and_is_named_and_no_password_is_repeated() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let wrong: &[(&str, &[&str])] = &[
        ("REDRESS_LISTEN", &["3000", "localhost", "127.0.0.1:99999", "192.0.2.1:3000", &taken]),
        ("REDRESS_BASE_URL", &["localhost", "ftp://x.example", "https://x.example/path", "https://"]),
        ("REDRESS_DATA", &["/dev/null/data", "/proc/redress"]),
        (
            "REDRESS_DATABASE_URL",
            &["mysql://u:secret@h/d", "redress.db", "postgres://u:secret@127.0.0.1:1/d"],
        ),
        ("REDRESS_DATABASE_URL", &["sqlite:///proc/none/redress.db"]),
        (
            "REDRESS_SMTP_URL",
            &[
                "http://u:secret@h",
                "mail.example.org",
                "smtp://u:secret@h?ca=/none.pem",
                "smtps://h?cafile=/x",
            ],
        ),
        ("REDRESS_SMTP_URL", &["smtp://h?ca=/dev/null"]),
        ("REDRESS_MAIL_FROM", &["nobody", "a@b@c", "Ana <>"]),
        ("REDRESS_STORAGE_URL", &["s3://bucket/prefix", "/folder", "ftp://x", "file:///proc/none"]),
        ("REDRESS_KEY_FILE", &["/proc/none/keys", "/dev/null", "/"]),
        ("REDRESS_KEYS", &["1 c2hvcnQ=", "none"]),
        ("REDRESS_TRUSTED_PROXIES", &["proxy.example", "127.0.0.1/8", "127.0.0.1;::1"]),
        ("REDRESS_METRICS_LISTEN", &["9464", &taken]),
        ("REDRESS_CONNECTIONS", &["0", "1", "501", "many", "-1"]),
    ];
    let data = Folder::new("data");
    for (name, values) in wrong {
        for value in *values {
            let said = run(data.path(), &[(name, value)], &["serve"]).await;
            assert_eq!(said.code, 1, "{name}={value}: {}{}", said.out, said.err);
            assert!(said.err.contains(name), "{name}={value}: {}", said.err);
            assert!(!said.err.contains("secret"), "{}", said.err);
            assert_eq!(said.out, "");
            assert_eq!(
                said.err.trim().lines().filter(|l| l.starts_with("redress: ")).count(),
                1,
                "{}",
                said.err
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn redress_toml_sets_what_the_environment_does_not_and_a_slip_in_it_is_found() {
    let data = Folder::new("data");
    let file = data.join("redress.toml");
    for (text, says) in [
        ("listn = \"127.0.0.1:0\"", "listn is no setting of Redress"),
        ("listen = [1]", "listen is neither a text nor a number"),
        ("listen = ", "redress.toml cannot be read"),
        ("connections = 0", "REDRESS_CONNECTIONS is not a number from 2 to 500"),
        ("[smtp]\nurl = \"x\"", "smtp is no setting"),
    ] {
        std::fs::write(&file, text).unwrap();
        let said = run(data.path(), &[], &["serve"]).await;
        assert_eq!(said.code, 1, "{text}");
        assert!(said.err.contains(says), "{text}: {}", said.err);
    }
    std::fs::write(&file, "base_url = \"https://file.example\"\nconnections = 4\n").unwrap();
    let process = Process::start(data.path(), &[]).await;
    assert_eq!(process.told["url"], "https://file.example/");
    process.stop().await;
    let process = Process::start(data.path(), &[("REDRESS_BASE_URL", "https://environment.example")]).await;
    assert_eq!(process.told["url"], "https://environment.example/");
    process.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_a_newer_redress_wrote_is_refused_and_left_as_it_is() {
    each_url(async |database| {
        let data = Folder::new("data");
        let settings = [("REDRESS_DATABASE_URL", database.as_str())];
        done(data.path(), &settings, &["migrate"]).await;
        let file = format!("sqlite://{}", data.join("redress.db").display());
        let url = if database.is_empty() { file } else { database.clone() };
        let db = Database::connect(&url).await.unwrap();
        let step =
            "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_01_01_000001_later', 0)";
        db.execute_unprepared(step).await.unwrap();
        db.close().await.unwrap();
        for command in [&["serve"][..], &["migrate"], &["demo"], &["doctor"], &["audit", "verify"]] {
            let said = run(data.path(), &settings, command).await;
            assert_eq!(said.code, 1, "{command:?}");
            let says = "last used by a newer Redress (its step m2999_01_01_000001_later is unknown here)";
            assert!(said.err.contains(says) || said.out.contains(says), "{}{}", said.out, said.err);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_installations_keys_and_keys_that_others_can_read_are_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let (data, other) = (Folder::new("data"), Folder::new("data"));
    done(data.path(), &[], &["migrate"]).await;
    done(other.path(), &[], &["migrate"]).await;
    let own = std::fs::read(data.join("keys")).unwrap();
    std::fs::copy(other.join("keys"), data.join("keys")).unwrap();
    for command in [&["serve"][..], &["migrate"], &["doctor"]] {
        let said = run(data.path(), &[], command).await;
        assert_eq!(said.code, 1);
        let told = format!("{}{}", said.out, said.err);
        assert!(told.contains("REDRESS_KEY_FILE are not those this database was sealed with"), "{told}");
    }
    std::fs::write(data.join("keys"), &own).unwrap();
    std::fs::set_permissions(data.join("keys"), std::fs::Permissions::from_mode(0o644)).unwrap();
    let said = run(data.path(), &[], &["serve"]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("chmod 600"), "{}", said.err);
    std::fs::write(data.join("keys"), "1 broken\n").unwrap();
    std::fs::set_permissions(data.join("keys"), std::fs::Permissions::from_mode(0o600)).unwrap();
    let said = run(data.path(), &[], &["doctor"]).await;
    assert_eq!(said.code, 1);
    assert!(said.out.contains("FAIL keys and database") && said.out.contains("base64"), "{}", said.out);
    // A lost key file is not replaced by a fresh one: that would look well and open nothing.
    std::fs::remove_file(data.join("keys")).unwrap();
    let said = run(data.path(), &[], &["serve"]).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("REDRESS_KEY_FILE"), "{}", said.err);
    assert!(!data.join("keys").exists(), "a fresh key file is in the way of the right one");
    std::fs::write(data.join("keys"), &own).unwrap();
    std::fs::set_permissions(data.join("keys"), std::fs::Permissions::from_mode(0o600)).unwrap();
    done(data.path(), &[], &["migrate"]).await;
}
