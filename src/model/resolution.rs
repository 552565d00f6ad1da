//! What a reference leads to.

use std::sync::Arc;

use super::{EntityId, Federation};
use crate::parse::{Document, Target};
use crate::schema::{Kind, List};
use crate::source::FilePath;

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// An entity of a kind that may stand there, and whether the place named in its text is there.
    Entity {
        /// The entity.
        id: EntityId,
        /// Whether the text has the anchor, where one was named.
        has_anchor: bool,
    },
    /// An entity of another kind than may stand there.
    WrongKind(EntityId),
    /// A term of the list, or an anchor or figure that is there.
    Found,
    /// A file that is copied as it is.
    Asset(FilePath),
    /// An address of the site, which the plan knows.
    Address,
    /// A file that is not there; the path that was looked for.
    MissingFile(FilePath),
    /// An anchor that the text does not have.
    MissingAnchor,
    /// Nothing of that id.
    Missing,
}

impl Resolution {
    /// The entity, of the right kind.
    #[must_use]
    pub const fn entity(&self) -> Option<EntityId> {
        match self {
            Self::Entity { id, .. } => Some(*id),
            _ => None,
        }
    }
}

impl Federation {
    /// What a reference made in a document leads to.
    #[must_use]
    pub fn resolve(&self, from: &Document, target: &Target) -> Resolution {
        match target {
            Target::Entity { kinds, named, id, fragment } => {
                self.resolve_entity(kinds, *named, id, fragment.as_ref())
            }
            Target::Term { list, id } => match self.vocabularies.term(*list, id) {
                Some(_) => Resolution::Found,
                None => Resolution::Missing,
            },
            Target::Figure { entity, metric } => self.resolve_figure(entity, metric),
            Target::File { path, fragment } => self.resolve_file(from, path, fragment.as_ref()),
            Target::Page { .. } => Resolution::Address,
            Target::Anchor { fragment } => {
                let has_anchor = from.text().is_some_and(|body| body.has_anchor(fragment));
                if has_anchor { Resolution::Found } else { Resolution::MissingAnchor }
            }
        }
    }

    /// Whether an entity, term or figure is there, whoever refers to it.
    #[must_use]
    pub fn has(&self, target: &Target) -> bool {
        match target {
            Target::Entity { id, .. } => self.find(id).is_some(),
            Target::Term { list, id } => self.vocabularies.term(*list, id).is_some(),
            Target::Figure { entity, metric } => self.resolve_figure(entity, metric) == Resolution::Found,
            Target::File { .. } | Target::Page { .. } | Target::Anchor { .. } => false,
        }
    }

    fn resolve_entity(
        &self,
        kinds: &[Kind],
        named: Option<Kind>,
        id: &str,
        fragment: Option<&Arc<str>>,
    ) -> Resolution {
        let Some(found) = self.find(id) else { return Resolution::Missing };
        let kind = self.entity(found).kind();
        let is_allowed = kinds.is_empty() || kinds.contains(&kind);
        if !is_allowed || named.is_some_and(|named| named != kind) {
            return Resolution::WrongKind(found);
        }
        Resolution::Entity { id: found, has_anchor: self.has_anchor(found, fragment) }
    }

    fn has_anchor(&self, id: EntityId, fragment: Option<&Arc<str>>) -> bool {
        let Some(fragment) = fragment else { return true };
        let mut documents = self.entity(id).documents();
        documents.any(|document| document.text().is_some_and(|body| body.has_anchor(fragment)))
    }

    /// A figure of an entity that is missing itself is that entity's fault, told once.
    fn resolve_figure(&self, entity: &str, metric: &str) -> Resolution {
        let is_metric = self.vocabularies.term(List::Metrics, metric).is_some();
        let Some(entity) = self.find(entity).filter(|_| is_metric) else { return Resolution::Found };
        let figures = self.entity(entity).figures.all();
        if figures.iter().any(|figure| &*figure.metric == metric) {
            Resolution::Found
        } else {
            Resolution::Missing
        }
    }

    fn resolve_file(&self, from: &Document, path: &str, fragment: Option<&Arc<str>>) -> Resolution {
        let path = FilePath::new(&join(from.path.folder(), path));
        if let Some(id) = self.by_path.get(&path) {
            return Resolution::Entity { id: *id, has_anchor: self.has_anchor(*id, fragment) };
        }
        if self.assets.contains(&path) {
            return Resolution::Asset(path);
        }
        Resolution::MissingFile(path)
    }

    /// The files that are copied as they are, sorted.
    pub fn assets(&self) -> impl Iterator<Item = &FilePath> {
        self.assets.iter()
    }

    /// The paths of all documents, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &FilePath> {
        self.by_path.keys()
    }
}

/// A path relative to a folder; `..` above the top stays at the top.
#[must_use]
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_joined_without_leaving_the_site() {
        assert_eq!(join("content/news/2023", "../2018/a.md"), "content/news/2018/a.md");
        assert_eq!(join("content", "./a.jpg"), "content/a.jpg");
        assert_eq!(join("content", "../../../etc/passwd"), "etc/passwd");
    }
}
