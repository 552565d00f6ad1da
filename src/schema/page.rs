//! The table of a lasting page.

use super::file::FILE_FIELDS;
use super::picture::IMAGE;
use super::shapes::SOURCE_VALUE;
use super::video::VIDEOS;
use super::{Choice, Field, Shape, Type, choice, optional, own, required, translatable};

const ROLES: &[Choice] = &[
    choice("accessibility", &["accessibilite", "accessibilité"]),
    choice("contact", &[]),
    choice("ecodesign", &["ecoconception", "écoconception"]),
    choice("joining", &["adhesion", "adhésion"]),
    choice("legal-notice", &["mentions-legales", "mentions-légales"]),
    choice("personal-data", &["donnees-personnelles", "données-personnelles"]),
];

const FIELDS: &[Field] = &[
    translatable(required("title", &["titre"], Type::Text, "Le titre", "The title")),
    translatable(optional(
        "summary",
        &["resume", "résumé"],
        Type::Text,
        "Une ou deux phrases",
        "One or two sentences",
    )),
    optional(
        "role",
        &["rôle"],
        Type::Choice(ROLES),
        "accessibility, contact, ecodesign, joining, legal-notice ou personal-data : ce que la page est pour le site",
        "accessibility, contact, ecodesign, joining, legal-notice or personal-data: what the page is for the site",
    ),
    translatable(optional(
        "menu",
        &[],
        Type::Text,
        "Le mot du menu, si la page y figure",
        "The word in the menu, if it stands there",
    )),
    optional("order", &["ordre"], Type::Integer(0, 9999), "La place dans le menu", "The place in the menu"),
    optional("draft", &["brouillon"], Type::Boolean, "true : pas encore publiée", "true: not published yet"),
    optional("updated", &["mise_a_jour"], Type::Date, "Dernière mise à jour", "Last update"),
    optional(
        "redirect_from",
        &["ancienne_adresse"],
        Type::Several(&Type::Path),
        "Les anciennes adresses",
        "Former addresses",
    ),
    optional("images", &[], Type::Several(&Type::Shape(&IMAGE)), "Les images", "Pictures"),
    VIDEOS,
    optional("sources", &[], Type::Several(&SOURCE_VALUE), "Les sources", "The sources"),
    optional("listed", &["visible"], Type::Boolean, "false : hors des listes", "false: out of lists"),
    own(optional("slug", &[], Type::Slug, "La fin de l’adresse", "The end of the address")),
];

pub(super) const PAGE: Shape = Shape { name: "page", fields: &[FIELDS, FILE_FIELDS] };
