//! The table of an event of the agenda.

use super::file::FILE_FIELDS;
use super::picture::IMAGE;
use super::shapes::{ACTORS, ENTITIES};
use super::text::TEXT_FIELDS;
use super::video::VIDEOS;
use super::{Choice, Field, Kind, Shape, Type, choice, optional, required, translatable};

const ORGANISER_ROLES: &[Choice] = &[
    choice("lead", &["chef-de-file"]),
    choice("partner", &["partenaire"]),
    choice("supporter", &["soutien"]),
];

const ORGANISER: Shape = Shape {
    name: "organisers",
    fields: &[&[
        required("organisation", &[], Type::Reference(ACTORS), "L’organisation", "The organisation"),
        optional(
            "role",
            &["rôle"],
            Type::Choice(ORGANISER_ROLES),
            "lead, partner ou supporter",
            "lead, partner or supporter",
        ),
    ]],
};

const SESSION: Shape = Shape {
    name: "sessions",
    fields: &[&[
        translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
        optional(
            "start",
            &["debut", "début"],
            Type::Date,
            "Le début, avec l’heure",
            "The start, with its hour",
        ),
        optional("end", &["fin"], Type::Date, "La fin", "The end"),
        optional(
            "people",
            &["intervenants"],
            Type::Several(&Type::ReferenceOrText(&[Kind::Person])),
            "Qui intervient",
            "Who speaks",
        ),
    ]],
};

const REGISTRATION: Shape = Shape {
    name: "registration",
    fields: &[&[
        optional("url", &["adresse"], Type::Url, "L’adresse de l’inscription", "Where to register"),
        optional("closes", &["cloture", "clôture"], Type::Date, "Quand elle ferme", "When it closes"),
        optional("full", &["complet"], Type::Boolean, "Il n’y a plus de place", "There is no place left"),
    ]],
};

const STATES: &[Choice] = &[
    choice("planned", &["prevu", "prévu"]),
    choice("cancelled", &["annule", "annulé"]),
    choice("postponed", &["reporte", "reporté"]),
];

const FIELDS: &[Field] = &[
    translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
    required(
        "start",
        &["debut", "début"],
        Type::Date,
        "Le début : 2026-12-01T08:00",
        "The start: 2026-12-01T08:00",
    ),
    optional("end", &["fin"], Type::Date, "La fin", "The end"),
    translatable(optional(
        "summary",
        &["resume", "résumé"],
        Type::Text,
        "Une ou deux phrases",
        "One or two sentences",
    )),
    optional("place", &["lieu"], Type::Text, "Le lieu", "The place"),
    optional("region", &["région"], Type::Reference(&[Kind::Region]), "La région", "The region"),
    optional(
        "online",
        &["en_ligne"],
        Type::Boolean,
        "true : on peut y assister à distance",
        "true: it can be attended from afar",
    ),
    optional(
        "organisers",
        &["organisateurs"],
        Type::Several(&Type::Shape(&ORGANISER)),
        "Qui organise",
        "Who organises",
    ),
    optional(
        "people",
        &["intervenants"],
        Type::Several(&Type::ReferenceOrText(&[Kind::Person])),
        "Qui intervient",
        "Who speaks",
    ),
    optional(
        "programmes",
        &[],
        Type::Several(&Type::Reference(&[Kind::Programme])),
        "Les programmes",
        "The programmes",
    ),
    optional(
        "sessions",
        &["programme"],
        Type::Several(&Type::Shape(&SESSION)),
        "Les séances",
        "The sessions",
    ),
    optional(
        "about",
        &["sujets"],
        Type::Several(&Type::Reference(ENTITIES)),
        "De quoi il est question",
        "What it is about",
    ),
    optional(
        "follow_up",
        &["suite"],
        Type::Reference(&[Kind::Post]),
        "L’actualité qui en rend compte",
        "The post that reports on it",
    ),
    optional("registration", &["inscription"], Type::Shape(&REGISTRATION), "L’inscription", "Registration"),
    optional(
        "state",
        &["etat", "état"],
        Type::Choice(STATES),
        "planned, cancelled ou postponed",
        "planned, cancelled or postponed",
    ),
    optional("postponed_to", &["reporte_au"], Type::Date, "La nouvelle date", "The new date"),
    optional("image", &[], Type::Shape(&IMAGE), "L’image", "The picture"),
    VIDEOS,
];

pub(super) const EVENT: Shape = Shape { name: "event", fields: &[FIELDS, TEXT_FIELDS, FILE_FIELDS] };
