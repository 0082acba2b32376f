//! What the tests need beside Rust: found where Debian puts it, or named with the one command that
//! brings it. It installs nothing on a person's machine; only as root under CI does it call apt-get.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::error::Error;
use crate::test::Extent;

/// Older ones lack parts of the test runner.
const NODE_AT_LEAST: u32 = 20;

/// What was found. What the extent does not need is not looked for.
#[derive(Debug, Default)]
pub struct Tools {
    /// The folder with initdb and postgres.
    pub postgres: PathBuf,
    pub chromium: PathBuf,
    pub node: PathBuf,
    npm: PathBuf,
}

struct Missing {
    what: String,
    packages: &'static [&'static str],
}

/// Finds everything, installing it first where that is our place.
pub fn find(extent: Extent) -> Result<Tools, Error> {
    let missing = match look(extent) {
        Ok(tools) => return Ok(tools),
        Err(missing) => missing,
    };
    let packages: Vec<&str> = missing.iter().flat_map(|missing| missing.packages).copied().collect();
    let is_ci = env::var("CI").is_ok_and(|ci| ci == "true");
    if is_ci && rustix::process::geteuid().is_root() && has_apt() {
        command::run(Command::new("apt-get").args(["update", "--quiet"]))?;
        command::run(
            Command::new("apt-get")
                .env("DEBIAN_FRONTEND", "noninteractive")
                .args(["install", "--yes", "--quiet", "--no-install-recommends"])
                .args(&packages),
        )?;
        return look(extent).map_err(|missing| Error::Missing(told(&missing, None)));
    }
    Err(Error::Missing(told(&missing, has_apt().then_some(packages.as_slice()))))
}

/// The packages of tests that run in Node, exactly as the folder's package-lock.json has them; nothing when they
/// are there.
pub fn install_npm_packages(folder: &Path, tools: &Tools) -> Result<(), Error> {
    let modified = |path: PathBuf| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let wanted = modified(folder.join("package-lock.json"));
    let installed = modified(folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    command::run(
        Command::new(&tools.npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(folder)
            // playwright-core would fetch browsers of its own; Debian's Chromium is the one we test.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )
}

/// The folder with the programs that the benchmarks need of Postgres.
pub fn postgres_programs() -> Result<PathBuf, Error> {
    let folder = postgres_folder().filter(|folder| {
        ["initdb", "postgres", "pgbench", "psql"].iter().all(|program| folder.join(program).is_file())
    });
    folder.ok_or_else(|| {
        let missing = Missing {
            what: "PostgreSQL's server programs, pgbench and psql".to_owned(),
            packages: &["postgresql"],
        };
        Error::Missing(told(&[missing], has_apt().then_some(["postgresql"].as_slice())))
    })
}

impl Tools {
    /// Whether tests that run in Node can run.
    pub fn has_node(&self) -> bool {
        [&self.node, &self.npm].iter().all(|program| !program.as_os_str().is_empty())
    }
}

fn look(extent: Extent) -> Result<Tools, Vec<Missing>> {
    let mut missing = Vec::new();
    let mut need = |found: Option<PathBuf>, what: &str, packages| {
        found.unwrap_or_else(|| {
            missing.push(Missing { what: what.to_owned(), packages });
            PathBuf::new()
        })
    };
    need(on_path("pdftotext"), "pdftotext, which reads the packets back", &["poppler-utils"]);
    need(on_path("soffice"), "LibreOffice, which opens the Word files", &["libreoffice-writer-nogui"]);
    let mut tools = Tools::default();
    if extent == Extent::Everything {
        tools.postgres = need(postgres_folder(), "PostgreSQL's server programs", &["postgresql"]);
        tools.chromium = need(chromium(), "Chromium (or CHROMIUM, the path to one)", &["chromium"]);
        tools.npm = need(on_path("npm"), "npm", &["npm"]);
        tools.node = need(on_path("node"), "Node", &["nodejs"]);
        if let Some(version) = node_version(&tools.node).filter(|version| *version < NODE_AT_LEAST) {
            missing.push(Missing {
                what: format!("Node {NODE_AT_LEAST} or later; here is {version} (see https://nodejs.org)"),
                packages: &["nodejs"],
            });
        }
    } else if let (Some(node), Some(npm)) = (on_path("node"), on_path("npm"))
        && node_version(&node) >= Some(NODE_AT_LEAST)
    {
        // The fast tests take Node where it is, and do without where it is not.
        (tools.node, tools.npm) = (node, npm);
    }
    if missing.is_empty() { Ok(tools) } else { Err(missing) }
}

fn told(missing: &[Missing], packages: Option<&[&str]>) -> String {
    let mut text = String::from("The tests need what is not here:\n");
    for Missing { what, .. } in missing {
        let _ = writeln!(text, "  - {what}");
    }
    if let Some(packages) = packages {
        let _ = write!(text, "Install it with:\n  sudo apt-get install {}", packages.join(" "));
    }
    text.trim_end().to_owned()
}

fn has_apt() -> bool {
    on_path("apt-get").is_some()
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn chromium() -> Option<PathBuf> {
    if let Some(given) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(given)).filter(|path| path.is_file());
    }
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
}

/// Debian keeps the server's programs off the path, in a folder per version; the newest is taken.
fn postgres_folder() -> Option<PathBuf> {
    let on_path = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let debian = newest_first(
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path()),
    );
    debian
        .into_iter()
        .map(|version| version.join("bin"))
        .chain(on_path)
        .find(|folder| ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file()))
}

fn newest_first(folders: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let version = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let mut folders: Vec<PathBuf> = folders.filter(|path| version(path).is_some()).collect();
    folders.sort_by_key(|path| std::cmp::Reverse(version(path)));
    folders
}

fn node_version(node: &Path) -> Option<u32> {
    major(&command::output(Command::new(node).arg("--version")).ok()?)
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.9.0\n"), Some(8));
        assert_eq!(major("node"), None);
        let folders = ["9", "17", "15", "common"].map(PathBuf::from);
        assert_eq!(newest_first(folders.into_iter()), ["17", "15", "9"].map(PathBuf::from));
    }

    #[test]
    fn what_is_missing_is_named_with_the_command_that_brings_it() {
        let missing = [
            Missing { what: "PostgreSQL's server programs".to_owned(), packages: &["postgresql"] },
            Missing { what: "Node".to_owned(), packages: &["nodejs"] },
        ];
        assert_eq!(
            told(&missing, Some(&["postgresql", "nodejs"])),
            "The tests need what is not here:\n  - PostgreSQL's server programs\n  - Node\nInstall it with:\n  sudo apt-get install postgresql nodejs"
        );
    }
}
