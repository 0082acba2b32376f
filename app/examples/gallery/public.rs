//! The pages for everybody: a campaign in its states, signing from the form to the thanks, one's own page, refusals.
//! The people are made up; the campaign is the demo's first.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use redress_app::campaign::model::*;
use redress_app::mine::model::{MineSignature, MineView};
use redress_app::petition::model::{ConfirmState, ConfirmView, SignFormView};
use redress_app::refusal::Why;
use redress_app::words::Words;
use redress_app::{campaign, home, mine, petition, refusal};
use redress_domain::{
    CampaignState, Locale, RawSignForm, SignForm, SignRules, SignatureState, StreetRule, Visibility,
};

use crate::html;

const TODAY: Date = date(2017, 11, 23);
const BASE_URL: &str = "https://petitions.example.org";
const EN: Words = Words(Locale::En);
const ES: Words = Words(Locale::Es);

/// File names and pages.
pub fn pages() -> Vec<(String, String)> {
    let mut pages = vec![
        ("home.html", html(&home::frame(EN, BASE_URL), || home::page(EN, &cards()))),
        ("home-es.html", html(&home::frame(ES, BASE_URL), || home::page(ES, &cards()))),
        ("home-empty.html", html(&home::frame(EN, BASE_URL), || home::page(EN, &[]))),
        ("campaign.html", shown(EN, &sample(EN))),
        ("campaign-es.html", shown(ES, &sample(ES))),
        ("campaign-new.html", shown(EN, &unsigned())),
        ("campaign-draft.html", shown(EN, &CampaignView { state: CampaignState::Draft, ..unsigned() })),
    ];
    for (name, state) in [
        ("campaign-paused.html", CampaignState::Paused),
        ("campaign-closed.html", CampaignState::Closed),
        ("campaign-won.html", CampaignState::Won),
    ] {
        pages.push((name, shown(EN, &CampaignView { state, ..sample(EN) })));
    }
    let archived = CampaignView { state: CampaignState::Archived, recent: Vec::new(), ..sample(ES) };
    pages.push(("campaign-archived-es.html", shown(ES, &archived)));
    pages.extend(signing());
    pages.extend(own());
    let mut pages: Vec<_> = pages.into_iter().map(|(name, page)| (name.to_owned(), page)).collect();
    for status in [403, 404, 405, 410, 413, 422, 429, 500, 503] {
        let reference = (status >= 500).then_some("7F3K-29QD");
        let page = html(&refusal::frame(EN, &Why::Status(status)), || {
            refusal::page(EN, &Why::Status(status), reference)
        });
        pages.push((format!("refusal-{status}.html"), page));
    }
    pages.push((
        "refusal-404-es.html".to_owned(),
        html(&refusal::frame(ES, &Why::Status(404)), || refusal::page(ES, &Why::Status(404), None)),
    ));
    pages
}

fn signing() -> Vec<(&'static str, String)> {
    let demanding = SignRules { street: StreetRule::Required, elsewhere: false, comments: true };
    let strict = CampaignView { rules: demanding, ..sample(EN) };
    let wrong = RawSignForm {
        name: "Siobhan O’Brien".to_owned(),
        email: "siobhan@".to_owned(),
        zip: "2130".to_owned(),
        comment:
            "My students write in four languages. None of them should have to think of the police first."
                .to_owned(),
        ..RawSignForm::default()
    };
    vec![
        ("sign.html", form(EN, &sample(EN), RawSignForm::default())),
        ("sign-errors.html", refused(EN, &strict, wrong.clone())),
        ("sign-errors-es.html", refused(ES, &sample(ES), wrong)),
        (
            "sign-closed.html",
            form(EN, &CampaignView { state: CampaignState::Closed, ..sample(EN) }, RawSignForm::default()),
        ),
        ("sent.html", html(&redress_app::parts::sent_frame(EN), || petition::sent(EN, &sample(EN), true))),
        (
            "sent-es.html",
            html(&redress_app::parts::sent_frame(ES), || petition::sent(ES, &sample(ES), false)),
        ),
        ("confirm.html", confirm(EN, ConfirmState::Ready)),
        ("confirm-es.html", confirm(ES, ConfirmState::Ready)),
        ("confirmed.html", confirm(EN, counted())),
        ("confirmed-es.html", confirm(ES, counted())),
        ("confirm-late.html", confirm(EN, ConfirmState::TooLate)),
        ("confirm-withdrawn.html", confirm(EN, ConfirmState::Withdrawn)),
    ]
}

fn own() -> Vec<(&'static str, String)> {
    let full = MineView {
        token: "t".to_owned(),
        signatures: signatures(),
        done: Some("mine-done-visibility"),
        wrong: None,
    };
    let wrong = full.signatures.first().map(|signature| (signature.id, "sure", "mine-error-sure"));
    let unsure = MineView { done: None, wrong, ..full.clone() };
    let empty = MineView { done: Some("mine-done-erase"), signatures: Vec::new(), ..full.clone() };
    vec![
        ("mine.html", html(&mine::frame(EN, &full), || mine::page(EN, &full))),
        ("mine-es.html", html(&mine::frame(ES, &unsure), || mine::page(ES, &unsure))),
        ("mine-empty.html", html(&mine::frame(EN, &empty), || mine::page(EN, &empty))),
    ]
}

