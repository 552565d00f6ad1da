//! Numbers with what they measure, their date and their source.

use std::sync::Arc;

use super::Federation;
use super::citation::Citation;
use super::fact::{Fact, Facts};
use crate::date::{Date, Day};
use crate::parse::Record;
use crate::quantity::{Qualifier, Quantity};
use crate::schema::List;
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
    /// The group whose total it is; nothing for the entity's own figure.
    pub group: Option<FigureGroup>,
    /// What it covers, if not the whole.
    pub scope: Option<Arc<str>>,
    /// The metric that it is a part of.
    pub part_of: Option<Arc<str>>,
    /// Whether it makes the whole, together with the other parts that say so.
    pub is_exhaustive: bool,
    /// When it was made known, where that is not its own date.
    pub known: Option<Date>,
    /// A detail.
    pub note: Option<Arc<str>>,
    /// Who says so.
    pub source: Option<Citation>,
    /// Where its value stands in its file.
    pub span: Span,
}

/// A group of organisations around an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureGroup {
    /// The poles present in a region, or labelled in a phase.
    Poles,
    /// The organisations that are members of a network.
    Members,
    /// Those who take part in a partnership.
    Parties,
}

impl FigureGroup {
    /// Reads the canonical word of the schema.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "poles" => Self::Poles,
            "members" => Self::Members,
            "parties" => Self::Parties,
            _ => return None,
        })
    }

    /// The canonical word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Poles => "poles",
            Self::Members => "members",
            Self::Parties => "parties",
        }
    }
}

/// What a figure tells of the entity that has it, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The entity, whole.
    Whole,
    /// The entity within a scope.
    Scoped,
    /// A group around it.
    Group,
    /// A part of another figure.
    Part,
    /// What is aimed at.
    Target,
}

impl Fact for Figure {
    fn is_known(&self, today: Day) -> bool {
        self.known.unwrap_or(self.as_of).is_by(today)
    }
}

impl Figure {
    /// What it tells of the entity that has it.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self {
            _ if self.quantity.qualifier == Some(Qualifier::Target) => Standing::Target,
            _ if self.part_of.is_some() => Standing::Part,
            _ if self.group.is_some() => Standing::Group,
            _ if self.scope.is_some() => Standing::Scoped,
            _ => Standing::Whole,
        }
    }

    /// Whether it tells what is: neither a target nor a part of another figure.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.standing() < Standing::Part
    }

    /// Whether it is the one that a directive's option chooses: by date, source or group.
    #[must_use]
    pub fn is_chosen(&self, key: &str, value: &str) -> bool {
        match key {
            "as_of" | "date" => self.as_of.machine() == value,
            "source" => matches!(&self.source, Some(Citation::Listed(id)) if &**id == value),
            "group" => self.group.is_some_and(|group| group.word() == value),
            _ => true,
        }
    }

    /// The figures of a file.
    #[must_use]
    pub fn read_all(record: &Record) -> Facts<Self> {
        record.records("figures").filter_map(|(figure, _)| Self::read(figure)).collect()
    }

    /// The figure of a key.
    #[must_use]
    pub fn read_one(record: &Record, key: &str) -> Option<Self> {
        Self::read(record.record(key)?)
    }

    fn read(record: &Record) -> Option<Self> {
        let mut quantity = record.quantity("value")?;
        if let Some(word) = record.choice("qualifier") {
            quantity.qualifier = Qualifier::from_word(word);
        }
        Some(Self {
            metric: record.term("metric")?,
            quantity,
            as_of: record.date("as_of")?,
            group: record.choice("group").and_then(FigureGroup::from_word),
            scope: record.text("scope"),
            part_of: record.term("part_of"),
            is_exhaustive: record.boolean("exhaustive").unwrap_or(false),
            known: record.date("known"),
            note: record.text("note"),
            source: Citation::read(record, "source"),
            span: record.span("value")?,
        })
    }
}

impl Federation {
    /// Those of several figures of one metric that a text may show where nothing else chooses: the
    /// most telling, and of these the latest, all that are of one day. A page shows the last.
    #[must_use]
    pub fn eligible<'a>(&self, metric: &str, figures: impl Iterator<Item = &'a Figure>) -> Vec<&'a Figure> {
        let mut figures: Vec<&Figure> = figures.collect();
        let Some(standing) = figures.iter().map(|figure| figure.standing()).min() else { return figures };
        figures.retain(|figure| figure.standing() == standing);
        let metric = self.vocabularies.term(List::Metrics, metric);
        if metric.is_none_or(|metric| metric.is_comparable) {
            let latest = figures.iter().map(|figure| figure.as_of.last).max();
            figures.retain(|figure| Some(figure.as_of.last) == latest);
        }
        figures
    }
}
