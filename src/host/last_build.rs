//! What the last build read and wrote, so that the next one makes only pages that may be others.
//!
//! A page is kept where the same program, for the same day, would read the same for it, and its file is as it was
//! written. Of posts, the words of the text show on their own page alone: [`FramePrint`] tells. What is not known to
//! be the same counts as changed, and without this memory everything is made.
#![expect(clippy::disallowed_types, reason = "this floor is the outside")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::disk::DiskWorld;
use super::memory::{FOLDER, mark};
use super::witness::Witness;
use crate::audit::Key;
use crate::output::Site;
use crate::parse::FramePrint;
use crate::plan::{Output, Route, Subject};

/// What a build read and wrote.
#[derive(Default, Serialize, Deserialize)]
struct Notes {
    /// A hash of all that any page may show.
    frame: String,
    /// A hash of each post of which other pages show no more than its frame, by path.
    posts: HashMap<String, String>,
    /// How each file was left, by path.
    files: FileStates,
}

impl Notes {
    /// Piece by piece: as one text they would be as large again as they are.
    fn write(&self, path: &Path) -> io::Result<()> {
        let mut file = BufWriter::new(File::create(path)?);
        serde_json::to_writer(&mut file, self)?;
        file.flush()
    }
}

/// How files were left, by path.
pub(super) type FileStates = HashMap<String, FileState>;

/// How a file was left: its size, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileState(u64, u64);

impl FileState {
    /// How a file is; nothing where none is there.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Self::read(&fs::metadata(path).ok()?)
    }

    /// How a file is, by what the system says of it.
    pub(super) fn read(metadata: &fs::Metadata) -> Option<Self> {
        let written = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let written = u64::try_from(written.as_nanos()).ok()?;
        metadata.is_file().then_some(Self(metadata.len(), written))
    }
}

/// Tells which pages an earlier build left as this one would make them.
pub(super) struct LastBuild {
    /// Where the notes are kept.
    file: PathBuf,
    /// What this build reads.
    frame: String,
    posts: HashMap<String, String>,
    /// What the last one left, where its frame is this one's.
    files: FileStates,
    /// The posts whose texts are others than the last time, by path.
    edited: HashSet<String>,
}

impl LastBuild {
    /// Compares what a site is made of with what the last build to a folder read; nothing where nobody noted what
    /// was read.
    pub(super) fn of(site: &Site, world: &DiskWorld, folder: &Path) -> Option<Self> {
        let (frame, posts) = prints(site, world.witness()?);
        let file = world.root().join(FOLDER).join(name_of(folder));
        let last: Notes =
            fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let is_same = last.frame == frame;
        let edited = posts.iter().filter(|(path, print)| last.posts.get(*path) != Some(print));
        let edited = if is_same { edited.map(|(path, _)| path.clone()).collect() } else { HashSet::new() };
        let files = if is_same { last.files } else { HashMap::new() };
        Some(Self { file, frame, posts, files, edited })
    }

    /// How the file of a route is where an earlier build left it as this one would make it.
    pub(super) fn kept(&self, site: &Site, route: &Route, file: &str, path: &Path) -> Option<FileState> {
        let left = self.files.get(file)?;
        if !self.is_same(site, route) {
            return None;
        }
        FileState::of(path).filter(|state| state == left)
    }

    /// Whether a route would be made of the same as the last time.
    fn is_same(&self, site: &Site, route: &Route) -> bool {
        match &route.output {
            Output::Page(Subject::Entity(id), _) => {
                let mut documents = site.federation.entity(*id).documents();
                !documents.any(|document| self.edited.contains(document.path.as_str()))
            }
            Output::Page(..)
            | Output::Feed(_)
            | Output::Agenda(_)
            | Output::Event(..)
            | Output::Data(..)
            | Output::Sitemap
            | Output::SitemapPart(_)
            | Output::Robots
            | Output::Redirect(_)
            | Output::ThemeFile(_) => true,
            // What is searched are the texts.
            Output::SearchIndex(..) => self.edited.is_empty(),
            // What is copied is not read before; what is made from measures is not known yet.
            Output::ContentFile(_) | Output::Hosting(_) | Output::EcodesignData(..) => false,
        }
    }

    /// Lets go of how the last build left its files, once every file of this one is looked at: there are as many
    /// again to note.
    pub(super) fn without_files(self) -> Self {
        Self { files: HashMap::new(), ..self }
    }

    /// Notes what this build read and how it left its files; without it the next one makes everything.
    pub(super) fn note(self, files: FileStates) {
        let notes = Notes { frame: self.frame, posts: self.posts, files };
        let staged = self.file.with_extension("new");
        let Some(folder) = self.file.parent() else { return };
        if fs::create_dir_all(folder).is_ok() && mark(folder).is_ok() && notes.write(&staged).is_ok() {
            let _ = fs::rename(&staged, &self.file);
        }
    }
}

/// The name of the notes on a folder: one site may be built to several.
fn name_of(folder: &Path) -> String {
    let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    format!("build-{}", short(&Key::of(whole.to_string_lossy().as_bytes()).name()))
}

/// As much of a hash as tells what lies in one site apart.
fn short(hash: &str) -> String {
    hash.get(..32).unwrap_or(hash).to_owned()
}

/// A hash of all that any page may show, and one of each post of which only its own page shows more.
fn prints(site: &Site, witness: &Witness) -> (String, HashMap<String, String>) {
    let framed: BTreeMap<&str, FramePrint> = site
        .federation
        .all()
        .flat_map(|(_, entity)| entity.documents())
        .filter_map(|document| Some((document.path.as_str(), document.frame?)))
        .collect();
    let mut frame = blake3::Hasher::new();
    frame.update(program().as_bytes());
    frame.update(format!("{:?}", site.federation.moment).as_bytes());
    let mut posts = HashMap::new();
    witness.each(|path, key| {
        frame.update(path.as_bytes());
        if let Some(print) = framed.get(path) {
            frame.update(b"\nframe ").update(print.as_bytes());
            posts.insert(path.to_owned(), short(&key.name()));
        } else {
            frame.update(b"\nwhole ").update(key.name().as_bytes());
        }
    });
    (frame.finalize().to_hex().to_string(), posts)
}

/// What tells this program from another: its version, and its own file.
fn program() -> String {
    let own = std::env::current_exe().ok().and_then(|path| FileState::of(&path));
    format!("{} {own:?}", env!("CARGO_PKG_VERSION"))
}
