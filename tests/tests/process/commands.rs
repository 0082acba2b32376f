//! The command line: each command explains itself with an example, ends with 0, 1 or 2, and talks to machines.

use std::process::Stdio;

use tokio::io::AsyncWriteExt as _;

use crate::binary::{Folder, PATIENCE, Said, command, done, names, run};

/// Every command there is.
const COMMANDS: &[&[&str]] = &[
    &["serve"],
    &["migrate"],
    &["demo"],
    &["doctor"],
    &["backup"],
    &["restore"],
    &["member", "add"],
    &["packet", "build"],
    &["packet", "verify"],
    &["duplicates"],
    &["audit", "verify"],
];

#[tokio::test(flavor = "multi_thread")]
async fn every_command_explains_itself_with_an_example() {
    let data = Folder::new("data");
    let top = done(data.path(), &[], &["--help"]).await.out;
    assert!(top.contains("REDRESS_METRICS_LISTEN"), "{top}");
    for words in COMMANDS {
        assert!(top.contains(&format!("\n  {}", words[0])), "{words:?} is not in {top}");
        let said = done(data.path(), &[], &[words, &["--help"][..]].concat()).await.out;
        let example = format!("Example: redress {}", words.join(" "));
        assert!(said.contains(&example), "{words:?}: {said}");
        assert!(said.contains("--json"), "{words:?}: {said}");
    }
    assert!(done(data.path(), &[], &["--version"]).await.out.starts_with("redress "));
    assert!(data.names().is_empty(), "an explanation makes no file");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_usage_ends_with_two_and_touches_nothing() {
    let data = Folder::new("data");
    let wrong: &[&[&str]] = &[
        &[],
        &["sign"],
        &["serve", "--port", "3000"],
        &["demo", "--signatures", "many"],
        &["backup"],
        &["restore"],
        &["member"],
        &["member", "add"],
        &["member", "add", "--organization", "x", "--email", "a@b.example", "--name", "A", "--role", "king"],
        &["packet", "build"],
        &["packet", "build", "x"],
        &["packet", "verify"],
        &["duplicates", "people.csv"],
        &["duplicates", "people.csv", "--out", "x", "--map", "name"],
        &["audit"],
    ];
    for arguments in wrong {
        let said = run(data.path(), &[], arguments).await;
        assert_eq!(said.code, 2, "{arguments:?}: {}{}", said.out, said.err);
        assert!(!said.err.is_empty());
    }
    assert!(data.names().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_loads_once_and_tells_how_to_log_in() {
    let data = Folder::new("data");
    let told = done(data.path(), &[], &["--json", "demo", "--signatures", "40"]).await.json();
    assert_eq!(
        (&told["before"], &told["campaigns"], &told["signatures"]),
        (&false.into(), &5.into(), &40.into())
    );
    let said = done(data.path(), &[], &["demo"]).await;
    assert!(said.out.contains("is there already; nothing was changed"), "{}", said.out);
    assert!(said.out.contains(told["password"].as_str().unwrap()));
    assert!(said.err.is_empty(), "no bar where there is no terminal: {}", said.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn migrating_twice_is_as_good_as_once() {
    let data = Folder::new("data");
    for _ in 0..2 {
        let told = done(data.path(), &[], &["--json", "migrate"]).await.json();
        assert_eq!(told["current"], true);
    }
    assert_eq!(data.names(), ["keys", "redress.db"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_names_what_is_well_and_what_is_not() {
    let data = Folder::new("data");
    let said = done(data.path(), &[], &["doctor"]).await;
    assert_eq!(said.out.lines().filter(|line| line.starts_with("ok ")).count(), 5, "{}", said.out);
    let told = done(data.path(), &[], &["--json", "doctor"]).await.json();
    assert_eq!(told["ok"], true);

    // Nobody listens there.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://u:secret@{}", nobody.local_addr().unwrap());
    drop(nobody);
    let said = run(data.path(), &[("REDRESS_SMTP_URL", &url)], &["--json", "doctor"]).await;
    assert_eq!(said.code, 1);
    let told: serde_json::Value = serde_json::from_str(said.out.lines().next().unwrap()).unwrap();
    assert_eq!(told["ok"], false);
    let checks = told["checks"].as_array().unwrap();
    let failed: Vec<_> = checks.iter().filter(|check| check["ok"] == false).collect();
    assert_eq!(failed.len(), 1, "{told}");
    assert_eq!(failed[0]["what"], "mail server");
    assert!(!said.out.contains("secret") && !said.err.contains("secret"));

    let said = run(data.path(), &[("REDRESS_CONNECTIONS", "x")], &["doctor"]).await;
    assert_eq!(said.code, 1);
    assert!(said.out.contains("FAIL settings: REDRESS_CONNECTIONS"), "{}", said.out);
}

async fn add(data: &Folder, password: &str, more: &[&str]) -> Said {
    let mut arguments = vec!["--json", "member", "add", "--organization", "bay-union"];
    arguments.extend(["--email", "ana@bay.example", "--name", "Ana Díaz"]);
    arguments.extend(more);
    let mut child = command(data.path(), &[], &arguments).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(password.as_bytes()).await.unwrap();
    drop(stdin);
    Said::of(tokio::time::timeout(PATIENCE, child.wait_with_output()).await.unwrap().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_is_added_from_the_command_line_and_can_log_in() {
    let data = Folder::new("data");
    for (password, more, says) in [
        ("short\n", &[][..], "ten letters or more"),
        ("password1234\n", &[], "not a common one"),
        ("", &[], "ten letters or more"),
        ("a few words in a row\n", &["--name", ""], "name"),
        ("a few words in a row\n", &["--email", "nobody"], "address"),
    ] {
        // The last of an option given twice is not taken: clap refuses that, so the plain ones are left out.
        let said = if more.is_empty() {
            add(&data, password, more).await
        } else {
            let (option, value) = (more[0], more[1]);
            let mut arguments = vec!["--json", "member", "add", "--organization", "bay-union"];
            for (name, plain) in [("--email", "ana@bay.example"), ("--name", "Ana Díaz")] {
                arguments.extend([name, if name == option { value } else { plain }]);
            }
            run(data.path(), &[], &arguments).await
        };
        assert_eq!(said.code, 1, "{}{}", said.out, said.err);
        assert!(said.err.contains(says), "{}", said.err);
    }
    let said = add(&data, "a few words in a row\n", &["--role", "owner"]).await;
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.json()["role"], "owner");
    assert!(!said.out.contains("ana@bay.example") && !said.err.contains("ana@bay.example"));

    let process = crate::binary::Process::start(data.path(), &[]).await;
    assert!(process.told["first_link"].is_null(), "there is an account");
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", "ana@bay.example"), ("password", "a few words in a row")])
        .finish();
    let request = crate::people::client()
        .post(format!("{}/admin/login", process.base))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    let answer = crate::people::send(request).await.answer();
    assert_eq!((answer.status, answer.location()), (303, "/admin"));
    process.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn duplicates_are_found_in_a_file_and_the_file_stays_as_it_is() {
    let data = Folder::new("data");
    let people = "id,name,email,street,city,state,zip\n\
                  1,Ana Díaz,ana@people.example,5 Main St,Boston,MA,02121\n\
                  2,Ana Diaz,Ana@People.example,5 Main Street,Boston,MA,02121\n\
                  3,Bo Lee,bo@people.example,7 Main St,Boston,MA,02121\n";
    std::fs::write(data.join("people.csv"), people).unwrap();
    let find = ["--json", "duplicates", "people.csv", "--out", "results/here"];
    let told = done(data.path(), &[], &find).await.json();
    assert_eq!((&told["records"], &told["removed"], &told["remaining"]), (&3.into(), &1.into(), &2.into()));
    let out = data.join("results/here");
    assert_eq!(names(&out), ["clusters.csv", "pairs.csv", "report.json"]);
    let report = std::fs::read(out.join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report, told);
    // Into a folder that is there, beside what is in it; "." is one too.
    std::fs::write(out.join("note.txt"), "kept").unwrap();
    done(data.path(), &[], &find).await;
    done(data.path(), &[], &["duplicates", "people.csv", "--out", "."]).await;
    assert_eq!(names(&out), ["clusters.csv", "note.txt", "pairs.csv", "report.json"]);
    assert_eq!(std::fs::read_to_string(data.join("people.csv")).unwrap(), people);

    std::fs::write(data.join("latin1.csv"), b"id,name\n1,Jos\xe9\n").unwrap();
    std::fs::write(data.join("empty.csv"), "").unwrap();
    for file in ["none.csv", "latin1.csv", "empty.csv", "results"] {
        let said = run(data.path(), &[], &["--json", "duplicates", file, "--out", "refused"]).await;
        assert_eq!(said.code, 1, "{file}: {}", said.out);
        assert!(said.json()["error"].as_str().unwrap().contains(file), "{}", said.out);
        assert!(!data.join("refused").exists());
    }
    let said = run(data.path(), &[], &["duplicates", "people.csv", "--out", "people.csv"]).await;
    assert_eq!(said.code, 1);
    assert_eq!(std::fs::read_to_string(data.join("people.csv")).unwrap(), people);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_audit_log_that_was_changed_from_outside_does_not_verify() {
    use sea_orm::{ConnectionTrait as _, Database};
    let data = Folder::new("data");
    done(data.path(), &[], &["demo", "--signatures", "10"]).await;
    let told = done(data.path(), &[], &["--json", "audit", "verify"]).await.json();
    let events = told["events"].as_u64().unwrap();
    assert!(events >= 5, "{events}");
    let url = format!("sqlite://{}", data.join("redress.db").display());
    let db = Database::connect(url).await.unwrap();
    // The database itself refuses; whoever is at the file can still take that refusal away.
    let change = "UPDATE audit_event SET verb = 'nothing' WHERE seq = 2";
    assert!(db.execute_unprepared(change).await.is_err());
    let rows = db
        .query_all_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Sqlite,
            "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        ))
        .await
        .unwrap();
    for row in rows {
        let name: String = row.try_get("", "name").unwrap();
        db.execute_unprepared(&format!("DROP TRIGGER {name}")).await.unwrap();
    }
    db.execute_unprepared(change).await.unwrap();
    db.close().await.unwrap();
    let said = run(data.path(), &[], &["--json", "audit", "verify"]).await;
    assert_eq!(said.code, 1);
    assert!(said.json()["error"].as_str().unwrap().contains("from event 2 on"), "{}", said.out);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_moves_on_a_terminal_and_plain_lines_come_elsewhere() {
    let data = Folder::new("data");
    let said = done(data.path(), &[], &["demo", "--signatures", "1500"]).await;
    for line in said.err.lines() {
        let percent = line.strip_prefix("loading the demo: ").and_then(|rest| rest.strip_suffix(" %"));
        assert!(percent.unwrap_or_else(|| panic!("{line}")).parse::<u8>().unwrap() <= 100);
    }
    assert!(!said.err.contains('\u{1b}') && !said.err.contains('\r'), "{}", said.err);

    // `script` (of every Debian) gives the command a terminal.
    let terminal = Folder::new("data");
    let plain = command(terminal.path(), &[], &[]);
    let program = plain.as_std().get_program().to_str().unwrap();
    let mut script = tokio::process::Command::new("script");
    script.args(["-qec", &format!("{program} demo --signatures 1500"), "/dev/null"]);
    script.current_dir(terminal.path()).stdin(Stdio::null()).env("TERM", "xterm");
    for (name, value) in plain.as_std().get_envs() {
        match value {
            Some(value) => script.env(name, value),
            None => script.env_remove(name),
        };
    }
    let said = Said::of(tokio::time::timeout(PATIENCE, script.output()).await.unwrap().unwrap());
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("loading the demo ") && said.out.contains('\r'), "{:?}", said.out);
    assert!(said.out.contains("1500 made-up signatures are loaded"), "{:?}", said.out);
}
