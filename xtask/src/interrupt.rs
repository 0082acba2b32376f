//! Ctrl-C and its like, passed on to the program that is running. It refuses to end the process itself:
//! the command then fails, and everything opened (a database, a folder) is closed on the way out.

use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::thread;

use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::error::{Error, while_doing};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// The process group of the program that is running; 0 when none is.
static RUNNING: AtomicI32 = AtomicI32::new(0);

/// Begins to listen for SIGINT, SIGTERM and SIGHUP. The second of them kills what did not heed the first.
pub fn watch() -> Result<(), Error> {
    let mut signals =
        Signals::new([SIGINT, SIGTERM, SIGHUP]).map_err(while_doing("Could not listen for Ctrl-C"))?;
    thread::spawn(move || {
        for _ in signals.forever() {
            let again = INTERRUPTED.swap(true, Ordering::SeqCst);
            pass_on(if again { Signal::KILL } else { Signal::INT });
        }
    });
    Ok(())
}

pub fn check() -> Result<(), Error> {
    if INTERRUPTED.load(Ordering::SeqCst) { Err(Error::Interrupted) } else { Ok(()) }
}

/// Marks a child (the leader of its own process group) as what is to be interrupted, for as long as the
/// returned guard lives.
pub fn running(child: &Child) -> Running {
    RUNNING.store(child.id().cast_signed(), Ordering::SeqCst);
    // A signal between the spawn and the line above has reached nobody.
    if check().is_err() {
        pass_on(Signal::INT);
    }
    Running
}

pub struct Running;

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.store(0, Ordering::SeqCst);
    }
}

fn pass_on(signal: Signal) {
    if let Some(group) = Pid::from_raw(RUNNING.load(Ordering::SeqCst)) {
        // It may have ended this very moment, which is what was wanted.
        let _ = kill_process_group(group, signal);
    }
}
