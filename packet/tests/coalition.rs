//! The coalition's letters: who is printed under them, how many, with which logos; and statements.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod common;

use std::io::{Cursor, Read as _};

use jiff::civil::date;
use redress_domain::OrganizationKind;
use redress_packet::{
    CoSigner, CoalitionLetter, Individual, Options, Picture, Snapshot, StatementLine, verify,
};
use sha2::{Digest, Sha256};

const TEXT: &str = "Dear members of the School Committee,\n\nPlease keep cameras that know faces out of our \
                    schools.\n\n- They are wrong about children.\n- Nobody was asked.";

/// A PNG of one red pixel.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 0x0C, 0x49, 0x44, 0x41, 0x54, 8, 0xD7, 0x63, 0xF8,
    0xCF, 0xC0, 0, 0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
    0x60, 0x82,
];

fn organization(i: usize) -> CoSigner {
    let kind = OrganizationKind::ALL[i % OrganizationKind::ALL.len()];
    CoSigner {
        kind,
        organization: format!("Neighbors of Ward {i:02}"),
        signatory: ["Ana Díaz", "Нина Орлова", "ليلى حداد", "Trần Thị Hồng"][i % 4].to_owned(),
        title: "Chair".to_owned(),
        identification_only: i == 3,
        logo: (i == 5).then(|| Picture::new(PIXEL.to_vec(), "A red square".to_owned())).flatten(),
    }
}

fn with_letter() -> Snapshot {
    let mut snapshot = common::snapshot(3);
    snapshot.letters.push(CoalitionLetter {
        slug: "school-committee".to_owned(),
        title: "No cameras that know faces in our schools".to_owned(),
        recipients: vec!["Boston School Committee".to_owned(), "2300 Washington Street".to_owned()],
        language: "en".to_owned(),
        number: 2,
        text: TEXT.to_owned(),
        sha256: hex::encode(Sha256::digest(TEXT)),
        published: date(2025, 11, 3),
        organizations: (0..40).map(organization).collect(),
        individuals: vec![
            Individual {
                name: "Nina Orlova".to_owned(),
                place: "Teacher".to_owned(),
                identification_only: false,
            },
            Individual { name: "張美玲".to_owned(), place: String::new(), identification_only: false },
        ],
        asked_again: 3,
        waiting: 1,
    });
    snapshot.statements = vec![
        StatementLine {
            text: "Our members teach these children. *None* of them is a suspect.".to_owned(),
            language: "en".to_owned(),
            name: "Delroy Fontaine".to_owned(),
            title: "President".to_owned(),
            organization: "Harbor Teachers Union".to_owned(),
            picture: Picture::new(PIXEL.to_vec(), "The union’s mark".to_owned()),
        },
        StatementLine {
            text: "Nadie nos preguntó.".to_owned(),
            language: "es".to_owned(),
            name: "Marisol Quiñones".to_owned(),
            title: String::new(),
            organization: String::new(),
            picture: None,
        },
    ];
    snapshot
}

fn built(snapshot: &Snapshot) -> Vec<u8> {
    common::packet(snapshot, &Options::default()).0
}

fn file(zip: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn text_of(pdf: &[u8]) -> String {
    common::pdf_text(pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_letter_is_printed_with_totals_kinds_and_everybody_who_stands_by_its_text() {
    let snapshot = with_letter();
    let zip = built(&snapshot);
    for name in ["packet.pdf", "letters/school-committee.pdf"] {
        let text = text_of(&file(&zip, name));
        for told in [
            "Co-signed by 40 organizations and 2 individuals",
            "Please keep cameras that know faces out of our schools.",
            "Neighborhood and community groups",
            "Neighbors of Ward 39",
            "Neighbors of Ward 03*",
            "* Organization named for identification only.",
            "Нина Орлова, Chair",
            "3 more co-signed an earlier text",
            "One more has not been confirmed",
            "Individuals",
            "張美玲",
            &snapshot.letters[0].sha256,
        ] {
            assert!(text.contains(told), "{name}: {told}: {text}");
        }
    }
    let packet = text_of(&file(&zip, "packet.pdf"));
    assert!(packet.contains("What others say") && packet.contains("Nadie nos preguntó."), "{packet}");
    assert!(packet.contains("President, Harbor Teachers Union"), "{packet}");
    let manifest: serde_json::Value = serde_json::from_slice(&file(&zip, "manifest.json")).unwrap();
    assert_eq!(manifest["letters"][0]["organizations"], 40);
    assert_eq!(manifest["letters"][0]["asked_again"], 3);
    verify(Cursor::new(zip)).unwrap();
}

#[test]
fn a_letter_is_a_word_file_with_the_same_names() {
    let zip = built(&with_letter());
    let docx = file(&zip, "letters/school-committee.docx");
    let document = String::from_utf8(file(&docx, "word/document.xml")).unwrap();
    for told in
        ["Neighbors of Ward 39", "Co-signed by 40 organizations and 2 individuals", "張美玲", "<w:tbl>"]
    {
        assert!(document.contains(told), "{told}");
    }
}

#[test]
fn the_same_letters_and_pictures_give_the_same_bytes() {
    let snapshot = with_letter();
    assert!(built(&snapshot) == built(&snapshot));
}
