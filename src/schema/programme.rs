//! The table of a programme.

use super::file::FILE_FIELDS;
use super::shapes::{ACTORS, ENTITY_FIELDS, NAME_FIELDS};
use super::{Field, Shape, Type, optional};

const FIELDS: &[Field] = &[
    optional(
        "owner",
        &["porteur"],
        Type::Reference(ACTORS),
        "Qui porte le programme",
        "Who owns the programme",
    ),
    optional("from", &["depuis"], Type::Date, "Début", "Start"),
    optional("until", &["jusqu_a"], Type::Date, "Fin", "End"),
    optional("website", &["site"], Type::Url, "Le site", "The website"),
];

pub(super) const PROGRAMME: Shape =
    Shape { name: "programme", fields: &[NAME_FIELDS, FIELDS, ENTITY_FIELDS, FILE_FIELDS] };
