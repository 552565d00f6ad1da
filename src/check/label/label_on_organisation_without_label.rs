//! La fiche d'une organisation porte `labels`. Seul un pôle reçoit le label : une fiche qui en porte un est
//! celle d'un pôle, et va dans `content/poles/`, avec les régions et les secteurs que demande une fiche de
//! pôle.
//!
//! ## Pourquoi
//!
//! Dans `content/organisations/`, le label ne serait montré nulle part et n'entrerait dans aucun compte.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/organisations/avenia.yaml
//! name: Avenia
//! kind: cluster
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/poles/avenia.yaml
//! name: Avenia
//! sectors: [energie]
//! regions: [nouvelle-aquitaine]
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```
//! ---
//! The entry of an organisation has `labels`. Only a pole is labelled: an entry that has a label is that of
//! a pole and goes to `content/poles/`, with the regions and sectors that the entry of a pole needs.
//!
//! ## Why it matters
//!
//! In `content/organisations/` the label would show nowhere and be part of no count.
//!
//! ## Example
//!
//! ```yaml
//! # content/organisations/avenia.yaml
//! name: Avenia
//! kind: cluster
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/poles/avenia.yaml
//! name: Avenia
//! sectors: [energie]
//! regions: [nouvelle-aquitaine]
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Kind, Shape};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-on-organisation-without-label",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("label d’une organisation qui n’est pas un pôle", "label of an organisation that is no pole"),
    source: include_str!("label_on_organisation_without_label.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        let FaultKind::UnknownKey { key, shape, .. } = &fault.kind else { continue };
        if !is_label_of_organisation(document, key, shape) {
            continue;
        }
        let id = &document.id;
        let message = wording!(
            "seul un pôle reçoit le label, et `{id}` est une organisation",
            "only a pole is labelled, and `{id}` is an organisation",
        );
        let hint = wording!(
            "si c'est un pôle, déplacez sa fiche dans `content/poles/` et ôtez-en `kind` ; sinon, supprimez `{key}`",
            "if it is a pole, move its entry to `content/poles/` and take `kind` out of it; if not, remove `{key}`",
        );
        report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
    }
}

/// Whether an unknown key is the one by which the table of poles, and no other, holds labels.
pub(in crate::check) fn is_label_of_organisation(document: &Document, key: &str, shape: &Shape) -> bool {
    let is_entry = document.kind == Kind::Organisation && document.translation.is_none();
    let of_poles = Kind::Pole.shape();
    let field = of_poles.field(key).or_else(|| of_poles.field_by_synonym(key));
    is_entry && shape.name == "organisation" && field.is_some_and(|field| field.key == "labels")
}
