//! From sources to what a browser is sent: the islands as WASM with their glue, the style, the fonts and
//! the icon, named by their content and compressed. It refuses to serve anything, and to leave a file of
//! an earlier build behind.
//!
//! What it writes, in target/site:
//!
//! | logical name | file |
//! | --- | --- |
//! | `redress_bg.wasm`, `redress.js`, `boot.js`, `main.css`, `desk.css`, `favicon.svg` | `STEM.HASH.EXT`, with `.br` and `.gz` beside it |
//! | `fonts/NAME.woff2` | `fonts/NAME.HASH.woff2` |
//! | `assets.json` | logical name → `file`, `bytes`, and where compressed `br` and `gz`, in bytes |
//!
//! Every file but the list itself may be cached for ever.

mod minify;
mod site;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::command;
use crate::error::{Error, while_doing};
use crate::workspace::Workspace;
use site::Site;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The desk's comes on top of the first, on its own pages alone.
const STYLES: [&str; 2] = ["main.css", "desk.css"];
/// The path under which the server answers for target/site; the style sheet names fonts by it.
const URL_PREFIX: &str = "/assets/";

/// Builds everything into target/site. What has not changed is neither built nor compressed again.
pub fn build(workspace: &Workspace) -> Result<(), Error> {
    have_wasm_target()?;
    build_wasm(workspace)?;
    let (glue, wasm) = bind(workspace)?;

    let mut site = Site::open(workspace.site())?;
    let wasm = site.add("redress_bg.wasm", &wasm)?;
    let glue = site.add("redress.js", &glue)?;
    let boot = read(&workspace.root().join("app/assets/boot.js"))?;
    site.add("boot.js", boot_script(&text("app/assets/boot.js", boot)?, &glue, &wasm)?.as_bytes())?;

    let fonts = add_fonts(&mut site, &workspace.root().join("style/fonts"))?;
    for name in STYLES {
        let source = format!("style/{name}");
        let style = text(&source, read(&workspace.root().join(&source))?)?;
        let style = with_hashed_fonts(&source, &style, &fonts)?;
        site.add(name, minify::minify(&style).as_bytes())?;
    }
    site.add("favicon.svg", &read(&workspace.root().join("style/favicon.svg"))?)?;

    site.finish()
}

fn have_wasm_target() -> Result<(), Error> {
    let sysroot = command::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("   Rust has no {WASM_TARGET} yet; adding it.");
    command::run(Command::new("rustup").args(["target", "add", WASM_TARGET])).map_err(|error| match error {
        Error::NotStarted { .. } => Error::Missing(format!(
            "Rust's target {WASM_TARGET} is missing, and rustup is not here to add it. Install Rust from https://rustup.rs."
        )),
        other => other,
    })
}

fn build_wasm(workspace: &Workspace) -> Result<(), Error> {
    command::run(&mut cargo_for_wasm(workspace, "build"))
}

/// Clippy of the islands as they are built for the browser; warnings are errors.
pub fn clippy(workspace: &Workspace) -> Result<(), Error> {
    command::run(cargo_for_wasm(workspace, "clippy").args(["--", "--deny", "warnings"]))
}

fn cargo_for_wasm(workspace: &Workspace, subcommand: &str) -> Command {
    let mut cargo = workspace.cargo();
    cargo
        // wasm-bindgen reads sections that `strip` would take away; it drops them itself.
        .env("CARGO_PROFILE_WASM_RELEASE_STRIP", "none")
        .args([
            subcommand,
            "--package",
            "redress-frontend",
            "--target",
            WASM_TARGET,
            "--profile",
            "wasm-release",
        ])
        // Its own folder: cargo then keeps both builds fresh, and neither waits for the other's lock.
        .arg("--target-dir")
        .arg(wasm_folder(workspace));
    cargo
}

fn wasm_folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("wasm")
}

/// Runs wasm-bindgen unless its input is the one of last time. Returns the glue and the WASM.
fn bind(workspace: &Workspace) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let folder = wasm_folder(workspace);
    let input = read(&folder.join(WASM_TARGET).join("wasm-release/redress_frontend.wasm"))?;
    let bound = folder.join("bound");
    let stamp = bound.join("input.sha256");
    let hash = site::sha256(&input);
    if fs::read_to_string(&stamp).is_ok_and(|last| last == hash) {
        println!("   WASM unchanged");
    } else {
        // Removed first, so that a stamp never vouches for half of an output.
        let _ = fs::remove_dir_all(&bound);
        let failed = |error| Error::Bindgen(format!("{error:#}"));
        Bindgen::new()
            .input_bytes("redress", input)
            .web(true)
            .map_err(failed)?
            .typescript(false)
            .demangle(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&bound)
            .map_err(failed)?;
        fs::write(&stamp, hash).map_err(while_doing("Could not note which WASM was bound"))?;
    }
    if bound.join("snippets").exists() {
        // Such a file would need a hashed name of its own, and the glue would have to say it.
        return Err(Error::Asset {
            file: bound.join("snippets").display().to_string(),
            wrong:
                "a crate brought JavaScript of its own, which is not served; use wasm-bindgen imports instead"
                    .to_owned(),
        });
    }
    Ok((read(&bound.join("redress.js"))?, read(&bound.join("redress_bg.wasm"))?))
}

