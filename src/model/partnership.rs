//! Joint candidacies, mergers, roadmaps held together, and other partnerships.

use std::sync::Arc;

use super::fact::Facts;
use super::milestone::{Milestone, MilestoneState, status};
use super::roadmap::Roadmap;
use crate::date::Day;
use crate::parse::Record;

/// A partnership.
#[derive(Clone, Debug)]
pub struct Partnership {
    /// The word of its kind.
    pub kind: &'static str,
    /// Who takes part.
    pub parties: Vec<Party>,
    /// Its steps.
    pub milestones: Facts<Milestone>,
    /// The id of the phase it belongs to.
    pub phase: Option<Arc<str>>,
    /// Its theme.
    pub theme: Option<Arc<str>>,
    /// Its goal.
    pub goal: Option<Arc<str>>,
    /// The id of its zone.
    pub zone: Option<Arc<str>>,
    /// The ids of the regions concerned.
    pub regions: Vec<Arc<str>>,
    /// Its roadmap.
    pub roadmap: Option<Roadmap>,
}

/// Someone who takes part, and how.
#[derive(Clone, Debug)]
pub struct Party {
    /// The id of an organisation or programme.
    pub id: Arc<str>,
    /// `lead`, `partner`, `supporter` or `result`.
    pub role: &'static str,
}

impl Partnership {
    /// The partnership of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            kind: record.choice("kind").unwrap_or("cooperation"),
            parties: record.records("parties").filter_map(|(it, _)| party(it)).collect(),
            milestones: Milestone::read_all(record),
            phase: record.reference("phase"),
            theme: record.text("theme"),
            goal: record.text("goal"),
            zone: record.term("zone"),
            regions: record.ids("regions").collect(),
            roadmap: Roadmap::read(record),
        }
    }

    /// Whether anything of it was known on a day.
    #[must_use]
    pub fn is_known(&self, today: Day) -> bool {
        self.milestones.all().is_empty() || self.milestones.known(today).next().is_some()
    }

    /// Where it stands on a day.
    #[must_use]
    pub fn status(&self, today: Day) -> Option<MilestoneState> {
        status(&self.milestones, today)
    }
}

fn party(record: &Record) -> Option<Party> {
    let id = record.reference("organisation").or_else(|| record.reference("programme"))?;
    Some(Party { id, role: record.choice("role")? })
}
