//! The table of a pole.

use super::file::FILE_FIELDS;
use super::shapes::{ENTITY_FIELDS, LABEL, NAME_FIELDS, ORGANISATION_FIELDS};
use super::{Field, Kind, List, Shape, Type, optional, required};

const FIELDS: &[Field] = &[
    required(
        "sectors",
        &["secteurs"],
        Type::Several(&Type::Term(List::Sectors)),
        "Les secteurs, pris dans la liste",
        "Sectors, from the list",
    ),
    required(
        "regions",
        &["régions"],
        Type::Several(&Type::Reference(&[Kind::Region])),
        "Les régions où le pôle est présent",
        "The regions where the pole is present",
    ),
    optional(
        "labels",
        &["labellisations"],
        Type::Several(&Type::Shape(&LABEL)),
        "Les périodes de label",
        "Label periods",
    ),
];

pub(super) const POLE: Shape =
    Shape { name: "pole", fields: &[NAME_FIELDS, FIELDS, ORGANISATION_FIELDS, ENTITY_FIELDS, FILE_FIELDS] };
