//! `redress packet build` and `redress packet verify`.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::Subcommand;
use redress_domain::Clock as _;
use redress_store::{Author, Entry, Slice};

use super::{Failed, open, say};
use crate::ports::SystemClock;
use crate::{duplicates, packets};

#[derive(Subcommand)]
pub(super) enum PacketCommand {
    /// Builds a campaign's packet into a new file.
    #[command(after_help = "Example: redress packet build stop-social-media-monitoring --out packet.zip")]
    Build {
        /// The campaign's slug.
        campaign: String,
        /// The new file.
        #[arg(long)]
        out: PathBuf,
        /// The body it is for, by its slug; the campaign's first where none is named.
        #[arg(long)]
        recipient: Option<String>,
        /// all, or residents.
        #[arg(long, default_value = "all")]
        slice: String,
        /// en or es; the campaign's first where none is named.
        #[arg(long)]
        language: Option<redress_domain::Locale>,
        /// Prints a JSON object instead of sentences.
        #[arg(long)]
        json: bool,
    },
    /// Checks every file of a packet against its manifest.
    #[command(after_help = "Example: redress packet verify packet.zip")]
    Verify {
        /// The packet.
        file: PathBuf,
    },
}

pub(super) async fn run(command: PacketCommand) -> Result<(), Failed> {
    match command {
        PacketCommand::Verify { file } => {
            let verified = redress_packet::verify(std::fs::File::open(&file)?)?;
            say(&format!("{}: every file is what the manifest says ({verified:?})", file.display()))
        }
        PacketCommand::Build { campaign, out, recipient, slice, language, json } => {
            if out.exists() {
                return Err(format!("{} is there already; choose another name", out.display()).into());
            }
            let slice: Slice = slice.parse().map_err(|_| "--slice is all or residents")?;
            let (_, store) = open().await?;
            let mut found = store
                .campaigns()
                .by_slug(&campaign)
                .await?
                .ok_or_else(|| format!("there is no campaign {campaign}"))?;
            if let Some(body) = recipient
                && !packets::address_to(&mut found, &body)
            {
                return Err(format!("{campaign} has no matter before {body}").into());
            }
            duplicates::search(&store, Author::Operator, found.id).await?;
            let now = SystemClock.now();
            let locale = language.unwrap_or(found.first_language());
            let snapshot = packets::take_snapshot(&store, &found, locale, slice, now).await?;
            let half = out.with_extension("half");
            let bar = std::io::stderr().is_terminal().then(|| indicatif::ProgressBar::new(100));
            let folder = half.parent().map(PathBuf::from).filter(|folder| !folder.as_os_str().is_empty());
            let temp = folder.unwrap_or_else(std::env::temp_dir);
            let built = packets::write(snapshot, half.clone(), temp, move |percent| {
                if let Some(bar) = &bar {
                    bar.set_position(u64::from(percent));
                }
            })
            .await;
            let built = match built {
                Ok(built) => built,
                Err(error) => {
                    // Nothing half-written stays.
                    let _ = std::fs::remove_file(&half);
                    return Err(error.into());
                }
            };
            std::fs::rename(&half, &out)?;
            let entry = Entry {
                author: Author::Operator,
                campaign: Some(found.id),
                verb: "exported",
                object: "packet".to_owned(),
                before: String::new(),
                after: format!("{} · {}", built.counts.in_packet, built.manifest_sha256),
            };
            store.audit().append(entry).await?;
            store.close().await;
            if json {
                let value = serde_json::json!({
                    "file": out.display().to_string(),
                    "signatures": built.counts.in_packet,
                    "bytes": built.bytes,
                    "manifest_sha256": built.manifest_sha256,
                });
                return say(&value.to_string());
            }
            say(&format!(
                "{}: {} signatures, {} bytes\nSHA-256 of the manifest: {}",
                out.display(),
                built.counts.in_packet,
                built.bytes,
                built.manifest_sha256
            ))
        }
    }
}
