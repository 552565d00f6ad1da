//! The table of a call: for projects, for expressions of interest, for candidacies.

use super::file::FILE_FIELDS;
use super::shapes::{ACTORS, ENTITIES, FIGURE};
use super::text::TEXT_FIELDS;
use super::{Choice, Field, Kind, Shape, Type, choice, optional, required, translatable};

const CALL_TYPES: &[Choice] = &[
    choice("projects", &["projets"]),
    choice("interest", &["manifestation-d-interet"]),
    choice("candidacies", &["candidatures"]),
];

const FIELDS: &[Field] = &[
    translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
    optional(
        "type",
        &[],
        Type::Choice(CALL_TYPES),
        "projects, interest ou candidacies",
        "projects, interest or candidacies",
    ),
    optional("opens", &["ouverture"], Type::Date, "Quand il ouvre", "When it opens"),
    required("closes", &["cloture", "clôture"], Type::Date, "Quand il ferme", "When it closes"),
    translatable(optional(
        "summary",
        &["resume", "résumé"],
        Type::Text,
        "Une ou deux phrases",
        "One or two sentences",
    )),
    optional(
        "organisers",
        &["organisateurs"],
        Type::Several(&Type::Reference(ACTORS)),
        "Qui le lance",
        "Who launches it",
    ),
    optional(
        "programmes",
        &[],
        Type::Several(&Type::Reference(&[Kind::Programme])),
        "Les programmes",
        "The programmes",
    ),
    optional("phase", &[], Type::Reference(&[Kind::Phase]), "La phase", "The phase"),
    optional(
        "regions",
        &["régions"],
        Type::Several(&Type::Reference(&[Kind::Region])),
        "Les régions",
        "The regions",
    ),
    optional(
        "poles",
        &["pôles"],
        Type::Several(&Type::Reference(&[Kind::Pole])),
        "Les pôles concernés",
        "The poles concerned",
    ),
    optional(
        "about",
        &["sujets"],
        Type::Several(&Type::Reference(ENTITIES)),
        "De quoi il est question",
        "What it is about",
    ),
    optional(
        "amount",
        &["montant"],
        Type::Shape(&FIGURE),
        "Le montant, daté et sourcé",
        "The amount, dated and sourced",
    ),
    optional("apply", &["candidater"], Type::Url, "Où répondre", "Where to answer"),
    optional("documents", &[], Type::Several(&Type::Text), "Les fichiers", "The files"),
];

pub(super) const CALL: Shape = Shape { name: "call", fields: &[FIELDS, TEXT_FIELDS, FILE_FIELDS] };
