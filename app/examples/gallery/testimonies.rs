//! Testimony at the desk with made-up people, to look at without a server.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use redress_app::desk::speakers::{HearingOrder, Speaker, SpeakersView};
use redress_app::desk::testimonies::*;
use redress_app::desk::{Desk, speakers};
use redress_app::parts::Typed;
use redress_app::words::Words;
use redress_domain::*;

use crate::html;

const TODAY: Date = date(2020, 6, 9);
const BASE: &str = "/admin/c/ban-face-surveillance";
const TEMPLATE: &str = "I write in support of docket 0683, the ordinance banning face surveillance in Boston. \
    Face recognition is wrong more often for women and for people of color. No neighbor should have to prove to a \
    machine that they are not someone else. I ask the council to pass the ordinance without exceptions.";
const OWN: &str = "My mother cleans offices downtown and takes the first train at five. In May two officers stopped \
    her at Ruggles and held a phone to her face. She was let go after half an hour, and she lost the shift. If you \
    need to ask her, she is at 24 Beacon Street, or call 617-555-0123.\n\n";

/// File names and pages, in both languages.
pub fn pages() -> Vec<(String, String)> {
    Locale::ALL.iter().flat_map(|locale| in_language(Words(*locale))).collect()
}

fn in_language(words: Words) -> Vec<(String, String)> {
    let one_page = |view: &OneView| {
        html(&one::head(words, view), || one::page(words, &at("/testimonies/x", Role::Moderator), view))
    };
    let queue_page = |view: &QueueView, role| {
        html(&queue::head(words, view), || queue::page(words, &at("/testimonies", role), view))
    };
    let full = queue_view(words, true);
    let mut empty = QueueView { terms: terms([0; 8]), ..full.clone() };
    empty.queue = Some(Queue { rows: vec![], ..full.queue.clone().expect("there is one") });
    let mut typed = Typed::default();
    typed.set("reason", "");
    let refused = OneView {
        errors: FieldError { field: "reason", message: "error-testimony-reason-empty" }.into(),
        typed,
        ..one_view()
    };
    let letters = letters_view();
    let order = speakers_view();
    let pages = [
        ("testimonies", queue_page(&full, Role::Moderator)),
        ("testimonies-viewer", queue_page(&queue_view(words, false), Role::Viewer)),
        ("testimonies-empty", queue_page(&empty, Role::Moderator)),
        ("testimony", one_page(&one_view())),
        ("testimony-refused", one_page(&refused)),
        ("testimony-arabic", one_page(&arabic())),
        (
            "letters",
            html(&letters::head(words, &letters), || {
                letters::page(words, &at("/testimonies/letters", Role::Moderator), &letters)
            }),
        ),
        (
            "speakers",
            html(&speakers::head(words, &order), || {
                speakers::page(words, &at("/speakers", Role::Moderator), &order)
            }),
        ),
    ];
    pages.into_iter().map(|(name, page)| (format!("desk-{name}.{}.html", words.0), page)).collect()
}

fn at(path: &str, role: Role) -> Desk {
    Desk {
        rights: HostRights::All,
        member: "Robin Okafor".to_owned(),
        organization: "Bay Civil Liberties Union".to_owned(),
        role,
        path: format!("{BASE}{path}"),
        today: TODAY,
    }
}

fn id(number: u128) -> TestimonyId {
    format!("00000000-0000-0000-0000-{number:012x}").parse().expect("it is an id")
}

fn slug() -> Slug {
    Slug::parse("ban-face-surveillance").expect("it is one")
}

