//! What a signer sees of what they gave.

use jiff::civil::Date;
use redress_domain::{SignatureId, SignatureState, Visibility};

/// The page of a signer, reached from any mail, without an account.
#[derive(Debug, Clone)]
pub struct MineView {
    /// The token in the page's own address.
    pub token: String,
    /// Everything signed from this mailbox, newest first; the one the mail was about is first.
    pub signatures: Vec<MineSignature>,
    /// What was just done, as a message key (`mine-done-…`).
    pub done: Option<&'static str>,
    /// What could not be done: with which signature, in which field, as a message key (`mine-error-…`).
    pub wrong: Option<(SignatureId, &'static str, &'static str)>,
}

/// One signature, as its signer sees it.
#[derive(Clone)]
pub struct MineSignature {
    /// Which one; sent as the form field `signature`.
    pub id: SignatureId,
    /// The campaign's page, in the signer's language.
    pub path: String,
    /// The campaign's title.
    pub title: String,
    /// The name, as typed.
    pub name: String,
    /// Its state.
    pub state: SignatureState,
    /// How it appears.
    pub visibility: Visibility,
    /// Whether news is wanted.
    pub news: bool,
    /// The partner that may write, and the words that were agreed to.
    pub hears: Option<(String, String)>,
    /// The comment, if one was left.
    pub comment: Option<String>,
    /// The day it was received.
    pub signed_on: Date,
}

impl std::fmt::Debug for MineSignature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MineSignature([hidden])")
    }
}
