//! What is known of files that are copied as they are: their size, what those beside pictures say of them.

use std::sync::Arc;

use super::{Federation, Pictures};
use crate::image_header::Header;
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

    /// The words of a key of the file beside a picture, in a language or in the first, with the
    /// language where they are translated.
    #[must_use]
    pub fn picture_words(
        &self,
        file: &FilePath,
        key: &str,
        language: &Language,
    ) -> Option<(Arc<str>, Option<Language>)> {
        let documents = self.pictures.get(file)?;
        let translation = documents.iter().find(|document| document.translation.as_ref() == Some(language));
        let documents = translation.into_iter().map(AsRef::as_ref).chain(self.picture(file));
        let mut words = documents.filter_map(|document| {
            let words = document.record.text(key).filter(|words| !words.trim().is_empty())?;
            Some((words, document.translation.clone()))
        });
        words.next()
    }

    /// What the first bytes of a picture tell.
    #[must_use]
    pub fn image_header(&self, file: &FilePath) -> Option<Header> {
        self.image_headers.get(file).copied()
    }

    /// How many bytes a file of the content has that is copied as it is.
    #[must_use]
    pub fn file_size(&self, file: &FilePath) -> Option<u64> {
        self.file_sizes.get(file).copied()
    }

    /// The files of the content that weigh nothing.
    pub fn empty_files(&self) -> impl Iterator<Item = &FilePath> {
        self.file_sizes.iter().filter(|(_, size)| **size == 0).map(|(file, _)| file)
    }
}
