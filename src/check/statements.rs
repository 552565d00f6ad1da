//! What the rules on prose look at: the statements of texts, and the day that a text speaks from.

use crate::date::{Date, Precision};
use crate::model::{Entity, Federation};
use crate::parse::{Document, Statement};
use crate::schema::Kind;

/// A statement, with the file and the entity that it stands in.
pub(super) struct Stated<'a> {
    pub entity: &'a Entity,
    pub document: &'a Document,
    pub statement: &'a Statement,
}

/// Every statement of every text.
pub(super) fn each_statement(federation: &Federation) -> impl Iterator<Item = Stated<'_>> {
    federation.all().flat_map(|(_, entity)| {
        entity.documents().flat_map(move |document| {
            document.statements.iter().map(move |statement| Stated { entity, document, statement })
        })
    })
}

/// Every statement of texts in French.
pub(super) fn each_in_french(federation: &Federation) -> impl Iterator<Item = Stated<'_>> {
    each_statement(federation).filter(|stated| is_in_french(federation, stated.document))
}

/// Whether a file is in French.
pub(super) fn is_in_french(federation: &Federation, document: &Document) -> bool {
    let language = document.translation.as_ref().or(federation.config.languages.first());
    language.is_some_and(crate::language::Language::is_french)
}

/// Whether a text has no date of its own and is meant to last: pages and profiles. Events, calls and
/// publications speak from the day on which they were announced, which nobody wrote down.
pub(super) const fn lasts(kind: Kind) -> bool {
    !matches!(kind, Kind::Post | Kind::Event | Kind::Call | Kind::Publication)
}

/// The day of a post, where it is known to the day.
pub(super) fn day_of_post(entity: &Entity) -> Option<Date> {
    let date = entity.post()?.date?;
    matches!(date.precision, Precision::Day | Precision::Hour { .. }).then_some(date)
}
