//! From settings to a server that answers, and back: start, and a stop that breaks no answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use redress_domain::{Clock, Random};
use redress_store::{Connection, Keys, OpenRefused, Store};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::mail::{Transport, TransportRefused};
use crate::password::Passwords;
use crate::ports::{SystemClock, SystemRandom};
use crate::settings::Settings;
use crate::shelf::Shelf;
use crate::web::App;
use crate::{jobs, metrics, router};

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
    /// The key material.
    #[error("{name} cannot be used: {fault}")]
    Keys {
        /// Which setting.
        name: &'static str,
        /// Why.
        fault: redress_store::KeyFault,
    },
    /// Where packets are kept.
    #[error("the folder of REDRESS_STORAGE_URL ({folder}) cannot be used: {fault}")]
    Storage {
        /// Which.
        folder: String,
        /// What the system says.
        fault: String,
    },
    /// The database.
    #[error(transparent)]
    Database(#[from] OpenRefused),
    /// The mail settings.
    #[error(transparent)]
    Mail(#[from] TransportRefused),
    /// An address to listen on.
    #[error("{name} ({address}) cannot be used: {fault}")]
    Listen {
        /// Which setting.
        name: &'static str,
        /// Which address.
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
    /// Where the metrics are, if they are asked for.
    pub metrics_address: Option<SocketAddr>,
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
    let refuse = |name| move |fault| StartRefused::Keys { name, fault };
    let (keys, made) = match std::env::var("REDRESS_KEYS") {
        Ok(text) if !text.is_empty() => (Keys::parse(&text).map_err(refuse("REDRESS_KEYS"))?, false),
        _ => {
            let made = !settings.key_file.exists();
            let keys = Keys::load_or_create(&settings.key_file, random.as_ref());
            (keys.map_err(refuse("REDRESS_KEY_FILE"))?, made)
        }
    };
    let connection = Connection { url: settings.database_url.clone(), connections: settings.connections };
    Store::open(&connection, keys, clock, random).await.map_err(|refused| {
        if made && matches!(refused, OpenRefused::OtherKeys) {
            // The right file was lost: a fresh one in its place opens nothing, and hides the loss.
            let _ = std::fs::remove_file(&settings.key_file);
        }
        refused.into()
    })
}

/// As [`open_store`], with the system's clock and randomness.
pub(crate) async fn open_store_of_system(settings: &Settings) -> Result<Store, StartRefused> {
    open_store(settings, Arc::new(SystemClock), Arc::new(SystemRandom)).await
}

/// Starts to serve.
pub async fn start(
    settings: Settings,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<Serving, StartRefused> {
    check_inside()?;
    let transport = match &settings.smtp_url {
        Some(url) => Transport::smtp(url, settings.host())?,
        None => Transport::Folder(settings.data.join("outbox")),
    };
    let store = open_store(&settings, clock.clone(), random).await?;
    let passwords = Passwords::new().map_err(|error| StartRefused::Damaged(error.to_string()))?;
    Shelf::open(&settings.storage).map_err(|fault| StartRefused::Storage {
        folder: settings.storage.display().to_string(),
        fault: fault.to_string(),
    })?;
    let (listener, address) = listen("REDRESS_LISTEN", settings.listen).await?;
    let metrics = match settings.metrics_listen {
        Some(address) => Some(listen("REDRESS_METRICS_LISTEN", address).await?),
        None => None,
    };
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
    let metrics_address = metrics.as_ref().map(|(_, address)| *address);
    if let Some((listener, _)) = metrics {
        let (router, stopping) = (metrics::router(app.clone()), stop.clone());
        tasks.spawn(async move {
            let served = axum::serve(listener, router).with_graceful_shutdown(stopping.cancelled_owned());
            if let Err(error) = served.await {
                tracing::error!(%error, "the listener of the metrics ended");
            }
        });
    }
    tasks.close();
    Ok(Serving { address, metrics_address, app, stop, tasks })
}

async fn listen(name: &'static str, address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartRefused> {
    let refuse = |fault| StartRefused::Listen { name, address, fault };
    let listener = TcpListener::bind(address).await.map_err(refuse)?;
    let bound = listener.local_addr().map_err(refuse)?;
    Ok((listener, bound))
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
        self.app.mail_due.notify_one();
        self.app.job_due.notify_one();
    }

    /// How many passwords were hashed or compared: for tests, which compare what two answers cost.
    pub fn passwords_hashed(&self) -> u64 {
        self.app.passwords.hashed()
    }

    /// Takes no new request, answers those it has, finishes what the workers have in hand, writes what waits, and
    /// ends; within 25 seconds.
    pub async fn stop(self) {
        self.stop.cancel();
        // What is not done by then is cut off: an orchestrator kills after thirty.
        if tokio::time::timeout(Duration::from_secs(20), self.tasks.wait()).await.is_err() {
            tracing::warn!("not everything at hand was finished in time");
        }
        if tokio::time::timeout(Duration::from_secs(5), self.app.store.clone().close()).await.is_err() {
            tracing::warn!("the database did not close in time");
        }
    }
}
