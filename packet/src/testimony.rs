//! The testimonies of a packet in the order they are printed: by matter and stance, numbered, each with the
//! name of its files; form letters together under the first of them.
//! It prints nothing: it decides what stands where.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use redress_domain::{Speaking, Stance};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::snapshot::{Snapshot, TestimonyLine, TestimonyTally};

/// The longest name of a person or organization in the name of a file.
const LONGEST_SLUG: usize = 40;

/// A testimony with its number and its files' name.
#[derive(Debug)]
pub(crate) struct Entry<'s> {
    /// From 1, in the order they are printed.
    pub(crate) number: u64,
    pub(crate) line: &'s TestimonyLine,
    /// `testimony/007-ana-silva`, without the ending.
    pub(crate) stem: String,
    pub(crate) form: Form,
}

/// What a testimony has to do with a form letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// Nothing: it is a text of its own.
    Own,
    /// It is printed for all of them.
    First {
        /// The numbers of the others.
        others: Vec<u64>,
    },
    /// It is one of those.
    Other {
        /// The number of the one that is printed.
        first: u64,
    },
}

impl Entry<'_> {
    /// Whether it is printed in full among the others.
    pub(crate) fn is_printed(&self) -> bool {
        !matches!(self.form, Form::Other { .. })
    }

    /// The matter it is printed under.
    pub(crate) fn matter(&self) -> Option<usize> {
        self.line.matters.first().copied()
    }
}

/// The testimonies of a snapshot in the order they are printed.
pub(crate) fn ordered(snapshot: &Snapshot) -> Vec<Entry<'_>> {
    let mut lines: Vec<&TestimonyLine> = snapshot.testimonies.iter().collect();
    // Stable: within a matter and a stance they stay in the order they came.
    lines.sort_by_key(|line| (line.matters.first().copied().unwrap_or(usize::MAX), line.stance));

    let mut groups: HashMap<&str, Vec<u64>> = HashMap::new();
    for (number, line) in (1..).zip(&lines) {
        if let Some(group) = &line.form_group {
            groups.entry(group).or_default().push(number);
        }
    }
    let digits = lines.len().to_string().len().max(3);
    (1..)
        .zip(lines)
        .map(|(number, line)| {
            let group = line.form_group.as_deref().and_then(|group| groups.get(group));
            let form = match group.map(Vec::as_slice) {
                Some([first, others @ ..]) if !others.is_empty() => {
                    if *first == number {
                        Form::First { others: others.to_vec() }
                    } else {
                        Form::Other { first: *first }
                    }
                }
                _ => Form::Own,
            };
            let slug = slug(line);
            let dash = if slug.is_empty() { "" } else { "-" };
            Entry { number, line, stem: format!("testimony/{number:0digits$}{dash}{slug}"), form }
        })
        .collect()
}

/// Who speaks, in the running order; who has no place in it yet comes last, in the order of the packet.
pub(crate) fn speakers<'e, 's>(entries: &'e [Entry<'s>]) -> Vec<&'e Entry<'s>> {
    let mut speakers: Vec<_> = entries.iter().filter(|entry| entry.line.speaking != Speaking::No).collect();
    speakers.sort_by_key(|entry| entry.line.speaker_position.unwrap_or(u32::MAX));
    speakers
}

/// The writer or organization in a file's name: letters and digits every file system takes. What has none, and
/// whoever hides their name, is a number alone.
fn slug(line: &TestimonyLine) -> String {
    let Some(name) = &line.name else { return String::new() };
    let name = if line.organization.is_empty() { name } else { &line.organization };
    let mut slug = String::new();
    for c in name.nfkd().flat_map(char::to_lowercase) {
        let plain = match c {
            'a'..='z' | '0'..='9' => Some(c),
            'ł' => Some('l'),
            'đ' | 'ð' => Some('d'),
            'ø' => Some('o'),
            'ı' => Some('i'),
            _ => None,
        };
        // Marks stand on the letter before them and part nothing, nor do apostrophes.
        let silent = matches!(c, '\u{300}'..='\u{36F}' | '\'' | '’' | 'ʼ');
        match plain {
            Some(c) => slug.push(c),
            None if silent || slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
        if slug.len() >= LONGEST_SLUG {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Testimonies by stance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is the stance of the same name")]
pub struct StanceTally {
    pub in_favor: u64,
    pub opposed: u64,
    pub neutral: u64,
}

impl StanceTally {
    /// Counts one more.
    pub const fn add(&mut self, stance: Stance) {
        match stance {
            Stance::InFavor => self.in_favor += 1,
            Stance::Opposed => self.opposed += 1,
            Stance::Neutral => self.neutral += 1,
        }
    }

    /// How many of one stance.
    pub const fn of(&self, stance: Stance) -> u64 {
        match stance {
            Stance::InFavor => self.in_favor,
            Stance::Opposed => self.opposed,
            Stance::Neutral => self.neutral,
        }
    }

    /// How many in all.
    pub const fn all(&self) -> u64 {
        self.in_favor + self.opposed + self.neutral
    }
}

/// The testimony's numbers: those of the campaign, and those of this packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestimonyCounts {
    /// The whole campaign's: received is the sum of the others.
    #[serde(flatten)]
    pub tally: TestimonyTally,
    /// The testimonies in this packet.
    pub in_packet: u64,
    /// The same by stance; they add up.
    pub by_stance: StanceTally,
    /// The same by matter, in the order of the manifest's matters. One on two matters counts for both.
    pub by_matter: Vec<StanceTally>,
    /// Those on no matter.
    pub on_no_matter: u64,
    /// The same by language, as BCP 47 tags; they add up.
    pub by_language: BTreeMap<String, u64>,
    /// Form letters that several people sent.
    pub form_letters: u64,
    /// How many sent one of them.
    pub form_letter_writers: u64,
    /// Who wishes to speak.
    pub speakers: u64,
}

impl TestimonyCounts {
    /// The numbers of a snapshot; none where nobody ever wrote.
    pub(crate) fn of(snapshot: &Snapshot) -> Option<Self> {
        if snapshot.testimony_tally == TestimonyTally::default() {
            return None;
        }
        let mut counts = Self {
            tally: snapshot.testimony_tally,
            in_packet: snapshot.testimonies.len() as u64,
            by_stance: StanceTally::default(),
            by_matter: vec![StanceTally::default(); snapshot.matters.len()],
            on_no_matter: 0,
            by_language: BTreeMap::new(),
            form_letters: 0,
            form_letter_writers: 0,
            speakers: 0,
        };
        let mut forms: HashMap<&str, u64> = HashMap::new();
        for line in &snapshot.testimonies {
            counts.by_stance.add(line.stance);
            *counts.by_language.entry(line.language.clone()).or_default() += 1;
            counts.speakers += u64::from(line.speaking != Speaking::No);
            counts.on_no_matter += u64::from(line.matters.is_empty());
            for &matter in &line.matters.iter().copied().collect::<BTreeSet<_>>() {
                if let Some(tally) = counts.by_matter.get_mut(matter) {
                    tally.add(line.stance);
                }
            }
            if let Some(group) = &line.form_group {
                *forms.entry(group).or_default() += 1;
            }
        }
        for writers in forms.into_values().filter(|writers| *writers > 1) {
            counts.form_letters += 1;
            counts.form_letter_writers += writers;
        }
        Some(counts)
    }
}
