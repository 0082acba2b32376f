//! The numbers of a campaign, which add up or are not shown.
//! It counts nothing itself: the store does.

use serde::{Deserialize, Serialize};

use crate::SignatureState;

/// Signatures by state. `received` is always the sum of the five others (PRODUCT rule: numbers add up).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Everything that ever came in.
    pub received: u64,
    /// Counted.
    pub confirmed: u64,
    /// Waiting for the mailbox.
    pub pending: u64,
    /// Never confirmed, and forgotten.
    pub expired: u64,
    /// Taken back by the signer.
    pub withdrawn: u64,
    /// Left out by a rule or held for review, each with its reason.
    pub excluded: u64,
}

/// A tally whose parts are not its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{received} received is not the {parts} found by adding up")]
pub struct TallyMismatch {
    /// What the tally claims.
    pub received: u64,
    /// What its parts come to.
    pub parts: u64,
}

impl Tally {
    /// The sum of the parts.
    pub const fn parts(&self) -> u64 {
        self.confirmed + self.pending + self.expired + self.withdrawn + self.excluded
    }

    /// Refuses a tally that does not add up.
    pub const fn check(&self) -> Result<(), TallyMismatch> {
        let parts = self.parts();
        if parts == self.received { Ok(()) } else { Err(TallyMismatch { received: self.received, parts }) }
    }

    /// Whether received = confirmed + pending + expired + withdrawn + excluded.
    pub const fn adds_up(&self) -> bool {
        self.check().is_ok()
    }

    /// The part a state is counted in; held signatures count among the excluded.
    pub const fn part_mut(&mut self, state: SignatureState) -> &mut u64 {
        match state {
            SignatureState::Pending => &mut self.pending,
            SignatureState::Confirmed => &mut self.confirmed,
            SignatureState::Withdrawn => &mut self.withdrawn,
            SignatureState::Expired => &mut self.expired,
            SignatureState::Quarantined | SignatureState::Excluded => &mut self.excluded,
        }
    }
}
