//! Une fusion porte l'étape `effective`, et il manque ce qui en est issu : aucune partie n'a le rôle
//! `result`, ou la fiche de celle qui l'a ne cite pas dans `predecessors` chacune des organisations qui ont
//! fusionné. Une organisation qui en absorbe une autre est à la fois partie et résultat, et ne se cite pas
//! elle-même.
//!
//! ## Pourquoi
//!
//! La lignée des pôles se lit dans `predecessors` seul. Sans lui, la page d'un pôle disparu ne mène pas à
//! celui qui l'a repris.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: elastopole, role: partner}
//!   - {organisation: plastipolis, role: partner}
//!   - {organisation: polymeris, role: result}
//! milestones:
//!   - {state: effective, on: 2020}
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger, on: 2020}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: elastopole, role: partner}
//!   - {organisation: plastipolis, role: partner}
//!   - {organisation: polymeris, role: result}
//! milestones:
//!   - {state: effective, on: 2020}
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger, on: 2020}
//!   - {organisation: plastipolis, how: merger, on: 2020}
//! ```
//! ---
//! A merger has the step `effective`, and what came out of it is missing: no party has the role `result`,
//! or the entry of the one that has it does not name each of the merged organisations in `predecessors`. An
//! organisation that absorbs another is both party and result, and does not name itself.
//!
//! ## Why it matters
//!
//! Lineage is read in `predecessors` alone. Without it, the page of a former pole does not lead to the one
//! that took it over.
//!
//! ## Example
//!
//! ```yaml
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: elastopole, role: partner}
//!   - {organisation: plastipolis, role: partner}
//!   - {organisation: polymeris, role: result}
//! milestones:
//!   - {state: effective, on: 2020}
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger, on: 2020}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: elastopole, role: partner}
//!   - {organisation: plastipolis, role: partner}
//!   - {organisation: polymeris, role: result}
//! milestones:
//!   - {state: effective, on: 2020}
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger, on: 2020}
//!   - {organisation: plastipolis, how: merger, on: 2020}
//! ```

use super::super::names::three_and_count;
use super::lineage::ancestors;
use super::written_partnership::{WrittenPartnership, WrittenParty, partnerships};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{Federation, MilestoneState};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "effective-merger-incomplete",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fusion faite mais incomplète", "effective merger incomplete"),
    source: include_str!("effective_merger_incomplete.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for merger in partnerships(federation) {
        if merger.merging().next().is_none()
            || merger.steps_of(MilestoneState::Effective).next().is_none()
            || !merger.knows_its_parties()
        {
            continue;
        }
        let fault = match merger.results().next() {
            None => Some(without_result(report, &merger)),
            Some(result) => without_predecessors(federation, report, &merger, result),
        };
        if let Some(diagnostic) = fault {
            report.push(diagnostic);
        }
    }
}

fn without_result(report: &Report<'_>, merger: &WrittenPartnership<'_>) -> Diagnostic {
    let message = wording!(
        "la fusion est faite, et aucune partie n'en est le résultat",
        "the merger is done, and no party is its result",
    );
    let hint = wording!(
        "ajoutez à `parties` l'organisation qui en est issue, avec `role: result`",
        "add the organisation that came out of it to `parties`, with `role: result`",
    );
    let step = merger.steps_of(MilestoneState::Effective).next();
    let step = step.map(|step| step.span("state")).unwrap_or_default();
    let file = &merger.document().path;
    let diagnostic = report.diagnostic(file, merger.key_span("parties"), message).hint(hint);
    diagnostic.label(file, step, wording!("la fusion est faite", "the merger is done"))
}

fn without_predecessors(
    federation: &Federation,
    report: &Report<'_>,
    merger: &WrittenPartnership<'_>,
    result: &WrittenParty<'_>,
) -> Option<Diagnostic> {
    if !merger.results().all(|result| says_what_it_comes_from(federation, result)) {
        return None;
    }
    let known = ancestors(federation, merger.results().map(|result| &result.id));
    let is_lacking = |party: &&WrittenParty<'_>| party.is_organisation() && !known.contains(&*party.id);
    let lacking: Vec<&str> = merger.merging().filter(is_lacking).map(|party| &*party.id).collect();
    if lacking.is_empty() {
        return None;
    }
    let (id, Wording { french, english }) = (&result.id, three_and_count(lacking));
    let message = wording!(
        "`{id}` est issu de la fusion, et sa fiche ne cite pas {french} dans `predecessors`",
        "`{id}` came out of the merger, and its entry does not name {english} in `predecessors`",
    );
    let hint = wording!(
        "ajoutez à la fiche `{id}` : `- {{organisation: …, how: merger, on: …}}`, ou corrigez les étapes si la fusion n'est pas faite",
        "add to the entry `{id}`: `- {{organisation: …, how: merger, on: …}}`, or mend the steps if the merger is not done",
    );
    let diagnostic = report.diagnostic(&merger.document().path, result.span, message).hint(hint);
    let document = &result.entity?.document;
    let span = document.record.span("predecessors").unwrap_or_default();
    Some(diagnostic.label(&document.path, span, wording!("la fiche du résultat", "the entry of the result")))
}

/// Whether all that an organisation comes from could be read.
fn says_what_it_comes_from(federation: &Federation, party: &WrittenParty<'_>) -> bool {
    let is_read = party.entity.is_some_and(|entity| entity.document.is_read_whole());
    is_read && party.is_organisation() && !federation.may_have(&party.id)
}
