//! Sets the volumes of the signature schedule, a few at a time, each within the recipient's limit.
//! It keeps no layout in memory once a volume's bytes are there.

use std::collections::VecDeque;
use std::panic::resume_unwind;
use std::thread;

use super::{BuildError, Progress, Step, Work, ident};
use crate::pages::{Span, volume};
use crate::snapshot::Snapshot;
use crate::typeset::{Template, pdf};

/// Below this, a limit is too low to be met by cutting: a volume's fonts and first page weigh more.
const FEWEST_ROWS: u64 = 20;

/// A volume that is set.
pub(super) struct Volume {
    pub(super) path: String,
    pub(super) span: Span,
    pub(super) pdf: Vec<u8>,
}

/// Why a first cut cannot stand.
enum Stop {
    Failed(BuildError),
    TooLarge(Volume),
}

/// Where each volume's signatures are.
pub(super) fn spans(volumes: &[Volume]) -> Vec<(String, Span)> {
    volumes.iter().map(|volume| (volume.path.clone(), volume.span)).collect()
}

/// Sets all volumes. One over the limit starts it again with fewer rows each, since every volume names how
/// many there are.
pub(super) fn set(work: Work<'_>, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Volume>, BuildError> {
    let Work { snapshot, options, .. } = work;
    let mut rows = options.rows_per_volume.max(1) as u64;
    loop {
        match set_cut(work, progress, &cut(snapshot, rows)) {
            Ok(volumes) => return Ok(volumes),
            Err(Stop::Failed(error)) => return Err(error),
            Err(Stop::TooLarge(volume)) => {
                let bytes = volume.pdf.len() as u64;
                let limit = options.largest_pdf_bytes.unwrap_or(u64::MAX);
                // A tenth below the share, because names differ in length and scripts in the weight of fonts.
                rows = (u128::from(rows) * u128::from(limit) * 9 / (u128::from(bytes) * 10)) as u64;
                if rows < FEWEST_ROWS {
                    return Err(BuildError::OverLimit { path: volume.path, bytes, limit });
                }
            }
        }
    }
}

fn cut(snapshot: &Snapshot, rows: u64) -> Vec<Span> {
    let all = snapshot.signatures.len() as u64;
    let firsts = (0..all.div_ceil(rows)).map(|volume| volume * rows);
    firsts.map(|before| Span { first: before + 1, rows: rows.min(all - before) }).collect()
}

fn set_cut(
    Work { snapshot, words, faces, options }: Work<'_>,
    progress: &mut dyn FnMut(Progress),
    spans: &[Span],
) -> Result<Vec<Volume>, Stop> {
    let limit = options.largest_pdf_bytes.unwrap_or(u64::MAX);
    let (of, all) = (spans.len() as u64, snapshot.signatures.len() as u64);
    let mut set: Vec<Volume> = Vec::with_capacity(spans.len());
    let mut report = |done| progress(Progress { step: Step::Schedule, done, of: all });
    report(0);

    thread::scope(|scope| {
        let mut running = VecDeque::new();
        let mut waiting = (1..).zip(spans);
        loop {
            while running.len() < options.threads.max(1)
                && let Some((number, &span)) = waiting.next()
            {
                let path = format!("signatures-{number:03}.pdf");
                let pages = volume(snapshot, words, faces, span, (number, of));
                let (ident, at) = (ident(snapshot, &path), snapshot.taken_at);
                let job = scope.spawn(move || pdf(Template::Volume, &pages, ident, at));
                running.push_back((path, span, job));
            }
            // The oldest first: volumes come out in order, however many are set at a time.
            let Some((path, span, job)) = running.pop_front() else { return Ok(()) };
            let pdf = job
                .join()
                .unwrap_or_else(|panic| resume_unwind(panic))
                .map_err(|error| Stop::Failed(error.into()))?;
            let volume = Volume { path, span, pdf };
            if volume.pdf.len() as u64 > limit {
                return Err(Stop::TooLarge(volume));
            }
            report(span.last());
            set.push(volume);
        }
    })?;
    Ok(set)
}
