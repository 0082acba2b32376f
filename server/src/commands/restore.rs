//! `redress restore`: a copy back in place, looked at before it takes the place of anything.

use std::fmt;
use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use redress_domain::Clock as _;
use serde::Serialize;

use super::half::Half;
use super::{Failed, tell};
use crate::ports::SystemClock;
use crate::settings::Settings;

#[derive(Serialize)]
struct Restored {
    database: String,
    kept: Option<String>,
}

impl fmt::Display for Restored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is in place", self.database)?;
        match &self.kept {
            Some(kept) => write!(f, "; the database before it is kept as {kept}"),
            None => Ok(()),
        }
    }
}

pub(super) async fn restore(file: &Path, json: bool) -> Result<(), Failed> {
    let settings = Settings::load()?;
    let target = settings
        .sqlite_file()
        .ok_or("this database is Postgres; restore it with pg_restore, or psql for a plain dump")?;
    let mut head = [0; 16];
    let mut opened =
        std::fs::File::open(file).map_err(|fault| format!("{} cannot be opened: {fault}", file.display()))?;
    if opened.read_exact(&mut head).is_err() || head != *b"SQLite format 3\0" {
        return Err(format!("{} is no copy made by redress backup", file.display()).into());
    }
    drop(opened);
    if std::env::var_os("REDRESS_KEYS").is_none() && !settings.key_file.exists() {
        let keys = settings.key_file.display();
        return Err(format!("put the key file of that installation at {keys} first").into());
    }
    // Whoever listens there is most likely the server, which would go on writing into the file that was.
    if let Err(fault) = TcpListener::bind(settings.listen)
        && fault.kind() == std::io::ErrorKind::AddrInUse
    {
        let listen = settings.listen;
        return Err(format!("something answers at REDRESS_LISTEN ({listen}); stop the server first").into());
    }
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let half = Half::beside(&target)?;
    std::fs::copy(file, half.path())?;
    // Opened as the server would: one sealed with other keys, or by a newer program, is refused here.
    let copy = Settings { database_url: format!("sqlite://{}", half.path().display()), ..settings.clone() };
    let store = crate::serving::open_store_of_system(&copy).await?;
    store.ping().await?;
    store.close().await;
    if beside(&half.path(), "-wal").metadata().is_ok_and(|meta| meta.len() > 0) {
        return Err("the copy could not be closed; nothing was changed".into());
    }
    let kept = if target.exists() { Some(keep(&target)?) } else { None };
    half.finish()?;
    tell(
        &Restored {
            database: target.display().to_string(),
            kept: kept.map(|kept| kept.display().to_string()),
        },
        json,
    )
}

/// Moves the database so far aside, with the log of what is not in its file yet.
fn keep(target: &Path) -> Result<PathBuf, Failed> {
    let now = SystemClock.now().strftime("%Y%m%dT%H%M%S%3fZ");
    let kept = beside(target, &format!(".before-{now}"));
    if kept.exists() {
        return Err(format!("{} is there already; try again", kept.display()).into());
    }
    for suffix in ["-wal", ""] {
        let from = beside(target, suffix);
        if from.exists() {
            std::fs::rename(from, beside(&kept, suffix))?;
        }
    }
    let index = beside(target, "-shm");
    if index.exists() {
        std::fs::remove_file(index)?;
    }
    Ok(kept)
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
