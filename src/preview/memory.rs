//! What was read, with what tells whether it must be read again.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::build::{Inputs, TOP_FILES, read_document};
use crate::inventory::EntryFile;
use crate::parse::Document;
use crate::source::FilePath;
use crate::theme::THEMES;
use crate::world::{Stamp, World, WorldError};

/// What was read.
#[derive(Default)]
pub(super) struct Memory {
    files: HashMap<FilePath, Kept>,
    /// Every file of the site when it was last looked at, sorted.
    census: Vec<(FilePath, Option<Stamp>)>,
}

/// One file.
struct Kept {
    entry: EntryFile,
    stamp: Stamp,
    document: Arc<Document>,
    /// As it last could be read; nothing where it never could, or can now.
    readable: Option<Arc<Document>>,
}

impl Memory {
    /// The documents of entries: those that are as they were, and the others read.
    pub(super) fn documents(
        &mut self,
        world: &dyn World,
        entries: &[EntryFile],
    ) -> Result<Vec<Arc<Document>>, WorldError> {
        let files = &self.files;
        let read = |entry: &EntryFile| -> Result<Option<(Stamp, Arc<Document>)>, WorldError> {
            // Before it is read: what is written in between is seen the next time.
            let stamp = world.stamp(&entry.path)?;
            let is_same = files.get(&entry.path).is_some_and(|it| it.stamp == stamp && it.entry == *entry);
            if is_same { Ok(None) } else { Ok(Some((stamp, read_document(world, entry)?))) }
        };
        let read: Vec<Option<(Stamp, Arc<Document>)>> =
            entries.par_iter().map(read).collect::<Result<_, _>>()?;
        if self.files.len() > entries.len() {
            let there: BTreeSet<&FilePath> = entries.iter().map(|entry| &entry.path).collect();
            self.files.retain(|path, _| there.contains(path));
        }
        let documents = entries.iter().zip(read).filter_map(|(entry, read)| match read {
            Some((stamp, document)) => {
                self.keep(entry, stamp, document.clone());
                Some(document)
            }
            None => self.files.get(&entry.path).map(|kept| kept.document.clone()),
        });
        Ok(documents.collect())
    }

    /// Reads files again whatever their stamps; nothing where one is not among those that were read.
    pub(super) fn read_again(
        &mut self,
        world: &dyn World,
        files: &[FilePath],
    ) -> Result<Option<Vec<Arc<Document>>>, WorldError> {
        let entries = files.iter().map(|path| self.files.get(path).map(|kept| kept.entry.clone()));
        let Some(entries) = entries.collect::<Option<Vec<EntryFile>>>() else { return Ok(None) };
        let mut documents = Vec::with_capacity(entries.len());
        for entry in entries {
            let read = world.stamp(&entry.path).and_then(|stamp| Ok((stamp, read_document(world, &entry)?)));
            match read {
                Ok((stamp, document)) => {
                    self.keep(&entry, stamp, document.clone());
                    documents.push(document);
                }
                Err(error) if error.is_absence() => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        Ok(Some(documents))
    }

    fn keep(&mut self, entry: &EntryFile, stamp: Stamp, document: Arc<Document>) {
        let before = self.files.remove(&entry.path);
        let last = before.and_then(|kept| kept.readable.or(Some(kept.document)));
        let readable = last.filter(|last| !document.is_readable() && last.is_readable());
        let kept = Kept { entry: entry.clone(), stamp, document, readable };
        self.files.insert(entry.path.clone(), kept);
        if let Ok(at) = self.census.binary_search_by(|(path, _)| path.cmp(&entry.path)) {
            self.census[at].1 = Some(stamp);
        }
    }

    /// A document as it last could be read.
    pub(super) fn readable(&self, document: &Arc<Document>) -> Arc<Document> {
        if document.is_readable() {
            return document.clone();
        }
        let kept = self.files.get(&document.path).and_then(|kept| kept.readable.as_ref());
        kept.unwrap_or(document).clone()
    }

    /// The files that show as they last could be read.
    pub(super) fn unreadable(&self) -> Arc<BTreeSet<FilePath>> {
        let older = self.files.iter().filter(|(_, kept)| kept.readable.is_some());
        Arc::new(older.map(|(path, _)| path.clone()).collect())
    }

    /// Whether any file of the site came, went or was written since this was last asked.
    pub(super) fn looks_different(
        &mut self,
        world: &dyn World,
        inputs: Option<&Inputs>,
    ) -> Result<bool, WorldError> {
        let Some(inputs) = inputs else { return Ok(true) };
        let mut paths: Vec<FilePath> = TOP_FILES.map(FilePath::new).to_vec();
        for folder in inputs.config.content_roots.iter().map(String::as_str).chain([THEMES]) {
            paths.extend(world.list(folder)?.files);
        }
        paths.sort_unstable();
        let stamp = |path: FilePath| {
            let stamp = world.stamp(&path).ok();
            (path, stamp)
        };
        let census: Vec<(FilePath, Option<Stamp>)> = paths.into_par_iter().map(stamp).collect();
        let is_new_day = world.today(&inputs.config.time_zone) != inputs.today;
        let is_different = is_new_day || census != self.census;
        self.census = census;
        Ok(is_different)
    }
}
