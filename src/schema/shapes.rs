//! The shapes that several kinds share: names over time, figures, sources, milestones, roadmaps.

use super::picture::IMAGE;
use super::video::VIDEOS;
use super::{Choice, Field, Kind, List, Shape, Type, choice, optional, own, required, translatable, unless};

/// Kinds that act: they can be labelled, host, sign, own.
pub(super) const ACTORS: &[Kind] = &[Kind::Pole, Kind::Organisation];

/// Every kind that a text can be about.
pub(super) const ENTITIES: &[Kind] = &[
    Kind::Pole,
    Kind::Organisation,
    Kind::Region,
    Kind::Phase,
    Kind::Partnership,
    Kind::Programme,
    Kind::Person,
    Kind::Post,
    Kind::Event,
    Kind::Call,
    Kind::Publication,
];

/// Where a fact comes from: the id of a source of the list, or a source written out.
pub(super) const SOURCE_VALUE: Type = Type::TermOrShape(List::Sources, &SOURCE);

pub(super) const SOURCE_FIELDS: &[Field] = &[
    required("title", &["titre"], Type::Text, "Titre du document", "Title of the document"),
    optional("url", &["adresse", "lien"], Type::Url, "Adresse du document", "Address of the document"),
    optional("publisher", &["editeur", "éditeur"], Type::Text, "Qui l’a publié", "Who published it"),
    optional(
        "date",
        &[],
        Type::Date,
        "Date de publication, ou intervalle",
        "Date of publication, or interval",
    ),
];

pub(super) const SOURCE: Shape = Shape { name: "source", fields: &[SOURCE_FIELDS] };

