//! Une fusion était attendue pour une date (`expected`, ou `slipped` si elle a été repoussée). Cette date
//! est passée, et aucune étape ne dit ce qui a suivi.
//!
//! ## Pourquoi
//!
//! La page du partenariat dit encore la fusion annoncée. Le lecteur ne sait pas si elle s'est faite, si
//! elle a été repoussée ou abandonnée.
//!
//! ## Exemple
//!
//! ```yaml
//! kind: merger
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: expected, on: 2019-10, known: 2018-10-01}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! kind: merger
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: expected, on: 2019-10, known: 2018-10-01}
//!   - {state: abandoned, on: 2023-04-03}
//! ```
//! ---
//! A merger was expected at a date (`expected`, or `slipped` where it was put off). That date is over, and
//! no step says what followed.
//!
//! ## Why it matters
//!
//! The page of the partnership still shows the merger as announced. The reader does not know whether it was
//! done, put off or abandoned.
//!
//! ## Example
//!
//! ```yaml
//! kind: merger
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: expected, on: 2019-10, known: 2018-10-01}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! kind: merger
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: expected, on: 2019-10, known: 2018-10-01}
//!   - {state: abandoned, on: 2023-04-03}
//! ```

use super::written_partnership::{WrittenPartnership, WrittenStep, partnerships};
use crate::date::{Date, Day};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Federation, MilestoneState};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "announced-merger-overdue",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("fusion attendue et sans suite", "announced merger overdue"),
    source: include_str!("announced_merger_overdue.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let today = federation.today();
    let mergers = partnerships(federation).filter(|partnership| partnership.partnership.kind == "merger");
    for merger in mergers.filter(WrittenPartnership::knows_its_steps) {
        let Some((step, expected)) = overdue(&merger, today) else { continue };
        let message = wording!(
            "la fusion était attendue ({expected}), et aucune étape ne dit ce qui a suivi",
            "the merger was expected ({expected}), and no step says what followed",
        );
        let hint = wording!(
            "ajoutez l'étape qui a suivi, avec sa source : `effective`, `slipped` ou `abandoned`",
            "add the step that followed, with its source: `effective`, `slipped` or `abandoned`",
        );
        report.push(report.diagnostic(&merger.document().path, step.span("on"), message).hint(hint));
    }
}

/// The date last set for a merger, where it is over and nothing has been known since. A step that was
/// not known yet on the day of the site is written all the same: there is nothing to add.
fn overdue<'a, 'b>(merger: &'a WrittenPartnership<'b>, today: Day) -> Option<(&'a WrittenStep<'b>, Date)> {
    let is_set = |step: &&WrittenStep<'_>| {
        matches!(step.milestone.state, MilestoneState::Expected | MilestoneState::Slipped)
    };
    let expectations = merger.steps.iter().filter(is_set);
    let (step, expected) = expectations.filter_map(|step| Some((step, step.on()?))).next_back()?;
    let is_settled = |step: &WrittenStep<'_>| match step.milestone.state {
        MilestoneState::Effective | MilestoneState::Abandoned | MilestoneState::Ended => true,
        _ => expected.last < step.milestone.known.last,
    };
    (expected.last < today && !merger.steps.iter().any(is_settled)).then_some((step, expected))
}
