//! Numbers with what they measure, their date and their source.

use std::sync::Arc;

use super::citation::Citation;
use super::fact::{Fact, Facts};
use crate::date::{Date, Day};
use crate::parse::Record;
use crate::quantity::{Qualifier, Quantity};
use crate::source::Span;

/// One figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The id of what is measured.
    pub metric: Arc<str>,
    /// The number, with its nuance.
    pub quantity: Quantity,
    /// When it holds.
    pub as_of: Date,
    /// What it covers, if not the whole.
    pub scope: Option<Arc<str>>,
    /// The metric that it is a part of.
    pub part_of: Option<Arc<str>>,
    /// When it was made known, where that is not its own date.
    pub known: Option<Date>,
    /// A detail.
    pub note: Option<Arc<str>>,
    /// Who says so.
    pub source: Option<Citation>,
    /// Where it stands in its file.
    pub span: Span,
}

impl Fact for Figure {
    fn is_known(&self, today: Day) -> bool {
        self.known.unwrap_or(self.as_of).is_by(today)
    }
}

impl Figure {
    /// Whether it tells what is, whole: neither a target nor a part of another figure.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.part_of.is_none() && self.quantity.qualifier != Some(Qualifier::Target)
    }

    /// Whether it is the one that a directive's option chooses: by date, or by source.
    #[must_use]
    pub fn is_chosen(&self, key: &str, value: &str) -> bool {
        match key {
            "as_of" | "date" => self.as_of.machine() == value,
            "source" => matches!(&self.source, Some(Citation::Listed(id)) if &**id == value),
            _ => true,
        }
    }

    /// The figures of a file.
    #[must_use]
    pub fn read_all(record: &Record) -> Facts<Self> {
        record.records("figures").filter_map(|(figure, span)| Self::read(figure, span)).collect()
    }

    /// The figure of a key.
    #[must_use]
    pub fn read_one(record: &Record, key: &str) -> Option<Self> {
        Self::read(record.record(key)?, record.span(key)?)
    }

    fn read(record: &Record, span: Span) -> Option<Self> {
        let mut quantity = record.quantity("value")?;
        if let Some(word) = record.choice("qualifier") {
            quantity.qualifier = Qualifier::from_word(word);
        }
        Some(Self {
            metric: record.term("metric")?,
            quantity,
            as_of: record.date("as_of")?,
            scope: record.text("scope"),
            part_of: record.term("part_of"),
            known: record.date("known"),
            note: record.text("note"),
            source: Citation::read(record, "source"),
            span,
        })
    }
}
