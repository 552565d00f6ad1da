//! What happened from a first event to a quiet time, and what it comes to.

use std::collections::BTreeSet;
use std::path::PathBuf;

use notify::event::{AccessKind, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Event, EventKind};

use super::Changed;
use super::targets::{Concern, Targets};

/// Events gathered, by the paths that the caller knows.
#[derive(Default)]
pub(super) struct Batch {
    /// Written, or put in the place of what was there.
    written: BTreeSet<PathBuf>,
    /// New, as far as is known.
    born: BTreeSet<PathBuf>,
    /// Removed or named otherwise, and not born here.
    gone: BTreeSet<PathBuf>,
    moves_targets: bool,
    folders: bool,
    doubt: bool,
}

/// What a batch comes to.
pub(super) struct End {
    /// Nothing where it left no trace, such as a draft that was made and removed.
    pub changed: Option<Changed>,
    /// Whether folders may be others than before.
    pub folders: bool,
}

impl Batch {
    /// Notes an event, if it concerns a target.
    pub(super) fn note(&mut self, event: &Event, targets: &Targets) -> bool {
        // What was named otherwise was told already, name by name.
        if event.kind == EventKind::Modify(ModifyKind::Name(RenameMode::Both)) {
            return false;
        }
        let mut is_noted = false;
        for path in &event.paths {
            is_noted |= match targets.concern(path) {
                Concern::Target => self.note_target(event.kind),
                Concern::Content(path) => self.note_content(event.kind, path),
                Concern::None => false,
            };
        }
        is_noted
    }

    /// Notes that something happened and nobody knows what.
    pub(super) fn note_doubt(&mut self) {
        self.doubt = true;
        self.folders = true;
    }

    /// Whether targets, or folders above them, came, went or changed names.
    pub(super) const fn moves_targets(&self) -> bool {
        self.moves_targets
    }

    /// What it comes to, by what is there now.
    pub(super) fn end(mut self) -> End {
        let mut is_more = self.doubt || self.moves_targets;
        // Born and still there: it is new. Gone and there again: it was replaced.
        is_more |= self.born.iter().any(|path| path.symlink_metadata().is_ok());
        self.written.append(&mut self.gone);
        for path in &self.written {
            match path.symlink_metadata() {
                Ok(metadata) if metadata.is_file() => {}
                Ok(_) => {
                    self.folders = true;
                    is_more = true;
                }
                Err(_) => is_more = true,
            }
        }
        let changed = if is_more {
            Some(Changed::Everything)
        } else {
            (!self.written.is_empty()).then_some(Changed::Files(self.written))
        };
        End { changed, folders: self.folders }
    }

    /// Of folders above targets, only coming and going counts: others write beside us.
    fn note_target(&mut self, kind: EventKind) -> bool {
        let moves = matches!(
            kind,
            EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        self.moves_targets |= moves;
        self.folders |= moves;
        moves
    }

    fn note_content(&mut self, kind: EventKind, path: PathBuf) -> bool {
        match kind {
            EventKind::Access(AccessKind::Close(_)) => self.note_written(path),
            EventKind::Access(_) => return false,
            EventKind::Create(CreateKind::File) => self.note_born(path),
            EventKind::Remove(RemoveKind::File) => self.note_gone(path),
            EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                // It may have been a folder, unless it is known as a file.
                self.folders |= !self.born.contains(&path) && !self.written.contains(&path);
                self.note_gone(path);
            }
            EventKind::Modify(ModifyKind::Name(RenameMode::To)) => self.note_replaced(path),
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_) | ModifyKind::Any) => {
                self.note_written(path);
            }
            _ => self.note_doubt(),
        }
        true
    }

    fn note_born(&mut self, path: PathBuf) {
        if self.gone.contains(&path) {
            self.note_replaced(path);
        } else {
            self.born.insert(path);
        }
    }

    fn note_gone(&mut self, path: PathBuf) {
        self.written.remove(&path);
        if !self.born.remove(&path) {
            self.gone.insert(path);
        }
    }

    fn note_replaced(&mut self, path: PathBuf) {
        self.gone.remove(&path);
        self.born.remove(&path);
        self.written.insert(path);
    }

    fn note_written(&mut self, path: PathBuf) {
        if !self.born.contains(&path) {
            self.written.insert(path);
        }
    }
}
