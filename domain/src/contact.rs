//! How a neighbor reaches a member of a body.
//! It knows nothing of the neighbor.

use crate::named_enum;

named_enum! {
    /// A way to reach a seat.
    Channel {
        /// By telephone.
        Called = "called",
        /// By mail.
        Wrote = "wrote",
    }
}
