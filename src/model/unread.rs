//! What nobody knows: files that could not be read, that lie where none is read, or whose names are no ids.
//!
//! Such a file is told once, at its own place. What others say of it must not be told wrong too:
//! the terms of a list that could not be read are not missing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::parse::markdown::slugify;
use crate::parse::{Document, composed, is_composed, is_slug};
use crate::schema::{Kind, List};
use crate::source::FilePath;

/// What could not be read.
#[derive(Debug, Default)]
pub(super) struct Unread {
    ids: BTreeSet<Arc<str>>,
    paths: BTreeSet<FilePath>,
}

impl Unread {
    /// Sorts out what could not be read among documents, and adds files that no kind reads.
    pub(super) fn new(
        documents: &[Arc<Document>],
        misplaced: &[FilePath],
        assets: &BTreeSet<FilePath>,
    ) -> Self {
        let broken = documents.iter().filter(|document| !document.is_readable());
        let broken = broken.map(|document| (document.id.clone(), document.path.clone()));
        let misplaced = misplaced.iter().map(|path| (Arc::from(stem(path.as_str())), path.clone()));
        let (mut ids, mut paths): (BTreeSet<Arc<str>>, BTreeSet<FilePath>) = broken.chain(misplaced).unzip();
        // A file whose name has accents apart is told there, and looked for by its name as people type it.
        let named = documents.iter().map(|document| &document.path).chain(assets);
        paths.extend(
            named
                .filter(|path| !is_composed(path.as_str()))
                .map(|path| FilePath::new(&composed(path.as_str()))),
        );
        ids.extend(documents.iter().filter(|document| has_wrong_name(document)).flat_map(meant_ids));
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
    pub(super) fn has_path(&self, path: &str) -> bool {
        let is_entry = matches!(path.rsplit_once('.'), Some((_, "yaml" | "md")));
        self.paths.contains(path) || (is_entry && self.has(stem(path)))
    }
}

/// Whether a file has a name that is no id, such as `TES.yaml`; a picture may have any.
fn has_wrong_name(document: &Arc<Document>) -> bool {
    document.kind != Kind::Picture && !is_slug(&document.id)
}

/// The id that a file has by its name, and the one that was meant.
fn meant_ids(document: &Arc<Document>) -> [Arc<str>; 2] {
    [composed(&document.id).into(), slugify(&document.id).into()]
}

fn stem(path: &str) -> &str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.split('.').next().unwrap_or("")
}
