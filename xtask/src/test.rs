//! `cargo xtask test`: every check there is, in the order in which they are cheap to fail. It refuses to
//! stop at the first wrong line, and to end well when anything failed.

use std::path::PathBuf;
use std::process::Command;

use crate::assets;
use crate::command;
use crate::error::{Error, while_doing};
use crate::needs::{self, Tools};
use crate::postgres::{Durability, Postgres};
use crate::steps::Steps;
use crate::totals::Totals;
use crate::workspace::Workspace;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Everything,
    /// Without the browser and without Postgres.
    Fast,
}

/// Runs it all. Checks that others don't build on are let fail, and the run goes on to the total.
pub fn test(workspace: &Workspace, extent: Extent) -> Result<(), Error> {
    let mut run =
        Run { steps: Steps::start(), totals: Totals::default(), failed: Vec::new(), without_test: 0 };
    let outcome = run.everything(workspace, extent);
    run.report(outcome)
}

struct Run {
    steps: Steps,
    totals: Totals,
    failed: Vec<&'static str>,
    /// Of the failed steps, those with no failed test to show for it: format, a build, a crash.
    without_test: u64,
}

impl Run {
    fn everything(&mut self, workspace: &Workspace, extent: Extent) -> Result<(), Error> {
        let tools = self.must("What the tests need", || {
            let tools = needs::find(extent)?;
            if tools.has_node() {
                needs::install_npm_packages(&workspace.smtp_tests(), &tools)?;
            } else {
                println!("   Skipped: the tests of sending mail, which need Node (nodejs and npm).");
            }
            if extent == Extent::Everything {
                needs::install_npm_packages(&workspace.browser_tests(), &tools)?;
            }
            Ok(tools)
        })?;
        self.check("Format", || command::run(workspace.cargo().args(["fmt", "--all", "--check"])))?;
        self.check("Clippy", || {
            command::run(workspace.cargo().args(["clippy", "--all-targets", "--", "--deny", "warnings"]))
        })?;
        self.must("Assets", || assets::build(workspace))?;
        self.check("Clippy of the islands", || assets::clippy(workspace))?;
        // The selection of packages is that of the tests, and so are the features: nothing is built twice.
        self.must("The server for the tests", || {
            command::run(workspace.cargo().args(["build", "--bin", "redress"]))
        })?;
        self.rust_tests(workspace, extent, &tools)?;
        if extent == Extent::Everything {
            self.browser_tests(workspace, &tools)?;
        }
        Ok(())
    }

    fn rust_tests(&mut self, workspace: &Workspace, extent: Extent, tools: &Tools) -> Result<(), Error> {
        let mut cargo = workspace.cargo();
        cargo
            .args(["test", "--no-fail-fast"])
            .env("REDRESS_BIN", workspace.binary("debug"))
            .env_remove("REDRESS_TEST_POSTGRES")
            .env_remove("REDRESS_TEST_FAST");
        // Held to the end of the tests, and stopped by its Drop on every way out.
        let _postgres = match extent {
            Extent::Fast => {
                cargo.env("REDRESS_TEST_FAST", "1");
                None
            }
            Extent::Everything => {
                let postgres = self.must("A throwaway Postgres", || {
                    Postgres::start(&tools.postgres, workspace.target(), Durability::None)
                })?;
                cargo.env("REDRESS_TEST_POSTGRES", postgres.url());
                Some(postgres)
            }
        };
        if !tools.has_node() {
            cargo.args(["--", "--skip", "smtp::"]);
        }
        let name = match extent {
            Extent::Fast => "Unit, HTTP and process tests on SQLite",
            Extent::Everything => "Unit, HTTP and process tests on SQLite and Postgres",
        };
        self.count(name, Totals::read_cargo, &mut cargo)
    }

    fn browser_tests(&mut self, workspace: &Workspace, tools: &Tools) -> Result<(), Error> {
        let mut node = Command::new(&tools.node);
        node.args(["--test", "--test-reporter=spec"])
            .args(test_files(workspace)?)
            .current_dir(workspace.browser_tests())
            .env("REDRESS_BIN", workspace.binary("debug"))
            .env("REDRESS_SCREENSHOTS", workspace.target().join("screenshots"))
            .env("CHROMIUM", &tools.chromium);
        self.count("Browser tests", Totals::read_node, &mut node)
    }

    /// A step that the following ones build on.
    fn must<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let outcome = self.steps.run(name, step);
        if outcome.is_err() {
            self.failed.push(name);
            self.without_test += 1;
        }
        outcome
    }

    /// A step whose failure is noted, and stops nothing.
    fn check(&mut self, name: &'static str, step: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
        match self.must(name, step) {
            Err(Error::Interrupted) => Err(Error::Interrupted),
            Err(error) => {
                println!("   {error}");
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    /// A runner of tests, whose closing lines are summed.
    fn count(
        &mut self,
        name: &'static str,
        read: fn(&mut Totals, &str),
        command: &mut Command,
    ) -> Result<(), Error> {
        let mut totals = Totals::default();
        self.check(name, || {
            command::run_and_read(command, |line| read(&mut totals, line))?;
            if totals == Totals::default() {
                return Err(Error::Missing("No test was run.".to_owned()));
            }
            Ok(())
        })?;
        println!("   {totals}, {} skipped", totals.skipped);
        self.totals += totals;
        if totals.failed > 0 {
            self.without_test = self.without_test.saturating_sub(1);
        }
        Ok(())
    }

    /// The end of the output: what failed, the time, and the total alone on the last line. A step that
    /// failed without a test to blame counts as one failure, so that the total never looks green.
    fn report(mut self, outcome: Result<(), Error>) -> Result<(), Error> {
        match &outcome {
            Err(Error::Interrupted) => return outcome,
            Err(error) => println!("   {error}"),
            Ok(()) => {}
        }
        println!();
        for step in &self.failed {
            println!("Failed: {step}");
        }
        self.totals.failed += self.without_test;
        self.steps.print_total();
        println!("{}", self.totals);
        if self.failed.is_empty() { outcome } else { Err(Error::TestsFailed) }
    }
}

/// The files by name: what `node --test` makes of a folder differs between its versions.
fn test_files(workspace: &Workspace) -> Result<Vec<PathBuf>, Error> {
    let folder = workspace.browser_tests();
    let doing = || format!("Could not list {}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(while_doing(doing()))? {
        let path = entry.map_err(while_doing(doing()))?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
