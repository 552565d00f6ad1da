//! What a reference leads to.

use std::sync::Arc;

use super::{Entity, EntityId, Federation, Figure};
use crate::parse::{Document, Target, composed};
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
    /// Nobody knows: it may be in a file that could not be read, which is told there.
    Unknown,
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
                self.resolve_entity(from, (kinds, *named), id, fragment.as_ref())
            }
            Target::Term { list, id } => match self.vocabularies.term(*list, id) {
                Some(_) => Resolution::Found,
                None if self.may_have_term(*list, id) => Resolution::Unknown,
                None => Resolution::Missing,
            },
            Target::Figure { entity, metric, choices } => self.resolve_figure(entity, metric, choices),
            Target::File { path, fragment } => self.resolve_file(from, path, fragment.as_ref()),
            Target::Page { .. } => Resolution::Address,
            Target::Anchor { fragment } => {
                let has_anchor = from.text().is_some_and(|body| body.has_anchor(fragment));
                match has_anchor || is_top(fragment) {
                    true => Resolution::Found,
                    false if self.may_have(&from.id) => Resolution::Unknown,
                    false => Resolution::MissingAnchor,
                }
            }
        }
    }

    /// Whether an entity, term or figure that is not there may be in a file that could not be read.
    #[must_use]
    pub fn may_lack(&self, target: &Target) -> bool {
        match target {
            Target::Entity { id, .. } => self.may_have(id),
            Target::Term { list, id } => self.may_have_term(*list, id),
            Target::Figure { entity, metric, choices } => {
                self.resolve_figure(entity, metric, choices) == Resolution::Unknown
            }
            _ => false,
        }
    }

    /// Whether a list that lacks a term could not be read, or has it under an id that is none.
    fn may_have_term(&self, list: List, id: &str) -> bool {
        self.unread.has_list(list) || self.vocabularies.has_refused(list, id)
    }

    /// Whether an entity, term or figure is there, whoever refers to it.
    #[must_use]
    pub fn has(&self, target: &Target) -> bool {
        match target {
            Target::Entity { id, .. } => self.find(id).is_some(),
            Target::Term { list, id } => self.vocabularies.term(*list, id).is_some(),
            Target::Figure { entity, metric, choices } => {
                self.resolve_figure(entity, metric, choices) == Resolution::Found
            }
            Target::File { .. } | Target::Page { .. } | Target::Anchor { .. } => false,
        }
    }

    fn resolve_entity(
        &self,
        from: &Document,
        (kinds, named): (&[Kind], Option<Kind>),
        id: &str,
        fragment: Option<&Arc<str>>,
    ) -> Resolution {
        let Some(found) = self.find(id) else {
            // A zone named as a region is a fault of its own, where the zones are known.
            let may_be_zone = kinds == [Kind::Region] && self.unread.has_list(List::Zones);
            let is_unknown = may_be_zone || self.may_have(id);
            return if is_unknown { Resolution::Unknown } else { Resolution::Missing };
        };
        let kind = self.entity(found).kind();
        let is_allowed = kinds.is_empty() || kinds.contains(&kind);
        if !is_allowed || named.is_some_and(|named| named != kind) {
            return Resolution::WrongKind(found);
        }
        Resolution::Entity { id: found, has_anchor: self.has_anchor(from, found, fragment) }
    }

    fn has_anchor(&self, from: &Document, id: EntityId, fragment: Option<&Arc<str>>) -> bool {
        let Some(fragment) = fragment.filter(|fragment| !is_top(fragment)) else { return true };
        let is_unread = self.may_have(self.entity(id).id());
        let text = self.linked_document(from, id).text();
        is_unread || text.is_some_and(|body| body.has_anchor(fragment))
    }

    /// The file whose text a link made in a document leads to: one in the same language, or the
    /// original where there is none.
    #[must_use]
    pub fn linked_document(&self, from: &Document, id: EntityId) -> &Document {
        let entity = self.entity(id);
        let translation = from.translation.as_ref().and_then(|language| entity.translation(language));
        translation.filter(|document| document.text().is_some()).unwrap_or(&entity.document)
    }

    /// A figure of an entity that is missing itself is that entity's fault, told once.
    fn resolve_figure(&self, entity: &str, metric: &str, choices: &[(Arc<str>, Arc<str>)]) -> Resolution {
        let is_metric = self.vocabularies.term(List::Metrics, metric).is_some();
        let is_unread = self.may_have(entity);
        let Some(entity) = self.find(entity).filter(|_| is_metric && !is_unread) else {
            return Resolution::Found;
        };
        let entity = self.entity(entity);
        let is_chosen = |figure: &&Figure| choices.iter().all(|(key, value)| figure.is_chosen(key, value));
        let mut of_metric = entity.figures.all().iter().filter(|figure| &*figure.metric == metric);
        if of_metric.any(|figure| is_chosen(&figure)) {
            Resolution::Found
        } else if self.is_every_figure_read(entity) {
            Resolution::Missing
        } else {
            Resolution::Unknown
        }
    }

    /// Whether no figure of an entity lacks something, or names a metric that is not in the list: it is told
    /// there, and may be the one that a text shows.
    fn is_every_figure_read(&self, entity: &Entity) -> bool {
        let (document, figures) = (&entity.document, entity.figures.all());
        let is_metric = |figure: &Figure| self.vocabularies.term(List::Metrics, &figure.metric).is_some();
        let Some(span) = document.record.span("figures") else { return document.is_read_whole() };
        let is_whole = document.record.list("figures").count() == figures.len();
        is_whole && document.is_read_whole_within(span) && figures.iter().all(is_metric)
    }

    fn resolve_file(&self, from: &Document, path: &str, fragment: Option<&Arc<str>>) -> Resolution {
        let written = join(from.path.folder(), path);
        if let Some(found) = self.resolve_path(from, &written, fragment) {
            return found;
        }
        // Some editors write `%20` for a space; a name that has the sign itself comes first.
        let decoded = decode(path).map(|path| join(from.path.folder(), &path));
        // Accents in their letters are how a name should be; as they were written comes first.
        let others = decoded.iter().cloned();
        let composed =
            [Some(&written), decoded.as_ref()].into_iter().flatten().map(|path| composed(path).into());
        let found = others.chain(composed).find_map(|path: String| self.resolve_path(from, &path, fragment));
        found.unwrap_or_else(|| Resolution::MissingFile(FilePath::new(&written)))
    }

    /// What lies at a path of the site; nothing where nothing does.
    fn resolve_path(&self, from: &Document, path: &str, fragment: Option<&Arc<str>>) -> Option<Resolution> {
        if let Some(id) = self.by_path.get(path) {
            return Some(Resolution::Entity { id: *id, has_anchor: self.has_anchor(from, *id, fragment) });
        }
        let asset = self.assets.get(path).map(|file| Resolution::Asset(file.clone()));
        asset.or_else(|| self.unread.has_path(path).then_some(Resolution::Unknown))
    }

    /// The files that are copied as they are, sorted.
    pub fn assets(&self) -> impl Iterator<Item = &FilePath> {
        self.assets.iter()
    }
}

