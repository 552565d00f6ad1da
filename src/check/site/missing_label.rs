//! Le thème a un mot à lui, titre ou bouton, dans une langue, et ne l'a pas dans une autre langue du site.
//! Chaque langue du site doit avoir tous les libellés que connaît l'une des langues du thème. Un libellé
//! présent mais vide n'est pas relevé.
//!
//! ## Pourquoi
//!
//! À la place du mot, la page montrerait un vide : un bouton sans nom, qu'un lecteur d'écran ne peut pas
//! annoncer.
//!
//! ## Exemple
//!
//! ```toml
//! # themes/regional/labels/fr.toml
//! search = "Rechercher"
//! # themes/regional/labels/en.toml
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! # themes/regional/labels/fr.toml
//! search = "Rechercher"
//! # themes/regional/labels/en.toml
//! search = "Search"
//! ```
//! ---
//! The theme has a word of its own, a heading or button, in one language, and does not have it in another
//! language of the site. Each language of the site must have every label that one of the theme's languages
//! has. A label that is there and empty is not reported.
//!
//! ## Why it matters
//!
//! In place of the word the page would show nothing: a button without a name, which a screen reader cannot
//! announce.
//!
//! ## Example
//!
//! ```toml
//! # themes/regional/labels/fr.toml
//! search = "Rechercher"
//! # themes/regional/labels/en.toml
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! # themes/regional/labels/fr.toml
//! search = "Rechercher"
//! # themes/regional/labels/en.toml
//! search = "Search"
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rule::{Pack, Report, Rule, Run};
use crate::theme::{ThemeFault, ThemeFaultKind};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-label",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("libellé manquant", "missing label"),
    source: include_str!("missing_label.rs"),
    run: Run::Theme(run),
};

fn run(faults: &[ThemeFault], report: &mut Report<'_>) {
    for fault in faults {
        if let ThemeFaultKind::MissingLabel { key, language } = &fault.kind {
            let message = wording!(
                "le libellé `{key}` manque dans la langue `{language}`",
                "the label `{key}` is missing in `{language}`",
            );
            let hint = wording!(
                "ajoutez-le : une autre langue du thème l'a",
                "add it: another language of the theme has it",
            );
            report.push(report.diagnostic(&fault.file, fault.span, message).hint(hint));
        }
    }
}
