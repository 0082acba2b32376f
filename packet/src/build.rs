//! Builds a packet: sets the pages, writes the tables, seals all of it with a manifest into one ZIP.
//! It refuses a snapshot that does not add up before it writes the first byte.

mod archive;
mod spill;
mod testimonies;
mod volumes;

use std::io::{self, Seek, Write};
use std::path::PathBuf;

use redress_domain::FileFormat;
use sha2::{Digest, Sha256};

use self::archive::Archive;
pub(crate) use self::archive::zip_time;
use self::testimonies::LaidOut;
use crate::document::{Document, DocumentError, Picture};
use crate::fonts::{Faces, FontError, faces};
use crate::manifest::{Counts, FileEntry, MANIFEST, Manifest};
use crate::pages::{Parts, Span, letter_document, packet, statement_documents, testimony_part};
use crate::snapshot::{Mismatch, Snapshot};
use crate::tables::{exclusions_csv, signatures_csv, signatures_xlsx, testimonies_csv};
use crate::testimony::{Entry, TestimonyCounts, ordered};
use crate::typeset::{Template, TypesetError, pdf_with};
use crate::words::{Wording, Words};

/// How a packet is cut. The defaults suit a city; a recipient's delivery profile may lower the limit.
#[derive(Debug, Clone)]
pub struct Options {
    /// Signatures in a volume, at most. 2,500 make some 60 pages and 2.8 MB, set in about two seconds.
    pub rows_per_volume: usize,
    /// The largest PDF the recipient takes, in bytes; volumes are made smaller to fit.
    pub largest_pdf_bytes: Option<u64>,
    /// Up to this many signatures, packet.pdf holds the schedule too.
    pub schedule_inside: usize,
    /// Testimonies in a volume, at most; a testimony of 500 words is a page and a bit, three where its paragraphs
    /// are short. 20 take some 80 MB while they are set.
    pub letters_per_volume: usize,
    /// Up to this many testimonies, packet.pdf holds them too.
    pub letters_inside: usize,
    /// The formats the recipient takes, in which each testimony has a file of its own.
    pub formats: Vec<FileFormat>,
    /// Where the workbook's rows and the testimony's finished files rest until they are written, in unnamed files
    /// that are gone afterwards.
    pub temp_dir: PathBuf,
    /// How many volumes are set at a time; each needs some 200 MB meanwhile. Of testimony, one is laid out, which
    /// takes all cores there are, and the others are written.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            rows_per_volume: 2_500,
            largest_pdf_bytes: None,
            schedule_inside: 500,
            letters_per_volume: 20,
            letters_inside: 24,
            formats: vec![FileFormat::Pdf, FileFormat::Docx],
            temp_dir: std::env::temp_dir(),
            threads: 2,
        }
    }
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Volumes of the signature schedule; counted in signatures.
    Schedule,
    /// Volumes of testimony and each one's own files; counted in testimonies.
    Testimony,
    /// packet.pdf.
    Pages,
    /// CSV and XLSX.
    Tables,
    /// The manifest; when it is done, the packet is.
    Manifest,
}

/// How far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// How much of the step is done.
    pub done: u64,
    /// How much the step is; 0 where there is nothing to do.
    pub of: u64,
}

impl Progress {
    /// The whole build in percent; a step's share is what it takes of ten thousand signatures and a thousand
    /// testimonies.
    pub fn percent(self) -> u8 {
        let (from, to) = match self.step {
            Step::Schedule => (0, 60),
            Step::Testimony => (60, 90),
            Step::Pages => (90, 92),
            Step::Tables => (92, 99),
            Step::Manifest => (99, 100),
        };
        let share = if self.of == 0 { 1.0 } else { self.done as f64 / self.of as f64 };
        from + (f64::from(to - from) * share.clamp(0.0, 1.0)) as u8
    }
}

