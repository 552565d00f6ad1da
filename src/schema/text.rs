//! What every dated text has: news, events, calls, publications.

use super::shapes::SOURCE_VALUE;
use super::{Field, Type, optional, own};

/// Whether it shows, where it comes from, where it stands.
pub(super) const TEXT_FIELDS: &[Field] = &[
    optional("draft", &["brouillon"], Type::Boolean, "true : pas encore publié", "true: not published yet"),
    optional("publish", &["publication"], Type::Date, "Quand publier", "When to publish"),
    optional("embargo", &[], Type::Date, "Rien ne doit paraître avant", "Nothing may show before"),
    optional("expire", &["expiration"], Type::Date, "Quand retirer", "When to take down"),
    optional(
        "redirect_from",
        &["ancienne_adresse"],
        Type::Several(&Type::Path),
        "Les anciennes adresses",
        "Former addresses",
    ),
    optional("source", &[], SOURCE_VALUE, "La source", "The source"),
    optional("sources", &[], Type::Several(&SOURCE_VALUE), "Les sources", "The sources"),
    optional("listed", &["visible"], Type::Boolean, "false : hors des listes", "false: out of lists"),
    own(optional("slug", &[], Type::Slug, "La fin de l’adresse", "The end of the address")),
];
