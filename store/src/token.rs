//! Links that need no row: an id with a keyed signature. A dump of the database yields none of them.
//! They do not expire by themselves; what they may still do is decided by the row they name.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use redress_domain::Random;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::Keys;

/// What a token lets its holder do; a token for one thing never opens another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Confirm the signature.
    Confirm,
    /// See and change what was given.
    Mine,
    /// Confirm the testimony.
    ConfirmTestimony,
    /// Write, see, change and withdraw one's testimony: the mailed link, whose holder has shown the mailbox.
    MyTestimony,
    /// Write a draft and send it: the link a browser is given, which ends when a mailbox has said yes. Whoever
    /// typed a stranger's mailbox has this one, and never the other.
    DraftTestimony,
    /// No more news of a campaign, to the mailbox of a signature.
    NewsOfSignature,
    /// No more news of a campaign, to the mailbox of a testimony.
    NewsOfTestimony,
    /// No more news of a campaign, to the mailbox of a co-signature.
    NewsOfCoSignature,
    /// Read a shared draft and propose changes; it names the share, not the draft, so that it can be stopped.
    SharedDraft,
    /// See and do what a partner may; it names the link, not the partner, so that it can be stopped.
    Partner,
    /// Co-sign for the invited organization: the link that was mailed to it or passed on. It confirms nothing.
    LetterInvitation,
    /// Confirm the co-signature: mailed to its signatory alone.
    ConfirmCoSignature,
    /// See one's co-signature, stand by a changed text, withdraw.
    CoSignature,
}

/// Not a token of ours, or one for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that link is not one of ours")]
pub struct InvalidToken;

const MAC: usize = 16;

impl TokenKind {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Confirm => b"confirm",
            Self::Mine => b"mine",
            Self::ConfirmTestimony => b"confirm-testimony",
            Self::MyTestimony => b"my-testimony",
            Self::DraftTestimony => b"draft-testimony",
            Self::NewsOfSignature => b"news-of-signature",
            Self::NewsOfTestimony => b"news-of-testimony",
            Self::NewsOfCoSignature => b"news-of-co-signature",
            Self::SharedDraft => b"shared-draft",
            Self::Partner => b"partner",
            Self::LetterInvitation => b"letter-invitation",
            Self::ConfirmCoSignature => b"confirm-co-signature",
            Self::CoSignature => b"co-signature",
        }
    }
}

impl Keys {
    /// The token of a signature or a testimony: 32 bytes as 43 URL-safe letters.
    pub fn token(&self, kind: TokenKind, id: impl Into<Uuid>) -> String {
        let id = id.into();
        let mac = self.token_mac(&[kind.label(), id.as_bytes()]);
        URL_SAFE_NO_PAD.encode([id.as_bytes().as_slice(), &mac[..MAC]].concat())
    }

    /// Which signature or testimony a token names; the kind says which of them it is.
    pub fn read_token<Id: From<Uuid>>(&self, kind: TokenKind, token: &str) -> Result<Id, InvalidToken> {
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| InvalidToken)?;
        let (id, mac) = bytes.split_first_chunk::<16>().ok_or(InvalidToken)?;
        let expected = self.token_mac(&[kind.label(), id]);
        if mac.len() == MAC && bool::from(expected[..MAC].ct_eq(mac)) {
            Ok(Id::from(Uuid::from_bytes(*id)))
        } else {
            Err(InvalidToken)
        }
    }

    /// A mark of an instant (to the second) that a form carries and only we can make.
    pub fn mark(&self, at: Timestamp) -> String {
        let seconds = at.as_second().to_be_bytes();
        let mac = self.token_mac(&[b"mark", &seconds]);
        URL_SAFE_NO_PAD.encode([seconds.as_slice(), &mac[..MAC]].concat())
    }

    /// The instant a mark names.
    pub fn read_mark(&self, mark: &str) -> Result<Timestamp, InvalidToken> {
        let bytes = URL_SAFE_NO_PAD.decode(mark).map_err(|_| InvalidToken)?;
        let (seconds, mac) = bytes.split_first_chunk::<8>().ok_or(InvalidToken)?;
        let expected = self.token_mac(&[b"mark", seconds]);
        if mac.len() != MAC || !bool::from(expected[..MAC].ct_eq(mac)) {
            return Err(InvalidToken);
        }
        Timestamp::from_second(i64::from_be_bytes(*seconds)).map_err(|_| InvalidToken)
    }
}

/// A random token of which the database keeps only the hash: sessions and invitations.
#[derive(Clone)]
pub struct SecretToken(String);

impl SecretToken {
    /// A fresh one: 32 bytes as 43 URL-safe letters.
    pub fn new(random: &dyn Random) -> Self {
        let mut bytes = [0; 32];
        random.fill(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The one a browser or a link brought.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// For the cookie or the link.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// SHA-256: the token has 256 bits of its own, so it needs neither salt nor key.
    pub(crate) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl std::fmt::Debug for SecretToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[hidden]")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use redress_domain::SignatureId;

    use super::*;

    #[test]
    fn a_token_opens_what_it_was_made_for_and_nothing_else() {
        let keys = Keys::parse("1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").unwrap();
        let id = SignatureId(Uuid::from_u128(7));
        let token = keys.token(TokenKind::Confirm, id);
        assert_eq!(token.len(), 43);
        assert_eq!(keys.read_token(TokenKind::Confirm, &token), Ok(id));
        assert_eq!(keys.read_token::<SignatureId>(TokenKind::Mine, &token), Err(InvalidToken));
        for changed in ["", "x", &token[1..], &token.replace(&token[40..41], "-")] {
            if changed != token {
                assert!(keys.read_token::<SignatureId>(TokenKind::Confirm, changed).is_err());
            }
        }
    }
}
