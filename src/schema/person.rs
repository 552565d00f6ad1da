//! The table of a person.

use super::file::FILE_FIELDS;
use super::shapes::{ACTORS, CONTACT, ENTITY_FIELDS, NAME_FIELDS, SOURCE_VALUE};
use super::{Field, Shape, Type, optional, required, translatable};

const ROLE: Shape = Shape {
    name: "roles",
    fields: &[&[
        required("organisation", &[], Type::Reference(ACTORS), "L’organisation", "The organisation"),
        translatable(required("title", &["titre", "fonction"], Type::Text, "La fonction", "The post held")),
        optional("from", &["depuis"], Type::Date, "Depuis quand", "Since when"),
        optional("until", &["jusqu_a"], Type::Date, "Jusqu’à quand", "Until when"),
        optional(
            "as_of",
            &["au"],
            Type::Date,
            "Date à laquelle la fonction est attestée",
            "A date at which it is attested",
        ),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

const FIELDS: &[Field] = &[
    optional("roles", &["fonctions"], Type::Several(&Type::Shape(&ROLE)), "Les fonctions", "The posts held"),
    optional("contact", &[], Type::Shape(&CONTACT), "Le contact", "The contact"),
];

pub(super) const PERSON: Shape =
    Shape { name: "person", fields: &[NAME_FIELDS, FIELDS, ENTITY_FIELDS, FILE_FIELDS] };
