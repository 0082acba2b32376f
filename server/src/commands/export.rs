//! `redress export`: everything a campaign's signers gave, in open formats, for the organization whose it is.
//! It is the one place where addresses leave the seal, so each export leaves its entry in the audit log.

use std::fmt;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use redress_domain::{CampaignId, SignatureState};
use redress_packet::guarded;
use redress_store::{Author, Entry, Signature, Store};
use rust_xlsxwriter::Workbook;
use serde::Serialize;

use super::half::Half;
use super::{Failed, open, tell};

/// Signatures read at a time.
const PAGE: u64 = 1_000;

/// The columns, in order: those of docs/formats.md, then what only this installation knows.
const COLUMNS: [&str; 22] = [
    "id",
    "name",
    "email",
    "street",
    "unit",
    "city",
    "state",
    "zip",
    "residency",
    "visibility",
    "comment",
    "source",
    "signed_at",
    "confirmed_at",
    "status",
    "held_for",
    "method",
    "share",
    "news",
    "comment_status",
    "language",
    "version",
];

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The campaign's slug.
    campaign: String,
    /// The format of the file.
    #[arg(long, value_enum)]
    format: Format,
    /// The new file.
    #[arg(long)]
    out: PathBuf,
}

/// What was exported.
#[derive(Serialize)]
struct Exported {
    file: String,
    signatures: u64,
}

impl fmt::Display for Exported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, signatures } = self;
        write!(f, "{file}: {signatures} signatures, with the addresses of their signers; keep it safe")
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// UTF-8, a header row, RFC 4180.
    Csv,
    /// A workbook of one sheet.
    Xlsx,
    /// A JSON object per line.
    Jsonl,
}

/// A signature as a row; `None` is an empty cell, or a null.
#[derive(Serialize)]
struct Row {
    id: String,
    name: Option<String>,
    email: Option<String>,
    street: Option<String>,
    unit: Option<String>,
    city: Option<String>,
    state: Option<String>,
    zip: String,
    residency: String,
    visibility: String,
    comment: Option<String>,
    source: Option<String>,
    signed_at: String,
    confirmed_at: Option<String>,
    status: String,
    held_for: Option<String>,
    method: String,
    share: bool,
    news: bool,
    comment_status: String,
    language: String,
    version: u32,
}

pub(super) async fn run(args: ExportArgs, json: bool) -> Result<(), Failed> {
    if args.out.exists() {
        return Err(format!("{} is there already; choose another name", args.out.display()).into());
    }
    let (_, store) = open().await?;
    let exported = export(&store, args).await;
    store.close().await;
    tell(&exported?, json)
}

async fn export(store: &Store, args: ExportArgs) -> Result<Exported, Failed> {
    let ExportArgs { campaign, format, out } = args;
    let found = store.campaigns().by_slug(&campaign).await?;
    let found = found.ok_or_else(|| format!("there is no campaign {campaign}"))?;
    let numbers = found.versions.iter().map(|version| (version.id, version.number)).collect();
    let half = Half::beside(&out).map_err(|fault| format!("{} cannot be written: {fault}", out.display()))?;
    let signatures = write(store, found.id, &numbers, format, &half.path()).await?;
    let entry = Entry {
        author: Author::Operator,
        campaign: Some(found.id),
        verb: "exported",
        object: "signatures".to_owned(),
        before: String::new(),
        after: signatures.to_string(),
    };
    // First the log, then the file: an export that nobody wrote down is the worse of the two.
    store.audit().append(entry).await?;
    half.finish()?;
    Ok(Exported { file: out.display().to_string(), signatures })
}

type Numbers = std::collections::HashMap<redress_domain::VersionId, u32>;

async fn write(
    store: &Store,
    campaign: CampaignId,
    numbers: &Numbers,
    format: Format,
    file: &Path,
) -> Result<u64, Failed> {
    let mut table = Table::create(format, file)?;
    let mut written = 0;
    for state in SignatureState::ALL {
        let mut after = None;
        loop {
            let page = store.signatures().page(campaign, *state, after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.id);
            for signature in page {
                table.write(&row(signature, numbers))?;
                written += 1;
            }
        }
    }
    table.finish(file)?;
    Ok(written)
}

