//! The federation after an edit of words: the same but for the entities that were edited.
//!
//! An edit costs the same on a site of a hundred texts and of a hundred thousand, nearly. What is
//! shared with the federation before is what no words decide; a property of the preview's tests
//! holds both ways of making a federation together.

use std::sync::Arc;

use super::{Entity, Federation};
use crate::parse::Document;

impl Federation {
    /// The federation with some files read again; nothing where an edit changed more than
    /// [words](Document::differs_in_words_alone), so that the federation must be made anew.
    #[must_use]
    pub fn reworded(&self, documents: &[Arc<Document>]) -> Option<Self> {
        let mut next = self.clone();
        for document in documents {
            let id = self.by_path.get(&document.path)?;
            let entity = next.entities.get_mut(id.index())?;
            *entity = Arc::new(reread(entity, document, self.moment)?);
        }
        Some(next)
    }
}

fn reread(entity: &Entity, document: &Arc<Document>, moment: super::Moment) -> Option<Entity> {
    let before = entity.documents().find(|it| it.path == document.path)?;
    if !document.differs_in_words_alone(before) {
        return None;
    }
    let newest = |it: &Arc<Document>| if it.path == document.path { document.clone() } else { it.clone() };
    let translations = entity.translations.iter().map(newest).collect();
    let reread = Entity::new(newest(&entity.document), translations, moment);
    // Whether others hide it is not decided by its words.
    Some(Entity { is_known: entity.is_known, ..reread })
}
