//! Un label commence après la fermeture du pôle (`closed`), ou court encore après elle. La règle se tait
//! sur un label qui court encore si une autre organisation procède du pôle : elle a pu en hériter.
//!
//! ## Pourquoi
//!
//! La page du pôle dirait à la fois qu'il est fermé et qu'il est labellisé. Un label qui s'est arrêté avec
//! le pôle a pour fin le jour de la fermeture.
//!
//! ## Exemple
//!
//! ```yaml
//! name: France Water Team
//! closed: 2023-03-27
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2023-12-31, decided: 2019-02-05, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: France Water Team
//! closed: 2023-03-27
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2022-12-31, decided: 2019-02-05, source: communique}
//! ```
//! ---
//! A label begins after the pole closed (`closed`), or still runs after that. The rule is silent on a label
//! that still runs where another organisation comes from the pole: it may have inherited it.
//!
//! ## Why it matters
//!
//! The page of the pole would say at once that it is closed and that it is labelled. A label that stopped
//! with the pole ends on the day it closed.
//!
//! ## Example
//!
//! ```yaml
//! name: France Water Team
//! closed: 2023-03-27
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2023-12-31, decided: 2019-02-05, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: France Water Team
//! closed: 2023-03-27
//! labels:
//!   - {phase: phase-iv, from: 2019-01-01, until: 2022-12-31, decided: 2019-02-05, source: communique}
//! ```

use std::collections::BTreeSet;

use super::written_label::{WrittenLabel, labels_of, poles};
use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{Entity, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-after-closing",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("label après la fermeture", "label after closing"),
    source: include_str!("label_after_closing.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let predecessors = predecessors(federation);
    for pole in poles(federation) {
        let document = &pole.document;
        let Some(closed) = document.record.date("closed") else { continue };
        // A file that could not be read may be that of an heir.
        let may_have_heir = federation.is_partly_unread() || predecessors.contains(&**pole.id());
        for label in labels_of(pole) {
            let Some((message, span)) = fault(&label, closed, may_have_heir) else { continue };
            let hint = wording!(
                "corrigez l'une des dates ; un label qui s'est arrêté avec le pôle finit le jour de sa fermeture",
                "mend one of the dates; a label that stopped with the pole ends on the day it closed",
            );
            let diagnostic = report.diagnostic(&document.path, span, message).hint(hint);
            let span = document.record.span("closed").unwrap_or_default();
            report.push(diagnostic.label(&document.path, span, wording!("la fermeture", "the closing")));
        }
    }
}

fn fault(label: &WrittenLabel<'_>, closed: Date, may_have_heir: bool) -> Option<(Wording, Span)> {
    let label_period = label.certain();
    let (from, until) = (label_period.from, label_period.until);
    if label_period.is_surely_reversed() {
        return None;
    }
    if closed.is_surely_before(&from) {
        let message = wording!(
            "le label commence ({from}) après la fermeture du pôle ({closed})",
            "the label begins ({from}) after the pole closed ({closed})",
        );
        return Some((message, label.span("from")));
    }
    if may_have_heir || !closed.is_surely_before(&until) {
        return None;
    }
    let message = wording!(
        "le label court encore ({until}) après la fermeture du pôle ({closed})",
        "the label still runs ({until}) after the pole closed ({closed})",
    );
    Some((message, label.end_span()))
}

/// The ids of all that something comes from.
fn predecessors(federation: &Federation) -> BTreeSet<&str> {
    let organisations = federation.all().filter_map(|(_, entity)| Entity::organisation(entity));
    organisations.flat_map(|it| it.predecessors.all()).map(|step| &*step.organisation).collect()
}
