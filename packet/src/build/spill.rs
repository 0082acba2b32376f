//! Finished files on disk until it is their turn in the archive, so that memory holds what is being set alone.
//! The file has no name and is gone with the build, whatever becomes of it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

pub(super) struct Spill {
    file: File,
    end: u64,
}

/// Where a finished file is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    at: u64,
    pub(super) bytes: u64,
}

impl Spill {
    pub(super) fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self { file: tempfile::tempfile_in(folder)?, end: 0 })
    }

    pub(super) fn keep(&mut self, bytes: &[u8]) -> io::Result<Kept> {
        let kept = Kept { at: self.end, bytes: bytes.len() as u64 };
        self.file.seek(SeekFrom::Start(kept.at))?;
        self.file.write_all(bytes)?;
        self.end += kept.bytes;
        Ok(kept)
    }

    /// The file's bytes, in `into` alone.
    pub(super) fn read(&mut self, kept: Kept, into: &mut Vec<u8>) -> io::Result<()> {
        into.clear();
        self.file.seek(SeekFrom::Start(kept.at))?;
        (&mut self.file).take(kept.bytes).read_to_end(into)?;
        Ok(())
    }
}
