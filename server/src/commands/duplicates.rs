//! `redress duplicates`: who is in a file of people twice, as three files for a person or a script to read.
//! It touches no database and changes nothing in the file it is given.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use redress_duplicates::people::{self, Mapping, ReadError, Sheet};
use redress_duplicates::report::{self, Measured, Report, WriteError};
use redress_duplicates::{Record, Rule, find};

use super::half::Half;

/// Finds who signed twice in a CSV file of people
///
/// What is certain is in clusters.csv, with the record that stays; what is only likely is in pairs.csv, under
/// the tier 'review', and removes nobody.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example: redress duplicates people.csv --out results --map name=Signer")]
pub struct DuplicatesArgs {
    /// The people: UTF-8, headings in the first row
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The folder for pairs.csv, clusters.csv and report.json; it is made where it is missing
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Which column holds a field, where its heading does not tell (may be given several times)
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub map: Vec<Mapping>,
}

/// Why nothing was found out. Nothing has been written then.
#[derive(Debug, thiserror::Error)]
pub enum DuplicatesError {
    /// The file is not there, or not ours to read.
    #[error("{path} cannot be opened: {source}.", path = path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not what it should be.
    #[error("{path}: {source}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ReadError,
    },
    /// The results have no place.
    #[error("The results cannot be put into {path}: {source}.", path = path.display())]
    Place {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The results cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The results are written, but nobody could be told.
    #[error("The results are written, but not everything could be printed: {0}.")]
    Print(#[from] io::Error),
}

/// Reads the file, finds, writes the three files, and says on `stdout` what was found.
pub fn run(args: &DuplicatesArgs, json: bool, stdout: &mut dyn Write) -> Result<(), DuplicatesError> {
    let start = Instant::now();
    let file =
        File::open(&args.file).map_err(|source| DuplicatesError::Open { path: args.file.clone(), source })?;
    let sheet = people::read(file, &args.map)
        .map_err(|source| DuplicatesError::Read { path: args.file.clone(), source })?;
    let records: Vec<Record<'_>> = sheet.people.iter().map(people::Person::record).collect();
    let findings = find(&records);
    let measured =
        Measured { seconds: start.elapsed().as_secs_f64(), peak_memory_bytes: peak_memory_bytes() };
    let report = Report::new(records.len(), &findings, measured);
    let place = |source| DuplicatesError::Place { path: args.out.clone(), source };
    let fresh = !args.out.exists();
    if let (true, Some(parent)) = (fresh, args.out.parent()) {
        fs::create_dir_all(parent).map_err(place)?;
    }
    // Written apart and then moved, so that an interrupt finds one folder to remove.
    let half = if fresh { Half::beside(&args.out) } else { Half::beside(&args.out.join("results")) };
    let half = half.map_err(place)?;
    report::write(&half.path(), &records, &findings, &report)?;
    let whole = || {
        if fresh {
            return fs::rename(half.path(), &args.out);
        }
        report::FILES.iter().try_for_each(|file| fs::rename(half.path().join(file), args.out.join(file)))
    };
    half.put(whole).map_err(place)?;
    drop(half);
    if json {
        serde_json::to_writer(&mut *stdout, &report).map_err(io::Error::from)?;
        writeln!(stdout)?;
    } else {
        tell(args, &sheet, &report, stdout)?;
    }
    stdout.flush()?;
    Ok(())
}

fn tell(args: &DuplicatesArgs, sheet: &Sheet, report: &Report, stdout: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<String> = sheet
        .headings
        .iter()
        .map(|(field, heading)| match field.as_str() {
            field if field == heading => heading.clone(),
            field => format!("{heading} (as {field})"),
        })
        .collect();
    writeln!(stdout, "Columns read: {}.", columns.join(", "))?;
    if !sheet.ignored.is_empty() {
        writeln!(stdout, "Columns left alone: {}.", sheet.ignored.join(", "))?;
    }
    writeln!(
        stdout,
        "Records: {}. Certain duplicates: {}. Remaining: {}.",
        report.records, report.removed, report.remaining
    )?;
    writeln!(stdout, "Households that share a mailbox: {}.", report.households)?;
    writeln!(stdout, "Pairs for a person to look at: {}.", report.pairs.review)?;
    for count in report.rules.iter().filter(|count| count.pairs > 0) {
        writeln!(stdout, "  {:<24} {:<6} {}", Rule::as_str(count.rule), count.tier.as_str(), count.pairs)?;
    }
    for crowd in &report.crowds {
        writeln!(stdout, "  {:<24} not asked: {} people are too many to compare", crowd.rule, crowd.people)?;
    }
    writeln!(
        stdout,
        "Written to {} in {:.2} s: {}.",
        args.out.display(),
        report.seconds,
        report::FILES.join(", ")
    )
}

/// The most memory this process held so far, as Linux tells it; `None` elsewhere.
fn peak_memory_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
