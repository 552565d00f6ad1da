//! Un label commence avant la phase que sa clé `phase` cite, ou finit après elle : par sa date de fin, par
//! sa durée ou par la fin possible de sa prolongation. La fin d'une phase prolongée est celle de
//! `prolonged_until`. La règle ne compare que ce qui est certain : une année ou un mois seuls peuvent être
//! n'importe lequel de leurs jours.
//!
//! ## Pourquoi
//!
//! Un label est donné pour une phase. Hors d'elle, une date ou une phase est fausse, et le site annoncerait
//! un pôle labellisé un jour où personne ne l'est.
//!
//! ## Exemple
//!
//! ```yaml
//! labels:
//!   - phase: phase-v  # du 1er janvier 2023 au 31 décembre 2026
//!     from: 2023-01-01
//!     term: 5
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
//!     term: 4
//!     decided: 2023-03-27
//!     source: communique
//! ```
//! ---
//! A label begins before the phase that its key `phase` names, or ends after it: by its last day, by its
//! term, or by the possible end of its extension. The end of a prolonged phase is that of
//! `prolonged_until`. The rule compares what is certain alone: a year or a month may be any of its days.
//!
//! ## Why it matters
//!
//! A label is granted for a phase. Outside of it, a date or the phase is wrong, and the site would show a
//! labelled pole on a day when nobody is.
//!
//! ## Example
//!
//! ```yaml
//! labels:
//!   - phase: phase-v  # from 1 January 2023 to 31 December 2026
//!     from: 2023-01-01
//!     term: 5
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
//!     term: 4
//!     decided: 2023-03-27
//!     source: communique
//! ```

use super::super::allowance::is_allowed;
use super::written_label::{WrittenLabel, labels_of, poles};
use crate::date::Period;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{Data, Entity, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-outside-phase",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("label hors de sa phase", "label outside its phase"),
    source: include_str!("label_outside_phase.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for label in poles(federation).flat_map(labels_of) {
        let Some((phase, bounds)) = phase_of(federation, &label) else { continue };
        if label.term.is_surely_apart_from(&bounds) {
            report.push(elsewhere(federation, report, &label, phase, bounds));
            continue;
        }
        let faults =
            [begins_before(report, &label, phase, bounds), ends_after(report, &label, phase, bounds)];
        for diagnostic in faults.into_iter().flatten() {
            report.push(diagnostic);
        }
    }
}

/// Whether the rule tells a label: its dates are wrong, or its phase, and nothing can be said of it from them.
pub(super) fn tells(federation: &Federation, label: &WrittenLabel<'_>) -> bool {
    let is_on = RULE.severity_for(Some(&federation.config)).is_some();
    let is_outside = |(_, bounds): (&Entity, Period)| {
        label.term.from.is_surely_before(&bounds.from) || ends_surely_after(label, bounds)
    };
    is_on && !is_allowed(label.document(), RULE.code) && phase_of(federation, label).is_some_and(is_outside)
}

/// Whether a label that is told may be one of a phase: by its key, or by its dates.
pub(super) fn may_be_of(label: &WrittenLabel<'_>, phase: &Entity) -> bool {
    let is_apart = bounds(phase).is_some_and(|bounds| label.term.is_surely_apart_from(&bounds));
    label.phase().as_ref() == Some(phase.id()) || !is_apart
}

/// Whether a label ends after its phase, or could.
fn ends_surely_after(label: &WrittenLabel<'_>, bounds: Period) -> bool {
    let ends = [Some(label.term.until), label.extendable_until];
    ends.into_iter().flatten().any(|end| bounds.until.is_surely_before(&end))
}

/// The phase of a label, with its first and last day; none where one of the two contradicts itself.
fn phase_of<'a>(federation: &'a Federation, label: &WrittenLabel<'_>) -> Option<(&'a Entity, Period)> {
    let phase = federation.entity(federation.find(&label.phase()?)?);
    let bounds = bounds(phase)?;
    (!label.term.is_surely_reversed()).then_some((phase, bounds))
}

