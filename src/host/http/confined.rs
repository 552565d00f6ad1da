//! Files below a folder, and none outside of it.
#![expect(clippy::disallowed_types, reason = "this floor is the outside")]

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path};
use std::time::SystemTime;

/// Why a file is not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is none.
    #[error("there is no such file")]
    Missing,
    /// Its path, or a symbolic link on it, leads out of the folder.
    #[error("the path leads out of the folder")]
    Outside,
    /// It is a folder, or something that is no file, such as a pipe, which might never end.
    #[error("this is no regular file")]
    NoFile,
    /// The disk refused.
    #[error(transparent)]
    Disk(io::Error),
}

/// An open file with its length at that time.
#[derive(Debug)]
pub struct OpenFile {
    file: File,
    length: u64,
    modified: Option<SystemTime>,
}

impl OpenFile {
    /// Its length when it was opened.
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// When it was last written, where the system knows.
    pub const fn modified(&self) -> Option<SystemTime> {
        self.modified
    }

    pub(super) fn into_inner(self) -> File {
        self.file
    }
}

/// Opens a regular file below a folder. Links that stay in the folder are followed.
///
/// It is for a folder that its owner alone writes: a file that is made into something else between the
/// look and the opening is noticed only then.
///
/// # Errors
/// Where there is no such file below the folder, or it cannot be read.
pub fn open_confined(root: &Path, relative: &str) -> Result<OpenFile, OpenError> {
    let is_plain = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
    if !is_plain || relative.contains('\0') {
        return Err(OpenError::Outside);
    }
    let root = root.canonicalize().map_err(open_error)?;
    let path = root.join(relative).canonicalize().map_err(open_error)?;
    if !path.starts_with(&root) {
        return Err(OpenError::Outside);
    }
    // Opening a pipe would wait for a writer, so that it is looked at first.
    if !fs::metadata(&path).map_err(open_error)?.is_file() {
        return Err(OpenError::NoFile);
    }
    let file = File::open(&path).map_err(open_error)?;
    let metadata = file.metadata().map_err(open_error)?;
    if !metadata.is_file() {
        return Err(OpenError::NoFile);
    }
    Ok(OpenFile { file, length: metadata.len(), modified: metadata.modified().ok() })
}

fn open_error(error: io::Error) -> OpenError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => OpenError::Missing,
        _ => OpenError::Disk(error),
    }
}
