//! The table of a phase of the label.

use super::file::FILE_FIELDS;
use super::shapes::{ENTITY_FIELDS, NAME_FIELDS, SOURCE_VALUE};
use super::{Field, Kind, Shape, Type, optional, required, translatable};

const CALL: Shape = Shape {
    name: "call",
    fields: &[&[
        required("date", &[], Type::Date, "Ouverture de l’appel", "When the call opened"),
        optional(
            "deadline",
            &["echeance", "échéance"],
            Type::Date,
            "Clôture de l’appel",
            "When the call closed",
        ),
        optional(
            "launched_by",
            &["lance_par"],
            Type::ReferenceOrText(&[Kind::Organisation, Kind::Pole, Kind::Person]),
            "Qui a lancé l’appel",
            "Who launched the call",
        ),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

const FIELDS: &[Field] = &[
    required("number", &["numero", "numéro"], Type::Integer(1, 99), "Le numéro", "The number"),
    required("from", &["depuis"], Type::Date, "Début", "Start"),
    required("until", &["jusqu_a"], Type::Date, "Fin", "End"),
    optional(
        "prolonged_until",
        &["prolongee_jusqu_a"],
        Type::Date,
        "Fin après prolongation",
        "End once prolonged",
    ),
    optional("call", &["appel"], Type::Shape(&CALL), "L’appel à candidatures", "The call for candidacies"),
    translatable(optional(
        "orientations",
        &[],
        Type::Several(&Type::Text),
        "Les orientations",
        "The orientations",
    )),
    optional(
        "complete",
        &["complet"],
        Type::Boolean,
        "Tous les labels de la phase sont dans le contenu",
        "Every label of the phase is in the content",
    ),
];

pub(super) const PHASE: Shape =
    Shape { name: "phase", fields: &[NAME_FIELDS, FIELDS, ENTITY_FIELDS, FILE_FIELDS] };
