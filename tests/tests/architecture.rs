//! The lines between the crates, held by a test: dependencies point one way, and every column is accounted for.

#![allow(clippy::unwrap_used)] // tests may

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn sources(krate: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(krate).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn only_the_store_knows_sql() {
    for krate in ["domain", "duplicates", "packet", "app", "frontend", "server", "xtask"] {
        let manifest = std::fs::read_to_string(root().join(krate).join("Cargo.toml")).unwrap();
        assert!(!manifest.contains("sea-orm"), "{krate} depends on sea-orm");
        for (path, text) in sources(krate) {
            for word in ["sea_orm", "sqlx::", "SELECT ", "INSERT INTO", "DELETE FROM"] {
                let allowed = path.ends_with("settings.rs") || text.contains("sqlx=warn");
                assert!(allowed || !text.contains(word), "{} says {word}", path.display());
            }
        }
    }
}

#[test]
fn the_pure_crates_know_no_input_or_output() {
    for krate in ["domain", "duplicates", "packet"] {
        let manifest = std::fs::read_to_string(root().join(krate).join("Cargo.toml")).unwrap();
        for word in ["tokio", "axum", "leptos", "reqwest", "lettre"] {
            assert!(!manifest.contains(word), "{krate} depends on {word}");
        }
    }
}

#[test]
fn pages_know_no_database() {
    let manifest = std::fs::read_to_string(root().join("app/Cargo.toml")).unwrap();
    assert!(!manifest.contains("redress-store"), "the app depends on the store");
}

#[test]
fn every_column_is_in_privacy_md() {
    let privacy = std::fs::read_to_string(root().join("PRIVACY.md")).unwrap();
    let mut columns = 0;
    for (path, text) in
        sources("store").into_iter().filter(|(path, _)| path.display().to_string().contains("/entity/"))
    {
        let Some((_, rest)) = text.split_once("table_name = \"") else { continue };
        let table = rest.split('"').next().unwrap();
        let (_, model) = text.split_once("pub struct Model {").unwrap();
        for line in model.lines().take_while(|line| !line.starts_with('}')) {
            let Some(field) = line.trim().strip_prefix("pub ") else { continue };
            let column = field.split(':').next().unwrap();
            assert!(privacy.contains(&format!("`{table}.{column}`")), "{}: {table}.{column}", path.display());
            columns += 1;
        }
    }
    assert!(columns > 100, "{columns}");
}
