//! A site written to a folder: only what differs, all or nothing, and never another's files.
//!
//! A new file is written at its place. A changed one is written beside the old and takes its place
//! at the end, when everything is written: a fault on the way, a full disk too, leaves the last
//! good site. What an earlier build made and this one does not is removed last.
#![expect(clippy::disallowed_types, reason = "this floor is the outside")]

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::disk::DiskWorld;
use super::last_build::{FileState, FileStates, LastBuild};
use super::ledger::{BuiltFor, Ledger};
use super::making::{Made, Making, copy};
use super::memory::DiskMemory;
use super::stopwatch::Stopwatch;
use crate::audit::{Audit, AuditError, Auditor};
use crate::diagnostic::Diagnostic;
use crate::measures::PageRecord;
use crate::output::{Artifact, Site};
use crate::plan::{Address, Route};
use crate::rule::PageFault;
use crate::theme::ThemeFault;
use crate::timings::Step;
use crate::world::{World as _, WorldError};

/// What a changed file is called until it takes the place of the old one.
const STAGED: &str = ".grappe-new";

/// The file of a page in its folder.
const PAGE_FILE: &str = "index.html";

/// Where and how to write.
#[derive(Clone, Debug)]
pub struct Target {
    /// The folder.
    pub folder: PathBuf,
    /// Only say what would change.
    pub is_dry: bool,
    /// What measures where the time goes; nothing is measured without it.
    pub watch: Option<Arc<Stopwatch>>,
}

impl Target {
    /// Says that a step begins.
    fn begin(&self, step: Step) {
        if let Some(watch) = &self.watch {
            watch.begin(step);
        }
    }
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
    /// A file of the site cannot be read.
    #[error(transparent)]
    World(#[from] WorldError),
    /// What was found in pages refuses the release.
    #[error("pages are refused")]
    Refused(Box<Audit>),
}

impl From<AuditError> for WriteError {
    fn from(error: AuditError) -> Self {
        match error {
            AuditError::World(error) => Self::World(error),
            AuditError::Theme(fault) => Self::Theme(fault),
        }
    }
}

/// What became of files, or why one failed.
type Outcomes = Vec<Result<Left, WriteError>>;

/// A file as it was left.
struct Left {
    file: String,
    outcome: Outcome,
    state: Option<FileState>,
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
    target.begin(Step::Preparing);
    let ledger = open(&target.folder, target.is_dry)?;
    let last_build = LastBuild::of(site, world, &target.folder);
    let writer = Writer { last_build, ..Writer::new(site, world, target, &ledger, Making::Plain(site)) };
    writer.begin()?;
    target.begin(Step::Making);
    let routes = site.routes_by_date();
    let written = writer.routes(Making::Plain(site), &routes);
    target.begin(Step::Settling);
    writer.settle(written.outcomes)
}

/// Makes every route of a site as it is published: measured, examined, with compressed copies. What is made
/// from the measures of all pages comes last. `is_refused` judges what was found.
///
/// # Errors
/// Why nothing was written: the folder is as it was.
pub fn release(
    site: &Site,
    world: &DiskWorld,
    target: &Target,
    memory: &DiskMemory,
    is_refused: impl Fn(&[Diagnostic]) -> bool,
) -> Result<(Changes, Audit), WriteError> {
    target.begin(Step::Preparing);
    let site = site.clone().audited();
    let auditor = Auditor::new(&site, world, memory)?;
    let ledger = open(&target.folder, target.is_dry)?;
    let writer = Writer::new(&site, world, target, &ledger, Making::Release(&site, &auditor));
    writer.begin()?;
    target.begin(Step::Making);
    let routes = site.routes_by_date();
    let (last, first): (Vec<&Route>, Vec<&Route>) =
        routes.into_iter().partition(|route| site.needs_measures(route));
    let mut written = writer.routes(Making::Release(&site, &auditor), &first);
    let informed = site.clone().with_measures(auditor.measures(written.records.clone()));
    written.extend(writer.routes(Making::Release(&informed, &auditor), &last));
    target.begin(Step::Examining);
    let measures = auditor.measures(written.records);
    let diagnostics = auditor.diagnose(&measures, written.faults, world);
    let audit = Audit { measures, diagnostics };
    if is_refused(&audit.diagnostics) {
        writer.take_back(&writer.changes(written.outcomes)?.0);
        return Err(WriteError::Refused(Box::new(audit)));
    }
    target.begin(Step::Settling);
    let changes = writer.settle(written.outcomes)?;
    if !target.is_dry {
        memory.forget_unused();
    }
    Ok((changes, audit))
}

/// What the site in a folder was built for; nothing where there is none, or none that says it.
#[must_use]
pub fn built_for(folder: &Path) -> Option<BuiltFor> {
    Ledger::read(folder).ok().filter(|ledger| !ledger.was_cut_short)?.built_for
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
    watch: Option<&'a Stopwatch>,
    is_dry: bool,
    is_release: bool,
    /// All files of this build, below the folder.
    files: BTreeSet<String>,
    /// What an earlier build left; nothing where every page is to be made.
    last_build: Option<LastBuild>,
}

/// What was found of a page.
type Found = (PageRecord, Vec<PageFault>);

/// What became of the files of routes, and what was found of pages.
#[derive(Default)]
struct Written {
    outcomes: Outcomes,
    records: Vec<PageRecord>,
    faults: Vec<PageFault>,
    /// How long routes took to be made, where that is watched.
    times: Vec<(Address, Duration)>,
}

impl Written {
    fn extend(&mut self, other: Self) {
        self.outcomes.extend(other.outcomes);
        self.records.extend(other.records);
        self.faults.extend(other.faults);
        self.times.extend(other.times);
    }
}

impl<'a> Writer<'a> {
    fn new(
        site: &'a Site,
        world: &'a DiskWorld,
        target: &'a Target,
        ledger: &'a Ledger,
        making: Making<'_>,
    ) -> Self {
        let files = site.plan.routes().iter().flat_map(|route| making.files(route)).collect();
        let (folder, is_dry) = (target.folder.as_path(), target.is_dry);
        let is_release = matches!(making, Making::Release(..));
        let watch = target.watch.as_deref();
        Self { site, world, folder, ledger, watch, is_dry, is_release, files, last_build: None }
    }

