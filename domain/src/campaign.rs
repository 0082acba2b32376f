//! The states of a campaign and the steps between them.
//! It refuses every step that is not written here; who may take one is in [`crate::Role`].

use crate::named_enum;

named_enum! {
    /// draft → review → live ⇄ paused → closed → delivered → won, lost or answered → archived.
    CampaignState {
        /// Being written.
        Draft = "draft",
        /// Waiting for a second pair of eyes.
        Review = "review",
        /// Signing is open.
        Live = "live",
        /// Signing rests.
        Paused = "paused",
        /// Signing has ended.
        Closed = "closed",
        /// The packet has been handed over.
        Delivered = "delivered",
        /// The ask was met.
        Won = "won",
        /// The ask was refused.
        Lost = "lost",
        /// The recipient answered.
        Answered = "answered",
        /// Its people are forgotten, its counts stay.
        Archived = "archived",
    }
}

named_enum! {
    /// What an organizer can do to a campaign's state.
    Step {
        /// Asks another member to look at it.
        SendForReview = "send-for-review",
        /// Sends it back to its author.
        ReturnToDraft = "return-to-draft",
        /// Opens it to the public.
        Publish = "publish",
        /// Lets signing rest.
        Pause = "pause",
        /// Goes on.
        Resume = "resume",
        /// Ends signing.
        Close = "close",
        /// Opens it again after closing.
        Reopen = "reopen",
    }
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// That step does not lead on from the state the campaign is in.
    #[error("a campaign that is {from} cannot take the step {step}")]
    NotFromHere {
        /// The state it is in.
        from: CampaignState,
        /// The step asked for.
        step: Step,
    },
    /// The organization wants two pairs of eyes, and this is the first pair.
    #[error("another member has to publish it")]
    NeedsAnotherMember,
}

impl CampaignState {
    /// The state a step leads to.
    pub const fn take(self, step: Step) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::Draft, Step::SendForReview) => Ok(Self::Review),
            (Self::Review, Step::ReturnToDraft) => Ok(Self::Draft),
            (Self::Draft | Self::Review, Step::Publish) => Ok(Self::Live),
            (Self::Live, Step::Pause) => Ok(Self::Paused),
            (Self::Paused, Step::Resume) => Ok(Self::Live),
            (Self::Live | Self::Paused, Step::Close) => Ok(Self::Closed),
            (Self::Closed, Step::Reopen) => Ok(Self::Live),
            (from, step) => Err(StepRefused::NotFromHere { from, step }),
        }
    }

    /// The steps that lead on from here, in the order they are offered.
    pub fn steps(self) -> impl Iterator<Item = Step> {
        Step::ALL.iter().copied().filter(move |step| self.take(*step).is_ok())
    }

    /// Whether the public may see the campaign.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Review)
    }

    /// Whether new signatures are taken.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Live)
    }

    /// Whether signing has ended for good or for now (but not paused).
    pub const fn has_ended(self) -> bool {
        !matches!(self, Self::Draft | Self::Review | Self::Live | Self::Paused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_can_only_be_reviewed_or_published() {
        assert_eq!(CampaignState::Draft.steps().collect::<Vec<_>>(), [Step::SendForReview, Step::Publish]);
    }

    #[test]
    fn a_closed_campaign_takes_no_signature_and_can_reopen() {
        assert!(!CampaignState::Closed.is_open());
        assert_eq!(CampaignState::Closed.take(Step::Reopen), Ok(CampaignState::Live));
        assert!(CampaignState::Won.take(Step::Reopen).is_err());
    }
}
