//! What is watched, and which of the system's paths concern it.
//!
//! A folder that is removed takes its watch with it. So that it is seen when it is put back, the folder
//! that holds it is watched too, or the nearest above that is there; of these only what befalls a
//! target counts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Warning;
use super::editors;
use super::notices::Notices;

/// How often arming is tried anew where folders move meanwhile.
const TRIES: usize = 3;

/// A folder or a file that is watched.
struct Target {
    /// As the caller calls it.
    given: PathBuf,
    /// As the system calls it, without links.
    real: PathBuf,
}

/// All that is watched.
pub(super) struct Targets {
    folders: Vec<Target>,
    files: Vec<Target>,
    armed: BTreeSet<PathBuf>,
}

/// What a path of the system is to us.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Concern {
    /// A target or a folder above one.
    Target,
    /// A file that is a target, or what is below a folder that is one, as the caller calls it.
    Content(PathBuf),
    /// Nothing.
    None,
}

impl Targets {
    pub(super) fn new(folders: &[PathBuf], files: &[PathBuf]) -> Self {
        let targets = |paths: &[PathBuf]| paths.iter().map(|path| Target::new(path)).collect();
        Self { folders: targets(folders), files: targets(files), armed: BTreeSet::new() }
    }

    /// What a path is to us.
    pub(super) fn concern(&self, path: &Path) -> Concern {
        for folder in &self.folders {
            match path.strip_prefix(&folder.real) {
                Ok(below) if below.as_os_str().is_empty() => return Concern::Target,
                Ok(below) if editors::is_their_own(below) => return Concern::None,
                Ok(below) => return Concern::Content(folder.given.join(below)),
                Err(_) => {}
            }
        }
        if let Some(file) = self.files.iter().find(|file| file.real == path) {
            return Concern::Content(file.given.clone());
        }
        let is_above = self.folders.iter().chain(&self.files).any(|target| target.real.starts_with(path));
        if is_above { Concern::Target } else { Concern::None }
    }

    /// Watches all that is there now; says whether it stayed so meanwhile.
    pub(super) fn arm(&mut self, notices: &mut Notices) -> Result<bool, Warning> {
        for _ in 0..TRIES {
            for target in self.folders.iter_mut().chain(&mut self.files) {
                target.real = real_path(&target.given);
            }
            let holders = self.holders();
            let mut all_there = true;
            for holder in &holders {
                all_there &= notices.watch(holder, false)?;
                self.armed.insert(holder.clone());
            }
            for folder in self.folders.iter().filter(|folder| folder.real.is_dir()) {
                all_there &= notices.watch(&folder.real, true)?;
                self.armed.insert(folder.real.clone());
            }
            if all_there && holders == self.holders() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Forgets all watches, which may be those of folders that are elsewhere by now.
    pub(super) fn disarm(&mut self, notices: Option<&mut Notices>) {
        let armed = std::mem::take(&mut self.armed);
        if let Some(notices) = notices {
            for folder in armed {
                notices.unwatch(&folder);
            }
        }
    }

    /// The nearest folders above the targets, but those that are watched with all below.
    fn holders(&self) -> BTreeSet<PathBuf> {
        self.folders
            .iter()
            .chain(&self.files)
            .filter_map(|target| target.real.ancestors().skip(1).find(|above| above.is_dir()))
            .filter(|above| !self.folders.iter().any(|folder| above.starts_with(&folder.real)))
            .map(Path::to_path_buf)
            .collect()
    }
}

impl Target {
    fn new(given: &Path) -> Self {
        Self { given: given.to_path_buf(), real: real_path(given) }
    }
}

/// A path without links, as far as it is there.
fn real_path(given: &Path) -> PathBuf {
    let whole = std::path::absolute(given).unwrap_or_else(|_| given.to_path_buf());
    for above in whole.ancestors() {
        if let (Ok(real), Ok(below)) = (above.canonicalize(), whole.strip_prefix(above)) {
            return if below.as_os_str().is_empty() { real } else { real.join(below) };
        }
    }
    whole
}
