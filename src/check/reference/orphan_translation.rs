//! Une traduction n'a pas d'original : il n'y a pas de fichier du même nom, sans la langue, pour le même
//! type de fiche.
//!
//! ## Pourquoi
//!
//! Une traduction ne contient que des mots ; les faits sont dans l'original. Sans lui, il n'y a rien à
//! montrer, dans aucune langue.
//!
//! ## Exemple
//!
//! ```text
//! content/poles/images-reseaux.en.yaml
//! content/poles/images-et-reseaux.yaml
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/poles/images-et-reseaux.en.yaml
//! content/poles/images-et-reseaux.yaml
//! ```
//! ---
//! A translation has no original: there is no file of the same name, without the language, for the same
//! kind of entry.
//!
//! ## Why it matters
//!
//! A translation holds words alone; the facts are in the original. Without it there is nothing to show, in
//! any language.
//!
//! ## Example
//!
//! ```text
//! content/poles/images-reseaux.en.yaml
//! content/poles/images-et-reseaux.yaml
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/poles/images-et-reseaux.en.yaml
//! content/poles/images-et-reseaux.yaml
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "orphan-translation",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("traduction sans original", "translation without original"),
    source: include_str!("orphan_translation.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for document in &federation.orphans {
        let id = &document.id;
        if let Some(other) = federation.find(id) {
            let other = &federation.entity(other).document.path;
            let message = wording!(
                "l'original est `{other}` : la traduction n'est pas à côté",
                "the original is `{other}`: the translation is not beside it",
            );
            let hint = wording!("mettez les deux dans le même dossier", "put both in the same folder");
            report.push(report.diagnostic(&document.path, Span::default(), message).hint(hint));
            continue;
        }
        // The original is there, and told where it lies.
        if federation.may_have(id) {
            continue;
        }
        let message = wording!(
            "aucune fiche `{id}` : cette traduction ne traduit rien",
            "no entry `{id}`: this translates nothing",
        );
        let hint = report.nearest(id, federation.ids()).map_or_else(
            || wording!("écrivez d'abord l'original", "write the original first"),
            |near| wording!("vouliez-vous traduire `{near}` ?", "did you mean to translate `{near}`?"),
        );
        report.push(report.diagnostic(&document.path, Span::default(), message).hint(hint));
    }
}
