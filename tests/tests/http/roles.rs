//! Who may do what: every endpoint, for a visitor, for each role, and for each role of another organization.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use redress_tests::html::value_of;
use redress_tests::letters::circulate;
use redress_tests::testimony::Drive;
use redress_tests::{Answer, Server, campaign_fields, each_database, link};
use reqwest::Method;

/// What an endpoint asks of whoever calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// Nothing, or a link that only its receiver has: it answers a member as it answers a visitor.
    Nothing,
    /// A member with this role or a wider one, of any organization, for that organization's own things.
    Role(&'static str),
    /// A member with this role or a wider one, of the organization whose thing the path names.
    OwnRole(&'static str),
}

struct Endpoint {
    method: &'static str,
    route: &'static str,
    asks: Asks,
    /// A path that fits the route, and a form that would do something.
    path: String,
    form: Vec<(String, String)>,
}

/// Routes whose path in the table names nothing that is there.
const NOT_THERE: &[&str] =
    &["/metrics", "/outbox/{id}", "/outbox/{id}/html", "/assets/{*file}", "/media/{file}"];

const ORDER: [&str; 4] = ["viewer", "moderator", "organizer", "owner"];

fn reaches(role: &str, least: &str) -> bool {
    let rank = |role: &str| ORDER.iter().position(|other| *other == role).unwrap();
    rank(role) >= rank(least)
}

/// The things that the table's paths name.
struct Things {
    slug: String,
    confirm: String,
    mine: String,
    draft: String,
    shared: String,
    setup: String,
    invitation: String,
    member: String,
    held: String,
    signature: String,
    packet: String,
    hearing: String,
    /// The hearing at which `testimony` is to be heard.
    heard_at: String,
    testimony: String,
    body: String,
    seat: String,
    statement: String,
    /// The link that stops the news of a campaign.
    news: String,
    host_invitation: String,
    partner_page: String,
    partner: String,
    /// The letter's page, its editor, and a signatory's own link.
    letter: String,
    letter_editor: String,
    co_signature: String,
}

fn table(things: &Things) -> Vec<Endpoint> {
    use Asks::{Nothing, OwnRole, Role};
    let Things { slug, confirm, mine, setup, invitation, member, held, signature, packet, .. } = things;
    let Things { body, seat, hearing, heard_at, testimony, draft, shared, statement, .. } = things;
    let Things { host_invitation, partner_page, partner, .. } = things;
    let (body, seat, hearing) = (body.as_str(), seat.as_str(), hearing.as_str());
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let mut table = Vec::new();
    let mut add = |method, route, asks, path: String, form: &[(&str, &str)]| {
        table.push(Endpoint { method, route, asks, path, form: pairs(form) });
    };
    let sign = [("name", ""), ("email", "nobody"), ("zip", "02121")];
    let c = |rest: &str| format!("/c/{slug}{rest}");
    let desk = |rest: &str| format!("/admin/c/{slug}{rest}");
    add("GET", "/", Nothing, "/".into(), &[]);
    add("GET", "/{locale}", Nothing, "/es".into(), &[]);
    add("GET", "/c/{slug}", Nothing, c(""), &[]);
    add("GET", "/c/{slug}/places", Nothing, c("/places"), &[]);
    add("GET", "/c/{slug}/places.csv", Nothing, c("/places.csv"), &[]);
    add("GET", "/c/{slug}/places.atom", Nothing, c("/places.atom"), &[]);
    add("GET", "/c/{slug}/press", Nothing, c("/press"), &[]);
    add("GET", "/media/{file}", Nothing, "/media/none.png".into(), &[]);
    add("GET", "/c/{slug}/kit", Nothing, c("/kit"), &[]);
    add("GET", "/c/{slug}/kit/{piece}", Nothing, c("/kit/letter-to-a-chief"), &[]);
    let part = [("part:your town", "Lynn"), ("action", "fill")];
    add("POST", "/c/{slug}/kit/{piece}", Nothing, c("/kit/letter-to-a-chief"), &part);
    add("GET", "/c/{slug}/sign", Nothing, c("/sign"), &[]);
    add("POST", "/c/{slug}/sign", Nothing, c("/sign"), &sign);
    add("GET", "/c/{slug}/sign/sent", Nothing, c("/sign/sent"), &[]);
    let embed = format!("/embed/{slug}");
    add("GET", "/embed/{slug}", Nothing, embed.clone(), &[]);
    add("POST", "/embed/{slug}", Nothing, embed.clone(), &sign);
    add("GET", "/embed/{slug}/sent", Nothing, embed + "/sent", &[]);
    add("GET", "/embed.js", Nothing, "/embed.js".into(), &[]);
    add("GET", "/partners/{token}", Nothing, partner_page.clone(), &[]);
    add("POST", "/partners/{token}", Nothing, partner_page.clone(), &[("action", "list"), ("list", "x")]);
    add("GET", "/c/{slug}/hearings.ics", Nothing, c("/hearings.ics"), &[]);
    add("GET", "/c/{slug}/hearings/{file}", Nothing, c(&format!("/hearings/{hearing}.ics")), &[]);
    add("GET", "/c/{slug}/contact", Nothing, c("/contact"), &[]);
    let called = [("seat", seat), ("channel", "called")];
    add("POST", "/c/{slug}/contact", Nothing, c("/contact"), &called);
    add("GET", "/c/{slug}/testimony", Nothing, c("/testimony"), &[]);
    add("POST", "/c/{slug}/testimony", Nothing, c("/testimony"), &[("do", "preview"), ("text", "A word")]);
    add("GET", "/c/{slug}/testimony/sent", Nothing, c("/testimony/sent"), &[]);
    add("GET", "/testimony/{token}", Nothing, draft.clone(), &[]);
    add("POST", "/testimony/{token}", Nothing, draft.clone(), &[("do", "preview"), ("text", "A first word")]);
    add("GET", "/drafts/{token}", Nothing, shared.clone(), &[]);
    add("POST", "/drafts/{token}", Nothing, shared.clone(), &[("name", "")]);
    add("GET", "/c/{slug}/hearings.ics", Nothing, c("/hearings.ics"), &[]);
    add("GET", "/c/{slug}/hearings/{file}", Nothing, c(&format!("/hearings/{hearing}.ics")), &[]);
    add("GET", "/c/{slug}/contact", Nothing, c("/contact"), &[]);
    let called = [("seat", seat), ("channel", "called")];
    add("POST", "/c/{slug}/contact", Nothing, c("/contact"), &called);
    let letter = &things.letter;
    add("GET", "/c/{slug}/letters/{letter}", Nothing, letter.clone(), &[]);
    add("POST", "/c/{slug}/letters/{letter}", Nothing, letter.clone(), &[("name", "")]);
    add("GET", "/c/{slug}/letters/{letter}/sent", Nothing, format!("{letter}/sent"), &[]);
    add("GET", "/letters/{token}", Nothing, things.co_signature.clone(), &[]);
    add("POST", "/letters/{token}", Nothing, things.co_signature.clone(), &[("do", "quiet")]);
    add("GET", "/confirm/{token}", Nothing, confirm.clone(), &[]);
    add("POST", "/confirm/{token}", Nothing, confirm.clone(), &[]);
    add("GET", "/news/{token}", Nothing, things.news.clone(), &[]);
    add("POST", "/news/{token}", Nothing, things.news.clone(), &[]);
    add("GET", "/mine/{token}", Nothing, mine.clone(), &[]);
    add("POST", "/mine/{token}", Nothing, mine.clone(), &[("action", "visibility"), ("visibility", "short")]);
    add("GET", "/mine/{token}/unsubscribe", Nothing, format!("{mine}/unsubscribe"), &[]);
    add("POST", "/mine/{token}/unsubscribe", Nothing, format!("{mine}/unsubscribe"), &[]);
    add("GET", "/admin/login", Nothing, "/admin/login".into(), &[]);
    add("POST", "/admin/login", Nothing, "/admin/login".into(), &[("email", "x"), ("password", "y")]);
    add("GET", "/admin/setup/{token}", Nothing, setup.clone(), &[]);
    let account =
        [("organization", "Other"), ("name", "Eve"), ("email", "e@e.example"), ("password", "short")];
    add("POST", "/admin/setup/{token}", Nothing, setup.clone(), &account);
    add("GET", "/admin/invitation/{token}", Nothing, invitation.clone(), &[]);
    add("POST", "/admin/invitation/{token}", Nothing, invitation.clone(), &[("password", "short")]);
    add("GET", "/do/{name}", Nothing, format!("/do/count?slug={slug}&locale=en"), &[]);
    let nothing = [("token", "none"), ("text", "A word")];
    add("POST", "/do/{name}", Nothing, "/do/save-draft".into(), &nothing);
    add("GET", "/outbox", Nothing, "/outbox".into(), &[]);
    add("GET", "/outbox/{id}", Nothing, "/outbox/none".into(), &[]);
    add("GET", "/outbox/{id}/html", Nothing, "/outbox/none/html".into(), &[]);
    add("GET", "/assets/{*file}", Nothing, "/assets/none.css".into(), &[]);
    add("GET", "/favicon.ico", Nothing, "/favicon.ico".into(), &[]);
    add("GET", "/health/live", Nothing, "/health/live".into(), &[]);
    // On an address of its own, for the operator: here it is not there for anybody.
    add("GET", "/metrics", Nothing, "/metrics".into(), &[]);
    add("GET", "/health/ready", Nothing, "/health/ready".into(), &[]);

    add("GET", "/admin", Role("viewer"), "/admin".into(), &[]);
    add("GET", "/admin/members", Role("owner"), "/admin/members".into(), &[]);
    let invited = [("email", "new@bay.example"), ("role", "owner")];
    add("POST", "/admin/members", Role("owner"), "/admin/members".into(), &invited);
    add("GET", "/admin/campaigns/new", Role("organizer"), "/admin/campaigns/new".into(), &[]);
    add("POST", "/admin/campaigns/new", Role("organizer"), "/admin/campaigns/new".into(), &[]);

    add("GET", "/admin/account", Role("viewer"), "/admin/account".into(), &[]);
    let guess = [("current", "not the password"), ("password", "another few words")];
    add("POST", "/admin/account", Role("viewer"), "/admin/account".into(), &guess);
    add("GET", "/admin/organization", Role("owner"), "/admin/organization".into(), &[]);
    let organization = [("name", "Renamed Union"), ("site", "https://renamed.example")];
    add("POST", "/admin/organization", Role("owner"), "/admin/organization".into(), &organization);

    let role = [("action", "role"), ("role", "organizer")];
    add("POST", "/admin/members/{id}", OwnRole("owner"), format!("/admin/members/{member}"), &role);
    add("GET", "/admin/c/{slug}", OwnRole("viewer"), desk(""), &[]);
    add("GET", "/admin/c/{slug}/preview", OwnRole("viewer"), desk("/preview"), &[]);
    add("GET", "/admin/c/{slug}/held", OwnRole("moderator"), desk("/held"), &[]);
    let release = [("action", "release"), ("signature", held.as_str())];
    add("POST", "/admin/c/{slug}/held", OwnRole("moderator"), desk("/held"), &release);
    add("GET", "/admin/c/{slug}/comments", OwnRole("moderator"), desk("/comments"), &[]);
    let show = [("action", "show"), ("signature", signature.as_str())];
    add("POST", "/admin/c/{slug}/comments", OwnRole("moderator"), desk("/comments"), &show);
    add("GET", "/admin/c/{slug}/duplicates", OwnRole("moderator"), desk("/duplicates"), &[]);
    let search = [("action", "search")];
    add("POST", "/admin/c/{slug}/duplicates", OwnRole("moderator"), desk("/duplicates"), &search);
    add("GET", "/admin/c/{slug}/places", OwnRole("organizer"), desk("/places"), &[]);
    let list = [("action", "preview"), ("csv", "place,status\nLynn,state grant"), ("new_statuses", "on")];
    add("POST", "/admin/c/{slug}/places", OwnRole("organizer"), desk("/places"), &list);
    add("GET", "/admin/c/{slug}/templates", OwnRole("organizer"), desk("/templates"), &[]);
    let text = [
        ("action", "preview"),
        ("kind", "letter"),
        ("locale", "en"),
        ("title", "A letter"),
        ("body_text", "x"),
    ];
    add("POST", "/admin/c/{slug}/templates", OwnRole("organizer"), desk("/templates"), &text);
    add("GET", "/admin/c/{slug}/edit", OwnRole("organizer"), desk("/edit"), &[]);
    add("POST", "/admin/c/{slug}/edit", OwnRole("organizer"), desk("/edit"), &[]);
    add("POST", "/admin/c/{slug}/state", OwnRole("organizer"), desk("/state"), &[("step", "pause")]);
    let own = |path, rest: &str| (path, OwnRole("organizer"), desk(rest));
    let call_off = [("action", "called-off"), ("hearing", hearing)];
    let (route, asks, path) = own("/admin/c/{slug}/hearings", "/hearings");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &call_off);
    let new = [("title", "Hearing"), ("body", body), ("starts_day", "2026-12-01"), ("starts_time", "10:00")];
    let (route, asks, path) = own("/admin/c/{slug}/hearings/new", "/hearings/new");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &new);
    let (route, asks, path) = own("/admin/c/{slug}/hearings/{id}", &format!("/hearings/{hearing}"));
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &new);
    let remove = [("action", "remove"), ("body", body)];
    let (route, asks, path) = own("/admin/c/{slug}/bodies", "/bodies");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &remove);
    let new = [("name", "Board"), ("kind", "board"), ("format_pdf", "on")];
    let (route, asks, path) = own("/admin/c/{slug}/bodies/new", "/bodies/new");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &new);
    let (route, asks, path) = own("/admin/c/{slug}/bodies/{id}", &format!("/bodies/{body}"));
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &[("name", "")]);
    let (route, asks, path) = own("/admin/c/{slug}/letters", "/letters");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &[("title", "A second letter"), ("language", "en")]);
    let editor = &things.letter_editor;
    let write = [("do", "finish")];
    add("GET", "/admin/c/{slug}/letters/{id}", OwnRole("organizer"), editor.clone(), &[]);
    add("POST", "/admin/c/{slug}/letters/{id}", OwnRole("organizer"), editor.clone(), &write);
    let (route, list) = ("/admin/c/{slug}/letters/{id}/co-signers", format!("{editor}/co-signers"));
    add("GET", route, OwnRole("organizer"), list.clone(), &[]);
    add("POST", route, OwnRole("organizer"), list, &[("do", "invite"), ("rows", "Another Union")]);
    add("GET", "/admin/c/{slug}/contact", OwnRole("viewer"), desk("/contact"), &[]);
    let texts = [("body", body), ("subject_en", "Docket 0617")];
    add("POST", "/admin/c/{slug}/contact", OwnRole("organizer"), desk("/contact"), &texts);
    let (route, asks, path) = own("/admin/c/{slug}/outcome", "/outcome");
    add("GET", route, asks, path.clone(), &[]);
    let vote = [
        ("action", "save-vote"),
        ("body", "Council"),
        ("question", "Docket 0617"),
        ("vote_day", "2026-12-01"),
        ("ballots", "Ana,1,yea"),
    ];
    add("POST", route, asks, path, &vote);
    let (route, asks, path) = own("/admin/c/{slug}/news", "/news");
    add("GET", route, asks, path.clone(), &[]);
    let told = [
        ("action", "save"),
        ("subject_en", "News"),
        ("text_en", "It goes on."),
        ("subject_es", "Noticias"),
        ("text_es", "Continúa."),
    ];
    add("POST", route, asks, path, &told);
    let (route, asks, path) = own("/admin/c/{slug}/statements", "/statements");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &[("action", "show"), ("statement", statement)]);
    let said = [("text", "Another word"), ("language", "en"), ("name", "Eve"), ("permission", "by mail")];
    let (route, asks, path) = own("/admin/c/{slug}/statements/new", "/statements/new");
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &said);
    let (route, asks, path) = own("/admin/c/{slug}/statements/{id}", &format!("/statements/{statement}"));
    add("GET", route, asks, path.clone(), &[]);
    add("POST", route, asks, path, &said);
    add("GET", "/admin/hosts/{token}", Role("owner"), host_invitation.clone(), &[]);
    add("POST", "/admin/hosts/{token}", Role("owner"), host_invitation.clone(), &[]);
    add("GET", "/admin/c/{slug}/hosts", OwnRole("viewer"), desk("/hosts"), &[]);
    let invite = [("action", "invite"), ("scope", "all")];
    add("POST", "/admin/c/{slug}/hosts", OwnRole("owner"), desk("/hosts"), &invite);
    add("GET", "/admin/c/{slug}/partners", OwnRole("organizer"), desk("/partners"), &[]);
    let remove = [("action", "remove"), ("partner", partner.as_str())];
    add("POST", "/admin/c/{slug}/partners", OwnRole("organizer"), desk("/partners"), &remove);
    add("GET", "/admin/c/{slug}/packet", OwnRole("organizer"), desk("/packet"), &[]);
    add("POST", "/admin/c/{slug}/packet", OwnRole("organizer"), desk("/packet"), &[("slice", "all")]);
    add("GET", "/admin/c/{slug}/packet/{id}", OwnRole("organizer"), packet.clone(), &[]);
    add("GET", "/admin/c/{slug}/testimonies", OwnRole("viewer"), desk("/testimonies"), &[]);
    let letters = desk("/testimonies/letters");
    add("GET", "/admin/c/{slug}/testimonies/letters", OwnRole("moderator"), letters, &[]);
    let one = desk(&format!("/testimonies/{testimony}"));
    add("GET", "/admin/c/{slug}/testimonies/{id}", OwnRole("moderator"), one.clone(), &[]);
    let approve = [("action", "approve"), ("seen_state", "confirmed"), ("seen_text", "1")];
    add("POST", "/admin/c/{slug}/testimonies/{id}", OwnRole("moderator"), one, &approve);
    add("GET", "/admin/c/{slug}/speakers", OwnRole("moderator"), desk("/speakers"), &[]);
    let later = [("hearing", heard_at.as_str()), ("speaker", testimony), ("place", "1"), ("action", "up")];
    add("POST", "/admin/c/{slug}/speakers", OwnRole("moderator"), desk("/speakers"), &later);
    // Last: it ends the session.
    add("POST", "/admin/logout", Nothing, "/admin/logout".into(), &[]);
    for endpoint in &mut table {
        match endpoint.route {
            "/admin/c/{slug}/edit" if endpoint.method == "POST" => {
                endpoint.form = campaign_fields(&[("slug", slug), ("title_en", "Changed")]);
            }
            "/admin/campaigns/new" if endpoint.method == "POST" => {
                endpoint.form = campaign_fields(&[("slug", "another")]);
            }
            _ => {}
        }
    }
    table
}

