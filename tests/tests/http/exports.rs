//! What leaves in files: no cell opens as a formula, nobody's name is refused for it, and each export is logged.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use redress_tests::{each_database, html};

/// The files of a ZIP by path.
pub fn unzip(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().unwrap().into_owned(), content);
    }
    files
}

/// Names that a spreadsheet would take for formulas, and what is stored of them.
const RISKY: &[(&str, &str)] = &[
    ("=HYPERLINK(\"evil\",\"x\")", "=HYPERLINK(\"evil\",\"x\")"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("+Plus Person", "+Plus Person"),
    ("-Minus Person", "-Minus Person"),
    ("\tTab Person", "Tab Person"),
    ("\rReturn Person", "Return Person"),
    ("=Trần Thị Hoa", "=Trần Thị Hoa"),
    ("＝Wide Person", "＝Wide Person"),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_cell_opens_as_a_formula_and_nobodys_name_is_refused_for_it() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("title_en", "=1+1")]).await;
        for (n, (typed, kept)) in RISKY.iter().enumerate() {
            let email = format!("p{n}@people.example");
            let fields = [
                ("name", *typed),
                ("email", email.as_str()),
                ("city", "@SUM(A1)"),
                ("street", "=77 Canary Street"),
                ("comment", "=1+1\n@x"),
            ];
            let mail = server.sign_and_confirm(&slug, &fields).await;
            let mine = server.get(&redress_tests::link(&mail, "/mine/")).await.text;
            assert!(html::text(&mine).contains(kept), "{typed:?} is shown as typed");
        }
        let packet = server.packet(&owner, &slug).await;
        let zip = server.get_as(&owner, &packet).await;
        assert_eq!(zip.header("content-type"), "application/zip");
        assert!(zip.header("content-disposition").starts_with("attachment; filename=\""));
        let files = unzip(&zip.bytes);

        let risky = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
        let mut names = Vec::new();
        for (path, content) in files.iter().filter(|(path, _)| path.ends_with(".csv")) {
            let mut table = csv::Reader::from_reader(content.as_slice());
            for record in table.records() {
                let record = record.unwrap();
                for cell in &record {
                    assert!(!cell.starts_with(risky), "{path}: {cell}");
                }
                names.push(record.iter().collect::<Vec<_>>().join("|"));
            }
        }
        for (_, kept) in RISKY {
            assert!(names.iter().any(|row| row.contains(kept)), "{kept} is in the CSV: {names:?}");
        }
        let sheets = unzip(&files["signatures.xlsx"]);
        let mut cells = 0;
        let mut all = String::new();
        for (path, content) in sheets.iter().filter(|(path, _)| path.ends_with(".xml")) {
            let xml = String::from_utf8_lossy(content);
            // A formula is an element of its own; a text that looks like one is a string.
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{path} holds a formula");
            assert!(!xml.contains("<hyperlink"), "{path} holds a link");
            cells += xml.matches("<c ").count();
            all.push_str(&xml);
        }
        assert!(cells > 50, "{cells}");
        for (_, kept) in RISKY {
            let escaped = kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(all.contains(&escaped) || all.contains(&escaped.replace('"', "&quot;")), "{kept}");
        }
        // No mailbox and no street leaves with it, in whichever file.
        for (path, content) in files.iter().chain(&sheets) {
            for secret in ["people.example", "Canary Street"] {
                assert!(!redress_tests::database::holds(content, secret), "{path} holds {secret}");
            }
        }
        server.stop().await;
    })
    .await;
}
