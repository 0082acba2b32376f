//! A Postgres for the length of one test run: its own folder, its own port on loopback, gone at the end
//! whatever happens. It refuses to touch a Postgres that is there already, and to keep anything.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use crate::command;
use crate::error::{Error, while_doing};
use crate::interrupt;

const READY_WITHIN: Duration = Duration::from_secs(60);
const STOPPED_WITHIN: Duration = Duration::from_secs(15);
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// A free port may be taken between the look and the start.
const ATTEMPTS: u32 = 3;

/// Whether what it commits has to survive a loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// As in production: what is measured has to pay for it.
    Real,
    /// What it holds is gone in minutes: tests need not wait for the disk.
    None,
}

pub struct Postgres {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Makes a cluster in a folder under `target` (or the system's, where the server's user can't reach
    /// it), starts it and waits until it takes connections. `programs` holds initdb and postgres.
    pub fn start(programs: &Path, target: &Path, durability: Durability) -> Result<Self, Error> {
        let user = ServerUser::choose()?;
        let folder = make_folder(&user, target)?;
        let started = create(programs, &user, &folder).and_then(|()| {
            let mut attempt = 1;
            loop {
                match launch(programs, &user, &folder, durability) {
                    Err(Error::Postgres(_)) if attempt < ATTEMPTS => attempt += 1,
                    outcome => return outcome,
                }
            }
        });
        match started {
            Ok((server, port)) => {
                println!("   postgres on 127.0.0.1:{port}, in {}", folder.display());
                Ok(Self { server, folder, port })
            }
            Err(error) => {
                let _ = fs::remove_dir_all(&folder);
                Err(error)
            }
        }
    }

    /// Where tests make their databases; the role may make any.
    pub fn url(&self) -> String {
        format!("postgres://redress@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        stop(&mut self.server);
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("   {} is left behind: {error}", self.folder.display());
        }
    }
}

/// Postgres refuses to run as root; another user does it then.
struct ServerUser(Option<&'static str>);

impl ServerUser {
    fn choose() -> Result<Self, Error> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self(None));
        }
        let exists = |user: &&str| {
            Command::new("id")
                .arg(user)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|s| s.success())
        };
        ["postgres", "nobody"].into_iter().find(exists).map(|user| Self(Some(user))).ok_or_else(|| {
            Error::Postgres("it can't run as root, and there is no user `postgres` or `nobody`.".to_owned())
        })
    }

    /// The program as that user. Linux ends it with us even if we are killed outright.
    fn command(&self, program: &Path) -> Command {
        let mut command = if cfg!(target_os = "linux") || self.0.is_some() {
            let mut setpriv = Command::new("setpriv");
            if let Some(user) = self.0 {
                setpriv.args([
                    &format!("--reuid={user}"),
                    "--init-groups",
                    &format!("--regid={}", primary_group(user)),
                ]);
            }
            setpriv.args(["--pdeathsig", "INT", "--"]).arg(program);
            setpriv
        } else {
            Command::new(program)
        };
        // A folder that this user may enter; the caller's own may not be.
        command.current_dir("/");
        command
    }
}

fn primary_group(user: &str) -> String {
    command::output(Command::new("id").args(["-g", user])).unwrap_or_else(|_| user.to_owned())
}

/// An empty folder that belongs to the server's user, named after this process.
fn make_folder(user: &ServerUser, target: &Path) -> Result<PathBuf, Error> {
    for parent in [target.to_path_buf(), std::env::temp_dir()] {
        remove_leftovers(&parent);
        let folder = parent.join(format!("{PREFIX}{}", std::process::id()));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)))
            .map_err(while_doing(format!("Could not make {}", folder.display())))?;
        if let Some(name) = user.0 {
            command::output(Command::new("chown").arg(name).arg(&folder))?;
        }
        // Under /root, say, the folder is theirs and the way to it is not.
        let reached = user.command(Path::new("test")).arg("-w").arg(&folder).status();
        if reached.is_ok_and(|status| status.success()) {
            return Ok(folder);
        }
        let _ = fs::remove_dir_all(&folder);
    }
    Err(Error::Postgres(format!(
        "its user can enter neither {} nor the system's temporary folder.",
        target.display()
    )))
}

const PREFIX: &str = "test-postgres-";

/// Removes the folders of runs that were killed before they could.
fn remove_leftovers(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(owner) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.parse::<i32>().ok())
        else {
            continue;
        };
        let is_running = Pid::from_raw(owner).is_some_and(|owner| test_kill_process(owner).is_ok());
        if !is_running {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn create(programs: &Path, user: &ServerUser, folder: &Path) -> Result<(), Error> {
    let mut initdb = user.command(&programs.join("initdb"));
    initdb
        .arg("--pgdata")
        .arg(folder.join("data"))
        // Loopback alone, for minutes, and nothing in it is anybody's: no password.
        .args(["--username=redress", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"])
        .process_group(0);
    command::output(&mut initdb)?;
    interrupt::check()
}

/// Starts the server on a free port and waits until it is ready.
fn launch(
    programs: &Path,
    user: &ServerUser,
    folder: &Path,
    durability: Durability,
) -> Result<(Child, u16), Error> {
    let port = free_port()?;
    let data = folder.join("data");
    let log = folder.join("log");
    let log_file =
        fs::File::create(&log).map_err(while_doing(format!("Could not make {}", log.display())))?;
    let mut postgres = user.command(&programs.join("postgres"));
    postgres.arg("-D").arg(&data).arg("-p").arg(port.to_string()).stdout(Stdio::null()).stderr(log_file);
    let always = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300"];
    let without: &[&str] = match durability {
        Durability::Real => &[],
        Durability::None => &["fsync=off", "full_page_writes=off"],
    };
    for setting in always.iter().chain(without) {
        postgres.arg("-c").arg(setting);
    }
    let mut server = command::spawn(&mut postgres)?;
    match wait_until_ready(&mut server, &data) {
        Ok(()) => Ok((server, port)),
        Err(Error::Postgres(reason)) => {
            stop(&mut server);
            let log = fs::read_to_string(&log).unwrap_or_default();
            Err(Error::Postgres(format!("{reason}\n{}", log.trim_end())))
        }
        Err(error) => {
            stop(&mut server);
            Err(error)
        }
    }
}

/// The server says so in the eighth line of postmaster.pid, which is what pg_ctl reads too.
fn wait_until_ready(server: &mut Child, data: &Path) -> Result<(), Error> {
    let deadline = Instant::now() + READY_WITHIN;
    while Instant::now() < deadline {
        interrupt::check()?;
        if let Some(status) = server.try_wait().map_err(while_doing("Could not look after Postgres"))? {
            return Err(Error::Postgres(format!("it ended at once ({status}).")));
        }
        let state = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
        if state.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
            return Ok(());
        }
        thread::sleep(LOOK_AGAIN);
    }
    Err(Error::Postgres(format!("it was not ready within {} s.", READY_WITHIN.as_secs())))
}

/// SIGINT is a fast shutdown: it ends the sessions and leaves no shared memory behind.
fn stop(server: &mut Child) {
    if let Some(pid) = Pid::from_raw(server.id().cast_signed()) {
        let _ = kill_process(pid, Signal::INT);
    }
    let deadline = Instant::now() + STOPPED_WITHIN;
    while Instant::now() < deadline {
        if matches!(server.try_wait(), Ok(Some(_)) | Err(_)) {
            return;
        }
        thread::sleep(LOOK_AGAIN);
    }
    let _ = server.kill();
    let _ = server.wait();
}

fn free_port() -> Result<u16, Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(while_doing("Could not find a free port"))
}
