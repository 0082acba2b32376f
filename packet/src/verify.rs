//! Checks a packet against its manifest: every file there, every byte the same, every count right.
//! It trusts nothing it reads: sizes are bounded, and a broken file is a finding, not a crash.

mod rows;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Read, Seek};

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::manifest::{FORMAT, FORMAT_VERSION, FileEntry, MANIFEST, Manifest};
use crate::testimony::StanceTally;

/// More than any manifest needs; a larger one is not read.
const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// A packet that is what its manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// SHA-256 of manifest.json, in hex; compare it with the one on the delivery page or in the audit log.
    pub manifest_sha256: String,
    /// The manifest.
    pub manifest: Manifest,
}

/// Why a packet does not pass.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It cannot be read as a ZIP at all.
    #[error("this is not a whole ZIP file: {0}")]
    NotAZip(#[from] zip::result::ZipError),
    /// It has no manifest.
    #[error("there is no manifest.json in it, so it is not a packet")]
    NoManifest,
    /// Its manifest cannot be understood.
    #[error("its manifest.json cannot be understood: {0}")]
    BadManifest(String),
    /// Something is not as the manifest says; every difference is listed.
    #[error("{}", sentences(.0))]
    Differs(Vec<Difference>),
    /// It could not be read to its end.
    #[error("it could not be read: {0}")]
    Io(#[from] io::Error),
}

/// One thing that is not as the manifest says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// A listed file is not there.
    #[error("{0} is missing.")]
    Missing(String),
    /// A file is there that is not listed.
    #[error("{0} is not listed in the manifest.")]
    Extra(String),
    /// A file is listed twice.
    #[error("{0} is listed twice in the manifest.")]
    Twice(String),
    /// A file cannot be read.
    #[error("{0} cannot be read.")]
    Unreadable(String),
    /// A file has another size.
    #[error("{path} has {found} bytes, not {listed}.")]
    Size {
        /// The file.
        path: String,
        /// What the manifest says.
        listed: u64,
        /// What there is; one more than listed where it goes on.
        found: u64,
    },
    /// A file has other bytes.
    #[error("{0} was changed: its SHA-256 is another.")]
    Changed(String),
    /// A table has another number of records.
    #[error("{path} has {found} rows, not {listed}.")]
    Rows {
        /// The file.
        path: String,
        /// What the manifest says.
        listed: u64,
        /// What there is.
        found: u64,
    },
    /// The manifest's own numbers do not add up.
    #[error("The numbers do not add up: {what} should be {expected}, but come to {found}.")]
    Count {
        /// Which numbers.
        what: &'static str,
        /// The whole.
        expected: u64,
        /// The sum of its parts.
        found: u64,
    },
}

fn sentences(differences: &[Difference]) -> String {
    differences.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Reads a whole packet and compares it with its manifest.
pub fn verify(packet: impl Read + Seek) -> Result<Verified, VerifyError> {
    let mut archive = ZipArchive::new(packet)?;
    let text = manifest_text(&mut archive)?;
    let manifest = parse(&text)?;

    let mut differences = compare_names(&archive, &manifest);
    let mut found = rows::Found::default();
    for file in &manifest.files {
        if archive.index_for_name(&file.path).is_some() {
            let here = check_file(&mut archive, file, &mut differences)?;
            found.excluded = found.excluded.or(here.excluded);
            found.stances = found.stances.or(here.stances);
        }
    }
    check_counts(&manifest, found.excluded, &mut differences);
    check_testimony(&manifest, found.stances, &mut differences);
    if !differences.is_empty() {
        return Err(VerifyError::Differs(differences));
    }
    Ok(Verified { manifest_sha256: hex::encode(Sha256::digest(&text)), manifest })
}

fn manifest_text<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Vec<u8>, VerifyError> {
    let Some(index) = archive.index_for_name(MANIFEST) else { return Err(VerifyError::NoManifest) };
    let mut text = Vec::new();
    archive
        .by_index(index)?
        .take(LARGEST_MANIFEST)
        .read_to_end(&mut text)
        .map_err(|error| VerifyError::BadManifest(error.to_string()))?;
    Ok(text)
}

fn parse(text: &[u8]) -> Result<Manifest, VerifyError> {
    let manifest: Manifest =
        serde_json::from_slice(text).map_err(|error| VerifyError::BadManifest(error.to_string()))?;
    if manifest.format != FORMAT || manifest.version != FORMAT_VERSION {
        return Err(VerifyError::BadManifest(format!(
            "it is {} version {}, and this program knows {FORMAT} version {FORMAT_VERSION}",
            manifest.format, manifest.version
        )));
    }
    Ok(manifest)
}

fn compare_names<R: Read + Seek>(archive: &ZipArchive<R>, manifest: &Manifest) -> Vec<Difference> {
    let mut listed = BTreeSet::new();
    let mut differences = Vec::new();
    for file in &manifest.files {
        if !listed.insert(file.path.as_str()) {
            differences.push(Difference::Twice(file.path.clone()));
        } else if archive.index_for_name(&file.path).is_none() {
            differences.push(Difference::Missing(file.path.clone()));
        }
    }
    let there: BTreeSet<String> = archive
        .file_names()
        .map(|name| name.map_or_else(|_| String::from("A file without a readable name"), Cow::into_owned))
        .collect();
    let extra = there.into_iter().filter(|name| name != MANIFEST && !listed.contains(name.as_str()));
    differences.extend(extra.map(Difference::Extra));
    differences
}

/// Compares one file; tells what its rows say, where it is a table.
fn check_file<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    file: &FileEntry,
    differences: &mut Vec<Difference>,
) -> Result<rows::Found, VerifyError> {
    let path = &file.path;
    let unreadable = || Difference::Unreadable(path.clone());
    let Ok(entry) = archive.by_name(path) else {
        differences.push(unreadable());
        return Ok(rows::Found::default());
    };
    // One byte past what is listed tells that it goes on; nothing beyond is read.
    let mut bytes = Vec::new();
    if entry.take(file.bytes.saturating_add(1)).read_to_end(&mut bytes).is_err() {
        differences.push(unreadable());
        return Ok(rows::Found::default());
    }
    let before = differences.len();
    let found = bytes.len() as u64;
    if found != file.bytes {
        differences.push(Difference::Size { path: path.clone(), listed: file.bytes, found });
    } else if hex::encode(Sha256::digest(&bytes)) != file.sha256 {
        differences.push(Difference::Changed(path.clone()));
    }
    let counted = match rows::count(path, &bytes) {
        Ok(counted) => counted,
        Err(rows::Unreadable) => {
            // Where the bytes are known to be others, that they are no table is no news.
            if differences.len() == before {
                differences.push(unreadable());
            }
            return Ok(rows::Found::default());
        }
    };
    if let (Some(listed), Some(found)) = (file.rows, counted.rows)
        && listed != found
    {
        differences.push(Difference::Rows { path: path.clone(), listed, found });
    }
    Ok(counted)
}

