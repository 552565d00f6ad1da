//! What was read of the outside: whoever reads the same again makes the same of it.
//!
//! This module must not know what anything is read for.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::audit::Key;
use crate::source::FilePath;
use crate::world::Listing;

/// Notes what is read, each file and folder by a hash of what was found there.
#[derive(Debug, Default)]
pub(super) struct Witness {
    seen: Mutex<BTreeMap<String, Key>>,
}

impl Witness {
    /// A file was read.
    pub(super) fn file(&self, path: &str, bytes: &[u8]) {
        self.note(path.to_owned(), Key::of(bytes));
    }

    /// The beginning of a file was read.
    pub(super) fn head(&self, path: &str, bytes: &[u8]) {
        self.note(format!("{path} head"), Key::of(bytes));
    }

    /// The size of a file was asked for.
    pub(super) fn size(&self, path: &str, size: u64) {
        self.note(format!("{path} size"), Key::of(&size.to_le_bytes()));
    }

    /// A file was not there.
    pub(super) fn absence(&self, path: &str) {
        self.note(format!("{path} absent"), Key::of(&[]));
    }

    /// A folder was listed.
    pub(super) fn listing(&self, folder: &str, listing: &Listing) {
        let unreadable = listing.unreadable_names.iter().map(String::as_str);
        let names: String = listing
            .files
            .iter()
            .map(FilePath::as_str)
            .chain(unreadable)
            .flat_map(|name| [name, "\n"])
            .collect();
        self.note(format!("{folder}/"), Key::of(names.as_bytes()));
    }

    /// Gives all that was read up to now, in order of path.
    pub(super) fn each(&self, mut take: impl FnMut(&str, Key)) {
        if let Ok(seen) = self.seen.lock() {
            seen.iter().for_each(|(path, key)| take(path, *key));
        }
    }

    fn note(&self, what: String, key: Key) {
        if let Ok(mut seen) = self.seen.lock() {
            seen.insert(what, key);
        }
    }
}
