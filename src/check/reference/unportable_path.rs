//! Un nom de fichier ou de dossier ne convient pas à tous les systèmes : signe refusé par Windows (`:`,
//! `?`, `*`…), nom qu'il se réserve (`con`, `aux`), point ou espace à la fin, accent décomposé, deux noms
//! qu'une majuscule seule distingue, ou la façon dont leurs accents sont enregistrés. Le nom d'une fiche, qui
//! est son identifiant, est plus strict : minuscules sans accent, chiffres et traits d'union. Les fichiers
//! cachés ne sont pas regardés.
//!
//! ## Pourquoi
//!
//! Le contenu passe d'un ordinateur à l'autre : un tel fichier pourrait ne pas s'y copier, ou en remplacer
//! un autre.
//!
//! ## Exemple
//!
//! ```text
//! content/poles/Images_et_Réseaux.yaml
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/poles/images-et-reseaux.yaml
//! ```
//! ---
//! The name of a file or folder does not suit every system: a sign that Windows refuses (`:`, `?`, `*`…), a
//! name that it keeps for itself (`con`, `aux`), a dot or space at the end, a decomposed accent, two names
//! that differ by a capital alone, or by how their accents are stored. The name of an entry, which is its id,
//! is stricter: lower-case letters without accents, digits and hyphens. Hidden files are not looked at.
//!
//! ## Why it matters
//!
//! Content goes from one computer to another: such a file might not be copied there, or might replace
//! another.
//!
//! ## Example
//!
//! ```text
//! content/poles/Images_et_Réseaux.yaml
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/poles/images-et-reseaux.yaml
//! ```

use crate::diagnostic::Severity;
use crate::inventory::{Inventory, Unportable, is_refused};
use crate::locale::{Wording, both};
use crate::parse::composed;
use crate::parse::markdown::slugify;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Span};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unportable-path",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("nom de fichier fragile", "unportable path"),
    source: include_str!("unportable_path.rs"),
    run: Run::Inventory(run),
};

fn run(inventory: &Inventory, report: &mut Report<'_>) {
    for (path, why) in &inventory.unportable {
        let diagnostic = report.diagnostic(path, Span::default(), explain(path, why));
        report.push(diagnostic.hint(suggestion(path, why)));
    }
    for (root, name) in &inventory.unreadable_names {
        let message = wording!(
            "le nom de fichier `{name}` ne peut pas être lu",
            "the file name `{name}` cannot be read",
        );
        let hint = wording!(
            "renommez le fichier sans caractère spécial",
            "rename the file without special characters"
        );
        report.push(report.diagnostic(root, Span::default(), message).hint(hint));
    }
}

fn explain(path: &FilePath, why: &Unportable) -> Wording {
    match why {
        Unportable::Stem => wording!(
            "le nom d'une fiche est fait de minuscules sans accent, de chiffres et de traits d'union",
            "an entry's name is made of lower-case letters without accents, digits and hyphens",
        ),
        Unportable::Name(part) => wording!(
            "certains systèmes n'acceptent pas le nom `{part}`",
            "some systems do not accept the name `{part}`",
        ),
        Unportable::Decomposed(part) => wording!(
            "une lettre accentuée de `{part}` est faite de deux caractères",
            "an accented letter of `{part}` is made of two characters",
        ),
        Unportable::Twin(twin) if is_same_but_for_accents(path, twin) => wording!(
            "ce nom ne diffère de `{twin}` que par la façon dont ses accents sont enregistrés : l'un des deux fichiers pourrait remplacer l'autre",
            "this name differs from `{twin}` only by how its accents are stored: one of the two files might replace the other",
        ),
        Unportable::FolderTwin { folder, twin } if is_same_but_for_accents(folder, twin) => wording!(
            "le dossier `{folder}` ne diffère de `{twin}` que par la façon dont ses accents sont enregistrés",
            "the folder `{folder}` differs from `{twin}` only by how its accents are stored",
        ),
        Unportable::Twin(twin) => wording!(
            "ce nom ne diffère de `{twin}` que par des majuscules",
            "this name differs from `{twin}` by capitals alone",
        ),
        Unportable::FolderTwin { folder, twin } => wording!(
            "le dossier `{folder}` ne diffère de `{twin}` que par des majuscules",
            "the folder `{folder}` differs from `{twin}` by capitals alone",
        ),
    }
}

fn is_same_but_for_accents(path: &FilePath, twin: &FilePath) -> bool {
    composed(path.as_str()) == composed(twin.as_str())
}

fn suggestion(path: &FilePath, why: &Unportable) -> Wording {
    let part = match why {
        Unportable::Stem => path.name(),
        Unportable::Name(part) | Unportable::Decomposed(part) => part,
        Unportable::Twin(_) => {
            return wording!(
                "donnez-lui un autre nom, ou supprimez-le",
                "give it another name, or remove it"
            );
        }
        Unportable::FolderTwin { .. } => {
            return wording!("réunissez les deux dossiers", "make the two folders one");
        }
    };
    match proposal(part) {
        Some(proposal) => {
            wording!("renommez-le, par exemple `{proposal}`", "rename it, for example `{proposal}`")
        }
        None => wording!("donnez-lui un autre nom", "give it another name"),
    }
}

/// The name in plain letters, its ending kept; nothing where that would be refused too.
fn proposal(part: &str) -> Option<String> {
    let (stem, ending) = part.split_once('.').unwrap_or((part, ""));
    let stem = slugify(stem);
    let proposal = if ending.is_empty() { stem } else { format!("{stem}.{ending}") };
    (!proposal.starts_with('.') && !proposal.is_empty() && !is_refused(&proposal)).then_some(proposal)
}
