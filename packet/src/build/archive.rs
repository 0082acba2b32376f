//! The ZIP: files in a fixed order, all dated as the snapshot, each measured as it goes in.
//! It reads no clock and asks no file system, so that equal files make equal archives.

use std::io::{self, Seek, Write};

use jiff::Timestamp;
use jiff::tz::Offset;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::BuildError;
use super::spill::{Kept, Spill};
use crate::manifest::FileEntry;

pub(super) struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    options: SimpleFileOptions,
    files: Vec<FileEntry>,
    buffer: Vec<u8>,
}

impl<W: Write + Seek> Archive<W> {
    pub(super) fn new(out: W, at: Timestamp) -> Self {
        let options = SimpleFileOptions::default()
            .last_modified_time(zip_time(at))
            .unix_permissions(0o644)
            .large_file(false);
        Self { zip: ZipWriter::new(out), options, files: Vec::new(), buffer: Vec::new() }
    }

    /// What went in so far, in order; the manifest is not among them.
    pub(super) fn files(&self) -> &[FileEntry] {
        &self.files
    }

    /// A file that is compressed already: PDF and XLSX.
    pub(super) fn stored(&mut self, path: &str, bytes: &[u8], rows: Option<u64>) -> Result<(), BuildError> {
        self.zip.start_file(path, self.options.compression_method(CompressionMethod::Stored))?;
        self.zip.write_all(bytes)?;
        let sha256 = hex::encode(Sha256::digest(bytes));
        self.files.push(FileEntry { path: path.into(), bytes: bytes.len() as u64, sha256, rows });
        Ok(())
    }

    /// A compressed file that was kept on disk.
    pub(super) fn kept(
        &mut self,
        path: &str,
        spill: &mut Spill,
        kept: Kept,
        rows: Option<u64>,
    ) -> Result<(), BuildError> {
        let mut buffer = std::mem::take(&mut self.buffer);
        spill.read(kept, &mut buffer)?;
        self.stored(path, &buffer, rows)?;
        self.buffer = buffer;
        Ok(())
    }

    /// A table, written straight into the archive.
    pub(super) fn deflated<E>(
        &mut self,
        path: &str,
        rows: u64,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), BuildError>
    where
        BuildError: From<E>,
    {
        self.zip.start_file(path, self.options.compression_method(CompressionMethod::Deflated))?;
        let mut measured = Measured { out: &mut self.zip, hash: Sha256::new(), bytes: 0 };
        write(&mut measured)?;
        let Measured { hash, bytes, .. } = measured;
        let sha256 = hex::encode(hash.finalize());
        self.files.push(FileEntry { path: path.into(), bytes, sha256, rows: Some(rows) });
        Ok(())
    }

    /// The manifest, which does not list itself.
    pub(super) fn plain(&mut self, path: &str, bytes: &[u8]) -> Result<(), BuildError> {
        self.zip.start_file(path, self.options.compression_method(CompressionMethod::Deflated))?;
        Ok(self.zip.write_all(bytes)?)
    }

    /// Closes the archive and tells its size.
    pub(super) fn finish(self) -> Result<u64, BuildError> {
        let mut out = self.zip.finish()?;
        out.flush()?;
        Ok(out.stream_position()?)
    }
}

/// What is written passes through to the archive, counted and hashed.
struct Measured<W> {
    out: W,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// In UTC; ZIP counts from 1980, and an earlier snapshot is dated to that.
pub(crate) fn zip_time(at: Timestamp) -> DateTime {
    let utc = Offset::UTC.to_datetime(at);
    let part = |value: i8| value.unsigned_abs();
    DateTime::from_date_and_time(
        utc.year().unsigned_abs(),
        part(utc.month()),
        part(utc.day()),
        part(utc.hour()),
        part(utc.minute()),
        part(utc.second()),
    )
    .unwrap_or_default()
}