fn check_counts(manifest: &Manifest, excluded: Option<u64>, differences: &mut Vec<Difference>) {
    let counts = &manifest.counts;
    let rows_of = |wanted: &dyn Fn(&str) -> bool| {
        manifest.files.iter().filter(|file| wanted(&file.path)).filter_map(|file| file.rows).sum::<u64>()
    };
    let residency = &counts.residency;
    let sums = [
        ("the signatures received", counts.tally.received, Some(counts.tally.parts())),
        (
            "the signatures in the packet",
            counts.in_packet,
            manifest.slice.is_none().then_some(counts.tally.confirmed),
        ),
        (
            "the signatures by tie to the place",
            counts.in_packet,
            Some(residency.lives + residency.works + residency.studies + residency.elsewhere),
        ),
        (
            "the signatures by version of the text",
            counts.in_packet,
            Some(manifest.petition_versions.iter().map(|version| version.signed).sum()),
        ),
        ("the rows of signatures.csv", counts.in_packet, Some(rows_of(&|path| path == "signatures.csv"))),
        ("the rows of signatures.xlsx", counts.in_packet, Some(rows_of(&|path| path == "signatures.xlsx"))),
        (
            "the rows of the volumes",
            counts.in_packet,
            Some(rows_of(&|path| path.starts_with("signatures-") && path.ends_with(".pdf"))),
        ),
        ("the records left out in exclusions.csv", counts.tally.excluded, excluded),
    ];
    for (what, expected, found) in sums {
        if let Some(found) = found.filter(|found| *found != expected) {
            differences.push(Difference::Count { what, expected, found });
        }
    }
}

/// What the manifest says of the testimony: its own sums, its files, and the rows of its table.
fn check_testimony(manifest: &Manifest, stances: Option<StanceTally>, differences: &mut Vec<Difference>) {
    let files = |ending: &str| {
        let of = |path: &str| path.starts_with("testimony/") && path.ends_with(ending);
        manifest.files.iter().filter(|file| of(&file.path)).count() as u64
    };
    let rows = manifest.files.iter().find(|file| file.path == "testimonies.csv").and_then(|file| file.rows);
    let mut compare = |what, expected: u64, found: u64| {
        if expected != found {
            differences.push(Difference::Count { what, expected, found });
        }
    };
    let Some(counts) = &manifest.testimony else {
        compare("the testimonies", 0, rows.unwrap_or_default());
        return;
    };
    compare("the testimonies received", counts.tally.received, counts.tally.parts());
    compare("the testimonies in the packet", counts.tally.approved, counts.in_packet);
    compare("the testimonies by stance", counts.in_packet, counts.by_stance.all());
    compare("the testimonies by language", counts.in_packet, counts.by_language.values().sum());
    compare("the rows of testimonies.csv", counts.in_packet, rows.unwrap_or_default());
    for (what, ending) in [("the testimonies as PDF", ".pdf"), ("the testimonies as Word files", ".docx")] {
        // A recipient may take one of the two formats alone; then there is none of the other.
        if files(ending) > 0 {
            compare(what, counts.in_packet, files(ending));
        }
    }
    if let Some(stances) = stances {
        for (what, expected, found) in [
            ("the testimonies in favor in testimonies.csv", counts.by_stance.in_favor, stances.in_favor),
            ("the testimonies opposed in testimonies.csv", counts.by_stance.opposed, stances.opposed),
            ("the neutral testimonies in testimonies.csv", counts.by_stance.neutral, stances.neutral),
        ] {
            compare(what, expected, found);
        }
    }
}
