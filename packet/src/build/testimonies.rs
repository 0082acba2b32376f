//! Sets the testimony: each letter once, in a volume, and cut out of it as a file of its own; Word files beside.
//! It keeps no layout in memory once a volume's bytes and its files are there, and those on disk.
//!
//! packet.pdf leads to every letter by its page. It is laid out on one thread as soon as the last volume is, while
//! the files of the last volumes and the Word files are written.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use jiff::Timestamp;
use redress_domain::FileFormat;

use super::spill::{Kept, Spill};
use super::{BuildError, Options, Progress, Step, Work, ident};
use crate::document::{Document, typst_locale};
use crate::pages::{
    Place, TestimonyVolume, form_label, testimony_document, testimony_label, testimony_volume,
};
use crate::testimony::{Entry, Form};
use crate::typeset::{Laid, PartOf, Template, forget, lay_out};

/// Volumes whose files wait until all are laid out: enough to keep a core busy while another lays out packet.pdf.
const LAST: usize = 4;

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
    /// The Word file of each in the order of their numbers; none where the recipient takes none.
    pub(super) word: WordFiles,
}

/// What packet.pdf says of the testimony.
pub(super) struct LaidOut<'a> {
    /// Where each printed one is.
    pub(super) places: HashMap<u64, Place>,
    /// Every one as a document, in the order of their numbers.
    pub(super) documents: &'a [Document],
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
}

/// Word files.
pub(super) struct WordFiles {
    pub(super) spill: Spill,
    pub(super) files: Vec<Kept>,
}

/// Why a first cut cannot stand.
enum Stop {
    Failed(BuildError),
    TooLarge { path: String, bytes: u64 },
}

/// How far the layouts of all volumes are. One is laid out at a time, on all cores, so that what typst remembers
/// meanwhile is of one layout alone; the files of the one before are written beside.
struct Layouts {
    units: usize,
    alone: Mutex<()>,
    known: Mutex<Known>,
    no_more: Condvar,
}

#[derive(Default)]
struct Known {
    /// Units that are laid out.
    laid_out: usize,
    /// Units that are, or never will be.
    over: usize,
    places: HashMap<u64, Place>,
}

/// A layout that is to come; it has come, or never will, when this is dropped.
struct ToCome<'a>(&'a Layouts);

impl Drop for ToCome<'_> {
    fn drop(&mut self) {
        self.0.known().over += 1;
        self.0.no_more.notify_all();
    }
}

