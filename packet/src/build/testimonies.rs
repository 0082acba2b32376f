//! Sets the testimony: each letter once, in a volume, and cut out of it as a file of its own; Word files beside.
//! It keeps no layout in memory once a volume's bytes and its files are there, and those on disk.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

use jiff::Timestamp;
use redress_domain::FileFormat;

use super::spill::{Kept, Spill};
use super::{BuildError, Options, Progress, Step, ident};
use crate::document::{Document, typst_locale};
use crate::fonts::Faces;
use crate::pages::{
    Place, TestimonyVolume, form_label, testimony_document, testimony_label, testimony_volume,
};
use crate::snapshot::Snapshot;
use crate::testimony::{Entry, Form};
use crate::typeset::{Laid, PartOf, Template, forget, lay_out};
use crate::words::Wording;

/// A volume that is set.
pub(super) struct Volume {
    pub(super) path: String,
    /// How many testimonies are printed in it.
    pub(super) printed: u64,
    pub(super) pdf: Kept,
}

/// All that is set of the testimony.
pub(super) struct Testimonies {
    /// Where the PDFs are.
    pub(super) spill: Spill,
    pub(super) volumes: Vec<Volume>,
    /// The PDF of each testimony by its number, where the recipient takes PDF.
    pub(super) pdfs: HashMap<u64, Kept>,
    /// Where each printed one is.
    pub(super) places: HashMap<u64, Place>,
    /// Every one as a document, in the order of their numbers.
    pub(super) documents: Vec<Document>,
}

/// Letters that are laid out together.
struct Unit<'e, 's> {
    /// Its place among the volumes; none for letters that are no volume and only cut into PDFs.
    number: Option<(u64, u64)>,
    entries: Vec<&'e Entry<'s>>,
    documents: Vec<Document>,
}

/// What came of one.
struct Done {
    pdf: Option<Vec<u8>>,
    pdfs: Vec<(u64, Vec<u8>)>,
    starts: Vec<(u64, u64)>,
}

/// The Word files of all testimonies, in the order of their numbers; none where the recipient takes none.
pub(super) struct WordFiles {
    pub(super) spill: Spill,
    pub(super) files: Vec<Kept>,
}

/// Why a first cut cannot stand.
enum Stop {
    Failed(BuildError),
    TooLarge { path: String, bytes: u64 },
}

impl Testimonies {
    fn none(options: &Options) -> io::Result<Self> {
        Ok(Self {
            spill: Spill::new(&options.temp_dir)?,
            volumes: Vec::new(),
            pdfs: HashMap::new(),
            places: HashMap::new(),
            documents: Vec::new(),
        })
    }
}

/// Writes the Word files. They need no layout, so they can be written while pages are set.
pub(super) fn word_files(
    documents: &[Document],
    options: &Options,
    at: Timestamp,
) -> Result<WordFiles, BuildError> {
    let mut word = WordFiles { spill: Spill::new(&options.temp_dir)?, files: Vec::new() };
    if options.formats.contains(&FileFormat::Docx) {
        for document in documents {
            word.files.push(word.spill.keep(&document.docx(at)?)?);
        }
    }
    Ok(word)
}

/// Sets all of it. A volume over the limit starts it again with fewer letters each.
pub(super) fn set(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &'static Faces,
    options: &Options,
    entries: &[Entry<'_>],
    progress: &mut dyn FnMut(Progress),
) -> Result<Testimonies, BuildError> {
    if entries.is_empty() {
        return Ok(Testimonies::none(options)?);
    }
    let documents: Vec<Document> =
        entries.iter().map(|entry| testimony_document(snapshot, words, entry)).collect();
    let limit = options.largest_pdf_bytes.unwrap_or(u64::MAX);
    let mut letters = options.letters_per_volume.max(1);
    loop {
        match set_cut(snapshot, words, faces, options, (entries, &documents), letters, progress) {
            Ok(mut done) => {
                done.documents = documents;
                return Ok(done);
            }
            Err(Stop::Failed(error)) => return Err(error),
            Err(Stop::TooLarge { path, bytes }) => {
                // A tenth below the share, because letters differ in length and scripts in the weight of fonts.
                let fewer = (letters as u128 * u128::from(limit) * 9 / (u128::from(bytes) * 10)) as usize;
                if letters == 1 || path.starts_with("testimony/") {
                    return Err(BuildError::OverLimit { path, bytes, limit });
                }
                letters = fewer.clamp(1, letters - 1);
            }
        }
    }
}

fn units<'e, 's>(
    options: &Options,
    (entries, documents): (&'e [Entry<'s>], &[Document]),
    letters: usize,
) -> Vec<Unit<'e, 's>> {
    let of = |chunk: &[(&'e Entry<'s>, &Document)], number| Unit {
        number,
        entries: chunk.iter().map(|(entry, _)| *entry).collect(),
        documents: chunk.iter().map(|(_, document)| (*document).clone()).collect(),
    };
    let (printed, others): (Vec<_>, Vec<_>) =
        entries.iter().zip(documents).partition(|(entry, _)| entry.is_printed());
    let volumes = printed.len().div_ceil(letters) as u64;
    let numbered = printed.chunks(letters).zip(1..).map(|(chunk, number)| of(chunk, Some((number, volumes))));
    let mut units: Vec<_> = numbered.collect();
    if options.formats.contains(&FileFormat::Pdf) {
        units.extend(others.chunks(letters).map(|chunk| of(chunk, None)));
    }
    units
}

