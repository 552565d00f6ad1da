//! The table of an organisation that is not a pole.

use super::file::FILE_FIELDS;
use super::shapes::{ENTITY_FIELDS, NAME_FIELDS, ORGANISATION_FIELDS};
use super::{Field, Kind, List, Shape, Type, optional, required};

const FIELDS: &[Field] = &[
    required(
        "kind",
        &["type"],
        Type::Term(List::OrganisationKinds),
        "Le type d’organisation",
        "The kind of organisation",
    ),
    optional(
        "sectors",
        &["secteurs"],
        Type::Several(&Type::Term(List::Sectors)),
        "Les secteurs, pris dans la liste",
        "Sectors, from the list",
    ),
    optional(
        "regions",
        &["régions"],
        Type::Several(&Type::Reference(&[Kind::Region])),
        "Les régions où elle est présente",
        "The regions where it is present",
    ),
];

pub(super) const ORGANISATION: Shape = Shape {
    name: "organisation",
    fields: &[NAME_FIELDS, FIELDS, ORGANISATION_FIELDS, ENTITY_FIELDS, FILE_FIELDS],
};
