//! Other programs, run to their end. A program that fails is an error that names it; one that prints is
//! passed through line by line, never held back.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use crate::error::{Error, while_doing};
use crate::interrupt;

/// Says the command, runs it with our own input and output, and waits.
pub fn run(command: &mut Command) -> Result<(), Error> {
    println!("   {}", shown(command));
    let child = spawn(command)?;
    finish(child, command)
}

/// As [`run`], and hands every line of the standard output to `read` as it passes.
pub fn run_and_read(command: &mut Command, mut read: impl FnMut(&str)) -> Result<(), Error> {
    println!("   {}", shown(command));
    let mut child = spawn(command.stdout(Stdio::piped()))?;
    let running = interrupt::running(&child);
    if let Some(output) = child.stdout.take() {
        let mut screen = std::io::stdout();
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(while_doing("Could not read what the program prints"))?;
            let line = String::from_utf8_lossy(&line);
            // A closed screen (`| head`) is no reason to stop testing.
            let _ = writeln!(screen, "{line}");
            read(&line);
        }
    }
    drop(running);
    finish(child, command)
}

/// Runs a command and returns what it printed, trimmed.
pub fn output(command: &mut Command) -> Result<String, Error> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|source| Error::NotStarted { command: shown(command), source })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        Err(Error::CommandFailed { command: shown(command), status: output.status })
    }
}

/// Starts a command in a process group of its own, so that an interrupt reaches all that it started.
pub fn spawn(command: &mut Command) -> Result<Child, Error> {
    interrupt::check()?;
    command
        .stdin(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(|source| Error::NotStarted { command: shown(command), source })
}

fn finish(mut child: Child, command: &Command) -> Result<(), Error> {
    let _running = interrupt::running(&child);
    let status = child.wait().map_err(while_doing("Could not wait for a program"))?;
    interrupt::check()?;
    if status.success() { Ok(()) } else { Err(Error::CommandFailed { command: shown(command), status }) }
}

/// The command as one would type it, its program without the folder.
pub fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program()).to_string_lossy();
    command.get_args().fold(program.into_owned(), |line, argument| {
        let argument = argument.to_string_lossy();
        if argument.is_empty() || argument.contains(' ') {
            format!("{line} '{argument}'")
        } else {
            format!("{line} {argument}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["clippy", "--", "-D", "warnings", "two words"]);
        assert_eq!(shown(&command), "cargo clippy -- -D warnings 'two words'");
    }

    #[test]
    fn every_line_is_read_as_it_passes_and_a_failure_names_the_program() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "printf 'one\\ntwo'; exit 3"]);
        let outcome = run_and_read(&mut command, |line| lines.push(line.to_owned()));
        assert_eq!(lines, ["one", "two"]);
        assert!(matches!(outcome, Err(Error::CommandFailed { command, .. }) if command.starts_with("sh -c")));
    }
}
