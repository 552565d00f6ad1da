//! What changed on the disk, as it is written.
//!
//! The system's notices wake us. What they say is trusted as far as they name files whose bytes were
//! written; for all else the caller is told to look for itself ([`Changed::Everything`], which may
//! always be said without need). It knows nothing of what the files are for.

mod batch;
mod editors;
mod notices;
mod targets;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use batch::Batch;
use notices::{Heard, Notices};
use targets::Targets;

/// How long nothing must happen for a change to be over.
const QUIET: Duration = Duration::from_millis(30);
/// How long a change that goes on is waited for.
const LONGEST: Duration = Duration::from_millis(500);
/// When to look again after a change that was more than bytes: what is written into a new folder before
/// the system watches it wakes nobody.
const SECOND_LOOK: Duration = Duration::from_millis(200);
/// How often to look where the system gives no notices.
const REGULAR_LOOK: Duration = Duration::from_secs(1);

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// These files were written or replaced, and nothing else happened. Each is there; one that the
    /// caller does not know is new.
    Files(BTreeSet<PathBuf>),
    /// Anything may have changed, or nothing: the caller compares sizes and times.
    Everything,
}

/// Why there are no notices: the caller is told to look every second instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// The system watches no more folders for this person.
    #[error("the system's limit of watched folders is reached")]
    TooManyFolders,
    /// The system does not tell of changes.
    #[error("the system does not tell of changes: {0}")]
    NoNotices(String),
}

/// Watches folders, with all in them, and single files.
pub struct Watcher {
    targets: Targets,
    /// Nothing where the system gives none.
    notices: Option<Notices>,
    warning: Option<Warning>,
    next_look: Option<Look>,
}

/// A look at everything for which there is no notice.
#[derive(Clone, Copy)]
struct Look {
    at: Instant,
    /// Whether folders changed, so that those that are watched may not be all.
    arms: bool,
}

impl Look {
    fn after(pause: Duration, arms: bool) -> Self {
        Self { at: Instant::now() + pause, arms }
    }

    fn is_due(self) -> bool {
        self.at <= Instant::now()
    }
}

impl Watcher {
    /// Watches folders and files, which need not be there yet. Changes are told by the paths given here.
    #[must_use]
    pub fn new(folders: &[PathBuf], files: &[PathBuf]) -> Self {
        let targets = Targets::new(folders, files);
        let mut watcher = Self { targets, notices: None, warning: None, next_look: None };
        match Notices::listen() {
            Ok(notices) => {
                watcher.notices = Some(notices);
                watcher.arm();
            }
            Err(warning) => watcher.do_without(warning),
        }
        watcher
    }

    /// Asks the system for no notices: the caller is told to look every second.
    #[must_use]
    pub fn without_notices() -> Self {
        let next_look = Some(Look::after(REGULAR_LOOK, false));
        Self { targets: Targets::new(&[], &[]), notices: None, warning: None, next_look }
    }

    /// Why there are no notices, where there should be. It may come to that at any time.
    pub const fn warning(&self) -> Option<&Warning> {
        self.warning.as_ref()
    }

    /// Waits for a change that begins within a time, and for its end.
    pub fn next(&mut self, timeout: Duration) -> Option<Changed> {
        let deadline = Instant::now() + timeout;
        loop {
            let batch = match self.first(deadline) {
                First::Noted(batch) => self.rest(batch),
                First::LookIsDue(look) => return Some(self.look(look)),
                First::Nothing => return None,
            };
            if let Some(changed) = self.conclude(batch) {
                return Some(changed);
            }
        }
    }

    /// Waits for a first thing worth noting.
    fn first(&mut self, deadline: Instant) -> First {
        let mut batch = Batch::default();
        loop {
            let look = self.next_look.filter(|look| look.at <= deadline);
            let Some(heard) = self.hear(look.map_or(deadline, |look| look.at)) else {
                return look.map_or(First::Nothing, First::LookIsDue);
            };
            if self.note(&mut batch, heard) {
                return First::Noted(batch);
            }
        }
    }

    /// Waits until nothing more happens.
    fn rest(&mut self, mut batch: Batch) -> Batch {
        let longest = Instant::now() + LONGEST;
        let mut quiet = Instant::now() + QUIET;
        while let Some(heard) = self.hear(quiet.min(longest)) {
            // Without end, what is not worth noting must not keep us either.
            if Instant::now() >= longest {
                self.note(&mut batch, heard);
                break;
            }
            if self.note(&mut batch, heard) {
                quiet = Instant::now() + QUIET;
            }
        }
        batch
    }

    fn conclude(&mut self, batch: Batch) -> Option<Changed> {
        if batch.moves_targets() {
            self.targets.disarm(self.notices.as_mut());
            self.arm();
        }
        let end = batch.end();
        let is_due = self.next_look.is_some_and(Look::is_due);
        match end.changed {
            Some(Changed::Everything) => {
                self.look_again(end.folders);
                Some(Changed::Everything)
            }
            Some(Changed::Files(_)) if is_due => self.next_look.map(|look| self.look(look)),
            other => other,
        }
    }

    /// The look that was set for now.
    fn look(&mut self, look: Look) -> Changed {
        self.next_look = self.notices.is_none().then(|| Look::after(REGULAR_LOOK, false));
        if look.arms {
            self.arm();
        }
        Changed::Everything
    }

    fn look_again(&mut self, arms: bool) {
        let arms = arms || self.next_look.is_some_and(|look| look.arms);
        if self.notices.is_some() {
            self.next_look = Some(Look::after(SECOND_LOOK, arms));
        }
    }

    /// What the system says until a time.
    fn hear(&self, until: Instant) -> Option<Heard> {
        let left = until.saturating_duration_since(Instant::now());
        if let Some(notices) = &self.notices {
            return notices.hear(left);
        }
        std::thread::sleep(left);
        None
    }

    /// Notes what was heard, if it is worth it.
    fn note(&mut self, batch: &mut Batch, heard: Heard) -> bool {
        match heard {
            Heard::Event(event) => batch.note(&event, &self.targets),
            Heard::Doubt => {
                batch.note_doubt();
                true
            }
            Heard::End(warning) => {
                self.do_without(warning);
                batch.note_doubt();
                true
            }
        }
    }

    fn arm(&mut self) {
        let Some(notices) = &mut self.notices else {
            return;
        };
        match self.targets.arm(notices) {
            Ok(true) => {}
            // Something moved under our hands: it is tried again.
            Ok(false) => self.look_again(true),
            Err(warning) => self.do_without(warning),
        }
    }

    fn do_without(&mut self, warning: Warning) {
        self.notices = None;
        self.warning = Some(warning);
        self.next_look = Some(Look::after(REGULAR_LOOK, false));
    }
}

/// What ended the wait for a change.
enum First {
    Noted(Batch),
    LookIsDue(Look),
    Nothing,
}
