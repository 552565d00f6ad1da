//! The controlled lists, with their terms in each language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::citation::Publication;
use crate::language::Language;
use crate::parse::markdown::slugify;
use crate::parse::{Document, FaultKind, Record};
use crate::schema::{List, Type};
use crate::source::{Place, Span};

/// A term of a list.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: Arc<str>,
    /// Its name in the first language.
    pub name: Arc<str>,
    /// Its plural in the first language.
    pub plural: Option<Arc<str>>,
    /// The unit of a metric.
    pub unit: Option<Arc<str>>,
    /// How many months a figure of a metric stays fresh, where someone says so.
    pub shelf_life: Option<i64>,
    /// Whether figures of different dates make one series, of which the latest holds.
    pub is_comparable: bool,
    /// The publication, for the list of sources.
    pub publication: Option<Arc<Publication>>,
    /// Where its id stands.
    pub place: Place,
    translations: Vec<(Language, Translated)>,
}

#[derive(Clone, Debug)]
struct Translated {
    name: Option<Arc<str>>,
    plural: Option<Arc<str>>,
}

impl Term {
    /// Its name in a language, or in the first.
    #[must_use]
    pub fn shown(&self, language: &Language) -> &Arc<str> {
        self.translated(language).and_then(|translated| translated.name.as_ref()).unwrap_or(&self.name)
    }

    /// Its plural in a language, or its name where it has none.
    #[must_use]
    pub fn shown_plural(&self, language: &Language) -> &Arc<str> {
        match self.translated(language) {
            Some(Translated { plural: Some(plural), .. }) => plural,
            Some(Translated { name: Some(name), .. }) => name,
            _ => self.plural.as_ref().unwrap_or(&self.name),
        }
    }

    fn translated(&self, language: &Language) -> Option<&Translated> {
        self.translations.iter().find(|(of, _)| of == language).map(|(_, translated)| translated)
    }
}

/// A term whose id another term of its list has already.
#[derive(Clone, Debug)]
pub struct RepeatedTerm {
    /// The id.
    pub id: Arc<str>,
    /// Where it stands again.
    pub place: Place,
    /// Where it stands first.
    pub first: Place,
}

/// All lists.
#[derive(Clone, Debug, Default)]
pub struct Vocabularies {
    lists: BTreeMap<List, BTreeMap<Arc<str>, Term>>,
    /// What stands in the place of ids and is none, such as `numérique`, which is told there; and what was
    /// meant, `numerique`.
    refused: BTreeSet<(List, Arc<str>)>,
}

impl Vocabularies {
    /// Adds the terms of a list's file and of its translations. The first of two terms of one id
    /// stays; the place of each other is given back.
    pub fn add(&mut self, document: &Document, translations: &[Arc<Document>]) -> Vec<RepeatedTerm> {
        let Some(list) = List::from_name(&document.id) else { return Vec::new() };
        self.refused.extend(refused_ids(document).map(|id| (list, id)));
        let terms = self.lists.entry(list).or_default();
        let mut repeated = Vec::new();
        for (record, span) in document.record.records("terms") {
            let Some(term) = term(record, span, document, translations) else { continue };
            if let Some(first) = terms.get(&term.id) {
                let first = first.place.clone();
                repeated.push(RepeatedTerm { id: term.id, place: term.place, first });
            } else {
                terms.insert(term.id.clone(), term);
            }
        }
        repeated
    }

    /// A term of a list.
    #[must_use]
    pub fn term(&self, list: List, id: &str) -> Option<&Term> {
        self.lists.get(&list)?.get(id)
    }

    /// Whether a term of this id would be in the list, were it one.
    #[must_use]
    pub fn has_refused(&self, list: List, id: &str) -> bool {
        !self.refused.is_empty() && self.refused.contains(&(list, id.into()))
    }

    /// The terms of a list, by id.
    pub fn terms(&self, list: List) -> impl Iterator<Item = &Term> {
        self.lists.get(&list).into_iter().flat_map(BTreeMap::values)
    }
}

/// What a list writes in the place of an id, and the id that was meant.
fn refused_ids(document: &Document) -> impl Iterator<Item = Arc<str>> {
    let refused = document.faults.iter().filter_map(|fault| match &fault.kind {
        FaultKind::WrongType { expected: Type::Slug, written } => Some(written),
        _ => None,
    });
    refused.flat_map(|written| [written.clone(), slugify(written).into()])
}

fn term(record: &Record, span: Span, document: &Document, translations: &[Arc<Document>]) -> Option<Term> {
    let id = record.text("id")?;
    let translated = translations.iter().filter_map(|translation| {
        let (words, _) =
            translation.record.records("terms").find(|(words, _)| words.text("id").as_ref() == Some(&id))?;
        let translated = Translated { name: words.text("name"), plural: words.text("plural") };
        Some((translation.translation.clone()?, translated))
    });
    let translations = translated.collect();
    Some(Term {
        name: record.text("name").unwrap_or_else(|| id.clone()),
        plural: record.text("plural"),
        unit: record.text("unit"),
        shelf_life: record.integer("shelf_life"),
        is_comparable: record.boolean("comparable").unwrap_or(true),
        publication: Publication::read(record).map(Arc::new),
        place: Place::new(&document.path, record.span("id").unwrap_or(span)),
        id,
        translations,
    })
}
