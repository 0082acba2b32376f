//! A made-up campaign to make packets of, and the message files read as the server reads them.
//! It is shared by the tests and by the measurement, so that both speak of the same packet.
#![allow(dead_code, reason = "each test and the example use a part of it")]

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use redress_domain::{CutOff, Locale, Residency, Slug, Speaking, Stance, Tally, Visibility};
use redress_packet::{
    Built, Campaign, ExclusionLine, Matter, Options, PetitionVersion, Recipient, ResidencyTally,
    SignatureLine, Slice, Snapshot, TestimonyLine, TestimonyTally, Value, Words, build,
};
use sha2::{Digest, Sha256};

/// Names as people have them, in the scripts of one city.
pub const NAMES: [&str; 24] = [
    "Amara Okafor",
    "Trần Thị Hoa",
    "Luis G.",
    "Nguyễn Hoàng Phượng",
    "Siobhán O’Brien",
    "محمد علي الحسيني",
    "王小明",
    "Юлия Щербакова",
    "김민준",
    "Łukasz Żółć",
    "שרה כהן",
    "Արամ Խաչատրյան",
    "Jean-Baptiste Désir",
    "Ðorđe Nuñez Çelik",
    "張偉",
    "فاطمة الزهراء",
    "Олександр Їжакевич",
    "Prince",
    "王○○",
    "Γιώργος Παπαδόπουλος",
    "Ṣọlá Adébáyọ̀",
    "Đặng Văn Lâm",
    "ሰላም ተስፋዬ",
    "สมชาย ใจดี",
];

const ASK: &str = "We ask the Mayor to withdraw the request for bids, and the Council to let no surveillance \
                   technology be bought without a public vote.";
const LETTER: &str = "Dear Mayor Walsh,\n\nWe bring you the names of neighbors who ask the city not to read along. \
    The police department has asked companies to bid on software that gathers what people post, by keyword, by \
    place and by person. Nobody has said what is kept, for how long, or who may look.\n\nPlease read the names \
    that follow as what they are: people who live, work and study here, and who wish to speak with one another \
    without being watched.\n\nWe are glad to answer questions, and will be at the hearing on 5 December.";

/// The messages of one language.
pub struct Fluent(FluentBundle<FluentResource>);

impl Fluent {
    pub fn new(locale: Locale) -> Self {
        let text = match locale {
            Locale::En => include_str!("../../../app/locales/en/packet.ftl"),
            Locale::Es => include_str!("../../../app/locales/es/packet.ftl"),
        };
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors).unwrap();
        let mut bundle = FluentBundle::new_concurrent(vec![locale.code().parse().unwrap()]);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(grouped(number.value as u64)),
            _ => None,
        }));
        bundle.add_resource(resource).unwrap();
        Self(bundle)
    }
}

