//! The table of a piece of news.

use super::file::FILE_FIELDS;
use super::picture::IMAGE;
use super::shapes::{ENTITIES, FIGURE};
use super::text::TEXT_FIELDS;
use super::video::VIDEOS;
use super::{Choice, Field, Kind, List, Shape, Type, choice, optional, required, translatable};

const POST_TYPES: &[Choice] = &[
    choice("news", &["actualite", "actualité"]),
    choice("press-release", &["communique", "communiqué"]),
    choice("interview", &["entretien"]),
    choice("digest", &["revue", "synthese", "synthèse"]),
];

const FIELDS: &[Field] = &[
    translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
    required("date", &[], Type::Date, "La date de l’actualité", "The date of the news"),
    optional(
        "type",
        &[],
        Type::Choice(POST_TYPES),
        "news, press-release, interview ou digest",
        "news, press-release, interview or digest",
    ),
    translatable(optional(
        "summary",
        &["resume", "résumé", "chapo"],
        Type::Text,
        "Une ou deux phrases",
        "One or two sentences",
    )),
    optional(
        "about",
        &["sujets", "a_propos"],
        Type::Several(&Type::Reference(ENTITIES)),
        "De quoi parle l’actualité",
        "What the news is about",
    ),
    optional(
        "tags",
        &["themes", "thèmes"],
        Type::Several(&Type::Term(List::Tags)),
        "Les thèmes, pris dans la liste",
        "Themes, from the list",
    ),
    optional(
        "author",
        &["auteur", "autrice"],
        Type::ReferenceOrText(&[Kind::Person]),
        "Qui signe",
        "Who signs",
    ),
    optional("updated", &["mise_a_jour"], Type::Date, "Dernière mise à jour", "Last update"),
    optional(
        "figures",
        &["chiffres"],
        Type::Several(&Type::Shape(&FIGURE)),
        "Les chiffres datés et sourcés",
        "Dated, sourced figures",
    ),
    optional("image", &[], Type::Shape(&IMAGE), "L’image", "The picture"),
    VIDEOS,
    optional(
        "press_contact",
        &["contact_presse"],
        Type::Reference(&[Kind::Person]),
        "Le contact presse",
        "The press contact",
    ),
];

pub(super) const POST: Shape = Shape { name: "post", fields: &[FIELDS, TEXT_FIELDS, FILE_FIELDS] };
