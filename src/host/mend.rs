//! Files of a site mended in place, all or none, and given back as they were.
//!
//! Before anything is touched, what the files held is kept in a folder beside them. Each mended file
//! is written beside the old one, and takes its place when all are written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::fix::Change;
use crate::source::FilePath;

/// Where what files held is kept, below the site's folder.
const KEPT: &str = ".grappe-undo";
/// The list of files kept, in that folder.
const LIST: &str = "files.json";
/// What a mended file is called until it takes the place of the old one.
const STAGED: &str = ".grappe-new";

/// Why nothing was mended, or not given back.
#[derive(Debug, thiserror::Error)]
pub enum MendError {
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
    /// A file has changed since it was read, or since it was mended.
    #[error("{0} has changed")]
    Changed(FilePath),
    /// Nothing was mended before.
    #[error("nothing to undo")]
    Nothing,
}

/// One file kept: what it held is in the file of its number.
#[derive(Deserialize, Serialize)]
struct Kept {
    path: String,
    /// The hash of the mended bytes, by which a later edit is known.
    mended: String,
}

/// Writes changes, all or none. What the files held is kept until the next mend.
///
/// # Errors
/// Why nothing was written: the files are as they were.
pub fn mend(site: &Path, changes: &[Change]) -> Result<(), MendError> {
    for change in changes {
        is_still(site, &change.file, |bytes| bytes == change.before.as_bytes())?;
    }
    keep(site, changes)?;
    let files: Vec<(PathBuf, &[u8])> =
        changes.iter().map(|change| (locate(site, &change.file), change.after.as_bytes())).collect();
    replace(&files)
}

/// Gives the files of the last mend back as they were; says which.
///
/// # Errors
/// Why nothing was given back: a file was edited since, or there was no mend.
pub fn unmend(site: &Path) -> Result<Vec<FilePath>, MendError> {
    let folder = site.join(KEPT);
    let list = folder.join(LIST);
    let text = fs::read(&list).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => MendError::Nothing,
        _ => disk("read", &list)(error),
    })?;
    let kept: Vec<Kept> = serde_json::from_slice(&text).map_err(|_| MendError::Nothing)?;
    let mut held = Vec::with_capacity(kept.len());
    for (number, kept) in kept.iter().enumerate() {
        let path = folder.join(number.to_string());
        let bytes = fs::read(&path).map_err(disk("read", &path))?;
        // A mend that was cut short has left some files as they were.
        let is_known = |now: &[u8]| hash(now) == kept.mended || now == bytes;
        is_still(site, &FilePath::new(&kept.path), is_known)?;
        held.push((locate(site, &FilePath::new(&kept.path)), bytes));
    }
    let files: Vec<(PathBuf, &[u8])> =
        held.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice())).collect();
    replace(&files)?;
    fs::remove_dir_all(&folder).map_err(disk("remove", &folder))?;
    Ok(kept.iter().map(|kept| FilePath::new(&kept.path)).collect())
}

fn is_still(site: &Path, file: &FilePath, is_same: impl Fn(&[u8]) -> bool) -> Result<(), MendError> {
    let path = locate(site, file);
    let bytes = fs::read(&path).map_err(disk("read", &path))?;
    if is_same(&bytes) { Ok(()) } else { Err(MendError::Changed(file.clone())) }
}

fn keep(site: &Path, changes: &[Change]) -> Result<(), MendError> {
    let folder = site.join(KEPT);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(disk("remove", &folder))?;
    }
    fs::create_dir_all(&folder).map_err(disk("make", &folder))?;
    for (number, change) in changes.iter().enumerate() {
        let path = folder.join(number.to_string());
        fs::write(&path, &change.before).map_err(disk("write", &path))?;
    }
    let list: Vec<Kept> = changes
        .iter()
        .map(|change| Kept { path: change.file.to_string(), mended: hash(change.after.as_bytes()) })
        .collect();
    let path = folder.join(LIST);
    let text = serde_json::to_vec_pretty(&list).unwrap_or_default();
    fs::write(&path, text).map_err(disk("write", &path))
}

/// Writes every file beside the old one, then lets each take its place.
fn replace(files: &[(PathBuf, &[u8])]) -> Result<(), MendError> {
    for (path, bytes) in files {
        let beside = staged(path);
        if let Err(error) = fs::write(&beside, bytes) {
            for (path, _) in files {
                let _ = fs::remove_file(staged(path));
            }
            return Err(disk("write", &beside)(error));
        }
    }
    for (path, _) in files {
        fs::rename(staged(path), path).map_err(disk("write", path))?;
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

fn locate(site: &Path, file: &FilePath) -> PathBuf {
    site.join(file.as_str())
}

fn staged(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(STAGED);
    PathBuf::from(name)
}

fn disk(operation: &'static str, path: &Path) -> impl FnOnce(io::Error) -> MendError {
    let path = path.display().to_string();
    move |source| MendError::Disk { operation, path, source }
}
