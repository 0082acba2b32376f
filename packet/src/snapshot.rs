//! What was taken from the store to make a packet of: everything that ends up in it, and nothing else.
//! It refuses a snapshot whose numbers do not add up.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use redress_domain::{
    CutOff, Locale, OrganizationKind, Residency, Slug, Speaking, Stance, Tally, TallyMismatch, Visibility,
};
use sha2::{Digest, Sha256};

use crate::document::Picture;

/// A campaign at one moment, as its recipient is to see it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Whose petition it is.
    pub campaign: Campaign,
    /// Who receives it.
    pub recipient: Recipient,
    /// The dockets it belongs to, in the order they are shown.
    pub matters: Vec<Matter>,
    /// The language of the packet's own words.
    pub locale: Locale,
    /// The campaign's time zone, in which days and times are shown.
    pub zone: TimeZone,
    /// When it was taken; every timestamp in the packet is this one.
    pub taken_at: Timestamp,
    /// The body of the cover letter, salutation included; paragraphs apart by an empty line. Date, address,
    /// subject, closing and the hosts' names are set around it. Empty: no letter.
    pub letter: String,
    /// The whole campaign's numbers, whatever the slice.
    pub tally: Tally,
    /// The signatures of this packet, by tie to the place.
    pub residency: ResidencyTally,
    /// How many mailboxes were shared by two people of a household, among the signatures of this packet.
    pub shared_mailboxes: u64,
    /// The texts that were signed, oldest first.
    pub versions: Vec<PetitionVersion>,
    /// What counts, in the order it is numbered and shown.
    pub signatures: Vec<SignatureLine>,
    /// What was left out or put back, in the order it is shown.
    pub exclusions: Vec<ExclusionLine>,
    /// Which of the confirmed signatures these are.
    pub slice: Slice,
    /// What people wrote to the body, in the order it came in. The packet puts it in order of its own.
    pub testimonies: Vec<TestimonyLine>,
    /// The whole campaign's testimony, whatever the slice.
    pub testimony_tally: TestimonyTally,
    /// The letters that organizations co-signed, in their order.
    pub letters: Vec<CoalitionLetter>,
    /// What others say of it, in their order.
    pub statements: Vec<StatementLine>,
}

/// A letter with everybody who co-signed the text that stands. Whoever co-signed another text in substance and has
/// not answered yet is counted, and not named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoalitionLetter {
    /// Its name in an address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Whom it is addressed to, a line each.
    pub recipients: Vec<String>,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// The number of the version that stands.
    pub number: u32,
    /// The text, in limited Markdown.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes, in hex.
    pub sha256: String,
    /// The day this version was published, in the campaign's time zone.
    pub published: Date,
    /// The organizations, by kind and name.
    pub organizations: Vec<CoSigner>,
    /// Those who co-signed for themselves, by name.
    pub individuals: Vec<Individual>,
    /// How many are being asked again.
    pub asked_again: u64,
    /// How many wait for a mailbox or a host.
    pub waiting: u64,
}

/// An organization under a letter.
#[derive(Clone, PartialEq, Eq)]
pub struct CoSigner {
    /// What kind of organization it is.
    pub kind: OrganizationKind,
    /// Its name.
    pub organization: String,
    /// Who signed for it.
    pub signatory: String,
    /// As what.
    pub title: String,
    /// Whether it is named only to say who the signatory is.
    pub identification_only: bool,
    /// Its logo, if it may be printed.
    pub logo: Option<Picture>,
}

/// A person under a letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Individual {
    /// The name, as typed.
    pub name: String,
    /// What is said beside it: what they are, and where; may be empty.
    pub place: String,
    /// Whether an organization beside it is named only to say who the person is.
    pub identification_only: bool,
}

/// An attributed quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// The words, in limited Markdown.
    pub text: String,
    /// Their language, as a BCP 47 tag.
    pub language: String,
    /// Who says it.
    pub name: String,
    /// As what; may be empty.
    pub title: String,
    /// For whom; may be empty.
    pub organization: String,
    /// A portrait or a logo.
    pub picture: Option<Picture>,
}

impl fmt::Debug for CoSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CoSigner({}, [hidden])", self.organization)
    }
}

impl fmt::Debug for Individual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Individual([hidden])")
    }
}

/// The public face of the campaign.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Its name in an address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Who it is addressed to, as a line: 'To Mayor Walsh and the Boston City Council'.
    pub target: String,
    /// What is asked, in a sentence or two, without its story.
    pub ask: String,
    /// The organizations that host it, in order.
    pub hosts: Vec<String>,
}

