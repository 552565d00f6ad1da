//! La revue d'écoconception que `eco-design.toml` promet aurait dû être faite, ou est à faire dans le mois qui
//! vient.
//!
//! ## Pourquoi
//!
//! Une revue promise et oubliée rend la déclaration fausse : le critère 1.4 n'est plus validé dès que la revue a
//! un jour de retard.
//!
//! ## Exemple
//!
//! ```toml
//! # le 21 novembre 2026
//! [review]
//! every = "6 months"
//! last = 2026-04-02
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [review]
//! every = "6 months"
//! last = 2026-11-20
//! ```
//! ---
//! The ecodesign review that `eco-design.toml` promises should have been made, or is due within a month.
//!
//! ## Why it matters
//!
//! A review that is promised and forgotten makes the statement untrue: criterion 1.4 is no longer validated once
//! the review is a day late.
//!
//! ## Example
//!
//! ```toml
//! # on 21 November 2026
//! [review]
//! every = "6 months"
//! last = 2026-04-02
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [review]
//! every = "6 months"
//! last = 2026-11-20
//! ```

use jiff::ToSpan;

use crate::date::Day;
use crate::diagnostic::Severity;
use crate::ecodesign;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ecodesign-review-overdue",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("revue d’écoconception à faire", "ecodesign review to be made"),
    source: include_str!("ecodesign_review_overdue.rs"),
    run: Run::Federation(run),
};

/// How many days ahead the rule looks.
const DAYS: i32 = 30;

fn run(federation: &Federation, report: &mut Report<'_>) {
    let Some(review) = &federation.ecodesign.declaration.review else { return };
    let Some(due) = review.due else { return };
    let today = federation.today();
    if today.checked_add(DAYS.days()).unwrap_or(Day::MAX) < due {
        return;
    }
    let message = if due < today {
        wording!(
            "la revue d'écoconception devait être faite au plus tard le {due}",
            "the ecodesign review was to be made by {due}",
        )
    } else {
        wording!(
            "la revue d'écoconception est à faire au plus tard le {due}",
            "the ecodesign review is to be made by {due}",
        )
    };
    let hint = wording!(
        "faites la revue, puis écrivez sa date dans `last`",
        "make the review, then write its date in `last`"
    );
    report.push(report.diagnostic(&FilePath::new(ecodesign::FILE), review.span, message).hint(hint));
}
