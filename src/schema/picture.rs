//! What is said of a picture: where it is shown, or wherever it is, in `photo.jpg.yaml` beside it.

use super::{Field, Shape, Type, optional, required, translatable};

const FILE: Field = required("file", &["fichier"], Type::Text, "Le fichier", "The file");

const ALT: Field = optional(
    "alt",
    &[],
    Type::Text,
    "Ce que l’image montre, pour qui ne la voit pas",
    "What it shows, for those who do not see it",
);

const DECORATIVE: Field = optional(
    "decorative",
    &["decorative"],
    Type::Boolean,
    "L’image n’apporte aucune information",
    "The picture tells nothing",
);

const CAPTION: Field = optional("caption", &["legende", "légende"], Type::Text, "La légende", "The caption");

const CREDIT: Field =
    optional("credit", &["crédit"], Type::Text, "L’auteur de l’image", "The picture's author");

/// A picture where it is shown. Its words are not translated there: nothing would match them.
pub(super) const IMAGE: Shape = Shape { name: "image", fields: &[&[FILE, ALT, DECORATIVE, CAPTION, CREDIT]] };

/// A picture wherever it is shown.
pub(super) const PICTURE: Shape =
    Shape { name: "picture", fields: &[&[translatable(ALT), DECORATIVE, translatable(CAPTION), CREDIT]] };