fn set_cut(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &'static Faces,
    options: &Options,
    (entries, documents): (&[Entry<'_>], &[Document]),
    letters: usize,
    progress: &mut dyn FnMut(Progress),
) -> Result<Testimonies, Stop> {
    let limit = options.largest_pdf_bytes.unwrap_or(u64::MAX);
    let failed = |error: io::Error| Stop::Failed(error.into());
    let mut set = Testimonies::none(options).map_err(failed)?;
    let mut report = |done| progress(Progress { step: Step::Testimony, done, of: entries.len() as u64 });
    report(0);
    let mut finished = 0;
    let units = units(options, (entries, documents), letters);
    // One is laid out at a time, on all cores, so that what typst remembers meanwhile is of one layout alone; the
    // files of the one before are written beside.
    let layout = &Mutex::new(());
    thread::scope(|scope| {
        let mut running = VecDeque::new();
        let mut waiting = units.iter();
        loop {
            while running.len() < options.threads.max(1)
                && let Some(unit) = waiting.next()
            {
                let pages = testimony_volume(
                    snapshot,
                    words,
                    faces,
                    entries,
                    &unit.entries,
                    &unit.documents,
                    unit.number,
                );
                let job = scope.spawn(move || write(snapshot, options, unit, &pages, layout));
                running.push_back((unit, job));
            }
            // The oldest first: volumes come out in order, however many are set at a time.
            let Some((unit, job)) = running.pop_front() else { return Ok(()) };
            let done = job.join().unwrap_or_else(|panic| resume_unwind(panic)).map_err(Stop::Failed)?;
            let too_large = |path: String, pdf: &[u8]| {
                let bytes = pdf.len() as u64;
                if bytes > limit { Err(Stop::TooLarge { path, bytes }) } else { Ok(()) }
            };
            for (entry, (number, pdf)) in unit.entries.iter().zip(done.pdfs) {
                too_large(format!("{}.pdf", entry.stem), &pdf)?;
                set.pdfs.insert(number, set.spill.keep(&pdf).map_err(failed)?);
            }
            finished += unit.entries.len() as u64;
            if let (Some((number, _)), Some(pdf)) = (unit.number, done.pdf) {
                let path = format!("testimony-{number:03}.pdf");
                too_large(path.clone(), &pdf)?;
                let pdf = set.spill.keep(&pdf).map_err(failed)?;
                for (number, page) in done.starts {
                    set.places.insert(number, Place { file: path.clone(), page });
                }
                set.volumes.push(Volume { path, printed: unit.entries.len() as u64, pdf });
            }
            report(finished);
        }
    })?;
    Ok(set)
}

/// Lays out a unit once, and writes everything that comes of it.
fn write(
    snapshot: &Snapshot,
    options: &Options,
    unit: &Unit<'_, '_>,
    pages: &TestimonyVolume<'_>,
    layout: &Mutex<()>,
) -> Result<Done, BuildError> {
    let at = snapshot.taken_at;
    let laid = {
        let _alone = layout.lock().unwrap_or_else(PoisonError::into_inner);
        let laid = lay_out(Template::Testimony, pages)?;
        forget();
        laid
    };
    let mut done = Done { pdf: None, pdfs: Vec::new(), starts: Vec::with_capacity(unit.entries.len()) };
    for ((entry, document), range) in unit.entries.iter().zip(&unit.documents).zip(ranges(&laid, unit)) {
        done.starts.push((entry.number, range.start as u64 + 1));
        if options.formats.contains(&FileFormat::Pdf) {
            let of = PartOf {
                title: &document.title,
                author: &document.author,
                locale: typst_locale(&document.language),
            };
            let ident = ident(snapshot, &format!("{}.pdf", entry.stem));
            done.pdfs.push((entry.number, laid.part(range, &of, ident, at)?));
        }
    }
    if let Some((number, _)) = unit.number {
        done.pdf = Some(laid.pdf(ident(snapshot, &format!("testimony-{number:03}.pdf")), at)?);
    }
    Ok(done)
}

/// The pages of each letter: from its label to the next label.
fn ranges(laid: &Laid, unit: &Unit<'_, '_>) -> Vec<std::ops::Range<usize>> {
    let start = |number| laid.page_of(&testimony_label(number));
    let starts: Vec<Option<usize>> = unit.entries.iter().map(|entry| start(entry.number)).collect();
    unit.entries
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            let first = starts[place].unwrap_or_default();
            let list = match (&entry.form, unit.number) {
                (Form::First { .. }, Some(_)) => laid.page_of(&form_label(entry.number)),
                _ => None,
            };
            let next = starts.get(place + 1).copied().flatten();
            first..list.or(next).unwrap_or_else(|| laid.pages())
        })
        .collect()
}
