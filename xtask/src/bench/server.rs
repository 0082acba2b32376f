//! The release binary, serving for the length of one measurement, in a folder of its own.
//! It refuses to leave anything behind, and to take a setting from the terminal that started it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::load::{Connection, get};
use crate::command;
use crate::error::{Error, while_doing};
use crate::interrupt;

const READY_WITHIN: Duration = Duration::from_secs(60);
const STOPPED_WITHIN: Duration = Duration::from_secs(30);

/// A data folder and the database of one measurement.
pub struct Place {
    binary: PathBuf,
    pub data: PathBuf,
    settings: Vec<(&'static str, String)>,
}

impl Place {
    /// An empty folder; `database` is a Postgres address, or nothing for SQLite in the folder.
    pub fn new(binary: &Path, folder: &Path, name: &str, database: Option<&str>) -> Result<Self, Error> {
        let data = folder.join(name);
        let _ = fs::remove_dir_all(&data);
        fs::create_dir_all(&data).map_err(while_doing(format!("Could not make {}", data.display())))?;
        let mut settings = vec![
            ("REDRESS_DATA", data.display().to_string()),
            // The load says for whom it asks, as a proxy does: people do not share one address.
            ("REDRESS_TRUSTED_PROXIES", "127.0.0.1".to_owned()),
            ("REDRESS_LOG", "warn".to_owned()),
        ];
        settings.extend(database.map(|url| ("REDRESS_DATABASE_URL", url.to_owned())));
        Ok(Self { binary: binary.to_owned(), data, settings })
    }

    /// One of the binary's commands, with this place's settings.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(arguments).current_dir(&self.data);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("REDRESS_") {
                command.env_remove(name);
            }
        }
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Starts to serve.
    pub fn serve(&self) -> Result<Server, Error> {
        let port = free_port()?;
        let address = format!("127.0.0.1:{port}");
        let log = fs::File::create(self.data.join("log"))
            .map_err(while_doing("Could not make the server's log"))?;
        let mut command = self.command(&["serve"]);
        command.env("REDRESS_LISTEN", &address).stdout(Stdio::null()).stderr(log);
        let server = Server { child: command::spawn(&mut command)?, address };
        let deadline = Instant::now() + READY_WITHIN;
        while Instant::now() < deadline {
            interrupt::check()?;
            let answer = Connection::open(&server.address)
                .and_then(|mut connection| connection.exchange(&get("/health/ready")));
            if answer.is_ok_and(|answer| answer.status == 200) {
                return Ok(server);
            }
            thread::sleep(Duration::from_millis(50));
        }
        let log = fs::read_to_string(self.data.join("log")).unwrap_or_default();
        Err(Error::Missing(format!("The server did not get ready.\n{}", log.trim_end())))
    }

    /// Removes the folder.
    pub fn remove(self) {
        let _ = fs::remove_dir_all(&self.data);
    }
}

/// A server that answers; it is asked to stop when this is dropped.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Server {
    /// The most memory it held so far, in MB (VmHWM).
    pub fn peak_mb(&self) -> f64 {
        peak_mb(self.child.id()).unwrap_or_default()
    }

    /// One GET.
    pub fn get(&self, path: &str) -> Result<super::load::Answer, Error> {
        Connection::open(&self.address)
            .and_then(|mut connection| connection.exchange(&get(path)))
            .map_err(while_doing(format!("GET {path} failed")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(pid) = Pid::from_raw(self.child.id().cast_signed()) {
            let _ = kill_process(pid, Signal::TERM);
        }
        let deadline = Instant::now() + STOPPED_WITHIN;
        while Instant::now() < deadline {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command to its end; gives its seconds and the most memory it held, in MB.
pub fn run_measured(command: &mut Command) -> Result<(f64, f64), Error> {
    println!("   {}", command::shown(command));
    let started = Instant::now();
    let mut child = command::spawn(command.stdout(Stdio::null()))?;
    let mut peak = 0.0;
    loop {
        if let Some(now) = peak_mb(child.id()) {
            peak = now;
        }
        if let Some(status) = child.try_wait().map_err(while_doing("Could not wait for a program"))? {
            interrupt::check()?;
            return if status.success() {
                Ok((started.elapsed().as_secs_f64(), peak))
            } else {
                Err(Error::CommandFailed { command: command::shown(command), status })
            };
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// What Linux says of a process; nothing elsewhere, or once it has ended.
fn peak_mb(pid: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024.0)
}

fn free_port() -> Result<u16, Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(while_doing("Could not find a free port"))
}
