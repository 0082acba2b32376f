//! Steps under headings, with the time each took. It refuses to hide a failure: a step that failed says
//! so on its own line.

use std::time::{Duration, Instant};

use crate::error::Error;

pub struct Steps {
    started: Instant,
}

impl Steps {
    pub fn start() -> Self {
        Self { started: Instant::now() }
    }

    /// Runs one step under its heading and hands on its outcome; the caller says what went wrong.
    pub fn run<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        println!("\n== {name}");
        let started = Instant::now();
        let outcome = step();
        let took = in_words(started.elapsed());
        match &outcome {
            Ok(_) => println!("== {name}: done in {took}"),
            Err(Error::Interrupted) => {}
            Err(_) => println!("== {name}: failed after {took}"),
        }
        outcome
    }

    pub fn print_total(&self) {
        println!("Took {} in all.", in_words(self.started.elapsed()));
    }
}

/// A duration as a person would say it: `0.4 s`, `12 s`, `3 min 5 s`.
fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 9.95 {
        return format!("{seconds:.1} s");
    }
    let whole = seconds.round() as u64;
    if whole < 60 { format!("{whole} s") } else { format!("{} min {} s", whole / 60, whole % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_told_in_the_unit_that_fits() {
        assert_eq!(in_words(Duration::from_millis(41)), "0.0 s");
        assert_eq!(in_words(Duration::from_millis(9_940)), "9.9 s");
        assert_eq!(in_words(Duration::from_millis(9_960)), "10 s");
        assert_eq!(in_words(Duration::from_millis(59_700)), "1 min 0 s");
        assert_eq!(in_words(Duration::from_secs(725)), "12 min 5 s");
    }
}
