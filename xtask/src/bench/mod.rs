//! `cargo xtask bench`: what Redress does beside what its peers do, on the same machine in the same run.
//! It is no test: it fails when something is lost or wrong, never because something was slow.

mod load;
mod packet;
mod page;
mod server;
mod signing;
mod weight;

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::error::Error;
use crate::needs;
use crate::serve;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// The benchmarks by name, in the order they are run.
const ALL: [(&str, Bench); 4] = [
    ("signing", signing::bench),
    ("page", page::bench),
    ("weight", weight::bench),
    ("packet", packet::bench),
];

type Bench = fn(&Ground) -> Result<Table, Error>;

/// What every benchmark stands on.
struct Ground {
    /// The release binary.
    binary: PathBuf,
    /// The release build of the store's example `one_each`.
    one_each: PathBuf,
    /// A folder for databases, emptied by who uses it.
    folder: PathBuf,
    /// The scripts of `tests/load`.
    scripts: PathBuf,
    /// Where initdb, postgres, pgbench and psql are.
    postgres: PathBuf,
    target: PathBuf,
}

/// Measurements, as they go into docs/benchmarks.md.
struct Table {
    title: &'static str,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    figure: String,
    /// The figure over its peer's or its limit.
    ratio: String,
    aim: &'static str,
}

impl Table {
    const fn new(title: &'static str) -> Self {
        Self { title, rows: Vec::new() }
    }

    fn row(
        &mut self,
        what: impl Into<String>,
        figure: impl Into<String>,
        ratio: Option<f64>,
        aim: &'static str,
    ) {
        let ratio = ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let row = Row { what: what.into(), figure: figure.into(), ratio, aim };
        println!("   {}: {} {} {}", row.what, row.figure, row.ratio, row.aim);
        self.rows.push(row);
    }

    fn markdown(&self) -> String {
        let mut text =
            format!("## {}\n\n| what | seen | ratio | aim |\n| --- | --- | --- | --- |\n", self.title);
        for Row { what, figure, ratio, aim } in &self.rows {
            let _ = writeln!(text, "| {what} | {figure} | {ratio} | {aim} |");
        }
        text
    }
}

/// Builds in release, runs the benchmarks named (all where none is), and prints their tables at the end.
pub fn bench(workspace: &Workspace, names: &[&str]) -> Result<(), Error> {
    if let Some(unknown) = names.iter().find(|name| !ALL.iter().any(|(known, _)| known == *name)) {
        let known = ALL.map(|(name, _)| name).join(", ");
        return Err(Error::Missing(format!("There is no benchmark `{unknown}`; there are {known}.")));
    }
    let mut steps = Steps::start();
    serve::build(workspace, &mut steps)?;
    let postgres = needs::postgres_programs()?;
    steps.run("The peer on SQLite", || {
        // Together with the server, so that both are built with the same features of what they share.
        let mut cargo = workspace.cargo();
        cargo.args(["build", "--release", "--package", "redress-server", "--package", "redress-store"]);
        crate::command::run(cargo.args(["--bin", "redress", "--example", "one_each"]))
    })?;
    let folder = workspace.target().join("bench");
    let ground = Ground {
        binary: workspace.binary("release"),
        one_each: workspace.target().join("release/examples/one_each"),
        folder,
        scripts: workspace.root().join("tests/load"),
        postgres,
        target: workspace.target().to_owned(),
    };
    let mut tables = Vec::new();
    for (name, run) in ALL {
        if names.is_empty() || names.contains(&name) {
            tables.push(steps.run(name, || run(&ground))?);
        }
    }
    println!();
    for table in &tables {
        println!("{}", table.markdown());
    }
    steps.print_total();
    Ok(())
}
