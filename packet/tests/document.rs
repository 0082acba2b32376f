//! What a letter must be, tried on the bytes that come out: every word of it, in PDF and in Word.
//! PDFs are read by poppler, Word files as the archives of XML they are.
#![allow(clippy::unwrap_used, reason = "tests may")]

mod common;

use std::io::{Cursor, Read};

use common::pdf_text;
use jiff::Timestamp;
use redress_packet::{Block, Direction, Document, Line};
use zip::ZipArchive;

const TEXTS: [(&str, &str, &str); 7] = [
    (
        "en",
        "Testimony on docket 0617",
        "My name is Siobhán O’Brien–Łukasz. I have lived in *Dorchester* for **thirty** years.\n\nPlease:\n\n- vote no\n- ask [who reads along](https://example.org/who?a=1&b=2)\n\n3. third\n4. fourth\n\n> Nobody asked us.\n\nRespectfully",
    ),
    (
        "es",
        "Testimonio",
        "Señoras y señores: ¿por qué leen lo que mi *hija* escribe? Vivo aquí desde **niña**.",
    ),
    (
        "ht",
        "Temwayaj mwen",
        "Mwen rele Jean-Baptiste Désir. Mwen pa vle polis la li sa pitit mwen ekri sou entènèt. Mèsi anpil, se sa mwen mande nou: pa achte lojisyèl sa a.",
    ),
    (
        "vi",
        "Lời chứng",
        "Tôi tên là Nguyễn Thị Hồng Đào. Tôi không muốn cảnh sát đọc những gì *con tôi* viết. Xin quý vị bỏ phiếu **chống**.",
    ),
    (
        "zh-Hant",
        "證詞",
        "我叫陳麗華，住在華埠。\n\n我不希望警察閱讀我女兒寫的每一句話。請投**反對**票，謝謝各位。",
    ),
    (
        "ar",
        "شهادة",
        "اسمي فاطمة الزهراء. أسكن في بوسطن منذ عشرين سنة. لا أريد أن تقرأ الشرطة ما تكتبه ابنتي.\n\n- صوتوا ضد القرار\n- اسألوا الجيران",
    ),
    ("he", "עדות", "שמי שרה כהן. אני גרה בברוקליין. אנא הצביעו נגד."),
];

fn document(language: &str, title: &str, text: &str) -> Document {
    Document {
        rolls: Vec::new(),
        kicker: "Written testimony".into(),
        title: title.into(),
        author: "Ana <Silva> & \"co\"".into(),
        language: language.into(),
        direction: Direction::of(language),
        frame_language: "en".into(),
        lines: vec![
            Line::new("To", "Committee on Public Safety\nOne City Hall Square"),
            Line::new("Docket", "0617"),
            Line::new("", "28 November 2025"),
        ],
        body: Block::parse(text),
        signature: vec!["Ana Silva".into(), "Dorchester".into()],
        foot: "As of 28 November 2025".into(),
    }
}

fn at() -> Timestamp {
    "2025-11-28T22:00:00Z".parse().unwrap()
}

fn part(docx: &[u8], path: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(docx)).unwrap().by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The text of a Word file's body, paragraph by paragraph.
fn docx_text(docx: &[u8]) -> String {
    let xml = part(docx, "word/document.xml");
    let mut out = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.split([' ', '/']).find(|it| !it.is_empty()).unwrap_or_default();
        match name {
            "w:t" if !tag.starts_with('/') => out.push_str(text),
            "w:p" if tag.starts_with('/') => out.push('\n'),
            "w:br" | "w:tab" => out.push('\n'),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '•' | '‣')).collect()
}

#[test]
fn every_letter_comes_out_of_pdf_and_word() {
    for (language, title, text) in TEXTS {
        // Poppler finds the main direction of a page from the whole of it, so there is a page's worth of text.
        let document = document(language, title, &[text; 4].join("\n\n"));
        let plain = Block::plain(&document.body);
        let pdf = pdf_text(&document.pdf(at()).unwrap());
        let word = docx_text(&document.docx(at()).unwrap());
        for (file, found) in [("PDF", letters(&pdf)), ("Word", letters(&word))] {
            for line in plain.lines().chain([title, "Ana Silva", "Committee on Public Safety"]) {
                assert!(
                    found.contains(&letters(line)),
                    "{language}: {line} is not in the {file}:\n{pdf}\n{word}"
                );
            }
        }
    }
}

#[test]
fn equal_documents_give_equal_bytes_whatever_was_written_before() {
    let english = document(TEXTS[0].0, TEXTS[0].1, TEXTS[0].2);
    let arabic = document(TEXTS[5].0, TEXTS[5].1, TEXTS[5].2);
    let first = (english.pdf(at()).unwrap(), english.docx(at()).unwrap());
    arabic.docx(at()).unwrap();
    let second = std::thread::spawn(move || {
        arabic.docx(at()).unwrap();
        (english.pdf(at()).unwrap(), english.docx(at()).unwrap())
    });
    assert!(first == second.join().unwrap());
}

#[test]
fn a_pdf_is_tagged_titled_and_names_its_language() {
    for (language, mark) in
        [("en", "/Lang(en"), ("ar", "/Lang(ar"), ("ht", "/Lang(ht"), ("zh-Hant", "/Lang(zh")]
    {
        let pdf = document(language, "T", "A *b* [c](https://e.example)").pdf(at()).unwrap();
        let pdf = String::from_utf8_lossy(&pdf);
        for mark in [
            "<pdfuaid:part>1<",
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "/Marked true",
            "/FontFile",
            mark,
        ] {
            assert!(pdf.contains(mark), "no {mark}");
        }
    }
}