/// The body or office a packet goes to.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The person or body: 'Boston City Council'.
    pub name: String,
    /// The office within it; empty where there is none.
    pub office: String,
    /// The lines of its postal address.
    pub address: Vec<String>,
}

/// A docket before a body.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Matter {
    /// Its number; empty while it has none.
    pub docket: String,
    /// Its title.
    pub title: String,
}

/// Signatures by tie to the place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "each field is the residency of the same name")]
pub struct ResidencyTally {
    pub lives: u64,
    pub works: u64,
    pub studies: u64,
    pub elsewhere: u64,
}

impl ResidencyTally {
    /// How many of one tie.
    pub const fn of(&self, residency: Residency) -> u64 {
        match residency {
            Residency::Lives => self.lives,
            Residency::Works => self.works,
            Residency::Studies => self.studies,
            Residency::Elsewhere => self.elsewhere,
        }
    }

    /// Counts one more.
    pub const fn add(&mut self, residency: Residency) {
        match residency {
            Residency::Lives => self.lives += 1,
            Residency::Works => self.works += 1,
            Residency::Studies => self.studies += 1,
            Residency::Elsewhere => self.elsewhere += 1,
        }
    }
}

/// A text that was signed.
#[derive(Debug, Clone)]
pub struct PetitionVersion {
    /// 1 for the first.
    pub number: u32,
    /// The text, paragraphs apart by an empty line.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes, in hex.
    pub sha256: String,
    /// How many of this packet's signatures were given to it.
    pub signed: u64,
}

/// One signature, as the recipient may see it.
#[derive(Clone)]
pub struct SignatureLine {
    /// A short opaque name, by which exclusions refer to it; it is printed nowhere. Never the mailbox.
    pub id: String,
    /// The name as it is shown here: full, shortened, or none where it is hidden and not shared.
    pub name: Option<String>,
    /// How the signer appears in public.
    pub visibility: Visibility,
    /// The tie to the place.
    pub residency: Residency,
    /// City or neighborhood; empty where none was given.
    pub city: String,
    /// ZIP or postal code.
    pub zip: String,
    /// The day it was given, in the campaign's time zone.
    pub day: Date,
    /// The number of the text that was signed.
    pub version: u32,
    /// What the signer added, where a moderator let it through.
    pub comment: Option<String>,
}

/// One record that was left out by one rule, or was and is not any more. A record that several rules found
/// has a line for each.
#[derive(Clone)]
pub struct ExclusionLine {
    /// A short opaque name for the record. Never the mailbox.
    pub id: String,
    /// The rule's stable name, as in `mailbox-name`.
    pub rule: String,
    /// The [`SignatureLine::id`] of the record that was kept instead, where there is one.
    pub survivor: Option<String>,
    /// What the rule found, in a sentence that names no address.
    pub reason: String,
    /// Who decided; empty where the rule did.
    pub reviewer: String,
    /// Whether the record was put back.
    pub undone: bool,
}

/// One testimony, as the recipient may see it. A slice of the signatures leaves none out.
#[derive(Clone, PartialEq, Eq)]
pub struct TestimonyLine {
    /// A short opaque name; it is printed nowhere. Never the mailbox.
    pub id: String,
    /// The writer's name as it is shown here; none where it is hidden.
    pub name: Option<String>,
    /// The writer's title in the organization; empty where none was given.
    pub title: String,
    /// The organization it is written for; empty where it is one person's own.
    pub organization: String,
    /// By what authority the writer speaks for the organization; empty where none was given.
    pub authority: String,
    /// The places of its matters in [`Snapshot::matters`]; it is printed under the first of them.
    pub matters: Vec<usize>,
    /// Where it stands.
    pub stance: Stance,
    /// The language it is written in, as a BCP 47 tag.
    pub language: String,
    /// The writer's tie to the place.
    pub residency: Residency,
    /// ZIP or postal code; empty where it is not to be shown.
    pub zip: String,
    /// The day it was sent, in the campaign's time zone.
    pub day: Date,
    /// The moment it was sent.
    pub sent_at: Timestamp,
    /// Until when its hearing takes testimony.
    pub cutoff: CutOff,
    /// The text, in limited Markdown.
    pub text: String,
    /// Whether the writer wishes to speak.
    pub speaking: Speaking,
    /// Its place in the running order, from 1; none while it has none.
    pub speaker_position: Option<u32>,
    /// The form letter it belongs to, by an opaque name shared with the others of it.
    pub form_group: Option<String>,
    /// How much of the text is the writer's own, in percent.
    pub own_percent: u8,
}

