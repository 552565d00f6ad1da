//! The table of a region or collectivité.

use super::file::FILE_FIELDS;
use super::shapes::{ACTORS, ENTITY_FIELDS, NAME_FIELDS, ROADMAP};
use super::{Choice, Field, Shape, Type, choice, optional, required, translatable};

const STATUSES: &[Choice] = &[
    choice("metropolitan", &["metropole", "métropole"]),
    choice("overseas", &["outre-mer"]),
    choice("collectivite", &["collectivité"]),
];

const TILE: Shape = Shape {
    name: "tile",
    fields: &[&[
        required(
            "column",
            &["colonne"],
            Type::Integer(1, 12),
            "La colonne, à partir de 1",
            "The column, from 1",
        ),
        required("row", &["ligne"], Type::Integer(1, 12), "La ligne, à partir de 1", "The row, from 1"),
    ]],
};

const FIELDS: &[Field] = &[
    required(
        "code",
        &[],
        Type::Code,
        "Le code INSEE, entre guillemets : \"53\"",
        "The INSEE code, quoted: \"53\"",
    ),
    optional(
        "status",
        &["statut"],
        Type::Choice(STATUSES),
        "metropolitan, overseas ou collectivite",
        "metropolitan, overseas or collectivite",
    ),
    translatable(optional(
        "of",
        &["de"],
        Type::Text,
        "Le complément : « de Bretagne »",
        "The genitive: “of Brittany”",
    )),
    translatable(optional(
        "in",
        &["en"],
        Type::Text,
        "Le lieu : « en Bretagne »",
        "The place: “in Brittany”",
    )),
    optional(
        "formed",
        &["formation"],
        Type::Date,
        "Quand la région a pris sa forme actuelle",
        "When it took its present bounds",
    ),
    optional(
        "authority",
        &["collectivite", "autorite"],
        Type::Reference(ACTORS),
        "Le conseil régional ou son équivalent",
        "The regional council or its like",
    ),
    optional("tile", &["case"], Type::Shape(&TILE), "La case de la carte", "The tile on the map"),
    optional("roadmap", &["feuille_de_route"], Type::Shape(&ROADMAP), "La feuille de route", "The roadmap"),
];

pub(super) const REGION: Shape =
    Shape { name: "region", fields: &[NAME_FIELDS, FIELDS, ENTITY_FIELDS, FILE_FIELDS] };
