//! Figures, as their sources give them.

use super::table::{Cell, SOURCE, Table};
use crate::model::{Entity, Federation, Figure};
use crate::quantity::Qualifier;
use crate::schema::{Kind, List};

const FIGURE: [&str; 10] =
    ["entity", "kind", "metric", "value", "unit", "qualifier", "as_of", "scope", "part_of", "note"];

/// Every figure of every profile.
pub(super) fn figures(federation: &Federation) -> Table {
    let kinds = Kind::ALL.into_iter().filter(|kind| !kind.is_text() && *kind != Kind::Vocabulary);
    let entities = kinds.flat_map(|kind| federation.listed(kind));
    let rows = entities.flat_map(|(_, entity)| {
        let known = entity.figures.known(federation.today());
        known.map(|it| figure(federation, entity, it)).collect::<Vec<_>>()
    });
    Table::new(&[&FIGURE, &SOURCE], rows.collect())
}

fn figure(federation: &Federation, entity: &Entity, figure: &Figure) -> Vec<Cell> {
    let metric = federation.vocabularies.term(List::Metrics, &figure.metric);
    let unit = figure.quantity.unit.as_ref().or_else(|| metric?.unit.as_ref());
    let mut row = vec![
        Cell::text(&**entity.id()),
        Cell::text(entity.kind().name()),
        Cell::text(&*figure.metric),
        Cell::Number(figure.quantity.value().to_string()),
        Cell::maybe(unit),
        Cell::text(figure.quantity.qualifier.map_or("", Qualifier::word)),
        Cell::date(Some(figure.as_of)),
        Cell::maybe(figure.scope.as_ref()),
        Cell::maybe(figure.part_of.as_ref()),
        Cell::maybe(figure.note.as_ref()),
    ];
    row.extend(Cell::source(federation, figure.source.as_ref()));
    row
}
