//! What the pages of signing show: the form, the mailbox page, the button, the thanks.

use redress_domain::{FieldErrors, RawSignForm, WordingId};

use crate::campaign::model::CampaignView;

/// The form, empty or as it was typed, with what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct SignFormView {
    /// What was typed; empty at first.
    pub typed: RawSignForm,
    /// Everything wrong with it; empty at first.
    pub errors: FieldErrors,
    /// The server's mark of when the form was made, for the hidden field `seen`.
    pub seen: String,
    /// What the partner whose link the visitor came by asks, word for word.
    pub asks: Option<PartnerAsks>,
}

/// A partner's question to signers, as a host agreed to it.
#[derive(Debug, Clone)]
pub struct PartnerAsks {
    /// Which one; sent as the hidden field `wording`.
    pub wording: WordingId,
    /// The words beside the box.
    pub text: String,
}

/// The page a mail's confirmation link opens.
#[derive(Debug, Clone)]
pub struct ConfirmView {
    /// The token in the page's own address.
    pub token: String,
    /// The campaign signed.
    pub campaign: CampaignView,
    /// The signer's name, as typed.
    pub name: String,
    /// What can be done.
    pub state: ConfirmState,
}

/// What a confirmation link can still do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfirmState {
    /// The button counts the signature.
    Ready,
    /// It counts; the thanks are shown, with the link to one's own page.
    Counted {
        /// `/mine/{token}`.
        mine: String,
    },
    /// It came too late: the campaign has ended, or 30 days went by.
    TooLate,
    /// It was withdrawn by its signer.
    Withdrawn,
}
