//! The steps of a partnership or roadmap, and where it stands on a day.

use std::sync::Arc;

use super::citation::Citation;
use super::fact::{Fact, Facts};
use crate::date::{Date, Day};
use crate::parse::Record;

/// One step.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// What it says.
    pub state: MilestoneState,
    /// When it holds, or is expected; nobody may have said.
    pub on: Option<Date>,
    /// When it was made known.
    pub known: Date,
    /// A detail.
    pub note: Option<Arc<str>>,
    /// Who says so.
    pub source: Option<Citation>,
}

/// What a step says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneState {
    /// It was said that it would be done.
    Announced,
    /// A date was set.
    Expected,
    /// Another date was set.
    Slipped,
    /// It has begun.
    Started,
    /// A meeting or a vote took place on the way; where things stand is as before.
    Held,
    /// It is done.
    Effective,
    /// It will not be done.
    Abandoned,
    /// It is over.
    Ended,
}

impl MilestoneState {
    /// Every state, in the order in which things go.
    pub const ALL: [Self; 8] = [
        Self::Announced,
        Self::Expected,
        Self::Slipped,
        Self::Started,
        Self::Held,
        Self::Effective,
        Self::Abandoned,
        Self::Ended,
    ];

    /// The word of the schema, by which labels of a theme are found.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Expected => "expected",
            Self::Slipped => "slipped",
            Self::Started => "started",
            Self::Held => "held",
            Self::Effective => "effective",
            Self::Abandoned => "abandoned",
            Self::Ended => "ended",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// The status that a step leads to: what is expected or late is still only
    /// announced; a meeting held changes nothing.
    const fn status(self) -> Option<Self> {
        match self {
            Self::Held => None,
            Self::Expected | Self::Slipped => Some(Self::Announced),
            settled => Some(settled),
        }
    }
}

impl Fact for Milestone {
    fn is_known(&self, today: Day) -> bool {
        self.known.is_by(today)
    }
}

impl Milestone {
    /// The milestones of a table.
    #[must_use]
    pub fn read_all(record: &Record) -> Facts<Self> {
        record.records("milestones").filter_map(|(milestone, _)| Self::read(milestone)).collect()
    }

    /// The milestone of one table; none where its state or every date of it is missing.
    #[must_use]
    pub fn read(record: &Record) -> Option<Self> {
        let on = record.date("on");
        Some(Self {
            state: MilestoneState::from_word(record.choice("state")?)?,
            on,
            known: record.date("known").or(on)?,
            note: record.text("note"),
            source: Citation::read(record, "source"),
        })
    }
}

/// Where things stand on a day: the status of the last step known by then.
#[must_use]
pub fn status(milestones: &Facts<Milestone>, today: Day) -> Option<MilestoneState> {
    let settling = milestones.known(today).filter_map(|it| Some((it.known.last, it.state.status()?)));
    settling.max_by_key(|(known, _)| *known).map(|(_, status)| status)
}
