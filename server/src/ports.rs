//! The clock and the randomness of the machine, as the rules take them; and a clock that tests move.

use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use rand::TryRng as _;
use redress_domain::{Clock, Random};

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The system's randomness.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        rand::rngs::SysRng.try_fill_bytes(bytes).expect("the system gives random bytes, or nothing is safe");
    }
}

/// A clock that stands until it is moved.
pub struct ManualClock(Mutex<Timestamp>);

impl ManualClock {
    /// Stands at an instant.
    pub const fn at(now: Timestamp) -> Self {
        Self(Mutex::new(now))
    }

    /// Moves on.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *now = now.checked_add(by).unwrap_or(Timestamp::MAX);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
