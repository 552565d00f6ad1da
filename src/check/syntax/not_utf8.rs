//! Le fichier n'est pas enregistré en UTF-8. Le premier caractère illisible est montré ; il y en a souvent
//! d'autres. Le texte n'est pas à récrire : il suffit d'enregistrer le fichier de nouveau, dans le bon
//! encodage.
//!
//! ## Pourquoi
//!
//! Les lettres accentuées apparaîtraient comme des signes de remplacement, et une clé accentuée ne serait
//! plus reconnue. La cause habituelle est un éditeur réglé sur un encodage ancien, comme Windows-1252.
//!
//! ## Exemple
//!
//! ```text
//! content/poles/images-et-reseaux.yaml, enregistré en Windows-1252
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/poles/images-et-reseaux.yaml, enregistré en UTF-8
//! ```
//! ---
//! The file is not saved as UTF-8. The first character that cannot be read is shown; there are often more.
//! The text need not be written again: it is enough to save the file once more, in the right encoding.
//!
//! ## Why it matters
//!
//! Accented letters would show as replacement signs, and an accented key would no longer be recognised. The
//! usual cause is an editor set to an old encoding, such as Windows-1252.
//!
//! ## Example
//!
//! ```text
//! content/poles/images-et-reseaux.yaml, saved as Windows-1252
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/poles/images-et-reseaux.yaml, saved as UTF-8
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "not-utf8",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("texte illisible", "unreadable text"),
    source: include_str!("not_utf8.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::NotUtf8 = &fault.kind {
            let message = wording!(
                "le fichier n'est pas enregistré en UTF-8 : un caractère ne peut pas être lu",
                "the file is not saved as UTF-8: a character cannot be read",
            );
            let hint = wording!(
                "enregistrez-le de nouveau en choisissant l'encodage UTF-8",
                "save it again with the UTF-8 encoding",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
