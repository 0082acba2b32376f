//! From settings to a server that answers, and back: start, and a stop that breaks no answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use redress_domain::{Clock, Random};
use redress_store::{Connection, Keys, Store};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::mail::{Transport, TransportRefused};
use crate::password::Passwords;
use crate::settings::Settings;
use crate::web::App;
use crate::{jobs, router};

/// Why the server does not start; each sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartRefused {
    /// The data folder.
    #[error("the folder of REDRESS_DATA ({folder}) cannot be used: {fault}")]
    Data {
        /// Which.
        folder: String,
        /// What the system says.
        fault: std::io::Error,
    },
    /// The key file.
    #[error(transparent)]
    Keys(#[from] redress_store::KeyFault),
    /// The database.
    #[error(transparent)]
    Database(#[from] redress_store::OpenRefused),
    /// The mail settings.
    #[error(transparent)]
    Mail(#[from] TransportRefused),
    /// The address to listen on.
    #[error("REDRESS_LISTEN ({address}) cannot be used: {fault}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// What the system says.
        fault: std::io::Error,
    },
    /// A font or a template inside the program is broken.
    #[error("this program is damaged: {0}; build or download it again")]
    Damaged(String),
    /// The database, later.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
}

/// A server that answers.
pub struct Serving {
    /// Where.
    pub address: SocketAddr,
    app: App,
    stop: CancellationToken,
    tasks: TaskTracker,
}

/// Opens the store that the settings name, making folder and keys if they are not there.
pub async fn open_store(
    settings: &Settings,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<Store, StartRefused> {
    std::fs::create_dir_all(&settings.data)
        .map_err(|fault| StartRefused::Data { folder: settings.data.display().to_string(), fault })?;
    let keys = match std::env::var("REDRESS_KEYS") {
        Ok(text) => Keys::parse(&text)?,
        Err(_) => Keys::load_or_create(&settings.key_file, random.as_ref())?,
    };
    let connection = Connection { url: settings.database_url.clone(), connections: settings.connections };
    Ok(Store::open(&connection, keys, clock, random).await?)
}

/// Starts to serve.
pub async fn start(
    settings: Settings,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<Serving, StartRefused> {
    check_inside()?;
    let transport = match &settings.smtp_url {
        Some(url) => Transport::smtp(url)?,
        None => Transport::Folder(settings.data.join("outbox")),
    };
    let store = open_store(&settings, clock.clone(), random).await?;
    let passwords = Passwords::new().map_err(|error| StartRefused::Damaged(error.to_string()))?;
    let listener = TcpListener::bind(settings.listen)
        .await
        .map_err(|fault| StartRefused::Listen { address: settings.listen, fault })?;
    let address =
        listener.local_addr().map_err(|fault| StartRefused::Listen { address: settings.listen, fault })?;
    let app = App::new(store, settings, clock, passwords);
    let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
    jobs::start(&app, transport, &tasks, &stop);
    let service = router::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let stopping = stop.clone();
    tasks.spawn(async move {
        let served = axum::serve(listener, service).with_graceful_shutdown(stopping.cancelled_owned()).await;
        if let Err(error) = served {
            tracing::error!(%error, "the listener ended");
        }
    });
    tasks.close();
    Ok(Serving { address, app, stop, tasks })
}

/// What can be broken inside the program is found at the start, not at the first packet or mail.
pub(crate) fn check_inside() -> Result<(), StartRefused> {
    redress_packet::check_fonts().map_err(|error| StartRefused::Damaged(error.to_string()))?;
    crate::mail::check().map_err(StartRefused::Damaged)
}

impl Serving {
    /// A single-use link for the first account, while there is none.
    pub async fn first_link(&self) -> Result<Option<String>, StartRefused> {
        if self.app.store.accounts().any().await? {
            return Ok(None);
        }
        let token = self.app.store.accounts().first_link().await?;
        Ok(Some(self.app.settings.url(&format!("/admin/setup/{}", token.reveal()))))
    }

    /// Does what time brings, now: for tests, which move the clock.
    pub async fn sweep(&self) {
        jobs::sweep(&self.app).await;
    }

    /// How many passwords were hashed or compared: for tests, which compare what two answers cost.
    pub fn passwords_hashed(&self) -> u64 {
        self.app.passwords.hashed()
    }

    /// Takes no new request, answers those it has, writes what waits, and ends; within 25 seconds.
    pub async fn stop(self) {
        self.stop.cancel();
        // What is not done by then is cut off: an orchestrator kills after thirty.
        let _ = tokio::time::timeout(Duration::from_secs(25), self.tasks.wait()).await;
        self.app.store.clone().close().await;
    }
}
