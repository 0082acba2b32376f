//! The campaign's page with many signatures behind it: kept for a second as it is, and made anew each time.
//! The load generator shares the two cores with the server.

use std::time::Duration;

use super::load::{self, Until};
use super::server::{Place, Server};
use super::{Ground, Table};
use crate::command;
use crate::error::Error;

const SLUG: &str = "stop-social-media-monitoring";
const CONNECTIONS: usize = 32;
const SPAN: Duration = Duration::from_secs(10);

struct Figures {
    kept: f64,
    anew: f64,
}

pub fn bench(ground: &Ground) -> Result<Table, Error> {
    let mut table = Table::new("The campaign's page, 32 connections, 10 s each");
    let few = with(ground, &mut table, 100_000)?;
    let many = with(ground, &mut table, 1_000_000)?;
    table.row("The page at 1,000,000 ÷ at 100,000", "", Some(many.kept / few.kept), "0.9 to 1.1");
    table.row("Made anew, at 1,000,000 ÷ at 100,000", "", Some(many.anew / few.anew), "0.9 to 1.1");
    Ok(table)
}

fn with(ground: &Ground, table: &mut Table, signatures: u64) -> Result<Figures, Error> {
    let place = Place::new(&ground.binary, &ground.folder, "page", None)?;
    command::run(&mut place.command(&["demo", "--signatures", &signatures.to_string()]))?;
    let server = place.serve()?;
    let page = format!("/c/{SLUG}");
    let peer = rate(&server, &|_| load::get("/health/live"))?;
    let kept = rate(&server, &|_| load::get(&page))?;
    // A share link's label is part of what is kept: a new one each time is a page made anew each time.
    let anew = rate(&server, &|number| load::get(&format!("{page}?from=label-{number}")))?;
    let per_second = |rate: f64| format!("{rate:.0} a second");
    table.row(format!("{signatures} signatures: the page"), per_second(kept), None, "at least 5,000");
    table.row("… ÷ an answer of one word (/health/live)", per_second(peer), Some(kept / peer), "");
    table.row("… made anew for every request", per_second(anew), Some(anew / kept), "");
    table.row("… server memory at its most", format!("{:.0} MB", server.peak_mb()), None, "below 150 MB");
    drop(server);
    place.remove();
    Ok(Figures { kept, anew })
}

fn rate(server: &Server, request: &dyn Fn(u64) -> Vec<u8>) -> Result<f64, Error> {
    let seen = load::ask(&server.address, CONNECTIONS, Until::Elapsed(SPAN), request)?;
    if seen.statuses.keys().any(|status| *status != 200) {
        return Err(Error::Missing(format!("Not every request was answered with 200: {:?}.", seen.statuses)));
    }
    Ok(seen.rate(200))
}
