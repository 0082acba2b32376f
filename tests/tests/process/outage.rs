//! The database locked, full or gone: an honest answer, nothing half-written, and back to work when it is back.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use sea_orm::{ConnectionTrait as _, Database};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;
use tokio::sync::watch;

use crate::binary::{Folder, PostgresDatabase, Process, command, until};
use crate::crash::everybody_gets_a_mail;
use crate::people::{Came, FROM_A_PROXY, Signing, client, get, outbox_count, prepared, sign};

/// Refused for now: a page that says so and when to come again, and nothing of the fault.
fn honest(came: Came) {
    let answer = came.answer();
    assert_eq!(answer.status, 503, "{}", answer.text);
    assert!(answer.header("retry-after").parse::<u64>().is_ok());
    assert!(answer.text.contains("<h1"), "{}", answer.text);
    for word in ["database", "SQLite", "sqlx", "locked", "disk", "postgres", "Connection"] {
        assert!(!answer.text.contains(word), "the page says {word}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_another_process_locks_the_database_signing_says_so_and_then_goes_on() {
    let (data, slug) = prepared("").await;
    let process = Process::start(data.path(), &[FROM_A_PROXY]).await;
    let client = client();
    let url = format!("sqlite://{}", data.join("redress.db").display());
    let other =
        Database::connect(sea_orm::ConnectOptions::new(url).max_connections(1).to_owned()).await.unwrap();
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    let forms: Vec<_> = (1..=3)
        .map(|number| {
            let (client, base, slug) = (client.clone(), process.base.clone(), slug.clone());
            tokio::spawn(async move { sign(&client, &base, &slug, number).await })
        })
        .collect();
    // Reading goes on.
    assert_eq!(get(&client, &format!("{}/c/{slug}", process.base)).await.status(), 200);
    assert_eq!(get(&client, &format!("{}/health/live", process.base)).await.status(), 200);
    for form in forms {
        honest(form.await.unwrap());
    }
    other.execute_unprepared("ROLLBACK").await.unwrap();
    assert_eq!(sign(&client, &process.base, &slug, 4).await.status(), 303);
    until("a mail", async || (outbox_count(data.path()) == 1).then_some(())).await;
    process.stop().await;
    // Those who were refused are not in it, not even in part.
    everybody_gets_a_mail(&data, "", &slug, &[4]).await;
    assert_eq!(outbox_count(data.path()), 1);
}

/// A disk that can be filled and emptied: a small file system of our own, which only root may mount, or a limit on the
/// sizes of files.
enum Disk {
    Mounted(Folder),
    Limited,
}

impl Disk {
    async fn mount() -> Option<Self> {
        let folder = Folder::new("disk");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=12m", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status()
            .await;
        mount.is_ok_and(|status| status.success()).then(|| Self::Mounted(folder))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Self::Mounted(folder) = self {
            // Lazily: after a failed test the server may still be at it.
            let _ = std::process::Command::new("umount").arg("--lazy").arg(folder.path()).status();
        }
    }
}

/// The server, whose files may not grow beyond so many blocks of 512 bytes until the limit is lifted.
async fn limited(data: &Path, blocks: u64) -> Process {
    let serve = command(data, &[FROM_A_PROXY], &["serve", "--json"]);
    let mut shell = command(data, &[FROM_A_PROXY], &[]);
    let program = serve.as_std().get_program().to_str().unwrap().to_owned();
    let script = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec {program} serve --json");
    let mut limited = Command::new("sh");
    limited.args(["-c", &script]).current_dir(data).kill_on_drop(true);
    limited.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for (name, value) in shell.as_std_mut().get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    Process::of(limited).await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_signing_says_so_and_goes_on_when_there_is_room() {
    // Not everybody may mount one; what it does to SQLite differs, so whoever may has both.
    if let Some(disk) = Disk::mount().await {
        fills_up(disk).await;
    }
    fills_up(Disk::Limited).await;
}

async fn fills_up(disk: Disk) {
    let (data, slug) = prepared("").await;
    let here = match &disk {
        Disk::Mounted(folder) => {
            for name in data.names().into_iter().filter(|name| data.join(name).is_file()) {
                std::fs::copy(data.join(&name), folder.join(&name)).unwrap();
            }
            folder
        }
        Disk::Limited => &data,
    };
    let process = match &disk {
        Disk::Mounted(folder) => Process::start(folder.path(), &[FROM_A_PROXY]).await,
        Disk::Limited => limited(data.path(), 1_200).await,
    };
    let client = client();
    assert_eq!(sign(&client, &process.base, &slug, 1).await.status(), 303);
    let filler = here.join("filler");
    if let Disk::Mounted(_) = &disk {
        // Full to the last byte.
        let bytes = vec![0_u8; 16 << 20];
        let written = std::fs::write(&filler, &bytes);
        assert!(written.is_err(), "the disk is larger than it should be");
    }
    let numbers = Arc::new(AtomicUsize::new(2));
    let mut answered = vec![1];
    // One more than once: the first failure must not spoil the connection for those that come after it.
    let mut refused = 0;
    while refused < 20 {
        let number = numbers.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        assert!(number < 50_000, "the disk never fills");
        let came = sign(&client, &process.base, &slug, number).await;
        if came.status() == 303 {
            answered.push(number);
        } else {
            refused += 1;
            honest(came);
        }
    }
    assert_eq!(get(&client, &format!("{}/c/{slug}", process.base)).await.status(), 200);

    match &disk {
        Disk::Mounted(_) => std::fs::remove_file(&filler).unwrap(),
        Disk::Limited => {
            let pid = process.child.id().unwrap().to_string();
            let lift = Command::new("prlimit").args(["--pid", &pid, "--fsize=unlimited"]).status().await;
            assert!(lift.unwrap().success());
        }
    }
    let signing = Signing::start(4, &[&process.base], &slug, &numbers);
    signing.reaches(20).await;
    answered.extend(signing.end().await.0);
    process.stop().await;
    crate::binary::done(here.path(), &[], &["audit", "verify"]).await;
    everybody_gets_a_mail(here, "", &slug, &answered).await;
    let half: Vec<String> =
        crate::binary::names(&here.join("outbox")).into_iter().filter(|n| n.starts_with('.')).collect();
    assert!(half.is_empty(), "half-written mails: {half:?}");
}

/// The way to Postgres, which can be cut: connections break, and new ones are refused.
struct Wire {
    address: std::net::SocketAddr,
    to: String,
    up: watch::Sender<bool>,
}

impl Wire {
    async fn to(database: &str) -> (Self, String) {
        let mut url = url::Url::parse(database).unwrap();
        let to = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let wire = Self { address, to, up: watch::Sender::new(true) };
        wire.carry(listener);
        url.set_host(Some("127.0.0.1")).unwrap();
        url.set_port(Some(address.port())).unwrap();
        (wire, url.to_string())
    }

    fn carry(&self, listener: TcpListener) {
        let (to, mut up) = (self.to.clone(), self.up.subscribe());
        tokio::spawn(async move {
            loop {
                let (mut near, _) = tokio::select! {
                    accepted = listener.accept() => accepted.unwrap(),
                    _ = up.wait_for(|up| !up) => return,
                };
                let (to, mut up) = (to.clone(), up.clone());
                tokio::spawn(async move {
                    let mut far = TcpStream::connect(to).await.unwrap();
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                        _ = up.wait_for(|up| !up) => {}
                    }
                });
            }
        });
    }

    async fn cut(&self) {
        self.up.send_replace(false);
        until("the cut", async || TcpStream::connect(self.address).await.is_err().then_some(())).await;
    }

    async fn mend(&self) {
        self.up.send_replace(true);
        self.carry(TcpListener::bind(self.address).await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_postgres_is_gone_every_answer_says_so_and_afterwards_all_goes_on() {
    let Some(database) = PostgresDatabase::new().await else { return };
    let (data, slug) = prepared(&database.url).await;
    let (wire, through) = Wire::to(&database.url).await;
    let settings = [FROM_A_PROXY, ("REDRESS_DATABASE_URL", through.as_str())];
    let process = Process::start(data.path(), &settings).await;
    let client = client();
    let numbers = Arc::new(AtomicUsize::new(1));
    let signing = Signing::start(16, &[&process.base], &slug, &numbers);
    signing.reaches(50).await;

    // In the middle of it, all connections break and nobody answers at its port.
    wire.cut().await;
    let ready = format!("{}/health/ready", process.base);
    until("unready", async || (get(&client, &ready).await.status() == 503).then_some(())).await;
    assert_eq!(get(&client, &format!("{}/health/live", process.base)).await.status(), 200);
    honest(sign(&client, &process.base, &slug, 1_000_000).await);
    honest(get(&client, &format!("{}/c/{slug}/sign", process.base)).await);
    wire.mend().await;
    until("ready", async || (get(&client, &ready).await.status() == 200).then_some(())).await;
    let so_far = signing.answered().len();
    signing.reaches(so_far + 50).await;

    // Postgres itself sends everybody away, and lets nobody in.
    let admin = database.admin().await;
    let allow = |allow: bool| format!("ALTER DATABASE {} ALLOW_CONNECTIONS {allow}", database.name);
    admin.execute_unprepared(&allow(false)).await.unwrap();
    let end =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'", database.name);
    admin.execute_unprepared(&end).await.unwrap();
    until("unready", async || (get(&client, &ready).await.status() == 503).then_some(())).await;
    honest(sign(&client, &process.base, &slug, 1_000_001).await);
    admin.execute_unprepared(&allow(true)).await.unwrap();
    until("ready", async || (get(&client, &ready).await.status() == 200).then_some(())).await;
    let so_far = signing.answered().len();
    signing.reaches(so_far + 50).await;

    let (answered, broken) = signing.end().await;
    assert_eq!(broken, 0);
    process.stop().await;
    everybody_gets_a_mail(&data, &database.url, &slug, &answered).await;
    drop(admin);
    database.drop().await;
}