impl Words for Fluent {
    fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let message = self.0.get_message(key).unwrap_or_else(|| panic!("no message {key}"));
        let mut values = FluentArgs::new();
        for &(name, value) in args {
            match value {
                Value::Text(text) => values.set(name.to_owned(), text.to_owned()),
                Value::Number(number) => values.set(name.to_owned(), number as f64),
            }
        }
        let mut errors = Vec::new();
        let text = self.0.format_pattern(message.value().unwrap(), Some(&values), &mut errors).into_owned();
        assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A campaign of `count` confirmed signatures, all numbers in agreement.
pub fn snapshot(count: usize) -> Snapshot {
    let versions = [
        format!(
            "We, the undersigned, ask the City of Boston not to buy software that watches what its residents say.\n\n{ASK}"
        ),
        format!(
            "We, the undersigned, ask the City of Boston not to buy software that watches what its residents say on social media.\n\n{ASK}"
        ),
    ];
    let signatures: Vec<_> = (0..count).map(signature).collect();
    let mut residency = ResidencyTally::default();
    signatures.iter().for_each(|line| residency.add(line.residency));
    let signed = |number| signatures.iter().filter(|line| line.version == number).count() as u64;
    let versions = (1..)
        .zip(versions)
        .map(|(number, text)| PetitionVersion {
            number,
            sha256: hex::encode(Sha256::digest(&text)),
            text,
            signed: signed(number),
        })
        .collect();
    let exclusions: Vec<_> = (0..count / 24 + 2).map(exclusion).collect();
    let excluded = exclusions.iter().filter(|line| !line.undone).count() as u64;
    let (pending, expired, withdrawn) = (count as u64 / 40, count as u64 / 60, count as u64 / 90);
    let confirmed = count as u64;
    Snapshot {
        campaign: Campaign {
            slug: Slug::parse("stop-social-media-monitoring").unwrap(),
            title: "Stop the purchase of social media monitoring".into(),
            target: "To Mayor Walsh and the Boston City Council".into(),
            ask: ASK.into(),
            hosts: vec!["Bay Civil Liberties Union".into(), "Open Net Alliance".into()],
        },
        recipient: Recipient {
            name: "Mayor Martin J. Walsh".into(),
            office: "Office of the Mayor".into(),
            address: vec!["One City Hall Square, Suite 500".into(), "Boston, MA 02201".into()],
        },
        matters: vec![Matter {
            docket: "0617".into(),
            title: "Request for bids: social media monitoring software".into(),
        }],
        locale: Locale::En,
        zone: TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap(),
        taken_at: "2025-11-28T22:00:00Z".parse().unwrap(),
        letter: LETTER.into(),
        tally: Tally {
            received: confirmed + pending + expired + withdrawn + excluded,
            confirmed,
            pending,
            expired,
            withdrawn,
            excluded,
        },
        residency,
        shared_mailboxes: count as u64 / 200,
        versions,
        signatures,
        exclusions,
        slice: Slice::All,
        testimonies: Vec::new(),
        testimony_tally: TestimonyTally::default(),
        letters: Vec::new(),
        statements: Vec::new(),
    }
}

fn signature(i: usize) -> SignatureLine {
    let visibility = match i % 20 {
        3 | 12 => Visibility::Hidden,
        7 => Visibility::Short,
        _ => Visibility::Full,
    };
    let places = ["Dorchester", "Jamaica Plain", "East Boston", "Roxbury", "Allston", "Hyde Park"];
    SignatureLine {
        id: format!("s{i}"),
        name: (i % 20 != 3).then(|| name(i)),
        visibility,
        residency: [
            Residency::Lives,
            Residency::Lives,
            Residency::Lives,
            Residency::Works,
            Residency::Studies,
        ]
        .get(i % 6)
        .copied()
        .unwrap_or(Residency::Elsewhere),
        city: places[i % places.len()].into(),
        zip: format!("021{:02}", 8 + i % 30),
        day: day(i),
        version: if i.is_multiple_of(3) { 1 } else { 2 },
        comment: i.is_multiple_of(8).then(|| "My daughter’s prayer group is not a threat.".to_owned()),
    }
}

/// The first names are [`NAMES`] as they are; later ones vary, as a city's do.
fn name(i: usize) -> String {
    let name = NAMES[i % NAMES.len()];
    if i < NAMES.len() {
        name.to_owned()
    } else {
        format!("{name} {}", ["Silva", "Chen", "Baptiste", "Rossi"][i % 4])
    }
}

fn day(i: usize) -> Date {
    date(2025, 11, 1 + (i % 28) as i8)
}

fn exclusion(i: usize) -> ExclusionLine {
    let (rule, reason) = [
        ("mailbox-name", "The same mailbox and the same name."),
        ("name-street-zip", "The same name at the same street and ZIP code."),
    ][i % 2];
    ExclusionLine {
        id: format!("x{i}"),
        rule: rule.into(),
        survivor: Some(format!("s{i}")),
        reason: reason.into(),
        reviewer: if i % 5 == 4 { "Dana Reyes".into() } else { String::new() },
        undone: i % 9 == 8,
    }
}

/// The packet of a snapshot, in memory.
pub fn packet(snapshot: &Snapshot, options: &Options) -> (Vec<u8>, Built) {
    let mut out = Cursor::new(Vec::new());
    let built = build(snapshot, &Fluent::new(snapshot.locale), options, &mut |_| {}, &mut out).unwrap();
    (out.into_inner(), built)
}

/// What poppler reads out of a PDF, without the marks it puts around text that runs from right to left.
pub fn pdf_text(pdf: &[u8]) -> String {
    let mut poppler = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext is needed to read PDFs back; install the Debian package poppler-utils");
    let mut stdin = poppler.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&pdf));
    let output = poppler.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let marks = ['\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{200E}', '\u{200F}'];
    String::from_utf8(output.stdout).unwrap().replace(marks, "")
}

