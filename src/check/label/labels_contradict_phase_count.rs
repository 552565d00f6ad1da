//! La fiche d'une phase dit que tous ses labels sont dans le contenu (`complete: true`) et donne un nombre
//! de pôles labellisés à une date (`poles-labelled`). Les fiches des pôles, à cette date, en donnent un
//! autre. Un label commun à plusieurs pôles (`joint_with`) compte une fois ; un label dont on ne sait s'il
//! a été prolongé peut compter ou non. Seuls sont comparés les nombres exacts, sans périmètre, qui ne sont
//! pas la part d'un autre. Un seul message vaut pour tous les nombres d'une phase.
//!
//! ## Pourquoi
//!
//! Il manque un label, il y en a un de trop, ou le nombre est faux. Les pages qui comptent les pôles
//! contrediraient celle de la phase.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Phase V
//! number: 5
//! from: 2023-01-01
//! until: 2026-12-31
//! complete: true  # le contenu n'a pourtant qu'un label
//! figures:
//!   - {metric: poles-labelled, value: "55", as_of: 2023-03-27, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Phase V
//! number: 5
//! from: 2023-01-01
//! until: 2026-12-31
//! complete: false
//! figures:
//!   - {metric: poles-labelled, value: "55", as_of: 2023-03-27, source: communique}
//! ```
//! ---
//! The entry of a phase says that all its labels are in the content (`complete: true`) and gives a number
//! of labelled poles at a date (`poles-labelled`). The entries of the poles give another one at that date.
//! A label shared by several poles (`joint_with`) counts once; a label that may or may not have been
//! extended may count or not. Exact numbers alone are compared, without a scope, which are no part of
//! another. One message stands for all numbers of a phase.
//!
//! ## Why it matters
//!
//! A label is missing, there is one too many, or the number is wrong. The pages that count poles would
//! contradict that of the phase.
//!
//! ## Example
//!
//! ```yaml
//! name: Phase V
//! number: 5
//! from: 2023-01-01
//! until: 2026-12-31
//! complete: true  # the content has one label alone, though
//! figures:
//!   - {metric: poles-labelled, value: "55", as_of: 2023-03-27, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Phase V
//! number: 5
//! from: 2023-01-01
//! until: 2026-12-31
//! complete: false
//! figures:
//!   - {metric: poles-labelled, value: "55", as_of: 2023-03-27, source: communique}
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::label_outside_phase;
use super::written_label::{WrittenLabel, labels_of, poles};
use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Data, Entity, Federation, Figure};
use crate::quantity::Qualifier;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "labels-contradict-phase-count",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("labels et compte de la phase en désaccord", "labels that contradict the count of a phase"),
    source: include_str!("labels_contradict_phase_count.rs"),
    run: Run::Federation(run),
};

/// The metric of which the figures of a phase are compared with the labels.
const METRIC: &str = "poles-labelled";

fn run(federation: &Federation, report: &mut Report<'_>) {
    // What could not be read may be a label.
    if federation.is_partly_unread() || poles(federation).any(|pole| !is_every_label_read(federation, pole)) {
        return;
    }
    // A label whose dates are not those of its phase is told elsewhere, and may be of another.
    let astray: Vec<WrittenLabel<'_>> = poles(federation)
        .flat_map(labels_of)
        .filter(|label| label_outside_phase::tells(federation, label))
        .collect();
    for (_, entity) in federation.all() {
        let is_complete = matches!(&entity.data, Data::Phase(phase) if phase.is_complete);
        if !is_complete || astray.iter().any(|label| label_outside_phase::may_be_of(label, entity)) {
            continue;
        }
        let labels: Vec<WrittenLabel<'_>> = poles(federation)
            .flat_map(labels_of)
            .filter(|it| it.phase().as_ref() == Some(entity.id()))
            .collect();
        let counts = entity.figures.all().iter().filter(|figure| is_count(figure));
        let differing: Vec<_> = counts.filter_map(|it| Some((it, difference(it, &labels)?))).collect();
        tell(report, entity, &differing);
    }
}

/// Whether each label of a pole has all that is needed to count it: what lacks is told elsewhere.
fn is_every_label_read(federation: &Federation, pole: &Entity) -> bool {
    let record = &pole.document.record;
    let is_whole = |label: &WrittenLabel<'_>| {
        let is_phase = label.phase().is_some_and(|phase| federation.find(&phase).is_some());
        is_phase && label.record.date("decided").is_some()
    };
    pole.document.is_read_whole()
        && labels_of(pole).filter(is_whole).count() == record.records("labels").count()
}

