//! The table of a partnership.

use super::file::FILE_FIELDS;
use super::shapes::{ACTORS, ENTITY_FIELDS, MILESTONE, NAME_FIELDS, ROADMAP};
use super::{Choice, Field, Kind, List, Shape, Type, choice, optional, required, translatable, unless};

const PARTNERSHIP_KINDS: &[Choice] = &[
    choice("joint-candidacy", &["candidature-commune"]),
    choice("merger", &["fusion", "rapprochement"]),
    choice("thematic", &["thematique", "thématique"]),
    choice("geographic", &["geographique", "géographique"]),
    choice("roadmap", &["feuille-de-route"]),
    choice("cooperation", &["coopération"]),
];

const ROLES: &[Choice] = &[
    choice("lead", &["chef-de-file"]),
    choice("partner", &["partenaire"]),
    choice("supporter", &["soutien"]),
    choice("signatory", &["signataire"]),
    choice("result", &["resultat", "résultat"]),
];

const PARTY: Shape = Shape {
    name: "parties",
    fields: &[&[
        unless(
            optional(
                "organisation",
                &["pole", "pôle"],
                Type::Reference(ACTORS),
                "L’organisation",
                "The organisation",
            ),
            "programme",
        ),
        optional(
            "programme",
            &[],
            Type::Reference(&[Kind::Programme]),
            "Le programme, s’il s’agit d’un programme",
            "The programme, where it is one",
        ),
        required(
            "role",
            &["rôle"],
            Type::Choice(ROLES),
            "lead, partner, supporter, signatory ou result",
            "lead, partner, supporter, signatory or result",
        ),
    ]],
};

const FIELDS: &[Field] = &[
    required(
        "kind",
        &["type"],
        Type::Choice(PARTNERSHIP_KINDS),
        "Le type de partenariat",
        "The kind of partnership",
    ),
    required(
        "parties",
        &[],
        Type::Several(&Type::Shape(&PARTY)),
        "Les parties et leur rôle",
        "The parties and their roles",
    ),
    required(
        "milestones",
        &["etapes", "étapes"],
        Type::Several(&Type::Shape(&MILESTONE)),
        "Les étapes, dans l’ordre où on les a sues",
        "The steps, as they became known",
    ),
    optional("phase", &[], Type::Reference(&[Kind::Phase]), "La phase", "The phase"),
    translatable(optional("theme", &["thème"], Type::Text, "Le thème", "The theme")),
    translatable(optional("goal", &["but", "objectif"], Type::Text, "Le but", "The goal")),
    optional("zone", &[], Type::Term(List::Zones), "La zone", "The zone"),
    optional(
        "regions",
        &["régions"],
        Type::Several(&Type::Reference(&[Kind::Region])),
        "Les régions concernées",
        "The regions concerned",
    ),
    optional("roadmap", &["feuille_de_route"], Type::Shape(&ROADMAP), "La feuille de route", "The roadmap"),
];

pub(super) const PARTNERSHIP: Shape =
    Shape { name: "partnership", fields: &[NAME_FIELDS, FIELDS, ENTITY_FIELDS, FILE_FIELDS] };
