//! What several rules of the group look at: references, other names, files.

use std::sync::Arc;

use crate::model::{EntityId, Federation};
use crate::parse::{Document, Reference, Target, Value};
use crate::source::Span;

/// Every reference of every file, translations included.
pub(super) fn each_reference(federation: &Federation) -> impl Iterator<Item = (&Document, &Reference)> {
    let of_entities = federation.all().flat_map(|(_, entity)| entity.documents());
    let repeated = federation.repeated.iter().map(|(document, _)| document);
    let documents = of_entities.chain(repeated).chain(&federation.orphans);
    documents.flat_map(|document| document.references.iter().map(|reference| (document.as_ref(), reference)))
}

/// The files that front matters and profiles name.
pub(super) fn each_file(federation: &Federation) -> impl Iterator<Item = (&Document, Span, Target)> {
    let documents = federation.all().map(|(_, entity)| entity.document.as_ref());
    documents.flat_map(|document| document.files().map(move |(span, target)| (document, span, target)))
}

/// Another name of an entity.
pub(super) struct Alias {
    /// The name.
    pub text: Arc<str>,
    /// Whose it is.
    pub entity: EntityId,
    /// Where its file says so.
    pub span: Span,
}

/// Every other spelling and short name of every entity, in the order of their paths.
pub(super) fn aliases(federation: &Federation) -> impl Iterator<Item = Alias> {
    federation.all().flat_map(|(id, entity)| {
        let record = &entity.document.record;
        let listed = record.list("aliases").filter_map(move |item| match &item.value {
            Value::Text(text) => Some(Alias { text: text.clone(), entity: id, span: item.span }),
            _ => None,
        });
        let short = record.text("short").map(|text| Alias {
            text,
            entity: id,
            span: record.span("short").unwrap_or_default(),
        });
        listed.chain(short)
    })
}
