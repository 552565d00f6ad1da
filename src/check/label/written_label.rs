//! A label period where the file of its pole writes it, with the place of each key.

use std::sync::Arc;

use crate::date::{Date, Period};
use crate::model::{Entity, Extension, Federation};
use crate::parse::{Document, Record};
use crate::schema::Kind;
use crate::source::Span;

/// A label period that has a beginning and an end.
pub(super) struct WrittenLabel<'a> {
    /// Whose it is.
    pub pole: &'a Entity,
    /// Its keys.
    pub record: &'a Record,
    /// From its first day to the end of its term, without any extension.
    pub term: Period,
    /// What became of its extension.
    pub extension: Extension,
    /// Until when it could be extended.
    pub extendable_until: Option<Date>,
    span: Span,
}

impl<'a> WrittenLabel<'a> {
    fn read(pole: &'a Entity, record: &'a Record, span: Span) -> Option<Self> {
        let term = Period { from: record.date("from")?, until: end_of_term(record)? };
        Some(Self {
            pole,
            record,
            term,
            extension: Extension::read(record),
            extendable_until: record.date("extendable_until"),
            span,
        })
    }

    /// The file of the pole.
    pub fn document(&self) -> &'a Document {
        &self.pole.document
    }

    /// The id of its phase.
    pub fn phase(&self) -> Option<Arc<str>> {
        self.record.reference("phase")
    }

    /// From its first day to its last, with an extension that was granted.
    pub fn certain(&self) -> Period {
        self.until(matches!(self.extension, Extension::Granted))
    }

    /// From its first day to its last, with an extension that was granted or may have been.
    pub fn possible(&self) -> Period {
        self.until(matches!(self.extension, Extension::Granted | Extension::Unknown))
    }

    fn until(&self, is_extended: bool) -> Period {
        let extended = self.extendable_until.filter(|_| is_extended);
        Period { until: extended.unwrap_or(self.term.until), ..self.term }
    }

    /// Where a key's value stands; the whole label where it has none.
    pub fn span(&self, key: &str) -> Span {
        self.record.span(key).unwrap_or(self.span)
    }

    /// Where the end of its term is written.
    pub fn end_span(&self) -> Span {
        self.record.span("until").unwrap_or_else(|| self.span("term"))
    }
}

/// The last day as written, or by the term.
fn end_of_term(record: &Record) -> Option<Date> {
    record.date("until").or_else(|| end_by_term(record))
}

/// The last day by the term.
pub(super) fn end_by_term(record: &Record) -> Option<Date> {
    record.date("from")?.years_later(record.integer("term")?)?.day_before()
}

/// The labels of a pole, in the order of its file.
pub(super) fn labels_of(pole: &Entity) -> impl Iterator<Item = WrittenLabel<'_>> {
    let records = pole.document.record.records("labels");
    records.filter_map(|(record, span)| WrittenLabel::read(pole, record, span))
}

/// Every pole, known or not.
pub(super) fn poles(federation: &Federation) -> impl Iterator<Item = &Entity> {
    federation.all().map(|(_, entity)| entity).filter(|entity| entity.kind() == Kind::Pole)
}
