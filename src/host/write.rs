//! A site written to a folder: only what differs, all or nothing, and never another's files.
//!
//! A new file is written at its place. A changed one is written beside the old and takes its place
//! at the end, when everything is written: a fault on the way, a full disk too, leaves the last
//! good site. What an earlier build made and this one does not is removed last.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::DiskWorld;
use super::ledger::Ledger;
use crate::model::Moment;
use crate::output::{Artifact, Site};
use crate::plan::Route;
use crate::theme::ThemeFault;

/// What a changed file is called until it takes the place of the old one.
const STAGED: &str = ".grappe-new";

/// Where and how to write.
#[derive(Clone, Debug)]
pub struct Target {
    /// The folder.
    pub folder: PathBuf,
    /// Only say what would change.
    pub is_dry: bool,
}

/// What changed, by the files' paths below the folder, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub created: Vec<String>,
    /// Files that were otherwise.
    pub changed: Vec<String>,
    /// Files that no route makes any more.
    pub removed: Vec<String>,
    /// How many files are as they were.
    pub unchanged: usize,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The disk refused.
    #[error("{operation} {path}: {source}")]
    Disk {
        /// What was tried, as a verb: `write`.
        operation: &'static str,
        /// On which file or folder.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// The output is a file.
    #[error("{0} is a file")]
    NotAFolder(String),
    /// The folder holds files, and grappe never wrote there.
    #[error("{folder} holds files that grappe did not make, such as {example}")]
    Foreign {
        /// The folder.
        folder: String,
        /// One of the files.
        example: String,
    },
    /// A file that grappe did not make stands where a page would go.
    #[error("{0} was not made by grappe")]
    Occupied(String),
    /// A template is at fault.
    #[error("a template is at fault")]
    Theme(ThemeFault),
}

/// What became of one file.
enum Outcome {
    Created,
    Staged,
    Unchanged,
}

/// Makes every route of a site and writes what differs.
///
/// # Errors
/// Why nothing was written: the folder is as it was.
pub fn write(site: &Site, world: &DiskWorld, target: &Target) -> Result<Changes, WriteError> {
    let folder = &target.folder;
    let ledger = open(folder, target.is_dry)?;
    let routes = site.plan.routes();
    let files: BTreeSet<String> = routes.iter().map(|route| route.address.file()).collect();
    let writer = Writer { site, world, folder, ledger: &ledger, is_dry: target.is_dry };
    if !target.is_dry {
        let ours: BTreeSet<String> = files.union(&ledger.files).cloned().collect();
        Ledger::begin(folder, &ours).map_err(disk("write", folder))?;
        writer.clear_staged();
        writer.make_folders(&files)?;
    }
    let outcomes: Vec<Result<(String, Outcome), WriteError>> =
        routes.par_iter().map(|route| writer.route(route)).collect();
    writer.settle(outcomes, &files)
}

/// What the site in a folder was built for; nothing where there is none, or none that says it.
#[must_use]
pub fn built_for(folder: &Path) -> Option<Moment> {
    Ledger::read(folder).ok().filter(|ledger| !ledger.was_cut_short)?.moment
}

/// Reads what grappe wrote to a folder before, and refuses one that is another's.
fn open(folder: &Path, is_dry: bool) -> Result<Ledger, WriteError> {
    if folder.is_file() {
        return Err(WriteError::NotAFolder(shown(folder)));
    }
    if !folder.exists() && !is_dry {
        fs::create_dir_all(folder).map_err(disk("make", folder))?;
    }
    let ledger = Ledger::read(folder).map_err(disk("read", folder))?;
    if ledger.is_ours || !folder.exists() {
        return Ok(ledger);
    }
    let entries = fs::read_dir(folder).map_err(disk("read", folder))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.retain(|name| !Ledger::is_own_name(name));
    names.sort_unstable();
    match names.into_iter().next() {
        Some(example) => Err(WriteError::Foreign { folder: shown(folder), example }),
        None => Ok(ledger),
    }
}

struct Writer<'a> {
    site: &'a Site,
    world: &'a DiskWorld,
    folder: &'a Path,
    ledger: &'a Ledger,
    is_dry: bool,
}

