//! Un label pouvait être prolongé jusqu'à une date (`extendable_until`). Cette date est passée, et la fiche
//! ne dit toujours pas si la prolongation a été accordée ou refusée. Un seul message vaut pour tous les
//! pôles d'une même phase.
//!
//! ## Pourquoi
//!
//! La page du pôle dit qu'on ne sait pas si le label a couru jusqu'au bout. Passé le dernier jour possible,
//! une source devrait pouvoir le dire.
//!
//! ## Exemple
//!
//! ```yaml
//! labels:
//!   - phase: phase-iv
//!     from: 2019-01-01
//!     term: 1
//!     decided: 2019-02-05
//!     extendable_until: 2022-12-31
//!     source: communique
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! labels:
//!   - phase: phase-iv
//!     from: 2019-01-01
//!     term: 1
//!     decided: 2019-02-05
//!     extendable_until: 2022-12-31
//!     extension: {state: granted, on: 2019-12-20, source: communique}
//!     source: communique
//! ```
//! ---
//! A label could be extended until a date (`extendable_until`). That date is over, and the entry still does
//! not say whether the extension was granted or refused. One message stands for all poles of a phase.
//!
//! ## Why it matters
//!
//! The page of the pole says that nobody knows whether the label ran to its end. Once the last possible day
//! is over, a source should be able to tell.
//!
//! ## Example
//!
//! ```yaml
//! labels:
//!   - phase: phase-iv
//!     from: 2019-01-01
//!     term: 1
//!     decided: 2019-02-05
//!     extendable_until: 2022-12-31
//!     source: communique
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! labels:
//!   - phase: phase-iv
//!     from: 2019-01-01
//!     term: 1
//!     decided: 2019-02-05
//!     extendable_until: 2022-12-31
//!     extension: {state: granted, on: 2019-12-20, source: communique}
//!     source: communique
//! ```

use std::collections::BTreeMap;

use super::super::names::{three_and_count, three_and_others};
use super::written_label::{WrittenLabel, labels_of, poles};
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{Extension, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "extension-unresolved",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("prolongation sans suite connue", "extension of which nothing is known"),
    source: include_str!("extension_unresolved.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut of_phases: BTreeMap<_, Vec<WrittenLabel<'_>>> = BTreeMap::new();
    for label in poles(federation).flat_map(labels_of).filter(|label| is_unresolved(federation, label)) {
        of_phases.entry(label.phase()).or_default().push(label);
    }
    for labels in of_phases.values() {
        let Some(first) = labels.first() else { continue };
        let mut names: Vec<&str> = labels.iter().map(|label| &**label.pole.id()).collect();
        names.dedup();
        let lasting = three_and_others(names.iter().copied());
        let lasting = format!("whether the label of {lasting} was extended is not known");
        let Wording { french, english } = three_and_count(names);
        let message = wording!(
            "on ne sait pas si le label de {french} a été prolongé, et le dernier jour possible est passé",
            "whether the label of {english} was extended is not known, and the last possible day is over",
        );
        let hint = wording!(
            "cherchez la décision, puis écrivez `extension: {{state: granted}}` ou `extension: {{state: refused}}`, avec sa source",
            "look for the decision, then write `extension: {{state: granted}}` or `extension: {{state: refused}}`, with its source",
        );
        let span = first.span("extendable_until");
        let diagnostic = report.diagnostic(&first.document().path, span, message);
        report.push(diagnostic.hint(hint).lasting(lasting));
    }
}

/// Whether no day is left on which the extension might still hold, and nobody has said what it became.
fn is_unresolved(federation: &Federation, label: &WrittenLabel<'_>) -> bool {
    let Some(until) = label.extendable_until else { return false };
    let is_unknown = label.extension == Extension::Unknown && label.term.until.is_surely_before(&until);
    is_unknown && until.last < federation.today()
}
