//! The tables of the controlled lists and of their terms.

use super::file::FILE_FIELDS;
use super::shapes::SOURCE_FIELDS;
use super::{Field, Shape, Type, optional, required, translatable};

const ID: &[Field] = &[required("id", &["identifiant"], Type::Slug, "L’identifiant", "The id")];

const NAME: &[Field] = &[
    translatable(required("name", &["nom"], Type::Text, "Le nom", "The name")),
    translatable(optional(
        "description",
        &[],
        Type::Text,
        "Ce que le terme recouvre",
        "What the term covers",
    )),
];

const METRIC: &[Field] = &[
    translatable(optional("plural", &["pluriel"], Type::Text, "Le nom au pluriel", "The plural")),
    optional("unit", &["unite", "unité"], Type::Text, "L’unité", "The unit"),
    optional(
        "shelf_life",
        &["duree_de_vie"],
        Type::Integer(1, 600),
        "En mois : au-delà, le chiffre est ancien",
        "In months: beyond, the figure is old",
    ),
    optional(
        "comparable",
        &[],
        Type::Boolean,
        "false : la valeur d’une date ne remplace pas celle d’une autre",
        "false: the value of one date does not replace that of another",
    ),
];

const TERMS: Shape = Shape { name: "terms", fields: &[ID, NAME] };
const METRICS: Shape = Shape { name: "terms", fields: &[ID, NAME, METRIC] };
const SOURCES: Shape = Shape { name: "terms", fields: &[ID, SOURCE_FIELDS] };

/// Most lists: terms with a name.
pub(super) const VOCABULARY: Shape = Shape {
    name: "vocabulary",
    fields: &[
        LIST_TITLE,
        &[required("terms", &["termes"], Type::Several(&Type::Shape(&TERMS)), "Les termes", "The terms")],
        FILE_FIELDS,
    ],
};

const LIST_TITLE: &[Field] = &[translatable(optional(
    "title",
    &["titre"],
    Type::Text,
    "Le titre de la liste",
    "The title of the list",
))];

pub(super) const METRICS_FILE: Shape = Shape {
    name: "vocabulary",
    fields: &[
        LIST_TITLE,
        &[required(
            "terms",
            &["termes"],
            Type::Several(&Type::Shape(&METRICS)),
            "Les indicateurs",
            "The metrics",
        )],
        FILE_FIELDS,
    ],
};

pub(super) const SOURCES_FILE: Shape = Shape {
    name: "vocabulary",
    fields: &[
        LIST_TITLE,
        &[required(
            "terms",
            &["termes"],
            Type::Several(&Type::Shape(&SOURCES)),
            "Les sources",
            "The sources",
        )],
        FILE_FIELDS,
    ],
};