/// What people write, in the languages of a city.
pub const LETTERS: [(&str, &str); 6] = [
    (
        "en",
        "My name is Siobhán O’Brien–Łukasz. I have lived in *Dorchester* for **thirty** years.\n\nPlease:\n\n- vote no on the request for bids\n- ask [who reads along](https://example.org/who?a=1&b=2)\n\nNobody asked us, and nobody has said what is kept.",
    ),
    (
        "ht",
        "Mwen rele Jean-Baptiste Désir. Mwen pa vle polis la li sa pitit mwen ekri sou entènèt.\n\nMèsi anpil. Se sa mwen mande nou: pa achte lojisyèl sa a.",
    ),
    (
        "vi",
        "Tôi tên là Nguyễn Thị Hồng Đào. Tôi không muốn cảnh sát đọc những gì *con tôi* viết. Xin quý vị bỏ phiếu **chống**.",
    ),
    ("zh-Hant", "我叫陳麗華，住在華埠。\n\n我不希望警察閱讀我女兒寫的每一句話。請投**反對**票，謝謝各位。"),
    (
        "ar",
        "اسمي فاطمة الزهراء. أسكن في بوسطن منذ عشرين سنة. لا أريد أن تقرأ الشرطة ما تكتبه ابنتي في المدرسة ولا ما يكتبه أصدقاؤها.\n\nلم يسألنا أحد عن رأينا في هذا الأمر. نطلب من المجلس أن يرفض هذا القرار وأن يسمع صوت الجيران قبل كل شيء.\n\n- صوتوا ضد القرار\n- اسألوا الجيران",
    ),
    ("es", "Señoras y señores: ¿por qué leen lo que mi *hija* escribe? Vivo aquí desde **niña**."),
];

/// A campaign of some signatures and `count` testimonies of about `words` words each, all numbers in agreement.
pub fn with_testimonies(signatures: usize, count: usize, words: usize) -> Snapshot {
    let mut snapshot = snapshot(signatures);
    snapshot
        .matters
        .push(Matter { docket: "0618".into(), title: "A vote on surveillance technology".into() });
    snapshot.testimonies = (0..count).map(|i| testimony(i, words)).collect();
    snapshot.testimony_tally = TestimonyTally {
        received: count as u64 + 9,
        approved: count as u64,
        waiting: 3,
        returned: 2,
        unconfirmed: 1,
        withdrawn: 2,
        expired: 1,
    };
    snapshot
}

fn testimony(i: usize, words: usize) -> TestimonyLine {
    let (language, text) = LETTERS[i % LETTERS.len()];
    let mut letter = format!("{text}\n\n{i}");
    let mut count = letter.split_whitespace().count();
    while count < words {
        // No two paragraphs of two letters are the same, as no two people are.
        let more = format!("\n\n{i}0{count}\n\n{text}").replace("years", &format!("years and {i} days"));
        count += more.split_whitespace().count().max(20);
        letter.push_str(&more);
    }
    TestimonyLine {
        id: format!("t{i}"),
        name: (i % 11 != 7).then(|| name(i)),
        title: if i % 5 == 2 { "Director".into() } else { String::new() },
        organization: if i % 5 == 2 { "Bay Civil Liberties Union".into() } else { String::new() },
        authority: if i % 5 == 2 { "The board voted on 3 November".into() } else { String::new() },
        matters: [vec![0], vec![1, 0], vec![0], vec![], vec![1]][i % 5].clone(),
        stance: [Stance::InFavor, Stance::InFavor, Stance::Opposed, Stance::Neutral][i % 4],
        language: language.into(),
        residency: [Residency::Lives, Residency::Works, Residency::Elsewhere][i % 3],
        zip: if i % 4 == 3 { String::new() } else { format!("021{:02}", 8 + i % 30) },
        day: day(i),
        sent_at: "2025-11-28T21:00:59Z".parse().unwrap(),
        cutoff: CutOff { at: Some("2025-11-28T21:00:00Z".parse().unwrap()), honored_until: None },
        text: letter,
        speaking: [Speaking::No, Speaking::InPerson, Speaking::No, Speaking::ByVideo][i % 4],
        speaker_position: (i % 4 == 1).then(|| 1_000 - i as u32),
        form_group: (i % 20 > 14).then(|| format!("g{}", i / 200)),
        own_percent: if i % 20 > 14 { (i % 40) as u8 } else { 100 },
    }
}
