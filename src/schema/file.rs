//! What any file may say of itself.

use super::{Field, Shape, Translation, Type, optional, own, required};

/// What a file says of the checks it goes through, and of the original that it translates.
pub(super) const FILE_FIELDS: &[Field] = &[
    own(optional(
        "allow",
        &["permettre"],
        Type::Several(&Type::Shape(&ALLOWANCE)),
        "Les règles dont cette fiche s’écarte, chacune avec sa raison",
        "The rules that this file departs from, each with its reason",
    )),
    only_in_translation(optional(
        "original",
        &[],
        Type::Slug,
        "La marque de l’original tel qu’il a été traduit : le site prévient quand il a changé",
        "The mark of the original as it was translated: the site tells when it has changed",
    )),
];

const ALLOWANCE: Shape = Shape {
    name: "allow",
    fields: &[&[
        own(required("rule", &["regle", "règle"], Type::Text, "Le nom de la règle", "The name of the rule")),
        own(required(
            "reason",
            &["raison"],
            Type::Text,
            "Pourquoi elle ne s’applique pas ici",
            "Why it does not hold here",
        )),
    ]],
};

const fn only_in_translation(mut field: Field) -> Field {
    field.translation = Translation::Only;
    field
}
