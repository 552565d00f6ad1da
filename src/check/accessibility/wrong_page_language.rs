//! Critères RGAA 8.3 et 8.4. Une page ne dit pas sa langue, ou en dit une autre que la sienne.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran prononce la page dans la langue qu'elle dit : du français lu avec l'accent anglais ne
//! se comprend pas.
//!
//! ## Exemple
//!
//! ```html
//! <html lang="en">
//! <title>Actualités – Essai</title>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <html lang="{{ page.lang }}">
//! ```
//! ---
//! RGAA criteria 8.3 and 8.4. A page does not say its language, or says another than its own.
//!
//! ## Why it matters
//!
//! A screen reader speaks the page in the language that it says: French read with an English accent is not
//! understood.
//!
//! ## Example
//!
//! ```html
//! <html lang="en">
//! <title>Actualités – Essai</title>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <html lang="{{ page.lang }}">
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-page-language",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("langue de la page absente ou fausse", "language of the page missing or wrong"),
    source: include_str!("wrong_page_language.rs"),
    run: Run::Page { criteria: &["8.3", "8.4"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let Some(html) = page.tree.named("html").next() else { return };
    let said = html.get("lang").unwrap_or("").trim();
    let primary = said.split(['-', '_']).next().unwrap_or("");
    if primary.eq_ignore_ascii_case(page.language.primary()) {
        return;
    }
    let own = page.language;
    let message = if said.is_empty() {
        wording!(
            "la page ne dit pas dans quelle langue elle est",
            "the page does not say which language it is in",
        )
    } else {
        wording!(
            "la page dit être en `{said}`, et elle est en `{own}`",
            "the page says `{said}`, and is in `{own}`"
        )
    };
    let hint = wording!(
        "dans le gabarit, la balise `<html>` porte `lang`, rempli par la langue de la page",
        "in the template, the tag `<html>` has `lang`, filled with the language of the page",
    );
    report.push(report.at(&page.record.address, html, message).hint(hint));
}