/// A campaign's testimony, by where it stands. What is only a draft has not come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TestimonyTally {
    /// All that came in: the sum of the others.
    pub received: u64,
    /// Approved: what may go into a packet.
    pub approved: u64,
    /// Sent and not yet looked at.
    pub waiting: u64,
    /// Sent back to its writer with a reason.
    pub returned: u64,
    /// Not confirmed from its mailbox yet.
    pub unconfirmed: u64,
    /// Taken back.
    pub withdrawn: u64,
    /// Never confirmed, forgotten.
    pub expired: u64,
}

impl TestimonyTally {
    /// The sum of the parts.
    pub const fn parts(&self) -> u64 {
        self.approved + self.waiting + self.returned + self.unconfirmed + self.withdrawn + self.expired
    }
}

/// Which of the confirmed signatures a packet holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slice {
    /// Every one.
    All,
    /// Some, described in a sentence in the packet's language: 'Those who live in Boston.'
    Part(String),
}

/// Numbers of a snapshot that do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// The tally's parts are not its whole.
    #[error(transparent)]
    Tally(#[from] TallyMismatch),
    /// Not as many signatures as the tally has confirmed ones.
    #[error("the tally has {confirmed} confirmed signatures, the packet was given {found}")]
    Confirmed {
        /// What the tally claims.
        confirmed: u64,
        /// How many lines there are.
        found: u64,
    },
    /// Not as many exclusions in force as the tally has excluded records.
    #[error("the tally has {excluded} excluded records, the packet was given {found}")]
    Excluded {
        /// What the tally claims.
        excluded: u64,
        /// How many lines there are.
        found: u64,
    },
    /// The count of one tie to the place is not what the signatures say.
    #[error("{given} signatures were counted as '{residency}', but {found} say so")]
    Residency {
        /// The tie.
        residency: Residency,
        /// What was counted.
        given: u64,
        /// How many lines there are.
        found: u64,
    },
    /// The count of one version is not what the signatures say.
    #[error("version {version} was counted as signed by {given}, but {found} signatures name it")]
    Version {
        /// The version's number.
        version: u32,
        /// What was counted.
        given: u64,
        /// How many lines there are.
        found: u64,
    },
    /// A version's text and hash belong to different texts.
    #[error("the SHA-256 of version {version} is not that of its text")]
    Hash {
        /// The version's number.
        version: u32,
    },
    /// One number stands for two texts.
    #[error("there are two versions numbered {version}")]
    TwoVersions {
        /// The version's number.
        version: u32,
    },
    /// One id stands for two records.
    #[error("the signatures numbered {first} and {second} have the same id")]
    TwoSignatures {
        /// The number of the first in the packet.
        first: u64,
        /// The number of the second.
        second: u64,
    },
    /// A signature that is not hidden came without a name.
    #[error("signature {number} is not hidden, but has no name")]
    NameMissing {
        /// Its number in the packet.
        number: u64,
    },
    /// The testimony's parts are not its whole.
    #[error("{received} testimonies were received, but their states come to {found}")]
    TestimonyTally {
        /// What the tally claims.
        received: u64,
        /// The sum of its parts.
        found: u64,
    },
    /// Not as many testimonies as the tally has approved ones.
    #[error("{approved} testimonies were approved, the packet was given {found}")]
    Approved {
        /// What the tally claims.
        approved: u64,
        /// How many there are.
        found: u64,
    },
    /// One id stands for two testimonies.
    #[error("the testimonies at places {first} and {second} have the same id")]
    TwoTestimonies {
        /// The place of the first in the list, from 1.
        first: u64,
        /// The place of the second.
        second: u64,
    },
    /// A testimony names a matter that is not in the list.
    #[error("the testimony at place {place} names a matter that is not in the packet")]
    MatterMissing {
        /// Its place in the list, from 1.
        place: u64,
    },
    /// A testimony that came after its hearing's cut-off.
    #[error("the testimony at place {place} was sent after the cut-off")]
    Late {
        /// Its place in the list, from 1.
        place: u64,
    },
    /// A testimony without a text.
    #[error("the testimony at place {place} has no text")]
    TextMissing {
        /// Its place in the list, from 1.
        place: u64,
    },
    /// More shared mailboxes than pairs of signatures.
    #[error("{shared} mailboxes cannot have been shared among {found} signatures")]
    SharedMailboxes {
        /// What was counted.
        shared: u64,
        /// How many lines there are.
        found: u64,
    },
}

impl Recipient {
    /// Name, office and address, without empty lines.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str(), self.office.as_str()]
            .into_iter()
            .chain(self.address.iter().map(String::as_str))
            .filter(|line| !line.is_empty())
    }
}

