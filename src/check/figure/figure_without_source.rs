//! Un chiffre n'a pas de `source`, ou la clé est vide.
//!
//! ## Pourquoi
//!
//! Un chiffre que rien n'atteste ne se vérifie pas, et deux chiffres qui diffèrent ne s'expliquent pas. Le
//! site montre chaque chiffre avec sa source ; sans elle, il n'y a rien à publier.
//!
//! ## Exemple
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! as_of: 2024-04-29
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! as_of: 2024-04-29
//! source: images-et-reseaux-2024
//! ```
//! ---
//! A figure has no `source`, or the key is empty.
//!
//! ## Why it matters
//!
//! A figure that nothing vouches for cannot be verified, and two figures that differ cannot be explained. The
//! site shows each figure with its source; without one there is nothing to publish.
//!
//! ## Example
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! as_of: 2024-04-29
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! as_of: 2024-04-29
//! source: images-et-reseaux-2024
//! ```

use crate::check::figures::lacking;
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::parse::Document;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "figure-without-source",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("chiffre sans source", "figure without source"),
    source: include_str!("figure_without_source.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for (span, is_empty) in lacking(document, "source") {
        let message = if is_empty {
            wording!("la source de ce chiffre est vide", "the source of this figure is empty")
        } else {
            wording!("ce chiffre n'a pas de source", "this figure has no source")
        };
        report.push(report.diagnostic(&document.path, span, message).hint(advice(document)));
    }
}

/// The source of the whole file, where it has one alone, is most likely that of the figure.
fn advice(document: &Document) -> Wording {
    let record = &document.record;
    let sources: Vec<_> = record.ids("sources").chain(record.term("source")).collect();
    if let [source] = sources.as_slice() {
        return wording!(
            "si c'est celle du fichier, écrivez `source: {source}` ; un chiffre sans source ne se publie pas",
            "if it is that of the file, write `source: {source}`; a figure without source is not published",
        );
    }
    wording!(
        "écrivez dans `source:` l'identifiant d'une source de `content/vocabularies/sources.yaml` ; un chiffre sans source ne se publie pas",
        "write in `source:` the id of a source of `content/vocabularies/sources.yaml`; a figure without source is not published",
    )
}