pub(super) const NAME: Shape = Shape {
    name: "names",
    fields: &[&[
        required("name", &["nom"], Type::Text, "Le nom", "The name"),
        optional("short", &["sigle", "court"], Type::Text, "Le sigle ou nom court", "The short name"),
        optional("from", &["depuis"], Type::Date, "Depuis quand", "Since when"),
        optional("until", &["jusqu_a"], Type::Date, "Jusqu’à quand", "Until when"),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

/// The name of an entity: one, or its history.
pub(super) const NAME_FIELDS: &[Field] = &[
    unless(translatable(optional("name", &["nom"], Type::Text, "Le nom", "The name")), "names"),
    translatable(optional("short", &["sigle"], Type::Text, "Le sigle ou nom court", "The short name")),
    optional(
        "names",
        &["noms"],
        Type::Several(&Type::Shape(&NAME)),
        "Les noms successifs, le dernier en vigueur",
        "Successive names, the last one current",
    ),
    optional(
        "aliases",
        &["alias", "autres_noms"],
        Type::Several(&Type::Text),
        "Autres graphies du nom",
        "Other spellings of the name",
    ),
];

/// What every entity may have.
pub(super) const ENTITY_FIELDS: &[Field] = &[
    translatable(optional(
        "summary",
        &["resume", "résumé"],
        Type::Text,
        "Une ou deux phrases",
        "One or two sentences",
    )),
    translatable(optional("description", &[], Type::Markdown, "Un texte en Markdown", "A text in Markdown")),
    optional(
        "written",
        &["redige", "rédigé"],
        Type::Date,
        "Quand le résumé et la description ont été écrits : le site d’une date antérieure ne les montre pas",
        "When the summary and description were written: the site as of an earlier day does not show them",
    ),
    optional(
        "figures",
        &["chiffres"],
        Type::Several(&Type::Shape(&FIGURE)),
        "Les chiffres datés et sourcés",
        "Dated, sourced figures",
    ),
    optional(
        "sources",
        &[],
        Type::Several(&SOURCE_VALUE),
        "Les sources de la fiche",
        "The sources of the entry",
    ),
    optional("images", &[], Type::Several(&Type::Shape(&IMAGE)), "Les images", "Pictures"),
    VIDEOS,
    optional(
        "listed",
        &["visible"],
        Type::Boolean,
        "false : hors des listes, jamais hors des contrôles",
        "false: out of lists, never out of checks",
    ),
    optional(
        "redirect_from",
        &["ancienne_adresse"],
        Type::Several(&Type::Path),
        "Les anciennes adresses",
        "Former addresses",
    ),
    own(optional("slug", &[], Type::Slug, "La fin de l’adresse de la page", "The end of the page's address")),
];

pub(super) const QUALIFIERS: &[Choice] = &[
    choice("exact", &[]),
    choice("about", &["environ"]),
    choice("more-than", &["plus-de"]),
    choice("less-than", &["moins-de"]),
    choice("nearly", &["pres-de", "près-de"]),
    choice("target", &["objectif"]),
];

const GROUPS: &[Choice] =
    &[choice("poles", &["pôles"]), choice("members", &["membres"]), choice("parties", &["partenaires"])];

pub(super) const FIGURE: Shape = Shape {
    name: "figures",
    fields: &[&[
        required(
            "metric",
            &["indicateur"],
            Type::Term(List::Metrics),
            "Ce qui est mesuré",
            "What is measured",
        ),
        required(
            "value",
            &["valeur"],
            Type::Quantity,
            "Le nombre, comme on l’écrit : 1,3 Md€",
            "The number as written: 1,3 Md€",
        ),
        optional(
            "qualifier",
            &["nuance"],
            Type::Choice(QUALIFIERS),
            "exact, environ, plus de…",
            "exact, about, more than…",
        ),
        required("as_of", &["au", "date"], Type::Date, "La date à laquelle il vaut", "The date it holds at"),
        optional(
            "scope",
            &["perimetre", "périmètre"],
            Type::Text,
            "Sur quoi il porte, si ce n’est l’ensemble",
            "What it covers, if not the whole",
        ),
        optional(
            "group",
            &["groupe"],
            Type::Choice(GROUPS),
            "Le total d’un groupe, et non le chiffre de la fiche : poles, members ou parties",
            "The total of a group, not the entry's own figure: poles, members or parties",
        ),
        optional(
            "known",
            &["connu"],
            Type::Date,
            "Quand on l’a su, pour un objectif à venir",
            "When it was made known, for a target to come",
        ),
        optional("note", &[], Type::Text, "Une précision", "A detail"),
        optional(
            "part_of",
            &["part_de"],
            Type::Term(List::Metrics),
            "L’indicateur dont il est une part",
            "The metric it is a part of",
        ),
        optional(
            "exhaustive",
            &[],
            Type::Boolean,
            "true : avec les autres parts, il fait le tout",
            "true: with the other parts, it makes the whole",
        ),
        required("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

pub(super) const SEAT: Shape = Shape {
    name: "seat",
    fields: &[&[
        required("city", &["ville"], Type::Text, "La ville du siège", "The city of the seat"),
        optional(
            "region",
            &["région"],
            Type::Reference(&[Kind::Region]),
            "La région du siège",
            "The region of the seat",
        ),
    ]],
};

pub(super) const CONTACT: Shape = Shape {
    name: "contact",
    fields: &[&[
        optional("name", &["nom"], Type::Text, "Qui répond", "Who answers"),
        optional("email", &["courriel"], Type::Email, "L’adresse électronique", "The electronic address"),
        optional("telephone", &["téléphone"], Type::Text, "Le téléphone", "The telephone"),
        optional("address", &["adresse"], Type::Text, "L’adresse postale", "The postal address"),
    ]],
};

pub(super) const AWARD: Shape = Shape {
    name: "awards",
    fields: &[&[
        required("name", &["nom"], Type::Text, "Le label ou le prix", "The label or prize"),
        optional("level", &["niveau"], Type::Text, "Le niveau", "The level"),
        optional("from", &["depuis"], Type::Date, "Depuis quand", "Since when"),
        optional("until", &["jusqu_a"], Type::Date, "Jusqu’à quand", "Until when"),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

pub(super) const SUCCESSIONS: &[Choice] = &[
    choice("merger", &["fusion"]),
    choice("absorption", &[]),
    choice("split", &["scission"]),
    choice("rename", &["changement-de-nom"]),
];

pub(super) const PREDECESSOR: Shape = Shape {
    name: "predecessors",
    fields: &[&[
        required(
            "organisation",
            &[],
            Type::Reference(ACTORS),
            "L’organisation dont celle-ci procède",
            "The organisation this one comes from",
        ),
        required(
            "how",
            &["comment"],
            Type::Choice(SUCCESSIONS),
            "merger, absorption, split ou rename",
            "merger, absorption, split or rename",
        ),
        optional("on", &["le"], Type::Date, "Quand", "When"),
        optional(
            "known",
            &["connu"],
            Type::Date,
            "Quand on l’a su, si l’on ignore quand c’était",
            "When it was made known, where no one says when it was",
        ),
        optional("note", &[], Type::Text, "Une précision", "A detail"),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

pub(super) const STATES: &[Choice] = &[
    choice("announced", &["annonce", "annoncé"]),
    choice("held", &["tenu"]),
    choice("started", &["commence", "commencé"]),
    choice("expected", &["attendu"]),
    choice("slipped", &["reporte", "reporté"]),
    choice("effective", &["effectif"]),
    choice("abandoned", &["abandonne", "abandonné"]),
    choice("ended", &["termine", "terminé"]),
];

pub(super) const MILESTONE: Shape = Shape {
    name: "milestones",
    fields: &[&[
        required(
            "state",
            &["etat", "état"],
            Type::Choice(STATES),
            "announced, expected, slipped, started, held, effective, abandoned ou ended",
            "announced, expected, slipped, started, held, effective, abandoned or ended",
        ),
        unless(
            optional(
                "on",
                &["le"],
                Type::Date,
                "Quand cela vaut, ou quand cela est attendu",
                "When it holds, or is expected",
            ),
            "known",
        ),
        optional(
            "known",
            &["connu"],
            Type::Date,
            "Quand on l’a su, si ce n’est le même jour",
            "When it was made known, if not the same day",
        ),
        optional("note", &[], Type::Text, "Une précision", "A detail"),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

pub(super) const ROADMAP: Shape = Shape {
    name: "roadmap",
    fields: &[&[
        translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
        optional("from", &["depuis"], Type::Date, "Début", "Start"),
        optional("until", &["jusqu_a"], Type::Date, "Fin", "End"),
        optional(
            "adopted",
            &["adoptee", "adoptée"],
            Type::Date,
            "Date du vote ou de l’adoption",
            "When it was adopted",
        ),
        optional(
            "parties",
            &["parties_prenantes"],
            Type::Several(&Type::Reference(ACTORS)),
            "Qui la porte",
            "Who holds it",
        ),
        optional(
            "programmes",
            &[],
            Type::Several(&Type::Reference(&[Kind::Programme])),
            "Les programmes qu’elle annonce",
            "The programmes it announces",
        ),
        optional(
            "milestones",
            &["etapes", "étapes"],
            Type::Several(&Type::Shape(&MILESTONE)),
            "Les étapes",
            "The steps",
        ),
        translatable(optional("axes", &[], Type::Several(&Type::Text), "Les axes", "The axes")),
        translatable(optional(
            "domains",
            &["domaines"],
            Type::Several(&Type::Text),
            "Les domaines",
            "The domains",
        )),
        translatable(optional("actions", &[], Type::Several(&Type::Text), "Les actions", "The actions")),
        translatable(optional(
            "objectives",
            &["objectifs"],
            Type::Several(&Type::Text),
            "Les objectifs",
            "The objectives",
        )),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

const EXTENSION_STATES: &[Choice] = &[
    choice("granted", &["accordee", "accordée"]),
    choice("refused", &["refusee", "refusée"]),
    choice("unknown", &["inconnue"]),
];

const EXTENSION: Shape = Shape {
    name: "extension",
    fields: &[&[
        required(
            "state",
            &["etat", "état"],
            Type::Choice(EXTENSION_STATES),
            "granted, refused ou unknown",
            "granted, refused or unknown",
        ),
        optional("on", &["le"], Type::Date, "La date de la décision", "The date of the decision"),
        optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

const EVIDENCE: &[Choice] = &[choice("stated", &["explicite"]), choice("inferred", &["deduite", "déduite"])];

pub(super) const LABEL: Shape = Shape {
    name: "labels",
    fields: &[&[
        required("phase", &[], Type::Reference(&[Kind::Phase]), "La phase", "The phase"),
        required("from", &["depuis"], Type::Date, "Début du label", "Start of the label"),
        unless(
            optional("term", &["duree", "durée"], Type::Integer(1, 20), "Durée en années", "Term in years"),
            "until",
        ),
        optional("until", &["jusqu_a"], Type::Date, "Fin du label", "End of the label"),
        required("decided", &["decide", "décidé"], Type::Date, "Date de la décision", "Date of the decision"),
        optional(
            "extendable_until",
            &["prolongeable_jusqu_a"],
            Type::Date,
            "Fin possible si le label est prolongé",
            "Possible end if the label is extended",
        ),
        optional(
            "extension",
            &["prolongation"],
            Type::Shape(&EXTENSION),
            "Ce qu’il est advenu de la prolongation",
            "What became of the extension",
        ),
        optional(
            "joint_with",
            &["avec"],
            Type::Several(&Type::Reference(&[Kind::Pole])),
            "Les pôles avec lesquels le label est partagé",
            "The poles that share the label",
        ),
        optional(
            "conditional",
            &["condition"],
            Type::Text,
            "La condition, s’il y en a une",
            "The condition, if any",
        ),
        optional(
            "evidence",
            &["preuve"],
            Type::Choice(EVIDENCE),
            "inferred si la durée est déduite et non écrite",
            "inferred where the term is deduced, not written",
        ),
        optional("note", &[], Type::Text, "Une précision", "A detail"),
        required("source", &[], SOURCE_VALUE, "La source", "The source"),
    ]],
};

/// What poles and other organisations share.
pub(super) const ORGANISATION_FIELDS: &[Field] = &[
    translatable(optional(
        "specialities",
        &["specialites", "spécialités"],
        Type::Several(&Type::Text),
        "Les spécialités, en quelques mots",
        "Specialities, in a few words",
    )),
    optional("seat", &["siege", "siège"], Type::Shape(&SEAT), "Le siège", "The seat"),
    optional("founded", &["creation", "création"], Type::Date, "Date de création", "When it was founded"),
    optional(
        "known",
        &["connue_depuis"],
        Type::Date,
        "Depuis quand on la connaît, si la date de création manque : le site d’une date antérieure ne la montre pas",
        "Since when it is known, where its founding is not: the site as of an earlier day does not show it",
    ),
    optional("closed", &["fermeture", "dissolution"], Type::Date, "Date de fermeture", "When it closed"),
    optional(
        "predecessors",
        &["predecesseurs", "prédécesseurs"],
        Type::Several(&Type::Shape(&PREDECESSOR)),
        "Les organisations dont elle procède",
        "The organisations it comes from",
    ),
    optional(
        "awards",
        &["distinctions"],
        Type::Several(&Type::Shape(&AWARD)),
        "Labels européens et prix",
        "European labels and prizes",
    ),
    optional("website", &["site"], Type::Url, "Le site", "The website"),
    optional("contact", &[], Type::Shape(&CONTACT), "Le contact", "The contact"),
    optional(
        "social",
        &["reseaux", "réseaux"],
        Type::Several(&Type::Url),
        "Comptes sur les réseaux sociaux",
        "Accounts on social networks",
    ),
    translatable(optional(
        "keywords",
        &["mots_cles", "mots-clés"],
        Type::Several(&Type::Text),
        "Mots-clés",
        "Keywords",
    )),
    optional("roadmap", &["feuille_de_route"], Type::Shape(&ROADMAP), "La feuille de route", "The roadmap"),
    optional(
        "member_of",
        &["membre_de"],
        Type::Several(&Type::Reference(ACTORS)),
        "Les réseaux dont elle est membre",
        "The networks it is a member of",
    ),
];
