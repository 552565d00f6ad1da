//! Les étapes d'un partenariat se contredisent : une étape `effective` précède l'annonce (`announced`), ou
//! suit l'abandon (`abandoned`) ou la fin (`ended`) sans que rien ait repris entre-temps ; ou bien elles ne
//! sont pas dans l'ordre où on les a sues (`known`, à défaut `on`). La règle ne relève que ce qui est
//! certain quels que soient les jours d'un mois, d'une année ou d'un intervalle.
//!
//! ## Pourquoi
//!
//! Où en est un partenariat à une date se déduit de ses étapes. Dans le désordre, le site le dirait fait
//! avant d'être annoncé, ou vivant après sa fin.
//!
//! ## Exemple
//!
//! ```yaml
//! milestones:
//!   - {state: announced, on: 2019-10-01}
//!   - {state: effective, on: 2018-01-01}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: effective, on: 2020-01-01}
//! ```
//! ---
//! The steps of a partnership contradict each other: a step `effective` comes before the announcement
//! (`announced`), or after it was `abandoned` or had `ended` though nothing was taken up in between; or
//! they are not in the order in which they became known (`known`, failing that `on`). The rule tells what
//! is certain alone, whichever the days of a month, a year or an interval.
//!
//! ## Why it matters
//!
//! Where a partnership stands at a date is worked out from its steps. Out of order, the site would show it
//! as done before it was announced, or as living after its end.
//!
//! ## Example
//!
//! ```yaml
//! milestones:
//!   - {state: announced, on: 2019-10-01}
//!   - {state: effective, on: 2018-01-01}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: effective, on: 2020-01-01}
//! ```

use super::written_partnership::{WrittenPartnership, WrittenStep, partnerships};
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{Federation, MilestoneState};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "milestone-order",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("étapes dans le désordre", "milestones out of order"),
    source: include_str!("milestone_order.rs"),
    run: Run::Federation(run),
};

use MilestoneState::{Abandoned, Announced, Effective, Ended, Expected, Held, Slipped, Started};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for partnership in partnerships(federation).filter(WrittenPartnership::knows_its_steps) {
        let mut latest_known: Option<(&WrittenStep<'_>, Date)> = None;
        for step in &partnership.steps {
            let known = knowledge(step);
            let earlier =
                latest_known.filter(|(_, latest)| known.is_some_and(|it| it.is_surely_before(latest)));
            let contradicted = contradicted(&partnership, step).map(|(other, date)| (other, date, true));
            let fault = contradicted.or(earlier.map(|(other, date)| (other, date, false)));
            if let Some((other, date, is_state)) = fault {
                report.push(out_of_order(report, &partnership, step, (other, date), is_state));
            }
            let is_later = |it: &Date| latest_known.is_none_or(|(_, latest)| latest.first < it.first);
            latest_known = known.filter(is_later).map(|known| (step, known)).or(latest_known);
        }
    }
}

/// When a step became known; nobody says of what is expected for later and has no date of its own.
fn knowledge(step: &WrittenStep<'_>) -> Option<Date> {
    let is_to_come = matches!(step.milestone.state, Expected | Slipped);
    step.record.date("known").or(step.on().filter(|_| !is_to_come))
}

/// The step that says of an effective one that it was not: a later announcement, an earlier end.
fn contradicted<'a, 'b>(
    partnership: &'a WrittenPartnership<'b>,
    step: &WrittenStep<'_>,
) -> Option<(&'a WrittenStep<'b>, Date)> {
    let done = step.on().filter(|_| step.milestone.state == Effective)?;
    let announced = partnership.steps_of(Announced).filter_map(dated).min_by_key(|(_, on)| on.first);
    let announced = announced.filter(|(_, on)| done.is_surely_before(on));
    announced.or_else(|| {
        let ends = partnership.steps_of(Abandoned).chain(partnership.steps_of(Ended)).filter_map(dated);
        let last_end = ends.filter(|(_, on)| on.is_surely_before(&done)).max_by_key(|(_, on)| on.last)?;
        let takes_up = |step: &WrittenStep<'_>| match step.milestone.state {
            Announced | Expected | Slipped | Started => !step.milestone.known.is_surely_before(&last_end.1),
            Held | Effective | Abandoned | Ended => false,
        };
        (!partnership.steps.iter().any(takes_up)).then_some(last_end)
    })
}

fn dated<'a, 'b>(step: &'a WrittenStep<'b>) -> Option<(&'a WrittenStep<'b>, Date)> {
    Some((step, step.on()?))
}

fn out_of_order(
    report: &Report<'_>,
    partnership: &WrittenPartnership<'_>,
    step: &WrittenStep<'_>,
    (other, date): (&WrittenStep<'_>, Date),
    is_state: bool,
) -> Diagnostic {
    let keys = if is_state { ["on", "known"] } else { ["known", "on"] };
    let key = keys.into_iter().find(|key| step.record.span(key).is_some()).unwrap_or("state");
    let (message, hint) = if is_state {
        (contradiction(step, other, date), hint_of_contradiction())
    } else {
        (late(step, other, date), hint_of_order())
    };
    let file = &partnership.document().path;
    let diagnostic = report.diagnostic(file, step.span(key), message).hint(hint);
    diagnostic.label(file, other.span("state"), wording!("l'autre étape", "the other step"))
}

fn contradiction(step: &WrittenStep<'_>, other: &WrittenStep<'_>, date: Date) -> Wording {
    let (word, done) = (other.milestone.state.word(), step.on().unwrap_or(date));
    if other.milestone.state == Announced {
        wording!(
            "l'étape `effective` ({done}) précède l'étape `{word}` ({date})",
            "the step `effective` ({done}) comes before the step `{word}` ({date})",
        )
    } else {
        wording!(
            "l'étape `effective` ({done}) suit l'étape `{word}` ({date}), et rien n'a repris entre-temps",
            "the step `effective` ({done}) comes after the step `{word}` ({date}), and nothing was taken up in between",
        )
    }
}

fn hint_of_contradiction() -> Wording {
    wording!("corrigez l'une des deux dates, ou l'état", "mend one of the two dates, or the state")
}

fn late(step: &WrittenStep<'_>, other: &WrittenStep<'_>, date: Date) -> Wording {
    let (word, before) = (step.milestone.state.word(), other.milestone.state.word());
    let known = step.milestone.known;
    wording!(
        "l'étape `{word}` était connue ({known}) avant l'étape `{before}` ({date}), écrite plus haut",
        "the step `{word}` was known ({known}) before the step `{before}` ({date}), which is written above it",
    )
}

fn hint_of_order() -> Wording {
    wording!(
        "rangez les étapes dans l'ordre où on les a sues, ou corrigez la date",
        "put the steps in the order in which they became known, or mend the date",
    )
}