#[test]
fn a_word_file_has_real_headings_lists_and_links_and_names_its_language() {
    let docx = document("en", TEXTS[0].1, &format!("# Why\n\n{}", TEXTS[0].2)).docx(at()).unwrap();
    let body = part(&docx, "word/document.xml");
    for mark in [
        r#"<w:pStyle w:val="Title" />"#,
        r#"<w:pStyle w:val="Heading1" />"#,
        r#"<w:numId w:val="2" />"#,
        r#"<w:numId w:val="3" />"#,
        r#"<w:hyperlink r:id="rIdLink1""#,
        "<w:b />",
        "<w:i />",
    ] {
        assert!(body.contains(mark), "no {mark} in {body}");
    }
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains(r#"<w:name w:val="heading 1" />"#), "{styles}");
    assert!(styles.contains(r#"<w:lang w:val="en""#), "{styles}");
    let links = part(&docx, "word/_rels/document.xml.rels");
    assert!(links.contains(r#"Target="https://example.org/who?a=1&amp;b=2""#), "{links}");
    let numbering = part(&docx, "word/numbering.xml");
    assert!(numbering.contains(r#"<w:start w:val="3" />"#), "the second list begins with 3: {numbering}");
    let properties = part(&docx, "docProps/core.xml");
    assert!(properties.contains("<dc:title>Testimony on docket 0617</dc:title>"), "{properties}");
    assert!(properties.contains("<dc:language>en</dc:language>"));
    assert!(properties.contains("<dc:creator>Ana &lt;Silva&gt; &amp; &quot;co&quot;</dc:creator>"));
    assert!(properties.contains("2025-11-28T22:00:00Z"));

    let docx = document("ar", TEXTS[5].1, TEXTS[5].2).docx(at()).unwrap();
    let body = part(&docx, "word/document.xml");
    // Kicker, title and three lines are the deliverer's English; text and signature run from right to left.
    assert_eq!(body.matches("<w:bidi />").count(), body.matches("<w:p ").count() - 5, "{body}");
    assert!(part(&docx, "word/styles.xml").contains(r#"<w:rtl /><w:lang w:val="ar""#));
}

#[test]
fn what_a_person_typed_is_never_markup_of_the_file() {
    let odd =
        "#import \"x\": * #panic() $x$ @ref <tag> \\ // \"q\" -- = h [y] {{z}} <w:t>a</w:t> ]]> &amp;amp;";
    let mut document = document("en", odd, "x");
    document.body = vec![Block::Paragraph {
        text: vec![redress_packet::Inline { text: odd.into(), ..Default::default() }],
    }];
    document.signature = vec![odd.into(), "\u{1}\u{7}\u{FFFE}".into()];
    document.lines = vec![Line::new("To", odd)];
    let pdf = letters(&pdf_text(&document.pdf(at()).unwrap()));
    assert_eq!(pdf.matches(&letters(odd)).count(), 4, "{pdf}");
    let word = letters(&docx_text(&document.docx(at()).unwrap()));
    assert_eq!(word.matches(&letters(odd)).count(), 4, "{word}");
}

#[test]
fn hard_texts_can_be_set() {
    for text in [
        String::new(),
        ">".repeat(3_000) + "x",
        "- ".repeat(3_000) + "x",
        "*".repeat(5_000),
        "[a](https://e.example/".to_owned() + &"x".repeat(5_000) + ")",
        "[a](mailto:a@b.example) [](https://e.example) [b](https://)".to_owned(),
        "x".repeat(20_000),
        "😀 ꦲꦤ \u{202E}evil \u{E000}".to_owned(),
        "18446744073709551615. x".to_owned(),
        "999999999. x\n1000000000. y".to_owned(),
        "    code\n    more\n\n```\nfenced\n```\n\n| a | b |\n|---|---|\n| c | d |".to_owned(),
    ] {
        let document = document("en", "T", &text);
        document.pdf(at()).unwrap_or_else(|error| panic!("{text:.40}: {error}"));
        document.docx(at()).unwrap();
    }
    let bare = Document { title: "T".into(), ..Document::default() };
    bare.pdf(at()).unwrap();
    bare.docx(at()).unwrap();
}

#[test]
fn libreoffice_opens_a_word_file_and_reads_every_letter() {
    let folder = std::env::temp_dir().join(format!("redress-word-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (language, title, text) in [TEXTS[0], TEXTS[2], TEXTS[4], TEXTS[5]] {
        let document = document(language, title, text);
        let file = folder.join(format!("{language}.docx"));
        std::fs::write(&file, document.docx(at()).unwrap()).unwrap();
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
        let status = std::process::Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
            .args([&folder, &file])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status()
            .expect(
                "soffice is needed to open Word files; install the Debian package libreoffice-writer-nogui",
            );
        assert!(status.success());
        let found = letters(&std::fs::read_to_string(file.with_extension("txt")).unwrap());
        for line in Block::plain(&document.body).lines().chain([title, "Ana Silva"]) {
            assert!(found.contains(&letters(line)), "{language}: LibreOffice lacks {line}:\n{found}");
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}
