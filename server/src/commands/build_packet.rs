//! `redress packet build` and `redress packet verify`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Subcommand;
use jiff::Timestamp;
use redress_domain::Clock as _;
use redress_packet::Counts;
use redress_store::{Author, Entry, Slice, Store};
use serde::Serialize;

use super::half::Half;
use super::progress::Percent;
use super::{Failed, open, tell};
use crate::ports::SystemClock;
use crate::{duplicates, packets};

#[derive(Subcommand)]
pub(super) enum PacketCommand {
    /// Builds a campaign's packet into a new file.
    #[command(after_help = "Example: redress packet build stop-social-media-monitoring --out packet.zip")]
    Build(BuildArgs),
    /// Checks every file of a packet against its manifest.
    #[command(after_help = "Example: redress packet verify packet.zip")]
    Verify {
        /// The packet.
        file: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildArgs {
    /// The campaign's slug.
    campaign: String,
    /// The new file.
    #[arg(long, value_name = "FILE.zip")]
    out: PathBuf,
    /// The body it is for, by its slug; the campaign's first where none is named.
    #[arg(long, value_name = "BODY")]
    recipient: Option<String>,
    /// all, residents, or district=NAME.
    #[arg(long, default_value = "all")]
    slice: Part,
    /// en or es; the campaign's first where none is named.
    #[arg(long)]
    language: Option<redress_domain::Locale>,
    /// The instant that the packet says it was taken at, such as 2026-12-02T15:00:00Z; now where none is named.
    /// From unchanged records, the same instant makes the same bytes.
    #[arg(long, value_name = "INSTANT")]
    taken_at: Option<Timestamp>,
}

/// Which signatures, as the command line names them.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Of(Slice),
    District(String),
}

impl FromStr for Part {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match (text.parse(), text.strip_prefix("district=")) {
            (Ok(slice), _) => Ok(Self::Of(slice)),
            (_, Some(district)) => Ok(Self::District(district.to_owned())),
            _ => Err("all, residents or district=NAME"),
        }
    }
}

#[derive(Serialize)]
struct PacketBuilt {
    file: String,
    signatures: u64,
    testimonies: u64,
    bytes: u64,
    taken_at: Timestamp,
    counts: Counts,
    manifest_sha256: String,
}

impl fmt::Display for PacketBuilt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, signatures, testimonies, bytes, taken_at, manifest_sha256, .. } = self;
        writeln!(
            f,
            "{file}: {signatures} signatures, {testimonies} testimonies, {bytes} bytes, as of {taken_at}"
        )?;
        write!(f, "SHA-256 of the manifest: {manifest_sha256}")
    }
}

#[derive(Serialize)]
struct PacketVerified {
    file: String,
    campaign: String,
    signatures: u64,
    testimonies: u64,
    files: usize,
    taken_at: String,
    manifest_sha256: String,
}

impl fmt::Display for PacketVerified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, campaign, signatures, testimonies, files, taken_at, manifest_sha256 } = self;
        writeln!(f, "{file}: {files} files, each as the manifest says")?;
        writeln!(f, "{campaign}, {signatures} signatures, {testimonies} testimonies, as of {taken_at}")?;
        write!(f, "SHA-256 of the manifest: {manifest_sha256}")
    }
}

pub(super) async fn run(command: PacketCommand, json: bool) -> Result<(), Failed> {
    match command {
        PacketCommand::Verify { file } => verify(&file, json),
        PacketCommand::Build(wanted) => build(wanted, json).await,
    }
}

fn verify(file: &Path, json: bool) -> Result<(), Failed> {
    let name = file.display().to_string();
    let opened = std::fs::File::open(file).map_err(|fault| format!("{name} cannot be opened: {fault}"))?;
    let verified = redress_packet::verify(opened).map_err(|error| format!("{name}: {error}"))?;
    let manifest = verified.manifest;
    let told = PacketVerified {
        file: name,
        campaign: manifest.campaign.slug,
        signatures: manifest.counts.in_packet,
        testimonies: manifest.testimony.map_or(0, |counts| counts.in_packet),
        files: manifest.files.len(),
        taken_at: manifest.taken_at,
        manifest_sha256: verified.manifest_sha256,
    };
    tell(&told, json)
}

async fn build(wanted: BuildArgs, json: bool) -> Result<(), Failed> {
    if wanted.out.exists() {
        return Err(format!("{} is there already; choose another name", wanted.out.display()).into());
    }
    if let Part::District(name) = &wanted.slice {
        let why = "a campaign has no districts yet; use --slice all or --slice residents";
        return Err(format!("there is no district {name}: {why}").into());
    }
    let (settings, store) = open().await?;
    let built = build_from(&store, &settings.storage, wanted).await;
    store.close().await;
    tell(&built?, json)
}

async fn build_from(store: &Store, storage: &Path, wanted: BuildArgs) -> Result<PacketBuilt, Failed> {
    let BuildArgs { campaign, out, recipient, slice, language, taken_at } = wanted;
    let slice = if let Part::Of(slice) = slice { slice } else { Slice::All };
    let mut found = store
        .campaigns()
        .by_slug(&campaign)
        .await?
        .ok_or_else(|| format!("there is no campaign {campaign}"))?;
    if found.forgotten {
        let why = "its retention is over, so there is nobody left to name";
        return Err(format!("the people of {campaign} are forgotten: {why}").into());
    }
    if let Some(body) = recipient
        && !packets::address_to(&mut found, &body)
    {
        return Err(format!("{campaign} has no matter before {body}").into());
    }
    duplicates::search(store, Author::Operator, found.id).await?;
    // To the second: a person can type it again.
    let now = SystemClock.now();
    let taken_at = taken_at.unwrap_or(Timestamp::from_second(now.as_second()).unwrap_or(now));
    let locale = language.unwrap_or(found.first_language());
    let snapshot = packets::take_snapshot(store, &found, locale, slice, taken_at, storage).await?;
    let half = Half::beside(&out).map_err(|fault| format!("{} cannot be written: {fault}", out.display()))?;
    let profile = packets::profile_of(store, &found).await?;
    let percent = Percent::of("building the packet");
    let temp = half.folder().to_owned();
    let built = packets::write(snapshot, profile, half.path(), temp, move |now| percent.set(now)).await?;
    let entry = Entry {
        author: Author::Operator,
        campaign: Some(found.id),
        verb: "exported",
        object: "packet".to_owned(),
        before: String::new(),
        after: format!("{} · {}", built.counts.in_packet, built.manifest_sha256),
    };
    // First the log, then the file: an export that nobody wrote down is the worse of the two.
    store.audit().append(entry).await?;
    half.finish()?;
    Ok(PacketBuilt {
        file: out.display().to_string(),
        signatures: built.counts.in_packet,
        testimonies: built.testimony.map_or(0, |counts| counts.in_packet),
        bytes: built.bytes,
        taken_at,
        counts: built.counts,
        manifest_sha256: built.manifest_sha256,
    })
}
