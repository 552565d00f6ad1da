//! Partnerships and their steps.

use super::table::{Cell, SOURCE, SOURCES, Table};
use crate::model::{Citation, Data, Entity, Federation, Milestone, MilestoneState, Partnership};
use crate::schema::Kind;

const PARTNERSHIP: [&str; 14] = [
    "id",
    "name",
    "kind",
    "status",
    "lead",
    "partner",
    "supporter",
    "signatory",
    "result",
    "phase",
    "regions",
    "zone",
    "theme",
    "goal",
];

/// The roles of parties, in the order of their columns.
const ROLES: [&str; 5] = ["lead", "partner", "supporter", "signatory", "result"];

const MILESTONE: [&str; 5] = ["partnership", "state", "on", "known", "note"];

/// Every partnership of which something is known.
pub(super) fn partnerships(federation: &Federation) -> Table {
    let rows = listed(federation).map(|(entity, it)| partnership(federation, entity, it));
    Table::new(&[&PARTNERSHIP, &SOURCES], rows.collect())
}

fn listed(federation: &Federation) -> impl Iterator<Item = (&Entity, &Partnership)> {
    federation.listed(Kind::Partnership).filter_map(|(_, entity)| match &entity.data {
        Data::Partnership(partnership) => Some((entity, &**partnership)),
        _ => None,
    })
}

fn partnership(federation: &Federation, entity: &Entity, partnership: &Partnership) -> Vec<Cell> {
    let status = partnership.status(federation.today()).map_or("", MilestoneState::word);
    let of_role = |role: &&str| {
        let parties = partnership.parties.iter().filter(|party| party.role == *role);
        Cell::list(parties.map(|party| &party.id))
    };
    let mut row = vec![
        Cell::text(&**entity.id()),
        Cell::text(&*entity.names.on(federation.today()).full),
        Cell::text(partnership.kind),
        Cell::text(status),
    ];
    row.extend(ROLES.iter().map(of_role));
    row.extend([
        Cell::maybe(partnership.phase.as_ref()),
        Cell::list(&partnership.regions),
        Cell::maybe(partnership.zone.as_ref()),
        Cell::maybe(partnership.theme.as_ref()),
        Cell::maybe(partnership.goal.as_ref()),
    ]);
    row.extend(Cell::sources(federation, &Citation::read_all(&entity.document.record, "sources")));
    row
}

/// Every step that is known.
pub(super) fn milestones(federation: &Federation) -> Table {
    let rows = listed(federation).flat_map(|(entity, partnership)| {
        let known = partnership.milestones.known(federation.today());
        known.map(|step| milestone(federation, entity, step)).collect::<Vec<_>>()
    });
    Table::new(&[&MILESTONE, &SOURCE], rows.collect())
}

fn milestone(federation: &Federation, entity: &Entity, step: &Milestone) -> Vec<Cell> {
    let mut row = vec![
        Cell::text(&**entity.id()),
        Cell::text(step.state.word()),
        Cell::date(step.on),
        Cell::date(Some(step.known)),
        Cell::maybe(step.note.as_ref()),
    ];
    row.extend(Cell::source(federation, step.source.as_ref()));
    row
}
