//! What nobody knows: files that could not be read, or that lie where none is read.
//!
//! Such a file is told once, at its own place. What others say of it must not be told wrong too:
//! the terms of a list that could not be read are not missing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::parse::{Document, FaultKind};
use crate::schema::List;
use crate::source::FilePath;

/// What could not be read.
#[derive(Debug, Default)]
pub(super) struct Unread {
    ids: BTreeSet<Arc<str>>,
    paths: BTreeSet<FilePath>,
}

impl Unread {
    /// Sorts out what could not be read among documents, and adds files that no kind reads.
    pub(super) fn new(documents: &[Arc<Document>], misplaced: &[FilePath]) -> Self {
        let broken = documents.iter().filter(|document| is_broken(document));
        let broken = broken.map(|document| (document.id.clone(), document.path.clone()));
        let misplaced = misplaced.iter().map(|path| (Arc::from(stem(path)), path.clone()));
        let (ids, paths) = broken.chain(misplaced).unzip();
        Self { ids, paths }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Whether an id is this end of an address, or this after the date of a post.
    pub(super) fn has_end(&self, end: &str) -> bool {
        let is_end = |id: &str| {
            let date = id.strip_suffix(end).and_then(|date| date.strip_suffix('-'));
            date.is_some_and(|date| date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
        };
        self.has(end) || (!end.is_empty() && self.ids.iter().any(|id| is_end(id)))
    }

    pub(super) fn has_list(&self, list: List) -> bool {
        self.has(list.name())
    }

    /// A path that is there, or that a file of the same name in another place stands for.
    pub(super) fn has_path(&self, path: &FilePath) -> bool {
        let is_entry = matches!(path.name().rsplit_once('.'), Some((_, "yaml" | "md")));
        self.paths.contains(path) || (is_entry && self.has(stem(path)))
    }
}

fn is_broken(document: &Document) -> bool {
    document.faults.iter().any(|fault| {
        matches!(
            fault.kind,
            FaultKind::InvalidYaml(_) | FaultKind::InvalidFrontMatter(_) | FaultKind::NotUtf8
        )
    })
}

fn stem(path: &FilePath) -> &str {
    path.name().split('.').next().unwrap_or("")
}
