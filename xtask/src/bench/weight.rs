//! What a first visit to a campaign's page brings over the wire, in brotli: before it can be used, and after.

use super::server::{Place, Server};
use super::{Ground, Table};
use crate::command;
use crate::error::Error;

const PAGE: &str = "/c/stop-social-media-monitoring";

pub fn bench(ground: &Ground) -> Result<Table, Error> {
    let mut table = Table::new("What a first visit weighs, in brotli");
    let place = Place::new(&ground.binary, &ground.folder, "weight", None)?;
    command::run(&mut place.command(&["demo"]))?;
    let server = place.serve()?;
    let html = server.get(PAGE)?.body.len();
    // The page as it is without compression names what it loads.
    let mut loaded = assets(&uncompressed(&server, PAGE)?);
    // What a script loads in its turn stands beside it.
    for script in loaded.clone().iter().filter(|asset| asset.ends_with(".js")) {
        loaded.extend(beside(&uncompressed(&server, script)?));
    }
    let (mut first, mut later) = (html, 0);
    table.row("HTML", kb(html), None, "");
    for asset in loaded {
        let bytes = server.get(&asset)?.body.len();
        let kind = asset.rsplit('.').next().unwrap_or_default();
        match kind {
            "css" | "woff2" => first += bytes,
            "js" | "wasm" => later += bytes,
            _ => continue,
        }
        table.row(asset.trim_start_matches("/assets/").to_owned(), kb(bytes), None, "");
    }
    table.row("HTML, style and font", kb(first), Some(first as f64 / 60_000.0), "at most 60 kB");
    table.row("WASM and its glue", kb(later), Some(later as f64 / 110_000.0), "at most 110 kB");
    drop(server);
    place.remove();
    Ok(table)
}

fn uncompressed(server: &Server, path: &str) -> Result<String, Error> {
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n");
    let answer = super::load::Connection::open(&server.address)
        .and_then(|mut connection| connection.exchange(request.as_bytes()))
        .map_err(crate::error::while_doing("Could not read the page"))?;
    Ok(String::from_utf8_lossy(&answer.body).into_owned())
}

/// The addresses under /assets/ that a page names, each once.
fn assets(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in page.match_indices("/assets/") {
        let end = page[at..].find(['"', '\'', ')', '?', '\\']).map_or(page.len(), |end| at + end);
        let asset = page[at..end].to_owned();
        if !found.contains(&asset) {
            found.push(asset);
        }
    }
    found
}

/// The assets that a script names as its neighbors.
fn beside(script: &str) -> Vec<String> {
    let names = script.match_indices("\"./").filter_map(|(at, _)| script[at + 3..].split('"').next());
    names.map(|name| format!("/assets/{name}")).collect()
}

fn kb(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::{assets, beside};

    #[test]
    fn a_page_names_what_it_loads() {
        let page = r#"<link href="/assets/a.css"><link href='/assets/a.css'><script>import("/assets/b.js")"#;
        assert_eq!(assets(page), ["/assets/a.css", "/assets/b.js"]);
    }

    #[test]
    fn a_script_names_its_neighbors() {
        let script = r#"import i,*as s from"./r.1.js";await i({p:new URL("./r.2.wasm",import.meta.url)})"#;
        assert_eq!(beside(script), ["/assets/r.1.js", "/assets/r.2.wasm"]);
    }
}
