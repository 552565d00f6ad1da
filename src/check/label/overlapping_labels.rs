//! Deux périodes de label d'un même pôle ont des jours en commun. Une prolongation accordée compte ; une
//! prolongation dont on ne sait rien ne compte pas. Si une date n'est qu'un mois ou une année, la règle se
//! tait tant que les deux périodes peuvent se suivre. Un label hors de sa phase relève de
//! `label-outside-phase`.
//!
//! ## Pourquoi
//!
//! Un pôle n'a qu'un label à la fois. Avec deux périodes pour un même jour, le site ne sait pas laquelle
//! dire, ni jusqu'à quand le pôle est labellisé.
//!
//! ## Exemple
//!
//! ```yaml
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2023-06-30, decided: 2019-02-05, source: communique}
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2022-12-31, decided: 2019-02-05, source: communique}
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```
//! ---
//! Two label periods of one pole share days. An extension that was granted counts; one of which nothing is
//! known does not. Where a date is only a month or a year, the rule is silent as long as one period may
//! follow the other. A label outside its phase belongs to `label-outside-phase`.
//!
//! ## Why it matters
//!
//! A pole has one label at a time. With two periods for one day, the site does not know which one to tell,
//! nor until when the pole is labelled.
//!
//! ## Example
//!
//! ```yaml
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2023-06-30, decided: 2019-02-05, source: communique}
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2022-12-31, decided: 2019-02-05, source: communique}
//!   - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: communique}
//! ```

use super::label_outside_phase;
use super::written_label::{WrittenLabel, labels_of, poles};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "overlapping-labels",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("labels qui se chevauchent", "overlapping labels"),
    source: include_str!("overlapping_labels.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for pole in poles(federation) {
        // A label that ends before it begins, or outside its phase, is told by another rule.
        let is_told = |it: &WrittenLabel<'_>| {
            it.certain().is_surely_reversed() || label_outside_phase::tells(federation, it)
        };
        let mut labels: Vec<_> = labels_of(pole).filter(|it| !is_told(it)).collect();
        labels.sort_by_key(|label| label.term.from.last);
        // In this order, a label shares days with an earlier one if it does with the one that lasts longest.
        let mut longest: Option<&WrittenLabel<'_>> = None;
        for label in &labels {
            if let Some(earlier) = longest.filter(|it| it.certain().surely_overlaps(&label.certain())) {
                report.push(overlap(report, earlier, label));
            }
            let end = |label: &&WrittenLabel<'_>| label.certain().until.first;
            longest = longest.filter(|earlier| end(earlier) >= end(&label)).or(Some(label));
        }
    }
}

fn overlap(report: &Report<'_>, earlier: &WrittenLabel<'_>, label: &WrittenLabel<'_>) -> Diagnostic {
    let (first, second) = (earlier.certain(), label.certain());
    let message = wording!(
        "le pôle aurait deux labels à la fois : {first} et {second}",
        "the pole would have two labels at once: {first} and {second}",
    );
    let hint = wording!(
        "corrigez les dates de l'un des deux, ou supprimez celui qui est en trop",
        "mend the dates of one of them, or remove the one too many",
    );
    let file = &label.document().path;
    let diagnostic = report.diagnostic(file, label.span("from"), message).hint(hint);
    diagnostic.label(file, earlier.span("from"), wording!("l'autre label", "the other label"))
}