/// Every route of the server, read out of its source: method and path.
pub fn routes() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("server/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                for word in ["route_service(", "nest_service(", "fallback_service("] {
                    assert!(!source.contains(word), "{word} hides its methods");
                }
                found.extend(source.split(".route(").skip(1).flat_map(route));
            }
        }
    }
    found
}

/// The methods and the path of one `.route(…)`, given what comes after its parenthesis.
fn route(rest: &str) -> Vec<(String, String)> {
    let mut depth = 1_i32;
    let end = rest.find(|c| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    let call = &rest[..end.unwrap()];
    let path = call.split('"').nth(1).unwrap();
    let words = call.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '('));
    let methods: Vec<_> = words
        .filter_map(|word| word.split_once('('))
        .map(|(name, _)| name)
        .filter(|name| {
            ["get", "post", "put", "patch", "delete", "any", "on", "head", "options"].contains(name)
        })
        .map(|method| (method.to_uppercase(), path.to_owned()))
        .collect();
    assert!(!methods.is_empty(), "no method is read out of {call}");
    methods
}

async fn call(server: &Server, cookie: &str, endpoint: &Endpoint) -> Answer {
    let headers = [("cookie", cookie)];
    let headers = if cookie.is_empty() { &headers[..0] } else { &headers[..] };
    let fields: Vec<_> = endpoint.form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let fields = (endpoint.method == "POST").then_some(fields.as_slice());
    server.request(endpoint.method.parse::<Method>().unwrap(), &endpoint.path, headers, fields).await
}