/// The script that starts the islands, with the names of this build.
fn boot_script(source: &str, glue: &str, wasm: &str) -> Result<String, Error> {
    for placeholder in ["__GLUE__", "__WASM__"] {
        if !source.contains(placeholder) {
            return Err(Error::Asset {
                file: "app/assets/boot.js".to_owned(),
                wrong: format!("it does not say {placeholder}, so the file's name can't be put there"),
            });
        }
    }
    Ok(source.replace("__GLUE__", glue).replace("__WASM__", wasm))
}

/// Adds every .woff2 of the folder. Returns pairs of logical name and file, both with `fonts/`.
fn add_fonts(site: &mut Site, folder: &Path) -> Result<Vec<(String, String)>, Error> {
    let doing = || format!("Could not list {}", folder.display());
    let mut fonts = Vec::new();
    for entry in fs::read_dir(folder).map_err(while_doing(doing()))? {
        let path = entry.map_err(while_doing(doing()))?.path();
        if path.extension().is_some_and(|extension| extension == "woff2")
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            let logical = format!("fonts/{name}");
            let file = site.add(&logical, &read(&path)?)?;
            fonts.push((logical, file));
        }
    }
    Ok(fonts)
}

/// Puts the hashed names where the style sheet names fonts, and refuses a font that is not there.
fn with_hashed_fonts(source: &str, style: &str, fonts: &[(String, String)]) -> Result<String, Error> {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    let start = format!("{URL_PREFIX}fonts/");
    while let Some(at) = rest.find(&start) {
        let url = &rest[at..];
        let end = url.find(['"', '\'', ')', ' ', '\n']).unwrap_or(url.len());
        let logical = &url[URL_PREFIX.len()..end];
        let (_, file) = fonts.iter().find(|(name, _)| name == logical).ok_or_else(|| Error::Asset {
            file: source.to_owned(),
            wrong: format!("it asks for {}, and style/ has no {logical}", &url[..end]),
        })?;
        out.push_str(&rest[..at]);
        out.push_str(URL_PREFIX);
        out.push_str(file);
        rest = &url[end..];
    }
    out.push_str(rest);
    Ok(out)
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(while_doing(format!("Could not read {}", path.display())))
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes)
        .map_err(|_| Error::Asset { file: name.to_owned(), wrong: "it is not UTF-8".to_owned() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_boot_script_gets_the_names_of_this_build() {
        let source = "import init from './__GLUE__'; init({ module_or_path: new URL('./__WASM__', import.meta.url) });";
        assert_eq!(
            boot_script(source, "redress.0a.js", "redress_bg.0b.wasm").unwrap(),
            "import init from './redress.0a.js'; init({ module_or_path: new URL('./redress_bg.0b.wasm', import.meta.url) });"
        );
        let error = boot_script("import './__GLUE__'", "a", "b").unwrap_err();
        assert!(error.to_string().contains("__WASM__"), "{error}");
    }

    #[test]
    fn a_font_is_named_by_its_content_however_it_is_quoted() {
        let fonts = [
            ("fonts/caslon.woff2".to_owned(), "fonts/caslon.0a.woff2".to_owned()),
            ("fonts/caslon-ext.woff2".to_owned(), "fonts/caslon-ext.0b.woff2".to_owned()),
        ];
        let style = "a{src:url(/assets/fonts/caslon.woff2) format(\"woff2\")}b{src:url('/assets/fonts/caslon-ext.woff2')}";
        assert_eq!(
            with_hashed_fonts("style/main.css", style, &fonts).unwrap(),
            "a{src:url(/assets/fonts/caslon.0a.woff2) format(\"woff2\")}b{src:url('/assets/fonts/caslon-ext.0b.woff2')}"
        );
    }

    #[test]
    fn a_font_that_is_not_there_is_named() {
        let error =
            with_hashed_fonts("style/main.css", "src:url(/assets/fonts/gone.woff2)", &[]).unwrap_err();
        assert!(error.to_string().contains("/assets/fonts/gone.woff2"), "{error}");
    }
}
