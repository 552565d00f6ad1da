//! What the file says that cannot all be true, as data; a rule words it.
//!
//! Only what the file alone decides, whatever the day: what time changes is told by other rules.

use super::criteria::Number;
use super::{Audit, Declaration, Rate, State, Tally, Verdict};
use crate::source::Span;

/// Two things that cannot both be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Where it shows.
    pub span: Span,
    /// What.
    pub kind: ContradictionKind,
}

/// What cannot be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContradictionKind {
    /// Something is not as a criterion asks, which has another verdict, or none.
    Listed {
        /// The criterion.
        number: Number,
        /// Its verdict as written, where it has one, and where.
        verdict: Option<(String, Span)>,
    },
    /// A criterion is not met, and nothing says what is wrong.
    Unlisted(Number),
    /// Something is listed without an audit that found it.
    ListedWithoutAudit,
    /// The declaration is older than the audit on which it stands.
    OlderThanAudit {
        /// Where the audit is dated.
        audit: Span,
    },
    /// A word that the verdicts do not give.
    State {
        /// The word that they give.
        given: State,
    },
    /// A rate that the verdicts do not give.
    Rate {
        /// The rate that they give, once each criterion has a verdict.
        given: Option<Rate>,
    },
    /// No criterion applies: some apply to any page.
    NothingApplies,
}

/// What cannot all be true in a declaration.
pub(super) fn find(declaration: &Declaration) -> Vec<Contradiction> {
    let mut found = of_statement(declaration);
    match &declaration.audit {
        Some(audit) => {
            found.extend(listed(declaration, audit));
            found.extend(unlisted(declaration, audit));
        }
        None => found.extend(declaration.non_conformities.iter().map(|fault| Contradiction {
            span: fault.criterion.span,
            kind: ContradictionKind::ListedWithoutAudit,
        })),
    }
    found
}

/// What is listed of criteria that are not said to fail.
fn listed(declaration: &Declaration, audit: &Audit) -> Vec<Contradiction> {
    let faults = declaration.non_conformities.iter();
    let contradiction = |(span, number): (Span, Number)| {
        let verdict = audit.criteria.on(number);
        // A verdict that means nothing is told by itself.
        let is_other = verdict.is_none_or(|it| it.value.is_some_and(|value| value != Verdict::NonConform));
        let verdict = verdict.map(|verdict| (verdict.text.clone(), verdict.span));
        is_other.then_some(Contradiction { span, kind: ContradictionKind::Listed { number, verdict } })
    };
    faults
        .filter_map(|fault| Some((fault.criterion.span, fault.criterion.value?)))
        .filter_map(contradiction)
        .collect()
}

/// Criteria that are said to fail, of which nothing is listed.
fn unlisted(declaration: &Declaration, audit: &Audit) -> Vec<Contradiction> {
    let is_listed =
        |number: Number| declaration.non_conformities.iter().any(|it| it.criterion.value == Some(number));
    let failing = audit.criteria.0.iter().filter(|it| it.verdict.value == Some(Verdict::NonConform));
    let failing = failing.filter_map(|it| Some((it.verdict.span, it.number.value?)));
    failing
        .filter(|(_, number)| !is_listed(*number))
        .map(|(span, number)| Contradiction { span, kind: ContradictionKind::Unlisted(number) })
        .collect()
}

/// The date, the word and the rate of the declaration, against the audit.
fn of_statement(declaration: &Declaration) -> Vec<Contradiction> {
    let (statement, audit) = (&declaration.statement, declaration.audit.as_ref());
    let mut found = Vec::new();
    let tally = audit.map(|audit| Tally::of(&audit.criteria)).filter(|tally| tally.not_tested == 0);
    // A declaration does not stand on an audit that is not finished.
    if let (Some(own), Some(audit)) = (&statement.date, audit.filter(|_| tally.is_some()))
        && let (Some(date), Some(made)) = (own.value, audit.date.value)
        && date.is_surely_before(&made)
    {
        let kind = ContradictionKind::OlderThanAudit { audit: audit.date.span };
        found.push(Contradiction { span: own.span, kind });
    }
    let rate = tally.and_then(Tally::rate);
    if let Some(audit) = audit.filter(|_| tally.is_some() && rate.is_none()) {
        found.push(Contradiction { span: audit.date.span, kind: ContradictionKind::NothingApplies });
        return found;
    }
    let given = rate.map_or(State::NotCompliant, Rate::state);
    if let Some(state) = statement.state.as_ref().filter(|state| state.value.is_some_and(|it| it != given)) {
        found.push(Contradiction { span: state.span, kind: ContradictionKind::State { given } });
    }
    if let Some(written) = &statement.rate
        && let Some(percentage) = written.value
        && !rate.is_some_and(|rate| rate.is_meant_by(percentage.0))
    {
        found.push(Contradiction { span: written.span, kind: ContradictionKind::Rate { given: rate } });
    }
    found
}