fn shown(words: Words, view: &CampaignView) -> String {
    let sign = SignFormView { seen: "seen".to_owned(), ..SignFormView::default() };
    html(&campaign::frame(words, view, BASE_URL), || campaign::page(words, view, &sign))
}

fn form(words: Words, view: &CampaignView, typed: RawSignForm) -> String {
    let sign = SignFormView { typed, seen: "seen".to_owned(), ..SignFormView::default() };
    html(&petition::frame(words, view, &sign, BASE_URL), || petition::page(words, view, &sign))
}

fn refused(words: Words, view: &CampaignView, typed: RawSignForm) -> String {
    let errors = SignForm::parse(&typed, view.rules).err().unwrap_or_default();
    let sign = SignFormView { typed, errors, seen: "seen".to_owned(), ..SignFormView::default() };
    html(&petition::frame(words, view, &sign, BASE_URL), || petition::page(words, view, &sign))
}

fn confirm(words: Words, state: ConfirmState) -> String {
    let campaign = CampaignView { signed: 3_088, ..sample(words) };
    let view = ConfirmView { token: "t".to_owned(), campaign, name: "Amara Okafor".to_owned(), state };
    html(&petition::confirm_frame(words, &view), || petition::confirm(words, &view))
}

fn counted() -> ConfirmState {
    ConfirmState::Counted { mine: "/mine/t".to_owned() }
}

fn unsigned() -> CampaignView {
    CampaignView { signed: 0, recent: Vec::new(), timeline: Vec::new(), ..sample(EN) }
}

fn sample(words: Words) -> CampaignView {
    let english = words == EN;
    let or = |en: &str, es: &str| if english { en.to_owned() } else { es.to_owned() };
    let petition =
        if english { include_str!("texts/petition.en.md") } else { include_str!("texts/petition.es.md") };
    let story = if english { include_str!("texts/story.en.md") } else { include_str!("texts/story.es.md") };
    let entry = |day, time, text, next| TimelineView { day, time, text, next };
    CampaignView {
        slug: slug(),
        state: CampaignState::Live,
        languages: vec![Locale::En, Locale::Es],
        title: or(
            "Stop the software that watches what we post",
            "Que Boston no compre un programa para vigilar lo que publicamos",
        ),
        standfirst: or(
            "The police department is choosing a company to search and map what Boston says online. The Mayor can still call it off, as long as there is no contract.",
            "La policía está por elegir una empresa que busque y organice en mapas lo que Boston dice en internet. Mientras no haya contrato, el alcalde todavía puede cancelarlo.",
        ),
        target_line: or(
            "To Mayor Walsh and the Boston City Council",
            "Al alcalde Walsh y al Concejo Municipal de Boston",
        ),
        ask: or(
            "We ask the Mayor to withdraw the request for proposals, and the Council to let no surveillance technology be bought in Boston without a public hearing and a public vote.",
            "Pedimos al alcalde que retire la convocatoria, y al Concejo que no permita la compra de ninguna tecnología de vigilancia en Boston sin una audiencia pública y una votación pública.",
        ),
        story: story.to_owned(),
        petition: PetitionView {
            number: 2,
            text: petition.trim().to_owned(),
            hash: "9b1c4e0f6a7d2c3b5e8f90a1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5e".to_owned(),
            since: date(2017, 10, 20),
            earlier: vec![EarlierVersion {
                number: 1,
                since: date(2017, 10, 12),
                text: or(
                    "To the Mayor of Boston:\n\nWe ask you not to buy software that watches what we write.",
                    "Al alcalde de Boston:\n\nLe pedimos que no compre un programa que vigile lo que escribimos.",
                ),
                hash: "0a1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5e9b1c4e0f6a7d2c3b5e8f9".to_owned(),
            }],
        },
        signed: 3_087,
        goal: Some(3_500),
        closes: TimeZone::posix("EST5EDT,M3.2.0,M11.1.0")
            .and_then(|zone| date(2017, 12, 12).at(17, 0, 0, 0).to_zoned(zone))
            .ok(),
        retention_days: 90,
        rules: SignRules { street: StreetRule::Optional, elsewhere: true, comments: true },
        comments: vec![],
        timeline: vec![
            entry(
                date(2017, 10, 9),
                None,
                or(
                    "The police department asks companies for proposals. [Read the request](https://example.org/request.pdf)",
                    "El Departamento de Policía pide propuestas a las empresas. [Lea la convocatoria](https://example.org/request.pdf)",
                ),
                false,
            ),
            entry(
                date(2017, 12, 5),
                Some(jiff::civil::Time::constant(10, 0, 0, 0)),
                or(
                    "**Hearing of the Committee on Public Safety and Criminal Justice.** Docket 0617, Iannella Chamber, City Hall.",
                    "**Audiencia del Comité de Seguridad Pública y Justicia Penal.** Expediente 0617, Sala Iannella, Alcaldía.",
                ),
                true,
            ),
            entry(
                date(2017, 12, 14),
                None,
                or(
                    "Delivery at City Hall, to the Mayor’s office.",
                    "Entrega en la Alcaldía, en la oficina del alcalde.",
                ),
                false,
            ),
        ],
        recent: recent(),
        places: 0,
        kit: 0,
        testimony: true,
        hosts: vec![
            HostView {
                name: "Bay Civil Liberties Union".to_owned(),
                site: Some("https://bclu.example.org".to_owned()),
            },
            HostView {
                name: "Open Net Alliance".to_owned(),
                site: Some("https://opennet.example.org".to_owned()),
            },
        ],
        partners: vec![
            HostView { name: "Harbor Tenants".to_owned(), site: None },
            HostView {
                name: "Library Workers Local 9".to_owned(),
                site: Some("https://local9.example.org".to_owned()),
            },
        ],
        hearings: redress_app::hearing::PublicHearings::default(),
        record: None,
        statements: Vec::new(),
        letters: Vec::new(),
        today: TODAY,
        share_url: format!("{BASE_URL}/c/stop-social-media-monitoring"),
    }
}

