//! The desk's pages with made-up numbers and names, to look at without a server.
//! Nothing here is read by the product.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use redress_app::desk::*;
use redress_app::outbox::{OutboxList, OutboxMail, OutboxRow};
use redress_app::packet::{PacketRow, PacketState, PacketView, Preflight};
use redress_app::parts::Typed;
use redress_app::session::{InvitationView, LoginView, SetupView};
use redress_app::words::Words;
use redress_app::{outbox, packet, session};
use redress_domain::*;

use crate::html;

const TODAY: Date = date(2017, 11, 23);
const BASE: &str = "/admin/c/stop-social-media-monitoring";

/// File names and pages, in both languages.
pub fn pages() -> Vec<(String, String)> {
    Locale::ALL.iter().flat_map(|locale| in_language(Words(*locale))).collect()
}

fn in_language(words: Words) -> Vec<(String, String)> {
    let mut pages = before(words);
    pages.extend(numbers(words));
    pages.extend(writing(words));
    pages.extend(people(words));
    pages.extend(mail(words));
    let prefixed = |(name, page)| (format!("desk-{name}.{}.html", words.0), page);
    pages.into_iter().map(prefixed).collect()
}

fn before(words: Words) -> Vec<(&'static str, String)> {
    let fresh = LoginView { next: "/admin".into(), ..LoginView::default() };
    let mut typed = Typed::default();
    typed.set("email", "amara@example.org");
    let refused = LoginView { refused: Some("login-refused"), typed: typed.clone(), ..fresh.clone() };
    let wrong = SetupView {
        errors: errors(&[("organization", "error-organization-empty"), ("password", "error-password-short")]),
        typed,
        ..SetupView::default()
    };
    let invitation = InvitationView {
        token: "x".into(),
        organization: "Bay Civil Liberties Union".into(),
        role: Role::Moderator,
        has_account: false,
        typed: Typed::default(),
        errors: FieldErrors::default(),
    };
    let known = InvitationView { has_account: true, role: Role::Owner, ..invitation.clone() };
    let login = |view: &LoginView| html(&session::login_head(words, view), || session::login(words, view));
    let setup = |view: &SetupView| html(&session::setup_head(words, view), || session::setup(words, view));
    let invited = |view: &InvitationView| {
        html(&session::invitation_head(words, view), || session::invitation(words, view))
    };
    vec![
        ("login", login(&fresh)),
        ("login-refused", login(&refused)),
        ("setup", setup(&SetupView::default())),
        ("setup-errors", setup(&wrong)),
        ("invitation", invited(&invitation)),
        ("invitation-known", invited(&known)),
        ("gone", html(&session::gone_head(words, "invitation"), || session::gone(words, "invitation"))),
    ]
}

fn numbers(words: Words) -> Vec<(&'static str, String)> {
    let list = |view: &DeskHome| html(&home::head(words), || home::page(words, &at("/admin"), view));
    let shown = |view: &DashboardView| {
        html(&dashboard::head(words, view), || dashboard::page(words, &at(BASE), view))
    };
    let month = month(words);
    let by_day = date(2017, 1, 3).series(1.day()).take(320).zip(0_u64..);
    let year = DashboardView {
        by_day: by_day.map(|(day, n)| (day, n * 37 % 41 + n / 9, n * 37 % 31 + n / 12)).collect(),
        steps: vec![Step::Resume, Step::Close],
        state: CampaignState::Paused,
        refused: Some("step-refused-state"),
        ..month.clone()
    };
    let new = DashboardView {
        by_day: vec![],
        by_zip: vec![],
        by_residency: vec![],
        by_source: vec![],
        tally: Tally::default(),
        held: 0,
        goal: None,
        state: CampaignState::Draft,
        steps: vec![Step::SendForReview, Step::Publish],
        history: month.history.last().cloned().into_iter().collect(),
        ..month.clone()
    };
    vec![
        ("home", list(&campaigns(words))),
        ("home-empty", list(&DeskHome { campaigns: vec![] })),
        ("dashboard", shown(&month)),
        ("dashboard-year", shown(&year)),
        ("dashboard-new", shown(&new)),
    ]
}