/// An anchor without a name is the top of the page.
const fn is_top(fragment: &str) -> bool {
    fragment.is_empty()
}

/// The path with the signs of addresses undone; nothing where it has none.
fn decode(path: &str) -> Option<String> {
    memchr::memchr(b'%', path.as_bytes())?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut parts = path.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let digits = part.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(part.get(2..).unwrap_or("").as_bytes());
            }
            None => bytes.extend([b"%", part.as_bytes()].concat()),
        }
    }
    String::from_utf8(bytes).ok().filter(|decoded| decoded != path)
}

/// A path relative to a folder; `..` above the top stays at the top.
#[must_use]
fn join(folder: &str, path: &str) -> String {
    let mut joined = String::with_capacity(folder.len() + path.len() + 1);
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => joined.truncate(joined.rfind('/').unwrap_or(0)),
            part => {
                if !joined.is_empty() {
                    joined.push('/');
                }
                joined.push_str(part);
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{decode, join};

    #[test]
    fn paths_are_joined_without_leaving_the_site() {
        assert_eq!(join("content/news/2023", "../2018/a.md"), "content/news/2018/a.md");
        assert_eq!(join("content", "./a.jpg"), "content/a.jpg");
        assert_eq!(join("content", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn signs_of_addresses_are_undone() {
        assert_eq!(decode("feuille%20de%20route.pdf").as_deref(), Some("feuille de route.pdf"));
        assert_eq!(decode("r%C3%A9seau.png").as_deref(), Some("réseau.png"));
        assert_eq!(decode("100%.pdf"), None);
        assert_eq!(decode("a%FF.pdf"), None);
    }
}
