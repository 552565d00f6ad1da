//! The page of a publication.

use serde::Serialize;

use super::link::{BodyView, DateView, LinkView, SourceView, TextView};
use super::viewer::Viewer;
use crate::model::{Entity, EntityId, Study, StudyDocument};

/// A publication. Template `publication.html`, as `publication`.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationView {
    /// Its title.
    pub title: TextView,
    /// What it is in a sentence or two, where that was written.
    pub summary: Option<TextView>,
    /// Its text.
    pub body: Option<BodyView>,
    /// Its type in words.
    pub study_type: String,
    /// When it was published.
    pub date: Option<DateView>,
    /// Who made it.
    pub authors: Vec<LinkView>,
    /// The document.
    pub document: Option<DocumentView>,
    /// What it is about.
    pub about: Vec<LinkView>,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
}

/// The document of a publication.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentView {
    /// Its address.
    pub href: String,
    /// Its format in capitals: « PDF »; empty for pages.
    pub format: String,
    /// What it weighs, in words; empty for a document of another site.
    pub weight: String,
    /// Its language; empty where no one says.
    pub language: String,
    /// Whether everyone can read it, where someone says.
    pub is_accessible: Option<bool>,
}

impl Viewer<'_> {
    /// A publication.
    pub fn publication(&self, id: EntityId, study: &Study) -> PublicationView {
        let entity = self.federation.entity(id);
        PublicationView {
            title: self.title(entity),
            summary: self.text(entity, "summary"),
            body: self.media(entity).body,
            study_type: self.label(&format!("publication_type.{}", study.study_type), &[]),
            date: study.date.map(|date| self.date(date)),
            authors: study.authors.iter().filter_map(|it| self.named(it)).collect(),
            document: study.document.as_ref().and_then(|it| self.study_document(entity, it)),
            about: self.links_to(&study.about),
            unpublished: self.unpublished(entity),
            sources: self.sources(&study.sources),
        }
    }

    fn study_document(&self, entity: &Entity, document: &StudyDocument) -> Option<DocumentView> {
        // What is elsewhere too is read there.
        let file = document.file.as_ref().filter(|_| document.url.is_none());
        let href = match (&document.url, file) {
            (Some(url), _) => url.to_string(),
            (None, Some(path)) => self.file_address(entity, path)?,
            (None, None) => return None,
        };
        let last = href.rsplit('/').next().unwrap_or("");
        let format = last.rsplit_once('.').map(|(_, end)| end.to_uppercase()).unwrap_or_default();
        let is_format = format.len() <= 4 && format != "HTML";
        Some(DocumentView {
            format: if is_format { format } else { String::new() },
            weight: file.and_then(|path| self.weight(entity, path)).unwrap_or_default(),
            language: document.language.as_deref().unwrap_or("").to_owned(),
            is_accessible: document.is_accessible,
            href,
        })
    }
}
