//! Texts of the content read again from the disk.
#![expect(clippy::disallowed_types, reason = "this floor is the outside")]

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::source::FilePath;
use crate::world::{Passage, TextReader, WorldError};

/// The texts of a site's folder.
#[derive(Debug)]
pub(super) struct DiskTexts {
    root: PathBuf,
    /// The first file that was not the same when it was read again: when one is told, the command ends.
    changed: OnceLock<FilePath>,
}

impl DiskTexts {
    /// Those of a folder.
    pub(super) const fn new(root: PathBuf) -> Self {
        Self { root, changed: OnceLock::new() }
    }

    /// The first file that was not the same.
    pub(super) fn changed_text(&self) -> Option<WorldError> {
        self.changed.get().map(WorldError::changed)
    }

    fn bytes(&self, passage: &Passage) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.root.join(passage.file.as_str()))?;
        let range = passage.span.range();
        file.seek(SeekFrom::Start(range.start as u64))?;
        let mut bytes = vec![0; range.len()];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl TextReader for DiskTexts {
    fn read_again(&self, passage: &Passage) -> Option<String> {
        let text = self.bytes(passage).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let same = text.filter(|text| passage.held(text));
        if same.is_none() {
            let _ = self.changed.set(passage.file.clone());
        }
        same
    }
}
