//! L'audit d'accessibilité porte une date à venir : il n'a pas pu être fait, et ne compte pas encore.
//!
//! ## Pourquoi
//!
//! Une faute de frappe dans l'année ferait valoir un audit bien après son terme. Jusqu'à cette date, le site
//! est déclaré « non conforme ».
//!
//! ## Exemple
//!
//! ```toml
//! # le 21 novembre 2026
//! [audit]
//! date = "2062-11-02"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [audit]
//! date = "2026-11-02"
//! ```
//! ---
//! The accessibility audit bears a date to come: it cannot have been made, and does not count yet.
//!
//! ## Why it matters
//!
//! A slip in the year would have an audit hold good long after its end. Until that date the site is declared
//! not compliant.
//!
//! ## Example
//!
//! ```toml
//! # on 21 November 2026
//! [audit]
//! date = "2062-11-02"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [audit]
//! date = "2026-11-02"
//! ```

use super::file;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "future-audit",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("audit daté de l’avenir", "audit of the future"),
    source: include_str!("future_audit.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let Some(audit) = &federation.accessibility.declaration.audit else { return };
    if audit.date.value.is_none_or(|date| date.first <= federation.today()) {
        return;
    }
    let message = wording!(
        "cet audit est daté de l'avenir : jusque-là il ne compte pas, et le site est déclaré non conforme",
        "this audit is of the future: until then it does not count, and the site is declared not compliant",
    );
    let hint = wording!("corrigez la date", "mend the date");
    report.push(report.diagnostic(&file(), audit.date.span, message).hint(hint));
}