    /// Notes what is about to be made, and makes room for it.
    fn begin(&self) -> Result<(), WriteError> {
        if self.is_dry {
            return Ok(());
        }
        let ours = self.files.union(&self.ledger.files);
        Ledger::begin(self.folder, ours).map_err(disk("write", self.folder))?;
        self.clear_staged();
        Ok(())
    }

    /// Removes what a build that was cut short had staged.
    fn clear_staged(&self) {
        for file in self.ledger.files.iter().filter(|_| self.ledger.was_cut_short) {
            let _ = fs::remove_file(staged(&self.folder.join(file)));
        }
    }

    fn routes(&self, making: Making<'_>, routes: &[&Route]) -> Written {
        let each = routes.par_iter().map(|route| self.route(making, route));
        let all = each.fold(Written::default, |mut written, (outcomes, found, time)| {
            written.outcomes.extend(outcomes);
            written.times.extend(time);
            if let Some((record, faults)) = found {
                written.records.push(record);
                written.faults.extend(faults);
            }
            written
        });
        let mut written = all.reduce(Written::default, |mut written, other| {
            written.extend(other);
            written
        });
        if let Some(watch) = self.watch {
            watch.note(mem::take(&mut written.times));
        }
        written
    }

    fn route(
        &self,
        making: Making<'_>,
        route: &Route,
    ) -> (Outcomes, Option<Found>, Option<(Address, Duration)>) {
        if let Some(kept) = self.kept(route) {
            return (vec![Ok(kept)], None, None);
        }
        let start = self.watch.map(|_| Instant::now());
        let made = making.make(route);
        let time = start.map(|start| (route.address.clone(), start.elapsed()));
        match made {
            Ok(Made { artifact, found }) => (self.files_of(making, route, artifact), found, time),
            Err(fault) => (vec![Err(WriteError::Theme(fault))], None, time),
        }
    }

    /// The file of a route that need not be made.
    fn kept(&self, route: &Route) -> Option<Left> {
        let file = route.address.file();
        let state = self.last_build.as_ref()?.kept(self.site, route, &file, &self.folder.join(&file))?;
        Some(Left { file, outcome: Outcome::Unchanged, state: Some(state) })
    }

    /// Writes a file and its compressed copies.
    fn files_of(&self, making: Making<'_>, route: &Route, artifact: Artifact) -> Outcomes {
        let file = route.address.file();
        let bytes = match artifact {
            Artifact::Bytes(bytes) => bytes,
            // Documents are read to be compared one at a time, and held no longer.
            Artifact::Copy(source) => {
                let path = self.world.locate(&source);
                match fs::read(&path) {
                    Ok(bytes) => bytes,
                    Err(error) => return vec![Err(disk("read", &path)(error))],
                }
            }
        };
        let copies =
            making.copies(&file).map(|encoding| (copy(&file, encoding), making.encoded(encoding, &bytes)));
        let mut outcomes: Outcomes = copies.map(|(copy, bytes)| self.file(copy, &bytes)).collect();
        outcomes.push(self.file(file, &bytes));
        outcomes
    }

