//! The kit as people take it along: every piece of the demo as PDF and as Word file, read back by other people's
//! programs, word for word.

use std::path::{Path, PathBuf};
use std::process::Command;

use redress_tests::html::{elements, text};

use crate::binary::{Folder, Process, Said, done, run as run_redress};
use crate::people::{client, get, send};

const PIECES: [&str; 5] = ["op-ed", "fact-sheet", "letter-to-a-chief", "records-request", "spoken-testimony"];

/// Letters alone: what a line break, a hyphen or a list's dot does not change.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic() || *c == '_').collect()
}

fn run(command: &mut Command, needs: &str) -> Vec<u8> {
    let output = command.output().unwrap_or_else(|error| panic!("{needs} is needed: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn pdf_text(file: &Path) -> String {
    let text = run(Command::new("pdftotext").args(["-raw", "-nopgbrk"]).arg(file).arg("-"), "pdftotext");
    String::from_utf8(text).unwrap()
}

/// Opens a file in LibreOffice and writes it as another kind; gives the new file.
fn office(folder: &Path, files: &[PathBuf], kind: &str) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    let mut command = Command::new("soffice");
    command.args([profile.as_str(), "--headless", "--norestore", "--convert-to", kind, "--outdir"]);
    run(command.arg(folder).args(files), "soffice, of libreoffice-writer,");
}

/// The piece's text as the page shows it, and everything that was typed.
fn shown(page: &str) -> String {
    let (_, rest) = page.split_once("class=\"prose kit-text\"").unwrap();
    let (text_of_it, _) = rest.split_once("</section>").unwrap();
    text(&format!("<p{text_of_it}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_places_is_taken_at_the_command_line_as_a_whole_or_not_at_all() {
    let data = Folder::new("places");
    done(data.path(), &[], &["demo", "--signatures", "1"]).await;
    let list = data.join("list.csv");
    let import = ["import", "places", "plate-readers", "list.csv"];
    std::fs::write(&list, "place,status\nLynn,state grant\nHull,sold\n").unwrap();
    let said = redress(&data, &import).await;
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Row 3, column status: There is no such status."), "{}", said.err);
    std::fs::write(&list, b"place,status\nL\xff,x\n").unwrap();
    assert!(redress(&data, &import).await.err.contains("is not UTF-8"));
    std::fs::write(&list, "place,status,as_of\nLynn,bought its own,2012\nSaugus,state grant,2012-01\n")
        .unwrap();
    let told = redress(&data, &[&["--json"], &import[..], &["--dry-run"]].concat()).await.json();
    assert_eq!((&told["added"], &told["changed"], &told["dry_run"]), (&1.into(), &1.into(), &true.into()));
    let said = redress(&data, &import).await;
    assert_eq!(said.out.trim(), "New: 1. Changed: 1. Taken off: 0. As they are: 0.");
    let said = redress(&data, &import).await;
    assert_eq!(said.out.trim(), "New: 0. Changed: 0. Taken off: 0. As they are: 2.");
}

async fn redress(data: &Folder, arguments: &[&str]) -> Said {
    run_redress(data.path(), &[], arguments).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_of_the_kit_opens_and_says_what_the_page_says() {
    let data = Folder::new("kit");
    done(data.path(), &[], &["demo", "--signatures", "1"]).await;
    let server = Process::start(data.path(), &[]).await;
    let client = client();
    let (mut words, mut expected) = (Vec::new(), Vec::new());
    for language in ["", "/es"] {
        for piece in PIECES {
            let address = format!("{}{language}/c/plate-readers/kit/{piece}", server.base);
            let page = get(&client, &address).await.answer();
            assert_eq!(page.status, 200, "{address}");
            let names = elements(&page.text)
                .into_iter()
                .map(|element| element.get("name").to_owned())
                .filter(|name| name.starts_with("part:"));
            // The first part stays empty; the others get letters of many scripts, and what looks like markup.
            let typed: Vec<_> = names
                .enumerate()
                .skip(1)
                .map(|(n, name)| (name, format!("*Ñandú* {n} <b>Đặng</b> & Co")))
                .collect();
            assert!(!typed.is_empty(), "{piece}");
            let form = |action: &str| {
                let body = url::form_urlencoded::Serializer::new(String::new())
                    .extend_pairs(&typed)
                    .append_pair("action", action)
                    .finish();
                let kind = "application/x-www-form-urlencoded";
                client.post(&address).header("content-type", kind).body(body)
            };
            let filled = send(form("fill")).await.answer();
            let said = letters(&shown(&filled.text));
            assert!(said.contains("ÑandúbĐặngbCo") && said.contains("________"), "{said}");
            let name = format!("{piece}{}", language.replace('/', "-"));
            let pdf = send(form("pdf")).await.answer();
            assert_eq!(pdf.status, 200, "{}", pdf.text);
            std::fs::write(data.join(&format!("{name}.pdf")), &pdf.bytes).unwrap();
            let read = letters(&pdf_text(&data.join(&format!("{name}.pdf"))));
            assert!(read.ends_with(&said), "{name}.pdf:\n{read}\n{said}");
            let word = send(form("docx")).await.answer();
            assert_eq!(word.status, 200, "{}", word.text);
            std::fs::write(data.join(&format!("{name}.docx")), &word.bytes).unwrap();
            words.push(data.join(&format!("{name}.docx")));
            expected.push((name, said));
        }
    }
    office(data.path(), &words, "txt:Text (encoded):UTF8");
    for (name, said) in &expected {
        let read = std::fs::read_to_string(data.join(&format!("{name}.txt"))).unwrap();
        let read = letters(&read);
        assert!(read.ends_with(said.as_str()), "{name}.docx:\n{read}\n{said}");
    }
    server.stop().await;
}