fn writing(words: Words) -> Vec<(&'static str, String)> {
    let shown = |view: &EditorView| {
        let desk = if view.slug.is_some() { at(&format!("{BASE}/edit")) } else { at("/admin/campaigns/new") };
        html(&editor::head(words, view), || editor::page(words, &desk, view))
    };
    let stored = stored();
    let mut typed = stored.typed.clone();
    typed.set("title_es", "");
    typed.set("goal", "many");
    let wrong = EditorView {
        errors: errors(&[
            ("title_es", "error-title-empty"),
            ("goal", "error-goal-form"),
            ("closes_day", "error-closes-form"),
        ]),
        typed,
        done: None,
        ..stored.clone()
    };
    let mut typed = Typed::default();
    for (name, value) in [("lang_en", "on"), ("time_zone", "America/New_York"), ("retention_days", "90")] {
        typed.set(name, value);
    }
    let fresh = EditorView {
        slug: None,
        state: CampaignState::Draft,
        typed,
        errors: FieldErrors::default(),
        has_signatures: false,
        version: 1,
        timeline_rows: 3,
        done: None,
    };
    vec![("editor", shown(&stored)), ("editor-errors", shown(&wrong)), ("editor-new", shown(&fresh))]
}

fn people(words: Words) -> Vec<(&'static str, String)> {
    let held = |view: &HeldView| {
        html(&held::head(words, view), || held::page(words, &at(&format!("{BASE}/held")), view))
    };
    let left_out = |view: &ExclusionsView| {
        html(&exclusions::head(words, view), || {
            exclusions::page(words, &at(&format!("{BASE}/duplicates")), view)
        })
    };
    let packet = |view: &PacketView| {
        html(&packet::head(words, view), || packet::page(words, &at(&format!("{BASE}/packet")), view))
    };
    let team = |view: &MembersView| {
        html(&members::head(words, view), || members::page(words, &at("/admin/members"), view))
    };
    let (some_held, excluded, packets) = (held_rows(words), excluded(words), built(words));
    let none_held = HeldView { rows: vec![], total: 0, done: None, ..some_held.clone() };
    let never = ExclusionsView {
        searched_at: None,
        rows: vec![],
        total: 0,
        by_rule: vec![],
        done: None,
        ..excluded.clone()
    };
    let stopped = PacketView {
        testimonies: 0,
        confirmed: 0,
        preflight: vec![
            Preflight { message: "preflight-pending", count: 1, lines: String::new(), stops: false },
            Preflight { message: "preflight-no-signatures", count: 0, lines: String::new(), stops: true },
        ],
        packets: vec![],
        ..packets.clone()
    };
    let mut typed = Typed::default();
    typed.set("email", "tomas@example.org");
    typed.set("role", "viewer");
    let known = MembersView {
        rows: rows_of_team(),
        typed,
        errors: errors(&[("email", "error-member-known")]),
        done: None,
    };
    vec![
        ("held", held(&some_held)),
        ("held-empty", held(&none_held)),
        ("duplicates", left_out(&excluded)),
        ("duplicates-never", left_out(&never)),
        ("packet", packet(&packets)),
        ("packet-stopped", packet(&stopped)),
        ("members", team(&known)),
    ]
}

fn mail(words: Words) -> Vec<(&'static str, String)> {
    let list = |view: &OutboxList| html(&outbox::list_head(words), || outbox::list(words, view));
    let row = |id: &str, to: &str, subject: &str, hour| OutboxRow {
        id: id.into(),
        to: to.into(),
        subject: subject.into(),
        at: time(hour, 14),
    };
    let some = OutboxList {
        rows: vec![
            row(
                "2",
                "Amara Okafor <amara@example.org>",
                "Confirm your signature: Stop the purchase of social media monitoring",
                9,
            ),
            row("1", "tomas@example.org", "", 8),
        ],
    };
    let mail = OutboxMail {
        to: "Amara Okafor <amara@example.org>".into(),
        subject: "Confirm your signature".into(),
        at: time(9, 14),
        text: "Hello Amara Okafor,\n\npress the button on this page, and your signature counts:\n\n\
               http://localhost:3000/confirm/3q7Zr0y2kTn1vWcXb5s9eA\n\n\
               You get this because somebody signed with this address. If it was not you, do nothing."
            .into(),
        html_path: Some("/outbox/1/html".into()),
    };
    vec![
        ("outbox", list(&some)),
        ("outbox-empty", list(&OutboxList::default())),
        ("outbox-mail", html(&outbox::message_head(words, &mail), || outbox::message(words, &mail))),
    ]
}

