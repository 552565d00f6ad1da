//! The table of a publication: a study, an annual report, a guide.

use super::file::FILE_FIELDS;
use super::shapes::ENTITIES;
use super::text::TEXT_FIELDS;
use super::{Choice, Field, Kind, Shape, Type, choice, optional, required, translatable, unless};

const PUBLICATION_TYPES: &[Choice] = &[
    choice("study", &["etude", "étude"]),
    choice("annual-report", &["rapport-annuel"]),
    choice("guide", &[]),
    choice("survey", &["enquete", "enquête"]),
    choice("press-release", &["communique", "communiqué"]),
];

const DOCUMENT: Shape = Shape {
    name: "document",
    fields: &[&[
        unless(optional("file", &["fichier"], Type::Text, "Le fichier", "The file"), "url"),
        optional(
            "url",
            &["adresse"],
            Type::Url,
            "Son adresse, s’il est ailleurs",
            "Its address, where it is elsewhere",
        ),
        optional("language", &["langue"], Type::Text, "Sa langue : fr", "Its language: fr"),
        optional(
            "accessible",
            &[],
            Type::Boolean,
            "true : il est lisible par tous",
            "true: everyone can read it",
        ),
    ]],
};

const FIELDS: &[Field] = &[
    translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
    required("date", &[], Type::Date, "La date de parution", "The date of publication"),
    optional(
        "type",
        &[],
        Type::Choice(PUBLICATION_TYPES),
        "study, annual-report, guide ou survey",
        "study, annual-report, guide or survey",
    ),
    translatable(optional(
        "summary",
        &["resume", "résumé"],
        Type::Text,
        "Une ou deux phrases",
        "One or two sentences",
    )),
    optional(
        "authors",
        &["auteurs"],
        Type::Several(&Type::ReferenceOrText(&[Kind::Organisation, Kind::Pole, Kind::Person])),
        "Qui l’a faite",
        "Who made it",
    ),
    optional("document", &[], Type::Shape(&DOCUMENT), "Le document", "The document"),
    optional(
        "about",
        &["sujets"],
        Type::Several(&Type::Reference(ENTITIES)),
        "De quoi elle parle",
        "What it is about",
    ),
];

pub(super) const PUBLICATION: Shape =
    Shape { name: "publication", fields: &[FIELDS, TEXT_FIELDS, FILE_FIELDS] };