    fn file(&self, file: String, bytes: &[u8]) -> Result<Left, WriteError> {
        let path = self.folder.join(&file);
        if let Some(metadata) = self.create(&file, &path, bytes)? {
            let state = FileState::read(&metadata);
            return Ok(Left { file, outcome: Outcome::Created, state });
        }
        let outcome = self.bytes(&file, &path, bytes)?;
        let state = self.last_build.as_ref().and_then(|_| match outcome {
            Outcome::Staged => FileState::of(&staged(&path)),
            Outcome::Created | Outcome::Unchanged => FileState::of(&path),
        });
        Ok(Left { file, outcome, state })
    }

    /// Writes a file that no earlier build made, at once; nothing where something is in its place.
    fn create(&self, file: &str, path: &Path, bytes: &[u8]) -> Result<Option<Metadata>, WriteError> {
        if self.is_dry || self.ledger.files.contains(file) {
            return Ok(None);
        }
        let mut new = match create_new(path) {
            Ok(new) => new,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
            Err(source) => return Err(disk("write", path)(source)),
        };
        let written = new.write_all(bytes).and_then(|()| new.metadata());
        written.map(Some).map_err(|source| cut_short(path, source))
    }

    fn bytes(&self, file: &str, path: &Path, bytes: &[u8]) -> Result<Outcome, WriteError> {
        match fs::read(path) {
            Ok(before) if before == bytes => Ok(Outcome::Unchanged),
            Ok(_) if !self.ledger.files.contains(file) => Err(WriteError::Occupied(shown(path))),
            Ok(_) => {
                self.put(&staged(path), bytes)?;
                Ok(Outcome::Staged)
            }
            Err(error) if is_absence(&error) => {
                self.put(path, bytes)?;
                Ok(Outcome::Created)
            }
            Err(source) => Err(disk("read", path)(source)),
        }
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        if self.is_dry {
            return Ok(());
        }
        let written = match fs::write(path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                create_new(path).and_then(|mut new| new.write_all(bytes))
            }
            written => written,
        };
        written.map_err(|source| cut_short(path, source))
    }

    /// Puts everything in its place, or takes everything back where anything failed.
    fn settle(mut self, outcomes: Outcomes) -> Result<Changes, WriteError> {
        let last_build = self.last_build.take().map(LastBuild::without_files);
        let (changes, states) = self.changes(outcomes)?;
        if self.is_dry {
            return Ok(changes);
        }
        let changes = self.commit(changes)?;
        if let Some(last_build) = last_build {
            last_build.note(states);
        }
        Ok(changes)
    }

    /// What changes; where anything failed, everything is taken back.
    fn changes(&self, outcomes: Outcomes) -> Result<(Changes, FileStates), WriteError> {
        let mut changes = Changes::default();
        let mut states = FileStates::new();
        let mut failure = self.world.changed_text().map(WriteError::World);
        for outcome in outcomes {
            let Left { file, outcome, state } = match outcome {
                Ok(left) => left,
                Err(error) => {
                    failure = failure.or(Some(error));
                    continue;
                }
            };
            match outcome {
                Outcome::Created => changes.created.push(file.clone()),
                Outcome::Staged => changes.changed.push(file.clone()),
                Outcome::Unchanged => changes.unchanged += 1,
            }
            states.extend(state.map(|state| (file, state)));
        }
        changes.removed = self.ledger.files.difference(&self.files).cloned().collect();
        changes.removed.retain(|file| self.folder.join(file).is_file());
        changes.created.sort_unstable();
        changes.changed.sort_unstable();
        let Some(failure) = failure else { return Ok((changes, states)) };
        self.take_back(&changes);
        Err(failure)
    }

    fn commit(&self, changes: Changes) -> Result<Changes, WriteError> {
        for file in &changes.changed {
            let path = self.folder.join(file);
            fs::rename(staged(&path), &path).map_err(disk("replace", &path))?;
        }
        for file in &changes.removed {
            let path = self.folder.join(file);
            fs::remove_file(&path).map_err(disk("remove", &path))?;
            remove_empty_folders(self.folder, path.parent());
        }
        let built_for = BuiltFor { moment: self.site.federation.moment, is_release: self.is_release };
        Ledger::end(self.folder, &self.files, Some(built_for)).map_err(disk("write", self.folder))?;
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
        let _ = Ledger::end(self.folder, &self.ledger.files, self.ledger.built_for);
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

/// Opens a file that is not there. Its folder is made when the first file needs it: that of a page is its own, and
/// as new as the page.
fn create_new(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent().filter(|_| path.ends_with(PAGE_FILE)) {
        fs::create_dir_all(folder)?;
    }
    match (File::create_new(path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            File::create_new(path)
        }
        (opened, _) => opened,
    }
}

/// A file cut short by a full disk must not pass for a page.
fn cut_short(path: &Path, source: io::Error) -> WriteError {
    let _ = fs::remove_file(path);
    disk("write", path)(source)
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
