//! Which documents make which entity, and what is left over.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{EntityId, Pictures, RepeatedTerm, Vocabularies, picture};
use crate::parse::Document;
use crate::schema::Kind;
use crate::source::{FilePath, Place, Span};

/// The documents of a site, sorted out.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) vocabularies: Vocabularies,
    pub(super) pictures: Pictures,
    /// Each original with its translations: the entities, in the order of their ids.
    pub(super) entries: Vec<Entry>,
    pub(super) by_id: FxHashMap<Arc<str>, EntityId>,
    pub(super) by_path: FxHashMap<FilePath, EntityId>,
    pub(super) repeated: Vec<(Arc<Document>, Place)>,
    pub(super) repeated_terms: Vec<RepeatedTerm>,
    pub(super) orphans: Vec<Arc<Document>>,
}

/// An original and its translations.
pub(super) type Entry = (Arc<Document>, Vec<Arc<Document>>);

/// The kind and id of what a document is or translates.
type Identity = (Kind, Arc<str>);
type Translations = BTreeMap<Identity, Vec<Arc<Document>>>;

fn identity(document: &Document) -> Identity {
    (document.kind, document.id.clone())
}

/// Sorts out documents, which are sorted by path.
pub(super) fn gather(documents: Vec<Arc<Document>>) -> Gathered {
    let (pictures, documents) = picture::part(documents);
    let mut gathered = Gathered { pictures, ..Gathered::default() };
    let (translations, originals): (Vec<_>, Vec<_>) =
        documents.into_iter().partition(|document| document.translation.is_some());
    let mut by_original = Translations::new();
    for document in translations {
        by_original.entry(identity(&document)).or_default().push(document);
    }
    // Each root of content may have a file of the same list, and translate the others' terms.
    let (lists, entries): (Vec<_>, Vec<_>) =
        originals.into_iter().partition(|document| document.kind == Kind::Vocabulary);
    for document in &lists {
        let translations = by_original.get(&identity(document)).map_or(&[][..], Vec::as_slice);
        let repeated = gathered.vocabularies.add(document, translations);
        gathered.repeated_terms.extend(repeated);
    }
    for document in lists {
        by_original.remove(&identity(&document));
    }
    gathered.by_id.reserve(entries.len());
    gathered.by_path.reserve(entries.len());
    for document in entries {
        let translations = by_original.remove(&identity(&document)).unwrap_or_default();
        gathered.add(document, translations);
    }
    gathered.orphans = by_original.into_values().flatten().collect();
    gathered
}

impl Gathered {
    fn add(&mut self, document: Arc<Document>, translations: Vec<Arc<Document>>) {
        let first = self.by_id.get(&document.id).and_then(|id| self.entries.get(id.index()));
        if let Some((first, _)) = first {
            let place = Place::new(&first.path, Span::default());
            self.repeated.push((document, place));
            return;
        }
        let id = EntityId(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        self.by_id.insert(document.id.clone(), id);
        self.by_path.insert(document.path.clone(), id);
        for translation in &translations {
            self.by_path.insert(translation.path.clone(), id);
        }
        self.entries.push((document, translations));
    }
}
