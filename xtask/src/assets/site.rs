//! The folder of finished files: hashed names, compressed copies, and the list of it all. A file under a
//! hashed name is written once and never changed, so whatever is there already is right.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Error, while_doing};

/// Of the hash's 64 hex digits, as many as go into a name: 64 bits tell the versions of one file apart.
const HASH_IN_NAME: usize = 16;

pub struct Site {
    folder: PathBuf,
    entries: BTreeMap<String, Entry>,
    written: BTreeSet<PathBuf>,
}

/// A row of assets.json; sizes in bytes.
#[derive(Serialize)]
struct Entry {
    file: String,
    bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    br: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gz: Option<usize>,
}

impl Site {
    pub fn open(folder: PathBuf) -> Result<Self, Error> {
        fs::create_dir_all(folder.join("fonts"))
            .map_err(while_doing("Could not make the folder for the assets"))?;
        Ok(Self { folder, entries: BTreeMap::new(), written: BTreeSet::new() })
    }

    /// Adds a file under the name its content gives it, and returns that name.
    pub fn add(&mut self, logical: &str, bytes: &[u8]) -> Result<String, Error> {
        let file = hashed(logical, bytes);
        let (mut br, mut gz) = (None, None);
        if is_compressible(logical) {
            br = Some(self.keep_or_make(&format!("{file}.br"), || brotli(bytes))?);
            gz = Some(self.keep_or_make(&format!("{file}.gz"), || gzip(bytes))?);
        }
        self.keep_or_make(&file, || Ok(bytes.to_vec()))?;
        let entry = Entry { file: file.clone(), bytes: bytes.len(), br, gz };
        self.entries.insert(logical.to_owned(), entry);
        Ok(file)
    }

    /// Writes one file unless it is there already, and returns its size.
    fn keep_or_make(
        &mut self,
        file: &str,
        make: impl FnOnce() -> Result<Vec<u8>, Error>,
    ) -> Result<usize, Error> {
        let path = self.folder.join(file);
        let size = match fs::metadata(&path) {
            Ok(there) => there.len() as usize,
            Err(_) => {
                let bytes = make()?;
                write_whole(&path, &bytes)?;
                bytes.len()
            }
        };
        self.written.insert(path);
        Ok(size)
    }

    /// Writes assets.json, removes what earlier builds left, and says how much a visitor will fetch.
    pub fn finish(mut self) -> Result<(), Error> {
        let list = serde_json::to_vec_pretty(&self.entries)
            .map_err(|error| Error::Asset { file: "assets.json".to_owned(), wrong: error.to_string() })?;
        let path = self.folder.join("assets.json");
        // Left alone when equal: the server is compiled again when it changes.
        if fs::read(&path).ok().as_deref() != Some(&list) {
            write_whole(&path, &list)?;
        }
        self.written.insert(path);
        for folder in [self.folder.clone(), self.folder.join("fonts")] {
            self.remove_others(&folder)?;
        }
        self.print();
        Ok(())
    }

    fn remove_others(&self, folder: &Path) -> Result<(), Error> {
        let doing = || format!("Could not clear old files from {}", folder.display());
        for entry in fs::read_dir(folder).map_err(while_doing(doing()))? {
            let path = entry.map_err(while_doing(doing()))?.path();
            if path.is_file() && !self.written.contains(&path) {
                fs::remove_file(&path).map_err(while_doing(doing()))?;
            }
        }
        Ok(())
    }

    fn print(&self) {
        for (logical, entry) in &self.entries {
            match entry.br {
                Some(br) => println!("   {logical}: {}, {} as brotli", kilobytes(entry.bytes), kilobytes(br)),
                None => println!("   {logical}: {}", kilobytes(entry.bytes)),
            }
        }
        let scripts: usize = ["redress_bg.wasm", "redress.js", "boot.js"]
            .iter()
            .filter_map(|logical| self.entries.get(*logical)?.br)
            .sum();
        println!("   WASM and scripts over the wire: {}", kilobytes(scripts));
    }
}

/// SHA-256 in lower-case hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// `fonts/caslon.woff2` becomes `fonts/caslon.HASH.woff2`.
fn hashed(logical: &str, bytes: &[u8]) -> String {
    let hash = &sha256(bytes)[..HASH_IN_NAME];
    match logical.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{logical}.{hash}"),
    }
}

/// Fonts are compressed already; everything else here is text, or WASM.
fn is_compressible(logical: &str) -> bool {
    !logical.ends_with(".woff2")
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)
        .map_err(while_doing("Could not compress with brotli"))?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(while_doing("Could not compress with gzip"))
}

/// Writes beside and renames, so that an interrupted build leaves no half of a file under a hashed name.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, bytes)
        .and_then(|()| fs::rename(&beside, path))
        .map_err(while_doing(format!("Could not write {}", path.display())))
}

/// Sizes as the budget counts them: 1 kB is 1,000 bytes.
fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::Read;

    use super::*;

    /// An empty folder of its own, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("redress-xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn files(&self) -> Vec<String> {
            let mut files: Vec<String> = fs::read_dir(&self.0)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.is_file())
                .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
                .collect();
            files.sort();
            files
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_name_follows_the_content() {
        assert_eq!(hashed("main.css", b"a"), "main.ca978112ca1bbdca.css");
        assert_eq!(hashed("fonts/caslon.woff2", b"a"), "fonts/caslon.ca978112ca1bbdca.woff2");
        assert_ne!(hashed("main.css", b"a"), hashed("main.css", b"b"));
    }

    #[test]
    fn compressed_copies_decompress_to_the_file() {
        let text = "a{color:light-dark(#000,#fff)}".repeat(50);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut brotli(text.as_bytes()).unwrap().as_slice(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        let mut back = String::new();
        flate2::read::GzDecoder::new(gzip(text.as_bytes()).unwrap().as_slice())
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn a_second_build_keeps_what_is_the_same_and_removes_what_is_not() {
        let folder = Folder::new("site");
        let build = |style: &str| {
            let mut site = Site::open(folder.0.clone()).unwrap();
            let file = site.add("main.css", style.as_bytes()).unwrap();
            site.add("fonts/caslon.woff2", b"font").unwrap();
            site.finish().unwrap();
            file
        };
        let first = build("a{}");
        // A mark on the compressed copy tells whether it was made again.
        fs::write(folder.0.join(format!("{first}.br")), b"mark").unwrap();
        assert_eq!(build("a{}"), first);
        assert_eq!(fs::read(folder.0.join(format!("{first}.br"))).unwrap(), b"mark");

        let second = build("b{}");
        assert_eq!(
            folder.files(),
            ["assets.json", second.as_str(), &format!("{second}.br"), &format!("{second}.gz"),]
        );
        let list: serde_json::Value =
            serde_json::from_slice(&fs::read(folder.0.join("assets.json")).unwrap()).unwrap();
        assert_eq!(list["main.css"]["file"], second.as_str());
        assert_eq!(list["main.css"]["bytes"], 3);
        assert!(list["main.css"]["br"].is_u64());
        assert_eq!(list["fonts/caslon.woff2"].get("br"), None);
        assert!(folder.0.join(list["fonts/caslon.woff2"]["file"].as_str().unwrap()).exists());
    }
}
