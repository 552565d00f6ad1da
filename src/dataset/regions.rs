//! Regions, with how many poles are present in each.

use super::table::{Cell, SOURCES, Table};
use crate::model::{Citation, Data, Entity, Federation};
use crate::schema::Kind;

const REGION: [&str; 7] = ["id", "name", "code", "status", "formed", "authority", "poles"];

/// Every region.
pub(super) fn regions(federation: &Federation) -> Table {
    let rows = federation.listed(Kind::Region).map(|(_, entity)| region(federation, entity));
    Table::new(&[&REGION, &SOURCES], rows.collect())
}

fn region(federation: &Federation, entity: &Entity) -> Vec<Cell> {
    let region = match &entity.data {
        Data::Region(region) => Some(region),
        _ => None,
    };
    let mut row = vec![
        Cell::text(&**entity.id()),
        Cell::text(&*entity.names.on(federation.today()).full),
        Cell::maybe(region.and_then(|region| region.code.as_ref())),
        Cell::text(region.and_then(|region| region.status).unwrap_or("")),
        Cell::date(region.and_then(|region| region.formed)),
        Cell::maybe(region.and_then(|region| region.authority.as_ref())),
        Cell::Number(poles_in(federation, entity).to_string()),
    ];
    row.extend(Cell::sources(federation, &Citation::read_all(&entity.document.record, "sources")));
    row
}

fn poles_in(federation: &Federation, region: &Entity) -> usize {
    let is_there = |pole: &Entity| pole.organisation().is_some_and(|it| it.regions.contains(region.id()));
    let poles = federation.listed(Kind::Pole).filter(|(id, _)| federation.is_current_pole(*id));
    poles.filter(|(_, pole)| is_there(pole)).count()
}
