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
/// The same until the mended files are ready: the last mend can be taken back as long as this one may fail.
const KEPT_NEXT: &str = ".grappe-undo-next";
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
    /// A file that whoever keeps it has protected against writing.
    #[error("{0} is read-only")]
    ReadOnly(FilePath),
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

/// A file to be written: what it holds is put back if a later one fails.
struct Rewrite {
    path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// Writes changes, all or none. What the files held is kept until the next mend.
///
/// # Errors
/// Why nothing was written: the files are as they were.
pub fn mend(site: &Path, changes: &[Change]) -> Result<(), MendError> {
    let rewrites = changes.iter().map(|change| {
        let before = change.before.as_bytes();
        rewrite(site, &change.file, change.after.as_bytes().to_vec(), |now| now == before)
    });
    let rewrites = rewrites.collect::<Result<Vec<Rewrite>, _>>()?;
    let (next, kept) = (site.join(KEPT_NEXT), site.join(KEPT));
    keep(&next, changes)?;
    let made = stage(&rewrites).and_then(|()| {
        clear(&kept)?;
        fs::rename(&next, &kept).map_err(disk("write", &kept))?;
        settle(&rewrites)
    });
    if made.is_err() {
        unstage(&rewrites);
        let _ = fs::remove_dir_all(&next);
    }
    made
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
    let mut rewrites = Vec::with_capacity(kept.len());
    for (number, kept) in kept.iter().enumerate() {
        let path = folder.join(number.to_string());
        let bytes = fs::read(&path).map_err(disk("read", &path))?;
        // A mend that was cut short has left some files as they were.
        let is_known = |now: &[u8]| hash(now) == kept.mended || now == bytes;
        rewrites.push(rewrite(site, &FilePath::new(&kept.path), bytes.clone(), is_known)?);
    }
    stage(&rewrites).and_then(|()| settle(&rewrites)).inspect_err(|_| unstage(&rewrites))?;
    clear(&folder)?;
    Ok(kept.iter().map(|kept| FilePath::new(&kept.path)).collect())
}

/// A file to be written, as long as it holds what it should and may be written.
fn rewrite(
    site: &Path,
    file: &FilePath,
    after: Vec<u8>,
    is_same: impl Fn(&[u8]) -> bool,
) -> Result<Rewrite, MendError> {
    let path = site.join(file.as_str());
    let before = fs::read(&path).map_err(disk("read", &path))?;
    if !is_same(&before) {
        return Err(MendError::Changed(file.clone()));
    }
    // A new file could take the place of one that is read-only: the writer meant it to stay.
    let about = fs::metadata(&path).map_err(disk("read", &path))?;
    if about.permissions().readonly() {
        return Err(MendError::ReadOnly(file.clone()));
    }
    Ok(Rewrite { path, before, after })
}

fn keep(folder: &Path, changes: &[Change]) -> Result<(), MendError> {
    clear(folder)?;
    fs::create_dir_all(folder).map_err(disk("make", folder))?;
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

fn clear(folder: &Path) -> Result<(), MendError> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(disk("remove", folder)) } else { Ok(()) }
}

/// Writes every file beside the old one, for the same people to read and write.
fn stage(rewrites: &[Rewrite]) -> Result<(), MendError> {
    for Rewrite { path, after, .. } in rewrites {
        let beside = staged(path);
        fs::write(&beside, after).map_err(disk("write", &beside))?;
        let permissions = fs::metadata(path).map(|about| about.permissions());
        let permitted = permissions.and_then(|permissions| fs::set_permissions(&beside, permissions));
        permitted.map_err(disk("write", &beside))?;
    }
    Ok(())
}

/// Lets each file take its place; where one cannot, those before it are put back.
fn settle(rewrites: &[Rewrite]) -> Result<(), MendError> {
    for (index, Rewrite { path, .. }) in rewrites.iter().enumerate() {
        if let Err(error) = fs::rename(staged(path), path) {
            for Rewrite { path, before, .. } in rewrites.iter().take(index) {
                let _ = fs::write(path, before);
            }
            return Err(disk("write", path)(error));
        }
    }
    Ok(())
}

fn unstage(rewrites: &[Rewrite]) {
    for Rewrite { path, .. } in rewrites {
        let _ = fs::remove_file(staged(path));
    }
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
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