/// The first and last day of a phase; none where its file is not read whole, or contradicts itself.
fn bounds(entity: &Entity) -> Option<Period> {
    let Data::Phase(phase) = &entity.data else { return None };
    let bounds = Period { from: phase.from?, until: phase.prolonged_until.or(phase.until)? };
    (entity.document.is_read_whole() && !bounds.is_surely_reversed()).then_some(bounds)
}

/// A label of which no day is in the phase belongs to another one.
fn elsewhere(
    federation: &Federation,
    report: &Report<'_>,
    label: &WrittenLabel<'_>,
    phase: &Entity,
    bounds: Period,
) -> Diagnostic {
    let (term, id) = (label.term, phase.id());
    let message = wording!(
        "le label ({term}) n'est pas dans la phase `{id}` ({bounds})",
        "the label ({term}) is not in the phase `{id}` ({bounds})",
    );
    let mut phases = federation.all().filter(|(_, entity)| entity.kind() == Kind::Phase);
    let holds = |entity: &Entity| self::bounds(entity).is_some_and(|bounds| bounds.may_contain(&term));
    let hint = match phases.find(|(_, entity)| holds(entity)) {
        Some((_, right)) => {
            let right = right.id();
            wording!("ces dates sont celles de la phase `{right}`", "these are dates of the phase `{right}`")
        }
        None => wording!("corrigez les dates, ou la phase", "mend the dates, or the phase"),
    };
    report.diagnostic(&label.document().path, label.span("phase"), message).hint(hint)
}

fn begins_before(
    report: &Report<'_>,
    label: &WrittenLabel<'_>,
    phase: &Entity,
    bounds: Period,
) -> Option<Diagnostic> {
    let (begins, starts, id) = (label.term.from, bounds.from, phase.id());
    if !begins.is_surely_before(&starts) {
        return None;
    }
    let message = wording!(
        "le label commence ({begins}) avant la phase `{id}` ({starts})",
        "the label begins ({begins}) before the phase `{id}` ({starts})",
    );
    let hint = wording!("corrigez la date, ou la phase", "mend the date, or the phase");
    let diagnostic = report.diagnostic(&label.document().path, label.span("from"), message).hint(hint);
    Some(with_phase(diagnostic, phase, "from"))
}

fn ends_after(
    report: &Report<'_>,
    label: &WrittenLabel<'_>,
    phase: &Entity,
    bounds: Period,
) -> Option<Diagnostic> {
    let (message, span) = if bounds.until.is_surely_before(&label.term.until) {
        (too_long(label, phase, bounds), label.end_span())
    } else {
        let extendable = label.extendable_until.filter(|until| bounds.until.is_surely_before(until))?;
        let (id, end) = (phase.id(), bounds.until);
        let message = wording!(
            "le label pourrait être prolongé ({extendable}) au-delà de la phase `{id}` ({end})",
            "the label could be extended ({extendable}) beyond the phase `{id}` ({end})",
        );
        (message, label.span("extendable_until"))
    };
    let hint = wording!(
        "corrigez le label ; si la phase a été prolongée, sa fiche le dit avec `prolonged_until`",
        "mend the label; if the phase was prolonged, its entry says so with `prolonged_until`",
    );
    let diagnostic = report.diagnostic(&label.document().path, span, message).hint(hint);
    let key =
        if phase.document.record.span("prolonged_until").is_some() { "prolonged_until" } else { "until" };
    Some(with_phase(diagnostic, phase, key))
}

fn too_long(label: &WrittenLabel<'_>, phase: &Entity, bounds: Period) -> Wording {
    let (ends, end, id) = (label.term.until, bounds.until, phase.id());
    wording!(
        "le label finit ({ends}) après la phase `{id}` ({end})",
        "the label ends ({ends}) after the phase `{id}` ({end})",
    )
}

fn with_phase(diagnostic: Diagnostic, phase: &Entity, key: &str) -> Diagnostic {
    let span = phase.document.record.span(key).unwrap_or_default();
    diagnostic.label(&phase.document.path, span, wording!("la phase", "the phase"))
}
