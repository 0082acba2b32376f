//! What the pages before the desk show: logging in, the first account, an invitation.

use redress_domain::{FieldErrors, Role};

use crate::parts::Typed;

/// Logging in: fields `email`, `password`, `next`.
#[derive(Debug, Clone, Default)]
pub struct LoginView {
    /// What was typed (never the password).
    pub typed: Typed,
    /// A message key, the same for a wrong password and an unknown address.
    pub refused: Option<&'static str>,
    /// Our own path to go on to.
    pub next: String,
}

/// The first account: fields `organization`, `name`, `email`, `password`.
#[derive(Debug, Clone, Default)]
pub struct SetupView {
    /// The single-use token in the page's own address.
    pub token: String,
    /// What was typed (never the password).
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
}

/// An invitation to a team: fields `name`, `password` (or, with an account, only a button).
#[derive(Debug, Clone)]
pub struct InvitationView {
    /// The single-use token in the page's own address.
    pub token: String,
    /// The organization that invites.
    pub organization: String,
    /// What the member will be.
    pub role: Role,
    /// Whether the mailbox has an account already.
    pub has_account: bool,
    /// What was typed (never the password).
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
}
