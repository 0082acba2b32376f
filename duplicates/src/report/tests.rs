#![allow(clippy::unwrap_used)] // tests may

use std::env;
use std::process;

use super::*;
use crate::find;

const MEASURED: Measured = Measured { seconds: 0.5, peak_memory_bytes: Some(1_000) };

fn record<'a>(id: &'a str, name: &'a str, email: &'a str) -> Record<'a> {
    Record { id, name, email, zip: "02139", ..Record::default() }
}

/// A folder of its own for each test, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("redress-report-{name}-{}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_files_say_what_was_found() {
    let folder = Folder::new("found");
    let out = folder.0.join("a").join("out");
    let records = [
        record("=1", "Ana Diaz", "ana@example.org"),
        record("2", "ana díaz", "ANA+x@example.org"),
        record("3", "Ben Diaz", "ana@example.org"),
    ];
    let findings = find(&records);
    let report = Report::new(records.len(), &findings, MEASURED);
    write(&out, &records, &findings, &report).unwrap();

    assert_eq!(names_in(&out), ["clusters.csv", "pairs.csv", "report.json"]);
    assert_eq!(names_in(out.parent().unwrap()), ["out"], "nothing is left beside it");
    assert_eq!(
        fs::read_to_string(out.join("pairs.csv")).unwrap(),
        "id_a,id_b,tier,score,rule,reason\n\
         2,'=1,auto,1.00,mailbox-name,\"The same mailbox and the same name. \
         Written in another way: name, mailbox.\"\n"
    );
    assert_eq!(
        fs::read_to_string(out.join("clusters.csv")).unwrap(),
        "id,cluster,survivor,tier\n2,1,2,auto\n'=1,1,2,auto\n"
    );
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("report.json")).unwrap()).unwrap();
    assert_eq!(json["records"], 3);
    assert_eq!(json["removed"], 1);
    assert_eq!(json["remaining"], 2);
    assert_eq!(json["households"], 1);
    assert_eq!(json["pairs"]["auto"], 1);
    assert_eq!(json["rules"][0]["rule"], "mailbox-name");
    assert_eq!(json["thresholds"]["auto"], 1.0);
    assert_eq!(json["seconds"], 0.5);
    assert_eq!(json["peak_memory_bytes"], 1_000);
}

#[test]
fn a_second_run_replaces_its_files_and_no_others() {
    let folder = Folder::new("again");
    fs::write(folder.0.join("people.csv"), "mine").unwrap();
    let records = [record("1", "Ana Diaz", "ana@example.org")];
    let findings = find(&records);
    let report = Report::new(records.len(), &findings, MEASURED);
    for _ in 0..2 {
        write(&folder.0, &records, &findings, &report).unwrap();
    }
    assert_eq!(names_in(&folder.0), ["clusters.csv", "pairs.csv", "people.csv", "report.json"]);
    assert_eq!(fs::read_to_string(folder.0.join("people.csv")).unwrap(), "mine");
}

#[test]
fn what_cannot_be_written_is_said_with_its_path() {
    let folder = Folder::new("file");
    let file = folder.0.join("file");
    fs::write(&file, "").unwrap();
    let error =
        write(&file.join("out"), &[], &Findings::default(), &Report::new(0, &Findings::default(), MEASURED));
    assert!(error.unwrap_err().to_string().contains("file"));
}
