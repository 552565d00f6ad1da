//! Critère RGAA 8.1. Une page ne commence pas par `<!DOCTYPE html>`, ou en porte un autre.
//!
//! ## Pourquoi
//!
//! Sans lui, les navigateurs imitent ceux des années 1990 : tailles, marges et tableaux changent, et les
//! aides techniques lisent autre chose que ce qui a été vérifié.
//!
//! ## Exemple
//!
//! ```html
//! <html lang="fr">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <!DOCTYPE html>
//! <html lang="fr">
//! ```
//! ---
//! RGAA criterion 8.1. A page does not begin with `<!DOCTYPE html>`, or has another.
//!
//! ## Why it matters
//!
//! Without it browsers imitate those of the 1990s: sizes, margins and tables change, and assistive
//! technologies read something else than what was checked.
//!
//! ## Example
//!
//! ```html
//! <html lang="en">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <!DOCTYPE html>
//! <html lang="en">
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-doctype",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("type de document absent", "document type missing"),
    source: include_str!("missing_doctype.rs"),
    run: Run::Page { criteria: &["8.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    if page.tree.doctype.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("html")) {
        return;
    }
    let Some(html) = page.tree.named("html").next() else { return };
    let message = wording!(
        "la page ne commence pas par son type de document",
        "the page does not begin with its document type",
    );
    let hint = wording!(
        "écrivez `<!DOCTYPE html>` avant `<html>`, et rien d'autre avant lui",
        "write `<!DOCTYPE html>` before `<html>`, and nothing else before it",
    );
    report.push(report.at(&page.record.address, html, message).hint(hint));
}
