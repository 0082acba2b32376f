//! Rates, by keyed hash of the network address or the mailbox, in memory, for an hour.
//! It writes no address anywhere, and forgets everything on restart.

use std::collections::HashMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

/// Counts events of one kind within a window that begins with the first.
pub struct Limit {
    most: u32,
    window: SignedDuration,
    seen: Mutex<HashMap<Vec<u8>, (Timestamp, u32)>>,
}

/// Beyond this many keys, those whose window is over are dropped.
const KEYS: usize = 100_000;

impl Limit {
    /// At most so many within the window.
    pub fn new(most: u32, window: SignedDuration) -> Self {
        Self { most, window, seen: Mutex::new(HashMap::new()) }
    }

    /// Counts one; tells whether it is within the limit.
    pub fn take(&self, key: &[u8], now: Timestamp) -> bool {
        let mut seen = self.lock();
        if seen.len() >= KEYS {
            seen.retain(|_, (since, _)| now.duration_since(*since) < self.window);
        }
        let entry = seen.entry(key.to_vec()).or_insert((now, 0));
        if now.duration_since(entry.0) >= self.window {
            *entry = (now, 0);
        }
        entry.1 += 1;
        entry.1 <= self.most
    }

    /// Takes back one that was counted: it turned out to be none.
    pub fn give_back(&self, key: &[u8]) {
        if let Some((_, count)) = self.lock().get_mut(key) {
            *count = count.saturating_sub(1);
        }
    }

    /// Forgets what was counted: a right password after wrong ones.
    pub fn forget(&self, key: &[u8]) {
        self.lock().remove(key);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Vec<u8>, (Timestamp, u32)>> {
        self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_holds_within_its_window_and_for_its_key() {
        let limit = Limit::new(2, SignedDuration::from_hours(1));
        let now = Timestamp::UNIX_EPOCH;
        assert!(limit.take(b"a", now) && limit.take(b"a", now) && !limit.take(b"a", now));
        assert!(limit.take(b"b", now));
        limit.give_back(b"b");
        assert!(limit.take(b"b", now) && limit.take(b"b", now) && !limit.take(b"b", now));
        assert!(limit.take(b"a", now + SignedDuration::from_hours(1)));
    }
}
