//! What became of an entity after a day: another name, another organisation, its end.
//!
//! Only what surely came after is told: a step of « 2020 » says nothing of a text of May 2020.

use super::{BacklinkRole, Data, EntityId, Federation, MilestoneState, Name, Partnership};
use crate::date::{Date, Day};

/// The kind of partnership that makes one organisation of several.
const MERGER: &str = "merger";

/// Something that came of an entity.
#[derive(Clone, Copy, Debug)]
pub enum Change<'a> {
    /// It took another name.
    Renamed {
        /// The name before.
        before: &'a Name,
        /// When.
        on: Date,
    },
    /// Another organisation came from it.
    Became {
        /// That organisation.
        successor: EntityId,
        /// The word for how.
        how: &'static str,
        /// When, or when it was made known.
        on: Date,
        /// Whether the date is only that on which it was made known.
        is_only_known: bool,
    },
    /// It closed.
    Closed(Date),
    /// A merger was carried out, or given up.
    Settled {
        /// The merger.
        merger: EntityId,
        /// What became of it.
        state: MilestoneState,
        /// When, or when it was made known.
        on: Date,
    },
}

impl Federation {
    /// What came of an entity after a day, as known on the federation's.
    #[must_use]
    pub fn changes_after(&self, id: EntityId, day: Day) -> Vec<Change<'_>> {
        let mut changes: Vec<Change<'_>> = self.renamed_after(id, day).into_iter().collect();
        let became = self.became_after(id, day);
        // What went into another closed by that.
        let closed = if became.is_empty() { self.closed_after(id, day) } else { None };
        let carried_out = if became.is_empty() { self.merged_after(id, day) } else { Vec::new() };
        changes.extend(became);
        changes.extend(closed);
        changes.extend(carried_out);
        changes.extend(self.settled_after(id, day));
        changes
    }

    /// Whether a date is over on the federation's day and surely came after another day.
    fn is_between(&self, day: Day, date: Date) -> bool {
        day < date.first && date.is_by(self.today())
    }

    fn renamed_after(&self, id: EntityId, day: Day) -> Option<Change<'_>> {
        let names = &self.entity(id).names;
        let (before, current) = (names.on(day), names.on(self.today()));
        let on = current.from.filter(|on| before.full != current.full && self.is_between(day, *on))?;
        Some(Change::Renamed { before, on })
    }

    fn became_after(&self, id: EntityId, day: Day) -> Vec<Change<'_>> {
        let steps = self.successors(id).into_iter().filter_map(|(successor, step)| {
            let on = step.on.or(step.known).filter(|date| self.is_between(day, *date))?;
            Some(Change::Became { successor, how: step.how, on, is_only_known: step.on.is_none() })
        });
        steps.collect()
    }

    fn closed_after(&self, id: EntityId, day: Day) -> Option<Change<'_>> {
        let closed = self.entity(id).organisation()?.closed?;
        self.is_between(day, closed).then_some(Change::Closed(closed))
    }

    /// The mergers that an organisation takes part in and that were carried out: one given up
    /// changed nothing of it.
    fn merged_after(&self, id: EntityId, day: Day) -> Vec<Change<'_>> {
        let roles = [BacklinkRole::Lead, BacklinkRole::Partner];
        let links = self.ties(id).filter(|link| roles.contains(&link.role));
        let settled = links.filter_map(|link| self.settled_after(link.from, day));
        let is_done =
            |it: &Change<'_>| matches!(it, Change::Settled { state: MilestoneState::Effective, .. });
        settled.filter(is_done).collect()
    }

    fn merger(&self, id: EntityId) -> Option<&Partnership> {
        match &self.entity(id).data {
            Data::Partnership(partnership) if partnership.kind == MERGER => Some(partnership),
            _ => None,
        }
    }

    fn settled_after(&self, merger: EntityId, day: Day) -> Option<Change<'_>> {
        let partnership = self.merger(merger)?;
        let state = partnership.status(self.today())?;
        let is_settled = matches!(state, MilestoneState::Effective | MilestoneState::Abandoned);
        let mut steps = partnership.milestones.known(self.today()).filter(|step| step.state == state);
        let step = steps.next_back().filter(|_| is_settled)?;
        let on = step.on.unwrap_or(step.known);
        self.is_between(day, on).then_some(Change::Settled { merger, state, on })
    }
}
