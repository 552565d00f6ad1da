//! Un label porte une durée (`term`) et une date de fin (`until`) qui ne vont pas ensemble. La règle relève
//! aussi un label qui finit avant de commencer, une fin possible après prolongation qui tombe avant la
//! fin ordinaire, et une décision (`decided`) postérieure au dernier jour possible. Le dernier jour d'un
//! label de quatre ans commencé un 1er janvier est un 31 décembre.
//!
//! ## Pourquoi
//!
//! Le site ne peut annoncer qu'une date de fin. Si les deux clés se contredisent, l'une des deux est
//! fausse, et seule la source dit laquelle.
//!
//! ## Exemple
//!
//! ```yaml
//! labels:
//!   - phase: phase-v
//!     from: 2023-01-01
//!     term: 4
//!     until: 2025-12-31
//!     decided: 2023-03-27
//!     source: communique
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! labels:
//!   - phase: phase-v
//!     from: 2023-01-01
//!     until: 2025-12-31
//!     decided: 2023-03-27
//!     source: communique
//! ```
//! ---
//! A label has a term (`term`) and a last day (`until`) that do not agree. The rule also tells a label that
//! ends before it begins, a possible end after extension that falls before the ordinary end, and a decision
//! (`decided`) later than the last possible day. The last day of a label of four years that began on 1 January
//! is a 31 December.
//!
//! ## Why it matters
//!
//! The site can announce one last day alone. Where both keys contradict each other, one of them is wrong,
//! and only the source says which.
//!
//! ## Example
//!
//! ```yaml
//! labels:
//!   - phase: phase-v
//!     from: 2023-01-01
//!     term: 4
//!     until: 2025-12-31
//!     decided: 2023-03-27
//!     source: communique
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! labels:
//!   - phase: phase-v
//!     from: 2023-01-01
//!     until: 2025-12-31
//!     decided: 2023-03-27
//!     source: communique
//! ```

use super::written_label::{WrittenLabel, end_by_term, labels_of, poles};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-term-mismatch",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("dates de label contradictoires", "contradictory dates of a label"),
    source: include_str!("label_term_mismatch.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for label in poles(federation).flat_map(labels_of) {
        let fault = reversed(report, &label).or_else(|| disagreement(report, &label));
        let fault = fault.or_else(|| late_decision(report, &label));
        for diagnostic in fault.into_iter().chain(early_extension(report, &label)) {
            report.push(diagnostic);
        }
    }
}

fn reversed(report: &Report<'_>, label: &WrittenLabel<'_>) -> Option<Diagnostic> {
    if !label.term.is_surely_reversed() {
        return None;
    }
    let (from, until) = (label.term.from, label.term.until);
    let message = wording!(
        "le label finit ({until}) avant de commencer ({from})",
        "the label ends ({until}) before it begins ({from})",
    );
    let hint = wording!("corrigez l'une des deux dates", "mend one of the two dates");
    Some(report.diagnostic(&label.document().path, label.end_span(), message).hint(hint))
}

fn disagreement(report: &Report<'_>, label: &WrittenLabel<'_>) -> Option<Diagnostic> {
    let years = label.record.integer("term")?;
    let until = label.record.date("until")?;
    let by_term = end_by_term(label.record).filter(|end| !end.may_overlap(&until))?;
    let message = wording!(
        "la fin du label est {by_term} selon `term: {years}`, et {until} selon `until`",
        "the label ends on {by_term} by `term: {years}`, and on {until} by `until`",
    );
    let hint = wording!(
        "gardez celle des deux clés que la source confirme, et supprimez l'autre",
        "keep the one of the two keys that the source confirms, and remove the other",
    );
    let file = &label.document().path;
    let diagnostic = report.diagnostic(file, label.span("until"), message).hint(hint);
    Some(diagnostic.label(file, label.span("term"), wording!("la durée", "the term")))
}

fn late_decision(report: &Report<'_>, label: &WrittenLabel<'_>) -> Option<Diagnostic> {
    let until = label.possible().until;
    let decided = label.record.date("decided").filter(|decided| until.is_surely_before(decided))?;
    let message = wording!(
        "le label serait décidé ({decided}) après son dernier jour ({until})",
        "the label would be decided ({decided}) after its last day ({until})",
    );
    let hint = wording!("corrigez l'une des deux dates", "mend one of the two dates");
    let file = &label.document().path;
    let diagnostic = report.diagnostic(file, label.span("decided"), message).hint(hint);
    Some(diagnostic.label(file, label.end_span(), wording!("la fin du label", "the end of the label")))
}

fn early_extension(report: &Report<'_>, label: &WrittenLabel<'_>) -> Option<Diagnostic> {
    let until = label.term.until;
    let extended = label.extendable_until.filter(|extended| extended.is_surely_before(&until))?;
    let message = wording!(
        "le label ne serait prolongé que jusqu'à une date ({extended}) qui précède sa fin ({until})",
        "the label would be extended to a date ({extended}) before its own end ({until})",
    );
    let hint = wording!(
        "corrigez `extendable_until`, ou la fin du label",
        "mend `extendable_until`, or the end of the label",
    );
    let file = &label.document().path;
    Some(report.diagnostic(file, label.span("extendable_until"), message).hint(hint))
}
