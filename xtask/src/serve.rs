//! The release binary, built and started. It becomes that process rather than watch over it, so that
//! signals, output and exit code are the server's own.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::assets;
use crate::command;
use crate::error::Error;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// `cargo xtask serve`: builds, loads the demo where asked to, serves.
pub fn serve(workspace: &Workspace, arguments: &[&str]) -> Result<(), Error> {
    let mut steps = Steps::start();
    build(workspace, &mut steps)?;
    let binary = workspace.binary("release");
    let (with_demo, arguments) = without_demo(arguments);
    if with_demo {
        // Loading it a second time is the command's own concern: it says so and leaves it.
        steps.run("Demo", || command::run(Command::new(&binary).arg("demo")))?;
    }
    println!();
    steps.print_total();
    println!("Serving; Ctrl-C stops it.\n");
    let mut server = Command::new(&binary);
    server.arg("serve").args(arguments);
    let source = server.exec();
    Err(Error::NotStarted { command: command::shown(&server), source })
}

/// `cargo xtask build`: the assets, then the server that holds them.
pub fn build(workspace: &Workspace, steps: &mut Steps) -> Result<(), Error> {
    steps.run("Assets", || assets::build(workspace))?;
    steps.run("Server", || {
        command::run(workspace.cargo().args(["build", "--release", "--package", "redress-server"]))
    })
}

fn without_demo<'a>(arguments: &[&'a str]) -> (bool, Vec<&'a str>) {
    let rest: Vec<&str> = arguments.iter().copied().filter(|argument| *argument != "--demo").collect();
    (rest.len() < arguments.len(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demo_is_ours_and_the_rest_is_the_servers() {
        assert_eq!(without_demo(&["--demo", "--listen", "[::1]:80"]), (true, vec!["--listen", "[::1]:80"]));
        assert_eq!(without_demo(&["--demo-not"]), (false, vec!["--demo-not"]));
        assert_eq!(without_demo(&[]), (false, vec![]));
    }
}