impl Snapshot {
    /// The time zone's IANA name; its abbreviation where it has none.
    pub(crate) fn zone_name(&self) -> String {
        match self.zone.iana_name() {
            Some(name) => name.to_owned(),
            None => self.zone.to_offset_info(self.taken_at).abbreviation().to_owned(),
        }
    }

    /// The records left out now: each once, though several rules may have found it.
    fn excluded(&self) -> u64 {
        let ids = self.exclusions.iter().filter(|line| !line.undone).map(|line| line.id.as_str());
        ids.collect::<HashSet<_>>().len() as u64
    }

    /// Refuses numbers that do not add up, texts that are not the ones hashed, and records given twice.
    pub fn check(&self) -> Result<(), Mismatch> {
        self.tally.check()?;
        let found = self.signatures.len() as u64;
        let confirmed = self.tally.confirmed;
        if found > confirmed || (self.slice == Slice::All && found != confirmed) {
            return Err(Mismatch::Confirmed { confirmed, found });
        }
        if self.shared_mailboxes > found / 2 {
            return Err(Mismatch::SharedMailboxes { shared: self.shared_mailboxes, found });
        }
        let excluded = self.excluded();
        if excluded != self.tally.excluded {
            return Err(Mismatch::Excluded { excluded: self.tally.excluded, found: excluded });
        }
        self.check_lines()?;
        self.check_residency()?;
        self.check_versions()?;
        self.check_testimonies()
    }

    fn check_testimonies(&self) -> Result<(), Mismatch> {
        let tally = &self.testimony_tally;
        if tally.received != tally.parts() {
            return Err(Mismatch::TestimonyTally { received: tally.received, found: tally.parts() });
        }
        let found = self.testimonies.len() as u64;
        if tally.approved != found {
            return Err(Mismatch::Approved { approved: tally.approved, found });
        }
        let mut seen = BTreeMap::new();
        for (place, line) in (1..).zip(&self.testimonies) {
            if let Some(first) = seen.insert(line.id.as_str(), place) {
                return Err(Mismatch::TwoTestimonies { first, second: place });
            }
            if line.matters.iter().any(|&matter| matter >= self.matters.len()) {
                return Err(Mismatch::MatterMissing { place });
            }
            if !line.cutoff.takes(line.sent_at) {
                return Err(Mismatch::Late { place });
            }
            if line.text.trim().is_empty() {
                return Err(Mismatch::TextMissing { place });
            }
        }
        Ok(())
    }

    fn check_lines(&self) -> Result<(), Mismatch> {
        let mut seen = BTreeMap::new();
        for (number, line) in (1..).zip(&self.signatures) {
            if line.name.is_none() && line.visibility != Visibility::Hidden {
                return Err(Mismatch::NameMissing { number });
            }
            if let Some(first) = seen.insert(line.id.as_str(), number) {
                return Err(Mismatch::TwoSignatures { first, second: number });
            }
        }
        Ok(())
    }

    fn check_residency(&self) -> Result<(), Mismatch> {
        let mut counted = ResidencyTally::default();
        for line in &self.signatures {
            counted.add(line.residency);
        }
        for &residency in Residency::ALL {
            let (given, found) = (self.residency.of(residency), counted.of(residency));
            if given != found {
                return Err(Mismatch::Residency { residency, given, found });
            }
        }
        Ok(())
    }

    fn check_versions(&self) -> Result<(), Mismatch> {
        let mut found: BTreeMap<u32, u64> = BTreeMap::new();
        for line in &self.signatures {
            *found.entry(line.version).or_default() += 1;
        }
        let mut seen = HashSet::new();
        for version in &self.versions {
            let number = version.number;
            if !seen.insert(number) {
                return Err(Mismatch::TwoVersions { version: number });
            }
            if !hex::encode(Sha256::digest(&version.text)).eq_ignore_ascii_case(&version.sha256) {
                return Err(Mismatch::Hash { version: number });
            }
            let found = found.remove(&number).unwrap_or_default();
            if version.signed != found {
                return Err(Mismatch::Version { version: number, given: version.signed, found });
            }
        }
        match found.pop_first() {
            Some((version, found)) => Err(Mismatch::Version { version, given: 0, found }),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for SignatureLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignatureLine([hidden])")
    }
}

impl fmt::Debug for TestimonyLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestimonyLine([hidden])")
    }
}

impl fmt::Debug for ExclusionLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ExclusionLine({}, [hidden])", self.rule)
    }
}