fn row(signature: Signature, numbers: &Numbers) -> Row {
    let version = numbers.get(&signature.version).copied().unwrap_or_default();
    let (name, email, street, unit, city, state, comment) = match signature.signer {
        Some(signer) => (
            Some(signer.name.as_str().to_owned()),
            Some(signer.email.as_str().to_owned()),
            signer.street,
            signer.unit,
            signer.city,
            signer.state,
            signer.comment,
        ),
        None => Default::default(),
    };
    Row {
        id: signature.id.to_string(),
        name,
        email,
        street,
        unit,
        city,
        state,
        zip: signature.zip,
        residency: signature.residency.as_str().to_owned(),
        visibility: signature.visibility.as_str().to_owned(),
        comment,
        source: signature.source,
        signed_at: signature.received_at.to_string(),
        confirmed_at: signature.confirmed_at.map(|at| at.to_string()),
        status: signature.state.as_str().to_owned(),
        held_for: signature.hold.map(|hold| hold.as_str().to_owned()),
        method: signature.method,
        share: signature.share,
        news: signature.news,
        comment_status: signature.comment_state.as_str().to_owned(),
        language: signature.locale.code().to_owned(),
        version,
    }
}

impl Row {
    fn cells(&self) -> [String; COLUMNS.len()] {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let choice = |value: bool| if value { "yes" } else { "no" }.to_owned();
        [
            self.id.clone(),
            text(&self.name),
            text(&self.email),
            text(&self.street),
            text(&self.unit),
            text(&self.city),
            text(&self.state),
            self.zip.clone(),
            self.residency.clone(),
            self.visibility.clone(),
            text(&self.comment),
            text(&self.source),
            self.signed_at.clone(),
            text(&self.confirmed_at),
            self.status.clone(),
            text(&self.held_for),
            self.method.clone(),
            choice(self.share),
            choice(self.news),
            self.comment_status.clone(),
            self.language.clone(),
            self.version.to_string(),
        ]
    }
}

enum Table {
    Csv(Box<csv::Writer<File>>),
    Xlsx(Box<Workbook>, u32),
    Jsonl(BufWriter<File>),
}

impl Table {
    fn create(format: Format, file: &Path) -> Result<Self, Failed> {
        Ok(match format {
            Format::Csv => {
                let mut table =
                    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(private(file)?);
                table.write_record(COLUMNS)?;
                Self::Csv(Box::new(table))
            }
            Format::Jsonl => Self::Jsonl(BufWriter::new(private(file)?)),
            Format::Xlsx => {
                let mut book = Workbook::new();
                let sheet = book.add_worksheet_with_constant_memory()?;
                sheet.set_name("Signatures")?.set_freeze_panes(1, 0)?;
                for (column, name) in (0..).zip(COLUMNS) {
                    sheet.write_string(0, column, name)?;
                }
                Self::Xlsx(Box::new(book), 0)
            }
        })
    }

    fn write(&mut self, row: &Row) -> Result<(), Failed> {
        match self {
            Self::Csv(table) => {
                let cells = row.cells();
                table.write_record(cells.iter().map(|cell| guarded(cell).into_owned()))?;
            }
            Self::Jsonl(out) => {
                serde_json::to_writer(&mut *out, row)?;
                out.write_all(b"\n")?;
            }
            Self::Xlsx(book, line) => {
                *line += 1;
                let sheet = book.worksheet_from_index(0)?;
                // A text cell is never a formula, whatever it begins with.
                for (column, cell) in (0..).zip(row.cells()).filter(|(_, cell)| !cell.is_empty()) {
                    sheet.write_string(*line, column, cell)?;
                }
            }
        }
        Ok(())
    }

    fn finish(self, file: &Path) -> Result<(), Failed> {
        match self {
            Self::Csv(mut table) => table.flush()?,
            Self::Jsonl(mut out) => out.flush()?,
            Self::Xlsx(mut book, _) => book.save_to_writer(private(file)?)?,
        }
        Ok(())
    }
}

/// A new file that only its owner may read.
fn private(file: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}