fn recent() -> Vec<SignerLine> {
    let line = |name: Option<&str>, place: &str, day| SignerLine {
        name: name.map(str::to_owned),
        place: place.to_owned(),
        day,
    };
    vec![
        line(Some("Amara Okafor"), "02121", TODAY),
        line(Some("Trần Thị Hoa"), "02122", TODAY),
        line(Some("Luis G."), "02128", TODAY),
        line(None, "02119", date(2017, 11, 22)),
        line(Some("Siobhan O’Brien"), "02130", date(2017, 11, 22)),
        line(Some("محمد علي"), "02125", date(2017, 11, 20)),
        line(
            Some("Wolfeschlegelsteinhausenbergerdorff-Montgomery y de la Santísima Trinidad"),
            "02124",
            date(2017, 11, 19),
        ),
    ]
}

fn cards() -> Vec<CampaignCard> {
    let card = |state, title: &str, standfirst: &str, target: &str, signed, goal, closes| CampaignCard {
        slug: slug(),
        state,
        title: title.to_owned(),
        standfirst: standfirst.to_owned(),
        target_line: target.to_owned(),
        signed,
        goal,
        closes,
    };
    let first = sample(EN);
    vec![
        card(
            first.state,
            &first.title,
            &first.standfirst,
            &first.target_line,
            3_087,
            Some(3_500),
            first.closes,
        ),
        card(
            CampaignState::Live,
            "Keep Boston’s surveillance in public view",
            "Seven city departments must say every year what they watch us with. Ask for a real hearing, with the pages in everybody’s hands.",
            "To the Boston City Council and the Surveillance Oversight Advisory Board",
            12,
            Some(500),
            None,
        ),
        card(
            CampaignState::Won,
            "No face surveillance in Boston",
            "The Council voted unanimously to ban the city’s use of face surveillance.",
            "To the Boston City Council",
            2_311,
            Some(2_000),
            None,
        ),
        card(
            CampaignState::Closed,
            "Who is reading your license plate?",
            "In 2011 the state chose 43 police agencies to be given cameras that note every car that passes.",
            "To the Massachusetts Executive Office of Public Safety and Security",
            874,
            Some(1_000),
            None,
        ),
    ]
}

fn signatures() -> Vec<MineSignature> {
    vec![
        MineSignature {
            id: "4f2d5c1e-8a3b-4c6d-9e0f-1a2b3c4d5e6f".parse().expect("a UUID"),
            path: format!("/c/{}", slug()),
            title: "Stop the software that watches what we post".to_owned(),
            name: "Amara Okafor".to_owned(),
            state: SignatureState::Confirmed,
            visibility: Visibility::Short,
            hears: None,
            news: true,
            comment: Some("My mother’s prayer group meets online.\nIt is nobody’s file.".to_owned()),
            signed_on: date(2017, 11, 23),
        },
        MineSignature {
            id: "5f2d5c1e-8a3b-4c6d-9e0f-1a2b3c4d5e6f".parse().expect("a UUID"),
            path: format!("/c/{}", slug()),
            title: "Who is reading your license plate?".to_owned(),
            name: "Amara Okafor".to_owned(),
            state: SignatureState::Withdrawn,
            visibility: Visibility::Hidden,
            hears: None,
            news: false,
            comment: None,
            signed_on: date(2017, 9, 2),
        },
    ]
}

fn slug() -> redress_domain::Slug {
    "stop-social-media-monitoring".parse().expect("a slug")
}
