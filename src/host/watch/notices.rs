//! The system's notices of changes, as the crate `notify` gives them.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Error, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Warning;

/// Something the system said.
pub(super) enum Heard {
    /// This happened.
    Event(Event),
    /// Something happened, and what is not known.
    Doubt,
    /// It will say nothing more.
    End(Warning),
}

/// The notices of one watcher.
pub(super) struct Notices {
    system: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Notices {
    pub(super) fn listen() -> Result<Self, Warning> {
        let (sender, events) = mpsc::channel();
        let hand_on = move |event: notify::Result<Event>| {
            if !event.as_ref().is_ok_and(is_reading) {
                // Once nobody listens there is nobody to tell.
                let _ = sender.send(event);
            }
        };
        // Links are not followed, as when the site is read: they may lead round in a circle.
        let config = Config::default().with_follow_symlinks(false);
        let system = RecommendedWatcher::new(hand_on, config).map_err(|error| warning_of(&error))?;
        Ok(Self { system, events })
    }

    /// What is said within a time.
    pub(super) fn hear(&self, timeout: Duration) -> Option<Heard> {
        match self.events.recv_timeout(timeout) {
            Ok(Ok(event)) if event.need_rescan() => Some(Heard::Doubt),
            Ok(Ok(event)) => Some(Heard::Event(event)),
            Ok(Err(error)) if is_limit(&error) => Some(Heard::End(warning_of(&error))),
            Ok(Err(_)) => Some(Heard::Doubt),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                Some(Heard::End(Warning::NoNotices("the notices ended".to_owned())))
            }
        }
    }

    /// Watches a folder; says whether it was there all the while.
    pub(super) fn watch(&mut self, folder: &Path, with_all_below: bool) -> Result<bool, Warning> {
        let mode = if with_all_below { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        match self.system.watch(folder, mode) {
            Ok(()) => Ok(true),
            Err(error) if is_absence(&error) => Ok(false),
            Err(error) => Err(warning_of(&error)),
        }
    }

    /// Watches a folder no more. That it was not, or is gone, is as good.
    pub(super) fn unwatch(&mut self, folder: &Path) {
        let _ = self.system.unwatch(folder);
    }
}

/// Whether a file was only opened, read or closed. Our own reading must not wake us.
fn is_reading(event: &Event) -> bool {
    matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write))
}

fn is_absence(error: &Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

const fn is_limit(error: &Error) -> bool {
    matches!(error.kind, ErrorKind::MaxFilesWatch)
}

fn warning_of(error: &Error) -> Warning {
    if is_limit(error) { Warning::TooManyFolders } else { Warning::NoNotices(error.to_string()) }
}
