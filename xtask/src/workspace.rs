//! Where things are, and the environment that every build shares. It refuses to guess twice: a path is
//! named here or nowhere.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, while_doing};

pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Makes the repository's root the working directory, so that `data/` is the same folder from
    /// wherever the command was given.
    pub fn enter() -> Result<Self, Error> {
        // Cargo tells at run time; what was true when xtask was built is the second-best answer.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().unwrap_or(&manifest).to_path_buf();
        env::set_current_dir(&root).map_err(while_doing(format!("Could not enter {}", root.display())))?;
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |given| root.join(given));
        let workspace = Self { root, target };
        // The server embeds this folder when it is compiled, so it has to exist before clippy looks.
        fs::create_dir_all(workspace.site())
            .map_err(while_doing("Could not make the folder for the assets"))?;
        Ok(workspace)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where the assets are written, and what the server embeds.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    pub fn smtp_tests(&self) -> PathBuf {
        self.root.join("tests").join("smtp")
    }

    pub fn binary(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join("redress")
    }

    /// Cargo, the same one that runs us, with what every build has to agree on. A build with another
    /// environment would compile half of the tree again.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .current_dir(&self.root)
            // Leptos compiles the name in; without it the page asks for a file that is not there.
            .env("LEPTOS_OUTPUT_NAME", "redress")
            .env("REDRESS_SITE_DIR", self.site());
        cargo
    }
}
