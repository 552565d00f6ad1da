//! Poles and their label periods.

use super::table::{Cell, SOURCE, SOURCES, Table};
use crate::model::{
    Citation, Entity, EntityId, Extension, Federation, LabelPeriod, LabelState, Organisation,
};
use crate::schema::Kind;

const POLE: [&str; 16] = [
    "id",
    "name",
    "short",
    "sectors",
    "regions",
    "seat_city",
    "seat_region",
    "website",
    "is_pole",
    "label_state",
    "label_state_until",
    "label_phase",
    "label_from",
    "label_until",
    "label_decided",
    "label_source_url",
];

const LABEL: [&str; 11] = [
    "pole",
    "phase",
    "from",
    "until",
    "extendable_until",
    "extension",
    "decided",
    "joint_with",
    "conditional",
    "evidence",
    "note",
];

/// Every pole, former ones too.
pub(super) fn poles(federation: &Federation) -> Table {
    let row = |(id, entity): (EntityId, &Entity)| Some(pole(federation, id, entity, entity.organisation()?));
    Table::new(&[&POLE, &SOURCES], federation.listed(Kind::Pole).filter_map(row).collect())
}

fn pole(federation: &Federation, id: EntityId, entity: &Entity, pole: &Organisation) -> Vec<Cell> {
    let name = entity.names.on(federation.today());
    let seat = pole.seat.as_ref();
    let label = pole.labels.known(federation.today()).max_by_key(|label| label.from.first);
    let (state, until) = state(federation, pole);
    let source = label.and_then(|label| federation.publication(label.source.as_ref()?));
    let mut row = vec![
        Cell::text(&**entity.id()),
        Cell::text(&*name.full),
        Cell::maybe(name.short.as_ref()),
        Cell::list(&pole.sectors),
        Cell::list(&pole.regions),
        Cell::maybe(seat.map(|seat| &seat.city)),
        Cell::maybe(seat.and_then(|seat| seat.region.as_ref())),
        Cell::maybe(pole.website.as_ref()),
        Cell::Flag(federation.is_current_pole(id)),
        Cell::text(state),
        Cell::text(until),
        Cell::maybe(label.map(|label| &label.phase)),
        Cell::date(label.map(|label| label.from)),
        label.map_or(Cell::Empty, |label| Cell::text(label.until.to_string())),
        Cell::date(label.map(|label| label.decided)),
        Cell::maybe(source.and_then(|source| source.url.as_ref())),
    ];
    row.extend(Cell::sources(federation, &Citation::read_all(&entity.document.record, "sources")));
    row
}

/// What a pole is on the day, and the day that this word goes with.
fn state(federation: &Federation, pole: &Organisation) -> (&'static str, String) {
    if let Some(closed) = pole.closed.filter(|closed| closed.is_by(federation.today())) {
        return ("closed", closed.machine());
    }
    match federation.label_state(pole) {
        LabelState::None => ("none", String::new()),
        LabelState::Labelled(day) => ("labelled", day.to_string()),
        LabelState::ExtensionUnknown(day) => ("extension-unknown", day.to_string()),
        LabelState::RenewalPending(day) => ("renewal-pending", day.to_string()),
        LabelState::Ended(day) => ("ended", day.to_string()),
    }
}

/// Every label period that is known.
pub(super) fn labels(federation: &Federation) -> Table {
    let rows = federation.listed(Kind::Pole).flat_map(|(_, entity)| {
        let labels = entity.organisation().into_iter().flat_map(|it| it.labels.known(federation.today()));
        labels.map(|period| label(federation, entity, period)).collect::<Vec<_>>()
    });
    Table::new(&[&LABEL, &SOURCE], rows.collect())
}

fn label(federation: &Federation, pole: &Entity, label: &LabelPeriod) -> Vec<Cell> {
    let extension = match label.extension {
        Extension::None => "",
        Extension::Granted => "granted",
        Extension::Refused => "refused",
        Extension::Unknown => "unknown",
    };
    let mut row = vec![
        Cell::text(&**pole.id()),
        Cell::text(&*label.phase),
        Cell::date(Some(label.from)),
        Cell::text(label.until.to_string()),
        Cell::date(label.extendable_until),
        Cell::text(extension),
        Cell::date(Some(label.decided)),
        Cell::list(&label.joint_with),
        Cell::maybe(label.conditional.as_ref()),
        Cell::text(if label.is_inferred { "inferred" } else { "" }),
        Cell::maybe(label.note.as_ref()),
    ];
    row.extend(Cell::source(federation, label.source.as_ref()));
    row
}