/// A packet that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// SHA-256 of manifest.json, in hex: with it, the whole packet is named.
    pub manifest_sha256: String,
    /// The numbers in it.
    pub counts: Counts,
    /// The testimony's numbers; none where nobody ever wrote.
    pub testimony: Option<TestimonyCounts>,
    /// Every file but the manifest, in order.
    pub files: Vec<FileEntry>,
    /// The size of the ZIP.
    pub bytes: u64,
}

/// Why no packet was built. What was written so far is not one; throw it away.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The numbers do not fit together; count again before a packet is made of them.
    #[error("the numbers do not add up: {0}")]
    DoesNotAddUp(#[from] Mismatch),
    /// An embedded font is broken.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The pages could not be set.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The recipient's limit is below what any PDF of this packet needs.
    #[error("{path} is {bytes} bytes and the recipient takes {limit}; ask for a higher limit")]
    OverLimit {
        /// The file that stays too large.
        path: String,
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// A CSV table could not be written.
    #[error("a CSV table could not be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// A testimony's Word file could not be written.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The manifest could not be written.
    #[error("the manifest could not be written: {0}")]
    Manifest(#[from] serde_json::Error),
    /// The ZIP could not be written.
    #[error("the ZIP could not be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The output could not be written.
    #[error("the packet could not be written: {0}")]
    Io(#[from] io::Error),
}

/// What every part of a build needs.
#[derive(Clone, Copy)]
struct Work<'a> {
    snapshot: &'a Snapshot,
    words: &'a Wording<'a>,
    faces: &'static Faces,
    options: &'a Options,
}

/// Writes the packet of a snapshot to `out`, from its start.
///
/// The same snapshot, words and options give the same bytes, on any day and with any number of threads.
/// `progress` is called on this thread, after each volume and step.
pub fn build(
    snapshot: &Snapshot,
    words: &dyn Words,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
    out: impl Write + Seek,
) -> Result<Built, BuildError> {
    snapshot.check()?;
    let words = Wording::new(words, &snapshot.zone);
    let work = Work { snapshot, words: &words, faces: faces()?, options };

    let volumes = volumes::set(work, progress)?;
    let spans = volumes::spans(&volumes);
    let letters: Vec<Document> =
        snapshot.letters.iter().map(|letter| letter_document(snapshot, &words, letter)).collect();
    let entries = ordered(snapshot);
    let packet_pdf = |laid_out: &LaidOut<'_>| packet_pdf(work, &spans, &letters, &entries, laid_out);
    let (mut testimonies, (packet, inside)) = testimonies::set(work, &entries, progress, &packet_pdf)?;

    let mut archive = Archive::new(out, snapshot.taken_at);
    let rows = snapshot.signatures.len() as u64;
    archive.stored("packet.pdf", &packet, inside.then_some(rows))?;
    drop(packet);
    for volume in volumes {
        archive.stored(&volume.path, &volume.pdf, Some(volume.span.rows))?;
    }
    for (letter, document) in snapshot.letters.iter().zip(&letters) {
        let names = letter.organizations.len() + letter.individuals.len();
        let path = |ending| format!("letters/{}.{ending}", letter.slug);
        archive.stored(&path("pdf"), &document.pdf(snapshot.taken_at)?, Some(names as u64))?;
        archive.stored(&path("docx"), &document.docx(snapshot.taken_at)?, Some(names as u64))?;
    }
    for volume in &testimonies.volumes {
        archive.kept(&volume.path, &mut testimonies.spill, volume.pdf, Some(volume.printed))?;
    }
    for (place, entry) in entries.iter().enumerate() {
        if let Some(&pdf) = testimonies.pdfs.get(&entry.number) {
            archive.kept(&format!("{}.pdf", entry.stem), &mut testimonies.spill, pdf, None)?;
        }
        if let Some(&docx) = testimonies.word.files.get(place) {
            archive.kept(&format!("{}.docx", entry.stem), &mut testimonies.word.spill, docx, None)?;
        }
    }

    progress(Progress { step: Step::Tables, done: 0, of: 3 });
    archive.deflated("signatures.csv", rows, |out| signatures_csv(&snapshot.signatures, out))?;
    progress(Progress { step: Step::Tables, done: 1, of: 3 });
    archive.stored("signatures.xlsx", &signatures_xlsx(snapshot, &words, &options.temp_dir)?, Some(rows))?;
    progress(Progress { step: Step::Tables, done: 2, of: 3 });
    if !entries.is_empty() {
        archive.deflated("testimonies.csv", entries.len() as u64, |out| {
            testimonies_csv(&entries, &snapshot.matters, out)
        })?;
    }
    archive.deflated("exclusions.csv", snapshot.exclusions.len() as u64, |out| {
        exclusions_csv(&snapshot.exclusions, &snapshot.signatures, out)
    })?;

    progress(Progress { step: Step::Manifest, done: 0, of: 1 });
    let manifest = Manifest::of(snapshot, archive.files().to_vec());
    let mut text = serde_json::to_vec_pretty(&manifest)?;
    text.push(b'\n');
    archive.plain(MANIFEST, &text)?;
    let bytes = archive.finish()?;
    progress(Progress { step: Step::Manifest, done: 1, of: 1 });

    Ok(Built {
        manifest_sha256: hex::encode(Sha256::digest(&text)),
        counts: manifest.counts,
        testimony: manifest.testimony,
        files: manifest.files,
        bytes,
    })
}

/// packet.pdf, with the schedule and the letters inside where they are few and the limit has room for them.
fn packet_pdf(
    Work { snapshot, words, faces, options }: Work<'_>,
    volumes: &[(String, Span)],
    coalition: &[Document],
    entries: &[Entry<'_>],
    testimonies: &LaidOut<'_>,
) -> Result<(Vec<u8>, bool), BuildError> {
    let schedule = snapshot.signatures.len() <= options.schedule_inside;
    let letters = entries.len() <= options.letters_inside;
    let printed: Vec<Document> = match letters {
        true => entries
            .iter()
            .zip(testimonies.documents)
            .filter(|(entry, _)| entry.is_printed())
            .map(|(_, document)| document.clone())
            .collect(),
        false => Vec::new(),
    };
    let statements = statement_documents(snapshot);
    let mut pictures: Vec<&Picture> = coalition.iter().flat_map(Document::pictures).collect();
    pictures.extend(snapshot.statements.iter().filter_map(|one| one.picture.as_ref()));
    let set = |schedule, letters: bool| {
        let places = |number| testimonies.places.get(&number).cloned();
        let part =
            testimony_part(snapshot, words, faces, entries, letters.then_some(printed.as_slice()), &places);
        let parts = Parts { letters: coalition, statements: &statements, testimony: part };
        let pages = packet(snapshot, words, faces, volumes, schedule, parts, &options.formats);
        let ident = ident(snapshot, "packet.pdf");
        pdf_with(Template::Packet, &pages, &pictures, ident, snapshot.taken_at)
    };
    let fits = |bytes: &[u8]| options.largest_pdf_bytes.is_none_or(|limit| bytes.len() as u64 <= limit);

    let bytes = set(schedule, letters)?;
    if fits(&bytes) {
        return Ok((bytes, schedule));
    }
    let some_inside = schedule || (letters && !entries.is_empty());
    let bytes = if some_inside { set(false, false)? } else { bytes };
    match options.largest_pdf_bytes {
        Some(limit) if bytes.len() as u64 > limit => {
            Err(BuildError::OverLimit { path: "packet.pdf".into(), bytes: bytes.len() as u64, limit })
        }
        _ => Ok((bytes, false)),
    }
}

/// What names a document for good: PDF wants an id, and ours has no randomness in it.
fn ident(snapshot: &Snapshot, path: &str) -> String {
    format!("redress/{}/{}/{path}", snapshot.campaign.slug, snapshot.taken_at)
}
