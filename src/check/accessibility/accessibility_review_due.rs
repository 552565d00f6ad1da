//! L'audit ou la déclaration d'accessibilité vaut encore soixante jours au plus ; ou une année du plan
//! d'action est finie, et l'une de ses actions n'est pas dite faite.
//!
//! ## Pourquoi
//!
//! Un audit demande des semaines : prévenu à temps, on ne revient pas à « non conforme ». Et le bilan d'une
//! année de plan se publie à la fin de cette année.
//!
//! ## Exemple
//!
//! ```toml
//! # le 21 novembre 2026
//! [[plan]]
//! year = 2025
//! actions = [{ what = "Décrire les cartes", state = "under-way" }]
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [[plan]]
//! year = 2025
//! actions = [{ what = "Décrire les cartes", state = "done" }]
//! ```
//! ---
//! The accessibility audit or statement holds good for sixty days at most; or a year of the action plan is
//! over, and one of its actions is not said to be done.
//!
//! ## Why it matters
//!
//! An audit takes weeks: warned in time, one does not fall back to "not compliant". And what came of a
//! year's plan is published at the end of that year.
//!
//! ## Example
//!
//! ```toml
//! # on 21 November 2026
//! [[plan]]
//! year = 2025
//! actions = [{ what = "Describe the maps", state = "under-way" }]
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [[plan]]
//! year = 2025
//! actions = [{ what = "Describe the maps", state = "done" }]
//! ```

use jiff::ToSpan;

use super::file;
use crate::accessibility::{ActionState, YearPlan};
use crate::date::Day;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "accessibility-review-due",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("accessibilité à revoir", "accessibility review due"),
    source: include_str!("accessibility_review_due.rs"),
    run: Run::Federation(run),
};

/// How many days before the end of an audit the rule tells it.
const DAYS: i32 = 60;

fn run(federation: &Federation, report: &mut Report<'_>) {
    tell_end(federation, report);
    let plans = federation.accessibility.declaration.plan.iter();
    for plan in plans.filter(|plan| is_over(plan, federation.today())) {
        tell_year(plan, report);
    }
}

fn tell_end(federation: &Federation, report: &mut Report<'_>) {
    let Some((written, end)) = federation.accessibility.validity() else { return };
    let (today, last) = (federation.today(), end.last);
    let horizon = today.checked_add(DAYS.days()).unwrap_or(Day::MAX);
    if !(today..=horizon).contains(&last) {
        return;
    }
    let (message, hint) = if federation.accessibility.declaration.audit.is_some() {
        (
            wording!(
                "cet audit vaut jusqu'au {last} : ensuite, le site sera déclaré non conforme",
                "this audit holds good until {last}: then the site will be declared not compliant",
            ),
            wording!("prévoyez dès maintenant le prochain audit", "plan the next audit now"),
        )
    } else {
        (
            wording!("cette déclaration vaut jusqu'au {last}", "this statement holds good until {last}"),
            wording!(
                "relisez-la en entier, puis donnez-lui la date de cette relecture",
                "go through the whole of it, then give it the date on which you did",
            ),
        )
    };
    report.push(report.diagnostic(&file(), written.span, message).hint(hint));
}

fn is_over(plan: &YearPlan, today: Day) -> bool {
    *plan.year.get_ref() < today.year() && left(plan) > 0
}

/// How many actions of a plan are not done.
fn left(plan: &YearPlan) -> usize {
    plan.actions.iter().filter(|action| action.state() != ActionState::Done).count()
}

fn tell_year(plan: &YearPlan, report: &mut Report<'_>) {
    let (year, left) = (plan.year.get_ref(), left(plan));
    let message = if left == 1 {
        wording!(
            "l'année {year} est finie, et une action de son plan n'est pas dite faite",
            "the year {year} is over, and an action of its plan is not said to be done",
        )
    } else {
        wording!(
            "l'année {year} est finie, et {left} actions de son plan ne sont pas dites faites",
            "the year {year} is over, and {left} actions of its plan are not said to be done",
        )
    };
    let hint = wording!(
        "écrivez `state = \"done\"` pour ce qui est fait, et reportez le reste au plan d'une année à venir",
        "write `state = \"done\"` for what is done, and move the rest to the plan of a year to come",
    );
    let span = Span::new(plan.year.span().start, plan.year.span().end);
    let lasting = format!("the year {year} is over, and actions of its plan are not said to be done");
    report.push(report.diagnostic(&file(), span, message).hint(hint).lasting(lasting));
}
