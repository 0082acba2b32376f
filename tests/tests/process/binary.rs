//! The binary as an operator runs it, with a folder of its own and no setting of the terminal it is tested from.

use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// How long anything may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// Where the binary is: told by REDRESS_BIN, or where Cargo put it beside this test.
pub fn binary() -> PathBuf {
    let beside = || {
        let test = std::env::current_exe().unwrap();
        test.parent().unwrap().parent().unwrap().join("redress")
    };
    let binary = std::env::var_os("REDRESS_BIN").map_or_else(beside, PathBuf::from);
    assert!(binary.exists(), "{} is not there; run: cargo build --bin redress", binary.display());
    binary
}

/// A folder that is gone when it is dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("redress-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The names in it, hidden ones too, in order.
    pub fn names(&self) -> Vec<String> {
        names(&self.0)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The names in a folder, hidden ones too, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A database of Postgres for one test, gone when it is dropped; none where no server is at hand.
pub struct PostgresDatabase {
    pub url: String,
    pub name: String,
    admin: String,
}

impl PostgresDatabase {
    /// `REDRESS_TEST_POSTGRES` names the server.
    pub async fn new() -> Option<Self> {
        let admin = std::env::var("REDRESS_TEST_POSTGRES").ok()?;
        let name =
            format!("redress_process_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let db = Database::connect(&admin).await.unwrap();
        db.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        let mut url = url::Url::parse(&admin).unwrap();
        url.set_path(&name);
        Some(Self { url: url.to_string(), name, admin })
    }

    pub async fn admin(&self) -> DatabaseConnection {
        Database::connect(&self.admin).await.unwrap()
    }

    pub async fn drop(self) {
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        self.admin().await.execute_unprepared(&drop).await.unwrap();
    }
}

/// Runs a test on SQLite, and on Postgres where there is one; the test is given the database's address.
pub async fn each_url(test: impl AsyncFn(String)) {
    test(String::new()).await;
    if let Some(postgres) = PostgresDatabase::new().await {
        test(postgres.url.clone()).await;
        postgres.drop().await;
    }
}

/// The binary with these arguments, in this folder, with these settings and no others.
pub fn command(data: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("REDRESS_")) {
        command.env_remove(name);
    }
    command
        .args(arguments)
        .current_dir(data)
        .env("REDRESS_DATA", data)
        .env("REDRESS_LISTEN", "127.0.0.1:0")
        .envs(settings.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// What a command said, and how it ended.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The one object on the standard output.
    pub fn json(&self) -> Value {
        assert_eq!(self.out.lines().count(), 1, "{} {}", self.out, self.err);
        serde_json::from_str(&self.out).unwrap()
    }
}

/// Runs a command to its end.
pub async fn run(data: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Said {
    let running = command(data, settings, arguments).output();
    Said::of(tokio::time::timeout(PATIENCE, running).await.unwrap().unwrap())
}

/// Runs a command that has to end well.
pub async fn done(data: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Said {
    let said = run(data, settings, arguments).await;
    assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    said
}

pub fn signal(child: &Child, signal: Signal) {
    let pid = i32::try_from(child.id().unwrap()).unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

/// A server that runs.
pub struct Process {
    pub child: Child,
    /// What it told when it answered.
    pub told: Value,
    pub base: String,
    log: Arc<Mutex<String>>,
}

impl Process {
    /// Starts it and waits until it answers.
    pub async fn start(data: &Path, settings: &[(&str, &str)]) -> Self {
        Self::of(command(data, settings, &["serve", "--json"])).await
    }

    /// As [`Process::start`], from a command that ends in the server.
    pub async fn of(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (noting, mut stderr) = (log.clone(), BufReader::new(child.stderr.take().unwrap()).lines());
        tokio::spawn(async move {
            while let Ok(Some(line)) = stderr.next_line().await {
                let mut log = noting.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        tokio::time::timeout(PATIENCE, stdout.read_line(&mut line)).await.unwrap().unwrap();
        if line.is_empty() {
            let status = child.wait().await.unwrap();
            tokio::time::sleep(Duration::from_millis(100)).await;
            panic!("the server ended ({status}): {}", log.lock().unwrap());
        }
        // Whatever else it prints must not stop it on a full pipe.
        tokio::spawn(async move { stdout.read_to_string(&mut String::new()).await });
        let told: Value = serde_json::from_str(&line).unwrap();
        let base = format!("http://{}", told["listen"].as_str().unwrap());
        Self { child, told, base, log }
    }

    /// What it logged so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// kill -9.
    pub async fn kill(mut self) {
        signal(&self.child, Signal::KILL);
        self.child.wait().await.unwrap();
    }

    /// SIGTERM; gives how it ended, and how long that took.
    pub async fn terminate(mut self) -> (ExitStatus, Duration) {
        let asked = Instant::now();
        signal(&self.child, Signal::TERM);
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.unwrap().unwrap();
        (status, asked.elapsed())
    }

    /// SIGTERM, which must end well.
    pub async fn stop(self) {
        let log = self.log.clone();
        let (status, _) = self.terminate().await;
        assert_eq!(status.code(), Some(0), "{}", log.lock().unwrap());
    }
}

/// Looks until there is something.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(tokio::time::Instant::now() < deadline, "waited in vain for {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A number that the metrics of a server tell.
pub async fn metric(listen: &str, name: &str) -> u64 {
    let text = reqwest::get(format!("http://{listen}/metrics")).await.unwrap().text().await.unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name} ")));
    line.unwrap_or_else(|| panic!("no {name} in {text}")).parse().unwrap()
}
