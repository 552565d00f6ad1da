//! Des organisations procèdent les unes des autres en boucle, par `predecessors`, ou une organisation se
//! cite elle-même. Chaque boucle est relevée une fois, dans la première de ses fiches. Une organisation
//! séparée d'une autre (`split`) que celle-ci absorbe ensuite n'en fait pas une.
//!
//! ## Pourquoi
//!
//! Une organisation ne peut pas venir d'une autre qui vient d'elle. La lignée n'aurait ni début ni fin.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger}
//! # content/poles/elastopole.yaml
//! predecessors:
//!   - {organisation: polymeris, how: rename}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger}
//! ```
//! ---
//! Organisations come from each other in a loop, by `predecessors`, or an organisation names itself. Each
//! loop is told once, in the first of its entries. An organisation split from another (`split`) that
//! absorbs it later makes none.
//!
//! ## Why it matters
//!
//! An organisation cannot come from another that comes from it. The lineage would have neither beginning
//! nor end.
//!
//! ## Example
//!
//! ```yaml
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger}
//! # content/poles/elastopole.yaml
//! predecessors:
//!   - {organisation: polymeris, how: rename}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/poles/polymeris.yaml
//! predecessors:
//!   - {organisation: elastopole, how: merger}
//! ```

use super::super::names::three_and_count;
use super::lineage::{cycles, lineage};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{EntityId, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "lineage-cycle",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("lignée en boucle", "lineage in a loop"),
    source: include_str!("lineage_cycle.rs"),
    run: Run::Federation(run),
};

/// How many other places of a loop are shown.
const SHOWN: usize = 3;

fn run(federation: &Federation, report: &mut Report<'_>) {
    for cycle in cycles(&lineage(federation)) {
        if let Some(diagnostic) = tell(federation, report, &cycle) {
            report.push(diagnostic);
        }
    }
}

fn tell(federation: &Federation, report: &Report<'_>, cycle: &[EntityId]) -> Option<Diagnostic> {
    let (first, others) = cycle.split_first()?;
    let Wording { french, english } = three_and_count(cycle.iter().map(|id| &**federation.entity(*id).id()));
    let message = if others.is_empty() {
        wording!(
            "{french} se cite comme son propre prédécesseur",
            "{english} names itself as its predecessor"
        )
    } else {
        wording!(
            "{french} procèdent les uns des autres, en boucle",
            "{english} come from each other, in a loop"
        )
    };
    let hint = if others.is_empty() {
        wording!(
            "ôtez cette ligne ; un changement de nom s'écrit dans `names`",
            "take this line out; a change of name is written in `names`",
        )
    } else {
        wording!(
            "ôtez de `predecessors` celui qui est venu après",
            "take the one that came later out of `predecessors`",
        )
    };
    let after = |id: EntityId, index: usize| (id, cycle.get(index + 1).copied().unwrap_or(*first));
    let file = &federation.entity(*first).document.path;
    let span = place(federation, after(*first, 0));
    let mut diagnostic = report.diagnostic(file, span, message).hint(hint);
    for (index, id) in others.iter().enumerate().take(SHOWN) {
        let (from, to) = after(*id, index + 1);
        let name = federation.entity(to).id();
        let label = wording!("qui cite `{name}`", "which names `{name}`");
        diagnostic =
            diagnostic.label(&federation.entity(from).document.path, place(federation, (from, to)), label);
    }
    Some(diagnostic)
}

/// Where an organisation names another that it comes from.
fn place(federation: &Federation, (from, to): (EntityId, EntityId)) -> Span {
    let to = federation.entity(to).id();
    let mut steps = federation.entity(from).document.record.records("predecessors").map(|(record, _)| record);
    let step = steps.find(|step| step.reference("organisation").as_ref() == Some(to));
    step.and_then(|step| step.span("organisation")).unwrap_or_default()
}
