//! Testimony: its states, its stance, and what its writer wishes.
//! It refuses to judge what is said: length, own words and personal details are told to the writer, not corrected.

mod form;
mod parts;
mod paste;

pub use form::{Affiliation, HearingRule, RawTestimonyForm, TestimonyErrors, TestimonyForm, TestimonyRules};
pub use parts::{fill, fixed_parts, parts};
pub use paste::clean_pasted;

use crate::named_enum;

named_enum! {
    /// draft → submitted → confirmed → approved or returned with a reason → included; withdrawn or expired.
    TestimonyState {
        /// Being written; its writer's link alone opens it.
        Draft = "draft",
        /// Sent, and waiting for the mailbox.
        Submitted = "submitted",
        /// The mailbox said yes; it waits for a coordinator.
        Confirmed = "confirmed",
        /// A coordinator has read it; it goes into the packet.
        Approved = "approved",
        /// Sent back with a reason; its writer may change it and send it again.
        Returned = "returned",
        /// It is in a packet that was delivered.
        Included = "included",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Never confirmed, forgotten.
        Expired = "expired",
    }
}

named_enum! {
    /// Where a testimony stands on its matters.
    Stance {
        /// For them.
        InFavor = "in-favor",
        /// Against them.
        Opposed = "opposed",
        /// Neither.
        Neutral = "neutral",
    }
}

named_enum! {
    /// Whether a writer wishes to speak at the hearing, and how.
    Speaking {
        /// Not at all.
        No = "no",
        /// In the room.
        InPerson = "in-person",
        /// By video.
        ByVideo = "by-video",
    }
}

named_enum! {
    /// What a template is for.
    TemplateKind {
        /// Written testimony.
        Testimony = "testimony",
        /// A guest column for a newspaper.
        OpEd = "op-ed",
        /// One page of facts.
        FactSheet = "fact-sheet",
        /// A letter to an office holder.
        Letter = "letter",
        /// A request for public records.
        RecordsRequest = "records-request",
        /// What to say in two minutes.
        OralTestimony = "oral-testimony",
    }
}

named_enum! {
    /// A kind of personal detail that was found in a text.
    Flag {
        /// A telephone number.
        Phone = "phone",
        /// A street and number.
        Street = "street",
        /// An e-mail address.
        Email = "email",
        /// A number like a Social Security number.
        SocialSecurity = "social-security",
    }
}

named_enum! {
    /// How a version of a text came about.
    SavedBy {
        /// By itself, while its writer wrote.
        Autosave = "autosave",
        /// Its writer saved or sent it.
        Writer = "writer",
        /// Its writer took what a reader proposed.
        Suggestion = "suggestion",
        /// It was saved on an older version than the one that stands, and is kept beside it.
        Beside = "beside",
    }
}

named_enum! {
    /// What became of a reader's suggestion.
    SuggestionState {
        /// Its writer has not decided.
        Open = "open",
        /// It is in the text.
        Taken = "taken",
        /// It is not.
        Left = "left",
    }
}

impl TestimonyState {
    /// Whether it may go into a packet.
    pub const fn is_deliverable(self) -> bool {
        matches!(self, Self::Approved | Self::Included)
    }

    /// Whether its writer is among the speakers, if they wish to be.
    pub const fn speaks(self) -> bool {
        matches!(self, Self::Confirmed | Self::Approved | Self::Included)
    }

    /// Whether its writer may still change the text.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}
