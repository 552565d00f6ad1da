//! The world on a disk, with a clock.
#![expect(clippy::disallowed_types, reason = "this floor is the outside")]

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use walkdir::WalkDir;

use super::texts::DiskTexts;
use super::witness::Witness;
use crate::date::Day;
use crate::source::FilePath;
use crate::world::{Listing, Stamp, TextReader, World, WorldError};

/// What "today" is.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// A day that was asked for.
    Day(Day),
    /// The day of an instant, in the site's time zone.
    Instant(Timestamp),
    /// The machine's own.
    System,
}

/// A site's folder.
#[derive(Clone, Debug)]
pub struct DiskWorld {
    root: PathBuf,
    clock: Clock,
    witness: Option<Arc<Witness>>,
    texts: Option<Arc<DiskTexts>>,
}

impl DiskWorld {
    /// The site in a folder.
    #[must_use]
    pub const fn new(root: PathBuf, clock: Clock) -> Self {
        Self { root, clock, witness: None, texts: None }
    }

    /// The same site, where what is read is noted, so that the next build need not make again what is the same.
    #[must_use]
    pub fn witnessed(self) -> Self {
        Self { witness: Some(Arc::default()), ..self }
    }

    /// The same site, whose texts are read again when they are asked for, and not kept: for whoever reads it once and
    /// is done. A file that changes meanwhile [is told](World::changed_text).
    #[must_use]
    pub fn rereading(self) -> Self {
        let texts = Some(Arc::new(DiskTexts::new(self.root.clone())));
        Self { texts, ..self }
    }

    /// What was read; nothing where it is not noted.
    pub(super) fn witness(&self) -> Option<&Witness> {
        self.witness.as_deref()
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file of the site that lies at a place; nothing for a place outside of it.
    #[must_use]
    pub fn path_of(&self, place: &Path) -> Option<FilePath> {
        let inside = place.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
        parts.filter(|parts| !parts.is_empty()).map(|parts| FilePath::new(&parts.join("/")))
    }

    /// Where a file of the site lies.
    #[must_use]
    pub fn locate(&self, path: &FilePath) -> PathBuf {
        self.root.join(path.as_str())
    }
}

impl World for DiskWorld {
    fn list(&self, folder: &str) -> Result<Listing, WorldError> {
        let listing = self.files_below(folder)?;
        if let Some(witness) = self.witness() {
            witness.listing(folder, &listing);
        }
        Ok(listing)
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError> {
        let bytes = fs::read(self.locate(path));
        if let Some(witness) = self.witness() {
            match &bytes {
                Ok(bytes) => witness.file(path.as_str(), bytes),
                Err(_) => witness.absence(path.as_str()),
            }
        }
        bytes.map_err(|source| WorldError { operation: "read", path: path.to_string(), source })
    }

    fn head(&self, path: &FilePath, length: usize) -> Result<Vec<u8>, WorldError> {
        let error = |source| WorldError { operation: "read", path: path.to_string(), source };
        let mut bytes = Vec::with_capacity(length);
        let file = fs::File::open(self.locate(path)).map_err(error)?;
        file.take(length as u64).read_to_end(&mut bytes).map_err(error)?;
        if let Some(witness) = self.witness() {
            witness.head(path.as_str(), &bytes);
        }
        Ok(bytes)
    }

    fn stamp(&self, path: &FilePath) -> Result<Stamp, WorldError> {
        let error = |source| WorldError { operation: "read", path: path.to_string(), source };
        let metadata = fs::metadata(self.locate(path)).map_err(error)?;
        if let Some(witness) = self.witness() {
            witness.size(path.as_str(), metadata.len());
        }
        let written = metadata.modified().map_err(error)?.duration_since(UNIX_EPOCH);
        let written = written.unwrap_or_default().as_nanos();
        Ok(Stamp { size: metadata.len(), written, identity: identity(&metadata) })
    }

    fn texts(&self) -> Option<Arc<dyn TextReader>> {
        self.texts.clone().map(|texts| texts as Arc<dyn TextReader>)
    }

    fn changed_text(&self) -> Option<WorldError> {
        self.texts.as_ref()?.changed_text()
    }

    fn today(&self, time_zone: &str) -> Day {
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        match self.clock {
            Clock::Day(day) => day,
            Clock::Instant(instant) => instant.to_zoned(zone).date(),
            Clock::System => Zoned::now().with_time_zone(zone).date(),
        }
    }
}

impl DiskWorld {
    fn files_below(&self, folder: &str) -> Result<Listing, WorldError> {
        let top = self.root.join(folder);
        let mut listing = Listing::default();
        if !top.exists() {
            return Ok(listing);
        }
        // Links are not followed: what lies outside of the folder is not the site's.
        for entry in WalkDir::new(&top).sort_by_file_name() {
            let entry = entry.map_err(|error| walk_error(&error, folder))?;
            if !entry.file_type().is_file() {
                continue;
            }
            match below(&self.root, entry.path()) {
                Ok(path) => listing.files.push(FilePath::new(&path)),
                Err(shown) => listing.unreadable_names.push(shown),
            }
        }
        listing.files.sort_unstable();
        Ok(listing)
    }
}

#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
const fn identity(_: &fs::Metadata) -> u64 {
    0
}

/// A path below the root, with `/` on every system, or how to show one that is not text.
fn below(root: &Path, path: &Path) -> Result<String, String> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let mut text = String::with_capacity(below.as_os_str().len());
    for part in below {
        let part = part.to_str().ok_or_else(|| below.to_string_lossy().into_owned())?;
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(part);
    }
    Ok(text)
}

fn walk_error(error: &walkdir::Error, folder: &str) -> WorldError {
    let path = error.path().map_or_else(|| folder.to_owned(), |path| path.display().to_string());
    let kind = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
    WorldError { operation: "list", path, source: io::Error::from(kind) }
}
