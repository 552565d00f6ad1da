//! What was worked out in earlier runs, kept in a folder of the site that anyone may delete.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::audit::{Key, Memory};

/// The folder, below the site's.
pub const FOLDER: &str = ".grappe-cache";

/// Bytes before a value that tell whether it is whole.
const SEAL: usize = 32;

/// A memory on a disk. A value that cannot be read or written is worked out again.
pub struct DiskMemory {
    folder: PathBuf,
    used: Mutex<HashSet<String>>,
}

impl DiskMemory {
    /// The memory of a site, in its folder.
    #[must_use]
    pub fn of_site(site: &Path) -> Self {
        Self { folder: site.join(FOLDER), used: Mutex::default() }
    }

    /// Removes what was neither recalled nor remembered since this was made, best effort.
    pub fn forget_unused(&self) {
        let Ok(used) = self.used.lock() else { return };
        let folders = fs::read_dir(&self.folder).into_iter().flatten().filter_map(Result::ok);
        for folder in folders.filter(|entry| entry.path().is_dir()) {
            let files = fs::read_dir(folder.path()).into_iter().flatten().filter_map(Result::ok);
            for file in files.filter(|file| !used.contains(&*file.file_name().to_string_lossy())) {
                let _ = fs::remove_file(file.path());
            }
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name.get(..2).unwrap_or("00")).join(name)
    }

    fn note(&self, name: String) {
        if let Ok(mut used) = self.used.lock() {
            used.insert(name);
        }
    }

    /// Writes a value beside its place first: another run may be reading it.
    fn write(&self, path: &Path, value: &[u8]) -> io::Result<()> {
        if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
            fs::create_dir_all(folder)?;
            self.mark()?;
        }
        let staged = path.with_extension(format!("{}.new", std::process::id()));
        fs::write(&staged, [blake3::hash(value).as_bytes().as_slice(), value].concat())?;
        fs::rename(&staged, path)
    }

    /// Keeps the folder out of repositories and backups.
    fn mark(&self) -> io::Result<()> {
        let ignore = self.folder.join(".gitignore");
        if ignore.is_file() {
            return Ok(());
        }
        fs::write(self.folder.join("CACHEDIR.TAG"), "Signature: 8a477f597d28d172789f06886806bc55\n")?;
        fs::write(ignore, "*\n")
    }
}

impl Memory for DiskMemory {
    fn recall(&self, key: Key) -> Option<Vec<u8>> {
        let name = key.name();
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
