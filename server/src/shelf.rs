//! Where files are kept that do not belong into rows: packets and pictures.
//! It knows no file by itself; the rows name them.

use std::path::{Path, PathBuf};

use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStoreExt as _, PutPayload};

/// Why a file was not stored, read or removed.
#[derive(Debug, thiserror::Error)]
pub enum ShelfFault {
    /// The object store.
    #[error("the file could not be stored: {0}")]
    Storage(#[from] object_store::Error),
    /// The disk.
    #[error("the folder could not be made: {0}")]
    Disk(#[from] std::io::Error),
}

impl ShelfFault {
    /// Whether there is no such file.
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Storage(object_store::Error::NotFound { .. }))
    }
}

/// A store of files.
pub struct Shelf {
    files: LocalFileSystem,
    folder: PathBuf,
}

impl Shelf {
    /// In this folder, which is made if it is not there.
    pub fn open(folder: &Path) -> Result<Self, ShelfFault> {
        std::fs::create_dir_all(folder)?;
        Ok(Self { files: LocalFileSystem::new_with_prefix(folder)?, folder: folder.to_owned() })
    }

    /// Where files are made before they are put here.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file's bytes.
    pub async fn get(&self, path: &str) -> Result<bytes::Bytes, ShelfFault> {
        Ok(self.files.get(&ObjectPath::from(path)).await?.bytes().await?)
    }

    /// Puts a file there.
    pub async fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), ShelfFault> {
        self.files.put(&ObjectPath::from(path), PutPayload::from(bytes)).await?;
        Ok(())
    }

    /// Removes a file; one that is gone already is gone.
    pub async fn remove(&self, path: &str) -> Result<(), ShelfFault> {
        match self.files.delete(&ObjectPath::from(path)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