impl Layouts {
    fn of(units: usize) -> Self {
        Self { units, alone: Mutex::default(), known: Mutex::default(), no_more: Condvar::new() }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until no more will come; gives the places of all letters, or nothing where a layout is missing.
    fn all(&self) -> Option<HashMap<u64, Place>> {
        let known = self.no_more.wait_while(self.known(), |known| known.over < self.units);
        let known = known.unwrap_or_else(PoisonError::into_inner);
        (known.laid_out == self.units).then(|| known.places.clone())
    }
}

/// Writes the Word files. They need no layout.
fn word_files(documents: &[Document], options: &Options, at: Timestamp) -> Result<WordFiles, BuildError> {
    let mut word = WordFiles { spill: Spill::new(&options.temp_dir)?, files: Vec::new() };
    if options.formats.contains(&FileFormat::Docx) {
        for document in documents {
            word.files.push(word.spill.keep(&document.docx(at)?)?);
        }
    }
    Ok(word)
}

/// Sets all of it, and packet.pdf as `contents` makes it. A volume over the limit starts it again with fewer letters
/// each.
pub(super) fn set<P: Send>(
    work: Work<'_>,
    entries: &[Entry<'_>],
    progress: &mut dyn FnMut(Progress),
    contents: &(dyn Fn(&LaidOut<'_>) -> Result<P, BuildError> + Sync),
) -> Result<(Testimonies, P), BuildError> {
    let Work { snapshot, words, options, .. } = work;
    let documents: Vec<Document> =
        entries.iter().map(|entry| testimony_document(snapshot, words, entry)).collect();
    let limit = options.largest_pdf_bytes.unwrap_or(u64::MAX);
    let mut letters = options.letters_per_volume.max(1);
    loop {
        match set_cut(work, (entries, &documents), letters, progress, contents) {
            Ok(done) => return Ok(done),
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

fn set_cut<P: Send>(
    work: Work<'_>,
    (entries, documents): (&[Entry<'_>], &[Document]),
    letters: usize,
    progress: &mut dyn FnMut(Progress),
    contents: &(dyn Fn(&LaidOut<'_>) -> Result<P, BuildError> + Sync),
) -> Result<(Testimonies, P), Stop> {
    let Work { snapshot, words, faces, options } = work;
    let limit = options.largest_pdf_bytes.unwrap_or(u64::MAX);
    let failed = |error: io::Error| Stop::Failed(error.into());
    let mut spill = Spill::new(&options.temp_dir).map_err(failed)?;
    let (mut volumes, mut pdfs) = (Vec::new(), HashMap::new());
    let of = entries.len() as u64;
    let mut report = |step, done, of| progress(Progress { step, done, of });
    if of > 0 {
        report(Step::Testimony, 0, of);
    }
    let mut finished = 0;
    let units = units(options, (entries, documents), letters);
    let layouts = &Layouts::of(units.len());
    thread::scope(|scope| {
        // Whatever ends this early drops those that wait, and nobody waits for them any more.
        let to_come: Vec<_> = units.iter().map(|unit| (unit, ToCome(layouts))).collect();
        let (mut running, mut waiting) = (VecDeque::new(), to_come.into_iter().enumerate());
        let last_ones = units.len().saturating_sub(LAST);
        let packet = scope.spawn(|| {
            let places = layouts.all()?;
            Some(contents(&LaidOut { places, documents }))
        });
        let word = scope.spawn(|| {
            layouts.all()?;
            Some(word_files(documents, options, snapshot.taken_at))
        });
        loop {
            // The last ones wait for each other, so all of them are started.
            while (running.len() < options.threads.max(1) || waiting.len() < LAST.min(units.len()))
                && let Some((place, (unit, to_come))) = waiting.next()
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
                let job = scope.spawn(move || {
                    let laid = lay_out_unit(unit, &pages, to_come)?;
                    if place >= last_ones {
                        layouts.all();
                    }
                    write(work, unit, &laid)
                });
                running.push_back((unit, job));
            }
            // The oldest first: volumes come out in order, however many are set at a time.
            let Some((unit, job)) = running.pop_front() else { break };
            let done = job.join().unwrap_or_else(|panic| resume_unwind(panic)).map_err(Stop::Failed)?;
            let too_large = |path: String, pdf: &[u8]| {
                let bytes = pdf.len() as u64;
                if bytes > limit { Err(Stop::TooLarge { path, bytes }) } else { Ok(()) }
            };
            for (entry, (number, pdf)) in unit.entries.iter().zip(done.pdfs) {
                too_large(format!("{}.pdf", entry.stem), &pdf)?;
                pdfs.insert(number, spill.keep(&pdf).map_err(failed)?);
            }
            finished += unit.entries.len() as u64;
            if let (Some((number, _)), Some(pdf)) = (unit.number, done.pdf) {
                let path = path_of(number);
                too_large(path.clone(), &pdf)?;
                let pdf = spill.keep(&pdf).map_err(failed)?;
                volumes.push(Volume { path, printed: unit.entries.len() as u64, pdf });
            }
            report(Step::Testimony, finished, of);
        }
        report(Step::Pages, 0, 1);
        let packet = packet.join().unwrap_or_else(|panic| resume_unwind(panic));
        let word = word.join().unwrap_or_else(|panic| resume_unwind(panic));
        let all = "every unit is done, and so laid out";
        let (packet, word) = (packet.expect(all), word.expect(all));
        let word = word.map_err(Stop::Failed)?;
        Ok((Testimonies { spill, volumes, pdfs, word }, packet.map_err(Stop::Failed)?))
    })
}

fn path_of(number: u64) -> String {
    format!("testimony-{number:03}.pdf")
}

/// Lays out a unit, and tells where its letters are.
fn lay_out_unit(
    unit: &Unit<'_, '_>,
    pages: &TestimonyVolume<'_>,
    to_come: ToCome<'_>,
) -> Result<Laid, BuildError> {
    let ToCome(layouts) = &to_come;
    let _alone = layouts.alone.lock().unwrap_or_else(PoisonError::into_inner);
    let laid = lay_out(Template::Testimony, pages)?;
    forget();
    let mut known = layouts.known();
    known.laid_out += 1;
    if let Some((number, _)) = unit.number {
        let starts = unit.entries.iter().zip(ranges(&laid, unit));
        known.places.extend(starts.map(|(entry, range)| {
            (entry.number, Place { file: path_of(number), page: range.start as u64 + 1 })
        }));
    }
    drop(known);
    Ok(laid)
}

/// Writes everything that comes of a unit.
fn write(
    Work { snapshot, options, .. }: Work<'_>,
    unit: &Unit<'_, '_>,
    laid: &Laid,
) -> Result<Done, BuildError> {
    let at = snapshot.taken_at;
    let mut done = Done { pdf: None, pdfs: Vec::new() };
    if options.formats.contains(&FileFormat::Pdf) {
        for ((entry, document), range) in unit.entries.iter().zip(&unit.documents).zip(ranges(laid, unit)) {
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
        done.pdf = Some(laid.pdf(ident(snapshot, &path_of(number)), at)?);
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
