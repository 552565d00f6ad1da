//! What was worked out in earlier runs, kept in a folder of the site that anyone may delete.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use crate::audit::{Key, Memory};

/// The folder, below the site's.
pub const FOLDER: &str = ".grappe-cache";

/// Bytes before a value that tell whether it is whole.
const SEAL: usize = 32;

/// A memory on a disk. A value that cannot be read or written is worked out again.
pub struct DiskMemory {
    folder: PathBuf,
    used: Mutex<HashSet<String>>,
    /// What earlier runs left, listed once: asking the disk for each page of a new site costs more than that.
    left: OnceLock<HashSet<String>>,
}

impl DiskMemory {
    /// The memory of a site, in its folder.
    #[must_use]
    pub fn of_site(site: &Path) -> Self {
        Self { folder: site.join(FOLDER), used: Mutex::default(), left: OnceLock::new() }
    }

    /// Removes what was neither recalled nor remembered since this was made, best effort.
    pub fn forget_unused(&self) {
        let Ok(used) = self.used.lock() else { return };
        for file in self.files().filter(|file| !used.contains(&*file.file_name().to_string_lossy())) {
            let _ = fs::remove_file(file.path());
        }
    }

    fn files(&self) -> impl Iterator<Item = DirEntry> {
        let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let folders = entries(&self.folder).filter(|entry| entry.path().is_dir());
        folders.flat_map(move |folder| entries(&folder.path()).collect::<Vec<_>>())
    }

    /// Whether a value may be there: not where neither an earlier run nor this one wrote it.
    fn may_have(&self, name: &str) -> bool {
        let names = || self.files().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        self.left.get_or_init(names).contains(name) || self.used.lock().is_ok_and(|used| used.contains(name))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name.get(..2).unwrap_or("00")).join(name)
    }

    fn note(&self, name: String) {
        if let Ok(mut used) = self.used.lock() {
            used.insert(name);
        }
    }

    /// Writes a value where it lies: what another run reads of it before it is whole is not taken for it.
    fn write(&self, path: &Path, value: &[u8]) -> io::Result<()> {
        let sealed = [blake3::hash(value).as_bytes().as_slice(), value].concat();
        match (fs::write(path, &sealed), path.parent()) {
            (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(folder)?;
                mark(&self.folder)?;
                fs::write(path, &sealed)
            }
            (written, _) => written,
        }
    }
}

/// Keeps the folder of memories out of repositories and backups.
pub(super) fn mark(folder: &Path) -> io::Result<()> {
    let ignore = folder.join(".gitignore");
    if ignore.is_file() {
        return Ok(());
    }
    fs::write(folder.join("CACHEDIR.TAG"), "Signature: 8a477f597d28d172789f06886806bc55\n")?;
    fs::write(ignore, "*\n")
}

impl Memory for DiskMemory {
    fn recall(&self, key: Key) -> Option<Vec<u8>> {
        let name = key.name();
        if !self.may_have(&name) {
            return None;
        }
        let mut bytes = fs::read(self.path(&name)).ok()?;
        // What was cut short by a full disk must not pass for what it was.
        let value = (bytes.len() >= SEAL).then(|| bytes.split_off(SEAL))?;
        if blake3::hash(&value).as_bytes().as_slice() != bytes {
            return None;
        }
        self.note(name);
        Some(value)
    }

    fn remember(&self, key: Key, value: &[u8]) {
        let name = key.name();
        let _ = self.write(&self.path(&name), value);
        self.note(name);
    }
}