/// Every value in the database, but for when a session was last seen.
pub async fn everything(server: &Server) -> Vec<(String, String, Vec<u8>)> {
    let rows = server.database().await;
    let mut cells: Vec<_> = rows
        .dump()
        .await
        .into_iter()
        .filter(|cell| cell.table != "session")
        .map(|cell| (cell.table, cell.column, cell.bytes))
        .collect();
    rows.close().await;
    cells.sort();
    cells
}

#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_lets_each_role_do_what_it_may_and_no_more() {
    each_database(async |server| {
        let setup = server.first_link().await.unwrap();
        let owner = server.owner_by(&setup).await;
        let slug = server.campaign(&owner, &[("testimony", "on")]).await;
        let mut members = vec![("owner", owner.clone())];
        for role in ["organizer", "moderator", "viewer"] {
            let email = format!("{role}@bay.example");
            members.push((role, server.member("bay-civil-liberties-union", role, &email).await));
        }
        let mut others = Vec::new();
        for role in ORDER {
            others.push((role, server.member("other-union", role, &format!("{role}@other.example")).await));
        }
        // A tracker is there once it has a place.
        let places = format!("/admin/c/{slug}/places");
        let status =
            [("action", "status"), ("status_en", "Grant"), ("status_es", "Subvención"), ("tone", "filled")];
        assert_eq!(server.post_as(&owner, &places, &status).await.status, 303);
        let place = [("action", "save"), ("place", "Lynn"), ("status", "grant")];
        assert_eq!(server.post_as(&owner, &places, &place).await.status, 303);
        // And a kit once it has a piece.
        let templates = format!("/admin/c/{slug}/templates");
        let letter = [
            ("action", "save"),
            ("kind", "letter"),
            ("locale", "en"),
            ("slug", "letter-to-a-chief"),
            ("title", "A letter"),
            ("body_text", "I live in {your town}."),
        ];
        assert_eq!(server.post_as(&owner, &templates, &letter).await.status, 303);
        let (body, seats) = server.seats(&owner, &slug).await;
        let hearing = server.hearing(&owner, &slug, &body, &[]).await;
        // What the paths name: a signature, a held one, an invitation, a member, a packet.
        let mail = server.sign_and_confirm(&slug, &[("comment", "Read me")]).await;
        server.sign(&slug, &[("website", "x"), ("email", "b@people.example"), ("name", "Held One")]).await;
        let held = server.get_as(&owner, &format!("/admin/c/{slug}/held")).await.text;
        let comments = server.get_as(&owner, &format!("/admin/c/{slug}/comments")).await.text;
        let packet = server.packet(&owner, &slug).await;
        let invite = [("email", "guest@bay.example"), ("role", "viewer")];
        assert_eq!(server.post_as(&owner, "/admin/members", &invite).await.status, 303);
        let mails = server.all_mails().await;
        let guest = mails.iter().find(|mail| mail.to == "guest@bay.example").unwrap();
        let team = server.get_as(&owner, "/admin/members").await.text;
        let row = team.split("guest@bay.example").nth(1).unwrap();
        let write = [("do", "draft"), ("text", "A first word")];
        let draft = server.post(&format!("/c/{slug}/testimony"), &write).await.location().to_owned();
        let draft = draft.split('?').next().unwrap().to_owned();
        server.post(&draft, &[("do", "share")]).await;
        let page = server.get(&draft).await.text;
        let shared = page.split('"').find_map(|part| part.find("/drafts/").map(|at| part[at..].to_owned()));
        let drive = Drive::of(&server, &slug).await;
        let mut testimony = String::new();
        for name in ["Ana Ruiz", "Bo Li"] {
            let mut writing = drive.writing(name, "I will speak.", None).await;
            writing.speaking = redress_domain::Speaking::InPerson;
            testimony = drive.confirmed(&server, writing).await.to_string();
        }
        server.all_mails().await;
        let said = redress_domain::StatementDraft::parse(redress_domain::RawStatement {
            text: "A word",
            language: "en",
            name: "Ana Ruiz",
            permission: "by mail",
            ..Default::default()
        });
        let statements = drive.store.statements();
        let author = redress_store::Author::Operator;
        let statement =
            statements.add(author, drive.campaign, &said.unwrap(), Default::default()).await.unwrap();
        // A joint host that sees the numbers alone, a link for another, and a partner.
        let joint = server.member("numbers-only", "owner", "owner@numbers.example").await;
        let hosts = format!("/admin/c/{slug}/hosts");
        let host_link = async || {
            let made = server.post_as(&owner, &hosts, &[("action", "invite"), ("scope", "some")]).await.text;
            let link = made.split("/admin/hosts/").nth(1).unwrap().split('"').next().unwrap();
            format!("/admin/hosts/{link}")
        };
        let joined = server.post_as(&joint, &host_link().await, &[]).await;
        assert_eq!(joined.status, 303);
        let partners = format!("/admin/c/{slug}/partners");
        let invite = [
            ("action", "invite"),
            ("organization", "Tenants United"),
            ("kind", "community"),
            ("name", "Tess Tenant"),
            ("email", "tess@tenants.example"),
            ("locale", "en"),
        ];
        assert_eq!(server.post_as(&owner, &partners, &invite).await.status, 303);
        let mails = server.all_mails().await;
        let partner_mail = mails.iter().find(|mail| mail.to == "tess@tenants.example").unwrap();
        let partner = value_of(&server.get_as(&owner, &partners).await.text, "partner").unwrap();
        let letter = circulate(&server, &owner, &slug, &[]).await;
        let co_signed = letter.co_sign(&server, &[]).await;
        let things = Things {
            statement: statement.to_string(),
            news: {
                let id: redress_domain::SignatureId =
                    value_of(&comments, "signature").unwrap().parse().unwrap();
                let kind = redress_store::TokenKind::NewsOfSignature;
                format!("/news/{}", drive.store.keys().token(kind, id))
            },
            host_invitation: host_link().await,
            partner_page: link(partner_mail, "/partners/"),
            partner,
            letter: letter.page,
            letter_editor: letter.editor,
            co_signature: link(&co_signed, "/letters/"),
            heard_at: drive.hearing.to_string(),
            draft,
            shared: shared.unwrap(),
            testimony,
            confirm: link(&mail, "/confirm/"),
            mine: link(&mail, "/mine/"),
            setup,
            invitation: link(guest, "/admin/invitation/"),
            member: row.split("/admin/members/").nth(1).unwrap().split('"').next().unwrap().to_owned(),
            held: value_of(&held, "signature").unwrap(),
            signature: value_of(&comments, "signature").unwrap(),
            packet,
            body,
            seat: seats[0].clone(),
            hearing,
            slug,
        };
        let table = table(&things);

        let known: BTreeSet<_> =
            table.iter().map(|row| (row.method.to_owned(), row.route.to_owned())).collect();
        let there = routes();
        assert_eq!(there.difference(&known).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "untested");
        assert_eq!(known.difference(&there).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "gone");

        // First all that is denied, with forms that would do something: nothing is done.
        let before = everything(&server).await;
        for endpoint in &table {
            let (least, own) = match endpoint.asks {
                Asks::Nothing => continue,
                Asks::Role(least) => (least, false),
                Asks::OwnRole(least) => (least, true),
            };
            let what = format!("{} {}", endpoint.method, endpoint.path);
            let visitor = call(&server, "", endpoint).await;
            assert_eq!(visitor.status, 303, "a visitor: {what}");
            assert!(visitor.location().starts_with("/admin/login?next=%2Fadmin"), "a visitor: {what}");
            assert_eq!(visitor.text, "", "a visitor: {what}");
            for (role, cookie) in members.iter().filter(|(role, _)| !reaches(role, least)) {
                assert_eq!(call(&server, cookie, endpoint).await.status, 403, "{role}: {what}");
            }
            for (role, cookie) in &others {
                let status = match (reaches(role, least), own) {
                    (true, true) => 404,
                    (true, false) => continue,
                    (false, _) => 403,
                };
                assert_eq!(call(&server, cookie, endpoint).await.status, status, "another's {role}: {what}");
            }
            // An owner of a joint host with only numbers: what a viewer may, and not a step more.
            match (own, least, endpoint.path.starts_with("/admin/c/")) {
                (false, ..) | (true, "viewer", true) => {}
                (true, _, true) => {
                    let refused = call(&server, &joint, endpoint).await;
                    assert_eq!(refused.status, 403, "a joint host with only numbers: {what}");
                }
                (true, _, false) => {
                    let refused = call(&server, &joint, endpoint).await;
                    assert_eq!(refused.status, 404, "a joint host's owner: {what}");
                }
            }
        }
        let after = everything(&server).await;
        assert!(before == after, "what is denied changes nothing");

        // What islands ask is answered by role, too: nothing for whoever may not know.
        let id = things.packet.rsplit('/').next().unwrap();
        let progress = format!("/do/packet-progress?slug={}&packet={id}", things.slug);
        for (role, cookie) in &members {
            let may = reaches(role, "organizer");
            assert_eq!(server.get_as(cookie, &progress).await.text.contains("Ready"), may, "{role}");
            let preview = server.get_as(cookie, "/do/preview?text=canary").await;
            assert_eq!((preview.status, preview.text.contains("canary")), (200, may), "{role}");
        }
        for (role, cookie) in &others {
            assert_eq!(server.get_as(cookie, &progress).await.text, "null", "another's {role}");
        }
        assert_eq!(server.get(&progress).await.text, "null");
        assert_eq!(server.get("/do/preview?text=canary").await.text, "\"\"");

        // And so is a joint host by its rights, also where the address names no campaign.
        assert_eq!(server.get_as(&joint, &progress).await.text, "null");
        for endpoint in table.iter().filter(|endpoint| endpoint.asks == Asks::OwnRole("viewer")) {
            let shown = call(&server, &joint, endpoint).await;
            assert!(matches!(shown.status, 200 | 303), "a joint host with only numbers: {}", endpoint.path);
        }

        // Then all that is allowed.
        for endpoint in &table {
            let what = format!("{} {}", endpoint.method, endpoint.path);
            let visitor = match endpoint.asks {
                Asks::Nothing => Some(call(&server, "", endpoint).await),
                _ => None,
            };
            if let Some(visitor) = &visitor {
                let there = !NOT_THERE.contains(&endpoint.route);
                // The icon is there once the assets are built.
                let icon = endpoint.route == "/favicon.ico";
                assert!(icon || there == (visitor.status != 404), "{what}: {}", visitor.status);
                assert!(
                    visitor.status < 500 && visitor.status != 403,
                    "a visitor: {what}: {}",
                    visitor.status
                );
            }
            for (role, cookie) in members.iter().chain(&others) {
                let is_other = others.iter().any(|(_, other)| other == cookie);
                let may = match endpoint.asks {
                    Asks::Nothing => true,
                    Asks::Role(least) => reaches(role, least),
                    Asks::OwnRole(least) => reaches(role, least) && !is_other,
                };
                if !may {
                    continue;
                }
                let answer = call(&server, cookie, endpoint).await;
                match &visitor {
                    Some(visitor) => assert_eq!(answer.status, visitor.status, "{role}: {what}"),
                    None => {
                        let fine = matches!(answer.status, 200 | 303 | 422);
                        let login = answer.location().starts_with("/admin/login");
                        assert!(fine && !login, "{role}: {what}: {}", answer.status);
                        if is_other {
                            assert!(!answer.text.contains(&things.slug), "{role}: {what}");
                            assert!(!answer.text.contains("@bay.example"), "{role}: {what}");
                        }
                    }
                }
            }
        }
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_the_form_does_not_offer_is_ignored() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("slug", "first")]).await;
        // Who signs does not confirm, nor take a second place, nor choose a version.
        let extra = [
            ("state", "confirmed"),
            ("confirmed_at", "1"),
            ("slot", "2"),
            ("hold", ""),
            ("method", "paper"),
            ("campaign_id", "00000000-0000-0000-0000-000000000000"),
            ("version_id", "00000000-0000-0000-0000-000000000000"),
            ("comment_state", "shown"),
            ("comment", "Read me first"),
            ("locale", "es"),
            ("mails", "-100"),
        ];
        assert_eq!(server.sign(&slug, &extra).await.status, 303);
        let rows = server.database().await;
        let row = rows
            .texts(
                "SELECT state || ' ' || slot || ' ' || method || ' ' || comment_state || ' ' || locale || ' ' \
                 || mails FROM signature WHERE confirmed_at IS NULL",
            )
            .await;
        assert_eq!(row, ["pending 1 web waiting en 1"]);
        assert_eq!(server.count(&slug).await, 0);
        // Who edits does not publish, nor hand the campaign to others, nor back-date.
        let extra = [
            ("slug", "second"),
            ("state", "live"),
            ("organization_id", "00000000-0000-0000-0000-000000000000"),
            ("hosts", "00000000-0000-0000-0000-000000000000"),
            ("created_at", "1"),
            ("closed_at", "1"),
            ("forgotten_at", "1"),
        ];
        let fields = campaign_fields(&extra);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(server.post_as(&owner, "/admin/campaigns/new", &fields).await.status, 303);
        let row = rows
            .texts(
                "SELECT state FROM campaign WHERE slug = 'second' AND created_at > 1 AND closed_at IS NULL \
                 AND forgotten_at IS NULL",
            )
            .await;
        assert_eq!(row, ["draft"]);
        assert_eq!(rows.number("SELECT CAST(count(*) AS BIGINT) FROM campaign_host").await, 2);
        // Who joins takes the role of the invitation, in its organization.
        let invite = [("email", "v@bay.example"), ("role", "viewer"), ("state", "active")];
        server.post_as(&owner, "/admin/members", &invite).await;
        let mail = server.all_mails().await.into_iter().find(|mail| mail.to == "v@bay.example").unwrap();
        let fields = [
            ("name", "Vi Ewer"),
            ("password", redress_tests::PASSWORD),
            ("role", "owner"),
            ("email", "owner2@bay.example"),
            ("organization_id", "00000000-0000-0000-0000-000000000000"),
            ("disabled", "false"),
        ];
        let joined = server.post(&link(&mail, "/admin/invitation/"), &fields).await;
        assert_eq!(joined.status, 303);
        assert_eq!(server.get_as(&joined.cookie(), "/admin/members").await.status, 403);
        assert_eq!(rows.texts("SELECT role FROM member ORDER BY role").await, ["owner", "viewer"]);
        rows.close().await;
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_organization_writes_changes_nothing_of_another() {
    each_database(async |server| {
        let owner = server.owner().await;
        let office = [("body_office", "Room 500"), ("body_address", "1 City Hall Square")];
        let slug = server.campaign(&owner, &office).await;
        let other = server.member("other-union", "owner", "o@other.example").await;
        // The same body by name, elsewhere: another city has an Office of the Mayor too.
        let theirs = [("slug", "theirs"), ("body_office", "Room 9"), ("body_address", "9 Elsewhere Lane")];
        server.campaign(&other, &theirs).await;
        let mine = server.get_as(&owner, &format!("/admin/c/{slug}/edit")).await.text;
        assert!(mine.contains("1 City Hall Square") && !mine.contains("9 Elsewhere Lane"));
        let theirs = server.get_as(&other, "/admin/c/theirs/edit").await.text;
        assert!(theirs.contains("9 Elsewhere Lane"));
        // A taken address is refused, and its campaign stays whose it is.
        let fields = campaign_fields(&[("slug", &slug), ("title_en", "Taken over")]);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(server.post_as(&other, "/admin/campaigns/new", &fields).await.status, 422);
        assert_eq!(server.post_as(&other, "/admin/c/theirs/edit", &fields).await.status, 422);
        assert!(!server.get(&format!("/c/{slug}")).await.text.contains("Taken over"));
        server.stop().await;
    })
    .await;
}
