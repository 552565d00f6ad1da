//! A partnership where its file writes it: its parties and steps, with the place of each key.

use std::sync::Arc;

use crate::date::Date;
use crate::model::{Data, Entity, Federation, Milestone, MilestoneState, Partnership};
use crate::parse::{Document, Record};
use crate::source::Span;

/// A partnership, its parties and its steps.
pub(super) struct WrittenPartnership<'a> {
    /// The entry.
    pub entity: &'a Entity,
    /// What it says.
    pub partnership: &'a Partnership,
    /// Who takes part, in the order of the file.
    pub parties: Vec<WrittenParty<'a>>,
    /// Its steps, in the order of the file.
    pub steps: Vec<WrittenStep<'a>>,
}

/// Someone who takes part.
pub(super) struct WrittenParty<'a> {
    /// The id, as written.
    pub id: Arc<str>,
    /// In what role.
    pub role: &'static str,
    /// The entry of that id.
    pub entity: Option<&'a Entity>,
    /// Where it is written.
    pub span: Span,
}

/// One step.
pub(super) struct WrittenStep<'a> {
    /// What it says.
    pub milestone: Milestone,
    /// Its keys.
    pub record: &'a Record,
    span: Span,
}

/// Every partnership, known or not.
pub(super) fn partnerships(federation: &Federation) -> impl Iterator<Item = WrittenPartnership<'_>> {
    federation.all().filter_map(|(_, entity)| {
        let Data::Partnership(partnership) = &entity.data else { return None };
        let record = &entity.document.record;
        Some(WrittenPartnership {
            entity,
            partnership,
            parties: record.records("parties").filter_map(|(it, _)| party(federation, it)).collect(),
            steps: record.records("milestones").filter_map(|(it, span)| step(it, span)).collect(),
        })
    })
}

fn party<'a>(federation: &'a Federation, record: &'a Record) -> Option<WrittenParty<'a>> {
    let key = if record.reference("organisation").is_some() { "organisation" } else { "programme" };
    let id = record.reference(key)?;
    let entity = federation.find(&id).map(|id| federation.entity(id));
    Some(WrittenParty { entity, role: record.choice("role")?, span: record.span(key)?, id })
}

fn step(record: &Record, span: Span) -> Option<WrittenStep<'_>> {
    Some(WrittenStep { milestone: Milestone::read(record)?, record, span })
}

impl<'a> WrittenPartnership<'a> {
    /// The file.
    pub fn document(&self) -> &'a Document {
        &self.entity.document
    }

    /// Where a key of the file stands.
    pub fn key_span(&self, key: &str) -> Span {
        self.document().record.entry(key).map(|entry| entry.key_span).unwrap_or_default()
    }

    /// Whether the parties are all that the file writes.
    pub fn knows_its_parties(&self) -> bool {
        self.is_whole("parties", self.parties.len())
    }

    /// Whether the steps are all that the file writes.
    pub fn knows_its_steps(&self) -> bool {
        self.is_whole("milestones", self.steps.len())
    }

    fn is_whole(&self, key: &str, count: usize) -> bool {
        let document = self.document();
        let is_read = document.record.span(key).is_some_and(|span| document.is_read_whole_within(span));
        is_read && document.record.records(key).count() == count
    }

    /// Those who merge, where it is a merger: supporters and signatories only help it.
    pub fn merging(&self) -> impl Iterator<Item = &WrittenParty<'a>> {
        let is_merger = self.partnership.kind == "merger";
        self.parties.iter().filter(move |party| is_merger && matches!(party.role, "lead" | "partner"))
    }

    /// What comes out of it.
    pub fn results(&self) -> impl Iterator<Item = &WrittenParty<'a>> {
        self.parties.iter().filter(|party| party.role == "result")
    }

    /// The steps of a state.
    pub fn steps_of(&self, state: MilestoneState) -> impl Iterator<Item = &WrittenStep<'a>> {
        self.steps.iter().filter(move |step| step.milestone.state == state)
    }
}

impl WrittenParty<'_> {
    /// Whether it is a pole or another organisation.
    pub fn is_organisation(&self) -> bool {
        self.entity.is_some_and(|entity| entity.organisation().is_some())
    }
}

impl WrittenStep<'_> {
    /// When it holds or is expected.
    pub fn on(&self) -> Option<Date> {
        self.milestone.on
    }

    /// Where a key's value stands; the whole step where it has none.
    pub fn span(&self, key: &str) -> Span {
        self.record.span(key).unwrap_or(self.span)
    }
}