fn zoned(text: &str) -> Zoned {
    let at: Timestamp = text.parse().expect("it is an instant");
    at.to_zoned(TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").expect("it is a zone"))
}

fn terms(counts: [u64; 8]) -> Vec<Term> {
    let parts =
        ["received", "submitted", "confirmed", "approved", "returned", "included", "withdrawn", "expired"];
    let term = |(part, count)| Term { part, count, href: Some("#".to_owned()), current: part == "confirmed" };
    parts.into_iter().zip(counts).map(term).collect()
}

fn queue_view(words: Words, reads: bool) -> QueueView {
    let group = |name, labels: &[&str]| FilterGroup {
        name,
        links: labels
            .iter()
            .enumerate()
            .map(|(at, label)| FilterLink {
                label: (*label).to_owned(),
                href: "#".to_owned(),
                current: at == 0 && name != "testimonies-filter-only",
            })
            .collect(),
    };
    let any = words.say("testimonies-any");
    let stance = |stance: Stance| words.say(&format!("testimony-stance-{stance}"));
    let stances = Stance::ALL.iter().map(|one| stance(*one)).collect::<Vec<_>>();
    let only =
        ["testimonies-flagged", "testimonies-form-letter", "testimonies-speaking"].map(|key| words.say(key));
    let row = |number, name: &str, organization: Option<&str>, text: &str, language: &str| QueueRow {
        id: id(number),
        name: Some(name.to_owned()),
        organization: organization.map(str::to_owned),
        begins: text.chars().take(150).collect::<String>() + "…",
        language: language.to_owned(),
        state: TestimonyState::Confirmed,
        stance: Some(if number == 4 { Stance::Opposed } else { Stance::InFavor }),
        dockets: if number % 2 == 0 { "0683, 0397" } else { "0683" }.to_owned(),
        own_percent: (number != 2).then_some(u8::try_from(number * 17 % 100).unwrap_or(0)),
        flags: if number == 1 { vec![Flag::Phone, Flag::Street] } else { vec![] },
        speaks: number % 3 == 1,
        assigned: (number % 2 == 1).then(|| "Robin Okafor".to_owned()),
        sent: Some(date(2020, 6, i8::try_from(number).unwrap_or(1))),
    };
    let queue = Queue {
        filters: vec![
            group("testimonies-filter-matter", &[&any, "0683", "0397"]),
            group("testimonies-filter-stance", &[&any, &stances[0], &stances[1], &stances[2]]),
            group(
                "testimonies-filter-assigned",
                &[&any, &words.say("testimonies-nobody"), &words.say("testimonies-me"), "Sam Idowu"],
            ),
            group("testimonies-filter-only", &[&only[0], &only[1], &only[2]]),
        ],
        find: String::new(),
        kept: vec![],
        clear: "#".to_owned(),
        rows: vec![
            row(1, "Yolanda Brackwater", None, OWN, "en"),
            row(
                2,
                "Tomás Iriarte-Quill",
                Some("Dock and Market Workers, Local 88"),
                "Escribo en nombre de los \
                trabajadores del muelle, que ven las cámaras todos los días y a quienes nadie preguntó nada antes",
                "es",
            ),
            row(3, "Anh Thư Ngọc Trầm", None, TEMPLATE, "en"),
            row(
                4,
                "Ulric Fennimore",
                Some("Harbor Merchants’ Association"),
                "Our members pay for the cameras on their \
                own doors and see no reason why the city should throw away a tool that other cities use with care",
                "en",
            ),
            row(
                5,
                "منى الخطيب الوهمية",
                None,
                "أكتب إليكم دعما للمشروع رقم 0683 لأنني معلمة في هذه المدينة وأخاف على \
                طلابي من الكاميرات التي تتبعهم من البيت إلى المدرسة كل يوم",
                "ar",
            ),
        ],
        count: Some(37),
        stopped_after: None,
        next: Some("#".to_owned()),
        first: None,
    };
    QueueView {
        slug: slug(),
        title: "Ban face surveillance in Boston".to_owned(),
        terms: terms([1_214, 61, 37, 1_058, 9, 0, 41, 8]),
        matters: vec![
            MatterNumbers {
                matter: "0683 · Ordinance banning face surveillance".to_owned(),
                counts: vec![1_031, 14, 6],
            },
            MatterNumbers {
                matter: "0397 · Ordinance on community control over police surveillance".to_owned(),
                counts: vec![702, 3, 2],
            },
        ],
        stances: vec![1_072, 16, 7],
        queue: reads.then_some(queue),
    }
}

fn one_view() -> OneView {
    let text = format!("{OWN}{TEMPLATE}");
    let found = flags(&text);
    let measured = own_words(&text, [TEMPLATE]);
    OneView {
        slug: slug(),
        title: "Ban face surveillance in Boston".to_owned(),
        id: id(1),
        name: Some("Yolanda Brackwater".to_owned()),
        organization: Some("Tenants of Hollow Street".to_owned()),
        writer_title: Some("Secretary".to_owned()),
        authority: Some("the meeting of 3 June voted on it".to_owned()),
        mailbox: Some("yolanda@people.example".to_owned()),
        state: TestimonyState::Confirmed,
        late: false,
        stance: Some(Stance::InFavor),
        matters: vec!["0683 · Ordinance banning face surveillance".to_owned()],
        hearing: Some(("Hearing on dockets 0683 and 0397".to_owned(), zoned("2020-06-09T19:00:00Z"))),
        residency: Some(Residency::Lives),
        zip: "02119".to_owned(),
        language: "en".to_owned(),
        language_name: "English".to_owned(),
        speaking: Speaking::ByVideo,
        sent: Some(zoned("2020-06-05T16:20:00Z")),
        words: u32::try_from(measured.words).unwrap_or(0),
        seconds: ReadAloud::of(&text, "en", 2).seconds,
        text_number: 2,
        own_percent: measured.percent(),
        template: Some("In support, in a few sentences".to_owned()),
        pieces: pieces(&text, &measured.template_parts, &found),
        flags: vec![(Flag::Phone, 1), (Flag::Street, 1)],
        decided: Some(("Sam Idowu".to_owned(), zoned("2020-06-06T15:00:00Z"))),
        reason: Some("Please leave out your mother’s name; you can keep everything else.".to_owned()),
        notes: vec![NoteView {
            by: "Sam Idowu".to_owned(),
            at: zoned("2020-06-07T13:05:00Z"),
            text: "Called her: the address is the office’s, she is fine with leaving it out.".to_owned(),
        }],
        team: vec![("a".to_owned(), "Robin Okafor".to_owned()), ("b".to_owned(), "Sam Idowu".to_owned())],
        assigned: "b".to_owned(),
        typed: Typed::default(),
        errors: FieldErrors::default(),
        done: None,
        meanwhile: None,
    }
}

fn arabic() -> OneView {
    let text = "أكتب إليكم دعما للمشروع رقم 0683 لأنني معلمة في هذه المدينة.\n\nأخاف على طلابي من الكاميرات التي \
        تتبعهم من البيت إلى المدرسة كل يوم. اتصلوا بي: ٦١٧-٥٥٥-٠١٢٣.";
    OneView {
        name: Some("منى الخطيب الوهمية".to_owned()),
        organization: None,
        language: "ar".to_owned(),
        language_name: "العربية (Arabic)".to_owned(),
        pieces: pieces(text, &[], &flags(text)),
        flags: vec![(Flag::Phone, 1)],
        template: None,
        own_percent: 100,
        text_number: 1,
        reason: None,
        decided: None,
        notes: vec![],
        meanwhile: Some(
            "Sam Idowu was quicker: this testimony is now “Approved”. Nothing of yours was done. Look at it again, \
             then decide."
                .to_owned(),
        ),
        state: TestimonyState::Approved,
        ..one_view()
    }
}

fn letters_view() -> LettersView {
    let sender = |number: u128, name: &str| Sender {
        id: id(number),
        name: Some(name.to_owned()),
        organization: (number == 3).then(|| "Tenants of Hollow Street".to_owned()),
        sent: Some(date(2020, 6, 4)),
    };
    let names = ["Anh Thư Ngọc Trầm", "Bartholomew Quince", "Celestine Abara-Holt", "Dov Winterbourne"];
    let senders: Vec<Sender> = names.iter().zip(1..).map(|(name, number)| sender(number, name)).collect();
    let measured = own_words(TEMPLATE, [TEMPLATE]);
    let letter = Letter {
        template: Some("In support, in a few sentences".to_owned()),
        representative: senders[0].clone(),
        pieces: pieces(TEMPLATE, &measured.template_parts, &[]),
        language: "en".to_owned(),
        count: 412,
        senders: senders.clone(),
    };
    let copied = Letter { template: None, count: 4, pieces: pieces(OWN, &[], &[]), ..letter.clone() };
    LettersView {
        slug: slug(),
        title: "Ban face surveillance in Boston".to_owned(),
        letters: vec![letter, copied],
        compared: 1_095,
        more: false,
    }
}

fn speakers_view() -> SpeakersView {
    let start: Timestamp = "2020-06-09T19:00:00Z".parse().expect("it is an instant");
    let zone = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").expect("it is a zone");
    let times: Vec<Zoned> = starts(start, 2, 4).map(|at| at.to_zoned(zone.clone())).collect();
    let people = [
        ("Yolanda Brackwater", Some("Tenants of Hollow Street"), Speaking::ByVideo, 190, true),
        ("Tomás Iriarte-Quill", Some("Dock and Market Workers, Local 88"), Speaking::InPerson, 380, true),
        ("منى الخطيب الوهمية", None, Speaking::ByVideo, 120, false),
    ];
    let speakers = people
        .into_iter()
        .enumerate()
        .map(|(place, (name, organization, how, words, read))| Speaker {
            id: id(place as u128 + 1),
            name: name.to_owned(),
            organization: organization.map(str::to_owned),
            how,
            at: times[place].clone(),
            length: ReadAloud::of(&"word ".repeat(words), "en", 2),
            read,
        })
        .collect();
    let order = HearingOrder {
        id: "00000000-0000-0000-0000-000000000001".parse().expect("it is an id"),
        title: "Hearing on dockets 0683 and 0397".to_owned(),
        starts: times[0].clone(),
        place: "Christopher A. Iannella Chamber, Boston City Hall".to_owned(),
        state: HearingState::Planned,
        minutes: 2,
        speakers,
        ends: times[3].clone(),
    };
    let off = HearingOrder {
        id: "00000000-0000-0000-0000-000000000002".parse().expect("it is an id"),
        title: "Working session".to_owned(),
        state: HearingState::CalledOff,
        speakers: vec![],
        ..order.clone()
    };
    SpeakersView {
        slug: slug(),
        title: "Ban face surveillance in Boston".to_owned(),
        hearings: vec![order, off],
        done: Some(("speakers-done", false)),
    }
}