fn errors(errors: &[(&'static str, &'static str)]) -> FieldErrors {
    let mut all = FieldErrors::default();
    for (field, message) in errors {
        all.add(field, message);
    }
    all
}

fn slug() -> Slug {
    Slug::parse("stop-social-media-monitoring").expect("letters and single hyphens")
}

fn title(words: Words) -> String {
    say(
        words,
        "Stop the purchase of social media monitoring",
        "Alto a la compra del software que vigila las redes",
    )
    .to_owned()
}

fn say(words: Words, english: &'static str, spanish: &'static str) -> &'static str {
    if words.0 == Locale::En { english } else { spanish }
}

fn at(path: &str) -> Desk {
    Desk {
        rights: HostRights::All,
        member: "Amara Okafor".into(),
        organization: "Bay Civil Liberties Union".into(),
        role: Role::Owner,
        path: path.into(),
        today: TODAY,
    }
}

fn time(hour: i8, minute: i8) -> Zoned {
    // Boston in winter, without asking for a time zone database.
    let zone = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").expect("a POSIX time zone");
    TODAY.at(hour, minute, 0, 0).to_zoned(zone).expect("a time that exists")
}

fn id<T: std::str::FromStr>(number: u32) -> T {
    let Ok(id) = format!("00000000-0000-4000-8000-{number:012}").parse() else { panic!("this is an id") };
    id
}

fn tally(confirmed: u64, pending: u64, expired: u64, withdrawn: u64, excluded: u64) -> Tally {
    let received = confirmed + pending + expired + withdrawn + excluded;
    Tally { received, confirmed, pending, expired, withdrawn, excluded }
}

fn campaigns(words: Words) -> DeskHome {
    let campaign = |slug: &str, english, spanish, state, tally, closes| DeskCampaign {
        slug: Slug::parse(slug).expect("a slug"),
        title: say(words, english, spanish).to_owned(),
        state,
        tally,
        closes,
    };
    let closes = time(17, 0).checked_add(19.days()).expect("a day in December");
    DeskHome {
        campaigns: vec![
            campaign(
                "testimony-drive",
                "Two ordinances, one hearing",
                "Dos ordenanzas, una audiencia",
                CampaignState::Draft,
                Tally::default(),
                None,
            ),
            campaign(
                "stop-social-media-monitoring",
                "Stop the purchase of social media monitoring",
                "Alto a la compra del software que vigila las redes",
                CampaignState::Live,
                tally(3_087, 198, 12, 20, 95),
                Some(closes),
            ),
            campaign(
                "plate-readers",
                "Where plate readers watch",
                "Dónde vigilan los lectores de placas",
                CampaignState::Paused,
                tally(41, 3, 0, 1, 0),
                None,
            ),
            campaign(
                "ban-face-surveillance",
                "Ban face surveillance",
                "Prohibir la vigilancia facial",
                CampaignState::Won,
                tally(12_904, 0, 611, 74, 402),
                None,
            ),
        ],
    }
}

