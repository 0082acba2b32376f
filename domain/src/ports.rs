//! What the rules need from outside and are given as arguments: the time and randomness.
//! It holds no implementation; the server and the tests bring theirs.

use jiff::Timestamp;

/// Tells the time. Tests move it; nothing else asks the system.
pub trait Clock: Send + Sync {
    /// The instant now, in UTC.
    fn now(&self) -> Timestamp;
}

/// Gives unpredictable bytes.
pub trait Random: Send + Sync {
    /// Fills the whole of `bytes`.
    fn fill(&self, bytes: &mut [u8]);

    /// `N` unpredictable bytes.
    fn bytes<const N: usize>(&self) -> [u8; N]
    where
        Self: Sized,
    {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}
