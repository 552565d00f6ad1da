//! Le fichier contient des mots laissés par un autre outil : texte d'attente d'un modèle (`Lorem ipsum`,
//! `I am text block`), consigne d'un éditeur de pages (« Click edit button to change this text »), variable
//! non remplie (`{{ampUrl}}`). grappe cherche ces expressions exactes et quelques variantes, rien d'autre.
//!
//! ## Pourquoi
//!
//! Personne ne les a écrits pour le site, et le visiteur les lirait sans comprendre ce qu'ils font là.
//!
//! ## Exemple
//!
//! ```yaml
//! name: TES
//! summary: I am text block.
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: TES
//! summary: Le pôle numérique de Normandie, installé à Caen.
//! ```
//! ---
//! The file holds words left behind by another tool: filler of a template (`Lorem ipsum`,
//! `I am text block`), an instruction of a page editor (“Click edit button to change this text”), a
//! variable that was not filled (`{{ampUrl}}`). grappe looks for these exact words and a few variants, and
//! nothing else.
//!
//! ## Why it matters
//!
//! Nobody wrote them for the site, and visitors would read them without knowing what they are there for.
//!
//! ## Example
//!
//! ```yaml
//! name: TES
//! summary: I am text block.
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: TES
//! summary: The digital cluster of Normandy, in Caen.
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "pasted-debris",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("reste de copier-coller", "pasted debris"),
    source: include_str!("pasted_debris.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::PastedDebris(debris) = &fault.kind {
            let message = wording!(
                "« {debris} » a été laissé par l'outil d'où vient ce texte",
                "“{debris}” was left behind by the tool this text comes from",
            );
            let hint = wording!("supprimez ces mots", "remove these words");
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
