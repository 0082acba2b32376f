//! What was found, as files: pairs.csv, clusters.csv and report.json.
//! It refuses to leave half a result: the files appear whole and together, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::{Findings, Record, Rule, Tier, VERSION};

/// What only the caller can measure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measured {
    /// From the start of reading to the end of finding.
    pub seconds: f64,
    /// The most memory the process held, where the system tells.
    pub peak_memory_bytes: Option<u64>,
}

/// The content of report.json.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The version of the rules' code.
    pub version: &'static str,
    /// How many records were compared.
    pub records: usize,
    /// Pairs by tier.
    pub pairs: Tiers<usize>,
    /// Sets of two or more.
    pub clusters: usize,
    /// Records in those sets that do not survive.
    pub removed: usize,
    /// What remains of the records once those are left out.
    pub remaining: usize,
    /// Mailboxes that two people of one household share, both counted.
    pub households: usize,
    /// Pairs by rule; every rule is named, with 0 where it found nothing.
    pub rules: Vec<RuleCount>,
    /// Groups too large to put before a reviewer.
    pub crowds: Vec<CrowdCount>,
    /// The lowest score of each tier.
    pub thresholds: Tiers<f64>,
    /// As measured by the caller.
    pub seconds: f64,
    /// As measured by the caller; null where the system does not tell.
    pub peak_memory_bytes: Option<u64>,
}

/// One value per tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the tiers under their own names")]
pub struct Tiers<T> {
    pub auto: T,
    pub review: T,
}

/// What one rule found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "a rule, its tier, and its count")]
pub struct RuleCount {
    pub rule: Rule,
    pub tier: Tier,
    pub pairs: usize,
}

/// One group that was too large to ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the rule, and how many people")]
pub struct CrowdCount {
    pub rule: Rule,
    pub people: usize,
}

impl Report {
    /// Counts what was found among that many records.
    pub fn new(records: usize, findings: &Findings, measured: Measured) -> Self {
        let of_rule = |rule: Rule| findings.pairs.iter().filter(|pair| pair.rule() == rule).count();
        let rules = Rule::ALL.map(|rule| RuleCount { rule, tier: rule.tier(), pairs: of_rule(rule) });
        let in_tier = |tier| rules.iter().filter(|count| count.tier == tier).map(|count| count.pairs).sum();
        let lowest = |tier| {
            let scores = Rule::ALL.into_iter().filter(|rule| rule.tier() == tier).map(Rule::score);
            scores.fold(1.0, f64::min)
        };
        let removed = findings.clusters.iter().map(|cluster| cluster.members.len() - 1).sum();
        Self {
            version: VERSION,
            records,
            pairs: Tiers { auto: in_tier(Tier::Auto), review: in_tier(Tier::Review) },
            clusters: findings.clusters.len(),
            removed,
            remaining: records - removed,
            households: findings.households.len(),
            rules: rules.to_vec(),
            crowds: (findings.crowds.iter())
                .map(|crowd| CrowdCount { rule: crowd.rule, people: crowd.people })
                .collect(),
            thresholds: Tiers { auto: lowest(Tier::Auto), review: lowest(Tier::Review) },
            seconds: measured.seconds,
            peak_memory_bytes: measured.peak_memory_bytes,
        }
    }
}

/// Why the files are not there.
#[derive(Debug, thiserror::Error)]
#[error("The results cannot be written to {path}: {source}.", path = path.display())]
pub struct WriteError {
    /// What was being written.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// The files, in the order they appear: the report comes last, so that who finds it finds all of them.
pub const FILES: [&str; 3] = ["pairs.csv", "clusters.csv", "report.json"];

/// Writes the three files into `dir`, which is made where it is missing; older files of these names are
/// replaced, others are left alone. They are written beside it first and then renamed.
pub fn write(
    dir: &Path,
    records: &[Record<'_>],
    findings: &Findings,
    report: &Report,
) -> Result<(), WriteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source: io::Error| WriteError { path, source }
    };
    // Renaming works within one file system, so the folder to rename from is next to where the files go.
    let fresh = !dir.exists();
    let partial = if fresh { beside(dir) } else { dir.join(".redress-duplicates.partial") };
    let partial = Partial::create(partial).map_err(at(dir))?;
    write_pairs(&partial.0.join(FILES[0]), records, findings).map_err(at(dir))?;
    write_clusters(&partial.0.join(FILES[1]), records, findings).map_err(at(dir))?;
    let mut json = serde_json::to_vec_pretty(report).map_err(|error| at(dir)(error.into()))?;
    json.push(b'\n');
    fs::write(partial.0.join(FILES[2]), json).map_err(at(dir))?;
    if fresh {
        return fs::rename(&partial.0, dir).map_err(at(dir));
    }
    for file in FILES {
        let to = dir.join(file);
        fs::rename(partial.0.join(file), &to).map_err(at(&to))?;
    }
    Ok(())
}

/// A folder for files that are not whole yet. What is left of it goes when it is dropped, and when the next
/// one is made.
struct Partial(PathBuf);

impl Partial {
    fn create(path: PathBuf) -> io::Result<Self> {
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // Gone already after a rename; and a folder that cannot be removed is no reason to fail.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// `results` becomes `.results.partial` in the same folder.
fn beside(dir: &Path) -> PathBuf {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    dir.with_file_name(format!(".{name}.partial"))
}

fn write_pairs(path: &Path, records: &[Record<'_>], findings: &Findings) -> io::Result<()> {
    let mut file = csv::Writer::from_path(path)?;
    file.write_record(["id_a", "id_b", "tier", "score", "rule", "reason"])?;
    for pair in &findings.pairs {
        let rule = pair.rule();
        file.write_record([
            &guarded(records[pair.a].id),
            &guarded(records[pair.b].id),
            rule.tier().as_str(),
            &format!("{:.2}", rule.score()),
            rule.as_str(),
            &pair.reason.to_string(),
        ])?;
    }
    file.flush()
}

fn write_clusters(path: &Path, records: &[Record<'_>], findings: &Findings) -> io::Result<()> {
    let mut file = csv::Writer::from_path(path)?;
    file.write_record(["id", "cluster", "survivor", "tier"])?;
    for (number, cluster) in (1u64..).zip(&findings.clusters) {
        let survivor = guarded(records[cluster.survivor].id);
        for &member in &cluster.members {
            file.write_record([
                &guarded(records[member].id),
                &number.to_string(),
                &survivor,
                Tier::Auto.as_str(),
            ])?;
        }
    }
    file.flush()
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests;
