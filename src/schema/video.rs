//! The table of a video: what a page says of it, since a page never plays it.

use super::{Field, Kind, Shape, Type, optional, required};

/// The videos of a text or profile.
pub(super) const VIDEOS: Field =
    optional("videos", &["vidéos"], Type::Several(&Type::Shape(&VIDEO)), "Les vidéos", "Videos");

const VIDEO: Shape = Shape {
    name: "videos",
    fields: &[&[
        required("title", &["titre"], Type::Text, "Le titre", "The title"),
        required("url", &["adresse", "lien"], Type::Url, "Où la voir, en https://", "Where to watch it"),
        required(
            "still",
            &["vignette"],
            Type::Text,
            "L’image fixe : un fichier du contenu",
            "The still: a file of the content",
        ),
        optional("weight", &["poids"], Type::Weight, "Son poids : 45 Mo", "Its weight: 45 MB"),
        optional(
            "duration",
            &["duree", "durée"],
            Type::Duration,
            "Sa durée : 3 min, ou 2 min 30 s",
            "How long it is: 3 min, or 2 min 30 s",
        ),
        optional(
            "host",
            &["hebergeur", "hébergeur"],
            Type::Text,
            "Qui l’héberge, si l’adresse ne le dit pas",
            "Who hosts it, where the address does not say",
        ),
        optional("credit", &["crédit"], Type::Text, "L’auteur de l’image fixe", "The still's author"),
        optional(
            "transcript",
            &["transcription"],
            Type::ReferenceOrUrl(&[Kind::Page, Kind::Post, Kind::Publication]),
            "Ce qui y est dit, par écrit : une fiche ou une adresse",
            "What is said in it, in writing: an entry or an address",
        ),
    ]],
};