/// Whether a figure tells how many poles are labelled, exactly and in all.
fn is_count(figure: &Figure) -> bool {
    let is_exact = matches!(figure.quantity.qualifier, None | Some(Qualifier::Exact));
    &*figure.metric == METRIC && figure.is_whole() && is_exact && figure.scope.is_none()
}

/// How few labels and how many there may be at the date of a figure that tells another number.
fn difference(figure: &Figure, labels: &[WrittenLabel<'_>]) -> Option<(u32, u32)> {
    let certain = count(labels.iter().filter(|label| is_surely_counted(label, &figure.as_of)));
    let possible = count(labels.iter().filter(|label| may_be_counted(label, &figure.as_of)));
    // One label more can be what two others share.
    let (least, most) = (certain.min(possible), certain.max(possible));
    let told = figure.quantity.value();
    (told < f64::from(least) || f64::from(most) < told).then_some((least, most))
}

/// Tells the first number of a phase that differs, and where the others are: one label that lacks makes
/// them all differ.
fn tell(report: &mut Report<'_>, phase: &Entity, differing: &[(&Figure, (u32, u32))]) {
    let Some(((figure, (least, most)), others)) = differing.split_first() else { return };
    let (date, id, told) = (figure.as_of, phase.id(), figure.quantity.value());
    let message = if least == most {
        wording!(
            "à cette date ({date}), les fiches des pôles donnent {least} pour la phase `{id}`, et non {told}",
            "at that date ({date}), the entries of the poles give {least} for the phase `{id}`, not {told}",
        )
    } else {
        wording!(
            "à cette date ({date}), les fiches des pôles donnent de {least} à {most} pour la phase `{id}`, et non {told}",
            "at that date ({date}), the entries of the poles give {least} to {most} for the phase `{id}`, not {told}",
        )
    };
    let hint = wording!(
        "complétez ou corrigez les labels, ou le nombre ; tant qu'il en manque, la phase dit `complete: false`",
        "complete or mend the labels, or the number; as long as some are missing, the phase says `complete: false`",
    );
    let lasting =
        format!("at that date ({date}), the entries of the poles do not give {told} for the phase `{id}`");
    let path = &phase.document.path;
    let mut diagnostic = report.diagnostic(path, place(phase, figure), message).hint(hint).lasting(lasting);
    for (other, _) in others {
        diagnostic = diagnostic.label(path, place(phase, other), wording!("ce nombre aussi", "this one too"));
    }
    report.push(diagnostic);
}

/// Where the number of a figure is written.
fn place(phase: &Entity, figure: &Figure) -> Span {
    let mut figures = phase.document.record.records("figures");
    let record = figures.find(|(_, span)| *span == figure.span).map(|(record, _)| record);
    record.and_then(|record| record.span("value")).unwrap_or(figure.span)
}

/// Whether a count made at a date is bound to hold the label.
fn is_surely_counted(label: &WrittenLabel<'_>, date: &Date) -> bool {
    let is_decided = label.record.date("decided").is_some_and(|decided| decided.last <= date.first);
    is_decided && label.certain().surely_holds_on(date)
}

/// Whether a count made at a date may hold the label, which may be decided before it begins, or after.
fn may_be_counted(label: &WrittenLabel<'_>, date: &Date) -> bool {
    let is_decided = label.record.date("decided").is_some_and(|decided| !date.is_surely_before(&decided));
    let is_over = label.possible().until.is_surely_before(date);
    !is_over && (is_decided || label.possible().may_hold_on(date))
}

/// How many labels these are, one that poles share counted once.
fn count<'a, 'b: 'a>(labels: impl Iterator<Item = &'a WrittenLabel<'b>>) -> u32 {
    let mut shared: BTreeMap<Arc<str>, BTreeSet<Arc<str>>> = BTreeMap::new();
    for label in labels {
        let pole = label.pole.id();
        shared.entry(pole.clone()).or_default();
        for other in label.record.ids("joint_with") {
            shared.entry(other.clone()).or_default().insert(pole.clone());
            shared.entry(pole.clone()).or_default().insert(other);
        }
    }
    let mut count = 0;
    while let Some((pole, _)) = shared.first_key_value() {
        count += 1;
        let mut group = vec![pole.clone()];
        while let Some(pole) = group.pop() {
            group.extend(shared.remove(&pole).into_iter().flatten());
        }
    }
    count
}
