//! Calls: for projects, for expressions of interest, for candidacies.

use std::sync::Arc;

use super::citation::Citation;
use super::figure::Figure;
use super::schedule::Schedule;
use crate::date::{Date, Day};
use crate::parse::Record;

/// A call.
#[derive(Clone, Debug)]
pub struct Call {
    /// The word of its type: `projects`, `interest`, `candidacies`.
    pub call_type: &'static str,
    /// When it opens.
    pub opens: Option<Date>,
    /// When it closes.
    pub closes: Option<Date>,
    /// The ids of who launches it.
    pub organisers: Vec<Arc<str>>,
    /// The ids of programmes.
    pub programmes: Vec<Arc<str>>,
    /// The id of the phase.
    pub phase: Option<Arc<str>>,
    /// The ids of regions.
    pub regions: Vec<Arc<str>>,
    /// The ids of poles.
    pub poles: Vec<Arc<str>>,
    /// The ids of what it is about.
    pub about: Vec<Arc<str>>,
    /// The amount.
    pub amount: Option<Figure>,
    /// The paths of its files.
    pub documents: Vec<Arc<str>>,
    /// Where to answer.
    pub apply: Option<Arc<str>>,
    /// When it shows.
    pub schedule: Schedule,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// What a call is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallState {
    /// It opens later.
    ToCome,
    /// It can be answered.
    Open,
    /// It is over.
    Closed,
}

impl Call {
    /// The call of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            call_type: record.choice("type").unwrap_or("projects"),
            opens: record.date("opens"),
            closes: record.date("closes"),
            organisers: record.ids("organisers").collect(),
            programmes: record.ids("programmes").collect(),
            phase: record.reference("phase"),
            regions: record.ids("regions").collect(),
            poles: record.ids("poles").collect(),
            about: record.ids("about").collect(),
            amount: Figure::read_one(record, "amount"),
            documents: record.texts("documents").collect(),
            apply: record.text("apply"),
            schedule: Schedule::read(record, record.date("opens").map(|date| date.first)),
            sources: Citation::read_both(record),
        }
    }

    /// What it is on a day.
    #[must_use]
    pub fn state(&self, today: Day) -> CallState {
        if self.closes.is_some_and(|closes| closes.last < today) {
            CallState::Closed
        } else if self.opens.is_some_and(|opens| opens.first > today) {
            CallState::ToCome
        } else {
            CallState::Open
        }
    }
}

impl CallState {
    /// The word by which labels of a theme are found.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ToCome => "to_come",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}
