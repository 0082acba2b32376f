//! A body that receives: what kind it is, and what it takes.
//! It holds no address book: seats and their holders are rows of the store.

use crate::named_enum;

named_enum! {
    /// What kind of body receives.
    BodyKind {
        /// A council of a city or town.
        Council = "council",
        /// A committee of a council.
        Committee = "committee",
        /// A school committee.
        SchoolCommittee = "school-committee",
        /// A mayor or another single office holder.
        Mayor = "mayor",
        /// An advisory or oversight board.
        Board = "board",
        /// A department or agency.
        Department = "department",
    }
}

named_enum! {
    /// A file a body accepts.
    FileFormat {
        /// Portable Document Format.
        Pdf = "pdf",
        /// Word (Office Open XML).
        Docx = "docx",
    }
}

/// What a body takes, as it published. `None` is no limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryProfile {
    /// The files it accepts; never empty.
    pub formats: Vec<FileFormat>,
    /// Megabytes a file, 1 MB = 1,000,000 bytes.
    pub file_mb: Option<u32>,
    /// Words a testimony.
    pub words: Option<u32>,
    /// Printed copies to bring when one comes in person.
    pub copies: Option<u32>,
    /// Minutes a speaker has.
    pub speak_minutes: Option<u32>,
    /// Hours before a hearing until which written testimony is taken, where its own cut-off says nothing else.
    pub cutoff_hours: Option<u32>,
    /// Lines that every testimony must carry ('Docket number', 'Affiliation').
    pub required_lines: Vec<String>,
}

impl Default for DeliveryProfile {
    fn default() -> Self {
        Self {
            formats: vec![FileFormat::Pdf, FileFormat::Docx],
            file_mb: None,
            words: None,
            copies: None,
            speak_minutes: None,
            cutoff_hours: None,
            required_lines: Vec::new(),
        }
    }
}
