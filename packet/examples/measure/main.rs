//! Measures what a packet takes: `cargo run --release -p redress-packet --example measure -- signatures 10000`, or
//! `-- testimonies 1000`. With a third argument it leaves the ZIP there, to be looked at; a fourth one (`es`) chooses
//! its language.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement, no part of the program")]

#[path = "../../tests/common/mod.rs"]
mod common;
mod written;

use std::fs::File;
use std::io::{Seek, copy};
use std::time::Instant;

use redress_packet::{Options, Step, build, check_fonts, verify};

/// The program's own allocator; another one takes another time and keeps other memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap_or_else(|| "signatures".into());
    let count: usize = args.next().map_or(10_000, |count| count.parse().unwrap());
    let path = args.next();
    check_fonts().unwrap();
    let mut snapshot = match &*what {
        "signatures" => common::snapshot(count),
        "testimonies" => {
            let mut snapshot = common::with_testimonies(100, count, 0);
            for (number, line) in snapshot.testimonies.iter_mut().enumerate() {
                let (language, text) = written::letter(number);
                (line.language, line.text) = (language.into(), text);
            }
            snapshot
        }
        _ => panic!("measure signatures or testimonies, not {what}"),
    };
    if let Some(locale) = args.next() {
        snapshot.locale = locale.parse().unwrap();
    }
    let words = common::Fluent::new(snapshot.locale);

    let start = Instant::now();
    let mut steps: Vec<(Step, f64)> = Vec::new();
    let mut out = tempfile::tempfile().unwrap();
    let built = build(
        &snapshot,
        &words,
        &Options::default(),
        &mut |progress| {
            let at = start.elapsed().as_secs_f64();
            if steps.last().is_none_or(|(step, _)| *step != progress.step) {
                steps.push((progress.step, at));
            }
        },
        &mut out,
    )
    .unwrap();
    let seconds = start.elapsed().as_secs_f64();
    println!("{count} {what}: {seconds:.2} s, {} kB, peak {} MB", built.bytes / 1024, peak_mb());
    println!("steps begin at {steps:.2?}");
    let own = |path: &str| path.starts_with("testimony/");
    for file in built.files.iter().filter(|file| !own(&file.path)) {
        println!("  {:<22} {:>9} bytes  {:?} rows", file.path, file.bytes, file.rows);
    }
    let letters: Vec<_> = built.files.iter().filter(|file| own(&file.path)).map(|file| file.bytes).collect();
    println!("  testimony/: {} files, {} bytes", letters.len(), letters.iter().sum::<u64>());
    let start = Instant::now();
    out.rewind().unwrap();
    verify(&mut out).unwrap();
    println!("verified in {:.2} s", start.elapsed().as_secs_f64());
    if let Some(path) = path {
        out.rewind().unwrap();
        copy(&mut out, &mut File::create(path).unwrap()).unwrap();
    }
}

/// The most memory this process ever held, where the system tells (Linux).
fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
