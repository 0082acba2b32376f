//! The testimony of a packet: every text of it, letter for letter, in its volume and in its own files.
//! PDFs are read by poppler, Word files as the archives of XML they are.
#![allow(clippy::unwrap_used, reason = "tests may")]

mod common;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use common::{Fluent, packet, pdf_text, with_testimonies};
use redress_domain::{CutOff, FileFormat, Stance};
use redress_packet::{
    Block, BuildError, Difference, Mismatch, Options, Snapshot, VerifyError, build, verify,
};
use zip::ZipArchive;

fn files(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '•' | '‣')).collect()
}

fn docx_text(docx: &[u8]) -> String {
    let mut xml = String::new();
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let pieces = xml.split("<w:t").skip(1).filter_map(|piece| piece.split_once('>'));
    let text: String = pieces
        .filter(|(tag, _)| tag.is_empty() || tag.starts_with(' '))
        .filter_map(|(_, text)| text.split_once("</w:t>").map(|(text, _)| text))
        .collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

fn rows(files: &BTreeMap<String, Vec<u8>>) -> Vec<BTreeMap<String, String>> {
    let mut table = ::csv::Reader::from_reader(files["testimonies.csv"].as_slice());
    table.deserialize().map(Result::unwrap).collect()
}

/// The lines of a text that can be looked for in a page: poppler finds the main direction of a page from the
/// whole of it, so a line too short to settle that is left to the Word file.
fn every_line(text: &str) -> Vec<String> {
    Block::plain(&Block::parse(text)).lines().map(letters).filter(|line| !line.is_empty()).collect()
}

#[test]
fn every_text_comes_out_letter_for_letter_of_its_own_files_and_of_its_volume() {
    let snapshot = with_testimonies(5, 24, 200);
    let (zip, built) = packet(&snapshot, &Options::default());
    let files = files(&zip);
    let table = rows(&files);
    assert_eq!(table.len(), 24);
    let volume = letters(&pdf_text(&files["testimony-001.pdf"]));
    let inside = letters(&pdf_text(&files["packet.pdf"]));
    for row in &table {
        let stem = &row["file"];
        let pdf = letters(&pdf_text(&files[&format!("{stem}.pdf")]));
        let word = letters(&docx_text(&files[&format!("{stem}.docx")]));
        for line in every_line(&row["text"]) {
            assert!(word.contains(&line), "{stem}.docx lacks {line}");
            assert!(pdf.contains(&line), "{stem}.pdf lacks {line}:\n{pdf}");
            if row["same_as"].is_empty() {
                assert!(volume.contains(&line), "the volume lacks {line}");
                assert!(inside.contains(&line), "packet.pdf lacks {line}");
            }
        }
    }
    let counts = built.testimony.unwrap();
    assert_eq!((counts.in_packet, counts.by_stance.all(), counts.form_letter_writers), (24, 24, 5));
    let verified = verify(Cursor::new(&zip)).unwrap();
    assert_eq!(verified.manifest.testimony.unwrap(), counts);
}

#[test]
fn one_snapshot_gives_the_same_bytes_with_any_number_of_threads_and_cut_anew() {
    let snapshot = with_testimonies(3, 14, 60);
    let with = |threads| Options { threads, letters_per_volume: 4, letters_inside: 0, ..Options::default() };
    let (first, built) = packet(&snapshot, &with(1));
    let (second, _) = packet(&snapshot, &with(3));
    let (one, other) = (files(&first), files(&second));
    let differ: Vec<_> = one.iter().filter(|(path, bytes)| other.get(*path) != Some(*bytes)).collect();
    let differ: Vec<_> = differ.into_iter().map(|(path, _)| path).collect();
    assert!(first == second, "the archives differ in {differ:?}");
    let paths: Vec<_> = built.files.iter().map(|file| file.path.as_str()).collect();
    assert!(paths.contains(&"testimony-004.pdf") && !paths.contains(&"testimony-005.pdf"), "{paths:?}");
    assert_eq!(paths.iter().filter(|path| path.starts_with("testimony/")).count(), 28);
    let pdf = pdf_text(&files(&first)["packet.pdf"]);
    assert!(pdf.contains("testimony-002.pdf, page "), "the contents name volume and page:\n{pdf}");
}

#[test]
fn each_file_is_archivable_and_names_its_own_language() {
    let snapshot = with_testimonies(2, 6, 40);
    let (zip, _) = packet(&snapshot, &Options::default());
    let files = files(&zip);
    for row in rows(&files) {
        let pdf = String::from_utf8_lossy(&files[&format!("{}.pdf", row["file"])]).into_owned();
        let lang = format!("/Lang({}", row["language"].split('-').next().unwrap());
        for mark in ["<pdfuaid:part>1<", "<pdfaid:conformance>A<", "/Marked true", &lang] {
            assert!(pdf.contains(mark), "{} has no {mark}", row["file"]);
        }
    }
    let pdf = pdf_text(&files["packet.pdf"]);
    for named in ["Written in Haitian Creole", "Written in Chinese (traditional)", "Written in Arabic"] {
        assert!(pdf.contains(named), "no {named} in\n{pdf}");
    }
}

#[test]
fn they_stand_by_matter_and_stance_and_speakers_in_their_order() {
    let mut snapshot = with_testimonies(2, 6, 20);
    for (line, (matters, stance)) in snapshot.testimonies.iter_mut().zip([
        (vec![1], Stance::Opposed),
        (vec![0], Stance::Opposed),
        (vec![], Stance::InFavor),
        (vec![0, 1], Stance::InFavor),
        (vec![1], Stance::InFavor),
        (vec![0], Stance::Opposed),
    ]) {
        (line.matters, line.stance, line.form_group) = (matters, stance, None);
    }
    let names = ["Ana", "Ben", "Cho", "Dee", "Eva", "Fay"];
    for (line, name) in snapshot.testimonies.iter_mut().zip(names) {
        (line.name, line.organization) = (Some(name.into()), String::new());
    }
    snapshot.testimonies[1].name = None;
    let (zip, built) = packet(&snapshot, &Options::default());
    let table = rows(&files(&zip));
    let order: Vec<_> = table.iter().map(|row| row["file"].as_str()).collect();
    assert_eq!(
        order,
        [
            "testimony/001-dee",
            "testimony/002",
            "testimony/003-fay",
            "testimony/004-eva",
            "testimony/005-ana",
            "testimony/006-cho"
        ]
    );
    let counts = built.testimony.unwrap();
    assert_eq!((counts.by_matter[0].all(), counts.by_matter[1].all(), counts.on_no_matter), (3, 3, 1));
    // Places in the running order fall in the sample; the last has none yet.
    let speakers: Vec<_> = table.iter().filter(|row| !row["speaker"].is_empty()).collect();
    assert_eq!(speakers.len() as u64, counts.speakers);
}

#[test]
fn a_body_that_takes_one_format_gets_that_one() {
    let snapshot = with_testimonies(2, 5, 20);
    for (format, ending, other) in [(FileFormat::Pdf, ".pdf", ".docx"), (FileFormat::Docx, ".docx", ".pdf")] {
        let (zip, built) = packet(&snapshot, &Options { formats: vec![format], ..Options::default() });
        let own: Vec<_> =
            built.files.iter().map(|file| &file.path).filter(|path| path.starts_with("testimony/")).collect();
        assert_eq!(own.iter().filter(|path| path.ends_with(ending)).count(), 5, "{own:?}");
        assert!(!own.iter().any(|path| path.ends_with(other)), "{own:?}");
        verify(Cursor::new(zip)).unwrap();
    }
}

#[test]
fn volumes_of_testimony_stay_under_the_recipients_limit() {
    let snapshot = with_testimonies(2, 20, 300);
    let limit = 300_000;
    let options = Options { largest_pdf_bytes: Some(limit), ..Options::default() };
    let (zip, built) = packet(&snapshot, &options);
    let pdfs: Vec<_> = built.files.iter().filter(|file| file.path.ends_with(".pdf")).collect();
    assert!(pdfs.iter().all(|file| file.bytes <= limit), "{pdfs:?}");
    assert!(pdfs.iter().any(|file| file.path == "testimony-002.pdf"));
    verify(Cursor::new(zip)).unwrap();
}

#[test]
fn what_a_writer_typed_is_never_markup_or_a_formula() {
    let odd = "#import \"x\" $x$ @ref `c` {{z}} //q";
    let mut snapshot = with_testimonies(2, 2, 10);
    snapshot.testimonies[0].text = format!("-{odd}\n\n<script>alert(1)</script>");
    snapshot.testimonies[0].name = Some(odd.into());
    snapshot.testimonies[1].organization = "=HYPERLINK(\"x\")".into();
    let (zip, _) = packet(&snapshot, &Options::default());
    let files = files(&zip);
    let pdf = letters(&pdf_text(&files["testimony-001.pdf"]));
    assert!(pdf.contains(&letters("#import \"x\" $x$ @ref c {{z}} //q")), "{pdf}");
    assert!(pdf.contains("<script>alert(1)</script>"));
    let table = String::from_utf8(files["testimonies.csv"].clone()).unwrap();
    assert!(table.contains("'=HYPERLINK") && table.contains("'-#import"), "{table}");
}

#[test]
fn testimony_that_does_not_add_up_is_refused() {
    let good = with_testimonies(2, 4, 10);
    let refusal = |change: &dyn Fn(&mut Snapshot)| {
        let mut bad = good.clone();
        change(&mut bad);
        let mut out = Cursor::new(Vec::new());
        match build(&bad, &Fluent::new(bad.locale), &Options::default(), &mut |_| {}, &mut out) {
            Err(BuildError::DoesNotAddUp(mismatch)) => mismatch,
            other => panic!("{other:?}"),
        }
    };
    assert!(matches!(refusal(&|s| s.testimony_tally.received += 1), Mismatch::TestimonyTally { .. }));
    assert!(matches!(refusal(&|s| drop(s.testimonies.pop())), Mismatch::Approved { approved: 4, found: 3 }));
    assert!(matches!(
        refusal(&|s| s.testimonies[2].id = s.testimonies[0].id.clone()),
        Mismatch::TwoTestimonies { first: 1, second: 3 }
    ));
    assert!(matches!(refusal(&|s| s.testimonies[1].matters = vec![2]), Mismatch::MatterMissing { place: 2 }));
    assert!(matches!(refusal(&|s| s.testimonies[3].text = " \n".into()), Mismatch::TextMissing { place: 4 }));
    let late = |s: &mut Snapshot| {
        s.testimonies[0].sent_at = "2025-11-28T21:01:00Z".parse().unwrap();
    };
    assert!(matches!(refusal(&late), Mismatch::Late { place: 1 }), "the minute after the cut-off is late");
    let mut moved = good.clone();
    late(&mut moved);
    let cutoff: &mut CutOff = &mut moved.testimonies[0].cutoff;
    cutoff.honored_until = Some("2025-11-28T22:00:00Z".parse().unwrap());
    packet(&moved, &Options::default());
}

#[test]
fn a_testimony_taken_out_of_the_archive_is_found() {
    let (zip, _) = packet(&with_testimonies(2, 3, 10), &Options::default());
    let mut archive = ZipArchive::new(Cursor::new(&zip)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut left_out = None;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        if left_out.is_none() && name.starts_with("testimony/") {
            left_out = Some(name);
        } else {
            out.raw_copy_file(entry).unwrap();
        }
    }
    match verify(Cursor::new(out.finish().unwrap().into_inner())) {
        Err(VerifyError::Differs(found)) => assert_eq!(found, [Difference::Missing(left_out.unwrap())]),
        other => panic!("{other:?}"),
    }
}
