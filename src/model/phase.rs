//! Phases of the label.

use std::sync::Arc;

use super::citation::Citation;
use crate::date::{Date, Day};
use crate::parse::{Record, Value};

/// A phase of the label.
#[derive(Clone, Debug)]
pub struct Phase {
    /// Its number.
    pub number: i64,
    /// When it starts.
    pub from: Option<Date>,
    /// When it ends, as first decided.
    pub until: Option<Date>,
    /// When it ends, once prolonged.
    pub prolonged_until: Option<Date>,
    /// Its call.
    pub call: Option<PhaseCall>,
    /// What it aims at.
    pub orientations: Vec<Arc<str>>,
    /// Whether every label of the phase is in the content.
    pub is_complete: bool,
}

/// The call for candidacies of a phase.
#[derive(Clone, Debug)]
pub struct PhaseCall {
    /// When it opened.
    pub date: Option<Date>,
    /// When it closed.
    pub deadline: Option<Date>,
    /// Who launched it: an id, or words.
    pub launched_by: Option<Named>,
    /// Who says so.
    pub source: Option<Citation>,
}

/// Someone who has an entry, or is only named.
#[derive(Clone, Debug)]
pub enum Named {
    /// The id of an entry.
    Entry(Arc<str>),
    /// A name in words.
    Words(Arc<str>),
}

impl Named {
    /// The one named in a key.
    #[must_use]
    pub fn read(record: &Record, key: &str) -> Option<Self> {
        match &record.get(key)?.value {
            Value::Reference(id) => Some(Self::Entry(id.clone())),
            Value::Text(words) => Some(Self::Words(words.clone())),
            _ => None,
        }
    }
}

impl Phase {
    /// The phase of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            number: record.integer("number").unwrap_or(0),
            from: record.date("from"),
            until: record.date("until"),
            prolonged_until: record.date("prolonged_until"),
            call: record.record("call").map(call),
            orientations: record.texts("orientations").collect(),
            is_complete: record.boolean("complete").unwrap_or(false),
        }
    }

    /// Whether it was known on a day: called for or begun.
    #[must_use]
    pub fn is_known(&self, today: Day) -> bool {
        let called = self.call.as_ref().and_then(|call| call.date);
        [called, self.from].into_iter().flatten().any(|date| date.first <= today)
    }

    /// Its last day.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.prolonged_until.or(self.until).map(|date| date.last)
    }
}

fn call(record: &Record) -> PhaseCall {
    PhaseCall {
        date: record.date("date"),
        deadline: record.date("deadline"),
        launched_by: Named::read(record, "launched_by"),
        source: Citation::read(record, "source"),
    }
}
