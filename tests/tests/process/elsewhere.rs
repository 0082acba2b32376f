//! Signatures that were gathered elsewhere, and everything that was given here: in by file and out again.

use std::path::Path;

use crate::binary::{Folder, Said, done, each_url, run};

const SLUG: &str = "stop-social-media-monitoring";

async fn import(data: &Path, settings: &[(&str, &str)], more: &[&str]) -> Said {
    let mut arguments = vec!["--json", "import", "signatures", SLUG, "people.csv"];
    arguments.extend(more);
    run(data, settings, &arguments).await
}

async fn rows(data: &Path, settings: &[(&str, &str)], out: &str) -> Vec<serde_json::Value> {
    done(data, settings, &["export", SLUG, "--format", "jsonl", "--out", out]).await;
    let text = std::fs::read_to_string(data.join(out)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_signers_comes_in_as_a_whole_or_not_at_all_and_goes_out_again() {
    each_url(async |database| {
        let folder = Folder::new("data");
        let (data, settings) = (folder.path(), [("REDRESS_DATABASE_URL", database.as_str())]);
        done(data, &settings, &["demo", "--signatures", "0"]).await;
        let write = |text: &str| std::fs::write(folder.join("people.csv"), text).unwrap();

        write("full_name,email,zip_code,created_at\nZoë Lee,zoe@people.example,02139,2017-10-13\nBo,bo@people.example,1,\n");
        let wrong = import(data, &settings, &["--residency", "lives", "--visibility", "full"]).await;
        assert_eq!(wrong.code, 1);
        let error = wrong.json()["error"].as_str().unwrap().to_owned();
        assert!(error.contains("Row 3, column zip_code: "), "{error}");
        assert!(rows(data, &settings, "none.jsonl").await.is_empty(), "not at all");

        // A formula for a name, a household, the same person again, and a third of one mailbox.
        write(concat!(
            "full_name,email,zip_code,created_at\n",
            "=Zoë Lee,zoe@people.example,02139,2017-10-13\n",
            "Sam Lee,ZOE@people.example,02139,2017-10-14\n",
            "=Zoë Lee,zoe+again@people.example,02139,2017-10-15\n",
            "Kim Lee,zoe@people.example,02139,2017-10-16\n",
        ));
        let choices = ["--residency", "lives", "--visibility", "short"];
        let without = import(data, &settings, &[]).await;
        assert_eq!(without.code, 1, "no choice is made for a signer: {}", without.out);
        let dry = import(data, &settings, &[&choices[..], &["--dry-run"]].concat()).await.json();
        assert_eq!((&dry["imported"], &dry["dry_run"]), (&2.into(), &true.into()));
        assert!(rows(data, &settings, "dry.jsonl").await.is_empty());
        let told = import(data, &settings, &choices).await.json();
        let counts = ["rows", "imported", "signed_before", "mailbox_taken"].map(|name| told[name].as_u64());
        assert_eq!(counts, [Some(4), Some(2), Some(1), Some(1)]);
        assert_eq!(import(data, &settings, &choices).await.json()["imported"], 0, "nobody comes in twice");

        let people = rows(data, &settings, "all.jsonl").await;
        assert_eq!(people.len(), 2);
        assert!(people.iter().all(|person| person["status"] == "confirmed" && person["method"] == "import"));
        let zoe = people.iter().find(|person| person["name"] == "=Zoë Lee").unwrap();
        assert_eq!((&zoe["email"], &zoe["zip"]), (&"zoe@people.example".into(), &"02139".into()));
        assert_eq!(zoe["signed_at"], "2017-10-13T00:00:00Z");

        for format in ["csv", "xlsx"] {
            let out = format!("all.{format}");
            let told = done(data, &settings, &["--json", "export", SLUG, "--format", format, "--out", &out]).await;
            assert_eq!(told.json()["signatures"], 2);
            let again = run(data, &settings, &["export", SLUG, "--format", format, "--out", &out]).await;
            assert_eq!(again.code, 1, "no file is written over");
        }
        let csv = std::fs::read_to_string(folder.join("all.csv")).unwrap();
        assert!(csv.contains(",'=Zoë Lee,"), "no cell opens as a formula: {csv}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(folder.join("all.csv")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert!(folder.names().iter().all(|name| !name.contains("half")), "{:?}", folder.names());
        done(data, &settings, &["audit", "verify"]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_gives_a_member_a_new_password() {
    let folder = Folder::new("data");
    done(folder.path(), &[], &["demo", "--signatures", "0"]).await;
    // Nothing is on the standard input, which is no password.
    let nothing = run(folder.path(), &[], &["member", "password", "--email", "organizer@example.org"]).await;
    assert_eq!(nothing.code, 1, "{}", nothing.out);
}
