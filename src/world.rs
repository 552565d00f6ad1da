//! All that the rest of grappe may know of the outside: which files there are, what they hold,
//! and which day it is.
//!
//! Everything else is a function of these three. The disk lives above, in `host`; tests use
//! [`MemoryWorld`].

mod texts;

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

pub use texts::{Passage, TextReader};

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

    /// The first bytes of a file, all of it where it is short.
    ///
    /// # Errors
    /// A file that is not there or cannot be read.
    fn head(&self, path: &FilePath, length: usize) -> Result<Vec<u8>, WorldError> {
        let mut bytes = self.read(path)?;
        bytes.truncate(length);
        Ok(bytes)
    }

    /// What tells whether a file is as it was, without reading it.
    ///
    /// # Errors
    /// A file that is not there.
    fn stamp(&self, path: &FilePath) -> Result<Stamp, WorldError>;

    /// The day that the site is built for, in its time zone.
    fn today(&self, time_zone: &str) -> Day;

    /// What reads texts again, where they are not kept once they were read: on a large site they are most of what
    /// would be.
    fn texts(&self) -> Option<Arc<dyn TextReader>> {
        None
    }

    /// The first text that was not the same when it was read again: what was made since must not be used.
    fn changed_text(&self) -> Option<WorldError> {
        None
    }
}

/// Tells two states of a file apart: a file whose stamp is the same was not written in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When it was written, in nanoseconds; or what stands for it.
    pub written: u128,
    /// Which file it is on its disk: a save by renaming puts another in its place.
    pub identity: u64,
}

/// The files below a folder.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Files, sorted by path.
    pub files: Vec<FilePath>,
    /// Names that cannot be written in an address: shown with their wrong parts replaced.
    pub unreadable_names: Vec<String>,
}

/// What is tried when a text is needed again.
const READING_AGAIN: &str = "read again";

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
    /// A file that was not the same when it was read again.
    #[must_use]
    pub fn changed(path: &FilePath) -> Self {
        let source = io::Error::other("it changed since it was first read");
        Self { operation: READING_AGAIN, path: path.to_string(), source }
    }

    /// Whether the file was not the same when it was read again.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.operation == READING_AGAIN
    }

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

fn absent(path: &FilePath) -> WorldError {
    WorldError { operation: "read", path: path.to_string(), source: io::ErrorKind::NotFound.into() }
}

impl World for MemoryWorld {
    fn list(&self, folder: &str) -> Result<Listing, WorldError> {
        let inside =
            |path: &&FilePath| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let files = self.files.keys().filter(inside).cloned().collect();
        Ok(Listing { files, unreadable_names: Vec::new() })
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError> {
        self.files.get(path).cloned().ok_or_else(|| absent(path))
    }

    fn stamp(&self, path: &FilePath) -> Result<Stamp, WorldError> {
        let bytes = self.files.get(path).ok_or_else(|| absent(path))?;
        let mut written = [0; 16];
        written.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Ok(Stamp { size: bytes.len() as u64, written: u128::from_le_bytes(written), identity: 0 })
    }

    fn today(&self, _: &str) -> Day {
        self.today
    }
}
