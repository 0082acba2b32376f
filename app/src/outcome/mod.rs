//! How a campaign ended: the record on its page, and the desk where it is written down.
//! It judges no vote; it prints what was recorded.

pub mod desk;
mod model;
mod record;

pub use model::{BallotFault, OutcomeDeskView, RecordView, RelatedPlaceView, VotePreview, VoteView, fields};
pub(crate) use record::of_campaign;
pub use record::{documents, headline, record, total};
