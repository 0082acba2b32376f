//! A server of one's own for each test, on SQLite and, where one is at hand, on Postgres.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use redress_server::ports::{ManualClock, SystemRandom};
use redress_server::settings::Settings;
use redress_server::{Serving, mail::folder};
use reqwest::{Client, Method};
use sea_orm::{ConnectionTrait as _, Database};

use crate::{Answer, Mail};

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
    test(Server::start("").await).await;
    if let Ok(postgres) = std::env::var("REDRESS_TEST_POSTGRES") {
        let name = format!("redress_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let admin = Database::connect(&postgres).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        let mut url = url::Url::parse(&postgres).unwrap();
        url.set_path(&name);
        test(Server::start(url.as_str()).await).await;
        admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
    }
}

impl Server {
    /// Starts on the database named, or on SQLite.
    pub async fn start(database: &str) -> Self {
        Self::with(Setup { database: database.to_owned(), ..Setup::default() }).await
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
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let mut server = Self { serving: None, clock, settings, client, base: String::new(), data };
        server.restart().await;
        server
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
        std::fs::remove_dir_all(&self.data).unwrap();
    }

    /// Moves the clock, and does what time brings.
    pub async fn after(&self, span: SignedDuration) {
        self.clock.advance(span);
        self.serving().sweep().await;
    }

    /// The link for the first account.
    pub async fn first_link(&self) -> Option<String> {
        let link = self.serving().first_link().await.unwrap();
        link.map(|link| link.replace("http://localhost:3000", ""))
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
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.unwrap();
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
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

    /// Makes the first account and gives its session.
    pub async fn owner(&self) -> String {
        let link = self.first_link().await.unwrap();
        self.owner_through(&link).await
    }

    /// Makes the first account through the path of its link.
    pub async fn owner_through(&self, link: &str) -> String {
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
        let fields: Vec<_> = fields.into_iter().collect();
        let made = self.post_as(cookie, "/admin/campaigns/new", &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let slug = fields.iter().find(|(name, _)| *name == "slug").unwrap().1.to_owned();
        let published = self.post_as(cookie, &format!("/admin/c/{slug}/state"), &[("step", "publish")]).await;
        assert_eq!(published.status, 303);
        slug
    }

    /// Signs, with changes over a plain form.
    pub async fn sign(&self, slug: &str, changes: &[(&str, &str)]) -> Answer {
        let mut fields: BTreeMap<&str, &str> = BTreeMap::from([
            ("name", "Ana Díaz"),
            ("email", "ana@people.example"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("visibility", "full"),
        ]);
        fields.extend(changes.iter().copied());
        let fields: Vec<_> = fields.into_iter().collect();
        self.post(&format!("/c/{slug}/sign"), &fields).await
    }

    /// Every mail sent so far, oldest first, once at least so many are there.
    pub async fn mails(&self, at_least: usize) -> Vec<Mail> {
        let folder = self.data.join("outbox");
        for _ in 0..400 {
            let filed = folder::list(&folder).unwrap();
            if filed.len() >= at_least {
                // Mails are filed by time: what is sent from here on comes after these.
                self.clock.advance(SignedDuration::from_secs(1));
                return filed
                    .into_iter()
                    .rev()
                    .map(|mail| Mail { to: mail.to, subject: mail.subject, text: mail.text })
                    .collect();
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{} mails, not {at_least}", folder::list(&folder).unwrap().len());
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
