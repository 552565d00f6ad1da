//! What files beside pictures say of them.

use std::sync::Arc;

use super::{Federation, Pictures};
use crate::language::Language;
use crate::parse::Document;
use crate::source::FilePath;

/// The picture that a file describes.
fn described(document: &Document) -> FilePath {
    let (folder, name) = (document.path.folder(), &document.id);
    FilePath::new(&format!("{folder}/{name}"))
}

/// Sorts out the files that describe pictures from all others.
pub(super) fn part(documents: Vec<Arc<Document>>) -> (Pictures, Vec<Arc<Document>>) {
    let mut pictures = Pictures::new();
    let mut others = Vec::with_capacity(documents.len());
    for document in documents {
        if document.kind == crate::schema::Kind::Picture {
            pictures.entry(described(&document)).or_default().push(document);
        } else {
            others.push(document);
        }
    }
    (pictures, others)
}

impl Federation {
    /// Every picture of which a file beside it says something, with those files.
    pub fn described_pictures(&self) -> impl Iterator<Item = (&FilePath, &[Arc<Document>])> {
        self.pictures.iter().map(|(picture, documents)| (picture, documents.as_slice()))
    }

    /// What the file beside a picture says of it.
    #[must_use]
    pub fn picture(&self, file: &FilePath) -> Option<&Document> {
        let documents = self.pictures.get(file)?;
        documents.iter().find(|document| document.translation.is_none()).map(AsRef::as_ref)
    }

    /// The words that stand in for a picture, from the file beside it, in a language or in the first.
    #[must_use]
    pub fn picture_alt(&self, file: &FilePath, language: &Language) -> Option<Arc<str>> {
        let documents = self.pictures.get(file)?;
        let translation = documents.iter().find(|document| document.translation.as_ref() == Some(language));
        let alt = |document: &Document| document.record.text("alt").filter(|alt| !alt.trim().is_empty());
        translation.and_then(|document| alt(document)).or_else(|| alt(self.picture(file)?))
    }
}
