//! Which column holds what: by a map that somebody gave, else by headings that are known.
//! It refuses to guess from what the cells hold.

use std::fmt;
use std::str::FromStr;

use super::ReadError;

/// A field of a [`super::Person`] that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the columns of docs/formats.md under their own names")]
pub enum Field {
    Id,
    Name,
    GivenName,
    FamilyName,
    Suffix,
    Email,
    Phone,
    Street,
    Unit,
    City,
    State,
    Zip,
    Country,
    Residency,
    Visibility,
    Comment,
    Source,
    SignedAt,
}

impl Field {
    /// Every field, in the order of docs/formats.md.
    pub const ALL: [Self; 18] = [
        Self::Id,
        Self::Name,
        Self::GivenName,
        Self::FamilyName,
        Self::Suffix,
        Self::Email,
        Self::Phone,
        Self::Street,
        Self::Unit,
        Self::City,
        Self::State,
        Self::Zip,
        Self::Country,
        Self::Residency,
        Self::Visibility,
        Self::Comment,
        Self::Source,
        Self::SignedAt,
    ];

    /// Our own heading, and the name in a map.
    pub const fn as_str(self) -> &'static str {
        self.recognized()[0]
    }

    /// The headings a field is recognized by: our own first, then those of Action Network and of EFF's
    /// action center.
    pub const fn recognized(self) -> &'static [&'static str] {
        match self {
            Self::Id => &["id"],
            Self::Name => &["name", "full_name"],
            Self::GivenName => &["given_name", "first_name"],
            Self::FamilyName => &["family_name", "last_name"],
            Self::Suffix => &["suffix"],
            Self::Email => &["email"],
            Self::Phone => &["phone", "can2_phone"],
            Self::Street => &["street", "can2_user_address"],
            Self::Unit => &["unit"],
            Self::City => &["city", "can2_user_city"],
            Self::State => &["state", "can2_state_abbreviated"],
            Self::Zip => &["zip", "zip_code", "zipcode"],
            Self::Country => &["country", "country_code"],
            Self::Residency => &["residency"],
            Self::Visibility => &["visibility"],
            Self::Comment => &["comment"],
            Self::Source => &["source"],
            Self::SignedAt => &["signed_at", "created_at"],
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no field; the fields are {fields}", fields = list(Field::ALL.map(Field::as_str)))]
pub struct UnknownField(pub String);

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = Self::ALL.into_iter().find(|field| field.as_str() == folded(text));
        named.ok_or_else(|| UnknownField(text.trim().to_owned()))
    }
}

/// 'This field is in the column of that heading', written `FIELD=COLUMN`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The field.
    pub field: Field,
    /// The heading of its column.
    pub column: String,
}

/// Why a text is no mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMapping {
    /// It is not of the form `FIELD=COLUMN`.
    #[error("write FIELD=COLUMN, for example name=Signer")]
    Malformed,
    /// What stands before the equals sign is no field.
    #[error(transparent)]
    UnknownField(#[from] UnknownField),
}

impl FromStr for Mapping {
    type Err = InvalidMapping;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('=').map(|(field, column)| (field, column.trim())) {
            Some((field, column)) if !column.is_empty() => {
                Ok(Self { field: field.parse()?, column: column.to_owned() })
            }
            _ => Err(InvalidMapping::Malformed),
        }
    }
}

/// Where each field stands in the rows of one file.
pub(super) struct Columns {
    headings: Vec<String>,
    places: [Option<usize>; Field::ALL.len()],
}

impl Columns {
    pub(super) fn read(cells: &csv::ByteRecord, map: &[Mapping]) -> Result<Self, ReadError> {
        let headings: Vec<String> = cells
            .iter()
            .map(|cell| std::str::from_utf8(cell).map(|text| text.trim().to_owned()))
            .collect::<Result<_, _>>()
            .map_err(|_| ReadError::NotUtf8)?;
        if let [one] = headings.as_slice()
            && let Some((_, separator)) =
                [(';', "semicolons"), ('\t', "tabs")].into_iter().find(|(c, _)| one.contains(*c))
        {
            return Err(ReadError::OtherSeparator(separator));
        }
        let mut columns = Self { headings, places: [None; Field::ALL.len()] };
        columns.follow(map)?;
        columns.recognize()?;
        let known = |field| columns.place(field).is_some();
        let named = [Field::Name, Field::GivenName, Field::FamilyName, Field::Email, Field::Phone];
        if !named.into_iter().any(known) {
            return Err(ReadError::NobodyNamed { headings: list(&columns.headings) });
        }
        Ok(columns)
    }

    fn follow(&mut self, map: &[Mapping]) -> Result<(), ReadError> {
        for Mapping { field, column } in map {
            if self.place(*field).is_some() {
                return Err(ReadError::MappedTwice { field: *field });
            }
            // As it is written, or else whatever its case.
            let exact = self.headings.iter().position(|heading| heading == column);
            let place =
                exact.or_else(|| self.headings.iter().position(|heading| folded(heading) == folded(column)));
            let Some(place) = place else {
                return Err(ReadError::NoSuchColumn {
                    field: *field,
                    column: column.clone(),
                    headings: list(&self.headings),
                });
            };
            self.places[*field as usize] = Some(place);
        }
        Ok(())
    }

    fn recognize(&mut self) -> Result<(), ReadError> {
        let mapped = self.places;
        for field in Field::ALL {
            // What a map says about a field or about a column goes before its heading.
            if mapped[field as usize].is_some() {
                continue;
            }
            let free = |at: &usize| !mapped.contains(&Some(*at));
            for known in field.recognized() {
                let mut found =
                    (0..self.headings.len()).filter(free).filter(|at| folded(&self.headings[*at]) == *known);
                let Some(place) = found.next() else { continue };
                if let Some(second) = found.next() {
                    return Err(ReadError::SameHeading { heading: self.headings[second].clone() });
                }
                self.places[field as usize] = Some(place);
                break;
            }
        }
        Ok(())
    }

    /// The number of cells in a row.
    pub(super) fn count(&self) -> usize {
        self.headings.len()
    }

    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize]
    }

    pub(super) fn heading(&self, field: Field) -> Option<&str> {
        self.place(field).map(|place| self.headings[place].as_str())
    }

    /// The headings that are read, by field, and those that are not.
    pub(super) fn into_headings(self) -> (Vec<(Field, String)>, Vec<String>) {
        let read = Field::ALL
            .into_iter()
            .filter_map(|field| self.heading(field).map(|heading| (field, heading.to_owned())))
            .collect();
        let ignored = |(at, heading): (usize, String)| (!self.places.contains(&Some(at))).then_some(heading);
        let ignored = self.headings.into_iter().enumerate().filter_map(ignored).collect();
        (read, ignored)
    }
}

/// 'First Name', 'first-name' and 'first_name' are one heading.
fn folded(heading: &str) -> String {
    heading.trim().to_lowercase().replace([' ', '-'], "_")
}

fn list<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
    words.join(", ")
}