fn month(words: Words) -> DashboardView {
    let days = [
        310_u64, 402, 288, 150, 96, 81, 60, 44, 39, 120, 260, 190, 88, 70, 52, 41, 33, 30, 66, 240, 310, 150,
        92, 80, 64, 38, 18,
    ];
    let by_day =
        date(2017, 10, 28).series(1.day()).zip(days).map(|(day, n)| (day, n, n * 9 / 10 - n / 50)).collect();
    let line = |minutes: i64, actor: Option<&str>, what: &str, detail: &str| HistoryLine {
        at: time(16, 40).checked_sub((minutes * 613).minutes()).expect("a time this autumn"),
        actor: actor.map(str::to_owned),
        what: what.to_owned(),
        detail: detail.to_owned(),
    };
    let zips = [
        "02121", "02124", "02118", "02119", "02130", "02125", "02128", "02136", "02126", "02131", "02132",
        "02135", "02134", "02115", "02116",
    ];
    DashboardView {
        slug: slug(),
        title: title(words),
        state: CampaignState::Live,
        tally: tally(3_087, 198, 12, 20, 95),
        held: 14,
        goal: Some(3_500),
        by_day,
        by_zip: zips.iter().zip(1_u64..).map(|(zip, n)| ((*zip).to_owned(), 900 / (n + 1))).collect(),
        by_residency: vec![
            (Residency::Lives, 2_610),
            (Residency::Works, 301),
            (Residency::Studies, 168),
            (Residency::Elsewhere, 8),
        ],
        by_source: vec![
            (None, 1_904),
            (Some(say(words, "library", "biblioteca").into()), 902),
            (Some(say(words, "sunday-letter", "carta-del-domingo").into()), 604),
            (Some("radio".into()), 2),
        ],
        steps: vec![Step::Pause, Step::Close],
        refused: None,
        history: vec![
            line(0, Some("Amara Okafor"), "history-packet-built", "2"),
            line(1, Some("Luis García"), "history-exclusion-overturned", ""),
            line(2, None, "history-exclusions-found", "95"),
            line(9, Some("Amara Okafor"), "history-version", "2"),
            line(30, Some("Amara Okafor"), "history-step", "live"),
            line(33, Some("Amara Okafor"), "history-member-invited", "moderator"),
            line(36, Some("Amara Okafor"), "history-campaign-created", ""),
        ],
        public_url: "https://redress.example.org/c/stop-social-media-monitoring".into(),
    }
}

fn stored() -> EditorView {
    let mut typed = Typed::default();
    for (name, value) in [
        ("lang_en", "on"),
        ("lang_es", "on"),
        ("slug", "stop-social-media-monitoring"),
        ("title_en", "Stop the purchase of social media monitoring"),
        ("title_es", "Alto a la compra del software que vigila las redes"),
        (
            "standfirst_en",
            "The police department wants software that reads what all of us post. Ask the Mayor to cancel the bid before a contract is signed.",
        ),
        (
            "standfirst_es",
            "El departamento de policía quiere un programa que lee lo que todos publicamos. Pida a la Alcaldía que cancele la licitación antes de que se firme un contrato.",
        ),
        ("ask_en", "We ask the Mayor to withdraw the request for bids."),
        ("ask_es", "Pedimos a la Alcaldía que retire la licitación."),
        (
            "story_en",
            "## What is planned\n\nIn the autumn the department asked companies to bid on software that gathers posts by keyword, place and person.",
        ),
        (
            "petition_en",
            "We, who live, work or study in Boston, ask the Mayor to withdraw the request for bids.",
        ),
        (
            "petition_es",
            "Quienes vivimos, trabajamos o estudiamos en Boston pedimos a la Alcaldía que retire la licitación.",
        ),
        ("goal", "3500"),
        ("closes_day", "2017-12-12"),
        ("closes_time", "17:00"),
        ("time_zone", "America/New_York"),
        ("street", "optional"),
        ("elsewhere", "on"),
        ("comments", "on"),
        ("retention_days", "90"),
        ("docket", "0617"),
        ("body_name", "Boston City Council"),
        ("timeline_0_day", "2017-10-28"),
        ("timeline_0_en", "Request for bids published."),
        ("timeline_0_es", "Se publica la licitación."),
        ("timeline_1_day", "2017-12-05"),
        ("timeline_1_time", "10:00"),
        ("timeline_1_next", "on"),
    ] {
        typed.set(name, value);
    }
    EditorView {
        slug: Some(slug()),
        state: CampaignState::Live,
        typed,
        errors: FieldErrors::default(),
        has_signatures: true,
        version: 2,
        timeline_rows: 4,
        done: Some("editor-saved-public"),
    }
}

fn held_rows(words: Words) -> HeldView {
    let rows = [
        ("Amara Okafor", "02121", 20, Hold::TooFast),
        ("Trần Thị Hoa", "02124", 20, Hold::HiddenField),
        ("Win Free Coins", "00000", 21, Hold::ManyFromOneAddress),
        ("محمد الحسن", "02130", 22, Hold::ManyFromOneAddress),
    ]
    .into_iter()
    .zip(1..)
    .map(|((name, zip, day, hold), n)| HeldRow {
        id: id(n),
        name: name.into(),
        zip: zip.into(),
        day: date(2017, 11, day),
        hold,
    })
    .collect();
    HeldView { slug: slug(), title: title(words), rows, total: 14, done: Some(("held-released", 3)) }
}

