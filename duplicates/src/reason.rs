//! Why two records are a pair: the rule, and part by part what agrees and what does not.
//! It holds no personal value: a reason may stand in a log, a row, or a packet that is handed over.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Record, Rule};

/// A part of a record that two records are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the part of its name")]
pub enum Part {
    Name,
    Suffix,
    Mailbox,
    Phone,
    Street,
    Unit,
    Zip,
}

impl Part {
    /// The stable name: in rows and message keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Suffix => "suffix",
            Self::Mailbox => "mailbox",
            Self::Phone => "phone",
            Self::Street => "street",
            Self::Unit => "unit",
            Self::Zip => "zip",
        }
    }

    const fn in_words(self) -> &'static str {
        match self {
            Self::Zip => "ZIP code",
            other => other.as_str(),
        }
    }
}

/// How a part of two records compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// Written alike.
    Same,
    /// The same, written in another way (case, accents, 'St' for 'Street', a `+tag`).
    Spelling,
    /// Given by one of the two alone.
    OneSided,
    /// Not the same.
    Differs,
}

impl Agreement {
    /// The stable name: in rows and message keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Spelling => "spelling",
            Self::OneSided => "one-sided",
            Self::Differs => "differs",
        }
    }
}

/// The rule that made a pair, with the evidence for it. `Display` is an English sentence or a few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule.
    pub rule: Rule,
    /// The parts that at least one of the two gave, in the order of [`Part`].
    pub evidence: Vec<(Part, Agreement)>,
}

impl Reason {
    /// The parts that compare in one way.
    pub fn parts(&self, agreement: Agreement) -> impl Iterator<Item = Part> {
        self.evidence.iter().filter(move |(_, found)| *found == agreement).map(|(part, _)| *part)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rule.sentence())?;
        for (agreement, lead) in [
            (Agreement::Spelling, "Written in another way"),
            (Agreement::OneSided, "Given once"),
            (Agreement::Differs, "Different"),
        ] {
            let mut parts = self.parts(agreement).map(Part::in_words);
            if let Some(first) = parts.next() {
                write!(f, " {lead}: {first}")?;
                parts.try_for_each(|part| write!(f, ", {part}"))?;
                f.write_str(".")?;
            }
        }
        Ok(())
    }
}

/// Compares a part: as typed first, then by the keys it was given.
pub(crate) fn compare<K: PartialEq>(typed: (&str, &str), keys: (Option<K>, Option<K>)) -> Option<Agreement> {
    match keys {
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => Some(Agreement::OneSided),
        (Some(a), Some(b)) if a != b => Some(Agreement::Differs),
        _ if typed.0.trim() == typed.1.trim() => Some(Agreement::Same),
        _ => Some(Agreement::Spelling),
    }
}

/// The texts of both records, for one part.
pub(crate) fn typed<'a>(part: Part, a: &Record<'a>, b: &Record<'a>) -> (&'a str, &'a str) {
    let of = |record: &Record<'a>| match part {
        Part::Name => record.name,
        Part::Suffix => record.suffix,
        Part::Mailbox => record.email,
        Part::Phone => record.phone,
        Part::Street => record.street,
        Part::Unit => record.unit,
        Part::Zip => record.zip,
    };
    (of(a), of(b))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn a_reason_reads_as_sentences_and_survives_json() {
        let reason = Reason {
            rule: Rule::NameStreetZip,
            evidence: vec![
                (Part::Name, Agreement::Spelling),
                (Part::Mailbox, Agreement::Differs),
                (Part::Street, Agreement::Spelling),
                (Part::Unit, Agreement::OneSided),
                (Part::Zip, Agreement::Same),
            ],
        };
        assert_eq!(
            reason.to_string(),
            "The same name at the same street and ZIP code. Written in another way: name, street. \
             Given once: unit. Different: mailbox."
        );
        let json = serde_json::to_string(&reason).unwrap();
        assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), reason);
    }
}
