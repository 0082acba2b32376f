//! The mails Redress owes, by kind.
//! It holds no sentence and no link: those are made when the mail is sent, in the receiver's language.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, CoSignatureId, EmailAddress, NewsId, OrganizationId, PartnerId, Role, SignatureId,
    TestimonyId,
};

/// Who a mail goes to: exactly one mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The mailbox, as its owner typed it.
    pub email: EmailAddress,
    /// The name it greets, if one is known.
    pub name: Option<String>,
}

/// Who asked for news, and by what they gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewsReader {
    /// By a signature.
    Signer(SignatureId),
    /// By a testimony.
    Writer(TestimonyId),
    /// By a co-signature.
    CoSigner(CoSignatureId),
    /// A member who looks at it before it is sent.
    Copy,
}

/// What a mail is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Message {
    /// Press the button, and the signature counts.
    Confirm {
        /// The campaign signed.
        campaign: CampaignId,
        /// The pending signature.
        signature: SignatureId,
    },
    /// The one reminder, after two days.
    Reminder {
        /// The campaign signed.
        campaign: CampaignId,
        /// The signature still pending.
        signature: SignatureId,
    },
    /// Somebody signed again with this mailbox; the first signature stands.
    AlreadySigned {
        /// The campaign signed.
        campaign: CampaignId,
        /// The signature that stands.
        signature: SignatureId,
    },
    /// Another person signed with this mailbox, beyond the household rule; it was not counted.
    MailboxTaken {
        /// The campaign signed.
        campaign: CampaignId,
        /// The first signature of the mailbox.
        signature: SignatureId,
    },
    /// Press the button, and the testimony goes to the coordinators.
    ConfirmTestimony {
        /// The campaign.
        campaign: CampaignId,
        /// The testimony that waits.
        testimony: TestimonyId,
    },
    /// The one reminder, after two days: the testimony still waits for its mailbox.
    TestimonyReminder {
        /// The campaign.
        campaign: CampaignId,
        /// The testimony that waits.
        testimony: TestimonyId,
    },
    /// The writer's own link again: it was asked for, or the same text was sent once more.
    TestimonyLink {
        /// The campaign.
        campaign: CampaignId,
        /// The testimony that stands.
        testimony: TestimonyId,
    },
    /// A coordinator sent it back with a reason: the link to change it.
    TestimonyReturned {
        /// The campaign.
        campaign: CampaignId,
        /// The testimony.
        testimony: TestimonyId,
    },
    /// A text that was sent back is not sent again, and the cut-off is near.
    ReturnedReminder {
        /// The campaign.
        campaign: CampaignId,
        /// The testimony.
        testimony: TestimonyId,
        /// The cut-off told of; of one that was moved since, the mail is pointless.
        cutoff_at: Timestamp,
    },
    /// You speak tomorrow: when and where.
    SpeakerReminder {
        /// The campaign.
        campaign: CampaignId,
        /// The testimony whose writer wishes to speak.
        testimony: TestimonyId,
        /// The start told of; of a hearing that was moved since, the mail is pointless.
        starts_at: Timestamp,
    },
    /// An update that was asked for.
    News {
        /// The campaign.
        campaign: CampaignId,
        /// The update.
        news: NewsId,
        /// Who asked for it.
        reader: NewsReader,
    },
    /// Bring your people: the link of the partner's page.
    PartnerInvitation {
        /// The campaign.
        campaign: CampaignId,
        /// The partner.
        partner: PartnerId,
    },
    /// What the hosts said to the words a partner would ask in.
    WordingDecided {
        /// The campaign.
        campaign: CampaignId,
        /// The partner.
        partner: PartnerId,
        /// Whether they agreed.
        agreed: bool,
    },
    /// Would your organization co-sign: the link to the letter and its form.
    LetterInvitation {
        /// The campaign.
        campaign: CampaignId,
        /// The invitation.
        co_signature: CoSignatureId,
    },
    /// Press the button, and the co-signature is checked and counts.
    ConfirmCoSignature {
        /// The campaign.
        campaign: CampaignId,
        /// The co-signature that waits.
        co_signature: CoSignatureId,
    },
    /// A host has vouched for it: it counts now.
    CoSignatureCounts {
        /// The campaign.
        campaign: CampaignId,
        /// The co-signature.
        co_signature: CoSignatureId,
    },
    /// The text was changed in substance: stand by it, or withdraw.
    LetterChanged {
        /// The campaign.
        campaign: CampaignId,
        /// The co-signature that is stale.
        co_signature: CoSignatureId,
        /// The version asked about; of one that was changed again since, the mail is pointless.
        version: u32,
    },
    /// Come and join the team.
    Invitation {
        /// The organization that invites.
        organization: OrganizationId,
        /// What the member will be.
        role: Role,
        /// The single-use token of the link (the row holds only its hash).
        token: String,
    },
}

impl Message {
    /// The stable name of the kind: in rows, logs and metrics.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "confirm",
            Self::Reminder { .. } => "reminder",
            Self::AlreadySigned { .. } => "already-signed",
            Self::MailboxTaken { .. } => "mailbox-taken",
            Self::ConfirmTestimony { .. } => "confirm-testimony",
            Self::TestimonyReminder { .. } => "testimony-reminder",
            Self::TestimonyLink { .. } => "testimony-link",
            Self::TestimonyReturned { .. } => "testimony-returned",
            Self::ReturnedReminder { .. } => "returned-reminder",
            Self::SpeakerReminder { .. } => "speaker-reminder",
            Self::News { .. } => "news",
            Self::PartnerInvitation { .. } => "partner-invitation",
            Self::WordingDecided { .. } => "wording-decided",
            Self::LetterInvitation { .. } => "letter-invitation",
            Self::ConfirmCoSignature { .. } => "confirm-co-signature",
            Self::CoSignatureCounts { .. } => "co-signature-counts",
            Self::LetterChanged { .. } => "letter-changed",
            Self::Invitation { .. } => "invitation",
        }
    }
}
