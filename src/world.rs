//! All that the rest of grappe may know of the outside: which files there are, what they hold,
//! and which day it is.
//!
//! Everything else is a function of these three. The disk lives above, in `host`; tests use
//! [`MemoryWorld`].

use std::collections::BTreeMap;
use std::io;

use crate::date::Day;
use crate::source::FilePath;

/// The outside, as a build sees it.
pub trait World: Sync {
    /// Every file below a folder of the site, sorted by path; an absent folder has none.
    ///
    /// # Errors
    /// A folder that cannot be read.
    fn list(&self, folder: &str) -> Result<Listing, WorldError>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// A file that is not there or cannot be read.
    fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError>;

    /// The day that the site is built for, in its time zone.
    fn today(&self, time_zone: &str) -> Day;
}

/// The files below a folder.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Files, sorted by path.
    pub files: Vec<FilePath>,
    /// Names that cannot be written in an address: shown with their wrong parts replaced.
    pub unreadable_names: Vec<String>,
}

/// What went wrong outside.
#[derive(Debug, thiserror::Error)]
#[error("{operation} {path}: {source}")]
pub struct WorldError {
    /// What was tried, as a verb: `read`.
    pub operation: &'static str,
    /// On which file or folder.
    pub path: String,
    /// What the system said.
    pub source: io::Error,
}

impl WorldError {
    /// Whether the file was simply not there.
    #[must_use]
    pub fn is_absence(&self) -> bool {
        self.source.kind() == io::ErrorKind::NotFound
    }
}

/// A world in memory.
#[derive(Clone, Debug)]
pub struct MemoryWorld {
    files: BTreeMap<FilePath, Vec<u8>>,
    today: Day,
}

impl MemoryWorld {
    /// An empty world on a day.
    #[must_use]
    pub const fn new(today: Day) -> Self {
        Self { files: BTreeMap::new(), today }
    }

    /// Writes a file.
    pub fn insert(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(FilePath::new(path), bytes.into());
    }

    /// Removes a file, if it is there.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(&FilePath::new(path));
    }

    /// Sets the day.
    pub const fn set_today(&mut self, today: Day) {
        self.today = today;
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &FilePath> {
        self.files.keys()
    }
}

impl World for MemoryWorld {
    fn list(&self, folder: &str) -> Result<Listing, WorldError> {
        let inside =
            |path: &&FilePath| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let files = self.files.keys().filter(inside).cloned().collect();
        Ok(Listing { files, unreadable_names: Vec::new() })
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError> {
        self.files.get(path).cloned().ok_or_else(|| WorldError {
            operation: "read",
            path: path.to_string(),
            source: io::ErrorKind::NotFound.into(),
        })
    }

    fn today(&self, _: &str) -> Day {
        self.today
    }
}
