//! Files that are not whole yet: in a folder beside their place, renamed into it when they are.
//! Whatever ends a command, a fault or Ctrl-C, that folder goes, and nothing half-written stays.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The folders at hand; `None` once the command is interrupted, and then no new one is made.
static AT_HAND: Mutex<Option<Vec<PathBuf>>> = Mutex::new(Some(Vec::new()));

/// A folder for what becomes one file or folder.
pub(crate) struct Half {
    folder: PathBuf,
    place: PathBuf,
}

impl Half {
    /// Beside the place that it is for, so that renaming stays within one file system. What a crash left of an
    /// earlier one is removed.
    pub fn beside(place: &Path) -> io::Result<Self> {
        let name = place.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
        let folder = place.with_file_name(format!(".{name}.half"));
        let mut at_hand = AT_HAND.lock().unwrap_or_else(PoisonError::into_inner);
        let list = at_hand.as_mut().ok_or(io::ErrorKind::Interrupted)?;
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        create_private(&folder)?;
        list.push(folder.clone());
        Ok(Self { folder, place: place.to_owned() })
    }

    /// The folder, for files that are only needed meanwhile.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the half itself is written.
    pub fn path(&self) -> PathBuf {
        self.folder.join("half")
    }

    /// Puts a whole file in its place, on the disk and not only in the system's memory.
    pub fn finish(self) -> io::Result<()> {
        std::fs::File::open(self.path())?.sync_all()?;
        self.put(|| std::fs::rename(self.path(), &self.place))
    }

    /// Lets what is whole be put in its place, and nobody interrupt that: a folder that is renamed while it is being
    /// removed is there afterwards, and empty.
    ///
    /// # Errors
    /// Those of `rename`; [`io::ErrorKind::Interrupted`] when the command has been interrupted before.
    pub fn put(&self, rename: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let at_hand = AT_HAND.lock().unwrap_or_else(PoisonError::into_inner);
        at_hand.as_ref().ok_or(io::ErrorKind::Interrupted)?;
        rename()
    }
}

impl Drop for Half {
    fn drop(&mut self) {
        if let Some(list) = AT_HAND.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            list.retain(|folder| *folder != self.folder);
        }
        // A folder that cannot be removed is no reason to fail; the next run tries again.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Removes every half, and lets nobody begin another.
pub(crate) fn abandon() {
    let folders = AT_HAND.lock().unwrap_or_else(PoisonError::into_inner).take();
    for folder in folders.unwrap_or_default() {
        // A thread may be writing another file into it this moment; without its folder it can begin no more.
        for _ in 0..100 {
            if std::fs::remove_dir_all(&folder).is_ok() || !folder.exists() {
                break;
            }
        }
    }
}

#[cfg(unix)]
fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> io::Result<()> {
    std::fs::create_dir(folder)
}
