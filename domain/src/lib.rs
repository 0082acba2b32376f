//! The words of Redress as types and rules: what a signature, a campaign, a role is.
//! It refuses to do any input or output: no clock, no randomness, no SQL, no web.

mod body;
mod campaign;
mod contact;
mod email;
mod exclusion;
mod flags;
mod form;
mod hearing;
mod hidden;
mod host;
mod ids;
mod language;
mod letter;
mod locale;
mod member;
mod message;
mod name;
mod news;
mod organization;
mod outcome;
mod outline;
mod own_words;
mod partner;
mod petition;
mod place;
mod ports;
mod signature;
mod slug;
mod speaking;
mod statement;
mod tally;
mod testimony;
mod text;
mod tracker;
mod upload;
mod word_count;

pub use body::{BodyKind, DeliveryProfile, FileFormat};
pub use campaign::{CampaignState, Step, StepRefused};
pub use contact::Channel;
pub use email::{EmailAddress, InvalidEmail};
pub use exclusion::ExclusionState;
pub use flags::{Flagged, flags, kinds};
pub use form::{FieldError, FieldErrors};
pub use hearing::{CutOff, HearingState, LocalTime, MatterState, Which, is_on_time};
pub use host::{HostRight, HostRights, InvalidRights};
pub use ids::*;
pub use language::{InvalidLanguage, Language};
pub use letter::{
    Alike, CoSignForm, CoSignRules, CoSignatureState, Invited, InvitedRow, LetterState, Likeness,
    MOST_INVITED, RawCoSignForm, Standing, domain_of, is_free_provider, likenesses, read_invited, site_of,
};
pub use locale::{Locale, UnknownLocale};
pub use member::{Action, MemberState, Role};
pub use message::{Message, NewsReader, Recipient};
pub use name::{InvalidName, PersonName};
pub use news::{LONGEST_NEWS, LONGEST_SUBJECT, NewsState, NewsText, read_news};
pub use organization::OrganizationKind;
pub use outcome::{
    Ballot, BallotError, Choice, LONGEST_OUTCOME, LONGEST_OUTCOME_LINE, OutcomeKind, count as count_ballots,
    read_ballots,
};
pub use outline::{Drawn, Outline, simplified};
pub use own_words::{FORM_LETTER_BELOW, Fingerprint, OwnWords, Sheet, form_letters, own_words};
pub use partner::{
    FEWEST_LISTED, InvalidList, InvalidWording, LONGEST_WORDING, MOST_LISTED, Overlap, PartnerState,
    WordingState, Wordings, listed, overlap, wording,
};
pub use petition::{InvalidPetition, PetitionText};
pub use place::{InvalidZip, Residency, Zip};
pub use ports::{Clock, Random};
pub use signature::{
    CommentState, Hold, RawSignForm, SignForm, SignRules, SignatureState, StreetRule, Visibility,
    source_label as share_label,
};
pub use slug::{InvalidSlug, Slug};
pub use speaking::{ReadAloud, USUAL_MINUTES, moved, starts, words_per_minute};
pub use statement::{LONGEST_STATEMENT, LONGEST_STATEMENT_LINE, RawStatement, StatementDraft, attribution};
pub use tally::{Tally, TallyMismatch};
pub use testimony::{
    Affiliation, Flag, HearingRule, RawTestimonyForm, SavedBy, Speaking, Stance, SuggestionState,
    TemplateKind, TestimonyErrors, TestimonyForm, TestimonyRules, TestimonyState, clean_pasted, fill,
    fixed_parts, parts,
};
pub use text::{clean_line, clean_text, fold};
pub use tracker::{
    InvalidDay, InvalidStatus, InvalidTile, KnownDay, LONGEST_NOTE, LONGEST_PLACE, MOST_PLACES,
    MOST_STATUSES, Place, PlaceColumn, PlaceDeed, PlaceDraft, PlacePlan, PlaceRow, PlaceSheet, PlaceStatus,
    PlaceStatusCode, RawPlace, RowError, Tile, Tone, find_status, lay_out_tiles, plan_places, read_rows,
    short_name, status_letters,
};
pub use upload::{LONGEST_PICTURE_LINE, Media, UploadKind};
pub use word_count::count_words;

/// Makes a field-less enum that is stored, sent and shown under one kebab-free name per variant.
macro_rules! named_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the order it is shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name: in forms, rows and files.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($text => Ok(Self::$variant),)+ _ => Err($crate::UnknownName(stringify!($name))) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use named_enum;

/// A text that names no value of the enum it was read as.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("that is no {0}")]
pub struct UnknownName(pub &'static str);
