//! An exclusion: a record that is left out, or might be, and what a person made of it.
//! It knows no rule; those are in `duplicates`.

use crate::named_enum;

named_enum! {
    /// proposed → upheld or overturned; what is certain is upheld from the start.
    ExclusionState {
        /// Likely the same person: both count until somebody has looked.
        Proposed = "proposed",
        /// Left out.
        Upheld = "upheld",
        /// Two people, or a mistake of the rule: it counts.
        Overturned = "overturned",
    }
}
