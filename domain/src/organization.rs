//! What organizations are, as a letter lists them.
//! It ranks none: the order is the alphabet's.

use crate::named_enum;

named_enum! {
    /// What kind of organization it is: the groups that a letter lists its co-signers by.
    OrganizationKind {
        /// A labor union, or a part of one.
        Union = "union",
        /// Neighbors, tenants, parents: a group of a place.
        Community = "community",
        /// A congregation, or an association of faith.
        Faith = "faith",
        /// Civil liberties, civil rights, justice, privacy.
        Rights = "rights",
        /// Students, teachers, libraries, schools.
        Education = "education",
        /// Those who practice or study a subject: lawyers, doctors, engineers, scholars.
        Professional = "professional",
        /// A shop or a company.
        Business = "business",
        /// None of these.
        Other = "other",
    }
}