fn excluded(words: Words) -> ExclusionsView {
    let row = |n, rule: &str, name: &str, survivor: Option<&str>, overturned, reviewer: Option<&str>| {
        ExclusionRow {
            id: id(n),
            rule: rule.into(),
            name: name.into(),
            zip: "02121".into(),
            day: date(2017, 11, 19),
            survivor: survivor.map(str::to_owned),
            survivor_day: survivor.map(|_| date(2017, 11, 2)),
            overturned,
            reviewer: reviewer.map(str::to_owned),
        }
    };
    let signer = |name: &str, street: &str, day| LikelySigner {
        name: name.into(),
        street: street.into(),
        zip: "02121".into(),
        day: date(2017, 11, day),
    };
    ExclusionsView {
        slug: slug(),
        title: title(words),
        searched_at: Some(time(9, 5)),
        likely: vec![LikelyRow {
            id: id(9),
            rule: "name-zip".into(),
            first: signer("Maria Garcia", "12 Elm St, Apt 3", 2),
            later: signer("María García", "", 19),
        }],
        waiting: 3,
        newly_likely: 3,
        rows: vec![
            row(1, "mailbox-name", "Siobhán O’Brien", Some("Siobhan O'Brien"), false, None),
            row(2, "name-street-zip", "Maria Garcia", Some("Maria García"), true, Some("Luis García")),
            row(3, "mailbox-full", "Tom Murphy", Some("Ann Murphy"), false, Some("Amara Okafor")),
            row(4, "held", "Win Free Coins", None, false, Some("Luis García")),
            row(5, "retired-rule", "Nguyễn Văn An", Some("An Nguyễn Văn"), true, None),
        ],
        total: 95,
        by_rule: vec![
            ("mailbox-name".into(), 71),
            ("name-street-zip".into(), 20),
            ("mailbox-full".into(), 4),
        ],
        done: Some(("exclusions-found", 2)),
    }
}

fn built(words: Words) -> PacketView {
    let packet = |number: u32, state, signatures, bytes| PacketRow {
        id: id(number),
        number,
        state,
        taken_at: time(10, 2),
        member: Some("Amara Okafor".into()),
        signatures,
        testimonies: 0,
        bytes,
        sha256: (bytes > 0)
            .then(|| "3f9a51c07be2d4886f10a9c2e5b7d3410cc8f1f2a6974be05d21c83a7790fe6b".into()),
        recipient: Some("Mayor of Boston".into()),
    };
    PacketView {
        slug: slug(),
        recipients: vec![
            ("boston-mayor".into(), "Mayor of Boston".into()),
            ("boston-city-council".into(), "Boston City Council".into()),
        ],
        title: title(words),
        testimonies: 0,
        confirmed: 3_087,
        languages: vec![Locale::En, Locale::Es],
        preflight: vec![
            Preflight { message: "preflight-still-open", count: 0, lines: String::new(), stops: false },
            Preflight { message: "preflight-held", count: 14, lines: String::new(), stops: false },
            Preflight { message: "preflight-unsearched", count: 121, lines: String::new(), stops: false },
            Preflight { message: "preflight-hidden", count: 208, lines: String::new(), stops: false },
        ],
        packets: vec![
            packet(4, PacketState::Building(62), 0, 0),
            packet(3, PacketState::Failed("7c1e-22".into()), 0, 0),
            packet(2, PacketState::Ready, 3_041, 2_340_000),
            packet(1, PacketState::Superseded, 1_204, 812_000),
        ],
    }
}

fn rows_of_team() -> Vec<MemberRow> {
    let member = |n, name: Option<&str>, email: &str, role, state, is_self| MemberRow {
        id: id(n),
        name: name.map(str::to_owned),
        email: email.into(),
        role,
        state,
        is_self,
    };
    vec![
        member(1, Some("Amara Okafor"), "amara@example.org", Role::Owner, MemberState::Active, true),
        member(
            2,
            Some("Luis García"),
            "luis.garcia@a-rather-long-domain.example.org",
            Role::Organizer,
            MemberState::Active,
            false,
        ),
        member(3, None, "tomas@example.org", Role::Viewer, MemberState::Invited, false),
        member(4, Some("Ann Murphy"), "ann@example.org", Role::Moderator, MemberState::Revoked, false),
    ]
}
