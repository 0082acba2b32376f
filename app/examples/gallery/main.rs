//! Writes every page with sample data into a folder, `target/gallery` unless another is named, to be looked at.
//! It starts no server and reads no database: serve the folder with anything that serves files.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use leptos::prelude::IntoView;
use redress_app::shell::{self, Assets, Page};

mod desk;
mod public;
mod testimonies;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = env::args_os().nth(1).map_or_else(|| root.join("target/gallery"), PathBuf::from);
    let plain = folder.join("assets");
    fs::create_dir_all(plain.join("fonts"))?;
    for name in ["main.css", "desk.css", "favicon.svg"] {
        fs::copy(root.join("style").join(name), plain.join(name))?;
    }
    for font in fs::read_dir(root.join("style/fonts"))? {
        let font = font?;
        fs::copy(font.path(), plain.join("fonts").join(font.file_name()))?;
    }
    let mut names = Vec::new();
    for (name, page) in public::pages().into_iter().chain(desk::pages()).chain(testimonies::pages()) {
        fs::write(folder.join(&name), page)?;
        names.push(name);
    }
    let links: String = names.iter().map(|name| format!("<li><a href=\"{name}\">{name}</a></li>")).collect();
    fs::write(folder.join("index.html"), format!("<!doctype html><title>Gallery</title><ul>{links}</ul>"))
}

/// The assets under their plain names, and no script.
fn assets() -> Assets {
    Assets {
        main_css: "/assets/main.css".to_owned(),
        desk_css: "/assets/desk.css".to_owned(),
        boot_js: String::new(),
        font: "/assets/fonts/libre-caslon-text-latin-400.woff2".to_owned(),
        favicon: "/assets/favicon.svg".to_owned(),
    }
}

/// A page as the server would send it.
fn html<V: IntoView + 'static>(page: &Page, content: impl FnOnce() -> V) -> String {
    shell::render(page, &assets(), content)
}
