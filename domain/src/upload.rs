//! Pictures that are brought to a campaign: what kinds there are, and how large each is kept.
//! It knows no pixel: drawing them anew is the server's.

use crate::named_enum;

named_enum! {
    /// What a picture is of.
    UploadKind {
        /// An organization's mark; it keeps its transparency.
        Logo = "logo",
        /// A person.
        Portrait = "portrait",
    }
}

impl UploadKind {
    /// The longer side of what is kept, in pixels.
    pub const fn longest_side(self) -> u32 {
        match self {
            Self::Logo => 800,
            Self::Portrait => 1_200,
        }
    }
}

named_enum! {
    /// The formats that pictures are kept in.
    Media {
        /// With transparency.
        Png = "png",
        /// Photographs.
        Jpeg = "jpg",
    }
}

impl Media {
    /// As HTTP names it.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// The longest description of a picture and the longest note of who allowed it, in characters.
pub const LONGEST_PICTURE_LINE: usize = 300;
