//! `eco-design.toml` décide d'un critère que grappe mesure seul, ou le dit dans un état que les faits du même
//! fichier démentent : un PUE de 1,8 ne valide pas le critère 8.3, et le critère 1.3 n'est pas validé sans
//! référent.
//!
//! ## Pourquoi
//!
//! Ce qui est mesuré ne se déclare pas. On peut ajouter des mots à une mesure, jamais la remplacer.
//!
//! ## Exemple
//!
//! ```toml
//! [criteria."6.1"]
//! state = "validated"
//! text = "Les pages sont légères."
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [criteria."6.1"]
//! text = "Les limites ont été fixées avant le premier gabarit."
//! ```
//! ---
//! `eco-design.toml` decides a criterion that grappe alone measures, or says it to be in a state that the facts
//! of the same file deny: a PUE of 1.8 does not validate criterion 8.3, and criterion 1.3 is not validated
//! without anyone in charge.
//!
//! ## Why it matters
//!
//! What is measured cannot be declared. Words may be added to a measure, never put in its place.
//!
//! ## Example
//!
//! ```toml
//! [criteria."6.1"]
//! state = "validated"
//! text = "Pages are light."
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [criteria."6.1"]
//! text = "Limits were set before the first template was written."
//! ```

use super::{asked, named};
use crate::diagnostic::Severity;
use crate::ecodesign::{self, EcodesignFaultKind};
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "contradictory-ecodesign",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("déclaration d’écoconception contradictoire", "contradictory ecodesign statement"),
    source: include_str!("contradictory_ecodesign.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let file = FilePath::new(ecodesign::FILE);
    for fault in &federation.ecodesign.faults {
        let (message, hint) = match fault.kind {
            EcodesignFaultKind::OfBuild(number) => of_build(number),
            EcodesignFaultKind::AgainstFacts(number) => against_facts(number),
            _ => continue,
        };
        report.push(report.diagnostic(&file, fault.span, message).hint_if(hint));
    }
}

fn of_build(number: &str) -> (Wording, Option<Wording>) {
    let Wording { french, english } = named(number);
    let message = wording!("{french} se mesure, il ne se déclare pas", "{english} is measured, not declared");
    let hint = wording!("retirez `state` ; `text` peut rester", "take `state` out; `text` may stay");
    (message, Some(hint))
}

fn against_facts(number: &str) -> (Wording, Option<Wording>) {
    let Wording { french, english } = named(number);
    let message = wording!(
        "{french} n'est pas dans cet état d'après les faits déclarés",
        "{english} is not in this state by the facts declared",
    );
    let hint = asked(number).map(|Wording { french, english }| {
        wording!("retirez `state`, et donnez {french}", "take `state` out, and give {english}")
    });
    (message, hint)
}
