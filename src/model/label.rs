//! Label periods, and what a pole is on a day.

use std::sync::Arc;

use jiff::ToSpan;

use super::citation::Citation;
use super::fact::Fact;
use super::{EntityId, Federation};
use crate::date::{Date, Day};
use crate::parse::Record;
use crate::schema::Kind;

/// A pole's label in one phase.
#[derive(Clone, Debug)]
pub struct LabelPeriod {
    /// The id of the phase.
    pub phase: Arc<str>,
    /// The first day.
    pub from: Date,
    /// The last day, by the term or as written.
    pub until: Day,
    /// When it was decided.
    pub decided: Date,
    /// To when it could be extended.
    pub extendable_until: Option<Date>,
    /// What became of that.
    pub extension: Extension,
    /// The ids of the poles that share it.
    pub joint_with: Vec<Arc<str>>,
    /// Its condition, in words.
    pub conditional: Option<Arc<str>>,
    /// Whether the term was deduced, not written.
    pub is_inferred: bool,
    /// A detail.
    pub note: Option<Arc<str>>,
    /// Who says so.
    pub source: Option<Citation>,
}

/// What became of a label that could be extended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extension {
    /// It could not be.
    None,
    /// It was.
    Granted,
    /// It was not.
    Refused,
    /// No source says.
    Unknown,
}

/// What a pole is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelState {
    /// No decision is known.
    None,
    /// Labelled until a day.
    Labelled(Day),
    /// Its first term is over; it may have been extended until a day, no source says.
    ExtensionUnknown(Day),
    /// The label ended on a day and the next phase is not decided.
    RenewalPending(Day),
    /// The label ended on a day, and others were decided since.
    Ended(Day),
}

impl Extension {
    /// What a label's table says of its extension.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        match record.record("extension").and_then(|extension| extension.choice("state")) {
            Some("granted") => Self::Granted,
            Some("refused") => Self::Refused,
            Some(_) => Self::Unknown,
            None if record.date("extendable_until").is_some() => Self::Unknown,
            None => Self::None,
        }
    }
}

impl Fact for LabelPeriod {
    fn is_known(&self, today: Day) -> bool {
        self.decided.is_by(today)
    }
}

impl LabelPeriod {
    /// The label periods of a file.
    pub fn read_all(record: &Record) -> impl Iterator<Item = Self> {
        record.records("labels").filter_map(|(label, _)| Self::read(label))
    }

    fn read(record: &Record) -> Option<Self> {
        let from = record.date("from")?;
        let term = record.integer("term").unwrap_or(0);
        let by_term = || from.first.checked_add(term.years()).ok()?.yesterday().ok();
        let until = record.date("until").map_or_else(by_term, |until| Some(until.last))?;
        Some(Self {
            phase: record.reference("phase")?,
            from,
            until,
            decided: record.date("decided")?,
            extendable_until: record.date("extendable_until"),
            extension: Extension::read(record),
            joint_with: record.ids("joint_with").collect(),
            conditional: record.text("conditional"),
            is_inferred: record.choice("evidence") == Some("inferred"),
            note: record.text("note"),
            source: Citation::read(record, "source"),
        })
    }

    /// The last day, an extension that was granted included.
    #[must_use]
    pub fn end(&self) -> Day {
        match (self.extension, self.extendable_until) {
            (Extension::Granted, Some(until)) => until.last,
            _ => self.until,
        }
    }

    /// What this period makes of a pole on a day; `None` once it is over.
    #[must_use]
    pub fn state_on(&self, today: Day) -> Option<LabelState> {
        if today <= self.end() {
            return Some(LabelState::Labelled(self.end()));
        }
        match (self.extension, self.extendable_until) {
            (Extension::Unknown, Some(until)) if today <= until.last => {
                Some(LabelState::ExtensionUnknown(until.last))
            }
            _ => None,
        }
    }

    /// The last day on which the pole may have been labelled by this period.
    #[must_use]
    pub fn last_possible_day(&self) -> Day {
        match (self.extension, self.extendable_until) {
            (Extension::Granted | Extension::Unknown, Some(until)) => until.last,
            _ => self.until,
        }
    }
}

impl Federation {
    /// Whether a pole is one on the federation's day: labelled, awaiting what comes next, or, where
    /// no decision is known, neither gone into another nor left out of those labelled on the day.
    #[must_use]
    pub fn is_current_pole(&self, id: EntityId) -> bool {
        let Some(organisation) = self.entity(id).organisation() else { return false };
        if organisation.closed.is_some_and(|closed| closed.is_by(self.today())) {
            return false;
        }
        match self.label_state(organisation) {
            LabelState::Ended(_) => false,
            LabelState::None => !self.knows_all_labels_of_the_day() && self.successors(id).is_empty(),
            _ => true,
        }
    }

    /// The poles of which a label of a phase is known, in order of path.
    #[must_use]
    pub fn labelled_in(&self, phase: EntityId) -> Vec<EntityId> {
        let phase = self.entity(phase).id();
        let poles = self.listed(Kind::Pole).filter(|(_, pole)| {
            let mut labels = pole.organisation().into_iter().flat_map(|it| it.labels.known(self.today()));
            labels.any(|label| label.phase == *phase)
        });
        poles.map(|(id, _)| id).collect()
    }
}
