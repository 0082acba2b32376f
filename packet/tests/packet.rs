//! What a packet must be, tried on the bytes that come out.
//! Nothing is mocked: words are the message files, PDFs are read by poppler, archives by their reader.
#![allow(clippy::unwrap_used, reason = "tests may")]

mod common;

use std::io::{Cursor, Read, Write};

use common::{Fluent, NAMES, packet, pdf_text, snapshot};
use redress_domain::{Locale, Visibility};
use redress_packet::{
    BuildError, Difference, Mismatch, Options, SIGNATURE_COLUMNS, Slice, Snapshot, Step, VerifyError, build,
    check_fonts, verify,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn file(zip: &[u8], path: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    ZipArchive::new(Cursor::new(zip)).unwrap().by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn text(zip: &[u8], path: &str) -> String {
    String::from_utf8(file(zip, path)).unwrap()
}

/// The archive again, with each file as `change` leaves it; `None` leaves it out.
fn rewritten(
    zip: &[u8],
    mut change: impl FnMut(&str, Vec<u8>) -> Option<Vec<u8>>,
    extra: Option<&str>,
) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = change(&name, bytes) {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(&bytes).unwrap();
        }
    }
    if let Some(name) = extra {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn differences(zip: &[u8]) -> Vec<Difference> {
    match verify(Cursor::new(zip)) {
        Err(VerifyError::Differs(differences)) => differences,
        other => panic!("{other:?}"),
    }
}

fn refusal(snapshot: &Snapshot) -> Mismatch {
    let words = Fluent::new(snapshot.locale);
    let mut out = Cursor::new(Vec::new());
    match build(snapshot, &words, &Options::default(), &mut |_| {}, &mut out) {
        Err(BuildError::DoesNotAddUp(mismatch)) => {
            assert!(out.into_inner().is_empty(), "nothing is written before the numbers are checked");
            mismatch
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_embedded_fonts_have_the_names_of_a_city() {
    check_fonts().unwrap();
}

#[test]
fn one_snapshot_gives_the_same_bytes_with_any_number_of_threads() {
    let snapshot = snapshot(90);
    let small = |threads| Options { rows_per_volume: 40, threads, ..Options::default() };
    let (first, built) = packet(&snapshot, &small(1));
    let (second, again) = packet(&snapshot, &small(3));
    assert!(first == second, "the archives differ");
    assert_eq!(built, again);
    assert_eq!(built.bytes, first.len() as u64);
    assert_eq!(built.counts.in_packet, 90);
    let paths: Vec<_> = built.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "packet.pdf",
            "signatures-001.pdf",
            "signatures-002.pdf",
            "signatures-003.pdf",
            "signatures.csv",
            "signatures.xlsx",
            "exclusions.csv"
        ]
    );
    let verified = verify(Cursor::new(&first)).unwrap();
    assert_eq!(verified.manifest_sha256, built.manifest_sha256);
    assert_eq!(verified.manifest.files, built.files);
}

#[test]
fn every_name_comes_out_of_the_pdf_as_it_was_typed() {
    let mut snapshot = snapshot(NAMES.len());
    for (line, name) in snapshot.signatures.iter_mut().zip(NAMES) {
        line.name = Some(name.into());
    }
    let (zip, _) = packet(&snapshot, &Options::default());
    let csv = text(&zip, "signatures.csv");
    for path in ["packet.pdf", "signatures-001.pdf"] {
        let pdf = pdf_text(&file(&zip, path));
        for name in NAMES {
            assert!(pdf.contains(name), "{name} is not in {path}:\n{pdf}");
        }
    }
    for name in NAMES {
        assert!(csv.contains(name), "{name} is not in signatures.csv");
    }
}

#[test]
fn the_pdf_is_tagged_titled_and_archivable() {
    let (zip, _) = packet(&snapshot(3), &Options::default());
    for path in ["packet.pdf", "signatures-001.pdf"] {
        let pdf = String::from_utf8_lossy(&file(&zip, path)).into_owned();
        for mark in [
            "<pdfuaid:part>1<",
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "/Lang(en",
            "/Outlines",
            "/Marked true",
        ] {
            assert!(pdf.contains(mark), "{path} has no {mark}");
        }
    }
}

#[test]
fn what_a_person_typed_is_never_markup() {
    let mut snapshot = snapshot(2);
    let odd = r#"#panic("x") *b* _i_ $x$ @ref <tag> \ // "q" -- ... `c` = h [y]"#;
    snapshot.campaign.title = odd.into();
    snapshot.letter = format!("{odd}\n= no heading");
    snapshot.signatures[0].name = Some(odd.into());
    let (zip, _) = packet(&snapshot, &Options::default());
    let pdf = pdf_text(&file(&zip, "packet.pdf")).replace('\n', " ");
    assert!(pdf.matches(odd).count() >= 3, "{pdf}");
    assert!(pdf.contains("= no heading"));
}

#[test]
fn a_letter_no_font_has_is_spelled_out_and_stops_nothing() {
    let odd = [
        "Zoë 😀",
        "👩‍👩‍👧 Ana",
        "𠮷野",
        "\u{E000}private",
        "अ\u{301}",
        "a\u{94D}",
        "Z\u{310}\u{335}\u{489}a",
        "\u{301}x",
        "e\u{FE0F}\u{200D}",
        "\u{FFFD}\u{FFFC}",
        "ꦲꦤ",
        "\u{1F3F4}\u{E0067}\u{E007F}",
        "tab\tnel\u{85}",
        "\u{202E}evil",
        "ﬁ ſ ŉ",
    ];
    let mut snapshot = snapshot(odd.len());
    for (line, name) in snapshot.signatures.iter_mut().zip(odd) {
        line.name = Some(name.into());
    }
    let (zip, _) = packet(&snapshot, &Options::default());
    let pdf = pdf_text(&file(&zip, "packet.pdf"));
    for shown in ["Zoë [U+1F600]", "[U+20BB7]野", "[U+E000]private"] {
        assert!(pdf.contains(shown), "no {shown} in\n{pdf}");
    }
    assert!(text(&zip, "signatures.csv").contains("Zoë 😀"), "tables keep what was typed");
}

#[test]
fn any_mixture_of_letters_can_be_set() {
    // Latin, marks, Hebrew and Arabic, Indic, Thai and Lao, Burmese, Ethiopic, Khmer, marks nobody sees, Kana, Han.
    let ranges = [
        0x41..0x180_u32,
        0x300..0x370,
        0x590..0x700,
        0x900..0xE00,
        0xE00..0xF00,
        0x1000..0x10A0,
        0x1200..0x1380,
        0x1780..0x1800,
        0x200B..0x2070,
        0x3000..0x3100,
        0x4E00..0x5000,
    ];
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = |below: u32| {
        // Marsaglia's xorshift: the same mixtures every time.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % u64::from(below)) as u32
    };
    let mut snapshot = snapshot(250);
    for line in &mut snapshot.signatures {
        let letters = (0..=random(12)).filter_map(|_| {
            let range = ranges[random(ranges.len() as u32) as usize].clone();
            char::from_u32(range.start + random(range.end - range.start))
        });
        line.name = Some(letters.collect());
    }
    packet(&snapshot, &Options { schedule_inside: 0, ..Options::default() });
}

#[test]
fn a_changed_byte_is_found() {
    let (zip, _) = packet(&snapshot(5), &Options::default());
    let changed = rewritten(
        &zip,
        |name, mut bytes| {
            if name == "signatures.csv" {
                let last = bytes.len() - 3;
                bytes[last] ^= 1;
            }
            Some(bytes)
        },
        None,
    );
    assert_eq!(differences(&changed), [Difference::Changed("signatures.csv".into())]);

    // The same within the archive itself, where its own checksum tells.
    let mut broken = zip.clone();
    let middle = zip.windows(8).position(|part| part == b"%PDF-1.7").unwrap() + 2_000;
    broken[middle] ^= 1;
    assert_eq!(differences(&broken), [Difference::Unreadable("packet.pdf".into())]);
}

#[test]
fn a_missing_an_extra_and_a_shortened_file_are_found() {
    let (zip, _) = packet(&snapshot(5), &Options::default());
    let missing = rewritten(&zip, |name, bytes| (name != "signatures-001.pdf").then_some(bytes), None);
    assert_eq!(differences(&missing), [Difference::Missing("signatures-001.pdf".into())]);

    let extra = rewritten(&zip, |_, bytes| Some(bytes), Some("more.pdf"));
    assert_eq!(differences(&extra), [Difference::Extra("more.pdf".into())]);

    let shorter = rewritten(
        &zip,
        |name, mut bytes| {
            if name == "exclusions.csv" {
                let end = bytes.len() - 2;
                let row = bytes[..end].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
                bytes.truncate(row);
            }
            Some(bytes)
        },
        None,
    );
    let found = differences(&shorter);
    assert!(matches!(found[0], Difference::Size { .. }), "{found:?}");
    assert!(found.contains(&Difference::Rows { path: "exclusions.csv".into(), listed: 2, found: 1 }));
    assert!(matches!(found.last(), Some(Difference::Count { expected: 2, found: 1, .. })), "{found:?}");

    let bare = rewritten(&zip, |name, bytes| (name != "manifest.json").then_some(bytes), None);
    assert!(matches!(verify(Cursor::new(bare)), Err(VerifyError::NoManifest)));
    assert!(matches!(verify(Cursor::new(b"no zip")), Err(VerifyError::NotAZip(_))));
}

#[test]
fn a_manifest_whose_numbers_do_not_add_up_is_found() {
    let (zip, _) = packet(&snapshot(5), &Options::default());
    let changed = rewritten(
        &zip,
        |name, bytes| {
            if name != "manifest.json" {
                return Some(bytes);
            }
            let text = String::from_utf8(bytes).unwrap();
            Some(text.replace("\"confirmed\": 5", "\"confirmed\": 6").into_bytes())
        },
        None,
    );
    let found = differences(&changed);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|difference| matches!(difference, Difference::Count { .. })));
}

#[test]
fn no_cell_opens_as_a_formula() {
    let mut snapshot = snapshot(3);
    snapshot.signatures[0].name = Some("=HYPERLINK(\"x\")".into());
    snapshot.signatures[1].city = "@SUM(A1)".into();
    snapshot.signatures[2].comment = Some("-2+3".into());
    snapshot.exclusions[0].reason = "\t=1".into();
    let (zip, _) = packet(&snapshot, &Options::default());
    let csv = text(&zip, "signatures.csv");
    assert!(
        csv.contains(r#""'=HYPERLINK(""x"")""#) && csv.contains(",'@SUM(A1),") && csv.contains(",'-2+3\r\n"),
        "{csv}"
    );
    assert!(text(&zip, "exclusions.csv").contains("'\t=1"));

    let sheet = text(&file(&zip, "signatures.xlsx"), "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "a formula is in the workbook");
    assert!(sheet.contains("=HYPERLINK"), "the text is kept");
}

#[test]
fn no_table_has_a_mailbox_or_a_street() {
    assert_eq!(
        SIGNATURE_COLUMNS,
        ["number", "name", "visibility", "residency", "city", "zip", "day", "version", "comment"]
    );
    let (zip, _) = packet(&snapshot(30), &Options::default());
    for path in ["signatures.csv", "exclusions.csv", "manifest.json"] {
        assert!(!text(&zip, path).contains('@'), "{path}");
    }
    let csv = text(&zip, "signatures.csv");
    assert!(csv.starts_with(&(SIGNATURE_COLUMNS.join(",") + "\r\n")));
    assert!(csv.lines().nth(4).unwrap().starts_with("4,,hidden,"), "a hidden name is not in the table");
}

#[test]
fn numbers_that_do_not_add_up_are_refused_before_anything_is_written() {
    let good = snapshot(12);
    let with = |change: &dyn Fn(&mut Snapshot)| {
        let mut bad = good.clone();
        change(&mut bad);
        refusal(&bad)
    };
    assert!(matches!(with(&|s| s.tally.received += 1), Mismatch::Tally(_)));
    assert!(matches!(
        with(&|s| {
            s.tally.confirmed += 1;
            s.tally.received += 1;
        }),
        Mismatch::Confirmed { confirmed: 13, found: 12 }
    ));
    assert!(matches!(with(&|s| s.exclusions[0].undone = true), Mismatch::Excluded { excluded: 2, found: 1 }));
    assert!(matches!(with(&|s| s.residency.lives += 1), Mismatch::Residency { given: 7, found: 6, .. }));
    assert!(matches!(with(&|s| s.versions[0].signed += 1), Mismatch::Version { version: 1, .. }));
    assert!(matches!(with(&|s| s.signatures[0].version = 9), Mismatch::Version { .. }));
    assert!(matches!(with(&|s| s.versions[1].text.push('!')), Mismatch::Hash { version: 2 }));
    assert!(matches!(with(&|s| s.versions[1].number = 1), Mismatch::TwoVersions { version: 1 }));
    assert!(matches!(
        with(&|s| s.signatures[5].id = s.signatures[2].id.clone()),
        Mismatch::TwoSignatures { first: 3, second: 6 }
    ));
    assert!(matches!(with(&|s| s.signatures[0].name = None), Mismatch::NameMissing { number: 1 }));
    assert!(matches!(with(&|s| s.shared_mailboxes = 7), Mismatch::SharedMailboxes { .. }));
}

#[test]
fn a_part_says_that_it_is_one() {
    let mut snapshot = snapshot(10);
    snapshot.tally.confirmed += 90;
    snapshot.tally.received += 90;
    snapshot.slice = Slice::Part("Those who live, work or study in Boston.".into());
    let (zip, built) = packet(&snapshot, &Options::default());
    assert_eq!((built.counts.in_packet, built.counts.tally.confirmed), (10, 100));
    let pdf = pdf_text(&file(&zip, "packet.pdf")).replace('\n', " ");
    assert!(pdf.contains("This packet holds 10 of the 100 confirmed signatures."), "{pdf}");
    verify(Cursor::new(zip)).unwrap();
}

#[test]
fn volumes_stay_under_the_recipients_limit() {
    let snapshot = snapshot(300);
    let limit = 250_000;
    let options = Options { largest_pdf_bytes: Some(limit), ..Options::default() };
    let (zip, built) = packet(&snapshot, &options);
    let pdfs: Vec<_> = built.files.iter().filter(|file| file.path.ends_with(".pdf")).collect();
    assert!(pdfs.len() > 2 && pdfs.iter().all(|file| file.bytes <= limit), "{pdfs:?}");
    assert_eq!(pdfs[0].rows, None, "the schedule does not fit into packet.pdf");
    verify(Cursor::new(zip)).unwrap();

    let options = Options { largest_pdf_bytes: Some(20_000), ..Options::default() };
    let mut out = Cursor::new(Vec::new());
    let refused = build(&snapshot, &Fluent::new(Locale::En), &options, &mut |_| {}, &mut out);
    assert!(matches!(refused, Err(BuildError::OverLimit { limit: 20_000, .. })), "{refused:?}");
}

#[test]
fn spanish_has_every_word_and_nobody_yet_is_a_packet_too() {
    let mut snapshot = snapshot(0);
    snapshot.locale = Locale::Es;
    snapshot.letter.clear();
    snapshot.matters.clear();
    let (zip, built) = packet(&snapshot, &Options::default());
    assert_eq!(built.counts.in_packet, 0);
    verify(Cursor::new(&zip)).unwrap();
    assert!(pdf_text(&file(&zip, "packet.pdf")).contains("Todavía no hay firmas confirmadas."));

    let mut snapshot = common::snapshot(41);
    snapshot.locale = Locale::Es;
    let (zip, _) =
        packet(&snapshot, &Options { schedule_inside: 0, rows_per_volume: 30, ..Options::default() });
    let pdf = pdf_text(&file(&zip, "signatures-002.pdf"));
    assert!(pdf.contains("Firmas 31 a 41") && pdf.contains("Página 1 de 1"), "{pdf}");
}

#[test]
fn progress_goes_from_nothing_to_all_and_never_back() {
    let snapshot = snapshot(20);
    let mut percents = Vec::new();
    let mut steps = Vec::new();
    let options = Options { rows_per_volume: 10, ..Options::default() };
    build(
        &snapshot,
        &Fluent::new(Locale::En),
        &options,
        &mut |progress| {
            percents.push(progress.percent());
            steps.push(progress.step);
        },
        Cursor::new(Vec::new()),
    )
    .unwrap();
    assert!(
        percents.is_sorted() && percents.first() == Some(&0) && percents.last() == Some(&100),
        "{percents:?}"
    );
    steps.dedup();
    assert_eq!(steps, [Step::Schedule, Step::Pages, Step::Tables, Step::Manifest]);
}

#[test]
fn debug_output_names_nobody() {
    let mut snapshot = snapshot(2);
    snapshot.signatures[0].visibility = Visibility::Hidden;
    let shown = format!("{snapshot:?}");
    assert!(!shown.contains("Amara") && !shown.contains("02108") && shown.contains("[hidden]"), "{shown}");
}
