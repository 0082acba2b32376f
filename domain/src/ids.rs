//! One type per kind of id, so that a campaign's id never stands where a signature's belongs.
//! Ids are random (UUID version 4): they tell neither order nor time, which are personal here. Only a mail's sorts
//! by time.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::Random;

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh id from the randomness given.
            pub fn new(random: &dyn Random) -> Self {
                let mut bytes = [0; 16];
                random.fill(&mut bytes);
                Self(Builder::from_random_bytes(bytes).into_uuid())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+ };
}

id! {
    /// A person who can log in.
    AccountId,
    /// A body that receives: a council, a committee, an office.
    BodyId,
    /// A campaign.
    CampaignId,
    /// An organization's name under a letter, or a person's own.
    CoSignatureId,
    /// A record left out, with its rule and reviewer.
    ExclusionId,
    /// A hearing.
    HearingId,
    /// A link that makes another organization a joint host.
    HostInvitationId,
    /// An invitation to a team, or to open the first account.
    InvitationId,
    /// A piece of work that outlives a request.
    JobId,
    /// A sign-on letter.
    LetterId,
    /// A docket before a body.
    MatterId,
    /// One person's place in one organization's team.
    MemberId,
    /// A mail that is owed.
    MessageId,
    /// An update to those who asked for news.
    NewsId,
    /// An organization.
    OrganizationId,
    /// An immutable build for a recipient.
    PacketId,
    /// An organization that brings its people.
    PartnerId,
    /// A place of the tracker.
    PlaceId,
    /// A seat of a body.
    SeatId,
    /// A signature.
    SignatureId,
    /// An attributed quotation.
    StatementId,
    /// What a reader of a shared draft proposes.
    SuggestionId,
    /// A text to start from.
    TemplateId,
    /// A testimony, from draft to hearing record.
    TestimonyId,
    /// An entry of a campaign's timeline.
    TimelineEntryId,
    /// A picture: a logo or a portrait.
    UploadId,
    /// A version of a petition's text.
    VersionId,
    /// A body's vote.
    VoteId,
    /// A partner's question to signers, word for word.
    WordingId,
    /// A date that comes again every year.
    YearlyDateId,
}

impl MessageId {
    /// A fresh id that sorts by time (UUID version 7, RFC 9562), so that the outbox grows at one end. A mail's time is
    /// no secret: it is in its row and in its head.
    pub fn at(now: Timestamp, random: &dyn Random) -> Self {
        let mut bytes = [0; 10];
        random.fill(&mut bytes);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        Self(Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid())
    }
}
