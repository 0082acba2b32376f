//! The delivery packet for 10,000 signatures, from the database to the ZIP.

use super::server::{Place, run_measured};
use super::{Ground, Table};
use crate::command;
use crate::error::Error;

const SLUG: &str = "stop-social-media-monitoring";
/// What the demo leaves out as duplicates or never confirms, more than made up for.
const LOADED: &str = "10450";

pub fn bench(ground: &Ground) -> Result<Table, Error> {
    let mut table = Table::new("The packet of 10,000 signatures");
    let place = Place::new(&ground.binary, &ground.folder, "packet", None)?;
    command::run(&mut place.command(&["demo", "--signatures", LOADED]))?;
    let out = place.data.join("packet.zip").display().to_string();
    let (seconds, peak) = run_measured(&mut place.command(&["packet", "build", SLUG, "--out", &out]))?;
    let printed = command::output(&mut place.command(&["packet", "verify", &out]))?;
    println!("   {printed}");
    table.row(
        "Search for duplicates, snapshot, PDF, tables, ZIP",
        format!("{seconds:.1} s"),
        Some(seconds / 10.0),
        "at most 10 s",
    );
    table.row("Memory at its most", format!("{peak:.0} MB"), Some(peak / 700.0), "at most 700 MB");
    place.remove();
    Ok(table)
}