impl Writer<'_> {
    /// Removes what a build that was cut short had staged.
    fn clear_staged(&self) {
        for file in self.ledger.files.iter().filter(|_| self.ledger.was_cut_short) {
            let _ = fs::remove_file(staged(&self.folder.join(file)));
        }
    }

    fn make_folders(&self, files: &BTreeSet<String>) -> Result<(), WriteError> {
        let folders: BTreeSet<&str> =
            files.iter().filter_map(|file| file.rsplit_once('/').map(|(folder, _)| folder)).collect();
        for folder in folders {
            let path = self.folder.join(folder);
            fs::create_dir_all(&path).map_err(disk("make", &path))?;
        }
        Ok(())
    }

    fn route(&self, route: &Route) -> Result<(String, Outcome), WriteError> {
        let file = route.address.file();
        let artifact = self.site.make(route).map_err(WriteError::Theme)?;
        let outcome = match artifact {
            Artifact::Bytes(bytes) => self.bytes(&file, &bytes)?,
            Artifact::Copy(source) => {
                // Documents are read to be compared one at a time, and held no longer.
                let path = self.world.locate(&source);
                let bytes = fs::read(&path).map_err(disk("read", &path))?;
                self.bytes(&file, &bytes)?
            }
        };
        Ok((file, outcome))
    }

    fn bytes(&self, file: &str, bytes: &[u8]) -> Result<Outcome, WriteError> {
        let path = self.folder.join(file);
        match fs::read(&path) {
            Ok(before) if before == bytes => Ok(Outcome::Unchanged),
            Ok(_) if !self.ledger.files.contains(file) => Err(WriteError::Occupied(shown(&path))),
            Ok(_) => {
                self.put(&staged(&path), bytes)?;
                Ok(Outcome::Staged)
            }
            Err(error) if is_absence(&error) => {
                self.put(&path, bytes)?;
                Ok(Outcome::Created)
            }
            Err(source) => Err(disk("read", &path)(source)),
        }
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        if self.is_dry {
            return Ok(());
        }
        fs::write(path, bytes).map_err(|source| {
            // A file cut short by a full disk must not pass for a page.
            let _ = fs::remove_file(path);
            disk("write", path)(source)
        })
    }

    /// Puts everything in its place, or takes everything back where anything failed.
    fn settle(
        &self,
        outcomes: Vec<Result<(String, Outcome), WriteError>>,
        files: &BTreeSet<String>,
    ) -> Result<Changes, WriteError> {
        let mut changes = Changes::default();
        let mut failure = None;
        for outcome in outcomes {
            match outcome {
                Ok((file, Outcome::Created)) => changes.created.push(file),
                Ok((file, Outcome::Staged)) => changes.changed.push(file),
                Ok((_, Outcome::Unchanged)) => changes.unchanged += 1,
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        changes.removed = self.ledger.files.difference(files).cloned().collect();
        changes.removed.retain(|file| self.folder.join(file).is_file());
        changes.created.sort_unstable();
        changes.changed.sort_unstable();
        match failure {
            Some(failure) => {
                self.take_back(&changes);
                Err(failure)
            }
            None if self.is_dry => Ok(changes),
            None => self.commit(changes, files),
        }
    }

    fn commit(&self, changes: Changes, files: &BTreeSet<String>) -> Result<Changes, WriteError> {
        for file in &changes.changed {
            let path = self.folder.join(file);
            fs::rename(staged(&path), &path).map_err(disk("replace", &path))?;
        }
        for file in &changes.removed {
            let path = self.folder.join(file);
            fs::remove_file(&path).map_err(disk("remove", &path))?;
            remove_empty_folders(self.folder, path.parent());
        }
        Ledger::end(self.folder, files, Some(self.site.federation.moment))
            .map_err(disk("write", self.folder))?;
        Ok(changes)
    }

    /// Best effort: what cannot be removed is in the journal, and the next build's own.
    fn take_back(&self, changes: &Changes) {
        if self.is_dry {
            return;
        }
        for file in &changes.created {
            let path = self.folder.join(file);
            let _ = fs::remove_file(&path);
            remove_empty_folders(self.folder, path.parent());
        }
        for file in &changes.changed {
            let _ = fs::remove_file(staged(&self.folder.join(file)));
        }
        let _ = Ledger::end(self.folder, &self.ledger.files, self.ledger.moment);
    }
}

/// Folders above a removed file, as long as they are empty; the output folder itself stays.
fn remove_empty_folders(top: &Path, from: Option<&Path>) {
    let mut next = from;
    while let Some(folder) = next.filter(|folder| *folder != top && folder.starts_with(top)) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
        next = folder.parent();
    }
}

fn staged(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(STAGED);
    PathBuf::from(name)
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn disk(operation: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = shown(path);
    move |source| WriteError::Disk { operation, path, source }
}
