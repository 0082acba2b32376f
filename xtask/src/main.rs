//! The two commands of this repository, `cargo xtask serve` and `cargo xtask test`, and what they are
//! made of. It builds, starts, checks and measures; it refuses to know the rules of a petition.

// A tool for a terminal: what it prints is what it is for.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod assets;
mod bench;
mod command;
mod error;
mod interrupt;
mod needs;
mod postgres;
mod serve;
mod steps;
mod test;
mod totals;
mod workspace;

use std::process::ExitCode;

use error::Error;
use steps::Steps;
use workspace::Workspace;

const HELP: &str = "\
cargo xtask COMMAND

  serve [-- ARGS]   Build everything in release and serve it on http://127.0.0.1:3000.
                    ARGS go to `redress serve`; with --demo the demo is loaded first.
  test [--fast]     Everything: format, clippy, unit, HTTP and process tests on SQLite and Postgres, mail
                    through an SMTP server, browser.
                    --fast leaves out the browser and Postgres, for the minutes between.
  build             target/release/redress, with the pages' assets inside.
  bench [NAME ...]  What it does beside what its peers do: signing, page, weight, packet; all of them
                    where none is named. Needs PostgreSQL with pgbench, and a machine that does
                    nothing else.
  assets            The pages' assets alone: WASM, scripts, style and fonts in target/site.
  help              This text.

Exit code: 0 done, 1 something failed, 2 not a command, 130 interrupted.

Examples:
  cargo xtask serve -- --demo
  cargo xtask test --fast
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve", "--", rest @ ..] | ["serve", rest @ ..] => {
            prepare().and_then(|workspace| serve::serve(&workspace, rest))
        }
        ["build"] => prepare().and_then(|workspace| build(&workspace)),
        ["bench", names @ ..] => prepare().and_then(|workspace| bench::bench(&workspace, names)),
        ["assets"] => prepare().and_then(|workspace| only_assets(&workspace)),
        ["test"] => prepare().and_then(|workspace| test::test(&workspace, test::Extent::Everything)),
        ["test", "--fast"] => prepare().and_then(|workspace| test::test(&workspace, test::Extent::Fast)),
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::TestsFailed) => ExitCode::FAILURE,
        Err(Error::Interrupted) => {
            eprintln!("\nInterrupted.");
            ExitCode::from(130)
        }
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}

fn prepare() -> Result<Workspace, Error> {
    interrupt::watch()?;
    Workspace::enter()
}

fn build(workspace: &Workspace) -> Result<(), Error> {
    let mut steps = Steps::start();
    serve::build(workspace, &mut steps)?;
    println!("\nBuilt {}.", workspace.binary("release").display());
    steps.print_total();
    Ok(())
}

fn only_assets(workspace: &Workspace) -> Result<(), Error> {
    let mut steps = Steps::start();
    steps.run("Assets", || assets::build(workspace))?;
    steps.print_total();
    Ok(())
}
