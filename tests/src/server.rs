//! A server of one's own for each test, on SQLite and, where one is at hand, on Postgres.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use redress_server::Serving;
use redress_server::ports::{ManualClock, SystemRandom};
use redress_server::settings::Settings;
use reqwest::{Client, Method};
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::database::Rows;
use crate::{Answer, Mail, mailbox};

/// The first account of every test.
pub const OWNER: &str = "owner@bay.example";
/// Its password.
pub const PASSWORD: &str = "a few words in a row";

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A server with a database, a data folder and a clock of its own.
pub struct Server {
    serving: Option<Serving>,
    /// The clock; it stands until it is moved.
    pub clock: Arc<ManualClock>,
    settings: Settings,
    client: Client,
    base: String,
    data: PathBuf,
    owns_data: bool,
}

/// How a server is started where it differs from the plain one: every field may be left as it is.
#[derive(Default)]
pub struct Setup {
    /// The database; empty is SQLite.
    pub database: String,
    /// Further settings, by their names in the environment.
    pub settings: Vec<(&'static str, String)>,
    /// A data folder that is there already.
    pub data: Option<PathBuf>,
    /// What the clock shows.
    pub now: Option<Timestamp>,
}

/// Runs a test on SQLite, and on Postgres where `REDRESS_TEST_POSTGRES` names a server.
pub async fn each_database<F>(test: F)
where
    F: AsyncFn(Server),
{
    each_database_with(&[], test).await;
}

/// As [`each_database`], with more settings.
pub async fn each_database_with<F>(settings: &[(&'static str, &str)], test: F)
where
    F: AsyncFn(Server),
{
    test(Server::start_with("", settings).await).await;
    on_postgres_with(settings, test).await;
}

/// Runs a test on Postgres alone, where there is one.
pub async fn on_postgres<F>(test: F)
where
    F: AsyncFn(Server),
{
    on_postgres_with(&[], test).await;
}

async fn on_postgres_with<F>(settings: &[(&'static str, &str)], test: F)
where
    F: AsyncFn(Server),
{
    let Ok(postgres) = std::env::var("REDRESS_TEST_POSTGRES") else { return };
    let name = format!("redress_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut options = ConnectOptions::new(&postgres);
    options.max_connections(1).sqlx_logging(false);
    let admin = Database::connect(options).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let mut url = url::Url::parse(&postgres).unwrap();
    url.set_path(&name);
    test(Server::start_with(url.as_str(), settings).await).await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
    admin.close().await.unwrap();
}

impl Server {
    /// Starts on the database named, or on SQLite.
    pub async fn start(database: &str) -> Self {
        Self::start_with(database, &[]).await
    }

    /// Starts on the database named, or on SQLite, with more settings.
    pub async fn start_with(database: &str, more: &[(&'static str, &str)]) -> Self {
        let settings = more.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self::with(Setup { database: database.to_owned(), settings, ..Setup::default() }).await
    }

    /// Starts as it is told.
    pub async fn with(setup: Setup) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let fresh = || std::env::temp_dir().join(format!("redress-test-{}-{number}", std::process::id()));
        let data = setup.data.unwrap_or_else(fresh);
        let mut variables = BTreeMap::from([
            ("REDRESS_LISTEN".to_owned(), "127.0.0.1:0".to_owned()),
            ("REDRESS_DATA".to_owned(), data.display().to_string()),
            ("REDRESS_DATABASE_URL".to_owned(), setup.database),
        ]);
        variables.extend(setup.settings.into_iter().map(|(name, value)| (name.to_owned(), value)));
        let settings = Settings::from_sources("", variables).unwrap();
        let now = setup.now.unwrap_or_else(|| "2026-11-02T15:00:00Z".parse().unwrap());
        let clock = Arc::new(ManualClock::at(now));
        Self::of(settings, clock, data, true).await
    }

    async fn of(settings: Settings, clock: Arc<ManualClock>, data: PathBuf, owns_data: bool) -> Self {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let mut server =
            Self { serving: None, clock, settings, client, base: String::new(), data, owns_data };
        server.restart().await;
        server
    }

    /// A second server on the same database, keys, mail folder and clock.
    pub async fn beside(&self) -> Self {
        Self::of(self.settings.clone(), self.clock.clone(), self.data.clone(), false).await
    }

    /// The database itself, past the server.
    pub async fn database(&self) -> Rows {
        Rows::open(&self.settings.database_url).await
    }

    /// Every file of the database and its journals, read whole; none on Postgres.
    pub fn database_files(&self) -> Vec<(String, Vec<u8>)> {
        std::fs::read_dir(&self.data)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("redress.db"))
            .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
            .collect()
    }

    /// The key, as its file has it: in Base64.
    pub fn key(&self) -> String {
        let text = std::fs::read_to_string(self.data.join("keys")).unwrap();
        text.split_whitespace().nth(1).unwrap().to_owned()
    }

    /// Where packets are kept.
    pub fn storage(&self) -> &std::path::Path {
        &self.settings.storage
    }

    /// How many passwords the server has hashed or compared.
    pub fn passwords_hashed(&self) -> u64 {
        self.serving().passwords_hashed()
    }

    /// Stops the server, if it runs, and starts it again on the same data.
    pub async fn restart(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.stop().await;
        }
        let serving =
            redress_server::start(self.settings.clone(), self.clock.clone(), Arc::new(SystemRandom))
                .await
                .unwrap();
        self.base = format!("http://{}", serving.address);
        self.serving = Some(serving);
    }

    /// Stops the server and its workers, and keeps the data.
    pub async fn pause(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.stop().await;
        }
    }

    /// The store that the server's workers work on, opened once more.
    pub async fn store(&self) -> redress_store::Store {
        let (clock, random) = (self.clock.clone(), Arc::new(SystemRandom));
        redress_server::open_store(&self.settings, clock, random).await.unwrap()
    }

    /// Stops, and leaves the data where it is for another server.
    pub async fn leave(mut self) -> PathBuf {
        if let Some(serving) = self.serving.take() {
            serving.stop().await;
        }
        self.data
    }

    /// Stops, and removes the data.
    pub async fn stop(mut self) {
        if let Some(serving) = self.serving.take() {
            serving.stop().await;
        }
        if self.owns_data {
            std::fs::remove_dir_all(&self.data).unwrap();
        }
    }

    /// What the clock shows.
    pub fn now(&self) -> Timestamp {
        redress_domain::Clock::now(self.clock.as_ref())
    }

    /// Moves the clock, and does what time brings.
    pub async fn after(&self, span: SignedDuration) {
        self.clock.advance(span);
        self.serving().sweep().await;
    }

    /// The link for the first account.
    pub async fn first_link(&self) -> Option<String> {
        let link = self.serving().first_link().await.unwrap();
        link.map(|link| url::Url::parse(&link).unwrap().path().to_owned())
    }

    /// Where the metrics are, if the settings ask for them.
    pub fn metrics_address(&self) -> std::net::SocketAddr {
        self.serving().metrics_address.unwrap()
    }

    fn serving(&self) -> &Serving {
        self.serving.as_ref().unwrap()
    }

    /// The data folder.
    pub fn data(&self) -> &std::path::Path {
        &self.data
    }

    /// Any request.
    pub async fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        fields: Option<&[(&str, &str)]>,
    ) -> Answer {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(fields) = fields {
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
        }
        answer(request).await
    }

    /// POST of any bytes of any kind.
    pub async fn post_bytes(&self, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let mut request = self.client.post(format!("{}{path}", self.base)).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request).await
    }

    /// Writes to the server's socket until it answers or hangs up, for at most so many repetitions of the
    /// body; gives the answer's first bytes, and how many repetitions it took.
    pub async fn pour(&self, head: &str, body: &[u8], most: usize) -> (String, usize) {
        let address = self.base.trim_start_matches("http://").to_owned();
        let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
        stream.write_all(head.replace("HOST", &address).as_bytes()).await.unwrap();
        let (mut read, mut write) = stream.split();
        let mut buffer = vec![0; 4096];
        for poured in 0..most {
            tokio::select! {
                biased;
                got = read.read(&mut buffer) => {
                    let got = got.unwrap_or(0);
                    return (String::from_utf8_lossy(&buffer[..got]).into_owned(), poured);
                }
                sent = write.write_all(body) => if sent.is_err() {
                    let got = read.read(&mut buffer).await.unwrap_or(0);
                    return (String::from_utf8_lossy(&buffer[..got]).into_owned(), poured);
                },
            }
        }
        (String::new(), most)
    }

    /// GET, as nobody in particular.
    pub async fn get(&self, path: &str) -> Answer {
        self.request(Method::GET, path, &[], None).await
    }

    /// POST, as nobody in particular.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.request(Method::POST, path, &[], Some(fields)).await
    }

    /// GET with a session.
    pub async fn get_as(&self, cookie: &str, path: &str) -> Answer {
        self.request(Method::GET, path, &[("cookie", cookie)], None).await
    }

    /// POST with a session.
    pub async fn post_as(&self, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.request(Method::POST, path, &[("cookie", cookie)], Some(fields)).await
    }

    /// Logs the first account in again.
    pub async fn log_in(&self) -> String {
        let entered = self.post("/admin/login", &[("email", OWNER), ("password", PASSWORD)]).await;
        assert_eq!(entered.status, 303, "{}", entered.text);
        entered.cookie()
    }

    /// Makes the first account and gives its session.
    pub async fn owner(&self) -> String {
        let link = self.first_link().await.unwrap();
        self.owner_by(&link).await
    }

    /// Makes the first account by its link and gives its session.
    pub async fn owner_by(&self, link: &str) -> String {
        let fields = [
            ("organization", "Bay Civil Liberties Union"),
            ("name", "Robin Okafor"),
            ("email", OWNER),
            ("password", PASSWORD),
        ];
        let answer = self.post(link, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        answer.cookie()
    }

    /// Starts a campaign in English and Spanish, and publishes it; changes go over the defaults.
    pub async fn campaign(&self, cookie: &str, changes: &[(&str, &str)]) -> String {
        let fields = campaign_fields(changes);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let made = self.post_as(cookie, "/admin/campaigns/new", &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let slug = fields.iter().find(|(name, _)| *name == "slug").unwrap().1.to_owned();
        let published = self.post_as(cookie, &format!("/admin/c/{slug}/state"), &[("step", "publish")]).await;
        assert_eq!(published.status, 303);
        slug
    }

    /// Gives a campaign's first body three seats, two of them with districts; its id, and theirs.
    pub async fn seats(&self, cookie: &str, slug: &str) -> (String, Vec<String>) {
        let list = self.get_as(cookie, &format!("/admin/c/{slug}/bodies")).await.text;
        let body = crate::html::value_of(&list, "body").unwrap();
        let page = format!("/admin/c/{slug}/bodies/{body}");
        let shown = self.get_as(cookie, &page).await.text;
        let name = crate::html::value_of(&shown, "name").unwrap();
        let fields = [
            ("name", name.as_str()),
            ("kind", "council"),
            ("format_pdf", "on"),
            ("seat_0_title", "Councilor, District 7"),
            ("seat_0_district", "District 7"),
            ("seat_0_holder", "Ana Seven"),
            ("seat_0_email", "seven@city.example"),
            ("seat_0_phone", "617-555-0107"),
            ("seat_1_title", "Councilor, District 10"),
            ("seat_1_district", "District 10"),
            ("seat_1_holder", "Bo Ten"),
            ("seat_1_phone", "617-555-0110"),
            ("seat_2_title", "Councilor at large"),
            ("seat_2_holder", "Cy Large"),
            ("seat_2_email", "large@city.example"),
        ];
        let saved = self.post_as(cookie, &page, &fields).await;
        assert_eq!(saved.status, 303, "{}", crate::html::text(&saved.text));
        // It may have become a copy.
        let list = self.get_as(cookie, &format!("/admin/c/{slug}/bodies")).await.text;
        let body = crate::html::value_of(&list, "body").unwrap();
        let shown = self.get_as(cookie, &format!("/admin/c/{slug}/bodies/{body}")).await.text;
        let seats =
            (0..3).map(|row| crate::html::value_of(&shown, &format!("seat_{row}_id")).unwrap()).collect();
        (body, seats)
    }

    /// Enters a hearing before a body, with changes over a plain form; its id.
    pub async fn hearing(&self, cookie: &str, slug: &str, body: &str, changes: &[(&str, &str)]) -> String {
        let page = format!("/admin/c/{slug}/hearings");
        let start = format!("href=\"{page}/");
        let ids = |text: &str| -> Vec<String> {
            let all = text.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
            all.filter(|id| *id != "new").map(str::to_owned).collect()
        };
        let before = ids(&self.get_as(cookie, &page).await.text);
        let mut fields = BTreeMap::from([
            ("title", "Hearing on docket 0617"),
            ("body", body),
            ("starts_day", "2026-12-08"),
            ("starts_time", "10:00"),
            ("cutoff_day", "2026-12-07"),
            ("cutoff_time", "17:00"),
            ("place", "Iannella Chamber"),
            ("link", "https://meet.city.example/0617"),
        ]);
        fields.extend(changes.iter().copied());
        let fields: Vec<_> = fields.into_iter().collect();
        let made = self.post_as(cookie, &format!("{page}/new"), &fields).await;
        assert_eq!(made.status, 303, "{}", crate::html::text(&made.text));
        let after = ids(&self.get_as(cookie, &page).await.text);
        after.into_iter().find(|id| !before.contains(id)).unwrap()
    }

    /// Signs, with changes over a plain form.
    pub async fn sign(&self, slug: &str, changes: &[(&str, &str)]) -> Answer {
        self.sign_from(&[], slug, changes).await
    }

    /// Signs with these headers, with changes over a plain form.
    pub async fn sign_from(&self, headers: &[(&str, &str)], slug: &str, changes: &[(&str, &str)]) -> Answer {
        let mut fields: BTreeMap<&str, &str> = BTreeMap::from([
            ("name", "Ana Díaz"),
            ("email", "ana@people.example"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("visibility", "full"),
        ]);
        fields.extend(changes.iter().copied());
        let fields: Vec<_> = fields.into_iter().collect();
        self.request(Method::POST, &format!("/c/{slug}/sign"), headers, Some(&fields)).await
    }

    /// Every mail sent so far, oldest first, once at least so many are there.
    pub async fn mails(&self, at_least: usize) -> Vec<Mail> {
        let folder = self.data.join("outbox");
        for _ in 0..1_000 {
            if mailbox::count(&folder) >= at_least {
                // Mails are filed by time: what is sent from here on comes after these.
                self.clock.advance(SignedDuration::from_secs(1));
                return mailbox::read_all(&folder);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{} mails, not {at_least}", mailbox::count(&folder));
    }

    /// Every mail there will be for what was done so far, oldest first: waits until none is owed.
    pub async fn all_mails(&self) -> Vec<Mail> {
        let rows = self.database().await;
        for _ in 0..1_000 {
            let owed = "SELECT CAST(count(*) AS BIGINT) FROM outbox WHERE state IN ('queued', 'leased')";
            if rows.number(owed).await == 0 {
                rows.close().await;
                return self.mails(0).await;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("mail is still owed");
    }

    /// Adds a member to any organization, as `redress member add` does, and logs in.
    pub async fn member(&self, organization: &str, role: &str, email: &str) -> String {
        let store = self.store().await;
        let new = redress_store::NewOrganization {
            slug: redress_domain::Slug::parse(organization).unwrap(),
            name: organization.to_owned(),
            site: None,
            mail_domain: None,
            two_pairs_of_eyes: false,
        };
        let id = store.accounts().ensure_organization(&new).await.unwrap();
        let name = redress_domain::PersonName::parse("Mem Ber").unwrap();
        let hash = password_hash(PASSWORD, 19_456, 2);
        let address = redress_domain::EmailAddress::parse(email).unwrap();
        store.accounts().add_active(id, &name, &address, role.parse().unwrap(), hash).await.unwrap();
        store.close().await;
        let entered = self.post("/admin/login", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(entered.status, 303, "{}", entered.text);
        entered.cookie()
    }

    /// Signs, and confirms by the mail's link.
    pub async fn sign_and_confirm(&self, slug: &str, changes: &[(&str, &str)]) -> Mail {
        let before = mailbox::count(&self.data.join("outbox"));
        let signed = self.sign(slug, changes).await;
        assert_eq!(signed.status, 303, "{}", signed.text);
        let mail = self.mails(before + 1).await.pop().unwrap();
        let confirmed = self.post(&mailbox::link(&mail, "/confirm/"), &[]).await;
        assert_eq!(confirmed.status, 303, "{}", confirmed.text);
        mail
    }

    /// Builds a packet and gives its path at the desk, once it can be downloaded.
    pub async fn packet(&self, cookie: &str, slug: &str) -> String {
        let page = format!("/admin/c/{slug}/packet");
        let before = self.get_as(cookie, &page).await.text.matches(&format!("href=\"{page}/")).count();
        let asked = self.post_as(cookie, &page, &[("slice", "all"), ("language", "en")]).await;
        assert_eq!(asked.status, 303, "{}", asked.text);
        for _ in 0..1_200 {
            let text = self.get_as(cookie, &page).await.text;
            if text.matches(&format!("href=\"{page}/")).count() > before {
                let found = text.split('"').find(|part| part.starts_with(&format!("{page}/")));
                return found.unwrap().to_owned();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no packet was built");
    }

    /// The newest mail to an address.
    pub async fn mail_to(&self, address: &str, at_least: usize) -> Mail {
        let mails = self.mails(at_least).await;
        mails
            .into_iter()
            .rev()
            .find(|mail| mail.to == address)
            .unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// The public count.
    pub async fn count(&self, slug: &str) -> u64 {
        let text = self.get(&format!("/c/{slug}.json")).await.text;
        let (_, rest) = text.split_once("\"signatures\":").unwrap();
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = response.bytes().await.unwrap().to_vec();
    Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned(), bytes }
}

/// The editor's form for a campaign in English and Spanish; changes go over the defaults.
pub fn campaign_fields(changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: BTreeMap<&str, &str> = BTreeMap::from([
        ("slug", "stop-monitoring"),
        ("lang_en", "on"),
        ("lang_es", "on"),
        ("time_zone", "America/New_York"),
        ("street", "optional"),
        ("elsewhere", "on"),
        ("comments", "on"),
        ("retention_days", "90"),
        ("goal", "500"),
        ("title_en", "Stop the purchase"),
        ("title_es", "Alto a la compra"),
        ("standfirst_en", "One sentence."),
        ("standfirst_es", "Una frase."),
        ("target_en", "To the Mayor"),
        ("target_es", "A la Alcaldía"),
        ("ask_en", "Withdraw the bid."),
        ("ask_es", "Retire la licitación."),
        ("petition_en", "We ask the Mayor to withdraw the request for bids."),
        ("petition_es", "Pedimos a la Alcaldía que retire la licitación."),
        ("letter_en", "Dear Mayor, here are our names."),
        ("letter_es", "Estimada Alcaldía, aquí están nuestros nombres."),
        ("docket", "0617"),
        ("matter", "Software that reads posts"),
        ("body_name", "Office of the Mayor"),
    ]);
    fields.extend(changes.iter().copied());
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Argon2id's hash of a password with the parameters given: KiB of memory and passes.
pub fn password_hash(password: &str, memory: u32, passes: u32) -> String {
    use argon2::password_hash::PasswordHasher as _;
    let params = argon2::Params::new(memory, passes, 1, None).unwrap();
    argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password(password.as_bytes())
        .unwrap()
        .to_string()
}
