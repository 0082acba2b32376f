//! What is known of each record once it is normalized: small numbers that are equal where the keys are.
//! It refuses to keep the keys themselves, but for names, which are compared word by word.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::Record;
use crate::normalize::{Address, Name, Suffix, city, corrected_mailbox, mailbox, phone, zip};

/// The number of a key: equal numbers are equal keys. It says nothing else.
pub(super) type Key = u32;

/// A name's keys: its folded words and its generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NameKey {
    pub(super) words: Key,
    pub(super) suffix: Option<Suffix>,
}

/// One record, ready to compare.
pub(super) struct Known {
    pub(super) name: Option<NameKey>,
    /// The name itself, where there is one.
    pub(super) written: Option<Name>,
    /// Its last word and first letter.
    pub(super) rough: Option<Key>,
    pub(super) mailbox: Option<Key>,
    /// The mailbox once a slip in its domain is put right.
    pub(super) corrected: Option<Key>,
    pub(super) phone: Option<Key>,
    pub(super) street: Option<Key>,
    pub(super) unit: Option<Key>,
    pub(super) zip: Option<Key>,
    /// The first three digits of the ZIP code: a region.
    pub(super) region: Option<Key>,
    pub(super) city: Option<Key>,
}

impl Known {
    /// Whether no letter of the two names carries different accents.
    pub(super) fn accents_agree(&self, other: &Self) -> bool {
        match (&self.written, &other.written) {
            (Some(a), Some(b)) => a.marks.agree(&b.marks),
            _ => true,
        }
    }

    /// Whether the two names may be one, written fully and shortly.
    pub(super) fn resembles(&self, other: &Self) -> bool {
        matches!((&self.written, &other.written), (Some(a), Some(b)) if a.resembles(b))
    }

    /// Whether the two live behind different doors of one house.
    pub(super) fn other_door(&self, other: &Self) -> bool {
        matches!((self.unit, other.unit), (Some(a), Some(b)) if a != b)
    }
}

/// Reads records in the order they come.
pub(super) fn read<'r>(records: impl Iterator<Item = &'r Record<'r>>) -> Vec<Known> {
    let mut keys = Keys::default();
    records
        .map(|record| {
            let written = Name::read(record.name, record.suffix);
            let address = Address::read(record.street, record.unit);
            let mailbox = mailbox(record.email);
            let corrected = mailbox.as_deref().and_then(corrected_mailbox);
            let zip = zip(record.zip, record.country);
            let region = zip.as_deref().and_then(|zip| zip.get(..3)).map(str::to_owned);
            Known {
                name: (written.as_ref())
                    .map(|name| NameKey { words: keys.number(name.words.clone()), suffix: name.suffix }),
                rough: written.as_ref().map(|name| keys.number(name.rough())),
                written,
                mailbox: mailbox.map(|key| keys.number(key)),
                corrected: corrected.map(|key| keys.number(key)),
                phone: phone(record.phone).map(|key| keys.number(key)),
                street: address.street.map(|key| keys.number(key)),
                unit: address.unit.map(|key| keys.number(key)),
                zip: zip.map(|key| keys.number(key)),
                region: region.map(|key| keys.number(key)),
                city: city(record.city).map(|key| keys.number(key)),
            }
        })
        .collect()
}

/// Numbers keys by their first appearance. Parts share the numbers, and are never compared across parts.
#[derive(Default)]
struct Keys(HashMap<String, Key>);

impl Keys {
    fn number(&mut self, key: String) -> Key {
        let next = Key::try_from(self.0.len()).expect("four billion keys do not fit into memory");
        match self.0.entry(key) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => *new.insert(next),
        }
    }
}
