//! La fiche d'un pôle n'a pas de clé `regions`, ou cette clé est vide. Un pôle est présent dans une région
//! au moins. Une organisation peut n'avoir aucune région.
//!
//! ## Pourquoi
//!
//! Le pôle ne figurerait sur la page d'aucune région et n'entrerait dans aucun de leurs comptes.
//!
//! ## Exemple
//!
//! ```yaml
//! name: ENTER
//! regions: []
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: ENTER
//! regions: [nouvelle-aquitaine]
//! ```
//! ---
//! The entry of a pole has no key `regions`, or an empty one. A pole is present in one region at least. An
//! organisation may have no region.
//!
//! ## Why it matters
//!
//! The pole would show on the page of no region and would be part of none of their counts.
//!
//! ## Example
//!
//! ```yaml
//! name: ENTER
//! regions: []
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: ENTER
//! regions: [nouvelle-aquitaine]
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "pole-without-region",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("pôle sans région", "pole without region"),
    source: include_str!("pole_without_region.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::EmptyList { key: "regions", shape }
        | FaultKind::MissingKey { key: "regions", shape, .. } = &fault.kind
            && shape.name == "pole"
        {
            let message = wording!(
                "un pôle est présent dans une région au moins",
                "a pole is present in one region at least",
            );
            let hint = wording!(
                "citez les régions du pôle : `regions: [bretagne, pays-de-la-loire]`",
                "name the pole's regions: `regions: [bretagne, pays-de-la-loire]`",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
