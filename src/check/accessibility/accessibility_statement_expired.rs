//! L'audit d'accessibilité, ou la déclaration faite sans audit, a plus de trois ans.
//!
//! ## Pourquoi
//!
//! Une déclaration vaut trois ans. Passé ce terme, un audit ne compte plus : le site est de nouveau déclaré
//! « non conforme », au pied de chaque page.
//!
//! ## Exemple
//!
//! ```toml
//! # le 21 novembre 2026
//! [statement]
//! date = "2023-11-03"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [statement]
//! date = "2026-11-20"
//! ```
//! ---
//! The accessibility audit, or the statement made without one, is more than three years old.
//!
//! ## Why it matters
//!
//! A statement holds good for three years. After that an audit counts no more: the site is declared not
//! compliant again, at the foot of every page.
//!
//! ## Example
//!
//! ```toml
//! # on 21 November 2026
//! [statement]
//! date = "2023-11-03"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [statement]
//! date = "2026-11-20"
//! ```

use super::file;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "accessibility-statement-expired",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("déclaration d’accessibilité périmée", "expired accessibility statement"),
    source: include_str!("accessibility_statement_expired.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let accessibility = &federation.accessibility;
    let Some((written, end)) = accessibility.validity() else { return };
    if end.last >= federation.today() {
        return;
    }
    let date = &written.text;
    let (message, hint) = if accessibility.declaration.audit.is_some() {
        (
            wording!(
                "l'audit daté `{date}` a plus de trois ans : il ne compte plus, et le site est déclaré non conforme",
                "the audit dated `{date}` is more than three years old: it counts no more, and the site is declared not compliant",
            ),
            wording!(
                "faites un nouvel audit, puis mettez à jour `[audit]` et la date de la déclaration",
                "make a new audit, then bring `[audit]` and the date of the statement up to date",
            ),
        )
    } else {
        (
            wording!(
                "la déclaration datée `{date}` a plus de trois ans",
                "the statement dated `{date}` is more than three years old",
            ),
            wording!(
                "relisez-la en entier, puis donnez-lui la date de cette relecture",
                "go through the whole of it, then give it the date on which you did",
            ),
        )
    };
    report.push(report.diagnostic(&file(), written.span, message).hint(hint));
}
