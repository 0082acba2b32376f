//! How far a command is: a bar on a terminal, plain lines elsewhere; nothing for what is done within a second.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done faster needs no progress; and so often at the most is a plain line printed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Progress in percent, on the standard error.
pub(crate) struct Percent {
    what: &'static str,
    bar: Option<ProgressBar>,
    last: Mutex<Instant>,
}

impl Percent {
    /// Of this work, such as `building`.
    pub fn of(what: &'static str) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg} {bar:40} {percent} % ({elapsed})");
            ProgressBar::with_draw_target(Some(100), ProgressDrawTarget::stderr())
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
                .with_message(what)
        });
        Self { what, bar, last: Mutex::new(Instant::now()) }
    }

    /// So far.
    pub fn set(&self, percent: u8) {
        if let Some(bar) = &self.bar {
            bar.set_position(u64::from(percent));
            return;
        }
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if last.elapsed() >= PATIENCE {
            *last = Instant::now();
            // Nobody reads a closed stderr.
            let _ = writeln!(std::io::stderr(), "{}: {percent} %", self.what);
        }
    }
}

impl Drop for Percent {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
